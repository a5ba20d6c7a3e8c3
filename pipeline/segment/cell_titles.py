"""Further titles in one cell of a grid: talks listed under its first title, or other items at the same time."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.breaks import kind_of
from pipeline.document import Kind, Line, Passage
from pipeline.page.entries import LISTED, is_in_brackets
from pipeline.page.line_ends import ends_open
from pipeline.page.look import Look
from pipeline.page.passages import TIGHT
from pipeline.page.people_lists import is_about_somebody
from pipeline.segment.structure import is_in_capitals, style_at
from pipeline.segment.title_rooms import ends_with_room
from pipeline.times.hours import find_hours
from pipeline.wording import find_marker, is_bare_marker, is_room, opens_people, opens_person

# Lines of one title stand nearer to each other than this part of their height.
APART = 0.55
# A title set further in than the first by so many points is that of a talk in it.
INDENT = 6.0
# Before a title stands so much more room in points than is usual between the lines of its cell.
WIDER = 1.0
# What stands small behind titles, at least behind two of a cell, is lower than they by more than so many points.
SMALLER, MIN_TAILS = 1.0, 2
# A title takes no more characters than this and holds no sentences.
MAX_TITLE = 220
_SENTENCE = re.compile(r"[^\W\d_]{3}\.(?:\s+[A-ZÀ-Þ]|\s*$)")
_QUOTES = tuple('«“"')


def further_titles(lines: Sequence[Line], title: Passage, end: int, body: Look) -> list[int]:
    """Where further titles begin among the lines of a cell up to `end`: set as its first title, and apart from it.

    They are where the look of the first stands out from what is above them, where a bullet or more room than between
    the lines of a title parts them, and where each has people of its own below.
    """
    last = _last_of(lines, title)
    if last is None:
        return []
    apart, over = _apart(lines, title, last + 1, end, body), _over_people(lines, title, last + 1, end)
    return sorted({*apart, *over}) or _over_rooms(lines, last + 1, end)


def _over_rooms(lines: Sequence[Line], below: int, end: int) -> list[int]:
    """The further titles right over rooms that have lines of their own, set as that of the first title below it."""
    if below >= end or not is_room(lines[below].text):
        return []
    room = lines[below]
    bracketed = room.text.startswith("(")
    found: list[int] = []
    for place in range(below + 2, end):
        line = lines[place]
        if not is_room(line.text) or line.style != room.style or line.text.startswith("(") != bracketed:
            continue
        first = place - 1
        while first - 1 > below and (lines[first].text[:1].islower() or ends_open(lines[first - 1].text)):
            first -= 1
        text = lines[first].text
        if _may_be_title(lines, first, place, text, Look.of(lines[first].style, with_color=False)):
            found.append(first)
    return found


def _last_of(lines: Sequence[Line], title: Passage) -> int | None:
    """The place of the last line of a title among those of its cell."""
    used = (place for place, line in enumerate(lines) if any(piece.line is line for piece in title.pieces))
    return max(used, default=None)


def _apart(lines: Sequence[Line], title: Passage, below: int, end: int, body: Look) -> list[int]:
    """The further titles that the look of the first, a bullet or much room parts from what is above them."""
    first = title.pieces[0]
    look = Look.of(style_at(first.line, first.offset), with_color=False)
    quoted = title.text.startswith(_QUOTES)
    stands_out = look.bold or look.italic or look.size > body.size or look.font != body.font
    tailed = _small_tails(lines[:end], look) >= MIN_TAILS
    capitals = is_in_capitals(_before_bracket(title.text))
    if not (stands_out or quoted or tailed or capitals):
        return []
    people = [Look.of(line.spans[0].style, with_color=False) for line in lines[below:end] if _tells_people(line)]
    own = tailed or look != body._replace(color=None) or (bool(people) and look not in people)
    found: list[int] = []
    for place in range(below, end):
        before, line = lines[place - 1], lines[place]
        listed = LISTED.match(line.text)
        text = line.text[listed.end() :] if listed else line.text
        style = style_at(line, listed.end() if listed else 0)
        alike = Look.of(style, with_color=False) == look or bool(listed and style.bold and not body.bold)
        if (
            not alike
            or is_in_brackets(text)
            or not _may_be_title(lines, place, end, text, look)
            or (quoted and not text.startswith(_QUOTES))
        ):
            continue
        changed = own and Look.of(before.spans[-1].style, with_color=False) != look
        changed = changed or ends_with_room(before, line) or (capitals and _begins_capitals(before.text, text))
        apart = before.page != line.page or _is_apart(before, line)
        if listed or apart or changed:
            found.append(place)
    return found


def _begins_capitals(before: str, text: str) -> bool:
    """Whether several words in capitals stand below other text; a room in brackets may follow."""
    said = _before_bracket(text)
    return is_in_capitals(said) and " " in said and not is_in_capitals(_before_bracket(before))


def _before_bracket(text: str) -> str:
    return text.partition("(")[0].strip()


def _small_tails(lines: Sequence[Line], look: Look) -> int:
    """How many runs in the look of a title go on in smaller letters, as with their rooms: « Habiter | Salle 2 »."""
    styles = [Look.of(span.style, with_color=False) for line in lines for span in line.spans]
    return sum(before == look and after.size + SMALLER < look.size for before, after in pairwise(styles))


def _over_people(lines: Sequence[Line], title: Passage, below: int, end: int) -> list[int]:
    """The further titles in the look of the first, each with people below, behind more room or in quotes of its own.

    The first may stand right below the title of the session, where others follow. Set further in than that, one needs
    no people.
    """
    first = title.pieces[0]
    look, quoted = Look.of(style_at(first.line, first.offset)), title.text.startswith(_QUOTES)
    capitals = is_in_capitals(title.text)
    gaps = [line.box.y0 - before.box.y1 for before, line in pairwise(lines[:end]) if line.page == before.page]
    usual = median(gaps) if gaps else 0.0

    def alike(place: int) -> bool:
        line = lines[place]
        return Look.of(line.spans[0].style) == look and (is_in_capitals(line.text) or not capitals)

    def is_inside(place: int) -> bool:
        return lines[place].page == first.line.page and lines[place].box.x0 - first.line.box.x0 > INDENT

    def parted(place: int) -> bool:
        before, line = lines[place - 1], lines[place]
        opens = (quoted and line.text.startswith(_QUOTES)) or (place == below and is_inside(place))
        return opens or before.page != line.page or _room_over(lines, place) > usual + WIDER

    def ends(begun: int, place: int) -> bool:
        nearer = not quoted and _room_over(lines, place) < _room_over(lines, begun) - WIDER  # a subtitle
        return not alike(place) or (parted(place) and not nearer) or _tells_people(lines[place])

    found: list[int] = []
    after = below
    for place in range(below, end):
        if place < after or not (alike(place) and parted(place)) or is_bare_marker(lines[place - 1].text):
            continue
        after = next((n for n in range(place + 1, end) if ends(place, n)), end)
        marked = after < end and find_marker(lines[after].text) is not None
        credited = after < end and _tells_people(lines[after])
        inside = is_inside(place)
        text = lines[place].text
        larger = credited and Look.of(lines[after].spans[0].style).size < look.size
        over = (marked and not alike(place - 1)) or (larger and not opens_person(text))
        named = any(_tells_people(line) for line in lines[(found or [below - 1])[-1] + 1 : place])
        if (
            (credited or inside)
            and (named or inside or place == below)
            and _may_be_title(lines, place, after, text, look._replace(color=None), over)
        ):
            found.append(place)
    others = [place for place in found if place > below]
    room = min((_room_over(lines, place) for place in others), default=0.0)
    # What stands nearer to the title than they do, and no further in, is its subtitle.
    further = quoted or (bool(others) and is_inside(below))
    nearer = not others or (not further and _room_over(lines, below) < room - WIDER)
    return others if nearer else found


def _room_over(lines: Sequence[Line], place: int) -> float:
    """The room above a line of a cell."""
    return max(0.0, lines[place].box.y0 - lines[place - 1].box.y1)


def _tells_people(line: Line) -> bool:
    return find_marker(line.text) is not None or opens_people(line.text)


def _is_apart(before: Line, line: Line) -> bool:
    """Whether there is more room between two lines than between those of a title, however tight their boxes."""
    pitch = line.box.y0 - before.box.y0
    return line.box.y0 - before.box.y1 > APART * line.box.height and pitch > (1 + APART) * TIGHT * line.style.size


def heads_talks(lines: Sequence[Line], title: Passage, starts: Sequence[int], end: int) -> bool:
    """Whether a title stands right over others that have people below, most of them: it is that of their session."""
    told = [any(map(_tells_people, lines[first:last])) for first, last in pairwise([*starts, end])]
    return len(starts) > 1 and _last_of(lines, title) == starts[0] - 1 and 2 * sum(told) > len(told)


def is_talk(line: Line, first: Line) -> bool:
    """Whether a further title is that of a talk: with a bullet the first has not, or set further in."""
    listed = bool(LISTED.match(line.text)) and not LISTED.match(first.text)
    return listed or (line.page == first.page and line.box.x0 - first.box.x0 > INDENT and line.box.x1 >= first.box.x1)


def _may_be_title(
    lines: Sequence[Line], place: int, end: int, text: str, look: Look, over_marker: bool = False
) -> bool:
    """Whether a line can begin a title: it opens no sentence, names no people, room, hour or break.

    What stands `over_marker` in a look of its own is no name of people: « George Sand et la rive », « Oratrice : … ».
    """
    whole = lines[place].text
    if not any(char.isalpha() for char in text) or text[:1].islower() or find_hours(whole):
        return False
    if (
        is_in_brackets(whole)
        or find_marker(whole)
        or is_room(whole)
        or (opens_people(text) and not (over_marker or is_about_somebody(text)))
        or kind_of(text) is not Kind.SESSION
    ):
        return False
    run = [text]
    for line in lines[place + 1 : end]:
        if Look.of(line.spans[0].style, with_color=False) != look or LISTED.match(line.text):
            break
        run.append(line.text)
    said = " ".join(run[:3])
    return len(text) < MAX_TITLE and not _SENTENCE.search(said) and not text.rstrip().endswith(":")
