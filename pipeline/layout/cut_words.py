"""Words cut by the edge of a narrow column, without a hyphen: « septemb » over « re 2019 », « 11h1 » over « 5 »."""

import re
from collections.abc import Sequence
from functools import partial

from pipeline.document import Line
from pipeline.layout.broken_hours import as_one, join_with_below
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
    return join_with_below(lines, lines, ends, _is_cut, partial(as_one, sign=""))


def _is_cut(line: Line, below: Line) -> bool:
    """Whether a line ends within an hour or a name that goes on below: « 5 septemb » over « re 2019 »."""
    if below.style != line.style:
        return False
    if _FIGURE.fullmatch(below.text):
        return _MINUTES.search(line.text) is not None
    begun = _LETTERS.search(line.text)
    return begun is not None and (begun[0] + _first_word(below.text)).lower() in _NAMES


def _first_word(text: str) -> str:
    word = _WORD.match(text)
    return word[0].lower() if word else ""
