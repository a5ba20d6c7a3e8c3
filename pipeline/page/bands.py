"""Bands of lines that overlap vertically, and the gutters that runs of them leave free."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Line

# A gutter is at least this wide, in points and in ems of the text beside it.
GUTTER_POINTS, GUTTER_EMS = 8.0, 0.9

Interval = tuple[float, float]


class Band(NamedTuple):
    """Lines that overlap vertically, and the stretches of x that none of them covers.

    `first_end` is where the first of them ends, `last_start` where the last begins, from left to right; `sizes` are
    those of the last three.
    """

    lines: list[Line]
    free: list[Interval]
    first_end: float
    last_start: float
    sizes: list[float]


def sides_of(bands: Sequence[Band], gutter: Interval | None) -> tuple[list[Line], list[Line]]:
    """The lines on the left and on the right of a gutter."""
    if gutter is None:
        return [], []
    run = [line for band in bands for line in band.lines]
    return [line for line in run if line.box.x1 <= gutter[1]], [line for line in run if line.box.x1 > gutter[1]]


def bands_of(lines: list[Line]) -> list[Band]:
    """The bands of a zone from the top: lines whose middles stand above the end of those before are of one."""
    left = min(line.box.x0 for line in lines)
    right = max(line.box.x1 for line in lines)
    groups: list[list[Line]] = []
    bottom = float("-inf")
    for line in sorted(lines, key=lambda line: (line.box.y0, line.box.x0)):
        middle = line.box.middle_y
        if groups and middle < bottom:
            groups[-1].append(line)
        else:
            groups.append([line])
        bottom = max(bottom if len(groups[-1]) > 1 else float("-inf"), line.box.y1)
    return [
        Band(
            group,
            _free(group, left, right),
            min(line.box.x1 for line in group),
            max(line.box.x0 for line in group),
            [line.style.size for line in group[-3:]],
        )
        for group in groups
    ]


def _free(lines: list[Line], left: float, right: float) -> list[Interval]:
    """The stretches of [left, right] that no line covers."""
    free = []
    edge = left
    for line in sorted(lines, key=lambda line: line.box.x0):
        if line.box.x0 > edge:
            free.append((edge, line.box.x0))
        edge = max(edge, line.box.x1)
    if right > edge:
        free.append((edge, right))
    return free


def longest_run(bands: Sequence[Band], start: int) -> tuple[int, Interval | None]:
    """The furthest band up to which all share a gutter with text on both sides, and the widest such gutter.

    Without such a gutter, the furthest band up to which all share some free stretch.
    """
    shared = bands[start].free
    best: tuple[int, Interval | None] = (start + 1, None)
    sizes: list[float] = []
    leftmost, rightmost = float("inf"), float("-inf")
    for end in range(start, len(bands)):
        band = bands[end]
        leftmost, rightmost = min(leftmost, band.first_end), max(rightmost, band.last_start)
        shared = common(shared, band.free)
        sizes = [*sizes, *band.sizes][-3:]
        em = max(sizes)
        inner = [
            (a, b)
            for a, b in shared
            if b - a >= max(GUTTER_POINTS, GUTTER_EMS * em) and leftmost <= a + 0.5 and rightmost >= b - 0.5
        ]
        if inner:
            best = (end + 1, max(inner, key=lambda gap: gap[1] - gap[0]))
        elif best[1] is None:
            best = (max(start + 1, end), None)
        if not shared:
            break
    return best


def common(first: list[Interval], second: list[Interval]) -> list[Interval]:
    """What two rows of free stretches share, where it is as wide as a gutter."""
    found = []
    left, right = 0, 0
    while left < len(first) and right < len(second):
        (a, b), (c, d) = first[left], second[right]
        if min(b, d) - max(a, c) >= GUTTER_POINTS:
            found.append((max(a, c), min(b, d)))
        if b < d:
            left += 1
        else:
            right += 1
    return found
