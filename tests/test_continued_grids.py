"""Grids that go on over the pages, down to a single row on one of them."""

from layouts import Put, document, lines_of

from pipeline.segment import split_sessions
from pipeline.segment.grids.aligned import aligned_grid
from pipeline.segment.grids.continued import continued_grid
from pipeline.segment.grids.cut_rows import with_cut_row
from pipeline.segment.grids.headed import headed_grids


def row(hour: str, title: str, people: str, gap: float = 40.0) -> list[Put]:
    return [
        Put(hour, gap=gap, width=30.0),
        Put(title, x=90.0, beside=True),
        Put(people, x=260.0, beside=True),
        Put("et ce qui s'ensuit", x=90.0),
    ]


FIRST = [*row("9h", "Habiter la digue", "Léa Durand, éclusière", 0), *row("10h", "La crue", "Omar Vasseur, maire")]


def texts(puts: list[Put]) -> list[list[str]] | None:
    before = aligned_grid(lines_of(FIRST))
    assert before is not None
    grid = continued_grid(lines_of(puts), before)
    return grid and [[cell.text for cell in grid.row(number)] for number in range(grid.rows)]


def test_a_single_row_in_the_columns_of_the_page_before_goes_on_with_its_grid() -> None:
    assert texts(row("11h", "Un pont de bois", "Anne Gautier, meunière")) == [
        ["11h", "Un pont de bois et ce qui s'ensuit", "Anne Gautier, meunière"]
    ]


def test_text_across_the_columns_is_no_row() -> None:
    across = Put("Un texte qui court sur toute la largeur de la page et ne connaît pas de colonnes", x=90.0)
    assert texts([*row("11h", "Un pont de bois", "Anne Gautier, meunière"), across]) is None


def test_an_hour_elsewhere_is_no_row() -> None:
    assert texts([Put("Habiter", x=40.0), Put("11h", x=90.0), Put("La crue", x=260.0, beside=True)]) is None


def test_what_stands_left_of_the_columns_is_no_part_of_them() -> None:
    room = Put("Salle 2", x=2.0, width=35.0, beside=True)
    assert texts([*row("11h", "Un pont de bois", "Anne Gautier, meunière")[:-1], room]) == [
        ["11h", "Un pont de bois", "Anne Gautier, meunière"]
    ]


def test_people_in_the_single_row_of_a_page_are_those_of_its_item() -> None:
    found = split_sessions(document(FIRST, row("11h", "Un pont de bois", "Anne Gautier, meunière"))).segments
    assert [(s.title.text, [block.passage.text for block in s.blocks]) for s in found][2:] == [
        ("Un pont de bois et ce qui s'ensuit", ["Anne Gautier, meunière"])
    ]


ROOMS = [Put("Salle 1", x=90.0, gap=0), Put("Salle 2", x=260.0, beside=True)]
CUT = [
    *ROOMS,
    Put("de la rive", x=90.0),
    Put("du canal", x=260.0, beside=True),
    Put("11h", gap=20.0, width=30.0),
    Put("Pause", x=90.0, beside=True),
]


def test_a_row_cut_by_the_end_of_a_page_goes_on_over_the_first_hours_of_the_next() -> None:
    before = aligned_grid(lines_of([*ROOMS, *FIRST]))
    assert before is not None
    lines = lines_of(CUT, page=2)
    grid = continued_grid(lines, before)
    assert grid is not None
    whole = with_cut_row(grid, before, lines)
    assert [[cell.text for cell in whole.row(number)] for number in range(whole.rows)] == [
        ["Salle 1", "Salle 2"],
        ["de la rive", "du canal"],
        ["11h", "Pause"],
    ]


def test_a_cut_row_may_reach_further_than_the_rows_below_it() -> None:
    before = aligned_grid(lines_of([*ROOMS, *FIRST]))
    assert before is not None
    lines = lines_of(CUT, page=2)
    narrow = continued_grid(lines, before)
    assert narrow is not None
    below = tuple(cell._replace(row=0) for cell in narrow.cells if cell.column < 2 and cell.row)
    whole = with_cut_row(narrow._replace(cells=below, rows=1, columns=2), before, lines)
    assert whole.columns == 3


def test_a_row_begins_below_a_cut_one_at_the_height_of_its_hours() -> None:
    heads = [Put("Horaire", gap=0), Put("Titre", x=90.0, beside=True), Put("Avec", x=260.0, beside=True)]
    heads = [head._replace(bold=True) for head in heads]
    (before,) = headed_grids(lines_of([*heads, *FIRST]))
    rest = [Put("de la rive", x=90.0), Put("11h", gap=5.0, width=30.0), Put("Un pont", x=90.0, beside=True)]
    more = [Put("Trois planches", x=90.0), Put("et deux cordes", x=90.0)]
    lines = lines_of([*heads, *rest, *more, *row("12h", "Le bac", "Anne Gautier")], page=2)
    (grid,) = headed_grids(lines)
    whole = with_cut_row(grid, before, lines)
    assert [[cell.text for cell in whole.row(number)] for number in (1, 2)] == [
        ["de la rive"],
        ["11h", "Un pont Trois planches et deux cordes"],
    ]


def test_what_stands_over_the_hours_without_a_grid_before_or_across_its_columns_is_no_row() -> None:
    before = aligned_grid(lines_of([*ROOMS, *FIRST]))
    assert before is not None
    across = Put("Un texte qui court sur toute la largeur de la page et ne connaît pas de colonnes", x=90.0)
    lines = lines_of([*CUT[:2], across, *CUT[-2:]], page=2)
    grid = continued_grid(lines, before)
    assert grid is not None
    assert with_cut_row(grid, before, lines) == grid
    assert with_cut_row(grid, None, lines) == grid


def test_the_titles_of_a_cut_row_are_whole() -> None:
    titles = [
        Put("Habiter au bord", x=90.0, width=100.0),
        Put("Les ponts le long", x=260.0, width=100.0, beside=True),
    ]
    last = [Put("10h30", gap=40.0, width=30.0), titles[0]._replace(beside=True), titles[1]]
    found = split_sessions(document([*ROOMS, *FIRST, *last], CUT)).segments
    assert [(s.title.text, s.room and s.room.text) for s in found][-3:] == [
        ("Habiter au bord de la rive", "Salle 1"),
        ("Les ponts le long du canal", "Salle 2"),
        ("Pause", "Salle 1"),
    ]
