"""Parts that only a larger body has: the « Chambre sociale » of a court, a commission of an assembly."""

import re

_CHAMBER = re.compile(
    r"(?:(?:\d{1,2}(?:er|[èe]?re|nde?|e|[èe]me)|premi[èe]re|deuxi[èe]me)\s)?(?:sous-)?"
    r"(?:chambre|section|commission|division|formation)(?:,?\s[\w'’-]+)+",
    re.I,
)
_WHOLE = re.compile(
    r"(?:cour|conseil|assembl[ée]e|s[ée]nat|parlement|tribunal|universit[ée]|institut|acad[ée]mie)\b", re.I
)


def is_chamber_of(part: str, whole: str) -> bool:
    """Whether one name is that of a part, and the other that of what may have such a part."""
    return bool(_CHAMBER.fullmatch(part) and _WHOLE.match(whole))
