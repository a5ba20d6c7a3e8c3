"""Description and blocks of people: what the lines of an item say besides its title, time and room."""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from pipeline.document import Block, Capacity, Line, Passage
from pipeline.page.entries import LISTED, opens_group
from pipeline.page.line_ends import ends_open, goes_on_below
from pipeline.page.passages import (
    cut,
    fills,
    join_lines,
    opens_item,
    same_block,
    without_loose_bracket,
)
from pipeline.page.people_lists import CLAUSE, MAX_ALONE, is_group, is_people, opens_entry, people_start
from pipeline.page.stage_credits import names_behind_credit
from pipeline.segment.block_ends import ENDED, goes_on, is_name_alone, led_apart
from pipeline.segment.body_lists import are_in_body_lists
from pipeline.segment.genre_lines import are_players, people_behind_genre
from pipeline.segment.headings import part_heading
from pipeline.segment.name_cards import name_cards
from pipeline.segment.numbered_authors import numbered_authors
from pipeline.segment.prose_people import at_turns, led_format, prose_blocks
from pipeline.segment.setting import SAME_EDGE, Setting, column_of, edge_of
from pipeline.segment.structure import opening_look
from pipeline.times.hours import find_durations
from pipeline.wording import (
    BULLETS,
    CAPITALS,
    STANDS_ALONE,
    find_marker,
    match_head,
    match_role,
    opens_people,
    opens_person,
)

# An entry of a list, a person with function and body, takes no more lines.
MAX_ENTRY_LINES = 3
# What is told about a person whom the sentence before names: « … Elle a publié … », « … Née à Vézac, elle … ».
_TELLS_OF = re.compile(r"\.\s+(?=(?:Il|Elle)\s|[A-ZÀ-Þ][^.;:]{3,60},\s(?:il|elle)\s)")
# The end of a sentence that opens a list of people below it: « Table ronde animée par Léa Durand, avec : ».
_WITH = re.compile(r"(?<=[\w).»])\s*,?\s+(?P<words>avec)\s*:\s*$", re.I)
# An entry with a bullet that may begin with somebody's name, and the sign behind the name.
_BULLETED_NAME = re.compile(
    rf"\s*(?P<bullet>[{BULLETS}*–—>-])\s+[{CAPITALS}][\w'’.-]+(?:\s+[{CAPITALS}][\w'’-]+){{1,3}}\s*(?P<sign>[|,(–—:])"
)
_BULLET = re.compile(rf"\s*(?P<bullet>[{BULLETS}*–—>-])\s+")


def split_blocks(lines: Sequence[Line], setting: Setting) -> tuple[tuple[Passage, ...], tuple[Block, ...]]:
    """The paragraphs of the description, and the blocks that name people in reading order of their kinds.

    A block begins at a marker; people may also stand in the description (« introduit par … ») or in a paragraph
    of their own without a marker.
    """
    body: list[list[Line]] = [[]]
    blocks: list[tuple[Capacity, str, int, list[Line]]] = []
    open_block = False
    for line in lines:
        above = blocks[-1][3] if open_block else body[-1]
        inside = bool(above) and _is_in_sentence(above[-1], line, setting)
        markers = setting.markers
        marker = None if inside else find_marker(line.text, markers) or led_format(line.text, markers)
        if marker is not None:
            # « ANIMÉ PAR » as a heading, then « Animé par … » again: the second opens no block of its own.
            doubled = open_block and not blocks[-1][3] and marker.capacity == blocks[-1][0]
            if doubled:
                blocks.pop()
            blocks.append((marker.capacity, marker.words, marker.rest, [line]))
            open_block = True
            if not line.text[marker.rest :].strip():
                blocks[-1] = (marker.capacity, marker.words, 0, [])
        elif names_behind_credit(line.text):
            blocks.append((Capacity.INTERVENTION, "", 0, [line]))
            open_block = True
        elif open_block and not _goes_on_listing(body[-1], line) and goes_on(blocks[-1], line, setting):
            blocks[-1][3].append(line)
        else:
            open_block = False
            body[-1].append(line)
        if opening := _WITH.search(line.text):
            blocks.append((Capacity.INTERVENTION, opening["words"], 0, []))
            open_block = True
    if len(blocks) == 1:
        blocks = [*blocks[:-1], *led_apart(blocks[-1])]
    found = [
        Block(
            capacity=capacity,
            marker=words,
            passage=_without_opening(cut(join_people(block, setting), rest)),
        )
        for capacity, words, rest, block in blocks
        if block
    ]
    found = [part for block in found for part in at_turns(block)]
    paragraphs, unmarked = _people_and_text(body[0], setting)
    turned = [part for block in unmarked for part in at_turns(block)]
    return paragraphs, (*prose_blocks(paragraphs, setting.markers), *turned, *found)


