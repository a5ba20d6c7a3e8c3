"""Columns beside hours in which text flows from one to the next: no cells side by side, however they are aligned."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.document import Line
from pipeline.page.grid_cells import Grid, width_of
from pipeline.segment.grids.columns import Role, role_named

# The lines of running text take at least this part of the width of their column, of which so many stand there.
FULL, MIN_LINES = 0.6, 4
# Columns begin at the same place on two pages within so many points.
SAME_EDGE = 4.0


def flows(grid: Grid) -> bool:
    """Whether a sentence goes on from the foot of a column at the top of the next, beside the same hours or any."""
    if grid.ruled or _names_hours(grid):
        return False
    held = {(cell.row, cell.column): cell.lines for cell in grid.cells if cell.column > 0 and cell.lines}
    begun = [lines[0].text[:1].islower() for (_, column), lines in held.items() if column == 1]
    if 2 * sum(begun) >= len(begun):
        return False  # titles in small letters
    beside = [(lines, held.get((row, column + 1))) for (row, column), lines in held.items()]
    columns = [
        tuple(line for row, place in sorted(held) if place == column for line in held[row, place])
        for column in range(1, grid.columns)
    ]
    beside += pairwise(columns)
    return any(right and len(left) >= MIN_LINES and _goes_on(left, right[0]) for left, right in beside)


def _names_hours(grid: Grid) -> bool:
    """Whether a head names the column of hours: such a table names what stands beside it too."""
    heads = [role_named(line.text) for cell in grid.cells if cell.row == 0 for line in cell.lines[:1]]
    return any(head is not None and head[0] is Role.HOURS for head in heads)


def is_set_like(grid: Grid, other: Grid) -> bool:
    """Whether two grids have as many columns, and the last begins at the same place."""
    return grid.columns == other.columns and abs(grid.edges[-1] - other.edges[-1]) < SAME_EDGE


def _goes_on(column: Sequence[Line], line: Line) -> bool:
    """Whether a line continues the last one of a column, which is full and ends within a sentence."""
    last = column[-1]
    width = width_of([other for other in column if abs(other.box.x0 - last.box.x0) < SAME_EDGE])
    full = last.box.width > FULL * width
    return full and line.style == last.style and line.text[:1].islower() and last.text[-1:].isalpha()
