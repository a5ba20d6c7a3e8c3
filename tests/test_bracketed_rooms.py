"""Rooms in brackets in a paragraph of their own, named like formats."""

from layouts import passage

from pipeline.document import Kind, Segment
from pipeline.segment.bracketed_rooms import bracketed_rooms


def rooms(*segments: tuple[str | None, str | None]) -> list[tuple[str | None, int]]:
    """The rooms, and how many paragraphs are left, of items with a room and a paragraph."""
    found = bracketed_rooms(
        [
            Segment(
                pages=(1,),
                kind=Kind.SESSION,
                title=passage("Habiter la rive"),
                room=passage(room) if room else None,
                body=(passage(body),) if body else (),
            )
            for room, body in segments
        ]
    )
    return [(segment.room.text if segment.room else None, len(segment.body)) for segment in found]


def test_a_format_alone_in_brackets_is_a_room_where_others_are() -> None:
    known: list[tuple[str | None, str | None]] = [("(Auditorium)", None), ("(Grande halle)", None)]
    assert rooms(*known, (None, "(Atelier 2)"), (None, "(Atelier 2)"))[2:] == [("Atelier 2", 0), ("Atelier 2", 0)]
    assert rooms(*known, (None, "(Atelier 2)"))[2:] == [(None, 1)]
    assert rooms(*known, (None, "(sur inscription)"), (None, "(sur inscription)"))[2:] == [(None, 1), (None, 1)]


def test_a_format_in_brackets_is_none_where_no_room_is() -> None:
    assert rooms(("Auditorium", None), (None, "(Atelier 2)"), (None, "(Atelier 2)"))[1:] == [(None, 1), (None, 1)]
