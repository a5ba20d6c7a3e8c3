"""Scales of hours drawn along a line or a chart: no times of items, told from hours that head columns of a grid."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from pipeline.document import Line, Page
from pipeline.layout.places import SAME_PLACE, in_margin
from pipeline.times.clock import is_hour_scale
from pipeline.times.hours import find_hours

# A line that runs through this part of the hours above it keeps within no column of theirs.
THROUGH = 0.5
# So much of the text below a scale does; below the heads of a grid it is a note or the footer of the page.
RUNNING = 0.25

_MINUTES = re.compile(r"\d\s?[h:]\s?\d\d(?!\s?[\dh:])|\d\.00(?!\d)", re.I)

Row = tuple[tuple[str, int], ...]  # wording and place from the left of lines beside each other


def scale_rows(pages: Iterable[Page]) -> set[Row]:
    """The rows of hours that head no columns: one page prints them again, or text runs through most of them.

    The heads of a grid stand over it once, and what it holds keeps within their columns.
    """
    known: set[Row] = set()
    through: defaultdict[Row, list[bool]] = defaultdict(list)
    for page in pages:
        rows = [row for row in _rows(page.lines) if is_hour_scale(_text_of(row))]
        known |= {key for key, count in Counter(map(_row_key, rows)).items() if count > 1}
        for row in rows:
            through[_row_key(row)].append(_is_run_through(row, page.lines))
    return known | {key for key, found in through.items() if 2 * sum(found) > len(found)}


def hour_scale(page: Page, known: set[Row]) -> set[Line]:
    """The lines that together print a scale of hours, in one line or as one row of hours.

    With their minutes (« 9h00 10h00 ») they may also head the columns of a grid, unless they stand at an edge, below
    all text, or so near to each other, on one line, that no column fits between, or are `known` to be a scale.
    """
    rows: defaultdict[int, list[Line]] = defaultdict(list)
    last = max((line.box.y0 for line in page.lines if not in_margin(line, page)), default=0.0)
    for line in page.lines:
        apart = in_margin(line, page) or line.box.y1 > last
        if not _MINUTES.search(line.text) or apart or is_hour_scale(line.text):
            rows[round(line.box.y0 / SAME_PLACE)].append(line)
    scale = {line for row in _rows(page.lines) if _row_key(row) in known for line in row}
    for row in rows.values():
        if is_hour_scale(_text_of(sorted(row, key=lambda line: line.box.x0))):
            scale |= set(row)
        elif len(row) > 1:
            scale |= {line for line in row if is_hour_scale(line.text)}
    return scale


def _is_run_through(row: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether other hours are printed on the page, and much of the text below runs through half of those in a row."""
    marks, bottom = [line.box.x0 for line in row], max(line.box.y1 for line in row)
    shown = set(map(id, row))
    others = [line for line in lines if id(line) not in shown]
    below = [line for line in others if line.box.y0 > bottom]
    running = sum(2 <= THROUGH * len(marks) <= sum(line.box.x0 < x < line.box.x1 for x in marks) for line in below)
    return running > RUNNING * len(below) and any(find_hours(line.text) for line in others)


def _row_key(row: Sequence[Line]) -> Row:
    return tuple((line.text, round(line.box.x0 / SAME_PLACE)) for line in row)


def _text_of(row: Sequence[Line]) -> str:
    return " ".join(line.text for line in row)


def _rows(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines that hold an hour with minutes, row by row and from the left."""
    rows: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if _MINUTES.search(line.text):
            rows[round(line.box.y0 / SAME_PLACE)].append(line)
    return [sorted(row, key=lambda line: line.box.x0) for row in rows.values()]
