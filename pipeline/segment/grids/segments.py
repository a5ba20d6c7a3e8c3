"""Cells of grids to items: a cell holds one item at the time of its row, or several with times of their own."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.breaks import kind_of
from pipeline.document import Block, Capacity, Kind, Line, Segment
from pipeline.page.look import Look
from pipeline.page.passages import fills, join_lines
from pipeline.segment.anchor import Anchor
from pipeline.segment.anchors import find_anchors
from pipeline.segment.blocks import join_people, split_blocks
from pipeline.segment.cell_titles import further_titles, heads_talks, is_talk
from pipeline.segment.column_edges import column_edges
from pipeline.segment.grids.items import GridItem
from pipeline.segment.marked_talks import is_beside
from pipeline.segment.numbered_authors import joined_with_signs
from pipeline.segment.parts import Parts, split_parts
from pipeline.segment.reading import Reading, hours_of, until_of
from pipeline.segment.repeated_tracks import inner_tracks, track_of_cell
from pipeline.segment.rooms import room_at
from pipeline.segment.setting import SAME_EDGE, Setting
from pipeline.segment.talks import bare
from pipeline.segment.title_rooms import has_room_apart
from pipeline.source import TitleStyle
from pipeline.wording import find_marker, is_room, opens_people, opens_person

# Heads of columns with the bodies of those in the column before.
_BODIES = re.compile(
    r"\W*(?:laboratoires?|affiliations?|[ée]tablissements?|institutions?|organismes?|organisations?|structures?)\b",
    re.I,
)
# A theme above a title is no longer than this.
MAX_TRACK = 80


def grid_segments(reading: Reading, start: int, item: GridItem, look: Look | TitleStyle | None) -> list[Segment]:
    """The items a cell holds: one, or several when times are printed inside it."""
    lines = list(item.lines)
    inner = [anchor for anchor in find_anchors(lines) if not _is_worded(anchor, item.hours)]
    heads = [anchor.place for anchor in inner]
    if len(inner) == 1 and _are_below_title(lines, inner[0], reading, look):
        heads = []
    leads = [place for place in _run_in_heads(lines) if not any(place > head for head in heads)]
    tracked = inner_tracks(lines, reading.cell_tracks) if not inner else []
    edges = sorted({0, *heads, *leads, *tracked, len(lines)}) if lines else [0, 0]
    setting = _setting(reading, look, lines)
    found = []
    for first, end in pairwise(edges):
        own = [anchor for anchor in inner if first <= anchor.place < end][:1]
        inherited = [item.hours._replace(place=-len(lines) - 9)] if item.hours else []
        if lines:
            inherited = [anchor._replace(rest=None, lead=None) for anchor in inherited]
        above = _above_title(lines[first:end], look) if look and not own else []
        begin = first + sum(len(anchor.lines) for anchor in own if anchor.place == first and anchor.rest is None)
        above = above or lines[begin : begin + track_of_cell(lines[begin:end], reading.cell_tracks)]
        over = {place for place in range(first, end) if any(lines[place] is line for line in above)}
        parts = split_parts(lines, first, end, own or inherited, setting, over)
        if parts is None:
            continue
        starts = further_titles(lines, parts.title, end, reading.body)
        if starts:
            parts = split_parts(lines, first, starts[0], own or inherited, setting, over) or parts
        segment = _grid_segment(reading, start, item, parts, own or inherited, not own)
        track = {"track": join_lines(above, one_paragraph=True)} if above else {}
        found.append(segment.model_copy(update=track))
        within = heads_talks(lines, parts.title, starts, end)
        for begin, stop in pairwise([*starts, end]):
            found += _further(reading, segment, item, lines[begin:stop], within)
    return found


def _are_below_title(lines: Sequence[Line], hours: Anchor, reading: Reading, look: Look | TitleStyle | None) -> bool:
    """Whether the only hours in a cell stand alone below its title, and nothing below them is one.

    « Habiter la rive » over « 14h – 16h » over « Animation : Léa Durand ».
    """
    alone = hours.place > 0 and hours.rest is None and hours.lead is None
    return alone and split_parts(lines, hours.place, len(lines), [hours], reading.setting(look), set()) is None


def _setting(reading: Reading, look: Look | TitleStyle | None, lines: Sequence[Line]) -> Setting:
    """How the text of a cell is set: it ends with its cell, though others that begin there reach over several.

    Lines set in the middle of a cell leave room at both sides, and tell nothing of that.
    """
    left = min((line.box.x0 for line in lines), default=0.0)
    if 2 * sum(line.box.x0 - left < SAME_EDGE for line in lines) <= len(lines):
        return reading.setting(look)
    cells = {page: [cell.box for cell in reading.frames[page].cells] for page in {line.page for line in lines}}
    held = [line for line in lines if any(box.holds(line.box) for box in cells[line.page])]
    return reading.setting(look)._replace(edges={**reading.edges, **column_edges(held, cells)})


def _is_worded(anchor: Anchor, hours: Anchor | None) -> bool:
    """Whether hours are said in words in a row with hours in figures: « 20 heures, le journal » is a title."""
    told = hours.passage.text[hours.hours.start_offset : hours.hours.end_offset] if hours else "heure"
    said = anchor.passage.text[anchor.hours.start_offset : anchor.hours.end_offset]
    return "heure" in said.lower() and "heure" not in told.lower()


def _further(reading: Reading, parent: Segment, item: GridItem, lines: Sequence[Line], within: bool) -> list[Segment]:
    """The item of a further title in a cell: beside the first at the same time, or a talk in it (`within`)."""
    parts = split_parts(lines, 0, len(lines), [], _setting(reading, None, lines), set())
    if parts is None:
        return []
    title = bare(parts.title)
    first = parent.title.pieces[0].line
    beside = not within and not is_talk(lines[0], first) and is_beside(parent, title, parts.room)
    # A place behind its title is the room when that recurs, which is told of the whole document later.
    shared = None if has_room_apart(title.pieces[-1].line) else parent.room
    room = parts.room or room_at(item.rooms, title.pieces[0].line.box.y0) or shared
    return [
        parent.model_copy(
            update={
                "pages": (title.pieces[0].line.page,),
                "kind": kind_of(title.text),
                "title": title,
                "subtitle": parts.subtitle,
                "body": parts.body,
                "blocks": parts.blocks,
                "room": room,
                "hours": parent.hours if beside else None,
                "until": parent.until if beside else None,
                "method": f"autre titre dans la même case ; {parent.method}",
            }
        )
    ]


def _above_title(lines: Sequence[Line], look: Look | TitleStyle) -> list[Line]:
    """The theme printed above the title of an item: a line or two that name neither people nor a room."""
    first = next((place for place, line in enumerate(lines) if look.fits(line.style)), 0)
    above = list(lines[:first])
    text = " ".join(line.text for line in above)
    if not above or len(text) > MAX_TRACK or opens_people(text) or any(is_room(line.text) for line in above):
        return []
    return above if not any(find_marker(line.text) for line in above) else []


def _grid_segment(
    reading: Reading, start: int, item: GridItem, parts: Parts, anchors: Sequence[Anchor], whole: bool
) -> Segment:
    """One item of a grid; `whole` tells that it has the time of its row, not one of its own."""
    body, blocks = split_blocks(item.text, _setting(reading, None, item.text))
    named = _people_of_row(item, reading) if whole else []
    page = min(piece.line.page for piece in parts.title.pieces)
    pages = {piece.line.page for passage in (parts.title, *parts.body) for piece in passage.pieces}
    blocks = (*parts.blocks, *blocks, *named)
    return Segment(
        pages=tuple(sorted(pages)),
        kind=kind_of(parts.title.text) if not blocks else Kind.SESSION,
        title=parts.title,
        subtitle=parts.subtitle,
        body=(*parts.body, *(body if whole else ())),
        blocks=blocks,
        day=item.day or reading.day_of(start, anchors, page),
        hours=hours_of(anchors),
        until=hours_of([item.until]) if whole and item.until else until_of(anchors),
        room=parts.room or room_at(item.rooms, parts.title.pieces[0].line.box.y0) or reading.room_over(start),
        track=item.track,
        printed_page=reading.frames[page].label,
        method=item.method,
    )


def _people_of_row(item: GridItem, reading: Reading) -> list[Block]:
    """The people of a row; the bodies of a column of their own stand behind them, « Léa Durand », « Canal Sud »."""
    found: list[Block] = []
    for people in item.people:
        blocks = _listed_people(people, reading)
        head = " ".join(line.text for line in people[1])
        if found and len(blocks) == 1 and _BODIES.match(head) and not _BODIES.match(found[-1].marker):
            told = joined_with_signs([found[-1].passage, " (", blocks[0].passage, ")"])
            found[-1] = found[-1].model_copy(update={"passage": told})
        else:
            found += blocks
    return found


def _listed_people(people: tuple[Capacity, tuple[Line, ...], tuple[Line, ...]], reading: Reading) -> list[Block]:
    """The people of a cell in a column of people; markers inside the cell tell more than the head."""
    capacity, head, lines = people
    setting = _setting(reading, None, lines)
    marker = " ".join(line.text for line in head)
    if not any(find_marker(line.text, setting.markers) for line in lines):
        return [Block(capacity=capacity, marker=marker, passage=join_people(lines, setting))]
    body, blocks = split_blocks(lines, setting)
    return [*(Block(capacity=capacity, marker=marker, passage=passage) for passage in body), *blocks]


def _run_in_heads(lines: Sequence[Line]) -> list[int]:
    """The lines at which items begin that open with a bold word or two: « **Atelier** de reliure ».

    At least two lines must, the first among them, none of them bold as a whole: lines of one bold title are no heads.
    Nor are people below a title, set as it is or otherwise; where the first opens with somebody, others may too.
    """
    people = bool(lines) and opens_person(lines[0].text)
    found = [
        index
        for index, line in enumerate(lines)
        if len(line.spans) > 1
        and line.spans[0].style.bold
        and line.spans[0].style == lines[0].spans[0].style
        and not line.spans[-1].style.bold
        and line.text[:1].isupper()
        and (people or not opens_person(line.text))
        and (index == 0 or not fills(lines[index - 1], line, max(other.box.x1 for other in lines)))
    ]
    return found if len(found) > 1 and found[0] == 0 else []
