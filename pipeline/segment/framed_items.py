"""Cards framed each under one time, as items."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.document import Box, Line, Passage, Segment
from pipeline.page.passages import join_lines
from pipeline.page.side_by_side import are_on_one_row
from pipeline.segment.anchor import Anchor
from pipeline.segment.cards import boxed_lines, framed_cards
from pipeline.segment.grids.segments import grid_segments
from pipeline.segment.grids.title_looks import title_look
from pipeline.segment.reading import Reading
from pipeline.wording import is_bare_marker, is_room

# The boxes of one column begin and end within so many points of each other.
SAME_SIDE = 3.0


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
    boxed = _before_people(boxed_lines(inside, reading.boxes), inside)
    cards = _with_columns(boxed, inside)
    items = framed_cards(cards, reading.themes)
    if not items:
        return None
    held = {id(line) for card in cards for line in card}
    first = next(index for index in range(start, end) if id(reading.lines[index]) in held)
    day = reading.day_of(start, anchors, reading.lines[start].page)
    # A row may have its subtitles set larger than titles; heads of columns hold no titles.
    look = title_look(boxed_lines(reading.lines, reading.boxes) if cards == boxed else cards)
    heads = _room_heads(reading, [item.lines[0] for item in items])
    hung = [
        item._replace(hours=anchors[0], day=day, rooms=item.rooms or head)
        for item, head in zip(items, heads, strict=True)
    ]
    return Framed(first, tuple(part for item in hung for part in grid_segments(reading, first, item, look)))


def _before_people(cards: list[list[Line]], inside: Sequence[Line]) -> list[list[Line]]:
    """The cards that stand before the words that announce people, if any: « Avec » over boxes each with a name.

    The same words inside a card announce the people of that alone.
    """
    held = {id(line) for card in cards for line in card}
    markers = (place for place, line in enumerate(inside) if is_bare_marker(line.text) and id(line) not in held)
    known = {id(line) for line in inside[: next(markers, len(inside))]}
    return [card for card in cards if id(card[0]) in known]


def _room_heads(reading: Reading, firsts: Sequence[Line]) -> list[tuple[Passage, ...]]:
    """The room of each card, given its first line, where a row of boxes above names one for each column of cards."""
    page, top = firsts[0].page, min(line.box.y0 for line in firsts)
    boxes = reading.boxes.get(page, ())
    over = [
        (box, line)
        for line in reading.lines
        if line.page == page and line.box.y1 <= top and is_room(line.text)
        for box in boxes
        if box.holds(line.box)
    ]
    found: list[tuple[Passage, ...]] = []
    for first in firsts:
        card = next((box for box in boxes if box.holds(first.box)), None)
        own = [line for box, line in over if card and _is_column(box, card)]
        found.append((join_lines(own[-1:]),) if own else ())
    named = {room.text for rooms in found for room in rooms}
    return found if all(found) and len(named) > 1 else [() for _ in firsts]


def _is_column(box: Box, other: Box) -> bool:
    return abs(box.x0 - other.x0) < SAME_SIDE and abs(box.x1 - other.x1) < SAME_SIDE


def _with_columns(cards: list[list[Line]], inside: Sequence[Line]) -> list[list[Line]]:
    """The cards; where each is the head of a column, in one row, with the text that follows it down to the next."""
    if not all(map(are_on_one_row, cards)):
        return cards
    places = {id(line): place for place, line in enumerate(inside)}
    starts = sorted(min(places[id(line)] for line in card) for card in cards)
    columns = [list(inside[start:end]) for start, end in pairwise([*starts, len(inside)])]
    held = {id(line) for card in cards for line in card}
    firsts = [next((line for line in column if id(line) not in held), None) for column in columns]
    set_below = (
        first is not None and first.box.x0 < column[0].box.x1 and column[0].box.x0 < first.box.x1
        for first, column in zip(firsts, columns, strict=True)
    )
    return columns if all(set_below) else cards
