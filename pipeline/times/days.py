"""Days as French programmes print them: the grammar, built from the rows of words below.

dateparser reads what the rows do not cover, and only full dates (day, month and year): « le six octobre 2022 »,
« 3 sep 2022 ». For dates the rows already split into day, month and year it adds nothing but cost (0.1 s to
import, 1 ms a date) and knows less: it reads neither « vend. 3 févr. 2023 » nor « 3 juill. 2023 ».
"""

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from pipeline.document import Frozen
from pipeline.garbage import CACHED_TEXTS

# Full name first, then the abbreviations met on posters, and what congresses in two languages print.
WEEKDAYS: tuple[tuple[str, ...], ...] = (
    ("lundi", "lun", "monday"),
    ("mardi", "mar", "tuesday"),
    ("mercredi", "merc", "mer", "wednesday"),
    ("jeudi", "jeu", "thursday"),
    ("vendredi", "vend", "ven", "friday"),
    ("samedi", "sam", "saturday"),
    ("dimanche", "dim", "sunday"),
)
# Not here, because they are other words as well: « mar » (mardi, mars), « jan », « sep », « jui ».
MONTHS: tuple[tuple[str, ...], ...] = (
    ("janvier", "janv", "january"),
    ("février", "févr", "fév", "february"),
    ("mars", "march"),
    ("avril", "avr", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "juill", "juil", "july"),
    ("août", "august"),
    ("septembre", "sept", "september"),
    ("octobre", "oct", "october"),
    ("novembre", "nov", "november"),
    ("décembre", "déc", "december"),
)
HALF_DAYS: dict[Literal["matin", "après-midi", "soir"], tuple[str, ...]] = {
    "matin": ("matin", "matinée"),
    "après-midi": ("après-midi",),
    "soir": ("soir", "soirée"),
}
# A longer run is a period (« du 1er janvier au 31 décembre »), not the days of an event.
_LONGEST_RUN = 31
# A pattern that ignores case takes these for i and s.
_CASELESS = str.maketrans("ıſ", "is")
DASH = "[-\u2010-\u2015\u2212]"


# A day of before is history told in a title, no day of an event that has its programme in a file.
FIRST_YEAR = 1970


class PrintedDay(Frozen):
    """A day as printed: `text[start_offset:end_offset]` is the whole expression it belongs to.

    « 28 et 29 septembre 2022 » gives two days with the same offsets. `weekday` counts from 0, Monday.
    `run` tells the days of « du 28 au 30 septembre » apart: first, last, and between for those not printed.
    `weekday_only` marks a heading without month: « SAMEDI », or « Mercredi 28 » with its `day`.
    """

    start_offset: int
    end_offset: int
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    run: Literal["", "first", "between", "last"] = ""
    weekday_only: bool = False
    problem: Literal["", "date_impossible"] = ""

    def in_year(self, year: int) -> dt.date | None:
        """This day and month in another year, None where there is no such day."""
        if self.day is None or self.month is None or not 1 <= self.day <= days_in_month(self.month, year):
            return None
        return dt.date(year, self.month, self.day)


def fold(words: str) -> str:
    """Words in lower case without accents: `fold("FÉVR")` → `"fevr"`."""
    if words.isascii():
        return words.lower()
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", words) if not unicodedata.combining(sign))
    return bare.lower().translate(_CASELESS)


def spelling(words: str) -> str:
    """The pattern of words with or without their accents, which capitals lose: `spelling("août")` finds AOUT."""
    spaces = {" ": r"\s{1,3}", "'": r"['’]\s?", "-": rf"(?:{DASH}|\s{{1,3}})"}
    parts = []
    for sign in words:
        base = unicodedata.normalize("NFD", sign)[0]
        parts.append(spaces.get(sign) or (re.escape(sign) if base == sign else f"[{base}{sign}][\u0300-\u036f]?"))
    return "".join(parts)


def any_of(words: Iterable[str]) -> str:
    """The pattern of any of these words, the longest first."""
    return "(?:" + "|".join(spelling(word) for word in sorted(words, key=len, reverse=True)) + ")"


