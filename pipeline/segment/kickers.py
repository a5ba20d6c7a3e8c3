"""What stands in small over a title and names the part of the programme it is in: « AXE 1 », « Parcours Eau »."""

import re
from collections.abc import Sequence

from pipeline.breaks import kind_of
from pipeline.document import Kind, Line
from pipeline.lexicon import Rows
from pipeline.page.format_labels import is_level
from pipeline.wording import find_marker, is_room, opens_person

# A title is set so much larger than what stands over it, which is no longer than a line of so many characters.
LARGER = 1.25
LONGEST = 60
# « ACCUEIL » may stand over the words it is made of.
_WELCOME = re.compile(r"\W*accueil", re.I)


def find_kicker(
    lines: Sequence[Line], free: Sequence[int], hours: Line | None = None, markers: Rows = ()
) -> int | None:
    """The first line of an item, if it stands in small right over a line that is set as a title is.

    Args:
        lines: the lines of the document in reading order.
        free: those of the item that may be its title or text.
        hours: the line of its time; what is set as that and beside it is the title.
        markers: of people, those of the document beyond the lexicon.
    """
    if len(free) < 2:
        return None
    first, title = lines[free[0]], lines[free[1]]
    if hours and hours.style.size <= first.style.size and is_level(first, hours):
        return None
    gap = title.box.y0 - first.box.y1
    stands_over = first.page == title.page and abs(gap) < 0.5 * title.box.height and first.box.x0 < title.box.x1
    small = title.style.size >= LARGER * first.style.size and (title.style.bold or not first.style.bold)
    if not (stands_over and small and len(first.text) <= LONGEST and any(char.isalpha() for char in first.text)):
        return None
    told = is_room(first.text) or find_marker(first.text, markers) or opens_person(first.text)
    told = told or (hours is not None and _is_break(first.text))
    return None if told or first.text.rstrip().endswith((".", ",", ":")) else free[0]


def _is_break(text: str) -> bool:
    """Whether a line is all there is to say of a break, above the heading of what follows: « Buffet », « AXE 2 »."""
    return kind_of(text) is Kind.BREAK and not _WELCOME.match(text)
