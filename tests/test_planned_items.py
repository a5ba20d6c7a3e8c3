"""An item of a planning and what is told of it further on are one item."""

from layouts import passage

from pipeline.document import Block, Capacity, Kind, Segment
from pipeline.segment.planned_items import without_planning

TITLES = ("Habiter la digue", "Le moulin en partage", "Un pont de bois")


def planned(title: str, hours: str = "10h – 11h", room: str = "Salle 1") -> Segment:
    return Segment(
        pages=(1,),
        kind=Kind.SESSION,
        title=passage(title),
        hours=passage(hours),
        room=passage(room),
        day=passage("14 mai"),
    )


def told(title: str, hours: str | None = "10h", room: str | None = None) -> Segment:
    people = Block(capacity=Capacity.INTERVENTION, marker="Avec", passage=passage("Léa Durand"))
    return Segment(
        pages=(2,),
        kind=Kind.SESSION,
        title=passage(title.upper()),
        hours=passage(hours) if hours else None,
        room=passage(room) if room else None,
        blocks=(people,),
    )


def test_each_item_is_kept_once_with_what_only_the_planning_prints() -> None:
    found = without_planning([*map(planned, TITLES), planned("Pause"), *map(told, TITLES)])
    assert [(segment.title.text, len(segment.blocks)) for segment in found] == [
        ("Pause", 0),
        *((title.upper(), 1) for title in TITLES),
    ]
    assert {segment.room.text for segment in found if segment.room} == {"Salle 1"}
    assert all(segment.day is not None for segment in found)


def test_an_item_told_without_hours_has_those_of_the_planning() -> None:
    found = without_planning([*map(planned, TITLES), *(told(title, hours=None) for title in TITLES)])
    assert [segment.hours.text for segment in found if segment.hours] == ["10h – 11h"] * 3


def test_the_same_title_at_another_hour_or_in_another_room_is_another_item() -> None:
    for other in ({"hours": "14h"}, {"room": "Salle 2"}):
        items = [*map(planned, TITLES), *(told(title, **other) for title in TITLES)]
        assert without_planning(items) == items


def test_two_items_of_one_name_make_no_planning() -> None:
    items = [planned(TITLES[0]), planned("Pause"), told(TITLES[0]), told(TITLES[1])]
    assert without_planning(items) == items


def test_breaks_of_a_planning_are_told_nowhere_else() -> None:
    breaks = [planned(title, hours) for title, hours in (("Pause", "11h"), ("Déjeuner", "12h"), ("Accueil", "9h"))]
    breaks = [each.model_copy(update={"kind": Kind.BREAK}) for each in breaks]
    others = [planned(f"Le pont {number}") for number in range(3)]
    items = [
        *breaks,
        *map(planned, TITLES),
        *others,
        *map(told, TITLES),
        told("La crue"),
        told("Le gué"),
        told("Le bac"),
    ]
    assert len(without_planning(items)) == len(items) - 3
