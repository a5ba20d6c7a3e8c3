"""Cells that go on over the edge of a page."""

import pytest
from layouts import Put, document, line_of, passage

from pipeline.document import Box, Capacity, Line
from pipeline.page.grid_cells import Grid, GridCell
from pipeline.page.passages import join_lines
from pipeline.segment import split_sessions
from pipeline.segment.anchors import find_anchors
from pipeline.segment.grids.cut_rows import with_hours_of_cut_row
from pipeline.segment.grids.items import GridItem
from pipeline.segment.stretches import Stretch, days_over_pages, joined_over_pages

HEADS = [Put("Salle 1", x=120.0), Put("Salle 2", x=260.0, beside=True)]


def row(hour: str, first: str, second: str) -> list[Put]:
    return [Put(hour, gap=20.0), Put(first, x=120.0, beside=True), Put(second, x=260.0, beside=True)]


def titles_of(first: list[Put], second: list[Put]) -> list[str]:
    pages = [[*HEADS, *first], [*HEADS, *second]]
    return [segment.title.text for segment in split_sessions(document(*pages)).segments]


def test_a_cell_that_goes_on_in_lower_case_is_part_of_the_one_above_it_on_the_page_before() -> None:
    before = [*row("9h", "Habiter", "Bâtir"), *row("10h", "Ce que la rive", "Partir")]
    after = [*row("11h", "dit des eaux", "Naviguer"), *row("12h", "Rester", "Revenir")]
    assert titles_of(before, after) == [
        *("Habiter", "Bâtir", "Ce que la rive dit des eaux", "Partir", "Naviguer", "Rester", "Revenir"),
    ]


def test_a_cell_that_begins_anew_is_an_item_of_its_own() -> None:
    before = [*row("9h", "Habiter", "Bâtir"), *row("10h", "Ce que dit la rive", "Partir")]
    after = [*row("11h", "Un pont", "Naviguer"), *row("12h", "Rester", "Revenir")]
    assert len(titles_of(before, after)) == 8


PEOPLE = ("Avec : Léa Durand", "Animation : Marc Petit")


def test_a_cell_that_begins_with_a_marker_of_people_is_part_of_the_one_above_it() -> None:
    before = [*row("9h", "Habiter", "Bâtir"), *row("10h", "Ce que dit la rive", "Partir")]
    after = [*row("11h", PEOPLE[0], "Naviguer"), *row("12h", "Rester", "Revenir")]
    assert len(titles_of(before, after)) == 7


def test_a_row_without_hours_at_the_top_of_a_page_goes_on_with_that_above_it_cell_by_cell() -> None:
    cells = [
        side("9h", (120, "Habiter"), (260, "Bâtir")),
        side("10h", (120, "Ce que dit la rive"), (260, "Partir"), y=90.0),
    ]
    rest = side("", (120, "Léa Durand, éclusière"), (260, "Marc Petit, batelier"), page=2)
    joined = joined_over_pages([*cells[0], *cells[1]], rest)
    assert [[line.text for line in stretch.lines] for stretch in joined] == [
        *(["Habiter"], ["Bâtir"]),
        *(["Ce que dit la rive", "Léa Durand, éclusière"], ["Partir", "Marc Petit, batelier"]),
    ]


def test_a_row_without_hours_below_a_break_or_a_heading_is_no_rest_of_a_row() -> None:
    rest = side("", (120, "Exposition des maquettes"), page=2)
    assert len(joined_over_pages(side("12h", (120, "Déjeuner")), rest)) == 2
    heading = Stretch((line_of(Put("Deuxième journée"), 2, 40.0),))
    assert len(joined_over_pages(side("10h", (120, "Habiter la digue")), [heading, *rest])) == 3


def side(hours: str, *cells: tuple[float, str], page: int = 1, y: float = 60.0) -> list[Stretch]:
    """Cells of rooms side by side."""
    (anchor,) = find_anchors([line_of(Put(hours), page, y)]) if hours else (None,)
    lines = [line_of(Put(text, x=x), page, y) for x, text in cells]
    return [Stretch((line,), GridItem((line,), anchor, method="case", beside=True)) for line in lines]


CUT = GridItem((), None, method="ligne")


