"""Panels beside items: what tells when and where, for whom and with whom stands at the left of title and text."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.document import Line
from pipeline.page.label_columns import EDGE, STACKED, is_label, label_columns
from pipeline.times import is_day_heading
from pipeline.times.hours import find_hours
from pipeline.wording import is_bare_marker

# So many panels below each other on one page show that it has them; no page has more than the second.
MIN_PANELS, MOST_PANELS = 2, 24
# Lines of one column begin within so many points of each other.
SAME_EDGE = 1.5


class Panel(NamedTuple):
    """What stands in one panel, and the title and text beside it."""

    lines: list[Line]
    beside: list[Line]


def split_at_panels(lines: Sequence[Line]) -> list[list[Line]] | None:
    """The lines of a page in parts to be read one after the other; None where no panels stand beside its items.

    The hour and the place of an item come before its title, the people its panel ends with behind its text:
    « 10h – Salle 2 – Avec Léa Durand » beside « Habiter la rive » over its text.
    """
    for column in label_columns(list(lines)):
        for edge in _edges(column, lines) if len(column) <= MOST_PANELS else ():
            if cuts := _cuts(column, edge, lines):
                return _parts(cuts, edge, lines)
    return None


def _edges(column: Sequence[Line], lines: Sequence[Line]) -> list[float]:
    """Where the texts beside hours may begin: at the lines on the right of the first two that reach their height."""
    right = [
        line.box.x0
        for hour in column[:2]
        for line in lines
        if line.box.x0 > hour.box.x1 and line.box.y0 < hour.box.y1 and line.box.y1 > hour.box.y0
    ]
    return sorted(set(right))


def _cuts(column: Sequence[Line], edge: float, lines: Sequence[Line]) -> list[float] | None:
    """The heights where the panels begin that end before an edge; None where these are no panels."""
    left = sorted((line for line in lines if line.box.x1 <= edge), key=_top)
    right = sorted((line for line in lines if line.box.x0 >= edge - SAME_EDGE), key=_top)
    if any(is_label(line.text) and find_hours(line.text) for line in right):
        return None
    cuts = [cut for hour in column for cut in [_cut_above(hour, left, right)] if cut is not None]
    if len(cuts) < max(MIN_PANELS, len(column)):
        return None
    if any(line.box.y0 < cut - 1 and line.box.y1 > cut + 1 for line in lines for cut in cuts):
        return None
    ends = [*cuts[1:], float("inf")]
    rows = [_within(start, end, left) for start, end in zip(cuts, ends, strict=True)]
    texts = [_within(start, end, right) for start, end in zip(cuts, ends, strict=True)]
    across = [line for line in lines if line.box.x0 < edge - SAME_EDGE and line.box.x1 > edge]
    if any(_stands_within(line, row + text) for line in across for row, text in zip(rows, texts, strict=True)):
        return None
    return cuts if _are_panels(column, rows, texts, edge) else None


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


def _are_panels(
    column: Sequence[Line], rows: Sequence[Sequence[Line]], texts: Sequence[Sequence[Line]], edge: float
) -> bool:
    """Whether most of what stands before an edge is set over or under hours, and is more than hours and days."""
    inside = [line for row in rows for line in row]
    others = [line for line in inside if not is_label(line.text) and not is_day_heading(line.text)]
    end = max(hour.box.x1 for hour in column)
    under = [line for line in others if line.box.x0 < end]
    wide = max(line.box.x1 for text in texts for line in text) - edge
    narrow = edge - min(line.box.x0 for line in inside) <= wide + EDGE
    return narrow and len(others) >= len(rows) and 2 * len(under) > len(others)


def _parts(cuts: Sequence[float], edge: float, lines: Sequence[Line]) -> list[list[Line]]:
    parts = [_within(float("-inf"), cuts[0], lines)]
    for start, end in pairwise([*cuts, float("inf")]):
        row = _within(start, end, lines)
        panel = sorted((line for line in row if line.box.x1 <= edge), key=_top)
        beside = [line for line in row if line.box.x0 >= edge - SAME_EDGE]
        known = {id(line) for line in (*panel, *beside)}
        people = next((place for place, line in enumerate(panel) if is_bare_marker(line.text)), len(panel))
        parts += [panel[:people], beside, panel[people:], [line for line in row if id(line) not in known]]
    return [part for part in parts if part]


def _within(start: float, end: float, lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if start <= line.box.y0 < end]


def _stands_within(line: Line, row: Sequence[Line]) -> bool:
    """Whether a line that runs across stands between the lines of a row, not below all of them."""
    return bool(row) and min(map(_top, row)) <= line.box.y0 < max(map(_top, row))


def _top(line: Line) -> float:
    return line.box.y0
