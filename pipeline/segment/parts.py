"""The parts of one item: title, subtitle, room, description, and the blocks that name people."""

import re
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from pipeline.document import Block, Capacity, Line, Passage
from pipeline.page.format_labels import is_over_title, label_of
from pipeline.page.line_ends import ends_open, is_bracket_open
from pipeline.page.passages import cut, cut_line, fills, join_lines, opens_item, same_block
from pipeline.segment.anchor import Anchor
from pipeline.segment.behind_people import behind_people
from pipeline.segment.beside_times import beside_time, said_beside
from pipeline.segment.blocks import split_blocks
from pipeline.segment.closing_quotes import close_quote
from pipeline.segment.credits import ends_credit, ends_people
from pipeline.segment.cut_lines import from_row_start
from pipeline.segment.day_headings import is_half_day, is_month
from pipeline.segment.headings import is_parted, may_part
from pipeline.segment.hour_lines import behind_hours, may_be_place, names_only_place
from pipeline.segment.item_rooms import (
    place_below_hours,
    room_behind_title,
    room_beside,
    room_going_on,
    set_as_places,
)
from pipeline.segment.kickers import find_kicker
from pipeline.segment.names_in_titles import opens_participants
from pipeline.segment.rooms import split_room
from pipeline.segment.run_in_titles import split_run_in
from pipeline.segment.setting import Setting, column_of
from pipeline.segment.speech_titles import (
    announced,
    behind_marker,
    goes_on_there,
    marker_beside,
    named_after_speaker,
    naming_nobody,
)
from pipeline.segment.structure import ends_title_of
from pipeline.segment.subtitles import find_subtitle, split_title
from pipeline.segment.title_lines import (
    first_above,
    is_inside_paragraph,
    paragraph_of,
    run_of,
    stands_out,
    up_to_title,
)
from pipeline.segment.title_rooms import ends_with_room, has_room_apart
from pipeline.segment.title_runs import is_room_beside, is_same_title
from pipeline.segment.trimming import SEPARATORS, trimmed, without_lead
from pipeline.times.hours import is_length
from pipeline.wording import find_formats, find_marker, is_room

# One below the people who give it takes no more than these, or it is text.
MAX_CREDITED_LINES = 3


class Parts(NamedTuple):
    """What the lines of one item were taken for."""

    title: Passage
    subtitle: Passage | None
    room: Passage | None
    body: tuple[Passage, ...]
    blocks: tuple[Block, ...]
    track: Passage | None = None


def split_parts(
    lines: Sequence[Line],
    start: int,
    end: int,
    anchors: Sequence[Anchor],
    setting: Setting,
    skipped: set[int],
) -> Parts | None:
    """The parts of the item that takes `lines[start:end]`, or None if nothing in it can be a title.

    Args:
        lines: the lines of the document in reading order.
        start: first line of the item.
        end: line after its last.
        anchors: the time anchors inside.
        setting: how the document sets its titles and text.
        skipped: lines that belong to no item (day headings).
    """
    taken = skipped | {i for anchor in anchors for i in range(anchor.place, anchor.place + len(anchor.lines))}
    free = [index for index in range(start, end) if index not in taken and not _heads_items(lines[index].text)]
    hours = anchors[0].lines[-1] if anchors else None
    kicker = None if hours and beside_time(anchors[0]) else find_kicker(lines, free, hours, setting.markers)
    free = [index for index in free if index != kicker and not _is_length_under(lines[index], hours)]
    title, used, speakers = _title(lines, free, anchors, setting)
    if title is None:
        return None
    run_in = split_run_in(title) if speakers is None else None
    if run_in:
        title, begun = run_in.title, run_in.rest.box.y0
        used = {index for index in used if lines[index].page == run_in.rest.page and lines[index].box.y0 <= begun}
    last = max(used, default=anchors[0].place if anchors else start)
    free = [index for index in free if index not in used]
    title, lines = _closed(title, lines, free)
    title, lowered = split_title(title)
    subtitle, used = (lowered, set()) if lowered else find_subtitle(lines, free, last, setting)
    free = [index for index in free if index not in used]
    rooms, placed = _places(lines, free, anchors, setting)
    free = [index for index in free if index not in rooms]
    inline = beside_time(anchors[0]) if anchors else None
    labelled = inline and _is_format(inline) and not any(p.line == anchors[0].lines[-1] for p in title.pieces)
    told, said = (None, []) if labelled or speakers is not None else _behind_hours(anchors, title, setting)
    whole, below = room_going_on(anchors, lines, free, setting) if speakers is None else (None, [])
    free = [index for index in free if index not in below]
    ahead = _ahead_of_hours(anchors, title)
    over = [ahead] if ahead and label_of(ahead.text) else [] if kicker is None else [lines[kicker]]
    told_lines = [(index, lines[index]) for index in free]
    told_lines += [(anchors[0].place, ahead)] if ahead and ahead not in over else []
    told_lines += [(last, run_in.rest)] if run_in else []
    body, blocks = split_blocks([*said, *(line for _, line in sorted(told_lines, key=itemgetter(0)))], setting)
    if blocks and blocks[0].marker and is_bracket_open(title.text):
        title = trimmed(cut(title, 0, title.text.rindex("("))) or title  # « Titre (atelier », « animé par … ) »
    if speakers is not None:
        blocks = (Block(capacity=Capacity.INTERVENTION, marker="", passage=speakers), *blocks)
    title, room = split_room(title)
    whole_room = [index for index in rooms[:2] if index == rooms[0] or not is_room(lines[index].text)]
    named = [told] if told else [lines[index] for index in placed or whole_room]
    room = room or whole or room_beside(anchors, title) or (join_lines(named, one_paragraph=True) if named else None)
    track = inline if labelled else join_lines(over) if over else None
    return Parts(title, subtitle, room, body, blocks, track)


