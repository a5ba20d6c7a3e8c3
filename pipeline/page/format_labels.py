"""What stands over a title and says only of what kind the session is: « ATELIER », « Table ronde n° 2 »."""

import re

from pipeline.document import Line
from pipeline.page.passages import same_block
from pipeline.wording import find_formats, find_marker, is_room, opens_person

# A title is set at least so much larger than the label over it, unless the title alone is bold.
LARGER = 1.1
# What may stand before and behind the name of a format: « Session plénière », « Atelier A2 », « Débat – dès 15 ans ».
_BEFORE = re.compile(r"\W*(?:(?:grande?|mini|session|séance|temps d['’])\W{0,2})?", re.I)
_AFTER = re.compile(
    r"(?:\W*(?:(?:n[°o]\s?)?(?:\d{1,2}|(?-i:[A-Z]\d{0,2}|[IVX]{1,4}))|inaugurale?|plénière|participati(?:f|ve)s?|"
    r"introducti(?:f|ve)|invitée?|thématiques?|d['’]ouverture|de clôture|de conclusion|grand public|en parallèle|"
    r"au choix|(?-i:[A-Z]{1,3})-?\d{1,3})"
    r"(?!\w))*\W*"
    r"(?:[–—|,(•·/-]\s*(?:(?:tout|jeune|grand)s?\spublics?|d[èe]s\s\d|à\spartir\sde\s\d|\d{1,2}\s?[-–à]\s?\d{1,2}\sans|"
    r"\d{1,2}\sans|enfants?|ados?|adultes?|familles?|scolaires?)[^:.?!]{0,25})?",
    re.I,
)
_SIGN = re.compile(r"\s*[·•|–—]\s*(?=[A-ZÀ-Þ])|\s-\s+(?=[A-ZÀ-Þ])")


def label_of(text: str) -> str | None:
    """The format a text names if it says nothing else.

    Examples: `label_of("TABLE RONDE n° 2")` → "table ronde"; `label_of("Atelier de reliure")` → None.
    """
    for start, end, value in find_formats(text):
        if _BEFORE.fullmatch(text, 0, start) and _AFTER.fullmatch(text, end):
            return value
    return None


def label_before(text: str) -> int | None:
    """Where what stands behind the name of a format and a sign begins: « ATELIER · Salon Nord »."""
    return next((found.end() for found in _SIGN.finditer(text) if label_of(text[: found.start()])), None)


def is_over_title(label: Line, title: Line) -> bool:
    """Whether a line is set as the title of what stands in small above it, or before it on its row."""
    larger = title.style.size >= LARGER * label.style.size and title.style.bold >= label.style.bold
    bolder = title.style.size >= label.style.size and title.style.bold and not label.style.bold
    if not (larger or bolder) or not (same_block(label, title) or _is_beside(label, title)):
        return False
    return not (is_room(title.text) or opens_person(title.text) or find_marker(title.text))


def _is_beside(label: Line, title: Line) -> bool:
    """Whether a label stands on the row of a title, right before it."""
    gap = title.box.x0 - label.box.x1
    return is_level(label, title) and -1 < gap < 3 * title.box.height


def is_level(one: Line, other: Line) -> bool:
    """Whether the middles of two lines stand at one height of the page, within half the height of the first."""
    apart = abs(one.box.y0 + one.box.y1 - other.box.y0 - other.box.y1) / 2
    return one.page == other.page and apart < one.box.height / 2
