"""Grids on a page: what drawn rulings or alignment make of its lines."""

from itertools import pairwise
from typing import Any

from layouts import TITLES, Put, document, line_of, lines_of, page_of

from pipeline.document import Box, Cell, Page
from pipeline.segment import split_sessions
from pipeline.segment.grids import ruled_grids, set_grids
from pipeline.segment.grids.aligned import aligned_grid
from pipeline.segment.grids.days_below import parted_by_days
from pipeline.segment.stretches import have_rows_between


def test_hours_beside_columns_under_the_names_of_rooms_make_a_grid() -> None:
    puts = [Put("Salle 1", x=120.0), Put("Salle 2", x=260.0, beside=True)]
    for hour in ("9h", "10h", "11h"):
        puts += [Put(hour, gap=20.0), Put("Habiter", x=120.0, beside=True), Put("Bâtir", x=260.0, beside=True)]
    grid = aligned_grid(lines_of(puts))
    assert grid is not None
    assert [cell.text for cell in grid.row(0)] == ["Salle 1", "Salle 2"]
    assert [cell.text for cell in grid.row(2)] == ["10h", "Habiter", "Bâtir"]


def test_text_without_hours_makes_no_grid() -> None:
    assert aligned_grid(lines_of([Put("Salle 1"), Put("Salle 2", x=260.0, beside=True), Put("Habiter")])) is None


def test_hours_over_the_text_of_their_own_column_make_no_grid() -> None:
    puts = []
    for hour in ("9h", "10h", "11h"):
        puts += [Put(hour, gap=20.0), Put("Une rive", x=160.0, beside=True), Put("Le pont", x=280.0, beside=True)]
        puts += [
            Put("Habiter la digue"),
            Put("et le moulin", x=160.0, beside=True),
            Put("de bois", x=280.0, beside=True),
        ]
    assert aligned_grid(lines_of(puts)) is None


def test_a_break_without_people_leaves_the_grid_of_titles_and_people_whole() -> None:
    puts = []
    for hour, title, people in (
        ("9h", "Habiter la rive", "Léa Durand"),
        ("10h", "Pause", ""),
        ("11h", "20 heures, le journal", "Marc Petit"),
        ("14h", "Un titre qui va loin dans la page", "Anne Morel"),
        ("15h", "La crue", "Paul Roux"),
    ):
        puts += [Put(hour, gap=20.0), Put(title, x=100.0, beside=True)]
        puts += [Put(people, x=280.0, beside=True)] if people else []
    grid = aligned_grid(lines_of(puts))
    assert grid is not None
    assert [cell.text for cell in grid.row(1)] == ["10h", "Pause"]
    assert [(cell.text, cell.columns) for cell in grid.row(3)][1:] == [
        ("Un titre qui va loin dans la page", 1),
        ("Anne Morel", 1),
    ]


def tight(*texts: str) -> list[Put]:
    """Three hours, each beside two cells of which the first fills its column up to the second."""
    puts = []
    for number, text in enumerate(texts):
        puts += [
            Put(f"{9 + number}h", gap=20.0),
            Put(text, x=120.0, width=139.0, beside=True),
            Put("Bâtir", x=260.0, beside=True),
        ]
    return puts


def test_columns_full_up_to_the_next_are_told_by_what_begins_under_its_head() -> None:
    heads = [Put("Salle 1", x=120.0), Put("Salle 2", x=260.0, beside=True)]
    grid = aligned_grid(lines_of([*heads, *tight("Habiter", "Rester", "Partir", "Revenir")]))
    assert grid is not None
    assert [cell.text for cell in grid.row(2)] == ["10h", "Rester", "Bâtir"]


def test_heads_of_rooms_may_be_among_the_furniture_of_their_page() -> None:
    heads = lines_of([Put("Salle 1", x=120.0), Put("Salle 2", x=260.0, beside=True)], top=30.0)
    grid = aligned_grid(lines_of(tight("Habiter", "Rester", "Partir", "Revenir")), heads)
    assert grid is not None
    assert [cell.text for cell in grid.row(0)] == ["Salle 1", "Salle 2"]


ROOMS = [Put("Salle 1", x=120.0), Put("Salle 2", x=260.0, beside=True)]


def row(hour: str, first: str, second: str) -> list[Put]:
    return [Put(hour, gap=20.0), Put(first, x=120.0, beside=True), Put(second, x=260.0, beside=True)]


