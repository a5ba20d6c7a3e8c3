"""What rows and columns say of the items of a grid."""

from collections.abc import Sequence

import pytest
from layouts import Put, line_of, lines_of

from pipeline.document import Box, Capacity
from pipeline.page.grid_cells import Grid, GridCell
from pipeline.segment.grids.columns import Column, Role, item_columns, role_named
from pipeline.segment.grids.items import GridItem, read_grid
from pipeline.segment.grids.title_looks import title_look
from pipeline.segment.rooms import room_at

ROW, COLUMN = 40.0, 120.0


def cell(text: str, row: int, column: int, rows: int = 1, columns: int = 1) -> GridCell:
    """A cell whose lines are those of the text, set at its place."""
    lines = tuple(
        line_of(Put(part, x=40 + COLUMN * column, width=5.0 * len(part)), 1, 60 + ROW * row + 12 * number, row)
        for number, part in enumerate(text.split("\n"))
        if part
    )
    return GridCell(row, column, rows, columns, lines)


def grid(*rows: Sequence[str | GridCell]) -> Grid:
    """A ruled grid; a text is a cell of one row and column."""
    cells = tuple(
        each if isinstance(each, GridCell) else cell(each, number, column)
        for number, row in enumerate(rows)
        for column, each in enumerate(row)
    )
    columns = max(each.column + each.columns for each in cells)
    box = Box(x0=40, y0=60, x1=40 + COLUMN * columns, y1=60 + ROW * len(rows))
    return Grid(cells, len(rows), columns, box, tuple(40 + COLUMN * n for n in range(columns)), ruled=True)


def told(items: Sequence[GridItem]) -> list[tuple[str, str | None, list[str]]]:
    return [
        (
            " ".join(line.text for line in item.lines),
            item.hours.passage.text if item.hours else None,
            [room.text for room in item.rooms],
        )
        for item in items
    ]


def test_a_row_is_an_item_where_heads_name_hours_title_and_room() -> None:
    items, columns = read_grid(
        grid(
            ("Horaires", "Intitulé", "Salle"),
            ("9h - 10h", "Habiter la digue", "Halle"),
            ("10h - 11h", "Un pont de bois", "Salle 2"),
        )
    )
    assert [column.role for column in columns] == [Role.HOURS, Role.TITLE, Role.ROOM]
    assert told(items) == [
        ("Habiter la digue", "9h - 10h", ["Halle"]),
        ("Un pont de bois", "10h - 11h", ["Salle 2"]),
    ]


def test_a_cell_over_the_columns_of_several_days_is_an_item_of_each() -> None:
    items, _ = read_grid(
        grid(
            ("Horaires", "Lundi 5 mai 2025", "Mardi 6 mai 2025", "Mercredi 7 mai 2025"),
            ("9h - 12h", "Habiter la digue", "Un pont de bois", "Lire la rive"),
            ("12h - 14h", cell("Déjeuner", 2, 1, columns=3)),
            ("14h - 17h", "Naviguer", "Bâtir", "Rester"),
        )
    )
    lunch = [item for item in items if item.lines[0].text == "Déjeuner"]
    assert [item.day.text for item in lunch if item.day] == [
        "Lundi 5 mai 2025",
        "Mardi 6 mai 2025",
        "Mercredi 7 mai 2025",
    ]


def test_a_day_between_the_heads_and_the_first_row_is_that_of_the_rows_below() -> None:
    items, _ = read_grid(
        grid(
            ("Horaires", "Intitulé"),
            ("Mardi 14 mai 2024", ""),
            ("9h - 10h", "Habiter la digue"),
            ("10h - 11h", "Un pont de bois"),
        )
    )
    assert [item.day.text if item.day else None for item in items] == ["Mardi 14 mai 2024"] * 2


def test_a_cell_is_an_item_in_the_room_of_its_column_at_the_hours_of_its_row() -> None:
    items, _ = read_grid(
        grid(
            ("", "Salle 1", "Salle 2"),
            ("9h - 10h", "Habiter la digue", "Un pont de bois"),
            ("10h - 11h", "Le moulin", "La crue"),
        )
    )
    assert told(items) == [
        ("Habiter la digue", "9h - 10h", ["Salle 1"]),
        ("Un pont de bois", "9h - 10h", ["Salle 2"]),
        ("Le moulin", "10h - 11h", ["Salle 1"]),
        ("La crue", "10h - 11h", ["Salle 2"]),
    ]


