"""What is printed on a page and went nowhere: lines, or parts of lines, in which no published value was read."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline.document import Box, Line, Page
from pipeline.privacy import mask
from pipeline.programme import Provenance
from pipeline.wording import find_marker

# What is left over of a line that was used has at least this many letters: less is a marker or a connecting word.
MIN_LETTERS = 10
# Boxes of values are rounded, and a word may stand out of its line by a hair.
TOLERANCE = 1.0

_WORD = re.compile(r"\S+")


class Unused(NamedTuple):
    """Text that no value was read from; furniture (headers, page numbers) is expected to be.

    `mark` ties it to its box on the page.
    """

    page: int
    box: Box
    text: str
    furniture: bool
    mark: str = ""


def find_unused(page: Page, provenances: Iterable[Provenance]) -> list[Unused]:
    """The text of a page in which nothing was read, in reading order; contacts are masked.

    Args:
        page: the page as it was read, furniture apart.
        provenances: the places of published values; those of other pages are left aside.
    """
    read = [
        Box(x0=each.x0 - TOLERANCE, y0=each.y0 - TOLERANCE, x1=each.x1 + TOLERANCE, y1=each.y1 + TOLERANCE)
        for each in provenances
        if each.page == page.number
    ]
    found = [part for line in page.lines for part in _left_of(line, read)]
    return found + [
        Unused(page.number, line.box, mask(line.text), furniture=True)
        for line in page.furniture
        if not any(_touches(box, line.box) for box in read)
    ]


def _left_of(line: Line, read: Sequence[Box]) -> list[Unused]:
    """The parts of a line that were not read: all of it, or the stretches of words between those that were."""
    near = [box for box in read if _touches(box, line.box)]
    words = [(word.start(), word.end()) for word in _WORD.finditer(line.text)]
    used = [any(box.holds(line.box_of(*word)) for box in near) for word in words]
    if not any(used):
        served = not _letters(line.text) or _is_marker(line.text)
        return [] if served else [Unused(line.page, line.box, mask(line.text), furniture=False)]
    found = []
    for served, stretch in groupby(zip(used, words, strict=True), lambda pair: pair[0]):
        spans = [word for _, word in stretch]
        start, end = spans[0][0], spans[-1][1]
        if not served and _letters(line.text[start:end]) >= MIN_LETTERS:
            found.append(Unused(line.page, line.box_of(start, end), mask(line.text[start:end]), furniture=False))
    return found


def _is_marker(text: str) -> bool:
    """Whether a line is a marker and nothing else (« ANIMÉ PAR : »): it said in which capacity people take part."""
    found = find_marker(text)
    return found is not None and not _letters(text[found.rest :])


def _touches(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)
