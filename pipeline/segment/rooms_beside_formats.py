"""Rooms on one line with the format of their items: « Table ronde | Salle 2 » under titles, « Salle 2 – atelier »."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Passage, Segment
from pipeline.page.format_labels import label_of
from pipeline.page.passages import cut
from pipeline.segment.hour_lines import may_be_place
from pipeline.segment.place_words import names_place
from pipeline.wording import is_room

# So many items tell both on one line, at least this part of the places known as such by their words.
MIN_LINES, PLACE_SHARE = 3, 0.5
_SIGN = re.compile(r"\s*[|•·–—/]\s*|\s-\s+|,\s+")
_NUMBERED = re.compile(r"\d\W*$")


class Told(NamedTuple):
    """Format and room of an item, and what stands behind them in their paragraph."""

    label: Passage | None
    room: Passage
    rest: Passage | None = None


def rooms_beside_formats(segments: Sequence[Segment]) -> list[Segment]:
    """The segments with the rooms that stand beside the names of formats, in one document time after time.

    The line is that of the room, the one over the title, or the first below it. Where others tell both, one may name
    the room alone: « Atelier 1 ».
    """
    rooms = {segment.room.text for segment in segments if segment.room}
    segments = [_with_room(segment, _behind_kicker(segment, rooms)) for segment in segments]
    found = [_told(segment) for segment in segments]
    places = {told.room.text for told in found if told}
    parted = [segment.room.text for segment in segments if segment.room and _is_parted(segment)]
    known = sum(is_room(place) or names_place(place) for place in {*places, *parted})
    lines = sum(told is not None for told in found) + len(parted)
    if lines < MIN_LINES or known < PLACE_SHARE * len({*places, *parted}):
        return segments
    return [
        _with_room(segment, told or _bare(segment, places)) for segment, told in zip(segments, found, strict=True)
    ]


def _is_parted(segment: Segment) -> bool:
    """Whether room and format of an item, printed on one line, are told apart already."""
    told = segment.room, segment.track
    rows = {(part.pieces[0].line.page, part.pieces[0].line.rank) for part in told if part and part.pieces}
    return all(told) and len(rows) == 1 and segment.track is not None and label_of(segment.track.text) is not None


def _told(segment: Segment) -> Told | None:
    """Format and room in the room of an item, or over or below its title."""
    if segment.room is not None and (told := _parted(segment.room)):
        return told
    if segment.room is None and segment.track is not None and (told := _parted(segment.track)):
        return told
    line = _first_line(segment)
    told = _parted(line) if line else None
    return told and told._replace(rest=cut(segment.body[0], len(line.text)) if line else None)


def _bare(segment: Segment, places: set[str]) -> Told | None:
    """A room other items have beside their format: alone over or right below a title, or behind a format.

    A scan may have lost the sign between them, or it is drawn: « Atelier Grande halle ».
    """
    if segment.room is None and segment.track is not None and segment.track.text in places:
        return Told(None, segment.track)
    line = _first_line(segment)
    if line is None:
        return None
    rest = cut(segment.body[0], len(line.text))
    if line.text in places:
        return Told(None, line, rest)
    spots = [len(line.text) - len(place) for place in places if line.text.endswith(f" {place}")]
    spot = next((spot for spot in sorted(spots) if label_of(line.text[:spot].rstrip())), None)
    return Told(cut(line, 0, spot), cut(line, spot), rest) if spot else None


def _behind_kicker(segment: Segment, places: set[str]) -> Told | None:
    """The room of other items behind a sign and other words over a title: « ACCUEIL | Grande halle »."""
    track = segment.track if segment.room is None else None
    for sign in _SIGN.finditer(track.text) if track else ():
        if track and track.text[sign.end() :] in places:
            return Told(cut(track, 0, sign.start()), cut(track, sign.end()))
    return None


def _first_line(segment: Segment) -> Passage | None:
    """The first printed line below the title and the blocks that name people."""
    body = segment.body[0] if segment.body else None
    return cut(body, 0, body.pieces[0].end) if body and body.pieces else None


def _parted(line: Passage) -> Told | None:
    """The two parts of a line of which one names a format alone, and the other a place."""
    for sign in _SIGN.finditer(line.text):
        first, last = cut(line, 0, sign.start()), cut(line, sign.end())
        for label, room in ((first, last), (last, first)):
            named = label_of(label.text) and not (_NUMBERED.search(label.text) and not is_room(room.text))
            placed = may_be_place(room.text) and (not label_of(room.text) or _NUMBERED.search(room.text))
            if named and placed:
                return Told(label, room)
    return None


def _with_room(segment: Segment, told: Told | None) -> Segment:
    """An item with its room; its format stands where that over a title does."""
    if told is None:
        return segment
    parts: dict[str, object] = {"room": told.room}
    if told.rest is not None:
        parts["body"] = (*([told.rest] if told.rest.text else ()), *segment.body[1:])
    if (told.rest is None and segment.room is None) or (told.label is not None and segment.track is None):
        parts["track"] = told.label
    return segment.model_copy(update=parts)
