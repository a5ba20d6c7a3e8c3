"""Columns of hours set so near to their text, on its left or on its right, that hardly a space parts the two."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.glyphs import Word

# Hours of at most so many words stand in a column of their own when the text behind them begins at one place, within
# so many points, in so many rows, with a gap wider than a space.
MAX_HOUR_WORDS = 7
SAME_EDGE = 1.5
MIN_ROWS = 3
COLUMN_EMS = 0.5
_HOURS = re.compile(r"^\d{1,2} ?(?:[hH] ?\d{0,2}|[:.] ?\d{2}|heures?)(?: ?[-–>/à→] ?\d{1,2} ?[hH:.]? ?\d{0,2})?$")
# The sign at the end of the first line of hours that are broken over two.
_OPEN_HOURS = re.compile(r"(?<=\w) ?[-–>/à→]$")
# What leads to the end of a range only, and parts no text from it.
_TO = ("à", "À")
_QUOTES = '«“"'
# What stands over an hour in a narrow column.
_LEAD = re.compile(r"^(?:à partir(?: de)?|dès|de|vers)$", re.I)
_BEFORE_HOUR = re.compile(r"^(?:à partir de|dès|de|vers) (?=\d)", re.I)
_BEGINS_LEAD = re.compile(r"(?:à|dès|de|vers)$", re.I)


def split_at_hours(rows: Sequence[list[Word]]) -> Iterator[list[Word]]:
    """Rows of words, each sorted from the left, cut where columns of hours end or begin.

    « 9h30 – Accueil » over « 10h Léa Durand » over « Salle 2 meunière » with the hours set to the right in one
    column gives « 9h30 – » and « Accueil », « 10h » and « Léa Durand », « Salle 2 » and « meunière ».
    """
    parting = _signs_part(rows)
    begun = _recurring((row[0].x0 for row in rows if not row[0].text[0].isdecimal()), MIN_ROWS)
    placed = [(row, _hours_end(row, parting, begun)) for row in rows]
    timed = [(row, place) for row, place in placed if place]
    edges, last_edges = _recurring((row[place].x0 for row, place in timed), MIN_ROWS), _edges_of_last_hours(rows)
    alone = [(row, len(row)) for row in rows if _are_hours(row)]
    ends = [] if parting else _ends_of_hours(timed)
    # Two hours set to the right show a column before the place where most of the text begins.
    narrow = [] if parting else [edge for edge in begun if _ends_of_hours(_before(timed, alone, edge), rows=2)]
    # Hours set in the middle of their cells stand beside a line of some of these only by chance.
    starts = _recurring((row[0].x0 for row, count in alone if count <= MAX_HOUR_WORDS), MIN_ROWS)
    for row, place in placed:
        beside = begun if any(abs(row[0].x0 - start) < SAME_EDGE for start in starts) else []
        known = [*edges, *narrow, *beside]
        for part in _split_after_hours(row, place or _narrow_end(row, timed, alone, narrow), known, ends):
            yield from _split_before_hours(part, last_edges)


def _before(
    timed: Sequence[tuple[list[Word], int]], alone: Sequence[tuple[list[Word], int]], edge: float
) -> list[tuple[list[Word], int]]:
    """The rows whose text behind their hours begins at an edge, and those of hours alone that end where these do."""
    found = [(row, place) for row, place in timed if abs(row[place].x0 - edge) < SAME_EDGE]
    ends = [row[place - 1].x1 for row, place in found]
    return found + [(row, place) for row, place in alone if any(abs(row[-1].x1 - end) < SAME_EDGE for end in ends)]


def _narrow_end(
    row: list[Word],
    timed: Sequence[tuple[list[Word], int]],
    alone: Sequence[tuple[list[Word], int]],
    edges: Sequence[float],
) -> int:
    """The place of the first word behind a room that ends where the hours above it do: « Agora Une rive »."""
    for edge in edges:
        ends = _ends_of_hours(_before(timed, alone, edge), rows=2)
        for place in range(1, len(row)):
            starts = row[0].x0 < edge - SAME_EDGE and abs(row[place].x0 - edge) < SAME_EDGE
            if starts and any(abs(row[place - 1].x1 - end) < SAME_EDGE for end in ends):
                return place
    return 0


def _signs_part(rows: Sequence[list[Word]]) -> bool:
    """Whether signs behind hours part them from their text, as most have one: broken hours end below without."""
    opened = closed = 0
    for row in rows:
        if not row[0].text[0].isdecimal():
            continue
        texts = [_text(row[:place]) for place in range(1, min(len(row), MAX_HOUR_WORDS) + 1)]
        told = max((place for place, text in enumerate(texts, 1) if _HOURS.match(text)), default=0)
        signed = told < len(texts) and _OPEN_HOURS.search(texts[told]) is not None and row[told].text not in _TO
        opened += told > 0 and signed
        closed += told > 0 and not signed
    return opened > 2 * closed


def _hours_end(row: list[Word], parting: bool, begun: Sequence[float]) -> int:
    """The place of the first word behind the hours of a row, or their lead, if a gap wider than a space parts it.

    So does a narrow one where other rows have `begun`, and none where the hours do: text is set in there, behind the
    column. Where signs are `parting` hours from their text no hours go on below.
    """
    if not (row[0].text[0].isdecimal() or _BEGINS_LEAD.match(row[0].text)):
        return 0
    for place in range(1, min(len(row), MAX_HOUR_WORDS + 1)):
        text = _text(row[:place])
        hours = _BEFORE_HOUR.sub("", text)
        timed = _HOURS.match(hours if parting else _OPEN_HOURS.sub("", hours)) is not None
        wide = row[place].x0 - row[place - 1].x1 > COLUMN_EMS * row[place].style.size
        said = row[place].text[0] in _QUOTES or any(map(str.isalpha, row[place].text))  # « 9h | 10h » is one range
        edges = [any(abs(row[spot].x0 - edge) < SAME_EDGE for edge in begun) for spot in (0, place)]
        led = _LEAD.match(text) is not None
        if (timed or led) and (wide or (said and edges == [False, True])):
            return place
    return 0


def _ends_of_hours(timed: Sequence[tuple[list[Word], int]], rows: int = MIN_ROWS) -> list[float]:
    """Where hours of several rows end that begin at various places: they are set to the right in their column."""
    return [
        end
        for end in _recurring((row[place - 1].x1 for row, place in timed), rows)
        if _vary([row[0].x0 for row, place in timed if 0 <= row[place - 1].x1 - end < SAME_EDGE])
    ]


def _recurring(spots: Iterable[float], rows: int) -> list[float]:
    """Where a column stands, however near its neighbour: places that come again in so many rows."""
    found = sorted(spots)
    return [first for first, last in zip(found, found[rows - 1 :], strict=False) if last - first < SAME_EDGE]


def _vary(starts: Sequence[float]) -> bool:
    return max(starts) - min(starts) > SAME_EDGE


def _column_end(row: list[Word], edges: list[float], ends: list[float]) -> int:
    """The place of the first word behind what ends with the hours of a column: the room below them, their end."""
    for place in range(1, len(row)):
        before, word = row[place - 1], row[place]
        if word.x0 - before.x1 > COLUMN_EMS * word.style.size and all(
            any(abs(spot - known) < SAME_EDGE for known in column)
            for spot, column in ((before.x1, ends), (word.x0, edges))
        ):
            return place
    return 0


def _split_after_hours(row: list[Word], place: int, edges: list[float], ends: list[float]) -> Iterable[list[Word]]:
    place = place or (_column_end(row, edges, ends) if ends else 0)
    if place and any(abs(row[place].x0 - edge) < SAME_EDGE for edge in edges):
        yield row[:place]
        yield row[place:]
    else:
        yield row


def _edges_of_last_hours(rows: Sequence[list[Word]]) -> list[float]:
    """Where hours begin that stand alone in two rows or more, at one place and right of most text: a column."""
    text = sorted(row[0].x0 for row in rows)
    middle = text[len(text) // 2] if text else 0.0
    hours = (row for row in rows if row[0].x0 > middle + SAME_EDGE and _are_hours(row))
    return _recurring((row[0].x0 for row in hours), 2)


def _text(row: list[Word]) -> str:
    return " ".join(word.text for word in row)


def _are_hours(row: list[Word]) -> bool:
    return row[0].text[0].isdecimal() and _HOURS.match(_text(row)) is not None


def _begins_with_hours(row: list[Word]) -> bool:
    """Whether the hours of a row are at its left: what ends it is then their end, or an hour in a text."""
    return len(row) > 1 and row[0].text[0].isdecimal()


def _split_before_hours(row: list[Word], edges: list[float]) -> Iterable[list[Word]]:
    """A row in two where its last words are hours, or lead to some, and stand in the column of hours at the right."""
    places = range(0) if _begins_with_hours(row) else range(max(1, len(row) - MAX_HOUR_WORDS), len(row))
    for place in places:
        if not any(abs(row[place].x0 - edge) < SAME_EDGE for edge in edges):
            continue
        tail = _text(row[place:])
        if _HOURS.match(tail) or _LEAD.match(tail):
            yield row[:place]
            yield row[place:]
            return
    yield row
