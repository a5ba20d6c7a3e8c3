"""Which lines a title takes: those it goes on with below its first, or began with above its last."""

import re
from collections.abc import Callable, Collection, Sequence
from math import inf

from pipeline.breaks import kind_of
from pipeline.document import TYPED, Kind, Line, Passage, Style
from pipeline.lexicon import CIVILITY
from pipeline.page.entries import LABELLED, is_listed, is_practical
from pipeline.page.line_ends import ends_open, is_bracket_open
from pipeline.page.look import Look
from pipeline.page.passages import fills, goes_on_with_dash, is_tied, same_block, starts_paragraph
from pipeline.page.people_lists import is_people
from pipeline.segment.anchor import Anchor
from pipeline.segment.credits import opens_credit, tells_behind_bar
from pipeline.segment.cut_lines import from_row_start
from pipeline.segment.headings import is_parted, part_heading
from pipeline.segment.numbered_authors import list_authors
from pipeline.segment.setting import SAME_EDGE, Setting, column_of
from pipeline.segment.title_rooms import ends_in_room, ends_with_room
from pipeline.wording import find_marker, is_bare_marker, is_room, is_told_person, opens_person

# A title with the people behind it may take more lines; in a narrow column they are shorter.
MAX_TITLE_LINES, MAX_TITLE_LENGTH = 8, 600
# So many lines around a title tell how wide its column is.
NEARBY = 12
# Of two steps from line to line the one is the shorter if the other is longer by this factor.
NEARER = 1.1
# Titles may be led wider than text by this factor.
WIDER_LED = 1.1
# Boxes of lines are alike in height within so many points.
SAME_HEIGHT = 0.3
# A break told on a line of its own has no more words: « pause », « déjeuner sur place ».
MAX_BREAK = 3
# The part of a programme by its number alone: its name follows on the next line.
_ONLY_NUMBERED = re.compile(
    r"\W*(?:(?:premi[èe]re?|deuxi[èe]me|seconde?|troisi[èe]me|quatri[èe]me|\d{1,2}(?:e|[èe]me|[èe]?re)?)\s+)?"
    r"(?:sessions?|s[ée]ances?|s[ée]quences?|parties?|axes?|volets?|panels?)(?:\s+(?:n°\s?)?(?:\d{1,2}|[IVX]{1,4}))?\W*",
    re.I,
)
# A title in quotation marks ends, and its people follow.
_CLOSED = re.compile(r"[»”]\s?[.,]$")
# What leads from a title to its people: « « Titre », par », and they stand on the next line.
_BY = re.compile(rf"(?:[,»”?)]\s+par|\bpar\s+{CIVILITY})$", re.I)
# What a marker ends with that leads to people: « présenté par », « débat avec ».
_LEADS_ON = re.compile(r":\s*$|\b(?:par|avec)$", re.I)
_IN_LAST_BRACKETS = re.compile(r"\((?P<said>[^()]{5,})\)\s*$")
# A text of sentences, as no title is.
_PROSE = re.compile(r"[^\W\d_]{3}[.!?…]\s+[A-ZÀ-Þ]|[^\W\d_]{3}\.$")


def first_above(lines: Sequence[Line], free: Collection[int], anchor: Anchor, setting: Setting) -> int:
    """The line with which a title begins that ends with a time: that of the time, or one above it."""
    place = anchor.place
    top = place
    while top and place - top < NEARBY and same_block(lines[top - 1], lines[top]):
        top -= 1
    around = lines[top : place + NEARBY]
    while place - 1 in free and _continues(lines[place - 1], lines[place], around, setting):
        place -= 1
    return place


def _continues(before: Line, line: Line, around: Sequence[Line], setting: Setting) -> bool:
    """Whether a title may go on from one line to the next: set alike where they meet, right below.

    A time set larger widens the step to its line; a full line that ends no sentence goes on all the same. In the look
    of the text, where titles are not told from people by anything else, a line with room left goes on nowhere.
    """
    look = Look.of(line.spans[0].style)
    if look != Look.of(before.spans[-1].style):
        return _parts_people(before, line) and not starts_paragraph(before, line, leading=setting.leading)
    if not same_block(before, line):
        return False
    ended = before.text.rstrip().endswith((".", "!", "?", ":", "»"))
    full = fills(before, line, setting.edges.get(column_of(line), inf))
    # The heading of the page may begin where a narrow column does.
    edge = max(other.box.x1 for other in around if other.page == line.page and column_of(other) == column_of(line))
    unfinished = ends_open(before.text) or line.text[:1].islower() or fills(before, line, edge)
    if look == setting.body and not unfinished:
        return False
    outdented = before.box.x0 - line.box.x0 > SAME_EDGE and abs(before.box.middle_x - line.box.middle_x) > SAME_EDGE
    widened = max(span.style.size for span in line.spans) > before.spans[-1].style.size
    full = full and widened and not (ended or outdented)
    return full or not starts_paragraph(before, line, leading=setting.leading)


