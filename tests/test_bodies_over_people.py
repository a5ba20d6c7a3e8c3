"""Bodies set small over each of their people."""

import pytest
from layouts import Put, lines_of

from pipeline.layout.bodies_over_people import with_bodies_read_behind

BODIES = ("CANAL SUD", "RIVAGES", "ÉCLUSE NORD")
PEOPLE = ("Léa Durand, directrice", "Omar Vasseur, maire", "Anne Roux, présidente")


def read(bodies: tuple[str, ...], people: tuple[str, ...], size: float = 8.0) -> list[str]:
    puts = [
        put
        for body, person in zip(bodies, people, strict=True)
        for put in (Put(body, size=size, bold=True, gap=6), Put(person))
    ]
    return [line.text for line in with_bodies_read_behind(lines_of([*puts, Put("Une rive recule.", gap=8)]))]


def test_a_body_in_small_letters_over_each_person_is_read_behind_them() -> None:
    told = [f"{person}, {body}" for body, person in zip(BODIES, PEOPLE, strict=True)]
    assert read(BODIES, PEOPLE) == [*told, "Une rive recule."]


def test_what_is_said_of_somebody_may_go_on_before_the_body() -> None:
    pairs = zip(BODIES, PEOPLE, strict=True)
    puts = [put for body, person in pairs for put in (Put(body, size=8, gap=6), Put(person))]
    found = with_bodies_read_behind(lines_of([*puts, Put("de Vézac")]))
    assert found[-1].text == "Anne Roux, présidente de Vézac, ÉCLUSE NORD"
    assert found[-1].box.height < 12


@pytest.mark.parametrize(
    ("bodies", "people", "size"),
    [
        (BODIES, PEOPLE, 12.0),  # titles
        (BODIES[:2], PEOPLE[:2], 8.0),
        (("JAZZ", "CHANSON", "ROCK"), ("Léa Durand", "Omar Vasseur", "Anne Roux"), 8.0),
        (("AXE 1", "AXE 2", "AXE 3"), tuple(f"{name.split(',')[0]} : Habiter la rive" for name in PEOPLE), 8.0),
        (("MODÉRATION", "ANIMATION", "AVEC"), PEOPLE, 8.0),
    ],
)
def test_titles_genres_and_markers_over_people_are_no_bodies(
    bodies: tuple[str, ...], people: tuple[str, ...], size: float
) -> None:
    lines = [line for pair in zip(bodies, people, strict=True) for line in pair]
    assert read(bodies, people, size) == [*lines, "Une rive recule."]