def test_what_stands_in_a_drawn_cell_over_two_rows_is_of_the_first() -> None:
    lines = lines_of([*ROOMS, *row("9h", "Habiter", "Bâtir"), *row("10h", "avec Omar Vasseur", "Rester")])
    tops = [line.box.y0 - 5 for line in lines]
    over = Box(x0=110.0, y0=tops[2], x1=250.0, y1=tops[5] + 40)
    upper, lower = (Box(x0=250.0, y0=top, x1=390.0, y1=top + 30) for top in (tops[2], tops[5]))
    grid = aligned_grid(lines, boxes=(over, upper, lower))
    assert grid is not None
    assert [[cell.text for cell in grid.row(number)] for number in (1, 2)] == [
        ["9h", "Habiter avec Omar Vasseur", "Bâtir"],
        ["10h", "Rester"],
    ]


def test_what_stands_alone_in_the_middle_of_a_drawn_cell_is_over_all_its_columns() -> None:
    lunch = [Put("11h", gap=20.0), Put("Déjeuner", x=160.0, width=40.0, beside=True)]
    lines = lines_of([*ROOMS, *row("9h", "Habiter", "Bâtir"), *row("10h", "Naviguer", "Rester"), *lunch])
    top = lines[-1].box.y0
    drawn = Box(x0=110.0, y0=top - 5, x1=250.0, y1=top + 15)
    wide = drawn.model_copy(update={"x1": 400.0})
    middle = lines[-1].box.model_copy(update={"x0": 235.0, "x1": 275.0})
    for box, line, columns in ((drawn, lines[-1], 1), (wide, lines[-1].model_copy(update={"box": middle}), 2)):
        grid = aligned_grid([*lines[:-1], line], boxes=(box,))
        assert grid is not None
        assert [cell.columns for cell in grid.row(3)] == [1, columns]


def test_a_break_alone_in_the_middle_of_all_columns_is_over_them() -> None:
    lunch = [Put("12h", gap=3.0), Put("Déjeuner", x=225.0, width=40.0, beside=True)]
    lines = lines_of(
        [*ROOMS, *row("9h", "Habiter", "Bâtir"), *lunch, *row("14h", "Naviguer", "Un pont de bois et un gué")]
    )
    told = [line.model_copy(update={"box": line.box.model_copy(update={"x1": 370.0})}) for line in lines[-1:]]
    grid = aligned_grid([*lines[:-1], *told])
    assert grid is not None
    assert [[(cell.text, cell.columns) for cell in grid.row(number)] for number in (1, 2)] == [
        [("9h", 1), ("Habiter", 1), ("Bâtir", 1)],
        [("12h", 1), ("Déjeuner", 2)],
    ]


def test_a_column_shaded_from_top_to_bottom_is_not_one_cell() -> None:
    lines = lines_of([*ROOMS, *row("9h", "Habiter", "Bâtir"), *row("10h", "Naviguer", "Rester")])
    grid = aligned_grid(lines, boxes=(Box(x0=110.0, y0=50.0, x1=250.0, y1=200.0),))
    assert grid is not None
    assert [cell.text for cell in grid.row(2)] == ["10h", "Naviguer", "Rester"]


def test_each_day_that_stands_alone_has_its_own_grid() -> None:
    days = [
        [Put(day), *ROOMS, *row("9h", "Habiter", "Bâtir"), *row("10h", "Naviguer", "Rester")]
        for day in ("Lundi", "Mardi")
    ]
    grids = set_grids(page_of(1, [put for puts in days for put in puts]))
    assert [[cell.text for cell in grid.row(1)] for grid in grids] == [["9h", "Habiter", "Bâtir"]] * 2


def test_a_day_broken_in_the_cell_over_the_hours_parts_no_grid() -> None:
    broken = [Put("LE"), Put("VENDREDI"), Put("13"), Put("MAI")]
    heads = [Put("LE"), *(put._replace(beside=True) for put in ROOMS), *broken[1:]]
    (grid,) = set_grids(page_of(1, [*heads, *row("9h", "Habiter", "Bâtir"), *row("10h", "Naviguer", "Rester")]))
    assert [cell.text for cell in grid.row(0)][-2:] == ["Salle 1", "Salle 2"]


def centred(text: str, middle: float, **how: Any) -> Put:
    return Put(text, x=middle - 2.5 * len(text), **how)


