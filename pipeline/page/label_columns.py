"""Columns of hours set beside what they label, told from hours that stand in the text or above it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest
from math import inf
from statistics import median_low

from pipeline.document import Line
from pipeline.garbage import CACHED_TEXTS
from pipeline.page.look import Look
from pipeline.page.passages import fills, starts_paragraph
from pipeline.times import find_half_day
from pipeline.times.days import find_days
from pipeline.times.hours import find_hours
from pipeline.wording import is_room

# So many lines of the text beside hours run over the place where those of talks in it begin.
MIN_ACROSS = 2
# Labels of one column begin within this many points of each other.
EDGE = 8.0
# The end of an item stands below its start with less than this part of a line between them.
STACKED = 0.6
# Between two such pairs there is more room than inside one, by this part of a line.
APART = 0.4
# The middles of lines on one level are no further apart than this part of a line.
LEVEL = 0.1
# What stands below an hour in its own column takes at most this part of the width of the zone.
NARROW = 0.25
# A column of text before hours takes at least this part of the width of the zone, and so many lines.
WIDE, MIN_BEFORE = 0.3, 4
# So much of what stands in that column must be right below an hour.
MOSTLY = 0.8
# Labels with something besides hours are shorter than this.
LONG_LABEL = 20

_LABEL = re.compile(
    r"^\W*((à partir )?de |à |dès |vers )?(\d{1,2} ?(h|:|H)|([01]?\d|2[0-3])\.[0-5][05](?![\w%€]|[.,]\d| ?[€%]))"
    r"|^\W*(midi|minuit)\b|^\d{1,3}\W*$",
    re.I,
)

_WORD = re.compile(r"[^\W\d_]{2}")


@lru_cache(maxsize=CACHED_TEXTS)
def begins_as_label(text: str) -> bool:
    """Whether a text begins with an hour or is a number alone."""
    return bool(_LABEL.match(text))


def is_label(text: str) -> bool:
    """Whether a text is an hour or a number and hardly anything else, or a range of hours however long."""
    if not begins_as_label(text):
        return False
    if len(text) < LONG_LABEL:
        return True
    hours = find_hours(text)
    return bool(hours) and not re.search(r"\w", text[hours[0].end_offset :])


def are_timed(boxes: Sequence[Sequence[bool]]) -> bool:
    """Whether boxes side by side have hours of their own: as many of them, or one at its top or time and again.

    A single one further down is told in a sentence: « … qui se lève à », « 5h30 pour écrire ».

    Args:
        boxes: of each box, whether its lines tell an hour, from the top.
    """
    timed = sum(map(any, boxes))
    return 2 * timed > len(boxes) or any(sum(lines) > 1 or lines[0] for lines in boxes if lines)


def bottom_of(line: Line) -> float:
    """Where the words of a line end: an hour broken over lines is as high as the first, and ends with the last."""
    return max((span.box.y1 for span in line.spans), default=line.box.y1)


def split_at_labels(lines: list[Line]) -> list[tuple[list[Line], list[Line]]]:
    """A zone with one column of hours, as hours and what stands beside each; else one part.

    What is set beside an hour may have columns of its own (cards under a common hour): it must not be read
    across hours. A column of text before all of that, as the cover of a leaflet, is a part without hours.
    """
    columns = _without_inner(label_columns(lines), lines)
    if len(columns) != 1:
        return [([], lines)]
    labels = columns[0]
    if before := _column_before(labels, lines):
        return [([], part) for part in before]
    if _begin_items(labels, lines):
        return [([], lines)]
    known = {id(label) for label in labels}
    rest = [line for line in lines if id(line) not in known]
    under = _set_under(labels, rest)
    over = _set_over(labels, rest)
    headed = {id(line) for lines in over.values() for line in lines} - under
    told = [line for line in rest if id(line) not in under | headed]
    if stand_above(labels, told):
        return [([], lines)]
    stacks = _stacks(labels, sorted(told, key=middle_of))
    middles = sorted(map(middle_of, _told_by(labels, told)))
    beside = [
        stack for stack in stacks if bisect_left(middles, stack[0].box.y0) < bisect_right(middles, stack[0].box.y1)
    ]
    few = len(beside) < 2 and not (beside and _ends_smaller(beside[0]))
    if few or 2 * len(beside) < len(stacks):
        return [([], lines)]
    stacks = [[*(line for line in over[id(stack[0])] if id(line) in headed), *stack] for stack in stacks]
    tops = [stack[0].box.y0 - 0.25 * stack[0].box.height for stack in stacks]
    parts: list[tuple[list[Line], list[Line]]] = [([], [])] + [(stack, []) for stack in stacks]
    for line in (line for line in rest if id(line) not in headed):
        label, beside_it = parts[bisect_right(tops, line.box.middle_y)]
        (label if id(line) in under else beside_it).append(line)
    return [part for part in parts if part[0] or part[1]]


def _column_before(labels: Sequence[Line], lines: Sequence[Line]) -> list[list[Line]]:
    """A column of text before hours and what is beside them, and these; none where it is of their rows."""
    start, end = min(line.box.x0 for line in labels), median_low(line.box.x1 for line in labels)
    before = sorted((line for line in lines if line.box.x1 < start), key=middle_of)
    others = [line for line in lines if line.box.x1 >= start]
    beside = [line for line in others if line.box.x0 >= end]
    across = any(line.box.x0 < start - EDGE for line in others)
    if across or min(len(before), len(beside)) < max(MIN_BEFORE, len(labels) / 2):
        return []
    left, right = min(line.box.x0 for line in before), max(line.box.x1 for line in others)
    wide = max(line.box.x1 for line in before) - left > WIDE * (right - left)
    on_rows = sum(bool(level_with(label, before)) for label in labels)
    return [before, others] if wide and 2 * on_rows < len(labels) else []


def _without_inner(columns: list[list[Line]], lines: Sequence[Line]) -> list[list[Line]]:
    """The columns of hours without those set in among the text beside the first: talks in its sessions.

    That text runs over where they begin, as it does not where a second column of items stands beside the first.
    """
    if len(columns) < 2:
        return columns
    outer, *others = columns
    right = median_low(label.box.x1 for label in outer)
    levels = [label.box.middle_y for label in outer]

    def is_inner(column: Sequence[Line]) -> bool:
        edge = min(label.box.x0 for label in column)
        across = [line for line in lines if right <= line.box.x0 < edge - EDGE and line.box.x1 > edge + EDGE]
        level = any(label.box.y0 < middle < label.box.y1 for label in column for middle in levels)
        return len(across) >= MIN_ACROSS and not level

    return [outer] if all(map(is_inner, others)) else columns


def _begin_items(labels: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether short titles stand behind all labels, and longer ones behind more hours: « 9h – Habiter la rive »."""
    if not all((told := find_hours(label.text)) and _WORD.search(label.text, told[0].end_offset) for label in labels):
        return False
    edge = min(label.box.x0 for label in labels)
    begun = [line for line in lines if abs(line.box.x0 - edge) < EDGE and begins_as_label(line.text)]
    return sum(not is_label(line.text) for line in begun) > len(labels)


