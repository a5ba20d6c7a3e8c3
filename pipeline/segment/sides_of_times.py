"""On which side of their times the titles of a document stand, by where each is nearest to the other."""

from bisect import bisect_left
from collections.abc import Sequence
from math import inf

from pipeline.document import Line
from pipeline.segment.anchor import Anchor
from pipeline.segment.text_ends import ends_text
from pipeline.segment.title_heads import title_beside

# So many titles, and this part of them, without a time beside them tell on which side of them times stand.
MIN_APART, APART_SHARE = 3, 0.3


def share_before_time(lines: Sequence[Line], anchors: Sequence[Anchor], groups: Sequence[list[int]]) -> float:
    """Of the titles with a time on their page, the part whose nearest time stands below, not above or beside.

    A time right above a title that ends the text above itself is none of that title. Talks in a session may have
    their times beside their titles, and the session its own below: enough titles without one beside them tell alone.
    """
    times = [anchor.place for anchor in anchors]
    beside = {title_beside(lines, anchor) for anchor in anchors}
    apart = [group for group in groups if group[0] not in beside]
    below = told = 0
    for group in apart if len(apart) >= max(MIN_APART, APART_SHARE * len(groups)) else groups:
        first, last = lines[group[0]], lines[group[-1]]
        spot = bisect_left(times, group[0])
        gaps = {}
        over = anchors[spot - 1] if spot and lines[times[spot - 1]].page == first.page else None
        if over and not (over.place + len(over.lines) == group[0] and ends_text(lines, over)):
            gaps["above"] = max(0.0, first.box.y0 - lines[times[spot - 1]].box.y1)
        if spot < len(times) and lines[times[spot]].page == last.page:
            gaps["below"] = max(0.0, lines[times[spot]].box.y0 - last.box.y1)
        told += bool(gaps)
        below += bool(gaps) and gaps.get("below", inf) < gaps.get("above", inf)
    return below / told if told else 0.5


def share_of_ends(lines: Sequence[Line], times: Sequence[int], starts: Sequence[int]) -> float:
    """How far the pages begin with a title and end with a time (1) rather than the other way round (0)."""
    pages: dict[int, list[bool]] = {}
    for place, is_title in sorted([*((place, False) for place in times), *((place, True) for place in starts)]):
        pages.setdefault(lines[place].page, []).append(is_title)
    ends = [(kinds[0] + (not kinds[-1])) / 2 for kinds in pages.values() if len(set(kinds)) > 1]
    return sum(ends) / len(ends) if ends else 0.5