def _goes_on_listing(text: Sequence[Line], line: Line) -> bool:
    """Whether a line below people is the next entry of a list: « – Titre », « Oratrice : … », « – Titre »."""
    dash = _BULLET.match(line.text)
    said = line.text[dash.end() :] if dash else ""
    if dash is None or opens_people(said) or match_role(said) or match_head(said):
        return False
    return any(
        (begun := _BULLET.match(other.text)) is not None
        and begun["bullet"] == dash["bullet"]
        and line.page - other.page in (0, 1)
        and abs(other.box.x0 - line.box.x0) < SAME_EDGE
        for other in text
    )


def _is_in_sentence(before: Line, line: Line, setting: Setting) -> bool:
    """Whether a line goes on with the sentence of the full line above it: « La loi a été », « présentée par … »."""
    alike = before.style == line.style and same_block(before, line)
    return alike and line.text[:1].islower() and fills(before, line, edge_of([before], setting))


def _people_and_text(lines: Sequence[Line], setting: Setting) -> tuple[tuple[Passage, ...], list[Block]]:
    """The paragraphs of a text without those that list people or are set as portraits, and these as blocks."""
    authors = numbered_authors(lines, setting.vocabulary)
    told = {id(lines[place]) for places, _ in authors for place in places}
    cards = [[lines[place] for place in card] for card in name_cards(lines) if id(lines[card[0]]) not in told]
    told |= {id(line) for card in cards for line in card}
    paragraphs = tuple(
        part
        for run in _credit_runs([line for line in lines if id(line) not in told], setting)
        for paragraph in _paragraphs(_joined(run, setting))
        for part in _people_apart(paragraph, setting)
    )
    listed = {id(passage): people for passage in paragraphs if (people := _listed_people(passage, setting))}
    for passage, entered in zip(paragraphs, are_in_body_lists(paragraphs), strict=True):
        if entered:
            listed[id(passage)] = cut(passage, people_start(passage.text))
    for before, passage in pairwise(paragraphs):
        alike = _is_set_alike(before, passage) or _is_group_beside(before, passage)
        if id(before) in listed and id(passage) not in listed and alike:
            listed[id(passage)] = cut(passage, people_start(passage.text))
    lists = [listed[id(passage)] for passage in paragraphs if id(passage) in listed]
    paragraphs = tuple(passage for passage in paragraphs if id(passage) not in listed)
    portraits = [join_people(card, setting) for card in cards]
    unmarked = [
        Block(capacity=Capacity.INTERVENTION, marker="", passage=people)
        for people in (*lists, *portraits, *(passage for _, passage in authors))
    ]
    return paragraphs, unmarked


def _joined(run: Sequence[Line], setting: Setting) -> Passage:
    edge = setting.edges.get(column_of(run[0]), inf)
    return join_lines(run, setting.vocabulary, leading=setting.leading, edge=edge)


def _without_opening(passage: Passage) -> Passage:
    """A passage without the words at its end that only open the list below: « Animé par Léa Durand, avec : »."""
    opening = _WITH.search(passage.text)
    return cut(passage, 0, opening.start()) if opening else passage


