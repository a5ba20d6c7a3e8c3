"""Where a block of people ends: whether the line below it still tells of them, or of something else."""

import re
from collections.abc import Sequence

from pipeline.document import Capacity, Line
from pipeline.page.entries import LISTED, is_note, opens_group
from pipeline.page.line_ends import ends_open
from pipeline.page.look import Look
from pipeline.page.passages import fills, goes_on_with_dash, opens_item, same_block, starts_paragraph
from pipeline.page.people_lists import LISTED_ENTRY
from pipeline.segment.next_people import NUMBER, opens_next
from pipeline.segment.setting import SAME_EDGE, Setting, column_of, edge_of
from pipeline.wording import BULLETS, find_formats, match_head, match_role, opens_people, opens_person

# Lines of credits stand no further apart than this, in heights of a line.
RUN_ON = 1.4
# So many people below the one who is named behind « Animé par » are led; one may lead too.
MIN_LED = 2
# A name has fewer words than this.
NAME_WORDS = 5
# A sentence ends; markers that several people may follow, one a line: « Modérateurs : », « Animé par ».
ENDED = re.compile(r"[.!?»]\s*$")
# What is done is told by a noun in -tion, or -age or -ment, and of what: « Désignation du bureau ».
_WHAT_IS_DONE = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{3,}(?:tion|age|ment)s?\s(?:de\s|du\s|des\s|d['’])\S")
_SEVERAL = re.compile(r"s\b|\bet\b|\bpar\b", re.I)
_THIS = re.compile(r"(?:Cet(?:te)?|Ce)\s+(?=[a-zà-ÿ])")
_BULLET = re.compile(rf"[{BULLETS}]\s+")


def is_name_alone(text: str) -> bool:
    """Whether a text is the name of a person and hardly anything else."""
    return opens_person(text) and len(text.split()) < NAME_WORDS and not re.search(r"[,;:(–—|]\s*\w", text)


def goes_on(block: tuple[Capacity, str, int, list[Line]], line: Line, setting: Setting) -> bool:
    """Whether a line still belongs to an open block.

    Under a marker set as a heading all text does until the next heading or a paragraph set otherwise; after a
    marker inside a line the block ends with its paragraph.
    """
    capacity, words, rest, before = block
    if before and (opens_group(line.text) or _tells_session(before[-1], line)):
        return False
    if rest == 0:
        if is_note(line.text) or (
            before
            and (
                _is_entry_beside(before[0], line)
                or _begins_other_list(before, line, capacity)
                or (capacity is not Capacity.INTERVENTION and _is_talk_set_in(before, line))
                or _is_text_further_out(before, line)
            )
        ):
            return False
        changed = (
            before
            and Look.of(line.style) != Look.of(before[0].style)
            and Look.of(line.spans[0].style) != Look.of(before[0].spans[0].style)
            and starts_paragraph(before[-1], line, leading=setting.leading)
        )
        if changed and _BULLET.match(before[0].text) and not _BULLET.match(line.text):
            return False  # a paragraph set otherwise below a list
        if _are_cards(before) and not changed and not _is_short_or_named(line) and starts_paragraph(before[-1], line):
            return False  # a text in the look of the names
        below = before and same_block(before[-1], line)
        told = below and (_is_told(line.text) or _is_below_name(before[-1], line, setting))
        told = told or (below and _tells_in_brackets(before[-1], line))
        return bool(not changed or opens_people(line.text) or told)
    unfinished = ends_open(before[-1].text)
    if is_note(line.text) and line.text[:1].isupper() and not unfinished:
        return False  # « Présenté par Léa Durand, éclusière », « Débat et vote »
    one = capacity is not Capacity.INTERVENTION and not _SEVERAL.search(words) and not unfinished
    if one and opens_item(before[-1], line):
        return False  # « Animation : Léa Durand », « Omar Vasseur, maire »: one leads, the others speak
    if _is_set_below(before, line, capacity, setting):
        return False
    if _tells_subject(before, line, setting) or tells_what_is_done(before[-1], line) or _ends_bold(before[-1], line):
        return False
    if capacity is Capacity.INTERVENTION and opens_next(before, rest, line):
        return True
    apart = starts_paragraph(before[-1], line, leading=setting.leading) and not (
        ends_open(before[-1].text)
        or _runs_on(before, line, setting)
        or _tells_in_brackets(before[-1], line)
        or _is_of_cards(before, line, several=capacity is Capacity.INTERVENTION or bool(_SEVERAL.search(words)))
        or (line.style == before[-1].style and goes_on_with_dash(before[-1], line, edge_of(before, setting)))
    )
    return (same_block(before[-1], line) and not apart) or _turns(before[-1], line, setting)


def led_apart(block: tuple[Capacity, str, int, list[Line]]) -> list[tuple[Capacity, str, int, list[Line]]]:
    """Who leads, and those who speak: of « Animée par Léa Durand, éclusière » the two others with lines of their own.

    The only block of an item tells them all, with nothing between who leads and those whom nothing joins to it.
    """
    capacity, words, rest, lines = block
    begun = [place for place in range(1, len(lines)) if opens_item(lines[place - 1], lines[place])]
    if capacity is Capacity.INTERVENTION or rest == 0 or len(begun) < MIN_LED or re.search(r"s\b", words):
        return [block]
    return [(capacity, words, rest, lines[: begun[0]]), (Capacity.INTERVENTION, "", 0, lines[begun[0] :])]


def _tells_session(last: Line, line: Line) -> bool:
    """Whether text about the session begins below people: « … et Léa Durand », « Cette conférence raconte … »."""
    this = _THIS.match(line.text)
    told = this is not None and any(start == 0 for start, _, _ in find_formats(line.text[this.end() :]))
    return told and not ends_open(last.text)


def _is_of_cards(block: Sequence[Line], line: Line, several: bool) -> bool:
    """Whether people behind a marker go on as names with what they do below each, in another style.

    « Avec : Léa Durand », below it « *éclusière* » and « *Canal Sud* », then « Marc Petit » over « *meunier* ».
    """
    last = block[-1]
    if not same_block(last, line):
        return False
    look, above = Look.of(line.spans[-1].style), Look.of(last.spans[-1].style)
    if look == above:
        return False
    if opens_person(line.text):
        return several and len(line.text.split()) <= NAME_WORDS and look == _look_of_names(block)
    return above == _look_of_names(block) and _is_told(line.text)


def _look_of_names(block: Sequence[Line]) -> Look:
    """The look of the first name behind a marker, which may stand on the line below a civility."""
    first = next((line for line in block if not ends_open(line.text)), block[0])
    return Look.of(first.spans[-1].style)


def _tells_in_brackets(last: Line, line: Line) -> bool:
    """Whether a line tells in brackets of the person above it: « **Léa Durand** », « *(éclusière à Brou)* »."""
    told = line.text[1:]
    ended = last.text.rstrip().endswith((")", ".", "!", "?", ":"))
    return line.text.startswith("(") and not ended and bool(match_role(told) or match_head(told))


def _tells_subject(block: Sequence[Line], line: Line, setting: Setting) -> bool:
    """Whether a sentence about the session begins below a person who has a line with room for more words.

    « Intervenante : Léa Durand », « Retour sur dix ans de crues et ce qu'elles ont changé. »
    """
    last = block[-1]
    room_left = not fills(last, line, setting.edges.get(column_of(last), last.box.x1)) and not ends_open(last.text)
    told = opens_people(line.text) or match_role(line.text) or match_head(line.text)
    sentence = line.text[:1].isupper() and len(line.text.split()) > NAME_WORDS and bool(ENDED.search(line.text))
    return room_left and sentence and not told and not re.search(r"[,(]", line.text)


def tells_what_is_done(last: Line, line: Line) -> bool:
    """Whether a line below people tells what else is done: « Désignation du bureau », « Présentation des comptes ».

    What a body is called by is none: « Association des éclusiers », « Coordination des rives ».
    """
    done = _WHAT_IS_DONE.match(line.text)
    return bool(done) and not match_head(line.text) and not match_role(line.text) and not ends_open(last.text)


def _ends_bold(last: Line, line: Line) -> bool:
    """Whether people are bold and the line below them is not, though it tells nothing of them.

    « **Avec Léa Durand et Marc Petit** », below it « Café et lectures au bord de l'eau. »
    """
    bold = all(span.style.bold for span in last.spans) and not any(span.style.bold for span in line.spans)
    told = opens_people(line.text) or match_role(line.text) or match_head(line.text) or ends_open(last.text)
    several = len(line.text.split()) > NAME_WORDS or bool(ENDED.search(line.text))
    return bold and several and line.text[:1].isupper() and not told


def _are_cards(block: Sequence[Line]) -> bool:
    """Whether people are set as names and, below each and set otherwise, what they do."""
    return all(len(line.spans) == 1 for line in block) and len({Look.of(line.style) for line in block}) > 1


def _is_short_or_named(line: Line) -> bool:
    return opens_people(line.text) or (len(line.text.split()) < NAME_WORDS and not ENDED.search(line.text))


def _is_told(text: str) -> bool:
    """Whether a line says what somebody does or belongs to."""
    return bool(match_role(text) or match_head(text)) and not ENDED.search(text)


def _is_below_name(name: Line, line: Line, setting: Setting) -> bool:
    """Whether a line set otherwise right below a name alone tells of that person: a few words, and no sentence."""
    few = len(line.text.split()) < (NAME_WORDS if Look.of(line.style) == setting.body else 2 * NAME_WORDS)
    level = abs(line.box.x0 - name.box.x0) < SAME_EDGE and Look.of(line.style) != Look.of(name.style)
    return is_name_alone(name.text) and level and few and not ENDED.search(line.text)


def _turns(before: Line, line: Line, setting: Setting) -> bool:
    """Whether a paragraph goes on at the top of the next column or page: full, unfinished, and set alike there."""
    next_column = line.page == before.page and line.box.x0 > before.box.x1 - 1 and line.box.y1 < before.box.y0
    next_page = line.page == before.page + 1 and line.box.y0 < before.box.y0
    unfinished = not before.text.rstrip().endswith((".", "!", "?", ":"))
    # Names may be bold: what counts is how the line ends.
    alike = line.spans[0].style in (before.style, before.spans[-1].style) and not LISTED_ENTRY.match(line.text)
    alike = alike or _tells_in_brackets(before, line)
    edge = setting.edges.get(column_of(before), before.box.x1)
    return (next_column or next_page) and unfinished and alike and fills(before, line, edge)


def _is_entry_beside(first: Line, line: Line) -> bool:
    """Whether a line is an entry of another list, set further in or out, and of no person: « 2. Habiter la rive »."""
    listed = LISTED.match(line.text)
    apart = line.page == first.page and abs(line.box.x0 - first.box.x0) > SAME_EDGE
    return bool(listed and apart and not opens_people(line.text[listed.end() :]))


def _is_text_further_out(block: Sequence[Line], line: Line) -> bool:
    """Whether a paragraph that names nobody first begins left of all people, as below a box around these."""
    last = block[-1]
    left = line.page == last.page and line.box.x0 < min(other.box.x0 for other in block) - SAME_EDGE
    centred = abs(line.box.middle_x - last.box.middle_x) < SAME_EDGE
    return left and not centred and starts_paragraph(last, line) and not opens_person(line.text)


def _begins_other_list(block: Sequence[Line], line: Line, capacity: Capacity) -> bool:
    """Whether a bullet, or a number further in or out, begins a list of something else than people who have none.

    Below who leads a session other people with bullets are those of its talks: « Séance présidée par : », « Léa
    Durand », « • Omar Vasseur, maire : « Habiter la rive » ».
    """
    bullet = _BULLET.match(line.text)
    if bullet and not any(_BULLET.match(other.text) for other in block):
        return capacity is not Capacity.INTERVENTION or not opens_people(line.text[bullet.end() :])
    apart = line.page == block[0].page and abs(line.box.x0 - block[0].box.x0) > SAME_EDGE
    return apart and bool(NUMBER.match(line.text)) and not NUMBER.match(block[0].text)


def _is_talk_set_in(block: Sequence[Line], line: Line) -> bool:
    """Whether somebody or a quoted title begins further in than all who chair: the first of the talks."""
    apart = line.page == block[-1].page and all(line.box.x0 - other.box.x0 > SAME_EDGE for other in block)
    centred = abs(line.box.middle_x - block[-1].box.middle_x) < SAME_EDGE
    begun = opens_person(line.text) or line.text.startswith(("«", "“"))
    return apart and not centred and begun and not ends_open(block[-1].text)


def _is_set_below(block: Sequence[Line], line: Line, capacity: Capacity, setting: Setting) -> bool:
    """Whether another list begins below people whose sentence is ended: set further in or out, and of nobody.

    Where speakers are listed, a full line may be ended by chance.
    """
    last = block[-1]
    apart = line.page == last.page and all(abs(line.box.x0 - other.box.x0) > SAME_EDGE for other in block)
    full = capacity is Capacity.INTERVENTION and fills(last, line, edge_of(block, setting))
    ended = last.text.rstrip().endswith(".") and not ends_open(last.text) and not full
    return apart and ended and not opens_people(line.text)


def _runs_on(block: Sequence[Line], line: Line, setting: Setting) -> bool:
    """Whether credits set a little wider than the text go on: the line before is full, and the next in its place."""
    last = block[-1]
    near = line.page == last.page and line.box.y0 - last.box.y0 < RUN_ON * max(line.box.height, last.box.height)
    alike = Look.of(line.style) == Look.of(last.style) and abs(line.box.x0 - block[0].box.x0) < SAME_EDGE
    return near and alike and not LISTED_ENTRY.match(line.text) and fills(last, line, edge_of(block, setting))