def _parts_people(before: Line, line: Line) -> bool:
    """Whether people set otherwise than their title go on from one line to the next: « Léa Durand, maire – ».

    They may also begin below it: « « Habiter la rive ». » over « **Léa Durand**, maire ».
    """
    people = before.text.rstrip()
    if _CLOSED.search(people) and opens_person(line.text):
        return same_block(before, line)
    return same_block(before, line) and (people.endswith(("–", "—", "|")) or ends_open(people))


def paragraph_of(
    lines: Sequence[Line], free: Sequence[int], first: Line, setting: Setting, any_slant: bool = False
) -> list[int]:
    """The lines a paragraph goes on with, in whatever style: people, then their title set otherwise.

    With `any_slant` it goes on in italics below several lines in others.
    """
    taken: list[int] = []
    before, length = first, len(first.text)
    for index in free:
        line = lines[index]
        length += len(line.text)
        begun = starts_paragraph(before, line, leading=setting.leading, any_slant=any_slant and line.style.italic)
        apart = begun or not same_block(before, line)
        apart = apart and not goes_on_with_dash(before, line, setting.edges.get(column_of(before), inf))
        too_long = len(taken) >= MAX_TITLE_LINES and length > MAX_TITLE_LENGTH
        turned = _turns_page(before, line, max(other.box.x1 for other in (first, *(lines[i] for i in taken))))
        ended = (apart and not turned) or too_long or _ends_hanging(first, before, line)
        if ended or find_marker(line.text, setting.markers):
            break
        taken.append(index)
        before = line
    return taken


def _ends_hanging(first: Line, before: Line, line: Line) -> bool:
    """Whether a line begins where a paragraph does whose other lines are set in, none of them centred."""
    set_in = before.page == line.page and before.box.x0 - max(line.box.x0, first.box.x0) > SAME_EDGE
    centred = abs(before.box.x0 + before.box.x1 - line.box.x0 - line.box.x1) < SAME_EDGE
    return set_in and not centred and abs(line.box.x0 - first.box.x0) < SAME_EDGE


def _turns_page(before: Line, line: Line, edge: float) -> bool:
    """Whether a line goes on from the last of the page before.

    That one breaks off, or is full up to the `edge` of its column over one that begins in lower case.
    """
    goes_on = ends_open(before.text) or (line.text[:1].islower() and fills(before, line, edge))
    return line.page == before.page + 1 and goes_on


def _turns_column(before: Line, line: Line) -> bool:
    """Whether a title that breaks off goes on in lower case at the top of the next column, set as it is."""
    top = line.page == before.page and line.box.x0 > before.box.x1 - 1 and line.box.y1 < before.box.y0
    return top and line.style == before.style and line.text[:1].islower() and ends_open(before.text)


def up_to_title(
    lines: Sequence[Line], paragraph: Sequence[int], joined: Callable[[Sequence[int]], Passage | None]
) -> list[int]:
    """The lines of a paragraph that are people and their title, without the text set right below; none if it is not.

    `joined` makes one passage of some of its lines.
    """
    whole = joined(paragraph)
    heading = part_heading(whole) if whole else None
    if heading is None:
        return []
    if (whole and is_parted(whole)) or not _PROSE.search(heading.title.text):
        return [*paragraph]
    for count in range(1, len(paragraph)):
        told = joined(paragraph[:count]) if lines[paragraph[count]].text[:1].isupper() else None
        if told and part_heading(told) and not ends_open(told.text):
            return [*paragraph[:count]]
    return []


def run_of(lines: Sequence[Line], rest: Sequence[int], setting: Setting, anchors: Sequence[Anchor]) -> list[int]:
    """The first line and those it goes on with, also where its paragraph begins with the time beside it."""
    if not rest:
        return []
    first = lines[rest[0]]
    time = anchors[0].lines[-1] if anchors and anchors[0].place + len(anchors[0].lines) == rest[0] else None
    if time and time.page == first.page and time.box.x1 <= first.box.x0 and abs(time.box.y0 - first.box.y0) < 2:
        below = lines[rest[1]] if len(rest) > 1 else None
        if below and below.page == first.page and abs(below.box.x0 - time.box.x0) < SAME_EDGE:
            first = first.model_copy(update={"box": first.box.model_copy(update={"x0": time.box.x0})})
        between = [index for index in rest[1:] if begins_between(time, first, lines[index])]
        rest = rest[: rest.index(between[0])] if between else rest
    return [rest[0], *following(lines, rest[1:], first, rest[0], setting)]