def test_a_day_broken_over_centred_lines_beside_the_heads_parts_no_grid_and_is_that_of_its_rows() -> None:
    heads = [centred("Journée 1 |", 70.0), *(put._replace(beside=True) for put in ROOMS)]
    heads += [centred("jeudi 23 juin", 70.0, gap=0.0)]
    rows = [centred(hour, 70.0, gap=20.0) for hour in ("9h", "10h")]
    puts = [*heads, *(put for hour in rows for put in (hour, *row("", "Habiter", "Bâtir")[1:]))]
    (grid,) = set_grids(page_of(1, puts))
    assert [cell.text for cell in grid.row(0)] == ["Journée 1 | jeudi 23 juin", "Salle 1", "Salle 2"]


def test_centred_columns_below_heads_may_stand_close_together() -> None:
    puts = [centred("Salle 1", 190.0), centred("Salle 2", 330.0, beside=True)]
    for hour in ("9h", "10h", "11h"):
        puts += [Put(hour, gap=20.0), centred("Habiter la rive de la Sorne", 190.0, beside=True)]
        puts += [centred("Nourrir la ville et ses bourgs", 335.0, beside=True)]
    grid = aligned_grid(lines_of(puts))
    assert grid is not None
    assert [cell.text for cell in grid.row(1)] == [
        *("9h", "Habiter la rive de la Sorne", "Nourrir la ville et ses bourgs"),
    ]


def test_hours_with_a_point_are_those_of_a_grid_where_they_rise() -> None:
    def items(*hours: str) -> list[str | None]:
        puts = [*ROOMS, *(put for hour in hours for put in row(hour, "Habiter", "Bâtir"))]
        return [segment.hours.text if segment.hours else None for segment in split_sessions(document(puts)).segments]

    assert items("9.00", "9.45", "10.30") == ["9.00", "9.00", "9.45", "9.45", "10.30", "10.30"]
    assert items("9.90", "8.50", "7.00") == []


def with_drawn_rows(page: Page, *tables: tuple[int, ...]) -> Page:
    """The page with the cells of some rows drawn, of one table or several; rows have three columns."""
    tops = [line.box.y0 - 4 for line in page.lines if line.box.x0 < 110]
    cells = tuple(
        Cell(row=number, column=column, box=Box(x0=x0, y0=tops[row], x1=x1, y1=tops[row] + 32), table=table)
        for table, rows in enumerate(tables)
        for number, row in enumerate(rows)
        for column, (x0, x1) in enumerate(pairwise((30.0, 110.0, 250.0, 390.0)))
    )
    return page.model_copy(update={"cells": cells})


def test_rows_without_shading_are_of_the_table_whose_other_rows_are_drawn() -> None:
    puts = row("De", "À", "Session")
    hours = (("9h", "10h"), ("9h", "11h"), ("11h", "12h"), ("14h", "15h"))
    for (start, end), title in zip(hours, TITLES, strict=True):
        puts += row(start, end, title)
    page = with_drawn_rows(document(puts).pages[0], (0, 1), (3, 4))
    found = split_sessions(document(page)).segments
    assert [(one.hours and one.hours.text, one.title.text) for one in found] == [
        (start, title) for (start, _), title in zip(hours, TITLES, strict=True)
    ]


def test_rows_at_the_foot_of_a_table_do_not_hide_those_drawn() -> None:
    puts = row("De", "À", "Session")
    for hour, title in zip(("9h", "10h", "11h", "12h"), TITLES, strict=True):
        puts += row(hour, "17h", title)
    whole = document(puts).pages[0]
    foot, between = (with_drawn_rows(whole, *rows) for rows in (((0, 1, 2, 3),), ((0, 1), (3, 4))))
    assert not have_rows_between(ruled_grids(foot), set_grids(foot), foot)
    assert have_rows_between(ruled_grids(between), set_grids(between), between)


