"""Grids to items: what each column and row says of the items in it, learnt from heads and from what cells hold."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Capacity, Line, Passage
from pipeline.page.grid_cells import Grid, GridCell, transpose
from pipeline.page.look import Look
from pipeline.page.passages import join_lines, same_block
from pipeline.segment.anchor import Anchor
from pipeline.segment.grids.bands import day_in, is_band, is_numbered_part, theme_band
from pipeline.segment.grids.columns import (
    Column,
    Role,
    anchors_of,
    count_heads,
    find_hours_column,
    holds_items,
    is_head_row,
    item_columns,
    read_columns,
    with_ends_of_hours,
)
from pipeline.segment.grids.continued import goes_on_with, hours_before
from pipeline.segment.rooms import theme_and_room
from pipeline.times.days import find_days
from pipeline.wording import find_marker, is_room


class GridItem(NamedTuple):
    """What a grid says of one item.

    `lines` hold its title and all else its own cell prints; `hours` is the time of its row, `until` the time of the
    last row it spans; `rooms`, `day` and `track` come from a cell of their own or the head of the column. Of several
    rooms each holds from its height on. Items `beside` others take one cell each, not a row.
    """

    lines: tuple[Line, ...]
    hours: Anchor | None
    until: Anchor | None = None
    day: Passage | None = None
    rooms: tuple[Passage, ...] = ()
    track: Passage | None = None
    text: tuple[Line, ...] = ()
    people: tuple[tuple[Capacity, tuple[Line, ...], tuple[Line, ...]], ...] = ()  # capacity, head, lines
    method: str = ""
    beside: bool = False


def read_grid(grid: Grid, before: Sequence[Column] = ()) -> tuple[list[GridItem], list[Column]]:
    """The items of a grid from top to bottom and the roles of its columns; no items when it is no timetable.

    Args:
        grid: the cells.
        before: the columns of the table before, which hold for one that goes on without heads.
    """
    grid = with_ends_of_hours(grid)
    found = _read(grid, before)
    if found[0] or not grid.ruled:
        return found
    if holds_items(grid, count_heads(grid)):
        return _read_timed_cells(grid, before)
    turned = _read(transpose(grid), ())
    return turned if turned[0] else _read_timed_cells(grid, before)


def _read(grid: Grid, before: Sequence[Column]) -> tuple[list[GridItem], list[Column]]:
    heads = 0 if goes_on_with(grid, before) else count_heads(grid)
    hours = find_hours_column(grid, heads)
    if hours is None:
        hours = hours_before(grid, before, heads)
    if hours is None:
        return [], []
    columns = read_columns(grid, range(heads), heads, hours)
    learnt = any(column.role is Role.PEOPLE for column in columns) and any(c.role is Role.ITEM for c in before)
    if not heads and len(before) == len(columns) and before[hours].role is Role.HOURS and not learnt:
        columns = list(before)
    items: list[GridItem] = []
    over = (day_in(grid.row(row)[:1]) for row in range(heads))
    day: Passage | None = next((day for day in over if day), None)
    times = _times(grid, heads, hours)
    bands = _themes(grid)
    theme: Passage | None = None
    for row in range(heads, grid.rows):
        cells = [cell for cell in grid.row(row) if cell.lines]
        day = day_in(cells) or day
        if is_band(cells):
            continue
        if is_head_row(grid, row, hours, columns):
            columns = read_columns(grid, range(row, row + 1), row + 1, hours)
            continue
        if row in bands:
            theme = bands[row]
            continue
        found = _row_items(grid, cells, columns, times, day)
        items += [item._replace(track=item.track or theme) for item in found]
    return items, columns


def _themes(grid: Grid) -> dict[int, Passage]:
    """The rows that only name the theme of those below: numbered, or set otherwise than all cells of other rows."""
    told = {row: theme_band(grid, [cell for cell in grid.row(row) if cell.lines]) for row in range(grid.rows)}
    looks = {Look.of(cell.lines[0].style) for cell in grid.cells if cell.lines and told[cell.row] is None}
    return {
        row: theme
        for row, theme in told.items()
        if theme is not None and (is_numbered_part(theme.text) or Look.of(theme.pieces[0].line.style) not in looks)
    }


def _read_timed_cells(grid: Grid, before: Sequence[Column]) -> tuple[list[GridItem], list[Column]]:
    """The items of a grid whose cells begin with their own hours; a cell without takes those of its row."""
    heads = count_heads(grid)
    columns = item_columns(grid, heads)
    if columns is None:
        return [], []
    if not heads and len(before) == len(columns):
        columns = list(before)
    items: list[GridItem] = []
    day: Passage | None = None
    for row in range(heads, grid.rows):
        cells = [cell for cell in grid.row(row) if cell.lines]
        day = day_in(cells) or day
        if is_band(cells):
            continue
        times = next(([anchors[0]] for cell in cells if (anchors := anchors_of(cell))), [])
        told, room, track = (_of_role(grid, row, columns, role) for role in (Role.DAY, Role.ROOM, Role.TRACK))
        found = [
            _parallel(cell, columns, {row: times}, told or day)
            for cell in cells
            if columns[cell.column].role is Role.ITEM and _has_words(cell)
        ]
        items += [item._replace(rooms=item.rooms or _given(room), track=item.track or track) for item in found]
    return items, columns


def _times(grid: Grid, heads: int, hours: int) -> dict[int, list[Anchor]]:
    """The hours of each row: its own, those of the cell that spans it, or of the last row that has some."""
    times: dict[int, list[Anchor]] = {}
    for cell in grid.column(hours):
        anchors = anchors_of(cell) if cell.row >= heads else []
        for row in range(cell.row, cell.row + cell.rows):
            if anchors:
                times[row] = anchors
    last: list[Anchor] = []
    for row in range(heads, grid.rows):
        last = times.setdefault(row, last)
    return {row: _one_range(anchors, times.get(row + 1, [])) for row, anchors in times.items()}


def _one_range(anchors: list[Anchor], after: Sequence[Anchor]) -> list[Anchor]:
    """A start above a time at which the next row begins is one range: « 14h15 », « 15h15 » over « 15h15 – 16h »."""
    told = [anchor for anchor in anchors if anchor.rest is None and anchor.lead is None and anchor.hours.end is None]
    if len(anchors) != 2 or len(told) != 2 or not after or after is anchors:
        return anchors
    first, last = (anchor.hours.start for anchor in anchors)
    if first is None or last is None or not first < last or after[0].hours.start != last:
        return anchors
    return [anchors[0]._replace(until=join_lines(anchors[1].lines))]


def _row_items(
    grid: Grid,
    cells: Sequence[GridCell],
    columns: Sequence[Column],
    times: dict[int, list[Anchor]],
    day: Passage | None,
) -> list[GridItem]:
    """The items that begin in a row: one per cell in a grid of rooms, else one per time of the row."""
    if not cells:
        return []
    row = cells[0].row
    anchors = [] if _heads_rows(cells, columns) else times.get(row, [])
    day = _of_role(grid, row, columns, Role.DAY) or day
    if any(column.role is Role.ITEM for column in columns):
        track = _of_role(grid, row, columns, Role.TRACK)
        return [
            item if track is None else item._replace(track=track)
            for cell in cells
            if _column_of(cell, columns).role in (Role.ITEM, Role.TITLE) and _has_words(cell)
            for part in _days_of(cell, columns)
            for item in [_parallel(part, columns, times, day)]
        ]
    if not any(_column_of(cell, columns).role in (Role.TITLE, Role.PEOPLE) for cell in cells):
        return []
    if len(anchors) < 2:
        return [_listed(grid, row, cells, columns, anchors[0] if anchors else None, day)]
    parts = _parts(cells, anchors, columns)
    return [
        _listed(grid, row, part, columns, anchor, day)
        for anchor, part in zip(anchors, parts, strict=True)
        if any(cell.lines for cell in part if _column_of(cell, columns).role is Role.TITLE)
    ]


def _days_of(cell: GridCell, columns: Sequence[Column]) -> list[GridCell]:
    """A cell over the columns of several days as one in each: lunch is at the same time on all of them."""
    covered = range(cell.column, cell.column + cell.columns)
    named = {column: theme_and_room(columns[column].head)[1] for column in covered}
    days = [column for column, head in named.items() if head is not None and find_days(head.text)]
    if len({columns[column].head for column in days}) < 2 or len(days) < len(covered):
        return [cell]
    return [cell._replace(column=column, columns=1) for column in days]


def _heads_rows(cells: Sequence[GridCell], columns: Sequence[Column]) -> bool:
    """Whether a row is one cell over all columns that tells who chairs the next rows: it has no hours of its own."""
    if len(cells) != 1 or cells[0].columns < len(columns):
        return False
    markers = [find_marker(line.text) for line in cells[0].lines]
    return any(marker is not None and marker.capacity is Capacity.MODERATION for marker in markers)


def _has_words(cell: GridCell) -> bool:
    return any(char.isalpha() for char in cell.text)


def _column_of(cell: GridCell, columns: Sequence[Column]) -> Column:
    """The column a cell counts for: a cell over several is that of the first which holds items."""
    covered = columns[cell.column : cell.column + cell.columns]
    return next((column for column in covered if column.role in (Role.ITEM, Role.TITLE)), covered[0])


def _parts(cells: Sequence[GridCell], anchors: Sequence[Anchor], columns: Sequence[Column]) -> list[list[GridCell]]:
    """The cells of a row that holds several hours, cut at the height of each."""
    tops = [anchor.lines[0].box.y0 - 0.4 * anchor.lines[0].box.height for anchor in anchors]

    def within(line: Line, number: int) -> bool:
        spot = max(0, sum(top <= line.box.y0 for top in tops) - 1)
        return spot == number

    return [
        [
            # Rooms are not cut: without a rule between the rows, one holds until the next is printed.
            cell
            if role is Role.ROOM
            else cell._replace(lines=tuple(line for line in cell.lines if within(line, number)))
            for cell in cells
            for role in [_column_of(cell, columns).role]
            if role is not Role.HOURS
        ]
        for number in range(len(anchors))
    ]


def _of_role(grid: Grid, row: int, columns: Sequence[Column], role: Role) -> Passage | None:
    """What the column of a role says of a row, also through a cell that spans it."""
    for cell in grid.cells:
        if cell.lines and columns[cell.column].role is role and cell.row <= row < cell.row + cell.rows:
            return join_lines(cell.lines, one_paragraph=True)
    return None


def _parallel(
    cell: GridCell, columns: Sequence[Column], times: dict[int, list[Anchor]], day: Passage | None
) -> GridItem:
    """An item of a grid of rooms or days: its column gives the room, its rows the hours."""
    covered = columns[cell.column : cell.column + cell.columns]
    head = covered[0].head if len({column.head for column in covered}) == 1 else ()
    track, named = theme_and_room(head)
    is_day = named is not None and bool(find_days(named.text))
    first, last = times.get(cell.row, []), times.get(cell.row + cell.rows - 1, [])
    return GridItem(
        lines=cell.lines,
        hours=first[0] if first else None,
        until=last[-1] if last and cell.rows > 1 and last[-1].hours.end else None,
        day=named if is_day else day,
        rooms=() if is_day or named is None else (named,),
        track=track,
        method="case d'une grille : l'heure est celle de sa ligne, le lieu celui de sa colonne",
        beside=True,
    )


def _listed(
    grid: Grid,
    row: int,
    cells: Sequence[GridCell],
    columns: Sequence[Column],
    hours: Anchor | None,
    day: Passage | None,
) -> GridItem:
    """An item of a table with one item a row."""
    by_role: dict[Role, list[GridCell]] = {}
    for cell in cells:
        by_role.setdefault(_column_of(cell, columns).role, []).append(cell)
    title = [line for cell in by_role.get(Role.TITLE, []) for line in cell.lines]
    people = [
        (columns[cell.column].capacity, columns[cell.column].head, cell.lines)
        for cell in by_role.get(Role.PEOPLE, [])
        if cell.lines
    ]
    rooms = tuple(room for cell in by_role.get(Role.ROOM, []) for room in _rooms(cell.lines))
    tracks = [line for cell in by_role.get(Role.TRACK, []) for line in cell.lines]
    return GridItem(
        lines=tuple(title),
        hours=hours,
        day=day,
        rooms=rooms or _given(_spanning(grid, row, columns, Role.ROOM)) or _below_hours(grid, row, columns, hours),
        track=join_lines(tracks, one_paragraph=True) if tracks else _spanning(grid, row, columns, Role.TRACK),
        text=tuple(line for cell in by_role.get(Role.TEXT, []) for line in cell.lines),
        people=tuple(people),
        method="ligne d'un tableau : l'heure et le titre sont dans ses colonnes",
    )


def _below_hours(grid: Grid, row: int, columns: Sequence[Column], hours: Anchor | None) -> tuple[Passage, ...]:
    """The room that stands below the hours of a row, in their cell."""
    cells = [cell for cell in grid.row(row) if columns[cell.column].role is Role.HOURS and cell.lines]
    if hours is None or len(cells) != 1 or len(anchors_of(cells[0])) > 1:
        return ()
    below = [line for line in cells[0].lines if line not in hours.lines]
    return tuple(join_lines([line]) for line in below[:1] if is_room(line.text))


def _rooms(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """The rooms of a cell, one per line but for what goes on in lower case, in parentheses, below « Salle »."""
    groups: list[list[Line]] = []
    for line in lines:
        begun = groups and is_room(groups[-1][0].text) and not is_room(line.text) and same_block(groups[-1][-1], line)
        if groups and (begun or line.text[:1].islower() or line.text[:1] in "(-–/,"):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(join_lines(group, one_paragraph=True) for group in groups)


def _given(passage: Passage | None) -> tuple[Passage, ...]:
    return () if passage is None else (passage,)


def _spanning(grid: Grid, row: int, columns: Sequence[Column], role: Role) -> Passage | None:
    """What a cell that began in an earlier row and spans this one says."""
    for cell in grid.cells:
        if cell.lines and columns[cell.column].role is role and cell.row < row < cell.row + cell.rows:
            return join_lines(cell.lines, one_paragraph=True)
    return None
