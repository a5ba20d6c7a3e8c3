"""The grids of a page: its ruled tables, or what is aligned like one."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from pipeline.document import Box, Cell, Line, Page
from pipeline.page.grid_cells import MIN_COLUMNS, MIN_ROWS, Grid, GridCell, hull_of
from pipeline.page.reading_order import order_column
from pipeline.page.themed_days import is_themed_day
from pipeline.segment.anchors import is_day_heading
from pipeline.segment.epilogue import names_other_matter
from pipeline.segment.grids.aligned import aligned_grid, head_line, is_label
from pipeline.segment.grids.continued import continued_grid
from pipeline.segment.grids.days_below import parted_by_days
from pipeline.segment.grids.headed import headed_grids, is_alone

# A row of heads names no fewer columns.
MIN_HEADS = 2
# The lines of a day broken in a narrow cell begin within so many points, nearer than this part of their height.
SAME_EDGE, TIGHT = 2.0, 0.5


def ruled_grids(page: Page) -> list[Grid]:
    """The ruled tables of a page from the top."""
    tables = [list(cells) for _, cells in groupby(page.cells, key=lambda cell: cell.table)]
    ruled = [
        _ruled([*page.lines, *_repeated_heads(page, part)], part)
        for cells in tables
        for part in parted_by_days(cells, page.lines)
    ]
    return sorted((grid for grid in ruled if grid is not None), key=lambda grid: grid.box.y0)


def _repeated_heads(page: Page, cells: Sequence[Cell]) -> list[Line]:
    """The heads of a table that the furniture of the page holds since every page repeats them: its first row."""
    first = min(cell.row for cell in cells)
    top = [cell.box for cell in cells if cell.row == first]
    if any(box.holds(line.box) for line in page.lines for box in top):
        return []
    heads = [line for line in page.furniture if any(box.holds(line.box) for box in top)]
    return heads if sum(any(box.holds(line.box) for line in heads) for box in top) >= MIN_HEADS else []


def set_grids(page: Page) -> list[Grid]:
    """What is aligned like tables on a page, from the top; cells that are drawn only in part keep their lines."""
    upright = _above_other_matter([line for line in page.lines if line.rotation == 0])
    headed = headed_grids(upright, page.furniture)
    return sorted(headed or _aligned(page, upright), key=lambda grid: grid.box.y0)


def _above_other_matter(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above a heading of what stands behind programmes, alone below all hours: no row ends with these."""
    last = max((line.box.y0 for line in lines if is_label(line)), default=0.0)
    heads = [line for line in lines if line.box.y0 > last and names_other_matter(line.text) and is_alone(line, lines)]
    end = min((line.box.y0 for line in heads), default=None)
    return lines if end is None else [line for line in lines if line.box.y0 < end]


def _aligned(page: Page, lines: Sequence[Line]) -> list[Grid]:
    """The grids beside columns of hours, each below a day that stands alone on its row if there are several."""
    tops = sorted(line.box.y0 for line in lines if _is_day_over_grid(line, lines) or _is_themed_over(line, lines))
    boxes = [cell.box for cell in page.cells]
    found: list[Grid] = []
    for _, part in groupby(lines, key=lambda line: bisect_right(tops, line.box.y0)):
        below = list(part)
        going_on = continued_grid(below, found[-1]) if found and not head_line(below) else None
        grid = going_on or aligned_grid(below, page.furniture, boxes)
        found += [grid] if grid else []
    return found


def _is_day_over_grid(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is a day alone on its row, and no part of one broken over the lines of a narrow cell."""
    if not is_day_heading(line.text) or not is_alone(line, lines):
        return False
    return not any(
        other.style == line.style
        and (
            (abs(other.box.x0 - line.box.x0) < SAME_EDGE and _is_right_below(other, line))
            or (_is_centred(other, line) and _is_right_below(line, other) and not is_alone(other, lines))
        )
        for other in lines
    )


def _is_themed_over(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a day with words behind it stands alone on its row and reaches over the column of hours below."""
    if not is_themed_day(line.text):
        return False
    hours = [other.box for other in lines if other.box.y0 > line.box.y1 and is_label(other)]
    first = min(hours, key=lambda box: box.y0, default=None)
    across = first is not None and line.box.x0 < first.x1 < line.box.x1
    return across and is_alone(line, lines)


def _is_right_below(line: Line, above: Line) -> bool:
    return 0 <= line.box.y0 - above.box.y1 < TIGHT * line.box.height


def _is_centred(line: Line, above: Line) -> bool:
    return abs(line.box.x0 + line.box.x1 - above.box.x0 - above.box.x1) < 2 * SAME_EDGE


def _ruled(lines: Sequence[Line], cells: Sequence[Cell]) -> Grid | None:
    """The grid of a ruled table; each line goes to the smallest cell that holds its middle."""
    rows, columns = 1 + max(cell.row for cell in cells), 1 + max(cell.column for cell in cells)
    if rows < MIN_ROWS or columns < MIN_COLUMNS:
        return None
    tops = [_middle([cell.box for cell in cells if cell.row == row], "y") for row in range(rows)]
    sides = [_middle([cell.box for cell in cells if cell.column == column], "x") for column in range(columns)]
    by_size = sorted(cells, key=lambda cell: cell.box.width * cell.box.height)
    inside: dict[Cell, list[Line]] = {}
    for line in lines:
        cell = next((cell for cell in by_size if cell.box.holds(line.box)), None)
        if cell is not None:
            inside.setdefault(cell, []).append(line)
    found = [
        GridCell(
            row=cell.row,
            column=cell.column,
            rows=max(1, sum(top is not None and cell.box.y0 < top < cell.box.y1 for top in tops[cell.row :])),
            columns=max(1, sum(x is not None and cell.box.x0 < x < cell.box.x1 for x in sides[cell.column :])),
            lines=tuple(order_column(inside.get(cell, []))),
        )
        for cell in sorted(cells, key=lambda cell: (cell.row, cell.column))
    ]
    edges = tuple(min(cell.box.x0 for cell in cells if cell.column == column) for column in range(columns))
    return Grid(tuple(found), rows, columns, hull_of([cell.box for cell in cells]), edges, ruled=True)


def _middle(boxes: Sequence[Box], axis: str) -> float | None:
    """The middle of a row (y) or column (x): that of its narrowest cell, since wider ones span."""
    if not boxes:
        return None
    sides = [(box.y0, box.y1) if axis == "y" else (box.x0, box.x1) for box in boxes]
    first, last = min(sides, key=lambda side: side[1] - side[0])
    return (first + last) / 2
