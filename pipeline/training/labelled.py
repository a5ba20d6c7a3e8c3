"""A text and what stands in it: the shape in which everything the model learns from, or is scored on, is held."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.people.bodies import overlap
from pipeline.tagger import Entity

# What the model tells apart, and what each label covers.
LABELS = {
    "PER": "a person who takes part, without civility",
    "ROLE": "what the person is or does there: a function, a trade, a degree",
    "ORG": "a body the people are in now, each level of it apart",
    "LOC": "a place that is no body: where somebody was born, lives, comes from",
    "OTHER": "any other name: a work, a project, a publisher, a prize, a former employer",
}


class Labelled(NamedTuple):
    """A text with labelled stretches, in reading order and apart from each other."""

    text: str
    spans: tuple[Entity, ...] = ()


class Writer:
    """Builds a labelled text piece by piece."""

    def __init__(self) -> None:
        self._text = ""
        self._spans: list[Entity] = []

    def add(self, text: str, label: str = "") -> None:
        """Append a piece of text, labelled or not."""
        if label and text:
            self._spans.append(Entity(len(self._text), len(self._text) + len(text), label))
        self._text += text

    def append(self, labelled: Labelled) -> None:
        """Append a labelled text."""
        shift = len(self._text)
        self._spans += [Entity(start + shift, end + shift, label) for start, end, label in labelled.spans]
        self._text += labelled.text

    def labelled(self) -> Labelled:
        """What was written so far."""
        return Labelled(self._text, tuple(self._spans))


def join(parts: Iterable[Labelled], between: str) -> Labelled:
    """Labelled texts one after the other, with the same sign between them."""
    writer = Writer()
    for number, part in enumerate(parts):
        writer.add(between if number else "")
        writer.append(part)
    return writer.labelled()


def find_pieces(text: str, pieces: Sequence[tuple[str, str]], begin: int = 0) -> list[Entity] | None:
    """Where pieces (words, label) stand in a text, or None when one of them does not.

    Each is looked for from `begin`, whatever its case, as a whole word and clear of those found before it.
    """
    found: list[Entity] = []
    for words, label in pieces:
        spots = (Entity(*spot, label) for spot in _occurrences(text, words, begin))
        spot = next((spot for spot in spots if not any(overlap(spot, other) for other in found)), None)
        if spot is None:
            return None
        found.append(spot)
    return sorted(found)


def _occurrences(text: str, words: str, begin: int) -> Iterable[tuple[int, int]]:
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    return (found.span() for found in re.compile(rf"(?<!\w){spaced}(?!\w)", re.I).finditer(text, begin))
