"""Stacks what is set on pages, in columns and in the cells of tables, and parts it where a page ends.

Places are in points from the upper left corner of the area that is filled; y grows downwards.
"""

from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from pipeline.synthetic.producers.lines import Line
from pipeline.synthetic.sheet import PageBreak

# Below this height a table row or a set of columns is not begun at the end of a page.
LEAST_ROOM = 75.0
LEAST_ROW = 2 * LEAST_ROOM
ROUNDING = 0.01


class LineMark(NamedTuple):
    """A line of text; `y` is that of its baseline, `stretch` what each of its spaces is widened by."""

    x: float
    y: float
    line: Line
    stretch: float = 0.0


class Box(NamedTuple):
    """A rectangle with a background and a border where given."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    border: str = ""


Mark = LineMark | Box


class Part(NamedTuple):
    """What is never parted, such as a line; `before` is dropped at the top of a page; `keep` binds to the next."""

    height: float
    marks: tuple[Mark, ...] = ()
    before: float = 0.0
    after: float = 0.0
    keep: bool = False


class GridCell(NamedTuple):
    """A cell with its place in the grid."""

    row: int
    column: int
    rows: int
    columns: int
    items: tuple["Item", ...]
    fill: str = ""


class Grid(NamedTuple):
    """A table, or a card as a table of one cell; `whole` is parted only when it is higher than a page."""

    cells: tuple[GridCell, ...]
    widths: tuple[float, ...]
    padding: float
    ruled: str = "none"
    border: str = ""
    head: int = 0
    whole: bool = False
    before: float = 0.0
    after: float = 0.0
    keep: bool = False


class Flow(NamedTuple):
    """Columns side by side; the items are set to the width of one."""

    items: tuple["Item", ...]
    columns: int
    step: float
    balanced: bool
    before: float = 0.0
    after: float = 0.0
    keep: bool = False


Item = Part | Grid | Flow | PageBreak


class Filled(NamedTuple):
    """What stands in an area, how high it is, and what did not fit."""

    marks: tuple[Mark, ...]
    height: float
    rest: tuple[Item, ...]


def moved(marks: Iterable[Mark], right: float, down: float) -> tuple[Mark, ...]:
    """The marks at another place."""
    return tuple(mark._replace(x=mark.x + right, y=mark.y + down) for mark in marks)


def fill(items: tuple[Item, ...], height: float) -> Filled:
    """Stack items up to a height or a page break; the first stands there even if it is too high."""
    stacked: list[tuple[float, tuple[Mark, ...]]] = []
    bottom = gap = 0.0
    for number, item in enumerate(items):
        if isinstance(item, PageBreak):
            return _filled(stacked, items[number:])
        top = bottom + max(gap, item.before) if stacked else 0.0
        settled = _settle(item, height - top, at_top=not stacked)
        if settled is None:
            return _pulled_back(stacked, items, number)
        bottom, gap = top + settled.height, item.after
        stacked.append((bottom, moved(settled.marks, 0, top)))
        if settled.rest:
            return _filled(stacked, (*settled.rest, *items[number + 1 :]))
    return _filled(stacked, ())


def _pulled_back(stacked: list[tuple[float, tuple[Mark, ...]]], items: tuple[Item, ...], number: int) -> Filled:
    """Leave what must not be parted from the next to the next page, unless nothing would remain on this one."""
    first = number
    while first and (last := items[first - 1]) and not isinstance(last, PageBreak) and last.keep:
        first -= 1
    first = first or number
    return _filled(stacked[:first], items[first:])


def _filled(stacked: list[tuple[float, tuple[Mark, ...]]], rest: tuple[Item, ...]) -> Filled:
    marks = tuple(mark for _, marks in stacked for mark in marks)
    return Filled(marks, stacked[-1][0] if stacked else 0.0, rest)


def _settle(item: Part | Grid | Flow, room: float, *, at_top: bool) -> Filled | None:
    """As much of an item as fits, or None when it should begin on the next page."""
    match item:
        case Part():
            fits = at_top or item.height <= room + ROUNDING
            return Filled(item.marks, item.height, ()) if fits else None
        case Grid():
            return _settle_grid(item, room, at_top=at_top)
        case Flow():
            return _settle_flow(item, room, at_top=at_top)


def _settle_flow(flow: Flow, room: float, *, at_top: bool) -> Filled | None:
    found = _fill_columns(flow, room)
    if (flow.balanced and not found.rest) or room == inf:
        low, high = 0.0, fill(flow.items, inf).height
        while high - low > 1:
            middle = (low + high) / 2
            low, high = (middle, high) if _fill_columns(flow, middle).rest else (low, middle)
        found = _fill_columns(flow, high)
    if not at_top and (found.height > room + ROUNDING or (found.rest and room < LEAST_ROOM)):
        return None
    return found


def _fill_columns(flow: Flow, height: float) -> Filled:
    marks: list[Mark] = []
    highest, rest = 0.0, flow.items
    for number in range(flow.columns):
        column = fill(rest, height)
        marks += moved(column.marks, number * flow.step, 0)
        highest, rest = max(highest, column.height), column.rest
    return Filled(tuple(marks), highest, (flow._replace(items=rest, before=0.0),) if rest else ())


def _settle_grid(grid: Grid, room: float, *, at_top: bool) -> Filled | None:
    heights = _row_heights(grid)
    if sum(heights) <= room + ROUNDING:
        return Filled(_draw(grid, heights), sum(heights), ())
    fitting = [row for row in range(grid.head + 1, len(heights)) if sum(heights[:row]) <= room]
    free = [row for row in fitting if not any(cell.row < row < cell.row + cell.rows for cell in grid.cells)]
    row = max(free, default=grid.head)
    left = room - sum(heights[:row])
    is_long = not grid.whole and left >= LEAST_ROOM and heights[row] >= LEAST_ROW
    is_own = not any(cell.row <= row < cell.row + cell.rows and cell.rows > 1 for cell in grid.cells)
    if is_long and is_own:
        return _cut(grid, heights, row, left)
    if free and not grid.whole:
        return _cut(grid, heights, row, 0)
    if not at_top:
        return None
    row = max(fitting, default=grid.head)
    return _cut(grid, heights, row, 0 if fitting else max(room - sum(heights[:row]), LEAST_ROOM))


def _row_heights(grid: Grid) -> list[float]:
    heights = [0.0] * max((cell.row + cell.rows for cell in grid.cells), default=0)
    for cell in sorted(grid.cells, key=lambda cell: cell.rows):
        needed = fill(cell.items, inf).height + 2 * grid.padding
        missing = needed - sum(heights[cell.row : cell.row + cell.rows])
        heights[cell.row + cell.rows - 1] += max(missing, 0)
    return heights


def _cut(grid: Grid, heights: list[float], row: int, left: float) -> Filled:
    """The grid up to `row`, and `left` points of that row; the rest of it under its head rows."""
    upper_heights = [*heights[:row], left] if left else heights[:row]
    upper: list[GridCell] = []
    lower = [cell for cell in grid.cells if cell.row + cell.rows <= grid.head]
    for cell in grid.cells:
        end = cell.row + cell.rows
        if end <= row:
            upper.append(cell)
        elif cell.row >= len(upper_heights):
            lower.append(cell._replace(row=grid.head + cell.row - row))
        else:
            upper.append(cell._replace(rows=len(upper_heights) - cell.row))
            rest = fill(cell.items, sum(upper_heights[cell.row :]) - 2 * grid.padding).rest
            first = max(cell.row, row)
            lower.append(cell._replace(row=grid.head + first - row, rows=end - first, items=rest))
    marks = _draw(grid._replace(cells=tuple(upper)), upper_heights)
    return Filled(marks, sum(upper_heights), (grid._replace(cells=tuple(lower), before=0.0),))


def _draw(grid: Grid, heights: list[float]) -> tuple[Mark, ...]:
    """Backgrounds and lines first, then what stands in the cells."""
    below: list[Mark] = []
    above: list[Mark] = []
    for cell in grid.cells:
        left, width = sum(grid.widths[: cell.column]), sum(grid.widths[cell.column : cell.column + cell.columns])
        top, height = sum(heights[: cell.row]), sum(heights[cell.row : cell.row + cell.rows])
        border = grid.border if grid.ruled != "rows" else ""
        if cell.fill or border:
            below.append(Box(left, top, width, height, cell.fill, border))
        if grid.ruled == "rows":
            below.append(Box(left, top + height, width, 0, border=grid.border))
        content = fill(cell.items, height - 2 * grid.padding)
        above += moved(content.marks, left + grid.padding, top + grid.padding)
    return (*below, *above)
