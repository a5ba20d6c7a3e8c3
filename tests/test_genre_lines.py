"""People and companies behind the genre of a show."""

import pytest

from pipeline.segment.genre_lines import names_company, people_behind_genre


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Conte – Léa Durand", "Léa Durand"),
        ("Théâtre d'objets – Cie des Rives", "Cie des Rives"),
        ("Danse | Compagnie Halage, chorégraphie de Léa Durand", "Compagnie Halage, chorégraphie de Léa Durand"),
        ("Marionnettes – Théâtre de la Lune", "Théâtre de la Lune"),
        ("Danse – dès 6 ans", None),
        ("Canal Sud – Cie des Rives", None),  # no genre
        ("Danse – Cie Pois chiche", None),  # where the name ends is not told
        ("Le conte de la rive", None),
    ],
)
def test_who_plays_stands_behind_the_genre_and_a_sign(text: str, who: str | None) -> None:
    spot = people_behind_genre(text)
    assert (None if spot is None else text[spot:]) == who


def test_a_company_on_a_line_of_its_own_plays() -> None:
    assert names_company("Cie Écume") and names_company("la compagnie des Deux Rives")
    assert not names_company("Théâtre du Gué") and not names_company("Cie Écume et invités surprise")
