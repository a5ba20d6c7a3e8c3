"""Whether letters are the acronym of a name."""

import pytest

from pipeline.people.acronyms import acronym_of


@pytest.mark.parametrize(
    ("label", "letters", "told"),
    [
        ("Agence nationale de lutte contre l'illettrisme", "ANLCI", True),
        ("Centre commun de calcul des communes du Nord", "C3N", True),
        ("Canal Sud", "C3X", False),
        ("Canal Sud", "Sud", False),
        ("Canal Sud", "RS", False),
        ("Office des digues et des écluses", "Oddé", True),
        ("Office des digues et des écluses", "Odin", False),
        ("Office des digues et des écluses", "Oui", False),
    ],
)
def test_initials_are_an_acronym_and_other_letters_none(label: str, letters: str, told: bool) -> None:
    assert acronym_of(label, letters) is told
