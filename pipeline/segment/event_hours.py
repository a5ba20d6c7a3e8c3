"""Hours that are of no item: of a whole event, over all it holds, and of an office that informs."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.minutes import minutes_of
from pipeline.page.passages import same_block
from pipeline.segment.anchor import Anchor
from pipeline.times.days import WEEKDAY, find_days, names_date
from pipeline.times.hours import find_hours

_POSTCODE = re.compile(r"(?<!\d)\d{5}(?!\d)")

# The hours of an event last at least so many minutes, and so many times after them fall into them.
OPENING_MINUTES, MIN_INSIDE, DAY_MINUTES = 240, 3, 24 * 60
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
    return alone and names_date(anchor.passage.text) and _holds_event(anchor, inside)


def without_opening(anchors: list[Anchor], lines: Sequence[Line]) -> list[Anchor]:
    """Without the hours of the whole event: a long range at the top, set otherwise than the times within it.

    Beside its day it may be set as they are. People may be welcomed before it begins.
    """
    first, rest = anchors[:1], anchors[1:]
    if first and rest and _stands_over_address(first[0], rest, lines):
        return rest
    if not first or len(rest) < MIN_INSIDE:
        return anchors
    if _announces(first[0], rest[0]) or _spans_day(first[0], rest):
        return rest
    style = first[0].lines[0].style
    usual, _ = Counter((anchor.lines[0].style.size, anchor.lines[0].style.bold) for anchor in rest).most_common(1)[0]
    if (style.size, style.bold) == usual and not names_date(first[0].passage.text):
        return anchors
    return rest if _holds_event(first[0], rest[: MIN_INSIDE + 1]) else anchors


def _holds_event(anchor: Anchor, others: Sequence[Anchor]) -> bool:
    """Whether hours are as long as those of an event, and several of the others begin within them."""
    if anchor.hours.start is None or anchor.hours.end is None:
        return False
    first = minutes_of(anchor.hours.start)
    last = minutes_of(anchor.hours.end) + DAY_MINUTES * anchor.hours.ends_next_day
    starts = [minutes_of(other.hours.start) for other in others if other.hours.start]
    return last - first >= OPENING_MINUTES and sum(first <= start < last for start in starts) >= MIN_INSIDE


def _stands_over_address(first: Anchor, rest: Sequence[Anchor], lines: Sequence[Line]) -> bool:
    """Whether a range alone on its line, between the day and the address, is that of the whole event."""
    if first.hours.end is None or first.hours.start is None or first.rest or first.lead or not first.place:
        return False
    dated = names_date(lines[first.place - 1].text)
    below = lines[first.place + 1 : min(first.place + 3, rest[0].place)]
    starts = [anchor.hours.start for anchor in rest if anchor.hours.start]
    inside = any(first.hours.start <= start < first.hours.end for start in starts)
    return dated and inside and any(_POSTCODE.search(line.text) for line in below)


def _announces(first: Anchor, after: Anchor) -> bool:
    """Whether a day with a start is that of the event, whose first item begins then: « Le 3 mai à partir de 13h »."""
    dated = names_date(first.passage.text) and not find_days(after.passage.text)
    return dated and first.hours.end is None and first.hours.start == after.hours.start


def _spans_day(anchor: Anchor, others: Sequence[Anchor]) -> bool:
    """Whether a day and a range hold all times below, which begin with it: « 3 mai, 10h – 12h »."""
    start, end = anchor.hours.start, anchor.hours.end
    if start is None or end is None or not names_date(anchor.passage.text):
        return False
    starts = [other.hours.start for other in others if other.hours.start]
    dated = any(find_days(other.passage.text) for other in others)
    return not dated and start in starts[:2] and all(start <= other < end for other in starts[1:])


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
