"""Rooms broken over lines in the column of the hours are one line; what stands below a room stays apart."""

import pytest
from layouts import Put, document, lines_of

from pipeline.layout.broken_rooms import join_broken_rooms
from pipeline.segment import split_sessions

COLUMN = [
    Put("9h00 – 9h45", x=20.0, width=60.0),
    Put("Habiter la rive et ses digues", x=88.0, beside=True),
]
LAST = [Put("10h – 11h", x=20.0, width=50.0, gap=20.0), Put("Le moulin en partage", x=88.0, beside=True)]


def told(*below: Put) -> list[str]:
    return [line.text for line in join_broken_rooms(lines_of([*COLUMN, *below, *LAST]))][2:-2]


@pytest.mark.parametrize(
    "broken", [("Grande", "scène"), ("Salle", "Anna-Brun"), ("Salle", "Anna", "Brun-Lacoste"), ("Amphi Paul", "Bert")]
)
def test_a_room_broken_below_hours_is_one(broken: tuple[str, ...]) -> None:
    widths = {"Salle": 26.0, "Grande": 40.0, "scène": 30.0, "Anna": 52.0, "Amphi Paul": 54.0}
    assert told(*(Put(text, x=20.0, width=widths.get(text, 50.0)) for text in broken)) == [" ".join(broken)]


@pytest.mark.parametrize(
    ("hour", "rest", "lines"),
    [
        ("12h (Salle", "A)", ["12h (Salle A)"]),
        ("12h (Auditorium", "du Gué)", ["12h (Auditorium du Gué)"]),
        ("12h (entrée", "libre)", ["12h (entrée", "libre)"]),
        ("12h (Salle", "A) Léa (Brou)", ["12h (Salle", "A) Léa (Brou)"]),
    ],
)
def test_a_room_in_brackets_behind_an_hour_ends_where_they_close(hour: str, rest: str, lines: list[str]) -> None:
    found = told(Put(hour, x=20.0, width=60.0, gap=20.0), Put(rest, x=20.0, width=10.0))
    assert found == lines


@pytest.mark.parametrize(
    "below",
    [
        (Put("Salle 2", x=20.0, width=20.0), Put("Gratuit", x=20.0, width=20.0)),
        (Put("Salle 2", x=20.0, width=50.0), Put("Sur inscription", x=20.0, width=50.0, italic=True)),
        (Put("Salle Verte", x=20.0, width=50.0), Put("Salle Bleue", x=20.0, width=50.0)),
        (Put("Salle Verte", x=20.0, width=50.0), Put("La suite", x=88.0)),
    ],
    ids=["room beside it", "set otherwise", "another room", "beside the column"],
)
def test_what_stands_below_a_room_is_no_part_of_it(below: tuple[Put, ...]) -> None:
    assert told(*below) == [put.text for put in below]


def test_titles_beside_hours_are_read_behind_the_rooms_below_these() -> None:
    puts = [Put("Mardi 14 mai 2024")]
    for number, title in enumerate(("Habiter la digue", "Le moulin en partage", "Ce que dit la crue")):
        puts += [
            Put(f"{9 + number}h15", x=20.0, width=40.0, gap=20.0),
            Put("Salle 2", x=20.0, width=40.0),
            Put(title, x=88.0, gap=-24.0),
            Put("Présidence :", x=88.0),
            Put("Léa Durand (Canal Sud)", x=88.0),
        ]
    found = split_sessions(document(puts)).segments
    assert [(each.title.text, each.hours and each.hours.text) for each in found] == [
        ("Habiter la digue", "9h15"),
        ("Le moulin en partage", "10h15"),
        ("Ce que dit la crue", "11h15"),
    ]
