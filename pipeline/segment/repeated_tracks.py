"""Tracks printed again and again over the titles they hold: « PRATIQUES », « Parcours élus »."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from pipeline.breaks import kind_of
from pipeline.document import Kind, Line
from pipeline.page.format_labels import is_level
from pipeline.page.line_ends import ends_open
from pipeline.page.look import Look
from pipeline.page.passages import same_block, starts_paragraph
from pipeline.segment.anchor import Anchor
from pipeline.segment.anchors import find_anchors
from pipeline.segment.structure import body_look, is_in_capitals
from pipeline.wording import find_formats, find_marker, is_room, opens_person

# Tracks are at least so many different ones, and each stands over so many titles on average.
MIN_DIFFERENT, MIN_REPEATS = 2, 1.5
# Fewer lines than these are no habit; all but this part of those set alike stand over titles.
MIN_LINES, SHARE = 4, 0.8
# A track is no longer than this.
MAX_TRACK = 50
# The first lines of a cell that may be its track.
MAX_LINES = 2


def repeated_tracks(
    lines: Sequence[Line], anchors: Sequence[Anchor], free: Collection[int], named: Collection[str] = ()
) -> frozenset[int]:
    """The lines right above or below times, over a title set otherwise, that name a few tracks again and again.

    Those that the cells of the document name already (`cell_tracks`) need no other look.
    """
    found: set[int] = set()
    kept: set[int] = set()
    over_times: set[int] = set()
    for anchor in anchors:
        below = anchor.place + len(anchor.lines)
        alone = anchor.rest is None and anchor.lead is None
        title = title_below(lines, below)
        if alone and below in free and below + 1 in free and lines[below].text in named:
            kept.add(below)
        elif alone and title in free and _stands_over(lines, below, title):
            found.add(below)
        elif _stands_over(lines, anchor.place - 1, anchor.place):
            over_times.add(anchor.place - 1)
    over_times &= set(free)
    counts = Counter(lines[place].text for place in over_times)
    if _are_tracks([lines[place].text for place in over_times]) and min(counts.values()) > 1:
        # A few texts, each printed again over a time: they may look as titles do.
        kept |= over_times
    found = (found | over_times - kept) & set(free)
    alike: dict[Look, list[int]] = {}
    for place in sorted(found):
        alike.setdefault(Look.of(lines[place].style), []).append(place)
    for look, places in alike.items():
        everywhere = [place for place in free if look.fits(lines[place].style)]
        # Only the first of several items at one time stands below it.
        over = {place for place in everywhere if _stands_over(lines, place, title_below(lines, place))}
        over.update(places)
        texts = {lines[place].text for place in over}
        alike_named = [place for place in everywhere if lines[place].text in texts]
        if _are_tracks([lines[place].text for place in over]) and len(alike_named) >= SHARE * len(everywhere):
            kept |= set(alike_named)
    return frozenset(kept | _capitals_over_titles(lines, anchors, free) | _set_as_titles(lines, anchors, free))


def _set_as_titles(lines: Sequence[Line], anchors: Sequence[Anchor], free: Collection[int]) -> set[int]:
    """The lines right below times that name a few tracks again and again, each over several titles set alike."""
    body = body_look(lines)
    found: set[int] = set()
    for anchor in anchors:
        place = anchor.place + len(anchor.lines)
        if anchor.rest is not None or anchor.lead is not None or not (place in free and place + 1 in free):
            continue
        look, below = Look.of(lines[place].style), lines[place + 1]
        alike = look == Look.of(below.spans[0].style) != body and same_block(lines[place], below)
        if alike and _may_name(lines[place].text) and not opens_person(below.text):
            found.add(place)
    found = _over_several(lines, found)
    return found if _are_tracks([lines[place].text for place in found]) else set()


def _over_several(lines: Sequence[Line], places: Collection[int]) -> set[int]:
    """Those of some lines whose text stands over several titles, each on the line below."""
    titles: dict[str, set[str]] = {}
    for place in places:
        titles.setdefault(lines[place].text, set()).add(lines[place + 1].text)
    return {place for place in places if len(titles[lines[place].text]) > 1}


def _capitals_over_titles(lines: Sequence[Line], anchors: Sequence[Anchor], free: Collection[int]) -> set[int]:
    """The lines in capitals, each of them printed again, that open what various titles go on with below.

    Behind a title its time may stand, so that no time tells where it begins. Bodies below people are followed by
    other people. Over titles in capitals too they are told by being printed again alone, where no time stands above:
    behind one begins a title.
    """
    timed = {anchor.place + len(anchor.lines) for anchor in anchors if anchor.lead is None}
    titled = {*free, *(anchor.place for anchor in anchors if anchor.lead is not None)}
    found = {
        place
        for place in free
        if place + 1 in titled
        and is_in_capitals(lines[place].text)
        and (_stands_over(lines, place, place + 1) or _is_over_capitals(lines, place, timed))
        and not opens_person(lines[place + 1].text)
        and (place == 0 or starts_paragraph(lines[place - 1], lines[place]))
    }
    found = _over_several(lines, found)
    alike = {Look.of(lines[place + 1].spans[0].style) for place in found}
    return found if len(alike) == 1 and _are_tracks([lines[place].text for place in found]) else set()


def _is_over_capitals(lines: Sequence[Line], place: int, timed: Collection[int]) -> bool:
    """Whether a line may name a track, right over another in capitals and behind no time."""
    line, below = lines[place], lines[place + 1]
    named = place not in timed and _may_name(line.text) and is_in_capitals(below.text) and not is_room(below.text)
    return named and same_block(line, below)


def title_below(lines: Sequence[Line], place: int) -> int:
    """Where what a line stands over begins: right behind it, or behind the room that is set beside both."""
    if place + 2 >= len(lines) or not is_room(lines[place + 1].text):
        return place + 1
    line, room = lines[place].box, lines[place + 1].box
    return place + 1 if min(line.x1, room.x1) > max(line.x0, room.x0) else place + 2


def over_title(lines: Sequence[Line], title: int, floor: int, tracks: Collection[int]) -> int:
    """Where an item begins whose title has its room at its left, or its track over it and maybe a room beside it."""
    box, before = lines[title].box, lines[title - 1]
    above = range(title - 1, max(floor, title - 3), -1)
    named = next((place for place in above if place in tracks), None)
    if named is None and title > floor and is_room(before.text) and is_level(before, lines[title]):
        return title - (before.box.x1 < box.x0)
    if named is None or any(place not in tracks and not is_room(lines[place].text) for place in range(named, title)):
        return title
    room, box = lines[named - 1], box.union(lines[named].box)
    apart = room.box.x1 < box.x0 or room.box.x0 > box.x1
    return named - 1 if named > floor and apart and is_room(room.text) and room.page == lines[title].page else named


def _stands_over(lines: Sequence[Line], place: int, title: int) -> bool:
    """Whether a line may be the track over what begins in another, set otherwise and right below."""
    if place < 0 or title >= len(lines) or not _may_name(lines[place].text):
        return False
    line, below = lines[place], lines[title]
    other = Look.of(line.style) != Look.of(below.style) or is_in_capitals(line.text) > is_in_capitals(below.text)
    told = is_room(below.text) or find_marker(below.text) is not None
    return other and not told and same_block(line, below)


def cell_tracks(cells: Iterable[Sequence[Line]]) -> frozenset[str]:
    """What stands over the titles of cells again and again, in one line or two; further down in them in one."""
    cells = list(cells)
    heads = [
        (" ".join(line.text for line in cell[:count]), cell[count].text)
        for cell in cells
        for count in range(1, min(MAX_LINES, len(cell) - 1) + 1)
    ]
    heads += [(line.text, below.text) for cell in cells for line, below in _inner_heads(cell)]
    below: dict[str, list[str]] = {}
    for head, title in heads:
        if _may_name(head) and not is_room(title) and find_marker(title) is None and not opens_person(title):
            below.setdefault(head, []).append(title)
    # What goes on alike is no track yet: « SCIENCE », « & SOCIÉTÉ ».
    several = {head: titles for head, titles in below.items() if len(set(titles)) > 1}
    upper = {head for head in several if is_in_capitals(head)}
    chosen = upper if len(upper) >= MIN_DIFFERENT else set(several)
    return frozenset(chosen) if _are_tracks([head for head in chosen for _ in several[head]]) else frozenset()


def _inner_heads(cell: Sequence[Line]) -> list[tuple[Line, Line]]:
    """The lines of a cell set as its first, which stands out from what is below it, each with the line below it."""
    looks = [Look.of(line.style) for line in cell]
    return [
        (line, below)
        for place, (line, below) in enumerate(pairwise(cell))
        if place and looks[0] != looks[1] and looks[place] == looks[0] and looks[place + 1] == looks[1]
    ]


def inner_tracks(cell: Sequence[Line], tracks: Collection[str]) -> list[int]:
    """Where further items of a cell begin with a track of their own."""
    inner = {id(line) for line, _ in _inner_heads(cell) if line.text in tracks}
    return [place for place, line in enumerate(cell) if id(line) in inner] if track_of_cell(cell, tracks) else []


def track_of_cell(cell: Sequence[Line], tracks: Collection[str]) -> int:
    """How many lines the track at the top of a cell takes, 0 without one."""
    counts = range(min(MAX_LINES, len(cell) - 1), 0, -1)
    return next((count for count in counts if " ".join(line.text for line in cell[:count]) in tracks), 0)


def _are_tracks(texts: Sequence[str]) -> bool:
    different = Counter(texts)
    return len(texts) >= MIN_LINES and len(different) >= MIN_DIFFERENT and len(texts) >= MIN_REPEATS * len(different)


def _may_name(text: str) -> bool:
    """Whether a short text may name a track: no break, format, room, marker or person, nor one that must go on."""
    ended = not text.rstrip().endswith((".", ":")) and not ends_open(text)
    if not any(char.isalpha() for char in text) or len(text) > MAX_TRACK or not ended:
        return False
    other = is_room(text) or find_marker(text) is not None or opens_person(text) or find_formats(text)
    return not other and kind_of(text) is Kind.SESSION and text[:1].isupper()


def below_hours(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The lines of a cell below each time that stands alone in it, or all of them."""
    times = [anchor for anchor in find_anchors(lines) if anchor.rest is None and anchor.lead is None]
    if not times or times[0].place:
        return [lines]
    ends = [*(anchor.place for anchor in times[1:]), len(lines)]
    return [lines[time.place + len(time.lines) : end] for time, end in zip(times, ends, strict=True)]
