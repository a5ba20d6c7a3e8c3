"""Rooms beside the names of formats, on a line of their own or behind the hours: « Débat | Grande halle »."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.document import Passage, Segment
from pipeline.page.format_labels import label_of
from pipeline.page.passages import cut
from pipeline.segment.rooms import names_place
from pipeline.wording import is_room, opens_person

# So many rooms stand beside formats, at least this part of them known as places, none longer than this.
MIN_ROOMS, PLACE_SHARE, LONGEST = 3, 0.5, 60
_SIGN = re.compile(r"\s*[|·•–—]\s*|\s-\s+")
_NUMBERED = re.compile(r"\d|\s[A-Z]$")


class _Told(NamedTuple):
    """A passage that is the name of a format and a room, and what is left of it."""

    whole: Passage
    label: Passage
    room: Passage
    rest: Passage | None = None


def labelled_rooms(segments: Sequence[Segment]) -> list[Segment]:
    """The segments with what stands beside the names of formats as rooms, where most of it names places.

    « Retour d'expérience | Grande halle » under a title gives a format and a room, and so does what stands behind
    the hours. A format alone is a room where others have it beside their own: « Atelier | Atelier 1 », « Atelier 1 ».
    """
    told = [_told(segment) for segment in segments]
    rooms = {each.room.text for each in told if each}
    places = {room for room in rooms if is_room(room) or names_place(room)}
    if sum(map(bool, told)) < MIN_ROOMS or len(places) < PLACE_SHARE * len(rooms):
        return list(segments)
    # Items under one time may have been given the room of the first of them: what they say themselves goes before.
    lent = [after.room is not None and after.room == before.room for before, after in pairwise(segments)]
    return [
        _with_room(segment, found, given) if (found := each or _known(segment, rooms)) else segment
        for segment, each, given in zip(segments, told, [False, *lent], strict=True)
    ]


def _told(segment: Segment) -> _Told | None:
    """The passage of a segment that is a format and a room: its room, or else one of its text."""
    passages = [segment.room, *segment.body] if segment.room else segment.body
    return next(filter(None, map(_parted, passages)), None)


def _known(segment: Segment, rooms: Collection[str]) -> _Told | None:
    """A passage that is a room of others, or whose first line is a format and such a room."""
    for passage in segment.body:
        if passage.text.strip() in rooms:
            return _Told(passage, cut(passage, 0, 0), passage)
        first = _parted(cut(passage, 0, passage.breaks[0])) if passage.breaks else None
        if first and first.room.text in rooms:
            return first._replace(whole=passage, rest=cut(passage, passage.breaks[0]))
    return None


def _parted(passage: Passage) -> _Told | None:
    signs = list(_SIGN.finditer(passage.text))
    if len(signs) != 1 or len(passage.text) > LONGEST:
        return None
    label, room = cut(passage, 0, signs[0].start()), cut(passage, signs[0].end())
    if _may_be_room(label.text) and not _may_be_room(room.text):
        label, room = room, label
    return _Told(passage, label, room) if label_of(label.text) and _may_be_room(room.text) else None


def _may_be_room(text: str) -> bool:
    """Whether a text may name a room beside a format: another format does with a number only, « Atelier 1 »."""
    told = _NUMBERED.search(text) if label_of(text) else not opens_person(text)
    return bool(told) and text[:1].isupper() and not text.endswith(".")


def _with_room(segment: Segment, told: _Told, lent: bool) -> Segment:
    """The segment with a room and, in place of its passage, what this says besides."""
    if segment.room is not None and told.whole is not segment.room and not lent:
        return segment
    label = told.label if told.label.text else None
    left = [part for part in (label if segment.track else None, told.rest) if part]
    body = tuple(part for each in segment.body for part in (left if each is told.whole else [each]))
    return segment.model_copy(update={"room": told.room, "track": segment.track or label, "body": body})
