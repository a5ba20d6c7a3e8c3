"""Columns of a grid: what each holds, learnt from its head and from what its cells show."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.document import Capacity, Line
from pipeline.lexicon import COLUMNS, Row
from pipeline.page.grid_cells import Grid, GridCell
from pipeline.page.passages import join_lines
from pipeline.segment.anchor import Anchor
from pipeline.segment.anchors import find_anchors, is_day_heading, without_figures
from pipeline.segment.grids.bands import MAX_HEAD, day_in
from pipeline.segment.place_words import names_place
from pipeline.times.days import find_days
from pipeline.times.hours import find_hours
from pipeline.wording import compile_rows, find_formats, find_marker, is_room, opens_people, opens_person

# A column is one of hours when this part of its filled cells below the head begin with one.
MIN_HOURS = 0.5
# Cells are items with hours of their own when this part of them begin with one.
MIN_TIMED = 0.6
# So many cells of a column of people begin with some; bodies stand in the others.
PEOPLE_SHARE = 0.6
# A column of rooms holds short cells, more than this part of them rooms; a mere place is half as short.
MAX_ROOM, ROOM_SHARE = 48, 0.6
# A column holds the ends of the hours before it in this part of its rows.
ENDS_SHARE = 0.6
# A cell says something besides its hours with more letters than these.
MIN_WORDS = 4
# A cell with nothing but a time is no longer than this.
MAX_TIME = 30


class Role(StrEnum):
    """What the cells of a column hold."""

    HOURS = "heures"
    DAY = "jour"
    TITLE = "titre"
    PEOPLE = "intervenants"
    ROOM = "salle"
    TRACK = "parcours"
    TEXT = "texte"
    IGNORED = "autre"
    ITEM = "item"  # one item per cell: rooms or days side by side


class Column(NamedTuple):
    """A column: its role, its head, and the capacity a head such as « Modération » gives."""

    role: Role
    head: tuple[Line, ...] = ()
    capacity: Capacity = Capacity.INTERVENTION


def count_heads(grid: Grid) -> int:
    """How many rows from the top name the columns: without hours, each cell short, two or more of them filled."""
    for row in range(min(2, grid.rows - 1)):
        cells = [cell for cell in grid.row(row) if cell.lines]
        if any(anchors_of(cell) for cell in cells) or any(len(cell.text) > MAX_HEAD for cell in cells):
            return row
        named = sum(bool(role_named(cell.text)) for cell in cells)
        if len(cells) < 2 and not (len(cells) == 1 and day_in(cells)):
            return row
        if row and not named and not all(is_room(cell.text) or find_days(cell.text) for cell in cells):
            return row
    return min(2, grid.rows - 1)


def is_head_row(grid: Grid, row: int, hours: int, columns: Sequence[Column]) -> bool:
    """Whether a row further down names the columns anew: no hours, and rooms, days or the heads from above."""
    cells = [cell for cell in grid.row(row) if cell.lines]
    over = any(cell.row <= row < cell.row + cell.rows and anchors_of(cell) for cell in grid.column(hours))
    if over or len(cells) < 2 or any(len(cell.text) > MAX_HEAD / 2 or anchors_of(cell) for cell in cells):
        return False
    known = {" ".join(line.text for line in column.head) for column in columns}
    names = [cell for cell in cells if cell.column != hours]
    return all(cell.text in known or is_room(cell.text) or _is_day(cell.text) for cell in names)


# Two heads in one: « Titre et intervenants », « Jour / horaire ».
_MORE = re.compile(
    r"\s*(?:\W|\bet\b|\bdu\b|\bdes\b|\bde la\b|\bde l['’]|\bde\b)*\s*[\w’'-]*(?:\s+[\w’'-]+)?\W*", re.I
)


# A head that a narrow column breaks inside its word: « Thématiq », « ue ».
_BROKEN = re.compile(r"([^\W\d_]+)\s[a-zà-öø-ÿ]+")


# A head that names a room as well as what goes on in it.
_WORKSHOP = re.compile(r"\W*ateliers?\W*", re.I)


@cache
def _heads() -> list[tuple[re.Pattern[str], Row]]:
    return compile_rows(COLUMNS, r"\W*", r"(?!\w)")


@lru_cache(maxsize=4096)
def role_named(head: str) -> tuple[Role, Capacity] | None:
    """The role a head gives its column: « Horaire », « Intervenants », « Salle »; « Salle 2 » names a room."""
    words = " ".join(head.split())
    marker = find_marker(words)
    if marker is not None and not words[marker.rest :].strip():
        return Role.PEOPLE, marker.capacity
    if broken := _BROKEN.fullmatch(words):
        glued = re.sub(r"\s", "", words)
        if any(re.fullmatch(row.words, glued, re.I) and not re.match(row.words, broken[1], re.I) for row in COLUMNS):
            words = glued
    if any(map(str.isdigit, words)):
        return None
    for pattern, row in _heads():
        found = pattern.match(words)
        if not found:
            continue
        rest = words[found.end() :]
        if not re.search(r"\w", rest) or (row.value != Role.ROOM and _MORE.fullmatch(rest)):
            return Role(row.value), Capacity.INTERVENTION
    return None


def find_hours_column(grid: Grid, heads: int) -> int | None:
    """The column whose cells begin with hours, if there is one: the first that has most."""
    best: tuple[int, int] | None = None
    headed = _columns_of_places(grid, heads)
    for column in range(grid.columns):
        cells = [cell for cell in grid.column(column) if cell.row >= heads and cell.lines and cell.columns == 1]
        timed = without_figures([anchors_of(cell)[0] for cell in cells if opens_with_hours(cell)])
        if (
            len(timed) >= (1 if headed - {column} or _is_named_hours(grid, heads, column) else 2)
            and len(timed) >= MIN_HOURS * len(cells)
            and (best is None or len(timed) > best[0])
        ):
            best = len(timed), column
    if best is None or best[1] in headed:
        return None
    # Hours in every column stand in the items themselves.
    others = [column for column in range(grid.columns) if column != best[1] and _is_timed(grid, heads, column, best)]
    return best[1] if not others else None


def _is_named_hours(grid: Grid, heads: int, column: int) -> bool:
    """Whether the head of a column names hours: even a single row below is enough then."""
    named = [role_named(cell.text) for row in range(heads) for cell in grid.row(row) if cell.column == column]
    return any(role and role[0] is Role.HOURS for role in named)


def _is_timed(grid: Grid, heads: int, column: int, best: tuple[int, int]) -> bool:
    """Whether a column opens cells with hours as the `best` does: half as many, or beside items most of its cells."""
    cells = [cell for cell in grid.column(column) if cell.row >= heads and cell.lines]
    timed = sum(map(opens_with_hours, cells))
    hours = [cell for cell in grid.column(best[1]) if cell.row >= heads and opens_with_hours(cell)]
    items = sum(map(_says_more, hours)) >= MIN_TIMED * len(hours)
    return timed >= MIN_HOURS * (max(2, len(cells)) if items else best[0])


def _columns_of_places(grid: Grid, heads: int) -> set[int]:
    """The columns headed by several days, or by several rooms: their cells are items with hours, however few."""
    days, rooms = set[int](), set[int]()
    for cell in (cell for row in range(heads) for cell in grid.row(row) if cell.columns < grid.columns):
        covered = range(cell.column, cell.column + cell.columns)
        if is_day_heading(cell.text):
            days.update(covered)
        elif is_room(cell.text) and role_named(cell.text) is None:
            rooms.update(covered)
    return {column for columns in (days, rooms) if len(columns) > 1 for column in columns}


def item_columns(grid: Grid, heads: int) -> list[Column] | None:
    """The columns of a grid whose cells are items that begin with their own hours; None when it is no such grid.

    The first may label its rows: « Cinéma Rex » beside the films shown there.
    """
    cells = [cell for cell in grid.cells if cell.row >= heads and cell.lines]
    timed = [cell for cell in cells if opens_with_hours(cell)]
    headed = _columns_of_places(grid, heads)
    places = {cell.column for cell in timed} | headed
    if len(timed) < (1 if headed else 2) or len(timed) < MIN_TIMED * len(cells) or len(places) < 2:
        return None
    found: dict[int, tuple[Line, ...]] = {}
    for cell in (cell for row in range(heads) for cell in grid.row(row)):
        for column in range(cell.column, cell.column + cell.columns):
            found[column] = (*found.get(column, ()), *cell.lines)
    labelled = grid.columns > 2 and 0 not in places and not found.get(0)
    first = _role_of_labels(grid, heads) if labelled else Role.ITEM
    return [Column(Role.ITEM if column else first, found.get(column, ())) for column in range(grid.columns)]


def _role_of_labels(grid: Grid, heads: int) -> Role:
    """What the first column says of the items beside it, each row of which it labels: days, rooms, or themes."""
    cells = [cell for cell in grid.column(0) if cell.row >= heads and cell.lines]
    if len(cells) < 2 or any(cell.columns > 1 for cell in cells):
        return Role.ITEM
    if all(_is_day(cell.text) for cell in cells):
        return Role.DAY
    rooms = sum(any(is_room(line.text) or names_place(line.text) for line in cell.lines) for cell in cells)
    return Role.ROOM if rooms > ROOM_SHARE * len(cells) else Role.TRACK


def holds_items(grid: Grid, heads: int) -> bool:
    """Whether most cells below the heads print hours and more: they are no labels of rows or columns."""
    cells = [cell for cell in grid.cells if cell.row >= heads and cell.lines]
    items = [cell for cell in cells if opens_with_hours(cell) and _says_more(cell)]
    return len(items) >= MIN_TIMED * len(cells) and item_columns(grid, heads) is not None


def _says_more(cell: GridCell) -> bool:
    """Whether a cell holds words besides its hours."""
    text = cell.text
    for hours in reversed(find_hours(text)):
        text = text[: hours.start_offset] + text[hours.end_offset :]
    return sum(char.isalpha() for char in text) > MIN_WORDS


def anchors_of(cell: GridCell) -> list[Anchor]:
    """The times of a cell; a time broken over the lines of a narrow cell (« 8h30 – », « 9h ») is one.

    « 9.00 » alone in its cell is one too, which the whole column must show.
    """
    if cell.lines and len(cell.text) <= MAX_TIME:
        passage = join_lines(cell.lines, one_paragraph=True)
        found = find_hours(passage.text)
        rest = passage.text[: found[0].start_offset] + passage.text[found[0].end_offset :] if found else "none"
        if len(found) == 1 and not any(char.isalnum() for char in rest):
            return [Anchor(0, cell.lines, passage, found[0], None, None)]
        if len(cell.lines) == 2 and _is_start_and_end(*cell.lines):
            start, end = (join_lines([line]) for line in cell.lines)
            return [Anchor(0, cell.lines, start, find_hours(start.text)[0], None, None, end)]
    return find_anchors(cell.lines)


def with_ends_of_hours(grid: Grid) -> Grid:
    """The grid with its column of ends joined to that of starts: « 9h » in one cell, « 10h » in the next."""
    for column in range(grid.columns - 1):
        ends = {cell.row: cell for cell in grid.column(column + 1)}
        pairs = [
            (cell, ends[cell.row])
            for cell in grid.column(column)
            if cell.row in ends and (cell.lines or ends[cell.row].lines)
        ]
        joined = [(a, b) for a, b in pairs if len(a.lines) == len(b.lines) == 1]
        timed = [(a, b) for a, b in joined if _is_start_and_end(a.lines[0], b.lines[0])]
        if len(timed) >= 2 and len(timed) >= ENDS_SHARE * len(pairs):
            held = {id(cell): other for cell, other in timed}
            taken = {id(other) for other in held.values()}
            cells = [
                cell._replace(lines=(*cell.lines, *held[id(cell)].lines))
                if id(cell) in held
                else cell._replace(lines=() if id(cell) in taken else cell.lines)
                for cell in grid.cells
            ]
            return grid._replace(cells=tuple(cells))
    return grid


def _is_start_and_end(first: Line, last: Line) -> bool:
    """Whether two lines beside each other are nothing but a time and a later one."""
    found = [find_hours(line.text) for line in (first, last)]
    alone = all(
        len(hours) == 1 and hours[0].end is None and hours[0].end_offset - hours[0].start_offset == len(line.text)
        for hours, line in zip(found, (first, last), strict=True)
    )
    level = abs(first.box.y0 - last.box.y0) < 0.5 * first.box.height and first.box.x1 <= last.box.x0
    return (
        alone
        and level
        and found[0][0].start is not None
        and found[1][0].start is not None
        and (found[0][0].start < found[1][0].start)
    )


def opens_with_hours(cell: GridCell) -> bool:
    """Whether a cell begins with a time."""
    anchors = anchors_of(cell)
    return bool(anchors) and anchors[0].place == 0 and anchors[0].lead is None


def read_columns(grid: Grid, heads: range, first: int, hours: int) -> list[Column]:
    """The role of each column: as its head in the rows `heads` says, else as its cells from row `first` on show."""
    named: dict[int, Column] = {hours: Column(Role.HOURS)}
    lines: dict[int, tuple[Line, ...]] = {}
    # What spans all columns heads the table, not one of them: « Mardi 17 septembre ».
    for cell in (cell for row in heads for cell in grid.row(row) if cell.columns < grid.columns):
        for column in range(cell.column, cell.column + cell.columns):
            lines[column] = (*lines.get(column, ()), *cell.lines)
            role = role_named(cell.text)
            if role and cell.columns == 1 and column not in named:
                named[column] = Column(role[0], cell.lines, role[1])
    heads_told = {" ".join(line.text for line in held) for held in lines.values()}
    halls = {head for head in heads_told if (is_room(head) and role_named(head) is None) or _WORKSHOP.fullmatch(head)}
    if len(halls) > 1 and any(map(is_room, halls)):
        # « Atelier | Auditorium | Studio »: where several heads name rooms, no other is the head of titles.
        named = {place: column for place, column in named.items() if column.role not in (Role.ROOM, Role.TITLE)}
    for column in range(grid.columns):
        if column not in named and not lines.get(column) and (shown := _role_shown(grid, first, column)):
            named[column] = Column(shown, lines.get(column, ()))
    rest = [column for column in range(grid.columns) if column not in named]
    titled = any(column.role is Role.TITLE for column in named.values())
    for place, column in enumerate(rest):
        if len(rest) == 1 and not titled:
            role_left = Role.TITLE
        elif titled or any(c.role in (Role.PEOPLE, Role.TEXT) for c in named.values()):
            role_left = Role.TEXT if titled or place else Role.TITLE
        else:
            role_left = Role.ITEM
        named[column] = Column(role_left, lines.get(column, ()))
    if not any(column.role in (Role.TITLE, Role.ITEM) for column in named.values()):
        # « Contenu » holds the titles where nothing else does, as does « Intervention » beside « Intervenant ».
        people = [place for place in sorted(named) if named[place].role is Role.PEOPLE]
        text = next((place for place in sorted(named) if named[place].role is Role.TEXT), None)
        if len(people) > 1:
            text = min(people, key=lambda place: (_share_of_people(grid, first, place), place))
        if text is not None:
            named[text] = named[text]._replace(role=Role.TITLE)
    return [named[column] for column in range(grid.columns)]


def _role_shown(grid: Grid, heads: int, column: int) -> Role | None:
    """The role the cells of a column show without a head: days, rooms or people in nearly all of them."""
    cells = [cell for cell in grid.column(column) if cell.row >= heads and cell.lines and cell.columns == 1]
    if not cells:
        return Role.IGNORED
    texts = [join_lines(cell.lines, one_paragraph=True).text for cell in cells]
    if all(_is_day(text) for text in texts):
        return Role.DAY
    if len(texts) > 1 and sum(is_room(text) and len(text) < MAX_ROOM for text in texts) > ROOM_SHARE * len(texts):
        return Role.ROOM
    if len(texts) > len(set(texts)) and sum(map(_is_place, texts)) > ROOM_SHARE * len(texts):
        return Role.ROOM
    enough = len(texts) > 1 or find_marker(texts[0]) is not None or opens_person(texts[0])
    if enough and sum(_tells_people(text) for text in texts) > PEOPLE_SHARE * len(texts):
        return Role.PEOPLE
    return None


def _is_place(text: str) -> bool:
    """Whether a cell may name the room of its row, alone in a column that does so again and again."""
    return is_room(text) or (len(text) < MAX_ROOM / 2 and names_place(text) and not find_formats(text))


def _share_of_people(grid: Grid, heads: int, column: int) -> float:
    """The part of the cells of a column that tell people."""
    texts = [cell.text for cell in grid.column(column) if cell.row >= heads and cell.lines]
    return sum(map(_tells_people, texts)) / max(1, len(texts))


def _tells_people(text: str) -> bool:
    """Whether a cell begins with people, or with what they do in the item: « Modération : … »."""
    return opens_people(text) or find_marker(text) is not None


def _is_day(text: str) -> bool:
    return is_day_heading(text) or (len(text) < 30 and len(find_days(text)) == 1)
