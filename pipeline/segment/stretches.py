"""The stretches of a page: the items of its grids, and the text around them, in reading order."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from pipeline.breaks import kind_of
from pipeline.document import Kind, Line, Page
from pipeline.page.grid_cells import Grid, hull_of
from pipeline.page.line_ends import ends_open
from pipeline.page.passages import cut_line
from pipeline.segment.anchor import Anchor
from pipeline.segment.grids import ruled_grids, set_grids
from pipeline.segment.grids.aligned import is_label
from pipeline.segment.grids.columns import Column
from pipeline.segment.grids.continued import continued_grid
from pipeline.segment.grids.cut_rows import with_cut_row, with_hours_of_cut_row
from pipeline.segment.grids.flowing import flows, is_set_like
from pipeline.segment.grids.items import GridItem, read_grid
from pipeline.segment.rooms import people_behind, room_behind_label
from pipeline.times import is_day_heading
from pipeline.wording import find_marker


class Stretch(NamedTuple):
    """Lines of a page that belong together: those of a cell, or text outside grids (`item` None)."""

    lines: tuple[Line, ...]
    item: GridItem | None = None


def split_pages(pages: Sequence[Page]) -> list[Stretch]:
    """The text of pages with the items of their grids in place; columns in which text flows anywhere are no grids."""
    flowing: list[Grid] = []
    cut = [
        page.model_copy(update={"lines": tuple(part for line in page.lines for part in _parted(line))})
        for page in pages
    ]
    while True:
        found: list[Stretch] = []
        columns: list[Column] = []
        last: Grid | None = None
        known = len(flowing)
        for page in cut:
            cut_up, columns, last = _split_page(page, columns, last, flowing)
            found = joined_over_pages(found, cut_up)
        if known or not flowing:
            return found


def _split_page(
    page: Page, columns: list[Column], last: Grid | None, flowing: list[Grid]
) -> tuple[list[Stretch], list[Column], Grid | None]:
    """The text of a page with the items of its grids in their place, and the last grid with its columns."""
    found: list[Stretch] = []
    rest = list(page.lines)
    for grid, items, read in _grids_of(page, columns, last, flowing):
        columns, last = read, grid
        held = {id(line) for lines in (*(cell.lines for cell in grid.cells), grid.parted) for line in lines}
        outside = [line for line in rest if id(line) not in held]
        above = [line for line in outside if line.box.middle_y < grid.box.y0]
        found += [Stretch(tuple(above)), *(Stretch(item.lines, item) for item in items)]
        known = {id(line) for line in above}
        rest = [line for line in outside if id(line) not in known]
    return [*found, Stretch(tuple(rest))], columns, last


def _parted(line: Line) -> tuple[Line, ...]:
    """A line as two where it tells a room and then people, or what an item is called by its kind and then a room."""
    spot = people_behind(line.text) or room_behind_label(line.text)
    if spot is None:
        return (line,)
    first, second = cut_line(line, spot)
    loose = second.text.endswith(")") and "(" not in second.text  # « Conférence 1 (Amphi 3) »
    return first, cut_line(second, len(second.text) - 1)[0] if loose else second


def joined_over_pages(before: list[Stretch], after: list[Stretch]) -> list[Stretch]:
    """The stretches of pages and of the next one; what the end of the page cut, a row or a cell, is one again."""
    joined = list(before)
    rest: list[Stretch] = []
    first = next((stretch for stretch in after if stretch.item), None)
    hours = _hours_above(before, after)
    for stretch in after:
        if stretch is first and (row := _cut_row(stretch, joined)) is not None:
            joined[row] = _joined_row(joined[row], stretch)
            continue
        place = _cut_cell(stretch, joined)
        if place is not None:
            stretch = stretch._replace(lines=tuple(line for line in stretch.lines if line not in joined[place].lines))
        else:
            place = _cell_above(stretch, joined, rest) if stretch.item and stretch.lines else None
        if place is None:
            if stretch.item is not None and (hours := hours if stretch.item.hours is None else None) is not None:
                stretch = stretch._replace(item=stretch.item._replace(hours=hours))
            rest.append(stretch)
            continue
        above = joined[place]
        assert above.item is not None
        lines = (*above.lines, *stretch.lines)
        joined[place] = Stretch(lines, above.item._replace(lines=(*above.item.lines, *stretch.lines)))
    return [*joined, *rest]


def _hours_above(before: Sequence[Stretch], after: Sequence[Stretch]) -> Anchor | None:
    """The hours of the last row of a page where its table goes on over the page with rows at the same time.

    There are several without hours of their own, or one in a room of its own: else it is the rest of that row.
    """
    last = next((stretch for stretch in reversed(before) if stretch.lines or stretch.item), None)
    rows = list(
        takewhile(lambda row: row.item and not row.item.hours, (row for row in after if row.lines or row.item))
    )
    items = [row.item for row in rows if row.item]
    if last is None or last.item is None or not items or items[0].beside or items[0].method != last.item.method:
        return None
    rooms = [[room.text for room in item.rooms] for item in (last.item, items[0])]
    several = len(items) > 1 or (all(rooms) and rooms[0] != rooms[1])
    return last.item.hours if several and _page_of(last.item) == _page_of(items[0]) - 1 else None


def days_over_pages(stretches: Sequence[Stretch], framed: Collection[int]) -> list[Stretch]:
    """The stretches, the items of a table that goes on over pages with the day a row told last.

    Text between that tells a day ends it, and so does a page whose edge tells one: `framed` are the numbers of these.
    Days side by side are heads of columns, and tell nothing of the next page.
    """
    heads = {(item.day.pieces[0].line.page, item.day.text): item.day for _, item in stretches if item and item.day}
    tops = Counter((page, round(day.pieces[0].line.box.y0)) for (page, _), day in heads.items())
    beside = {page for (page, _), count in tops.items() if count > 1}
    found, day = [], None
    for stretch in stretches:
        item, page = stretch.item, stretch.lines[0].page if stretch.lines else 0
        if page in framed or (item is None and any(is_day_heading(line.text) for line in stretch.lines)):
            day = None
        elif item is not None and item.day is not None:
            day = None if page in beside else item.day
        elif item is not None and day is not None and page > day.pieces[0].line.page:
            stretch = stretch._replace(item=item._replace(day=day))
        found.append(stretch)
    return found


def _cut_cell(stretch: Stretch, before: list[Stretch]) -> int | None:
    """Where the cell of the page before stands whose hours were given to its rest."""
    if stretch.item is None or not stretch.lines or stretch.lines[0].page == stretch.lines[-1].page:
        return None
    return next((place for place, other in enumerate(before) if stretch.lines[0] in other.lines), None)


def _cell_above(stretch: Stretch, before: Sequence[Stretch], between: Sequence[Stretch]) -> int | None:
    """Where the last cell of the page before stands over one that goes on with it.

    Such a cell begins in lower case, or as no item does: with a marker of people, or in a row without hours that is
    the first of its page.
    """
    first = stretch.lines[0]
    above = [
        place
        for place, other in enumerate(before)
        if other.item and other.lines and other.lines[-1].page == first.page - 1 and _overlap(other, stretch)
    ]
    place = max(above, key=lambda place: before[place].lines[-1].box.y1, default=None)
    if place is None or first.text[:1].islower():
        return place
    cell, over = stretch.item, before[place].item
    assert cell is not None
    assert over is not None
    text_between = any(other.lines and not other.item for other in (*before[place + 1 :], *between))
    begun = any(other.item and other.item.hours for other in between)
    goes_on = not text_between and kind_of(before[place].lines[0].text) is Kind.SESSION
    if goes_on and _is_row_cut_below_hours(cell, over):
        return place
    cut = cell.beside and cell.hours is None and over.hours is not None and not begun
    return place if goes_on and _headed(cell) == _headed(over) and (cut or find_marker(first.text)) else None


def _is_row_cut_below_hours(cell: GridItem, over: GridItem) -> bool:
    """Whether a cell stands below the same hours, repeated on its page, in a row whose room is not named again."""
    times = [item.hours.passage.text for item in (cell, over) if item.hours is not None]
    told = bool(over.rooms) or not over.beside
    return cell.beside and len(times) == 2 and times[0] == times[1] and told and not cell.rooms


def _headed(item: GridItem) -> tuple[str | None, ...]:
    """The day and the rooms that the head of the column of a cell tells."""
    return (item.day.text if item.day else None, *(room.text for room in item.rooms))


def _cut_row(stretch: Stretch, before: list[Stretch]) -> int | None:
    """Where the row stands that the end of the page before cut: the rest has no hours, and no title of its own.

    It may have the last words of the title: those of a title that breaks off.
    """
    place = next((place for place in reversed(range(len(before))) if before[place].lines or before[place].item), None)
    above = before[place].item if place is not None else None
    item = stretch.item
    if place is None or item is None or above is None or item.hours or not above.hours or item.method != above.method:
        return None
    if not above.lines or above.hours.lines[0].page != _page_of(item) - 1:
        return None
    if item.lines and not _overlap(before[place], stretch):
        return None  # rooms or days stand side by side
    goes_on = not item.lines or item.lines[0].style != above.lines[0].style or ends_open(above.lines[-1].text)
    return place if goes_on or _ends_title(above.lines, item.lines) else None


def _ends_title(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether the end of a page cut a row inside its title: nothing else stands above, and a text below its rest."""
    style = above[0].style
    return all(line.style == style for line in above) and any(line.style != style for line in below)


