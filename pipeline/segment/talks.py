"""Talks without a time of their own, listed under a timed session: cut out of its text when several are set alike."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.breaks import kind_of
from pipeline.document import Block, Capacity, Kind, Line, Passage, Segment
from pipeline.page.entries import LABELLED, LISTED, is_note, opens_group
from pipeline.page.line_ends import ends_open
from pipeline.page.look import Look
from pipeline.page.passages import cut, ends_with_length, join_lines
from pipeline.page.people_lists import is_about_somebody, is_people
from pipeline.segment.bold_talks import parted_at_bold
from pipeline.segment.headings import part_alike, part_heading, people_over_title
from pipeline.segment.rooms import room_at_end, split_room
from pipeline.segment.session_headings import is_choice, is_session_heading, runs_side_by_side
from pipeline.segment.structure import body_look, opening_look
from pipeline.segment.talks_below_chairs import without_talks_of_chairs
from pipeline.segment.titles_over_markers import titles_over_markers
from pipeline.times.hours import find_durations
from pipeline.wording import is_room, match_head, match_role, opens_person, strip_civility

# A list of talks has at least two, unless the length of one is told; a talk is announced in at most so many signs.
MIN_TALKS = 2
MAX_TALK = 420
_SENTENCES = re.compile(r"[^\W\d_]{3}\.\s+[A-ZÀ-Þ]")
# « Elle a publié … . », « Née à Vézac, elle … . » tells of the person above.
_TELLS_OF = re.compile(r"(?:(?:Il|Elle)\s|[^.;:]{3,60},\s(?:il|elle)\s).*\.\s*$", re.S)

# A title in small letters behind a colon or a bullet: « Léa Durand (Canal Sud) : les rives au Moyen Âge ».
_SMALL = re.compile(
    r"(?:l['’]|l[ae]s?\s|une?\s|des\s|quel(?:le)?s?\s|comment\s|pourquoi\s|vers\s|entre\s|[^,()]{3,60}\s[:?]).{5,}",
    re.S,
)


# What people say of themselves, and how a line ends that goes on.
_CREDIT = re.compile(r"[,(|–—]")
_OPEN = re.compile(r"(?:\b(?:d[eu]s?|l[ae]s?|aux?|à|et|ou|en|sur|par|pour|chez|avec|entre)|[,:(«'’-])$", re.I)


class _Entry(NamedTuple):
    """A paragraph under a session: where it stands, what it says, the block it was taken for."""

    place: int
    passage: Passage
    block: Block | None


class _Talk(NamedTuple):
    title: Passage
    people: Passage | None
    used: tuple[_Entry, ...]
    blocks: tuple[Block, ...] = ()
    room: Passage | None = None


class _Looks(NamedTuple):
    """The looks of titles, and those of them that the text around has not."""

    titles: set[Look]
    apart: set[Look]


def split_talks(segments: Iterable[Segment], lines: Sequence[Line] = ()) -> list[Segment]:
    """The segments with the talks they list as items of their own behind them.

    Args:
        segments: the items of a document.
        lines: the lines of the document in reading order.
    """
    segments = list(segments)
    looks = {look for segment in segments if (look := opening_look(segment.title))}
    places = {(line.page, line.rank): place for place, line in enumerate(lines)}
    apart = looks - {body_look(lines)} if lines else looks
    return [part for segment in segments for part in _parted(segment, lines, places, _Looks(looks, apart))]


def _parted(
    segment: Segment, lines: Sequence[Line], places: dict[tuple[int, int], int], looks: _Looks
) -> list[Segment]:
    if segment.kind is not Kind.SESSION or segment.hours is None:
        return [segment]
    whole = without_talks_of_chairs(segment)
    segment = whole.model_copy(update={"body": tuple(part for text in whole.body for part in parted_at_bold(text))})
    headed = is_session_heading(segment)
    entries = _entries(segment, places)
    over = titles_over_markers(segment) if headed else []
    announced = [_Talk(entry.passage, None, (entry,)) for entry in entries if entry.passage in over]
    credited = _each_with_people(_listed(entries, looks, headed=True), segment, places)
    found = max(_talks(entries, looks, headed, is_choice(segment.title.text)), announced, credited, key=len)
    talks = _with_blocks(found, segment, places)
    if not talks:
        return [whole]
    talks = _with_rooms(talks, lines, places)
    own = segment.room and (_place(segment.room, places) < talks[0].used[0].place or not any(t.room for t in talks))
    used = {id(entry.passage) for talk in talks for entry in talk.used}
    used |= {id(block.passage) for talk in talks for block in talk.blocks}
    used |= {id(block.passage) for block in segment.blocks if _is_aside_in(block, talks)}
    body = tuple(passage for passage in segment.body if id(passage) not in used)
    blocks = tuple(block for block in segment.blocks if id(block.passage) not in used)
    parent = segment.model_copy(update={"body": body, "blocks": blocks, "room": segment.room if own else None})
    titles_apart = runs_side_by_side(segment.title.text) or all(opens_group(talk.title.text) for talk in talks)
    parallel = titles_apart or _in_rooms_of_their_own(talks)
    return [parent, *(_talk_segment(parent, talk, parallel) for talk in talks)]


def _is_aside_in(block: Block, talks: Sequence[_Talk]) -> bool:
    """Whether people were read from within the paragraph of a talk: « Le moulin ? Par Léa Durand »."""
    aside = block.passage.pieces[0].line if block.marker.startswith("…") and block.passage.pieces else None
    return aside is not None and any(
        piece.line == aside for talk in talks for entry in talk.used for piece in entry.passage.pieces
    )


def _each_with_people(listed: Sequence[_Talk], segment: Segment, places: dict[tuple[int, int], int]) -> list[_Talk]:
    """The entries of a list where each has people announced below it: « – Titre », « Oratrice : Léa Durand »."""
    told = _with_blocks(listed, segment, places)
    announced = all(any(block.marker for block in talk.blocks) for talk in told)
    return list(listed) if announced and len(told) >= MIN_TALKS else []


def _with_blocks(talks: Sequence[_Talk], segment: Segment, places: dict[tuple[int, int], int]) -> list[_Talk]:
    """The talks with the blocks that stand under the title of each: « 1. Titre », « Par », people.

    People without a marker are those of a talk where they stand under others than the last too.
    """
    starts = [talk.used[0].place for talk in talks]
    taken = {id(entry.passage) for talk in talks for entry in talk.used}
    blocks: dict[int, list[Block]] = {}
    # A marker that nothing follows has no place.
    for block in (block for block in segment.blocks if block.passage.pieces and id(block.passage) not in taken):
        place = bisect_right(starts, _place(block.passage, places)) - 1
        if place >= 0 and not talks[place].people:
            blocks.setdefault(place, []).append(block)
    parted = any(not block.marker for place in blocks if place + 1 < len(talks) for block in blocks[place])
    marked = not any(talk.people for talk in talks)
    return [
        talk._replace(blocks=tuple(b for b in blocks.get(place, ()) if (marked if b.marker else parted)))
        for place, talk in enumerate(talks)
    ]


def _with_rooms(talks: Sequence[_Talk], lines: Sequence[Line], places: dict[tuple[int, int], int]) -> list[_Talk]:
    """The talks, each with the line that names its room: right above the title of each, or below it.

    One below the last alone is that of the session.
    """
    starts = [talk.used[0].place for talk in talks]
    if min(starts) > 0 and all(is_room(lines[start - 1].text) for start in starts):
        rooms = [start - 1 for start in starts]
        return [talk._replace(room=join_lines([lines[room]])) for talk, room in zip(talks, rooms, strict=True)]
    last = [entry.passage for entry in talks[-1].used] + [block.passage for block in talks[-1].blocks]
    end = 1 + max(places.get((piece.line.page, piece.line.rank), -1) for passage in last for piece in passage.pieces)
    found = []
    for talk, (start, after) in zip(talks, pairwise([*starts, end + 1]), strict=True):
        below = next((line for line in lines[start + 1 : after] if is_room(line.text)), None)
        found.append(talk._replace(room=join_lines([below]) if below else None))
    return found if any(talk.room for talk in found[:-1]) else list(talks)


def _in_rooms_of_their_own(talks: Sequence[_Talk]) -> bool:
    """Whether talks run side by side: each is held in a room, and no two in the same."""
    told = [talk.room.text if talk.room else room_at_end(talk.used[0].passage.text) for talk in talks]
    return len(talks) >= MIN_TALKS and all(told) and len({room.casefold() for room in told}) == len(told)


def _place(passage: Passage, places: dict[tuple[int, int], int]) -> int:
    line = passage.pieces[0].line
    return places.get((line.page, line.rank), -1)


def _entries(segment: Segment, places: dict[tuple[int, int], int]) -> list[_Entry]:
    """The paragraphs of a segment without a marker, in reading order."""
    found = [_Entry(_place(passage, places), passage, None) for passage in segment.body if passage.pieces]
    found += [
        _Entry(_place(block.passage, places), block.passage, block)
        for block in segment.blocks
        if not block.marker and block.passage.pieces
    ]
    return sorted(found, key=lambda entry: (entry.place, entry.passage.pieces[0].offset))


def _talks(entries: Sequence[_Entry], looks: _Looks, headed: bool, choice: bool) -> list[_Talk]:
    """The talks paragraphs announce: people and title in one, one below the other, or bulleted titles.

    Below a session that is `headed` they follow each other, below the `choice` of several they run side by side.
    A single one is a talk only where its length is told: « Le moulin – Léa Durand, meunière (20 min) ».
    """
    entries = [entry for entry in entries if not is_note(entry.passage.text)]
    ways = (
        _in_one(entries, looks),
        _alike(entries, headed),
        _in_turn(entries),
        _labelled(entries),
        _listed(entries, looks, headed or choice),
        _timed(entries),
    )
    talks = max(ways, key=len)
    return talks if len(talks) >= MIN_TALKS else [talk for talk in ways[0] if _is_timed(talk.used[0])]


def _in_one(entries: Sequence[_Entry], looks: _Looks) -> list[_Talk]:
    """« Prénom Nom (organisme) : Titre », each in a paragraph; among them a title alone, told by its length.

    Where only the name is set as titles are, what stands beside it is none: « Canal Sud : **Léa Durand** ».
    """
    found = []
    for entry in (entry for entry in entries if len(entry.passage.text) < MAX_TALK):
        told = bare(entry.passage)
        parts = part_heading(told) or people_over_title(told)
        if parts and opening_look(parts.people) in looks.apart and opening_look(parts.title) not in looks.titles:
            continue
        if parts and _may_be_title(parts.title, proven=True):
            found.append(_Talk(parts.title, parts.people, (entry,)))
        elif parts is None and _is_timed(entry):
            found.append(_Talk(told, None, (entry,)))
    return found if any(talk.people for talk in found) else []


def _alike(entries: Sequence[_Entry], headed: bool) -> list[_Talk]:
    """« Prénom Nom : Titre » without function or body, where all paragraphs are put together so.

    A name behind a title is that of an author elsewhere: only where a session is `headed` does it tell a talk.
    """
    short = all(len(entry.passage.text) < MAX_TALK for entry in entries)
    parts = part_alike([bare(entry.passage) for entry in entries], names_last=headed) if short else []
    fit = all(_may_be_title(each.title) for each in parts)
    return [_Talk(each.title, each.people, (entry,)) for each, entry in zip(parts, entries, strict=False) if fit]


def _timed(entries: Sequence[_Entry]) -> list[_Talk]:
    """Titles told by their length alone: « Le moulin [10’] »."""
    talks = [_Talk(bare(entry.passage), None, (entry,)) for entry in entries if _is_timed(entry)]
    return talks if all(_may_be_title(talk.title) for talk in talks) else []


def _is_timed(entry: _Entry) -> bool:
    return ends_with_length(entry.passage.text) and len(entry.passage.text) < MAX_TALK


def _in_turn(entries: Sequence[_Entry]) -> list[_Talk]:
    """A short title and people by turns, in either order."""
    named = [is_people(entry.passage.text) for entry in entries]
    starts = [place for place, (first, second) in enumerate(pairwise(named)) if first != second]
    if not starts:
        return []
    people_first = named[starts[0]]
    found = []
    place = starts[0]
    while place + 1 < len(entries):
        first, second = entries[place], entries[place + 1]
        people, title = (first, second) if people_first else (second, first)
        told = bare(title.passage)
        if named[place] != people_first or named[place + 1] == people_first or not _may_be_title(told):
            break
        found.append(_Talk(told, people.passage, (first, second)))
        place += 2
    alike = {opening_look(talk.title) for talk in found}
    # The same words again and again are a marker the lexicon does not know; bodies below people are theirs.
    distinct = {talk.title.text.casefold() for talk in found}
    bodies = people_first and all(match_head(talk.title.text) for talk in found)
    return found if len(alike) == 1 and len(distinct) == len(found) and not bodies else []


def _labelled(entries: Sequence[_Entry]) -> list[_Talk]:
    """« Atelier 1 – Titre », « Atelier 2 – Titre »: set alike, each with a number or letter of its own."""
    named = [(label[0].casefold(), entry) for entry in entries if (label := LABELLED.match(entry.passage.text))]
    apart = len({label for label, _ in named}) == len(named)
    alike = len({opening_look(entry.passage) for _, entry in named}) == 1
    talks = [_Talk(*_without_people_below(bare(entry.passage)), (entry,)) for _, entry in named]
    return talks if apart and alike and all(_may_be_title(talk.title) for talk in talks) else []


def _listed(entries: Sequence[_Entry], looks: _Looks, headed: bool) -> list[_Talk]:
    """Bulleted or numbered lines in the look of other titles.

    Where these look as the text does, bullets without people or length are the points of one item (« – Tour de
    table ») unless that is the heading of a session.
    """
    found = []
    for entry in entries:
        announced, people = _without_people_below(entry.passage)
        title = bare(announced)
        named = opens_person(title.text) and not is_about_somebody(title.text)
        if title is not announced and not named and _may_be_title(title) and opening_look(title) in looks.titles:
            found.append(_Talk(title, people, (entry,)))
    texts = [(talk, talk.used[0].passage.text.rstrip()) for talk in found]
    told = [_is_numbered(text) or not text.endswith(talk.title.text) for talk, text in texts]  # « – Titre 10 min »
    shown = all(opening_look(talk.title) in looks.apart or mark for talk, mark in zip(found, told, strict=True))
    return found if shown or headed or any(talk.people for talk in found) else []


def _is_numbered(text: str) -> bool:
    """Whether an entry of a list begins with a number or a letter, not with a bullet alone."""
    sign = LISTED.match(text)
    return sign is not None and any(map(str.isalnum, sign[0]))


def _without_people_below(passage: Passage) -> tuple[Passage, Passage | None]:
    """A paragraph without the people that begin on a line of their own, and these."""
    for place in passage.breaks:
        before, rest = passage.text[:place].rstrip(), passage.text[place:]
        if is_people(rest) and _CREDIT.search(rest) and not _OPEN.search(before):
            return cut(passage, 0, place), cut(passage, place)
    return passage, None


def bare(passage: Passage) -> Passage:
    """A paragraph without its bullet or number, and without the length of time and the discussion told behind it."""
    bullet = LISTED.match(passage.text)
    start, end = bullet.end() if bullet else 0, len(passage.text)
    for length in find_durations(passage.text):
        rest = passage.text[length.end_offset :].lstrip(" )].,;–—-\n")
        # « Ce que la crue change en 48 heures » tells no length of a talk.
        if (not rest or is_note(rest)) and not ends_open(passage.text[: length.start_offset].rstrip(" ,;–—-([|:")):
            end = len(passage.text[: length.start_offset].rstrip(" [(,–—-\n"))
            break
    bare_part = cut(passage, start, end)
    return bare_part if bare_part.text and len(bare_part.text) < len(passage.text) else passage


def _may_be_title(passage: Passage, *, proven: bool = False) -> bool:
    """Whether a paragraph may be a title by its words; one that people prove may have a full stop in its midst."""
    text = passage.text
    sentences = len(_SENTENCES.findall(text))
    prose = sentences > (1 if proven and not text.rstrip().endswith(".") else 0) or bool(_TELLS_OF.match(text))
    prose = prose or strip_civility(f"{text} ") > len(text)  # « Madame » before a name
    small = text[:1].islower() and not opens_group(text)
    small = small and not (proven and _SMALL.match(text) and not (match_role(text) or match_head(text)))
    return 5 < len(text) < MAX_TALK / 2 and not prose and not small and kind_of(text) is Kind.SESSION


def _is_below(heading: Passage, title: Passage) -> bool:
    """Whether a title stands in the column of a heading: only then the hours of the heading are surely its own."""
    above, below = heading.pieces[0].line, title.pieces[0].line
    return above.page != below.page or min(above.box.x1, below.box.x1) > max(above.box.x0, below.box.x0)


def _talk_segment(parent: Segment, talk: _Talk, parallel: bool) -> Segment:
    """A talk as an item: it has the day and room of its session, its hours only where they run side by side."""
    page = talk.title.pieces[0].line.page
    parallel = parallel and _is_below(parent.title, talk.title)
    blocks = (Block(capacity=Capacity.INTERVENTION, marker="", passage=talk.people),) if talk.people else talk.blocks
    title, room = split_room(talk.title)
    return Segment(
        pages=(page,),
        kind=Kind.SESSION,
        title=title,
        blocks=blocks,
        day=parent.day,
        hours=parent.hours if parallel else None,
        until=parent.until if parallel else None,
        room=room or talk.room or parent.room,
        printed_page=parent.printed_page,
        method=f"exposé sans heure sous une session ; {parent.method}",
    )
