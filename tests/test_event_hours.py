"""The hours of a whole event over the table with its items are no item."""

import pytest
from layouts import lines

from pipeline.segment.anchors import find_anchors
from pipeline.segment.event_hours import without_event_hours, without_office_hours, without_opening


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Mardi 14 mai 2024 – 9h / 17h", 0),
        ("Mardi 14 mai 2024 de 9h à 17h", 0),
        ("Mardi 14 mai 2024, de 9h à minuit", 0),
        ("9h - 17h", 1),  # without a day it may be an exhibition
        ("Mardi 14 mai 2024, 9h - 10h", 1),
        ("Mardi 14 mai 2024 – 9h-17h : Village des rives", 1),
    ],
)
def test_a_day_with_hours_that_span_the_table_below_is_that_of_the_event(text: str, kept: int) -> None:
    inside = [anchor for hour in ("9h", "10h", "11h", "14h") for anchor in find_anchors(lines(hour))]
    assert len(without_event_hours(find_anchors(lines(text)), inside, 5)) == kept


@pytest.mark.parametrize(
    ("texts", "told", "kept"),
    [
        (["Billetterie : du lundi au vendredi, 9h-12h"], 1, 0),
        (["Office de tourisme, du lundi au vendredi 9h-12h", "et 14h-17h30"], 2, 0),
        (["Exposition, du lundi au vendredi 9h-12h"], 1, 1),
        (["Billetterie, mardi 14 mai 2024, 9h-12h"], 1, 1),
    ],
)
def test_hours_of_the_week_at_which_somebody_may_be_asked_are_of_no_item(
    texts: list[str], told: int, kept: int
) -> None:
    anchors = find_anchors(lines(*texts))
    assert (len(anchors), len(without_office_hours(lines(*texts), anchors))) == (told, kept)


@pytest.mark.parametrize(
    ("first", "kept"),
    [
        ("jeudi 14 mai 2024, de 10h à 12h", 3),
        ("jeudi 14 mai 2024 de 10h à 12h, auditorium des Rives", 3),
        ("de 10h à 12h, auditorium des Rives", 4),
        ("jeudi 14 mai 2024 de 9h30 à 12h", 4),
        ("jeudi 14 mai 2024 de 10h à 11h", 4),
    ],
)
def test_a_day_with_hours_that_hold_all_times_below_is_that_of_the_event(first: str, kept: int) -> None:
    told = lines(first, "10h – Accueil", "10h30 – Habiter la rive", "11h30 – Débat")
    assert len(without_opening(find_anchors(told), told)) == kept
