"""Rows of dots that lead from a title to who tells it."""

import pytest
from layouts import Put, lines_of

from pipeline.layout.leaders import with_leaders_read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Le pont de bois...............Mme Léa Durand", "Le pont de bois – Mme Léa Durand"),
        ("Le pont de bois . . . . . . Léa Durand (Canal Sud)", "Le pont de bois – Léa Durand (Canal Sud)"),
        ("Qui passe l'eau ?…………M. Marc Petit", "Qui passe l'eau ? – M. Marc Petit"),
        ("Ce que dit la crue...M. Marc Petit", "Ce que dit la crue – M. Marc Petit"),
    ],
)
def test_dots_before_people_part_them_from_a_title(printed: str, read: str) -> None:
    assert [line.text for line in with_leaders_read(lines_of([Put(printed)]))] == [read]


@pytest.mark.parametrize(
    "printed",
    [
        "Le pont de bois ............. 12",
        "Nom : ............ Prénom : .........",
        "Repas ............ 25 €",
        "Et demain... les rives",
    ],
)
def test_dots_before_anything_else_stay(printed: str) -> None:
    assert [line.text for line in with_leaders_read(lines_of([Put(printed)]))] == [printed]


def test_a_title_and_its_people_over_two_lines_are_read_each_as_one() -> None:
    puts = [
        Put("Le pont de bois et ses comptes......M. Marc PETIT,", width=340.0),
        Put("de 1342 à nos jours.........Université de Vézac", width=340.0),
        Put("Pause"),
    ]
    found = [line.text for line in with_leaders_read(lines_of(puts))]
    assert found == [
        "Le pont de bois et ses comptes de 1342 à nos jours – M. Marc PETIT, Université de Vézac",
        "Pause",
    ]


def test_the_parts_keep_their_places() -> None:
    (line,) = with_leaders_read(lines_of([Put("Le pont..........Mme Léa Durand", width=310.0)]))
    title, people = line.spans
    assert title.box.x1 < people.box.x0
    assert line.text[people.start : people.end] == "Mme Léa Durand"
