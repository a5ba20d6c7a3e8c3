"""Document to items: boundaries from the structure the document shows, then the parts of each item."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.anchors import Anchor, DayHeading, find_anchors, find_day_headings, is_day_heading
from pipeline.blocks import Setting, column_of
from pipeline.cards import Card, find_cards
from pipeline.days import find_days
from pipeline.document import Document, Finding, Kind, Line, Outline, Passage, Segment
from pipeline.index_pages import Entry, read_index, reconcile
from pipeline.parts import Parts, split_parts
from pipeline.passages import cut, join_lines, words_of
from pipeline.source import Source
from pipeline.structure import Look, Order, Structure, body_look, find_structure, group_titles
from pipeline.times import find_half_day
from pipeline.wording import find_marker, kind_of

# Below this margin over the best other structure a person should look.
SMALL_MARGIN = 0.08
# A document with a single time is a programme only if that time comes with a full day.
MIN_ANCHORS = 2


# What may stand between a weekday and the time behind it: « Samedi de 10h à 18h ».
_AROUND_DAY = re.compile(r"[\s,;:–—-]*(?:(?:de|à|dès|entre)\b)?[\s,;:–—-]*$", re.I)


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
    body: Look
    edges: dict[int, float]
    only_day: Passage | None

    def anchors_in(self, start: int, end: int) -> list[Anchor]:
        """The time anchors among the lines from `start` to before `end`."""
        first, last = (bisect_left(self.anchors, spot, key=lambda anchor: anchor.place) for spot in (start, end))
        return self.anchors[first:last]

    def days_in(self, start: int, end: int) -> list[DayHeading]:
        """The day headings among the lines from `start` to before `end`."""
        first, last = (bisect_left(self.days, spot, key=lambda day: day.place) for spot in (start, end))
        return self.days[first:last]


def split_sessions(document: Document, source: Source | None = None) -> Outline:
    """The items of a programme in reading order.

    A document in which times and titles do not pair is refused with the reason, not forced into sessions.
    """
    reading = _read(document, source or Source())
    refusal = _refusal(reading)
    structure = find_structure(reading.lines, reading.anchors, reading.free, reading.body)
    if refusal or structure is None:
        return Outline(segments=(), refusal=refusal or "Les heures imprimées ne vont pas avec des titres.")
    segments: list[Segment] = []
    for start, end in _boundaries(reading, structure):
        found = _segments(reading, structure, start, end)
        anchors = reading.anchors_in(start, end)
        if not found and anchors and segments:
            # A time without a title is a second time of the item before it.
            segments[-1] = _with_finding(segments[-1], _several_hours(anchors))
        segments += found
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
    return _Reading(
        lines,
        anchors,
        days,
        free,
        pages,
        entries,
        words_of(document),
        body_look(lines),
        _edges(lines),
        _only_day(lines),
    )


def _edges(lines: Sequence[Line]) -> dict[int, float]:
    """How far to the right the lines reach that begin in each column."""
    edges: dict[int, float] = {}
    for line in lines:
        edges[column_of(line)] = max(line.box.x1, edges.get(column_of(line), 0.0))
    return edges


def _is_half_day(text: str) -> bool:
    """« MATIN » or « Après-midi » alone on a line: a heading of the programme, no title."""
    return len(text) < 16 and find_half_day(text) is not None


def _day_in_furniture(furniture: Sequence[Line]) -> Passage | None:
    for line in furniture:
        days = find_days(line.text)
        if len(days) == 1 and days[0].day is not None:
            passage = join_lines([line])
            whole = is_day_heading(line.text)
            return passage if whole else cut(passage, days[0].start_offset, days[0].end_offset)
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
    """Where items begin and end: at titles or at times, and at breaks, which have a time but no look of titles."""
    if structure.order is Order.TITLE_FIRST and structure.look is not None:
        titles = [group[0] for group in group_titles(reading.lines, reading.free, structure.look)]
        starts = sorted({*titles, *_break_starts(reading, titles)})
    else:
        starts = [anchor.place for anchor in reading.anchors]
    return list(pairwise([*starts, len(reading.lines)]))


def _break_starts(reading: _Reading, titles: Sequence[int]) -> list[int]:
    """Where a second time between two titles has words of its own: « Pause » above it, or text on its line."""
    found = []
    for start, end in pairwise([*titles, len(reading.lines)]):
        for anchor in reading.anchors_in(start, end)[1:]:
            above = anchor.place - 1
            if anchor.rest is not None or anchor.lead is not None:
                found.append(anchor.place)
            elif above in reading.free and kind_of(reading.lines[above].text) is not Kind.SESSION:
                found.append(above)
    return found


def _segments(reading: _Reading, structure: Structure, start: int, end: int) -> list[Segment]:
    """The item in `lines[start:end]`, and after it the cards it holds; nothing if it is a mere heading."""
    anchors = reading.anchors_in(start, end)
    skipped = {day.place for day in reading.days_in(start, end)}
    setting = Setting(structure.look, reading.body.size, reading.vocabulary, reading.edges)
    parts = split_parts(reading.lines, start, end, anchors, setting, skipped)
    if parts is None:
        return []
    inside = [reading.lines[index] for index in range(start, end) if index not in skipped]
    rest = _left_over(inside, parts, anchors)
    cards = find_cards(rest, reading.body, reading.vocabulary) if len(anchors) == 1 else []
    if cards:
        taken = {id(line) for card in cards for line in card.lines}
        skipped |= {index for index in range(start, end) if id(reading.lines[index]) in taken}
        parts = split_parts(reading.lines, start, end, anchors, setting, skipped) or parts
    if not anchors and not parts.blocks and not parts.body:
        return []  # a heading between sessions, not a session
    pages = sorted({line.page for line in _used(reading.lines[start:end], parts)} | {reading.lines[start].page})
    findings = [_several_hours(anchors)] if len(anchors) > 1 else []
    if structure.look and structure.order is Order.TIME_FIRST:
        free = {index for index in range(start, end) if index in reading.free and index not in skipped}
        others = group_titles(reading.lines, free, structure.look)[1:]
        findings += [_other_title(reading.lines[group[0]]) for group in others]
    segment = Segment(
        pages=tuple(pages),
        kind=kind_of(parts.title.text) if not parts.blocks else Kind.SESSION,
        title=parts.title,
        subtitle=parts.subtitle,
        body=parts.body,
        blocks=parts.blocks,
        day=_day_of(reading, start, anchors, pages[0]),
        hours=_hours_of(anchors),
        room=parts.room,
        printed_page=reading.pages[pages[0]].label,
        method=_method(structure),
        findings=tuple(findings),
    )
    return [segment, *(_card_segment(segment, card) for card in cards)]


def _card_segment(parent: Segment, card: Card) -> Segment:
    """A card: an item of its own at the time of the item it stands in."""
    return Segment(
        pages=(card.lines[0].page,),
        kind=kind_of(card.title.text),
        title=card.title,
        day=parent.day,
        hours=parent.hours,
        track=card.track,
        printed_page=parent.printed_page,
        method=f"carte sous une heure commune ; {parent.method}",
    )


def _hours_of(anchors: Sequence[Anchor]) -> Passage | None:
    if not anchors:
        return None
    hours = anchors[0].hours
    return cut(anchors[0].passage, hours.start_offset, hours.end_offset)


def _left_over(lines: Sequence[Line], parts: Parts, anchors: Sequence[Anchor]) -> list[Line]:
    """The lines of an item that are neither its title nor its time."""
    used = {(piece.line.page, piece.line.rank) for piece in parts.title.pieces}
    used |= {(line.page, line.rank) for anchor in anchors for line in anchor.lines}
    return [line for line in lines if (line.page, line.rank) not in used]


def _used(lines: Sequence[Line], parts: Parts) -> list[Line]:
    """The lines that went into a part: a stray line on a later page does not stretch the session over it."""
    passages = [parts.title, *parts.body, *(block.passage for block in parts.blocks)]
    ranks = {(piece.line.page, piece.line.rank) for passage in passages for piece in passage.pieces}
    return [line for line in lines if (line.page, line.rank) in ranks]


def _other_title(line: Line) -> Finding:
    return Finding(code="titres_sous_une_heure", page=line.page, subject=line.text)


def _with_finding(segment: Segment, finding: Finding) -> Segment:
    return segment.model_copy(update={"findings": (*segment.findings, finding)})


def _several_hours(anchors: Sequence[Anchor]) -> Finding:
    printed = " / ".join(" ".join(anchor.passage.text.split()) for anchor in anchors)
    return Finding(code="plusieurs_heures", page=anchors[0].lines[0].page, subject=printed)


def _day_of(reading: _Reading, start: int, anchors: Sequence[Anchor], page: int) -> Passage | None:
    """The day beside the time, in the furniture of the page, in the heading before, or the only one printed."""
    for anchor in anchors[:1]:
        lead = _AROUND_DAY.sub("", anchor.passage.text[: anchor.hours.start_offset])
        days = find_days(anchor.passage.text[: anchor.rest]) or find_days(lead)
        if days:
            return cut(anchor.passage, days[0].start_offset, days[0].end_offset)
    if reading.pages[page].day is not None:
        return reading.pages[page].day
    before = reading.days_in(0, max(start + 1, anchors[0].place if anchors else 0))
    return before[-1].passage if before else reading.only_day


def _only_day(lines: Sequence[Line]) -> Passage | None:
    """The day of a document that prints exactly one, wherever that is."""
    found: dict[tuple[int | None, int | None], Passage] = {}
    for line in lines:
        for day in find_days(line.text):
            if day.day is not None and day.month is not None:
                found.setdefault((day.day, day.month), cut(join_lines([line]), day.start_offset, day.end_offset))
    return next(iter(found.values())) if len(found) == 1 else None


def _method(structure: Structure) -> str:
    look = f"style récurrent ({structure.look})" if isinstance(structure.look, Look) else "texte qui suit l'heure"
    return f"{structure.order} ; titre : {look} ; accord {structure.score:.2f}"
