"""What the columns of a grid hold, shown by their cells where no head tells."""

import pytest
from layouts import Put, lines_of

from pipeline.document import Box
from pipeline.page.grid_cells import Grid, GridCell
from pipeline.segment.grids.bands import is_band
from pipeline.segment.grids.columns import Role, read_columns, role_named

HOURS = ("9h", "10h", "11h", "12h")
TITLES = ("Habiter la rive", "Nourrir la ville", "Lire le fleuve", "Réparer la digue")


def last_role(*cells: str) -> Role:
    """The role of the last of three columns: hours, titles, and these cells."""
    rows = zip(HOURS, TITLES, cells, strict=True)
    held = [
        GridCell(row, column, 1, 1, tuple(lines_of([Put(text)])))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    grid = Grid(tuple(held), 4, 3, Box(x0=0, y0=0, x1=400, y1=400), (0.0, 60.0, 250.0), ruled=False)
    return read_columns(grid, range(0), 0, 0)[2].role


def test_short_places_named_again_and_again_are_rooms() -> None:
    assert last_role("Grande halle", "Grande halle", "Mezzanine", "Grande halle") is Role.ROOM


def test_places_that_differ_from_row_to_row_may_be_titles() -> None:
    assert (
        last_role("Un jardin en ville", "Le musée demain", "La maison de tous", "Le campus ouvert") is not Role.ROOM
    )


def test_formats_named_again_and_again_are_no_rooms() -> None:
    assert last_role("Atelier", "Atelier", "Débat", "Atelier") is not Role.ROOM


@pytest.mark.parametrize(
    ("texts", "band"),
    [
        (["MATINÉE"], True),
        (["Après-midi"], True),
        (["Mardi 4 mai 2027"], True),
        (["Un après-midi au bord du fleuve"], False),
        (["Pause"], False),
        (["Matin", "Salle 2"], False),
    ],
)
def test_a_row_of_one_cell_may_announce_a_day_or_half_of_one(texts: list[str], band: bool) -> None:
    cells = [GridCell(0, place, 1, 1, tuple(lines_of([Put(text)]))) for place, text in enumerate(texts)]
    assert is_band(cells) is band


@pytest.mark.parametrize(
    ("head", "role"), [("Thématiq ue", Role.TRACK), ("Conten u", Role.TEXT), ("Rive nord", None)]
)
def test_a_head_may_be_broken_inside_its_word(head: str, role: Role | None) -> None:
    named = role_named(head)
    assert (named[0] if named else None) == role