def test_a_table_of_which_only_the_shaded_cells_are_drawn_has_its_hours_beside_them() -> None:
    page = page_of(1, [*ROOMS, *row("9h", "Habiter", "Bâtir"), *row("10h", "Naviguer", "Rester")])
    shaded = tuple(
        Cell(row=place, column=column, box=Box(x0=x, y0=y - 5, x1=x + 140.0, y1=y + 25))
        for place, y in enumerate((page.lines[2].box.y0, page.lines[5].box.y0))
        for column, x in enumerate((110.0, 250.0))
    )
    found = split_sessions(document(page.model_copy(update={"cells": shaded}))).segments
    assert [(s.hours and s.hours.text, s.title.text, s.room and s.room.text) for s in found] == [
        ("9h", "Habiter", "Salle 1"),
        ("9h", "Bâtir", "Salle 2"),
        ("10h", "Naviguer", "Salle 1"),
        ("10h", "Rester", "Salle 2"),
    ]


def test_talks_with_hours_of_their_own_below_a_title_leave_the_grid_whole() -> None:
    puts = [
        *row("9h – 11h", "Habiter", "Léa Durand"),
        Put("9h30 La digue", x=120.0),
        *row("11h", "Pause", "Anne Morel"),
    ]
    grid = aligned_grid(lines_of([*puts, *row("12h", "Rester", "Omar Vasseur")]))
    assert grid is not None
    assert [cell.text for cell in grid.row(0)] == ["9h – 11h", "Habiter 9h30 La digue", "Léa Durand"]


def test_hours_in_two_columns_are_those_of_two_days_side_by_side() -> None:
    puts = [
        *row("9h", "Habiter", "9h Ouverture"),
        *row("10h", "Rester", "10h Un pont"),
        *row("11h", "Partir", "11h Fin"),
    ]
    assert aligned_grid(lines_of(puts)) is None


def test_a_time_that_runs_from_the_hours_into_the_text_tells_of_no_grid() -> None:
    puts = [*row("9h", "Habiter", "Bâtir"), Put("10h – sessions parallèles au choix", gap=20.0)]
    assert aligned_grid(lines_of([*puts, *row("11h", "Rester", "Partir")])) is None


def test_hours_broken_behind_the_word_that_leads_to_their_end_are_one_label() -> None:
    puts = []
    for number, text in enumerate(("Habiter", "Rester", "Partir")):
        puts += [*row(f"de {9 + number}h à", text, "Bâtir"), Put(f"{10 + number}h", x=48.0)]
    grid = aligned_grid(lines_of(puts))
    assert grid is not None
    assert [cell.text for cell in grid.column(0)] == ["de 9h à 10h", "de 10h à 11h", "de 11h à 12h"]


def test_breaks_may_leave_most_rows_without_people() -> None:
    puts = []
    for number in range(6):
        puts += row(f"{9 + number}h", f"Titre {number}", "Léa Durand")[: 3 if number in (1, 4) else 2]
        puts += [Put("éclusière", x=260.0)] if number in (1, 4) else []
    grid = aligned_grid(lines_of(puts))
    assert grid is not None
    assert [cell.text for cell in grid.row(4)] == ["13h", "Titre 4", "Léa Durand éclusière"]


def test_a_text_over_the_whole_width_below_each_hour_makes_no_grid() -> None:
    puts = []
    for hour in ("9h – 10h", "10h – 11h", "11h – 12h"):
        puts += [
            Put(hour, gap=20.0, width=50.0),
            Put("Salle 2", x=140.0, beside=True),
            Put("Atelier", x=240.0, beside=True),
        ]
        puts += [Put("Une rive recule et la commune s'interroge sur la suite.", width=340.0) for _ in range(4)]
    assert aligned_grid(lines_of(puts)) is None


def test_hours_in_words_begin_the_title_of_a_row_with_hours_in_figures() -> None:
    heads = [Put("Horaires"), Put("Titre", x=120.0, beside=True), Put("Salle", x=260.0, beside=True)]
    rows = (("9h", "20 heures, le journal"), ("10h", "La digue (et le moulin"), ("11h", "Partir"))
    puts = [*heads]
    for hour, title in rows:
        puts += row(hour, title, "Halle")
    segments = split_sessions(document(puts)).segments
    assert [segment.title.text for segment in segments] == [title for _, title in rows]


def test_hours_alone_below_the_title_of_a_cell_leave_it_whole() -> None:
    puts = [Put("Horaires"), Put("Salle 1", x=120.0, beside=True), Put("Salle 2", x=260.0, beside=True)]
    for hour, left, right in (
        ("9h", "Accueil", "Marcher"),
        ("10h", "La digue", "La fresque"),
        ("11h", "Lire", "Rire"),
    ):
        puts += row(hour, left, right)
        if right == "La fresque":
            puts += [Put("10h15 – 10h45", x=260.0), Put("Animation : Léa Durand", x=260.0)]
    found = next(one for one in split_sessions(document(puts)).segments if one.title.text == "La fresque")
    assert found.hours is not None and found.hours.text == "10h15 – 10h45"
    assert [block.passage.text for block in found.blocks] == ["Léa Durand"]


