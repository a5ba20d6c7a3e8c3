"""Cards: parallel items side by side under one time, each with its own title."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Line, Passage
from pipeline.passages import join_lines
from pipeline.structure import Look
from pipeline.wording import find_marker, is_room

# The first lines of cards stand at the same height within this many points.
SAME_TOP = 14.0
# A card holds at most this many characters: more is a column of text.
MAX_CHARACTERS = 260


class Card(NamedTuple):
    """An item set as a card: its title, the track or theme printed above it, its lines."""

    title: Passage
    track: Passage | None
    lines: tuple[Line, ...]


def find_cards(lines: Sequence[Line], body: Look, vocabulary: frozenset[str]) -> list[Card]:
    """The cards among the lines of one timed item, from left to right; none unless at least two are alike.

    Args:
        lines: the lines of the item that are neither its time nor its title.
        body: the look of running text, in which no card's title is set.
        vocabulary: the words of the document, to undo hyphenation.
    """
    columns = _columns([line for line in lines if line.rotation == 0])
    if len(columns) < 2:
        return []
    tops = [min(line.box.y0 for line in column) for column in columns]
    if max(tops) - min(tops) > SAME_TOP:
        return []
    texts = Counter(line.text for column in columns for line in column)
    cards = [_card(column, texts, len(columns), body, vocabulary) for column in columns]
    return [card for card in cards if card] if all(cards) else []


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


def _card(
    column: Sequence[Line], texts: Counter[str], count: int, body: Look, vocabulary: frozenset[str]
) -> Card | None:
    """A column as a card, if it has a title in a heading's look; what all cards print alike is a button."""
    own = [line for line in column if texts[line.text] < count]
    if not own or sum(len(line.text) for line in own) > MAX_CHARACTERS:
        return None
    if any(find_marker(line.text) or is_room(line.text) for line in own):
        return None
    weight: Counter[Look] = Counter()
    for line in own:
        weight[Look.of(line.style)] += len(line.text)
    look = max(weight, key=lambda look: (look.bold, look.size, weight[look], str(look)))
    title = [line for line in own if Look.of(line.style) == look]
    if look in (body, body._replace(color=look.color)) or not (look.bold or look.size > body.size):
        return None
    above = [line for line in own if line.box.y1 <= title[0].box.y0 + 1]
    track = join_lines(above, vocabulary, one_paragraph=True) if above else None
    return Card(join_lines(title, vocabulary, one_paragraph=True), track, tuple(column))
