"""Columns of hours set beside what they label, told from hours that stand in the text or above it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from math import inf

from pipeline.document import Line

# Labels of one column begin within this many points of each other.
EDGE = 8.0
# The end of an item stands below its start with less than this part of a line between them.
STACKED = 0.6
# Between two such pairs there is more room than inside one, by this part of a line.
APART = 0.4
# Labels are shorter than this.
LONG_LABEL = 20

_LABEL = re.compile(
    r"^\W*((à partir )?de |à |dès |vers )?(\d{1,2} ?(h|:|H)|([01]?\d|2[0-3])\.[0-5][05](?![\w%€]|[.,]\d| ?[€%]))"
    r"|^\W*(midi|minuit)\b|^\d{1,3}\W*$",
    re.I,
)


def begins_as_label(text: str) -> bool:
    """Whether a text begins with an hour or is a number alone."""
    return bool(_LABEL.match(text))


def is_label(text: str) -> bool:
    """Whether a text is an hour or a number and hardly anything else."""
    return len(text) < LONG_LABEL and begins_as_label(text)


def split_at_labels(lines: list[Line]) -> list[tuple[list[Line], list[Line]]]:
    """A zone with one column of hours, as hours and what stands beside each; else one part.

    What is set beside an hour may have columns of its own (cards under a common hour): it must not be read
    across hours.
    """
    columns = _label_columns(lines)
    if len(columns) != 1:
        return [([], lines)]
    labels = columns[0]
    known = {id(label) for label in labels}
    rest = [line for line in lines if id(line) not in known]
    if _stand_above(labels, rest):
        return [([], lines)]
    stacks = _stacks(labels)
    middles = sorted((line.box.y0 + line.box.y1) / 2 for line in _told_by(labels, rest))
    beside = [
        stack for stack in stacks if bisect_left(middles, stack[0].box.y0) < bisect_right(middles, stack[0].box.y1)
    ]
    if len(beside) < 2 or 2 * len(beside) < len(stacks):
        return [([], lines)]
    tops = [stack[0].box.y0 - 0.25 * stack[0].box.height for stack in stacks]
    parts: list[tuple[list[Line], list[Line]]] = [([], [])] + [(stack, []) for stack in stacks]
    for line in rest:
        parts[bisect_right(tops, (line.box.y0 + line.box.y1) / 2)][1].append(line)
    return [part for part in parts if part[0] or part[1]]


def _told_by(labels: Sequence[Line], rest: Sequence[Line]) -> list[Line]:
    """The lines on the right of a column of hours; those on its left when it is the last of the zone."""
    left, right = min(line.box.x0 for line in labels), max(line.box.x1 for line in labels)
    return [line for line in rest if line.box.x0 >= right] or [line for line in rest if line.box.x1 <= left]


def _stand_above(labels: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Whether most hours have their text below them, begun at the same place: then they are no column beside it."""
    left = min(line.box.x0 for line in labels)
    tops = sorted(line.box.y0 for line in rest if abs(line.box.x0 - left) < EDGE)
    above = 0
    for label, after in zip_longest(labels, labels[1:]):
        spot = bisect_left(tops, label.box.y1 - 0.5 * label.box.height)
        limit = after.box.y0 if after else label.box.y1 + 2 * label.box.height
        above += spot < len(tops) and tops[spot] < limit - 0.5 * label.box.height
    return 2 * above > len(labels)


def _stacks(labels: Sequence[Line]) -> list[list[Line]]:
    """Hours in pairs, the start of an item and its end right below, with more room before the next pair."""
    gaps = [after.box.y0 - label.box.y1 for label, after in pairwise(labels)] + [inf]
    stacks: list[list[Line]] = []
    for place, label in enumerate(labels):
        near = place and gaps[place - 1] < STACKED * label.box.height
        if near and len(stacks[-1]) == 1 and gaps[place] > gaps[place - 1] + APART * label.box.height:
            stacks[-1].append(label)
        else:
            stacks.append([label])
    # A list of short items has its hours as close as that: then they stand at one distance.
    return stacks if sum(len(stack) == 2 for stack in stacks) > len(stacks) / 2 else [[label] for label in labels]


def _label_columns(lines: list[Line]) -> list[list[Line]]:
    """The columns of at least two hours set below each other; two such columns are two days side by side."""
    columns: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.box.x0, line.box.y0)):
        if is_label(line.text):
            column = next((column for column in columns if _aligned(column[0], line)), None)
            if column is None:
                columns.append([line])
            else:
                column.append(line)
    return [sorted(column, key=lambda line: line.box.y0) for column in columns if len(column) > 1]


def _aligned(label: Line, other: Line) -> bool:
    """Whether two labels begin, end or have their middle at the same place."""
    a, b = label.box, other.box
    return min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) < EDGE
