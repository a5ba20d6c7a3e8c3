"""Floors beside rooms: « Salle Loire – 1er étage » and « Plénière (rez-de-chaussée) » are one room each."""

import re

from pipeline.wording import is_room

_FLOOR = re.compile(
    r"(?:au\s+)?(?:(?:\d{1,2}\s?(?:er|[èe]re|[èe]?me|e|nde?)|premier|deuxi[èe]me|second|troisi[èe]me|dernier)\s+"
    r"(?:[ée]tage|niveau|sous-sol)|(?:[ée]tage|niveau)\s+-?\d|rez-de-(?:chauss[ée]e|jardin)|rdc|sous-sol)",
    re.I,
)
# A room ahead of its floor, behind the sign that parts it from a title or people.
_AHEAD = re.compile(r"(?:[|•·–—/,]|\s-)\s*(?P<room>[^|•·–—/,;:()]{2,48}?)\s*(?:[|•·–—/,]|\s-)\s*$")


def with_floor(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a room found at the end of a text begins and ends with its floor, and the bracket that closes it.

    Example: « 1er étage » in « Habiter la rive – Salle Loire – 1er étage » → « Salle Loire – 1er étage ».
    """
    room = text[start:end]
    if _FLOOR.fullmatch(room) and (ahead := _AHEAD.search(text[:start])) and is_room(ahead["room"]):
        return ahead.start("room"), end
    closed = room.count("(") == room.count(")") + 1 and text[end : end + 1] == ")"
    return start, end + closed
