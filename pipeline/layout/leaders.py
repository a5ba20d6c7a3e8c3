"""Rows of dots from a title to who tells it: « Le pont de bois ........ Mme Léa Durand »."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Line
from pipeline.page.joined_lines import join_as_line
from pipeline.page.passages import cut_line
from pipeline.times.hours import find_hours
from pipeline.wording import opens_people

_DOTS = re.compile(r"\s*(?:(?:[.·_…]\s?){4,}|…{2,}|(?<=\w)\.{3}(?=[A-ZÀ-Þ]))\s*")
_OTHER_DOTS = re.compile("[·_…]")
# The next line of a row is no further below than this part of its height, and begins within so many points.
PITCH, FLUSH = 1.6, 3.0


class Row(NamedTuple):
    """What stands on the left of the dots, and on the right."""

    left: Line
    right: Line


def with_leaders_read(lines: Sequence[Line]) -> list[Line]:
    """The lines, each title that dots lead from and the people these lead to parted by a dash; in their order.

    A title may take two lines, and so may the people beside it.
    """
    rows = {id(line): row for line in lines if (row := _row(line))}
    goes_on = {id(row.left): after for row in rows.values() if (after := _next(row, lines))}
    gone = {id(line) for line in goes_on.values()}
    return [_as_one(line, rows, goes_on) for line in lines if id(line) not in gone]


def _row(line: Line) -> Row | None:
    """The two sides of the dots of a line; None where they lead to a page, a price or a blank."""
    dots = _DOTS.search(line.text) if line.text.count(".") > 2 or _OTHER_DOTS.search(line.text) else None
    if dots is None or not dots.start() or not opens_people(line.text[dots.end() :]):
        return None
    left, _ = cut_line(line, dots.start())
    return Row(left, cut_line(line, dots.end())[1])


def _next(row: Row, lines: Sequence[Line]) -> Line | None:
    """The line right below a row that goes on both with its title and with its people."""
    below = next(
        (
            line
            for line in lines
            if abs(line.box.x0 - row.left.box.x0) < FLUSH
            and 0 < line.box.y0 - row.left.box.y0 < PITCH * row.left.box.height
        ),
        None,
    )
    dots = _DOTS.search(below.text) if below else None
    if below is None or dots is None or not row.right.text.endswith(",") or not below.text[:1].islower():
        return None
    return None if find_hours(below.text) else below


def _as_one(line: Line, rows: dict[int, Row], goes_on: dict[int, Line]) -> Line:
    row = rows.get(id(line))
    if row is None:
        return line
    after = goes_on.get(id(row.left))
    dots = _DOTS.search(after.text) if after else None
    if after is None or dots is None:
        return join_as_line([("", row.left), (" – ", row.right)])
    left, right = cut_line(after, dots.start())[0], cut_line(after, dots.end())[1]
    return join_as_line([("", row.left), (" ", left), (" – ", row.right), (" ", right)])
