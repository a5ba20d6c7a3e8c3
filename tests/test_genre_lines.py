"""People and companies behind the genre of a show."""

import pytest

from pipeline.segment.genre_lines import people_behind_genre


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Conte – Léa Durand", "Léa Durand"),
        ("Théâtre d'objets – Cie des Rives", "Cie des Rives"),
        ("Danse | Compagnie Halage, chorégraphie de Léa Durand", "Compagnie Halage, chorégraphie de Léa Durand"),
        ("Marionnettes – Théâtre de la Lune", "Théâtre de la Lune"),
        ("• Conte – Léa Durand", "Léa Durand"),
        ("• Chansons de la rive – Léa Durand", None),  # a talk
        ("Conférence inaugurale – DURAND Léa (Canal Sud)", "DURAND Léa (Canal Sud)"),
        ("Conférence inaugurale – Habiter la rive", None),
        ("Danse – dès 6 ans", None),
        ("Canal Sud – Cie des Rives", None),  # no genre
        ("Danse – Cie Pois chiche", None),  # where the name ends is not told
        ("Le conte de la rive", None),
    ],
)
def test_who_plays_stands_behind_the_genre_and_a_sign(text: str, who: str | None) -> None:
    spot = people_behind_genre(text)
    assert (None if spot is None else text[spot:]) == who
