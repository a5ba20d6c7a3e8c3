"""Bars of hours down pages: no times of items, told from the axis of a chart they stand beside."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.document import Line, Page
from pipeline.layout.places import SAME_PLACE
from pipeline.minutes import minutes_of
from pipeline.times import is_day_heading
from pipeline.times.hours import find_hours

# A bar has at least so many hours, at one distance within so many points, and stands on so many pages.
MIN_HOURS, EVEN, MIN_PAGES = 5, 2.0, 3


class _Mark(NamedTuple):
    """An hour alone on its line: its minutes since midnight, and the height of its middle."""

    minutes: int
    height: float
    line: Line


_Bar = tuple[_Mark, ...]
_Key = tuple[tuple[int, int], ...]


def hour_bars(pages: Sequence[Page]) -> set[int]:
    """The ids of the lines of hours that stand below each other at one distance, page after page at the same places.

    Beside the axis of a chart items stand at the height of their hours: beside a bar they print them anywhere. In
    pages of plain lines the bar stands among these, and nothing but a day parts its hours.
    """
    found: defaultdict[_Key, list[tuple[Page, _Bar]]] = defaultdict(list)
    listed: defaultdict[tuple[int, ...], list[_Bar]] = defaultdict(list)
    for page in pages:
        marks = [_mark(line) for line in page.lines]
        if bar := _bar_of([mark for mark in marks if mark is not None]):
            found[tuple((mark.minutes, round(mark.height / SAME_PLACE)) for mark in bar)].append((page, bar))
        for bar in _listed_bars(page.lines, marks):
            listed[tuple(mark.minutes for mark in bar)].append(bar)
    return {id(mark.line) for bars in listed.values() if len(bars) >= MIN_PAGES for bar in bars for mark in bar} | {
        id(mark.line)
        for shown in found.values()
        if len(shown) >= MIN_PAGES and _is_no_axis(shown)
        for _, bar in shown
        for mark in bar
    }


def _bar_of(alone: Sequence[_Mark]) -> _Bar:
    """The hours of a page that stand alone on their lines, end at one place, and follow each other evenly."""
    ends = Counter(round(mark.line.box.x1 / SAME_PLACE) for mark in alone)
    if not ends or max(ends.values()) < MIN_HOURS:
        return ()
    place = max(ends, key=lambda end: ends[end])
    bar = sorted(
        (mark for mark in alone if abs(mark.line.box.x1 / SAME_PLACE - place) <= 1), key=lambda mark: mark.height
    )
    steps = {after.minutes - before.minutes for before, after in pairwise(bar)}
    gaps = [after.height - before.height for before, after in pairwise(bar)]
    even = max(gaps) - min(gaps) <= EVEN and min(gaps) > bar[0].line.box.height
    return tuple(bar) if even and len(steps) == 1 and min(steps) > 0 else ()


def _listed_bars(lines: Sequence[Line], marks: Sequence[_Mark | None]) -> list[_Bar]:
    """The hours alone on their lines that follow each other at one step with no text between or beside them."""
    bars: list[list[_Mark]] = []
    open_bar: list[_Mark] = []
    for line, mark in sorted(zip(lines, marks, strict=True), key=lambda told: told[0].box.middle_y):
        if mark is None:
            open_bar = open_bar if is_day_heading(line.text) else []
            continue
        step = mark.minutes - open_bar[-1].minutes if open_bar else 0
        if step <= 0 or (len(open_bar) > 1 and step != open_bar[1].minutes - open_bar[0].minutes):
            open_bar = []
        if not open_bar:
            bars.append(open_bar)
        open_bar.append(mark)
    return [tuple(bar) for bar in bars if len(bar) >= MIN_HOURS]


def _mark(line: Line) -> _Mark | None:
    hours = find_hours(line.text)
    if len(hours) != 1 or hours[0].start is None or hours[0].end is not None:
        return None
    if (hours[0].start_offset, hours[0].end_offset) != (0, len(line.text)):
        return None
    return _Mark(minutes_of(hours[0].start), line.box.middle_y, line)


def _is_no_axis(shown: Sequence[tuple[Page, _Bar]]) -> bool:
    """Whether pages print other hours beside the bar, most of them at another height than that hour in the bar."""
    fits: list[bool] = []
    for page, bar in shown:
        own = {id(mark.line) for mark in bar}
        step = median(after.height - before.height for before, after in pairwise(bar))
        scale = step / (bar[1].minutes - bar[0].minutes)
        for line in page.lines:
            hours = find_hours(line.text) if id(line) not in own else ()
            if hours and hours[0].start is not None:
                minutes = minutes_of(hours[0].start)
                height = bar[0].height + scale * (minutes - bar[0].minutes)
                fits.append(line.box.y0 - step / 2 <= height <= line.box.y1 + step / 2)
    return len(fits) >= len(shown) / 2 and 2 * sum(fits) < len(fits)
