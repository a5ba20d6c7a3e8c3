"""Lines of justified text in narrow columns, whose stretched spaces are as wide as gutters, put together again."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.glyphs import Word

# Justified lines begin and end within so many points of each other.
SAME_EDGE = 1.5
# The spaces of such a line differ by no more than this part of the size of its text: fonts have spaces of their own.
EVEN = 0.35
# No space takes more than this part of the line.
WIDEST = 0.5
# A line is cut out of words that run on only before a gap wider than this many ems.
CUT_EMS = 0.9
# A line with fewer words shows by itself no even spaces.
MIN_WORDS = 3
# The next line of a paragraph is no further away than this many times the size of its text.
NEAR = 2.2

_LETTERS = re.compile(r"[^\W\d_]{2}")

Run = list[Word]


class _Measure(NamedTuple):
    """Where a line begins and ends."""

    left: float
    right: float

    def fits(self, run: Run) -> bool:
        return abs(run[0].x0 - self.left) < SAME_EDGE and abs(run[-1].x1 - self.right) < SAME_EDGE


def join_justified(rows: Sequence[list[Run]]) -> list[list[Run]]:
    """Rows of runs of words, with each stretched line of a column as one run.

    They begin and end with another line of the column, that is whole or of several words with even spaces; another
    line of it stands right above or below.
    """
    if not any(len(row) > 1 for row in rows):
        return list(rows)
    whole = [run for row in rows for run in row if len(run) >= MIN_WORDS]
    lines = [run for row in rows for run in row]
    starts = sorted(run[0].x0 for run in lines)
    apart = [(number, run) for number, row in enumerate(rows) for run in _even_runs(row, starts)]
    found = list(rows)
    for number, run in sorted(apart, key=lambda entry: len(entry[1])):
        measure = _Measure(run[0].x0, run[-1].x1)
        others = [other for place, other in apart if place != number and len(other) >= MIN_WORDS]
        if any(map(measure.fits, (*whole, *others))) and _has_neighbour(run, lines):
            found[number] = _joined(found[number], run)
    return found


def _even_runs(row: list[Run], starts: Sequence[float]) -> list[Run]:
    """What words beside each other in a row make a line whose spaces are even.

    It ends with a run, or before a word behind a wide gap that begins where other lines do.
    """
    words = [word for run in row for word in run]
    ends = {id(run[-1]) for run in row}
    cuts = [0]
    for place, (before, after) in enumerate(pairwise(words), start=1):
        wide = after.x0 - before.x1 > CUT_EMS * max(before.style.size, after.style.size)
        if id(before) in ends or (wide and _is_near(after.x0, starts)):
            cuts.append(place)
    cuts.append(len(words))
    whole = {(id(run[0]), id(run[-1])) for run in row}
    spans = [words[start:end] for start in cuts for end in cuts if start + 1 < end]
    return [span for span in spans if (id(span[0]), id(span[-1])) not in whole and _is_even(span)]


def _is_near(place: float, places: Sequence[float]) -> bool:
    """Whether one of sorted places is that of another edge."""
    spot = bisect_left(places, place - SAME_EDGE)
    return spot < len(places) and places[spot] < place + SAME_EDGE


def _is_even(words: Run) -> bool:
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    size = max(word.style.size for word in words)
    level = max(abs(after.y1 - before.y1) for before, after in pairwise(words)) < size / 2
    said = sum(_LETTERS.search(word.text) is not None for word in words)  # hours in a row are heads of columns
    width = words[-1].x1 - words[0].x0
    return level and 2 * said >= len(words) and max(gaps) - min(gaps) <= EVEN * size and max(gaps) <= WIDEST * width


def _has_neighbour(run: Run, lines: Sequence[Run]) -> bool:
    """Whether a line right above or below begins where a run does."""
    first = run[0]
    return any(
        abs(other[0].x0 - first.x0) < SAME_EDGE and 0.5 < abs(other[0].y1 - first.y1) / first.style.size < NEAR
        for other in lines
    )


def _joined(row: list[Run], line: Run) -> list[Run]:
    """A row with one line as a run of its own, and what is left of the runs it takes words from."""
    held = {id(word) for word in line}
    before = [[word for word in run if word.x0 < line[0].x0] for run in row]
    after = [[word for word in run if word.x0 > line[0].x0 and id(word) not in held] for run in row]
    return [*(run for run in before if run), line, *(run for run in after if run)]