def begins_between(time: Line, title: Line, line: Line) -> bool:
    """Whether a line begins between a time and the title beside it, and is not centred below that: it is a talk."""
    inside = time.box.x0 + SAME_EDGE < line.box.x0 < title.box.x0 - SAME_EDGE
    return line.page == title.page and inside and abs(line.box.middle_x - title.box.middle_x) > SAME_EDGE


def following(lines: Sequence[Line], free: Sequence[int], first: Line, place: int, setting: Setting) -> list[int]:
    """The lines a title that begins with `first` goes on with, directly below and in its style.

    Lines of other columns (a room, an hour) may stand between. A title in the style of the text ends with a line
    that had room for more, one in a style of its own with a short line, unless what follows begins in lower case.
    """
    taken: list[int] = []
    before = first
    for index in free:
        line = lines[index]
        alike = Look.of(line.style) == Look.of(before.style) or line.spans[0].style == before.spans[-1].style
        beside = line.page == before.page and min(line.box.x1, first.box.x1) <= max(line.box.x0, first.box.x0)
        if beside and not _turns_column(before, line):
            continue
        column = [other for other in lines[place : index + 3] if other.page == first.page]
        edge = max((other.box.x1 for other in column if other.box.x0 < first.box.x1), default=first.box.x1)
        if first.style.font == TYPED or (is_people(line.text) and not opens_person(first.text)):
            # In a text file, and where people may follow, a title goes on only from the whole width of its column.
            edge = max(edge, setting.edges.get(column_of(first), 0.0))
        unfinished = (
            line.text[:1].islower()
            or _ONLY_NUMBERED.fullmatch(before.text)
            or before.text.rstrip().endswith((",", ":", "«", "(", "-", "–", "—"))
            or ends_open(before.text)
        )
        apart = starts_paragraph(before, line, leading=setting.leading) and not is_tied(before, line)
        drawn_out = _is_widened(first, line, setting) or _is_nearer(
            before, line, lines[index + 1 : index + 2], setting
        )
        drawn_out = drawn_out or _is_led_wider(before, line, setting)
        apart = apart and not (drawn_out and alike and fills(before, line, edge))
        ended = _ends_in_line(before, line, setting) and not opens_person(first.text)
        title = [lines[each] for each in (place, *taken)]
        ended = ended or ends_with_room(before, line) or _ends_in_people(title, line)
        ended = ended or _begins_text(before, line, lines[index + 1 : index + 2], setting)
        turned = beside or _turns_page(before, line, edge)
        goes_on = alike and (turned or (same_block(before, line) and not (apart or ended)))
        between = lines[(taken[-1] if taken else place) + 1 : index]
        other = _is_other(before, line, setting) or any(find_marker(each.text, setting.markers) for each in between)
        # A room set in other letters may end its last line: « … LA CRUE • Salle 2 ».
        upper = (words := " ".join(line.text.split()[:2])) == words.upper()
        other = other or (_is_shouted(before) and not (upper or unfinished))
        broad = before.box.x1 - first.box.x0 > 0.5 * (edge - first.box.x0)
        heading = broad and stands_out(line, setting) and not opens_person(line.text)
        if (
            not goes_on
            or other
            or (_tells_people(line) and not opens_person(first.text) and not _BY.search(before.text))
            or not (turned or unfinished or heading or fills(before, line, edge))
        ):
            break
        taken.append(index)
        before, first = line, line if beside else first
        if len(taken) >= MAX_TITLE_LINES:
            break
    return taken


def _is_other(before: Line, line: Line, setting: Setting) -> bool:
    """Whether a line below a title says something else by its words: people, a number, a room, « Entrée libre »."""
    named = announces_people(before, line, setting) or list_authors(line.text)
    roomed = is_room(line.text) and not (ends_in_room(before, line) or is_bracket_open(before.text))
    break_ = len(line.text.split()) <= MAX_BREAK and kind_of(line.text) is Kind.BREAK
    noted = (is_practical(line.text) or break_) and not (ends_open(before.text) or is_bracket_open(before.text))
    return bool(named or roomed or noted or LABELLED.match(line.text))


def is_announced(lines: Sequence[Line], index: int, setting: Setting) -> bool:
    """Whether people are announced on a line, which is no last word of a title then (see `announces_people`)."""
    return announces_people(from_row_start(lines, index - 1) if index else None, lines[index], setting)


