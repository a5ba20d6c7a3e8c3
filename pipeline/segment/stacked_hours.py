"""Hours set as a start right above its end, told from one time that is broken over two lines."""

import re

from pipeline.document import Line
from pipeline.times.hours import find_hours

# What one time goes on with over the end of a line: « 17h45 à », « 18h30 ».
CONNECTOR_END = re.compile(r"(?:\bà|[-–—>→/|]|\bet|jusqu['’]à)\s*$", re.I)
CONNECTOR_START = re.compile(r"^\s*(?:à\b|[-–—>→|]|jusqu['’]à)", re.I)


def is_stacked(line: Line, after: Line) -> bool:
    """Whether the second line holds the end of the time in the first: « 9h » over « 10h » alone, alike or smaller."""
    smaller = after.style.size < line.style.size
    if after.page != line.page or not (after.style == line.style or smaller) or line.rotation or after.rotation:
        return False
    if CONNECTOR_END.search(line.text) or CONNECTOR_START.match(after.text):
        return False  # « 17h45 à », « 18h30 »: one time broken, however many there are
    gap = after.box.y0 - line.box.y1
    if not -0.5 * line.box.height < gap < 0.6 * line.box.height or after.box.x0 > line.box.x1:
        return False
    first, second = find_hours(line.text), find_hours(after.text)
    if len(first) != 1 or len(second) != 1 or first[0].end or second[0].end:
        return False
    alone = all(
        sum(char.isalpha() for char in text[: hours.start_offset] + text[hours.end_offset :]) <= 2
        for text, hours in ((line.text, first[0]), (after.text, second[0]))
    )
    start, end = first[0].start, second[0].start
    return alone and start is not None and end is not None and start < end
