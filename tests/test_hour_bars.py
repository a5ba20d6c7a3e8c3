"""A bar of hours beside each page is no time of an item; the axis of a chart is."""

import pytest
from pages import line, page

from pipeline.document import Page
from pipeline.layout.hour_bars import hour_bars


def barred(number: int, clock: str) -> Page:
    marks = [line(f"380 {100 + 40 * rank} 5 n {9 + rank}h") for rank in range(6)]
    return page(line(clock), line("40 70 14 b Habiter la digue"), *marks).model_copy(update={"number": number})


@pytest.mark.parametrize(
    ("clocks", "count"),
    [
        (["40 50 10 b 10h – 11h", "40 50 10 b 12h – 13h", "40 50 10 b 14h – 15h"], 18),
        (["40 50 10 b 10h – 11h", "40 50 10 b 12h – 13h"], 0),  # two pages only
        (
            ["40 140 10 b 10h – 11h", "40 220 10 b 12h – 13h", "40 300 10 b 14h – 15h"],
            0,
        ),  # items stand at their hours
    ],
)
def test_hours_down_the_side_of_pages_are_set_apart_unless_items_stand_at_their_height(
    clocks: list[str], count: int
) -> None:
    assert len(hour_bars([barred(number, clock) for number, clock in enumerate(clocks, start=1)])) == count


def listed(number: int, *texts: str) -> Page:
    texts = ("HABITER LA DIGUE", "10h à 11h30", *texts, str(number))
    return page(*(line(f"0 {12 * rank} 10 n {text}") for rank, text in enumerate(texts))).model_copy(
        update={"number": number}
    )


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (("9h", "10h", "11h", "MERCREDI 4 MAI", "12h", "13h"), 15),  # a day alone may part them
        (("9h", "10h", "Accueil", "11h", "12h", "13h"), 0),  # an item among them
        (("9h", "10h", "11h30", "12h", "13h"), 0),  # not at one step
    ],
)
def test_hours_one_below_the_other_in_plain_lines_are_a_bar_where_no_item_stands_among_them(
    texts: tuple[str, ...], count: int
) -> None:
    assert len(hour_bars([listed(number, *texts) for number in (1, 2, 3)])) == count
    assert not hour_bars([listed(number, *texts) for number in (1, 2)])