def announces_people(before: Line | None, line: Line, setting: Setting) -> bool:
    """Whether a line begins with a marker that is not the last word of a title: « Accueil des », « participants »."""
    if find_marker(line.text, setting.markers) is None:
        return False
    if before is None or before.spans[-1].style != line.spans[0].style or not same_block(before, line):
        return True
    ended = Look.of(line.style) == setting.body and not ends_open(before.text)
    other = line.text[:1].isupper() and not before.text.isupper()
    return ended or other or not is_bare_marker(line.text) or bool(_LEADS_ON.search(line.text))


def _tells_people(line: Line) -> bool:
    return opens_credit(line.text) or is_told_person(line.text) or tells_behind_bar(line.text)


def _is_shouted(line: Line) -> bool:
    """Whether a line is words in capitals: a title in them ends where others begin."""
    return line.text.isupper() and " " in line.text.strip()


def _ends_in_line(before: Line, line: Line, setting: Setting) -> bool:
    """Whether a title ends in a line that goes on as the text does: in brackets, or before another such title."""
    opening, last, after = before.spans[0].style, before.spans[-1].style, line.spans[0].style
    turned = _is_apart(opening, setting) and not _is_apart(last, setting)
    return turned and (before.text.rstrip().endswith(")") or _is_apart(after, setting))


def _ends_in_people(title: Sequence[Line], line: Line) -> bool:
    """Whether a title ends with people in brackets, over a sentence: « Habiter la rive (Léa Durand, INRAE) »."""
    closed = _IN_LAST_BRACKETS.search(" ".join(each.text for each in title)) if line.text[:1].isupper() else None
    return closed is not None and is_people(closed["said"])


def _is_widened(first: Line, line: Line, setting: Setting) -> bool:
    """Whether a time larger than the title beside it widens the steps of its lines.

    A title set as the text goes on in lower case.
    """
    time, title = first.spans[0].style, first.spans[-1].style
    return time.size > title.size + 1 and (Look.of(title) != setting.body or line.text[:1].islower())


def _is_nearer(before: Line, line: Line, after: Sequence[Line], setting: Setting) -> bool:
    """Whether a line stands nearer to the one above than to the one below it: titles may be led wider than the text.

    Where they are set as most text they are told by their capitals, or from what is below them by its look.
    """
    under = [other for other in after if other.page == line.page]
    told = Look.of(line.style) != setting.body or (_is_shouted(before) and line.text.upper() == line.text)
    worded = line.text[:1].isalnum()  # what a dash opens may be a room or another entry
    told = told or (worded and any(Look.of(other.style) != Look.of(line.style) for other in under))
    below = [other.box.y0 - line.box.y0 for other in under]
    return told and all(NEARER * (line.box.y0 - before.box.y0) < step for step in below)


def _begins_text(before: Line, line: Line, after: Sequence[Line], setting: Setting) -> bool:
    """Whether a line in the look of the title above it stands nearer to the line below: a paragraph begins there.

    Boxes as tight as their letters are no measure of that, nor is a title beside an hour set larger.
    """
    plain = all(Look.of(span.style) == setting.body for each in (before, line) for span in each.spans)
    if not (plain and line.text[:1].isupper() and same_block(before, line)) or ends_open(before.text):
        return False
    return any(
        same_block(line, below)
        and below.style == line.style
        and max(each.box.height for each in (before, line, below)) - line.box.height < SAME_HEIGHT
        and line.box.y0 - before.box.y0 > NEARER * (below.box.y0 - line.box.y0)
        and fills(line, below, before.box.x1)
        for below in after
    )


def _is_led_wider(before: Line, line: Line, setting: Setting) -> bool:
    """Whether a line below another, both set as titles where they meet, is only a little further down than text.

    Set in or out it is a title of its own, unless both are centred or a bullet stands before the first.
    """
    heading = stands_out(line, setting) and _is_apart(before.spans[-1].style, setting)
    level = min(abs(before.box.x0 - line.box.x0), abs(before.box.middle_x - line.box.middle_x)) < SAME_EDGE
    level = level or is_listed(before.text)
    return heading and level and not starts_paragraph(before, line, leading=WIDER_LED * setting.leading)


def _is_apart(style: Style, setting: Setting) -> bool:
    return (style.bold and not setting.body.bold) or style.size > setting.body.size + 0.4


def stands_out(line: Line, setting: Setting) -> bool:
    """Whether a whole line is set otherwise than the text, as titles are."""
    return all(_is_apart(span.style, setting) for span in line.spans)


def is_inside_paragraph(lines: Sequence[Line], index: int, setting: Setting) -> bool:
    """Whether a line is the middle of a paragraph: « … pour que Mon » goes on below with « espace libre soit lu »."""
    if not index:
        return False
    before, line = lines[index - 1], lines[index]
    full = fills(before, line, setting.edges.get(column_of(before), before.box.x1))
    return line.text[:1].islower() and before.style == line.style and same_block(before, line) and full
