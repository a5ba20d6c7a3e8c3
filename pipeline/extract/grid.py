"""Rows of characters to lines with a place, as a typewriter sets them: all signs are equally wide.

The places are virtual. On a page, row n (counted from 1) stands at y = 12 n, the character at column c (counted
from 0) at x = 5 c, in points; so the box of a value leads back to its row and column in the file.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.document import TYPED, Box, Cell, Line, Page, Span, Style

PITCH, HEIGHT, ADVANCE = 12.0, 10.0, 5.0
BODY_SIZE = 10.0
# So many spaces part two columns wherever they stand; two do where other rows begin something in the same column.
GUTTER = 3
SAME_START = 3
# A longer cell of a row with tabs does not move the cells that follow in other rows.
LONG_CELL = 40
TAB = 8

_BARRED = re.compile(r"^\s*[|│┃║](?P<inside>.*)[|│┃║]\s*$")
_BAR = re.compile(r"[|│┃║]")
_LETTERS = re.compile(r"(?<!\S)[^\W\d_](?: {1,3}[^\W\d_]){3,}(?!\S)")
_WIDE = re.compile(rf" {{{GUTTER},}}")
_DOUBLE = re.compile(r"(?<=[^\s.!?:;]) {2}(?=\S)")


class Run(NamedTuple):
    """Characters in one style."""

    text: str
    style: Style


class Piece(NamedTuple):
    """A stretch of a row that stands apart from the others of the row, and the column it begins in."""

    column: int
    text: str


@lru_cache(maxsize=64)
def make_style(size: float = BODY_SIZE, bold: bool = False, italic: bool = False) -> Style:
    """A style of the one font of a text file, printed in black."""
    return Style(font=TYPED, size=size, bold=bold, italic=italic, color="#000000")


def place_line(runs: Iterable[Run], page: int, row: float, column: float, rank: int) -> Line | None:
    """The line at a row (from 1) and column (from 0), white space closed up; None when nothing is printed."""
    text = ""
    spans: list[Span] = []
    y, x = PITCH * row, ADVANCE * column
    for run in runs:
        words = re.sub(r"\s+", " ", run.text)
        words = words.lstrip() if not text or text.endswith(" ") else words
        width = ADVANCE * len(run.text)
        if words.strip():
            span = Span(
                start=len(text),
                end=len(text) + len(words.rstrip()),
                box=Box(x0=x, y0=y, x1=x + width, y1=y + HEIGHT),
                style=run.style,
            )
            if spans and spans[-1].style == run.style:
                before = spans.pop()
                span = Span(start=before.start, end=span.end, box=before.box.union(span.box), style=run.style)
            spans.append(span)
        text += words
        x += width
    if not spans:
        return None
    whole = Box(x0=spans[0].box.x0, y0=y, x1=spans[-1].box.x1, y1=y + HEIGHT)
    return Line(page=page, text=text.rstrip(), box=whole, spans=tuple(spans), rank=rank)


def make_page(number: int, lines: Sequence[Line], rows: float, cells: Iterable[Cell] = ()) -> Page:
    """A page as high as its rows and as wide as its longest line."""
    width = max((line.box.x1 for line in lines), default=0.0)
    return Page(number=number, width=width, height=PITCH * (rows + 1), lines=tuple(lines), cells=tuple(cells))


def split_rows(rows: Sequence[str]) -> list[list[Piece]]:
    """The pieces of each row: what tabs, three spaces, or two above a common column set apart.

    Example: `["9h    Accueil", "10h   Atelier"]` → pieces at columns 0 and 6 in both.
    """
    bare = [_without_bars(_close_letters(row)) for row in rows]
    place = _tab_stops(bare)
    found = [[part for piece in place(row) for part in _split(piece, _WIDE)] if row.strip() else [] for row in bare]
    starts = Counter(start for row in found for start in _possible_starts(row))
    common = {start for start, count in starts.items() if count >= SAME_START}
    return [[part for piece in row for part in _split(piece, _DOUBLE, common)] for row in found]


def _possible_starts(row: Sequence[Piece]) -> set[int]:
    """The columns other than the first at which something begins after a gutter or two spaces."""
    starts = {piece.column for piece in row[1:]}
    return starts | {piece.column + gap.end() for piece in row for gap in _DOUBLE.finditer(piece.text)}


def _split(piece: Piece, gap: re.Pattern[str], starts: set[int] | None = None) -> list[Piece]:
    """A piece parted at its gaps, at those only after which a column of `starts` begins when that is given."""
    edges = [(0, 0)]
    edges += [
        found.span() for found in gap.finditer(piece.text) if starts is None or piece.column + found.end() in starts
    ]
    edges.append((len(piece.text), len(piece.text)))
    return [
        Piece(piece.column + begin, piece.text[begin:end].rstrip())
        for (_, begin), (end, _) in pairwise(edges)
        if piece.text[begin:end].strip()
    ]


def _close_letters(row: str) -> str:
    """« P R O G R A M M E » as one word, in the same place; two spaces part words that are set so."""

    def closed(found: re.Match[str]) -> str:
        words = re.split(r" {2,}", found[0])
        return " ".join(word.replace(" ", "") for word in words).ljust(len(found[0]))

    return _LETTERS.sub(closed, row)


def _without_bars(row: str) -> str:
    """A row of a table drawn with bars, each bar replaced by a gutter."""
    found = _BARRED.match(row)
    return " " * GUTTER + _BAR.sub(" " * GUTTER, found["inside"]) if found else row


class _Placing(NamedTuple):
    """Where tabs lead: each to a column of its own that fits all rows; beyond these, to every eighth column."""

    stops: tuple[int, ...]

    def __call__(self, row: str) -> list[Piece]:
        """The pieces of a row that tabs set apart, none closer than two columns to the one before."""
        found: list[Piece] = []
        column = printed = 0
        for number, cell in enumerate(row.split("\t")):
            if number:
                printed = (printed // TAB + 1) * TAB
                column = max(self.stops[number] if number < len(self.stops) else printed, column + 2)
            if cell.strip():
                found.append(Piece(column + len(cell) - len(cell.lstrip()), cell.strip()))
                column += len(cell.rstrip())
            printed += len(cell)
        return found


def _tab_stops(rows: Sequence[str]) -> _Placing:
    """How the tabs of these rows were meant: their writer saw columns of eight, or copied the cells of a table."""
    tabbed = [row.rstrip() for row in rows if "\t" in row.strip()]
    seen = Counter(_first_start(row) for row in tabbed)
    if not tabbed or (any("\t\t" in row for row in tabbed) and max(seen.values()) >= 0.8 * len(tabbed)):
        return _Placing(())
    stops = [0]
    table = [row.split("\t") for row in tabbed]
    for number in range(max(map(len, table), default=1) - 1):
        widths = (len(row[number].strip()) for row in table if len(row) > number)
        stops.append(stops[-1] + max((width for width in widths if width <= LONG_CELL), default=0) + 2)
    return _Placing(tuple(stops))


def _first_start(row: str) -> int:
    """The column after the first run of tabs inside a row, with a stop at every eighth column."""
    row = row.lstrip("\t")
    head = row[: len(row) - len(row.split("\t", 1)[1].lstrip("\t"))]
    return len(head.expandtabs(TAB))
