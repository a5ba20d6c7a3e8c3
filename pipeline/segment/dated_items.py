"""Programmes that print a day for each item and no hour: a seminar from October to May, the dates of a season."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from pipeline.document import Line, Passage
from pipeline.page.entries import LABELLED
from pipeline.page.passages import cut, join_lines
from pipeline.segment.anchor import Anchor
from pipeline.times.days import PrintedDay, find_days
from pipeline.times.hours import Hours, find_hours

# Without hours only a list of so many days, each later than the one before, is taken for a programme, and only one
# that says so of itself.
MIN_DAYS = 4
_SAYS_SO = re.compile(
    r"\b(?:s[ée]minaires?|s[ée]ances?|programm(?:e|ation)|calendrier|cycle|conf[ée]rences?|rencontres?|saison|"
    r"rendez-vous|journ[ée]es? d['’][ée]tudes?)\b",
    re.I,
)
# Dates of other things: meetings told of, deeds and decrees, deadlines.
_OTHER = re.compile(
    r"\b(?:d[ée]cret|loi|arr[êe]t[ée]|facture|[ée]ch[ée]ance|proc[èe]s-verbal|compte[- ]rendu)\b", re.I
)
# A title beside its day is parted from it by a sign; a comma parts the hours of that day alone from it.
_PARTED = re.compile(r"\s*[:|–—•(-]\s*\S|\s*,\s*(?:de\s|à\s|dès\s)?\s*\d{1,2}\s?(?:h|:)")

# The place and the hours of an item between its day and its title.
_PLACED = re.compile(r"\s*,\s(?=[^:.]*\b(?:à|au|aux|chez|de)\b)[^:.]{4,60}?\s:\s(?=\S)")


def day_anchors(lines: Sequence[Line], flow: Collection[int]) -> list[Anchor]:
    """The days that each announce an item, where nothing but days does; none where the document is no such list.

    Args:
        lines: the lines of the document in reading order.
        flow: indices of those outside grids.
    """
    found = [
        (anchor, day) for index in sorted(flow) if (told := _announced(lines[index], index)) for anchor, day in [told]
    ]
    if len(found) < MIN_DAYS or not _rise([day for _, day in found]):
        return []
    texts = [line.text for line in lines]
    before = texts[: found[0][0].place]
    if not any(_SAYS_SO.search(text) for text in before) or any(_OTHER.search(text) for text in texts):
        return []
    told_of = sum(
        after.place > anchor.place + 1 or bool(re.search(r"\w", anchor.passage.text[anchor.hours.end_offset :]))
        for (anchor, _), (after, _) in pairwise(found)
    )
    return [anchor for anchor, _ in found] if told_of == len(found) - 1 else []


def with_own_hours(dated: Sequence[Anchor], timed: Sequence[Anchor]) -> list[Anchor]:
    """The days of a list, each with the hours printed in its line where these are its own; none if others have hours.

    Hours told above the first day are those of all: « Les mardis de 17h à 19h sauf mention contraire ».
    """
    own = {anchor.place: anchor for anchor in timed if dated and anchor.place >= dated[0].place}
    if 2 * len(own) > len(dated) or not own.keys() <= {anchor.place for anchor in dated}:
        return []
    return [_with_hours(anchor, own.get(anchor.place)) for anchor in dated]


def _with_hours(dated: Anchor, timed: Anchor | None) -> Anchor:
    """A day with the time in its line; a note between the two is no title: « 7 mai (attention : 9h-12h) »."""
    if timed is None:
        return dated
    text, end = timed.passage.text, timed.hours.end_offset
    if not _is_note(text[dated.hours.end_offset : timed.hours.start_offset]):
        return timed
    return timed._replace(lead=None, rest=end if re.search(r"\w", text[end:]) else None)


def _announced(line: Line, place: int) -> tuple[Anchor, PrintedDay] | None:
    """The day with its weekday or year that begins a line, a number before it (« Séance 2 – ») or a sign behind."""
    days = find_days(line.text)
    if not days or days[0].day is None or days[0].month is None:
        return None
    day = days[0]
    before = line.text[: day.start_offset].strip(" •-–—:|,")
    if before and not LABELLED.fullmatch(before):
        return None
    rest = line.text[day.end_offset :]
    placed = _PLACED.match(rest)
    if (day.weekday is None and day.year is None) or (rest.strip(" .:*") and not (placed or _PARTED.match(rest))):
        return None
    hours = Hours(start_offset=day.start_offset, end_offset=day.end_offset)
    # A note behind the day begins small: « – en visioconférence », « – attention, salle 204 ».
    if placed:
        end = day.end_offset + placed.end()
        own = [told for told in find_hours(line.text[:end]) if told.start_offset >= day.end_offset]
        return Anchor(place, (line,), join_lines([line]), own[0] if own else hours, end, None), day
    titled = day.end_offset if rest.strip(" .:*") and not _is_note(rest) else None
    return Anchor(place, (line,), join_lines([line]), hours, titled, None), day


def _is_note(rest: str) -> bool:
    return rest.lstrip(" .,:|–—•(-")[:1].islower() and not rest.lstrip().startswith(":")


def _rise(days: Sequence[PrintedDay]) -> bool:
    """Whether each day is later than the one before; the year may turn once where none is printed."""
    falls = sum(
        (first.year or 0, first.month or 0, first.day or 0) >= (second.year or 0, second.month or 0, second.day or 0)
        for first, second in pairwise(days)
    )
    return falls <= (0 if days[0].year and days[-1].year else 1)


def common_hours(lines: Sequence[Line], anchors: Sequence[Anchor]) -> Passage | None:
    """The one range of hours told above the first of these days: « Le lundi de 14h à 16h »."""
    found: dict[tuple[object, object], Passage] = {}
    for line in lines[: anchors[0].place] if anchors else ():
        for hours in find_hours(line.text):
            if hours.start and hours.end:
                passage = cut(join_lines([line]), hours.start_offset, hours.end_offset)
                found.setdefault((hours.start, hours.end), passage)
    return next(iter(found.values())) if len(found) == 1 else None
