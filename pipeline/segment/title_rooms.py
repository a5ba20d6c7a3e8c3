"""Rooms on the last line of a title: in brackets, in other letters, or begun in brackets on the line above."""

import re

from pipeline.document import WIDE_SPACE, Line
from pipeline.segment.place_words import names_place
from pipeline.wording import is_room

# The name of a room that no word tells alone has no more words than these.
PLACE_WORDS = 4
# The rest of a room on the next line has no more words than these.
MAX_REST_WORDS = 2
# « Habiter la rive (Salle 2) »
_IN_BRACKETS = re.compile(r"\w[^()]*\((?P<room>[^()]{2,60})\)\s*$")
# « Habiter la rive • Salle 2 »
_BEHIND_SIGN = re.compile(r"\w\W*\s[•|·]\s(?P<room>[^•|·]{2,60})\s*$")


def ends_with_room(before: Line, line: Line) -> bool:
    """Whether a line ends with a room, in brackets, behind a sign, in other letters, and the next begins anew."""
    bracketed, signed = _IN_BRACKETS.search(before.text), _BEHIND_SIGN.search(before.text)
    if bracketed and is_room(bracketed["room"]) and line.text[:1].isupper():
        return True
    if signed and is_room(signed["room"]) and line.text[:1].isupper() and not _is_rest(signed["room"], line.text):
        return True
    return (WIDE_SPACE in before.text or before.spans[-1].style != line.spans[0].style) and _tells_room(before)


def _is_rest(room: str, text: str) -> bool:
    """Whether a line is the rest of a room: « Habiter la rive • Salle », « A »."""
    return len(text.split()) <= MAX_REST_WORDS and is_room(f"{room} {text}")


def has_room_apart(line: Line) -> bool:
    """Whether a line ends with a room set otherwise than what it begins with: « Titre – *Petit théâtre* »."""
    return (WIDE_SPACE in line.text or line.spans[-1].style != line.spans[0].style) and _tells_room(line)


def _tells_room(line: Line) -> bool:
    last = line.spans[-1]
    tail = line.text[last.start : last.end].rpartition(WIDE_SPACE)[2].strip(" –—-|(),·•")
    return is_room(tail) or (names_place(tail) and len(tail.split()) <= PLACE_WORDS)


def ends_in_room(before: Line, line: Line) -> bool:
    """Whether a line ends a title and prints its room behind it in a style of its own."""
    return (
        len(line.spans) > 1
        and line.spans[0].style == before.spans[-1].style != line.spans[1].style
        and not is_room(line.text[: line.spans[1].start])
    )
