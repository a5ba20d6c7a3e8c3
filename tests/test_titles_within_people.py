"""Titles in quotation marks between a name and who that is."""

import pytest
from layouts import Put, document, passage

from pipeline.document import Kind, Segment
from pipeline.segment import split_sessions
from pipeline.segment.titles_within_people import title_within_people


def told(title: str) -> tuple[str, list[str]]:
    found = title_within_people(Segment(pages=(1,), kind=Kind.SESSION, title=passage(title)))
    return found.title.text, [block.passage.text for block in found.blocks]


@pytest.mark.parametrize("said", ["éclusière à Vézac", "PhD au Cédric de Vézac", "Cédric de Vézac (Brou)"])
def test_a_title_between_a_name_and_who_that_is_is_parted_from_both(said: str) -> None:
    assert told(f"Léa Durand, « Habiter la rive », {said}") == ("« Habiter la rive »", [f"Léa Durand , {said}"])


@pytest.mark.parametrize(
    "title",
    [
        "Léa Durand, « Habiter la rive », et après",
        "Léa Durand, « Habiter la rive », que Vézac présente",
        "Léa Durand, « Habiter la rive », lecture à Vézac",
        "Le moulin, « Habiter la rive », éclusière",
        "Léa Durand, éclusière",
    ],
)
def test_other_titles_stay_whole(title: str) -> None:
    assert told(title) == (title, [])


def test_what_is_said_beside_a_time_goes_on_below_where_it_breaks_off() -> None:
    def item(first: str, below: str) -> Segment:
        puts = [Put("Mardi 14 mai 2024", gap=30)]
        for number, hour in enumerate(("9h30", "10h30", "11h30")):
            puts += [Put(f"{hour} – {first if number == 1 else 'Le moulin'}", gap=8, width=330.0)]
            puts += [Put(below, x=48.0)] if number == 1 else []
        return split_sessions(document(puts)).segments[1]

    found = item("Léa Durand, « Ce que la rive apprend aux", "communes », éclusière à Vézac")
    assert found.title.text == "« Ce que la rive apprend aux communes »"
    assert [block.passage.text for block in found.blocks] == ["Léa Durand , éclusière à Vézac"]


def test_what_is_said_of_a_speaker_goes_on_below_the_time_and_the_title() -> None:
    puts = [Put("Mardi 14 mai 2024", gap=30)]
    for number, hour in enumerate(("9h30", "10h30", "11h30")):
        said = "Léa Durand, « Habiter la rive », PhD au Cédric" if number == 1 else "Le moulin"
        puts += [
            Put(f"{hour} – {said}", gap=8, width=330.0),
            *([Put("de Vézac (Brou)", x=48.0)] if number == 1 else []),
        ]
    found = split_sessions(document(puts)).segments[1]
    assert found.title.text == "« Habiter la rive »"
    assert [block.passage.text for block in found.blocks] == ["Léa Durand , PhD au Cédric de Vézac (Brou)"]
