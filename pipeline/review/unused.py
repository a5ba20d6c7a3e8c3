"""What is printed on a page and went nowhere: lines, or parts of lines, in which no published value was read."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline.document import Box, Line, Page
from pipeline.privacy import mask
from pipeline.programme import Provenance
from pipeline.wording import BULLETS, find_marker

# What is left over of a line that was used has at least this many letters: less is a marker or a connecting word.
MIN_LETTERS = 10
# Boxes of values are rounded, and a word may stand out of its line by a hair.
TOLERANCE = 1.0

_WORD = re.compile(r"\S+")


# Lines of one paragraph follow each other within this part of their height.
LINE_GAP = 0.8


class Unused(NamedTuple):
    """Text that no value was read from; furniture (headers, page numbers) is expected to be.

    A paragraph is one, with a box for each of its lines; `mark` ties it to them on the page.
    """

    page: int
    boxes: tuple[Box, ...]
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
    paragraphs: list[list[tuple[Box, str]]] = []
    open_line: Line | None = None  # the line before, where its end is unused
    for line in page.lines:
        left = _left_of(line, read)
        for start, end in left:
            part = line.box_of(start, end), line.text[start:end]
            if open_line and start == 0 and _follows(open_line, line):
                paragraphs[-1].append(part)
            else:
                paragraphs.append([part])
        open_line = line if left and left[-1][1] == len(line.text) else None
    found = [_unused(page.number, parts, furniture=False) for parts in paragraphs]
    apart = [line for line in page.furniture if not any(_touches(box, line.box) for box in read)]
    return found + [_unused(page.number, [(line.box, line.text)], furniture=True) for line in apart]


def _unused(page: int, parts: Sequence[tuple[Box, str]], furniture: bool) -> Unused:
    text = " ".join(text for _, text in parts)
    return Unused(page, tuple(box for box, _ in parts), mask(text), furniture)


def _left_of(line: Line, read: Sequence[Box]) -> list[tuple[int, int]]:
    """The parts of a line that were not read: all of it, or the stretches of words between those that were."""
    near = [box for box in read if _touches(box, line.box)]
    words = [(word.start(), word.end()) for word in _WORD.finditer(line.text)]
    used = [any(box.holds(line.box_of(*word)) for box in near) for word in words]
    if not any(used):
        served = not _letters(line.text) or _is_marker(line.text)
        return [] if served else [(0, len(line.text))]
    found = []
    for served, stretch in groupby(zip(used, words, strict=True), lambda pair: pair[0]):
        spans = [word for _, word in stretch]
        start, end = spans[0][0], spans[-1][1]
        if not served and _letters(line.text[start:end]) >= MIN_LETTERS:
            found.append((start, end))
    return found


def _follows(above: Line, below: Line) -> bool:
    """Whether a line stands right under another, as the next of its paragraph; an item of a list begins its own."""
    one, other = above.box, below.box
    near = -one.height / 2 < other.y0 - one.y1 < LINE_GAP * one.height
    return near and other.x0 < one.x1 and one.x0 < other.x1 and below.text.lstrip()[0] not in BULLETS


def _is_marker(text: str) -> bool:
    """Whether a line is a marker and nothing else (« ANIMÉ PAR : »): it said in which capacity people take part."""
    found = find_marker(text)
    return found is not None and not _letters(text[found.rest :])


def _touches(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)
