"""Days with words beside them that head their items all the same: « Jeudi 9 mai – Journée des écoles »."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from pipeline.document import Line
from pipeline.page.look import Look
from pipeline.times import find_hours, is_day_heading
from pipeline.times.days import PrintedDay, find_days

# What is said of a day behind it, or before, is no longer than this.
MAX_THEME = 80
# A day that heads a programme has so many times below it; the day of a single item has one.
MIN_TIMES = 2

_SIGN = re.compile(r"\s*(?:[–—|·•:/]|-\s|\()")
_SIGN_BEFORE = re.compile(r"\w\s*(?:[–—|·•:]|\s-)\s+$")


def themed_days(lines: Sequence[Line], timed: Collection[int] = ()) -> dict[int, PrintedDay]:
    """The days that begin lines with words behind a sign, or end them behind one, by the places of these lines.

    They head what follows where several days of a document are set in one look, each over several times: hours in
    the lines, or items at the places in `timed`.
    """
    groups: defaultdict[Look, list[tuple[int, PrintedDay]]] = defaultdict(list)
    themed: set[int] = set()
    for place, line in enumerate(lines):
        day = _first_day(line.text) or _last_day(line.text)
        if day is None or line.rotation:
            continue
        alone = is_day_heading(line.text)
        if not alone and not (_is_themed(line.text, day) or _last_day(line.text)):
            continue
        groups[Look.of(line.style)].append((place, day))
        if not alone:
            themed.add(place)
    if not themed:
        return {}
    told = [place in timed or bool(find_hours(line.text)) for place, line in enumerate(lines)]
    found: dict[int, PrintedDay] = {}
    for days in groups.values():
        ends = [place for place, _ in days[1:]] + [len(lines)]
        times = [sum(told[place:end]) for (place, _), end in zip(days, ends, strict=True)]
        if len({(day.day, day.month) for _, day in days}) > 1 and min(times) > 0 and 2 * _several(times) > len(times):
            found |= {place: day for place, day in days if place in themed}
    return found


def is_themed_day(text: str) -> bool:
    """Whether a text is a day and, behind a sign, a few words: « Jeudi 9 mai – Journée des écoles »."""
    day = _first_day(text)
    return day is not None and _is_themed(text, day)


def _several(times: Sequence[int]) -> int:
    return sum(count >= MIN_TIMES for count in times)


def _first_day(text: str) -> PrintedDay | None:
    """The day a text begins with, if it says which of the month it is."""
    days = find_days(text)
    return days[0] if days and days[0].day is not None and not text[: days[0].start_offset].strip(" •–—|") else None


def _last_day(text: str) -> PrintedDay | None:
    """The day that ends a text behind words and a sign: « CONFÉRENCES — SAMEDI 12 AVRIL »."""
    days = find_days(text)
    if len(days) != 1 or days[0].day is None or text[days[0].end_offset :].strip() or find_hours(text):
        return None
    before = text[: days[0].start_offset]
    return days[0] if len(before) <= MAX_THEME and _SIGN_BEFORE.search(before) else None


def _is_themed(text: str, day: PrintedDay) -> bool:
    rest = text[day.end_offset :]
    return (
        _SIGN.match(rest) is not None
        and len(rest) <= MAX_THEME
        and len(find_days(text)) == 1
        and not find_hours(text)
    )