def test_what_is_centred_over_all_columns_does_not_hide_them() -> None:
    puts = [centred("Salle 1", 150), centred("Salle 2", 310)]
    puts[1] = puts[1]._replace(beside=True)
    for hour, texts in (
        ("9h", ("Accueil des bateliers et des riverains",)),
        ("10h", ("Habiter la digue", "Un pont de bois")),
        ("11h", ("Pause au bord de l'eau et visite",)),
        ("12h", ("Déjeuner au bord de l'eau et visite",)),
        ("14h", ("Le moulin demain", "La crue au village")),
        ("15h", ("Mot de la fin des deux communes",)),
        ("16h", ("Pot de clôture au bord de l'eau",)),
        ("17h", ("Retour en bateau vers les communes",)),
        ("18h", ("Dîner au moulin et veillée de la rive",)),
    ):
        middles = (150, 310) if len(texts) > 1 else (230,)
        puts += [Put(hour, gap=20.0)]
        puts += [centred(text, middle, beside=True) for text, middle in zip(texts, middles, strict=True)]
    grid = aligned_grid(lines_of(puts))
    assert grid is not None
    assert [(cell.text, cell.columns) for cell in grid.row(2)][1:] == [
        ("Habiter la digue", 1),
        ("Un pont de bois", 1),
    ]
    assert [(cell.text, cell.columns) for cell in grid.row(3)][1:] == [("Pause au bord de l'eau et visite", 2)]


def test_lines_centred_below_each_other_over_the_columns_are_one_cell() -> None:
    puts = [centred(f"Salle {number}", 150 + 100 * number)._replace(beside=number > 0) for number in range(3)]
    for hour, texts in (
        ("9h", ("Accueil",)),
        ("10h", ("Habiter la digue", "Un pont", "La crue")),
        ("11h", ("Mot de la fin dit par toutes les communes de la rive", "et Vézac")),
        ("12h", ("Le moulin", "La digue", "La rive")),
    ):
        one = len(texts) < 3
        puts += [Put(hour, gap=20.0)]
        puts += [centred(t, 250 if one else 150 + 100 * n, beside=not one or n == 0) for n, t in enumerate(texts)]
    grid = aligned_grid(lines_of(puts))
    assert grid is not None
    assert [(cell.text, cell.columns) for cell in grid.row(3)][1:] == [
        ("Mot de la fin dit par toutes les communes de la rive et Vézac", 3)
    ]
    assert [(cell.text, cell.columns) for cell in grid.row(1)][1:] == [("Accueil", 3)]


def test_tables_of_days_that_touch_are_told_apart_by_their_columns() -> None:
    def cells(row: int, edges: tuple[float, ...], first: int) -> list[Cell]:
        top = 60.0 + 40 * row
        return [
            Cell(row=row, column=first + n, box=Box(x0=a, y0=top, x1=b, y1=top + 40))
            for n, (a, b) in enumerate(pairwise(edges))
        ]

    one, two = (40.0, 100.0, 200.0, 300.0), (40.0, 100.0, 160.0, 230.0, 300.0)
    drawn = [*cells(0, one, 0), *cells(1, one, 0), *cells(2, two, 0), *cells(3, two, 0)]
    days = [line_of(Put(text, x=42.0), 1, y) for text, y in (("Mardi 4 mai", 70.0), ("Mercredi 5 mai", 150.0))]
    parts = parted_by_days(drawn, days)
    assert [(len(part), max(cell.row for cell in part)) for part in parts] == [(6, 1), (8, 1)]
    assert parted_by_days(drawn, days[:1]) == [drawn]
    same = [*cells(0, one, 0), *cells(1, one, 0), *cells(2, one, 0), *cells(3, one, 0)]
    assert parted_by_days(same, days) == [same]