@pytest.mark.parametrize(
    ("head", "track", "room"),
    [
        ("Axe A – Les rives\nSalle 12", "Axe A – Les rives", "Salle 12"),
        ("Salle Jean\nMoulin", None, "Salle Jean Moulin"),
        ("Grande\nsalle Nord", None, "Grande salle Nord"),
    ],
)
def test_a_head_may_name_a_theme_over_its_room(head: str, track: str | None, room: str) -> None:
    items, _ = read_grid(
        grid(
            ("", head, "Axe B – Les ponts\nSalle 14"),
            ("9h - 10h", "Habiter la digue", "Un pont de bois"),
            ("10h - 11h", "Le moulin", "La crue"),
        )
    )
    assert items[0].track == items[2].track
    assert items[0].track is None if track is None else items[0].track and items[0].track.text == track
    assert [each.text for each in items[0].rooms] == [room]
    assert [each.text for each in items[1].rooms] == ["Salle 14"]


def test_hours_inside_the_cells_of_rooms_are_those_of_each_even_where_one_row_has_most() -> None:
    items, _ = read_grid(
        grid(
            ("Atelier", "Halle", "Studio"),
            ("9h - 10h\nHabiter la digue", "9h - 10h\nUn pont de bois", "9h - 10h\nLe moulin"),
            (cell("10h - 10h30\nPause", 2, 0, columns=3),),
            (cell("10h30 - 11h\nLa crue", 3, 0, columns=3),),
        )
    )
    assert [(item.lines[-1].text, [room.text for room in item.rooms]) for item in items] == [
        ("Habiter la digue", ["Atelier"]),
        ("Un pont de bois", ["Halle"]),
        ("Le moulin", ["Studio"]),
        ("Pause", []),
        ("La crue", []),
    ]


def test_a_column_of_ends_beside_that_of_starts_belongs_to_it() -> None:
    items, _ = read_grid(
        grid(
            ("9h", "10h", "Habiter la digue", "Salle 1"),
            ("10h", "11h", "Un pont de bois", "Salle 2"),
            ("", "", "Le moulin", "Salle 3"),
        )
    )
    assert [item.hours.until.text for item in items[:2] if item.hours and item.hours.until] == ["10h", "11h"]
    assert [(text, rooms) for text, _, rooms in told(items)] == [
        ("Habiter la digue", ["Salle 1"]),
        ("Un pont de bois", ["Salle 2"]),
        ("Le moulin", ["Salle 3"]),
    ]


def test_a_room_called_as_a_head_of_titles_is_a_room_beside_others() -> None:
    items, _ = read_grid(
        grid(
            ("", "Atelier", "Auditorium", "Studio"),
            ("9h - 10h", "Habiter la digue", "Un pont de bois", "Le moulin"),
            ("10h - 11h", "La crue", "La rive", "La berge"),
        )
    )
    assert [rooms for _, _, rooms in told(items)] == [["Atelier"], ["Auditorium"], ["Studio"]] * 2


def test_a_cell_over_all_rooms_has_none() -> None:
    items, _ = read_grid(
        grid(
            ("", "Salle 1", "Salle 2"),
            ("9h", cell("Ouverture", 1, 1, columns=2)),
            ("10h", "Le moulin", "La crue"),
        )
    )
    assert told(items)[0] == ("Ouverture", "9h", [])


def test_a_cell_over_rows_ends_with_the_last_of_them() -> None:
    items, _ = read_grid(
        grid(
            ("", "Salle 1", "Salle 2"),
            ("9h - 10h", cell("Le moulin", 1, 1, rows=2), "La crue"),
            ("10h - 11h", cell("Le gué", 2, 2)),
        )
    )
    long = next(item for item in items if item.lines[0].text == "Le moulin")
    assert long.hours is not None
    assert long.until is not None
    assert (long.hours.passage.text, long.until.passage.text) == ("9h - 10h", "10h - 11h")


