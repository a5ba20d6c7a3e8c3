"""Items under the time of another whose titles are set as those beside times are."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.breaks import kind_of
from pipeline.document import Line, Passage, Segment
from pipeline.page.entries import LABELLED, is_listed
from pipeline.page.passages import cut, join_lines, same_block, starts_paragraph
from pipeline.segment.blocks import split_blocks
from pipeline.segment.parts import Parts
from pipeline.segment.people_over_titles import people_over
from pipeline.segment.reading import Reading
from pipeline.segment.repeated_tracks import over_title
from pipeline.segment.rooms import split_room
from pipeline.segment.rooms_behind_people import split_people_rooms
from pipeline.segment.run_in_titles import split_run_in
from pipeline.segment.session_headings import is_choice, is_session_heading, names_session, only_counts
from pipeline.segment.subtitles import find_subtitle
from pipeline.segment.talks import bare
from pipeline.segment.title_lines import begins_between
from pipeline.segment.title_marks import TitleMark, marked_titles, title_mark
from pipeline.wording import find_marker, is_bare_marker, is_room, opens_person


class MarkedTalk(NamedTuple):
    """An item under the time of another: `lines[start:end]`, its title the lines at `title`.

    Where a length of its own is told it takes place `within` that time, else it may run beside the other.
    """

    start: int
    end: int
    title: tuple[int, ...]
    within: bool = False


class Marks(NamedTuple):
    """What titles are told by that no style tells alone, and where the people begin that stand right above some."""

    mark: TitleMark
    over: Mapping[int, int]


def find_marks(reading: Reading) -> Marks | None:
    """What most titles beside times show; None when nothing tells them."""
    mark = title_mark(reading.lines, reading.anchors, reading.free, reading.body, reading.tracks)
    if mark is None:
        return None
    return Marks(mark, people_over(reading, [at for at in sorted(reading.free) if mark.opens(reading.lines[at])]))


def marked_talks(
    reading: Reading, marks: Marks, parts: Parts, start: int, end: int, skipped: set[int]
) -> list[MarkedTalk]:
    """The items in `lines[start:end]` below the title that `parts` found; their people follow or come before."""
    lines = reading.lines
    # Below « Session 2 » the first of its talks looks like its subtitle.
    counted = parts.subtitle is not None and only_counts(parts.title.text)
    taken = places_of([parts.title, None if counted else parts.subtitle, parts.track], lines, start, end)
    last = max(taken, default=start)
    times = reading.anchors_in(start, end)
    taken |= {anchor.place + n for anchor in times for n in range(len(anchor.lines))}
    free = (index for index in range(start, end) if index in reading.free and index not in skipped)
    places = [index for index in free if index == 0 or not is_bare_marker(lines[index - 1].text)]
    head = min(places_of([parts.title], lines, start, end), default=None)
    inside: list[int] = []
    if times and head is not None and (time := times[0].lines[-1]) is not lines[head]:
        inside = [index for index in places if begins_between(time, lines[head], lines[index])]
    inside += sorted(places_of([parts.subtitle], lines, start, end))[:1] if counted else []
    groups = marked_titles(lines, places, taken, marks.mark, reading.leading, inside)
    if len(groups) == 1 and (counted or _is_subtitle(reading, groups[0], last, parts)):
        return []
    if groups and (above := people_ahead(reading, groups, last, end)):
        edges = [*above, end]
        return [MarkedTalk(edges[n], edges[n + 1], tuple(group)) for n, group in enumerate(groups)]
    if groups and marks.over.get(groups[0][0], end) < last:
        groups = groups[1:]  # people stand for the title of the item, and this one below them
    edges = [
        *(marks.over.get(group[0], over_title(lines, group[0], start, reading.tracks)) for group in groups),
        end,
    ]
    return [
        MarkedTalk(edges[number], edges[number + 1], tuple(group))
        for number, group in enumerate(groups)
        if number + 1 < len(groups)
        or has_more(reading, group, end)
        or any(len(lines[place].spans) > 1 for place in group)
        or is_listed(lines[group[0]].text)
    ]


def places_of(told: Iterable[Passage | None], lines: Sequence[Line], start: int, end: int) -> set[int]:
    """Where in `lines[start:end]` the lines stand of which passages were read."""
    known = {(piece.line.page, piece.line.rank) for part in told if part for piece in part.pieces}
    return {index for index in range(start, end) if (lines[index].page, lines[index].rank) in known}


def has_more(reading: Reading, group: Sequence[int], end: int) -> bool:
    """Whether people, a room or text stand below a title: a heading right before the next time belongs to that."""
    below = range(group[-1] + 1, end)
    texts = [reading.lines[index].text for index in below]
    return any(index in reading.free for index in below) or any(find_marker(text) or is_room(text) for text in texts)


def is_beside(parent: Segment, title: Passage, room: Passage | None, listed: bool = False) -> bool:
    """Whether an item under the time of another takes place at that time too, not one after the other within it.

    It does in another room, or where it is a session of its own. What is `listed` below a title without number or
    bullet does not, unless that tells of a choice.
    """
    apart = room is not None and parent.room is not None and room.text != parent.room.text
    if apart or names_session(title.text):
        return True
    within = listed and not is_listed(parent.title.pieces[0].line.text) and not is_choice(parent.title.text)
    return not is_session_heading(parent) and not within


def _is_subtitle(reading: Reading, group: Sequence[int], last: int, parts: Parts) -> bool:
    """Whether what is set as titles are stands right below one, where it says more of that than it is one itself.

    Below the heading of a session talks begin, and a number, a letter or a room of its own begins an item.
    """
    if group[0] != last + 1 or names_session(parts.title.text) or is_choice(parts.title.text) or parts.subtitle:
        return False
    line, below = reading.lines[group[0]], reading.lines[group[-1] + 1 : group[-1] + 2]
    if is_listed(line.text) or LABELLED.match(line.text) or any(is_room(after.text) for after in below):
        return False
    return same_block(reading.lines[last], line)


def people_ahead(reading: Reading, groups: Sequence[Sequence[int]], start: int, end: int) -> list[int]:
    """Where the people begin who stand above each title in `lines[start + 1:end]`; nothing if not all have some.

    What follows the last title may be its people, unless those above begin the entries of a list: « • Léa Durand »,
    « Habiter la rive ».
    """
    above = [_people_above(reading, group[0], before[-1] + 1) for before, group in pairwise([[start], *groups])]
    all_ahead = all(first < group[0] for first, group in zip(above, groups, strict=True))
    more = any(index in reading.free for index in range(groups[-1][-1] + 1, end))
    lines = reading.lines
    listed = all(
        is_listed(lines[first].text) and not is_listed(lines[group[0]].text)
        for first, group in zip(above, groups, strict=True)
    )
    return above if all_ahead and (listed or not more) else []


def _people_above(reading: Reading, title: int, floor: int) -> int:
    """Where the paragraph of people begins that ends right above a title; the title itself if there is none.

    A bullet before what stands above a title without one tells bodies too: « • les élèves du lycée », « TITRE ».
    """
    listed = not is_listed(reading.lines[title].text)

    def named(place: int) -> bool:
        text = reading.lines[place].text
        return opens_person(text) or (listed and is_listed(text))

    place = title
    while place - 1 >= floor and place - 1 in reading.free:
        place -= 1
        above = reading.lines[place - 1]
        if named(place) and starts_paragraph(above, reading.lines[place], leading=reading.leading):
            return place
    return place if place < title and named(place) else title


def marked_segment(reading: Reading, parent: Segment, talk: MarkedTalk) -> Segment:
    """The item of a further title: side by side with the one above, or a talk in it whose own time is not printed."""
    titled = [reading.lines[index] for index in talk.title]
    title = bare(join_lines(titled, reading.vocabulary, one_paragraph=True))
    behind: list[Line] = []
    if run_in := split_run_in(title):
        title = run_in.title
        behind = [run_in.rest, *(line for line in titled if line.rank > run_in.rest.rank)]
    title, room = split_room(cut(title, 0, len(title.text.rstrip(" ,;:|–—-/"))))
    over = [reading.lines[index] for index in range(talk.start, talk.title[0]) if index in reading.tracks]
    below = [index for index in range(talk.title[-1] + 1, talk.end) if index in reading.free]
    subtitle, under = find_subtitle(reading.lines, below, talk.title[-1], reading.setting(None))
    rest = [
        line
        for index, line in enumerate(reading.lines[talk.start : talk.end], talk.start)
        if index not in talk.title and index not in under and line not in over
    ]
    rest = [*behind, *rest]
    rooms = [line for line in rest if is_room(line.text)]
    body, blocks = split_blocks([line for line in rest if line not in rooms], reading.setting(None))
    room = room or (join_lines(rooms[:1]) if rooms else None)
    own = parent.model_copy(update={"room": room, "blocks": blocks, "body": ()})
    held, told = split_people_rooms([parent, own])
    beside = not talk.within and is_beside(held, title, told.room, is_listed(reading.lines[talk.title[0]].text))
    return parent.model_copy(
        update={
            "pages": (reading.lines[talk.title[0]].page,),
            "kind": kind_of(title.text),
            "title": title,
            "subtitle": subtitle,
            "body": body,
            "blocks": blocks,
            "room": room or parent.room,
            "track": join_lines(over) if over else parent.track,
            "hours": parent.hours if beside else None,
            "until": parent.until if beside else None,
            "method": f"autre titre sous la même heure ; {parent.method}",
            "findings": (),
        }
    )
