"""The sides of tables that draw only the rules below their cells: where such rules meet, columns part."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.document import Box
from pipeline.times import is_day_heading
from pipeline.times.hours import find_hours

if TYPE_CHECKING:
    from pipeline.document import Line
    from pipeline.times.hours import Hours

# Ends this close in points are one place; what is drawn no longer than this is the end of a border.
SAME_EDGE, BORDER_END = 1.5, 6.0
# Rules of cells end at the border of two columns at so many heights at least; of the edges of coloured cells that do
# so many have a rule.
MIN_ENDS, MIN_RULED = 3, 2
# A border that is drawn beside this part of its cells is none that is missing: the others span columns.
DRAWN_SHARE = 0.1
# Lines of one row of a table stand no further apart than this part of their height.
SAME_ROW = 1.0
# Above this part of a page stand its running heads only.
PAGE_HEAD = 0.1
# The middles of centred lines stand within so many points of each other.
SAME_MIDDLE = 3.0


class Level(NamedTuple):
    """The rules across at one height: where each begins and ends."""

    height: float
    rules: tuple[tuple[float, float], ...]

    def ends_at(self, place: float) -> bool:
        """Whether a rule begins or ends at a place."""
        return any(abs(end - place) <= 2 * SAME_EDGE for rule in self.rules for end in rule)

    def meets_at(self, place: float) -> bool:
        """Whether a rule ends where another begins."""
        return self.has_end(place, 0) and self.has_end(place, 1)

    def has_end(self, place: float, side: int) -> bool:
        """Whether a rule begins (0) or ends (1) at a place."""
        return any(abs(rule[side] - place) <= 2 * SAME_EDGE for rule in self.rules)

    def passes(self, place: float) -> bool:
        """Whether a rule passes through a place where none ends."""
        return not self.ends_at(place) and any(begin < place < end for begin, end in self.rules)


class Sides(NamedTuple):
    """The rules a table lacks: from top to bottom at a place, from left to right at a height."""

    down: tuple[Box, ...] = ()
    across: tuple[Box, ...] = ()


def open_sides(rules: Sequence[Box], lines: Sequence["Line"], height: float, coloured: Sequence[Box] = ()) -> Sides:
    """The rules that a table lacks which draws those below its cells only, each cell its own.

    Args:
        rules: what is drawn on a page, each as thin as a line.
        lines: the text of the page.
        height: of the page.
        coloured: the upper and lower edges of coloured areas: they close cells, but make no table of their own.
    """
    across = [rule for rule in rules if rule.width > max(BORDER_END, rule.height)]
    levels = _levels([*across, *coloured])
    borders = _borders(levels, _levels(across), [rule for rule in rules if rule.height > max(BORDER_END, rule.width)])
    if not borders:
        return Sides()
    met = _table_levels(levels, borders, lines)
    ends = [end for level in met for rule in level.rules for end in rule]
    left, right = min(ends), max(ends)
    places = (left, *borders, right)
    inside = [line for line in lines if left - BORDER_END < line.box.x0 and line.box.x1 < right + BORDER_END]
    above = _below_areas(
        met[0], inside, [edge for edge in coloured if edge.x0 < left + BORDER_END < right < edge.x1 + BORDER_END]
    )
    shut = [*_row_above(met[0], above, places, height), *_row_below(met[-1], inside, places)]
    whole = sorted([*met, *(Level(height, ()) for height in shut)])
    below = _ruled_below(whole, borders, inside)
    # Only where each cell has a rule of its own does one that passes a border tell of a cell over several columns.
    parted = {place for place in borders if any(level.meets_at(place) for level in _levels(across))}
    down = [
        Box(x0=place, y0=first.height, x1=place, y1=last.height)
        for place in places
        for first, last in pairwise(_touching(whole, place, shut))
        if place in (left, right)
        or not (
            (place in parted and (last if below else first).passes(place))
            or _crossed(first, last, place, inside)
            or _coloured_over(first, last, place, coloured, inside)
        )
    ]
    across = [Box(x0=a, y0=height, x1=b, y1=height) for height in shut for a, b in pairwise(places)]
    return Sides(tuple(down), tuple(across))


def _levels(across: Sequence[Box]) -> list[Level]:
    """The rules across by height, from the top."""
    found: list[tuple[float, list[tuple[float, float]]]] = []
    for rule in sorted(across, key=lambda rule: rule.y0):
        if not found or rule.y0 - found[-1][0] > SAME_EDGE:
            found.append((rule.y0, []))
        found[-1][1].append((rule.x0, rule.x1))
    return [Level(height, tuple(sorted(set(rules)))) for height, rules in found]


def _borders(levels: Sequence[Level], ruled: Sequence[Level], down: Sequence[Box]) -> list[float]:
    """Where rules end at several heights, on both sides, and hardly any border is drawn, from the left.

    `ruled` are the levels without those of coloured areas.
    """
    ends = sorted({end for level in levels for rule in level.rules for end in rule})
    places = [end for before, end in pairwise([float("-inf"), *ends]) if end - before > 2 * SAME_EDGE]
    found = []
    for place in places:
        ended = [level.height for level in levels if level.ends_at(place)]
        over = [level.height for level in ruled if level.ends_at(place) or level.passes(place)]
        shown = sum(any(abs(height - other) <= SAME_EDGE for other in over) for height in ended)
        # Rules of cells side by side may be drawn as one: those of cells that last then end on either side alone.
        both = (sum(level.has_end(place, side) for level in levels) >= MIN_RULED for side in (0, 1))
        meet = any(level.meets_at(place) for level in levels) or all(both)
        if len(ended) >= MIN_ENDS and shown >= MIN_RULED and meet and not _is_drawn(place, levels, down):
            found.append(place)
    return found


def _table_levels(levels: Sequence[Level], borders: Sequence[float], lines: Sequence["Line"]) -> list[Level]:
    """The levels of a table: from the first to the last at which one of its borders ends.

    One more that closes a last row of a single cell belongs to it.
    """
    ended = [number for number, level in enumerate(levels) if any(map(level.ends_at, borders))]
    first, last = ended[0], ended[-1]
    after = levels[last + 1] if last + 1 < len(levels) else None
    if after is not None and all(map(after.passes, borders)):
        held = [line for line in lines if levels[last].height - SAME_EDGE < line.box.y0 < after.height]
        last += len(_stack(held, levels[last].height, 1)) == len(held) > 0
    return [level for level in levels[first : last + 1] if any(level.ends_at(p) or level.passes(p) for p in borders)]


def _is_drawn(place: float, levels: Sequence[Level], down: Sequence[Box]) -> bool:
    """Whether rules down the page part cells at a place, if only some; what spans columns has none in any table."""
    ends = [(above, below) for above, below in pairwise(_touching(levels, place, ()))]
    plain = [pair for pair in ends if not any(level.passes(place) for level in pair)] or ends
    spans = [(rule.y0 - SAME_EDGE, rule.y1 + SAME_EDGE) for rule in down if abs(rule.x0 - place) <= 2 * SAME_EDGE]
    middles = [(above.height + below.height) / 2 for above, below in plain]
    drawn = sum(any(top <= middle <= bottom for top, bottom in spans) for middle in middles)
    return drawn >= DRAWN_SHARE * len(plain)


def _touching(levels: Sequence[Level], place: float, shut: Sequence[float]) -> list[Level]:
    """The levels with a rule that ends at a place or passes it, and those that close a table."""
    return [level for level in levels if level.height in shut or level.ends_at(place) or level.passes(place)]


def _ruled_below(levels: Sequence[Level], borders: Sequence[float], lines: Sequence["Line"]) -> bool:
    """Whether the rules of a table are those below its cells: what spans columns tells.

    Its text crosses the border that its own rule passes, and the rule on its other side does not.
    """
    votes = 0
    for place in borders:
        for above, below in pairwise(_touching(levels, place, ())):
            if above.passes(place) != below.passes(place) and _crossed(above, below, place, lines):
                votes += 1 if below.passes(place) else -1
    return votes >= 0


def _crossed(above: Level, below: Level, place: float, lines: Sequence["Line"]) -> bool:
    """Whether text crosses a place between two levels: that of a cell over several columns.

    It stands alone there, but for an hour on its left and what is centred with it: lines of two cells may have run
    into each other.
    """
    held = _between(above, below, lines)
    crossing = [line for line in held if line.box.x0 < place < line.box.x1]
    left = min((line.box.x0 for line in crossing), default=0.0)
    return bool(crossing) and all(
        line in crossing or line.box.x1 < left or _are_centred(line, crossing[0]) for line in held
    )


def _between(above: Level, below: Level, lines: Sequence["Line"]) -> list["Line"]:
    return [line for line in lines if above.height < line.box.y0 and line.box.y1 < below.height + SAME_EDGE]


def _are_centred(line: "Line", other: "Line") -> bool:
    return abs(line.box.x0 + line.box.x1 - other.box.x0 - other.box.x1) < 2 * SAME_MIDDLE


def _coloured_over(
    above: Level, below: Level, place: float, coloured: Sequence[Box], lines: Sequence["Line"]
) -> bool:
    """Whether one coloured area lies over a place from one level to the next: a cell over several columns.

    Its lines do not stand beside each other, as they do in a row that is coloured as a whole.
    """
    edges = [
        [
            (edge.x0, edge.x1)
            for edge in coloured
            if abs(edge.y0 - level.height) <= SAME_EDGE and edge.x0 < place < edge.x1
        ]
        for level in (above, below)
    ]
    areas = [(a, b) for a, b in edges[0] for c, d in edges[1] if max(abs(a - c), abs(b - d)) <= SAME_EDGE]
    held = _between(above, below, lines)
    return any(
        place - a > BORDER_END < b - place and not _stand_beside([x for x in held if a < x.box.x1 and x.box.x0 < b])
        for a, b in areas
    )


def _stand_beside(lines: Sequence["Line"]) -> bool:
    """Whether some lines are level with each other."""
    return any(first.box.y0 < other.box.middle_y < first.box.y1 for first, other in combinations(lines, 2))


def _below_areas(level: Level, lines: Sequence["Line"], edges: Sequence[Box]) -> list["Line"]:
    """The lines below the last edge of an area as wide as the table that lies over its first row: a day in white."""
    end = max((edge.y0 for edge in edges if edge.y0 < level.height - BORDER_END), default=0.0)
    return [line for line in lines if line.box.middle_y > end]


def _row_above(level: Level, lines: Sequence["Line"], places: Sequence[float], height: float) -> list[float]:
    """Where the row above the first rule of a table begins: heads, or what goes on from the page before."""
    row = _stack(
        [
            line
            for line in sorted(lines, key=lambda line: line.box.y1, reverse=True)
            if line.box.y1 < level.height + SAME_EDGE
        ],
        level.height,
        -1,
    )
    top = min((line.box.y0 for line in row), default=0.0)
    first = not any(PAGE_HEAD * height < line.box.y0 < top - SAME_EDGE for line in lines)
    if not row or any(_columns(line, places) > 1 for line in row):
        return []
    several = len({_column(line, places) for line in row}) > 1
    day = any(is_day_heading(line.text) for line in row)  # alone it stands over the table
    return [top - SAME_EDGE] if several or (first and not day) else []


def _row_below(level: Level, lines: Sequence["Line"], places: Sequence[float]) -> list[float]:
    """Where a row ends that begins at the last rule of a table, as it does where the page cuts a table."""
    row = _stack(
        [line for line in sorted(lines, key=lambda line: line.box.y0) if line.box.y0 > level.height - SAME_EDGE],
        level.height,
        1,
    )
    if not row or any(_columns(line, places) > 1 for line in row):
        return []
    is_open = any(
        not any(a - SAME_EDGE < begin + SAME_EDGE and end - SAME_EDGE < b + SAME_EDGE for a, b in level.rules)
        for begin, end in pairwise(places)
    )
    timed = any(
        hours and (_column(line, places) == 0 or _fill(hours, line))
        for line in row
        for hours in [find_hours(line.text)]
    )
    return [max(line.box.y1 for line in row) + SAME_EDGE] if timed or is_open else []


def _fill(hours: Sequence["Hours"], line: "Line") -> bool:
    """Whether a line is nothing but hours, as in the column of these."""
    told = line.text[: hours[0].start_offset] + line.text[hours[-1].end_offset :]
    return not any(map(str.isalnum, told))


def _stack(lines: Sequence["Line"], height: float, way: int) -> list["Line"]:
    """The lines next to a height, above (-1) or below (1) it, up to the first wide gap."""
    found: list[Line] = []
    for line in lines:
        gap = line.box.y0 - height if way > 0 else height - line.box.y1
        if gap > SAME_ROW * line.box.height:
            break
        found.append(line)
        height = max(height, line.box.y1) if way > 0 else min(height, line.box.y0)
    return found


def _column(line: "Line", places: Sequence[float]) -> int:
    """The column a line begins in."""
    return sum(place <= line.box.x0 + SAME_EDGE for place in places) - 1


def _columns(line: "Line", places: Sequence[float]) -> int:
    """How many columns a line stands in."""
    return sum(line.box.x0 + SAME_EDGE < place < line.box.x1 - SAME_EDGE for place in places) + 1