def stretch(page: int, hours: str, title: str, people: str, y: float = 60.0) -> Stretch:
    told = line_of(Put(title, bold=title.isupper()), page, y)
    (anchor,) = find_anchors([line_of(Put(hours), page, y)]) if hours else (None,)
    row = (Capacity.INTERVENTION, (line_of(Put("Intervenants"), page, 40.0),), (line_of(Put(people), page, y),))
    return Stretch((told,), CUT._replace(lines=(told,), hours=anchor, people=(row,)))


def test_the_rest_of_a_row_cut_by_the_end_of_the_page_is_part_of_it() -> None:
    before, after = stretch(1, "10h à 11h", "HABITER LA DIGUE", "Léa Durand"), stretch(2, "", "Atelier", "Marc Petit")
    (joined,) = joined_over_pages([before], [after])
    assert joined.item is not None
    assert [line.text for line in joined.item.lines] == ["HABITER LA DIGUE", "Atelier"]
    assert [[line.text for line in lines] for _, _, lines in joined.item.people] == [["Léa Durand", "Marc Petit"]]


def test_a_row_with_hours_or_with_a_title_of_its_own_is_another_item() -> None:
    before = stretch(1, "10h à 11h", "HABITER LA DIGUE", "Léa Durand")
    for hours, title in (("11h à 12h", "Atelier"), ("", "LE MOULIN EN PARTAGE")):
        assert len(joined_over_pages([before], [stretch(2, hours, title, "Marc Petit")])) == 2


def test_a_title_cut_by_the_end_of_the_page_goes_on_above_its_text() -> None:
    before, after = stretch(1, "10h à 11h", "HABITER LA DIGUE", ""), stretch(2, "", "ET SES ABORDS", "")
    assert after.item is not None
    text = line_of(Put("Une rive recule."), 2, 80.0)
    after = Stretch((*after.lines, text), after.item._replace(lines=(*after.item.lines, text)))
    (joined,) = joined_over_pages([before], [after])
    assert joined.item is not None
    assert [line.text for line in joined.item.lines] == ["HABITER LA DIGUE", "ET SES ABORDS", "Une rive recule."]


def cut_grid(page: int, *rows: tuple[str, ...]) -> Grid:
    """A ruled grid of two columns at the same place on each page; the lines of a cell are parted by « / »."""
    cells = tuple(
        GridCell(number, column, 1, 1, tuple(_cell_lines(page, text, 40.0 + 200 * column, 60.0 + 60 * number)))
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
    )
    box = Box(x0=40, y0=60, x1=440, y1=60.0 + 60 * len(rows))
    return Grid(cells, len(rows), 2, box, (40.0, 240.0), ruled=True)


def _cell_lines(page: int, text: str, x: float, y: float) -> list[Line]:
    return [line_of(Put(part, x=x), page, y + 12 * place) for place, part in enumerate(text.split(" / ")) if part]


ROOMS = ("Salle 1", "Salle 2")
FIRST = cut_grid(1, ROOMS, ("9h – 10h / Habiter", "9h – 10h / Bâtir"), ("10h – 11h / Ce que dit :", "10h – 11h"))


def cells(grid: Grid) -> list[str]:
    return [cell.text for row in range(grid.rows) for cell in grid.row(row)]


def test_a_row_cut_by_the_end_of_a_page_keeps_its_hours_in_each_cell() -> None:
    rest = cut_grid(2, ROOMS, ("la rive", "Partir"), ("11h / Rester", "11h / Revenir"))
    assert cells(with_hours_of_cut_row(rest, FIRST)) == [
        *ROOMS,
        *("10h – 11h la rive", "10h – 11h Partir", "11h Rester", "11h Revenir"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (ROOMS, ("11h / Rester", "11h / Revenir")),
        (("Halle", "Salle 2"), ("la rive", "Partir"), ("11h / Rester", "11h / Revenir")),
    ],
    ids=["hours of its own", "other heads"],
)
def test_a_row_with_hours_or_under_other_heads_is_not_the_rest_of_one_cut(rows: tuple[tuple[str, ...], ...]) -> None:
    grid = cut_grid(2, *rows)
    assert with_hours_of_cut_row(grid, FIRST) == grid
    assert with_hours_of_cut_row(grid, None) == grid


