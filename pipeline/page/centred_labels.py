"""Hours set in the middle, or always a little below the top, of what stands beside them, as cells of a table are."""

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.document import Line
from pipeline.page.bands import Interval, bands_of, common
from pipeline.page.label_columns import STACKED, bottom_of, label_columns

# So many rows, and this part of them, must show how hours are set beside them.
MIN_ROWS, MOSTLY = 3, 0.8
# At least so many of them, and this part, begin above their hour: else hours stand at the top of what they tell.
MIN_ABOVE, ABOVE = 2, 0.25
# What is set alike differs by no more than this part of a line.
SAME = 0.4
# Lines of one column begin within so many points of each other.
SAME_EDGE = 1.5


class Row(NamedTuple):
    """What stands in the column of hours, its day or room with it, and what stands beside it."""

    label: list[Line]
    beside: list[Line]


def split_at_middles(lines: list[Line]) -> list[Row] | None:
    """A zone as its rows, those without a label being what is around them; None where hours stand at the top.

    Rows are parted where there is most room between one hour and the next; a day across the zone parts them too.
    """
    columns = label_columns(lines)
    if len(columns) != 1 or len(columns[0]) < MIN_ROWS:
        return None
    labels = columns[0]
    right = max(label.box.x1 for label in labels)
    edge = min((line.box.x0 for line in lines if line.box.x0 >= right), default=right)
    told = sorted((line for line in lines if line.box.x0 >= edge), key=lambda line: line.box.y0)
    blocks = _blocks(labels, [line for line in lines if line.box.x1 < edge])
    if len(blocks) < len(labels):
        return None
    crossing = sorted((line for line in lines if line.box.x0 < edge <= line.box.x1), key=lambda line: line.box.y0)
    if any(_stands_beside(line, (*labels, *told)) for line in crossing if line.box.y0 > blocks[0][0].box.y0):
        return None
    rows = _rows_between(crossing, blocks, told)
    if rows is None or not _are_set_alike(rows):
        return None
    known = {id(line) for row in rows for line in (*row.label, *row.beside)}
    rest = sorted((line for line in lines if id(line) not in known), key=lambda line: line.box.y0)
    gutters = _gutters(rows)
    found: list[Row] = []
    for row in rows:
        top = row.label[0].box.y0
        found += [Row([], above)] if (above := [line for line in rest if line.box.y0 < top]) else []
        found += _column_by_column(row, gutters)
        rest = [line for line in rest if line.box.y0 >= top]
    return [*found, Row([], rest)]


def _gutters(rows: Sequence[Row]) -> list[Interval]:
    """The gutters that no row crosses, with text on both sides of several, begun at one place on the right."""
    told = [line for row in rows for line in row.beside]
    free = reduce(common, (band.free for band in bands_of(told)))
    found = []
    for gap in free:
        right = [line.box.x0 for line in told if line.box.x0 >= gap[1] - 1]
        both = sum(any(line.box.x1 <= gap[0] + 1 for line in row.beside) for row in rows if _begins_behind(row, gap))
        flush = sum(abs(spot - median(right)) < SAME_EDGE for spot in right) if right else 0
        if both >= MIN_ROWS and flush >= MOSTLY * len(right):
            found.append(gap)
    return found


def _begins_behind(row: Row, gap: Interval) -> bool:
    return any(line.box.x0 >= gap[1] - 1 for line in row.beside)


def _column_by_column(row: Row, gutters: Sequence[Interval]) -> list[Row]:
    """A row as one for each column of what stands beside its hours, from the left."""
    edges = [float("-inf"), *(gap[1] - 1 for gap in gutters), float("inf")]
    cells = [[line for line in row.beside if left <= line.box.x0 < right] for left, right in pairwise(edges)]
    return [Row([] if place else row.label, cell) for place, cell in enumerate(cells) if cell or not place]


def _stands_beside(line: Line, others: Sequence[Line]) -> bool:
    return any(other.box.y0 < line.box.middle_y < other.box.y1 for other in others)


def _rows_between(crossing: Sequence[Line], blocks: Sequence[list[Line]], told: Sequence[Line]) -> list[Row] | None:
    """The rows above, between and below the lines that cross a zone; None where not all hours begin one."""
    found: list[Row] = []
    middles = [line.box.middle_y for line in crossing]
    for floor, ceiling in pairwise([float("-inf"), *middles, float("inf")]):
        labels = [block for block in blocks if floor <= _middle(block) <= ceiling]
        beside = [line for line in told if floor <= line.box.middle_y <= ceiling]
        rows = _rows(labels, beside) if labels and beside else []
        if rows is None or len(rows) < len(labels):
            return None
        found += rows
    return found


def _blocks(labels: Sequence[Line], narrow: Sequence[Line]) -> list[list[Line]]:
    """The hours with what is set right above and below them in their column: days, rooms."""
    known = {id(label) for label in labels}
    blocks: list[list[Line]] = []
    for line in sorted(narrow, key=lambda line: line.box.y0):
        near = blocks and line.box.y0 - bottom_of(blocks[-1][-1]) < STACKED * line.box.height
        if near and not (id(line) in known and any(id(other) in known for other in blocks[-1])):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [block for block in blocks if any(id(line) in known for line in block)]


def _middle(lines: Sequence[Line]) -> float:
    return (min(line.box.y0 for line in lines) + max(map(bottom_of, lines))) / 2


def _rows(blocks: Sequence[list[Line]], told: Sequence[Line]) -> list[Row] | None:
    """The rows of a table, parted at the widest gap between the middles of two hours."""
    gaps = [(line.box.y0 - before.box.y1, line.box.y0) for before, line in pairwise(told)]
    cuts: list[tuple[float, float]] = []
    for one, other in pairwise(_middle(block) for block in blocks):
        between = [(gap, spot) for gap, spot in gaps if one < spot < other + 2 and gap > 0]
        if not between:
            return None
        cuts.append(max(between))
    least = min((gap for gap, _ in cuts), default=0.0)
    first = max((spot for gap, spot in gaps if spot <= _middle(blocks[0]) and gap >= least), default=told[0].box.y0)
    last = min((spot for gap, spot in gaps if spot > _middle(blocks[-1]) and gap >= least), default=float("inf"))
    spots = [first, *(spot for _, spot in cuts), last]
    rows = [
        Row(block, [line for line in told if start <= line.box.y0 < end])
        for block, (start, end) in zip(blocks, pairwise(spots), strict=True)
    ]
    return rows if all(row.beside for row in rows) else None


def _are_set_alike(rows: Sequence[Row]) -> bool:
    """Whether most hours stand in the middle of their rows, or all as far below the top of them."""
    height = median(line.box.height for row in rows for line in row.beside)
    below = [row.label[0].box.y0 - row.beside[0].box.y0 for row in rows]
    above = sum(step > SAME * height for step in below)
    if above < max(MIN_ABOVE, ABOVE * len(rows)):
        return False
    middles = [_middle(row.label) - _middle(row.beside) for row in rows]
    offset = median(middles)  # boxes seldom leave the same room on all sides
    offset = offset if abs(offset) < height else 0.0
    return any(
        sum(abs(step - usual) < SAME * height for step in steps) >= MOSTLY * len(rows)
        for steps, usual in (
            (middles, 0.0),
            (middles, offset),
            (below, median(below)),
        )
    )
