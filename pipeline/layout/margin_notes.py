"""The hour and room of an item set at the right of its title, read after all lines of the title."""

from collections.abc import Sequence

from pipeline.document import Line
from pipeline.page.label_columns import begins_as_label, is_label

# Lines of one title begin within so many points of each other, no further down than this part of their size.
FLUSH, PITCH = 3.0, 1.6
# No more lines stand beside a title.
MOST_NOTES = 4


def titles_before_notes(lines: Sequence[Line]) -> list[Line]:
    """The lines in reading order, but those of a title together where one hour and little else stands beside it."""
    ordered = list(lines)
    place = 0
    while place < len(ordered):
        title, notes = _title_at(ordered, place)
        if len(title) > 1 and notes and sum(is_label(line.text) for line in notes) == 1:
            ordered[place : place + len(title) + len(notes)] = [*title, *notes]
        place += max(1, len(title))
    return ordered


def _title_at(lines: Sequence[Line], place: int) -> tuple[list[Line], list[Line]]:
    """The lines set alike right below each other from one on, and those that stand on their right between them.

    Only of a title set otherwise than what stands beside it.
    """
    title = [lines[place]]
    notes: list[Line] = []
    waiting: list[Line] = []
    first = lines[place]
    if begins_as_label(first.text) or first.rotation:
        return title, []
    for line in lines[place + 1 :]:
        if _goes_on(title[-1], line) and not begins_as_label(line.text):
            title.append(line)
            notes += waiting
            waiting = []
        elif _is_beside(title, line) and len(notes) + len(waiting) < MOST_NOTES:
            waiting.append(line)
        else:
            break
    notes += waiting
    apart = all((note.style.size, note.style.color) != (first.style.size, first.style.color) for note in notes)
    headed = first.style.bold or all(note.style.size < first.style.size for note in notes)
    return (title, notes) if apart and headed else ([first], [])


def _goes_on(before: Line, line: Line) -> bool:
    return (
        line.style == before.style
        and abs(line.box.x0 - before.box.x0) < FLUSH
        and 0 < line.box.y0 - before.box.y0 < PITCH * line.style.size
    )


def _is_beside(title: Sequence[Line], line: Line) -> bool:
    """Whether a line stands at the height of a title or right below, and right of all its lines."""
    near = line.box.y0 < title[-1].box.y1 + title[-1].style.size
    return near and line.rotation == 0 and line.box.x0 >= max(part.box.x1 for part in title)
