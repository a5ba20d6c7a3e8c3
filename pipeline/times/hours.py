"""Clock times and lengths of time as French programmes print them.

A figure with « h » is a clock time unless what stands around it makes it a length. What decides is in the rows
below and in `_is_length`.
"""

import datetime as dt
import re
from functools import lru_cache
from typing import Literal, NamedTuple

from pipeline.document import Frozen
from pipeline.garbage import CACHED_TEXTS
from pipeline.minutes import minutes_of
from pipeline.times.clock import BETWEEN, GAP, Clock, after, before, find_clocks, joins
from pipeline.times.days import any_of, fold

# Words before a time that leave one end open, and those that only announce a time.
FROM_WORDS = ("à partir de", "à compter de", "dès", "depuis", "après")
UNTIL_WORDS = ("jusqu'à", "jusque", "jusque vers", "avant")
AT_WORDS = ("à", "vers", "rendez-vous", "rdv", "début", "fin")
# Words before a figure that make it a length; those of the second row only up to the hours of a working day,
# because « un atelier de 2h » is a length and « la séance de 14h » is not.
LENGTH_WORDS = (
    "pendant",
    "durant",
    "en",
    "sous",
    "toutes les",
    "il y a",
    "plus de",
    "moins de",
    "formation de",
    "les",
)
SHORT_LENGTH_WORDS = ("de", "environ", "soit", "comptez", "compter", "prévoir")
LENGTH_WORDS_AFTER = (
    "par jour",
    "par semaine",
    "par mois",
    "par an",
    "par personne",
    "plus tard",
    "chacun",
    "chacune",
)
NUMBER_WORDS = {"une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8}
FRACTIONS = {"demi-heure": 30, "trois quarts d'heure": 45, "quart d'heure": 15}

_WORKING_DAY = 7  # « (7h) » is how long a day of training is
_LAST_NIGHT_HOUR = 5  # « 1h30 » in the middle of a line is a length, « 9h30 » is a time
_LAST_MISPRINT = 29  # « 25h » is a misprint to report, « 35h » and « 48h » are lengths
_EVENING, _MORNING = 18, 8  # from when until when a range may run over midnight

_OPENING = re.compile(
    rf"(?<!\w)(?:(?P<start>{any_of(FROM_WORDS)})|(?P<end>{any_of(UNTIL_WORDS)})|{any_of(AT_WORDS)})"
    r"\s{0,3}:?\s{0,3}\Z",
    re.IGNORECASE,
)
_LINE_START = re.compile(r"[\n|•][^\w\n(\[]{0,6}\Z")
_LABEL = re.compile(r"\s{0,2}(?::|[–—|-]\s)")
_LENGTH_BEFORE = re.compile(
    rf"(?:(?<!\w)(?:{any_of(['durée'])}s?|dure|durent|dureront|durera)(?!\w)[^\n0-9.]{{0,14}}"
    rf"|(?<!\w){any_of(LENGTH_WORDS)}\s{{1,2}}|[x×+]\s?)\Z",
    re.IGNORECASE,
)
_SHORT_BEFORE = re.compile(rf"(?:(?<!\w)(?:{any_of(SHORT_LENGTH_WORDS)}\s{{1,2}}|d['’])|[(\[]\s?)\Z", re.IGNORECASE)
_LENGTH_AFTER = re.compile(
    r"\s?/\s?(?:j|jours?|sem|semaine|mois|an|personne)(?!\w)"
    rf"|\s{{1,2}}{any_of(LENGTH_WORDS_AFTER)}(?!\w)",
    re.IGNORECASE,
)
# How long a film is, before its year: « 1h33, 2022 ».
_YEAR_AFTER = re.compile(r"\s?[,/·•|–—-]\s?(?:19|20)[0-9]{2}(?!\w)")
_ROUND_THE_CLOCK = re.compile(r"\s?(?:/|sur\s)\s?24(?!\w)", re.IGNORECASE)
# In lower case only: « 14h De la donnée au récit » is a time and a title.
_OF_AFTER = re.compile(rf"{GAP}{{1,2}}d(?:e{GAP}(?!l['’]apr|la nuit|la mat)|['’])")
_OTHER_LENGTH = re.compile(
    r"(?<![\w.,])(?:(?P<minutes>[0-9]{1,3})\s?(?:minutes?|min\.?|mn|['’′](?![\w'’′]))"
    r"|(?P<decimal>[0-9]{1,2}[.,][0-9]{1,2})\s?h(?:eures?)?"
    rf"|(?P<hours>{any_of(NUMBER_WORDS)})\sheures?(?P<half>\set\sdemie)?"
    rf"|(?P<fraction>{any_of(FRACTIONS)}))(?!\w)",
    re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(r"[0-9]\s?(?:à|-|–|/)\s?\Z")
_AND_MINUTES = re.compile(r"\s{0,2}(?:et\s)?")
_LENGTH_HINT = re.compile(r"[0-9]|heure", re.IGNORECASE)


class Hours(Frozen):
    """A clock time or a range as printed: `text[start_offset:end_offset]`.

    `open` is « from » when only a start is told (« à partir de 18h ») and « until » when only an end is.
    `problem` marks a value no clock has (« 25h », « 10h75 »: left out) or an end before its start (kept).
    """

    start_offset: int
    end_offset: int
    start: dt.time | None = None
    end: dt.time | None = None
    ends_next_day: bool = False
    open: Literal["", "from", "until"] = ""
    problem: Literal["", "heure_impossible", "fin_avant_debut"] = ""


class Duration(Frozen):
    """A length of time as printed: `text[start_offset:end_offset]`."""

    start_offset: int
    end_offset: int
    minutes: int


class _End(NamedTuple):
    """What a clock says as the end of something."""

    time: dt.time | None
    next_day: bool = False


def _time(clock: Clock) -> dt.time | None:
    """The time on a clock, None if no clock shows it; 24h is one only as an end."""
    return dt.time(clock.hour, clock.minute) if clock.hour < 24 and clock.minute < 60 else None


def _end(clock: Clock) -> _End:
    if clock.hour in (0, 24) and clock.minute == 0:
        return _End(dt.time(0), next_day=True)
    return _End(_time(clock))


def crosses_midnight(start: dt.time, end: dt.time) -> bool:
    """Whether an end before its start is meant for the day after: a late evening that ends in the morning."""
    return end < start and start.hour >= _EVENING and end.hour <= _MORNING


def _range(text: str, first: Clock, last: Clock) -> Hours:
    start, (end, next_day) = _time(first), _end(last)
    if next_day and last.hour == 0 and start == dt.time(0):
        next_day = False  # from midnight to the same midnight
    problem: Literal["", "heure_impossible", "fin_avant_debut"] = ""
    if start is None or end is None:
        problem, next_day = "heure_impossible", next_day and end is not None
    elif end <= start and not next_day:
        next_day = crosses_midnight(start, end)
        problem = "" if next_day else "fin_avant_debut"
    between = BETWEEN.search(before(text, first.start))
    return Hours(
        start_offset=first.start - (len(between[0]) if between else 0),
        end_offset=last.end,
        start=start,
        end=end,
        ends_next_day=next_day,
        problem=problem,
    )


def _is_length(text: str, clock: Clock) -> bool:
    """Whether a lone figure is a length of time, by its notation, its size and the words around it."""
    context, rest = before(text, clock.start), after(text, clock.end)
    if _LENGTH_BEFORE.search(context) or _LENGTH_AFTER.match(rest):
        return True
    if clock.notation in (":", "."):
        return False
    introduced = _OPENING.search(context) is not None
    begins_line = _LINE_START.search(context) is not None
    short, night = clock.hour <= _WORKING_DAY, clock.hour <= _LAST_NIGHT_HOUR
    if _OF_AFTER.match(rest) and (short or not (introduced or begins_line)):
        return True
    if introduced:
        return clock.hour > _LAST_MISPRINT
    if clock.notation == "heures" and clock.whole:
        return short or not begins_line
    return (
        clock.hour > _LAST_MISPRINT
        or (clock.hour == 24 and clock.minute == 0)
        or (short and _SHORT_BEFORE.search(context) is not None)
        or (night and (clock.notation == "min" or _YEAR_AFTER.match(rest) is not None))
        or (night and not begins_line and text[clock.start] != "0")
    )


def _lone(text: str, clock: Clock) -> Hours | Duration | None:
    """What a clock that is no part of a range says: a time, a length, or nothing."""
    context, rest = before(text, clock.start), after(text, clock.end)
    opening = _OPENING.search(context)
    if clock.notation == "word":
        named = opening or (_LINE_START.search(context) and _LABEL.match(text + "\n:", clock.end))
        return _told(text, clock, opening) if named or not (context + rest).strip() else None
    if clock.notation == "bare" or re.search(r"[0-9]/\Z", context) or _ROUND_THE_CLOCK.match(rest):
        return None
    if _is_length(text, clock):
        return Duration(start_offset=clock.start, end_offset=clock.end, minutes=minutes_of(clock))
    if clock.notation == ":" and _time(clock) is None:
        return None  # a score or a ratio; « h » would be a misprinted time
    return _told(text, clock, opening)


def _told(text: str, clock: Clock, opening: re.Match[str] | None) -> Hours:
    """The time on a lone clock, with the words that open it and those without which it would be a length."""
    start, place, next_day, end = _time(clock), clock.start, False, None
    opens: Literal["", "from", "until"] = ""
    if opening:
        alone = clock._replace(start=0, end=clock.end - clock.start)
        if opening["start"] or opening["end"] or _is_length(text[clock.start : clock.end], alone):
            place -= len(opening[0])
        if opening["start"]:
            opens = "from"
        if opening["end"]:
            opens, start, (end, next_day) = "until", None, _end(clock)
    return Hours(
        start_offset=place,
        end_offset=clock.end,
        start=start,
        end=end,
        ends_next_day=next_day,
        open=opens,
        problem="" if start or end else "heure_impossible",
    )


@lru_cache(maxsize=CACHED_TEXTS)
def _read(text: str) -> tuple[Hours | Duration, ...]:
    """Each clock of a text as a time, a range or a length."""
    found: list[Hours | Duration] = []
    clocks = find_clocks(text)
    place = 0
    while place < len(clocks):
        first, last = clocks[place], clocks[place + 1] if place + 1 < len(clocks) else None
        if last and joins(text, first, last):
            length = _LENGTH_BEFORE.search(before(text, first.start)) or _LENGTH_AFTER.match(after(text, last.end))
            if not length:
                found.append(_range(text, first, last))
            place += 2
            continue
        if read := _lone(text, first):
            found.append(read)
        place += 1
    return tuple(found)


@lru_cache(maxsize=CACHED_TEXTS)
def find_hours(text: str) -> tuple[Hours, ...]:
    """Find the clock times and ranges printed in a text, in reading order.

    A scale of hours (`is_hour_scale`) gives none, lengths of time are left to `find_durations`.

    Example: `find_hours("de 9h à 10h30, salle 2")` → one, from 09:00 to 10:30, at `text[3:13]`.
    """
    return tuple(read for read in _read(text) if isinstance(read, Hours))


def _other_length(text: str, match: re.Match[str]) -> Duration | None:
    """A length that no clock shows: « 30 minutes », « 1,5h », « deux heures et demie », « une demi-heure »."""
    if _RANGE_BEFORE.search(before(text, match.start())):
        return None
    if match["minutes"]:
        minutes = int(match["minutes"])
    elif match["decimal"]:
        minutes = round(60 * float(match["decimal"].replace(",", ".")))
    elif match["hours"]:
        minutes = 60 * NUMBER_WORDS[fold(match["hours"])] + (30 if match["half"] else 0)
    else:
        word = fold(match["fraction"])
        minutes = next(length for name, length in FRACTIONS.items() if name[:4] == word[:4])
    return Duration(start_offset=match.start(), end_offset=match.end(), minutes=minutes)


@lru_cache(maxsize=CACHED_TEXTS)
def find_durations(text: str) -> tuple[Duration, ...]:
    """Find the lengths of time printed in a text, in reading order; a range (« 5 à 10 min ») is no one length.

    Example: `find_durations("Atelier (1h30)")` → 90 minutes, at `text[9:13]`.
    """
    if not _LENGTH_HINT.search(text):
        return ()
    others = (length for match in _OTHER_LENGTH.finditer(text) if (length := _other_length(text, match)))
    found: list[Duration] = []
    reach = 0
    for read in sorted([*_read(text), *others], key=lambda read: read.start_offset):
        if read.start_offset < reach:
            continue
        reach = read.end_offset
        if isinstance(read, Hours):
            continue
        last = found[-1] if found else None
        follows = last and _AND_MINUTES.fullmatch(text, last.end_offset, read.start_offset)
        if last and follows and last.minutes % 60 == 0 and read.minutes < 60:
            found[-1] = last.model_copy(update={"end_offset": reach, "minutes": last.minutes + read.minutes})
        else:
            found.append(read)
    return tuple(found)


def is_length(text: str) -> bool:
    """Whether a text is a length of time and nothing else: « 30 min », « (1h30) »."""
    found = find_durations(text)
    return len(found) == 1 and not re.search(r"\w", text[: found[0].start_offset] + text[found[0].end_offset :])
