"""Cards: parallel items side by side under one time, each with its own title."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from pipeline.document import Box, Cell, Line
from pipeline.page.format_labels import is_level, label_of
from pipeline.page.look import Look
from pipeline.page.passages import join_lines, same_block
from pipeline.segment.genre_lines import are_players
from pipeline.segment.grids.items import GridItem
from pipeline.wording import find_formats, find_marker, is_room, opens_person

# The titles of cards stand at the same height within this many points.
SAME_TOP = 14.0
# Above the title of a card stand at most so many lines, such as its theme.
MAX_ABOVE = 3
# Text as long as this before the first title is no card.
MAX_LEAD = 160


def find_cards(lines: Sequence[Line], body: Look) -> tuple[list[GridItem], Look | None]:
    """The cards among the lines of one timed item, row by row, and the look of their titles.

    There are none unless columns stand side by side that each begin with a title in the same look; they may go on
    over the next page.

    Args:
        lines: the lines of the item that are neither its time nor its title.
        body: the look of running text, in which no card's title is set.
    """
    pages = _columns_by_page([line for line in lines if line.rotation == 0])
    look = next((look for columns in pages if (look := _title_look(columns, body))), None)
    return (_cards(pages, look, body), look) if look else ([], None)


def _title_look(columns: Sequence[Sequence[Line]], body: Look) -> Look | None:
    """The look of titles that head columns side by side."""
    if len(columns) < 2:
        return None
    tops = [[line for line in column[: MAX_ABOVE + 1] if not is_room(line.text)] for column in columns]
    looks = Counter(look for top in tops for look in {_plain_look(line) for line in top})
    shared = [
        look
        for look, count in looks.items()
        if count == len(columns) and look != body._replace(color=None) and (look.bold or look.size > body.size)
    ]
    for look in sorted(shared, key=lambda look: (look.bold, look.size, str(look)), reverse=True):
        titles = [next(line for line in column if _plain_look(line) == look) for column in columns]
        if any(opens_person(title.text) or are_players(title.text) for title in titles):
            continue  # portraits: a name, and below it a function; who plays, beside where
        heights = [title.box.y0 for title in titles]
        leads = [_lead(column, look) for column in columns]
        if max(heights) - min(heights) <= SAME_TOP and all(lead < MAX_LEAD for lead in leads):
            return look
    return None


def framed_boxes(cells: Sequence[Cell]) -> tuple[Box, ...]:
    """The boxes of a page that stand side by side in rows of their own, not in a table of several rows."""
    tables: dict[int, list[Cell]] = {}
    for cell in cells:
        tables.setdefault(cell.table, []).append(cell)
    return tuple(cell.box for table in tables.values() if not any(c.row for c in table) for cell in table)


def boxed_lines(lines: Sequence[Line], boxes: Mapping[int, Sequence[Box]]) -> list[list[Line]]:
    """The lines in each box that holds some, from the top and from the left."""
    held: dict[tuple[int, Box], list[Line]] = {}
    for line in lines:
        box = next((box for box in boxes.get(line.page, ()) if box.holds(line.box)), None)
        if box is not None:
            held.setdefault((line.page, box), []).append(line)
    return [held[key] for key in sorted(held, key=lambda key: (key[0], key[1].y0, key[1].x0))]


def theme_looks(cards: Sequence[Sequence[Line]]) -> frozenset[Look]:
    """The looks of what stands at the top of cards again and again: their themes, when a title follows in each."""
    tops: dict[str, list[Sequence[Line]]] = {}
    for card in cards:
        if len(card) > 1:
            top = " ".join(line.text for line in card[: _themed(card)])
            tops.setdefault(top, []).append(card)
    repeated = [same for text, same in tops.items() if len(same) > 1 and not find_formats(text)]
    return frozenset(_plain_look(same[0][0]) for same in repeated if all(map(_has_title_below, same)))


def _plain_look(line: Line) -> Look:
    return Look.of(line.style, with_color=False)


def _themed(card: Sequence[Line]) -> int:
    """How many lines a theme takes at the top of a card: those in the look of the first."""
    look = Look.of(card[0].style)
    return next((place for place, line in enumerate(card) if Look.of(line.style) != look), len(card))


def _has_title_below(card: Sequence[Line]) -> bool:
    """Whether what follows the first lines of a card may be its title."""
    place = _themed(card)
    if place == len(card):
        return False
    below = card[place].text
    return not (is_room(below) or find_marker(below) or opens_person(below))


def framed_cards(cards: Sequence[Sequence[Line]], themes: frozenset[Look]) -> list[GridItem]:
    """The items of cards that are framed each (`boxed_lines`); none unless there are two.

    `themes` are the looks of themes; what three cards and all print alike below their title is a button.
    """
    texts = Counter(text for card in cards for text in {line.text for line in card[1:] if not find_marker(line.text)})
    buttons = {text for text, count in texts.items() if count == len(cards) > 2}
    own = [[card[0], *(line for line in card[1:] if line.text not in buttons)] for card in cards]
    return [_framed(card, themes) for card in own] if len(cards) > 1 else []


def _framed(card: Sequence[Line], themes: frozenset[Look]) -> GridItem:
    above = _themed(card) if _plain_look(card[0]) in themes and _has_title_below(card) else 0
    return GridItem(
        lines=tuple(card[above:]),
        hours=None,
        track=join_lines(card[:above], one_paragraph=True) if above else None,
        method="carte sous une heure commune",
    )


def _lead(column: Sequence[Line], look: Look) -> int:
    """How many characters stand above the first title of a column."""
    first = next(place for place, line in enumerate(column) if _plain_look(line) == look)
    return sum(len(line.text) for line in column[:first])


def _cards(pages: Sequence[Sequence[Sequence[Line]]], look: Look, body: Look) -> list[GridItem]:
    """Each column cut before its titles.

    What stands over the first title of the next page goes on with the last card before it, or with that of its column
    where the page cut a row of cards.
    """
    labels = _label_looks([column for columns in pages for column in columns], look, body)
    found: list[list[Line]] = []
    last: list[list[Line]] = []
    for columns in map(_without_buttons, pages):
        starts = [_starts(column, look, labels) for column in columns]
        leads = [column[: own[0] if own else None] for column, own in zip(columns, starts, strict=True)]
        if found and len(last) == len(columns) and all(leads):
            for card, lead in zip(last, leads, strict=True):
                card += lead
        elif found:
            found[-1] += leads[0]
        else:
            starts = [[0, *own[1:]] if own else [] for own in starts]
        rows = [
            (column[start].box.y0, number, list(column[start:end]))
            for number, (column, own) in enumerate(zip(columns, starts, strict=True))
            for start, end in pairwise([*own, len(column)])
        ]
        ends = {number: card for _, number, card in rows}
        last = [ends[number] for number in sorted(ends)]
        found += [card for _, _, card in sorted(rows, key=lambda card: (round(card[0] / SAME_TOP), card[1]))]
    return [GridItem(lines=tuple(card), hours=None, method="carte sous une heure commune") for card in found]


def _without_buttons(columns: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The columns of a page without what all of them print alike, if there are several: it is no part of any card."""
    texts = Counter(text for column in columns for text in {line.text for line in column})
    alone = len(columns) == 1
    return [[line for line in column if alone or texts[line.text] < len(columns)] for column in columns]


