"""Lines of a page in the order a reader takes them: columns one after the other, rows of a table together."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Cell, Line, Page

# A gutter is at least this wide, in points and in ems of the text beside it.
GUTTER_POINTS = 8.0
GUTTER_EMS = 0.9
# A column of labels (hours, rooms) takes at most this part of the width of the text.
LABEL_WIDTH = 0.34
# Labels of one column begin within this many points of each other.
EDGE = 8.0
# No printed page has more bands; beyond, bands once read across are not tried again as the top of columns.
MANY_BANDS = 400

_LABEL = re.compile(r"^\W*(de |à |dès |vers )?\d{1,2} ?(h|:|H)|^\W*(midi|minuit)\b|^\d{1,3}\W*$", re.I)

Interval = tuple[float, float]


class _Band(NamedTuple):
    """Lines that overlap vertically, and the stretches of x that none of them covers."""

    lines: list[Line]
    free: list[Interval]


def order_lines(page: Page) -> list[Line]:
    """The upright lines of a page in reading order; turned text comes where its top stands."""
    lines = sorted(page.lines, key=_place)
    upright = [line for line in lines if line.rotation == 0]
    ordered = _order_cells(upright, page.cells) if page.cells else _order_zone(upright)
    for line in lines:
        if line.rotation != 0:
            # A label along the side belongs before the first line that stands beside it.
            beside = (i for i, other in enumerate(ordered) if other.rotation == 0 and other.box.y1 > line.box.y0)
            ordered.insert(next(beside, len(ordered)), line)
    return ordered


def _place(line: Line) -> tuple[float, float, float, float, str]:
    """From the top, then from the left; the rest only so that the order never depends on that of the file."""
    return line.box.y0, line.box.x0, line.box.y1, line.box.x1, line.text


def agreement(first: Sequence[int], second: Sequence[int]) -> float:
    """How far two orders of the same items agree: 1 the same, 0 reversed (pairs in the same order).

    Example: `agreement([0, 1, 2], [0, 2, 1])` → 2/3.
    """
    rank = {item: place for place, item in enumerate(second)}
    common = [rank[item] for item in first if item in rank]
    pairs = len(common) * (len(common) - 1) // 2
    if pairs == 0:
        return 1.0
    kept = 0
    before: list[int] = []
    for place in common:
        spot = bisect_left(before, place)
        kept += spot
        before.insert(spot, place)
    return kept / pairs


def _order_cells(lines: list[Line], cells: Sequence[Cell]) -> list[Line]:
    """Row by row and cell by cell; rows whose label cell holds several labels are read across instead."""
    inside: dict[int, dict[int, list[Line]]] = {}
    outside: list[Line] = []
    for line in lines:
        x, y = (line.box.x0 + line.box.x1) / 2, (line.box.y0 + line.box.y1) / 2
        cell = next(
            (c for c in cells if c.box.x0 <= x <= c.box.x1 and c.box.y0 <= y <= c.box.y1),
            None,
        )
        if cell is None:
            outside.append(line)
        else:
            inside.setdefault(cell.row, {}).setdefault(cell.column, []).append(line)
    ordered: list[Line] = []
    rest = _order_zone(outside)
    for row in sorted(inside):
        columns = inside[row]
        top = min(line.box.y0 for found in columns.values() for line in found)
        while rest and rest[0].box.y1 <= top + 1:
            ordered.append(rest.pop(0))
        if any(sum(bool(_LABEL.match(line.text)) for line in found) > 1 for found in columns.values()):
            ordered += _across([line for found in columns.values() for line in found])
        else:
            for column in sorted(columns):
                ordered += _order_zone(columns[column])
    return ordered + rest


def _order_zone(lines: list[Line]) -> list[Line]:
    """Split into runs of bands that share a gutter; read such a run column by column, the rest across."""
    if len(lines) < 2:
        return lines
    parts = _split_at_labels(lines)
    if len(parts) > 1:
        return [line for label, beside in parts for line in _order_part(label, beside)]
    bands = _bands(lines)
    ordered: list[Line] = []
    start = 0
    while start < len(bands):
        end, gutter = _longest_run(bands, start)
        run = [line for band in bands[start:end] for line in band.lines]
        left = [line for line in run if gutter and line.box.x1 <= gutter[1]]
        right = [line for line in run if gutter and line.box.x1 > gutter[1]]
        if gutter and _are_columns(left, right):
            ordered += _order_zone(left) + _order_zone(right)
        else:
            end = start + 1 if len(bands) <= MANY_BANDS else end
            ordered += _across([line for band in bands[start:end] for line in band.lines])
        start = end
    return ordered


def _split_at_labels(lines: list[Line]) -> list[tuple[list[Line], list[Line]]]:
    """A zone with one column of hours, as hours and what stands beside each; else one part.

    What is set beside an hour may have columns of its own (cards under a common hour): it must not be read
    across hours.
    """
    columns = _label_columns(lines)
    if len(columns) != 1:
        return [([], lines)]
    labels = columns[0]
    edge = max(line.box.x1 for line in labels)
    known = {id(label) for label in labels}
    rest = [line for line in lines if id(line) not in known]
    middles = sorted((line.box.y0 + line.box.y1) / 2 for line in rest if line.box.x0 >= edge)
    beside = [label for label in labels if bisect_left(middles, label.box.y0) < bisect_right(middles, label.box.y1)]
    if len(beside) < 2 or 2 * len(beside) < len(labels):
        return [([], lines)]
    tops = [label.box.y0 - 0.25 * label.box.height for label in labels]
    parts: list[tuple[list[Line], list[Line]]] = [([], [])] + [([label], []) for label in labels]
    for line in rest:
        parts[bisect_right(tops, (line.box.y0 + line.box.y1) / 2)][1].append(line)
    return [part for part in parts if part[0] or part[1]]


def _order_part(label: list[Line], beside: list[Line]) -> list[Line]:
    """An hour, what stands on its own row, then the rest of what is set beside it."""
    row: list[Line] = []
    rest: list[Line] = []
    for line in beside:
        (row if label and _middle(label[0].box.y0, label[0].box.y1, line) else rest).append(line)
    return [*label, *_across(row), *_order_zone(rest)]


def _label_columns(lines: list[Line]) -> list[list[Line]]:
    """The columns of at least two hours set below each other; two such columns are two days side by side."""
    columns: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.box.x0, line.box.y0)):
        if len(line.text) < 20 and _LABEL.match(line.text):
            if columns and line.box.x0 < columns[-1][0].box.x0 + EDGE:
                columns[-1].append(line)
            else:
                columns.append([line])
    return [sorted(column, key=lambda line: line.box.y0) for column in columns if len(column) > 1]


def _middle(top: float, bottom: float, line: Line) -> bool:
    return top <= (line.box.y0 + line.box.y1) / 2 <= bottom


def _bands(lines: list[Line]) -> list[_Band]:
    left = min(line.box.x0 for line in lines)
    right = max(line.box.x1 for line in lines)
    groups: list[list[Line]] = []
    bottom = float("-inf")
    for line in sorted(lines, key=lambda line: (line.box.y0, line.box.x0)):
        middle = (line.box.y0 + line.box.y1) / 2
        if groups and middle < bottom:
            groups[-1].append(line)
        else:
            groups.append([line])
        bottom = max(bottom if len(groups[-1]) > 1 else float("-inf"), line.box.y1)
    return [_Band(group, _free(group, left, right)) for group in groups]


def _free(lines: list[Line], left: float, right: float) -> list[Interval]:
    """The stretches of [left, right] that no line covers."""
    free = []
    edge = left
    for line in sorted(lines, key=lambda line: line.box.x0):
        if line.box.x0 > edge:
            free.append((edge, line.box.x0))
        edge = max(edge, line.box.x1)
    if right > edge:
        free.append((edge, right))
    return free


def _longest_run(bands: list[_Band], start: int) -> tuple[int, Interval | None]:
    """The furthest band up to which all share a gutter with text on both sides, and the widest such gutter.

    Without such a gutter, the furthest band up to which all share some free stretch.
    """
    shared = bands[start].free
    best: tuple[int, Interval | None] = (start + 1, None)
    lines: list[Line] = []
    leftmost, rightmost = float("inf"), float("-inf")
    for end in range(start, len(bands)):
        lines += bands[end].lines
        leftmost = min(leftmost, *(line.box.x1 for line in bands[end].lines))
        rightmost = max(rightmost, *(line.box.x0 for line in bands[end].lines))
        shared = _common(shared, bands[end].free)
        em = max(line.style.size for line in lines[-3:])
        inner = [
            (a, b)
            for a, b in shared
            if b - a >= max(GUTTER_POINTS, GUTTER_EMS * em) and leftmost <= a + 0.5 and rightmost >= b - 0.5
        ]
        if inner:
            best = (end + 1, max(inner, key=lambda gap: gap[1] - gap[0]))
        elif best[1] is None:
            best = (max(start + 1, end), None)
        if not shared:
            break
    return best


def _common(first: list[Interval], second: list[Interval]) -> list[Interval]:
    """What two rows of free stretches share, where it is as wide as a gutter."""
    found = []
    left, right = 0, 0
    while left < len(first) and right < len(second):
        (a, b), (c, d) = first[left], second[right]
        if min(b, d) - max(a, c) >= GUTTER_POINTS:
            found.append((max(a, c), min(b, d)))
        if b < d:
            left += 1
        else:
            right += 1
    return found


def _are_columns(left: list[Line], right: list[Line]) -> bool:
    """Columns of text rather than labels beside what they label."""
    if len(left) < 3 or len(right) < 3:
        return False
    whole = max(line.box.x1 for line in right) - min(line.box.x0 for line in left)
    for side in (left, right):
        width = max(line.box.x1 for line in side) - min(line.box.x0 for line in side)
        labels = sum(bool(_LABEL.match(line.text)) and len(line.text) < 20 for line in side)
        if width < LABEL_WIDTH * whole and labels * 2 >= len(side):
            return False
        if width < 0.12 * whole:
            return False
    return True


def _across(lines: list[Line]) -> list[Line]:
    """Rows from the top; in a row from the left. Lines are of one row when their middles are close."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.box.y0 + line.box.y1, line.box.x0)):
        middle = (line.box.y0 + line.box.y1) / 2
        last = rows[-1][-1] if rows else None
        if last is not None and abs((last.box.y0 + last.box.y1) / 2 - middle) < 0.5 * line.box.height:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.box.x0)]
