"""Rooms broken over lines in the column of the hours: « 10h » over « Salle » over « Anna-Séverac » is one room."""

from collections.abc import Sequence

from pipeline.document import Line
from pipeline.layout.broken_hours import as_one, right_under
from pipeline.page.label_columns import begins_as_label, is_label, label_columns
from pipeline.page.line_ends import is_bracket_open
from pipeline.wording import is_room

# What would have fitted beside the first line leaves at least so much room to the text on the right, in ems.
FREE = 1.0


def join_broken_rooms(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of each room that is broken in a column of hours as one; all others as they are.

    « Salle 2 » over « Gratuit » stay two: there was room for the second beside the first. « 10h (Salle » goes on with
    « A) ».
    """
    rooms = [line for line in lines if is_room(line.text) or _opens_bracket(line)]
    columns = label_columns(list(lines)) if rooms else []
    joined: dict[int, Line] = {}
    taken: set[int] = set()
    for labels in columns:
        right = max(label.box.x1 for label in labels)
        edge = min((line.box.x0 for line in lines if line.box.x0 >= right), default=None)
        if edge is None:
            continue
        inside = [line for line in lines if line.box.x1 < edge and labels[0].box.y0 <= line.box.y0]
        left = min(line.box.x0 for line in inside)
        for room in (line for line in inside if is_room(line.text) and id(line) not in taken):
            parts = [*_opening(room, inside, edge - left), *_parts(room, inside, edge - left)]
            if len(parts) > 1:
                joined[id(parts[0])] = as_one(parts)
                taken |= {id(part) for part in parts}
        for label in (line for line in inside if _opens_bracket(line) and id(line) not in taken):
            if rest := next((line for line in right_under(label, inside) if _closes_bracket(label, line)), None):
                joined[id(label)] = as_one([label, rest])
                taken |= {id(label), id(rest)}
    return [joined.get(id(line), line) for line in lines if id(line) in joined or id(line) not in taken]


def _opens_bracket(line: Line) -> bool:
    """Whether an hour is followed by a room in brackets that do not close on its line: « 10h (Salle »."""
    return is_bracket_open(line.text) and begins_as_label(line.text) and is_room(f"{_in_bracket(line)} 1")


def _in_bracket(line: Line) -> str:
    return line.text[line.text.rfind("(") + 1 :].strip()


def _closes_bracket(label: Line, line: Line) -> bool:
    """Whether a line closes the brackets that one above it opens, and holds nothing else."""
    ends = line.text.endswith(")") and line.text.count(")") == 1 and "(" not in line.text
    return ends and line.style == label.spans[-1].style


def _opening(room: Line, inside: Sequence[Line], width: float) -> list[Line]:
    """The line right above a room with which its name begins: « Grande » over « scène »."""
    above = next((line for line in inside if line.style == room.style and right_under(line, [room])), None)
    if above is None or is_room(above.text) or is_label(above.text) or not is_room(f"{above.text} {room.text}"):
        return []
    return [above] if _is_full(above, room, width) else []


def _is_full(line: Line, below: Line, width: float) -> bool:
    """Whether a line had no room for the first word of the one below it."""
    word = below.text.split(maxsplit=1)[0]
    needed = line.box.width + below.box.width * (len(word) + 1) / len(below.text)
    return needed >= width - FREE * line.style.size


def _parts(room: Line, inside: Sequence[Line], width: float) -> list[Line]:
    """The lines a room takes, from its first."""
    parts = [room]
    while True:
        last = parts[-1]
        below = next(iter(right_under(last, inside)), None)
        if below is None or below.style != last.style or is_label(below.text) or is_room(below.text):
            return parts
        if not _is_full(last, below, width):
            return parts
        parts.append(below)
