"""Where the items of a document begin: at titles, at times, or at what leads to these."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.breaks import kind_of
from pipeline.document import Kind, Line
from pipeline.page.passages import starts_paragraph
from pipeline.segment.anchor import Anchor
from pipeline.segment.chaired_headings import below_chairs, chaired_headings
from pipeline.segment.cut_lines import is_beside
from pipeline.segment.kickers import find_kicker
from pipeline.segment.people_over_titles import people_over, step_above
from pipeline.segment.reading import Reading
from pipeline.segment.structure import Order, Structure, own_titles
from pipeline.segment.title_heads import heads_above, title_beside
from pipeline.segment.title_lines import first_above, stands_out
from pipeline.segment.title_runs import group_titles, is_same_title
from pipeline.wording import find_marker, opens_person

# What parts a time from what stands beside it.
_SIGNS = " :–—-|·•,"


def boundaries(reading: Reading, structure: Structure) -> list[tuple[int, int]]:
    """Where items begin and end: at titles or at times, and at breaks, which have a time but no look of titles."""
    if structure.order is Order.TITLE_FIRST and structure.look is not None:
        groups = group_titles(reading.lines, reading.free, structure.look)
        groups = own_titles(reading.lines, reading.anchors, groups)
        titles = _with_kickers(reading, [group[0] for group in groups])
        beside = {title_beside(reading.lines, anchor): anchor.place for anchor in reading.anchors}
        over = people_over(reading, titles)
        titles = [beside.get(title, over.get(title, _people_ahead(reading, title))) for title in titles]
        starts = sorted({*titles, *_break_starts(reading, titles)})
    elif structure.order is Order.TITLE_FIRST:
        starts = _block_starts(reading)
    else:
        heads = heads_above(reading.lines, reading.anchors, reading.free, reading.leading)
        over = _kickers_over_times(reading)
        begun = {anchor.place: _start_of(reading, anchor) for anchor in reading.anchors}
        led = people_over(reading, [begun[anchor.place] for anchor in reading.anchors if anchor.lead is not None])
        starts = [heads.get(place, over.get(place, led.get(title, title))) for place, title in begun.items()]
        starts = below_chairs(reading, sorted({*starts, *chaired_headings(reading, starts)}))
    return list(pairwise([*starts, len(reading.lines)]))


def _with_kickers(reading: Reading, titles: Sequence[int]) -> list[int]:
    """The titles, or the lines over them that name their part of the programme: tracks, or what most titles have."""
    lines, free = reading.lines, reading.free
    headed = {
        place
        for place in titles
        if place - 1 in reading.tracks
        or (
            place - 1 in free
            and find_kicker(lines, [place - 1, place], None, reading.markers) is not None
            and not _is_nearer_above(lines, place - 1)
        )
    }
    if 2 * len(headed) <= len(titles):
        headed = {place for place in headed if place - 1 in reading.tracks}
    return [place - 1 if place in headed else place for place in titles]


def _is_nearer_above(lines: Sequence[Line], place: int) -> bool:
    """Whether a line stands nearer to the one above it than to that below: it ends what is above, « Tout public »."""
    return place > 0 and 0 <= step_above(lines, place) < step_above(lines, place + 1)


def _kickers_over_times(reading: Reading) -> dict[int, int]:
    """What stands in small over most titles with their time at their side, by the place of the time.

    « RENCONTRE », below it « 10h » and at its right « **Habiter la rive** ».
    """
    lines, free = reading.lines, reading.free
    titles = {
        anchor.place: anchor.place + len(anchor.lines)
        for anchor in reading.anchors
        if anchor.lead is None and anchor.rest is None
    }
    found = {
        place: place - 1
        for place, title in titles.items()
        if place - 1 in free
        and title in free
        and find_kicker(lines, [place - 1, title], None, reading.markers) is not None
    }
    return found if 2 * len(found) > len(reading.anchors) else {}


def _people_ahead(reading: Reading, title: int) -> int:
    """Where people begin who stand ahead of a title in its paragraph; the title itself if there are none."""
    behind = [anchor.place + len(anchor.lines) for anchor in reading.anchors_in(0, title)]
    start = lead_start(reading, title, max(behind, default=0))
    return start if opens_person(reading.lines[start].text) else title


def lead_start(reading: Reading, title: int, floor: int) -> int:
    """Where the paragraph begins that a title ends: « Prénom Nom, organisme – Titre » cut where the style changes."""
    place, line = title, reading.lines[title]
    before = reading.lines[title - 1]
    if not is_beside(before, line) or before.box.x0 > line.box.x0:
        return title
    while place - 1 >= floor and place - 1 in reading.free:
        above, line = reading.lines[place - 1], reading.lines[place]
        if not is_beside(above, line) and starts_paragraph(above, line, leading=reading.leading):
            break
        place -= 1
    return place


def _block_starts(reading: Reading) -> list[int]:
    """Where the blocks begin that end with a time: behind the time before, but for people told on a page after it."""
    starts = []
    before: Anchor | None = None
    for anchor in reading.anchors:
        start = before.place + len(before.lines) if before else 0
        first = reading.lines[start]
        if before and first.page > before.lines[-1].page and find_marker(first.text, reading.markers):
            later = (i for i in range(start, anchor.place) if reading.lines[i].page > first.page)
            start = next(later, start)
        if before is None:
            start = _first_block(reading, anchor)
        starts.append(start)
        before = anchor
    return starts


def _first_block(reading: Reading, anchor: Anchor) -> int:
    """Where the block of the first time begins: behind the day above it, or the widest gap on its page."""
    days = [day.place for day in reading.days_in(0, anchor.place)]
    place = anchor.place
    floor = days[-1] + 1 if days else 0
    while place - 1 >= floor and reading.lines[place - 1].page == anchor.lines[0].page:
        above, line = reading.lines[place - 1], reading.lines[place]
        if place < anchor.place and line.box.y0 - above.box.y1 > 1.6 * line.box.height:
            break
        place -= 1
    return place


def _start_of(reading: Reading, anchor: Anchor) -> int:
    """Where the item of a time begins: the first line of a title that ends with it, or the track over that."""
    if anchor.lead is None:
        return _head_over_people(reading, anchor)
    first = first_above(reading.lines, reading.free, anchor, reading.setting(None))
    return first - (first - 1 in reading.tracks)


def _head_over_people(reading: Reading, anchor: Anchor) -> int:
    """Where the title begins that stands out above a time with people beside it: « Les rives », « 10h Avec : … ».

    A title right below another item, without room above it, is of that.
    """
    marker = find_marker(anchor.passage.text[anchor.rest :].lstrip(_SIGNS), reading.markers) if anchor.rest else None
    if marker is None or not marker.colon:
        return anchor.place
    lines, setting, place = reading.lines, reading.setting(None), anchor.place
    while place - 1 in reading.free and stands_out(lines[place - 1], setting):
        if place < anchor.place and not is_same_title(lines[place - 1], lines[place]):
            break
        place -= 1
    apart = place > 0 and starts_paragraph(lines[place - 1], lines[place], leading=reading.leading)
    return place if apart else anchor.place


def _break_starts(reading: Reading, titles: Sequence[int]) -> list[int]:
    """Where a second time between two titles has words of its own: « Pause » above it, or text on its line."""
    found = []
    for start, end in pairwise([*titles, len(reading.lines)]):
        for anchor in reading.anchors_in(start, end)[1:]:
            above = anchor.place - 1
            if anchor.rest is not None or anchor.lead is not None:
                found.append(anchor.place)
            elif above in reading.free and kind_of(reading.lines[above].text) is not Kind.SESSION:
                found.append(above)
    return found
