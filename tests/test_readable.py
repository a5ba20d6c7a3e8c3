import logging

import pytest
from programmes import forum

from pipeline.export.readable import credits_of, full_description, sound, tell_left_out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("a\x0bb\x00c\ufffe", "a\ufffdb\ufffdc\ufffd"),
        ("l'île\t👩🏽‍🌾", "l'île\t👩🏽‍🌾"),
        (None, ""),
    ],
)
def test_control_signs_are_marked_and_line_ends_plain(text: str | None, expected: str) -> None:
    assert sound(text) == expected


def test_who_takes_part_is_a_line_for_each_capacity() -> None:
    talk, workshop, lunch = forum().sessions
    assert credits_of(talk) == [
        "Intervention : Léa Durand (directrice, Fabrique des rives, Syndicat des digues) ;"
        " Omar Vasseur (directrice, sous réserve)"
    ]
    assert credits_of(workshop) == ["Intervention : l'équipe (Atelier des marées)"]
    assert credits_of(lunch) == []


def test_subtitle_and_description_are_paragraphs() -> None:
    talk = forum().sessions[0].model_copy(update={"subtitle": "Récits"})
    assert full_description(talk) == "Récits\n\nUne rive recule.\nQue faire ?"
    assert full_description(forum().sessions[2]) is None


def test_what_is_left_out_is_told_with_its_reason(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        tell_left_out(forum(), "calendar", 0, "no day")
        tell_left_out(forum(), "calendar", 2, "no day")
        tell_left_out(forum(), "calendar", 3, "no day")
        tell_left_out(forum().model_copy(update={"sessions": ()}), "calendar", 0, "no day")
    assert caplog.messages == [
        "forum-des-rives-2024.pdf: 2 of 3 sessions are not in the calendar: no day.",
        "forum-des-rives-2024.pdf: no calendar is written: no day.",
    ]
