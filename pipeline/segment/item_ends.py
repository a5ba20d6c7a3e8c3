"""Lines of one look that end items, told from those that head them by the space around them."""

from collections.abc import Collection, Sequence
from statistics import median

from pipeline.document import Line
from pipeline.page.look import Look
from pipeline.segment.anchor import Anchor
from pipeline.segment.day_headings import DayHeading

# Nearer to the text above than to the text below by this part of its height, a line ends what stands above.
NEARER = 0.15


def ends_items(
    lines: Sequence[Line], places: Collection[int], anchors: Sequence[Anchor], days: Sequence[DayHeading]
) -> bool:
    """Whether lines of one look stand at the end of items: nearer to the text above, and over no first item."""
    if any(_heads_first(lines, place, anchors, days) for place in places):
        return False
    inner = [place for place in places if 0 < place < len(lines) - 1]
    nearer = [
        ((below.box.y0 - line.box.y1) - max(0.0, line.box.y0 - above.box.y1)) / line.box.height
        for above, line, below in (lines[place - 1 : place + 2] for place in inner)
        if above.page == line.page == below.page
        and above.box.y0 < line.box.y0 < below.box.y0
        # « **Atelier A** », « **Salle 12** »: one heading.
        and Look.of(above.style) != Look.of(line.style)
    ]
    return bool(nearer) and median(nearer) > NEARER


def _heads_first(lines: Sequence[Line], place: int, anchors: Sequence[Anchor], days: Sequence[DayHeading]) -> bool:
    """Whether a line stands over the first time of the document or of a day, on its page."""
    before = max((anchor.place for anchor in anchors if anchor.place < place), default=-1)
    after = next((anchor.place for anchor in anchors if anchor.place > place), None)
    if after is None or lines[after].page != lines[place].page:
        return False
    return before < 0 or any(before < day.place < place for day in days)
