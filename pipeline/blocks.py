"""Description and blocks of people: what the lines of an item say besides its title, time and room."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from pipeline.document import Block, Capacity, Line, Passage
from pipeline.entries import FILM_CREDIT, LISTED, is_note
from pipeline.lexicon import Rows
from pipeline.line_ends import ends_open, goes_on_below
from pipeline.name_cards import name_cards
from pipeline.passages import LEADING, cut, fills, join_lines, opens_item, same_block, starts_paragraph
from pipeline.source import TitleStyle
from pipeline.structure import Look
from pipeline.wording import (
    BULLETS,
    PARTICLE,
    find_formats,
    find_marker,
    find_prose_markers,
    match_head,
    match_role,
    names_somebody,
    opens_people,
    opens_person,
)

# Lines of credits stand no further apart than this, in heights of a line, and begin within so many points.
RUN_ON, SAME_EDGE = 1.4, 3.0
# A sentence ends; markers that several people may follow, one a line: « Modérateurs : », « Animé par ».
_ENDED = re.compile(r"[.!?»]\s*$")
_SEVERAL = re.compile(r"s\b|\bet\b|\bpar\b", re.I)
# The end of a sentence that opens a list of people below it: « Table ronde animée par Léa Durand, avec : ».
_WITH = re.compile(r"(?<=[\w).»])\s*,?\s+(?P<words>avec)\s*:\s*$", re.I)


class Setting(NamedTuple):
    """How a document sets its text.

    `look` is that of titles (None when a title is what follows its time), `body` the look of most text,
    `vocabulary` its words, to undo hyphenation, `edges` how far to the right the lines reach that begin at a
    given place (see `column_of`), `markers` its own markers of people beyond those of the lexicon, `leading`
    how far apart its lines stand, `rooms_behind_hours` whether the lines of times go on with a place.
    """

    look: Look | TitleStyle | None
    body: Look
    vocabulary: frozenset[str]
    edges: Mapping[int, float]
    markers: Rows = ()
    leading: float = LEADING
    rooms_behind_hours: bool = False


def split_blocks(lines: Sequence[Line], setting: Setting) -> tuple[tuple[Passage, ...], tuple[Block, ...]]:
    """The paragraphs of the description, and the blocks that name people in reading order of their kinds.

    A block begins at a marker; people may also stand in the description (« introduit par … ») or in a paragraph
    of their own without a marker.
    """
    body: list[list[Line]] = [[]]
    blocks: list[tuple[Capacity, str, int, list[Line]]] = []
    open_block = False
    for line in lines:
        marker = find_marker(line.text, setting.markers)
        if marker is not None:
            # « ANIMÉ PAR » as a heading, then « Animé par … » again: the second opens no block of its own.
            doubled = open_block and not blocks[-1][3] and marker.capacity == blocks[-1][0]
            if doubled:
                blocks.pop()
            blocks.append((marker.capacity, marker.words, marker.rest, [line]))
            open_block = True
            if not line.text[marker.rest :].strip():
                blocks[-1] = (marker.capacity, marker.words, 0, [])
        elif open_block and _belongs(blocks[-1], line, setting):
            blocks[-1][3].append(line)
        else:
            open_block = False
            body[-1].append(line)
        if opening := _WITH.search(line.text):
            blocks.append((Capacity.INTERVENTION, opening["words"], 0, []))
            open_block = True
    found = [
        Block(
            capacity=capacity,
            marker=words,
            passage=_without_opening(
                cut(
                    join_lines(block, setting.vocabulary, item_edge=_edge(block, setting), leading=setting.leading),
                    rest,
                )
            ),
        )
        for capacity, words, rest, block in blocks
        if block
    ]
    cards = [[body[0][place] for place in card] for card in name_cards(body[0])]
    told = {id(line) for card in cards for line in card}
    paragraphs = tuple(
        part
        for run in _credit_runs([line for line in body[0] if id(line) not in told], setting)
        for paragraph in _paragraphs(join_lines(run, setting.vocabulary, leading=setting.leading))
        for part in _people_apart(paragraph, setting)
    )
    listed = {id(passage): people for passage in paragraphs if (people := _listed_people(passage, setting))}
    paragraphs = tuple(passage for passage in paragraphs if id(passage) not in listed)
    portraits = [
        join_lines(card, setting.vocabulary, item_edge=_edge(card, setting), leading=setting.leading)
        for card in cards
    ]
    unmarked = [
        Block(capacity=Capacity.INTERVENTION, marker="", passage=people) for people in (*listed.values(), *portraits)
    ]
    return paragraphs, (*_prose_blocks(paragraphs, setting.markers), *unmarked, *found)


def _without_opening(passage: Passage) -> Passage:
    """A passage without the words at its end that only open the list below: « Animé par Léa Durand, avec : »."""
    opening = _WITH.search(passage.text)
    return cut(passage, 0, opening.start()) if opening else passage


def _is_name(text: str) -> bool:
    """Whether a text is the name of a person and hardly anything else."""
    return opens_person(text) and len(text.split()) < 5 and not re.search(r"[,;:(–—|]\s*\w", text)


def _credit_runs(lines: Sequence[Line], setting: Setting) -> list[list[Line]]:
    """Lines parted where one begins that names a person right below one that does and had room for more."""
    runs: list[list[Line]] = []
    for line in lines:
        before = runs[-1][-1] if runs else None
        if before and not (
            opens_person(line.text)
            and (
                is_people(before.text) or _is_name(line.text) or (_ENDED.search(before.text) and is_people(line.text))
            )
            and before.page == line.page
            and not (ends_open(before.text) or goes_on_below(before.text, line.text))
            and not fills(before, line, _edge([before], setting))
        ):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def column_of(line: Line) -> int:
    """The column a line begins in: lines that begin within a few points of each other share it."""
    return round(line.box.x0 / 6)


def _edge(block: Sequence[Line], setting: Setting) -> float:
    """Where the column of a block ends, as far as its own and other lines of the document show."""
    return max(max(line.box.x1, setting.edges.get(column_of(line), 0.0)) for line in block)


def _belongs(block: tuple[Capacity, str, int, list[Line]], line: Line, setting: Setting) -> bool:
    """Whether a line still belongs to an open block.

    Under a marker set as a heading all text does until the next heading or a paragraph set otherwise; after a
    marker inside a line the block ends with its paragraph.
    """
    capacity, words, rest, before = block
    if rest == 0:
        if is_note(line.text) or (before and _is_entry_beside(before[0], line)):
            return False
        changed = (
            before
            and Look.of(line.style) != Look.of(before[0].style)
            and starts_paragraph(before[-1], line, leading=setting.leading)
        )
        return not changed or opens_people(line.text)
    if capacity is not Capacity.INTERVENTION and not _SEVERAL.search(words) and opens_item(before[-1], line):
        return False  # « Animation : Léa Durand », « Omar Vasseur, maire »: one leads, the others speak
    apart = starts_paragraph(before[-1], line, leading=setting.leading) and not _runs_on(before, line, setting)
    return (same_block(before[-1], line) and not apart) or _turns(before[-1], line, setting)


def _turns(before: Line, line: Line, setting: Setting) -> bool:
    """Whether a paragraph goes on at the top of the next column or page: full, unfinished, and set alike there."""
    next_column = line.page == before.page and line.box.x0 > before.box.x1 - 1 and line.box.y1 < before.box.y0
    next_page = line.page == before.page + 1 and line.box.y0 < before.box.y0
    unfinished = not before.text.rstrip().endswith((".", "!", "?", ":"))
    alike = Look.of(before.style) == Look.of(line.style) and not _LISTED.match(line.text)
    edge = setting.edges.get(column_of(before), before.box.x1)
    return (next_column or next_page) and unfinished and alike and fills(before, line, edge)


def _is_entry_beside(first: Line, line: Line) -> bool:
    """Whether a line is an entry of another list, set further in or out, and of no person: « 2. Habiter la rive »."""
    listed = LISTED.match(line.text)
    apart = line.page == first.page and abs(line.box.x0 - first.box.x0) > SAME_EDGE
    return bool(listed and apart and not opens_people(line.text[listed.end() :]))


def _runs_on(block: Sequence[Line], line: Line, setting: Setting) -> bool:
    """Whether credits set a little wider than the text go on: the line before is full, and the next in its place."""
    last = block[-1]
    near = line.page == last.page and line.box.y0 - last.box.y0 < RUN_ON * max(line.box.height, last.box.height)
    alike = Look.of(line.style) == Look.of(last.style) and abs(line.box.x0 - block[0].box.x0) < SAME_EDGE
    return near and alike and not _LISTED.match(line.text) and fills(last, line, _edge(block, setting))


def _paragraphs(text: Passage) -> tuple[Passage, ...]:
    edges = [0, *text.paragraphs, len(text.text)]
    found = [cut(text, a, b) for a, b in pairwise(edges)]
    return tuple(passage for passage in found if passage.text)


# The sign before an entry of a list or behind its heading, and the end of a sentence that another follows: initials
# and « M. » are none.
_LISTED = re.compile(rf"^[\s/|:{BULLETS}*–—>-]+")
SENTENCES = re.compile(r"[^\W\d_]{3}\.\s")
_CLAUSE = re.compile(
    r"\b(?:est|sont|a|ont|était|sera|qui|que|propose|présente|revient|raconte|[Ii]l|[Ee]lle|[Nn]ous|[Vv]ous)\b"
)


# « par Léa Durand », as a paragraph of its own.
_BY = re.compile(r"par\s+(?=\S)", re.I)
# What a name that opens a list ends at: a sign or « et »; else the function or the body that follows it.
_NAME_ENDS = re.compile(r"^[^,;(–—|•·\n]{3,40}?(?=\s*[,;(–—|•·\n]|\s-\s|\s(?:et|&)\s|\s*$)")
_NAME_TOLD = re.compile(
    r"^[^,;(–—|\n]{3,40}?\s(?P<sign>:|du|des|de l['’]|de la|d['’]|de|chez)(?:\s|(?<=['’]))(?P<said>.*)", re.S
)
# « Léa Durand et Marc Petit », not « Léa Durand et les canaux ».
_JOINED = re.compile(r"\s(?:et|&)\s+(?P<other>.*)", re.S)
_FIRST_OF_LIST = re.compile(r"(?P<name>[^,(;:–—|\n]{5,40}?)(?:\s(?P<sign>et|&|[–—|-])\s|,\s|\s?\()")
# Where an entry of a list may begin. One person and what is said of them take no more than so many characters.
_ENTRY = re.compile(rf"[\n;,|{BULLETS}]\s*|\s(?:et|&|/|–)\s+")
MAX_ENTRY, MAX_ALONE = 240, 400


def is_people(text: str) -> bool:
    """Whether a paragraph without a marker is a list of people: « Léa Durand (Canal Sud), Marc Petit, éclusier »."""
    if "@" in text or "http" in text or FILM_CREDIT.search(text):
        return False
    bare = text[_people_start(text) :]
    if not _opens_entry(bare) or _CLAUSE.search(bare) or SENTENCES.search(bare):
        return False
    return len(bare) < MAX_ALONE or _is_full_of_people(bare)


def _people_start(text: str) -> int:
    """Where a list of people begins behind a bullet and « par »."""
    sign = _LISTED.match(text)
    start = sign.end() if sign else 0
    by = _BY.match(text, start)
    return by.end() if by else start


def _opens_entry(bare: str) -> bool:
    """Whether a text begins with a person as the first of a list does."""
    if not opens_list(bare):
        return False
    told = _NAME_TOLD.match(bare)
    if told and told["sign"] == ":":
        return match_role(told["said"]) is not None
    # « Léa Durand de l'association Rivages : Habiter la digue » is a talk with its title.
    of_body = told and match_head(told["said"]) and not re.search(r"\w\s?:\s", bare)
    ends = _NAME_ENDS.match(bare)
    joined = _JOINED.match(bare, ends.end()) if ends else None
    return bool(
        of_body or (ends and (joined is None or opens_people(joined["other"]) or joined["other"][:1].isupper()))
    )


def opens_list(text: str) -> bool:
    """Whether a text begins with a person, or with a name that a function or somebody known follows."""
    if opens_person(text):
        return True
    named = names_somebody(text) and not (match_role(text) or find_formats(text[:MAX_ENTRY]))
    first = _FIRST_OF_LIST.match(text) if named else None
    if first is None or not all(word[:1].isupper() or PARTICLE.match(word) for word in first["name"].split()):
        return False
    # Several people of one kind are no function of one: « Canal Sud – producteurs locaux ».
    role = match_role(text[first.end() :])
    alone = role and not role[0].endswith("s") and first["sign"] != "et"
    return bool(alone) or opens_person(text[first.end() :]) or _names_others(text[first.end() :])


def _names_others(rest: str) -> bool:
    """Whether people whose first names are known stand further on in a list: « Canal Sud ; Léa Durand »."""
    return any(
        opens_person(rest[sign.end() :])
        and _NAME_ENDS.match(rest[sign.end() :])
        and not _JOINED.match(rest, sign.start())
        for sign in _ENTRY.finditer(rest[:MAX_ALONE])
    )


def _is_full_of_people(bare: str) -> bool:
    """Whether a long text names somebody every few words."""
    spots = [0, *(found.end() for found in _ENTRY.finditer(bare))]
    return sum(opens_person(bare[spot : spot + MAX_ENTRY]) for spot in spots) * MAX_ENTRY >= len(bare)


def _people_apart(passage: Passage, setting: Setting) -> list[Passage]:
    """A paragraph whose first lines list people, and whose next ones tell something, in these two parts."""
    if is_people(passage.text) or not _opens_entry(passage.text[_people_start(passage.text) :]):
        return [passage]
    edge = _edge([piece.line for piece in passage.pieces], setting)
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
    return [passage]


def _listed_people(passage: Passage, setting: Setting) -> Passage | None:
    """A paragraph that is a list of people, parted where its lines end before they are full; else None."""
    start = _people_start(passage.text)
    if not opens_list(passage.text[start:]):
        return None
    people = cut(_by_entry(passage, setting), start)
    return people if is_people(people.text) else None


def _by_entry(passage: Passage, setting: Setting) -> Passage:
    """A paragraph with a line feed where somebody begins a line though there was room on the one before."""
    edge = _edge([piece.line for piece in passage.pieces], setting)
    text = passage.text
    for before, piece in pairwise(passage.pieces):
        item = text[: before.end].rsplit("\n", 1)[-1]
        full = ends_open(item) or goes_on_below(item, piece.line.text) or fills(before.line, piece.line, edge)
        if text[piece.start - 1] == " " and not full and opens_person(piece.line.text):
            text = f"{text[: piece.start - 1]}\n{text[piece.start :]}"
    return passage.model_copy(update={"text": text})


# Words that only people follow: two capitalised words behind them are a name.
_BEFORE_NAMES = re.compile(r"\s(?:par|(?:pr[ée]sence|participation)\s+(?:de|d['’]))\s*$", re.I)
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\bM)(?<!\bDr)(?<!\bPr)[.!?](?=\s|$)|\n|,?\s+avec\s*:\s*$")


def _prose_blocks(paragraphs: Sequence[Passage], markers: Rows) -> list[Block]:
    """People named in the description after « introduit par » and the like, up to the end of the sentence."""
    blocks = []
    for passage in paragraphs:
        found = find_prose_markers(passage.text, markers)
        for (start, end, capacity), after in zip_longest(found, found[1:]):
            ends = [stop.start() for stop in [_SENTENCE_END.search(passage.text, end)] if stop]
            ends += [after[0]] if after and after[0] > end else []
            sentence = cut(passage, end, min(ends, default=None))
            if passage.text[start:end].istitle() and _CLAUSE.search(sentence.text):
                continue  # « Avec Léa Durand, nous suivrons la rive »
            if opens_people(sentence.text) or (
                _BEFORE_NAMES.search(passage.text[:end]) and names_somebody(sentence.text)
            ):
                blocks.append(Block(capacity=capacity, marker=f"…{passage.text[start:end]}", passage=sentence))
    return blocks
