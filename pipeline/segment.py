"""Document to items: boundaries from the structure the document shows, then the parts of each item."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.anchors import Anchor, DayHeading, find_anchors, find_day_headings
from pipeline.days import find_days
from pipeline.document import Document, Finding, Kind, Line, Outline, Passage, Segment
from pipeline.index_pages import Entry, read_index, reconcile
from pipeline.parts import Parts, split_parts
from pipeline.passages import cut, join_lines, words_of
from pipeline.source import Source
from pipeline.structure import Look, Order, Structure, find_structure, group_titles
from pipeline.times import find_half_day
from pipeline.wording import find_marker, kind_of

# Below this margin over the best other structure a person should look.
SMALL_MARGIN = 0.08
# A document with a single time is a programme only if that time comes with a full day.
MIN_ANCHORS = 2


class _Page(NamedTuple):
    label: str | None
    day: Passage | None


class _Reading(NamedTuple):
    """The lines of a document in reading order and what each of them is."""

    lines: list[Line]
    anchors: list[Anchor]
    days: list[DayHeading]
    free: set[int]
    pages: dict[int, _Page]
    entries: list[Entry]
    vocabulary: frozenset[str]


def split_sessions(document: Document, source: Source | None = None) -> Outline:
    """The items of a programme in reading order.

    A document in which times and titles do not pair is refused with the reason, not forced into sessions.
    """
    reading = _read(document, source or Source())
    refusal = _refusal(reading)
    structure = find_structure(reading.lines, reading.anchors, reading.free)
    if refusal or structure is None:
        return Outline(segments=(), refusal=refusal or "Les heures imprimées ne vont pas avec des titres.")
    segments = [
        segment
        for start, end in _boundaries(reading, structure)
        if (segment := _segment(reading, structure, start, end)) is not None
    ]
    if not segments:
        return Outline(segments=(), refusal="Aucun titre ne va avec les heures imprimées.")
    segments, findings = reconcile(reading.entries, segments)
    if structure.margin < SMALL_MARGIN:
        findings.append(Finding(code="structure_incertaine", page=None, subject=f"{structure.margin:.2f}"))
    return Outline(segments=tuple(segments), hours_printed=len(reading.anchors), findings=tuple(findings))


def _read(document: Document, source: Source) -> _Reading:
    lines: list[Line] = []
    entries: list[Entry] = []
    pages: dict[int, _Page] = {}
    for page in document.pages:
        if page.number in source.skipped_pages:
            continue
        pages[page.number] = _Page(page.label, _day_in_furniture(page.furniture))
        found = read_index(page)
        entries += found
        if not found:
            lines += page.lines
    anchors = find_anchors(lines)
    days = find_day_headings(lines)
    taken = {index for anchor in anchors for index in range(anchor.place, anchor.place + len(anchor.lines))}
    taken |= {day.place for day in days}
    free = {
        index
        for index, line in enumerate(lines)
        if index not in taken
        and find_marker(line.text) is None
        and re.search(r"\w", line.text)
        and not _is_half_day(line.text)
    }
    return _Reading(lines, anchors, days, free, pages, entries, words_of(document))


def _is_half_day(text: str) -> bool:
    """« MATIN » or « Après-midi » alone on a line: a heading of the programme, no title."""
    return len(text) < 16 and find_half_day(text) is not None


def _day_in_furniture(furniture: Sequence[Line]) -> Passage | None:
    for line in furniture:
        days = find_days(line.text)
        if len(days) == 1 and days[0].day is not None:
            return cut(join_lines([line]), days[0].start_offset, days[0].end_offset)
    return None


def _refusal(reading: _Reading) -> str | None:
    """Why the document is no programme, or None."""
    if not reading.anchors:
        return "Aucune heure imprimée ne se détache du texte."
    ranges = sum(anchor.hours.end is not None for anchor in reading.anchors)
    dated = any(find_days(anchor.passage.text) for anchor in reading.anchors)
    if len(reading.anchors) < MIN_ANCHORS and not (ranges and dated):
        return "Une seule heure imprimée, sans jour : ce n'est pas un programme."
    return None


def _boundaries(reading: _Reading, structure: Structure) -> list[tuple[int, int]]:
    if structure.order is Order.TITLE_FIRST and structure.look is not None:
        starts = [group[0] for group in group_titles(reading.lines, reading.free, structure.look)]
    else:
        starts = [anchor.place for anchor in reading.anchors]
    return list(zip(starts, [*starts[1:], len(reading.lines)], strict=True))


def _segment(reading: _Reading, structure: Structure, start: int, end: int) -> Segment | None:
    lines = reading.lines[start:end]
    anchors = [anchor for anchor in reading.anchors if start <= anchor.place < end]
    skipped = {day.place for day in reading.days if start <= day.place < end}
    parts = split_parts(reading.lines, start, end, anchors, structure.look, skipped, reading.vocabulary)
    if parts is None:
        return None
    if not anchors and not parts.blocks and not parts.body:
        return None  # a heading between sessions, not a session
    pages = sorted({line.page for line in _used(lines, parts)} | {lines[0].page})
    findings = [] if len(anchors) < 2 else [_several_hours(anchors)]
    return Segment(
        pages=tuple(pages),
        kind=kind_of(parts.title.text) if not parts.blocks else Kind.SESSION,
        title=parts.title,
        subtitle=parts.subtitle,
        body=parts.body,
        blocks=parts.blocks,
        day=_day_of(reading, start, anchors, pages[0]),
        hours=cut(anchors[0].passage, anchors[0].hours.start_offset, anchors[0].hours.end_offset)
        if anchors
        else None,
        room=parts.room,
        printed_page=reading.pages[pages[0]].label,
        method=_method(structure),
        findings=tuple(findings),
    )


def _used(lines: Sequence[Line], parts: Parts) -> list[Line]:
    """The lines that went into a part: a stray line on a later page does not stretch the session over it."""
    passages = [parts.title, *parts.body, *(block.passage for block in parts.blocks)]
    ranks = {(piece.line.page, piece.line.rank) for passage in passages for piece in passage.pieces}
    return [line for line in lines if (line.page, line.rank) in ranks]


def _several_hours(anchors: Sequence[Anchor]) -> Finding:
    printed = " / ".join(" ".join(anchor.passage.text.split()) for anchor in anchors)
    return Finding(code="plusieurs_heures", page=anchors[0].lines[0].page, subject=printed)


def _day_of(reading: _Reading, start: int, anchors: Sequence[Anchor], page: int) -> Passage | None:
    """The day beside the time, in the furniture of the page, in the heading before, or the only one printed."""
    for anchor in anchors[:1]:
        days = find_days(anchor.passage.text)
        if days:
            return cut(anchor.passage, days[0].start_offset, days[0].end_offset)
    if reading.pages[page].day is not None:
        return reading.pages[page].day
    before = [day for day in reading.days if day.place <= start or (anchors and day.place < anchors[0].place)]
    if before:
        return before[-1].passage
    return _only_day(reading)


def _only_day(reading: _Reading) -> Passage | None:
    """The day of a document that prints exactly one, wherever that is."""
    found: dict[tuple[int | None, int | None], Passage] = {}
    for line in reading.lines:
        for day in find_days(line.text):
            if day.day is not None and day.month is not None:
                found.setdefault((day.day, day.month), cut(join_lines([line]), day.start_offset, day.end_offset))
    return next(iter(found.values())) if len(found) == 1 else None


def _method(structure: Structure) -> str:
    look = f"style récurrent ({structure.look})" if isinstance(structure.look, Look) else "texte qui suit l'heure"
    return f"{structure.order} ; titre : {look} ; accord {structure.score:.2f}"
