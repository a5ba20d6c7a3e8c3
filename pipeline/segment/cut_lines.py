"""Lines cut where their style changes: where they are, and what stands beside a part of one in its row."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.lexicon import CIVILITIES, Rows
from pipeline.page.look import Look
from pipeline.page.passages import cut_line
from pipeline.wording import find_marker, names_somebody, opens_person

_CIVIL = re.compile(rf"(?<!\w)(?:{CIVILITIES.words})\s*\Z")
_CODE = re.compile(r"\W*[A-Z]{1,2}\s?\d{1,3}\W*")
_LETTER = re.compile(r"\w")
_BEFORE_NAME = re.compile(rf"[,;(:]\s*\Z|{_CIVIL.pattern}")


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
    """Whether two lines stand in one row, one maybe in larger letters."""
    first, last = before.box, line.box
    shared = min(first.y1, last.y1) - max(first.y0, last.y0)
    return before.page == line.page and shared > 0.5 * min(first.height, last.height)


def parts_at_styles(line: Line, look: Look | None, markers: Rows) -> list[Line]:
    """A line cut at its changes of look, but not inside a word, in the words that announce people, or behind a code.

    Small capitals set « Animé par » in two sizes; « A1. » stands before the title it is part of.
    """
    if len(line.spans) < 2:
        return [line]
    marker = find_marker(line.text, markers)
    told = 0 if marker is None else marker.rest
    looks = [Look.of(span.style, look is None or look.color is not None) for span in line.spans]
    spots = [
        span.start
        for span, before, after in zip(line.spans[1:], looks, looks[1:], strict=False)
        if before != after
        and span.start >= told
        and (look is None or look in (before, after))
        and _parts_words(line.text, span.start)
        and not _bounds_name(line, span.start, told)
    ]
    found = [line]
    for spot in reversed(spots):
        first, last = cut_line(found[0], spot)
        if _LETTER.search(first.text) and _LETTER.search(last.text) and not _CODE.fullmatch(first.text):
            found[:1] = [first, last]
    return found


def _parts_words(text: str, spot: int) -> bool:
    return not (text[spot - 1].isalnum() and text[spot].isalnum())


def _bounds_name(line: Line, spot: int, told: int) -> bool:
    """Whether a name set otherwise than its list begins or ends at a spot: « M. **Léa Durand** – maire ».

    A civility stands before the name, or words that announce people, `told` characters long, begin a longer list.
    """
    for span in line.spans:
        before, name, behind = line.text[: span.start], line.text[span.start : span.end], line.text[span.end :]
        ends = span.end <= spot and not line.text[span.end : spot].strip()
        if spot != span.start and not ends:
            continue
        in_list = bool(behind) and 0 < told <= span.start
        if (_CIVIL.search(before) and names_somebody(name)) or (in_list and opens_person(name)):
            return True
    return False
