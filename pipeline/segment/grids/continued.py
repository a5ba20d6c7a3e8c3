"""Grids that go on from the page before without enough rows of their own to show it."""

from collections.abc import Sequence
from math import inf

from pipeline.document import Line
from pipeline.page.grid_cells import Grid, GridCell
from pipeline.page.reading_order import order_column
from pipeline.segment.grids.aligned import grid_of, label_column
from pipeline.segment.grids.columns import Column, Role, count_heads, opens_with_hours, role_named
from pipeline.segment.grids.rows import rows_of
from pipeline.times.days import find_days
from pipeline.wording import is_room

# Text keeps to the columns of the page before within so many points.
SLACK = 3.0


def continued_grid(lines: Sequence[Line], before: Grid) -> Grid | None:
    """The grid of a page whose hours and text stand in the columns of the grid before, even in a single row.

    What stands left of these columns, such as rooms, is no part of it. None where a line crosses from one of these
    columns into the next, or no row has text in two of them below heads that are not repeated.
    """
    edges = [*before.edges]
    upright = [line for line in lines if line.rotation == 0 and line.box.x1 > edges[0] - SLACK]
    labels = label_column(upright)
    if len(edges) < 2 or not labels:
        return None
    timed = [line for label in labels for line in label]
    if any(line.box.x0 < edges[0] - SLACK or line.box.x1 > edges[1] + SLACK for line in timed):
        return None
    known = {id(line) for line in timed}
    top = timed[0].box.y0 + 0.3 * timed[0].box.height
    inside = [line for line in upright if id(line) not in known and line.box.y1 > top]
    end = _end_of_rows(inside, timed[-1], edges)
    inside = [line for line in inside if line.box.y0 < end]
    if any(_crosses(line, edges) for line in inside):
        return None
    cells = [GridCell(row, 0, 1, 1, tuple(label)) for row, label in enumerate(labels)]
    for (row, column, columns), held in sorted(rows_of(labels, inside, edges[1:]).items()):
        cells.append(GridCell(row, column + 1, 1, columns, tuple(order_column(held))))
    heads = _repeated_heads([line for line in upright if line.box.y1 <= top], before)
    full = any(len({cell.column for cell in cells if cell.row == row}) > 2 for row in range(len(labels)))
    if not full and not heads:
        return None
    below = max((cell.row + 1 for cell in heads), default=0)
    return grid_of([*heads, *(cell._replace(row=cell.row + below) for cell in cells)], edges[1:])


def _end_of_rows(lines: Sequence[Line], last: Line, edges: Sequence[float]) -> float:
    """Where text over all columns begins a line or more below the last row: it is no part of that."""
    first = min((line.box.y0 for line in lines if line.box.y0 > last.box.y1 and _crosses(line, edges)), default=inf)
    above = max((line.box.y1 for line in (*lines, last) if line.box.y0 < first), default=inf)
    return first if first - above >= last.box.height else inf


def _repeated_heads(lines: Sequence[Line], before: Grid) -> list[GridCell]:
    """The heads of the grid before as a page repeats them: all, or none."""
    told = {line.text: line for line in lines}
    heads = [cell for row in range(count_heads(before)) for cell in before.row(row) if cell.lines]
    repeated = [cell._replace(lines=(told[cell.text],)) for cell in heads if cell.text in told]
    return repeated if len(repeated) == len(heads) else []


def _crosses(line: Line, edges: Sequence[float]) -> bool:
    """Whether a line stands in two columns, or in that of the hours."""
    first = sum(edge <= line.box.x0 + SLACK for edge in edges)
    return first < 2 or any(line.box.x0 + SLACK < edge < line.box.x1 - SLACK for edge in edges)


def goes_on_with(grid: Grid, before: Sequence[Column]) -> bool:
    """Whether a table has the columns of the one before and begins with a row that names neither these nor others."""
    cells = [cell for cell in grid.row(0) if cell.lines]
    known = {" ".join(line.text for line in column.head) for column in before}
    heads = any(role_named(cell.text) or cell.text in known for cell in cells)
    named = heads or all(is_room(cell.text) or find_days(cell.text) for cell in cells)
    listed = any(column.role is Role.TITLE for column in before)
    return grid.ruled and listed and len(before) == grid.columns and bool(cells) and not named


def hours_before(grid: Grid, before: Sequence[Column], heads: int) -> int | None:
    """The column of hours of the table before, where a row or two go on with it, without heads or below the same."""
    place = next((number for number, column in enumerate(before) if column.role is Role.HOURS), None)
    if place is None or len(before) != grid.columns:
        return None
    named = {cell.column: cell.text for row in range(heads) for cell in grid.row(row) if cell.lines}
    known = {number: " ".join(line.text for line in column.head) for number, column in enumerate(before)}
    if any(known[column] not in ("", text) for column, text in named.items()):
        return None
    below = [cell for cell in grid.column(place) if cell.lines and cell.row >= heads]
    return place if all(map(opens_with_hours, below)) else None
