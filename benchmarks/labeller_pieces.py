"""What the line labeller looks at: printed lines cut where a new part may begin, and the features of each piece."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.breaks import kind_of
from pipeline.document import Document, Kind, Line, Page
from pipeline.page.look import Look
from pipeline.page.passages import cut_line
from pipeline.segment.anchors import is_day_heading
from pipeline.segment.grids import ruled_grids, set_grids
from pipeline.segment.index_pages import read_index
from pipeline.segment.structure import body_look
from pipeline.times import find_half_day
from pipeline.times.hours import find_hours
from pipeline.wording import (
    find_formats,
    find_marker,
    is_first_name,
    is_room,
    match_head,
    match_role,
    opens_person,
)

# Where a line may go over to something else: a sign between spaces, a colon, a quotation, a bracket, a semicolon.
_JOINT = re.compile(r"\s[|•·→–—/-](?=\s)|[:;](?=\s)|\s(?=[«“(\[])|(?<=[»”)\]])[.,]?(?=\s)")
_ENDS = " \t|•·→–—/-"
_WORD = re.compile(r"[^\W\d_]+")
# How many pieces on either side a piece is seen with.
REACH = 2
# Lengths and distances beyond these tell no more.
FAR, LONG = 20.0, 200
_SIGNS = (":", ";", "|", "–", "—", "-", "→", "/", "»", ")", ",")


class Piece(NamedTuple):
    """The part `line.text[start:end]` of a printed line, as a line of its own in `part`.

    `cell` counts the cells of the page that hold text in reading order; it is 0 outside grids.
    """

    line: Line
    start: int
    end: int
    part: Line
    page: Page
    cell: int = 0

    @property
    def text(self) -> str:
        """The printed words."""
        return self.part.text


def pieces_of(document: Document) -> list[Piece]:
    """The pieces of a document in reading order, without the pages of an index."""
    return [
        piece
        for page in document.pages
        if not read_index(page)
        for line, cell in _ordered(page)
        for piece in _cut(line, page, cell)
    ]


def _ordered(page: Page) -> list[tuple[Line, int]]:
    """The lines of a page with those of its grids cell by cell and row by row, and the number of their cell."""
    found: list[tuple[Line, int]] = []
    rest = list(page.lines)
    for grid in ruled_grids(page) or set_grids(page):
        held = {id(line) for cell in grid.cells for line in cell.lines}
        rest = [line for line in rest if id(line) not in held]
        found += [(line, 0) for line in rest if line.box.y1 <= grid.box.y0]
        rest = [line for line in rest if line.box.y1 > grid.box.y0]
        cells = sorted(grid.cells, key=lambda cell: (cell.row, cell.column))
        before = max((number for _, number in found), default=0)
        found += [(line, before + number) for number, cell in enumerate(cells, start=1) for line in cell.lines]
    return found + [(line, 0) for line in rest]


def _cut(line: Line, page: Page, cell: int) -> list[Piece]:
    """A line cut at its hours, behind a marker, at changes of look and at signs that join two parts."""
    text = line.text
    spots = {match.end() for match in _JOINT.finditer(text)}
    held = [(hours.start_offset, hours.end_offset) for hours in find_hours(text)]
    spots |= {spot for span in held for spot in span}
    looks = [Look.of(span.style) for span in line.spans]
    spots |= {
        span.start
        for span, before, after in zip(line.spans[1:], looks, looks[1:], strict=False)
        if before != after and not (text[span.start - 1].isalnum() and text[span.start].isalnum())
    }
    marker = find_marker(text)
    spots |= {marker.rest} if marker else set()
    spots = {spot for spot in spots if not any(first < spot < last for first, last in held)}
    bounds = [0, *sorted(spot for spot in spots if 0 < spot < len(text)), len(text)]
    found = []
    for first, last in pairwise(bounds):
        core = text[first:last]
        start = first + len(core) - len(core.lstrip(_ENDS))
        end = first + len(core.rstrip(_ENDS))
        if start < end and re.search(r"\w", text[start:end]):
            part = cut_line(cut_line(line, end)[0], start)[1] if (start, end) != (0, len(text)) else line
            found.append(Piece(line, start, end, part, page, cell))
    return found


def features_of(pieces: Sequence[Piece]) -> list[list[float]]:
    """One row of numbers for each piece: its own, its style's over the document, and those of its neighbours."""
    if not pieces:
        return []
    own = [_words(piece) + _place(pieces, index) for index, piece in enumerate(pieces)]
    styles = _styles(pieces)
    edge = [-1.0] * (len(own[0]) + 5)
    seen = [row + _contrast(pieces, index) for index, row in enumerate(own)]
    padded = [edge] * REACH + seen + [edge] * REACH
    shifts = [shift for shift in range(2 * REACH + 1) if shift != REACH]
    return [
        [*seen[index], *styles[index], *(value for shift in shifts for value in padded[index + shift])]
        for index in range(len(pieces))
    ]


