"""Boxes drawn side by side: told from nested ones, from empty ones, and from columns of days with hours inside."""

from layouts import Put, line_of

from pipeline.document import Box, Line
from pipeline.extract.frames import box_rows


def box(x: float, y: float = 100.0, width: float = 100.0, height: float = 80.0) -> Box:
    return Box(x0=x, y0=y, x1=x + width, y1=y + height)


def inside(text: str, x: float, y: float = 110.0) -> Line:
    return line_of(Put(text, x=x, width=60.0), 1, y)


def columns(boxes: list[Box], lines: list[Line]) -> list[tuple[int, int]]:
    return [(cell.table, cell.column) for cell in box_rows(boxes, lines)]


def test_boxes_side_by_side_with_text_in_each_are_a_row() -> None:
    lines = [inside("Habiter", 20), inside("Le moulin", 130), inside("La crue", 20, 210)]
    assert columns([box(10), box(120, 101.0), box(10, 200.0)], lines) == [(0, 0), (0, 1)]


def test_a_box_around_others_and_an_empty_one_are_none() -> None:
    lines = [inside("Habiter", 20), inside("Le moulin", 130)]
    around = box(0, 90.0, 400.0, 200.0)
    assert columns([around, box(10), box(120), box(230)], lines) == [(0, 0), (0, 1)]


def test_boxes_with_hours_inside_are_no_cards() -> None:
    assert columns([box(10), box(120)], [inside("9h Habiter", 20), inside("10h Le moulin", 130)]) == []


def test_the_last_card_may_stand_alone_right_below_the_row_but_not_below_other_text_or_otherwise_wide() -> None:
    lines = [inside("Habiter", 20), inside("Le moulin", 130), inside("La crue", 20, 195)]
    row = [box(10), box(120)]
    assert columns([*row, box(10, 185.0)], lines) == [(0, 0), (0, 1), (1, 0)]
    assert columns([*row, box(10, 185.0, width=60.0)], lines) == [(0, 0), (0, 1)]
    between = [*lines[:2], inside("10h", 300, 184), inside("La crue", 20, 215)]
    assert columns([*row, box(10, 205.0)], between) == [(0, 0), (0, 1)]