def test_hours_along_the_top_make_rooms_of_the_rows() -> None:
    items, _ = read_grid(
        grid(("", "9h - 10h", "10h - 11h"), ("Salle 1", "Habiter", "Bâtir"), ("Salle 2", "Le moulin", "La crue"))
    )
    assert ("Bâtir", "10h - 11h", ["Salle 1"]) in told(items)
    assert ("Le moulin", "9h - 10h", ["Salle 2"]) in told(items)


def test_days_as_columns_give_the_day() -> None:
    items, _ = read_grid(
        grid(("", "Mardi 14 mai", "Mercredi 15 mai"), ("9h", "Habiter", "Bâtir"), ("10h", "Le moulin", "La crue"))
    )
    assert [item.day.text for item in items if item.day] == ["Mardi 14 mai", "Mercredi 15 mai"] * 2


def test_hours_broken_over_the_lines_of_a_narrow_cell_are_one_time() -> None:
    items, _ = read_grid(
        grid(("", "Salle 1", "Salle 2"), ("9h -\n10h", "Habiter", "Bâtir"), ("10h -\n11h", "Le gué", ""))
    )
    assert items[0].hours is not None
    assert items[0].hours.hours.end is not None


def test_a_column_of_people_names_them_in_the_capacity_of_its_head() -> None:
    items, _ = read_grid(
        grid(
            ("Heure", "Titre", "Modération"),
            ("9h", "Habiter", "Léa Durand"),
            ("10h", "Bâtir", "Marc Petit"),
        )
    )
    assert [(capacity, lines[0].text) for capacity, _, lines in items[0].people] == [
        (Capacity.MODERATION, "Léa Durand")
    ]


def test_a_table_without_hours_is_no_timetable() -> None:
    assert read_grid(grid(("Article", "Prix"), ("Farine", "12 €"), ("Corde", "8 €")))[0] == []


def test_heads_hold_for_the_table_that_goes_on_without_them() -> None:
    _, columns = read_grid(grid(("Heure", "Titre", "Lieu"), ("9h", "Habiter", "Halle"), ("10h", "Bâtir", "Cour")))
    items, _ = read_grid(grid(("11h", "Le moulin", "Halle"), ("12h", "La crue", "Cour")), columns)
    assert told(items) == [("Le moulin", "11h", ["Halle"]), ("La crue", "12h", ["Cour"])]


@pytest.mark.parametrize(
    ("head", "role"), [("Horaires", Role.HOURS), ("Salle", Role.ROOM), ("Descriptif", Role.TEXT)]
)
def test_a_head_names_the_role_of_its_column(head: str, role: Role) -> None:
    found = role_named(head)
    assert found is not None
    assert found[0] is role


def test_the_name_of_a_room_is_no_head_of_a_column_of_rooms() -> None:
    assert role_named("Salle 2") is None


def test_of_several_rooms_in_a_cell_each_holds_from_its_height_on() -> None:
    items, _ = read_grid(
        grid(
            ("Horaire", "Programme", "Lieu"),
            ("9h\n10h\n11h", "Habiter\nBâtir\nLe gué", "Halle\n\nSalle 3"),
            ("14h", "La crue", "Cour"),
        )
    )
    named = [room_at(item.rooms, item.lines[0].box.y0) for item in items]
    assert [room.text if room else None for room in named] == ["Halle", "Halle", "Salle 3", "Cour"]


def test_columns_of_people_and_rooms_show_below_a_day_that_spans_the_table() -> None:
    items, columns = read_grid(
        grid(
            [cell("Mardi 4 mai", 0, 0, columns=4)],
            ["9h", "Habiter la rive", "Léa Durand, éclusière", "Salle 1"],
            ["10h", "Le moulin", "Modération : Marc Petit", "Salle 2"],
            ["11h", "La crue", "La compagnie du pont", "Salle 1"],
            ["14h", "Le gué", "Anne Morel, passeuse", "Salle 2"],
        ),
        [],
    )
    assert [column.role for column in columns] == [Role.HOURS, Role.TITLE, Role.PEOPLE, Role.ROOM]
    assert told(items)[0] == ("Habiter la rive", "9h", ["Salle 1"])


