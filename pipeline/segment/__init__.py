"""Document to items: boundaries from the structure the document shows, then the parts of each item."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from pipeline.breaks import kind_of
from pipeline.document import Block, Capacity, Document, Finding, Kind, Line, Outline, Segment
from pipeline.page.entries import is_listed
from pipeline.page.format_labels import is_level
from pipeline.page.look import Look
from pipeline.page.passages import join_lines
from pipeline.segment.anchor import Anchor
from pipeline.segment.boundaries import boundaries, lead_start
from pipeline.segment.bracketed_rooms import bracketed_rooms
from pipeline.segment.cards import find_cards
from pipeline.segment.chaired_headings import tells_chair, time_beside
from pipeline.segment.epilogue import without_other_matter
from pipeline.segment.framed_items import framed_segments
from pipeline.segment.grids.items import GridItem
from pipeline.segment.grids.segments import grid_segments
from pipeline.segment.grids.title_looks import title_look
from pipeline.segment.headings import split_headings
from pipeline.segment.hours_below_talks import heading_hours
from pipeline.segment.indented_talks import indented_talks, is_inside, parted_inside
from pipeline.segment.index_pages import reconcile
from pipeline.segment.marked_talks import Marks, find_marks, has_more, is_beside, marked_segment, marked_talks
from pipeline.segment.name_cards import goes_on_people
from pipeline.segment.names_in_titles import opens_participants
from pipeline.segment.parts import Parts, split_parts
from pipeline.segment.planned_items import without_planning
from pipeline.segment.reading import (
    Reading,
    cut_at_styles,
    find_refusal,
    hours_of,
    read_lines,
    told_by_capitals,
    until_of,
    with_lines_moved,
)
from pipeline.segment.repeated_items import are_showings, repeated
from pipeline.segment.repeated_tracks import over_title
from pipeline.segment.rooms import places_as_rooms, split_rooms
from pipeline.segment.rooms_behind_people import split_people_rooms
from pipeline.segment.rooms_beside_formats import rooms_beside_formats
from pipeline.segment.rooms_on_rows import rooms_on_rows
from pipeline.segment.session_headings import only_counts
from pipeline.segment.structure import Order, Structure, find_structure, own_titles
from pipeline.segment.talks import bare, split_talks
from pipeline.segment.timed_talks import bracketed_talks, timed_talks
from pipeline.segment.title_codes import without_codes
from pipeline.segment.title_lengths import trim_lengths
from pipeline.segment.title_runs import group_titles
from pipeline.source import Source, TitleStyle
from pipeline.wording import find_marker, find_prose_markers, is_room

# Below this margin over the best other structure a person should look.
SMALL_MARGIN = 0.08
# Cutting lines where their style changes must explain the document so much better to be worth it.
CUT_GAIN = 0.04


def split_sessions(document: Document, source: Source | None = None) -> Outline:
    """The items of a programme in reading order.

    A document in which times and titles do not pair is refused with the reason, not forced into sessions.
    """
    source = source or Source()
    reading, structure = _understand(read_lines(document, source), source)
    refusal = find_refusal(reading)
    if refusal or (structure is None and not reading.chunks):
        return Outline(segments=(), refusal=refusal or "Les heures imprimées ne vont pas avec des titres.")
    segments: list[Segment] = []
    told = source.titles if source.titles and _is_seen(source.titles, reading) else None
    look = told or title_look([chunk.item.lines for chunk in reading.chunks])
    marks = find_marks(reading) if _is_plain(structure) else None
    begun, held = 0, 0  # where the last item begins, and how many there are before it
    for start, end, item in _pieces(reading, structure):
        if item is not None:
            segments += grid_segments(reading, start, item, look)
            held = len(segments)
        elif structure is not None:
            found = _segments(reading, structure, start, end, marks)
            anchors = reading.anchors_in(start, end)
            if not found and anchors and segments:
                # A time without a title is a second time of the item before it, whose text goes on below.
                whole = _segments(reading, structure, begun, end, marks) if segments[held:] else []
                last = [_with_finding(segments[-1], _several_hours(anchors))]
                segments[held if whole else -1 :] = whole or last
            elif found:
                begun, held = start, len(segments)
            segments += found
    if not segments:
        return Outline(segments=(), refusal="Aucun titre ne va avec les heures imprimées.")
    segments = rooms_on_rows(rooms_beside_formats(trim_lengths(split_talks(segments, reading.lines))))
    headed = split_headings(split_rooms(places_as_rooms(segments)))
    headed = bracketed_rooms(split_people_rooms(split_rooms(headed)))  # again: « Titre (Amphi B) – Léa Durand »
    headed = without_codes(headed)
    segments = [segment for segment in headed if any(char.isalnum() for char in segment.title.text)]
    segments = without_other_matter(segments)
    segments, findings = reconcile(reading.entries, without_planning(segments))
    if structure is not None and structure.margin < SMALL_MARGIN:
        findings.append(Finding(code="structure_incertaine", page=None, subject=f"{structure.margin:.2f}"))
    findings += _hints_without_effect(reading, source)
    printed = len(reading.anchors) + len({id(chunk.item.hours) for chunk in reading.chunks if chunk.item.hours})
    return Outline(segments=tuple(segments), hours_printed=printed, findings=tuple(findings))


def _understand(reading: Reading, source: Source) -> tuple[Reading, Structure | None]:
    """The structure of the document, and its lines cut where titles share them with other text if that tells more."""

    def structure_of(reading: Reading) -> Structure | None:
        shown = reading.lines, reading.anchors, reading.free, reading.body
        return find_structure(*shown, source.titles, reading.tracks, reading.entries)

    def structure_of_cut(cut_up: Reading) -> Structure | None:
        return whole if cut_up is reading else structure_of(cut_up)

    whole = structure_of(reading)
    best, found = reading, whole
    parts = structure_of_cut(cut_at_styles(reading))
    looks = [structure.look for structure in (parts, found) if structure and isinstance(structure.look, Look)]
    for look in dict.fromkeys(looks):
        cut_up = cut_at_styles(reading, look)
        other = structure_of_cut(cut_up)
        gain = CUT_GAIN if found is None or look != found.look else -CUT_GAIN / 2
        if other and other.look == look and (found is None or other.score > found.score + gain):
            best, found = cut_up, other
    if found is None or (found.look is None and found.order is Order.TIME_FIRST):
        cut_up = told_by_capitals(reading)
        other = structure_of(cut_up)
        over = (
            other is not None
            and other.order is Order.TITLE_FIRST
            and isinstance(other.look, Look)
            and other.look.capitals
        )
        if other and over and (found is None or other.score > found.score + CUT_GAIN):
            best, found = cut_up, other
    if found is None or found.look is None or found.order is not Order.TITLE_FIRST:
        return best, found
    titles = own_titles(best.lines, best.anchors, group_titles(best.lines, best.free, found.look))
    return with_lines_moved(best, heading_hours(best.lines, best.anchors, titles)), found


def _pieces(reading: Reading, structure: Structure | None) -> list[tuple[int, int, GridItem | None]]:
    """The stretches of lines that hold an item each, in reading order; text ends where a grid begins."""
    found: list[tuple[int, int, GridItem | None]] = [(chunk.start, chunk.end, chunk.item) for chunk in reading.chunks]
    starts = [chunk.start for chunk in reading.chunks]
    for start, end in boundaries(reading, structure) if structure else []:
        spot = bisect_right(starts, start)
        found.append((start, min(end, starts[spot]) if spot < len(starts) else end, None))
    return sorted(found, key=lambda piece: piece[:2])


def _is_seen(style: TitleStyle, reading: Reading) -> bool:
    """Whether a line that may be a title has a style."""
    held = (line for chunk in reading.chunks for line in chunk.item.lines)
    return any(style.fits(line.style) for line in (*held, *(reading.lines[index] for index in reading.free)))


def _hints_without_effect(reading: Reading, source: Source) -> list[Finding]:
    """What the sidecar tells of the document and no line shows: a slip of the pen, or another document's sidecar."""
    texts = [line.text for line in reading.lines]
    useless = [
        f"marqueur « {row.yes[0]} »"
        for row in reading.markers
        if all(find_marker(text, (row,)) == find_marker(text) for text in texts)
        and not any(find_prose_markers(text, (row,)) != find_prose_markers(text) for text in texts)
    ]
    if source.titles and not _is_seen(source.titles, reading):
        useless.append(f"style de titre « {source.titles} »")
    return [Finding(code="indication_sans_effet", page=None, subject=subject) for subject in useless]


