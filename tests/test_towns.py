"""Towns behind names."""

import pytest
from annotated import mentions_of, perfect_tagger, plain

DOCTORS = "Dr <Léa Durand @ Lyon> (Lyon), Pr <Omar Vasseur @ Nantes> (Nantes), Dr <Inès Caradec @ Vézac> (Vézac)"


def bodies(row: str) -> list[list[str]]:
    return [[body.text for body in mention.organisations] for mention in mentions_of(plain(row), perfect_tagger(row))]


def test_towns_of_doctors_are_no_bodies_where_they_are_a_habit() -> None:
    row = f"{DOCTORS}, Dr <Anne Roux @ Dijon> (Dijon), <Noé Petit @ Canal Sud> (Canal Sud)"
    assert bodies(row) == [[], [], [], [], ["Canal Sud"]]


def test_towns_of_doctors_may_stand_behind_a_comma() -> None:
    row = "Dr <Léa Durand @ Lyon>, Lyon ; Pr <Omar Vasseur @ Nantes>, Nantes ; Dr <Inès Caradec @ Dijon>, Dijon"
    assert bodies(row) == [[], [], []]


def test_towns_of_people_without_titles_are_no_bodies_where_nothing_else_is_said_of_anybody() -> None:
    towns = ("Lyon", "Nantes", "Dijon", "Lille", "Brest")
    people = ("Léa Durand", "Omar Vasseur", "Inès Caradec", "Anne Roux", "Noé Petit", "Paul Orsini", "Marc Petit")
    from_towns = zip([*people, "Ada Morin"], 2 * towns, strict=False)
    told = [f"<{name} @ {town}> ({town})" for name, town in from_towns]
    assert set(map(tuple, bodies(", ".join(told)))) == {()}
    others = [f"<{name}: maire @ Canal Sud>, maire (Canal Sud)" for name in ("Zoé Lambert", "Luc Garnier", "Ève Roy")]
    assert bodies(", ".join([*told, *others]))[0] == ["Lyon"]


@pytest.mark.parametrize(
    ("row", "first"),
    [
        ("<Léa Durand @ Lyon> (Lyon), <Omar Vasseur @ Nantes> (Nantes), <Inès Caradec @ Dijon> (Dijon)", "Lyon"),
        ("Dr <Léa Durand @ Lyon> (Lyon) et Pr <Omar Vasseur @ INRAE> (INRAE)", "Lyon"),
    ],
)
def test_towns_may_stand_for_bodies_elsewhere(row: str, first: str) -> None:
    assert bodies(row)[0] == [first]
