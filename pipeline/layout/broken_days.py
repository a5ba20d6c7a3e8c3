"""Days broken over two lines in a narrow column: « Mercredi 22 » over « mars », « Lundi 9 mars » over « 2015 ».

So may be the first and the last day of an event: « Du 4 au » over « 6 mai 2020 ».
"""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.layout.broken_hours import as_one, join_with_below
from pipeline.page.look import Look
from pipeline.times import is_day_heading
from pipeline.times.days import MONTH, find_days

# What the second line begins with, and how the first may end.
_BELOW = re.compile(rf"\W*(?:{MONTH}(?!\w)|(?:19|20)\d\d\b)", re.I)
_ABOVE = re.compile(r"(?:\b\d{1,2}(?:er)?|\w{3}\.?)$")
_LONGEST = len("11er")  # it ends with no more than this: what stands before need not be looked at
# A run of days that breaks off, and what ends it.
_RUN_ENDS = ("au", "et")
_FIRST_OF_RUN = re.compile(r"(?:^|\s)\d{1,2}(?:er)?(?:\s[^\W\d_]+)?\s(?:au|et)$", re.I)


def join_broken_days(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of each day that is broken over two as one; all others as they are, in their order."""
    below = [line for line in lines if _BELOW.match(line.text) or is_day_heading(line.text)]
    heads = (line for line in lines if _is_run(line.text) or _ends_in_day(line.text))
    return join_with_below(lines, heads, below, _is_one, as_one)


def _is_run(text: str) -> bool:
    """Whether a text breaks off within a run of days: « Du 4 au »."""
    text = text.rstrip()
    return text.lower().endswith(_RUN_ENDS) and bool(_FIRST_OF_RUN.search(text))


def _ends_in_day(text: str) -> bool:
    text = text.rstrip()
    return bool(_ABOVE.search(text, max(0, len(text) - _LONGEST)))


def _is_one(line: Line, below: Line) -> bool:
    return _is_one_run(line, below) if _is_run(line.text) else _is_one_day(line, below)


def _is_one_run(line: Line, below: Line) -> bool:
    """Whether two lines set alike tell the first and the last day of an event: « du 4 au » over « 6 mai 2020 »."""
    whole = find_days(f"{line.text} {below.text}") if Look.of(line.style) == Look.of(below.style) else ()
    return is_day_heading(below.text) and len(whole) > len(find_days(below.text))


def _is_one_day(line: Line, below: Line) -> bool:
    """Whether two lines set alike are the heading of one day, whose month or year is in the second alone."""
    if Look.of(line.style) != Look.of(below.style) or is_day_heading(below.text):
        return False
    text = f"{line.text} {below.text}"
    whole = find_days(text)
    if len(whole) != 1 or whole[0].month is None or not is_day_heading(text):
        return False
    return all((day.month, day.year) != (whole[0].month, whole[0].year) for day in find_days(line.text))