def _told_by(labels: Sequence[Line], rest: Sequence[Line]) -> list[Line]:
    """The lines on the right of a column of hours; those on its left when it is the last of the zone.

    Short titles may run into their hours, and end further on the right than most of these do: « 10h – 11h Pause ».
    """
    left, right = min(line.box.x0 for line in labels), median_low(line.box.x1 for line in labels)
    return [line for line in rest if line.box.x0 >= right] or [line for line in rest if line.box.x1 <= left]


def _set_under(labels: Sequence[Line], rest: Sequence[Line]) -> set[int]:
    """What stands below the hours in their own narrow column, as the room does: lines that end where others begin."""
    right = max(label.box.x1 for label in labels)
    edge = min((line.box.x0 for line in rest if line.box.x0 >= right), default=right)
    left = min(label.box.x0 for label in labels)
    narrow = sorted((line for line in rest if line.box.x1 < edge), key=lambda line: line.box.y0)
    end = max([right, *(line.box.x1 for line in narrow)])  # a wide gutter makes no wide column
    if end - left > NARROW * (max(line.box.x1 for line in (*labels, *rest)) - left):
        return set()
    below = [line for line in narrow if line.box.y0 > min(label.box.y0 for label in labels)]
    ends = sorted((bottom_of(line), line.box.height) for line in (*labels, *below))
    near = [line for line in below if any(-line.box.height < line.box.y0 - end < STACKED * h for end, h in ends)]
    # Further down stand the rooms of other items at that time, and what names half a day.
    known = {id(line) for line in near}
    far = [line.text for line in below if id(line) not in known]
    other = sum(not is_room(text) and find_half_day(text) is None for text in far)
    return known if len(near) >= MOSTLY * (len(near) + other) else set()


def _set_over(labels: Sequence[Line], rest: Sequence[Line]) -> dict[int, list[Line]]:
    """What stands right above each hour in its own column, as its day does: lines that begin where the hours do."""
    left = min(line.box.x0 for line in labels)
    column = sorted((line for line in rest if abs(line.box.x0 - left) < EDGE), key=lambda line: line.box.y0)
    tops = [line.box.y0 for line in column]
    found: dict[int, list[Line]] = {}
    for hour in labels:
        first = last = bisect_left(tops, hour.box.y0)
        below = hour
        while first and below.box.y0 - column[first - 1].box.y1 <= STACKED * hour.box.height:
            below = column[first - 1]
            if not find_days(below.text):
                break
            first -= 1
        found[id(hour)] = column[first:last]
    return found


