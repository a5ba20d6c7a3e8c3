"""When the items of a document take place: the years it tells, and the slot of each segment."""

import datetime as dt
import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from pipeline.document import Document, Line, Outline, Page, Passage, Slot
from pipeline.source import Source
from pipeline.times import is_day_heading, parse_slot
from pipeline.times.dates import YearClues, find_season, find_years, resolve_day, resolve_weekday
from pipeline.times.days import MONTH, WEEKDAY, find_days
from pipeline.times.hours import find_hours

# The parts of a day or a period that is set on several lines: all without its year, and its end.
_PART_OF_DAY = re.compile(rf"(?:{WEEKDAY}|{MONTH}|[0-9]{{1,2}}(?![0-9])|er|du|au|les?|et|\W)+", re.IGNORECASE)
# The months of a programme with their year: « Octobre – novembre 2024 ».
_PERIOD = re.compile(rf"(?:{MONTH}|de|du|d['’]|à|au|et|\W)+20[0-9]{{2}}\W*", re.IGNORECASE)
# A title that ends with the month of its days: « Les rencontres d'octobre 2024 ».
_MONTH_AT_END = re.compile(rf"(?<!\w)(?P<month>{MONTH}\s20[0-9]{{2}})\W*\Z", re.IGNORECASE)
_MONTH_ALONE = re.compile(rf"(?P<month>{MONTH})(?:\s(?P<year>20[0-9]{{2}}))?", re.IGNORECASE)
# The name of an event takes no more lines than these, and sizes so near in points are one.
MOST_HEADS, SAME_SIZE = 3, 0.5
_YEAR_AT_END = re.compile(rf"(?:{MONTH}\s)?\s?20[0-9]{{2}}", re.IGNORECASE)


def find_slots(document: Document, source: Source, outline: Outline) -> list[Slot]:
    """The slot of each segment; a lone weekday (« SAMEDI ») is the day of the event that has it."""
    years = year_clues(document, source)
    # A lone weekday is one of the days in headings and periods; days in sentences are asked only if none is.
    days = [_days_of_event(document, years, alone) for alone in (True, False)]
    months = _months(document, years)
    return [
        _until(parse_slot(segment.day, segment.hours, years, _context(segment.day, days, months)), segment.until)
        for segment in outline.segments
    ]


def _months(document: Document, years: YearClues) -> list[tuple[Line, int, int]]:
    """The lines that tell a month and nothing else, each with its year: « MARS 2026 » heads days without month."""
    found = []
    for line in (line for page in document.pages for line in page.lines):
        told = _MONTH_ALONE.fullmatch(line.text.strip())
        known = [int(told["year"])] if told and told["year"] else list(years.printed)
        first = find_days(f"1 {told['month']}") if told and len(set(known)) == 1 else ()
        if first and first[0].month:
            found.append((line, known[0], first[0].month))
    return found


def _until(slot: Slot, until: Passage | None) -> Slot:
    """The slot with the end that is printed apart from its start."""
    found = find_hours(until.text) if until else ()
    if not found:
        return slot
    last = found[-1]
    return slot.model_copy(update={"end": last.end or last.start, "ends_next_day": last.ends_next_day})


def year_clues(document: Document, source: Source) -> YearClues:
    """What tells the year: the sidecar, years printed in dates and in the title, the day the file was made.

    Years in running text (« publié en 2014 ») tell nothing of the event.
    """
    dated: list[int] = []
    titled: list[int] = []
    seasons: set[tuple[int, int]] = set()
    heads = _heads(document)
    alone = [day for page in document.pages for text in _lone_days(page) for day in find_days(text)]
    days = {date for day in alone if day.year and (date := day.in_year(day.year))}
    months = {day.month for day in alone}
    for page in document.pages:
        for line in (*page.furniture, *page.lines):
            if page.number == 1 and (season := find_season(line.text)):
                seasons.add(season)
            for year in find_years(line.text):
                if year.kind == "date":
                    dated.append(year.year)
                elif page.number == 1 and (
                    # « 12 mars, 20h : Léa Durand, prix des Éclusiers 2024 » is an item, no title of the event.
                    (year.kind == "title" and not find_hours(line.text))
                    or _PERIOD.fullmatch(line.text)
                    or line in heads
                    or _ends_with_month(line.text, months)
                ):
                    titled.append(year.year)
    titled += [year.year for year in find_years(document.title or "")]
    return YearClues(
        season=seasons.pop() if len(seasons) == 1 else None,
        printed=tuple(dict.fromkeys([*dated, *titled])),
        titled=tuple(dict.fromkeys(titled)),
        days=tuple(sorted(days)),
        sidecar=source.year,
        created=document.created.year if document.created else None,
    )


