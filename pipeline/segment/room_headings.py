"""Rooms set as headings over the items that take place in them: « Grande scène », then its hours."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from pipeline.document import Line, Passage
from pipeline.page.format_labels import is_level
from pipeline.page.look import Look
from pipeline.page.passages import join_lines
from pipeline.segment.anchor import Anchor
from pipeline.segment.day_headings import DayHeading
from pipeline.segment.item_ends import ends_items
from pipeline.segment.place_words import names_place
from pipeline.times.hours import find_hours
from pipeline.wording import find_formats, find_marker, is_room, opens_person

# A heading is no longer than this.
LONGEST = 50
# In the look of such headings there are so many, at least this part of them known as rooms, this part as places.
MIN_HEADINGS, ROOM_SHARE, PLACE_SHARE = 2, 0.25, 0.5
# So many of one look need no known room where so large a part of them are places.
MIN_PLACES, ALL_PLACES = 3, 0.75
# Where the title stands over its time it takes no more lines than this between both.
MAX_TITLE = 2
# A room so many times nearer to the text above it than to the hours below is of the item above.
MUCH_NEARER = 2.5
# Lines of one column begin within so many points of each other.
SAME_EDGE = 1.5
# With a room over nearly every time each is that of its item alone.
MAX_SHARE = 0.8


# Words for places beyond those that may stand beside a title: over titles again and again they are no body.
_SITES = re.compile(
    r"\b(?:lyc[ée]e|coll[èe]ge|[ée]cole|universit[ée]|moulin|ch[âa]teau|domaine|ferme|parc|jardin|stade|port|plage|square|h[ôo]tel|"
    r"centre|abbaye|fab ?lab|librairie|quai|gare|march[ée]|usine|palais|observatoire|jardins|serres?)\b",
    re.I,
)


# The address of a place, alone on its line: « 14, rue des Lavoirs », « Chemin du Halage (parking à 200 m) ».
_ADDRESS = re.compile(
    r"\W*(?:\d{1,4}(?:\s?(?:bis|ter))?\s?,?\s)?"
    r"(?:rue|avenue|av\.|boulevard|bd|place|quai|chemin|route|impasse|all[ée]e|cours|esplanade|square|passage|faubourg|mont[ée]e)\s"
    r"(?:d[eu]s?\s|d['’]|(?-i:[A-ZÀ-Þ])).{0,50}",
    re.I,
)


class RoomHeading(NamedTuple):
    """A line that names the room of the items below it; with its address it takes two lines (`height`).

    Items below it may each have a day of their own (`over_days`).
    """

    place: int
    passage: Passage
    height: int = 1
    over_days: bool = False


def find_room_headings(
    lines: Sequence[Line],
    anchors: Sequence[Anchor],
    days: Sequence[DayHeading],
    flow: Collection[int],
    body: Look,
    items: Collection[int] = (),
) -> list[RoomHeading]:
    """The lines of one look that stand right above times and name places; none where the document has no such look.

    Over a table each stands above its first item.

    Args:
        lines: the lines of the document in reading order.
        anchors: the times among them.
        days: the headings of days.
        flow: indices of the lines outside grids.
        body: the look of running text.
        items: where the items of tables begin.
    """
    taken = {anchor.place + number for anchor in anchors for number in range(len(anchor.lines))}
    taken |= {day.place for day in days}
    open_lines = [index for index in sorted(flow) if index not in taken and _may_head(lines[index], body)]
    beside = _beside_hours(lines, open_lines, anchors)
    open_lines = [index for index in open_lines if index not in beside]
    above = {anchor.place - 1 for anchor in anchors} | {place - 1 for place in items if _is_alone(lines, place - 1)}
    over, told = _told_looks(lines, open_lines, above)
    if not told:
        over, told = _told_looks(lines, open_lines, {_over_item(lines, anchor, taken) for anchor in anchors})
    parts = {} if told else _over_parts(lines, anchors, {day.place for day in days})
    if parts:
        over, told = _told_looks(lines, open_lines, set(parts))
    if not told:
        over, told = _over_addresses(lines, open_lines, flow)
    found = [
        index
        for index in open_lines
        if Look.of(lines[index].style) in told and (index in over or is_room(lines[index].text))
    ]
    if len(found) > MAX_SHARE * (len(anchors) + len(items)) or ends_items(lines, found, anchors, days):
        return []
    heights = {index: max(1 + _stands_over_address(lines, index), parts.get(index, 1)) for index in found}
    return [RoomHeading(index, join_lines([lines[index]]), heights[index], index in parts) for index in found]


def _over_parts(lines: Sequence[Line], anchors: Sequence[Anchor], days: Collection[int]) -> dict[int, int]:
    """The lines over items that each begin with their day, and how many lines each takes with how to get there.

    Example: « **MOULIN DE BROU** », in small below it « Parking à 200 m », then « Samedi 6 juin » over « 10h – 12h ».
    """
    found = {}
    for anchor in anchors:
        place = anchor.place - 1
        while place in days:
            place -= 1
        if 0 <= place < anchor.place - 1:
            line, above = lines[place], lines[place - 1] if place else None
            smaller = above is not None and above.page == line.page and line.style.size < above.style.size
            access = smaller and above is not None and -1 < line.box.y0 - above.box.y1 < line.box.height
            found[place - 1 if access else place] = 1 + bool(access)
    return found


def _is_alone(lines: Sequence[Line], place: int) -> bool:
    """Whether no other line stands on the row of one just before it: the heads of columns are of one each."""
    near = lines[max(0, place - 4) : max(0, place)]
    return not any(other.page == lines[place].page and is_level(other, lines[place]) for other in near)


def _over_addresses(
    lines: Sequence[Line], open_lines: Sequence[int], flow: Collection[int]
) -> tuple[set[int], set[Look]]:
    """The lines over an address set otherwise, and the looks in which most lines are: these are places for sure."""
    over = {index for index in open_lines if index + 1 in flow and _stands_over_address(lines, index)}
    every = Counter(Look.of(lines[index].style) for index in open_lines)
    looks = Counter(Look.of(lines[index].style) for index in over)
    return over, {look for look, count in looks.items() if count >= MIN_HEADINGS and 2 * count > every[look]}


def _stands_over_address(lines: Sequence[Line], index: int) -> bool:
    """Whether an address stands right below a line and is not set as it is."""
    if index + 1 == len(lines) or lines[index + 1].page != lines[index].page:
        return False
    line, below = lines[index], lines[index + 1]
    apart = Look.of(below.style) != Look.of(line.style)
    near = -1 < below.box.y0 - line.box.y1 < line.box.height
    return apart and near and is_address(below.text)


def is_address(text: str) -> bool:
    """Whether a text is an address and nothing else: « 14, rue des Lavoirs »."""
    return _ADDRESS.fullmatch(text) is not None


def _told_looks(lines: Sequence[Line], open_lines: Sequence[int], above: set[int]) -> tuple[set[int], set[Look]]:
    """The lines that stand over items, and the looks in which they name places."""
    over = {
        index
        for index in open_lines
        if index in above and lines[index].page == lines[index + 1].page and not _ends_item(lines, index)
    }
    looks = Counter(Look.of(lines[index].style) for index in over)
    told = {look for look, count in looks.items() if count >= MIN_HEADINGS and _names_places(lines, over, look)}
    return over, told


def _ends_item(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is far nearer to what stands above it than to what comes below."""
    line, above, below = lines[index], lines[index - 1] if index else None, lines[index + 1]
    if above is None or above.page != line.page or above.box.y0 >= line.box.y0 or below.box.y0 <= line.box.y0:
        return False
    step = max(0.5 * line.box.height, line.box.y0 - above.box.y1)
    return below.box.y0 - line.box.y1 > MUCH_NEARER * step