def _places(
    lines: Sequence[Line], free: Sequence[int], anchors: Sequence[Anchor], setting: Setting
) -> tuple[list[int], list[int]]:
    """The lines that tell rooms, and those of them that do by where or how they stand, not by their words."""
    told = [index for index in free if is_room(lines[index].text) and not is_inside_paragraph(lines, index, setting)]
    rooms = [place for index in told for place in room_behind_title(lines, index, free, setting)]
    below = place_below_hours(anchors, lines, free, setting)
    placed = below or ([] if rooms else set_as_places(lines, free, setting))
    return [*rooms, *(index for index in placed if index not in rooms)], placed


def _closed(title: Passage, lines: Sequence[Line], free: Sequence[int]) -> tuple[Passage, Sequence[Line]]:
    """The title with the quotation mark that closes it on the line below, and the lines without that mark."""
    closed = close_quote(title, [lines[index] for index in free[:1]])
    if closed is None:
        return title, lines
    return closed.title, [*lines[: free[0]], closed.rest, *lines[free[0] + 1 :]]


def _heads_items(text: str) -> bool:
    """Whether a line names half a day or a month and nothing else; in lower case it may be the end of a paragraph."""
    return (is_half_day(text) or is_month(text)) and text[:1].isupper()


def _behind_hours(anchors: Sequence[Anchor], title: Passage, setting: Setting) -> tuple[Line | None, list[Line]]:
    """The room, or else the text, behind a time on a line that holds nothing of the title and no word of rooms."""
    behind = behind_hours(anchors[0]) if anchors else None
    if behind is None or is_room(behind.text) or any(piece.line == anchors[0].lines[0] for piece in title.pieces):
        return None, []
    return (behind, []) if setting.rooms_behind_hours and may_be_place(behind.text) else (None, [behind])


def _is_length_under(line: Line, hours: Line | None) -> bool:
    """Whether a line tells how long an item is, in the column of its hours: « 9h45 », « 30 min »."""
    return hours is not None and line.box.x0 < hours.box.x1 and line.box.x1 > hours.box.x0 and is_length(line.text)


def _ahead_of_hours(anchors: Sequence[Anchor], title: Passage) -> Line | None:
    """What stands before a time on its line and is no title: people run on to « … et Marc Petit – 10h »."""
    if not anchors or anchors[0].lead is None or len(anchors[0].lines) > 1:
        return None
    line = anchors[0].lines[0]
    if any(piece.line == line for piece in title.pieces):
        return None
    ahead = cut_line(line, len(line.text[: anchors[0].lead].rstrip(SEPARATORS)))[0]
    if is_room(ahead.text) or not re.search(r"\w{2}", ahead.text):
        return None
    # Hours set larger widen the step from the line above.
    return ahead.model_copy(update={"box": ahead.box.model_copy(update={"y0": line.box.y0})})