def test_a_room_broken_over_the_lines_of_its_cell_is_one() -> None:
    items, _ = read_grid(
        grid(
            ["Horaire", "Titre", "Salle"],
            ["9h", "Habiter", "Salle\nAnne\nMorel"],
            ["10h", "Bâtir", "Salle 1\nSalle 2"],
        ),
        [],
    )
    assert [room for _, _, room in told(items)] == [["Salle Anne Morel"], ["Salle 1", "Salle 2"]]


def test_a_column_of_contents_holds_the_titles_where_no_other_does() -> None:
    items, _ = read_grid(grid(["Heure", "Contenu", "Lieu"], ["9h", "Habiter", "Halle"], ["10h", "Bâtir", "Cour"]), [])
    assert [title for title, _, _ in told(items)] == ["Habiter", "Bâtir"]


def test_the_words_that_announce_people_do_not_show_how_titles_are_set() -> None:
    cells = [
        lines_of([Put(title), Put("ANIMÉ PAR", bold=True), Put("Léa Durand")])
        for title in ("Habiter la digue", "Un pont de bois", "Le moulin")
    ]
    assert title_look(cells) is None


def test_of_looks_that_differ_in_colour_alone_titles_have_the_first() -> None:
    colors = [f"#{number}00000" for number in range(6, 0, -1)]
    cells = [lines_of([Put("Salle 2"), *(Put(title, bold=True, color=color) for color in colors)]) for title in "ABC"]
    look = title_look(cells)
    assert look is not None and look.color == colors[0]


def test_of_two_columns_headed_as_of_people_the_one_without_people_holds_the_titles() -> None:
    items, columns = read_grid(
        grid(
            ("Horaires", "Intervention", "Intervenant"),
            ("9h - 10h", "Habiter la digue", "Léa Durand, éclusière"),
            ("10h - 11h", "Un pont de bois", "Omar Vasseur, designer"),
        )
    )
    assert [column.role for column in columns] == [Role.HOURS, Role.TITLE, Role.PEOPLE]
    assert [title for title, _, _ in told(items)] == ["Habiter la digue", "Un pont de bois"]


def test_a_column_under_a_day_holds_items_though_the_day_beside_prints_fewer_hours() -> None:
    days = ("Lundi 10 novembre", "Mardi 11 novembre")
    items, _ = read_grid(
        grid(
            days, ("9h\nHabiter", "Bâtir la rive"), ("10h\nLa crue", "et la digue"), ("11h\nLe moulin", "11h\nMoudre")
        )
    )
    assert [(item.day.text if item.day else None, item.lines[-1].text) for item in items if item.lines] == [
        (days[0], "Habiter"),
        (days[1], "Bâtir la rive"),
        (days[0], "La crue"),
        (days[1], "et la digue"),
        (days[0], "Le moulin"),
        (days[1], "Moudre"),
    ]


def test_a_cell_over_all_columns_is_the_theme_of_the_rows_below_it() -> None:
    def band(text: str, row: int) -> GridCell:
        line = line_of(Put(text, bold=True, size=14.0), 1, 60 + ROW * row, row)
        return GridCell(row, 0, 1, 2, (line,))

    items, _ = read_grid(
        grid(
            (band("Rives et digues", 0),),
            ("9h - 10h", "Habiter la digue"),
            ("10h - 11h", "Un pont de bois"),
            (band("Moulins", 3),),
            ("11h - 12h", "Le moulin en partage"),
        )
    )
    assert [(item.lines[0].text, item.track.text if item.track else None) for item in items] == [
        ("Habiter la digue", "Rives et digues"),
        ("Un pont de bois", "Rives et digues"),
        ("Le moulin en partage", "Moulins"),
    ]


def test_a_break_over_all_columns_is_an_item_and_no_theme() -> None:
    lines = (line_of(Put("Pause", bold=True, size=14.0), 1, 100, 1),)
    items, _ = read_grid(
        grid(("9h - 10h", "Habiter la digue"), (GridCell(1, 0, 1, 2, lines),), ("11h - 12h", "Un pont de bois"))
    )
    assert "Pause" in [line.text for item in items for line in item.lines]
    assert all(item.track is None for item in items)


