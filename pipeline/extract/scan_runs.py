"""Seen words to runs that look alike, with what is measured on them: base line, size, stroke, colour, slant."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median, median_low
from typing import NamedTuple

# Parts of the size that letters rise above the base line: with ascender, capitals and figures, « t », the others.
ASCENDER, CAPITAL, T_HEIGHT, X_HEIGHT = 0.755, 0.715, 0.64, 0.52
DESCENDER, TAIL = 0.22, 0.05
# Fewer letters on each side of a change of weight are too few to tell.
MIN_SIDE = 5
# Strokes this much thicker are another weight.
BOLDER = 1.25
# A gap of this many sizes between two words of a line begins another run.
RUN_GAP = 1.0

_DESCENDING = frozenset("gjpqyçÇJ,;()[]{}/|@_$")
_ASCENDING = frozenset("bdfhklß")
# Without ascender: dots and accents stand apart from the letter and are not measured.
_X_HIGH = frozenset("aceomnrsuvwxzgpqyçijéèêëàâîïôöûùüœæ")
_ACCENTED = frozenset("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ")


class Seen(NamedTuple):
    """A word seen on a page: box in points, its line, confidence from 0 to 100, and what its ink looks like.

    `stroke` is the thickness of the strokes in points; `top` and `bottom` are where its letters end; `slant` is
    above 0 for italics; `marks` are the places of specks above the letters, as parts of the width.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    line: int
    confidence: float
    color: tuple[int, int, int]
    stroke: float
    top: float
    bottom: float
    slant: float
    marks: tuple[float, ...] = ()


class Run(NamedTuple):
    """Neighbouring words of one line that look alike, with what was measured on them.

    `is_sure` tells that the size was measured on tall letters of two words at least.
    """

    words: tuple[Seen, ...]
    letters: int
    base: float
    size: float
    is_sure: bool
    stroke: float
    color: tuple[float, ...]
    slanted: bool


def runs_of(page: Sequence[Seen]) -> list[Run]:
    """The runs of a page in the order of its words: lines cut at wide gaps and where the weight changes."""
    lines: dict[int, list[Seen]] = {}
    for word in page:
        lines.setdefault(word.line, []).append(word)
    found = []
    for line in lines.values():
        gap = RUN_GAP * measure_run(line).size
        parts: list[list[Seen]] = [[line[0]]]
        for before, after in pairwise(line):
            if after.x0 - before.x1 > gap or after.x0 < before.x0:
                parts.append([])
            parts[-1].append(after)
        found += [measure_run(piece) for part in parts for piece in _cut_at_weight(part)]
    return found


def _cut_at_weight(words: list[Seen]) -> Iterable[list[Seen]]:
    """Cut a line that begins in bold or goes on in bold, where thick and thin strokes part best."""
    best, spot = math.log(BOLDER), 0
    for index in range(1, len(words)):
        sides = words[:index], words[index:]
        if all(sum(map(letters_of, side)) >= MIN_SIDE for side in sides) and all(map(_is_even, sides)):
            left, right = (_mean_stroke(side) for side in sides)
            if left and right and abs(math.log(left / right)) > best:
                best, spot = abs(math.log(left / right)), index
    return [words[:spot], words[spot:]] if spot else [words]


def _is_even(words: Sequence[Seen]) -> bool:
    strokes = [word.stroke for word in words if word.stroke and letters_of(word) >= 3]
    return not strokes or max(strokes) < BOLDER * min(strokes)


def measure_run(words: Sequence[Seen]) -> Run:
    """The words as one run; every mean counts a word by its letters."""
    base = _base_line(words)
    size, is_sure = _size(words, base)
    inked = [word for word in words if word.stroke and letters_of(word)] or list(words)
    weight = sum(map(letters_of, inked)) or 1
    color = tuple(float(median(word.color[channel] for word in inked)) for channel in range(3))
    slant = sum(word.slant * letters_of(word) for word in inked) / weight
    letters = sum(map(letters_of, words))
    return Run(tuple(words), letters, base, size, is_sure, _mean_stroke(inked), color, slant > 0 and letters > 2)


def letters_of(word: Seen) -> int:
    """How many letters and figures a word has."""
    return sum(char.isalnum() for char in word.text)


def _mean_stroke(words: Sequence[Seen]) -> float:
    inked = [(word.stroke, letters_of(word)) for word in words if word.stroke]
    total = sum(letters for _, letters in inked)
    return sum(stroke * letters for stroke, letters in inked) / total if total else 0.0


def _base_line(words: Sequence[Seen]) -> float:
    """The row on which the letters stand: where words without descender end."""
    standing = [word.bottom for word in words if letters_of(word) and not set(word.text) & (_DESCENDING | {"Q"})]
    if standing:
        return median_low(standing)
    hanging = [_base_of(word) for word in words if letters_of(word)]
    return median_low(hanging or [word.bottom for word in words])


def _base_of(word: Seen) -> float:
    """The base line of a word that reaches below it, from the parts of its height above and below."""
    below = DESCENDER if set(word.text) & _DESCENDING else TAIL
    above = _rise(word.text) or CAPITAL
    return word.bottom - below / (above + below) * (word.bottom - word.top)


def _rise(text: str) -> float | None:
    """How far the letters of a word rise above the base line as part of the size, or None when it has none."""
    letters = {char for char in text if char.isalnum()}
    if letters & _ASCENDING:
        return ASCENDER
    if letters and letters <= _X_HIGH:
        return X_HEIGHT
    if letters and letters <= _X_HIGH | {"t"}:
        return T_HEIGHT
    return CAPITAL if letters else None


def _size(words: Sequence[Seen], base: float) -> tuple[float, bool]:
    """The size of a run in points, from how far its letters rise above the base line, and whether that is sure."""
    measured: dict[str, list[float]] = {"tall": [], "low": [], "t": [], "accented": []}
    for word in words:
        rise = _rise(word.text)
        if rise is not None and base - word.top > 2 * rise:
            kind = {X_HEIGHT: "low", T_HEIGHT: "t"}.get(rise, "tall")
            measured["accented" if set(word.text) & _ACCENTED else kind].append((base - word.top) / rise)
    # The first kind is measured best: « t » differs between fonts, and an accent may touch its capital.
    for kind, sizes in measured.items():
        if sizes:
            return median(sizes), kind == "tall" and len(sizes) > 1
    return max(4.0, median(word.y1 - word.y0 for word in words)), False
