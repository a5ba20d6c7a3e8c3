"""Headings of sessions that have a chair but no time: « Session 2 – Les rives », « Présidence : Léa Durand »."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.document import Capacity
from pipeline.lexicon import Rows
from pipeline.reading import Reading
from pipeline.talks import names_session
from pipeline.wording import find_marker, find_prose_markers

# Such a heading and its chair take no more lines.
MAX_LINES = 5


def chaired_headings(reading: Reading, starts: Sequence[int]) -> list[int]:
    """Where headings begin that stand right before the next item and tell who chairs what follows.

    Args:
        reading: the lines of the document.
        starts: where its items begin.
    """
    found = []
    for start, end in pairwise(starts):
        anchors = reading.anchors_in(start, end)
        floor = max((anchor.place + len(anchor.lines) for anchor in anchors), default=start + 1)
        days = {day.place for day in reading.days_in(start, end)}
        for place in range(max(floor, end - MAX_LINES), end):
            if place in days or place not in reading.free or not names_session(reading.lines[place].text):
                continue
            texts = [line.text for line in reading.lines[place:end]]
            if tells_chair(texts, reading.markers) and not days & set(range(place, end)):
                found.append(place)
                break
    return found


def tells_chair(texts: Sequence[str], own: Rows = ()) -> bool:
    """Whether a heading and the lines below it name who chairs."""
    markers = [find_marker(text, own) for text in texts[1:]]
    if any(marker and marker.capacity is Capacity.MODERATION for marker in markers):
        return True
    told = find_prose_markers(" ".join(texts), own)
    return any(capacity is Capacity.MODERATION for _, _, capacity in told)
