"""What stands in small over a title and only says of what kind the session is."""

import pytest
from layouts import HOURS, TEXTS, TITLES, Put, document, heading, hours, lines_of, paragraph

from pipeline.normalise import build_programme
from pipeline.page.format_labels import label_of
from pipeline.segment import split_sessions
from pipeline.segment.format_lines import format_labels
from pipeline.slots import find_slots
from pipeline.source import Source


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ATELIER", "atelier"),
        ("Table ronde n° 2", "table ronde"),
        ("Conférence inaugurale", "conférence"),
        ("Session plénière", "plénière"),
        ("ATELIER A2", "atelier"),
        ("Grand entretien", "entretien"),
        ("Conférence – tout public", "conférence"),
        ("Atelier – dès 6 ans", "atelier"),
        ("Visite (8-12 ans)", "visite"),
        ("Atelier – la reliure", None),
        ("Atelier de reliure", None),
        ("Visite du moulin", None),
        ("Parcours Eau", None),
    ],
)
def test_a_label_names_a_format_and_nothing_else(text: str, value: str | None) -> None:
    assert label_of(text) == value


@pytest.mark.parametrize(
    ("puts", "found"),
    [
        ([Put("ATELIER", size=8), heading("Habiter la rive", gap=0)], {0}),
        ([Put("ATELIER"), Put("Habiter la rive", bold=True)], {0}),
        ([Put("Atelier 2", size=8, x=40), Put("Habiter la rive", x=80, size=8, bold=True, beside=True)], {0}),
        ([Put("Atelier 2 –", size=8), Put("Salle 3", x=200, size=8, beside=True), heading("La rive", gap=0)], {0}),
        ([Put("Atelier 2", size=8, x=40), Put("Habiter la rive", x=200, size=8, bold=True, beside=True)], set()),
        ([heading("Table ronde 1"), heading("Habiter la rive", gap=0)], set()),
        ([Put("ATELIER", size=8), heading("Salle 2", gap=0)], set()),
        ([Put("ATELIER", size=8), heading("Habiter la rive", gap=80)], set()),
    ],
    ids=["smaller", "lighter", "beside", "beside a room", "far beside", "set alike", "over a room", "far above"],
)
def test_a_label_stands_in_small_right_over_a_title(puts: list[Put], found: set[int]) -> None:
    free = {place for place, put in enumerate(puts) if put.text != "Salle 3"}
    assert format_labels(lines_of(puts), free) == found


def programme(each: int) -> list[Put]:
    """Three hours, with so many sessions below each, every one with its label."""
    found: list[Put] = []
    for number in range(3):
        found.append(hours(HOURS[number], gap=30))
        for other in range(each):
            found += [Put("ATELIER", size=8, gap=16), heading(f"{TITLES[number]} {'bis' * other}".strip(), gap=0)]
            found += paragraph(*TEXTS[number])
    return found


@pytest.mark.parametrize("each", [1, 2], ids=["one at a time", "two at a time"])
def test_a_label_is_no_session_and_its_title_is_found_below_it(each: int) -> None:
    outline = split_sessions(document(programme(each)))
    titles = [segment.title.text for segment in outline.segments]
    assert titles == [f"{title} {'bis' * other}".strip() for title in TITLES[:3] for other in range(each)]
    assert {segment.track and segment.track.text for segment in outline.segments} == {"ATELIER"}
    assert not any("ATELIER" in passage.text for segment in outline.segments for passage in segment.body)


def test_a_label_is_the_format_of_its_session_and_no_track() -> None:
    read = document(programme(1))
    outline = split_sessions(read)
    slots = find_slots(read, Source(), outline)
    published = build_programme(read, Source(), "forum", outline.segments, slots, [()] * len(slots))
    assert [(session.format, session.track) for session in published.sessions] == [("atelier", None)] * 3


def test_a_label_may_stand_over_a_time_with_its_title_beside_it() -> None:
    puts = []
    for number in range(3):
        puts += [Put("ATELIER", size=8, x=120, gap=20), Put(HOURS[number], x=20, width=60)]
        puts += [heading(TITLES[number], gap=0, x=120, beside=True), *paragraph(*TEXTS[number])]
    found = split_sessions(document(puts)).segments
    assert [(item.title.text, item.track.text if item.track else None) for item in found] == [
        (title, "ATELIER") for title in TITLES[:3]
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [("Ateliers au choix", "atelier"), ("CONFÉRENCE CO-01", "conférence"), ("Atelier du CO-01 au CO-05", None)],
)
def test_a_choice_and_a_code_are_no_more_than_the_format(text: str, label: str | None) -> None:
    assert label_of(text) == label


def test_a_format_beside_a_time_is_that_of_the_larger_title_below() -> None:
    puts = [Put("Mardi 4 mai 2027")]
    for hour, beside in enumerate(("débat", "discours d'ouverture", "mot de la fin"), 9):
        puts += [Put(f"{hour}h – {hour}h45 : {beside}", bold=True, gap=16)]
        puts += [Put("Habiter la rive", size=14, bold=True, gap=2)] if hour == 9 else []
        puts += [Put("La rivière monte et personne ne la voit.", gap=2)]
    found = split_sessions(document(puts)).segments
    assert [segment.title.text for segment in found] == ["Habiter la rive", "discours d'ouverture", "mot de la fin"]
    assert [segment.track.text if segment.track else None for segment in found] == ["débat", None, None]


def test_a_code_on_the_row_of_a_label_is_part_of_it() -> None:
    puts = [Put("ATELIER", size=8), Put("AT-03", size=8, x=200, beside=True), heading("Habiter la rive", gap=0)]
    assert format_labels(lines_of(puts), {0, 1, 2}) == {0, 1}
    assert format_labels(lines_of([*puts[:1], puts[1]._replace(beside=False), puts[2]]), {0, 1, 2}) == set()


def numbered(*, timed: bool) -> list[str]:
    """The titles of three sessions below « Webinaire n°1 » and so on, each with a time or two below one."""
    puts: list[Put] = []
    for number in range(3):
        puts += [hours(HOURS[number], gap=30)] if timed or number != 1 else []
        puts += [heading(f"Webinaire n°{number + 1}"), heading(TITLES[number], gap=0), *paragraph(*TEXTS[number])]
    return [segment.title.text for segment in split_sessions(document(puts)).segments]


def test_numbered_formats_set_alike_with_the_titles_below_are_labels_where_each_has_a_time() -> None:
    assert numbered(timed=True) == list(TITLES[:3])
    assert numbered(timed=False)[0] == f"Webinaire n°1 {TITLES[0]}"


def test_the_format_a_track_begins_with_is_that_of_a_session_that_tells_none() -> None:
    puts = [
        put
        for number in range(3)
        for put in (
            hours(HOURS[number], gap=30),
            Put("ATELIER D'ÉCRITURE", size=8),
            heading(TITLES[number], gap=0),
            *paragraph(*TEXTS[number]),
        )
    ]
    read = document(puts)
    outline = split_sessions(read)
    slots = find_slots(read, Source(), outline)
    published = build_programme(read, Source(), "forum", outline.segments, slots, [()] * len(slots))
    assert {(each.format, each.track) for each in published.sessions} == {("atelier", "ATELIER D'ÉCRITURE")}
