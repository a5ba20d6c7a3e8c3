"""Columns of items side by side, told by the hours over the items of each: rooms of a fair, one beside the other."""

from collections.abc import Sequence

from pipeline.document import Line
from pipeline.page.bands import Band, Interval, common
from pipeline.page.label_columns import EDGE, is_label, label_columns, stand_above

# So many items of a column have their hour over them.
MIN_ITEMS = 2


def run_before_hours(bands: Sequence[Band], start: int) -> tuple[int, Interval] | None:
    """The furthest band to which a gutter goes before hours that stand over items, as others do on its left.

    The gutter between a title and the format set at the right end of its card may be the wider one, and go on below.
    """
    lines = [line for band in bands[start:] for line in band.lines]
    if sum(is_label(line.text) for line in lines) < 2 * MIN_ITEMS:
        return None  # as on most pages: no two columns have so many
    columns = [column for column in label_columns(lines, alone=True) if _head_items(column, lines)]
    edges = [min(line.box.x0 for line in column) for column in columns[1:]]
    shared, found = bands[start].free, None
    for end, band in enumerate(bands[start:], start=start + 1):
        shared = common(shared, band.free)
        before = [gap for gap in shared for edge in edges if gap[0] < edge < gap[1] + EDGE]
        if not before:
            break
        found = end, before[0]
    if found is None:
        return None
    run = {id(line) for band in bands[start : found[0]] for line in band.lines}
    items = [sum(id(line) in run for line in column) for column in columns]
    return found if sum(count >= MIN_ITEMS for count in items) > 1 else None


def _head_items(column: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether most hours of a column have text below them that begins where they do."""
    left = min(line.box.x0 for line in column)
    known = {id(line) for line in column}
    return stand_above(column, [line for line in lines if id(line) not in known and abs(line.box.x0 - left) < EDGE])
