"""Universities with a dash in their name."""

import pytest

from pipeline.people.universities import goes_on_behind


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Université Toulouse – Jean Jaurès", True),
        ("Université Paris 1 – Panthéon-Sorbonne", True),
        ("Université Paul-Valéry – Montpellier 3", True),
        ("Université Paris 8 – Vincennes-Saint-Denis", True),
        ("Université Lyon 2 – Lumière, historienne", True),
        ("Université de Vézac – GREM", False),
        ("Université de Vézac – Rivages", False),
        ("Canal Sud – Jean Jaurès", False),
        ("CNRS – Université de Vézac", False),
    ],
)
def test_a_name_goes_on_behind_a_dash_with_a_number_a_first_name_or_a_town(name: str, whole: bool) -> None:
    assert goes_on_behind(name, 0, name.index("–"), len(name)) is whole
