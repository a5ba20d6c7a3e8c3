"""Days broken over two lines in a narrow column: « Mercredi 22 » over « mars », « Lundi 9 mars » over « 2015 »."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.layout.broken_hours import as_one, right_under
from pipeline.page.look import Look
from pipeline.times import is_day_heading
from pipeline.times.days import MONTH, find_days

# What the second line begins with, and how the first may end.
_BELOW = re.compile(rf"\W*(?:{MONTH}(?!\w)|(?:19|20)\d\d\b)", re.I)
_ABOVE = re.compile(r"(?:\b\d{1,2}(?:er)?|\w{3}\.?)$")


def join_broken_days(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of each day that is broken over two as one; all others as they are, in their order."""
    below = [line for line in lines if _BELOW.match(line.text)]
    if not below:
        return list(lines)
    joined: dict[int, Line] = {}
    taken: set[int] = set()
    for line in lines:
        if id(line) in taken or not _ABOVE.search(line.text.rstrip()):
            continue
        end = next((end for end in right_under(line, below) if _is_one_day(line, end)), None)
        if end is not None:
            joined[id(line)] = as_one((line, end))
            taken |= {id(line), id(end)}
    return [joined.get(id(line), line) for line in lines if id(line) in joined or id(line) not in taken]


def _is_one_day(line: Line, below: Line) -> bool:
    """Whether two lines set alike are the heading of one day, whose month or year is in the second alone."""
    if Look.of(line.style) != Look.of(below.style) or is_day_heading(below.text):
        return False
    text = f"{line.text} {below.text}"
    whole = find_days(text)
    if len(whole) != 1 or whole[0].month is None or not is_day_heading(text):
        return False
    return all((day.month, day.year) != (whole[0].month, whole[0].year) for day in find_days(line.text))
