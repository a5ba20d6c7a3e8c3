"""Where an item takes place, told from its lines: beside its time, over several lines, or at its end."""

import re
from collections.abc import Sequence

from pipeline.document import Line, Passage
from pipeline.page.line_ends import ends_open
from pipeline.page.look import Look
from pipeline.page.passages import fills, join_lines, same_block
from pipeline.segment.anchor import Anchor
from pipeline.segment.beside_times import before_rest, behind_time, beside_time
from pipeline.segment.hour_lines import behind_hours, may_be_place
from pipeline.segment.place_lines import is_noted_place, may_be_place_line, right_below
from pipeline.segment.room_headings import is_address
from pipeline.segment.setting import SAME_EDGE, Setting, column_of
from pipeline.times.hours import find_hours
from pipeline.wording import find_marker, is_room

# Where an item takes place is told in no more lines.
MAX_PLACE_LINES = 2
# « Chapiteau de la place » goes on with « d'Armes ».
_COMPLEMENT = re.compile(r"d['’]\w|(?:d[eu]s?|de\sla)\s|de\sl['’]")


def room_beside(anchors: Sequence[Anchor], title: Passage) -> Passage | None:
    """The room on the line of a time, where it is not all of the title."""
    around = (beside_time(anchors[0]), behind_time(anchors[0]), before_rest(anchors[0])) if anchors else ()
    return next((told for told in around if told and is_room(told.text) and told.text != title.text), None)


def set_as_places(lines: Sequence[Line], free: Sequence[int], setting: Setting) -> list[int]:
    """The last lines of an item if they alone are set as places are, or else one that says so: « Église – 5 € »."""
    signed = [index for index in free if lines[index].text[:1] in setting.place_signs][:1]
    if signed:
        return signed
    noted = [index for index in free if is_noted_place(lines[index].text)][:1]
    return _ending_as_places(lines, free, setting) or noted


def place_below_hours(
    anchors: Sequence[Anchor], lines: Sequence[Line], free: Sequence[int], setting: Setting
) -> list[int]:
    """The line right below the hours of an item where those of other items have their place, unless it is text."""
    below = [right_below(anchor, lines) for anchor in anchors if anchor.rest is None and anchor.lead is None]
    texts = {index: lines[index].text for index in below if index in free}
    found = [index for index, text in texts.items() if may_be_place_line(text) or is_address(text)][:1]
    if not setting.places_below_hours or not found:
        return []
    line, after = lines[found[0]], lines[found[0] + 1 : found[0] + 2]
    goes_on = any(same_block(line, other) and other.text[:1].islower() for other in after)
    return [] if goes_on else found


def _ending_as_places(lines: Sequence[Line], free: Sequence[int], setting: Setting) -> list[int]:
    if setting.places is None or setting.places == setting.look:
        return []
    told = [index for index in free if setting.places.fits(lines[index].style)]
    if not 0 < len(told) <= MAX_PLACE_LINES or told != list(free[-len(told) :]):
        return []
    above = free[-len(told) - 1] if len(free) > len(told) else None
    led = above is not None and find_marker(lines[above].text, setting.markers) and lines[above].text.endswith(":")
    return told if may_be_place_line(lines[told[0]].text) and not led else []


def room_going_on(
    anchors: Sequence[Anchor], lines: Sequence[Line], free: Sequence[int], setting: Setting
) -> tuple[Passage | None, list[int]]:
    """A room behind a time that goes on below, and the lines it does so with: « 10h – 11h, Salle » over « Nord ».

    They are set as the time, and its line had no room for more.
    """
    behind = behind_hours(anchors[0]) if anchors else None
    if behind is None or not (is_room(behind.text) or (setting.rooms_behind_hours and may_be_place(behind.text))):
        return None, []
    found: list[int] = []
    before = anchors[0].lines[-1]
    for place in range(anchors[0].place + 1, anchors[0].place + 1 + MAX_PLACE_LINES):
        if place not in free or not _goes_on(before, lines[place], setting):
            break
        found.append(place)
        before = lines[place]
    told = [behind, *(lines[place] for place in found)]
    return (join_lines(told, setting.vocabulary, one_paragraph=True), found) if found else (None, [])


def room_behind_title(lines: Sequence[Line], place: int, free: Sequence[int], setting: Setting) -> list[int]:
    """The lines of a room, and the one below with which it goes on where it ends the row of a title.

    « **Habiter la rive** | Amphi », and below it « Durand » in the letters of the room, which had no space there.
    """
    row, below = lines[max(0, place - 1) : place + 1], place + 1
    if len(row) < 2 or below not in free or not _ends_row(row[0], row[1]):
        return [place]
    line = lines[below]
    alike = Look.of(row[1].style) == Look.of(line.style) != Look.of(row[0].style) and _is_under(row[0], row[1], line)
    full = fills(row[1], line, setting.edges.get(column_of(line), 0.0))
    whole = is_room(f"{row[1].text} {line.text}") and not (is_room(line.text) or find_marker(line.text))
    return [place, below] if alike and full and whole and not line.text.endswith(".") else [place]


def _ends_row(title: Line, room: Line) -> bool:
    """Whether a line stands at the right of another, which may be larger."""
    level = title.box.y0 < room.box.middle_y < title.box.y1 and title.page == room.page
    return level and room.box.x0 >= title.box.x1


def _is_under(title: Line, room: Line, line: Line) -> bool:
    """Whether a line stands right below a room, and begins where the title before that does."""
    near = line.page == room.page and 0 <= line.box.y0 - room.box.y1 < line.box.height
    return near and abs(line.box.x0 - title.box.x0) < SAME_EDGE


def _goes_on(before: Line, line: Line, setting: Setting) -> bool:
    """Whether a room goes on with a line: set as the time, and in the look of text in the middle of what it says."""
    alike = Look.of(before.style) == Look.of(line.style) and same_block(before, line)
    apart = Look.of(line.style) != setting.body or line.text[:1].islower() or ends_open(before.text)
    filled = fills(before, line, setting.edges.get(column_of(before), 0.0))
    must = ends_open(before.text) or bool(_COMPLEMENT.match(line.text))
    return alike and apart and (filled or must) and not (find_hours(line.text) or line.text.endswith("."))
