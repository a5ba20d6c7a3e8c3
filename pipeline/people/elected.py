"""Functions that are held for one place."""

import re

_ELECTED = re.compile(
    r"(?:\d+\w+ |premi[eè]re? )?(?:maire|adjointe?|conseill[eè]re?|[ée]lue?|d[ée]put[ée]e?|s[ée]nat\w+|"
    r"pr[ée]f[eè]te?)\b",
    re.I,
)


def is_elected(role: str) -> bool:
    """Whether a function is held for one place: « maire », « adjointe au maire », « députée »."""
    return bool(_ELECTED.match(role))
