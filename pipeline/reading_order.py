"""Lines of a page in the order a reader takes them: columns one after the other, rows of a table together."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Cell, Line, Page

# A gutter is at least this wide, in points and in ems of the text beside it.
GUTTER_POINTS = 8.0
GUTTER_EMS = 0.9
# A column of labels (hours, rooms) takes at most this part of the width of the text.
LABEL_WIDTH = 0.34

_LABEL = re.compile(r"^\W*(de |à |dès |vers )?\d{1,2} ?(h|:|H)|^\W*(midi|minuit)\b|^\d{1,3}\W*$", re.I)

Interval = tuple[float, float]


class _Band(NamedTuple):
    """Lines that overlap vertically, and the stretches of x that none of them covers."""

    lines: list[Line]
    free: list[Interval]


def order_lines(page: Page) -> list[Line]:
    """The upright lines of a page in reading order; turned text comes where its top stands."""
    upright = [line for line in page.lines if line.rotation == 0]
    turned = [line for line in page.lines if line.rotation != 0]
    ordered = _order_cells(upright, page.cells) if page.cells else _order_zone(upright)
    for line in sorted(turned, key=lambda line: line.box.y0):
        # A label along the side belongs before the first line that stands beside it.
        spot = next((i for i, other in enumerate(ordered) if other.box.y1 > line.box.y0), len(ordered))
        ordered.insert(spot, line)
    return ordered


def agreement(first: Sequence[int], second: Sequence[int]) -> float:
    """How far two orders of the same items agree: 1 the same, 0 reversed (pairs in the same order).

    Example: `agreement([0, 1, 2], [0, 2, 1])` → 2/3.
    """
    rank = {item: place for place, item in enumerate(second)}
    common = [rank[item] for item in first if item in rank]
    pairs = len(common) * (len(common) - 1) // 2
    if pairs == 0:
        return 1.0
    kept = sum(a < b for place, a in enumerate(common) for b in common[place + 1 :])
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
    bands = _bands(lines)
    ordered: list[Line] = []
    start = 0
    while start < len(bands):
        end, gutter = _longest_run(bands, start)
        run = [line for band in bands[start:end] for line in band.lines]
        left = [line for line in run if gutter and line.box.x1 <= gutter[1]]
        right = [line for line in run if gutter and line.box.x0 >= gutter[0] and line not in left]
        if gutter and _are_columns(left, right):
            ordered += _order_zone(left) + _order_zone(right)
        else:
            end = start + 1
            ordered += _across(bands[start].lines)
        start = end
    return ordered


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
    """The furthest band up to which all share a gutter with text on both sides, and the widest such gutter."""
    shared = bands[start].free
    best: tuple[int, Interval | None] = (start + 1, None)
    lines: list[Line] = []
    for end in range(start, len(bands)):
        lines += bands[end].lines
        shared = _common(shared, bands[end].free)
        em = max(line.style.size for line in lines[-3:])
        inner = [
            (a, b)
            for a, b in shared
            if b - a >= max(GUTTER_POINTS, GUTTER_EMS * em)
            and any(line.box.x1 <= a + 0.5 for line in lines)
            and any(line.box.x0 >= b - 0.5 for line in lines)
        ]
        if inner:
            best = (end + 1, max(inner, key=lambda gap: gap[1] - gap[0]))
        if not shared:
            break
    return best


def _common(first: list[Interval], second: list[Interval]) -> list[Interval]:
    return [(max(a, c), min(b, d)) for a, b in first for c, d in second if min(b, d) - max(a, c) >= GUTTER_POINTS]


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