def _credit_runs(lines: Sequence[Line], setting: Setting) -> list[list[Line]]:
    """Lines parted where an entry of a list begins: a person, a group, a talk and who gives it."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and not _begins_entry(runs[-1], line, setting):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _begins_entry(run: Sequence[Line], line: Line, setting: Setting) -> bool:
    """Whether a line begins an entry below a run of lines.

    « Atelier 2 – … » does; so does a person right below one who had room for more, « Éclusière : Léa Durand » below
    « Maire : Marc Petit », or a talk below another: « Le moulin – Léa Durand, meunière ».
    """
    before = run[-1]
    if opens_group(line.text):
        return True
    if _is_in_list(run) and _ends_with_length(before.text) and not is_people(line.text):
        return True
    ended = not fills(before, line, edge_of([before], setting))
    if (ended or abs(line.box.x0 - before.box.x0) > SAME_EDGE) and _is_set_otherwise(before, line):
        return True
    if opens_group(before.text):
        return ended
    if before.page != line.page or ends_open(before.text) or goes_on_below(before.text, line.text):
        return False
    if not opens_person(line.text):
        return ended and (
            (is_people(before.text) and is_people(line.text))
            or all(part_heading(join_lines(each, one_paragraph=True)) for each in ([line], run))
        )
    both = is_people(before.text) and is_people(line.text)
    below = is_people(before.text) or is_name_alone(line.text) or (ENDED.search(before.text) and is_people(line.text))
    return bool(below) and (ended or (both and opens_item(before, line)))


def _is_set_otherwise(before: Line, line: Line) -> bool:
    """Whether a line set larger or smaller than the people above it tells nothing of them: it is about the item.

    « … et Léa Durand, éclusière », below it in other letters « Dix ans de crues ». Under a name alone it tells of it.
    """
    sizes = {span.style.size for span in line.spans}
    recast = before.page == line.page and before.spans[-1].style.size not in sizes and len(sizes) == 1
    if not recast or not line.text[:1].isupper() or ends_open(before.text) or is_name_alone(before.text):
        return False
    return not (match_role(line.text) or match_head(line.text) or opens_people(line.text))


def _is_in_list(run: Sequence[Line]) -> bool:
    """Whether a run of lines ends with an entry of a list, over a few lines."""
    return any(LISTED.match(line.text) for line in run[-MAX_ENTRY_LINES:])


def _ends_with_length(text: str) -> bool:
    """Whether a line ends with how long something takes: « • Le moulin – 10 min »."""
    return any(length.end_offset == len(text.rstrip(" )].")) for length in find_durations(text))


def join_people(lines: Sequence[Line], setting: Setting) -> Passage:
    """Lines that list people as one passage, an entry ended where a line ends before its column does."""
    return join_lines(lines, setting.vocabulary, item_edge=edge_of(lines, setting), leading=setting.leading)


def _paragraphs(text: Passage) -> tuple[Passage, ...]:
    edges = [0, *text.paragraphs, len(text.text)]
    found = [cut(text, a, b) for a, b in pairwise(edges)]
    return tuple(passage for passage in found if passage.text)


def _people_apart(passage: Passage, setting: Setting) -> list[Passage]:
    """A paragraph whose first lines list people, and whose next ones tell something, in these two parts."""
    if is_people(passage.text) or not opens_entry(passage.text[people_start(passage.text) :]):
        return [passage]
    edge = edge_of([piece.line for piece in passage.pieces], setting)
    for before, piece in reversed(list(pairwise(passage.pieces))):
        people, rest = cut(passage, 0, before.end), cut(passage, piece.start)
        full = ends_open(people.text) or fills(before.line, piece.line, edge)
        if (
            not full
            and is_people(people.text)
            and rest.text[:1].isupper()
            and rest.text.endswith((".", "!", "?", "…"))
        ):
            return [people, rest]
    return _biographies_apart(passage)


def _biographies_apart(passage: Passage) -> list[Passage]:
    """People, each told of in the same paragraph, and what is told: « Léa Durand, éclusière. Elle a … »."""
    begun = [
        piece.start
        for before, piece in pairwise(passage.pieces)
        if passage.text[: before.end].endswith(".") and opens_person(piece.line.text)
    ]
    found: list[Passage] = []
    for start, end in pairwise([0, *begun, len(passage.text)]):
        part = cut(passage, start, end)
        told = _TELLS_OF.search(part.text)
        people = cut(part, 0, told.start()) if told else part
        if not is_people(people.text):
            return [passage]
        found += [people, cut(part, told.end())] if told else [people]
    return found if len(found) > len(begun) + 1 else [passage]


def _listed_people(passage: Passage, setting: Setting) -> Passage | None:
    """A paragraph that is a list of people, parted where its lines end before they are full; else None."""
    start = people_start(passage.text)
    if is_group(passage.text) or are_players(passage.text):
        return cut(passage, start)
    if (behind := people_behind_genre(passage.text)) is not None:
        return cut(passage, behind)
    if not opens_entry(passage.text[start:]):
        return None
    people = without_loose_bracket(cut(_by_entry(passage, setting), start))
    return people if is_people(people.text) else None


def _is_set_alike(people: Passage, passage: Passage) -> bool:
    """Whether an entry is set as that of the person above it: bullet, look, and the sign behind the name."""
    one, other = (_BULLETED_NAME.match(each.text) for each in (people, passage))
    alike = one and other and one["bullet"] == other["bullet"] and one["sign"] == other["sign"]
    if not alike or opening_look(people) != opening_look(passage):
        return False
    return not match_head(passage.text[people_start(passage.text) :]) and len(passage.text) < MAX_ALONE


def _is_group_beside(people: Passage, passage: Passage) -> bool:
    """Whether an entry below that of a person, with its bullet, is somebody without a name: « Un élève de … »."""
    one, other = _BULLET.match(people.text), _BULLET.match(passage.text)
    if not one or not other or one["bullet"] != other["bullet"] or len(passage.text) >= MAX_ALONE:
        return False
    return bool(STANDS_ALONE.match(passage.text, other.end())) and not CLAUSE.search(passage.text)


def _by_entry(passage: Passage, setting: Setting) -> Passage:
    """A paragraph with a line feed where somebody begins a line though there was room on the one before."""
    edge = edge_of([piece.line for piece in passage.pieces], setting)
    text = passage.text
    for before, piece in pairwise(passage.pieces):
        item = text[: before.end].rsplit("\n", 1)[-1]
        full = ends_open(item) or goes_on_below(item, piece.line.text) or fills(before.line, piece.line, edge)
        if text[piece.start - 1] == " " and not full and opens_person(piece.line.text):
            text = f"{text[: piece.start - 1]}\n{text[piece.start :]}"
    return passage.model_copy(update={"text": text})
