"""Rooms printed behind people: « Léa Durand, Canal Sud – Grande halle », « Léa Durand (Salle 2) »."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.document import Passage, Segment
from pipeline.page.passages import cut
from pipeline.segment.place_words import names_place
from pipeline.segment.rooms import BRACKET, MIN_REPEATS, parted_at_room
from pipeline.wording import is_room, match_head, opens_person

_BEHIND = re.compile(r"^(?P<rest>.*\S)\s*(?:[|•·–—/]|\s-\s)\s*(?P<room>[^|•–—/,;:()]{2,48}?)\W*$", re.S)


def split_people_rooms(segments: Sequence[Segment]) -> list[Segment]:
    """The segments without the rooms that stand behind their people: « Léa Durand, Canal Sud – Grande halle »."""
    fields = [
        [(block, *split) for block in segment.blocks if not block.marker for split in _behind_people(block.passage)]
        for segment in segments
    ]
    counts = Counter(room.text.casefold() for found in fields for _, _, room in found)
    known = {segment.room.text.strip(" |–—-").casefold() for segment in segments if segment.room is not None}
    bodies = _bodies_in_brackets(segments)
    result = []
    for segment, found in zip(segments, fields, strict=True):
        block, people, room = next(
            (
                split
                for split in found
                if split[2].text.casefold() in known
                # Of a session with a room « Espace Info Rives » behind people is a body.
                or (is_room(split[2].text) and not (segment.room and match_head(split[2].text)))
                or (
                    segment.room is None
                    and counts[split[2].text.casefold()] >= MIN_REPEATS
                    and names_place(split[2].text)
                    and not (bodies and f"({split[2].text})" in split[0].passage.text)
                )
            ),
            (None, None, None),
        )
        if block is None or people is None or room is None:
            result.append(segment)
            continue
        blocks = tuple(
            other.model_copy(update={"passage": people}) if other is block else other for other in segment.blocks
        )
        below = cut(block.passage, _end_in(block.passage, room))
        body = (*segment.body, below) if re.search(r"\w", below.text) else segment.body
        result.append(segment.model_copy(update={"blocks": blocks, "room": segment.room or room, "body": body}))
    return result


def _bodies_in_brackets(segments: Sequence[Segment]) -> bool:
    """Whether what stands in brackets behind people is mostly no place: « (Canal Sud) », « (Parc des Rives) »."""
    ends = [BRACKET.match(block.passage.text) for segment in segments for block in segment.blocks]
    places = [names_place(found["room"]) for found in ends if found]
    return 2 * sum(places) < len(places)


def _behind_people(people: Passage) -> list[tuple[Passage, Passage]]:
    """The ways the end of people can be read as a room, in parentheses or behind a sign that is no comma."""
    ways = [(people, match) for pattern in (BRACKET, _BEHIND) if (match := pattern.match(people.text))]
    for spot in people.breaks:
        # Text may follow on the next line: « Léa Durand (Salle 2) », « Dix ans après ».
        first = cut(people, 0, spot)
        match = BRACKET.match(first.text) if people.text[spot : spot + 1].isupper() else None
        if match and is_room(match["room"]):
            ways.append((first, match))
    return [parted_at_room(whole, match) for whole, match in ways if not opens_person(match["room"])]


def _end_in(people: Passage, room: Passage) -> int:
    """Where a room that stands in a passage ends in it."""
    last = room.pieces[-1]
    spot = next(piece for piece in people.pieces if piece.line == last.line)
    end = spot.start + last.offset + last.end - last.start - spot.offset
    return len(people.text) - len(people.text[end:].lstrip(")] "))
