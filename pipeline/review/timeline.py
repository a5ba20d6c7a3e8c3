"""A day as a picture: sessions as bars along the hours, those at the same time in lanes one below the other."""

import datetime as dt
import re
import textwrap
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from pipeline.minutes import minutes_of
from pipeline.programme import Session

# Pixels. A session of the usual length is as wide as three short lines of its title need.
USUAL_WIDTH, HOUR_WIDTHS = 135.0, (130.0, 460.0)
LANE, GAP, HEAD, EDGE = 62.0, 6.0, 26.0, 8.0
SMALL_LETTER, CAPITAL, TITLE_LINES = 6.2, 8.6, 3
# How long a bar without a printed end is drawn; its right edge is left open.
UNKNOWN_MINUTES = 30


class Bar(NamedTuple):
    """A session in its lane: what is drawn, and what is said of it."""

    session: Session
    x: float
    y: float
    width: float
    lines: tuple[str, ...]


class Day(NamedTuple):
    """The picture of a day, with the sessions that no hour places in it."""

    date: dt.date
    width: float
    height: float
    lanes: int
    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    untimed: tuple[Session, ...]


def draw_days(sessions: Sequence[Session]) -> list[Day]:
    """A picture for each day that has sessions, earliest first."""
    days: dict[dt.date, list[Session]] = {}
    for each in sessions:
        if each.date:
            days.setdefault(each.date, []).append(each)
    return [_draw_day(date, days[date]) for date in sorted(days)]


def share_lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """The lane of each span (begin, end): the first in which nothing overlaps it. Spans come in order of begin.

    Example: `share_lanes([(0, 60), (30, 90), (60, 120)])` → `[0, 1, 0]`.
    """
    ends: list[int] = []
    lanes = []
    for begin, end in spans:
        lane = next((number for number, last in enumerate(ends) if last <= begin), len(ends))
        if lane == len(ends):
            ends.append(end)
        else:
            ends[lane] = end
        lanes.append(lane)
    return lanes


def _draw_day(date: dt.date, sessions: Sequence[Session]) -> Day:
    timed = [(_span(each.start, each.end), each) for each in sessions if each.start]
    timed.sort(key=lambda pair: (pair[0][0], -pair[0][1], pair[1].programme_id, pair[1].order))
    untimed = tuple(each for each in sessions if each.start is None)
    if not timed:
        return Day(date, 0, 0, 0, (), (), untimed)
    spans = [span for span, _ in timed]
    first, last = min(begin for begin, _ in spans) // 60, -(-max(end for _, end in spans) // 60)
    hour = _hour_width([end - begin for begin, end in spans])
    lanes = share_lanes(spans)
    bars = []
    for ((begin, end), session), lane in zip(timed, lanes, strict=True):
        width = (end - begin) / 60 * hour - 2
        x, y = EDGE + (begin / 60 - first) * hour, HEAD + lane * (LANE + GAP)
        bars.append(Bar(session, round(x, 1), y, round(width, 1), _fold(session.readable_title, width)))
    ticks = tuple((round(EDGE + (at - first) * hour, 1), f"{at % 24}\u00a0h") for at in range(first, last + 1))
    height = HEAD + (max(lanes) + 1) * (LANE + GAP)
    return Day(date, round((last - first) * hour + 5 * EDGE, 1), height, max(lanes) + 1, ticks, tuple(bars), untimed)


def _span(start: dt.time | None, end: dt.time | None) -> tuple[int, int]:
    """Begin and end in minutes of the day; an end that comes before the begin is the day after."""
    begin = minutes_of(start) if start else 0
    if end is None:
        return begin, begin + UNKNOWN_MINUTES
    last = minutes_of(end)
    return begin, last if last > begin else last + 24 * 60


def _hour_width(minutes: Sequence[int]) -> float:
    least, most = HOUR_WIDTHS
    return min(most, max(least, USUAL_WIDTH * 60 / median(minutes)))


def _fold(title: str, width: float) -> tuple[str, ...]:
    """The title in lines that fit a bar; none where it is too narrow for words."""
    capitals = sum(char.isupper() for char in title) / len(title)
    letters = int((width - 12) / (SMALL_LETTER + (CAPITAL - SMALL_LETTER) * capitals))
    if letters < 5:
        return ()
    joined = re.sub(r" (?=[:?!;»])", "\u00a0", title)  # these signs never begin a line
    return tuple(textwrap.wrap(joined, letters, max_lines=TITLE_LINES, placeholder="…", break_long_words=False))
