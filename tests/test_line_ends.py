"""Whether a printed line must go on: in the middle of a name, a function, a parenthesis."""

import pytest

from pipeline.page.line_ends import (
    breaks_off_in_name,
    ends_open,
    goes_on_below,
    is_bracket_open,
    tells_of_people_above,
)


@pytest.mark.parametrize(
    "line",
    [
        "directrice de",
        "Jean-",
        "Léa Durand,",
        "Léa Durand et Mme",
        "Omar Vasseur et M.",
        "par Mademoiselle",
        "• Léa Dos",
        "Omar Van den",
        "Marc Saint",
    ],
)
def test_a_line_that_must_go_on_ends_open(line: str) -> None:
    assert ends_open(line)


@pytest.mark.parametrize(
    "line", ["Léa Durand", "directrice de Canal Sud", "le cadre", "Canal dos", "Habiter la rive avec Mme Durand"]
)
def test_a_finished_line_does_not(line: str) -> None:
    assert not ends_open(line)


@pytest.mark.parametrize(
    ("item", "after"),
    [
        ("Léa Durand (directrice, Université", "Omar Vasseur)"),
        ("Léa Durand, batelière, Omar", "Vasseur, éclusier"),
        ("Léa Durand et Omar", "Vasseur (Canal Sud)"),
        ("Léa Durand et Yann LE", "GOFF"),
        ("Animé par : Léa", "DURAND, éclusière"),
        ("Madame LÉA", "DURAND, éclusière"),
        ("Animé par : Madame Oszkia", "Durand, éclusière"),
        ("Léa Durand, professeure à l'Université", "Vézac"),
        ("VASSEUR Omar, éclusier ; DURAND", "Léa, batelière"),
        ("Léa Durand, avocate, Cabinet", "Lemaire & associés"),
    ],
)
def test_an_entry_that_breaks_off_is_finished_below(item: str, after: str) -> None:
    assert goes_on_below(item, after)


@pytest.mark.parametrize(
    ("item", "after"),
    [
        ("Léa Durand (directrice", "Omar Vasseur (Canal Sud)"),
        ("Léa", "Omar"),
        ("DURAND Léa, CNRS", "VASSEUR Omar, éclusier"),
        ("ATELIER", "Léa, batelière"),
        ("Madame Durand", "Directrice, Canal Sud"),
        ("Madame Durand", "Omar Vasseur, éclusier"),
        ("Léa Durand, batelière", "Omar Vasseur, éclusier"),
        ("Léa Durand (Canal Sud)", "Rivages)"),
        ("Léa Durand et Omar", "éclusiers"),
        ("Léa Durand, chercheuse à l'Inserm", "Rivages"),
        ("Léa Durand, présidente du Pays", "Omar Vasseur, cheffe de projet"),
    ],
)
def test_a_finished_entry_ends_with_its_line(item: str, after: str) -> None:
    assert not goes_on_below(item, after)


def test_a_first_name_or_a_particle_alone_breaks_off() -> None:
    assert breaks_off_in_name("Léa Durand, Omar")
    assert breaks_off_in_name("Maël LE")
    assert not breaks_off_in_name("Léa Durand, Rivages")


def test_a_function_behind_a_dash_is_said_of_the_people_above() -> None:
    assert tells_of_people_above("Léa Durand et Omar Vasseur", "– Coprésidents de Canal Sud")
    assert tells_of_people_above("Léa Durand", "– sous réserve et Omar Vasseur")
    assert not tells_of_people_above("Léa Durand", "– Omar Vasseur")
    assert not tells_of_people_above("– Directrice de Canal Sud", "– Maire de Vézac")
    assert not tells_of_people_above("Léa Durand", "– Maire de Vézac : Omar Vasseur")


def test_a_body_behind_a_dash_below_another_bullet_is_said_of_the_people_above() -> None:
    assert tells_of_people_above("▪ Léa Durand – directrice", "– Laboratoire des rives")
    assert not tells_of_people_above("Léa Durand – directrice", "– Laboratoire des rives")
    assert not tells_of_people_above("▪ Léa Durand – directrice", "– Omar Vasseur")


@pytest.mark.parametrize(("line", "is_open"), [("Léa Durand (Salle 2", True), ("Léa Durand (Canal Sud)", False)])
def test_a_line_may_end_inside_a_parenthesis(line: str, is_open: bool) -> None:
    assert is_bracket_open(line) is is_open
