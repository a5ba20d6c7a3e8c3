"""Hours at the right of a title put behind it: where they part its lines, or stand now before, now behind titles."""

from collections import Counter
from collections.abc import Sequence

from pipeline.document import Line, Page
from pipeline.page.label_columns import EDGE, bottom_of, is_label
from pipeline.page.look import Look
from pipeline.page.passages import same_block
from pipeline.times.hours import find_hours

# So many hours must come before their title, and so many behind its first line, before all are put behind it.
MIN_MIXED = 2
# A title takes no more lines than this.
MAX_LINES = 6
# The middles of what is set on one row differ by less than this part of a line.
ROW = 0.3
# No more lines of a page than these, its headings, run through a rail of hours.
MAX_IN_RAIL = 3


def settle_hours(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with hours behind the title at their left where they part its lines, or all where the order varies.

    Cards show their hour at one height, but a title begins further up where no label stands above it.
    """
    beside = [pair for page in pages for pair in _hours_beside(page.lines)]
    order = {id(line): place for page in pages for place, line in enumerate(page.lines)}
    places = [tuple(order[id(line)] for line in (hour, title[0], title[-1])) for hour, title in beside]
    before = sum(hour < first for hour, first, _ in places)
    mixed = min(before, len(beside) - before) >= MIN_MIXED
    moved = {
        id(line): title[-1]
        for (line, title), (hour, first, last) in zip(beside, places, strict=True)
        if mixed or first < hour < last
    }
    return tuple(_settled(page, moved) for page in pages) if moved else tuple(pages)


def _hours_beside(lines: Sequence[Line]) -> list[tuple[Line, list[Line]]]:
    """The hours of a page with the lines of the title that stands at their left, on their level.

    What stands at the left of several hours, as a day does, is the title of none.
    """
    hours = [line for line in lines if line.rotation == 0 and is_label(line.text) and find_hours(line.text)]
    shown = {id(hour) for hour in hours}
    rest = [line for line in lines if id(line) not in shown]
    found = [(hour, _title_beside(hour, rest)) for hour in hours]
    times = Counter(id(title[-1]) for _, title in found if title)
    return [(hour, title) for hour, title in found if title and times[id(title[-1])] == 1]


def _title_beside(hour: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines set alike of which the first on the level of an hour is one, in the column at its left."""
    level = [
        place
        for place, line in enumerate(lines)
        if line.rotation == 0 and line.box.x1 <= hour.box.x0 and line.box.y1 > hour.box.y0
        if line.box.y0 < bottom_of(hour)
    ]
    if not level:
        return []
    if _is_nearer(hour, [lines[place] for place in level], lines):
        return []
    edge = max(lines[place].box.x0 for place in level)
    start = end = next(place for place in level if lines[place].box.x0 > edge - EDGE)
    first = lines[start]
    while start and _goes_on(lines[start - 1], lines[start]):
        start -= 1
    while end + 1 < len(lines) and _goes_on(lines[end], lines[end + 1]):
        end += 1
    title = list(lines[start : end + 1])
    alone = end + 1 < len(lines) and Look.of(lines[end + 1].style) != Look.of(first.style)
    return title if alone and len(title) <= MAX_LINES else []


def _is_nearer(hour: Line, left: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether an hour stands on one row with text at its right, and with none at its left: it is in a rail.

    Hardly any text stands above or below it there, as it does under the hour at the right end of a card.
    """
    right = [line for line in lines if line.rotation == 0 and line.box.x0 >= hour.box.x1]
    inside = sum(line.box.x0 < hour.box.x1 and line.box.x1 > hour.box.x0 for line in lines)
    in_rail = inside <= MAX_IN_RAIL and any(_in_row(hour, line) for line in right)
    return in_rail and not any(_in_row(hour, line) for line in left)


def _in_row(hour: Line, line: Line) -> bool:
    return abs(hour.box.middle_y - line.box.middle_y) < ROW * hour.box.height


def _goes_on(before: Line, line: Line) -> bool:
    return Look.of(before.style) == Look.of(line.style) and same_block(before, line)


def _settled(page: Page, moved: dict[int, Line]) -> Page:
    held = {id(title): line for line in page.lines if (title := moved.get(id(line)))}
    if not held:
        return page
    kept = [line for line in page.lines if id(line) not in moved]
    lines = tuple(part for line in kept for part in (line, held.get(id(line))) if part is not None)
    return page.model_copy(update={"lines": lines})
