"""Rooms of sessions for the talks in them."""

from layouts import passage

from pipeline.document import Kind, Segment
from pipeline.segment.talk_rooms import with_rooms_of_sessions

DAY = passage("Mardi 14 mai 2024")


def item(title: str, hours: str, room: str | None = None, kind: Kind = Kind.SESSION) -> Segment:
    return Segment(
        pages=(1,),
        kind=kind,
        title=passage(title),
        day=DAY,
        hours=passage(hours),
        room=passage(room) if room else None,
    )


def rooms(*segments: Segment) -> list[str | None]:
    return [segment.room.text if segment.room else None for segment in with_rooms_of_sessions(segments)]


def test_talks_are_held_in_the_room_of_their_session() -> None:
    session = item("Session 1 : les rives", "9h – 10h30", "Salle 2")
    talks = [item("Le pont", "9h – 9h30"), item("La digue", "9h30"), item("Pause", "10h", kind=Kind.BREAK)]
    assert rooms(session, *talks, item("Le moulin", "10h30")) == ["Salle 2", "Salle 2", "Salle 2", None, None]


def test_what_is_no_session_holds_nothing() -> None:
    assert rooms(item("Exposition", "9h – 18h", "Hall"), item("Le pont", "10h – 11h")) == ["Hall", None]


def test_a_talk_keeps_its_own_room() -> None:
    session = item("Session 1 : les rives", "9h – 10h30", "Salle 2")
    assert rooms(session, item("Le pont", "9h", "Salle 3"), item("La digue", "9h30")) == [
        "Salle 2",
        "Salle 3",
        "Salle 2",
    ]
