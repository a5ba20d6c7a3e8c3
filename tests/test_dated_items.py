"""Programmes with a day for each item and no hour."""

import pytest
from layouts import Put, document

from pipeline.segment import split_sessions

DAYS = ("Lundi 7 octobre 2024", "Lundi 4 novembre 2024", "Lundi 13 janvier 2025", "Lundi 7 avril 2025")
TALKS = ("Habiter la digue", "Le moulin en partage", "Ce que dit la crue", "Un pont de bois")


def told(
    days: tuple[str, ...] = DAYS, head: str = "Séminaire des rives", about: str = "", joint: str = ""
) -> list[tuple[str, str | None, str | None]]:
    """Title, day and hours of each item of a list of days."""
    puts = [Put(head, size=16), *([Put(about, gap=6)] if about else [])]
    for day, talk in zip(days, TALKS, strict=False):
        puts += (
            [Put(f"{day}{joint}{talk}", gap=14)] if joint else [Put(day, bold=True, gap=14), Put(talk, italic=True)]
        )
    return [
        (found.title.text, found.day.text if found.day else None, found.hours.text if found.hours else None)
        for found in split_sessions(document(puts)).segments
    ]


@pytest.mark.parametrize("joint", ["", " : "])
def test_days_that_rise_announce_the_items_of_a_seminar(joint: str) -> None:
    assert told(joint=joint) == [(talk, day, None) for talk, day in zip(TALKS, DAYS, strict=True)]


def test_the_mark_of_a_note_behind_a_day_says_nothing() -> None:
    days = (*DAYS[:3], f"{DAYS[3]}*")
    assert [title for title, _, _ in told(days)] == list(TALKS)


def test_a_title_behind_a_colon_may_begin_small_and_go_on_below() -> None:
    full = [
        Put(f"• {day} : lecture au bord de la rive avec ceux qui y vivent et", gap=14, width=340.0) for day in DAYS
    ]
    puts = [Put("Programme des rives", size=16), *(put for one in full for put in (one, Put("les bateliers du gué")))]
    title = "lecture au bord de la rive avec ceux qui y vivent et les bateliers du gué"
    assert [found.title.text for found in split_sessions(document(puts)).segments] == [title] * 4


def test_place_and_hours_may_stand_between_a_day_and_its_title() -> None:
    days = (*DAYS[:3], "Lundi 7 avril 2025, à la Maison du gué, à 14h00")
    assert told(days, joint=" : ")[-1] == ("Un pont de bois", "Lundi 7 avril 2025", "14h00")


def test_a_number_may_stand_before_each_day_and_a_note_with_its_own_hours_and_room_behind_it() -> None:
    days = [f"Séance {number} – {day}" for number, day in enumerate(DAYS, start=1)]
    days[1] += " (attention : 9h30-12h30, salle du Gué)"
    puts = [Put("Séminaire des rives", size=16), Put("Le lundi de 14h à 16h, sauf mention contraire.", gap=6)]
    for day, talk in zip(days, TALKS, strict=True):
        puts += [Put(day, bold=True, gap=14), Put(talk, italic=True)]
    found = split_sessions(document(puts)).segments
    assert [(one.title.text, one.day.text if one.day else None) for one in found] == list(
        zip(TALKS, DAYS, strict=True)
    )
    assert [one.hours.text if one.hours else None for one in found] == [
        "14h à 16h",
        "9h30-12h30",
        "14h à 16h",
        "14h à 16h",
    ]
    assert found[1].room is not None and found[1].room.text == "salle du Gué"


@pytest.mark.parametrize("about", ["Le séminaire a lieu le lundi de 14h à 16h, à la maison.", "Lundi de 14h à 16h"])
def test_the_one_range_of_hours_above_the_days_is_that_of_each(about: str) -> None:
    found = told(about=about)
    assert [hours for _, _, hours in found] == ["14h à 16h"] * 4


def test_of_two_ranges_of_hours_none_is_that_of_each() -> None:
    found = told(about="Le lundi de 14h à 16h, ou le mardi de 10h à 12h selon les salles.")
    assert [hours for _, _, hours in found] == [None] * 4


@pytest.mark.parametrize(
    ("days", "head", "about"),
    [
        (DAYS[:3], "Séminaire des rives", ""),
        (DAYS[::-1], "Séminaire des rives", ""),
        (("7 octobre", "4 novembre", "5 décembre", "9 décembre"), "Séminaire des rives", ""),
        (DAYS, "Travaux de la digue", ""),
        (DAYS, "Séminaire des rives", "Vu le décret du 3 mai sur les digues."),
    ],
)
def test_other_lists_of_days_are_no_programme(days: tuple[str, ...], head: str, about: str) -> None:
    assert told(days, head, about) == []


def test_a_day_with_hours_of_its_own_stays_in_the_list() -> None:
    days = (*DAYS[:2], "Lundi 13 janvier 2025, de 9h à 12h – Un pont de bois", DAYS[3])
    found = told(days, about="Le lundi de 14h à 16h sauf mention contraire")
    assert [hours for _, _, hours in found] == ["14h à 16h", "14h à 16h", "9h à 12h", "14h à 16h"]
    assert found[2][0] == "Un pont de bois"


def test_a_note_behind_a_day_is_no_title() -> None:
    days = (*DAYS[:3], "Lundi 7 avril 2025 – en visioconférence")
    assert [title for title, _, _ in told(days)] == list(TALKS)


def test_hours_between_the_days_speak_against_a_list_of_days() -> None:
    puts = [Put("Séminaire des rives", size=16)]
    for day, talk in zip(DAYS, TALKS, strict=True):
        puts += [Put(day, bold=True, gap=14), Put(f"14h {talk}")]
    found = split_sessions(document(puts)).segments
    assert [item.hours.text if item.hours else None for item in found] == ["14h"] * 4


def test_a_day_that_is_called_off_does_not_hide_the_others() -> None:
    puts = [Put("Séminaire Les rives", size=16)]
    for place, (day, talk) in enumerate(zip(DAYS, TALKS, strict=True)):
        puts += [Put(f"{day} – séance reportée", gap=14)] if place == 1 else [Put(day, gap=14), Put(talk)]
    found = [item.title.text for item in split_sessions(document(puts)).segments]
    assert found == [TALKS[0], *TALKS[2:]]


@pytest.mark.parametrize("hours", ["14h-16h", "de 14h à 16h"])
def test_a_number_and_a_day_before_hours_are_no_title(hours: str) -> None:
    puts = [Put("Séminaire des rives", size=16)]
    for number, (day, talk) in enumerate(zip(DAYS, TALKS, strict=True), start=1):
        puts += [Put(f"{('Séance ', 'Webinaire #')[number > 2]}{number} : {day}, {hours}", gap=14), Put(talk)]
    found = split_sessions(document(puts)).segments
    assert [(one.title.text, one.day.text if one.day else None) for one in found] == list(
        zip(TALKS, DAYS, strict=True)
    )
