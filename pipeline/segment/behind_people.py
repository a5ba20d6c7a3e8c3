"""Titles that begin on the last line of the people before them: « Léa Durand : **Habiter** » over « **la rive** »."""

from collections.abc import Sequence

from pipeline.document import Line, Passage
from pipeline.page.look import Look
from pipeline.page.passages import cut, cut_line, join_lines, same_block
from pipeline.segment.names_in_titles import opens_participants
from pipeline.segment.setting import Setting
from pipeline.segment.title_rooms import has_room_apart
from pipeline.segment.trimming import without_lead
from pipeline.source import TitleStyle
from pipeline.wording import find_marker

# What parts people from the title behind them.
_SIGNS = " :–—-|/"
# People before a title take no more lines than this.
MAX_LINES = 24
# They stand no further apart than this part of the size of the title.
WIDENED = 0.75


def behind_people(
    lines: Sequence[Line], free: Sequence[int], group: Sequence[int], setting: Setting
) -> tuple[Passage, set[int], Passage] | None:
    """The title, the lines it and the people take, and these, where the look of titles begins behind their words.

    `group` are the lines that are whole in that look.
    """
    look = setting.look
    if look is None or not free or not opens_participants(lines[free[0]].text):
        return None
    for place, index in enumerate(free[:MAX_LINES]):
        line = lines[index]
        follows = place == 0 or (free[place - 1] == index - 1 and _is_below(lines[index - 1], line, look))
        if not follows or index in group or find_marker(line.text, setting.markers):
            return None
        spot = _begins_at(line, look)
        if spot is None:
            continue
        ahead, title = cut_line(line, spot)
        if not ahead.text.rstrip().endswith(tuple(_SIGNS.strip())):
            return None
        more = _goes_on(lines, free[place + 1 :], line, look)
        named = join_lines([*(lines[i] for i in free[:place]), ahead], setting.vocabulary, one_paragraph=True)
        people = cut(named, 0, len(named.text.rstrip(_SIGNS)))
        whole = join_lines([title, *(lines[i] for i in more)], setting.vocabulary, one_paragraph=True)
        return without_lead(whole), {*free[: place + 1], *more}, people
    return None


def _begins_at(line: Line, look: Look | TitleStyle) -> int | None:
    """Where the look of titles begins on a line that ends in it and begins otherwise."""
    fits = [look.fits(span.style) for span in line.spans]
    if fits[0] or not fits[-1]:
        return None
    return line.spans[max(place for place, fit in enumerate(fits) if not fit) + 1].start


def _goes_on(lines: Sequence[Line], free: Sequence[int], first: Line, look: Look | TitleStyle) -> list[int]:
    """The lines right below that go on in the look of titles, the last perhaps with a sign or a room behind it."""
    more: list[int] = []
    before = first
    for index in free:
        line = lines[index]
        if not same_block(before, line) or not look.fits(line.spans[0].style):
            break
        words = [span for span in line.spans if any(map(str.isalnum, line.text[span.start : span.end]))]
        if not all(look.fits(span.style) for span in words) and not has_room_apart(line):
            break
        more.append(index)
        if not look.fits(line.spans[-1].style):
            break
        before = line
    return more


def _is_below(before: Line, line: Line, look: Look | TitleStyle) -> bool:
    """Whether a line of people goes on below another; the larger title in their paragraph may widen its steps."""
    gap, shared = line.box.y0 - before.box.y1, min(line.box.x1, before.box.x1) - max(line.box.x0, before.box.x0)
    widened = line.page == before.page and shared > 0 and 0 < gap < WIDENED * (look.size or 0.0)
    return same_block(before, line) or widened
