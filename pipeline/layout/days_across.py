"""Days and hours that stand alone across a page: what is side by side above one is of the day or hour before."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.layout.places import SAME_PLACE, stand_beside
from pipeline.page.look import Look
from pipeline.page.themed_days import themed_days
from pipeline.times import is_day_heading
from pipeline.times.hours import find_hours

# Of lines beside a heading none may be nearer than this part of its height, above or below.
GAP_ACROSS = 0.25
# Beside a day a column begins, no label, where the next line below stands no further away than this part of a line.
NEAR = 1.0


def day_by_day(lines: Sequence[Line], width: float) -> list[Line]:
    """Lines in reading order, but none from below a day that stands alone across the page before it, or after above.

    What stands side by side above such a heading is of the day before, in whichever column. A day that another
    column begins beside is of its column alone, and so are those that begin where it does. Headings with hours
    (« Session 2 | 14h – 15h ») are read like days where columns begin anew below each of them.
    """
    margin = min((line.box.x0 for line in lines), default=0.0), max((line.box.x1 for line in lines), default=0.0)
    across = ((0.0, width), margin)
    down = sorted(lines, key=lambda line: line.box.y0)
    themed = {id(down[place]) for place in themed_days(down)}
    days = [
        line
        for line in lines
        if any(_is_across(line, *edges) for edges in across) and (is_day_heading(line.text) or id(line) in themed)
    ]
    beside = {id(day): [line for line in lines if line is not day and _level(day, line)] for day in days}
    in_column = [day for day in days if any(_begins_column(line, lines) for line in beside[id(day)])]
    heads = [day for day in days if not beside[id(day)] and not any(_is_set_like(day, other) for other in in_column)]
    heads += _hours_across(lines, across)
    tops = sorted(day.box.y0 for day in heads)
    return sorted(lines, key=lambda line: (bisect_right(tops, line.box.y0), line not in heads))


def _hours_across(lines: Sequence[Line], across: Sequence[tuple[float, float]]) -> list[Line]:
    """The headings set alike that each tell hours, with nothing beside them and two columns beginning right below."""
    groups: defaultdict[Look, list[Line]] = defaultdict(list)
    for line in lines:
        if line.style.bold and _tells_range(line.text) and any(_is_across(line, *edges) for edges in across):
            groups[Look.of(line.style)].append(line)
    return [
        line
        for group in groups.values()
        if len(group) > 1 and all(_heads_columns(line, lines) for line in group)
        for line in group
    ]


def _tells_range(text: str) -> bool:
    """Whether a text tells from when to when, once: « Session 2 | 14h – 15h »."""
    hours = find_hours(text)
    return len(hours) == 1 and hours[0].start is not None and hours[0].end is not None


def _heads_columns(head: Line, lines: Sequence[Line]) -> bool:
    """Whether nothing stands beside a heading, and below it lines begin side by side at one height, set alike."""
    if any(line is not head and _level(head, line) for line in lines):
        return False
    below = sorted((line for line in lines if line.box.y0 > head.box.y0 and line is not head), key=lambda x: x.box.y0)
    first = below[0] if below else None
    return first is not None and any(
        abs(line.box.y0 - first.box.y0) < 1 and stand_beside(line, first) and line.style == first.style
        for line in below[1:]
    )


def _is_across(line: Line, left: float, right: float) -> bool:
    """Whether a line begins at the left of these edges or stands in the middle between them."""
    before, after = line.box.x0 - left, right - line.box.x1
    return line.rotation == 0 and (before < SAME_PLACE or abs(before - after) < 2 * SAME_PLACE)


def _level(line: Line, other: Line) -> bool:
    """Whether a line stands so near to the height of another that there is no gap across the page between them."""
    gap = GAP_ACROSS * line.box.height
    return other.box.y0 < line.box.y1 + gap and other.box.y1 > line.box.y0 - gap and stand_beside(line, other)


def _begins_column(line: Line, lines: Sequence[Line]) -> bool:
    """Whether text goes on right below a line, from where it begins."""
    return any(
        abs(other.box.x0 - line.box.x0) < SAME_PLACE and 0 <= other.box.y0 - line.box.y1 + 1 < NEAR * line.box.height
        for other in lines
    )


def _is_set_like(day: Line, other: Line) -> bool:
    return day.style == other.style and abs(day.box.x0 - other.box.x0) < SAME_PLACE
