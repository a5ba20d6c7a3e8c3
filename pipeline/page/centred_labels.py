"""Hours set in the middle, or always a little below the top, of what stands beside them, as cells of a table are."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.document import Line
from pipeline.page.label_columns import STACKED, bottom_of, label_columns

# So many rows, and this part of them, must show how hours are set beside them.
MIN_ROWS, MOSTLY = 3, 0.8
# At least so many of them, and this part, begin above their hour: else hours stand at the top of what they tell.
MIN_ABOVE, ABOVE = 2, 0.25
# What is set alike differs by no more than this part of a line.
SAME = 0.4


class Row(NamedTuple):
    """What stands in the column of hours, its day or room with it, and what stands beside it."""

    label: list[Line]
    beside: list[Line]


def split_at_middles(lines: list[Line]) -> tuple[list[Line], list[Row], list[Line]] | None:
    """A zone as what is above its column of hours, its rows, and what is below; None where hours stand at the top.

    Rows are parted where there is most room between one hour and the next.
    """
    columns = label_columns(lines)
    if len(columns) != 1 or len(columns[0]) < MIN_ROWS:
        return None
    labels = columns[0]
    right = max(label.box.x1 for label in labels)
    edge = min((line.box.x0 for line in lines if line.box.x0 >= right), default=right)
    told = sorted((line for line in lines if line.box.x0 >= edge), key=lambda line: line.box.y0)
    blocks = _blocks(labels, [line for line in lines if line.box.x1 < edge])
    crossing = [line for line in lines if line.box.x0 < edge <= line.box.x1]
    if len(blocks) < len(labels):
        return None
    top, bottom = blocks[0][0].box.y0, blocks[-1][-1].box.y1
    if not told or any(top < line.box.y0 < bottom for line in crossing):
        return None
    floor = max((line.box.y1 for line in crossing if line.box.y1 <= top), default=float("-inf"))
    ceiling = min((line.box.y0 for line in crossing if line.box.y0 >= bottom), default=float("inf"))
    told = [line for line in told if floor <= line.box.middle_y <= ceiling]
    rows = _rows(blocks, told)
    if rows is None or not _are_set_alike(rows):
        return None
    known = {id(line) for row in rows for line in (*row.label, *row.beside)}
    rest = [line for line in lines if id(line) not in known]
    return [line for line in rest if line.box.y0 < top], rows, [line for line in rest if line.box.y0 >= top]


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
    least = min(gap for gap, _ in cuts)
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
