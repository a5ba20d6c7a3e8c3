"""The hours of a whole event over the table with its items are no item."""

import pytest
from layouts import lines

from pipeline.segment.anchors import find_anchors
from pipeline.segment.event_hours import without_event_hours


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Mardi 14 mai 2024 – 9h / 17h", 0),
        ("Mardi 14 mai 2024 de 9h à 17h", 0),
        ("9h - 17h", 1),  # without a day it may be an exhibition
        ("Mardi 14 mai 2024, 9h - 10h", 1),
        ("Mardi 14 mai 2024 – 9h-17h : Village des rives", 1),
    ],
)
def test_a_day_with_hours_that_span_the_table_below_is_that_of_the_event(text: str, kept: int) -> None:
    inside = [anchor for hour in ("9h", "10h", "11h", "14h") for anchor in find_anchors(lines(hour))]
    assert len(without_event_hours(find_anchors(lines(text)), inside, 5)) == kept