def _title(
    lines: Sequence[Line], free: Sequence[int], anchors: Sequence[Anchor], setting: Setting
) -> tuple[Passage | None, set[int], Passage | None]:
    """Title, the lines it takes, and the speakers when these stand where a title could."""
    speakers = said = label = None
    broken: list[int] = []
    if (not anchors or beside_time(anchors[0]) is None) and (spoken := named_after_speaker(lines, free, setting)):
        return spoken.title, spoken.lines, spoken.people
    group = _first_group(lines, free, setting)
    if told := behind_people(lines, free, group, setting):
        return told
    if group and not _begins_beside(lines, group, anchors):
        ended = _ended_by_time(lines, group, anchors, setting)
        return ended or _joined(lines, group, setting), set(group), _inline_people(anchors)
    for anchor in anchors[:1]:
        if (inline := beside_time(anchor)) is None:
            continue
        marker = marker_beside(inline.text, setting)
        if marker is not None and not inline.text[marker.rest :].strip():
            if marker.colon:
                continue  # « 10h – 11h Avec : »: the title stands elsewhere
            marker = None  # « 9h50 • Grand témoin »: nobody is named behind it, it is the title
        above = _has_text_above(lines, free, anchor, setting)
        if marker is not None and marker.colon and above:
            continue  # « Les rives », « 10h : Animation : Léa Durand »: the title stands above
        inline, said, label = behind_marker(inline, marker)
        if names_only_place(inline.text, setting, below=any(place > anchor.place for place in free)) or (
            above and anchor.rest and setting.rooms_behind_hours and may_be_place(inline.text)
        ):
            continue  # « 10h – Salle 2 »: the title comes below, or stands above
        if anchor.lead is not None and (first := first_above(lines, free, anchor, setting)) < anchor.place:
            taken = range(first, anchor.place)
            return _up_to_time(lines, taken, anchor, anchor.lead, setting), set(taken), None
        if marker is None and _labels_title(lines, free, anchor, inline):
            continue  # « 10h – 11h : débat »: the title stands right below, larger
        if marker is None:
            inline, broken, titled = said_beside(lines, free, anchor, inline, setting)
            if titled:
                return inline, set(broken), None
            free = [index for index in free if index not in broken]
        speakers = inline
    rest = [i for i in naming_nobody(lines, free, setting) if not is_room(lines[i].text)]
    group = run_of(lines, rest, setting, anchors)
    if group and opens_participants(lines[group[0]].text):
        paragraph = [group[0], *paragraph_of(lines, rest[1:], lines[group[0]], setting)]
        parted = _people(lines, paragraph, setting)
        credit = _credit(lines, rest, setting)
        # « Léa Durand et », « Marc Petit | OUVERTURE », « DU COLLOQUE »: the title begins on a line of people.
        apart = not is_parted(parted) and not (credit > 1 and may_part(parted))
        if apart and speakers is None and (below := _below_credit(lines, rest, credit, setting)):
            return _joined(lines, below, setting), {*rest[:credit], *below}, _people(lines, rest[:credit], setting)
        group = max(group, up_to_title(lines, paragraph, lambda each: _people(lines, each, setting)), key=len)
        if not is_parted(parted) and (heading := _marker_over(lines, free, group[0], setting)) is not None:
            return _joined(lines, [heading], setting), {heading}, speakers
    if not speakers and (not group or goes_on_there(lines, group[0], free)):
        group = announced(lines, free, setting) or group
    if not group:
        named = label if speakers and opens_participants(speakers.text) else None
        return named or said or speakers, set(broken), speakers if named else None
    return _joined(lines, group, setting), {*group, *broken}, speakers


def _ended_by_time(
    lines: Sequence[Line], group: Sequence[int], anchors: Sequence[Anchor], setting: Setting
) -> Passage | None:
    """The title whose last words stand before the time on its line: « **Habiter** » over « **la rive** (9h) »."""
    anchor = anchors[0] if anchors and anchors[0].place == group[-1] + 1 else None
    if anchor is None or anchor.lead is None or setting.look is None:
        return None
    line = anchor.lines[0]
    goes_on = setting.look.fits(line.spans[0].style) and is_same_title(lines[group[-1]], line)
    return _up_to_time(lines, group, anchor, anchor.lead, setting) if goes_on else None


def _up_to_time(
    lines: Sequence[Line], above: Sequence[int], anchor: Anchor, lead: int, setting: Setting
) -> Passage | None:
    """Lines and what stands before a time on the line below them, as one title."""
    whole = join_lines([*(lines[i] for i in above), *anchor.lines], setting.vocabulary, one_paragraph=True)
    return trimmed(cut(whole, 0, len(whole.text) - len(anchor.passage.text) + lead))


