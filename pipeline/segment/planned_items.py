"""Items printed twice, in a planning and again with all that is told of them: one item each."""

import re
from collections.abc import Sequence

from pipeline.document import Kind, Passage, Segment
from pipeline.times.days import PrintedDay, find_days
from pipeline.times.hours import Hours, find_hours
from pipeline.wording import plain

# So many items, and so large a part of those of the planning and of those told, must be the same.
MIN_PAIRS, MIN_SHARE = 3, 0.5
# What stands below a title in a planning is shorter than this, such as where to read on.
MAX_NOTE = 60


def without_planning(segments: Sequence[Segment]) -> list[Segment]:
    """The items without those of a planning that are told again further on, which gain what only that prints."""
    bare = [number for number, segment in enumerate(segments) if _is_bare(segment)]
    told: dict[str, list[int]] = {}
    for number, segment in enumerate(segments):
        if segment.blocks or not _is_bare(segment):
            told.setdefault(_key(segment), []).append(number)
    pairs: dict[int, int] = {}
    for number in bare:
        for other in told.get(_key(segments[number]), []):
            if other > number and other not in pairs and _may_be_same(segments[number], segments[other]):
                pairs[other] = number
                break
    # Breaks are planned, and nothing more is told of them.
    planned = sum(segments[number].kind is Kind.SESSION for number in bare)
    least = MIN_SHARE * min(planned, sum(map(len, told.values())))
    if len(pairs) < MIN_PAIRS or len(pairs) < least:
        return list(segments)
    gone = set(pairs.values())
    return [
        _completed(segment, segments[pairs[number]]) if number in pairs else segment
        for number, segment in enumerate(segments)
        if number not in gone
    ]


def _key(segment: Segment) -> str:
    return " ".join(re.findall(r"\w+", plain(segment.title.text)))


def _is_bare(segment: Segment) -> bool:
    """Whether hardly more than a title is told of an item."""
    return not segment.blocks and sum(len(passage.text) for passage in segment.body) < MAX_NOTE


def _may_be_same(planned: Segment, told: Segment) -> bool:
    """Whether nothing that both print of an item differs: its start, day and room."""
    starts = [found[0].start for found in map(_hours, (planned, told)) if found]
    days = [found[0] for found in (_days(planned.day), _days(told.day)) if found]
    rooms = {plain(segment.room.text) for segment in (planned, told) if segment.room}
    same_day = len(days) < 2 or (days[0].day, days[0].month) == (days[1].day, days[1].month)
    return len(set(starts)) < 2 and same_day and len(rooms) < 2


def _hours(segment: Segment) -> Sequence[Hours]:
    return find_hours(segment.hours.text) if segment.hours else ()


def _days(day: Passage | None) -> Sequence[PrintedDay]:
    return find_days(day.text) if day else ()


def _completed(told: Segment, planned: Segment) -> Segment:
    """An item with what only the planning prints of it."""
    found = {name: getattr(planned, name) for name in ("day", "room", "track") if getattr(told, name) is None}
    if told.hours is None:
        found |= {"hours": planned.hours, "until": planned.until}
    return told.model_copy(update=found)
