"""Places at the end of items, told by the look they share."""

import pytest
from layouts import Put, document, line_of, passage

from pipeline.segment import split_sessions
from pipeline.segment.anchor import Anchor
from pipeline.segment.place_lines import is_noted_place, right_below
from pipeline.times.hours import find_hours
from pipeline.wording import room_of

PLACES = ("Chapelle Saint-Loup", "Salle des fêtes – 5 €", "Cinéma Le Ponant", "Résidence du Halage")
TITLES = ("Habiter la digue", "Le moulin en partage", "Ce que dit la crue", "Un pont de bois")


def rooms(*places: str) -> list[str | None]:
    """The rooms of items that each end with a line in one look."""
    puts = [Put("Mardi 14 mai 2024", size=16, bold=True)]
    for number, (place, title) in enumerate(zip(places, TITLES, strict=False)):
        line = Put(place, size=9, color="#17768f")
        item = [Put(f"{9 + number}h", size=15, bold=True, gap=12.0), Put(title, bold=True)]
        item += [Put("Un récit sur la suite des travaux.")]
        puts += [*item, line]
    found = split_sessions(document(puts)).segments
    return [segment.room.text if segment.room else None for segment in found]


def test_a_place_at_the_end_is_of_the_item_above_it() -> None:
    assert rooms(*PLACES) == list(PLACES)


def test_hours_outside_the_cell_of_an_item_have_nothing_below_them() -> None:
    hour = Anchor(-9, (), passage("9h"), find_hours("9h")[0], None, None)
    assert right_below(hour, [line_of(Put("durée 1h"), 1, 60.0)]) == -9


def test_other_lines_in_one_look_are_no_places() -> None:
    assert set(rooms("Gratuit", "Tout public", "Venez nombreux", "Deux heures de route")) == {None}


def test_somebody_set_as_places_are_is_none() -> None:
    assert rooms(*PLACES[:3], "Léa Durand, éclusière")[-1] is None


def test_the_schools_of_people_above_them_are_no_places() -> None:
    assert set(rooms("École des rives", "Université du Halage", "Collège Vidal", "Musée du pont")) == {None}


@pytest.mark.parametrize(
    ("text", "is_place"),
    [
        ("Théâtre municipal · 1h20 · dès 10 ans", True),
        ("Église Saint-Roch – participation libre", True),
        ("Théâtre d'objets · 50 min", False),  # what is played
        ("Lecture · 50 min", False),
        ("Lire au moulin – 20 min", False),
        ("Université de Vézac.", False),
        ("Église Saint-Roch", False),  # nothing says that it is the place of an item
    ],
)
def test_a_place_with_a_length_or_a_price_behind_it_is_that_of_its_item(text: str, is_place: bool) -> None:
    assert is_noted_place(text) == is_place


@pytest.mark.parametrize("lasts", [[], [Put("durée 1h10")]])
def test_what_stands_right_below_hours_where_places_do_is_a_place(lasts: list[Put]) -> None:
    puts = [Put("Mardi 14 mai 2024", size=20, bold=True)]
    places = ("Place du Marché", "12 rue Haute", "Halle aux Grains", "Étang Neuf")
    for number, (place, title) in enumerate(zip(places, TITLES, strict=True)):
        puts += [Put(title, size=14, bold=True, gap=24.0), Put("Un récit sur la suite des travaux.", gap=4.0)]
        puts += [Put(f"De {9 + number}h à {10 + number}h", bold=True, color="#17768f"), *lasts, Put(place)]
        puts.append(Put("Par Léa Durand, éclusière"))
    found = split_sessions(document(puts)).segments
    assert [segment.room.text if segment.room else None for segment in found] == list(places)


def test_what_begins_with_the_sign_of_places_is_one() -> None:
    puts = [Put("Mardi 14 mai 2024", size=20, bold=True)]
    places = ("Place du Marché", "Église Saint-Loup", "Médiathèque", "Étang Neuf")
    for number, (place, title) in enumerate(zip(places, TITLES, strict=True)):
        puts += [Put(f"{9 + number}h", bold=True, gap=24.0), Put(title, size=14, bold=True)]
        puts += [Put("Un récit sur la suite des travaux.", gap=4.0), Put(f"⚑ {place}"), Put("Tout public")]
    found = split_sessions(document(puts)).segments
    assert [room_of(segment.room.text) if segment.room else None for segment in found] == list(places)