def _beside_hours(lines: Sequence[Line], open_lines: Sequence[int], anchors: Sequence[Anchor]) -> set[int]:
    """The lines in the column beside hours: what stands beside the next hour begins where they do."""
    places = [anchor.place for anchor in anchors]
    found = set()
    for index in open_lines:
        after = anchors[bisect_right(places, index) :][:1]
        title = after[0].place + len(after[0].lines) if after else len(lines)
        if title < len(lines) and is_level(after[0].lines[-1], lines[title]):
            line, time = lines[index].box, after[0].lines[-1].box
            if time.x1 < line.x0 and abs(lines[title].box.x0 - line.x0) < SAME_EDGE:
                found.add(index)
    return found


def _over_item(lines: Sequence[Line], anchor: Anchor, taken: Collection[int]) -> int:
    """Where a line stands over the title of an item whose time comes below its title; -1 if there is none."""
    look = Look.of(lines[anchor.place - 1].style)
    place = anchor.place - 1
    while place > 0 and place not in taken and Look.of(lines[place].style) == look:
        place -= 1
    title = anchor.place - 1 - place
    return place if 0 < title <= MAX_TITLE and place not in taken else -1


def _may_head(line: Line, body: Look) -> bool:
    text = line.text.strip()
    told = find_hours(text) or find_marker(text) or opens_person(text) or text.endswith((".", ",", ":"))
    return bool(text) and len(text) <= LONGEST and text[0].isupper() and not told and Look.of(line.style) != body


def names_site(text: str) -> bool:
    """Whether a word of a line that stands alone is that of a place, and none that of a format."""
    return not find_formats(text) and (names_place(text) or bool(_SITES.search(text)))


def _names_places(lines: Sequence[Line], over: Collection[int], look: Look) -> bool:
    """Whether enough of the lines in a look right above times name rooms and places."""
    texts = [lines[index].text for index in over if Look.of(lines[index].style) == look]
    rooms = sum(is_room(text) for text in texts)
    # « Atelier bois » is rather a session than a place.
    sites = [text for text in texts if names_site(text)]
    places = sum(is_room(text) or text in sites for text in texts)
    if len(texts) >= MIN_PLACES and places >= ALL_PLACES * len(texts):
        return True
    return rooms >= ROOM_SHARE * len(texts) and rooms > 0 and places > PLACE_SHARE * len(texts)


def room_heading_over(rooms: Sequence[RoomHeading], lines: Sequence[Line], place: int) -> RoomHeading | None:
    """The last heading above a line, unless it is that of a column and the line stands outside of it.

    What follows a table with a room over each of its columns is not held in the room of the last.
    """
    over = [heading for heading in rooms if heading.place < place]
    if not over:
        return None
    line, head = lines[place], lines[over[-1].place]
    heads = [lines[heading.place] for heading in over[:-1]]
    left = [other for other in heads if is_level(other, head) and other.box.x1 < head.box.x0]
    return None if any(line.box.x0 <= other.box.x1 for other in left) else over[-1]
