"""How a document sets its items: which style is that of titles, and on which side of it the time stands.

Several structures are laid over the document and scored by the document itself: a good one gives every time one
title and every title one time. The best wins; how far it is ahead of the best structure with other boundaries
tells how sure that is.
"""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from pipeline.anchors import Anchor
from pipeline.document import Line, Style
from pipeline.passages import same_block

# A structure that explains less of the document than this is none.
MIN_SCORE = 0.5
# A title style must pair with at least this many times, or with all of them.
MIN_PAIRS = 2
# Structures without a title style of their own explain less, so a style that fits nearly as well wins.
PLAIN_FACTOR = 0.8
# Titles longer than this many lines are paragraphs.
MAX_TITLE_LINES = 6


class Order(StrEnum):
    """Where an item begins: at its title, whose time comes later, or at its time."""

    TITLE_FIRST = "titre avant l'heure"
    TIME_FIRST = "heure avant le titre"


class Look(NamedTuple):
    """What makes two runs of text look alike: size, weight, slant, font and (unless ignored) colour."""

    size: float
    bold: bool
    italic: bool
    font: str
    color: str | None

    @classmethod
    def of(cls, style: Style, with_color: bool = True) -> "Look":
        """The look of a style."""
        return cls(style.size, style.bold, style.italic, style.font, style.color if with_color else None)

    def __str__(self) -> str:
        marks = " gras" * self.bold + " italique" * self.italic
        return f"{self.font} {self.size:g}{marks}"


class Structure(NamedTuple):
    """A way to read the document: title look (None: the text right after the time), order, score."""

    look: Look | None
    order: Order
    score: float
    margin: float = 1.0


def group_titles(lines: Sequence[Line], free: set[int], look: Look) -> list[list[int]]:
    """Runs of consecutive lines in one look, as indices: a title over several lines or headings is one run."""
    with_color = look.color is not None
    groups: list[list[int]] = []
    for index, line in enumerate(lines):
        if index not in free or Look.of(line.style, with_color) != look:
            continue
        if groups and groups[-1][-1] == index - 1 and line.page == lines[index - 1].page:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def find_structure(lines: Sequence[Line], anchors: Sequence[Anchor], free: set[int]) -> Structure | None:
    """The structure that explains the document best, or None when none explains half of it.

    Args:
        lines: the lines of the document in reading order.
        anchors: the time anchors among them.
        free: indices of lines that may be titles (no anchor, marker, day heading or index).
    """
    if not anchors:
        return None
    body = _body_look(lines)
    candidates = [_plain(lines, anchors, free)]
    for look in _looks(lines, free):
        if look in (body, body._replace(color=None)):
            continue
        groups = group_titles(lines, free, look)
        weight = _prominence(look, body) * _brevity(lines, groups)
        candidates += [_score(lines, anchors, groups, look, order, weight) for order in Order]
    best = max(candidates, key=lambda structure: (structure.score, structure.look is not None, str(structure.look)))
    others = [other.score for other in candidates if other.order != best.order]
    if best.score < MIN_SCORE:
        return None
    return best._replace(margin=best.score - max(others, default=0.0))


def _body_look(lines: Sequence[Line]) -> Look:
    weight: Counter[Look] = Counter()
    for line in lines:
        weight[Look.of(line.style)] += len(line.text)
    return weight.most_common(1)[0][0]


def _looks(lines: Sequence[Line], free: set[int]) -> list[Look]:
    """The looks that recur, with and without their colour, in a fixed order."""
    seen = Counter(Look.of(lines[index].style, color) for index in sorted(free) for color in (True, False))
    return sorted((look for look, count in seen.items() if count >= 1), key=str)


def _prominence(look: Look, body: Look) -> float:
    """How far a look stands out as a heading does: larger or bold; slant or colour alone hardly count."""
    if look.size >= body.size + 1 or (look.bold and not body.bold and look.size >= body.size):
        return 1.0
    if look.size < body.size - 0.5:
        return 0.75
    return 0.85 if look.italic or look.font != body.font or look.color not in (None, body.color) else 0.8


def _brevity(lines: Sequence[Line], groups: Sequence[list[int]]) -> float:
    """How many of the runs are as short as titles are and begin as titles do."""
    short = sum(len(group) <= MAX_TITLE_LINES and not lines[group[0]].text[:1].islower() for group in groups)
    return short / len(groups) if groups else 0.0


def _plain(lines: Sequence[Line], anchors: Sequence[Anchor], free: set[int]) -> Structure:
    """The structure in which a title is the text right after its time, whatever its look."""
    followed = 0
    for anchor in anchors:
        after = anchor.place + len(anchor.lines)
        beside = after in free and lines[after].page == anchor.lines[-1].page
        near = beside and (
            same_block(anchor.lines[-1], lines[after])
            or lines[after].box.y0 < anchor.lines[-1].box.y1 + 2 * anchor.lines[-1].box.height
        )
        followed += bool(anchor.rest is not None or anchor.lead is not None or near)
    share = followed / len(anchors)
    return Structure(None, Order.TIME_FIRST, PLAIN_FACTOR * share)


def _score(
    lines: Sequence[Line],
    anchors: Sequence[Anchor],
    groups: Sequence[list[int]],
    look: Look,
    order: Order,
    weight: float,
) -> Structure:
    """2 × pairs ÷ (titles + times): a pair is a title and the only time in its reach on the same page."""
    starts = [group[0] for group in groups]
    times = [anchor.place for anchor in anchors]
    heads, tails = (starts, times) if order is Order.TITLE_FIRST else (times, starts)
    pairs = 0
    spread = 0.0
    for number, head in enumerate(heads):
        limit = heads[number + 1] if number + 1 < len(heads) else len(lines)
        reach = [tail for tail in tails if head < tail < limit and lines[tail].page == lines[head].page]
        if len(reach) == 1:
            pairs += 1
            spread += abs(lines[reach[0]].box.y0 - lines[head].box.y0)
    if pairs < min(MIN_PAIRS, len(anchors)):
        return Structure(look, order, 0.0)
    score = 2 * pairs / (len(heads) + len(tails))
    # Of two structures that fit alike, the one whose times stand closer to their titles is right.
    closeness = 1 / (1 + spread / pairs / 100)
    return Structure(look, order, round(weight * (0.97 * score + 0.03 * closeness), 4))
