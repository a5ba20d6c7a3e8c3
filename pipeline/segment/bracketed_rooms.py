"""Rooms named like formats in a paragraph of their own: « (Atelier 2) » where others have « (Auditorium) »."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.document import Passage, Segment
from pipeline.page.passages import cut
from pipeline.segment.place_words import names_place
from pipeline.segment.rooms import MIN_REPEATS

_BRACKETED = re.compile(r"\W*[(\[](?P<room>[^()\[\]]{2,60})[)\]]\W*")


def bracketed_rooms(segments: Sequence[Segment]) -> list[Segment]:
    """The segments with the places that stand alone in brackets as rooms, where those of other items do.

    « (Atelier 2) » below a title is a room, and no format, where « (Auditorium) » stands below others, and it is
    printed more than once.
    """
    known = {room["room"].casefold() for segment in segments if segment.room and (room := _in_brackets(segment.room))}
    told = [_told(segment) for segment in segments]
    counts = Counter(room.text.casefold() for _, room in filter(None, told))
    if len(known) < MIN_REPEATS:
        return list(segments)
    return [
        segment.model_copy(
            update={"room": found[1], "body": tuple(body for body in segment.body if body is not found[0])}
        )
        if found and (counts[found[1].text.casefold()] >= MIN_REPEATS or found[1].text.casefold() in known)
        else segment
        for segment, found in zip(segments, told, strict=True)
    ]


def _in_brackets(text: Passage) -> re.Match[str] | None:
    return _BRACKETED.fullmatch(text.text) if text.text.strip()[:1] in ("(", "[") else None


def _told(segment: Segment) -> tuple[Passage, Passage] | None:
    """A paragraph that is nothing but a place in brackets, and that place, if the room is not told otherwise."""
    if segment.room is not None:
        return None
    for body in segment.body:
        found = _in_brackets(body)
        if found and names_place(found["room"]):
            return body, cut(body, *found.span("room"))
    return None
