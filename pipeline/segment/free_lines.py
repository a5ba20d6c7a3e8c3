"""The lines of a document that may be titles or text: what leads to people, and rooms and half days, are none."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.lexicon import Rows
from pipeline.page.format_labels import LARGER
from pipeline.page.passages import same_block
from pipeline.segment.day_headings import is_half_day
from pipeline.wording import find_marker, is_bare_marker, is_room

_LETTER = re.compile(r"\w")
_CLOSING = re.compile(r"\s*[?!»)…]+\s*")


def free_lines(lines: Sequence[Line], open_lines: set[int], markers: Rows, over: set[int]) -> set[int]:
    """The lines that may be titles or text: no marker, no half day, no room.

    A marker alone is a title if it is one of the lines right `over` times and set larger than that time.
    """
    free = {
        index
        for index in open_lines
        if (
            find_marker(lines[index].text, markers) is None
            or (index in over and _heads_time(*lines[index : index + 2]))
        )
        and _LETTER.search(lines[index].text)
        and not is_half_day(lines[index].text)
        and not is_room(lines[index].text)
    }
    return free | {index for index in open_lines if index - 1 in free and _ends_title(lines[index - 1], lines[index])}


def _heads_time(line: Line, time: Line) -> bool:
    """Whether a marker is the title of the time below it: « **Grand témoin** », set larger than « 9h – 10h »."""
    alone = is_bare_marker(line.text) and not line.text.rstrip().endswith(":")
    return alone and same_block(line, time) and line.style.size > LARGER * time.style.size


def _ends_title(before: Line, line: Line) -> bool:
    """Whether a line holds nothing but the sign that ends the one above: « ? »."""
    return bool(_CLOSING.fullmatch(line.text)) and line.style == before.style and same_block(before, line)
