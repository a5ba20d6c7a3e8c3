"""Rooms on the row of the hours that no word tells: they stand where those of other items do, set as these are."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.document import Line, Passage, Segment
from pipeline.page.format_labels import is_level, label_of
from pipeline.page.look import Look
from pipeline.wording import find_marker, opens_person

# So many rooms of a document stand on the row of the hours, at least this part of all that stands there set alike.
MIN_ROOMS, SHARE = 3, 0.4
# A room is no longer than this.
LONGEST = 40
# Rooms may be called so; the number of an item stands on its row alone, that of a room on those of several.
_NUMBERED = re.compile(r"\w\W*\d\W*$")


def rooms_on_rows(segments: Sequence[Segment]) -> list[Segment]:
    """The segments with what stands on the row of their hours as room, where others have theirs there.

    Example: « 10:00 – 11:00  Atelier  Salle Nord » and, further on, « 11:00 – 12:00  Débat  Loge Vidal ».
    """
    known = [line for segment in segments if segment.room and (line := _on_row(segment, segment.room))]
    looks = {Look.of(line.style) for line in known}
    if len(known) < MIN_ROOMS or len(looks) > 1:
        return list(segments)
    beside = [
        (number, passage)
        for number, segment in enumerate(segments)
        if segment.room is None
        for passage in (*segment.body, *([segment.track] if segment.track else ()))
        if (line := _on_row(segment, passage)) and Look.of(line.style) in looks
    ]
    counts = Counter(passage.text for _, passage in beside)
    found = {number: passage for number, passage in reversed(beside) if _may_be_room(passage.text, counts)}
    if len(known) < SHARE * (len(known) + len(found)):
        return list(segments)
    return [_with_room(segment, found.get(number)) for number, segment in enumerate(segments)]


def _with_room(segment: Segment, room: Passage | None) -> Segment:
    if room is None:
        return segment
    body = tuple(part for part in segment.body if part is not room)
    track = None if segment.track is room else segment.track
    return segment.model_copy(update={"room": room, "body": body, "track": track})


def _on_row(segment: Segment, passage: Passage) -> Line | None:
    """The line of a passage, if it is its only one and stands right of the hours on their row."""
    if segment.hours is None or len(passage.pieces) != 1:
        return None
    line, hours = passage.pieces[0].line, segment.hours.pieces[-1].line
    return line if line.box.x0 > hours.box.x1 and is_level(hours, line) else None


def _may_be_room(text: str, counts: Counter[str]) -> bool:
    label = label_of(text) and not (_NUMBERED.search(text) and counts[text] > 1)
    told = label or find_marker(text) or opens_person(text) or text.endswith((".", ":", ","))
    return not told and len(text) <= LONGEST and text[:1].isupper()
