"""Hours of a session set below the talks it holds, which have titles in its look: they are those of its heading."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.document import Line
from pipeline.page.entries import is_listed
from pipeline.segment.anchor import Anchor
from pipeline.segment.setting import SAME_EDGE
from pipeline.segment.title_heads import has_title_behind, title_beside

# Talks stand so many points further in than the heading over them.
INDENT = 6.0
# They go on over no more pages.
PAGES_OVER = 2


def held_talks(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The times with a title behind them that fall into a time alone on a line below them, from its start on.

    « 10h Le bief », « 10h30 L'écluse », and « 10h – 11h » at the end of the session that holds both.
    """
    found: list[Anchor] = []
    talks: list[Anchor] = []
    for anchor in anchors:
        if anchor.lead is None and has_title_behind(anchor):
            talks.append(anchor)
        else:
            found += talks if _holds(anchor, talks) else ()
            talks = []
    return found


def _holds(anchor: Anchor, talks: Sequence[Anchor]) -> bool:
    start, end = anchor.hours.start, anchor.hours.end
    starts = [talk.hours.start for talk in talks]
    if not starts or anchor.lead is not None or start is None or starts[0] != start:
        return False
    return all(each is not None and start <= each and (end is None or each < end) for each in starts)


def heading_hours(
    lines: Sequence[Line], anchors: Sequence[Anchor], titles: Sequence[Sequence[int]]
) -> dict[int, list[int]]:
    """The lines with hours that belong to the title of a session over its talks, by the last line of that title.

    « Session 2 – Les rives », below it « 10h Le bief », « 10h30 L'écluse », and « 10h – 11h » at the end of all.

    Args:
        lines: the lines of the document in reading order.
        anchors: the time anchors among them.
        titles: the lines of each title, as `group_titles` gives them.
    """
    held = [anchor.place for anchor in held_talks(anchors)]
    timed = {*held, *(place for anchor in anchors if (place := title_beside(lines, anchor)) is not None)}
    titles = sorted([*map(list, titles), *([place] for place in held)])
    alone = [a for a in anchors if a.lead is None and not has_title_behind(a) and title_beside(lines, a) is None]
    found: dict[int, list[int]] = {}
    for before, anchor in pairwise([None, *alone]):
        if anchor is None:
            continue
        floor = before.place if before else -1
        page = anchor.lines[0].page
        above = [
            group for group in titles if floor < group[0] < anchor.place and page - PAGES_OVER <= lines[group[0]].page
        ]
        for place in reversed(range(len(above) - 1)):
            heading, talks = above[place], above[place + 1 :]
            inside = all(talk[0] in timed or _is_inside(lines, heading, talk, anchor) for talk in talks)
            if inside and heading[0] not in timed:
                found[heading[-1]] = [*range(anchor.place, anchor.place + len(anchor.lines))]
                break
    return found


def _is_inside(lines: Sequence[Line], heading: Sequence[int], talk: Sequence[int], anchor: Anchor) -> bool:
    """Whether a title stands further in than the heading above it, at whose edge the time is set, or in a list."""
    first, line = lines[heading[0]], lines[talk[0]]
    inside = line.box.x0 > first.box.x0 + INDENT or (is_listed(line.text) and not is_listed(first.text))
    return inside and abs(anchor.lines[0].box.x0 - first.box.x0) < SAME_EDGE
