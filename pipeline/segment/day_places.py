"""Which of the days a document prints is that of an item: beside its time, over it, at the edge of its page."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from pipeline.document import Line, Passage
from pipeline.page.entries import is_listed
from pipeline.page.passages import cut, join_lines, same_block
from pipeline.segment.anchor import Anchor
from pipeline.segment.day_headings import DayHeading
from pipeline.times import is_day_heading
from pipeline.times.days import PrintedDay, find_days

# What may stand between a weekday and the time behind it: « Samedi de 10h à 18h ».
_AROUND_DAY = re.compile(r"[\s,;:|–—-]*(?:(?:de|à|dès|entre)\b)?[\s,;:|–—-]*$", re.I)
# What parts a day from a title before it: « Le pont – mardi 14 mai, 10h »; « La nuit du 4 août 14h » has none.
_PARTED = re.compile(r"(?:^|[^\w\s])\s*(?:le\s+)?$", re.I)
# Words before a day by which something is to be done, or on which the page was written: it is none of the event.
_DEADLINE = re.compile(
    r"\b(?:avant|jusqu['’]au|jusqu['’]à|depuis|d['’]ici)\b[^.]*$|"
    r"\b(?:version|mise? à jour|actualis[ée]|imprim[ée]|programme (?:pr[ée]visionnel|provisoire|[ée]tabli))"
    r" (?:du|le|au|en date du)\s*$|\bprogramme au\s*$|"
    r"\b(?:initialement|d['’]abord|pr[ée]c[ée]demment) (?:pr[ée]vue?s?|programm[ée]e?s?|fix[ée]e?s?)"
    r" (?:le|les|au|du)\s*$|"
    r"\b(?:au lieu|report[ée]e?s?) du\s*$",
    re.I,
)
# What stands before the day of a letter: « Vézac, le 4 mai 2026 ».
_DATELINE = re.compile(r"\W*[A-ZÀ-Þ][^\d,;:]{1,40},\s+le\s+$")
# Between a day with its hours and an item within these stand no more times.
MOST_INSIDE = 30
# Items within another without a time stand so many points further in than its time.
INDENT = 6.0
_DayOfYear = tuple[int | None, int | None]


def day_beside(anchor: Anchor) -> Passage | None:
    """The day on the line of a time: before it, or after it where nothing else stands there."""
    text, hours = anchor.passage.text, anchor.hours
    lead = _AROUND_DAY.sub("", text[: hours.start_offset])
    if anchor.lead is None:
        days = find_days(text[: anchor.rest]) or find_days(lead)
    else:
        # A title stands before the time, and a title may name a day: « Le 14 juillet vu d'ici 14h-15h ».
        days = tuple(day for day in find_days(lead) if day.end_offset == len(lead))
        days = days if days and _PARTED.search(lead[: days[0].start_offset]) else ()
    return cut(anchor.passage, days[0].start_offset, days[0].end_offset) if days else None


def day_around(anchors: Sequence[Anchor], line: Line, place: int, anchor: Anchor | None) -> Passage | None:
    """The day beside the last time with one before an item, if that spans it: « 18 juin, 9h30-12h », « 10h ».

    A start alone spans what begins later, and an item without a time where that is set further in or in a list.

    Args:
        anchors: the time anchors of the document.
        line: the first line of the item.
        place: the place of its time, or of its first line.
        anchor: the time of the item, if it has one.
    """
    before = anchors[: bisect_left(anchors, place, key=lambda other: other.place)]
    dated = ((other, day) for other in reversed(before[-MOST_INSIDE:]) if (day := day_beside(other)))
    over, day = next(dated, (None, None))
    if over is None:
        return None
    if anchor is None:
        held = line.box.x0 > over.lines[0].box.x0 + INDENT or is_listed(line.text)
        return day if held and line.page >= over.lines[0].page else None
    first, start, last = over.hours.start, anchor.hours.start, over.hours.end
    return day if first and start and first <= start and (last is None or start < last) else None


def heading_over(headings: Sequence[DayHeading], line: Line, before: int) -> DayHeading | None:
    """The heading of the day a line stands under: the last one, or of several side by side that of its column.

    Args:
        headings: the day headings of the document.
        line: a line of the item, best that of its time.
        before: the place in reading order before which a heading holds.
    """
    over = [heading for heading in headings if heading.place < before]
    if not over:
        return None
    last = over[-1]
    if line.page == last.line.page and line.box.y0 < last.line.box.y0:
        return last
    row = [heading for heading in headings if _level(last.line, heading.line)]
    # In the strip of a card the day stands at the left of the hour: « Mer. 1er avr.          16h ».
    left = [heading for heading in row if heading.edges[1] <= line.box.x0]
    if any(_level(line, heading.line) for heading in left):
        return max(left, key=lambda heading: heading.edges)
    return min(row, key=lambda heading: _gap(heading.edges, line)) if len(row) > 1 else last


def _level(line: Line, other: Line) -> bool:
    """Whether the middle of a line stands at the height of another on the same page."""
    return line.page == other.page and other.box.y0 < line.box.middle_y < other.box.y1


def _gap(edges: tuple[float, float], line: Line) -> float:
    """How far a line stands from these edges sideways, below zero where it is between them."""
    return max(edges[0], line.box.x0) - min(edges[1], line.box.x1)


def framed_day(
    framed: Mapping[int, Passage | None], page: int, heading: DayHeading | None, headings: Sequence[DayHeading]
) -> Passage | None:
    """The day that the header or footer tells of a page, or of the last page before that the heading does not head.

    A heading tells more than a day that stands at the edge of its own page, or one that never changes and is over.

    Args:
        framed: the day at the edge of each page.
        page: the page of the item.
        heading: the heading over the item, if there is one.
        headings: all day headings of the document.
    """
    printed = {_day_of_year(find_days(passage.text)[0]) for passage in framed.values() if passage}
    for number in range(page, heading.line.page if heading else 0, -1):
        passage = framed.get(number)
        if passage is None:
            continue
        day = find_days(passage.text)[0]
        begun = {_day_of_year(other.day) for other in headings if other.line.page == number}
        if heading and (_day_of_year(day) in begun or (len(printed) == 1 and _is_past(day, heading.day))):
            continue
        return passage
    return None


def _is_past(day: PrintedDay, begun: PrintedDay) -> bool:
    if not day.month or not day.day or not begun.month or not begun.day:
        return False
    if day.year and begun.year and day.year != begun.year:
        return day.year < begun.year
    return (day.month, day.day) < (begun.month, begun.day)


def days_of_headings(lines: Sequence[Line]) -> set[_DayOfYear]:
    """The days and months in lines that tell nothing but days: headings and the period of the event."""
    return {_day_of_year(day) for line in lines if is_day_heading(line.text) for day in find_days(line.text)}


def day_in_furniture(furniture: Sequence[Line], known: Collection[_DayOfYear]) -> Passage | None:
    """The day in the header or footer of a page; beside other words only one of the `known` days, if there are."""
    for line in furniture:
        days = find_days(line.text)
        if len(days) != 1 or days[0].day is None:
            continue
        passage = join_lines([line])
        if is_day_heading(line.text):
            return passage
        if not known or days[0].month is None or _day_of_year(days[0]) in known:
            return cut(passage, days[0].start_offset, days[0].end_offset)
    return None


def only_day(lines: Sequence[Line], first: int | None = None) -> Passage | None:
    """The day of a document that prints exactly one: in lines of its own, above its first item, or anywhere.

    What is told of other days in running text (« la loi du 3 mars 2021 ») is no day of the event.

    Args:
        lines: the lines of the document in reading order.
        first: where the first item begins, if that is known.
    """
    headings = [line for line in lines if is_day_heading(line.text)]
    alone = _only(_full_days(headings))
    if alone or days_of_headings(headings):
        return alone
    told = _full_days(lines)
    above = [day for day in told if day.place < first] if first else []
    named = [day for day in above if day.printed.weekday is not None]
    return _only(told) or _only(above) or _only(named) or _only([day for day in above if not day.is_dateline])


class _FullDay(NamedTuple):
    """A day of a month in running text, by the place of the line it begins in."""

    place: int
    printed: PrintedDay
    passage: Passage
    is_dateline: bool


def _full_days(lines: Sequence[Line]) -> list[_FullDay]:
    """The days of these lines, also those that a paragraph breaks over two: « le jeudi 9 », « octobre 2025 »."""
    found: list[_FullDay] = []
    for place, line in enumerate(lines):
        if not find_days(line.text) and not line.text[-1:].isdigit():
            continue
        below = [after for after in lines[place + 1 : place + 2] if same_block(line, after)]
        passage = join_lines([line, *below], one_paragraph=True)
        for day in find_days(passage.text):
            if day.day is None or day.month is None or day.start_offset >= len(line.text):
                continue
            before = passage.text[: day.start_offset]
            if not _DEADLINE.search(before):
                ends_line = not passage.text[day.end_offset : len(line.text)].strip(" .")
                spot = cut(passage, day.start_offset, day.end_offset)
                found.append(_FullDay(place, day, spot, ends_line and _DATELINE.match(before) is not None))
    return found


def _only(days: Sequence[_FullDay]) -> Passage | None:
    found: dict[_DayOfYear, Passage] = {}
    for day in days:
        found.setdefault(_day_of_year(day.printed), day.passage)
    return next(iter(found.values())) if len(found) == 1 else None


def _day_of_year(day: PrintedDay) -> _DayOfYear:
    return day.day, day.month
