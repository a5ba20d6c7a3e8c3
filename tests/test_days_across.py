"""Days and headings with hours that stand alone across a page part what is side by side above and below them."""

import pytest
from pages import line

from pipeline.layout.days_across import day_by_day

LEFT = ["40 80 10 b Habiter la rive", "40 180 10 b Lire la rive"]
RIGHT = ["300 80 10 b Marcher", "300 180 10 b Peindre la rive"]


@pytest.mark.parametrize(
    ("heads", "parted"),
    [
        (["40 50 14 b SESSION 1 | 9h – 10h", "40 150 14 b SESSION 2 | 10h – 11h"], True),
        (["40 50 14 b SESSION 1 | 9h", "40 150 14 b SESSION 2 | 10h"], False),  # no ranges
        (["40 50 14 b SESSION 1 | 9h – 10h", "40 150 10 n SESSION 2 | 10h – 11h"], False),  # not set alike
        (["40 50 14 b SESSION 1 | 9h – 10h", "40 130 14 b SESSION 2 | 10h – 11h"], True),
        (["40 50 14 b SESSION 1 | 9h – 10h", "40 178 14 b SESSION 2 | 10h – 11h"], False),  # beside another line
    ],
)
def test_headings_with_hours_part_the_columns_that_begin_below_each(heads: list[str], parted: bool) -> None:
    found = day_by_day([line(text) for text in (heads[0], LEFT[0], heads[1], LEFT[1], *RIGHT)], 600)
    assert ([one.text for one in found].index("Marcher") == 2) == parted
