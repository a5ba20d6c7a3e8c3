"""Lines of a page in the order a reader takes them: columns one after the other, rows of a table together."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from math import inf

from pipeline.document import Box, Cell, Line, Page
from pipeline.page.bands import GUTTER_POINTS, Band, Interval, bands_of, common, longest_run, sides_of
from pipeline.page.centred_labels import split_at_middles
from pipeline.page.grid_cells import hull_of
from pipeline.page.hour_heads import run_before_hours
from pipeline.page.label_columns import EDGE, begins_as_label, label_columns, split_at_labels
from pipeline.page.side_by_side import are_columns, cards_of_row, heads_lists, is_margin, is_margin_behind, under_days
from pipeline.page.side_panels import split_at_panels
from pipeline.times import is_day_heading
from pipeline.times.hours import find_hours
from pipeline.wording import is_bare_marker

# No printed page has more bands; beyond, bands once read across are not tried again as the top of columns.
MANY_BANDS = 400
# A note below columns stands further away than this many times the widest gap inside them.
FOOT = 1.5
MIN_GAPS = 3
# Lines of one column begin within so many points of each other.
SAME_EDGE = 1.5


def order_lines(page: Page) -> list[Line]:
    """The upright lines of a page in reading order; turned text comes where its top stands.

    The only day of a page comes first if it is turned: it stands along all of its items, often at half its height.
    """
    lines = sorted(page.lines, key=_place)
    upright = [line for line in lines if line.rotation == 0]
    # Boxes in one row are cards: the page around them may have columns.
    tables = {cell.table for cell in page.cells if cell.row}
    cells = [cell for cell in page.cells if cell.table in tables]
    cards = [cell for cell in page.cells if cell.table not in tables]
    ordered = list[Line]()
    for part in split_at_panels(upright) or [upright]:
        ordered += _order_cells(part, cells) if cells else _order_on_bars(part, cards, page.bars)
    days = [line for line in lines if is_day_heading(line.text)]
    for line in lines:
        if line.rotation != 0 and days == [line]:
            ordered.insert(0, line)
        elif line.rotation != 0:
            # A label along the side belongs before the first line that stands beside it.
            beside = (i for i, other in enumerate(ordered) if other.rotation == 0 and other.box.y1 > line.box.y0)
            ordered.insert(next(beside, len(ordered)), line)
    return ordered


def _order_on_bars(lines: list[Line], boxes: Sequence[Cell], bars: Sequence[Box]) -> list[Line]:
    """The lines of a zone, those on bars of colour taken to be as wide as these: a heading across columns."""
    wide = [
        line.model_copy(update={"box": line.box.model_copy(update={"x0": bar.x0, "x1": bar.x1})}) if bar else line
        for line in lines
        for bar in [next((bar for bar in bars if bar.holds(line.box)), None)]
    ]
    printed = {id(copy): line for copy, line in zip(wide, lines, strict=True)}
    return [printed[id(line)] for line in _order_around(sorted(wide, key=_place), boxes)]


def _order_around(lines: list[Line], boxes: Sequence[Cell]) -> list[Line]:
    """The lines of a zone with boxes side by side: a row of cards (`cards_of_row`) is read as one, box by box."""
    rows: dict[int, list[list[Line]]] = {}
    for box in boxes:
        if held := [line for line in lines if box.box.holds(line.box)]:
            rows.setdefault(box.table, []).append(held)
    whole: dict[int, list[Sequence[Line]]] = {}
    outside = {id(line): line for line in lines}
    for boxed in rows.values():
        row = cards_of_row(boxed, lines)
        if not row:
            continue
        held_in_row = [line for held in row for line in held]
        hull = hull_of([line.box for line in held_in_row])
        stand_in = held_in_row[0].model_copy(update={"text": "", "box": hull})
        whole[id(stand_in)] = row
        for line in held_in_row:
            outside.pop(id(line), None)
        outside[id(stand_in)] = stand_in
    ordered = _order_zone(sorted(outside.values(), key=_place))
    return [part for line in ordered for held in whole.get(id(line), [[line]]) for part in _order_zone(list(held))]


def order_column(lines: Sequence[Line]) -> list[Line]:
    """The lines of one cell or column in reading order, turned text first."""
    turned = [line for line in lines if line.rotation != 0]
    return sorted(turned, key=_place) + _order_zone(
        sorted((line for line in lines if line.rotation == 0), key=_place)
    )


def _place(line: Line) -> tuple[float, float, float, float, str]:
    """From the top, then from the left; the rest only so that the order never depends on that of the file."""
    return line.box.y0, line.box.x0, line.box.y1, line.box.x1, line.text


def agreement(first: Sequence[int], second: Sequence[int]) -> float:
    """How far two orders of the same items agree: 1 the same, 0 reversed (pairs in the same order).

    Example: `agreement([0, 1, 2], [0, 2, 1])` → 2/3.
    """
    rank = {item: place for place, item in enumerate(second)}
    common = [rank[item] for item in first if item in rank]
    pairs = len(common) * (len(common) - 1) // 2
    if pairs == 0:
        return 1.0
    kept = 0
    before: list[int] = []
    for place in common:
        spot = bisect_left(before, place)
        kept += spot
        before.insert(spot, place)
    return kept / pairs


def _order_cells(lines: list[Line], cells: Sequence[Cell]) -> list[Line]:
    """Row by row and cell by cell; rows whose label cell holds several labels are read across instead.

    Where several cells do, as those of days side by side, each is read by itself; below a head, with its head.
    """
    inside: dict[tuple[int, int], dict[int, list[Line]]] = {}
    outside: list[Line] = []
    for line in lines:
        cell = next((cell for cell in cells if cell.box.holds(line.box)), None)
        if cell is None:
            outside.append(line)
        else:
            inside.setdefault((cell.table, cell.row), {}).setdefault(cell.column, []).append(line)
    ordered: list[Line] = []
    rest = _order_zone(outside)
    for row in sorted(inside):
        if row not in inside:
            continue
        columns = inside[row]
        if heads_lists(columns, inside.get((row[0], row[1] + 1), {})):
            below = inside.pop((row[0], row[1] + 1))
            columns = {column: columns.get(column, []) + below[column] for column in below}
        top = min(line.box.y0 for found in columns.values() for line in found)
        while rest and rest[0].box.y1 <= top + 1:
            ordered.append(rest.pop(0))
        if sum(sum(begins_as_label(line.text) for line in found) > 1 for found in columns.values()) == 1:
            ordered += _across([line for found in columns.values() for line in found])
        else:
            for column in sorted(columns):
                ordered += _order_zone(columns[column])
    return ordered + rest


def _order_zone(lines: list[Line]) -> list[Line]:
    """Split into runs of bands that share a gutter; read such a run column by column, the rest across."""
    if len(lines) < 2:
        return lines
    if days := under_days(lines):
        return [line for column in days for line in _order_zone(column)]
    if centred := split_at_middles(lines):
        return [line for row in centred for line in (*row.label, *_order_zone(row.beside))]
    parts = split_at_labels(lines)
    if len(parts) > 1 or parts[0][0]:
        return [line for label, beside in parts for line in _order_part(label, beside)]
    bands = bands_of(lines)
    ordered: list[Line] = []
    start = 0
    while start < len(bands):
        items = run_before_hours(bands, start) if len(bands) <= MANY_BANDS else None
        end, gutter = items or longest_run(bands, start)
        gutter = gutter and (_before_hours(bands[start:end]) or gutter)
        left, right = sides_of(bands[start:end], gutter)
        first, last = _trimmed(bands, start, end, gutter) if gutter and len(bands) <= MANY_BANDS else (start, end)
        if gutter and (is_margin(left, right) or is_margin_behind(left, right)):
            ordered += _order_zone(left) + _order_zone(right)
        elif first > start and (are_columns(left, right) or _begins_columns(bands, first)):
            end = _top_of_columns(bands, start, first)
            ordered += _across([line for band in bands[start:end] for line in band.lines])
        elif gutter and are_columns(left, right):
            end = _before_heading(bands, start, _before_next_hour(bands, start, last, gutter))
            left, right = sides_of(bands[start:end], gutter)
            ordered += _order_zone(left) + _order_zone(right)
        else:
            end = start + 1 if len(bands) <= MANY_BANDS else end
            ordered += _across([line for band in bands[start:end] for line in band.lines])
        start = end
    return ordered


def _before_hours(run: Sequence[Band]) -> Interval | None:
    """The gutter of a run behind which hours stand below each other, as they do at its left edge: columns of items.

    The hours of each column stand beside its text, and the gutter between them and that may be the wider one.
    """
    lines = [line for band in run for line in band.lines]
    columns = label_columns(lines, alone=True)
    if len(columns) < 2 or any(line.box.x0 < columns[0][0].box.x0 - EDGE for line in lines):
        return None
    known = {id(line) for column in columns for line in column}
    free = reduce(common, (band.free for band in run))
    for column in columns[1:]:
        edge = min(line.box.x0 for line in column)
        between = [gap for gap in free if gap[0] < edge < gap[1] + EDGE and gap[1] - gap[0] >= GUTTER_POINTS]
        inside = [line for line in lines if line.box.x0 < max(label.box.x1 for label in column)]
        if between and not any(line.box.x0 > edge - EDGE and id(line) not in known for line in inside):
            return between[0]
    return None


def _before_next_hour(bands: Sequence[Band], start: int, end: int, gutter: Interval) -> int:
    """Where columns end that hang under an hour or a day: at the next one, which has nothing on its right.

    Below the next day they go on side by side, or the days stand in the one column whose end is the other.
    """
    sides = [sides_of([band], gutter) for band in bands[start:end]]
    begun = next((n for n, (_, right) in enumerate(sides) if right), 0)
    above = [line for band in bands[: start + begun] for line in band.lines]
    tells = next((one for one in (is_day_heading, begins_as_label) if any(one(line.text) for line in above)), None)
    own_hours = any(begins_as_label(line.text) for _, right in sides for line in right)
    if tells is None or (own_hours and tells is begins_as_label):
        return end
    under = enumerate(sides[begun + 1 :], start=begun + 1)
    after = next((n for n, (left, right) in under if left and not right and tells(left[0].text)), end - start)
    flows = tells is is_day_heading and not any(right for _, right in sides[after:])
    return end if flows else start + after


def _before_heading(bands: Sequence[Band], start: int, end: int) -> int:
    """Where columns end whose last line stands right over text across them and further from its own: a heading."""
    if not start + 1 < end < len(bands) or len(bands[end - 1].lines) > 1:
        return end
    line, below = bands[end - 1].lines[0], min(bands[end].lines, key=_place)
    above = line.box.y0 - max(other.box.y1 for other in bands[end - 2].lines)
    near = below.box.y0 - line.box.y1 < above / FOOT and above > below.box.height
    return end - 1 if near and (line.style.bold > below.style.bold or line.style.size > below.style.size) else end


def _begins_columns(bands: Sequence[Band], start: int) -> bool:
    end, gutter = longest_run(bands, start)
    return are_columns(*sides_of(bands[start:end], gutter))


def _top_of_columns(bands: Sequence[Band], start: int, first: int) -> int:
    """Where columns begin of which some on the right start above the others: at lines that begin as theirs do."""
    end, gutter = longest_run(bands, first)
    edges = [line.box.x0 for band in bands[first:end] for line in band.lines]
    while gutter and first - 1 > start:
        _, right = sides_of([bands[first - 1]], gutter)
        inside = all(line.box.x0 > gutter[1] - SAME_EDGE for line in right)
        if not right or not inside or any(all(abs(r.box.x0 - edge) >= SAME_EDGE for edge in edges) for r in right):
            break
        first -= 1
    return first


def _trimmed(bands: Sequence[Band], start: int, end: int, gutter: Interval) -> tuple[int, int]:
    """A run without what stands above and below its columns: a heading set in the middle, a note at the foot.

    A band above belongs to the columns only if it begins where the right one does; one below only if it is as near
    as the lines of its column are to each other.
    """
    sides = [sides_of([band], gutter) for band in bands[start:end]]
    both = [number for number, (left, right) in enumerate(sides) if left and right]
    if not both:
        return start, end
    first, last = both[0], both[-1]
    edge = min(line.box.x0 for _, right in sides[first : last + 1] for line in right)
    if first and (further := longest_run(bands, start + first)[0]) > end:
        # Without what stands above, the columns go on further down; a heading may begin the first one lower.
        begun = start + first
        while begun - 1 > start and len(bands[begun - 1].lines) > 1 and longest_run(bands, begun - 1)[0] == further:
            begun -= 1
        return begun, end
    heads = [
        number for number, (_, right) in enumerate(sides[:first]) if any(line.box.x0 < edge - EDGE for line in right)
    ]
    head = start + (heads[-1] + 1 if heads else 0)
    foot = _foot(*sides_of(bands[head:end], gutter))
    stop = next((place for place in range(start + last + 1, end) if foot in bands[place].lines), end)
    return head, stop


def _foot(left: list[Line], right: list[Line]) -> Line | None:
    """The first line below the shorter of two columns that is further from its own than all lines above it."""
    bottoms = [max((line.box.y1 for line in side), default=inf) for side in (left, right)]
    longer, limit = (left, bottoms[1]) if bottoms[0] > bottoms[1] else (right, bottoms[0])
    longer = sorted(longer, key=lambda line: line.box.y0)
    if part := _next_part(longer, right if longer and longer[0] in left else left, limit):
        return part
    inside = [line for line in longer if line.box.y0 < limit]
    gaps = [after.box.y0 - before.box.y1 for before, after in pairwise(inside)]
    if len(gaps) < MIN_GAPS:
        return None
    for before, after in pairwise(longer):
        gap = after.box.y0 - before.box.y1
        if after.box.y0 >= limit:
            if gap > max(FOOT * max(gaps), before.box.height):
                return after
            gaps.append(gap)
    return None


def _next_part(longer: Sequence[Line], shorter: Sequence[Line], limit: float) -> Line | None:
    """An hour or the words that announce people below the other column; one with hours is a list of its own.

    So is the longer one where hours begin as that one does beside the other column too.
    """
    texts = [line.text for line in shorter]
    if any(begins_as_label(text) or find_hours(text) for text in texts):
        return None
    timed = [line.box.x0 for line in longer if line.box.y0 < limit and begins_as_label(line.text)]
    marked = any(map(is_bare_marker, texts))
    below = (line for line in longer if line.box.y0 >= limit)
    opening = (line for line in below if begins_as_label(line.text) or (not marked and is_bare_marker(line.text)))
    found = next(opening, None)
    listed = found and begins_as_label(found.text) and sum(abs(x0 - found.box.x0) < SAME_EDGE for x0 in timed) > 1
    return None if listed else found


def _order_part(label: list[Line], beside: list[Line]) -> list[Line]:
    """An hour, what stands on its own row and in small over that, then the rest of what is set beside it.

    The day at its left comes first: « Mer. 1er avr.          16h ».
    """
    row = [n for n in beside if label and label[0].box.y0 <= n.box.middle_y <= label[0].box.y1]
    days = [line for line in row if line.box.x1 <= label[0].box.x0 and is_day_heading(line.text)]
    if days:
        return [*days, *_order_part(label, [line for line in beside if line not in days])]
    if _are_columns_on(row, beside):
        return [*label, *_order_zone(beside)]
    top = min((line.box.y0 for line in row), default=-inf)
    over = [line for line in beside if line not in row and line.box.y1 <= top + 1]
    rest = [line for line in beside if line not in row and line not in over]
    return [*label, *_across(over), *_across(row), *_order_zone(rest)]


def _are_columns_on(row: Sequence[Line], beside: list[Line]) -> bool:
    """Whether the lines on the row of an hour begin columns of text, as deep as what is set beside the hour."""
    if len(row) < 2:
        return False
    bands = bands_of(beside)
    end, gutter = longest_run(bands, 0)
    left, right = sides_of(bands, gutter)
    return end == len(bands) and are_columns(left, right) and not {*map(id, row)}.issubset(map(id, left))


def _across(lines: list[Line]) -> list[Line]:
    """Rows from the top; in a row from the left. Lines are of one row when their middles are close."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.box.y0 + line.box.y1, line.box.x0)):
        middle = line.box.middle_y
        last = rows[-1][-1] if rows else None
        if last is not None and abs(last.box.middle_y - middle) < 0.5 * line.box.height:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.box.x0)]