def _page_of(item: GridItem) -> int:
    return next((line.page for line in (*item.lines, *item.text, *(n for row in item.people for n in row[2]))), 0)


def _joined_row(above: Stretch, below: Stretch) -> Stretch:
    """A row with its rest on the next page, column by column."""
    first, rest = above.item, below.item
    assert first is not None
    assert rest is not None
    people = list(first.people)
    for capacity, head, lines in rest.people:
        told = next((place for place, other in enumerate(people) if _texts(other[1]) == _texts(head)), None)
        if told is None:
            people.append((capacity, head, lines))
        else:
            people[told] = (people[told][0], people[told][1], (*people[told][2], *lines))
    item = first._replace(
        lines=(*first.lines, *rest.lines),
        text=(*first.text, *rest.text),
        people=tuple(people),
        rooms=first.rooms or rest.rooms,
    )
    return Stretch((*above.lines, *below.lines), item)


def _texts(lines: Iterable[Line]) -> list[str]:
    return [line.text for line in lines]


def _overlap(first: Stretch, second: Stretch) -> bool:
    """Whether two cells stand in the same column."""
    boxes = [hull_of([line.box for line in stretch.lines]) for stretch in (first, second)]
    shared = min(box.x1 for box in boxes) - max(box.x0 for box in boxes)
    return shared > 0.5 * min(box.width for box in boxes)


