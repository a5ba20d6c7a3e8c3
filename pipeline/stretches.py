"""The stretches of a page: the items of its grids, and the text around them, in reading order."""

from typing import NamedTuple

from pipeline.continued_grids import continued_grid
from pipeline.document import Line, Page
from pipeline.grid_cells import Grid
from pipeline.grid_columns import Column
from pipeline.grid_items import GridItem, read_grid
from pipeline.grids import ruled_grids, set_grids
from pipeline.passages import cut_line
from pipeline.rooms import people_behind


class Stretch(NamedTuple):
    """Lines of a page that belong together: those of a cell, or text outside grids (`item` None)."""

    lines: tuple[Line, ...]
    item: GridItem | None = None


def split_page(
    page: Page, columns: list[Column], last: Grid | None
) -> tuple[list[Stretch], list[Column], Grid | None]:
    """The text of a page with the items of its grids in their place, and the last grid with its columns."""
    found: list[Stretch] = []
    page = page.model_copy(update={"lines": tuple(part for line in page.lines for part in _parted(line))})
    rest = list(page.lines)
    for grid, items, read in _grids_of(page, columns, last):
        columns, last = read, grid
        held = {id(line) for lines in (*(cell.lines for cell in grid.cells), grid.parted) for line in lines}
        outside = [line for line in rest if id(line) not in held]
        above = [line for line in outside if (line.box.y0 + line.box.y1) / 2 < grid.box.y0]
        found += [Stretch(tuple(above)), *(Stretch(item.lines, item) for item in items)]
        known = {id(line) for line in above}
        rest = [line for line in outside if id(line) not in known]
    return [*found, Stretch(tuple(rest))], columns, last


def _parted(line: Line) -> tuple[Line, ...]:
    """A line as two where it tells a room and then people."""
    spot = people_behind(line.text)
    return (line,) if spot is None else cut_line(line, spot)


def _grids_of(
    page: Page, columns: list[Column], last: Grid | None
) -> list[tuple[Grid, list[GridItem], list[Column]]]:
    """The timetables of a page with their items and columns: drawn, else aligned, else going on from the page before.

    Of a table of which only some cells are drawn, such as shaded ones, those alone are none.
    """
    going_on = continued_grid(page.lines, last) if last else None
    for grids in (ruled_grids(page), set_grids(page), [going_on] if going_on else []):
        found: list[tuple[Grid, list[GridItem], list[Column]]] = []
        for grid in grids:
            items, read = read_grid(grid, found[-1][2] if found else columns)
            found += [(grid, items, read)] if items else []
        if found:
            return found
    return []
