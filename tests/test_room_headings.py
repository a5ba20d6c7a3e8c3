"""Rooms set as headings over the items that take place in them."""

from itertools import pairwise

from layouts import Put, document, lines_of, page_of

from pipeline.document import Box, Cell
from pipeline.segment import split_sessions


def rooms(*heads: str, each: int = 2, day: str = "") -> list[str | None]:
    """The rooms of items, so many below each heading; a day stands before the last heading."""
    puts = [Put("Mardi 14 mai 2024", size=14)]
    hour = 9
    for number, head in enumerate(heads):
        last = number == len(heads) - 1
        puts += [Put(day, size=14, gap=10)] if day and last else []
        puts += [Put(head, bold=True, gap=10)] if head else []
        for _ in range(each):
            puts += [Put(f"{hour}h Une histoire de la rive", gap=4), Put("Un récit sur la suite des travaux.")]
            hour += 1
    found = split_sessions(document(puts)).segments
    return [segment.room.text if segment.room else None for segment in found]


def test_a_room_over_items_holds_until_the_next_one() -> None:
    assert rooms("Grande scène", "Place du Marché") == [*["Grande scène"] * 2, *["Place du Marché"] * 2]


def test_a_room_does_not_hold_over_a_day() -> None:
    found = rooms("Grande scène", "Studio 2", "", day="Mercredi 15 mai 2024")
    assert found == [*["Grande scène"] * 2, *["Studio 2"] * 2, None, None]


def test_headings_that_name_no_place_are_no_rooms() -> None:
    assert rooms("Pour commencer", "Pour finir") == [None] * 4


def over_titles(*heads: str) -> list[str | None]:
    """The rooms of items whose times stand below their titles, two under each heading."""
    puts = [Put("Mardi 14 mai 2024", size=14)]
    hour = 9
    for head in heads:
        puts.append(Put(head, size=13, bold=True, gap=14))
        for number in range(2):
            puts += [Put(f"Une histoire de {head.split()[-1]} {number}", bold=True, color="#d1007f", gap=6)]
            puts += [Put(f"à {hour}h · Un récit sur la suite des travaux.")]
            hour += 1
    segments = split_sessions(document(puts)).segments
    return [segment.room.text if segment.room else None for segment in segments]


def test_places_hold_over_items_whose_titles_stand_over_their_times() -> None:
    heads = ("Salle des fêtes de Brou", "Moulin de Prat", "Lycée Louise-Michel")
    assert over_titles(*heads) == [head for head in heads for _ in range(2)]


def test_themes_over_such_items_are_no_rooms() -> None:
    assert set(over_titles("Habiter la rive", "Nourrir la ville", "Lire le fleuve")) == {None}


def test_a_room_at_the_foot_of_an_item_is_of_that_item() -> None:
    puts = [Put("Mardi 14 mai 2024", size=14)]
    rooms = ("Grande scène", "Studio 2", "Auditorium", "Salle Bleue", "Studio 4", "Amphithéâtre")
    for number, room in enumerate(rooms):
        puts += [
            Put(f"{9 + number}h – {10 + number}h", bold=True, gap=30),
            Put(f"Une histoire de la rive {number}", bold=True),
        ]
        puts += [Put("Un récit sur la suite des travaux."), *([Put(room, color="#996600")] if number % 3 else [])]
    found = split_sessions(document(puts)).segments
    assert [segment.room.text if segment.room else None for segment in found] == [
        room if number % 3 else None for number, room in enumerate(rooms)
    ]


def over_addresses(*heads: tuple[str, str]) -> list[str | None]:
    """The rooms of items below names with an address each, two under each."""
    puts = [Put("Mardi 14 mai 2024", size=14)]
    hour = 9
    for head, address in heads:
        puts += [Put(head, size=13, bold=True, gap=14), Put(address, size=8, italic=True)]
        for number in range(2):
            puts += [Put(f"Une histoire de rive {hour}", bold=True, color="#d1007f", gap=6)]
            puts += [Put(f"à {hour}h · Un récit sur la suite des travaux {number}.")]
            hour += 1
    segments = split_sessions(document(puts)).segments
    assert all("rue" not in text.text for segment in segments for text in segment.body)
    return [segment.room.text if segment.room else None for segment in segments]


def test_what_stands_over_an_address_is_a_place() -> None:
    heads = (("Tour Vidal", "14, rue des Lavoirs"), ("La Vigie", "Chemin du Halage (parking)"))
    assert over_addresses(*heads) == ["Tour Vidal", "Tour Vidal", "La Vigie", "La Vigie"]


def test_a_place_over_items_that_begin_with_their_day_is_their_room_and_how_to_get_there_is_no_text() -> None:
    puts = [Put("Du 5 au 7 juin 2026", size=20)]
    for place, way in (
        ("JARDIN DU HALAGE", "Entrée rue des Lavoirs, bus 4"),
        ("FERME DES GUÉS", "À 3 km du bourg"),
        ("MOULIN NEUF", "Parking à 200 m"),
    ):
        puts += [Put(place, size=13, bold=True, gap=24), Put(way, size=8, gap=2)]
        for day in ("Samedi 6 juin", "Dimanche 7 juin"):
            puts += [
                Put(day, bold=True, gap=14),
                Put("10 h – 11 h 30"),
                Put("Les arbres de la rive", size=12, bold=True),
            ]
            puts += [Put("Par Léa Durand, botaniste")]
    found = split_sessions(document(puts)).segments
    assert [segment.room and segment.room.text for segment in found] == [
        name for name in ("JARDIN DU HALAGE", "FERME DES GUÉS", "MOULIN NEUF") for _ in range(2)
    ]
    assert not any("Entrée" in text.text or "bourg" in text.text for segment in found for text in segment.body)


def test_a_room_over_a_table_is_that_of_its_items() -> None:
    pages = []
    for number, room in enumerate(("GRAND AUDITORIUM", "SALLE CURIE", "LA FABRIQUE"), start=1):
        puts = [Put("Jeudi 15 octobre 2026", size=14), Put(room, bold=True, gap=10)]
        for hour in (9, 10, 11):
            puts += [Put(f"{hour}h – {hour + 1}h", gap=10), Put("Ouvrir les données", bold=True, x=140, beside=True)]
            puts += [Put("Avec Léa Durand (Canal Sud)", x=140)]
        lines = lines_of(puts, number)
        top, left = lines[2].box.y0 - 3, (30.0, 130.0, 400.0)
        cells = tuple(
            Cell(row=row, column=column, box=Box(x0=a, y0=top + 34 * row, x1=b, y1=top + 34 * (row + 1)))
            for row in range(3)
            for column, (a, b) in enumerate(pairwise(left))
        )
        pages.append(page_of(number, puts).model_copy(update={"cells": cells, "lines": tuple(lines)}))
    found = split_sessions(document(*pages)).segments
    assert [segment.room and segment.room.text for segment in found] == [
        room for room in ("GRAND AUDITORIUM", "SALLE CURIE", "LA FABRIQUE") for _ in range(3)
    ]
