"""Text that flows over columns beside hours makes no cells: its columns are no grid, on any page."""

import pytest
from layouts import Put, lines_of

from pipeline.document import Line
from pipeline.page.grid_cells import GridCell
from pipeline.segment.grids.aligned import grid_of
from pipeline.segment.grids.flowing import flows, is_set_like


def cell(column: int, *texts: str, row: int = 0) -> GridCell:
    puts = [Put(text, x=20 + 120 * column, width=100) for text in texts]
    found: list[Line] = lines_of(puts, top=60 + 100 * row)
    return GridCell(row, column, 1, 1, tuple(found))


LEFT = ("Habiter la digue", "Une rive recule,", "et la commune", "s'interroge sur")


@pytest.mark.parametrize(
    ("left", "right", "flowing"),
    [
        (LEFT, ("toute la suite", "à donner."), True),
        (LEFT, ("Retenir la crue", "Le lin"), False),  # a title at the top
        ((*LEFT[:3], "s'interroge."), ("toute la suite",), False),  # the sentence ends
        (("habiter la digue", *LEFT[1:]), ("toute la suite",), False),  # titles in small letters
        (LEFT[2:], ("toute la suite",), False),  # too short for running text
    ],
)
def test_a_sentence_that_goes_on_in_the_next_column_shows_that_text_flows(
    left: tuple[str, ...], right: tuple[str, ...], flowing: bool
) -> None:
    grid = grid_of([cell(0, "9h"), cell(1, *left), cell(2, *right)], (130.0, 250.0))
    assert flows(grid) is flowing


def test_a_sentence_goes_on_at_the_top_of_the_next_column_beside_other_hours_too() -> None:
    upper = [cell(0, "9h"), cell(1, *LEFT[:2]), cell(2, "toute la suite", "à donner.")]
    lower = [cell(0, "10h", row=1), cell(1, "La rive,", *LEFT[2:], row=1), cell(2, "Le lin", row=1)]
    assert flows(grid_of([*upper, *lower], (130.0, 250.0)))


def test_lines_are_as_full_as_their_own_column_is_wide() -> None:
    wide = cell(1, *LEFT)
    farther = lines_of([Put("Retenir la crue", x=400, width=100)])
    assert flows(
        grid_of(
            [cell(0, "9h"), wide._replace(lines=(*farther, *wide.lines)), cell(2, "toute la suite")], (130.0, 250.0)
        )
    )


def test_columns_below_heads_that_name_hours_are_no_flowing_text() -> None:
    named = [cell(0, "Horaire"), cell(1, "Titre"), cell(2, "Intervenants")]
    rows = [cell(0, "9h", row=1), cell(1, *LEFT, row=1), cell(2, "l'équipe de Canal Sud", row=1)]
    assert not flows(grid_of([*named, *rows], (130.0, 250.0)))


def test_grids_with_as_many_columns_at_the_same_place_are_set_alike() -> None:
    first, second, third = (
        grid_of([cell(0, "9h"), cell(1, *LEFT), cell(2, "Le lin")], (130.0, edge)) for edge in (250.0, 252.0, 270.0)
    )
    assert is_set_like(first, second)
    assert not is_set_like(first, third)
