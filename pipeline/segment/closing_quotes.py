"""Titles whose closing quotation mark begins the next line: « « Habiter la rive », below it « ». Léa Durand »."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Line, Passage
from pipeline.page.passages import append, cut_line, join_lines, same_block

_CLOSING = re.compile(r"(?P<mark>[»”])\s*[.,;:–—-]?\s*(?=\w)")
_OPENED_BY = {"»": "«", "”": "“"}


class Closed(NamedTuple):
    """A title with its closing quotation mark, and what stands behind that on its line."""

    title: Passage
    rest: Line


def close_quote(title: Passage, below: Sequence[Line]) -> Closed | None:
    """The title with the mark that closes it at the beginning of the first line below, if that is where it stands."""
    found = _CLOSING.match(below[0].text) if below and title.pieces else None
    if found is None or not same_block(title.pieces[-1].line, below[0]):
        return None
    mark = found["mark"]
    if title.text.count(_OPENED_BY[mark]) <= title.text.count(mark):
        return None
    rest = cut_line(below[0], found.end())[1]
    return Closed(append(title, join_lines([cut_line(below[0], found.end("mark"))[0]])), rest)