def stand_above(labels: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Whether most hours have their text below them, begun where they do or set in a little: no column beside it.

    What is set in begins before even the shortest hour ends: « 9h30 – 10h », below it « Habiter la rive ».
    """
    left = min(line.box.x0 for line in labels)
    right = max(left + EDGE, min(line.box.x1 for line in labels))
    begun = (line for line in rest if left - EDGE < line.box.x0 < right and not is_room(line.text))
    tops = sorted(line.box.y0 for line in begun)
    above = 0
    for label, after in zip_longest(labels, labels[1:]):
        spot = bisect_left(tops, label.box.y1 - 0.5 * label.box.height)
        limit = after.box.y0 if after else label.box.y1 + 2 * label.box.height
        above += spot < len(tops) and tops[spot] < limit - 0.5 * label.box.height
    return 2 * above > len(labels)


def _stacks(labels: Sequence[Line], rest: Sequence[Line]) -> list[list[Line]]:
    """Hours in pairs, the start of an item and its end right below, with more room before the next pair.

    Beside such a pair stands one paragraph of the rest, or no second line.
    """
    gaps = [after.box.y0 - label.box.y1 for label, after in pairwise(labels)] + [inf]
    stacks: list[list[Line]] = []
    for place, label in enumerate(labels):
        near = place and gaps[place - 1] < STACKED * label.box.height
        near = near and not are_two_beside(labels[place - 1], label, rest)
        if near and len(stacks[-1]) == 1 and gaps[place] > gaps[place - 1] + APART * label.box.height:
            stacks[-1].append(label)
        else:
            stacks.append([label])
    # A list of short items has its hours as close as that: then they stand at one distance, or each has its own item.
    pairs = [stack for stack in stacks if len(stack) == 2]
    listed = 2 * sum(begin_two_items(first, last, rest) for first, last in pairs) > len(pairs)
    return stacks if len(pairs) > len(stacks) / 2 and not listed else [[label] for label in labels]


def _ends_smaller(stack: Sequence[Line]) -> bool:
    """Whether the second of two hours is set smaller than the first: no other item begins there."""
    return len(stack) == 2 and stack[1].style.size < stack[0].style.size


def begin_two_items(label: Line, after: Line, rest: Sequence[Line]) -> bool:
    """Whether beside each of two hours stands a text of its own; `rest` is sorted by the middles of its lines.

    One is that of the other unless a paragraph begins with it, or a line set alike though the first had room.
    """
    rest = [line for line in rest if line is not label and line is not after]
    if are_two_beside(label, after, rest):
        return True
    edge = max((line.box.x1 for line in rest), default=0.0)
    first, second = (level_with(hour, rest) for hour in (label, after))
    return any(
        abs(one.box.x0 - other.box.x0) < EDGE
        and Look.of(one.style) == Look.of(other.style)
        and other.text[:1].isupper()
        and not fills(one, other, edge)
        for one in first
        for other in second
    )


def are_two_beside(label: Line, after: Line, rest: Sequence[Line]) -> bool:
    """Whether lines of two paragraphs stand right on the level of two hours: each has an item of its own.

    `rest` is sorted by the middles of its lines.
    """
    first, second = (level_with(hour, rest) for hour in (label, after))
    beside = [(one, other) for one in first for other in second if abs(one.box.x0 - other.box.x0) < EDGE]
    return bool(beside) and all(starts_paragraph(one, other) for one, other in beside)


def level_with(hour: Line, rest: Sequence[Line]) -> Sequence[Line]:
    """The lines whose middles stand at the height of that of an hour."""
    middle, slack = hour.box.middle_y, LEVEL * hour.box.height
    return rest[bisect_left(rest, middle - slack, key=middle_of) : bisect_right(rest, middle + slack, key=middle_of)]


def middle_of(line: Line) -> float:
    """The height of the middle of a line."""
    return line.box.middle_y


def label_columns(
    lines: list[Line], alone: bool = False, tells: Callable[[str], bool] = is_label
) -> list[list[Line]]:
    """The columns of at least two hours set below each other; two such columns are two days side by side.

    With `alone` also the hours that have no other above or below them; `tells` says which texts are hours.
    """
    columns: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.box.x0, line.box.y0)):
        if tells(line.text):
            column = next((column for column in columns if _aligned(column[0], line)), None)
            if column is None:
                columns.append([line])
            else:
                column.append(line)
    return [sorted(column, key=lambda line: line.box.y0) for column in columns if alone or len(column) > 1]


def _aligned(label: Line, other: Line) -> bool:
    """Whether two labels begin, end or have their middle at the same place."""
    a, b = label.box, other.box
    return min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) < EDGE
