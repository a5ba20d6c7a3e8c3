"""Lines cut where their style changes: what stands beside a part of one in its row."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.lexicon import CIVILITIES
from pipeline.wording import opens_person

_BEFORE_NAME = re.compile(rf"(?:[,;(:]|(?<!\w)(?:{CIVILITIES.words}))\s*\Z")


def is_in_list(lines: Sequence[Line], group: Sequence[int]) -> bool:
    """Whether a run is a name in a line of people: « Mme **Léa Durand**, maire ; M. **Omar Vasseur** »."""
    first, last = group[0], group[-1]
    if not opens_person(lines[first].text):
        return False
    if lines[first].spans[0].style != lines[first].style:
        return True
    before = lines[first - 1].text if first and is_beside(lines[first - 1], lines[first]) else ""
    after = lines[last + 1].text if last + 1 < len(lines) and is_beside(lines[last], lines[last + 1]) else ""
    return bool(_BEFORE_NAME.search(before)) or after.lstrip()[:1] in tuple(",(;")


def from_row_start(lines: Sequence[Line], place: int) -> Line:
    """The line at a place; where it is the rest of a cut one, as if it began where that does: « 9h **Titre** »."""
    line = lines[place]
    before = lines[place - 1] if place else None
    if before is None or not is_beside(before, line) or not 0 <= line.box.x0 - before.box.x1 < line.style.size:
        return line
    return line.model_copy(update={"box": line.box.model_copy(update={"x0": before.box.x0})})


def is_beside(before: Line, line: Line) -> bool:
    """Whether two lines stand in one row."""
    return before.page == line.page and abs(before.box.y0 - line.box.y0) < 0.5 * line.box.height
