"""Tables of people below an item: « Nom | Fonction | Organisation », each row read as one person."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.page.joined_lines import join_as_line
from pipeline.times.hours import find_hours
from pipeline.wording import find_marker

NAMES = (
    r"(?:pr[ée]noms?|noms?|noms?,? (?:et|&) pr[ée]noms?|pr[ée]noms?,? (?:et|&) noms?|"
    r"intervenante?s?|intervenant\W?e\W?s?)"
)
ROLES = r"(?:fonctions?|qualit[ée]s?|postes?|titres?|r[ôo]les?)"
BODIES = (
    r"(?:organisations?|organismes?|structures?|institutions?|entreprises?|soci[ée]t[ée]s?|employeurs?|affiliations?)"
)
_HEAD = re.compile(rf"\W*(?P<what>(?P<name>{NAMES})|{ROLES}|{BODIES}|{ROLES} (?:et|/|&) {BODIES})\W*", re.I)
_GIVEN = re.compile(r"\W*pr[ée]noms?\W*", re.I)
# Lines of one row of heads stand at the same height within this part of a line; columns begin within so many points.
SAME_TOP, FLUSH = 0.5, 3.0
# Rows stand no further below each other, and lines of one cell nearer than that, in sizes of the text.
NEXT_ROW, NEXT_LINE = 3.0, 1.45


def with_people_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, each row of a table of people as one, without the heads of its columns."""
    kept = list(lines)
    for heads in _head_rows(lines):
        rows = _rows(heads, kept)
        if not rows:
            continue
        given = next((place for place, head in enumerate(heads) if _GIVEN.fullmatch(head.text)), None)
        gone = {id(line) for line in heads} | {id(line) for row in rows for cell in row for line in cell}
        kept = [line for line in kept if id(line) not in gone] + [_as_person(row, given) for row in rows]
    return kept


def _head_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The rows of nothing but heads of columns of which the first is that of names, from the bottom of the page."""
    heads = [line for line in lines if _HEAD.fullmatch(line.text)]
    found: list[list[Line]] = []
    for first in sorted(heads, key=lambda line: (-line.box.y0, line.box.x0)):
        if any(first in row for row in found):
            continue
        level = [line for line in lines if abs(line.box.y0 - first.box.y0) < SAME_TOP * first.box.height]
        row = sorted(level, key=lambda line: line.box.x0)
        if len(row) < 2 or any(line not in heads for line in row):
            continue
        match = _HEAD.fullmatch(row[0].text)
        repeated = len({line.text.casefold() for line in row}) < len(row)  # each of two cards announces its people
        if match and match["name"] and not repeated:
            found.append(row)
    return found


def _rows(heads: Sequence[Line], lines: Sequence[Line]) -> list[list[list[Line]]]:
    """The rows below heads, each as the lines of its cells; none if the first column holds no cell."""
    below = _below(heads, lines)
    starts = _starts(heads, below)
    columns: list[list[list[Line]]] = [[] for _ in heads]
    for line in below:
        column = _column(line, heads, starts)
        cells = columns[column]
        near = cells and line.box.y0 - cells[-1][-1].box.y0 < NEXT_LINE * line.style.size
        if near:
            cells[-1].append(line)
        else:
            cells.append([line])
    names = columns[0]
    rows: list[list[list[Line]]] = [[cell, *([] for _ in heads[1:])] for cell in names]
    for place, column_cells in enumerate(columns[1:], 1):
        for cell in column_cells:
            if names:
                middle = _middle(cell)
                row = min(range(len(names)), key=lambda number: abs(_middle(names[number]) - middle))
                rows[row][place] += cell
    return rows


def _below(heads: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The lines of a table below its heads, from the top: up to one that crosses columns, a marker or a wide gap."""
    bottom = max(line.box.y1 for line in heads)
    looks: set[tuple[float, bool]] = set()
    found: list[Line] = []
    for line in sorted((line for line in lines if line.box.y0 >= bottom - 1), key=lambda line: line.box.y0):
        last = max((other.box.y0 for other in found), default=heads[0].box.y0)
        over = sum(head.box.x0 < line.box.x1 and line.box.x0 < head.box.x1 for head in heads)
        look = round(line.style.size, 1), line.style.bold
        if line.box.y0 - last > NEXT_ROW * line.style.size or over > 1 or line.rotation:
            break
        if find_marker(line.text) or find_hours(line.text) or (len(found) >= len(heads) and look not in looks):
            break
        looks.add(look)
        found.append(line)
    return found


def _starts(heads: Sequence[Line], lines: Sequence[Line]) -> list[float]:
    """Where each column begins: its head may stand in the middle of it, its cells at its left."""
    places = sorted(line.box.x0 for line in lines)
    shared = [x for x in places if sum(abs(x - other) < FLUSH for other in places) > 1]
    starts: list[float] = []
    for head in heads:
        left = starts[-1] + FLUSH if starts else -1.0
        before = [x for x in (shared or places) if left < x <= head.box.x0 + FLUSH]
        starts.append(max(before, default=head.box.x0))
    return starts


def _column(line: Line, heads: Sequence[Line], starts: Sequence[float]) -> int:
    """The column of a line: that of the only head it stands below, else the last that begins left of it."""
    over = [place for place, head in enumerate(heads) if head.box.x0 < line.box.x1 and line.box.x0 < head.box.x1]
    return over[0] if len(over) == 1 else max(0, sum(start <= line.box.x0 + FLUSH for start in starts) - 1)


def _middle(cell: Sequence[Line]) -> float:
    return (cell[0].box.y0 + cell[-1].box.y1) / 2


def _as_person(row: Sequence[Sequence[Line]], given: int | None) -> Line:
    """One line of the cells of a row, with commas between them but between the names of a person."""
    first = [*row[given], *row[1 - given]] if given in (0, 1) else []
    cells = [first, *row[2:]] if first else list(row)
    return join_as_line((" " if place else ", ", line) for cell in cells for place, line in enumerate(cell))
