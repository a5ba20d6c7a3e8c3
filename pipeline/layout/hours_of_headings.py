"""Hours at the right end of a heading that begins where those of its items stand: « Session 1          9h-10h30 »."""

from collections import Counter
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.layout.places import SAME_PLACE
from pipeline.page.joined_lines import join_as_line
from pipeline.page.label_columns import begins_as_label
from pipeline.page.look import Look
from pipeline.times.hours import find_hours
from pipeline.wording import is_room

# So many hours stand below each other where the heading begins.
MIN_HOURS = 3
# The middles of what is set on one row differ by less than this part of a line.
ROW = 0.3


def with_hours_of_headings(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, each heading with the hours at its right end in one, parted by a stroke.

    In the column of hours a heading tells its own at the right: both are set in one look, which is not that of these,
    and nothing else is beside.
    """
    starts = Counter(round(line.box.x0 / SAME_PLACE) for line in lines if _begins_with_hours(line))
    columns = {place for place, count in starts.items() if count >= MIN_HOURS and count == max(starts.values())}
    heads = {id(hour): head for hour in lines if columns and (head := _heading_of(hour, lines, columns))}
    joined = {id(head): hour for hour in lines if (head := heads.get(id(hour)))}
    return [
        join_as_line([("", line), (" | ", joined[id(line)])]) if id(line) in joined else line
        for line in lines
        if id(line) not in heads
    ]


def _heading_of(hour: Line, lines: Sequence[Line], columns: set[int]) -> Line | None:
    """The line at the left end of the row of an hour, where it begins in a column of hours and tells none."""
    if hour.rotation or not _is_range(hour.text) or round(hour.box.x0 / SAME_PLACE) in columns:
        return None
    row = [
        line
        for line in lines
        if line is not hour and abs(line.box.middle_y - hour.box.middle_y) < ROW * hour.box.height
    ]
    if len(row) != 1 or row[0].box.x1 > hour.box.x0 or round(row[0].box.x0 / SAME_PLACE) not in columns:
        return None
    look = Look.of(row[0].style)
    items = [
        Look.of(line.style)
        for line in lines
        if _begins_with_hours(line) and abs(line.box.x0 - row[0].box.x0) < SAME_PLACE
    ]
    alike = look == Look.of(hour.style) and 2 * items.count(look) < len(items)
    return row[0] if alike and not find_hours(row[0].text) and not row[0].rotation else None


def _is_range(text: str) -> bool:
    """Whether a text is from when to when and nothing else, or a room behind it: « 9h-10h30 | Amphi »."""
    hours = find_hours(text) if begins_as_label(text) else ()
    rest = text[hours[0].end_offset :].strip(" |,–—-·()") if hours and hours[0].end is not None else None
    return rest is not None and (not rest or is_room(rest))


def _begins_with_hours(line: Line) -> bool:
    return begins_as_label(line.text) and bool(find_hours(line.text))
