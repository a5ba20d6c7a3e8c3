"""Headings of sessions that have a chair but no time: « Session 2 – Les rives », « Présidence : Léa Durand »."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from pipeline.document import Capacity, Line
from pipeline.lexicon import Rows
from pipeline.page.format_labels import is_level
from pipeline.page.line_ends import ends_open
from pipeline.page.passages import starts_paragraph
from pipeline.segment.anchor import Anchor
from pipeline.segment.heading_forms import BRACKETED_CHAIR
from pipeline.segment.hour_lines import is_room_below
from pipeline.segment.reading import Reading
from pipeline.segment.rooms import room_at_end
from pipeline.segment.setting import SAME_EDGE, column_of
from pipeline.segment.structure import is_in_capitals
from pipeline.segment.title_heads import has_title_behind
from pipeline.segment.title_lines import following
from pipeline.times.days import HALF_DAY
from pipeline.wording import find_marker, find_markers_inside, find_prose_markers

# Such a heading and its chair take no more lines.
MAX_LINES = 5
# Who chairs stands nearer to the title above than to the next item by this part of a line.
APART = 0.15
# A table ronde or a lecture with a chair is an item, not the heading of others.
_SESSION = re.compile(
    r"^[^\w(\[]*(?:\w+\s+)?(?:sessions?|s[ée]ances?|s[ée]quences?|panels?|axes?|parties?|volets?|th[èe]mes?|symposiums?|demi-journ[ée]es?|"
    r"ateliers? (?:[A-Z]|\d{1,2}))\b|^(?-i:[IVX]{1,4})\s?[.)–—-]\s+\S",
    re.I,
)
_HALF_DAY = re.compile(rf"\W*(?:{HALF_DAY})(?!\w)", re.I)


def chaired_headings(reading: Reading, starts: Sequence[int]) -> list[int]:
    """Where headings begin that stand right before the next item and tell who chairs what follows.

    Args:
        reading: the lines of the document.
        starts: where its items begin.
    """
    found = []
    for start, end in pairwise([-1, *starts]):
        anchors = reading.anchors_in(max(start, 0), end)
        floor = max((_behind_title(reading, anchor, end) for anchor in anchors), default=start + 1)
        days = {day.place for day in reading.days_in(max(start, 0), end)}
        for place in range(max(floor, end - MAX_LINES), end):
            named = _SESSION.match(reading.lines[place].text) or _heads_part(reading, place, end, anchors)
            if place in days or place not in reading.free or not named or _is_in_card(reading, place):
                continue
            texts = [line.text for line in reading.lines[place:end]]
            if tells_chair(texts, reading.markers) and not days & set(range(place, end)):
                found.append(place)
                break
    return found


def _is_in_card(reading: Reading, place: int) -> bool:
    """Whether a line stands in a box beside others: it is of the row of cards that an hour above heads."""
    line = reading.lines[place]
    boxes = reading.boxes.get(line.page, ())
    own = next((box for box in boxes if box.holds(line.box)), None)
    return own is not None and any(box is not own and box.y0 < own.y1 and own.y0 < box.y1 for box in boxes)


def below_chairs(reading: Reading, starts: Sequence[int]) -> list[int]:
    """The starts of items, moved up to the line above that tells who chairs what follows.

    Such a line is bold as the text above it is not, or stands in the middle of its column, and so do the lines
    between it and the item: « Sous la présidence de Léa Durand », « I. Les rives » after the last talk. Or it begins
    with a half day: « Après-midi – Présidence : Léa Durand ».
    """
    return [_with_chair(reading, before, start) for before, start in pairwise([-1, *starts])]


def _with_chair(reading: Reading, before: int, start: int) -> int:
    """Where an item begins with the chair above it; `before` is where the item above begins, -1 if there is none."""
    days = {day.place for day in reading.days_in(before + 1, start)}
    above = range(start - 1, max(before, start - MAX_LINES, *days, 0), -1)
    heading = [*takewhile(lambda place: _stands_out(reading, place, start), above)]
    chair = next((place for place in reversed(heading) if _tells_chair(reading, place)), start)
    if chair < start and _is_nearer_above(reading, chair, start):
        return start
    # A heading without hours keeps its own chair, and so does an item that the next one is a talk of.
    above_it = reading.anchors_in(max(before, 0), chair)
    moves = before < 0 or (above_it and not _holds(above_it[-1], reading.anchors_in(start, start + 1)))
    return chair if moves else start


def _holds(anchor: Anchor, next_ones: Sequence[Anchor]) -> bool:
    """Whether the next item begins with another, or before its end: it is a talk in it."""
    begins, ends = anchor.hours.start, anchor.hours.end
    first = next_ones[0].hours.start if next_ones else None
    if begins is None or first is None:
        return False
    return first == begins or (ends is not None and begins < first < ends)


def _is_nearer_above(reading: Reading, chair: int, start: int) -> bool:
    """Whether who chairs stands right below the title of the item above, and apart from the next item.

    What is told of half a day is of what follows.
    """
    above, line, last, item = (reading.lines[place] for place in (chair - 1, chair, start - 1, start))
    half_day = _HALF_DAY.match(line.text) or _HALF_DAY.fullmatch(above.text.strip())
    if half_day or not above.page == line.page == item.page:
        return False
    return line.box.y0 - above.box.y1 < item.box.y0 - last.box.y1 - APART * line.box.height


def _tells_chair(reading: Reading, place: int) -> bool:
    told = find_marker(reading.lines[place].text, reading.markers)
    return told is not None and told.capacity is Capacity.MODERATION


def _stands_out(reading: Reading, place: int, start: int) -> bool:
    """Whether a line above an item is bold as those around it are not, or stands in the middle of their column.

    Half a day stands out however it is set, and so does what is right below it: who chairs it chairs what follows.
    """
    line, above = reading.lines[place], reading.lines[max(place - 1, 0)]
    if line.page != reading.lines[start].page:
        return False
    half_day = _HALF_DAY.match(line.text) or (_HALF_DAY.fullmatch(above.text.strip()) and above.page == line.page)
    return _is_centred(reading, place, start) or (line.style.bold and not above.style.bold) or bool(half_day)


def _is_centred(reading: Reading, place: int, start: int) -> bool:
    """Whether a line above an item stands in the middle of the column of the lines around it, or of the next line.

    Where no line fills its column, two that begin apart and have one middle show it: « I. Les rives », who chairs it.
    """
    line, above, item = reading.lines[place], reading.lines[max(place - 1, 0)], reading.lines[start]
    left = min(other.box.x0 for other in (above, item))
    beside = [other for other in (item, above, *reading.lines[start + 1 : start + 2]) if other.page == line.page]
    right = max((reading.edges.get(column_of(other), other.box.x1) for other in beside), default=line.box.x1)
    inset = line.box.x0 - left
    below = reading.lines[place + 1]
    axis = place + 1 < start and abs(line.box.middle_x - below.box.middle_x) < SAME_EDGE
    if axis and abs(line.box.x0 - below.box.x0) > line.box.height and below.box.x0 > left + SAME_EDGE:
        return True
    return inset > line.box.height / 2 and abs(inset - (right - line.box.x1)) < line.box.height


def _heads_part(reading: Reading, place: int, end: int, anchors: Sequence[Anchor]) -> bool:
    """Whether a line that stands out heads a part: apart from the item above it, out at its hours or midway.

    Right below stand those who chair, and nobody else: « **Les rives** », « Présidence : Léa Durand ».
    """
    line, before = reading.lines[place], reading.lines[place - 1]
    prominent = (
        line.style.bold > reading.body.bold or line.style.size > reading.body.size or is_in_capitals(line.text)
    )
    apart = (
        line.page != before.page
        or line.box.y1 < before.box.y0
        or starts_paragraph(before, line, leading=reading.leading)
    )
    apart = apart and not (ends_open(before.text) and before.style == line.style)  # « LES MARGES DU », « CANON »
    if not anchors or not prominent or not apart or _is_under_title(reading, place, anchors[-1]):
        return False
    # A break set in the middle, or the last item of the column before, may stand above it: then what follows counts.
    level = [anchors[0].lines[0], *reading.lines[end : end + 1]]
    at_hours = any(abs(line.box.x0 - other.box.x0) <= SAME_EDGE for other in level)
    if not at_hours and not _is_centred(reading, place, end):
        return False
    markers = [find_marker(other.text, reading.markers) for other in reading.lines[place + 1 : end]]
    return any(markers[:2]) and {marker.capacity for marker in markers if marker} == {Capacity.MODERATION}


def _is_under_title(reading: Reading, place: int, anchor: Anchor) -> bool:
    """Whether a line stands right below a title beside its time, as near as to what is below: it is the subtitle."""
    if place != anchor.place + len(anchor.lines) or not has_title_behind(anchor):
        return False
    above, line, below = reading.lines[place - 1 : place + 2]
    return line.box.y0 - above.box.y1 < below.box.y0 - line.box.y1 + APART * line.box.height


def time_beside(reading: Reading, start: int) -> list[Anchor]:
    """The time of the item above a heading without one that is held beside it: in another room.

    Headings side by side are held in the range of hours over them: « 14h – 16h : ateliers », « Atelier A », « B ».
    """
    head = reading.lines[start]
    if any(is_level(head, line) and line.style == head.style and line != head for line in _near(reading, start)):
        over = [anchor for anchor in reading.anchors if _is_over(anchor, head) and anchor.place < start]
        if over and over[-1].hours.end is not None and not reading.days_in(over[-1].place, start):
            return over[-1:]
    above = [anchor for anchor in reading.anchors if anchor.place < start][-1:]
    room = room_at_end(reading.lines[start].text)
    if not above or not room or reading.days_in(above[0].place, start):
        return []
    rooms = {room_at_end(line.text) for line in reading.lines[above[0].place : start]} - {""}
    return above if rooms and room not in rooms else []


def _near(reading: Reading, start: int) -> Sequence[Line]:
    """The other lines of the page of a line."""
    return [line for line in reading.lines if line.page == reading.lines[start].page]


def _is_over(anchor: Anchor, head: Line) -> bool:
    """Whether a time stands above a line of its page."""
    return anchor.lines[0].page == head.page and anchor.lines[-1].box.y1 <= head.box.y0 + 1


def _behind_title(reading: Reading, anchor: Anchor, end: int) -> int:
    """The first line behind a time that cannot be its title, before the next item."""
    below = anchor.place + len(anchor.lines)
    if not has_title_behind(anchor):
        return below + is_room_below(anchor, reading.lines, below) + (anchor.lead is None)
    free = [place for place in range(below, end) if place in reading.free]
    more = following(reading.lines, free, anchor.lines[-1], anchor.place, reading.setting(None))
    return max(more, default=below - 1) + 1


def tells_chair(texts: Sequence[str], own: Rows = ()) -> bool:
    """Whether a heading and the lines below it name who chairs."""
    markers = [find_marker(text, own) for text in texts[1:]]
    if any(marker and marker.capacity is Capacity.MODERATION for marker in markers):
        return True
    if BRACKETED_CHAIR.search(" ".join(texts)):
        return True
    told = [capacity for _, _, capacity in find_prose_markers(" ".join(texts), own)]
    told += [capacity for _, _, capacity in find_markers_inside(texts[0], own)]
    return Capacity.MODERATION in told
