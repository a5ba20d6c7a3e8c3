"""What recurs in a row of a table beside other text, or over columns of hours, is no furniture."""

from layouts import Put, lines_of, page_of

from pipeline.document import Box, Cell
from pipeline.layout.table_rows import heads_over_hours, stands_in_row


def test_a_day_that_recurs_beside_an_item_is_text_and_a_row_of_heads_is_none() -> None:
    puts = [Put("Jour"), Put("Titre", x=140.0, beside=True), Put("Lundi 9"), Put("Habiter", x=140.0, beside=True)]
    edges = ((30.0, 130.0), (130.0, 300.0))
    cells = tuple(
        Cell(row=row, column=column, box=Box(x0=a, y0=top, x1=b, y1=top + 12.0))
        for row, top in enumerate((59.0, 71.0))
        for column, (a, b) in enumerate(edges)
    )
    page = page_of(1, puts).model_copy(update={"cells": cells, "lines": tuple(lines_of(puts))})
    recurring = {id(line) for line in page.lines[:3]}
    assert [stands_in_row(line, page, recurring) for line in page.lines] == [False, False, True, True]


def test_rooms_over_columns_of_hours_are_text_wherever_they_recur_and_a_running_line_is_none() -> None:
    puts = [
        Put("Forum des rives"),
        Put("Studio", size=12.0, x=70.0, gap=20.0),
        Put("Verrière", size=12.0, x=260.0, beside=True),
        Put("9h30 > 10h", x=50.0, gap=6.0),
        Put("9h > 9h30", x=240.0, beside=True),
        Put("Habiter la rive", x=50.0),
    ]
    assert {line.text for line in heads_over_hours(lines_of(puts))} == {"Studio", "Verrière"}
