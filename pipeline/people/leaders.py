"""Who leads a session, told in brackets behind a name: « Léa Durand, Canal Sud (modératrice) »."""

import re

from pipeline.document import Capacity
from pipeline.people.sharing import Item

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
