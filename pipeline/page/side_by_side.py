"""Whether lines side by side are columns of text, or labels beside what they tell."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from pipeline.document import Line
from pipeline.page.format_labels import is_level
from pipeline.page.grid_cells import width_of
from pipeline.page.label_columns import EDGE, are_timed, begins_as_label, is_label
from pipeline.times import is_day_heading
from pipeline.times.days import find_days
from pipeline.wording import is_bare_marker, is_room

# A column of labels (hours, rooms) takes at most this part of the width of the text.
LABEL_WIDTH = 0.34
# A margin that tells when and where takes no more lines; the text beside it takes at least as many.
MARGIN_LINES = 6
# A margin begins no further below the text beside it than this many times the height of the hour.
NEAR_TOP = 4
# So many items with their hours above them make a narrow column one of its own.
MIN_ITEMS = 2
# The text begins above the hour if its first line does by this part of the lower of the two.
ABOVE = 0.35
# A title is as large as its hour, or smaller by less than this.
AS_LARGE = 0.9


_Look = tuple[float, bool, bool]


def cards_of_row(row: Sequence[Sequence[Line]], lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The boxes of a row that are cards, to be read as one; none where they tell hours.

    Those that only hold who takes part in the items above them, as in two columns of a magazine, are none, nor are
    the heads of columns: the day of one and the theme of the next, beside the cover of a leaflet.

    Args:
        row: the lines in each box.
        lines: those of the zone, in boxes and around them.
    """
    headless = [held for held in row if not _heads_column(held, lines)]
    cards = headless if len(headless) + 1 < len(row) or not headless else list(row)
    timed = are_timed([[begins_as_label(line.text) for line in held] for held in cards])
    announced = all(is_bare_marker(held[0].text) for held in cards)
    return [] if announced or timed or len(cards) < min(2, len(row)) else cards


