"""Towns behind names."""

import pytest
from annotated import mentions_of, perfect_tagger, plain

DOCTORS = "Dr <Léa Durand @ Lyon> (Lyon), Pr <Omar Vasseur @ Nantes> (Nantes), Dr <Inès Caradec @ Vézac> (Vézac)"


def bodies(row: str) -> list[list[str]]:
    return [[body.text for body in mention.organisations] for mention in mentions_of(plain(row), perfect_tagger(row))]


def test_towns_of_doctors_are_no_bodies_where_they_are_a_habit() -> None:
    row = f"{DOCTORS}, Dr <Anne Roux @ Dijon> (Dijon), <Noé Petit @ Canal Sud> (Canal Sud)"
    assert bodies(row) == [[], [], [], [], ["Canal Sud"]]


@pytest.mark.parametrize(
    ("row", "first"),
    [
        ("<Léa Durand @ Lyon> (Lyon), <Omar Vasseur @ Nantes> (Nantes), <Inès Caradec @ Dijon> (Dijon)", "Lyon"),
        ("Dr <Léa Durand @ Lyon> (Lyon) et Pr <Omar Vasseur @ INRAE> (INRAE)", "Lyon"),
    ],
)
def test_towns_may_stand_for_bodies_elsewhere(row: str, first: str) -> None:
    assert bodies(row)[0] == [first]
