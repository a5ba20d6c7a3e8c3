"""Signs of an invented event: straight or curved apostrophes, quotation marks, spaces before high signs."""

import random
import re
from enum import Enum
from typing import NamedTuple, TypeVar

T = TypeVar("T")
NBSP = "\u00a0"


class Signs(NamedTuple):
    """How the text of an event is typed; the space before « : », « ; », « ? » and « ! » may be none."""

    apostrophe: str = "'"
    quotes: tuple[str, str] = ("« ", " »")
    space: str = " "


def draw_signs(rng: random.Random) -> Signs:
    """Draw how an event is typed."""
    space = rng.choices([" ", NBSP, ""], [52, 38, 10])[0]
    inner = NBSP if space == NBSP else " "
    quotes = rng.choices([(f"«{inner}", f"{inner}»"), ("“", "”"), ('"', '"')], [80, 12, 8])[0]
    return Signs(rng.choice(["'", "’", "’"]), quotes, space)


def set_text(text: str, signs: Signs) -> str:
    """A text typed that way: `set_text("Où ? L'île", Signs("’", space=""))` → « Où? L’île »."""
    text = re.sub(r" (?=[:;?!])", signs.space, text).replace("'", signs.apostrophe)
    return text.replace("« ", signs.quotes[0]).replace(" »", signs.quotes[1])


def set_signs(value: T, signs: Signs) -> T:
    """A value of named tuples with all its texts typed that way; members of enumerations are no texts."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else set_text(value, signs)  # type: ignore[return-value]
    if isinstance(value, tuple):
        parts = (set_signs(part, signs) for part in value)
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)  # type: ignore[return-value]
    return value