def have_rows_between(ruled: Sequence[Grid], aligned: Sequence[Grid], page: Page) -> bool:
    """Whether what is aligned holds all hours of ruled tables and others between these: rows that are not drawn."""
    if not (ruled and aligned):
        return False
    inside, all_hours = _hours_in(ruled, page), _hours_in(aligned, page)
    bottom = max(grid.box.y1 for grid in ruled)
    return inside < all_hours and any(y0 < bottom for _, y0 in all_hours - inside)


def _hours_in(grids: Sequence[Grid], page: Page) -> set[tuple[float, float]]:
    """Where the hours stand that grids hold."""
    hours = [line.box for line in page.lines if is_label(line)]
    return {(box.x0, box.y0) for box in hours if any(grid.box.holds(box) for grid in grids)}


def _grids_of(
    page: Page, columns: list[Column], last: Grid | None, flowing: list[Grid]
) -> list[tuple[Grid, list[GridItem], list[Column]]]:
    """The timetables of a page with their items and columns: drawn, else aligned, else going on from the page before.

    Of a table of which only some cells are drawn, such as shaded ones, those alone are none. Those whose text flows
    over their columns are none either, and are added to `flowing`.
    """
    going_on = continued_grid(page.lines, last) if last else None
    ruled = ruled_grids(page)
    ruled[:1] = [with_hours_of_cut_row(grid, last) for grid in ruled[:1]]
    aligned = set_grids(page)
    flowing += [grid for grid in aligned if flows(grid)]
    aligned = [grid for grid in aligned if not any(is_set_like(grid, other) for other in flowing)]
    aligned[:1] = [with_cut_row(grid, last, page.lines) for grid in aligned[:1]]
    drawn = [] if have_rows_between(ruled, aligned, page) else ruled
    for grids in (drawn, aligned, [with_cut_row(going_on, last, page.lines)] if going_on else []):
        found: list[tuple[Grid, list[GridItem], list[Column]]] = []
        for grid in grids:
            items, read = read_grid(grid, found[-1][2] if found else columns)
            found += [(grid, items, read)] if items else []
        if found:
            return found
    return []
