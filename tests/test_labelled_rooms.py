"""Rooms beside the names of formats."""

from layouts import lines, passage

from pipeline.document import Kind, Segment
from pipeline.page.passages import join_lines
from pipeline.segment.labelled_rooms import labelled_rooms


def item(room: str | None, *body: str) -> Segment:
    return Segment(
        pages=(1,),
        kind=Kind.SESSION,
        title=passage("Habiter la rive"),
        room=passage(room) if room else None,
        body=tuple(map(passage, body)),
    )


def told(*segments: Segment) -> list[tuple[str | None, str | None, list[str]]]:
    """The rooms, tracks and paragraphs of items."""
    return [
        (
            segment.room.text if segment.room else None,
            segment.track.text if segment.track else None,
            [part.text for part in segment.body],
        )
        for segment in labelled_rooms(segments)
    ]


THREE = (item(None, "Débat | Grande halle"), item(None, "Atelier | Salle 2"), item(None, "Atelier | Atelier 1"))


def test_a_format_and_a_place_below_a_title_are_a_track_and_a_room() -> None:
    assert told(*THREE) == [
        ("Grande halle", "Débat", []),
        ("Salle 2", "Atelier", []),
        ("Atelier 1", "Atelier", []),
    ]
    assert told(*THREE[:2]) == [(None, None, ["Débat | Grande halle"]), (None, None, ["Atelier | Salle 2"])]


def test_the_place_may_stand_first() -> None:
    rooms = ("Salle des cartes — retour d'expérience", "Atelier 2 — regards croisés", "La Verrière - débat")
    assert [room for room, _, _ in told(*map(item, rooms))] == ["Salle des cartes", "Atelier 2", "La Verrière"]


def test_a_format_alone_is_a_room_where_it_is_that_of_others() -> None:
    assert told(*THREE, item(None, "Atelier 1", "On y lit la rive."))[3] == ("Atelier 1", None, ["On y lit la rive."])
    assert told(*THREE, item(None, "Atelier 5"))[3] == (None, None, ["Atelier 5"])


def test_a_paragraph_may_begin_with_a_format_and_a_room_of_others() -> None:
    joined = Segment(
        pages=(1,),
        kind=Kind.SESSION,
        title=passage("Habiter la rive"),
        body=(join_lines(lines("Rencontre | Salle 2", "On y lit la rive."), one_paragraph=True),),
    )
    assert told(*THREE, joined)[3] == ("Salle 2", "Rencontre", ["On y lit la rive."])


def test_what_an_item_says_itself_goes_before_the_room_of_the_item_over_it() -> None:
    over = item("Auditorium")
    under = over.model_copy(update={"body": (passage("Débat | Salle 2"),)})
    assert told(*THREE, over, under)[4] == ("Salle 2", "Débat", [])
    assert told(*THREE, item("Auditorium", "Débat | Salle 2"))[3] == ("Auditorium", None, ["Débat | Salle 2"])


def test_people_and_works_beside_formats_are_no_rooms() -> None:
    talks = [item(None, f"Lecture – {name}") for name in ("Léa Durand", "Omar Vasseur", "Nadia Zerrouki")]
    assert all(room is None for room, _, _ in told(*talks))
    works = [item(None, f"Film – {name}") for name in ("Les rives", "La crue", "Une digue", "Le pont")]
    assert all(room is None for room, _, _ in told(*works))