def test_a_room_below_the_hours_in_their_cell_is_that_of_the_row() -> None:
    items, _ = read_grid(grid(("9h - 10h\nSalle 2", "Habiter la digue"), ("10h - 11h\nRivages", "Un pont de bois")))
    assert told(items) == [("Habiter la digue", "9h - 10h", ["Salle 2"]), ("Un pont de bois", "10h - 11h", [])]


def test_a_row_over_all_columns_that_tells_who_chairs_has_no_hours_of_its_own() -> None:
    items, _ = read_grid(
        grid(
            ("9h", "Habiter la digue"),
            (cell("Les rives\nSous la présidence de Léa Durand", 1, 0, columns=2),),
            ("10h", "Un pont de bois"),
            ("11h", "Le moulin"),
        )
    )
    assert [hours for _, hours, _ in told(items)] == ["9h", None, "10h", "11h"]


def test_one_row_below_a_head_that_names_hours_is_enough() -> None:
    items, _ = read_grid(grid(("Heures", "Titre", "Salle"), ("9h - 10h", "Habiter la digue", "Halle")))
    assert told(items) == [("Habiter la digue", "9h - 10h", ["Halle"])]


def test_a_room_broken_at_a_hyphen_is_one_in_a_column_without_a_head() -> None:
    rooms = "Plénière (rez-de-\nchaussée)"
    rows = [(hour, rooms, title) for hour, title in (("9h", "Habiter"), ("10h", "Bâtir"), ("11h", "Partir"))]
    assert [column.role for column in read_grid(grid(*rows))[1]] == [Role.HOURS, Role.ROOM, Role.TITLE]


def test_items_side_by_side_print_the_same_time_with_a_point() -> None:
    rows = [
        (hour, title)
        for hour, title in zip(("9.15", "9.15", "9.15", "10.30"), ("Gué", "Bac", "Pont", "Quai"), strict=True)
    ]
    items, _ = read_grid(grid(("Horaire", "Titre"), *rows))
    assert [hours for _, hours, _ in told(items)] == ["9.15", "9.15", "9.15", "10.30"]


def test_a_table_that_goes_on_over_the_page_has_no_heads_in_its_first_row() -> None:
    _, columns = read_grid(grid(("Bâtir un quai", "9h", "Salle 1"), ("Draguer le port", "10h", "Salle 2")))
    below = grid(("Habiter la digue", "", "Salle 3"), ("Un pont de bois", "11h", "Salle 1"))
    assert [title for title, _, _ in told(read_grid(below, columns)[0])] == ["Habiter la digue", "Un pont de bois"]


def test_one_cell_that_opens_with_a_person_shows_a_column_of_people() -> None:
    rows = [("9h", "Accueil", ""), ("9h30", "Habiter la digue", "Léa Durand : éclusière"), ("11h", "Buffet", "")]
    _, columns = read_grid(grid(*rows))
    assert [column.role for column in columns] == [Role.HOURS, Role.TITLE, Role.PEOPLE]
    # What one page alone did not show is learnt from the next.
    assert read_grid(grid(*rows), [columns[0], *[Column(Role.ITEM)] * 2])[1] == columns


def test_hours_that_open_the_cells_of_every_column_are_those_of_items_though_breaks_stand_in_one() -> None:
    items, columns = read_grid(
        grid(
            ("Salle 1", "Salle 2"),
            ("", "9h\nAccueil"),
            ("10h\nHabiter la digue", "10h\nUn pont de bois"),
            ("", "11h\nPause"),
            ("", "12h\nDéjeuner"),
            ("14h\nLa crue", "14h\nLe moulin"),
        )
    )
    assert {column.role for column in columns} == {Role.ITEM}
    assert [title for title, _, _ in told(items)].count("10h Habiter la digue") == 1


@pytest.mark.parametrize(
    ("labels", "role"),
    [
        (("Cinéma Rex\nsalle 1", "Médiathèque", "Salle 2"), Role.ROOM),
        (("Mardi 4 mai", "Mercredi 5 mai", "Jeudi 6 mai"), Role.DAY),
        (("Contes", "Danse", "Théâtre"), Role.TRACK),
        (("9h Accueil", "Contes", "Danse"), Role.ITEM),
    ],
)
def test_a_first_column_without_hours_labels_the_rows_of_items_with_hours_of_their_own(
    labels: tuple[str, ...], role: Role
) -> None:
    items = [("14h La digue", "16h Le gué"), ("10h La rive", "15h Le pont"), ("11h La crue", "17h Le lit")]
    columns = item_columns(grid(*((label, *row) for label, row in zip(labels, items, strict=True))), 0)
    assert [column.role for column in columns or ()] == [role, Role.ITEM, Role.ITEM]


