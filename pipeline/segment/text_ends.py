"""Whether a time ends the text above it, as times below titles do, or stands over what follows."""

from collections.abc import Sequence
from itertools import islice, pairwise, takewhile
from math import inf

from pipeline.document import Line
from pipeline.segment.anchor import Anchor
from pipeline.times import is_day_heading

# A line that stands further above the one before it than so many times its height begins another column.
COLUMN_TOP = 2.0


def ends_text(lines: Sequence[Line], anchor: Anchor) -> bool:
    """Whether a time is nearer to the text above it than to what is below it."""
    after, before = anchor.place + len(anchor.lines), anchor.place - 1
    first, last = anchor.lines[0], anchor.lines[-1]
    if _is_in_middle(last, lines, after):
        return False
    while before >= 0 and is_day_heading(lines[before].text) and lines[before].page == first.page:
        first, before = lines[before], before - 1  # the day over a time stands where that does
    above = _gap(lines[before], first) if before >= 0 else inf
    below = _gap(last, lines[after]) if after < len(lines) else inf
    return below > 1.6 * max(above, 0.4 * first.box.height)


def _is_in_middle(time: Line, lines: Sequence[Line], after: int) -> bool:
    """Whether a time stands at the left of the lines behind it, at half their height, as in a row of a table."""
    behind = islice(lines, after, None)
    beside = [*takewhile(lambda line: line.page == time.page and line.box.x0 > time.box.x1, behind)]
    if len(beside) < 2 or any(below.box.y0 < above.box.y0 for above, below in pairwise(beside)):
        return False
    middle = (beside[0].box.y0 + beside[-1].box.y1) / 2
    return abs(middle - time.box.middle_y) < time.box.height


def _gap(before: Line, line: Line) -> float:
    """How far a line stands below the one before it; endlessly far on another page or in another column."""
    over = line.box.y1 < before.box.y0 - COLUMN_TOP * before.box.height
    return inf if line.page != before.page or over else line.box.y0 - before.box.y1
