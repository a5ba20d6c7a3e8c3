"""The type that the first word of the name of a body proves: « association », « ministère »."""

import re
from functools import cache

from pipeline.lexicon import HEADS, UNPROVEN, Row
from pipeline.wording import compile_rows


@cache
def _types() -> list[tuple[re.Pattern[str], Row]]:
    return compile_rows(tuple(row for row in HEADS if row.value), r"^(?:l['’]|le |la |les )?", r"(?![\w-])")


def organisation_type(label: str) -> str | None:
    """The type the first word of a body's name proves, or None."""
    if re.match(UNPROVEN.words, label, re.I):
        return None
    return next((row.value for pattern, row in _types() if pattern.match(label)), None)


def organisation_types() -> frozenset[str]:
    """The types a body may have."""
    return frozenset(row.value for _, row in _types())
