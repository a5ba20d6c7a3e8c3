"""Which day a printed day is: the year programmes leave out, found from clues and never from today."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, get_args

from pipeline.document import Frozen
from pipeline.times.days import MONTH, PrintedDay, find_days

__all__ = [
    "PrintedDay",
    "PrintedYear",
    "Resolved",
    "YearClues",
    "find_days",
    "find_years",
    "printed_years",
    "resolve_day",
    "resolve_weekday",
]

YearKind = Literal["date", "title", "month", "other"]
Problem = Literal["date_impossible", "annee_indeterminee", "jour_semaine_contredit"]

_YEAR = re.compile(
    r"(?<![\w.,+])(?<![0-9]/)(?P<figures>[0-9]{1,2}[./-][0-9]{1,2}[./-])?(?P<year>(?:199|20[0-9])[0-9]|2100)"
    r"(?P<iso>-[0-9]{2}-[0-9]{2})?(?![\w%€]|[.,][0-9])"
)
_MONTH_BEFORE = re.compile(
    rf"(?P<day>(?:(?<![0-9])[0-9]{{1,2}}|er|premier)\s{{0,4}})?(?<!\w){MONTH}\.?,?\s{{1,3}}\Z", re.IGNORECASE
)
# Laws carry the date they were made, long before the event: « la loi du 11/02/2005 ».
_LAW_BEFORE = re.compile(
    r"\b(?:lois?|d[ée]crets?|arr[êe]t[ée]s?|ordonnances?|circulaires?|directives?|r[èe]glements?|d[ée]lib[ée]rations?)\b"
    r"(?:\s[^\s.,;:()]{1,20}){0,5}?\s{1,4}du\s{1,4}\Z",
    re.IGNORECASE,
)
# A title ends with its year, what the document is, or the page: « Forum 2024 – Programme », « Forum 2024 – 3 ».
_ENDS_TITLE = re.compile(
    r"[^\S\n]{0,4}(?:[–—|:,·-]\s?(?:(?:le |pr[ée]-?)?programme\W{0,3}|"
    r"(?:p(?:age|\.)\s?)?[0-9]{1,3}(?:\s?[/–—-]\s?[0-9]{0,3})?))?[^\S\n]{0,4}(?:\n|\Z)",
    re.IGNORECASE,
)
# « Programmation 2022 – Quai des Lins », « Édition 2022 au quai ».
_NAMES_YEAR = re.compile(r"(?<!\w)(?:programmation|programme|[ée]dition|calendrier)\s{1,4}\Z", re.IGNORECASE)
_TITLE_WORDS = 12
_YEARS_AROUND = 6  # how far from its event a file may have been made for its year to choose among printed ones
# A season over the turn of a year begins in this month at the earliest: « Saison 2023-2024 ».
SEASON_START = 8
_SEASON = re.compile(
    rf"(?<![\w.,+/-])(?P<first>20[0-9]{{2}})\s?(?:[-–—/]|à|au)\s?(?:{MONTH}\s)?(?P<last>20[0-9]{{2}}|[0-9]{{2}})(?![\w%€/-])",
    re.IGNORECASE,
)
_BY_WEEKDAY = "année imprimée ailleurs, choisie par le jour de la semaine"


class PrintedYear(Frozen):
    """A year as printed, and what it stands with.

    `kind`: « date » in a full date (« 13 mars 2026 », « 13/03/2026 »), « title » at the end of a short line
    (« Programmation 2022 »), « month » after a month alone (« janvier 2021 »), « other » for the rest
    (« (éditions du Quai, 2021) »).
    """

    start_offset: int
    end_offset: int
    year: int
    kind: YearKind


class YearClues(Frozen):
    """What tells the year of a day printed without it.

    `printed` are the years of dates elsewhere in the document, the best first; `titled` those of them that stand in
    a title; `days` the full dates in lines that tell nothing else: headings and the period of the event; `season`
    the first and the last year of a period over the turn of a year; `sidecar` is the year its sidecar gives;
    `created` the year of the file's own metadata.
    """

    season: tuple[int, int] | None = None
    printed: tuple[int, ...] = ()
    titled: tuple[int, ...] = ()
    days: tuple[dt.date, ...] = ()
    sidecar: int | None = None
    created: int | None = None


class Resolved(Frozen):
    """A day found from a printed one: None where the clues do not suffice, with the reason among `problems`."""

    date: dt.date | None
    method: str = ""
    problems: tuple[Problem, ...] = ()


def find_years(text: str) -> tuple[PrintedYear, ...]:
    """Find the years from 1990 to 2100 printed in a text, in reading order; what each is worth is the caller's.

    Example: `find_years("Programmation 2022")` → one year, of kind « title ».
    """
    found = []
    for match in _YEAR.finditer(text):
        start, end = match.span("year")
        found.append(
            PrintedYear(start_offset=start, end_offset=end, year=int(match["year"]), kind=_kind(text, match))
        )
    return tuple(found)


def find_season(text: str) -> tuple[int, int] | None:
    """The two years of a season that runs over the turn of a year, as a title prints it.

    Examples: « Séminaire 2023-2024 », « octobre 2023 – février 2024 », « Saison 23/24 » (None: no full year).
    """
    found = _SEASON.search(text) if len(text.split()) < _TITLE_WORDS else None
    if found is None:
        return None
    first, last = int(found["first"]), int(found["first"][: -len(found["last"])] + found["last"])
    return (first, last) if last == first + 1 else None


def _kind(text: str, match: re.Match[str]) -> YearKind:
    start, end = match.span("year")
    month = _MONTH_BEFORE.search(text[max(0, start - 20) : start])
    if match["figures"] or match["iso"] or (month and month["day"]):
        first = match.start() if month is None else max(0, start - 20) + month.start()
        return "other" if _LAW_BEFORE.search(text[max(0, first - 100) : first]) else "date"
    line = text[text.rfind("\n", max(0, start - 120), start) + 1 : start]
    if month:
        return "month"
    ends_line = _ENDS_TITLE.match(text[end : end + 40]) or _NAMES_YEAR.search(line)
    return "title" if ends_line and "(" not in line and len(line.split()) < _TITLE_WORDS else "other"


def printed_years(text: str) -> tuple[int, ...]:
    """The distinct years printed in a text, the best clue first: in dates, then in titles, then the most frequent.

    Example: `printed_years("le 13 octobre 2017 (voir Dupré, 2015)")` → `(2017, 2015)`.
    """
    years = find_years(text)
    counts = Counter(year.year for year in years)
    best: dict[int, int] = {}
    for year in years:
        rank = get_args(YearKind).index(year.kind)
        best[year.year] = min(rank, best.get(year.year, rank))
    return tuple(sorted(counts, key=lambda year: (best[year], -counts[year], year)))


def _fits(printed: PrintedDay, year: int) -> bool:
    date = printed.in_year(year)
    return date is not None and printed.weekday in (None, date.weekday())


def _year_of(printed: PrintedDay, years: YearClues) -> tuple[int | None, str]:
    """The year of a day and what says so; None if the clues leave a choice."""
    if printed.year is not None:
        return printed.year, "année imprimée"
    if years.sidecar is not None:
        return years.sidecar, "année du fichier d'accompagnement"
    same = {day.year for day in years.days if (day.day, day.month) == (printed.day, printed.month)}
    if len(same) == 1:
        return same.pop(), "année imprimée avec le même jour"
    if years.season and printed.month:
        first = printed.month >= SEASON_START
        order = years.season if first else years.season[::-1]
        if fitting_season := [year for year in order if _fits(printed, year)]:
            return fitting_season[0], "année de la saison imprimée"
    elsewhere = tuple(dict.fromkeys(years.printed))
    if len(elsewhere) == 1:
        return elsewhere[0], "année imprimée ailleurs"
    of_event = {day.year for day in years.days}
    if len(of_event) == 1 and _fits(printed, min(of_event)):
        return of_event.pop(), "année des jours de l'événement"
    titled = [year for year in dict.fromkeys(years.titled) if _fits(printed, year)]
    if len(titled) == 1 and printed.weekday is not None:
        return titled[0], _BY_WEEKDAY
    if printed.weekday is None:
        return None, ""
    fitting = [year for year in elsewhere if _fits(printed, year)]
    if years.created is None:
        return (fitting[0], _BY_WEEKDAY) if len(fitting) == 1 else (None, "")
    # A weekday comes back after 5, 6 or 11 years: one year at most of three in a row has it.
    near = [year for year in (years.created - 1, years.created, years.created + 1) if _fits(printed, year)]
    if len(fitting) > 1:
        fitting = [year for year in fitting if abs(year - years.created) <= _YEARS_AROUND]
    if len(fitting) == 1 and set(near) <= set(fitting):
        return fitting[0], _BY_WEEKDAY
    return (near[0], "jour de la semaine et année du fichier") if near and set(fitting) <= set(near) else (None, "")


def resolve_day(printed: PrintedDay, *, years: YearClues) -> Resolved:
    """Find the date of a printed day.

    The year is, in this order: the one printed with the day; the sidecar's; the one printed with the same day in a
    heading or a period; the only one printed elsewhere; the only one of headings and periods, if it fits; the
    only one of several printed elsewhere in which the weekday is right (of more than one, the only one less than
    seven years from the file's own); the file's own year, the one before or after, if the weekday is right in it.
    Where the last two disagree there is none. It is never the current year.

    Example: « Mercredi 28 septembre » with a file of 2022 → 2022-09-28; « 28 septembre » with the same → None.
    """
    if printed.problem:
        return Resolved(date=None, problems=(printed.problem,))
    year, method = _year_of(printed, years) if printed.month else (None, "")
    if year is None:
        return Resolved(date=None, problems=("annee_indeterminee",))
    date = printed.in_year(year) if dt.MINYEAR <= year <= dt.MAXYEAR else None
    if date is None:
        return Resolved(date=None, method=method, problems=("date_impossible",))
    contradicted = printed.weekday not in (None, date.weekday())
    return Resolved(date=date, method=method, problems=("jour_semaine_contredit",) if contradicted else ())


def resolve_weekday(weekday: int, days: Sequence[dt.date]) -> dt.date | None:
    """The only one of these days with this weekday (0 is Monday), None if there is none or more than one."""
    fitting = {day for day in days if day.weekday() == weekday}
    return fitting.pop() if len(fitting) == 1 else None