def test_the_rest_of_a_cell_that_has_its_hours_from_the_page_before_goes_on_there() -> None:
    hours, title, rest = (
        line_of(Put(text), page, 60.0) for text, page in (("10h", 1), ("Ce que dit", 1), ("la rive", 2))
    )
    above, below = (Stretch(lines, GridItem(lines, None)) for lines in ((hours, title), (hours, rest)))
    joined = joined_over_pages([above], [below])
    assert [[line.text for line in each.lines] for each in joined] == [["10h", "Ce que dit", "la rive"]]


def table_rows(*days: tuple[int, str, float] | None) -> list[Stretch]:
    """Items of a table, each with the page, text and left edge of the day it has, or on page 2 without one."""
    made = []
    for number, told in enumerate(days):
        day = join_lines([line_of(Put(told[1], x=told[2]), told[0], 40.0)]) if told else None
        lines = (line_of(Put("Habiter la rive"), told[0] if told else 2, 60.0 + 20 * number),)
        made.append(Stretch(lines, GridItem(lines, None, day=day)))
    return made


def test_a_table_that_goes_on_over_the_page_keeps_the_day_of_its_last_row_of_one() -> None:
    rows = table_rows((1, "Mardi 14 mai", 60.0), None)
    text = Stretch((line_of(Put("Mercredi 15 mai"), 2, 40.0),))
    days = [each.item and each.item.day and each.item.day.text for each in days_over_pages(rows, ())]
    assert days == ["Mardi 14 mai", "Mardi 14 mai"]
    assert [each.item.day for each in days_over_pages([rows[0], text, rows[1]], ()) if each.item][1:] == [None]
    assert [each.item.day for each in days_over_pages(rows, {2}) if each.item][1:] == [None]


def test_days_that_head_columns_are_those_of_their_page_only() -> None:
    rows = table_rows((1, "Mardi 14 mai", 60.0), (1, "Mercredi 15 mai", 200.0), None)
    assert [each.item.day for each in days_over_pages(rows, ()) if each.item][2:] == [None]


@pytest.mark.parametrize(("rooms", "kept"), [(("Salle 1", "Salle 2"), True), (("Salle 1", ""), False)])
def test_rows_in_rooms_of_their_own_keep_the_hours_of_the_last_row_of_the_page_before(
    rooms: tuple[str, str], kept: bool
) -> None:
    before, after = (
        each._replace(item=each.item and each.item._replace(rooms=(passage(room, page),) if room else ()))
        for page, (each, room) in enumerate(
            zip(
                (stretch(1, "10h", "HABITER", "Léa Durand"), stretch(2, "", "BÂTIR", "Marc Petit")),
                rooms,
                strict=True,
            ),
            1,
        )
    )
    _, joined = joined_over_pages([before], [after])
    assert joined.item is not None
    assert (joined.item.hours is not None) is kept


def test_several_rows_without_hours_at_the_top_of_a_page_keep_those_of_the_page_before() -> None:
    rows = [stretch(2, "", title, "Marc Petit", y) for title, y in (("BÂTIR", 60.0), ("PARTIR", 90.0))]
    _, *joined = joined_over_pages([stretch(1, "10h", "HABITER", "Léa Durand")], rows)
    assert all(each.item and each.item.hours for each in joined)


def in_room(stretches: list[Stretch], room: str) -> list[Stretch]:
    rooms = (join_lines([line_of(Put(room), 1, 20.0)]),)
    return [held._replace(item=held.item and held.item._replace(rooms=rooms)) for held in stretches]


def test_a_row_cut_below_hours_that_the_next_page_repeats_names_its_room_no_more() -> None:
    above = in_room(side("10h", (120, "Ce que dit la rive")), "Salle 1")
    for rest, count in (
        (side("10h", (120, "Léa Durand, éclusière"), page=2), 1),
        (side("11h", (120, "Léa Durand, éclusière"), page=2), 2),
        (in_room(side("10h", (120, "Un pont de bois"), page=2), "Salle 2"), 2),
    ):
        assert len(joined_over_pages(above, rest)) == count
