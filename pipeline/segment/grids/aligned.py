"""Grids without rulings: what alignment makes of hours, columns and heads on a page."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.document import Box, Line
from pipeline.page.grid_cells import MIN_ROWS, Grid, GridCell, hull_of
from pipeline.page.passages import cut_line
from pipeline.page.reading_order import order_column
from pipeline.segment.anchors import find_anchors, is_day_heading
from pipeline.segment.grids.rows import rows_of, span_of
from pipeline.times.days import find_days
from pipeline.times.hours import find_hours
from pipeline.wording import is_room

# The width of a gutter between columns set by alignment alone, in points and in ems.
GUTTER_POINTS, GUTTER_EMS = 7.0, 0.7
# Below heads that name them, centred columns may leave no more than so many points between their widest lines.
CENTRED_GUTTER = 1.5
# At most this part of the lines beside the hours may cross a gutter: what spans columns.
MAX_CROSSING = 0.25
# The same below heads that name rooms or days: they tell that there are columns.
MAX_CROSSING_BELOW_HEADS = 0.6
# At least this part of the rows has something in two columns, else the columns are no grid; where each row begins in
# the first and no cells are drawn, breaks may leave more of the others empty.
MIN_FILLED, MIN_FILLED_EVEN = 0.5, 0.25
# A head of a column is no longer than this.
MAX_HEAD = 40
COLUMN_OF_HOURS = re.compile(r"\W*(?:horaires?|heures?|cr[ée]neaux?)\W*", re.I)
# What leads to an hour or on to its end: « de 8h45 à » over « 9h ».
_JOINTS = re.compile(r"(?<!\w)(?:de|du|à|a|dès|vers|entre|et|jusqu['’]à)(?!\w)", re.I)
# So many lines that begin within so many points of each other are set flush left.
MIN_FLUSH, FLUSH = 4, 2.0
# The first line of a paragraph is set in by no more than so many ems.
INDENT = 1.5
# Lines whose tops differ by less than this part of a line stand beside each other.
SAME_TOP = 0.5


def aligned_grid(lines: Sequence[Line], furniture: Sequence[Line] = (), boxes: Sequence[Box] = ()) -> Grid | None:
    """The grid that alignment makes: hours below each other beside columns of cells.

    Heads that are repeated on every page may be among its furniture. Where only some of its cells are drawn, as
    `boxes`, the lines of each stay together.
    """
    heads = head_line(lines)
    if heads:
        return _beside_hours(lines, heads, boxes)
    heads = head_line(furniture)
    return _beside_hours([*heads, *lines], heads, boxes)


def is_label(line: Line) -> bool:
    """Whether a line is nothing but hours: « 9h30 », « de 10h à 11h »."""
    found = find_hours(line.text)
    if not found:
        return False
    rest = _JOINTS.sub("", line.text[: found[0].start_offset] + line.text[found[-1].end_offset :])
    return sum(char.isalpha() for char in rest) <= 2


def head_line(lines: Sequence[Line]) -> list[Line]:
    """The first lines beside each other that are short and name rooms or days: the heads of columns; from the left.

    The head of the column of hours and one room with an unusual name may be among them.
    """
    for first in sorted(lines, key=lambda line: line.box.y0):
        if not is_room(first.text) and not is_day_heading(first.text):
            continue
        level = sorted(
            (line for line in lines if abs(line.box.y0 - first.box.y0) < SAME_TOP * first.box.height),
            key=lambda line: line.box.x0,
        )
        if any(len(line.text) > MAX_HEAD or find_hours(line.text) for line in level):
            continue
        days = [line for line in level if is_day_heading(line.text)]
        rooms = [
            line
            for line in level
            if line not in days and not find_days(line.text) and COLUMN_OF_HOURS.fullmatch(line.text) is None
        ]
        heads = rooms if len(rooms) > 1 and any(is_room(line.text) for line in rooms) else days
        if len(heads) > 1:
            return heads
    return []


def _beside_hours(lines: Sequence[Line], known_heads: Sequence[Line], boxes: Sequence[Box]) -> Grid | None:
    """The grid of a column of hours and the columns beside it."""
    lines, parted = _without_glue(lines)
    labels = label_column(lines)
    if len(labels) < MIN_ROWS:
        return None
    edge = max(line.box.x1 for label in labels for line in label)
    first, known = labels[0][0], {id(line) for label in labels for line in label}
    beside = [line for line in lines if line.box.x0 >= edge - 1 and id(line) not in known]
    heads = [line for line in beside if line.box.y1 <= first.box.y0 + 0.3 * first.box.height]
    inside = [line for line in beside if line.box.y1 > first.box.y0 + 0.3 * first.box.height]
    over = [line for line in known_heads if line in heads]
    gutters = gutters_below(inside, over) if len(over) > 1 else _gutters(inside)
    across = [line for line in lines if line.box.x0 < edge - 1 and line.box.x1 > edge and id(line) not in known]
    if not gutters or any(_has_own_time(line, labels) for line in inside) or find_anchors(across):
        return None
    if len(over) < 2 and (len(across) > len(inside) or _stand_over_text(labels, across)):
        return None  # the text of each item is set below its hours, over the whole width or that of its column
    edges = [edge, *[border_of(gutter, inside) for gutter in gutters]]
    named = [(*span_of(line, edges), [line]) for line in over] if len(over) > 1 else _head_row(heads, edges)
    rows = rows_of(labels, inside, edges, boxes)
    cells = [GridCell(row, 0, 1, 1, tuple(label)) for row, label in enumerate(labels)]
    for (row, column, columns), held in sorted(rows.items()):
        cells.append(GridCell(row, column + 1, 1, columns, tuple(order_column(held))))
    filled = sum(len({cell.column for cell in cells if cell.row == row}) > 2 for row in range(len(labels)))
    begun = {row for row, column, columns in rows if column == 0 and columns == 1}
    even = filled == len(labels) or (len(begun) == len(labels) and all(columns == 1 for _, _, columns in rows))
    least = max(2.0, (MIN_FILLED_EVEN if even and not boxes else MIN_FILLED) * len(labels))
    if len(over) < 2 and (filled < least or (not named and not even)):
        return None
    if named:
        cells = [cell._replace(row=cell.row + 1) for cell in cells]
        cells += [GridCell(0, column + 1, 1, columns, tuple(held)) for column, columns, held in named]
        corner = _corner([line for _, _, held in named for line in held], first, across)
        cells += [GridCell(0, 0, 1, 1, corner)] if corner else []
    return grid_of(cells, edges, parted)


def _corner(heads: Sequence[Line], first: Line, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The day that stands left of the heads, above the hours, broken over the lines of their narrow column."""
    top, left = min(line.box.y0 for line in heads), min(line.box.x0 for line in heads)
    held = [line for line in lines if top - 1 <= line.box.y0 < first.box.y0 and line.box.x1 < left]
    told = sorted(held, key=lambda line: line.box.y0)
    return tuple(told) if find_days(" ".join(line.text for line in told)) else ()


