"""Several times in a row: « Samedi à 10h, 11h30 et 15h, dimanche de 14h à 18h » tells when one item takes place."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.times.days import WEEKDAYS, any_of
from pipeline.times.hours import Hours, find_hours

_WEEKDAY = any_of(row[0] for row in WEEKDAYS)
_DAY = re.compile(rf"(?<!\w){_WEEKDAY}(?!\w)(?:\s{{1,2}}[0-9]{{1,2}}(?!\s?(?:h|:|[0-9]))(?:er)?)?", re.IGNORECASE)
# What may stand between the times of one item besides its days.
_JOINT = re.compile(r"(?:\b(?:et|ou|puis|ainsi que|de|à|dès|le|les)\b|[\s,;/&|·•+()–—-])*", re.IGNORECASE)
_PARTS = re.compile(r"[,;/&·•+]|\b(?:et|ou|puis|ainsi que)\b", re.IGNORECASE)
_UP_TO = re.compile(r"\bau\b", re.IGNORECASE)
# A joint that nothing follows: « 11h et » with « 15h » set below.
_LOOSE_END = re.compile(r"\s*(?:et|ou|puis|&)\s*\Z", re.IGNORECASE)
# What leads from the end of a line to the time on the next.
_GOES_ON = re.compile(r"\s*(?:à|et|ou|puis|&|,|-|–)\s*", re.IGNORECASE)


class Showing(NamedTuple):
    """One time of several, and the offsets of its weekday if one is printed for it."""

    hours: Hours
    day: tuple[int, int] | None


def row_of_hours(text: str, found: Sequence[Hours]) -> list[Hours]:
    """The first of some times of a text and those behind it with nothing but days and joints between.

    Example: « 9h-12h et 14h-17h | Visite » → both; « 9h Accueil, 10h Visite » → the first.
    """
    row = list(found[:1])
    for hours in found[1:]:
        if not _JOINT.fullmatch(_DAY.sub(" ", text[row[-1].end_offset : hours.start_offset])):
            break
        row.append(hours)
    return row


def end_of_row(text: str, row: Sequence[Hours]) -> int:
    """Where a row of times ends, with a joint behind it that leads on to the next line."""
    end = row[-1].end_offset
    loose = _LOOSE_END.match(text, end)
    return loose.end() if loose else end


def is_open_row(text: str) -> bool:
    """Whether a text is nothing but times and days and goes on with a time: « Samedi à 10h, dimanche de 14h à »."""
    rest, found = text, find_hours(text)
    last = text[found[-1].end_offset :] if found else ""
    if not found or found[-1].end is not None or not _GOES_ON.fullmatch(last):
        return False
    for hours in reversed(found):
        rest = rest[: hours.start_offset] + " " + rest[hours.end_offset :]
    return _JOINT.fullmatch(_DAY.sub(" ", rest)) is not None


def showings_of(text: str, row: Sequence[Hours], begin: int = 0) -> list[Showing]:
    """Each time of a row with each of its days, which may be told of several times at once.

    Example: « Samedi et dimanche, 10h-12h et 14h-17h » → four. Times that nothing parts are no showings of one item.
    """
    found: list[Showing] = []
    days: list[tuple[int, int] | None] = [None]
    last = begin
    for number, hours in enumerate(row):
        gap = text[last : hours.start_offset]
        if hours.start is None or hours.problem or (number and not _PARTS.search(gap)):
            return []
        told = [(last + day.start(), last + day.end()) for day in _DAY.finditer(gap)]
        days = [None] if _UP_TO.search(gap) else [*told] or days
        found += [Showing(hours, day) for day in days]
        last = hours.end_offset
    return found