_WEEKDAY_NUMBERS = {fold(word): number for number, row in enumerate(WEEKDAYS) for word in row}
_MONTH_NUMBERS = {fold(word): number for number, row in enumerate(MONTHS, 1) for word in row}
WEEKDAY = any_of(word for row in WEEKDAYS for word in row)
MONTH = any_of(word for row in MONTHS for word in row)
HALF_DAY = any_of(word for row in HALF_DAYS.values() for word in row)


def _before_number(group: str = "") -> str:
    """The pattern of an optional weekday before a number: « vend. », « Mercredi, le »."""
    name = f"?P<{group}>" if group else "?:"
    return rf"(?:(?<!\w)({name}{WEEKDAY})(?:\.,?\s{{0,4}}|,?\s{{1,4}})(?:le\s)?)?"


_NUMBER = r"(?:[0-9]{1,2}(?![0-9])(?:\s?(?:er|ᵉʳ)(?!\w))?|premier)"
_ITEM = _before_number() + _NUMBER
# A comma alone makes no list of days: « Salle 3, 28 septembre ».
_LIST = rf"{_ITEM}(?:(?:\s?,\s{{0,3}}{_ITEM}){{0,8}}\s?,?\s{{1,3}}(?:et|&|ou)\s{{1,3}}(?:le\s)?{_ITEM}|/{_ITEM})"
# A dash with spaces is one of a run only at the start of a line: « 4 - 6 mai », but « Salle 4 - 6 mai ».
_RUN = rf"(?:{_ITEM}(?:\s{{1,3}}au\s{{1,3}}|{DASH})|(?<![^\n]){_ITEM}\s{{1,2}}{DASH}\s{{1,2}}){_ITEM}"
_YEAR = r"(?P<year>[12][0-9]{3})(?![0-9])"
_WRITTEN = re.compile(
    rf"(?<!\w)(?<![0-9][.,/])(?:(?P<run>{_RUN})|(?P<days>{_LIST}|{_ITEM}))\s{{0,4}}(?P<month>{MONTH})(?!\w)"
    rf"(?:\.?,?\s{{1,4}}{_YEAR})?",
    re.IGNORECASE,
)
_ITEMS = re.compile(_before_number("weekday") + rf"(?P<number>{_NUMBER})", re.IGNORECASE)
_JOINED = re.compile(
    rf"\.?(?:(?P<to>\s{{1,3}}au\s{{1,3}}|\s?{DASH}\s?)|\s?,\s|\s?,?\s(?:et|&|ou)\s{{1,3}})(?:le\s)?", re.I
)
_NUMERIC = re.compile(
    rf"(?<![\w,])(?<![0-9][./-]){_before_number('weekday')}"
    r"(?:(?P<iso>[12][0-9]{3})-(?P<iso_month>[0-9]{2})-(?P<iso_day>[0-9]{2})|(?P<day>[0-9]{1,2})(?:"
    r"(?P<sign>[./-])(?P<month>[0-9]{1,2})(?P=sign)(?P<year>[12][0-9]{3})|"
    r"/(?P<short_month>[0-9]{1,2})(?:/(?P<short_year>[0-9]{2}))?|"
    rf"\.(?P<point_month>0[1-9]|1[0-2])(?!\s{{0,2}}(?:à|{DASH})\s{{0,2}}[0-9]{{1,2}}\.[0-9])))(?![\w/]|[.,-][0-9])",
    re.IGNORECASE,
)
# « Mercredi 28, de 9h », « Mercredi 28 (9h », « Mercredi 28 à 9 h », or a text that ends before its time.
_TO_HOURS = (
    r"(?:[,:](?=[^\S\n]|$)|\((?=[0-9]|$))?[^\S\n]{0,3}(?:(?:à(?:\spartir\sde)?|de|dès|entre)(?:[^\S\n]{1,3}|$))?"
    rf"(?:$|[0-9]{{1,2}}[^\S\n]?(?:h|:[0-9]|(?:à|{DASH})[^\S\n]?[0-9]{{1,2}}[^\S\n]?h))"
)
# Short names stand with their number: « SAM. 7 », « sam. 7 à 18h ».
_SHORT = (
    any_of(word for row in WEEKDAYS for word in row[1:])
    + rf"(?=\.?[^\S\n]{{1,3}}[0-9]{{1,2}}[^\S\n]{{0,4}}{_TO_HOURS})"
)
_HEADING = re.compile(
    rf"^[^\w\n]{{0,4}}(?P<weekday>{any_of(row[0] for row in WEEKDAYS)}|{_SHORT})(?!\w)\.?"
    r"(?:[^\S\n]{1,3}(?P<number>[0-9]{1,2})(?![0-9])(?:\s?er)?"
    rf"(?=[^\S\n]{{0,4}}(?:$|[|•·]|[–—-]\s(?:$|\D|[^–—\n-]{{1,80}}[–—-])|{HALF_DAY}|{_TO_HOURS})))?"
    rf"(?=[^\S\n]{{0,4}}(?:$|[:,|(•·]|[–—-]\s|{HALF_DAY}|{_TO_HOURS}))",
    re.IGNORECASE | re.MULTILINE,
)
# The number words dateparser knows, and what a month begins with.
_SPELT = re.compile(
    r"(?<!\w)(?P<day>[0-9]{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)\s{1,3}"
    r"(?P<month>(?:jan|f[eé]v|mar|avr|mai|jui|jul|jun|ao[uû]|sep|oct|nov|d[eé]c)[a-zéèû]{0,8}(?!\w))\.?\s{1,3}"
    r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)