def _stand_over_text(labels: Sequence[Sequence[Line]], across: Sequence[Line]) -> bool:
    """Whether most hours have text right below that begins where they do, or set in, and is wider: they head it."""
    headed = sum(
        any(
            -FLUSH < line.box.x0 - label[0].box.x0 < max(FLUSH, INDENT * line.style.size)
            and -label[-1].box.height < 2 * (line.box.y0 - label[-1].box.y1) < label[-1].box.height
            for line in across
        )
        for label in labels
    )
    return 2 * headed > len(labels)


def _has_own_time(line: Line, labels: Sequence[Sequence[Line]]) -> bool:
    """Whether a line beside hours tells of an item of its own, not of a talk below the title of its row.

    « 20 heures, le journal » is a title where hours are printed in figures.
    """
    anchors = find_anchors([line])
    if not anchors or "heure" in line.text.lower():
        return False
    row = max(0, sum(label[0].box.y0 <= line.box.y0 for label in labels) - 1)
    told = [find_hours(" ".join(part.text for part in label)) for label in labels[row : row + 2]]
    start, inner = told[0][0].start, anchors[0].hours.start
    end = told[0][0].end or (told[1][0].start if len(told) > 1 else None)
    if start is None or inner is None or end is None or not start <= inner < end:
        return True
    return line.box.y0 < labels[row][0].box.y0 + 0.5 * line.box.height


def grid_of(cells: Sequence[GridCell], edges: Sequence[float], parted: Sequence[Line] = ()) -> Grid:
    """The grid of cells set without rulings; `edges` are those between its columns."""
    box = hull_of([line.box for cell in cells for line in cell.lines])
    ordered = tuple(sorted(cells, key=lambda cell: cell[:2]))
    rows = 1 + max(cell.row for cell in cells)
    columns = max(cell.column + cell.columns for cell in cells)
    return Grid(ordered, rows, columns, box, (box.x0, *edges), ruled=False, parted=tuple(parted))


