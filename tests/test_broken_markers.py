"""Markers broken over two lines of a narrow column are one; what is none stays as it is."""

import pytest
from layouts import Put, lines_of

from pipeline.layout.broken_markers import join_broken_markers


@pytest.mark.parametrize(
    "broken", [("En présence", "de :"), ("Avec la", "participation de :"), ("Débat animé", "par :")]
)
def test_a_marker_over_two_lines_is_one(broken: tuple[str, str]) -> None:
    lines = lines_of([Put(text, x=300.0) for text in (*broken, "Léa Durand")])
    joined, people = join_broken_markers(lines)
    assert joined.text == " ".join(broken)
    assert joined.box == lines[0].box.union(lines[1].box)
    assert people == lines[2]


@pytest.mark.parametrize(
    "puts",
    [
        [Put("En présence"), Put("de :", x=300.0)],
        [Put("En présence"), Put("de :", bold=True)],
        [Put("En présence"), Put("de :", gap=40.0)],
        [Put("Léa Durand"), Put("Avec :")],
        [Put("Avec"), Put("Animation :")],
        [Put("Une maison"), Put("de :")],
    ],
    ids=["another column", "set otherwise", "far below", "whole", "two markers", "no marker"],
)
def test_what_is_no_broken_marker_stays_as_it_is(puts: list[Put]) -> None:
    lines = lines_of(puts)
    assert join_broken_markers(lines) == lines
