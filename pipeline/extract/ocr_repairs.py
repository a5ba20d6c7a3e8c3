"""What OCR is known to mistake and can be put right from the word alone. Each row has examples for and against."""

import re
from typing import NamedTuple


class Repair(NamedTuple):
    """A misread word: its pattern, what to put in its place, and examples (read, printed) for and against."""

    name: str
    pattern: re.Pattern[str]
    mend: dict[str, str]
    right: tuple[tuple[str, str], ...]
    wrong: tuple[str, ...]


_ZERO_AND_ONE = {"O": "0", "o": "0", "Q": "0", "D": "0", "l": "1", "I": "1", "|": "1", "i": "1", "!": "1"}
# Figures as read: at least one of an hour must be a figure, or « Oh » and « loh » would be times.
_F = r"[0-9OoQDlIi|!]"
_HOUR = rf"(?=\S*[0-9])(?:[0-2lIi|!OoQ]{_F}|{_F})"
_MINUTES = r"(?:[0-5OoQ][0-9OoQDlIi|!])"
_EDGE_LEFT, _EDGE_RIGHT = r"(?<![^\W_])", r"(?![^\W_])"

REPAIRS = (
    Repair(
        "figures of a clock time",
        re.compile(rf"{_EDGE_LEFT}{_HOUR}[hH]{_MINUTES}?{_EDGE_RIGHT}"),
        _ZERO_AND_ONE,
        (("l0h", "10h"), ("1Oh30", "10h30"), ("9hOO", "9h00"), ("1lh15", "11h15"), ("I4h-15h", "14h-15h")),
        ("Oh", "loh", "oh", "10h30", "H20", "Ih", "100h", "3ho", "B12h30"),
    ),
    Repair(
        "« h » read as « n » between hours and minutes",
        re.compile(rf"{_EDGE_LEFT}(?:[01]?[0-9]|2[0-3])n[0-5][0-9]{_EDGE_RIGHT}"),
        {"n": "h"},
        (("10n30", "10h30"), ("9n00-9n45", "9h00-9h45")),
        ("10n", "n30", "25n30", "A10n30", "10n301", "10n75"),
    ),
)

# A bullet alone at the start of a line, as read: none of these is a French word.
BULLETS = frozenset("e°¢©®«*+o¤»")


def mend_word(text: str) -> str:
    """The word as printed, where what was read can only be a mistake: `mend_word("1Oh30")` → `"10h30"`."""
    for repair in REPAIRS:
        text = repair.pattern.sub(lambda found, mend=repair.mend: _mended(found[0], mend), text)  # type: ignore[misc]
    return text


def _mended(read: str, mend: dict[str, str]) -> str:
    return "".join(mend.get(char, char) for char in read)
