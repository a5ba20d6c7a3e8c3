"""When the items of a document take place: the years it tells, and the slot of each segment."""

import datetime as dt
from collections.abc import Collection

from pipeline.dates import YearClues, find_years, resolve_day, resolve_weekday
from pipeline.days import find_days
from pipeline.document import Document, Outline, Passage, Slot
from pipeline.source import Source
from pipeline.times import parse_slot


def find_slots(document: Document, source: Source, outline: Outline) -> list[Slot]:
    """The slot of each segment; a lone weekday (« SAMEDI ») is the day of the event that has it."""
    years = year_clues(document, source)
    days = _days_of_event(document, years)
    return [
        parse_slot(segment.day, segment.hours, years, _context(segment.day, days)) for segment in outline.segments
    ]


def year_clues(document: Document, source: Source) -> YearClues:
    """What tells the year: the sidecar, years printed in dates and in the title, the day the file was made.

    Years in running text (« publié en 2014 ») tell nothing of the event.
    """
    dated: list[int] = []
    titled: list[int] = []
    for page in document.pages:
        for line in (*page.furniture, *page.lines):
            for year in find_years(line.text):
                if year.kind == "date":
                    dated.append(year.year)
                elif year.kind == "title" and page.number == 1:
                    titled.append(year.year)
    titled += [year.year for year in find_years(document.title or "")]
    return YearClues(
        printed=tuple(dict.fromkeys([*dated, *titled])),
        sidecar=source.year,
        created=document.created.year if document.created else None,
    )


def _days_of_event(document: Document, years: YearClues) -> set[dt.date]:
    """The days the document prints in full."""
    found = {
        resolve_day(day, years=years).date
        for page in document.pages
        for line in (*page.furniture, *page.lines)
        for day in find_days(line.text)
        if not day.weekday_only
    }
    return {day for day in found if day is not None}


def _context(day: Passage | None, days: Collection[dt.date]) -> dt.date | None:
    printed = find_days(day.text) if day else ()
    if not printed or not printed[0].weekday_only or printed[0].weekday is None:
        return None
    return resolve_weekday(printed[0].weekday, sorted(d for d in days if printed[0].day in (None, d.day)))
