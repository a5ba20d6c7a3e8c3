"""What begins an entry of a list, and who only seems to: a person by initial and surname."""

import pytest
from layouts import TITLES, Put, document, hours

from pipeline.page.entries import LABELLED, is_initial_name, is_listed, opens_group
from pipeline.segment import split_sessions


@pytest.mark.parametrize(
    "text",
    ["L. Durand", "L. de Marsac", "L. Durand, éclusière", "L. Durand (Canal Sud)", "L. Durand et M. Petit"],
)
def test_an_initial_before_a_surname_is_no_letter_of_a_list(text: str) -> None:
    assert not is_listed(text)


@pytest.mark.parametrize("text", ["A. La rive", "b. Durand", "A) Durand", "A. Rives et canaux", "• L. Durand"])
def test_a_letter_before_words_is_one(text: str) -> None:
    assert is_listed(text)


@pytest.mark.parametrize(
    ("text", "is_name"),
    [("L. Durand", True), ("J.-P. Van Loo", True), ("L. Durand, éclusière", False), ("A. La rive en été", False)],
)
def test_a_person_by_initial_and_surname_alone(text: str, is_name: bool) -> None:
    assert is_initial_name(text) is is_name


def test_people_by_initials_set_as_titles_are_none() -> None:
    people = [
        Put("Avec :", bold=True),
        Put("L. Durand", bold=True),
        Put("Éclusière"),
        Put("Canal Sud"),
        Put("M. Petit", bold=True),
        Put("Meunier"),
    ]
    items = [
        [hours(f"{9 + number}h", gap=20.0, width=30.0), Put(title, bold=True, x=100.0, beside=True), *people]
        for number, title in enumerate(TITLES)
    ]
    segments = split_sessions(document([put for item in items for put in item])).segments
    assert [segment.title.text for segment in segments] == list(TITLES)
    assert all("L. Durand" in segment.blocks[0].passage.text for segment in segments)


@pytest.mark.parametrize(
    ("text", "labelled"),
    [("Atelier A – La rive", True), ("PARCOURS D’UNE RIVE", False), ("ATELIER D'ÉCRITURE", False)],
)
def test_a_letter_before_an_apostrophe_numbers_nothing(text: str, labelled: bool) -> None:
    assert bool(LABELLED.match(text)) is labelled


@pytest.mark.parametrize("label", ["Atelier 2", "Atelier B", "Atelier A1", "Atelier 1A", "Atelier 1.2"])
def test_a_letter_and_a_number_tell_groups_apart(label: str) -> None:
    found = LABELLED.match(f"{label} – Habiter la rive")
    assert found is not None
    assert found[0] == label
    assert opens_group(f"{label} – Habiter la rive")


def test_workshops_with_codes_below_a_heading_are_items_with_their_people() -> None:
    people = ("Léa Durand, éclusière", "Omar Vasseur, maire", "Anne Roux, directrice")
    listed = [
        put
        for number, person in enumerate(people, 1)
        for put in (Put(f"Atelier A{number} – Habiter la rive {number}", bold=True, gap=6), Put(f"Pilote : {person}"))
    ]
    items = [
        [hours(f"{9 + number}h", gap=20.0), Put(title, size=14.0, bold=True), *inside]
        for number, (title, inside) in enumerate(
            zip(("Accueil du public", "Ateliers simultanés"), ([], listed), strict=True)
        )
    ]
    segments = split_sessions(document([put for item in items for put in item])).segments
    assert [segment.blocks[0].passage.text for segment in segments[-3:]] == list(people)