def _labels_title(lines: Sequence[Line], free: Sequence[int], anchor: Anchor, inline: Passage) -> bool:
    """Whether what stands beside a time only names a format, over a line that is set as its title.

    With a number it is how the document calls the item: « 10h : Table ronde 1 ».
    """
    below = anchor.place + len(anchor.lines)
    alone = anchor.rest is not None and below in free and _is_format(inline)
    return bool(alone) and is_over_title(anchor.lines[-1], lines[below])


def _is_format(inline: Passage) -> bool:
    return any(inline.text[start:end] == inline.text for start, end, _ in find_formats(inline.text))


def _has_text_above(lines: Sequence[Line], free: Sequence[int], anchor: Anchor, setting: Setting) -> bool:
    """Whether other lines than those that tell who chairs stand above a time in its item."""
    return any(i < anchor.place and find_marker(lines[i].text, setting.markers) is None for i in free)


def _marker_over(lines: Sequence[Line], free: Sequence[int], people: int, setting: Setting) -> int | None:
    """A marker alone over people who would else be the title of an item: « **Grand témoin** », « Léa Durand »."""
    if people - 1 not in free or not same_block(lines[people - 1], lines[people]):
        return None
    line = lines[people - 1]
    marker = find_marker(line.text, setting.markers)
    alone = marker is not None and not marker.colon and not line.text[marker.rest :].strip()
    return people - 1 if alone and stands_out(line, setting) else None


def _joined(lines: Sequence[Line], group: Sequence[int], setting: Setting) -> Passage:
    return without_lead(_people(lines, group, setting))


def _people(lines: Sequence[Line], group: Sequence[int], setting: Setting) -> Passage:
    return join_lines([lines[i] for i in group], setting.vocabulary, one_paragraph=True)


def _credit(lines: Sequence[Line], rest: Sequence[int], setting: Setting) -> int:
    """How many lines the people take that an item begins with: more where a line breaks off in their midst."""
    count = 1
    while count < min(MAX_CREDITED_LINES, len(rest)):
        text, below = _people(lines, rest[:count], setting).text, lines[rest[count]]
        unfinished = ends_open(text) or text.count("(") > text.count(")")
        if not unfinished or not same_block(lines[rest[count - 1]], below):
            break
        count += 1
    return count


def _below_credit(lines: Sequence[Line], rest: Sequence[int], count: int, setting: Setting) -> list[int]:
    """The lines of the title below lines of people that say all of them: « Léa Durand, éclusière », « Titre »."""
    if len(rest) <= count or rest[count] != rest[0] + count:
        return []
    if not same_block(lines[rest[count - 1]], lines[rest[count]]):
        return []
    group = run_of(lines, rest[count:], setting, [])
    text, last = _people(lines, group, setting).text, lines[rest[count - 1]]
    short = len(group) <= MAX_CREDITED_LINES and not text.endswith(".")
    full = fills(last, lines[rest[count]], setting.edges.get(column_of(last), last.box.x1))
    ends = ends_credit if full else ends_people
    return group if short and ends(_people(lines, rest[:count], setting).text, text) else []


def _first_group(lines: Sequence[Line], free: Sequence[int], setting: Setting) -> list[int]:
    """The first run of lines in the look of titles."""
    if (look := setting.look) is None:
        return []
    begun = [i for i in naming_nobody(lines, free, setting) if not is_room_beside(lines, i)]
    alike = [i for i in begun if look.fits(lines[i].style)]
    group = alike[:1]
    # « **Habiter la** », « **rive** *Salle de la Digue* »: most of the last line may be the room.
    alike = [i for i in begun if i in alike or (look.fits(lines[i].spans[0].style) and has_room_apart(lines[i]))]
    alike = [i for i in alike if i >= min(group, default=0)]
    for index in alike[1:]:
        before, line = lines[group[-1]], lines[index]
        # A person in the look of titles, below a title with room for more, is no part of it.
        person = opens_item(before, line) and not fills(before, line, setting.edges.get(column_of(line), 0.0))
        ended = person or ends_with_room(before, line)
        if index == group[-1] + 1 and is_same_title(from_row_start(lines, index - 1), line) and not ended:
            group.append(index)
        else:
            break
    return group


def _begins_beside(lines: Sequence[Line], group: Sequence[int], anchors: Sequence[Anchor]) -> bool:
    """Whether lines in the look of titles are the rest of one that begins on the line of the time above them."""
    below = anchors and group[0] == anchors[0].place + len(anchors[0].lines)
    return bool(below) and ends_title_of(anchors[0], lines[group[0]])


def _inline_people(anchors: Sequence[Anchor]) -> Passage | None:
    inline = beside_time(anchors[0]) if anchors else None
    return inline if inline is not None and opens_participants(inline.text) else None
