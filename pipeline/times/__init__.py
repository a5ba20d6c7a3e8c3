"""When an item takes place: the printed day and hours of a segment → `Slot`, and moments on the clock of a place.

What counts as a printed time is in `pipeline.times.hours`, as a printed day in `pipeline.times.days`.
"""

import datetime as dt
import re
from functools import lru_cache
from typing import Literal

from pipeline.document import Finding, Passage, Slot
from pipeline.garbage import CACHED_TEXTS
from pipeline.times.clock import is_hour_scale
from pipeline.times.dates import Resolved, YearClues, resolve_day
from pipeline.times.days import HALF_DAY, HALF_DAYS, MONTH, WEEKDAY, PrintedDay, find_days, fold
from pipeline.times.hours import Duration, Hours, find_durations, find_hours

__all__ = [
    "Duration",
    "HalfDay",
    "Hours",
    "YearClues",
    "find_durations",
    "find_half_day",
    "find_hours",
    "is_day_heading",
    "is_hour_scale",
    "localise",
    "parse_slot",
]

HalfDay = Literal["matin", "après-midi", "soir"]

_HALF = rf"(?P<half>{HALF_DAY})(?!\w)"
_ARTICLE = r"(?:(?:au|en|le|la|dans\sla)\s|l['’])?"
# Next to a day (« Mercredi 28 septembre matin », « matinée du 28 ») or as one (« APRÈS-MIDI » alone on its line).
_HALF_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        rf"(?<!\w)(?:{WEEKDAY}(?:\s{{1,3}}[0-9]{{1,2}}(?:er)?)?|{MONTH}|20[0-9]{{2}})[.,]?[\s–—-]{{1,4}}{_ARTICLE}{_HALF}",
        rf"^[^\w\n]{{0,6}}{_ARTICLE}{_HALF}[^\w\n]{{0,6}}$",
        rf"^[^\w\n]{{0,6}}{_ARTICLE}{_HALF}\s{{1,3}}d[ue]\s{{1,3}}(?:{WEEKDAY}(?!\w)|[0-9])",
    )
)
# What may stand beside a day in a heading: « Journée 2 », « matin », a place after a dash is too much.
_DAY_REST = re.compile(
    r"(?:premi[eè]re?|deuxi[eè]me|seconde?|troisi[eè]me|quatri[eè]me|derni[eè]re?|\d{1,3}(?:[eè]re?|[eè]me|e|er|nde?)\b|"
    r"(?:demi-)?journée|jour|matinée?|matin|après-midi|apres-midi|soir[ée]{0,2}|"
    r"programme|déroul(?:é|ement)(?: de la\b)?|planning|suite|en détails?|détaillée?|du|le|les|et|au|n°|\d|\W)",
    re.I,
)
_OTHER_HALF = re.compile(rf"\s{{0,3}}(?:et|/|&|,|-|–)\s{{0,3}}{_ARTICLE}{_HALF}", re.IGNORECASE)
# « Jeudi 9 mai 2024 / Thursday, May 9, 2024 »
_ENGLISH_DAY = re.compile(
    r"[\s/|–—-]{0,6}(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s{1,4}(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:\s\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s\d{4})?\W{0,4}$",
    re.I,
)


@lru_cache(maxsize=CACHED_TEXTS)
def find_half_day(text: str) -> HalfDay | None:
    """The half day a text gives beside a day or as its only words; None if there is none, or more than one.

    Example: `find_half_day("JEUDI 29 SEPTEMBRE APRES-MIDI")` → « après-midi »; `find_half_day("ce matin-là")` → None.
    """
    found = set()
    for pattern in _HALF_DAYS:
        for match in pattern.finditer(text):
            found.add(_half_day(match))
            if other := _OTHER_HALF.match(text, match.end()):
                found.add(_half_day(other))
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=CACHED_TEXTS)
def is_day_heading(text: str) -> bool:
    """Whether a text is a day with at most a half day, a number or « journée » beside it.

    Example: « Mercredi 28 septembre matin » is; « Le 28 septembre, la ville … » is not.
    """
    days = find_days(text)
    if not days or find_hours(text):
        return False
    rest = text
    # The offsets of the days hold on before a day in English behind them.
    if english := _ENGLISH_DAY.search(text, max(day.end_offset for day in days)):
        rest = text[: english.start()]
    for day in reversed(days):
        rest = rest[: day.start_offset] + " " + rest[day.end_offset :]
    return not _DAY_REST.sub("", rest).strip()


def _half_day(match: re.Match[str]) -> HalfDay:
    word = fold(match["half"])
    return next(name for name, row in HALF_DAYS.items() if any(word[:4] == fold(known)[:4] for known in row))