def test_a_room_that_labels_a_row_is_that_of_its_items() -> None:
    rows = (("Cinéma Rex\nsalle 1", "14h00 La digue", "16h00 Le gué"), ("Médiathèque", "10h La rive", "15h Le pont"))
    assert [rooms for _, _, rooms in told(read_grid(grid(*rows))[0])] == [["Cinéma Rex salle 1"]] * 2 + [
        ["Médiathèque"]
    ] * 2


def test_a_workshop_beside_a_hall_is_a_room() -> None:
    items, _ = read_grid(
        grid(
            ("", "Atelier", "Auditorium"),
            ("9h", "Habiter la digue", "Un pont de bois"),
            ("10h", "La crue", "Le moulin"),
        )
    )
    assert [rooms for _, _, rooms in told(items)] == [["Atelier"], ["Auditorium"]] * 2


def test_a_room_set_as_titles_are_elsewhere_shows_no_look_of_titles() -> None:
    cells = [lines_of([Put("Habiter la rive"), Put(f"Lieu : Salle {n}", bold=True)]) for n in range(3)]
    assert title_look(cells) is None


def test_a_numbered_part_over_all_columns_is_a_theme_however_it_is_set() -> None:
    items, _ = read_grid(
        grid(
            ["Horaire", "Intervention", "Intervenants"],
            [cell("SÉQUENCE 1 : LES RIVES", 1, 0, columns=3)],
            ["9h – 10h", "Habiter la digue", "Léa Durand, éclusière"],
            ["10h – 11h", "Ce que dit la crue", "Marc Petit, batelier"],
        )
    )
    assert [item.track and item.track.text for item in items] == ["SÉQUENCE 1 : LES RIVES"] * 2


def test_a_start_over_the_time_at_which_the_next_row_begins_is_one_range() -> None:
    items, _ = read_grid(
        grid(
            ["Horaire", "Intervention", "Intervenants"],
            ["9h – 10h", "Habiter la digue", "Léa Durand, éclusière"],
            ["10h\n11h15", "Ce que dit\nla crue", "Marc Petit, batelier"],
            ["11h15 – 12h", "Un pont de bois", "Inès Roux, maire"],
        )
    )
    ends = [item.hours and item.hours.until and item.hours.until.text for item in items]
    assert [item.lines[0].text for item in items] == ["Habiter la digue", "Ce que dit", "Un pont de bois"]
    assert ends == [None, "11h15", None]


def test_one_row_below_heads_of_rooms_or_days_is_enough() -> None:
    items, _ = read_grid(grid(("Salle 1", "Salle 2"), (cell("9h - 10h\nHabiter la digue", 1, 0, columns=2),)))
    assert told(items) == [("9h - 10h Habiter la digue", "9h - 10h", [])]
    items, _ = read_grid(grid(("", "Mardi 14 mai 2024", "Mercredi 15 mai 2024"), ("9h", "", "Habiter la digue")))
    assert [(title, hours) for title, hours, _ in told(items)] == [("Habiter la digue", "9h")]
    items, _ = read_grid(grid(("14 mai 2024", "Salle 1", "Salle 2"), ("9h", "", "Habiter"), ("10h", "Bâtir", "")))
    assert told(items) == [("Habiter", "9h", ["Salle 2"]), ("Bâtir", "10h", ["Salle 1"])]


def test_what_stands_larger_below_titles_is_a_subtitle_where_cells_with_a_title_alone_show_their_look() -> None:
    cells = [
        *(lines_of([Put(title, size=11.0), Put("Regards de terrain", size=13.0), Put("Texte")]) for title in "ABC"),
        lines_of([Put("Pause", size=11.0)]),
        lines_of([Put("Buffet", size=11.0)]),
    ]
    assert title_look(cells) is None
    assert title_look(cells[:3]) is not None
