"""pdfplumber, where it is worth its price: table cells on ruled pages, a second opinion on doubtful ones.

It costs forty times PDFium, so no page is given to it without a cheap sign that it is needed.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.document import Box, Cell, Document, Line, Page
from pipeline.extract.frames import are_cards
from pipeline.extract.glyphs import Canvas
from pipeline.extract.open_sides import open_sides
from pipeline.extract.pdf import MIN_RULINGS
from pipeline.page.passages import cut_line
from pipeline.page.reading_order import agreement

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage

# Drawings of more paths than this are pictures, and pdfplumber takes minutes over them.
MAX_RULINGS = 4_000
# A table holds at least this part of the lines of its page.
MIN_TABLE_SHARE = 0.3
# Two readers whose orders agree less than this disagree.
SAME_ORDER = 0.8
# Borders this close in points are one; what is drawn no longer than this is the end of a border.
SAME_EDGE, BORDER_END = 1.5, 6.0
# Letters of one word stand no further apart than this part of their size.
TOUCHING = 0.1
# So many rules down a page that end together without one across end a table that goes on over the page.
MIN_OPEN = 3

ORDER_DOUBT = "ordre_de_lecture"
PAGES_DOUBT = "pages_en_desaccord"


def with_cells(path: Path, document: Document) -> Document:
    """The document with the cells of the tables on its ruled pages."""
    ruled = [page for page in document.pages if MIN_RULINGS <= page.rulings <= MAX_RULINGS]
    return _revised(path, document, ruled, _with_cells)


def with_second_opinion(path: Path, document: Document) -> Document:
    """The document with the doubt about reading order lifted where pdfplumber reads in the same order."""
    doubtful = [page for page in document.pages if ORDER_DOUBT in page.doubts and page.rulings <= MAX_RULINGS]
    return _revised(path, document, doubtful, _with_opinion)


def _revised(
    path: Path, document: Document, chosen: Sequence[Page], revise: Callable[[Page, "PlumberPage"], Page]
) -> Document:
    """The document with the chosen pages revised; those that pdfplumber cannot read stay as PDFium read them."""
    if path.suffix.lower() != ".pdf" or not chosen:
        return document
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    unreadable = (PdfminerException, MalformedPDFException, PDFException, ValueError, TypeError, KeyError)
    pages = {page.number: page for page in document.pages}
    try:
        # A stream of our own: pdfplumber leaves its file open when it fails.
        with path.open("rb") as stream, pdfplumber.open(stream) as pdf:
            if len(pdf.pages) != len(document.pages) and PAGES_DOUBT not in document.doubts:
                document = document.model_copy(update={"doubts": (*document.doubts, PAGES_DOUBT)})
            for page in chosen:
                if page.number <= len(pdf.pages):
                    plumbed = pdf.pages[page.number - 1]
                    with suppress(*unreadable):
                        pages[page.number] = revise(page, plumbed)
                    plumbed.close()  # gives its memory back
    except unreadable:
        return document
    return document.model_copy(update={"pages": tuple(pages[page.number] for page in document.pages)})


def _with_cells(page: Page, plumbed: "PlumberPage") -> Page:
    tables = _tables(plumbed, page)
    boxes = [cell.box for cells in tables for cell in cells]
    lines = tuple(part for line in page.lines for part in _split_at_borders(line, boxes, plumbed))
    return page.model_copy(update={"cells": _cells(tables, lines) or page.cells, "lines": lines})


def _split_at_borders(line: Line, boxes: Sequence[Box], plumbed: "PlumberPage") -> list[Line]:
    """A line that runs from one cell or box into the next as the lines in each: text may stand close to a rule."""
    if line.rotation != 0:
        return [line]
    middle = line.box.middle_y
    beside = sorted((box.x0, box.x1) for box in boxes if box.y0 < middle < box.y1)
    pairs = [(a[1], b[0]) for a, b in pairwise(beside) if a[1] <= b[0] + SAME_EDGE]
    # Between cells that are no neighbours stands one that is not drawn.
    borders = {edge for a, b in pairs for edge in ((a, b) if b - a > BORDER_END else ((a + b) / 2,))}
    parts = [line]
    for border in sorted(borders):
        last = parts[-1]
        if last.box.x0 < border - SAME_EDGE and border + SAME_EDGE < last.box.x1:
            spot = _offset_at(last, border, plumbed)
            if 0 < spot < len(last.text):
                parts[-1:] = cut_line(last, spot)
    return parts


def _offset_at(line: Line, border: float, plumbed: "PlumberPage") -> int:
    """How many characters of a line stand left of a border: as many as pdfplumber sees there, spaces aside.

    A word that runs over the border is whole in the cell it begins in: one too wide for it.
    """
    left, top = _origin(plumbed)
    middle = line.box.middle_y + top
    level = sorted(
        (
            (char["x0"] - left, char["x1"] - left)
            for char in plumbed.chars
            if line.box.x0 - SAME_EDGE <= char["x0"] - left <= line.box.x1
            and char["top"] < middle < char["bottom"]
            and char["text"].strip()
        ),
    )
    count = sum((x0 + x1) / 2 < border for x0, x1 in level)
    touching = 0 < count < len(level) and level[count][0] - level[count - 1][1] < TOUCHING * line.style.size
    for offset, char in enumerate(line.text):
        if count <= 0 and not char.isspace():
            return _outside_word(line, offset) if touching else offset
        count -= not char.isspace()
    return len(line.text)


def _outside_word(line: Line, offset: int) -> int:
    """An offset of a line, or the end of the word it cuts: too long for its cell, a word runs over the border.

    Words of two cells so close that no space is read between them differ in style, or in letters and figures.
    """
    text = line.text
    styles = any(span.start == offset for span in line.spans)
    if offset == 0 or styles or not (text[offset - 1].isalnum() and text[offset].isalnum()):
        return offset
    if text[offset - 1].isdigit() != text[offset].isdigit():
        return offset
    return next((place for place in range(offset, len(text)) if text[place].isspace()), len(text))


def _with_opinion(page: Page, plumbed: "PlumberPage") -> Page:
    if not _agrees(page, plumbed.extract_text() or ""):
        return page
    return page.model_copy(update={"doubts": tuple(doubt for doubt in page.doubts if doubt != ORDER_DOUBT)})


def _origin(plumbed: "PlumberPage") -> tuple[float, float]:
    """Where the page as displayed begins on the sheet: pdfplumber counts from the corner of the sheet."""
    sheet = Canvas(*plumbed.page_obj.mediabox, plumbed.rotation)
    x0, y0, x1, y1 = plumbed.page_obj.cropbox
    corners = sheet.point(x0, y0), sheet.point(x1, y1)
    left, top = (max(0.0, min(sides)) for sides in zip(*corners, strict=True))
    return plumbed.bbox[0] + left, plumbed.bbox[1] + top


def _tables(plumbed: "PlumberPage", page: Page) -> list[tuple[Cell, ...]]:
    """The cells of each table or box of a page, from the top; rows and columns from 0."""
    left, top = _origin(plumbed)
    coloured = _edges_of_colour(plumbed)
    drawn: dict[bool, list[Box]] = {True: [], False: []}
    for edge in plumbed.edges:
        x0, x1, y0, y1 = _place_of(edge)
        box = Box(x0=x0 - left, y0=y0 - top, x1=x1 - left, y1=y1 - top)
        drawn[(x0, x1, y0, y1) in coloured].append(box)
    areas = [box for box in drawn[True] if box.width > box.height]
    sides = open_sides(drawn[False], [line for line in page.lines if line.rotation == 0], page.height, areas)
    missing = {
        "explicit_horizontal_lines": [*_open_ends(plumbed), *(_as_rule(box, left, top) for box in sides.across)],
        "explicit_vertical_lines": [_as_rule(box, left, top) for box in sides.down],
    }
    found = [
        tuple(
            Cell(row=row, column=column, box=Box(x0=x0 - left, y0=y0 - top, x1=x1 - left, y1=y1 - top))
            for row, cells in enumerate(table.rows)
            for column, box in enumerate(cells.cells)
            if box is not None
            for x0, y0, x1, y1 in [box]
        )
        for table in plumbed.find_tables(missing)
    ]
    return sorted((cells for cells in found if cells), key=lambda cells: (cells[0].box.y0, cells[0].box.x0))


def _open_ends(plumbed: "PlumberPage") -> list[dict[str, float | str]]:
    """The rules missing where the edge of a page cuts a table: at the common ends of those down the page.

    Either none is drawn at these ends, or some cells are closed and others not.
    """
    # The sides of a bullet or of the end of a border are no rules.
    down = [edge for edge in plumbed.edges if edge["orientation"] == "v" and edge["height"] > BORDER_END]
    across = [edge for edge in plumbed.edges if edge["orientation"] == "h" and edge["width"] > BORDER_END]
    found: list[dict[str, float | str]] = []
    for side in ("top", "bottom"):
        ends: dict[int, list[dict[str, Any]]] = {}
        for edge in down:
            ends.setdefault(round(edge[side] / SAME_EDGE), []).append(edge)
        for edges in ends.values():
            edges.sort(key=lambda edge: edge["x0"])
            pairs = [pair for pair in pairwise(edges) if pair[1]["x0"] - pair[0]["x0"] > BORDER_END]
            closed = [any(_lies_between(rule, pair, edges[0][side]) for rule in across) for pair in pairs]
            if len(pairs) + 1 < MIN_OPEN:
                continue
            for pair, is_closed in zip(pairs, closed, strict=True):
                alone = not any(closed) and not any(_goes_on(edge, down, side) for edge in pair)
                if not is_closed and (alone or _is_cut(pair, down, across, side)):
                    found.append(_rule(pair, edges[0][side]))
    return found


def _lies_between(rule: dict[str, Any], pair: tuple[dict[str, Any], dict[str, Any]], place: float) -> bool:
    """Whether a rule across is drawn at a height between two rules down the page."""
    middle = (pair[0]["x0"] + pair[1]["x0"]) / 2
    return bool(abs(rule["top"] - place) <= SAME_EDGE and rule["x0"] < middle < rule["x1"])


def _is_cut(
    pair: tuple[dict[str, Any], dict[str, Any]],
    down: Sequence[dict[str, Any]],
    across: Sequence[dict[str, Any]],
    side: str,
) -> bool:
    """Whether a cell ends with two rules that go on nowhere, and is closed at its other end: no gap between boxes."""
    sign, other = (1, "top") if side == "bottom" else (-1, "bottom")
    beside = [edge for edge in down if any(abs(edge["x0"] - mine["x0"]) < 2 * SAME_EDGE for mine in pair)]
    ends = all(sign * (edge[side] - pair[0][side]) <= SAME_EDGE for edge in beside)
    chain = [place for edge in pair for place in _chain(edge, down, side, other)]
    return ends and any(_lies_between(rule, pair, place) for rule in across for place in chain)


def _goes_on(edge: dict[str, Any], down: Sequence[dict[str, Any]], side: str) -> bool:
    """Whether another piece of a rule down the page goes on where `edge` ends: it only ends a row there."""
    other = "top" if side == "bottom" else "bottom"
    near = (each for each in down if abs(each["x0"] - edge["x0"]) < 2 * SAME_EDGE)
    return any(_meets(each, edge[side], other, side) for each in near)


def _chain(edge: dict[str, Any], down: Sequence[dict[str, Any]], side: str, other: str) -> list[float]:
    """The heights at which the pieces of a rule down the page begin that end with `edge`: browsers draw one a row."""
    places = [edge[other]]
    pieces = [each for each in down if abs(each["x0"] - edge["x0"]) < 2 * SAME_EDGE]
    while nxt := next((each for each in pieces if _meets(each, places[-1], side, other)), None):
        places.append(nxt[other])
    return places


def _meets(piece: dict[str, Any], place: float, side: str, other: str) -> bool:
    """Whether a piece of a rule ends at a height and begins further off."""
    return bool(abs(piece[side] - place) <= SAME_EDGE < abs(piece[other] - place)) and (
        (piece[other] < place) == (side == "bottom")
    )


def _rule(pair: tuple[dict[str, Any], dict[str, Any]], place: float) -> dict[str, float | str]:
    left, right = pair[0]["x0"], pair[1]["x0"]
    drawn = {"x0": left, "x1": right, "width": right - left, "top": place, "bottom": place, "height": 0.0}
    return {**pair[0], **drawn, "orientation": "h", "object_type": "line"}


def _edges_of_colour(plumbed: "PlumberPage") -> set[tuple[float, float, float, float]]:
    """Where the edges stand of areas that are coloured without a border: left, right, top and bottom of each."""
    from pdfplumber.utils.geometry import rect_to_edges

    areas = [rect for rect in plumbed.rects if rect["fill"] and not rect["stroke"]]
    wide = [area for area in areas if min(area["width"], area["height"]) > BORDER_END]
    return {_place_of(edge) for area in wide for edge in rect_to_edges(area)}


def _place_of(edge: dict[str, Any]) -> tuple[float, float, float, float]:
    return edge["x0"], edge["x1"], edge["top"], edge["bottom"]


def _as_rule(box: Box, left: float, top: float) -> dict[str, float | str]:
    """A line of pdfplumber, which counts from another corner."""
    sides = {"x0": box.x0 + left, "x1": box.x1 + left, "top": box.y0 + top, "bottom": box.y1 + top}
    return {"object_type": "line", **sides, "width": box.width, "height": box.height}


def _cells(tables: Sequence[tuple[Cell, ...]], lines: Sequence[Line]) -> tuple[Cell, ...]:
    """The cells of the tables that have rows and columns, when they hold enough of the page's text together."""
    found = [
        cells
        for cells in tables
        if len(cells) >= 4 and any(cell.row for cell in cells) and any(cell.column for cell in cells)
        if not are_cards(cells, lines)
    ]
    held = sum(any(cell.box.holds(line.box) for cells in found for cell in cells) for line in lines)
    if held < MIN_TABLE_SHARE * len(lines):
        return ()
    return tuple(cell.model_copy(update={"table": number}) for number, cells in enumerate(found) for cell in cells)


def _agrees(page: Page, text: str) -> bool:
    """Whether another reader's text has the lines of the page in the same order."""
    squeezed = "".join(text.split())
    spots: list[tuple[int, int]] = []
    for number, line in enumerate(page.lines):
        spot = squeezed.find("".join(line.text.split()))
        if spot >= 0:
            spots.append((spot, number))
    if len(spots) < max(3, len(page.lines) // 2):
        return False
    return agreement([number for _, number in sorted(spots)], sorted(number for _, number in spots)) >= SAME_ORDER
