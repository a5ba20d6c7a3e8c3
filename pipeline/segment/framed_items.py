"""Cards framed each under one time, as items."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.document import Line, Segment
from pipeline.segment.anchor import Anchor
from pipeline.segment.cards import boxed_lines, framed_cards
from pipeline.segment.grids.segments import grid_segments
from pipeline.segment.grids.title_looks import title_look
from pipeline.segment.reading import Reading


class Framed(NamedTuple):
    """The items in frames, and the line with which the first frame begins."""

    start: int
    segments: tuple[Segment, ...]


def framed_segments(reading: Reading, start: int, end: int, anchors: Sequence[Anchor]) -> Framed | None:
    """The framed cards under the time of the item in `lines[start:end]`; None unless there are two."""
    if not anchors or not any(reading.boxes.values()):
        return None
    timed = {anchors[0].place + number for number in range(len(anchors[0].lines))}
    inside = [reading.lines[index] for index in range(start, end) if index not in timed]
    cards = _with_columns(boxed_lines(inside, reading.boxes), inside)
    items = framed_cards(cards, reading.themes)
    if not items:
        return None
    held = {id(line) for card in cards for line in card}
    first = next(index for index in range(start, end) if id(reading.lines[index]) in held)
    day = reading.day_of(start, anchors, reading.lines[start].page)
    look = title_look([item.lines for item in items])
    hung = [item._replace(hours=anchors[0], day=day) for item in items]
    return Framed(first, tuple(part for item in hung for part in grid_segments(reading, first, item, look)))


def _with_columns(cards: list[list[Line]], inside: Sequence[Line]) -> list[list[Line]]:
    """The cards; where each is the head of a column, in one line, with the text that follows it down to the next."""
    if any(len(card) > 1 for card in cards):
        return cards
    places = {id(line): place for place, line in enumerate(inside)}
    starts = sorted(places[id(card[0])] for card in cards)
    columns = [list(inside[start:end]) for start, end in pairwise([*starts, len(inside)])]
    set_below = (
        len(column) > 1 and column[1].box.x0 < column[0].box.x1 and column[0].box.x0 < column[1].box.x1
        for column in columns
    )
    return columns if all(set_below) else cards
