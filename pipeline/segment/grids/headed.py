"""Grids without rulings below a row of heads that name their columns: « Thème | Intervenants | Créneau »."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from pipeline.document import Line
from pipeline.page.grid_cells import MIN_COLUMNS, MIN_ROWS, Grid, GridCell, hull_of
from pipeline.page.reading_order import order_column
from pipeline.segment.anchors import is_day_heading
from pipeline.segment.grids.aligned import SAME_TOP, border_of, grid_of, gutters_below
from pipeline.segment.grids.bands import MAX_HEAD
from pipeline.segment.grids.columns import Role, role_named
from pipeline.segment.grids.rows import rows_of
from pipeline.times.hours import find_hours

# The lines of one time stand no further apart than this part of a line.
TIGHT = 0.4
# The lines of one head are set below each other with steps of less than so many times their size.
HEAD_STEP = 1.5
# Columns that are named stand apart by so many points at least.
NARROW = 2.0
_JOINTS = ("-", "–", "—", "à", ">", "→", "/", "de")


def headed_grids(lines: Sequence[Line], furniture: Sequence[Line] = ()) -> list[Grid]:
    """The grids below rows of heads that name a column of hours and one more, from the top.

    Each ends where the next begins, or at a day that stands alone on its row, below which the same heads hold on.
    Heads that are repeated on every page may be among its furniture.
    """
    found = []
    for heads, after in pairwise([*_head_rows([*lines, *furniture]), []]):
        top, bottom = max(line.box.y1 for line in heads), after[0].box.y0 if after else inf
        below = [line for line in lines if top - 1 <= line.box.y0 < bottom and line not in heads]
        days = sorted(line.box.y0 for line in below if is_day_heading(line.text) and is_alone(line, below))
        named = [_whole_head(head, [*lines, *furniture]) for head in heads]
        held = {id(line) for head in named for line in head}
        for start, end in pairwise([top - 1, *days, inf]):
            part = [line for line in below if start <= line.box.y0 < end and id(line) not in held]
            inside = [line for line in part if line.box.y0 not in days]
            grid = _below(heads, named, inside, rows=1 if days else MIN_ROWS)
            if grid is not None:
                found.append(_below_day(grid) if start in days else grid)
    return found


def _below_day(grid: Grid) -> Grid:
    """A grid that begins below the day that stands between it and its heads."""
    return grid._replace(box=hull_of([line.box for cell in grid.cells if cell.row for line in cell.lines]))


def _head_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The rows of short lines without hours of which one names a column of hours, one another."""
    found = []
    for first in sorted(lines, key=lambda line: line.box.y0):
        if len(first.text) > MAX_HEAD or not _names(first, Role.HOURS):
            continue
        level = [line for line in lines if abs(line.box.y0 - first.box.y0) < SAME_TOP * first.box.height]
        short = all(len(line.text) <= MAX_HEAD and not find_hours(line.text) for line in level)
        if short and any((named := role_named(line.text)) and named[0] is not Role.HOURS for line in level):
            found.append(sorted(level, key=lambda line: line.box.x0))
    return found


def _names(line: Line, role: Role) -> bool:
    named = role_named(line.text)
    return named is not None and named[0] is role


def is_alone(line: Line, others: Sequence[Line]) -> bool:
    """Whether nothing stands beside a line."""
    return not any(
        other is not line and other.box.y0 < line.box.y1 and other.box.y1 > line.box.y0 for other in others
    )


def _below(heads: Sequence[Line], named: Sequence[tuple[Line, ...]], lines: Sequence[Line], rows: int) -> Grid | None:
    """The grid of the lines below heads: a row for each time in the column of hours, `rows` of them at least.

    `named` are the heads with all their lines.
    """
    gutters = gutters_below(lines, heads, NARROW)
    if len(heads) < MIN_COLUMNS or not gutters:
        return None
    left = min(line.box.x0 for line in (*heads, *lines))
    edges = [left, *[border_of(gutter, lines) for gutter in gutters]]
    hours = next(place for place, head in enumerate(heads) if _names(head, Role.HOURS))
    sides = (edges[hours], edges[hours + 1] if hours + 1 < len(edges) else inf)
    timed = [line for line in lines if sides[0] <= line.box.middle_x < sides[1]]
    labels = _labels([line for line in timed if line.box.x0 >= sides[0] - 1])
    if len(labels) < rows or (len(labels) < MIN_ROWS and hours and _begins_above(lines, labels[0][0])):
        return None  # what the page before cut is told from a single row only where the hours stand first
    known = {id(line) for label in labels for line in label}
    told = rows_of(labels, [line for line in lines if id(line) not in known], edges)
    cells = [GridCell(0, place, 1, 1, head) for place, head in enumerate(named)]
    cells += [GridCell(row + 1, hours, 1, 1, tuple(label)) for row, label in enumerate(labels)]
    for (row, column, count), held in sorted(told.items()):
        cells.append(GridCell(row + 1, column, 1, count, tuple(order_column(held))))
    return grid_of(cells, edges[1:])


def _begins_above(lines: Sequence[Line], hour: Line) -> bool:
    """Whether a line stands above that of an hour."""
    return any(line.box.y0 < hour.box.y0 - SAME_TOP * hour.box.height for line in lines)


def _whole_head(head: Line, lines: Sequence[Line]) -> tuple[Line, ...]:
    """A head with the lines right below in its look, which a narrow column broke off: « Thématiq », « ue »."""
    whole = [head]
    for line in sorted(lines, key=lambda line: line.box.y0):
        near = 0 < line.box.y0 - whole[-1].box.y0 < HEAD_STEP * head.style.size
        level = min(line.box.x1, head.box.x1) > max(line.box.x0, head.box.x0)
        if near and level and line.style == head.style and line.text[:1].islower() and not find_hours(line.text):
            whole.append(line)
    return tuple(whole)


def _labels(lines: Sequence[Line]) -> list[list[Line]]:
    """The times of a column, each with the lines it is broken over: « À partir », « de 9h » or « 9h – », « 10h »."""
    labels: list[list[Line]] = []
    for before, line in pairwise([None, *sorted(lines, key=lambda line: line.box.y0)]):
        assert line is not None
        told = [hours for part in labels[-1] for hours in find_hours(part.text)] if labels else []
        near = before is not None and line.box.y0 - before.box.y1 < TIGHT * line.box.height
        open_end = before is not None and before.text.rstrip().lower().endswith(_JOINTS)
        if near and (not told or open_end or line.text.startswith(_JOINTS) or not find_hours(line.text)):
            labels[-1].append(line)
        else:
            labels.append([line])
    return [label for label in labels if any(find_hours(line.text) for line in label)]