def _is_plain(structure: Structure | None) -> bool:
    """Whether titles are told by nothing but the times before them."""
    return structure is not None and structure.look is None and structure.order is Order.TIME_FIRST


def _segments(
    reading: Reading, structure: Structure, start: int, end: int, marks: Marks | None = None
) -> list[Segment]:
    """The item in `lines[start:end]`, and after it the cards it holds; nothing if it is a mere heading."""
    anchors = reading.anchors_in(start, end)
    skipped = reading.headings_in(start, end) | {i for i in range(start, end) if i in reading.tracks}
    setting = reading.setting(structure.look)
    if (framed := framed_segments(reading, start, end, anchors)) is not None:
        titled = _may_hold_title(reading, range(start, framed.start), anchors)
        return [*(_segments(reading, structure, start, framed.start, marks) if titled else ()), *framed.segments]
    parts = split_parts(reading.lines, start, end, anchors, setting, skipped)
    if parts is None:
        return []
    inside = [reading.lines[index] for index in range(start, end) if index not in skipped]
    rest = _left_over(inside, parts, anchors)
    cards, look = find_cards(rest, reading.body) if len(anchors) == 1 else ([], None)
    if cards:
        taken = {id(line) for card in cards for line in card.lines}
        skipped |= {index for index in range(start, end) if id(reading.lines[index]) in taken}
        parts = split_parts(reading.lines, start, end, anchors, setting, skipped) or parts
    listed = is_listed(reading.lines[start].text) and bool(reading.anchors_in(0, start))
    if not anchors and not parts.blocks and not parts.body and not (listed or tells_chair([parts.title.text])):
        return []  # a heading between sessions, not a session
    marked = [] if cards or not anchors else timed_talks(reading, parts, start, end, skipped)
    starts = [] if cards or marked else _further_titles(reading, structure, start, end, skipped)
    if marks is not None and anchors and not (cards or marked):
        marked = marked_talks(reading, marks, parts, start, end, skipped)
    if not (cards or starts or marked) and anchors and _is_plain(structure):
        marked = indented_talks(reading, parts, start, end, skipped)
    if not (cards or starts or marked) and anchors:
        marked = bracketed_talks(reading, parts, start, end, skipped)
    if starts or marked:
        skipped |= set(range(starts[0] if starts else marked[0].start, end))
        parts = split_parts(reading.lines, start, end, anchors, setting, skipped) or parts
    pages = sorted({line.page for line in _used(reading.lines[start:end], parts)} | {reading.lines[start].page})
    findings = [_several_hours(anchors)] if len(anchors) > 1 and not are_showings(anchors) else []
    segment = Segment(
        pages=tuple(pages),
        # Who chairs what follows may be told over a welcome or a break.
        kind=kind_of(parts.title.text) if all(_is_chair(block) for block in parts.blocks) else Kind.SESSION,
        title=parts.title,
        subtitle=parts.subtitle,
        body=parts.body,
        blocks=parts.blocks,
        day=reading.day_of(start, anchors, pages[0]),
        hours=hours_of(anchors or time_beside(reading, start)) or (reading.common_hours if anchors else None),
        until=until_of(anchors),
        room=parts.room or reading.room_over(anchors[0].place if anchors else end - 1),
        track=parts.track or reading.track_at(anchors, start),
        printed_page=reading.frames[pages[0]].label,
        method=_method(structure),
        findings=tuple(findings),
    )
    talks = [_talk(reading, structure, segment, first, last) for first, last in pairwise([*starts, end])]
    talks += [marked_segment(reading, segment, talk) for talk in marked]
    if anchors and not (talks or cards):
        return repeated(segment, anchors)
    hung = [card._replace(hours=anchors[0], day=segment.day) for card in cards]
    return [segment, *talks, *(part for card in hung for part in grid_segments(reading, start, card, look))]


