"""The figures and words in a text that may tell the time, and which of them make a range; no meaning yet.

« 9h30 », « 10 h 45 min », « 14:00 », « 10 heures et quart », « midi »; in a range also « 9-11h » and « 9.00-10.30 ».
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from pipeline.garbage import CACHED_TEXTS
from pipeline.minutes import minutes_of
from pipeline.times.days import DASH, MONTH, any_of, fold

# What follows minutes that are none: « 10h 20 personnes ».
COUNTED_WORDS = ("minutes", "participants", "participantes", "personnes", "places", "ans", "euros", "jours")
PARTS_OF_HOUR = {"et quart": 15, "et demi": 30, "et demie": 30, "trente": 30}

_SHORTEST_SCALE = 4
GAP = r"[^\S\n]"
_LEFT = r"(?<![^\Wà])(?<![0-9][.,:])"  # « 17hà18h » is printed too
_RIGHT = r"(?![^\Wà])"
_DAY_AND_MONTH = rf"[./][0-9]{{1,2}}(?![0-9]|{GAP}{{0,2}}[h:])"  # « 10h 28/09/2022 »
# « 10 h 15 Hélène Durand » is a quarter past ten: the next word is no unit.
_NO_UNIT = r"(?-i:H(?!eures?\b)[a-zà-öø-ÿ]{2})"
_SPACED = (
    rf"{GAP}{{1,2}}(?P<spaced>[0-9]{{2}})(?![0-9])"
    rf"(?!{GAP}{{0,2}}(?:(?!{_NO_UNIT})h(?!\.)|:[0-9]|%|€))(?!{_DAY_AND_MONTH})"
    rf"(?!{GAP}{{1,2}}(?:{any_of(COUNTED_WORDS)}|{MONTH})(?!\w))"
)
_PART = rf"{GAP}(?P<part>{any_of(PARTS_OF_HOUR)})(?!\w)"
_ARROW = r"(?:-{0,2}>|[→⇒➔➜➝➞➡⟶▸►›])"
# A dash that begins a line may be a bullet: a newline may follow a sign but not stand before it.
_SIGN = rf"{GAP}{{0,3}}(?:{_ARROW}|{DASH}{{1,2}}|/)"
TO = rf"(?:{_SIGN}|\s{{0,3}}(?:(?:et\s{{1,3}})?jusqu['’])?(?:à|a\u0300?)(?![^\W\d]))\s{{0,3}}"
_CLOCK = re.compile(
    rf"{_LEFT}(?:(?P<hour>[0-9]{{1,2}})(?:{GAP}{{0,2}}(?P<unit>heures?|h)"
    rf"(?:(?:(?P<glued>[0-9]{{2}})(?![0-9])|{_SPACED})(?P<min>{GAP}{{0,2}}(?:min(?!\w)\.?|mn)|m)?|{_PART})?"
    rf"|:(?P<colon>[0-9]{{2}})(?![0-9:]|[.,][0-9])){_RIGHT}"
    rf"|(?P<word>midi|minuit)(?:{_PART.replace('part', 'word_part')})?(?!\w|-[^\W\d])"
    rf"|(?P<bare>[0-9]{{1,2}})(?=(?:{TO}|\s{{1,3}}et\s{{1,3}})[0-9]{{1,2}}{GAP}{{0,2}}(?:h|:[0-9])))",
    re.IGNORECASE,
)
# « Lundi 3 mai 2021 : 9.30 »
_BEHIND_DAY = rf"(?<!\w)(?i:{MONTH})(?:{GAP}{{1,2}}20[0-9]{{2}})?(?:{GAP}?[,:])?{GAP}{{1,4}}"
# Points are times only in a whole range at the start of a line, after « de » or a day, alone in brackets or behind a
# sign at the end of a line, to the five minutes: not « 2.1 », not « versions 3.10-3.12 », not « 10.00-15.00 € ».
_POINTED = re.compile(
    rf"(?:^[^\w\n]{{0,4}}|(?<=\bde\s)|(?<=[\[(])(?=[^\])\n]{{9,16}}[\])])|(?<=[,|•·–—]\s)(?=[^\n]{{9,15}}$)|{_BEHIND_DAY})(?P<hour>[0-9]{{1,2}})\.(?P<minute>[0-5][05])"
    rf"{TO}(?P<last_hour>[0-9]{{1,2}})\.(?P<last_minute>[0-5][05])"
    rf"(?!\w|[.,][0-9]|{GAP}{{0,2}}(?:[€%$]|(?:euros?|eur|m|km|kg|[kmg]o)(?!\w)))",
    re.IGNORECASE | re.MULTILINE,
)
# One alone begins a line, and a sign or a word in capitals follows: « 9.30 : Accueil »; or it ends one behind a day
# (« Lundi 3 mai 2021  9.30 ») or a sign, before nothing but a room: « Accueil | 9.30 • Agora ». Whether it tells the
# time only the other lines of the document can say.
_POINTED_ALONE = re.compile(
    rf"\A[^\w\n]{{0,4}}(?P<hour>[0-9]{{1,2}})\.(?P<minute>[0-5][05])"
    rf"(?={GAP}{{0,4}}\Z|{GAP}{{0,4}}[:|]{GAP}|{GAP}{{1,4}}[–—-]{GAP}|{GAP}{{1,4}}[A-ZÀ-Þ«])"
)
_POINTED_LAST = re.compile(
    rf"(?:\S(?:{GAP}{{1,4}}[|•·–—-]|,){GAP}{{1,4}}|(?P<open>[\[(])|{_BEHIND_DAY})"
    rf"(?P<hour>[0-9]{{1,2}})\.(?P<minute>[0-5][05])(?(open)[\])])"
    rf"(?={GAP}{{0,4}}[–—-]?{GAP}{{0,4}}\Z|{GAP}{{1,4}}[|•·/–—-]{GAP}[^\n.!?|•]{{2,40}}\Z)"
)
_POINTED_SCALE = re.compile(
    rf"\s{{0,4}}[0-9]{{1,2}}\.00(?:\s{{1,40}}[0-9]{{1,2}}\.00){{{_SHORTEST_SCALE - 1},24}}\s{{0,4}}"
)
_FIRST_POINTED_HOUR = 6
_FAST_CHECK = re.compile(r"[0-9]|minuit|midi", re.IGNORECASE)
_TO_WHOLE = re.compile(rf"\.?{TO}", re.IGNORECASE)
_TO_BEFORE = re.compile(rf"{TO}\Z", re.IGNORECASE)
_AND = re.compile(r"\s{1,3}et\s{1,3}", re.IGNORECASE)
BETWEEN = re.compile(r"(?<!\w)entre\s{1,3}\Z", re.IGNORECASE)
_RANGE_WORD = re.compile(r"(?<!\w)(?:de|entre)\s{1,3}\Z", re.IGNORECASE)
_RANGE_OPENS = re.compile(r"[\n(|,;:•·]\s{0,3}\Z")
_AFTER = re.compile(rf"(?<!\w){any_of(['après'])}[\s-]{{1,3}}\Z", re.IGNORECASE)
_CONTEXT = 32


class Clock(NamedTuple):
    """A figure or word that may be a clock time: `text[start:end]`; `whole` when no minutes are printed."""

    start: int
    end: int
    hour: int
    minute: int
    notation: Literal["h", "min", "heures", ":", "word", "bare", "."]
    whole: bool = False


def before(text: str, place: int) -> str:
    """The few signs before a place; a newline stands for the start of the text."""
    return ("\n" if place <= _CONTEXT else "") + text[max(0, place - _CONTEXT) : place]


def after(text: str, place: int) -> str:
    """The few signs after a place."""
    return text[place : place + _CONTEXT]


# Two clocks beside each other are a range when no longer apart than this, in minutes.
LONGEST_ASIDE = 180
_ASIDE = re.compile(r"\s?[/|]\s?")


def joins(text: str, first: Clock, last: Clock) -> bool:
    """Whether what stands between two clocks makes them a range: « 9h à 10h », « entre 9h et 10h »."""
    if last.start - first.end > _CONTEXT:
        return False
    gap = text[first.end : last.start]
    if _AND.fullmatch(gap):
        return BETWEEN.search(before(text, first.start)) is not None
    if _TO_WHOLE.fullmatch(gap) is not None:
        return True
    if _ASIDE.fullmatch(gap):
        # « 9h | 10h » in a column of hours is a range, « 10h / 14h » names two showings.
        return 0 < minutes_of(last) - minutes_of(first) <= LONGEST_ASIDE
    return False


def _clock(match: re.Match[str]) -> Clock:
    start, end = match.span()
    part = PARTS_OF_HOUR.get(" ".join(fold(match["part"] or match["word_part"] or "").split()), 0)
    if word := match["word"]:
        return Clock(start, end, 12 if fold(word) == "midi" else 0, part, "word")
    if match["bare"]:
        return Clock(start, end, int(match["bare"]), 0, "bare", whole=True)
    hour, colon = int(match["hour"]), match["colon"]
    if colon:
        return Clock(start, end, hour, int(colon), ":")
    minutes = match["glued"] or match["spaced"]
    notation: Literal["h", "min", "heures"] = "min" if match["min"] else "h" if match["unit"] in "hH" else "heures"
    return Clock(start, end, hour, int(minutes) if minutes else part, notation, whole=not minutes and not part)


def _pointed(text: str) -> list[Clock]:
    if "." not in text:
        return []
    found = []
    for match in _POINTED.finditer(text):
        hour, minute, last_hour, last_minute = (int(match[name]) for name in _POINTED.groupindex)
        if _FIRST_POINTED_HOUR <= hour <= last_hour < 24 and (hour, minute) < (last_hour, last_minute):
            found.append(Clock(match.start("hour"), match.end("minute"), hour, minute, "."))
            found.append(Clock(match.start("last_hour"), match.end("last_minute"), last_hour, last_minute, "."))
    if not found and (alone := _POINTED_ALONE.match(text) or _POINTED_LAST.search(text)):
        hour = int(alone["hour"])
        if _FIRST_POINTED_HOUR <= hour < 24:
            found.append(Clock(alone.start("hour"), alone.end("minute"), hour, int(alone["minute"]), "."))
    return found


def _stands_bare(text: str, clock: Clock, following: Clock) -> bool:
    """Whether a figure without « h » starts a range: « 9-11h », not « le 9 à 11h », « 1/2h » or « Jour 1 - 9h »."""
    if clock.hour >= following.hour or not joins(text, clock, following):
        return False
    context, gap = before(text, clock.start), text[clock.end : following.start]
    if "/" in gap:
        return False
    if _RANGE_WORD.search(context) or not (context + after(text, following.end)).strip():
        return True
    spaced_sign = gap[0].isspace() and re.search(r"\w", gap) is None
    return _RANGE_OPENS.search(context) is not None and not spaced_sign


def _scales(text: str, clocks: Sequence[Clock]) -> set[int]:
    """The starts of the clocks that make scales of hours."""
    found: set[int] = set()
    run: list[Clock] = []
    for clock in [*clocks, None]:
        if clock and run and run[-1].hour < clock.hour and _is_mark(clock) and _spaces(text, run[-1], clock):
            run.append(clock)
            continue
        if len(run) >= _SHORTEST_SCALE and _is_even(run):
            found.update(mark.start for mark in run)
        # The end of a range is no mark of the scale that may follow it.
        opens = clock and _is_mark(clock) and not _TO_BEFORE.search(before(text, clock.start))
        run = [clock] if clock and opens else []
    return found


def _is_mark(clock: Clock) -> bool:
    return clock.minute == 0 and clock.notation in ("h", ":")


def _is_even(run: Sequence[Clock]) -> bool:
    """Whether marks can be those of a scale: hours without minutes, or whole hours at even steps: « 9h00 10h00 »."""
    steps = {last.hour - first.hour for first, last in pairwise(run)}
    return all(clock.whole for clock in run) or len(steps) == 1


def _spaces(text: str, first: Clock, last: Clock) -> bool:
    return text[first.end : last.start].isspace()


@lru_cache(maxsize=CACHED_TEXTS)
def _all_clocks(text: str) -> tuple[Clock, ...]:
    if not _FAST_CHECK.search(text):
        return ()
    clocks = sorted([*map(_clock, _CLOCK.finditer(text)), *_pointed(text)])
    return tuple(
        clock
        for clock, following in pairwise([*clocks, None])
        if clock
        and (clock.notation != "bare" or (following and _stands_bare(text, clock, following)))
        and not (clock.notation == "word" and clock.hour and _AFTER.search(before(text, clock.start)))
    )


def find_clocks(text: str) -> list[Clock]:
    """Find what may be a clock time in a text, in reading order, without the marks of scales of hours."""
    clocks = _all_clocks(text)
    scales = _scales(text, clocks)
    return [clock for clock in clocks if clock.start not in scales]


def is_hour_scale(text: str) -> bool:
    """Whether a text is nothing but a scale: four or more whole hours, increasing, spaces between.

    Example: `is_hour_scale("9h 10h 11h 12h")` → True; `is_hour_scale("9h 11h")` → False.
    """
    if sum(map(text.count, "hH:.")) < _SHORTEST_SCALE:  # most texts hold no clock at all
        return False
    if _POINTED_SCALE.fullmatch(text):
        hours = [int(mark[:-3]) for mark in text.split()]
        return {last - first for first, last in pairwise(hours)} == {1}
    clocks = _all_clocks(text)
    scales = _scales(text, clocks)
    return bool(scales) and len(scales) == len(clocks) and text.strip() == text[clocks[0].start : clocks[-1].end]
