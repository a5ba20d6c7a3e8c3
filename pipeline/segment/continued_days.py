"""Days side by side whose columns go on over the next pages: each is read to its end before the next one."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.document import Line
from pipeline.segment.epilogue import names_other_matter
from pipeline.segment.stretches import Stretch
from pipeline.times import is_day_heading
from pipeline.times.hours import find_hours

# Between columns there is at least so much room, in points.
GUTTER = 6.0
# Days of one row stand on one level, and lines of one column begin at one place, within so many points.
NEAR = 4.0
# Of the lines on the next page so many begin where those of their columns do.
MOSTLY = 0.8


def columns_over_pages(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches, those of pages over which the columns of days go on as one that is read day by day."""
    kept = [stretch for stretch in stretches if stretch.lines or stretch.item]
    result: list[Stretch] = []
    place = 0
    while place < len(kept):
        stretch = kept[place]
        place += 1
        days = _days_in_row(stretch)
        gutters = _gutters(stretch.lines, days)
        if gutters is None:
            result.append(stretch)
            continue
        top = min(day.box.y0 for day in days) - NEAR
        columns = _columns([line for line in stretch.lines if line.box.y0 >= top], gutters)
        head = [line for line in stretch.lines if line.box.y0 < top]
        rest: list[Line] = []
        while place < len(kept) and not rest and (more := _going_on(columns, gutters, kept[place])):
            upper, rest = more
            for column, lines in zip(columns, _columns(upper, gutters), strict=True):
                column += lines
            place += 1
        result.append(Stretch((*head, *(line for column in columns for line in column))))
        result += [Stretch(tuple(rest))] if rest else []
    return result


def _days_in_row(stretch: Stretch) -> list[Line]:
    """The days that stand side by side in the text of one page, from the left, if there is one such row."""
    if stretch.item is not None or len({line.page for line in stretch.lines}) != 1:
        return []
    days = [line for line in stretch.lines if line.rotation == 0 and is_day_heading(line.text)]
    row = [
        day
        for day in days
        if any(
            abs(day.box.y0 - other.box.y0) < NEAR and (day.box.x1 < other.box.x0 or other.box.x1 < day.box.x0)
            for other in days
        )
    ]
    level = bool(row) and max(day.box.y0 for day in row) - min(day.box.y0 for day in row) < NEAR
    return sorted(row, key=lambda day: day.box.x0) if level else []


def _gutters(lines: Sequence[Line], days: Sequence[Line]) -> list[float] | None:
    """Where what stands below days is parted into their columns, or None where it is not."""
    if len(days) < 2:
        return None
    boxes = sorted((line.box for line in lines if line.box.y0 >= days[0].box.y0 - NEAR), key=lambda box: box.x0)
    gaps: list[tuple[float, float]] = []
    edge = boxes[0].x1
    for box in boxes[1:]:
        if box.x0 - edge >= GUTTER:
            gaps.append((edge, box.x0))
        edge = max(edge, box.x1)
    found: list[float] = []
    for day, after in pairwise(days):
        left, right = day.box.middle_x, after.box.middle_x
        between = [gap for gap in gaps if left < gap[0] and gap[1] < right]
        if not between:
            return None
        widest = max(between, key=lambda gap: gap[1] - gap[0])
        found.append((widest[0] + widest[1]) / 2)
    return found


def _columns(lines: Sequence[Line], gutters: Sequence[float]) -> list[list[Line]]:
    """The lines between each two of the gutters, in their order."""
    edges = [float("-inf"), *gutters, float("inf")]
    return [[line for line in lines if left <= line.box.x0 < right] for left, right in pairwise(edges)]


def _going_on(
    columns: Sequence[Sequence[Line]], gutters: Sequence[float], stretch: Stretch
) -> tuple[list[Line], list[Line]] | None:
    """The lines of the next page that go on with columns, and those below them; None where none does.

    No day begins there, and lines begin where they did: hours or several columns tell it from other matter.
    """
    lines = stretch.lines
    page = max(line.page for column in columns for line in column)
    if stretch.item is not None or {line.page for line in lines} != {page + 1}:
        return None
    across = [line for line in lines if any(line.box.x0 < gutter < line.box.x1 for gutter in gutters)]
    other = [line for line in lines if names_other_matter(line.text)]
    limit = min((line.box.y0 for line in (*across, *other)), default=float("inf"))
    upper = [line for line in lines if line.box.y0 < limit]
    if any(is_day_heading(line.text) for line in upper):
        return None
    more = _columns(upper, gutters)
    placed = sum(_stand_alike(before, after) for before, after in zip(columns, more, strict=True))
    if placed < MOSTLY * len(upper):
        return None
    told = sum(map(bool, more)) > 1 or any(find_hours(line.text) for line in upper)
    return (upper, [line for line in lines if line.box.y0 >= limit]) if told else None


def _stand_alike(before: Sequence[Line], after: Sequence[Line]) -> int:
    """How many lines of a column begin where lines of that column do on the pages before."""
    edges = {line.box.x0 for line in before}
    return sum(any(abs(line.box.x0 - edge) < NEAR for edge in edges) for line in after)