def _label_looks(columns: Sequence[Sequence[Line]], look: Look, body: Look) -> frozenset[Look]:
    """The looks of labels, such as a room with a format: those right above the titles that head several columns."""
    over = [column[first - 1] for column in columns if (first := _first(column, look))]
    looks = Counter(_plain_look(line) for line in over)
    return frozenset(label for label, count in looks.items() if count > 1 and label != body._replace(color=None))


def _first(column: Sequence[Line], look: Look) -> int | None:
    return next((place for place, line in enumerate(column) if _plain_look(line) == look), None)


def _starts(column: Sequence[Line], look: Look, labels: Collection[Look]) -> list[int]:
    """Where the cards of a column begin: at the first of the lines in the look of titles that follow one another.

    A format over a title, and the room beside that, are of its card: « Atelier B – Salle du Gué »; so is what stands
    there in a look of labels.
    """
    titles = [place for place, line in enumerate(column) if _plain_look(line) == look]
    return [_with_label(column, place, labels) for place in titles if place - 1 not in titles]


def _with_label(column: Sequence[Line], title: int, labels: Collection[Look]) -> int:
    """Where the label over a title begins: the name of a format, with a room on its row, or a look of labels."""
    start = title
    while start and _plain_look(column[start - 1]) in labels and same_block(column[start - 1], column[start]):
        start -= 1
    place = title - 1
    if start < title or place < 0:
        return start
    if place and is_room(column[place].text) and is_level(column[place - 1], column[place]):
        place -= 1
    labelled = label_of(column[place].text) and same_block(column[place], column[title])
    return place if labelled else title


def _columns_by_page(lines: Sequence[Line]) -> list[list[list[Line]]]:
    """The columns of each page (`_columns`), in the order of the pages."""
    pages = sorted({line.page for line in lines})
    return [_columns([line for line in lines if line.page == page]) for page in pages]


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines of a page grouped by the stretch of x they share."""
    columns: list[list[Line]] = []
    edges: list[list[float]] = []
    for line in sorted(lines, key=lambda line: line.box.x0):
        if edges and line.box.x0 < edges[-1][1]:
            columns[-1].append(line)
            edges[-1][1] = max(edges[-1][1], line.box.x1)
        else:
            columns.append([line])
            edges.append([line.box.x0, line.box.x1])
    return [sorted(column, key=lambda line: line.box.y0) for column in columns]
