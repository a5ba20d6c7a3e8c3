"""A grid: rows and columns of cells on a page with the lines they hold."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Box, Line

# A grid has at least this many rows and columns.
MIN_ROWS, MIN_COLUMNS = 2, 2


class GridCell(NamedTuple):
    """A cell: where it begins, how many rows and columns it takes, its lines in reading order."""

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The words of the cell on one line."""
        return " ".join(line.text for line in self.lines)


class Grid(NamedTuple):
    """The cells of one grid, row by row; `edges` are the left edges of its columns.

    `parted` are the lines of the page that stand in its cells in parts: « 9h00Ouverture », an hour and a title.
    """

    cells: tuple[GridCell, ...]
    rows: int
    columns: int
    box: Box
    edges: tuple[float, ...]
    ruled: bool
    parted: tuple[Line, ...] = ()

    def row(self, number: int) -> list[GridCell]:
        """The cells that begin in a row, from the left."""
        return sorted((cell for cell in self.cells if cell.row == number), key=lambda cell: cell.column)

    def column(self, number: int) -> list[GridCell]:
        """The cells that begin in a column, from the top."""
        return sorted((cell for cell in self.cells if cell.column == number), key=lambda cell: cell.row)


def transpose(grid: Grid) -> Grid:
    """The grid with rows and columns exchanged: hours along the top become row heads."""
    return grid._replace(
        cells=tuple(
            cell._replace(row=cell.column, column=cell.row, rows=cell.columns, columns=cell.rows)
            for cell in grid.cells
        ),
        rows=grid.columns,
        columns=grid.rows,
    )


def width_of(lines: Sequence[Line]) -> float:
    """From the left edge of the leftmost line to the right edge of the rightmost, in points."""
    return max(line.box.x1 for line in lines) - min(line.box.x0 for line in lines)


def hull_of(boxes: Sequence[Box]) -> Box:
    """The smallest box around others."""
    return Box(
        x0=min(box.x0 for box in boxes),
        y0=min(box.y0 for box in boxes),
        x1=max(box.x1 for box in boxes),
        y1=max(box.y1 for box in boxes),
    )
