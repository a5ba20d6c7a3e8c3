"""People announced inside a line of whom each has a paragraph: « Avec Léa Durand, maire », below it « Omar … »."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.page.look import Look
from pipeline.segment.setting import SAME_EDGE
from pipeline.wording import CAPITALS, opens_person

# Their paragraphs stand no further apart than this, in heights of a line.
NEXT = 1.5
# « 2. » before the next of a numbered list.
NUMBER = re.compile(r"(?P<number>\d{1,2})\s?[.)]\s")
# A name with what is told behind a sign: « Léa Durand, maire », « Léa Durand (Canal Sud) », « Léa Durand est ».
_TOLD_NAME = re.compile(
    rf"(?:[{CAPITALS}][\w'’.-]*\s+)+(?:(?:de|du|des|da|van|von|le|la)\s+)?[{CAPITALS}][\w'’-]*"
    r"(?:\s?[,(:]|\s(?:est|[–—-])\s)"
)


def opens_next(block: Sequence[Line], rest: int, line: Line) -> bool:
    """Whether a paragraph names the next of those announced inside a line: « Avec Léa Durand, maire », « Omar … ».

    A list goes on with its next number: « Avec 1. Canal Sud … », « 2. La Digue … ».
    """
    last, first = block[-1], block[0]
    if Look.of(line.spans[0].style) != Look.of(last.spans[-1].style):
        return False
    if line.page == last.page and line.box.x0 < last.box.x1:
        edges = [other.box.x0 for other in block if other.page == line.page]
        near = 0 < line.box.y0 - last.box.y0 < last.box.height * (1 + NEXT)
        if not near or all(abs(line.box.x0 - edge) > SAME_EDGE for edge in edges):
            return False
    elif line.page > last.page + 1:
        return False
    number = NUMBER.match(line.text)
    if number:
        before = [NUMBER.match(other.text[rest if other is first else 0 :].lstrip(" :")) for other in block]
        told = [int(found["number"]) for found in before if found]
        return bool(told) and told[0] == 1 and int(number["number"]) == told[-1] + 1
    return bool(_TOLD_NAME.match(line.text)) and opens_person(line.text)
