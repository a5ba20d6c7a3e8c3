"""Days set as figures over, under or beside their weekday or month: « sam. » over « 7 », « 9 » beside « JEUDI »."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.layout.broken_hours import as_one, right_under
from pipeline.page.passages import cut_line
from pipeline.times.days import MONTH, WEEKDAY

# So many such days on a page are a habit of it; one told by weekday, figures and month needs no other.
MIN_DAYS, WHOLE = 3, 3
# Words beside figures stand no further from them than this part of their size.
NEAR = 0.6
# Figures of a box are so much larger than the title beside them.
LARGER = 1.25
_FIGURES = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:er)?")
_WEEKDAY = re.compile(rf"{WEEKDAY}\.?", re.I)
_MONTH = re.compile(rf"{MONTH}\.?", re.I)


def join_day_boxes(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of each day that is set on several as one, weekday first; all others in their order.

    Large figures may be read with the title beside them: « 11 Habiter la rive ».
    """
    whole_lines = list(lines)
    lines = [part for line in lines for part in _parted(line)]
    days = [parts for line in lines if _FIGURES.fullmatch(line.text.strip()) and (parts := _day_of(line, lines))]
    days = days if len(days) >= MIN_DAYS else [parts for parts in days if len(parts) == WHOLE]
    if not days:
        return whole_lines
    whole = {id(parts[0]): _in_one_style(as_one(parts)) for parts in days}
    taken = {id(part) for parts in days for part in parts}
    return [whole.get(id(line), line) for line in lines if id(line) in whole or id(line) not in taken]


def _in_one_style(line: Line) -> Line:
    """The line in the style of its first word: large figures are no title beside it."""
    spans = tuple(span.model_copy(update={"style": line.spans[0].style}) for span in line.spans)
    return line.model_copy(update={"spans": spans})


def _parted(line: Line) -> list[Line]:
    """Figures larger than what stands behind them on their line, and that; else the line."""
    first = line.spans[0] if len(line.spans) > 1 else None
    if first is None or not _FIGURES.fullmatch(line.text[: first.end].strip()):
        return [line]
    if first.style.size < LARGER * line.spans[1].style.size:
        return [line]
    return list(cut_line(line, line.spans[1].start))


def _day_of(figures: Line, lines: Sequence[Line]) -> list[Line]:
    """Weekday, figures and month below each other or beside large figures, as they are said; none without a word.

    Example: « 9 » beside « JEUDI » over « JUILLET » is one day.
    """
    words = [line for line in lines if _WEEKDAY.fullmatch(line.text.strip()) or _MONTH.fullmatch(line.text.strip())]
    column = [line for line in words if figures in right_under(line, [figures])]
    below = right_under(figures, words)[:1]
    column += below
    column += right_under(below[0], words)[:1] if below else []
    column = column or [line for line in words if _is_beside(figures, line)]
    weekday = next((line for line in column if _WEEKDAY.fullmatch(line.text.strip())), None)
    month = next((line for line in column if line is not weekday and _MONTH.fullmatch(line.text.strip())), None)
    return [part for part in (weekday, figures, month) if part is not None] if weekday or month else []


def _is_beside(figures: Line, word: Line) -> bool:
    """Whether a word stands at the right of figures set larger than it, within their height."""
    size = figures.style.size
    inside = figures.box.y0 - 1 <= word.box.middle_y <= figures.box.y1 + 1
    return inside and size >= LARGER * word.style.size and -1 <= word.box.x0 - figures.box.x1 < NEAR * size
