"""Panels beside items: what tells when and where, for whom and with whom stands beside title and text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from pipeline.document import Line
from pipeline.page.grid_cells import width_of
from pipeline.page.label_columns import EDGE, STACKED, is_label, label_columns
from pipeline.times import is_day_heading
from pipeline.times.days import find_days
from pipeline.times.hours import find_durations, find_hours
from pipeline.wording import is_bare_marker, is_room

# So many panels below each other on one page show that it has them; no page has more than the second.
MIN_PANELS, MOST_PANELS = 2, 24
# Lines of one column begin within so many points of each other.
SAME_EDGE = 1.5
# Words between a day, an hour and how long something takes.
_BETWEEN = re.compile(r"\b(?:le|à|de|et|dès|dur[ée]e|environ)\b", re.I)


class Sides(NamedTuple):
    """The lines of panels, what stands beside them, and what is neither, each from the top."""

    panels: list[Line]
    beside: list[Line]
    across: list[Line]


def split_at_panels(lines: Sequence[Line]) -> list[list[Line]] | None:
    """The lines of a page in parts to be read one after the other; None where no panels stand beside its items.

    The hour and the place of an item come before its title, the people its panel ends with behind its text:
    « 10h – Salle 2 – Avec Léa Durand » beside « Habiter la rive » over its text.
    """
    for column in label_columns(list(lines), tells=tells_when):
        for sides in _sides(column, lines) if MIN_PANELS <= len(column) <= MOST_PANELS else ():
            if cuts := _cuts(column, sides):
                return _parts(cuts, sides)
    return None


def tells_when(text: str) -> bool:
    """Whether a text is an hour, with its day or how long it takes, and nothing else: « Mardi 3 mai à 20h30 »."""
    if not (hours := find_hours(text)):
        return False
    if is_label(text):
        return True
    told = [(found.start_offset, found.end_offset) for found in hours]
    told += [(found.start_offset, found.end_offset) for found in find_days(text)]
    told += [(found.start_offset, found.end_offset) for found in find_durations(text)]
    rest = "".join(
        " " if any(start <= place < end for start, end in told) else sign for place, sign in enumerate(text)
    )
    return not re.search(r"\w", _BETWEEN.sub("", rest))


def _sides(column: Sequence[Line], lines: Sequence[Line]) -> Iterator[Sides]:
    """The ways to part lines at panels on the left, that end where lines level with hours begin, and on the right."""
    ordered = sorted(lines, key=_top)
    level = {
        line.box.x0
        for hour in column[:2]
        for line in lines
        if line.box.x0 > hour.box.x1 and line.box.y0 < hour.box.y1 and line.box.y1 > hour.box.y0
    }
    for edge in sorted(level):
        yield _parted(ordered, end=edge, start=edge - SAME_EDGE)
    start = min(hour.box.x0 for hour in column)
    parted = _parted(ordered, end=start, start=start - SAME_EDGE)
    yield Sides(parted.beside, parted.panels, parted.across)


def _parted(lines: Sequence[Line], end: float, start: float) -> Sides:
    """The lines that end before a place, those that begin behind one, and the others."""
    first = [line for line in lines if line.box.x1 <= end]
    second = [line for line in lines if line.box.x0 >= start and line.box.x1 > end]
    return Sides(first, second, [line for line in lines if line.box.x1 > end and line.box.x0 < start])


def _cuts(column: Sequence[Line], sides: Sides) -> list[float] | None:
    """The heights where panels begin; None where the lines on that side of a page are no panels.

    Further down in a panel the rooms of other items at that time may stand, each beside its own.
    """
    if any(is_label(line.text) and find_hours(line.text) for line in sides.beside):
        return None
    cuts = [cut for hour in column for cut in [_cut_above(hour, sides.panels, sides.beside)] if cut is not None]
    if len(cuts) < len(column):
        return None
    if any(line.box.y0 < cut - 1 and line.box.y1 > cut + 1 for side in sides for line in side for cut in cuts):
        return None
    rows = [_within(*span, sides.panels) for span in pairwise([*cuts, inf])]
    texts = [_within(*span, sides.beside) for span in pairwise([*cuts, inf])]
    if any(_stands_within(line, row + text) for line in sides.across for row, text in zip(rows, texts, strict=True)):
        return None
    if not _are_panels(column, rows, texts):
        return None
    rooms = (_cut_above(line, sides.panels, sides.beside) for line in sides.panels if is_room(line.text))
    return sorted({*cuts, *(cut for cut in rooms if cut is not None)})


def _cut_above(hour: Line, left: Sequence[Line], right: Sequence[Line]) -> float | None:
    """The height above a panel with its hour at its top and the beginning of a text beside it; None if neither."""
    head = hour
    for line in reversed([line for line in left if line.box.y0 < hour.box.y0]):
        if head.box.y0 - line.box.y1 >= STACKED * head.box.height:
            break
        head = line
    level = next((place for place, line in enumerate(right) if line.box.y1 > head.box.y0 + 1), None)
    if level is None or right[level].box.y0 >= hour.box.y1:
        return None
    first = right[level].box
    if level and first.y0 - right[level - 1].box.y1 < STACKED * first.height:
        return None
    return min(head.box.y0, first.y0) - 0.5


def _are_panels(column: Sequence[Line], rows: Sequence[Sequence[Line]], texts: Sequence[Sequence[Line]]) -> bool:
    """Whether most of what stands on the side of hours is set over or under them, and is more than hours and days."""
    inside = [line for row in rows for line in row]
    others = [line for line in inside if not tells_when(line.text) and not is_day_heading(line.text)]
    end = max(hour.box.x1 for hour in column)
    under = [line for line in others if line.box.x0 < end]
    narrow = width_of(inside) <= width_of([line for text in texts for line in text]) + EDGE
    return narrow and len(others) >= len(rows) and 2 * len(under) > len(others)


def _parts(cuts: Sequence[float], sides: Sides) -> list[list[Line]]:
    parts = [_within(-inf, cuts[0], [line for side in sides for line in side])]
    for span in pairwise([*cuts, inf]):
        panel, beside, across = (_within(*span, side) for side in sides)
        people = next((place for place, line in enumerate(panel) if is_bare_marker(line.text)), len(panel))
        parts += [panel[:people], beside, panel[people:], across]
    return [part for part in parts if part]


def _within(start: float, end: float, lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if start <= line.box.y0 < end]


def _stands_within(line: Line, row: Sequence[Line]) -> bool:
    """Whether a line that runs across stands between the lines of a row, not below all of them."""
    return bool(row) and min(map(_top, row)) <= line.box.y0 < max(map(_top, row))


def _top(line: Line) -> float:
    return line.box.y0
