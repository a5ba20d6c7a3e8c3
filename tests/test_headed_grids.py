"""Grids without rulings below heads that name their columns."""

from layouts import Put, lines_of

from pipeline.layout.broken_hours import as_one
from pipeline.page.grid_cells import hull_of
from pipeline.segment.grids.headed import headed_grids

HEADS = [Put("Thème"), Put("Créneau", x=250.0, beside=True), Put("Lieu", x=340.0, beside=True)]


def row(title: str, hour: str, room: str, gap: float = 14.0) -> list[Put]:
    return [Put(title, gap=gap), Put(hour, x=250.0, beside=True), Put(room, x=340.0, beside=True)]


def texts(puts: list[Put]) -> list[list[list[str]]]:
    grids = headed_grids(lines_of(puts))
    return [[[cell.text for cell in grid.row(number)] for number in range(grid.rows)] for grid in grids]


def test_heads_that_name_hours_and_more_make_a_grid_wherever_the_hours_stand() -> None:
    puts = [*HEADS, *row("Habiter la rive", "9h – 10h", "Halle"), Put("et la digue"), *row("Bâtir", "10h", "Cour")]
    (grid,) = texts(puts)
    assert grid == [
        ["Thème", "Créneau", "Lieu"],
        ["Habiter la rive et la digue", "9h – 10h", "Halle"],
        ["Bâtir", "10h", "Cour"],
    ]


def test_a_time_broken_over_the_lines_of_its_column_is_one_row() -> None:
    puts = [*HEADS, *row("Habiter", "À partir", "Halle"), Put("de 9h", x=250.0), *row("Bâtir", "10h", "Cour")]
    (grid,) = texts(puts)
    assert grid[1:] == [["Habiter", "À partir de 9h", "Halle"], ["Bâtir", "10h", "Cour"]]


def test_hours_broken_over_lines_stand_in_the_middle_of_their_row_with_all_their_lines() -> None:
    heads = [Put("Horaires"), Put("Thème", x=150.0, beside=True)]
    words = ("Le bac,", "la gare,", "les quais", "et l'écluse")
    told = [
        *[Put("La digue", x=150.0, gap=24.0), Put("La halle", x=150.0, gap=24.0)],
        *[Put(word, x=150.0, gap=0.0 if number else 24.0) for number, word in enumerate(words)],
    ]
    beside = lines_of([*heads, *told])
    middles = [beside[2].box, beside[3].box, hull_of([beside[4].box, beside[7].box])]
    starts = [(box.y0 + box.y1) / 2 - 12.0 for box in middles]
    broken = [as_one(lines_of([Put("9h –"), Put("10h", gap=2.0)], top=start)) for start in starts]
    (grid,) = headed_grids([*beside, *broken])
    told_of = [[cell.text for cell in grid.row(number)][1] for number in (1, 2, 3)]
    assert told_of == ["La digue", "La halle", "Le bac, la gare, les quais et l'écluse"]


def test_a_day_alone_on_its_row_ends_a_grid_and_new_heads_begin_the_next() -> None:
    day = [*row("Habiter", "9h", "Halle"), *row("Bâtir", "10h", "Cour")]
    puts = [*HEADS, *day, Put("Mercredi 5 mai", gap=20.0), *HEADS, *day]
    assert [len(grid) for grid in texts(puts)] == [3, 3]


def test_heads_hold_below_each_day_that_stands_alone_in_their_table() -> None:
    first = [*row("Habiter", "9h", "Halle"), *row("Bâtir", "10h", "Cour")]
    second = [*row("Partir", "9h", "Halle"), *row("Rester", "11h", "Cour")]
    puts = [*HEADS, Put("Mardi 4 mai", gap=20.0), *first, Put("Mercredi 5 mai", gap=20.0), *second]
    assert [[grid[0][0], *(cells[0] for cells in grid[1:])] for grid in texts(puts)] == [
        ["Thème", "Habiter", "Bâtir"],
        ["Thème", "Partir", "Rester"],
    ]


def test_a_day_between_heads_and_rows_stands_above_its_grid_and_may_have_a_single_row() -> None:
    lines = lines_of([*HEADS, Put("Mardi 4 mai", gap=20.0), *row("Habiter", "9h", "Halle")])
    (grid,) = headed_grids(lines)
    assert [cell.text for cell in grid.row(1)] == ["Habiter", "9h", "Halle"]
    assert grid.box.y0 == lines[4].box.y0


def test_a_single_row_that_the_page_before_may_have_cut_is_no_grid_where_its_hours_stand_in_the_middle() -> None:
    cut = [Put("de la rive", gap=14.0), *row("Habiter", "9h", "Halle")]
    later = [Put("Mercredi 5 mai", gap=20.0), *row("Partir", "9h", "Halle"), *row("Rester", "11h", "Cour")]
    assert [len(grid) for grid in texts([*HEADS, *cut, *later])] == [3]
    assert [len(grid) for grid in texts([*HEADS, *cut[1:], *later])] == [2, 3]


def test_columns_begin_where_their_lines_do_however_wide_the_hours_are() -> None:
    edges = []
    for hour in ("9h", "10h15 – 11h30"):
        heads = [Put("Créneau"), Put("Thème", x=150.0, beside=True)]
        rows = [
            [Put(hour, gap=14.0), Put(title, x=150.0, beside=True)]
            for title in ("La rive", "La crue", "Le bac", "La digue")
        ]
        (grid,) = headed_grids(lines_of([*heads, *(put for each in rows for put in each)]))
        edges.append(grid.edges[1])
    assert edges[0] == edges[1]


def test_heads_repeated_on_every_page_are_found_in_its_furniture() -> None:
    set_lines = lines_of([*HEADS, *row("Habiter", "9h", "Halle"), *row("Bâtir", "10h", "Cour")])
    assert len(headed_grids(set_lines[3:], set_lines[:3])) == 1


def test_words_for_hours_without_another_head_make_no_grid() -> None:
    assert texts([Put("Horaires"), *row("Habiter", "9h", "Halle"), *row("Bâtir", "10h", "Cour")]) == []


def test_a_head_broken_in_a_narrow_column_is_one_also_where_it_is_repeated() -> None:
    broken = [HEADS[0], Put("Horair", x=250.0, beside=True), Put("es", x=250.0)]
    heads = [HEADS[0], Put("Heures", x=250.0, beside=True), Put("Thématiq", x=330.0, beside=True), Put("ue", x=330.0)]
    rows = [*row("Habiter", "9h", "Halle"), *row("Bâtir", "10h", "Cour")]
    assert headed_grids(lines_of([*broken, *rows])) == []
    (grid,) = texts([*heads, *rows])
    assert grid[0] == ["Thème", "Heures", "Thématiq ue"]
    set_lines = lines_of([*heads, *rows])
    (repeated,) = headed_grids(set_lines[4:], set_lines[:4])
    assert [cell.text for cell in repeated.row(0)] == grid[0]


def test_start_and_end_are_columns_of_hours() -> None:
    heads = [Put("Début"), Put("Fin", x=80.0, beside=True), Put("Thème", x=130.0, beside=True)]
    rows = [[Put(a, gap=14.0), Put(b, x=80.0, beside=True), Put(c, x=130.0, beside=True)] for a, b, c in TIMED]
    (grid,) = texts([*heads, *(put for row in rows for put in row)])
    assert grid == [["Début", "Fin", "Thème"], *map(list, TIMED)]


TIMED = [("9h", "10h", "Habiter la rive"), ("10h", "11h", "Bâtir la digue"), ("11h", "12h", "Partir")]