def _without_glue(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines with the hours of the label column parted from what they run into, and the lines parted."""
    labels = [line for line in lines if is_label(line)]
    if len(labels) < MIN_ROWS:
        return list(lines), []
    left = min(line.box.x0 for line in labels)
    right = max(line.box.x1 for line in labels if line.box.x0 < left + line.box.width)
    found: list[Line] = []
    parted: list[Line] = []
    for line in lines:
        hours = find_hours(line.text)
        spot = hours[0].end_offset if hours else 0
        glued = hours and left - 2 <= line.box.x0 < right and not line.text[: hours[0].start_offset].strip()
        if glued and 0 < spot < len(line.text) and line.text[spot].isalpha():
            found += cut_line(line, spot)
            parted.append(line)
        else:
            found.append(line)
    return found, parted


def label_column(lines: Sequence[Line]) -> list[list[Line]]:
    """The leftmost hours set below each other, from the top; start above end is one label of two lines."""
    labels = sorted((line for line in lines if is_label(line)), key=lambda line: line.box.x0)
    column: list[Line] = []
    for line in labels:
        if not column or line.box.x0 < column[0].box.x1:
            column.append(line)
    joined: list[list[Line]] = []
    for line in sorted(column, key=lambda line: line.box.y0):
        if joined and line.box.y0 - joined[-1][-1].box.y1 < 0.4 * line.box.height and len(joined[-1]) < 2:
            joined[-1].append(line)
        else:
            joined.append([line])
    return joined


def _gutters(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The vertical stretches hardly any line crosses, with lines on both sides of each."""
    if len(lines) < 4:
        return []
    em = sorted(line.style.size for line in lines)[len(lines) // 2]
    edges = sorted({edge for line in lines for edge in (line.box.x0, line.box.x1)})
    free: list[tuple[float, float]] = []
    for left, right in pairwise(edges):
        middle = (left + right) / 2
        crossing = sum(line.box.x0 < middle < line.box.x1 for line in lines)
        if crossing <= MAX_CROSSING * len(lines):
            if free and free[-1][1] == left:
                free[-1] = (free[-1][0], right)
            else:
                free.append((left, right))
    wide = [gap for gap in free if gap[1] - gap[0] >= max(GUTTER_POINTS, GUTTER_EMS * em)]
    return [
        (left, right)
        for left, right in wide
        if sum(line.box.x1 <= left + 0.5 for line in lines) >= 2
        and sum(line.box.x0 >= right - 0.5 for line in lines) >= 2
    ]


def border_of(gutter: tuple[float, float], lines: Sequence[Line]) -> float:
    """Where a column begins behind a gutter: with its lines where these are set flush left, else in the middle."""
    left, right = gutter
    flush = sum(abs(line.box.x0 - right) < FLUSH for line in lines)
    return right - FLUSH if flush >= MIN_FLUSH else (left + right) / 2


def gutters_below(
    lines: Sequence[Line], heads: Sequence[Line], narrow: float = GUTTER_POINTS
) -> list[tuple[float, float]]:
    """The widest stretch the fewest lines cross between each two heads; none unless each two have one."""
    found = []
    for head, after in pairwise(heads):
        gutter = _gutter_between(head, after, lines, narrow) or _gutter_between(
            head, after, _side_by_side(lines), narrow, 0
        )
        if gutter is None and _begins_column(after, lines):
            gutter = (after.box.x0 - FLUSH, after.box.x0)
        if gutter is None:
            return []
        found.append(gutter)
    return found


def _gutter_between(
    head: Line, after: Line, lines: Sequence[Line], narrow: float, most: float = MAX_CROSSING_BELOW_HEADS
) -> tuple[float, float] | None:
    """The widest stretch between two heads that the fewest lines cross, at `most` this part of them."""
    left, right = head.box.middle_x, after.box.middle_x
    marks = sorted({left, right, *(x for line in lines for x in (line.box.x0, line.box.x1) if left < x < right)})
    crossed = [sum(line.box.x0 < (a + b) / 2 < line.box.x1 for line in lines) for a, b in pairwise(marks)]
    least = min(crossed, default=len(lines))
    gaps = [gap for gap, count in zip(pairwise(marks), crossed, strict=True) if count == least]
    best = max(gaps, key=lambda gap: gap[1] - gap[0], default=(left, left))
    wide = min(narrow, CENTRED_GUTTER) if least <= MAX_CROSSING * len(lines) else narrow
    return best if lines and best[1] - best[0] >= wide and least <= most * len(lines) else None


def _side_by_side(lines: Sequence[Line]) -> list[Line]:
    """The lines that are level with others: what stands alone may be set over all columns, in the middle."""
    return [
        line
        for line in lines
        if any(other is not line and other.box.y0 < line.box.middle_y < other.box.y1 for other in lines)
    ]


def _begins_column(head: Line, lines: Sequence[Line]) -> bool:
    """Whether several lines begin where a head does and few cross that place, however full the column before is."""
    edge = head.box.x0
    begun = sum(abs(line.box.x0 - edge) < FLUSH for line in lines)
    crossing = sum(line.box.x0 < edge - FLUSH and line.box.x1 > edge + FLUSH for line in lines)
    return begun >= MIN_FLUSH and crossing <= MAX_CROSSING * len(lines)


def _head_row(lines: Sequence[Line], edges: Sequence[float]) -> list[tuple[int, int, list[Line]]]:
    """The lines right above the first hour that name the columns, by column."""
    if not lines:
        return []
    bottom = max(line.box.y1 for line in lines)
    height = max(line.box.height for line in lines)
    near = [line for line in lines if line.box.y1 > bottom - 2.4 * height]
    found: dict[tuple[int, int], list[Line]] = {}
    for line in near:
        found.setdefault(span_of(line, edges), []).append(line)
    single = {column for column, columns in found if columns == 1}
    if len(single) < max(2, (len(edges) + 1) // 2):
        return []
    return [(column, columns, held) for (column, columns), held in sorted(found.items())]
