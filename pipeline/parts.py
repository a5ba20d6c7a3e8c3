"""The parts of one item: title, subtitle, room, description, and the blocks that name people."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.anchors import Anchor
from pipeline.document import Block, Capacity, Line, Passage
from pipeline.passages import cut, fills, join_lines, same_block, starts_paragraph
from pipeline.structure import Look
from pipeline.wording import find_marker, find_prose_markers, is_room, names_somebody, opens_people, opens_person

# A subtitle has at most this many lines, else it is a paragraph set in a heading's style.
MAX_SUBTITLE_LINES = 4
_SEPARATORS = " \t|–—-:•,.>→/"


class Parts(NamedTuple):
    """What the lines of one item were taken for."""

    title: Passage
    subtitle: Passage | None
    room: Passage | None
    body: tuple[Passage, ...]
    blocks: tuple[Block, ...]


def split_parts(
    lines: Sequence[Line],
    start: int,
    end: int,
    anchors: Sequence[Anchor],
    look: Look | None,
    skipped: set[int],
    vocabulary: frozenset[str],
) -> Parts | None:
    """The parts of the item that takes `lines[start:end]`, or None if nothing in it can be a title.

    Args:
        lines: the lines of the document in reading order.
        start: first line of the item.
        end: line after its last.
        anchors: the time anchors inside.
        look: the look of titles, or None when a title is what follows its time.
        skipped: lines that belong to no item (day headings).
        vocabulary: the words of the document, to undo hyphenation.
    """
    taken = skipped | {i for anchor in anchors for i in range(anchor.place, anchor.place + len(anchor.lines))}
    free = [index for index in range(start, end) if index not in taken]
    title, used, speakers = _title(lines, free, anchors, look, vocabulary)
    if title is None:
        return None
    free = [index for index in free if index not in used]
    title, lowered = _split_case(title)
    subtitle, used = (lowered, set()) if lowered else _subtitle(lines, free, used, look, vocabulary)
    free = [index for index in free if index not in used]
    rooms = [index for index in free if is_room(lines[index].text)]
    free = [index for index in free if index not in rooms]
    body, blocks = _body_and_blocks([lines[index] for index in free], vocabulary)
    if speakers is not None:
        blocks = (Block(capacity=Capacity.INTERVENTION, marker="", passage=speakers), *blocks)
    room = join_lines([lines[rooms[0]]]) if rooms else None
    return Parts(title, subtitle, room, body, blocks)


def _title(
    lines: Sequence[Line],
    free: Sequence[int],
    anchors: Sequence[Anchor],
    look: Look | None,
    vocabulary: frozenset[str],
) -> tuple[Passage | None, set[int], Passage | None]:
    """Title, the lines it takes, and the speakers when these stand where a title could."""
    speakers = None
    if look is not None:
        group = _first_group(lines, free, look)
        if group:
            title = join_lines([lines[i] for i in group], vocabulary, one_paragraph=True)
            return _trimmed(title), set(group), _inline_people(anchors)
    for anchor in anchors[:1]:
        inline = _inline(anchor)
        if inline is None:
            continue
        marker = find_marker(inline.text)
        if marker is not None:
            inline = cut(inline, marker.rest)
        if not opens_people(inline.text):
            more = _continuation(lines, free, anchor)
            if more:
                whole = join_lines([anchor.lines[-1], *(lines[i] for i in more)], vocabulary, one_paragraph=True)
                inline = _trimmed(cut(whole, anchor.rest if anchor.rest is not None else 0))
            return inline, set(more), None
        speakers = inline
    rest = [i for i in free if find_marker(lines[i].text) is None and not is_room(lines[i].text)]
    group = _run(lines, rest)
    if not group:
        return speakers, set(), None
    return join_lines([lines[i] for i in group], vocabulary, one_paragraph=True), set(group), speakers


_CASE_SWITCH = re.compile(r"^(?P<title>(?:[^a-zà-öø-ÿ]+\s)+)(?P<rest>\(?[a-zà-öø-ÿ][^A-ZÀ-Þ]{6,})$")


def _split_case(title: Passage) -> tuple[Passage, Passage | None]:
    """« TITRE EN CAPITALES (et sa suite en minuscules) »: the change of case parts title and subtitle."""
    found = _CASE_SWITCH.match(title.text)
    if found is None or sum(char.isupper() for char in found["title"]) < 8:
        return title, None
    return cut(title, 0, found.start("rest")), cut(title, found.start("rest"))


def _first_group(lines: Sequence[Line], free: Sequence[int], look: Look) -> list[int]:
    """The first run of lines in the look of titles."""
    with_color = look.color is not None
    alike = [i for i in free if Look.of(lines[i].style, with_color) == look and find_marker(lines[i].text) is None]
    group = alike[:1]
    for index in alike[1:]:
        if index == group[-1] + 1 and lines[index].page == lines[group[-1]].page:
            group.append(index)
        else:
            break
    return group


def _inline(anchor: Anchor) -> Passage | None:
    """What stands on the line of a time after it, or before it."""
    if anchor.rest is not None:
        return _trimmed(cut(anchor.passage, anchor.rest))
    if anchor.lead is not None:
        return _trimmed(cut(anchor.passage, 0, anchor.lead))
    return None


def _inline_people(anchors: Sequence[Anchor]) -> Passage | None:
    inline = _inline(anchors[0]) if anchors else None
    return inline if inline is not None and opens_people(inline.text) else None


def _trimmed(passage: Passage) -> Passage | None:
    """The passage without the signs that part it from a time."""
    start = len(passage.text) - len(passage.text.lstrip(_SEPARATORS + "\n"))
    end = len(passage.text.rstrip(" \t|–—-:([,\n"))
    return cut(passage, start, end) if end > start else None


def _continuation(lines: Sequence[Line], free: Sequence[int], anchor: Anchor) -> list[int]:
    """The lines a title that begins beside its time goes on with."""
    taken: list[int] = []
    before = anchor.lines[-1]
    if anchor.rest is None:
        return []
    last_style = before.spans[-1].style
    for index in free:
        line = lines[index]
        goes_on = same_block(before, line) and not starts_paragraph(before, line)
        alike = line.spans[0].style == last_style
        unfinished = line.text[:1].islower() or before.text.rstrip().endswith((",", ":", "«", "("))
        if index != anchor.place + len(taken) + 1 or not goes_on or not alike or find_marker(line.text):
            break
        edge = max(other.box.x1 for other in lines[anchor.place : index + 2] if other.page == line.page)
        if not unfinished and not fills(before, line, edge):
            break
        taken.append(index)
        before = line
        if len(taken) >= MAX_SUBTITLE_LINES:
            break
    return taken


def _run(lines: Sequence[Line], rest: Sequence[int]) -> list[int]:
    """The first lines of one style directly below each other."""
    group: list[int] = list(rest[:1])
    for index in rest[1:]:
        before = lines[group[-1]]
        same = (
            Look.of(lines[index].style) == Look.of(before.style)
            or lines[index].spans[0].style == before.spans[-1].style
        )
        if index != group[-1] + 1 or not same or not same_block(before, lines[index]):
            break
        if starts_paragraph(before, lines[index]):
            break
        group.append(index)
    return group


def _subtitle(
    lines: Sequence[Line], free: Sequence[int], title: set[int], look: Look | None, vocabulary: frozenset[str]
) -> tuple[Passage | None, set[int]]:
    """The lines right below the title in a heading's style that is not that of the text."""
    if look is None or not title:
        return None, set()
    last = max(title)
    group: list[int] = []
    for index in free:
        line = lines[index]
        if index != last + 1 + len(group) or find_marker(line.text) or is_room(line.text):
            break
        style = line.style
        heading = style.bold or style.size > _usual_size(lines)
        if not heading or style.size > look.size or (group and Look.of(style) != Look.of(lines[group[0]].style)):
            break
        if style.italic and style.size <= _usual_size(lines):
            break
        group.append(index)
    if not group or len(group) > MAX_SUBTITLE_LINES:
        return None, set()
    return join_lines([lines[i] for i in group], vocabulary, one_paragraph=True), set(group)


