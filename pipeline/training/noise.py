"""What happens to text on its way: signs lost, words run together, letters misread, other apostrophes."""

import random
import re
from collections.abc import Callable, Iterable

from pipeline.tagger import Entity
from pipeline.training.labelled import Labelled

# Letters a scan takes for others.
_MISREAD = {
    "l": "1I", "I": "l1", "O": "0", "0": "O", "é": "eè", "è": "eé", "à": "a", "ç": "c", "m": "rn", "e": "c",
    "i": "l", "o": "0", "S": "5", "B": "8", "t": "f", "u": "n", "n": "u", "h": "b",
}  # fmt: skip
_SHARE_MISREAD = 0.012


def add_noise(block: Labelled, rng: random.Random) -> Labelled:
    """The block with one or two kinds of damage; labels stay on what is left of their words."""
    for damage in rng.sample(_DAMAGES, rng.choice([1, 1, 2])):
        block = damage(block, rng)
    return block


def _replace(block: Labelled, changes: Iterable[tuple[int, int, str]]) -> Labelled:
    """The block with stretches (start, end, new text), in order, replaced; spans that vanish are dropped."""
    text, last, shifts = "", 0, []
    for start, end, new in changes:
        text += block.text[last:start] + new
        last = end
        shifts.append((start, end, len(new)))
    text += block.text[last:]
    spans = (Entity(_moved(start, shifts), _moved(end, shifts), label) for start, end, label in block.spans)
    return Labelled(text, tuple(span for span in spans if span.end > span.start))


def _moved(offset: int, shifts: list[tuple[int, int, int]]) -> int:
    moved = offset
    for start, end, length in shifts:
        if offset >= end:
            moved += length - (end - start)
        elif offset > start:
            moved += min(length, offset - start) - (offset - start)
    return moved


def _each(pattern: str, new: str, share: float) -> Callable[[Labelled, random.Random], Labelled]:
    """A damage that replaces a share of what a pattern finds."""
    compiled = re.compile(pattern)

    def damage(block: Labelled, rng: random.Random) -> Labelled:
        found = (match for match in compiled.finditer(block.text) if rng.random() < share)
        return _replace(block, [(match.start(), match.end(), match.expand(new)) for match in found])

    return damage


def _misread(block: Labelled, rng: random.Random) -> Labelled:
    changes = [
        (index, index + 1, rng.choice(_MISREAD[sign]) if sign != "m" else "rn")
        for index, sign in enumerate(block.text)
        if sign in _MISREAD and rng.random() < _SHARE_MISREAD
    ]
    return _replace(block, changes)


def _in_capitals(block: Labelled, rng: random.Random) -> Labelled:
    """Everything in capitals, or every name of one kind."""
    label = rng.choice(["", "PER", "PER", "ORG", "ROLE"])
    if not label:
        return Labelled("".join(_upper(sign) for sign in block.text), block.spans)
    spans = [span for span in block.spans if span.label == label]
    return _replace(
        block, [(start, end, "".join(_upper(sign) for sign in block.text[start:end])) for start, end, _ in spans]
    )


def _upper(sign: str) -> str:
    """A sign in capitals, one for one: « ß » and ligatures stay."""
    upper = sign.upper()
    return upper if len(upper) == 1 else sign


def _split_word(block: Labelled, rng: random.Random) -> Labelled:
    """A hyphen and a space in a word, as at a line end that was not put together again."""
    words = [match for match in re.finditer(r"[^\W\d_]{6,}", block.text) if rng.random() < 0.04]
    spots = [rng.randint(match.start() + 2, match.end() - 2) for match in words]
    return _replace(block, [(spot, spot, "- ") for spot in spots])


_DAMAGES: tuple[Callable[[Labelled, random.Random], Labelled], ...] = (
    _each(", ", " ", 0.25),  # a comma left out
    _each(", ", ",", 0.5),
    _each(", ", " , ", 0.4),
    _each("'", "’", 1.0),
    _each("'", "’", 1.0),
    _each(" ", "  ", 0.05),
    _each(r"(\w)-(\w)", r"\1 - \2", 0.3),
    _each("[«»] ?", "", 0.7),
    _each("[éèêë]", "e", 0.6),
    _misread,
    _misread,
    _in_capitals,
    _split_word,
)