def test_practical_information_below_a_table_is_no_text_of_its_last_row() -> None:
    heads = [Put("Horaires"), Put("Titre", x=120.0, beside=True), Put("Salle", x=260.0, beside=True)]
    puts = [*heads]
    for hour, title in (("9h", "Habiter"), ("10h", "Bâtir"), ("11h", "Partir")):
        puts += row(hour, title, "Halle")
    (grid,) = set_grids(page_of(1, [*puts, Put("Infos pratiques", gap=20.0, width=110.0), Put("Accès par la digue")]))
    assert [cell.text for cell in grid.row(3)] == ["11h", "Partir", "Halle"]


def test_heads_of_a_ruled_table_that_the_furniture_holds_are_its_heads() -> None:
    edges = (40.0, 100.0, 220.0, 340.0)
    cells = tuple(
        Cell(row=row, column=column, box=Box(x0=x0, y0=60.0 + 40 * row, x1=x1, y1=100.0 + 40 * row))
        for row in range(3)
        for column, (x0, x1) in enumerate(pairwise(edges))
    )
    heads = tuple(
        line_of(Put(text, x=x, width=60.0), 1, 70.0) for text, x in (("Salle 1", 110.0), ("Salle 2", 230.0))
    )
    texts = (("9h", "Habiter", "Bâtir"), ("10h", "Naviguer", "Rester"))
    inside = tuple(
        line_of(Put(text, x=edges[column] + 10, width=40.0), 1, 110.0 + 40 * row)
        for row, told in enumerate(texts)
        for column, text in enumerate(told)
    )
    page = Page(number=1, width=420.0, height=595.0, lines=inside, furniture=heads, cells=cells)
    found = split_sessions(document(page)).segments
    assert [(s.title.text, s.room and s.room.text) for s in found] == [
        *(("Habiter", "Salle 1"), ("Bâtir", "Salle 2")),
        *(("Naviguer", "Salle 1"), ("Rester", "Salle 2")),
    ]


def test_text_in_a_cell_ends_with_it_though_a_row_over_all_columns_begins_there() -> None:
    left, right = (40.0, 200.0), (200.0, 360.0)
    cells = tuple(
        Cell(row=row, column=column, box=Box(x0=x0, y0=60.0 + 60 * row, x1=x1, y1=120.0 + 60 * row))
        for row, sides in enumerate(((left, right), ((40.0, 360.0),), (left, right)))
        for column, (x0, x1) in enumerate(sides)
    )
    texts = {
        (50.0, 70.0): ("10h", "Un pont de bois"),
        (210.0, 70.0): ("10h", "Le moulin en partage"),
        (50.0, 130.0): ("11h", "Pause et visite de l'écluse sur la rive du canal"),
        (50.0, 190.0): ("14h", "Léa Durand (Canal Sud, Vézac)", "– « Habiter la digue »"),
        (210.0, 190.0): ("14h", "Naviguer"),
    }
    lines = tuple(
        line_of(Put(text, x=x, width=max(20.0, 4.8 * len(text))), 1, y + 12 * number)
        for (x, y), told in texts.items()
        for number, text in enumerate(told)
    )
    found = split_sessions(document(Page(number=1, width=420.0, height=595.0, lines=lines, cells=cells))).segments
    assert [s.title.text for s in found][3] == "« Habiter la digue »"


def test_people_in_bold_below_a_title_in_bold_are_no_further_items_of_a_cell() -> None:
    def in_bold_up_to(page: Page, signs: str) -> Page:
        lines = []
        for line in page.lines:
            (span,), end = line.spans, len(line.text.partition(signs)[0])
            bold = span.model_copy(update={"end": end, "style": span.style.model_copy(update={"bold": True})})
            parted = end < len(line.text) and line.box.x0 > 250
            spans = (bold, span.model_copy(update={"start": end})) if parted else (span,)
            lines.append(line.model_copy(update={"spans": spans}))
        return page.model_copy(update={"lines": tuple(lines)})

    puts = [Put("Horaires"), Put("Salle 1", x=120.0, beside=True), Put("Salle 2", x=260.0, beside=True)]
    for hour, left, right in (
        ("9h", "Lire", "Marcher /1/"),
        ("10h", "La digue", "La fresque /2/"),
        ("11h", "Dire", "Rire /3/"),
    ):
        puts += row(hour, left, right)
        puts += [Put("Léa Durand /éclusière/", x=260.0)]
    page = in_bold_up_to(document(puts).pages[0], " /")
    titles = [found.title.text for found in split_sessions(document(page)).segments]
    assert not any("Durand" in title for title in titles) and len(titles) == 6
