"""How a document sets its text: the look of titles and text, and where its columns begin and end."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.document import Line
from pipeline.lexicon import Rows
from pipeline.page.look import Look
from pipeline.page.passages import LEADING
from pipeline.source import TitleStyle

# Lines that begin so near to each other, in points, begin at one edge.
SAME_EDGE = 3.0
# The middles of lines this near to each other, in points, are one; they are told by the sums of both edges.
SAME_MIDDLE = 1.0


class Setting(NamedTuple):
    """How a document sets its text.

    `look` is that of titles (None when a title is what follows its time), `body` the look of most text,
    `vocabulary` its words, to undo hyphenation, `edges` how far to the right the lines reach that begin at a
    given place (see `column_of`), `markers` its own markers of people beyond those of the lexicon, `leading`
    how far apart its lines stand, `rooms_behind_hours` whether the lines of times go on with a place,
    `titles_behind_rooms` whether they do with a room and a title, `places` the look in which items end with
    their places, `places_below_hours` whether these stand right below the hours, `place_signs`
    the signs before them.
    """

    look: Look | TitleStyle | None
    body: Look
    vocabulary: frozenset[str]
    edges: Mapping[int, float]
    markers: Rows = ()
    leading: float = LEADING
    rooms_behind_hours: bool = False
    titles_behind_rooms: bool = False
    places: Look | None = None
    places_below_hours: bool = False
    place_signs: frozenset[str] = frozenset()


def column_of(line: Line) -> int:
    """The column a line begins in: lines that begin within a few points of each other share it."""
    return round(line.box.x0 / 6)


def edge_of(block: Sequence[Line], setting: Setting) -> float:
    """Where the column of a block ends, as far as its own and other lines of the document show.

    Lines set in the middle of a column tell by the longest of them.
    """
    if _is_centred(block):
        return max(line.box.x1 for line in block)
    return max(max(line.box.x1, setting.edges.get(column_of(line), 0.0)) for line in block)


def _is_centred(block: Sequence[Line]) -> bool:
    """Whether the lines of a block have one middle, though each begins elsewhere than the one before."""
    if len(block) < 2 or block[0].page != block[-1].page:
        return False
    middle = block[0].box.x0 + block[0].box.x1
    return all(abs(line.box.x0 + line.box.x1 - middle) < 2 * SAME_MIDDLE for line in block[1:]) and all(
        abs(line.box.x0 - before.box.x0) > SAME_EDGE for before, line in pairwise(block)
    )
