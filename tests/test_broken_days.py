"""Days broken over two lines in a narrow column are one heading; what is no such day stays as it is."""

import pytest
from layouts import Put, lines_of

from pipeline.layout.broken_days import join_broken_days


@pytest.mark.parametrize(
    "broken",
    [
        ("MERCREDI 22", "MARS"),
        ("Programme du lundi 28", "février 2022"),
        ("Lundi 9 mars", "2015"),
        ("Jeudi 1er", "mai"),
        ("Du mardi 10 au", "jeudi 12 mars 2020"),
        ("Les 10 et", "11 mars 2020"),
    ],
)
def test_the_month_year_or_last_day_under_a_day_is_part_of_it(broken: tuple[str, str]) -> None:
    lines = lines_of([Put(text, x=300.0, bold=True) for text in broken])
    [joined] = join_broken_days(lines)
    assert joined.text == " ".join(broken)
    assert joined.box_of(len(broken[0]) + 1, len(joined.text)) == lines[1].box


def test_the_day_leaves_the_room_below_it_to_the_column_beside() -> None:
    lines = lines_of([Put("Mercredi 22", x=300.0), Put("mars", x=300.0)])
    assert join_broken_days(lines)[0].box.y1 == lines[0].box.y1


@pytest.mark.parametrize(
    "puts",
    [
        [Put("Mercredi 22"), Put("mars", x=300.0)],
        [Put("Mercredi 22"), Put("mars", gap=40.0)],
        [Put("Mercredi 22", bold=True), Put("mars")],
        [Put("Mercredi 22 mars"), Put("mars et la guerre")],
        [Put("Habiter la rive en"), Put("2015")],
        [Put("Mardi 21 mars"), Put("Mercredi 22 mars")],
    ],
    ids=["another column", "far below", "set otherwise", "a title below", "no day", "two days"],
)
def test_what_is_no_broken_day_stays_as_it_is(puts: list[Put]) -> None:
    lines = lines_of(puts)
    assert join_broken_days(lines) == lines
