"""Breaks the text of a paragraph into lines, as a word processor does: at spaces, after hyphens, within words."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.synthetic.producers.faces import Piece, set_pieces
from pipeline.synthetic.producers.making import Making
from pipeline.synthetic.producers.syllables import AFTER, breaks
from pipeline.synthetic.sheet import Ink, Run

# A line may end at a space, at a line feed, or after a hyphen between two letters.
STOPS = re.compile(r"( |\n|(?<=[^\W\d_]-)(?=[^\W\d_]))")
LONG_WORD = 2 * AFTER


class Word(NamedTuple):
    """What is not parted by a space: its texts with their inks; the space that follows it, if any."""

    texts: tuple[tuple[str, Ink], ...]
    space: tuple[str, Ink] | None = None
    ends_line: bool = False

    @property
    def text(self) -> str:
        """The letters of the word."""
        return "".join(text for text, _ in self.texts)


class Line(NamedTuple):
    """Words of a line with the space after each, all in pieces; `full` when the next word did not fit."""

    words: tuple[tuple[Piece, ...], ...]
    spaces: tuple[tuple[Piece, ...], ...]
    size: float
    full: bool

    @property
    def width(self) -> float:
        """The width in points, without the space after the last word."""
        return _width(piece for pieces in (*self.words, *self.spaces[:-1]) for piece in pieces)


def break_lines(runs: tuple[Run, ...], width: float, making: Making, *, hyphenate: bool = False) -> tuple[Line, ...]:
    """The lines of a text in a column of `width` points; a word that is wider stands out of it."""
    lines: list[Line] = []
    words = _words(runs)
    held: list[Word] = []
    used = 0.0
    while words:
        word = words.pop(0)
        needed = _word_width(word, making)
        if held and used + needed > width:
            if hyphenate and (parts := _parted(word, width - used, making)):
                held.append(parts[0])
                word = parts[1]
            lines.append(_line(held, making, full=True))
            held, used = [], 0.0
            words.insert(0, word)
            continue
        held.append(word)
        used += needed + _width(_space(word, making))
        if word.ends_line:
            lines.append(_line(held, making, full=False))
            held, used = [], 0.0
    return (*lines, _line(held, making, full=False)) if held else tuple(lines)


def _words(runs: tuple[Run, ...]) -> list[Word]:
    words: list[Word] = []
    texts: list[tuple[str, Ink]] = []
    for run in runs:
        for place, part in enumerate(STOPS.split(run.text)):
            if place % 2 == 0:
                texts += [(part, run.ink)] if part else []
            elif part == "\n":
                words.append(Word(tuple(texts) or (("", run.ink),), ends_line=True))
                texts = []
            elif texts:
                words.append(Word(tuple(texts), (part, run.ink) if part else None))
                texts = []
            elif words and (space := words[-1].space):
                words[-1] = words[-1]._replace(space=(space[0] + part, space[1]))
    return [*words, Word(tuple(texts))] if texts else words


def _parted(word: Word, room: float, making: Making) -> tuple[Word, Word] | None:
    """A word in one ink broken by a hyphen so that its first part fits, the first part as long as can be."""
    if len(word.texts) != 1 or len(word.text) < LONG_WORD:
        return None
    text, ink = word.texts[0]
    core = text.strip("«»().,;:!?’'\u00a0\u202f")
    start = text.find(core)
    for place in reversed(breaks(core)):
        first = Word(((f"{text[: start + place]}-", ink),))
        if _word_width(first, making) <= room:
            return first, word._replace(texts=((text[start + place :], ink),))
    return None


def _line(words: list[Word], making: Making, *, full: bool) -> Line:
    return Line(
        tuple(_pieces(word, making) for word in words),
        tuple(_space(word, making) for word in words),
        max(ink.size for word in words for _, ink in word.texts),
        full,
    )


def _pieces(word: Word, making: Making) -> tuple[Piece, ...]:
    return tuple(piece for text, ink in word.texts for piece in set_pieces(text, ink, making))


def _space(word: Word, making: Making) -> tuple[Piece, ...]:
    return set_pieces(*word.space, making) if word.space else ()


def _word_width(word: Word, making: Making) -> float:
    return _width(_pieces(word, making))


def _width(pieces: Iterable[Piece]) -> float:
    return sum(piece.width for piece in pieces)
