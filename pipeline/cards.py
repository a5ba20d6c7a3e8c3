"""Cards: parallel items side by side under one time, each with its own title."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.document import Line
from pipeline.grid_items import GridItem
from pipeline.structure import Look

# The titles of cards stand at the same height within this many points.
SAME_TOP = 14.0
# Above the title of a card stand at most so many lines, such as its theme.
MAX_ABOVE = 3
# Text as long as this before the first title is no card.
MAX_LEAD = 160


def find_cards(lines: Sequence[Line], body: Look) -> tuple[list[GridItem], Look | None]:
    """The cards among the lines of one timed item, row by row, and the look of their titles.

    There are none unless columns stand side by side that each begin with a title in the same look.

    Args:
        lines: the lines of the item that are neither its time nor its title.
        body: the look of running text, in which no card's title is set.
    """
    upright = [line for line in lines if line.rotation == 0]
    columns = _columns(upright)
    if len(columns) < 2:
        return [], None
    looks = Counter(
        look
        for column in columns
        for look in {Look.of(line.style, with_color=False) for line in column[: MAX_ABOVE + 1]}
    )
    shared = [
        look
        for look, count in looks.items()
        if count == len(columns) and look != body._replace(color=None) and (look.bold or look.size > body.size)
    ]
    for look in sorted(shared, key=lambda look: (look.bold, look.size, str(look)), reverse=True):
        tops = [
            next(line for line in column if Look.of(line.style, with_color=False) == look).box.y0
            for column in columns
        ]
        leads = [_lead(column, look) for column in columns]
        if max(tops) - min(tops) <= SAME_TOP and all(lead < MAX_LEAD for lead in leads):
            return _cards(columns, look), look
    return [], None


def _lead(column: Sequence[Line], look: Look) -> int:
    """How many characters stand above the first title of a column."""
    first = next(place for place, line in enumerate(column) if Look.of(line.style, with_color=False) == look)
    return sum(len(line.text) for line in column[:first])


def _cards(columns: Sequence[Sequence[Line]], look: Look) -> list[GridItem]:
    """Each column cut before its titles; what all cards print alike is a button, and no part of any."""
    texts = Counter(text for column in columns for text in {line.text for line in column})
    found: list[tuple[float, int, GridItem]] = []
    for number, column in enumerate(columns):
        own = [line for line in column if texts[line.text] < len(columns)]
        starts = _starts(own, look)
        for start, end in pairwise([*starts, len(own)]):
            item = GridItem(lines=tuple(own[start:end]), hours=None, method="carte sous une heure commune")
            found.append((own[start].box.y0, number, item))
    return [item for _, _, item in sorted(found, key=lambda card: (round(card[0] / SAME_TOP), card[1]))]


def _starts(column: Sequence[Line], look: Look) -> list[int]:
    """Where the cards of a column begin: at the first of the lines in the look of titles that follow one another."""
    titles = [place for place, line in enumerate(column) if Look.of(line.style, with_color=False) == look]
    starts = [place for place in titles if place - 1 not in titles]
    return [0, *starts[1:]] if starts else []


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines grouped by the stretch of x they share."""
    columns: list[list[Line]] = []
    edges: list[list[float]] = []
    for line in sorted(lines, key=lambda line: line.box.x0):
        if edges and line.box.x0 < edges[-1][1] and line.page == columns[-1][0].page:
            columns[-1].append(line)
            edges[-1][1] = max(edges[-1][1], line.box.x1)
        else:
            columns.append([line])
            edges.append([line.box.x0, line.box.x1])
    return [sorted(column, key=lambda line: line.box.y0) for column in columns]
