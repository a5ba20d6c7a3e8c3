"""Columns set so near to each other that only the rows together show the gutter between them."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.extract.glyphs import Word

# A gap between columns is at least so wide, in ems of the larger text beside it, and in points.
NARROW_EMS = 0.6
NARROW_POINTS = 4.0
# A full line of the column before leaves less, but still so many times the spaces of its row.
NARROWER_SPACES = 1.4
# Rows of a column begin within so many points of each other.
SAME_EDGE = 1.5
# What stands in the next column is told by its size, too, where that of the text before is larger by this factor.
MUCH_LARGER = 1.4
# So many rows begin a column behind such a gap, and so many in a run leave the gap free.
MIN_STARTS = 3
MIN_FREE = 5
# What stands beside a gutter is mostly wider than this many ems; bullets, numbers and civilities are not.
MIN_EMS = 3.0
# Numbers and bullets have fewer characters than this.
MAX_NUMBER = 4
# More columns than this are on no page.
MAX_EDGES = 12


def split_columns(rows: Sequence[list[Word]]) -> list[list[Word]]:
    """Rows of words, each sorted from the left, cut where many rows in a run leave the same gutter free."""
    cuts: dict[int, set[int]] = {}
    edges = _edges(rows)
    for edge in edges:
        for run in _runs(rows, edge):
            if len(run) < MIN_FREE or not _are_columns(rows, run, edges):
                continue
            for number, place in run:
                if not _is_number(rows[number], place):
                    cuts.setdefault(number, set()).add(place)
    return [
        row[start:end]
        for number, row in enumerate(rows)
        for start, end in _stretches(sorted(cuts.get(number, ())), len(row))
    ]


def _stretches(places: Sequence[int], length: int) -> list[tuple[int, int]]:
    return list(zip([0, *places], [*places, length], strict=True))


def _is_gap(before: Word, after: Word) -> bool:
    gap = after.x0 - before.x1
    return gap >= NARROW_POINTS and gap >= NARROW_EMS * max(before.style.size, after.style.size)


def _edges(rows: Sequence[list[Word]]) -> list[float]:
    """Where several rows begin anew behind a gap wider than a space; the most frequent first."""
    starts = sorted(
        row[place].x0 for row in rows for place in range(1, len(row)) if _is_gap(row[place - 1], row[place])
    )
    groups: list[list[float]] = []
    for start in starts:
        if groups and start - groups[-1][0] < SAME_EDGE:
            groups[-1].append(start)
        else:
            groups.append([start])
    frequent = [group for group in groups if len(group) >= MIN_STARTS]
    return [group[0] for group in sorted(frequent, key=lambda group: (-len(group), group[0]))[:MAX_EDGES]]


def _runs(rows: Sequence[list[Word]], edge: float) -> list[list[tuple[int, int]]]:
    """Runs of rows none of which covers the gutter before an edge: row number and place of the word behind it."""
    found: list[list[tuple[int, int]]] = []
    run: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        place = bisect_left(row, edge - SAME_EDGE, key=lambda word: word.x0)
        if place == 0:
            continue
        crossing = row[-1].x1 > edge if place == len(row) else not _leaves_free(row, place, edge)
        if crossing:
            found.append(run)
            run = []
        elif place < len(row):
            run.append((number, place))
    found.append(run)
    return found


def _leaves_free(row: list[Word], place: int, edge: float) -> bool:
    """Whether a row has a gap before a word, if only a narrow one before a word that begins right at an edge.

    « … au bord de la rive » fills its column nearly to « Léa Durand », with which the next one begins. A large title
    may even reach over the gutter to a word set much smaller that begins there.
    """
    if _is_gap(row[place - 1], row[place]):
        return True
    before, word = row[place - 1], row[place]
    gap = word.x0 - before.x1
    spaces = [after.x0 - before.x1 for before, after in pairwise(row) if not _is_gap(before, after)]
    begins = abs(word.x0 - edge) < SAME_EDGE
    if begins and before.style.size > MUCH_LARGER * word.style.size:
        return True
    return begins and gap >= NARROW_POINTS and len(spaces) > MIN_STARTS and gap > NARROWER_SPACES * median(spaces)


def _are_columns(rows: Sequence[list[Word]], run: Sequence[tuple[int, int]], edges: Sequence[float]) -> bool:
    """Whether a gutter mostly has text on both sides, aligned behind it: no bullets, no stretched spaces."""
    wide = aligned = 0
    for number, place in run:
        row = rows[number]
        end = place + 1
        while end < len(row) and not _is_gap(row[end - 1], row[end]):
            end += 1
        narrow = min(_width_before(row, place), row[end - 1].x1 - row[place].x0)
        wide += narrow > MIN_EMS * row[place].style.size
        aligned += any(abs(row[place].x0 - edge) < SAME_EDGE for edge in edges)
    return 2 * min(wide, aligned) >= len(run)


def _is_number(row: list[Word], place: int) -> bool:
    """Whether the word before a gap is the bullet or the number of what comes behind it."""
    alone = place == 1 or _is_gap(row[place - 2], row[place - 1])
    return alone and sum(char.isalpha() for char in row[place - 1].text) < 2 and len(row[place - 1].text) < MAX_NUMBER


def _width_before(row: list[Word], place: int) -> float:
    """How wide the text is that ends before a gap."""
    start = place - 1
    while start and not _is_gap(row[start - 1], row[start]):
        start -= 1
    return row[place - 1].x1 - row[start].x0
