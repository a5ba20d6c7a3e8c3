"""People and companies behind the genre of a show."""

import pytest

from pipeline.segment.genre_lines import are_players, people_behind_genre


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


@pytest.mark.parametrize(
    ("text", "plays"),
    [
        ("Compagnie du Gué", True),
        ("Cie Pois chiche", True),
        ("Quatuor Ormeau", True),
        ("Chœur de la Rive", True),
        ("Théâtre du Gué", False),  # where it is played
        ("Ensemble sur la rive", False),
        ("Compagnie du Gué, Vézac", False),
    ],
)
def test_who_plays_may_stand_alone_on_a_line(text: str, plays: bool) -> None:
    assert are_players(text) == plays
