"""Times printed behind titles that begin the next line: « **Habiter la rive** » over « **(10h)** • Salle 2 »."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.page.look import Look
from pipeline.page.passages import same_block
from pipeline.segment.anchor import Anchor
from pipeline.segment.anchors import BESIDE, MIN_ENDS, with_line_above
from pipeline.segment.structure import style_at
from pipeline.wording import find_marker, is_room

# What parts a title from the time behind it.
_SIGNS = "([|•–—:,-"
_WORDS = re.compile(r"\w+")


def with_titles_above(anchors: Sequence[Anchor], lines: Sequence[Line]) -> list[Anchor]:
    """The time anchors, those that only end the title on the line above as such where the document sets titles so.

    Most times end the line of their title behind one sign; one that begins its line with that sign, below a line set
    as those titles are, has not found room beside its own.
    """
    ends = [anchor for anchor in anchors if anchor.lead is not None and _sign_of(anchor)]
    alone = [anchor for anchor in anchors if anchor.lead is None]
    if len(ends) < max(MIN_ENDS, len(alone)):
        return list(anchors)
    sign, count = Counter(map(_sign_of, ends)).most_common(1)[0]
    if 2 * count <= len(ends):
        return list(anchors)
    looks = {Look.of(style_at(anchor.lines[0], 0)) for anchor in ends}
    taken = {anchor.place + number for anchor in anchors for number in range(len(anchor.lines))}
    found = []
    for anchor in anchors:
        above = anchor.place - 1
        fits = anchor.lead is None and above >= 0 and above not in taken and _may_end(lines[above], anchor, looks)
        found.append(_joined(lines[above], anchor, sign) or anchor if fits else anchor)
    return found


def _sign_of(anchor: Anchor) -> str:
    """The sign that closes a title before its time, "" where none does."""
    title = anchor.passage.text[: anchor.lead].rstrip()
    return title[-1] if title and title[-1] in _SIGNS else ""


def _may_end(title: Line, anchor: Anchor, looks: set[Look]) -> bool:
    """Whether a line is set as titles are, right above a time behind which at most a room stands."""
    behind = anchor.passage.text[anchor.hours.end_offset :]
    short = anchor.rest is None or BESIDE.fullmatch(behind) or is_room(behind.strip(" )]–—|•,/-"))
    told = find_marker(title.text) or is_room(title.text)
    return bool(short and not told and same_block(title, anchor.lines[0])) and Look.of(title.spans[-1].style) in looks


def _joined(title: Line, anchor: Anchor, sign: str) -> Anchor | None:
    """The anchor with the line of its title above, or None where the sign before the time is not the usual one."""
    before = anchor.passage.text[: anchor.hours.start_offset]
    spot, closed = before.find(sign), title.text.rstrip().endswith(sign)
    if spot < 0 and not closed:
        return None
    whole = with_line_above(anchor, title)
    at_end = spot < 0 or (closed and not _WORDS.match(before.lstrip()))
    return whole if at_end else whole._replace(lead=len(whole.passage.text) - len(anchor.passage.text) + spot)
