"""Items that last all day: « Toute la journée » stands where others have their hours."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.page.look import Look
from pipeline.page.passages import join_lines
from pipeline.segment.anchor import Anchor
from pipeline.times.hours import Hours

_ALL_DAY = re.compile(
    r"\W*(?:toute la (?:journ[ée]e|matin[ée]e|soir[ée]e|nuit)|tout l['’]apr[èe]s-midi|tout le week-?end|"
    r"(?:tout )?au long (?:de la journ[ée]e|du week-?end)|en continu)(?=\W*$|\s*[|·•:–—-]\s)",
    re.I,
)
# So many times must be set in one look before the words for a day set alike stand for one.
MIN_TIMES = 3


def with_all_day(anchors: list[Anchor], lines: Sequence[Line]) -> list[Anchor]:
    """The times of a text and, among them, the words for a whole day that begin a line in the look of most times.

    Example: « Toute la journée · Centre-ville » between « 10h · Halle » and « 18h · Kiosque »; such an item has no
    hours.
    """
    looks = Counter(Look.of(anchor.lines[0].spans[0].style) for anchor in anchors)
    usual, count = looks.most_common(1)[0] if looks else (None, 0)
    if count < MIN_TIMES or 2 * count < len(anchors):
        return anchors
    taken = {anchor.place + number for anchor in anchors for number in range(len(anchor.lines))}
    found = [
        Anchor(
            place, (line,), join_lines([line]), Hours(start_offset=0, end_offset=said.end()), _rest(line, said), None
        )
        for place, line in enumerate(lines)
        if place not in taken and Look.of(line.spans[0].style) == usual and (said := _ALL_DAY.match(line.text))
    ]
    return sorted([*anchors, *found], key=lambda anchor: anchor.place)


def _rest(line: Line, said: re.Match[str]) -> int | None:
    return said.end() if re.search(r"\w{2}", line.text[said.end() :]) else None