def _words(piece: Piece) -> list[float]:
    """What the words of a piece tell; word lists are those of the package, so the labeller knows what it knows."""
    text = piece.text
    words = _WORD.findall(text)
    capitals = [word for word in words if word[:1].isupper()]
    letters = [char for char in text if char.isalpha()]
    hours = find_hours(text)
    hour_signs = sum(found.end_offset - found.start_offset for found in hours)
    bare = text.lstrip('«“"([ ')
    return [
        min(len(text), LONG),
        min(len(words), 40),
        len(capitals) / len(words) if words else 0.0,
        sum(char.isupper() for char in letters) / len(letters) if letters else 0.0,
        sum(char.isdigit() for char in text) / len(text),
        hour_signs / len(text),
        bool(hours and hours[0].end),
        is_day_heading(text),
        find_half_day(text) is not None and len(text) < 24,
        find_marker(text) is not None,
        opens_person(bare),
        sum(map(is_first_name, capitals)) / len(words) if words else 0.0,
        match_role(bare) is not None,
        match_head(bare) is not None,
        is_room(bare.rstrip(")] ")),
        kind_of(bare) is not Kind.SESSION,
        bool(find_formats(text)),
        text[:1].islower(),
        text[:1] in '«“"',
        text[:1] in "([",
        text.endswith((":",)),
        text.endswith((".", "!", "?", "…")),
        text.endswith((",", ";", "-")),
        text.endswith(("»", "”")),
        text.endswith((")", "]")),
        min(text.count(","), 6),
        "@" in text or "www" in text or "http" in text,
    ]


def _place(pieces: Sequence[Piece], index: int) -> list[float]:
    """Where a piece stands on its page and in its line."""
    line, start, end, part, page, cell = pieces[index]
    box = part.box
    before = line.text[:start].rstrip()
    return [
        box.x0 / page.width,
        box.x1 / page.width,
        box.y0 / page.height,
        float(page.number == 1),
        cell > 0,
        start == 0,
        end == len(line.text),
        float(_SIGNS.index(before[-1:])) if before[-1:] in _SIGNS and before else -1.0,
        part.rotation != 0,
        part.style.bold,
        part.style.italic,
    ]


def _contrast(pieces: Sequence[Piece], index: int) -> list[float]:
    """How a piece stands to the one before: gap and step to the right in line heights, whether they look alike."""
    if index == 0 or pieces[index - 1].page is not pieces[index].page:
        return [-FAR, FAR, 0.0, 0.0, 0.0]
    part, before = pieces[index].part, pieces[index - 1].part
    height = max(part.box.height, 1.0)
    gap = (part.box.y0 - before.box.y1) / height
    step = (part.box.x0 - before.box.x0) / height
    return [
        max(-FAR, min(FAR, gap)),
        max(-FAR, min(FAR, step)),
        Look.of(part.style) == Look.of(before.style),
        part.style.size - before.style.size,
        pieces[index].cell == pieces[index - 1].cell,
    ]


def _styles(pieces: Sequence[Piece]) -> list[list[float]]:
    """What the document tells of the look of each piece: how it differs from running text, what it is used for."""
    body = body_look([piece.part for piece in pieces])
    looks = [Look.of(piece.part.style) for piece in pieces]
    count = Counter(looks)
    timed = [bool(find_hours(piece.text)) for piece in pieces]
    sums: defaultdict[Look, list[float]] = defaultdict(lambda: [0.0] * 6)
    for index, look in enumerate(looks):
        text = pieces[index].text
        told = (
            index > 0 and timed[index - 1],
            index + 1 < len(looks) and timed[index + 1],
            min(len(text), LONG),
            opens_person(text),
            timed[index],
            text[:1].isupper(),
        )
        sums[look] = [total + value for total, value in zip(sums[look], told, strict=True)]
    largest = max(look.size for look in looks)
    rows = {
        look: [
            look.size / max(body.size, 1.0),
            look.size / max(largest, 1.0),
            look.bold != body.bold,
            look.italic != body.italic,
            look.font != body.font,
            look.color != body.color,
            count[look] / len(looks),
            *(total / count[look] for total in sums[look]),
        ]
        for look in count
    }
    return [rows[look] for look in looks]
