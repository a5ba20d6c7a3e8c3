"""Lines that only name a format: they are read with the title below them, and are none."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from pipeline.document import Line
from pipeline.page.format_labels import is_level, is_over_title, label_before, label_of
from pipeline.page.passages import same_block
from pipeline.segment.anchor import Anchor
from pipeline.segment.place_words import names_place
from pipeline.segment.repeated_tracks import title_below

# So many lines tell format and place, at least this part of the places known as such, in lines no longer than this.
MIN_LINES, PLACE_SHARE, LONGEST = 3, 0.5, 70
# So many formats are numbered in one look with their titles; the number ends the line: « Atelier n° 2 ».
MIN_NUMBERED, _NUMBERED = 2, re.compile(r"\d{1,2}\W*$")
# « AT-03 », « B12 ».
_CODE = re.compile(r"[A-Z]{1,4}[\s-]?\d{1,3}")


def format_labels(lines: Sequence[Line], free: Collection[int], anchors: Sequence[Anchor] = ()) -> frozenset[int]:
    """The lines that only name a format and stand in small right over a title, or over a time with one beside it.

    So is a code on the row of such a line: « ATELIER », at the right « AT-03 »; a room may stand there too.
    """
    beside = {anchor.place: anchor.place + len(anchor.lines) for anchor in anchors if anchor.rest is None}
    found: set[int] = set()
    for place in free:
        if not label_of(lines[place].text):
            continue
        coded = place + 1 in free and _CODE.fullmatch(lines[place + 1].text) and is_level(*lines[place : place + 2])
        title = beside.get(place + 1, place + 2 if coded else title_below(lines, place))
        if title in free and is_over_title(lines[place], lines[title]) and not _is_below_title(lines, place):
            found |= {place, place + 1} if coded else {place}
    return frozenset(found) | _with_places(lines, free) | _numbered(lines, free, anchors)


def _numbered(lines: Sequence[Line], free: Collection[int], anchors: Sequence[Anchor]) -> frozenset[int]:
    """The numbered formats on a line of their own over titles in one look with them: « Atelier n° 2 ».

    A document that has one has others, each under a time of its own; the title below begins with a capital letter.
    """
    found = {
        place
        for place in free
        if place + 1 in free
        and _NUMBERED.search(lines[place].text)
        and label_of(lines[place].text)
        and not label_of(lines[place + 1].text)
        and lines[place].style == lines[place + 1].style
        and lines[place + 1].text[:1].isupper()
        and same_block(lines[place], lines[place + 1])
    }
    starts = [anchor.place for anchor in anchors]
    timed = {bisect_left(starts, place) for place in found} - {0}
    return frozenset(found) if len(timed) == len(found) >= MIN_NUMBERED else frozenset()


def _with_places(lines: Sequence[Line], free: Collection[int]) -> frozenset[int]:
    """The lines over titles that tell format and place, where some do: « ATELIER · Salon Nord », or the place."""
    over = [
        place
        for place in free
        if place + 1 in free and len(lines[place].text) <= LONGEST and is_over_title(lines[place], lines[place + 1])
        if not _is_below_title(lines, place)
    ]
    behind = {place: lines[place].text[spot:] for place in over if (spot := label_before(lines[place].text))}
    places = set(behind.values())
    if len(behind) < MIN_LINES or sum(map(names_place, places)) < PLACE_SHARE * len(places):
        return frozenset()
    return frozenset(place for place in over if place in behind or lines[place].text in places)


def _is_below_title(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is nearer to one set as a title above it than to what stands below, which is text."""
    if place == 0:
        return False
    above, line, below = lines[place - 1 : place + 2]
    text = below.style.size < above.style.size and above.style.bold and not below.style.bold
    return text and same_block(above, line) and line.box.y0 - above.box.y1 <= below.box.y0 - line.box.y1 + 1
