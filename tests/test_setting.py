"""How a document sets its text: where a column ends."""

import pytest
from pages import line

from pipeline.page.look import Look
from pipeline.segment.setting import Setting, column_of, edge_of


def setting(far: float) -> Setting:
    left = line("40 100 10 n Léa Durand")
    return Setting(None, Look.of(left.style), frozenset(), {column_of(left): far})


def test_a_column_reaches_as_far_as_the_document_shows() -> None:
    first, second = line("40 100 10 n Léa Durand, Université"), line("40 112 10 n Horizon 2")
    assert edge_of([first, second], setting(400)) == 400
    assert edge_of([first, second], setting(60)) == first.box.x1


@pytest.mark.parametrize("shift", [0, 8])
def test_lines_in_the_middle_of_a_column_tell_its_edge_by_the_longest(shift: float) -> None:
    first, second = line("40 100 10 n Léa Durand, Université"), line("40 112 10 n Horizon 2")
    left = (first.box.x0 + first.box.x1 - second.box.width) / 2 + shift
    moved = second.box.model_copy(update={"x0": left, "x1": left + second.box.width})
    centred = second.model_copy(update={"box": moved})
    assert edge_of([first, centred], setting(400)) == (400 if shift else first.box.x1)
