"""Lists of bodies, each with who speaks for it."""

import pytest

from pipeline.people.bodies_first import bodies_first


@pytest.mark.parametrize("dash", ["–", "—", "-"])
def test_who_speaks_for_a_body_stands_behind_its_dash_on_every_line(dash: str) -> None:
    text = f"Canal Sud {dash} Léa Durand Rivages {dash} Omar Vasseur"
    assert bodies_first(text, [text.index("Rivages")]) == "Canal Sud : Léa Durand\nRivages : Omar Vasseur"


@pytest.mark.parametrize("line", ["Omar Vasseur – Rivages", "Directrice – Omar Vasseur", "Rivages – « Les crues »"])
def test_a_list_with_another_line_stays_as_it_is(line: str) -> None:
    text = f"Canal Sud – Léa Durand\n{line}"
    assert bodies_first(text, [text.index(line)]) == text


def test_what_is_said_of_people_stays_behind_them() -> None:
    text = "Canal Sud – Léa Durand, meunière\nRivages – Omar Vasseur (maire)"
    assert bodies_first(text, [text.index("Rivages")]) == text.replace("–", ":")


def test_somebody_without_a_body_may_stand_among_them() -> None:
    told, title = "Agence des rives – Léa Durand, meunière", "Habiter la rive – Léa Durand, meunière"
    found = [bodies_first(f"{line}\nOmar Vasseur, éclusier", [len(line) + 1]) for line in (told, title)]
    assert found == [f"{line}\nOmar Vasseur, éclusier" for line in (told.replace("–", ":"), title)]


def test_one_line_alone_is_known_by_the_first_word_of_the_body() -> None:
    known, other = "Université des Rives – Léa Durand", "Canal Sud – Léa Durand"
    assert [bodies_first(text, []) for text in (known, other)] == [known.replace("–", ":"), other]