_HINT = re.compile(r"[0-9]|di(?!\w)|dimanche|premier", re.IGNORECASE)


@lru_cache(maxsize=512)
def read_full_date(words: str) -> dt.date | None:
    """Read a date printed with its day, month and year; the same whatever today is.

    Example: `read_full_date("six octobre 2022")` → `datetime.date(2022, 10, 6)`; None for anything less.
    """
    import dateparser

    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
        "DATE_ORDER": "DMY",
        "RELATIVE_BASE": dt.datetime(2000, 1, 1),
    }
    read = dateparser.parse(words, languages=["fr"], settings=settings)
    return read.date() if read else None


def days_in_month(month: int, year: int | None = None) -> int:
    """How many days a month has, 0 if there is no such month; February has 29 when the year is unknown."""
    return calendar.monthrange(year or 2000, month)[1] if 1 <= month <= 12 else 0


def _checked(day: PrintedDay) -> PrintedDay:
    """The day as it is, marked if no calendar has it."""
    possible = day.day is not None and day.month is not None and 1 <= day.day <= days_in_month(day.month, day.year)
    return day.model_copy(update={"problem": "" if possible else "date_impossible"})


def _weekday(word: str | None) -> int | None:
    return _WEEKDAY_NUMBERS[fold(word)] if word else None


def _run(first: PrintedDay, last: PrintedDay) -> list[PrintedDay]:
    """Two days and those between them; the two alone where they are no run that can be counted."""
    # Without a year a run leaves 29 February out: it may not exist.
    year = last.year or 2001
    turn = (first.month or 0) > (last.month or 0)
    begin, end = first.in_year(first.year or year - turn), last.in_year(year)
    if not begin or not end or not 0 < (end - begin).days <= _LONGEST_RUN:
        return [first, last]
    days = [begin + dt.timedelta(days=step) for step in range(1, (end - begin).days)]
    between = [
        PrintedDay(
            start_offset=first.start_offset,
            end_offset=first.end_offset,
            day=day.day,
            month=day.month,
            year=day.year if last.year else None,
            run="between",
        )
        for day in days
    ]
    return [first.model_copy(update={"run": "first"}), *between, last.model_copy(update={"run": "last"})]


def _written(match: re.Match[str]) -> list[PrintedDay]:
    """The days of one expression with one month: « 28 septembre », « 18, 19 et 20 mars 2022 », « 28-30 juin »."""
    year = match["year"]
    days = [
        _checked(
            PrintedDay(
                start_offset=match.start(),
                end_offset=match.end(),
                weekday=_weekday(item["weekday"]),
                day=int(re.match(r"[0-9]*", item["number"])[0] or 1),  # type: ignore[index]
                month=_MONTH_NUMBERS[fold(match["month"])],
                year=int(year) if year else None,
            )
        )
        for item in _ITEMS.finditer(match["run"] or match["days"])
    ]
    return _run(*days) if match["run"] else days


