"""The rows of grids without rulings: which line beside the hours stands in which row, and over which columns."""

from collections.abc import Sequence
from statistics import median

from pipeline.document import Box, Line
from pipeline.page.label_columns import bottom_of

# The middles of centred lines stand within so many points of each other.
SAME_MIDDLE = 4.0
# What is set over all columns has its middle no further from theirs than this part of their width.
OFF_MIDDLE = 0.02
# A box around what is told over several columns is no higher than so many of its lines.
MOST_LINES = 6.0


def span_of(line: Line, edges: Sequence[float]) -> tuple[int, int]:
    """The first column a line stands in and how many it takes."""
    first = max(0, sum(edge <= line.box.x0 + 1 for edge in edges) - 1)
    last = max(first, sum(edge < line.box.x1 - 1 for edge in edges) - 1)
    return first, last - first + 1


def _columns_of_cell(
    line: Line, lines: Sequence[Line], edges: Sequence[float], boxes: Sequence[Box]
) -> tuple[int, int] | None:
    """The columns of a drawn cell over several of them, in the middle of which a line stands with all it holds."""
    own = next((box for box in boxes if box.holds(line.box)), None)
    if own is None or own.height > MOST_LINES * line.box.height:
        return None
    if any(abs(other.box.middle_x - own.middle_x) > SAME_MIDDLE for other in lines if own.holds(other.box)):
        return None
    middles: dict[int, list[float]] = {}
    for other in lines:
        column, count = span_of(other, edges)
        if count == 1 and not own.holds(other.box):
            middles.setdefault(column, []).append(other.box.middle_x)
    covered = [column for column, held in middles.items() if own.x0 < median(held) < own.x1]
    return (min(covered), max(covered) - min(covered) + 1) if len(covered) > 1 else None


def _over_all(labels: Sequence[Sequence[Line]], lines: Sequence[Line], edges: Sequence[float]) -> set[int]:
    """The lines alone beside their hour, in the middle of all columns and flush with none: « Pause », « Buffet »."""
    left = min((line.box.x0 for line in lines), default=0.0)
    right = max((line.box.x1 for line in lines), default=0.0)
    found: list[Line] = []
    for label in labels if len(edges) > 1 else []:
        height = (label[0].box.y0 + bottom_of(label[-1])) / 2
        level = [line for line in lines if line.box.y0 < height < line.box.y1]
        if len(level) == 1 and abs(level[0].box.middle_x - (left + right) / 2) < OFF_MIDDLE * (right - left):
            found += level
    others = [line.box.x0 for line in lines if not any(line is each for each in found)]
    flush = [any(abs(place - line.box.x0) < SAME_MIDDLE for place in others) for line in found]
    return {id(line) for line, at_edge in zip(found, flush, strict=True) if others and not at_edge}


def rows_of(
    labels: Sequence[Sequence[Line]], lines: Sequence[Line], edges: Sequence[float], boxes: Sequence[Box] = ()
) -> dict[tuple[int, int, int], list[Line]]:
    """The lines beside the hours by row, first column and number of columns.

    A block of text begins at the height of its hour, or its middle stands at that of the hour: what most do. What
    stands in a drawn box (of `boxes`) that spans several rows is of the first.
    """
    columns: dict[tuple[int, int], list[Line]] = {}
    breaks = _over_all(labels, lines, edges)
    for line in sorted(lines, key=lambda line: line.box.y0):
        over = (0, len(edges)) if id(line) in breaks else _columns_of_cell(line, lines, edges, boxes)
        columns.setdefault(over or span_of(line, edges), []).append(line)
    blocks = [(span, block) for span, held in columns.items() for block in _blocks(held)]
    tops = [label[0].box.y0 for label in labels]
    middles = [(label[0].box.y0 + bottom_of(label[-1])) / 2 for label in labels]
    height = labels[0][0].box.height
    at_top = sum(min(abs(block[0].box.y0 - top) for top in tops) < 0.5 * height for _, block in blocks)
    centred = sum(
        min(abs((block[0].box.y0 + block[-1].box.y1) / 2 - middle) for middle in middles) < 0.7 * height
        and min(abs(block[0].box.y0 - top) for top in tops) >= 0.5 * height
        for _, block in blocks
    )
    found: dict[tuple[int, int, int], list[Line]] = {}
    for (column, count), block in blocks:
        if centred > at_top / 2:
            middle = (block[0].box.y0 + block[-1].box.y1) / 2
            row = min(range(len(labels)), key=lambda row: abs(middles[row] - middle))
            found.setdefault((row, column, count), []).extend(block)
            continue
        for line in block:
            row = max(0, sum(top <= line.box.y0 + 0.5 * line.box.height for top in tops) - 1)
            row -= _rows_above(line, row, tops, boxes)
            found.setdefault((row, column, count), []).append(line)
    return _with_wide_cells(found)


def _rows_above(line: Line, row: int, tops: Sequence[float], boxes: Sequence[Box]) -> int:
    """How many rows above the height of a line the drawn cell begins in which it stands.

    Only rows that other cells begin with part this one: a column may be shaded from top to bottom.
    """
    own = next((box for box in boxes if box.holds(line.box)), None)
    if own is None:
        return 0
    inside = [top for top in tops[: row + 1] if top >= own.y0]
    height = line.box.height
    drawn = [top for top in inside[1:] if any(top - 2 * height < box.y0 <= top for box in boxes)]
    return len(drawn) if len(drawn) == len(inside) - 1 else 0


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines of one column as blocks parted by wider gaps."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and line.box.y0 - blocks[-1][-1].box.y1 < 0.9 * line.box.height:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _with_wide_cells(rows: dict[tuple[int, int, int], list[Line]]) -> dict[tuple[int, int, int], list[Line]]:
    """The rows, those whose lines are all centred below each other, one of them over several columns, as one cell.

    What is centred at the same place in other rows and has nothing beside it stands over these columns too.
    """
    by_row: dict[int, list[tuple[int, int, int]]] = {}
    for key in rows:
        by_row.setdefault(key[0], []).append(key)
    middles = {row: _common_middle([line for key in keys for line in rows[key]]) for row, keys in by_row.items()}
    wide = [
        (columns, column, middle)
        for row, middle in middles.items()
        if middle is not None
        for _, column, columns in by_row[row]
        if columns > 1
    ]
    if not wide:
        return rows
    columns, column, axis = max(wide)
    found: dict[tuple[int, int, int], list[Line]] = {}
    for row, keys in by_row.items():
        middle = middles[row]
        centred = middle is not None and abs(middle - axis) < SAME_MIDDLE
        for key in keys:
            found.setdefault((row, column, columns) if centred else key, []).extend(rows[key])
    return found


def _common_middle(lines: Sequence[Line]) -> float | None:
    """The middle of lines below each other that are centred."""
    middles = [line.box.middle_x for line in lines]
    return middles[0] if max(middles) - min(middles) < SAME_MIDDLE else None
