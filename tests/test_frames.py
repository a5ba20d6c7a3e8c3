"""Boxes drawn side by side: told from nested ones, from empty ones, and from columns of days with hours inside."""

import pytest
from layouts import Put, line_of

from pipeline.document import Box, Cell, Line
from pipeline.extract.frames import are_cards, box_rows, framed_cells


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


def test_an_hour_in_a_sentence_inside_a_box_is_none_of_its_own() -> None:
    lines = [inside("Habiter", 20), inside("Elle se lève à", 20, 122), inside("5h30 pour écrire.", 20, 134)]
    assert columns([box(10), box(120)], [*lines, inside("Le moulin", 130)]) == [(0, 0), (0, 1)]
    assert columns([box(10), box(120)], [*lines, inside("Le moulin", 130), inside("10h Le gué", 130, 122)]) == []


def rules(frame: Box) -> list[Box]:
    """The four rules around a box."""
    x0, y0, x1, y1 = frame.x0, frame.y0, frame.x1, frame.y1
    sides = [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
    return [Box(x0=a, y0=b, x1=c, y1=d) for a, b, c, d in sides]


def test_four_rules_around_text_are_a_box_cells_that_share_them_are_none() -> None:
    lines = [inside("Habiter", 20), inside("Le moulin", 130)]
    apart = [*rules(box(10)), *rules(box(120, height=60.0))]
    assert [(cell.table, cell.column) for cell in framed_cells(apart, lines)] == [(0, 0), (0, 1)]
    assert not framed_cells([*rules(box(10)), *rules(box(110))], lines)
    assert not framed_cells(apart[:-1], lines)


def strips(hour: str, gap: float = 12.0, width: float = 100.0) -> bool:
    """Whether two boxes with a strip at their tops, and what is between them, are cards."""
    second = 110.0 + gap
    places = [
        (10.0, 0, 100.0, 0),
        (110.0, 1, gap, 1),
        (second, 2, width, 0),
        (10.0, 0, 100.0, 1),
        (second, 2, width, 1),
    ]
    cells = [
        Cell(
            row=row,
            column=column,
            box=box(x, 100.0 if row == 0 else 120.0, wide, 20.0 if row == 0 else 100.0),
            table=0,
        )
        for x, column, wide, row in places
    ]
    lines = [inside(hour, 20, 105), inside("Habiter", 20, 130), inside(hour, second + 10, 105)]
    return are_cards(cells, [*lines, inside("La crue", second + 10, 130)])


@pytest.mark.parametrize(
    ("hour", "gap", "width", "cards"),
    [
        ("9h", 12.0, 100.0, True),
        ("Salle 2", 12.0, 100.0, False),
        ("9h", 60.0, 100.0, False),
        ("9h", 12.0, 180.0, False),
    ],
)
def test_boxes_of_one_width_with_hours_in_strips_at_their_tops_are_cards(
    hour: str, gap: float, width: float, cards: bool
) -> None:
    assert strips(hour, gap, width) is cards
