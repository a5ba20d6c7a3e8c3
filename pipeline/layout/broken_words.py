"""Words broken behind the dot inside them in a narrow column: « Participant·e· » over « s : Léa Durand »."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.layout.broken_hours import as_one, right_under
from pipeline.page.passages import cut_line

_DOTTED = re.compile(r"[^\W\d_]·$")
# What may follow the dot: the ending of another gender, the plural.
_ENDING = re.compile(r"[a-zà-öø-ÿ]{1,6}(?:·s)?(?!\w)")


def join_broken_words(lines: Sequence[Line]) -> list[Line]:
    """The lines, each word that is broken at a dot inside it whole at the end of its first line; in their order."""
    moved: dict[int, tuple[Line, ...]] = {}
    for line in lines:
        under = right_under(line, lines) if _DOTTED.search(line.text) and id(line) not in moved else []
        below = next((below for below in under if _ENDING.match(below.text) and id(below) not in moved), None)
        ending = _ENDING.match(below.text) if below else None
        if below is None or ending is None:
            continue
        parts = (below,) if ending.end() == len(below.text) else cut_line(below, ending.end())
        moved[id(line)] = (as_one((line, parts[0]), sign=""),)
        moved[id(below)] = parts[1:]
    return [part for line in lines for part in moved.get(id(line), (line,))]
