"""The hours of a whole event, printed with its day over the table that holds its items."""

from collections.abc import Sequence

from pipeline.segment.anchors import Anchor, holds_event
from pipeline.times.days import names_date


def without_event_hours(anchors: list[Anchor], inside: Sequence[Anchor], start: int) -> list[Anchor]:
    """The times without those of the event: « Mardi 9 juin 2026 – 9h / 17h » over a table with all that happens then.

    Args:
        anchors: the times of the text outside tables.
        inside: the times of the items in tables.
        start: where the first of these begins.
    """
    return [anchor for anchor in anchors if not (anchor.place < start and _spans(anchor, inside))]


def _spans(anchor: Anchor, inside: Sequence[Anchor]) -> bool:
    alone = anchor.rest is None and anchor.lead is None
    return alone and names_date(anchor.passage.text) and holds_event(anchor, inside)