def _may_hold_title(reading: Reading, places: range, anchors: Sequence[Anchor]) -> bool:
    beside = any(anchor.rest or anchor.lead for anchor in anchors if anchor.place in places)
    return beside or any(index in reading.free for index in places)


def _further_titles(reading: Reading, structure: Structure, start: int, end: int, skipped: set[int]) -> list[int]:
    """Where other titles under the time of an item begin; a heading right before the next time belongs to that.

    What is set further in than the title of the item is no such heading, and more room parts one talk from the next.
    """
    if structure.look is None or structure.order is not Order.TIME_FIRST or not reading.anchors_in(start, end):
        return []
    lines = reading.lines
    free = {index for index in range(start, end) if index in reading.free and index not in skipped}
    first, *others = group_titles(lines, free, structure.look) or [[start]]
    heading = lines[first[0]]
    if others and first[1:] and only_counts(heading.text):
        others = [first[1:], *others]  # « Session 2 », below it the first of its talks
    times = {anchor.place for anchor in reading.anchors_in(start, end)}
    groups = [part for group in others for part in parted_inside(lines, group, heading, reading.leading)]
    return [
        over_title(lines, lead_start(reading, group[0], start + 1), start + 1, reading.tracks)
        for group, after in pairwise([*groups, [end]])
        if not (opens_participants(lines[group[0]].text) or goes_on_people(lines, group[0], times))
        and (
            has_more(reading, group, after[0])
            or after[0] != end
            or is_listed(lines[group[0]].text)
            or is_inside(lines[group[0]], heading)
        )
    ]