def _usual_size(lines: Sequence[Line]) -> float:
    weights: dict[float, int] = {}
    for line in lines:
        weights[line.style.size] = weights.get(line.style.size, 0) + len(line.text)
    return max(weights, key=lambda size: (weights[size], size))


def _body_and_blocks(
    lines: Sequence[Line], vocabulary: frozenset[str]
) -> tuple[tuple[Passage, ...], tuple[Block, ...]]:
    body: list[list[Line]] = [[]]
    blocks: list[tuple[Capacity, str, int, list[Line]]] = []
    open_block = False
    for line in lines:
        marker = find_marker(line.text)
        if marker is not None:
            # « ANIMÉ PAR » as a heading, then « Animé par … » again: the second opens no block of its own.
            doubled = open_block and not blocks[-1][3] and marker.capacity == blocks[-1][0]
            if doubled:
                blocks.pop()
            blocks.append((marker.capacity, marker.words, marker.rest, [line]))
            open_block = True
            if not line.text[marker.rest :].strip():
                blocks[-1] = (marker.capacity, marker.words, 0, [])
        elif open_block and _belongs(blocks[-1], line):
            blocks[-1][3].append(line)
        else:
            open_block = False
            body[-1].append(line)
    found = [
        Block(capacity=capacity, marker=words, passage=cut(join_lines(block, vocabulary, keep_items=True), rest))
        for capacity, words, rest, block in blocks
        if block
    ]
    text = join_lines(body[0], vocabulary) if body[0] else None
    paragraphs = _paragraphs(text) if text else ()
    listed = [passage for passage in paragraphs if _is_people(passage.text)] if not found else []
    paragraphs = tuple(passage for passage in paragraphs if passage not in listed)
    unmarked = [Block(capacity=Capacity.INTERVENTION, marker="", passage=passage) for passage in listed]
    return paragraphs, (*_prose_blocks(paragraphs), *unmarked, *found)