def _joined(chain: list[list[PrintedDay]]) -> list[PrintedDay]:
    """Expressions in one: all take the year printed with the last, « du 30 septembre au 2 octobre 2022 »."""
    start, last = chain[0][0].start_offset, chain[-1][0]
    days = []
    for day in (day for expression in chain for day in expression):
        year = day.year
        if year is None and last.year and day.month and last.month:
            year = last.year - (day.month > last.month)
        days.append(
            _checked(day.model_copy(update={"start_offset": start, "end_offset": last.end_offset, "year": year}))
        )
    return days


def _written_days(text: str) -> list[list[PrintedDay]]:
    groups: list[list[PrintedDay]] = []
    chain: list[list[PrintedDay]] = []

    def close() -> None:
        # Without a year at its end nothing holds a list together.
        groups.extend([_joined(chain)] if chain and chain[-1][0].year else chain)
        chain.clear()

    for match in _WRITTEN.finditer(text):
        days = _written(match)
        gap = _JOINED.fullmatch(text, chain[-1][0].end_offset, match.start()) if chain else None
        if gap and gap["to"] and len(chain[-1]) == len(days) == 1:
            before = chain.pop()
            close()
            groups.append(_run(*_joined([before, days])))
            continue
        if not gap or chain[-1][0].year:
            close()
        chain.append(days)
    close()
    return groups


def _numeric_days(text: str) -> list[list[PrintedDay]]:
    groups = []
    for match in _NUMERIC.finditer(text):
        short = match["short_year"]
        partial = match["short_month"] or match["point_month"]
        if partial and not short and not match["weekday"]:
            continue  # « 1/2 » is a fraction and « 28.09 » a number; « mer. 28/09 » is a day
        year = match["iso"] or match["year"] or (short and f"{'20' if short < '70' else '19'}{short}")
        day = PrintedDay(
            start_offset=match.start(),
            end_offset=match.end(),
            weekday=_weekday(match["weekday"]),
            day=int(match["iso_day"] or match["day"]),
            month=int(match["iso_month"] or match["month"] or partial),
            year=int(year) if year else None,
        )
        groups.append([_checked(day)])
    return groups


def _spelt_days(text: str) -> list[list[PrintedDay]]:
    """Full dates the rows of words do not cover, read by dateparser and believed if the figures agree."""
    groups = []
    for match in _SPELT.finditer(text):
        day, known = match["day"], fold(match["month"]) in _MONTH_NUMBERS
        date = None if day.isdigit() and known else read_full_date(f"{day} {match['month']} {match['year']}".lower())
        if date and date.year == int(match["year"]) and (not day.isdigit() or date.day == int(day)):
            start, end = match.span()
            groups.append(
                [PrintedDay(start_offset=start, end_offset=end, day=date.day, month=date.month, year=date.year)]
            )
    return groups


def _headings(text: str) -> list[list[PrintedDay]]:
    return [
        [
            PrintedDay(
                start_offset=match.start("weekday"),
                end_offset=match.end(),
                weekday=_weekday(match["weekday"]),
                day=int(match["number"]) if match["number"] else None,
                weekday_only=True,
            )
        ]
        for match in _HEADING.finditer(text)
    ]


def names_date(text: str) -> bool:
    """Whether a text names a day by more than its weekday."""
    return any(not day.weekday_only for day in find_days(text))


@lru_cache(maxsize=CACHED_TEXTS)
def find_days(text: str) -> tuple[PrintedDay, ...]:
    """Find the days printed in a text, in reading order; those of history (« 4 août 1789 ») are none of an event.

    Example: `find_days("Les 28 et 29 septembre 2022")` → two days; `find_days("31 septembre")` → one with
    `problem="date_impossible"`, never another day.
    """
    if not _HINT.search(text):
        return ()
    groups = [*_written_days(text), *_numeric_days(text), *_spelt_days(text), *_headings(text)]
    found: list[PrintedDay] = []
    # The sort is stable: of two readings that begin together the first reader's stands.
    for days in sorted(groups, key=lambda days: days[0].start_offset):
        if not found or days[0].start_offset >= found[-1].end_offset:
            found += days
    return tuple(day for day in found if day.year is None or day.year >= FIRST_YEAR)
