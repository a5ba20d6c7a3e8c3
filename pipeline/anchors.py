"""Where a document prints when things happen: time anchors and day headings, told apart from prose."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.days import WEEKDAYS, PrintedDay, find_days
from pipeline.document import Line, Passage
from pipeline.hours import Hours, find_hours
from pipeline.passages import join_lines
from pipeline.times import find_half_day

_LABEL = (
    r"(?:de|du|à|a|dès|des|vers|entre|horaires?|heures?|quand|date|le|les|et|h|"
    rf"{'|'.join(names[0] for names in WEEKDAYS)})"
)
_BEFORE = re.compile(rf"^[\W_]*(?:{_LABEL}\b[\W_]*)*$", re.I)
_OPEN_END = re.compile(r"(?<!\w)(?:de|du|à|a|dès|des|vers|entre|jusqu['’]à|le|les|et)\s*$", re.I)
_CONNECTOR_END = re.compile(r"(?:\bà|[-–—>→/]|\bet|jusqu['’]à)\s*$", re.I)
_CONNECTOR_START = re.compile(r"^\s*(?:à\b|[-–—>→]|jusqu['’]à)", re.I)
# What may stand beside a day in a heading: « Journée 2 », « matin », a place after a dash is too much.
_DAY_REST = re.compile(
    r"(?:journée|jour|matinée?|matin|après-midi|apres-midi|soir[ée]*e?|programme|suite|du|le|les|et|au|n°|\d|\W)",
    re.I,
)


# A lone time before this hour is a length as often as a time.
FIRST_HOUR = 6


class Anchor(NamedTuple):
    """A printed time that tells when an item takes place.

    `place` is the index of its first line, `lines` are the printed lines it takes, `hours` holds its offsets in
    `passage.text`; `rest` is the offset after which the passage goes on with something else (a title), or None;
    `lead` the same for text before it.
    """

    place: int
    lines: tuple[Line, ...]
    passage: Passage
    hours: Hours
    rest: int | None
    lead: int | None


def find_anchors(lines: Sequence[Line]) -> list[Anchor]:
    """The time anchors among lines in reading order."""
    anchors: list[Anchor] = []
    taken = -1
    for index, line in enumerate(lines):
        if index <= taken or (not any(char.isdigit() for char in line.text) and not _may_be_word(line.text)):
            continue
        anchor = _anchor_at(lines, index)
        if anchor is not None:
            anchors.append(anchor)
            taken = index + len(anchor.lines) - 1
    return _without_lengths(anchors)


def _without_lengths(anchors: list[Anchor]) -> list[Anchor]:
    """Without what is rather a length: « 1h30. 12 participants » in a document whose times are set otherwise."""
    looks = Counter((anchor.lines[0].style.size, anchor.lines[0].style.bold) for anchor in anchors)
    if len(anchors) < 4:
        return anchors
    usual, count = looks.most_common(1)[0]

    def is_length(anchor: Anchor) -> bool:
        hours, style = anchor.hours, anchor.lines[0].style
        early = hours.start is not None and hours.start.hour < FIRST_HOUR
        return hours.end is None and early and (style.size, style.bold) != usual and count > len(anchors) / 2

    return [anchor for anchor in anchors if not is_length(anchor)]


def _may_be_word(text: str) -> bool:
    return "midi" in text.lower() or "minuit" in text.lower()


def _anchor_at(lines: Sequence[Line], index: int) -> Anchor | None:
    line = lines[index]
    if index + 1 < len(lines) and _goes_on(line, lines[index + 1]):
        joined = join_lines(lines[index : index + 2])
        found = find_hours(joined.text)
        if found and found[0].end is not None and found[0].end_offset > len(line.text):
            return Anchor(index, (line, lines[index + 1]), joined, found[0], _rest(joined.text, found), None)
    found = find_hours(line.text)
    if not found:
        return None
    hours = found[0]
    before, after = line.text[: hours.start_offset], line.text[hours.end_offset :]
    passage = join_lines([line])
    rest = _rest(line.text, found)
    if _is_lead_in(before):
        if rest is not None and index and _is_prose(lines[index - 1], line, hours):
            return None
        return Anchor(index, (line,), passage, hours, rest, None)
    closed = re.search(r"[(|–—:,\[-]\s*$", before)
    titled = re.search(r"\s$", before) and before[:1].isupper() and not after.strip() and not _OPEN_END.search(before)
    if hours.end is not None and (closed or titled) and not re.search(r"\w{2}", after) and len(before) < 120:
        return Anchor(index, (line,), passage, hours, None, hours.start_offset)
    return None


def _rest(text: str, found: Sequence[Hours]) -> int | None:
    """The offset after which a line says something else than its times: « 10h-11h / 17h-18h » says nothing else."""
    end = found[0].end_offset
    for hours in found[1:]:
        if re.search(r"\w{2}", text[end : hours.start_offset].replace("et", "")):
            break
        end = hours.end_offset
    return found[0].end_offset if re.search(r"\w{2}", text[end:]) else None


def _is_lead_in(before: str) -> bool:
    """Whether what stands before a time is nothing but a label or a day."""
    for day in reversed(find_days(before)):
        before = before[: day.start_offset] + before[day.end_offset :]
    half = find_half_day(before)
    if half and len(before) < 24:
        return True
    return bool(_BEFORE.match(before))


def _goes_on(line: Line, after: Line) -> bool:
    """Whether a time is broken over two lines: « 17h45 à », « 18h30 » or « 10h », « à 10h45 »."""
    near = after.page == line.page and abs(after.box.y0 - line.box.y1) < 1.5 * line.box.height
    if not near or not find_hours(after.text):
        return False
    first, second = find_hours(line.text), find_hours(after.text)
    if not first or not _is_lead_in(line.text[: first[0].start_offset]):
        return False
    tail = line.text[first[-1].end_offset :].strip(" .,;")
    starts = _CONNECTOR_START.match(after.text)
    ends = _CONNECTOR_END.search(line.text)
    head = after.text[: second[0].start_offset]
    return bool((starts or ends) and (not tail or ends) and (not head.strip() or starts) and first[0].end is None)


def _is_prose(before: Line, line: Line, hours: Hours) -> bool:
    """Whether a line that begins with a time is the middle of a sentence."""
    same = (
        before.page == line.page
        and before.style == line.style
        and abs(before.box.x0 - line.box.x0) < 3
        and -1 < line.box.y0 - before.box.y1 < 0.5 * line.box.height
    )
    return (
        same
        and before.box.x1 > 0.9 * line.box.x1
        and not re.search(r"[.!?:;»)]\s*$", before.text)
        and (hours.end is None or line.text[hours.end_offset : hours.end_offset + 2].strip()[:1] in tuple(",."))
    )


class DayHeading(NamedTuple):
    """A line that announces a day."""

    place: int
    passage: Passage
    day: PrintedDay


def find_day_headings(lines: Sequence[Line]) -> list[DayHeading]:
    """The lines that name one day and hardly anything else."""
    found = []
    for index, line in enumerate(lines):
        days = find_days(line.text)
        if len({(day.day, day.month, day.weekday) for day in days}) == 1 and is_day_heading(line.text):
            found.append(DayHeading(index, join_lines([line]), days[0]))
    return found


def is_day_heading(text: str) -> bool:
    """Whether a text is a day with at most a half day, a number or « journée » beside it.

    Example: « Mercredi 28 septembre matin » is; « Le 28 septembre, la ville … » is not.
    """
    days = find_days(text)
    if not days or find_hours(text):
        return False
    rest = text
    for day in reversed(days):
        rest = rest[: day.start_offset] + " " + rest[day.end_offset :]
    return not _DAY_REST.sub("", rest).strip()
