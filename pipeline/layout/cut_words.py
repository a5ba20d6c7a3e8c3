"""Words cut by the edge of a narrow column, without a hyphen: « septemb » over « re 2019 », « 11h1 » over « 5 »."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.layout.broken_hours import as_one, right_under
from pipeline.times.days import MONTHS, WEEKDAYS

_NAMES = frozenset(name for names in (*WEEKDAYS, *MONTHS) for name in names)
# What may be left of a name at the start of the next line.
_RESTS = frozenset(name[begun:] for name in _NAMES for begun in range(2, len(name)))
_LETTERS = re.compile(r"(?<!\w)[^\W\d_]{2,}$")
_WORD, _FIGURE = re.compile(r"\w+"), re.compile(r"\d")
# The minutes of an hour but for their last figure.
_MINUTES = re.compile(r"(?<!\d)\d{1,2} ?[hH:] ?[0-5]$")


def join_cut_words(lines: Sequence[Line]) -> list[Line]:
    """The lines, those in which an hour or the name of a day or month is cut as one with the line below, in order."""
    ends = [line for line in lines if _first_word(line.text) in _RESTS or _FIGURE.fullmatch(line.text)]
    whole: dict[int, Line] = {}
    taken: set[int] = set()
    for line in lines if ends else ():
        under = right_under(line, ends) if id(line) not in taken else []
        alike = (below for below in under if below.style == line.style)
        if below := next((below for below in alike if _is_cut(line.text, below.text)), None):
            whole[id(line)] = as_one((line, below), sign="")
            taken.add(id(below))
    return [whole.get(id(line), line) for line in lines if id(line) not in taken]


def _is_cut(text: str, below: str) -> bool:
    """Whether a text ends within an hour or a name that goes on below: « 5 septemb » over « re 2019 »."""
    if _FIGURE.fullmatch(below):
        return _MINUTES.search(text) is not None
    begun = _LETTERS.search(text)
    return begun is not None and (begun[0] + _first_word(below)).lower() in _NAMES


def _first_word(text: str) -> str:
    word = _WORD.match(text)
    return word[0].lower() if word else ""
