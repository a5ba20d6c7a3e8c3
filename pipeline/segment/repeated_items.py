"""Items that take place several times: one for each time and day printed in a row, or one below the other."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.document import Passage, Segment
from pipeline.page.passages import cut
from pipeline.segment.anchor import Anchor
from pipeline.segment.day_places import day_beside
from pipeline.times.hours import find_hours
from pipeline.times.rows import row_of_hours, showings_of


def repeated(segment: Segment, anchors: Sequence[Anchor]) -> list[Segment]:
    """An item as often as it takes place: « Samedi et dimanche, 10h-12h et 14h-17h » are four.

    Example: « Samedi 20 mai, 9h-12h », right below it « Dimanche 21 mai, 14h-18h » → two that differ by nothing else.
    """
    if not are_showings(anchors):
        return _in_row(segment, anchors[0])
    shown = [(anchor, day_beside(anchor)) for anchor in anchors]
    told = [(segment.model_copy(update={"day": day, "hours": _hours_of(anchor)}), anchor) for anchor, day in shown]
    return [showing for each, anchor in told for showing in _in_row(each, anchor)]


def are_showings(anchors: Sequence[Anchor]) -> bool:
    """Whether the times of an item stand right below each other, each with a day and nothing else on its line."""
    alone = all(anchor.rest is None and anchor.lead is None and day_beside(anchor) for anchor in anchors)
    close = all(below.place == anchor.place + len(anchor.lines) for anchor, below in pairwise(anchors))
    timed = all(anchor.hours.start is not None and anchor.until is None for anchor in anchors)
    return len(anchors) > 1 and alone and close and timed


def _hours_of(anchor: Anchor) -> Passage:
    return cut(anchor.passage, anchor.hours.start_offset, anchor.hours.end_offset)


def _in_row(segment: Segment, anchor: Anchor) -> list[Segment]:
    """An item once for each of the times of a row: « 10h, 11h30 et 15h »."""
    text = anchor.passage.text
    found = [hours for hours in find_hours(text) if hours.start_offset >= anchor.hours.start_offset]
    row = row_of_hours(text, found)
    showings = showings_of(text, row, anchor.hours.start_offset if anchor.lead is not None else 0)
    if len(showings) < 2 or anchor.until is not None:
        return [segment]
    return [
        segment.model_copy(
            update={
                "hours": cut(anchor.passage, showing.hours.start_offset, showing.hours.end_offset),
                "day": cut(anchor.passage, *showing.day) if showing.day else segment.day,
            }
        )
        for showing in showings
    ]