def _belongs(block: tuple[Capacity, str, int, list[Line]], line: Line) -> bool:
    """Whether a line still belongs to an open block.

    Under a marker set as a heading all text does until the next heading or a paragraph set otherwise; after a
    marker inside a line the block ends with its paragraph.
    """
    _, _, rest, before = block
    if rest == 0:
        changed = before and Look.of(line.style) != Look.of(before[0].style) and starts_paragraph(before[-1], line)
        return not changed or opens_people(line.text)
    return not starts_paragraph(before[-1], line) and same_block(before[-1], line)


def _paragraphs(text: Passage) -> tuple[Passage, ...]:
    edges = [0, *text.paragraphs, len(text.text)]
    found = [cut(text, a, b) for a, b in itertools.pairwise(edges)]
    return tuple(passage for passage in found if passage.text)


_CLAUSE = re.compile(
    r"\b(?:est|sont|a|ont|était|sera|qui|que|propose|présente|revient|raconte|il|elle|nous|vous)\b", re.I
)


def _is_people(text: str) -> bool:
    """Whether a paragraph without a marker is a list of people: « Léa Durand (Canal Sud), Marc Petit, éclusier »."""
    if "@" in text or "http" in text:
        return False
    name = opens_person(text) and re.match(r"^[^,;(–—]{3,40}(?=[,;(–—]|$)", text)
    return bool(name and len(text) < 400 and not _CLAUSE.search(text) and text.count(". ") == 0)


_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\bM)(?<!\bDr)(?<!\bPr)[.!?](?=\s|$)|\n")


def _prose_blocks(paragraphs: Sequence[Passage]) -> list[Block]:
    """People named in the description after « introduit par » and the like, up to the end of the sentence."""
    blocks = []
    for passage in paragraphs:
        for start, end, capacity in find_prose_markers(passage.text):
            stop = _SENTENCE_END.search(passage.text, end)
            sentence = cut(passage, end, stop.start() if stop else None)
            if opens_people(sentence.text) or (
                passage.text[:end].rstrip().endswith(" par") and names_somebody(sentence.text)
            ):
                blocks.append(Block(capacity=capacity, marker=f"…{passage.text[start:end]}", passage=sentence))
    return blocks
