"""Timetables as a matrix: slots over rows of hours and columns of rooms or days, with spans."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.synthetic.event import Item
from pipeline.synthetic.families.selection import ending
from pipeline.synthetic.sheet import Cell, Table


class Slot(NamedTuple):
    """Items that stand in one cell, in `columns` columns from `column` on, between two hours."""

    items: tuple[Item, ...]
    column: int
    columns: int
    start: dt.time
    end: dt.time


class Row(NamedTuple):
    """A row of a timetable: when it begins and when the next does."""

    start: dt.time
    end: dt.time


class Placed(NamedTuple):
    """A cell at its place in a matrix."""

    row: int
    column: int
    cell: Cell


def rows_of(slots: Sequence[Slot], *, ranges: bool) -> tuple[Row, ...]:
    """The rows a timetable needs.

    With ranges a row begins and ends wherever something does, and hours without anything have none; without, a row
    begins wherever something begins.
    """
    starts = {slot.start for slot in slots}
    edges = sorted(starts | ({slot.end for slot in slots} if ranges else {dt.time.max}))
    rows = [Row(start, end) for start, end in pairwise(edges)]
    return tuple(row for row in rows if any(slot.start < row.end and slot.end > row.start for slot in slots))


def span_of(slot: Slot, rows: Sequence[Row]) -> range:
    """The rows a slot takes."""
    taken = [number for number, row in enumerate(rows) if slot.start <= row.start < slot.end]
    return range(taken[0], taken[-1] + 1)


def slots_of(
    items: Sequence[Item], column: int, columns: int = 1, *, among: Sequence[Item] = (), stack: bool = False
) -> tuple[Slot, ...]:
    """Slots of items in a column; what collides with an earlier one is left out, or stacked in its cell.

    An item without an end lasts until the next of those it stands `among`, its own column when that is empty.
    """
    slots: list[Slot] = []
    for item in items:
        if item.start is None:
            continue
        start, end = item.start, ending(item, among or items)
        last = slots[-1] if slots else None
        if last is None or start >= last.end:
            slots.append(Slot((item,), column, columns, start, end))
        elif stack and (last.start, last.end) == (start, end):
            slots[-1] = last._replace(items=(*last.items, item))
    return tuple(slots)


def fill_up(placed: Sequence[Placed], rows: int, columns: int) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table of that size, with empty cells where nothing stands."""
    at = {(each.row, each.column): each.cell for each in placed}
    covered = {
        (row, column)
        for each in placed
        for row in range(each.row, each.row + each.cell.rows)
        for column in range(each.column, each.column + each.cell.columns)
    }
    return tuple(
        tuple(
            at.get((row, column), Cell(()))
            for column in range(columns)
            if (row, column) in at or (row, column) not in covered
        )
        for row in range(rows)
    )


def turned(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Rows for columns."""
    return tuple(
        Placed(each.column, each.row, each.cell._replace(rows=each.cell.columns, columns=each.cell.rows))
        for each in placed
    )


def with_heads(
    placed: Sequence[Placed],
    down: Sequence[Cell],
    across: Sequence[Cell],
    corner: Cell,
    width: float,
) -> Table:
    """A table with a head column `down` (none when empty), `width` of the whole wide, and a head row `across`."""
    left, top = bool(down), bool(across)
    all_placed = [Placed(each.row + top, each.column + left, each.cell) for each in placed]
    all_placed += [Placed(number + top, 0, cell) for number, cell in enumerate(down)]
    all_placed += [Placed(0, number + left, cell) for number, cell in enumerate(across)]
    if left and top:
        all_placed.append(Placed(0, 0, corner))
    rows = max(each.row + each.cell.rows for each in all_placed)
    columns = max(each.column + each.cell.columns for each in all_placed)
    share = (1 - width) / (columns - 1) if left and columns > 1 else 1 / columns
    widths = (width, *(share,) * (columns - 1)) if left and columns > 1 else (share,) * columns
    return Table(fill_up(all_placed, rows, columns), widths, head=int(top))
