"""Rows of a grid that are one cell: the day, the half of one, or the theme of the rows below."""

import re
from collections.abc import Sequence

from pipeline.breaks import kind_of
from pipeline.document import Kind, Passage
from pipeline.page.grid_cells import Grid, GridCell
from pipeline.page.passages import join_lines
from pipeline.segment.anchors import is_day_heading
from pipeline.times import find_half_day
from pipeline.times.days import find_days
from pipeline.times.hours import find_hours
from pipeline.wording import find_marker, is_room, opens_people

# Cells longer than this are no head of a column, and no theme.
MAX_HEAD = 90
_NUMBERED_PART = re.compile(
    r"\W*(?:s[ée]quence|partie|axe|th[èe]me|th[ée]matique|volet|chapitre|module|bloc|temps)\s+"
    r"(?:n°\s?)?(?:\d{1,2}|[IVX]{1,4})\b\s*[:.–—|-]",
    re.I,
)
# A row that only names half a day is no longer than this.
MAX_HALF_DAY = 20


def day_in(cells: Sequence[GridCell]) -> Passage | None:
    """The day the first cell of a row announces, alone or as the head of what is below."""
    if cells and is_day_heading(cells[0].text):
        return join_lines(cells[0].lines, one_paragraph=True)
    return None


def theme_band(grid: Grid, cells: Sequence[GridCell]) -> Passage | None:
    """What a row says that is one cell over all columns without hours or people: the theme of the rows below."""
    if len(cells) != 1 or cells[0].columns < grid.columns or len(cells[0].text) > MAX_HEAD:
        return None
    text = cells[0].text
    if find_hours(text) or find_days(text) or find_marker(text) or opens_people(text) or is_room(text):
        return None
    if kind_of(text) is not Kind.SESSION or not any(char.isalpha() for char in text):
        return None
    return join_lines(cells[0].lines, one_paragraph=True)


def is_band(cells: Sequence[GridCell]) -> bool:
    """Whether a row is one cell that announces a day or half of one: « Mardi 4 mai », « MATINÉE »."""
    if len(cells) != 1:
        return False
    text = cells[0].text
    return day_in(cells) is not None or (len(text) < MAX_HALF_DAY and find_half_day(text) is not None)


def is_numbered_part(text: str) -> bool:
    """Whether a row names a part of the programme by its number: « SÉQUENCE 1 : … », « Axe II – … »."""
    return bool(_NUMBERED_PART.match(text))
