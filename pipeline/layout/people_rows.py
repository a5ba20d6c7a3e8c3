"""People set side by side, each with a function below the name: read person by person, not line by line."""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from pipeline.document import Line
from pipeline.lexicon import PARTICLES
from pipeline.page.joined_lines import join_as_line
from pipeline.page.line_ends import ends_open
from pipeline.times.hours import find_hours
from pipeline.wording import find_marker, is_room, match_head, names_somebody, opens_person

# A name has no more words than this, and no sign or figure; what is said below it takes no more lines.
MAX_WORDS, MAX_LINES = 5, 8
_OTHER = re.compile(r"[,;:(–—|.!?\d]")
_PARTICLE = re.compile(rf"(?:{PARTICLES})\S*", re.I)
# Lines of one person begin within so many points, no further down than this part of their size; the next row of
# people is no further away than that.
FLUSH, PITCH, NEXT_ROW = 3.0, 1.75, 4.0
# A line that takes so much of the width of its column goes on in the next.
FULL = 0.7


def with_people_side_by_side(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, each row of people with what is said of them as one."""
    kept = list(lines)
    taken: set[int] = set()
    found: list[list[list[list[Line]]]] = []
    for row in _name_rows(lines):
        if any(id(name) in taken for name in row) or not _stand_below_one(row, lines, taken):
            continue
        people = [[name, *_said_of(name, row, kept)] for name in row]
        told = sum(len(person) > 1 for person in people)
        if told < 2 or told < len(people) - 1:
            continue
        rows = [people, *_rows_below(people, kept)]
        gone = {id(line) for each in rows for person in each for line in person}
        taken |= gone
        kept = [line for line in kept if id(line) not in gone]
        found.append(rows)
    # Rows of one page are set alike: a line that is full in one tells how wide all are.
    widest = max(
        (line.box.width for rows in found for each in rows for person in each for line in person), default=0.0
    )
    return kept + [_as_one(each, [person[0] for person in rows[0]], widest) for rows in found for each in rows]


def _is_name(line: Line) -> bool:
    words = line.text.split()
    plain = 2 <= len(words) <= MAX_WORDS and not _OTHER.search(line.text) and line.rotation == 0
    plain = plain and all(word[0].isupper() or _PARTICLE.fullmatch(word) for word in words)
    return plain and names_somebody(line.text) and not find_marker(line.text) and not is_room(line.text)


def _name_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The names that stand at one height in one style, from the left; some of them beyond doubt."""
    names = [line for line in lines if _is_name(line)]
    rows: list[list[Line]] = []
    for line in sorted(names, key=lambda line: (line.box.y0, line.box.x0)):
        row = rows[-1] if rows else None
        if row and line.style == row[0].style and abs(line.box.y1 - row[0].box.y1) < 0.3 * line.box.height:
            row.append(line)
        else:
            rows.append([line])
    found = [sorted(row, key=lambda line: line.box.x0) for row in rows if len(row) > 1]
    return [row for row in found if any(opens_person(line.text) for line in row)]


def _stand_below_one(row: Sequence[Line], lines: Sequence[Line], taken: set[int]) -> bool:
    """Whether what stands over each name, if anything, begins at the first or is such a row: else it has a column."""
    for name in row[1:]:
        over = [line for line in lines if line.box.y1 <= name.box.y0 + 1 and _is_over(line, name)]
        above = max(over, key=lambda line: line.box.y1, default=None)
        if above is not None and id(above) not in taken and above.box.x0 > row[0].box.x0 + FLUSH:
            return False
    return True


def _is_over(line: Line, name: Line) -> bool:
    return line.box.x0 < name.box.x1 and name.box.x0 < line.box.x1


def _said_of(name: Line, row: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The lines right below a name, set otherwise, that end before the next column begins."""
    after = min((other for other in row if other.box.x0 > name.box.x1), key=lambda other: other.box.x0, default=None)
    found: list[Line] = []
    below = name
    for line in sorted(lines, key=lambda line: line.box.y0):
        if line.box.y0 <= below.box.y0 or not (_is_flush(line, name) or _is_centred(line, name)):
            continue
        if after is None:
            edge = inf
        else:
            edge = after.box.x0 if _is_flush(line, name) else (name.box.middle_x + after.box.middle_x) / 2
        near = line.box.y0 - below.box.y0 < PITCH * name.style.size and line.style.size <= name.style.size
        crosses = line.box.x1 > edge
        other = line.style == name.style or find_marker(line.text) or find_hours(line.text)
        if not near or crosses or other or len(found) == MAX_LINES:
            break
        found.append(line)
        below = line
    return found


def _is_flush(line: Line, name: Line) -> bool:
    return abs(line.box.x0 - name.box.x0) <= FLUSH


def _is_centred(line: Line, name: Line) -> bool:
    """Whether a line is set in the middle below a name, as below portraits."""
    return abs(line.box.middle_x - name.box.middle_x) <= FLUSH


def _rows_below(people: Sequence[Sequence[Line]], lines: Sequence[Line]) -> list[list[list[Line]]]:
    """The rows of fewer people right below, in the same columns and style: the last may hold one alone."""
    names = [person[0] for person in people]
    bottom = max(line.box.y1 for person in people for line in person)
    size = names[0].style.size
    alone = [
        line
        for line in lines
        if line.style == names[0].style
        and _is_name(line)
        and 0 <= line.box.y0 - bottom < NEXT_ROW * size
        and abs(line.box.x0 - names[0].box.x0) < FLUSH
        and not any(abs(other.box.y0 - line.box.y0) < size and other.box.x0 > line.box.x1 for other in lines)
    ]
    below = [[line, *_said_of(line, names, lines)] for line in alone[:1]]
    return [below] if below and len(below[0]) > 1 else []


def _as_one(people: Sequence[Sequence[Line]], row: Sequence[Line], widest: float) -> Line:
    """One line of all people of a row, parted as in a list."""
    starts = [name.box.x0 for name in row]
    width = min(after - before for before, after in pairwise(starts))
    return join_as_line(
        (_sign(person, place, width, widest) if place else " ; ", line)
        for person in people
        for place, line in enumerate(person)
    )


def _sign(person: Sequence[Line], place: int, width: float, widest: float) -> str:
    """What parts a line from the one before it said of a person: nothing where one goes on in the next."""
    before, line = person[place - 1], person[place]
    if place == 1 or before.style != line.style:
        return ", "
    text = before.text.rstrip()
    # A line that had no room for the next word goes on; else a body in lower case has a line of its own.
    word = line.box.width * len(line.text.split()[0]) / len(line.text)
    had_room = before.box.width + word <= widest
    goes_on = line.text[:1].islower() and not (had_room and match_head(line.text))
    if text.endswith((",", "-")) or ends_open(text) or goes_on or before.box.width > FULL * width:
        return " "
    # Behind the function: « Journaliste, Radio », « Durance ».
    told = place > 2 or "," in text
    return " " if told and not had_room else ", "
