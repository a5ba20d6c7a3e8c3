"""The hours of a whole event, printed with its day over the table that holds its items."""

from collections.abc import Sequence

from pipeline.segment.anchors import MIN_INSIDE, OPENING_MINUTES, Anchor
from pipeline.times.days import find_days


def without_event_hours(anchors: list[Anchor], inside: Sequence[Anchor], start: int) -> list[Anchor]:
    """The times without those of the event: « Mardi 9 juin 2026 – 9h / 17h » over a table with all that happens then.

    Args:
        anchors: the times of the text outside tables.
        inside: the times of the items in tables.
        start: where the first of these begins.
    """
    return [anchor for anchor in anchors if not (anchor.place < start and _spans(anchor, inside))]


def _spans(anchor: Anchor, inside: Sequence[Anchor]) -> bool:
    first, last = anchor.hours.start, anchor.hours.end
    if first is None or last is None or anchor.rest is not None or anchor.lead is not None:
        return False
    if 60 * (last.hour - first.hour) + last.minute - first.minute < OPENING_MINUTES:
        return False
    dated = any(not day.weekday_only for day in find_days(anchor.passage.text))
    starts = [other.hours.start for other in inside if other.hours.start]
    return dated and sum(first <= start < last for start in starts) >= MIN_INSIDE