def localise(date: dt.date, time: dt.time, timezone: str, next_day: bool = False) -> dt.datetime:
    """The moment of a printed time at a place, with the offset that place has then.

    When clocks go back an hour comes twice: the first is meant (`fold=0`). When they go forward an hour does not
    exist: its times keep the offset from before the change, so that 02:30 is the moment that shows 03:30.

    Example: `localise(date(2022, 9, 28), time(10), "Europe/Paris").isoformat()` → `2022-09-28T10:00:00+02:00`.
    """
    from zoneinfo import ZoneInfo

    day = date + dt.timedelta(days=1) if next_day else date
    return dt.datetime.combine(day, time.replace(fold=0), tzinfo=ZoneInfo(timezone))


def _finding(code: str, passage: Passage, start: int, end: int) -> Finding:
    """A finding about a stretch of a passage, with the page it stands on."""
    places = passage.places(start, end) or passage.places()
    return Finding(code=code, page=places[0].page if places else None, subject=passage.text[start:end])


def _choose(days: tuple[PrintedDay, ...], context: dt.date | None) -> PrintedDay:
    """Of the days printed for one item the one the context tells, else the first full one, else the first."""
    full = [day for day in days if not day.weekday_only]
    if context:
        told = [day for day in full if (day.day, day.month) == (context.day, context.month)]
        full = told or full
    return full[0] if full else days[0]


def _resolve(printed: PrintedDay, years: YearClues, context: dt.date | None) -> Resolved:
    """The date of a printed day; the context gives the month or year it lacks, if nothing speaks against it."""
    if printed.weekday_only and context and printed.day in (None, context.day):
        agrees = printed.weekday == context.weekday()
        # The context is no print: a weekday that contradicts it leaves no date to keep.
        return (
            Resolved(date=context, method="jour de la semaine, date du contexte")
            if agrees
            else Resolved(date=None, problems=("jour_semaine_contredit",))
        )
    resolved = resolve_day(printed, years=years)
    if context and resolved.date is None and not printed.problem and printed.in_year(context.year) == context:
        contradicted = printed.weekday not in (None, context.weekday())
        return resolved if contradicted else Resolved(date=context, method="année du contexte")
    return resolved


def _day_of(passage: Passage | None, years: YearClues, context: dt.date | None) -> tuple[Resolved, list[Finding]]:
    days = find_days(passage.text) if passage else ()
    if not passage or not days:
        return Resolved(date=context, method="date du contexte" if context else ""), []
    printed = _choose(days, context)
    resolved = _resolve(printed, years, context)
    alternatives = {(day.day, day.month) for day in days if not day.weekday_only}
    if resolved.date and len(alternatives) > 1 and resolved.date != context:
        resolved = resolved.model_copy(
            update={"method": f"{resolved.method} ; premier de {len(alternatives)} jours imprimés"}
        )
    return resolved, [
        _finding(problem, passage, printed.start_offset, printed.end_offset) for problem in resolved.problems
    ]


def _hours_of(passage: Passage | None) -> tuple[Hours | None, list[Finding]]:
    """The first hours of a passage, what is wrong with them, and that there are others."""
    found = find_hours(passage.text) if passage else ()
    if not passage or not found:
        return None, []
    first = found[0]
    findings = []
    if first.problem:
        findings.append(_finding(first.problem, passage, first.start_offset, first.end_offset))
    if len({(hours.start, hours.end, hours.open) for hours in found}) > 1:
        findings.append(_finding("plusieurs_heures", passage, first.start_offset, found[-1].end_offset))
    return first, findings


def parse_slot(
    day: Passage | None, hours: Passage | None, years: YearClues, context_day: dt.date | None = None
) -> Slot:
    """Read when an item takes place from the passages that tell it.

    Args:
        day: where its day is printed; the first full day counts, or the one that is also the context's.
        hours: where its time is printed; the first time or range counts, others give « plusieurs_heures ».
        years: what tells the year where none is printed.
        context_day: the day of the part of the programme the item stands in, for an item without a day of its
            own, under a heading such as « SAMEDI », or with a day whose year nothing else tells.

    Returns:
        The slot as printed; what is impossible, contradicted or undetermined is None and among its findings
        (a range that ends before it starts keeps both times).
    """
    resolved, findings = _day_of(day, years, context_day)
    read, hour_findings = _hours_of(hours)
    halves = (find_half_day(passage.text) for passage in (day, hours) if passage)
    return Slot(
        date=resolved.date,
        start=read.start if read else None,
        end=read.end if read else None,
        ends_next_day=read.ends_next_day if read else False,
        half_day=next((half for half in halves if half), None),
        date_method=resolved.method,
        findings=(*findings, *hour_findings),
    )
