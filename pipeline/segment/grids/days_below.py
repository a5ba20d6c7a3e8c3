"""Tables of several days that touch: each day has columns of its own, though their rules run into each other."""

from collections.abc import Sequence

from pipeline.document import Cell, Line
from pipeline.segment.anchors import is_day_heading

# Edges of columns this close in points are one.
SAME_EDGE = 3.0


def parted_by_days(cells: Sequence[Cell], lines: Sequence[Line]) -> list[list[Cell]]:
    """The cells of a drawn table as those of each day that begins a row and parts the columns otherwise.

    Rows and columns are counted anew in each.
    """
    rows = range(1 + max(cell.row for cell in cells))
    firsts = {cell.row: cell for cell in sorted(cells, key=lambda cell: -cell.box.x0)}
    starts = [row for row in rows if row in firsts and is_day_heading(_text_in(firsts[row], lines))]
    parts: list[list[Cell]] = [[]]
    for row in rows:
        here = [cell for cell in cells if cell.row == row]
        if row in starts and parts[-1] and _differ(parts[-1], here):
            parts.append([])
        parts[-1] += here
    return [list(cells)] if len(parts) == 1 else [_counted_anew(part) for part in parts]


def _text_in(cell: Cell, lines: Sequence[Line]) -> str:
    held = sorted((line for line in lines if cell.box.holds(line.box)), key=lambda line: line.box.y0)
    return " ".join(line.text for line in held)


def _differ(above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether all cells above end where a row begins, and half of its cells begin where none above does."""
    top = min(cell.box.y0 for cell in row)
    known = [cell.box.x0 for cell in above]
    new = [cell for cell in row if not any(abs(cell.box.x0 - edge) < SAME_EDGE for edge in known)]
    return all(cell.box.y1 < top + SAME_EDGE for cell in above) and 2 * len(new) >= len(row)


def _counted_anew(cells: Sequence[Cell]) -> list[Cell]:
    rows = {row: number for number, row in enumerate(sorted({cell.row for cell in cells}))}
    columns = {column: number for number, column in enumerate(sorted({cell.column for cell in cells}))}
    return [cell.model_copy(update={"row": rows[cell.row], "column": columns[cell.column]}) for cell in cells]
