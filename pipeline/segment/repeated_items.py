"""Items that take place several times: one for each time and day printed in a row at its head."""

from pipeline.document import Segment
from pipeline.page.passages import cut
from pipeline.segment.anchor import Anchor
from pipeline.times.hours import find_hours
from pipeline.times.rows import row_of_hours, showings_of


def repeated(segment: Segment, anchor: Anchor) -> list[Segment]:
    """An item as often as it takes place: « Samedi et dimanche, 10h-12h et 14h-17h » are four.

    Example: an item at « 10h, 11h30 et 15h » → three that differ by nothing but their hours.
    """
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
