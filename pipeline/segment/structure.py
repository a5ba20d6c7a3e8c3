"""How a document sets its items: which style is that of titles, and on which side of it the time stands.

Several structures are scored by the document itself: a good one gives every time one title and every title one
time. The best wins; how far it is ahead of the best structure with other boundaries tells how sure that is.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from pipeline.document import Line, Passage, Style
from pipeline.page.format_labels import label_of
from pipeline.page.look import Look
from pipeline.page.passages import same_block
from pipeline.segment.anchor import Anchor
from pipeline.segment.cut_lines import is_beside, is_in_list
from pipeline.segment.hour_lines import is_room_below
from pipeline.segment.hours_below_talks import held_talks
from pipeline.segment.index_pages import Entry, share_named, title_keys
from pipeline.segment.larger_titles import are_subtitles
from pipeline.segment.name_cards import goes_on_people
from pipeline.segment.sides_of_times import share_before_time, share_of_ends
from pipeline.segment.text_ends import ends_text
from pipeline.segment.title_heads import has_title_behind, has_title_beside, heads_above
from pipeline.segment.title_runs import group_titles, is_same_title, runs_of
from pipeline.source import TitleStyle
from pipeline.wording import BULLETS, opens_person

# A structure that explains less of the document than this is none.
MIN_SCORE = 0.5
# A title style must pair with at least this many times, or with all of them.
MIN_PAIRS = 2
# Structures without a title style of their own explain less, so a style that fits nearly as well wins.
PLAIN_FACTOR = 0.8
# A structure whose titles show comes before one without where its score is no lower than by this.
SHOWN = 0.1
# Titles that an index names make up for so much of what a structure lacks.
INDEXED = 0.5
# A structure whose every title stands nearer to the time of another item, and whose pages begin and end the other
# way round, loses this part of its score.
MISFIT = 0.5
# Runs that only name formats count for so much: of two looks that pair alike, the titles over them are the titles.
LABELS = 0.95
# With this part of its characters not bold, the text of a document is not bold.
LIGHT_SHARE = 0.15
# Titles are larger than their subtitles by so many points.
LARGER = 2.0
# The text of an item goes on over no more pages.
PAGES_OVER = 2
# Titles longer than this many lines are paragraphs.
MAX_TITLE_LINES = 6
# The lines of one paragraph stand as far apart as others within this part of their height.
STEADY = 0.15


class Order(StrEnum):
    """Where an item begins: at its title, whose time comes later, or at its time."""

    TITLE_FIRST = "titre avant l'heure"
    TIME_FIRST = "heure avant le titre"


class Structure(NamedTuple):
    """A way to read the document: title look (None: the text right after the time), order, score.

    The look is a `TitleStyle` where the sidecar tells it.
    """

    look: Look | TitleStyle | None
    order: Order
    score: float
    margin: float = 1.0


def style_at(line: Line, offset: int) -> Style:
    """The style a line is set in at an offset; behind its end, that of its end."""
    return next((span.style for span in line.spans if span.start <= offset < span.end), line.spans[-1].style)


def opening_look(passage: Passage) -> Look | None:
    """The look a passage begins in."""
    if not passage.pieces:
        return None
    piece = passage.pieces[0]
    line = piece.line
    span = next((span for span in line.spans if span.start <= piece.offset < span.end), line.spans[0])
    return Look.of(span.style)


def is_in_capitals(text: str) -> bool:
    """Whether a text is set in capitals, and holds enough letters to tell."""
    return not any(map(str.islower, text)) and sum(map(str.isupper, text)) > 3


def find_structure(
    lines: Sequence[Line],
    anchors: Sequence[Anchor],
    free: set[int],
    body: Look,
    told: TitleStyle | None = None,
    tracks: Collection[int] = (),
    entries: Sequence[Entry] = (),
) -> Structure | None:
    """The structure that explains the document best, or None when none explains half of it.

    Where the style of titles is told and some line has it, only the order is left to find.

    Args:
        lines: the lines of the document in reading order.
        anchors: the time anchors among them.
        free: indices of lines that may be titles (no anchor, marker, day heading or index).
        body: the look of running text, as `body_look` gives it.
        told: the style of titles, as the sidecar gives it.
        tracks: indices of lines that name tracks: they may stand between a time and its title.
        entries: what an index of the document names.
    """
    if not anchors:
        return None
    if told and (groups := group_titles(lines, free, told)):
        second, first = sorted(
            (_score(lines, anchors, groups, told, order, 1.0) for order in Order), key=lambda found: found.score
        )
        return first._replace(margin=first.score - second.score)
    last = _plain_last(lines, anchors, free)
    candidates = [_plain(lines, anchors, free, tracks), last]
    indexed = title_keys(entries)
    runs = {look: runs_of(lines, places) for look, places in _places(lines, free).items()}
    for look in sorted(runs, key=str):
        if look in (body, body._replace(color=None)):
            continue
        groups = _heads(own_titles(lines, anchors, runs[look]), lines)
        weight = _prominence(look, body) * _brevity(lines, groups)
        found = [_score(lines, anchors, groups, look, order, weight) for order in Order]
        named = INDEXED * share_named(indexed, (" ".join(lines[place].text for place in group) for group in groups))
        candidates += [each._replace(score=each.score + named * (1 - each.score)) for each in found]
    # Titles in a look of their own tell more of a block that ends with its time than its end alone.
    shown = any(each.order is last.order and each.look and each.score > last.score - SHOWN for each in candidates)
    candidates = [each for each in candidates if not (shown and each is last)]
    candidates = [a for a in candidates if not any(_is_below(a, b, runs, lines) for b in candidates)]
    best = max(candidates, key=lambda structure: (structure.score, structure.look is not None, str(structure.look)))
    others = [other.score for other in candidates if other.order != best.order]
    if best.score < MIN_SCORE:
        return None
    return best._replace(margin=best.score - max(others, default=0.0))


def own_titles(lines: Sequence[Line], anchors: Sequence[Anchor], groups: Sequence[list[int]]) -> list[list[int]]:
    """The runs in one look that may be titles.

    Not the rest of titles that begin on the line of their time, nor names set apart in lists of people.
    """
    timed, times = {anchor.place + len(anchor.lines): anchor for anchor in anchors}, {a.place for a in anchors}
    begun = {place: anchor for place, anchor in timed.items() if has_title_beside(anchor)}
    return [
        group
        for group in groups
        if not (group[0] in begun and ends_title_of(begun[group[0]], lines[group[0]]))
        and (group[0] in timed or not (is_in_list(lines, group) or goes_on_people(lines, group[0], times)))
        and not (group[0] in begun and _is_credited(lines, group))
    ]


def _is_credited(lines: Sequence[Line], group: Sequence[int]) -> bool:
    """Whether a run is somebody whose function or body stands behind on its line: « **Léa Durand**, éclusière »."""
    first, last = lines[group[0]], group[-1]
    told = first.text.rstrip().endswith(",") and last + 1 < len(lines) and is_beside(lines[last], lines[last + 1])
    return opens_person(first.text) and (told or is_in_list(lines, group))


def ends_title_of(anchor: Anchor, line: Line) -> bool:
    """Whether the line below a time is, in one look, the rest of the title that begins beside that."""
    before = anchor.lines[-1]
    alike = anchor.rest is not None and before.spans[-1].style == line.spans[0].style
    return alike and is_same_title(before, line)


def _is_below(one: Structure, other: Structure, runs: Mapping[Look, list[list[int]]], lines: Sequence[Line]) -> bool:
    """Whether the titles of a structure are the subtitles of another that has its times on the same side."""
    if not (isinstance(one.look, Look) and isinstance(other.look, Look) and one.order is other.order):
        return False
    if other.score < MIN_SCORE or other.look.size < one.look.size + LARGER:
        return False
    return are_subtitles(runs[one.look], runs[other.look], lines)


def _heads(groups: list[list[int]], lines: Sequence[Line]) -> list[list[int]]:
    """The titles that have times: not those with a bullet where others have none, which are talks of these."""
    plain = [group for group in groups if lines[group[0]].text[:1] not in BULLETS]
    return plain if len(plain) >= MIN_PAIRS else groups


def body_look(lines: Sequence[Line]) -> Look:
    """The look most characters of the document have; bold only where hardly anything is set otherwise.

    Where only titles and hours are printed, or titles are long, bold may be what most characters have.
    """
    weight: Counter[Look] = Counter()
    for line in lines:
        weight[Look.of(line.style)] += len(line.text)
    light = Counter({look: count for look, count in weight.items() if not look.bold})
    if sum(light.values()) >= LIGHT_SHARE * sum(weight.values()):
        weight = light
    return max(weight, key=lambda look: (weight[look], str(look))) if weight else Look(0, False, False, "", None)


def _places(lines: Sequence[Line], free: set[int]) -> dict[Look, list[int]]:
    """Where each look stands, with and without its colour."""
    places: dict[Look, list[int]] = {}
    for index in sorted(free):
        for with_color in (True, False):
            places.setdefault(Look.of(lines[index].style, with_color), []).append(index)
    return places


def _prominence(look: Look, body: Look) -> float:
    """How far a look stands out as a heading does: larger or bold; slant or colour alone hardly count."""
    if look.capitals or look.size >= body.size + 1 or (look.bold and not body.bold and look.size >= body.size):
        return 1.0
    if look.size < body.size - 0.5:
        return 0.75
    return 0.85 if look.italic or look.font != body.font or look.color not in (None, body.color) else 0.8


def _brevity(lines: Sequence[Line], groups: Sequence[list[int]]) -> float:
    """How many of the runs are as short as titles are and begin as titles do."""
    if not groups:
        return 0.0
    short = sum(len(group) <= MAX_TITLE_LINES and not lines[group[0]].text[:1].islower() for group in groups)
    labels = all(len(group) == 1 and label_of(lines[group[0]].text) for group in groups)
    return short / len(groups) * (LABELS if labels else 1.0)


def _plain(
    lines: Sequence[Line], anchors: Sequence[Anchor], free: set[int], tracks: Collection[int] = ()
) -> Structure:
    """The structure in which a title is the text right after its time, whatever its look."""
    followed = 0
    heads = heads_above(lines, anchors, free)
    for anchor in anchors:
        after, above = anchor.place + len(anchor.lines), anchor.lines[-1]
        while after in tracks or is_room_below(anchor, lines, after):
            after, above = after + 1, lines[after]
        beside = after in free and lines[after].page == anchor.lines[-1].page
        near = beside and (
            same_block(above, lines[after]) or lines[after].box.y0 < above.box.y1 + 2 * above.box.height
        )
        ended = ends_text(lines, anchor) and not has_title_beside(anchor)
        followed += anchor.place in heads or (
            not ended
            and (anchor.rest is not None or anchor.lead is not None or (near and not _is_text(lines, after)))
        )
    share = followed / len(anchors)
    return Structure(None, Order.TIME_FIRST, PLAIN_FACTOR * share)


def _is_text(lines: Sequence[Line], place: int) -> bool:
    """Whether a line begins sentences longer than any title below the line before, their lines alike and as close."""
    block = lines[place : place + MAX_TITLE_LINES + 1]
    under = lines[place].box.x0 < lines[place - 1].box.x1
    prose = re.search(r"[^\W\d_]{3}[.?!]\s+[A-ZÀ-Þ]", " ".join(line.text for line in block))
    alike = under and prose and all(line.style == block[0].style and len(line.spans) == 1 for line in block)
    steps = [line.box.y0 - before.box.y0 for before, line in pairwise(block) if same_block(before, line)]
    return len(steps) == MAX_TITLE_LINES and bool(alike) and max(steps) - min(steps) < STEADY * block[0].box.height


def _plain_last(lines: Sequence[Line], anchors: Sequence[Anchor], free: set[int]) -> Structure:
    """The structure in which an item is a block of text that ends with its time, whatever the look of its title.

    A time ends its block when what follows is further away than what is above it, or on another page.
    """
    ends = 0
    for anchor in anchors:
        before = anchor.place - 1
        told = before >= 0 and any(map(str.isalpha, lines[before].text))  # people above a time are of its block too
        if has_title_behind(anchor) or not (before in free or told):
            continue
        ends += ends_text(lines, anchor)
    return Structure(None, Order.TITLE_FIRST, PLAIN_FACTOR * ends / len(anchors))


def _score(
    lines: Sequence[Line],
    anchors: Sequence[Anchor],
    groups: Sequence[list[int]],
    look: Look | TitleStyle,
    order: Order,
    weight: float,
) -> Structure:
    """2 × pairs ÷ (titles + times), lowered where places and the ends of pages speak for the other order.

    A pair is a title with a time in its reach on the same page, or a time with a title, by what comes first. A time
    that ends the text above it may stand on a page after that of its title.
    """
    starts = [group[0] for group in groups]
    held = held_talks(anchors) if order is Order.TITLE_FIRST else []
    anchors = [anchor for anchor in anchors if anchor not in held] if held else anchors
    times = [anchor.place for anchor in anchors]
    alone = [anchor for anchor in anchors if order is Order.TITLE_FIRST and not has_title_beside(anchor)]
    ending = {anchor.place for anchor in alone if ends_text(lines, anchor)}
    heads, tails = (starts, times) if order is Order.TITLE_FIRST else (times, starts)
    pairs = 0
    for head, limit in pairwise([*heads, len(lines)]):
        between = tails[bisect_right(tails, head) : bisect_left(tails, limit)]
        pairs += any(lines[tail].page - lines[head].page <= PAGES_OVER * (tail in ending) for tail in between)
    if pairs < min(MIN_PAIRS, len(anchors)):
        return Structure(look, order, 0.0)
    share = 2 * pairs / (len(heads) + len(tails))
    title_first = (share_before_time(lines, anchors, groups) + share_of_ends(lines, times, starts)) / 2
    fit = title_first if order is Order.TITLE_FIRST else 1 - title_first
    return Structure(look, order, round(weight * share * (1 - MISFIT * (1 - fit)), 4))
