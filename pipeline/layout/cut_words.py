"""Words cut by the edge of a narrow column, without a hyphen: « septemb » over « re 2019 », « 11h1 » over « 5 »."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.layout.broken_hours import as_one, right_under
from pipeline.times.days import MONTHS, WEEKDAYS

_NAMES = [name for names in (*WEEKDAYS, *MONTHS) for name in names]
_LETTERS = re.compile(r"(?<!\w)[^\W\d_]{2,}$")
# The minutes of an hour but for their last figure.
_MINUTES = re.compile(r"(?<!\d)\d{1,2} ?[hH:] ?[0-5]$")


def join_cut_words(lines: Sequence[Line]) -> list[Line]:
    """The lines, those in which an hour or the name of a day or month is cut as one with the line below, in order."""
    whole: dict[int, Line] = {}
    taken: set[int] = set()
    for line in lines:
        rest = _rest(line.text) if id(line) not in taken else None
        alike = [below for below in right_under(line, lines) if below.style == line.style] if rest else []
        if below := next((below for below in alike if rest and rest.match(below.text)), None):
            whole[id(line)] = as_one((line, below), sign="")
            taken.add(id(below))
    return [whole.get(id(line), line) for line in lines if id(line) not in taken]


def _rest(text: str) -> re.Pattern[str] | None:
    """What makes a whole of the letters or figures a text ends with: « re » behind « 5 septemb »; None if nothing."""
    if _MINUTES.search(text):
        return re.compile(r"\d$")
    found = _LETTERS.search(text)
    begun = found[0].lower() if found else ""
    rests = [name[len(begun) :] for name in _NAMES if begun and name.startswith(begun) and name != begun]
    return re.compile(rf"(?:{'|'.join(rests)})(?!\w)", re.I) if rests else None
