"""People told one above the other: a name, below it in another style a function and a body."""

import pytest
from layouts import Put, lines_of

from pipeline.segment.name_cards import goes_on_people, name_cards


def cards(*puts: Put) -> list[list[str]]:
    lines = lines_of(puts)
    return [[lines[place].text for place in card] for card in name_cards(lines)]


def test_each_name_takes_the_lines_below_it() -> None:
    found = cards(
        Put("LÉA DURAND", bold=True),
        Put("Directrice", size=9),
        Put("Fabrique des rives", size=9, color="#007a5e"),
        Put("MARC PETIT", bold=True),
        Put("Éclusier", size=9),
        Put("Une phrase vient ensuite, qui parle de la rive.", size=9),
    )
    assert found == [["LÉA DURAND", "Directrice", "Fabrique des rives"], ["MARC PETIT", "Éclusier"]]


def test_a_name_set_as_those_known_is_one_too() -> None:
    found = cards(
        Put("Léa Durand", bold=True),
        Put("Directrice"),
        Put("Zorvane Kelmith", bold=True),
        Put("Éclusière"),
    )
    assert found == [["Léa Durand", "Directrice"], ["Zorvane Kelmith", "Éclusière"]]


@pytest.mark.parametrize(
    "puts",
    [
        (Put("Léa Durand", bold=True), Put("Une histoire de la rive")),
        (Put("Léa Durand"), Put("Directrice")),
        (Put("Léa Durand, directrice", bold=True), Put("Directrice")),
        (Put("Léa Durand", bold=True), Put("Directrice", gap=60)),
        (Put("Habiter la rive", bold=True), Put("Directrice")),
    ],
    ids=["no function below", "set alike", "more than a name", "far below", "no name"],
)
def test_other_lines_are_no_such_people(puts: tuple[Put, ...]) -> None:
    assert cards(*puts) == []


def test_people_who_run_on_with_their_names_set_apart_are_no_cards() -> None:
    first, said = lines_of([Put("Léa Durand", bold=True), Put("directrice du port ; Marc")])
    last = said.spans[0].model_copy(update={"start": 21, "end": 25, "style": first.style})
    run_on = said.model_copy(update={"spans": (said.spans[0].model_copy(update={"end": 20}), last)})
    assert name_cards([first, said])
    assert not name_cards([first, run_on])


def test_an_entry_of_another_list_is_not_said_of_the_person_above_it() -> None:
    assert cards(Put("Léa Durand", bold=True), Put("Directrice"), Put("● Le moulin et la crue")) == [
        ["Léa Durand", "Directrice"]
    ]


def test_a_name_alone_set_as_people_announced_above_goes_on_with_them() -> None:
    found = lines_of(
        [
            Put("9h Habiter la rive", bold=True),
            Put("Avec : Léa Durand", bold=True),
            Put("éclusière"),
            Put("Marc Petit", bold=True),
            Put("Omar Vasseur", bold=True),
            Put("10h"),
        ]
    )
    assert goes_on_people(found, 3, {0, 5})
    assert not goes_on_people(found, 4, {0, 5})  # the title of what begins at 10h
    assert not goes_on_people(found, 3, {0, 2})  # a time between the two
    assert not goes_on_people(found[2:], 1, set())  # nobody is announced
