"""Hours that are of no item: of a whole event, over the table that holds its items, and of an office that informs."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.page.passages import same_block
from pipeline.segment.anchors import Anchor, holds_event
from pipeline.times.days import WEEKDAY, names_date
from pipeline.times.hours import find_hours

# So far above a time its paragraph may say whose it is.
MOST_ABOVE = 2
_WEEKLY = re.compile(rf"\bdu\s+{WEEKDAY}s?\s+au\s+{WEEKDAY}s?\b\D{{0,25}}$", re.I)
_OFFICE = re.compile(
    r"\b(?:billetterie|guichets?|renseignements?|r[ée]servations?|office d[eu] tourisme|secr[ée]tariat|standard|"
    r"permanences?|services?|accueil du public|t[ée]l(?:\.|[ée]phone)|contacts?)\b",
    re.I,
)


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


def without_office_hours(lines: Sequence[Line], anchors: Sequence[Anchor]) -> list[Anchor]:
    """The times without those at which somebody may be asked: « Billetterie : du lundi au vendredi, 9h-12h »."""
    return [anchor for anchor in anchors if not _is_of_office(lines, anchor)]


def _is_of_office(lines: Sequence[Line], anchor: Anchor) -> bool:
    """Whether a week stands before a time in its paragraph, and who is there then."""
    text = anchor.passage.text[: anchor.hours.start_offset]
    place = anchor.place
    while place and anchor.place - place < MOST_ABOVE and same_block(lines[place - 1], lines[place]):
        place -= 1
        text = f"{lines[place].text} {text}"
    for hours in reversed(find_hours(text)):  # « du lundi au vendredi 9h-12h et 14h-17h »
        text = text[: hours.start_offset] + text[hours.end_offset :]
    return _WEEKLY.search(text) is not None and _OFFICE.search(text) is not None