def _ends_with_month(text: str, months: Collection[int | None]) -> bool:
    """Whether a line ends with one of these months and its year: « Les rencontres d'octobre 2024 »."""
    told = _MONTH_AT_END.search(text)
    return told is not None and any(day.month in months for day in find_days(f"1 {told['month']}"))


def _heads(document: Document) -> list[Line]:
    """The lines of the first page that are set larger than any other line: the name of the event.

    Where later pages have headings as large, only those it begins with: « Mardi 4 mai en détail » may head a part.
    """
    lines = [line for page in document.pages for line in page.lines]
    largest = max((line.style.size for line in lines), default=0.0)
    heads = [line for line in lines if line.style.size > largest - SAME_SIZE]
    first = min((page.number for page in document.pages), default=0)
    if any(line.page != first for line in heads):
        known = set(map(id, heads))
        heads = list(takewhile(lambda line: id(line) in known, (line for line in lines if line.page == first)))
    return heads if len(heads) <= MOST_HEADS else []


def _lone_days(page: Page) -> list[str]:
    """The lines of a page that tell nothing but days, also those broken before their year or month.

    Example: « DU 30 JUIN AU 1ER JUILLET » above « 2022 » are one.
    """
    texts = [line.text for line in (*page.furniture, *page.lines)]
    found = [text for text in texts if is_day_heading(text)]
    for place, text in enumerate(texts):
        if not _YEAR_AT_END.fullmatch(text):
            continue
        for first in (place - 1, place - 2):
            parts = texts[max(0, first) : place]
            if parts and all(_PART_OF_DAY.fullmatch(part) for part in parts):
                joined = " ".join([*parts, text])
                found += [joined] if is_day_heading(joined) else []
    return found


def _days_of_event(document: Document, years: YearClues, alone: bool) -> set[dt.date]:
    """The days the document prints in full, or only those in lines that tell nothing else (`alone`)."""
    found = {
        resolve_day(day, years=years).date
        for page in document.pages
        for text in (_lone_days(page) if alone else [line.text for line in (*page.furniture, *page.lines)])
        for day in find_days(text)
        if not day.weekday_only
    }
    return {day for day in found if day is not None}


def _context(
    day: Passage | None, days: Sequence[Collection[dt.date]], months: Sequence[tuple[Line, int, int]] = ()
) -> dt.date | None:
    """The only day with the weekday a heading gives, among the first of these days of which one has it.

    Its number may be that of a day in the month printed last before it.
    """
    printed = find_days(day.text) if day else ()
    if not printed or not printed[0].weekday_only or printed[0].weekday is None:
        return None
    for known in days:
        fitting = {d for d in known if d.weekday() == printed[0].weekday and printed[0].day in (None, d.day)}
        if fitting:
            return resolve_weekday(printed[0].weekday, sorted(fitting))
    over = [(year, month) for line, year, month in months if day and _is_before(line, day.pieces[0].line)]
    if not over or printed[0].day is None:
        return None
    date = printed[0].model_copy(update={"month": over[-1][1]}).in_year(over[-1][0])
    return date if date and date.weekday() == printed[0].weekday else None


def _is_before(heading: Line, line: Line) -> bool:
    """Whether a heading stands on an earlier page than a line, or above it."""
    return (heading.page, heading.box.y0) < (line.page, line.box.y0)
