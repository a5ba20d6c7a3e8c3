"""Rows of tables and heads of columns that are no furniture, though their text recurs at the top of pages."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from math import inf

from pipeline.document import Line, Page
from pipeline.layout.places import SAME_PLACE
from pipeline.page.label_columns import is_label
from pipeline.page.look import Look

# The hours of a column begin no further below its head than this many times the height of that.
FAR = 2


def stands_in_row(line: Line, page: Page, recurring: Collection[int]) -> bool:
    """Whether a line stands in a row of a drawn table with text that does not recur, as heads and running lines do.

    `recurring` are the ids of the lines that do: « Lundi 9 » recurs beside the first item of each page.
    """
    own = next((cell for cell in page.cells if cell.box.holds(line.box)), None)
    if own is None:
        return False
    row = [cell.box for cell in page.cells if (cell.table, cell.row) == (own.table, own.row)]
    return any(id(other) not in recurring and any(box.holds(other.box) for box in row) for other in page.lines)


def heads_over_hours(lines: Sequence[Line]) -> set[Line]:
    """The lines set alike side by side over as many hours, each over its own: the rooms over columns of items."""
    rows = _rows(lines)
    return {
        line
        for heads, hours in pairwise(rows)
        if len(heads) == len(hours) > 1 and len({Look.of(line.style) for line in heads}) == 1
        if all(is_label(hour.text) and not is_label(head.text) for head, hour in zip(heads, hours, strict=True))
        if hours[0].box.y0 - heads[0].box.y1 < FAR * heads[0].box.height and _stand_over(heads, hours)
        for line in heads
    }


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page that begin at one height, row by row, each from the left."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.box.y0):
        if rows and line.box.y0 - rows[-1][0].box.y0 < SAME_PLACE:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.box.x0) for row in rows]


def _stand_over(heads: Sequence[Line], hours: Sequence[Line]) -> bool:
    """Whether the middle of each head stands over the column that its hour begins, right of where this begins."""
    starts = [*(hour.box.x0 for hour in hours), inf]
    return all(
        start - SAME_PLACE <= (head.box.x0 + head.box.x1) / 2 < end
        for head, (start, end) in zip(heads, pairwise(starts), strict=True)
    )
