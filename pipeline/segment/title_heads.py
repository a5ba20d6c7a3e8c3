"""Titles that stand right above times set alone on their line."""

from collections.abc import Collection, Sequence
from math import inf

from pipeline.document import Line
from pipeline.page.passages import LEADING, same_block, starts_paragraph
from pipeline.segment.anchor import Anchor
from pipeline.segment.hour_lines import behind_hours, may_be_place, places_behind_hours
from pipeline.segment.place_words import names_place
from pipeline.segment.text_ends import ends_text
from pipeline.wording import is_room

# So many times alone on their line, and this part of them, must have a title right above.
MIN_HEADS, HEADS_SHARE = 3, 0.7
# Above such a title there is this many times the room there is between it and its time.
ROOM_ABOVE = 1.8
MAX_TITLE_LINES = 6
# A time stands no further below its title than so many times its height.
APART = 1.2


def heads_above(
    lines: Sequence[Line], anchors: Sequence[Anchor], free: Collection[int], leading: float = LEADING
) -> dict[int, int]:
    """For times alone on their line the first line of the title right above them, where most of them have one.

    The times of talks below may stand before their titles: « Séance 1 », « de 9h à 11h », then « 9h Titre ». Over
    such talks a room beside a time leaves it alone, and so does a place where the document has places there.
    """
    # Rooms alone are told by their words; they end blocks as well, unless text goes on right below them.
    placed = any(map(has_title_behind, anchors)) and places_behind_hours(anchors)
    apart = [a for a in anchors if a.lead is None and title_beside(lines, a) is None]
    talks = len(apart) < len(anchors) or any(map(has_title_behind, apart))
    alone = [
        anchor
        for anchor in apart
        if (not has_title_behind(anchor) and (anchor.rest is None or talks or not ends_text(lines, anchor)))
        or (placed and _is_placed(anchor))
    ]
    found = {anchor.place: head for anchor in alone if (head := _head(lines, anchor, free, leading)) is not None}
    return found if len(found) >= max(MIN_HEADS, HEADS_SHARE * len(alone)) else {}


def has_title_behind(anchor: Anchor) -> bool:
    """Whether more than a room stands behind a time on its line."""
    return anchor.rest is not None and not is_room(anchor.passage.text[anchor.rest :])


def has_title_beside(anchor: Anchor) -> bool:
    """Whether more than a room stands on the line of a time."""
    return anchor.lead is not None or has_title_behind(anchor)


def _is_placed(anchor: Anchor) -> bool:
    behind = behind_hours(anchor)
    return behind is not None and may_be_place(behind.text) and (names_place(behind.text) or is_room(behind.text))


def title_beside(lines: Sequence[Line], anchor: Anchor) -> int | None:
    """The line in the row of a time, right of it, where the title stands that the time is of."""
    place, time = anchor.place + len(anchor.lines), anchor.lines[-1]
    if place >= len(lines):
        return None
    line = lines[place]
    level = abs(line.box.y0 - time.box.y0) < 0.5 * line.box.height
    return place if level and line.page == time.page and line.box.x0 >= time.box.x1 else None


def _stands_over(above: Line, line: Line, timed: bool) -> bool:
    """Whether a line is the one of a title above another, or above its time, which may stand a little apart."""
    if same_block(above, line):
        return True
    overlap = min(above.box.x1, line.box.x1) > max(above.box.x0, line.box.x0)
    return timed and overlap and above.page == line.page and 0 < line.box.y0 - above.box.y1 < APART * line.box.height


def _head(lines: Sequence[Line], anchor: Anchor, free: Collection[int], leading: float) -> int | None:
    """Where the title begins that ends right above a time and has more room above itself."""
    place = anchor.place
    while place - 1 in free and _stands_over(lines[place - 1], lines[place], place == anchor.place):
        if place < anchor.place and starts_paragraph(lines[place - 1], lines[place], leading=leading):
            break
        place -= 1
    if place == anchor.place or anchor.place - place > MAX_TITLE_LINES:
        return None
    head, time = lines[place], lines[anchor.place]
    above = lines[place - 1] if place and lines[place - 1].page == head.page else None
    # Boxes of lines set tight overlap a little; a line that ends further down is of another column.
    room = head.box.y0 - above.box.y1 if above and above.box.y1 <= head.box.y0 + 0.5 * head.box.height else inf
    near = max(time.box.y0 - lines[anchor.place - 1].box.y1, 0.2 * time.box.height)
    return place if room > ROOM_ABOVE * near else None
