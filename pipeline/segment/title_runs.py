"""Lines that are one title: runs in one look, parted where another title, entry or column begins."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.document import Line
from pipeline.page.entries import LABELLED
from pipeline.page.line_ends import ends_open
from pipeline.page.look import Look
from pipeline.segment.cut_lines import from_row_start
from pipeline.source import TitleStyle
from pipeline.wording import BULLETS, is_room

# Lines of one title stand no further apart than this part of their height.
TITLE_GAP = 1.2
# They begin no further left of each other than this many points, unless they are set in the middle or at the right.
OUTDENT = 30.0
# An entry set in begins so much further right than the line above it.
INDENT = 6.0
_DASHED = re.compile(r"\s*[–—-]\s")
_NUMBERED = re.compile(rf"\s*(?:\d{{1,2}}\s?[.)]|[*{BULLETS}])\s")


def group_titles(lines: Sequence[Line], free: set[int], look: Look | TitleStyle) -> list[list[int]]:
    """Runs of consecutive lines in one look, as indices: a title over several lines or headings is one run."""
    return runs_of(lines, [index for index in sorted(free) if look.fits(lines[index].style)])


def runs_of(lines: Sequence[Line], places: Sequence[int]) -> list[list[int]]:
    """Lines of one look, as indices, in runs of one title each, without rooms beside titles."""
    groups: list[list[int]] = []
    for index in (place for place in places if not is_room_beside(lines, place)):
        if groups and groups[-1][-1] == index - 1 and is_same_title(from_row_start(lines, index - 1), lines[index]):
            groups[-1].append(index)
        else:
            groups.append([index])
    return [part for group in groups for part in _parted_at_entries(lines, group)]


def is_room_beside(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is a room with a title at its right, on its row or begun above: it may stand below the hour."""
    if place + 1 >= len(lines) or not is_room(lines[place].text):
        return False
    room, title = lines[place], lines[place + 1]
    return title.page == room.page and title.box.x0 > room.box.x1 and title.box.y0 < room.box.middle_y


def _parted_at_entries(lines: Sequence[Line], group: Sequence[int]) -> list[list[int]]:
    """A run of lines parted before its entries of a list; a single dash not set in may go before a subtitle."""
    dashed = [place for place in group if _DASHED.match(lines[place].text)]
    entries = [place for place in dashed if abs(lines[place].box.x0 - lines[dashed[0]].box.x0) < OUTDENT]
    listed = len(entries) > 1 or (len(group) > 1 and any(_is_set_in(lines, place) for place in entries))
    starts = [place for place in entries if place != group[0]] if listed else []
    return [[*range(first, end)] for first, end in pairwise([group[0], *starts, group[-1] + 1])]


def _is_set_in(lines: Sequence[Line], place: int) -> bool:
    """Whether a line begins further right than the one above it, and the two share no middle."""
    before, line = lines[place - 1].box, lines[place].box
    return line.x0 - before.x0 > INDENT and abs(line.x0 + line.x1 - before.x0 - before.x1) > 2 * INDENT


def is_same_title(before: Line, line: Line) -> bool:
    """Whether a title goes on from one line to the next: right below, with no number, bullet or label of its own.

    One that breaks off (« Habiter la rive de », « La crue : ») goes on at the top of the next page, and so does one
    in lower case.
    """
    if line.page == before.page + 1 and (line.text[:1].islower() or _breaks_off(before.text)):
        return before.style == line.style
    gap = line.box.y0 - before.box.y1
    if line.page != before.page or gap >= TITLE_GAP * line.box.height or _is_outdented(before, line):
        return False
    quoted = before.text.rstrip().endswith("»") and line.text.lstrip(" –—").startswith("«")
    return not (quoted or _NUMBERED.match(line.text) or LABELLED.match(line.text))


def _breaks_off(text: str) -> bool:
    return " " in text and (ends_open(text) or text.endswith(":"))


def _is_outdented(before: Line, line: Line) -> bool:
    """Whether a line begins far left of the one above, and the two share no middle: it is no line of that title."""
    middles = abs(line.box.x0 + line.box.x1 - before.box.x0 - before.box.x1) / 2
    return before.box.x0 - line.box.x0 > OUTDENT and middles > OUTDENT and before.box.x1 - line.box.x1 < OUTDENT