def _heads_column(held: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether a box holds one row, as « A1          Salle 2 », and more stands right below: a head of a column."""
    head = held[0].box
    return are_on_one_row(held) and any(
        0 < line.box.y0 - head.y1 < 2 * head.height and line.box.x0 < head.x1 and head.x0 < line.box.x1
        for line in lines
    )


def are_on_one_row(held: Sequence[Line]) -> bool:
    """Whether all lines of a box stand on one row."""
    return all(is_level(held[0], line) for line in held[1:])


def are_columns(left: list[Line], right: list[Line]) -> bool:
    """Columns of text rather than labels beside what they label."""
    if _are_headed(left, right):
        return True
    if len(left) < 3 or len(right) < 3 or _are_tags(left, right):
        return False
    whole = width_of([*left, *right])
    for side, other in ((left, right), (right, left)):
        width = width_of(side)
        labels = sum(is_label(line.text) for line in side)
        if width < LABEL_WIDTH * whole and labels * 2 >= len(side) and not _are_set_as_items(side, other):
            return False
        if width < 0.12 * whole:
            return False
    return True


def under_days(lines: Sequence[Line]) -> list[list[Line]]:
    """The columns of a zone that begins with days side by side, each with its day; none where text runs across."""
    first = min(lines, key=_from_top)
    heads = sorted((line for line in lines if line.box.y0 <= first.box.middle_y), key=lambda line: line.box.x0)
    if len(heads) < 2 or not all(is_day_heading(line.text) for line in heads):
        return []
    edges = [line.box.x0 - EDGE for line in heads]
    columns: list[list[Line]] = [[] for _ in edges]
    for line in lines:
        place = bisect_right(edges, line.box.x0) - 1
        if place < 0 or any(edge < line.box.x1 - EDGE for edge in edges[place + 1 :]):
            return []
        columns[place].append(line)
    return columns if all(len(column) > 1 for column in columns) else []


def _are_tags(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether each line on the right ends the row of an hour on the left: its format, or its room, and no column."""
    hours = [line.box for line in left if is_label(line.text)]
    return all(any(hour.y0 < line.box.middle_y < hour.y1 for hour in hours) for line in right)


def _are_set_as_items(side: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether most hours of a side stand right over a text, both set as those of the other side are: items alike."""
    told = set(_hours_over_texts(other))
    alike = sum(item in told for item in _hours_over_texts(side))
    return alike >= MIN_ITEMS and 2 * alike > sum(is_label(line.text) for line in side)


def _hours_over_texts(side: Sequence[Line]) -> list[tuple[_Look, _Look]]:
    """How hours are set and the texts right below them that begin where they do and are set otherwise."""
    found = []
    for hour in (line for line in side if is_label(line.text)):
        under = [line for line in side if line.box.y0 > hour.box.y0 and abs(line.box.x0 - hour.box.x0) < EDGE]
        below = min(under, key=_from_top, default=hour)
        if not is_label(below.text) and not is_room(below.text) and _look(below) != _look(hour):
            found.append((_look(hour), _look(below)))
    return found


def is_margin(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the left side tells the hour, and perhaps the day and room, of the one text on the right, begun above.

    Hours below each other, or several rooms, label what stands beside each of them instead; so does an hour far below
    the beginning of the text, which goes on from another column. One with nothing on its row stands over its item.
    """
    hour = _only_hour(left, right)
    if hour is None:
        return False
    near = min(line.box.y0 for line in left) - min(line.box.y0 for line in right) < NEAR_TOP * hour.box.height
    return near and bool(_on_row(hour, right))


def is_margin_behind(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the right side tells the hour, and perhaps the day and format, of the one text on the left.

    It is read behind that, at whatever height of the text it stands, since the title comes first either way; but not
    where it stands on the row of a title as large as the hour is, and may be that of the last of several items.
    """
    hour = _only_hour(right, left)
    return hour is not None and all(line.style.size < AS_LARGE * hour.style.size for line in _on_row(hour, left))


def _on_row(hour: Line, lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.box.y0 < hour.box.y1 and line.box.y1 > hour.box.y0]


def _only_hour(margin: Sequence[Line], text: Sequence[Line]) -> Line | None:
    """The hour in a narrow column if it is the only one of the text beside, which begins above it; else None."""
    if len(margin) > MARGIN_LINES or len(text) < MARGIN_LINES:
        return None
    hours = [line for line in margin if is_label(line.text)]
    if len(hours) != 1:
        return None
    narrow = width_of(margin) < LABEL_WIDTH * width_of([*margin, *text])
    first = min(text, key=_from_top).box
    begun = first.y0 < hours[0].box.y0 - ABOVE * min(hours[0].box.height, first.height)
    rooms = sum(is_room(line.text) for line in margin)
    alone = narrow and begun and rooms < 2 and not any(begins_as_label(line.text) for line in text)
    return hours[0] if alone else None


def _are_headed(left: list[Line], right: list[Line]) -> bool:
    """Whether both sides begin on one level with a line set alike over a line set otherwise: names over functions.

    Hours do too where both have them: each stands over an item of its own. A side may be several columns itself.
    """
    head, other = (min(side, key=_from_top, default=None) for side in (left, right))
    if head is None or other is None:
        return False
    below, under = (_first_below(one, side) for one, side in ((head, left), (other, right)))
    if below is None or under is None:
        return False
    heads, texts = {_look(head), _look(other)}, {_look(below), _look(under)}
    level = abs(head.box.y0 - other.box.y0) < 0.5 * head.box.height
    timed = is_label(head.text) != is_label(other.text)
    return level and not timed and len(heads) == len(texts) == 1 and heads != texts


def _first_below(head: Line, side: Sequence[Line]) -> Line | None:
    """The first line of a side that does not stand on the row of its head."""
    return min((line for line in side if line.box.y0 > head.box.middle_y), key=_from_top, default=None)


def _look(line: Line) -> _Look:
    return round(line.style.size, 1), line.style.bold, line.style.italic


def _from_top(line: Line) -> tuple[float, float, float, float, str]:
    return line.box.y0, line.box.x0, line.box.y1, line.box.x1, line.text


def heads_lists(heads: Mapping[int, Sequence[Line]], below: Mapping[int, Sequence[Line]]) -> bool:
    """Whether each cell of a row without hours stands over one with a list of them: « Atelier A », its talks."""
    if len(below) < 2 or set(heads) != set(below):
        return False
    if any(begins_as_label(line.text) or find_days(line.text) for head in heads.values() for line in head):
        return False  # days are a row of their own for what reads grids
    return all(sum(begins_as_label(line.text) for line in found) > 1 for found in below.values())
