"""Rows of ruled grids that the end of a page cut: the hours stand on the one page, the rest on the next."""

from pipeline.page.grid_cells import Grid, GridCell
from pipeline.segment.grids.columns import anchors_of, count_heads

# Columns of one table stand at the same place on both pages within this many points.
SAME_EDGE = 6.0


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


def _goes_on(grid: Grid, heads: int, before: Grid) -> bool:
    if grid.columns != before.columns:
        return False
    known = count_heads(before)
    named = [[cell.text for cell in _heads(each, count)] for each, count in ((grid, heads), (before, known))]
    placed = all(abs(one - other) < SAME_EDGE for one, other in zip(grid.edges, before.edges, strict=True))
    return named[0] == named[1] if heads else placed


def _heads(grid: Grid, count: int) -> list[GridCell]:
    return [cell for row in range(count) for cell in grid.row(row)]
