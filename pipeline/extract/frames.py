"""Boxes drawn side by side around text: cards under a common hour, which no table finder takes for a table."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.document import Box, Cell, Line
from pipeline.page.label_columns import are_timed
from pipeline.times.hours import find_hours

# Boxes whose tops differ by less than this many points stand in one row; they overlap by no more than this.
SAME_TOP, SAME_EDGE = 3.0, 2.0
# A box around a card is at least so wide and high; a page with more shapes is a table or a picture.
MIN_WIDTH, MIN_HEIGHT = 50.0, 14.0
MAX_SHAPES = 400
# A rule is no thicker than this.
RULE = 1.5
# The rows of cards stand no further apart than this.
MAX_GAP = 12.0
# Cards side by side stand no further apart than this.
MAX_CARD_GAP = 30.0


def framed_cells(shapes: Sequence[Box], lines: Sequence[Line]) -> tuple[Cell, ...]:
    """The boxes drawn on a page that stand side by side with text in each, as tables of one row."""
    if not 2 <= len(shapes) <= MAX_SHAPES:
        return ()
    large = [
        shape for shape in (*shapes, *_ruled_boxes(shapes)) if shape.width >= MIN_WIDTH and shape.height >= MIN_HEIGHT
    ]
    return box_rows(large, lines)


def _ruled_boxes(shapes: Sequence[Box]) -> list[Box]:
    """The boxes that are drawn as four rules each and share none with another, as the cells of a table do."""
    across = [shape for shape in shapes if shape.height <= RULE < shape.width]
    down = [shape for shape in shapes if shape.width <= RULE < shape.height]
    found = []
    for top in across:
        corners = (top.x0, top.y0), (top.x1, top.y0)
        sides = [[rule.y1 for rule in down if _is_close((rule.x0, rule.y0), corner)] for corner in corners]
        found += [
            Box(x0=top.x0, y0=top.y0, x1=top.x1, y1=bottom.y1)
            for bottom in (across if all(sides) else ())
            if bottom.y0 > top.y1 and _is_close((top.x0, top.x1), (bottom.x0, bottom.x1))
            if all(any(abs(end - bottom.y1) <= SAME_EDGE for end in ends) for ends in sides)
        ]
    return [box for box in found if not any(box is not other and _touches(box, other) for other in found)]


def _is_close(places: Sequence[float], others: Sequence[float]) -> bool:
    return all(abs(one - other) <= SAME_EDGE for one, other in zip(places, others, strict=True))


def _touches(box: Box, other: Box) -> bool:
    """Whether two boxes overlap or share a side."""
    across = min(box.x1, other.x1) - max(box.x0, other.x0)
    return across >= -RULE and min(box.y1, other.y1) - max(box.y0, other.y0) >= -RULE


def box_rows(boxes: Sequence[Box], lines: Sequence[Line]) -> tuple[Cell, ...]:
    """Of some boxes those in rows of two or more with text in each, row by row; none with further boxes inside.

    The last of several cards may stand alone in a row right below theirs.
    """
    filled = [box for box in dict.fromkeys(boxes) if any(box.holds(line.box) for line in lines)]
    inner = [box for box in filled if not any(other is not box and _contains(box, other) for other in filled)]
    rows: list[list[Box]] = []
    for box in sorted(inner, key=lambda box: (round(box.y0 / SAME_TOP), box.x0)):
        row = next((row for row in rows if abs(row[0].y0 - box.y0) < SAME_TOP), None)
        if row is None:
            rows.append([box])
        elif box.x0 >= row[-1].x1 - SAME_EDGE:
            row.append(box)
    # Boxes with hours inside are days or rooms side by side.
    untimed = [row for row in rows if not _is_timed(row, lines)]
    cards = [
        row
        for place, row in enumerate(untimed)
        if len(row) > 1 or (place and _is_wrapped(row[0], untimed[place - 1], lines))
    ]
    return tuple(
        Cell(row=0, column=column, box=box, table=number)
        for number, row in enumerate(cards)
        for column, box in enumerate(row)
    )


def are_cards(cells: Sequence[Cell], lines: Sequence[Line]) -> bool:
    """Whether what seems a table is a row of cards of one width, with a gap between them and an hour at their tops.

    A strip of colour over each card makes it two cells, and what is left between the cards a narrow column.
    """
    columns: dict[int, list[Cell]] = {}
    for cell in cells:
        columns.setdefault(cell.column, []).append(cell)
    held = {
        number: [line for line in lines if any(cell.box.holds(line.box) for cell in column)]
        for number, column in columns.items()
    }
    filled = sorted(number for number, inside in held.items() if inside)
    gaps = [number for number in columns if number not in filled]
    if len(filled) < 2 or any(after != before + 2 for before, after in pairwise(filled)):
        return False
    widths = [max(cell.box.width for cell in columns[number]) for number in filled]
    narrow = all(cell.box.width <= MAX_CARD_GAP for number in gaps for cell in columns[number])
    tops = [min(held[number], key=lambda line: line.box.y0) for number in filled]
    return narrow and max(widths) - min(widths) <= SAME_EDGE and all(find_hours(line.text) for line in tops)


def _is_timed(row: Sequence[Box], lines: Sequence[Line]) -> bool:
    """Whether the boxes of a row have hours of their own."""
    return are_timed([[bool(find_hours(line.text)) for line in lines if box.holds(line.box)] for box in row])


def _is_wrapped(box: Box, row: Sequence[Box], lines: Sequence[Line]) -> bool:
    """Whether a box stands right below the first one of a row, as wide, without text between the two rows."""
    first, bottom = row[0], max(other.y1 for other in row)
    alike = abs(box.x0 - first.x0) < SAME_EDGE and abs(box.x1 - first.x1) < SAME_EDGE
    between = (line for line in lines if bottom <= line.box.middle_y < box.y0)
    return len(row) > 1 and alike and -SAME_EDGE <= box.y0 - bottom <= MAX_GAP and not any(between)


def _contains(box: Box, other: Box) -> bool:
    """Whether another box lies inside a box, beyond the width of a stroke."""
    within = box.x0 <= other.x0 + 1 and box.y0 <= other.y0 + 1 and box.x1 >= other.x1 - 1 and box.y1 >= other.y1 - 1
    return within and other.width * other.height < 0.9 * box.width * box.height
