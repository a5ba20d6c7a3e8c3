"""Rows of grids that the end of a page cut: the hours stand on the one page, the rest on the next."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.document import Line
from pipeline.page.grid_cells import Grid, GridCell
from pipeline.page.reading_order import order_column
from pipeline.segment.grids.columns import anchors_of, count_heads

# Columns of one table stand at the same place on both pages within this many points.
SAME_EDGE = 6.0
# Lines of one text stand no further apart than this part of a line.
TIGHT = 0.9
# A row begins so many times further below than a line of its text does, at the height of its hours within this part.
WIDER, SAME_HEIGHT = 1.5, 0.25


def with_hours_of_cut_row(grid: Grid, before: Grid | None) -> Grid:
    """The grid with the hours of the last row of the page before in each cell of its first row, if that has none.

    The tables go on into each other: they name their columns alike, or the second one not at all.
    """
    heads = count_heads(grid)
    if before is None or not (grid.ruled and before.ruled) or not _goes_on(grid, heads, before):
        return grid
    cells = grid.row(heads)
    above = {cell.column: anchors[0].lines for cell in before.row(before.rows - 1) if (anchors := anchors_of(cell))}
    if not above or any(anchors_of(cell) or cell.columns > 1 or cell.rows > 1 for cell in cells):
        return grid
    timed = [
        cell._replace(lines=(*above[cell.column], *cell.lines)) if cell.lines and cell.column in above else cell
        for cell in cells
    ]
    return grid._replace(cells=(*(cell for cell in grid.cells if cell not in cells), *timed))


def with_cut_row(grid: Grid, before: Grid | None, lines: Sequence[Line]) -> Grid:
    """The grid with what stands over its first hours in its columns: the rest of the last row of the page before.

    Both grids are set without rules; their heads are those of the page before where the page does not repeat them.
    """
    if before is None or grid.ruled or before.ruled or len(grid.edges) != len(before.edges):
        return grid
    own, known = count_heads(grid), count_heads(before)
    heads = _heads(grid, own) or _heads(before, known)
    first = min((line.box.y0 for cell in grid.row(own) for line in cell.lines if cell.column == 0), default=0.0)
    placed = all(abs(one - other) < SAME_EDGE for one, other in zip(grid.edges, before.edges, strict=True))
    if not heads or not placed or not _is_next_page(grid, before):
        return grid
    top = max((line.box.y1 for cell in _heads(grid, own) for line in cell.lines), default=0.0)
    named = {line.text for cell in heads for line in cell.lines}
    over = [line for line in lines if top <= line.box.y1 < first and line.text not in named and line.rotation == 0]
    columns: dict[int, list[Line]] = {}
    for line in over:
        columns.setdefault(_column(line, grid.edges), []).append(line)
    if not over or min(columns) < 1 or any(_goes_below(held, grid, each, first) for each, held in columns.items()):
        return grid
    row = max(cell.row + cell.rows for cell in heads)
    cut = [GridCell(row, column, 1, 1, tuple(order_column(held))) for column, held in sorted(columns.items())]
    taken = set(map(id, over))
    below = [
        cell._replace(row=cell.row + row + 1 - own, lines=tuple(line for line in cell.lines if id(line) not in taken))
        for cell in grid.cells
        if cell.row >= own
    ]
    cells = (*heads, *cut, *below)
    width = max(cell.column + cell.columns for cell in cells)
    return grid._replace(cells=cells, rows=grid.rows + row + 1 - own, columns=width)


def _is_next_page(grid: Grid, before: Grid) -> bool:
    pages = [{line.page for cell in each.cells for line in cell.lines} for each in (before, grid)]
    return max(pages[0]) + 1 == max(pages[1])


def _column(line: Line, edges: Sequence[float]) -> int:
    """The column a line stands in; -1 where it crosses into the next."""
    first = sum(edge <= line.box.x0 + SAME_EDGE for edge in edges) - 1
    return -1 if any(line.box.x0 + SAME_EDGE < edge < line.box.x1 - SAME_EDGE for edge in edges) else first


def _goes_below(lines: Sequence[Line], grid: Grid, column: int, hours: float) -> bool:
    """Whether the text of a cell goes on with that of the cell below: its hours are set at its middle.

    It does not with a line at the height of the `hours` that stands further below than the lines of that cell do.
    """
    last = max(lines, key=lambda line: line.box.y1).box
    held = (line for cell in grid.column(column) for line in cell.lines if line.box.y0 > last.y0)
    below = sorted(held, key=lambda line: line.box.y0)
    if not below:
        return False
    steps = [after.box.y0 - before.box.y1 for before, after in pairwise(below)]
    gap, usual = below[0].box.y0 - last.y1, max(median(steps), SAME_HEIGHT * last.height) if steps else last.height
    begins = abs(below[0].box.y0 - hours) < SAME_HEIGHT * last.height and gap > WIDER * usual
    return gap < TIGHT * last.height and not begins


def _goes_on(grid: Grid, heads: int, before: Grid) -> bool:
    if grid.columns != before.columns:
        return False
    known = count_heads(before)
    named = [[cell.text for cell in _heads(each, count)] for each, count in ((grid, heads), (before, known))]
    placed = all(abs(one - other) < SAME_EDGE for one, other in zip(grid.edges, before.edges, strict=True))
    return named[0] == named[1] if heads else placed


def _heads(grid: Grid, count: int) -> list[GridCell]:
    return [cell for row in range(count) for cell in grid.row(row)]