def _talk(reading: Reading, structure: Structure, parent: Segment, start: int, end: int) -> Segment:
    """An item under the time of another: side by side with it, or a talk in it whose own time is not printed."""
    setting = reading.setting(structure.look)
    first = next((i for i in range(start, end) if setting.look and setting.look.fits(reading.lines[i].style)), start)
    parts = split_parts(reading.lines, first, end, [], setting, set())
    above = [reading.lines[i] for i in range(start, first) if i in reading.tracks]
    lead = reading.lines[start:first]
    over = [line for line in lead if is_room(line.text) and (above or is_level(line, reading.lines[first]))]
    room = join_lines(over[:1]) if over else (parts and parts.room)
    paragraph = [] if above or over else lead
    people = bare(join_lines(paragraph, reading.vocabulary, one_paragraph=True)) if paragraph else None
    named = (Block(capacity=Capacity.INTERVENTION, marker="", passage=people),) if people and people.text else ()
    title = bare(parts.title if parts else join_lines([reading.lines[first]]))
    beside = is_beside(parent, title, room, is_listed(reading.lines[start].text))
    return parent.model_copy(
        update={
            "pages": (reading.lines[first].page,),
            "kind": kind_of(title.text),
            "title": title,
            "subtitle": parts.subtitle if parts else None,
            "body": parts.body if parts else (),
            "blocks": (*named, *(parts.blocks if parts else ())),
            "room": room or parent.room,
            "track": join_lines(above) if above else (parts and parts.track) or parent.track,
            "hours": parent.hours if beside else None,
            "until": parent.until if beside else None,
            "method": f"autre titre sous la même heure ; {parent.method}",
            "findings": (),
        }
    )


def _is_chair(block: Block) -> bool:
    return block.capacity is Capacity.MODERATION


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


def _with_finding(segment: Segment, finding: Finding) -> Segment:
    return segment.model_copy(update={"findings": (*segment.findings, finding)})


def _several_hours(anchors: Sequence[Anchor]) -> Finding:
    printed = " / ".join(" ".join(anchor.passage.text.split()) for anchor in anchors)
    return Finding(code="plusieurs_heures", page=anchors[0].lines[0].page, subject=printed)


def _method(structure: Structure) -> str:
    look = "texte qui suit l'heure"
    if structure.look is not None:
        look = f"style {'récurrent' if isinstance(structure.look, Look) else 'indiqué'} ({structure.look})"
    return f"{structure.order} ; titre : {look} ; accord {structure.score:.2f}"
