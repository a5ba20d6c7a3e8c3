"""Lines of justified text in narrow columns, whose stretched spaces are as wide as gutters, put together again."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf

from pipeline.extract.glyphs import Word

# Justified lines begin and end within so many points of each other.
SAME_EDGE = 1.5
# The spaces of such a line differ by no more than this part of the size of its text: fonts have spaces of their own.
EVEN = 0.35
# No space takes more than this part of the line.
WIDEST = 0.5
# All the spaces of a line take no more ems than the longest word does: the one that found no room at its end.
MOST_SPACE_EMS = 16.0
# A line is cut out of words that run on only before a gap wider than this many ems.
CUT_EMS = 0.9
# A line with fewer words shows by itself no even spaces.
MIN_WORDS = 3
# One whose spaces are as wide as gutters has no more words than these.
MAX_WORDS = 24
# The next line of a paragraph is no further away than this many times the size of its text.
NEAR = 2.2

# Where more lines than this begin, so does a column.
MIN_BEGUN = 3

_SIGN = re.compile(r"[^\w\s]")
_LETTERS = re.compile(r"[^\W\d_]{2}")

Run = list[Word]


# What is looked up by its edges, as each compared with each would cost the square of a page: runs with the numbers of
# their rows by where they begin and end, and heights of runs with where they begin, sorted, by where they begin.
_Measures = dict[tuple[int, int], list[tuple[int, Run]]]
_Starts = dict[int, list[tuple[float, float]]]
# The number of the row of a run that is whole on the page.
_WHOLE = -1


def join_justified(rows: Sequence[list[Run]]) -> list[list[Run]]:
    """Rows of runs of words, with each stretched line of a column as one run.

    They begin and end with another line of the column, that is whole or of several words with even spaces; another
    line of it stands right above or below.
    """
    if not any(len(row) > 1 for row in rows):
        return list(rows)
    lines = [(number, run) for number, row in enumerate(rows) for run in row]
    starts = sorted(run[0].x0 for _, run in lines)
    apart = [(number, run) for number, row in enumerate(rows) for run in _even_runs(row, starts)]
    measures = _by_measure([*((_WHOLE, run) for _, run in lines), *apart])
    begun = _by_start(run for _, run in lines)
    found = list(rows)
    for number, run in sorted(apart, key=lambda entry: len(entry[1])):
        if _shares_measure(number, run, measures) and _has_neighbour(run, begun):
            found[number] = _joined(found[number], run)
    return found


def _by_measure(runs: Iterable[tuple[int, Run]]) -> _Measures:
    """Runs of several words with the numbers of their rows, by where they begin and end."""
    found: _Measures = {}
    for number, run in runs:
        if len(run) >= MIN_WORDS:
            found.setdefault((_spot(run[0].x0), _spot(run[-1].x1)), []).append((number, run))
    return found


def _by_start(runs: Iterable[Run]) -> _Starts:
    """Where runs stand, by where they begin."""
    found: _Starts = {}
    for run in runs:
        found.setdefault(_spot(run[0].x0), []).append((run[0].y1, run[0].x0))
    return {spot: sorted(places) for spot, places in found.items()}


def _spot(edge: float) -> int:
    """Edges that are the same lie in one spot or in two beside each other."""
    return int(edge // SAME_EDGE)


def _shares_measure(number: int, run: Run, measures: _Measures) -> bool:
    """Whether a line that is whole, or stands in another row, begins and ends where a run does."""
    left, right = run[0].x0, run[-1].x1
    return any(
        place != number and abs(other[0].x0 - left) < SAME_EDGE and abs(other[-1].x1 - right) < SAME_EDGE
        for side in (0, -1, 1)
        for edge in (0, -1, 1)
        for place, other in measures.get((_spot(left) + side, _spot(right) + edge), ())
    )


def _has_neighbour(run: Run, begun: _Starts) -> bool:
    """Whether a line right above or below begins where a run does."""
    first = run[0]
    reach = NEAR * first.style.size
    for spot in (_spot(first.x0) + side for side in (0, -1, 1)):
        places = begun.get(spot, [])
        near = places[bisect_left(places, (first.y1 - reach, -inf)) : bisect_right(places, (first.y1 + reach, inf))]
        if any(
            abs(start - first.x0) < SAME_EDGE and 0.5 < abs(height - first.y1) / first.style.size < NEAR
            for height, start in near
        ):
            return True
    return False


def _even_runs(row: list[Run], starts: Sequence[float]) -> list[Run]:
    """What words beside each other in a row make a line whose spaces are even.

    It ends with a run, or before a word behind a wide gap that begins where other lines do.
    """
    words = [word for run in row for word in run]
    ends = {id(run[-1]) for run in row}
    cuts = {0, len(words)}
    for place, (before, after) in enumerate(pairwise(words), start=1):
        if id(before) in ends:
            cuts.add(place)
        elif after.x0 - before.x1 > CUT_EMS * max(before.style.size, after.style.size):
            # What stands behind the bullet of a list begins where the lines below it do.
            bullet = place == 1 and _SIGN.fullmatch(before.text)
            if not bullet and _is_near(after.x0, starts):
                cuts.add(place)
    if len(cuts) == 2:
        return []  # a run that is whole already
    whole = {(id(run[0]), id(run[-1])) for run in row}
    most = EVEN * max(word.style.size for word in words)
    found = []
    for start in sorted(cuts):
        least, widest = inf, -inf
        for end in range(start + 2, min(len(words), start + MAX_WORDS) + 1):
            gap = words[end - 1].x0 - words[end - 2].x1
            least, widest = min(least, gap), max(widest, gap)
            if widest - least > most:
                break  # with more words they are no more even
            span = words[start:end]
            if (
                end in cuts
                and (id(span[0]), id(span[-1])) not in whole
                and _is_even(span)
                and not _begins_column(span, starts)
            ):
                found.append(span)
    return found


def _is_near(place: float, places: Sequence[float]) -> bool:
    """Whether one of sorted places is that of another edge."""
    spot = bisect_left(places, place - SAME_EDGE)
    return spot < len(places) and places[spot] < place + SAME_EDGE


def _begins_column(words: Run, starts: Sequence[float]) -> bool:
    """Whether the second of only two words begins where many lines do: « Horaire    Activité » heads two columns."""
    place = words[-1].x0
    begun = bisect_right(starts, place + SAME_EDGE) - bisect_left(starts, place - SAME_EDGE)
    return len(words) < MIN_WORDS and begun > MIN_BEGUN


def _is_even(words: Run) -> bool:
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    size = max(word.style.size for word in words)
    level = max(abs(after.y1 - before.y1) for before, after in pairwise(words)) < size / 2
    said = sum(_LETTERS.search(word.text) is not None for word in words)  # hours in a row are heads of columns
    width = words[-1].x1 - words[0].x0
    close = max(gaps) <= WIDEST * width and sum(gaps) <= MOST_SPACE_EMS * size
    return level and close and 2 * said >= len(words) and max(gaps) - min(gaps) <= EVEN * size


def _joined(row: list[Run], line: Run) -> list[Run]:
    """A row with one line as a run of its own, and what is left of the runs it takes words from."""
    held = {id(word) for word in line}
    first = bisect_left(row, line[0].x0, key=lambda run: run[-1].x0)
    last = bisect_right(row, line[-1].x0, key=lambda run: run[0].x0)
    left = [[word for word in run if id(word) not in held] for run in row[first:last]]
    before = [[word for word in run if word.x0 <= line[0].x0] for run in left]
    after = [[word for word in run if word.x0 > line[0].x0] for run in left]
    return [*row[:first], *filter(None, before), line, *filter(None, after), *row[last:]]
