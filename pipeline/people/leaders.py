"""Who leads a session, told in brackets or behind people: « Léa Durand, Canal Sud (modératrice) »."""

import re

from pipeline.document import Capacity
from pipeline.people.sharing import Item
from pipeline.wording import find_formats, find_prose_markers, opens_person

_LEADER = re.compile(
    r"\(\s*(?:(?P<animation>(?:co-?)?animat(?:eur|rice|ion))|"
    r"(?P<moderation>mod[ée]rat(?:eur|rice|ion)|pr[ée]sidente? de (?:la )?(?:s[ée]ance|session)|discutante?))\s*\)",
    re.I,
)


def told_leader(text: str, item: Item, capacity: Capacity) -> tuple[Item, Capacity]:
    """Somebody and how they take part: as it says in brackets, which is no function then, else as `capacity`."""
    found = _LEADER.search(text, item.name.end, item.tail.end)
    if found is None:
        return item, capacity
    roles = tuple(role for role in item.ties.roles if not found.start() <= role.start < found.end())
    led = Capacity.ANIMATION if found["animation"] else Capacity.MODERATION
    return item._replace(ties=item.ties._replace(roles=roles)), led


def led_formats(text: str) -> list[tuple[int, int, Capacity]]:
    """Start, end and capacity of who leads, told behind people: « … Canal Sud Débat modéré par Léa Durand »."""
    if not opens_person(text):
        return []
    formats = {end + 1: start for start, end, _ in find_formats(text) if start and text[start].isupper()}
    return [
        (formats[start], end, capacity)
        for start, end, capacity in find_prose_markers(text)
        if start in formats and capacity is not Capacity.INTERVENTION and opens_person(text[end:].lstrip())
    ]
