"""Several times in a row tell when one item takes place, each on its days."""

import pytest

from pipeline.times.hours import find_hours, is_length
from pipeline.times.rows import end_of_row, is_open_row, row_of_hours, showings_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("10 h, 11 h 30 et 15 h", ["10:00", "11:30", "15:00"]),
        ("9h-10h · 10h15-11h15", ["09:00", "10:15"]),
        ("9h-12h et 14h-16h30 | Habiter la digue", ["09:00", "14:00"]),
        (
            "Samedi et dimanche, 10h-12h et 14h-17h",
            ["Samedi 10:00", "dimanche 10:00", "Samedi 14:00", "dimanche 14:00"],
        ),
        (
            "Samedi de 10h à 12h et de 14h à 19h, dimanche de 14h à 18h",
            ["Samedi 10:00", "Samedi 14:00", "dimanche 14:00"],
        ),
        ("samedi 14 et dimanche 15 à 10h", ["samedi 14 10:00", "dimanche 15 10:00"]),
        ("9h Accueil, 10h Visite", ["09:00"]),
        ("Du lundi au vendredi, 9h-18h", ["09:00"]),
    ],
)
def test_each_time_of_a_row_is_told_with_each_of_its_days(text: str, told: list[str]) -> None:
    found = showings_of(text, row_of_hours(text, find_hours(text)))
    days = [text[slice(*showing.day)] + " " if showing.day else "" for showing in found]
    assert [f"{day}{showing.hours.start:%H:%M}" for day, showing in zip(days, found, strict=True)] == told


def test_times_that_nothing_parts_are_not_those_of_one_item() -> None:
    text = "9h30 10h15"
    assert showings_of(text, row_of_hours(text, find_hours(text))) == []


def test_a_joint_at_the_end_belongs_to_the_times() -> None:
    assert end_of_row("11h et", row_of_hours("11h et", find_hours("11h et"))) == len("11h et")


@pytest.mark.parametrize("text", ["11h et", "Samedi de 10h à 12h, dimanche de 14h à", "10h, 11h,"])
def test_times_that_end_with_a_joint_go_on_below(text: str) -> None:
    assert is_open_row(text)


@pytest.mark.parametrize("text", ["Rendez-vous à 11h et", "11h", "9h-10h et", "Habiter la digue et"])
def test_other_words_or_a_whole_range_do_not(text: str) -> None:
    assert not is_open_row(text)


@pytest.mark.parametrize(
    ("text", "alone"), [("30 min", True), ("(1h30)", True), ("30 min de marche", False), ("10h30", False)]
)
def test_a_length_is_told_alone_or_not(text: str, alone: bool) -> None:
    assert is_length(text) is alone
