"""What stands in small over a title names a part of the programme."""

import pytest
from layouts import HOURS, TEXTS, TITLES, Put, document, heading, hours, lines_of, paragraph

from pipeline.segment import split_sessions
from pipeline.segment.kickers import find_kicker


def found(*puts: Put, time: Put | None = None) -> int | None:
    lines = lines_of(puts)
    beside = lines_of([time])[0] if time else None
    return find_kicker(lines, range(len(lines)), beside)


def test_a_small_line_over_a_large_one_is_a_kicker() -> None:
    assert found(Put("AXE 1"), heading("HABITER LA RIVE", gap=0.0)) == 0


@pytest.mark.parametrize(
    "puts",
    [
        (heading("HABITER LA RIVE"), Put("Récits d'élus et d'habitantes")),
        (Put("AXE 1"), Put("Habiter la rive")),
        (Put("Salle 2"), heading("HABITER LA RIVE", gap=0.0)),
        (Put("Léa Durand, directrice de la Fabrique"), heading("HABITER LA RIVE", gap=0.0)),
        (Put("Une phrase finit ici."), heading("HABITER LA RIVE", gap=0.0)),
        (Put("AXE 1"), heading("HABITER LA RIVE", gap=80.0)),
        (heading("AXE 1", size=10.0), Put("Habiter la rive", size=16.0, gap=0.0)),
        (Put("AXE 1"),),
    ],
    ids=["subtitle", "one size", "room", "person", "sentence", "far above", "lighter below", "alone"],
)
def test_other_lines_are_none(puts: tuple[Put, ...]) -> None:
    assert found(*puts) is None


def test_what_is_set_as_its_hour_and_beside_it_is_the_title() -> None:
    puts = (Put("Pause"), heading("Après-midi", gap=0.0))
    assert found(*puts) == 0
    assert found(*puts, time=Put("12h", size=10.0)) is None


def test_the_kicker_is_the_track_of_the_session_and_no_title() -> None:
    puts = [
        put
        for number in range(3)
        for put in (
            hours(HOURS[number], gap=30.0),
            Put(f"AXE {number + 1}"),
            heading(TITLES[number], gap=0.0),
            *paragraph(*TEXTS[number]),
        )
    ]
    segments = split_sessions(document(puts)).segments
    assert [each.title.text for each in segments] == list(TITLES[:3])
    assert [each.track and each.track.text for each in segments] == ["AXE 1", "AXE 2", "AXE 3"]


def test_a_kicker_over_a_time_is_of_the_title_beside_that() -> None:
    puts = [
        put
        for number in range(3)
        for put in (
            Put(f"CHEMIN {number + 1}", size=8.0, x=90.0, gap=24.0),
            Put(f"{10 + number}h", gap=2.0),
            heading(TITLES[number], x=90.0, beside=True),
            *(line._replace(x=90.0) for line in paragraph(*TEXTS[number])),
        )
    ]
    segments = split_sessions(document(puts)).segments
    assert [each.track and each.track.text for each in segments] == ["CHEMIN 1", "CHEMIN 2", "CHEMIN 3"]
    assert not any("CHEMIN" in text.text for each in segments for text in each.body)


def test_a_title_over_half_a_day_that_heads_the_next_item_is_no_kicker() -> None:
    puts = [
        *[hours("10h – 12h"), heading(TITLES[0], size=12.0, gap=2.0), *paragraph(*TEXTS[0])],
        *[hours("12h – 14h"), heading("Habiter la crue", size=12.0, gap=2.0), heading("APRÈS-MIDI", gap=4.0)],
        *[hours("14h – 15h"), heading(TITLES[1], size=12.0, gap=2.0), *paragraph(*TEXTS[1])],
    ]
    segments = split_sessions(document(puts)).segments
    assert [each.title.text for each in segments] == [TITLES[0], "Habiter la crue", TITLES[1]]


def test_a_break_below_its_hour_is_no_kicker_of_the_heading_below_it() -> None:
    time, *rest = lines_of([hours("12h – 14h"), Put("Buffet"), heading("AXE 2 · HABITER", gap=2.0)])
    assert find_kicker(rest, range(2), time) is None
    welcome = rest[0].model_copy(update={"text": "ACCUEIL"})
    assert find_kicker([welcome, rest[1]], range(2), time) == 0
