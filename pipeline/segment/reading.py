"""The lines of a document and what each is: time, day, text that may be a title, item of a grid."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.document import Box, Cell, Document, Line, Passage
from pipeline.lexicon import Rows
from pipeline.page.format_labels import is_level
from pipeline.page.leading import usual_leading
from pipeline.page.look import Look
from pipeline.page.passages import cut, join_lines, words_of
from pipeline.segment.all_day import with_all_day
from pipeline.segment.anchor import Anchor
from pipeline.segment.anchors import find_anchors
from pipeline.segment.capital_titles import with_capitals_told
from pipeline.segment.cards import boxed_lines, framed_boxes, theme_looks
from pipeline.segment.column_edges import column_edges
from pipeline.segment.continued_days import columns_over_pages
from pipeline.segment.cut_lines import parts_at_styles
from pipeline.segment.dated_items import common_hours, day_anchors, with_own_hours
from pipeline.segment.day_headings import DayHeading, find_day_headings
from pipeline.segment.day_places import (
    day_around,
    day_beside,
    day_in_furniture,
    days_of_headings,
    framed_day,
    heading_over,
    only_day,
)
from pipeline.segment.epilogue import end_of_programme, heads_of_panels, lines_of_panels
from pipeline.segment.event_hours import without_event_hours, without_office_hours
from pipeline.segment.format_lines import format_labels
from pipeline.segment.free_lines import free_lines
from pipeline.segment.grids.items import GridItem
from pipeline.segment.hour_lines import places_behind_hours, titles_behind_rooms
from pipeline.segment.index_pages import Entry, below_index, read_index
from pipeline.segment.place_lines import find_place_look, find_place_signs, places_below_hours
from pipeline.segment.repeated_tracks import below_hours, cell_tracks, repeated_tracks
from pipeline.segment.room_headings import RoomHeading, find_room_headings, room_heading_over
from pipeline.segment.setting import Setting
from pipeline.segment.stretches import Stretch, days_over_pages, split_pages
from pipeline.segment.structure import body_look
from pipeline.segment.titles_over_hours import with_titles_above
from pipeline.source import Source, TitleStyle
from pipeline.times.days import find_days
from pipeline.wording import is_room

# A document with a single time is a programme only if that time comes with a full day.
MIN_ANCHORS = 2


class Frame(NamedTuple):
    """What frames the text of a page: its printed number, the day in its header or footer, its cells."""

    label: str | None
    day: Passage | None
    cells: tuple[Cell, ...] = ()


class Chunk(NamedTuple):
    """An item that stands in a grid: `lines[start:end]` are those of its cell."""

    start: int
    end: int
    item: GridItem


class Reading(NamedTuple):
    """The lines of a document in reading order and what each of them is.

    `anchors` and `free` tell of the text outside grids only; `chunks` are the items inside.
    """

    lines: list[Line]
    stretches: list[Stretch]
    chunks: list[Chunk]
    anchors: list[Anchor]
    days: list[DayHeading]
    free: set[int]
    frames: dict[int, Frame]
    entries: list[Entry]
    vocabulary: frozenset[str]
    body: Look
    edges: dict[int, float]
    only_day: Passage | None
    markers: Rows
    leading: float
    boxes: dict[int, tuple[Box, ...]]
    themes: frozenset[Look]
    tracks: frozenset[int]
    cell_tracks: frozenset[str]
    common_hours: Passage | None
    rooms: list[RoomHeading]
    places_behind_hours: bool
    titles_behind_rooms: bool
    place_look: Look | None
    places_below_hours: bool
    place_signs: frozenset[str]

    def setting(self, look: Look | TitleStyle | None) -> Setting:
        """How the document sets its text, with the look of titles."""
        return Setting(
            look,
            self.body,
            self.vocabulary,
            self.edges,
            self.markers,
            self.leading,
            self.places_behind_hours,
            self.titles_behind_rooms,
            self.place_look,
            self.places_below_hours,
            self.place_signs,
        )

    def anchors_in(self, start: int, end: int) -> list[Anchor]:
        """The time anchors among the lines from `start` to before `end`."""
        first, last = (bisect_left(self.anchors, spot, key=lambda anchor: anchor.place) for spot in (start, end))
        return self.anchors[first:last]

    def days_in(self, start: int, end: int) -> list[DayHeading]:
        """The day headings among the lines from `start` to before `end`."""
        first, last = (bisect_left(self.days, spot, key=lambda day: day.place) for spot in (start, end))
        return self.days[first:last]

    def headings_in(self, start: int, end: int) -> set[int]:
        """The places of the headings of days and rooms among the lines from `start` to before `end`."""
        over = [heading for heading in self.rooms if start <= heading.place < end]
        rooms = {heading.place + below for heading in over for below in range(heading.height)}
        days = {day.place - above for day in self.days_in(start, end) for above in range(len(day.passage.pieces))}
        return rooms | {place for place in days if place >= start}

    def room_over(self, place: int) -> Passage | None:
        """The room in the last heading above a line, unless a day begins between them."""
        room = room_heading_over(self.rooms, self.lines, place)
        return room.passage if room and (room.over_days or not self.days_in(room.place, place)) else None

    def track_at(self, anchors: Sequence[Anchor], start: int) -> Passage | None:
        """The track printed right above or below the time of an item and its room, or with which it begins."""
        around = [place for anchor in anchors[:1] for place in (anchor.place - 1, anchor.place + len(anchor.lines))]
        around += [
            place + 1 for place in around[1:] if place < len(self.lines) and self._is_room_of(anchors[0], place)
        ]
        around.append(start)
        return next((join_lines([self.lines[place]]) for place in around if place in self.tracks), None)

    def _is_room_of(self, anchor: Anchor, place: int) -> bool:
        """Whether a line below a time is its room: by its words, or by its place on the row of the time."""
        return is_room(self.lines[place].text) or is_level(anchor.lines[-1], self.lines[place])

    def _is_before_days(self, page: int) -> bool:
        """Whether a page stands before the first heading of a day that has items below it."""
        first = self.days[0] if self.days else None
        if first is None or first.line.page <= page:
            return False
        return any(spot > first.place for spot in (*(a.place for a in self.anchors), *(c.start for c in self.chunks)))

    def day_of(self, start: int, anchors: Sequence[Anchor], page: int) -> Passage | None:
        """The day beside the time, in the heading over it, in the furniture of its page, or the only one printed."""
        beside = day_beside(anchors[0]) if anchors else None
        if beside is not None:
            return beside
        line = anchors[0].lines[0] if anchors else self.lines[start]
        before = max(start + 1, anchors[0].place if anchors else 0)
        heading = heading_over(self.days, line, before)
        framed = framed_day({number: frame.day for number, frame in self.frames.items()}, page, heading, self.days)
        if framed is not None or heading is not None:
            return framed or (heading.passage if heading else None)
        if self.only_day is not None:
            return None if self._is_before_days(page) else self.only_day
        timed = anchors[0] if anchors else None
        return day_around(self.anchors, self.lines[start], timed.place if timed else start, timed)


def read_lines(document: Document, source: Source) -> Reading:
    """What the lines of a document are, without the pages the sidecar leaves out and those of an index."""
    known = days_of_headings([line for page in document.pages for line in (*page.furniture, *page.lines)])
    pages = [page for page in document.pages if page.number not in source.skipped_pages]
    frames = {page.number: Frame(page.label, day_in_furniture(page.furniture, known), page.cells) for page in pages}
    listed = {page.number: read_index(page) for page in pages}
    entries = [entry for found in listed.values() for entry in found]
    told = [below_index(page) if listed[page.number] else page for page in pages]
    stretches = split_pages([page for page in told if page.lines])
    framed = [number for number, frame in frames.items() if frame.day]
    stretches = columns_over_pages(days_over_pages(stretches, framed))
    return _reading(_without_panels(stretches), frames, entries, words_of(document), source.markers.rows)


def _without_panels(stretches: list[Stretch]) -> list[Stretch]:
    """The stretches without columns of practical information and the like between those of items."""
    flow = [stretch for stretch in stretches if stretch.item is None]
    lines = [line for stretch in flow for line in stretch.lines]
    heads = heads_of_panels(lines)
    if not heads:
        return stretches
    anchors = without_office_hours(lines, _flow_anchors(lines, set(range(len(lines)))))
    other = {id(lines[place]) for place in lines_of_panels(lines, heads, anchors)}
    return [
        stretch._replace(lines=tuple(line for line in stretch.lines if id(line) not in other))
        for stretch in stretches
    ]


def cut_at_styles(reading: Reading, look: Look | None = None, anew: bool = False) -> Reading:
    """The same text with its lines cut where their style changes; only around one look where it is given.

    A title may share its lines with other text: « Prénom Nom – **Titre** », « **Titre** Salle 2 ». Where nothing is
    cut the reading itself is given back, unless its stretches are new.
    """
    stretches = [
        stretch
        if stretch.item is not None
        else Stretch(tuple(part for line in stretch.lines for part in parts_at_styles(line, look, reading.markers)))
        for stretch in reading.stretches
    ]
    uncut = all(
        len(cut_up.lines) == len(told.lines) for cut_up, told in zip(stretches, reading.stretches, strict=True)
    )
    if uncut and not anew:
        return reading
    return _reading(stretches, reading.frames, reading.entries, reading.vocabulary, reading.markers)


def told_by_capitals(reading: Reading) -> Reading:
    """The same text with what is in capitals outside grids, in the letters of the text, set apart and cut off."""
    body, stretches = reading.body, []
    for stretch in reading.stretches:
        lines = stretch.lines if stretch.item is not None else tuple(with_capitals_told(stretch.lines, body))
        stretches.append(stretch._replace(lines=lines))
    return cut_at_styles(reading._replace(stretches=stretches), body._replace(capitals=True), anew=True)


def with_lines_moved(reading: Reading, behind: Mapping[int, Sequence[int]]) -> Reading:
    """The same text with lines moved behind others, both outside grids; the reading itself where none is."""
    if not behind:
        return reading
    moved = {place for places in behind.values() for place in places}
    lines = [line for stretch in reading.stretches for line in stretch.lines]
    stretches, first = [], 0
    for stretch in reading.stretches:
        order: list[int] = []
        for place in range(first, first + len(stretch.lines)):
            order += [] if place in moved else [place, *behind.get(place, ())]
        stretches.append(stretch._replace(lines=tuple(lines[place] for place in order)))
        first += len(stretch.lines)
    return _reading(stretches, reading.frames, reading.entries, reading.vocabulary, reading.markers)


def _reading(
    stretches: list[Stretch],
    frames: dict[int, Frame],
    entries: list[Entry],
    vocabulary: frozenset[str],
    markers: Rows,
) -> Reading:
    boxes = {number: framed_boxes(frame.cells) for number, frame in frames.items()}
    lines: list[Line] = []
    chunks: list[Chunk] = []
    flow: set[int] = set()
    for stretch in stretches:
        start = len(lines)
        lines += stretch.lines
        if stretch.item is not None:
            chunks.append(Chunk(start, len(lines), stretch.item))
        else:
            flow |= set(range(start, len(lines)))
    anchors = without_office_hours(lines, _flow_anchors(lines, flow))
    dated = with_own_hours(day_anchors(lines, flow), anchors) if not chunks else []
    held = [chunk.item.hours for chunk in chunks if chunk.item.hours]
    anchors = without_event_hours(dated or anchors, held, chunks[0].start if chunks else 0)
    end, leading = end_of_programme(lines, anchors, flow, body_look(lines)), usual_leading(lines)
    lines, flow = lines[:end], {index for index in flow if index < end}
    anchors = [anchor for anchor in anchors if anchor.place < end]
    days = find_day_headings(lines, {chunk.start for chunk in chunks if chunk.item.hours})
    body = body_look(lines)
    rooms = find_room_headings(lines, anchors, days, flow, body, _timed(chunks, end))
    taken = _told(anchors, days, rooms)
    free = free_lines(lines, flow - taken, markers, over={anchor.place - 1 for anchor in anchors})
    cells = [below for chunk in chunks for below in below_hours(chunk.item.lines)]
    named = cell_tracks([*cells, *boxed_lines([lines[index] for index in sorted(flow)], boxes)])
    tracks = repeated_tracks(lines, anchors, free, named) | format_labels(lines, free, anchors)
    return Reading(
        lines,
        stretches,
        chunks,
        anchors,
        days,
        free - tracks,
        frames,
        entries,
        vocabulary,
        body,
        column_edges(lines, {number: [cell.box for cell in frame.cells] for number, frame in frames.items()}),
        only_day(lines, min((*(a.place for a in anchors), *(c.start for c in chunks)), default=None)),
        markers,
        leading,
        boxes,
        theme_looks(boxed_lines(lines, boxes)),
        tracks,
        named,
        common_hours(lines, dated),
        rooms,
        places_behind_hours(anchors),
        titles_behind_rooms(anchors),
        find_place_look(lines, anchors, days, flow, body),
        places_below_hours(lines, anchors, flow - taken),
        find_place_signs(lines, flow),
    )


def _timed(chunks: Sequence[Chunk], end: int) -> set[int]:
    """Where the items of tables that have hours begin, up to the end of the programme."""
    return {chunk.start for chunk in chunks if chunk.item.hours and chunk.start < end}


def _told(anchors: Sequence[Anchor], days: Sequence[DayHeading], rooms: Sequence[RoomHeading]) -> set[int]:
    """The lines of times and of the headings of days and rooms."""
    hours = {index for anchor in anchors for index in range(anchor.place, anchor.place + len(anchor.lines))}
    return hours | {day.place for day in days} | {room.place + n for room in rooms for n in range(room.height)}


def _flow_anchors(lines: Sequence[Line], flow: set[int]) -> list[Anchor]:
    """The time anchors of the text outside grids; none reaches over a grid."""
    ordered = sorted(flow)
    open_lines = [lines[index] for index in ordered]
    found = with_titles_above(with_all_day(find_anchors(open_lines), open_lines), open_lines)
    return [anchor._replace(place=ordered[anchor.place]) for anchor in found]


def find_refusal(reading: Reading) -> str | None:
    """Why the document is no programme, or None."""
    timed = sum(chunk.item.hours is not None for chunk in reading.chunks)
    if timed >= MIN_ANCHORS:
        return None
    if not reading.anchors:
        return "Aucune heure imprimée ne se détache du texte."
    ranges = sum(anchor.hours.end is not None for anchor in reading.anchors)
    dated = any(find_days(anchor.passage.text) for anchor in reading.anchors)
    if len(reading.anchors) < MIN_ANCHORS and not (ranges and dated):
        return "Une seule heure imprimée, sans jour : ce n'est pas un programme."
    return None


def hours_of(anchors: Sequence[Anchor]) -> Passage | None:
    """The words of the time of the first anchor."""
    if not anchors:
        return None
    hours = anchors[0].hours
    if hours.start is None and hours.end is None and not hours.problem:
        return None  # a day alone announces the item
    return cut(anchors[0].passage, hours.start_offset, hours.end_offset)


def until_of(anchors: Sequence[Anchor]) -> Passage | None:
    """The end of the first anchor where it is printed by itself."""
    return anchors[0].until if anchors else None
