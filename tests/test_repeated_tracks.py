"""Tracks over titles are told by being repeated; no title, format, room or person is one."""

import pytest
from layouts import TEXTS, TITLES, Put, document, heading, hours, lines_of, page_of, paragraph

from pipeline.document import Box, Cell
from pipeline.segment import split_sessions
from pipeline.segment.anchors import find_anchors
from pipeline.segment.repeated_tracks import cell_tracks, inner_tracks, repeated_tracks, track_of_cell

TRACKS = ("Parcours Eau", "Parcours Bois", "Parcours Eau", "Parcours Bois")


def programme(heads: tuple[str, ...]) -> list[Put]:
    return [
        put
        for number, (head, title) in enumerate(zip(heads, TITLES, strict=True))
        for put in (hours(f"{9 + number}h", gap=24.0), heading(head, size=10.0, gap=0.0), Put(title, italic=True))
    ]


def test_what_is_printed_again_and_again_over_titles_is_their_track() -> None:
    segments = split_sessions(document(programme(TRACKS))).segments
    assert [segment.title.text for segment in segments] == list(TITLES)
    assert [segment.track and segment.track.text for segment in segments] == list(TRACKS)


def test_tracks_set_as_the_titles_below_them_are_told_by_their_several_titles() -> None:
    def found(titles: tuple[str, ...]) -> list[tuple[str, str | None]]:
        puts = [
            put
            for number, (head, title) in enumerate(zip(TRACKS, titles, strict=True))
            for put in (
                hours(f"{9 + number}h", gap=24.0),
                *(heading(text, size=10.0, gap=0.0) for text in (head, title)),
                *paragraph(*TEXTS[number]),
            )
        ]
        segments = split_sessions(document(puts)).segments
        return [(segment.title.text, segment.track.text if segment.track else None) for segment in segments]

    assert found(TITLES) == list(zip(TITLES, TRACKS, strict=True))
    assert all(track is None for _, track in found(TITLES[:2] * 2))  # titles over two lines


@pytest.mark.parametrize(
    "heads",
    [TITLES[::-1], ("Habiter la rive",) * 4, ("Atelier bois", "Atelier eau") * 2],
    ids=["all different", "one alone", "formats"],
)
def test_other_headings_stay_titles(heads: tuple[str, ...]) -> None:
    segments = split_sessions(document(programme(heads))).segments
    assert [segment.title.text for segment in segments] == list(heads)


def test_a_track_may_take_two_lines_of_a_cell() -> None:
    heads = [("SCIENCE", "& RIVES"), ("RIVERAINS",)] * 2
    cells = [lines_of([*(Put(part) for part in head), Put(title)]) for head, title in zip(heads, TITLES, strict=True)]
    tracks = cell_tracks(cells)
    assert [track_of_cell(cell, tracks) for cell in cells] == [2, 1, 2, 1]


@pytest.mark.parametrize("head", ["Pause", "Salle 2", "Léa Durand"])
def test_a_break_a_room_or_a_person_over_cells_is_no_track(head: str) -> None:
    cells = [lines_of([Put(head), Put(title)]) for title in TITLES]
    assert cell_tracks(cells) == frozenset()


def test_the_first_line_of_titles_that_goes_on_is_no_track() -> None:
    begun = ("Habiter la rive et", "Les digues de", "Habiter la rive et", "Les digues de")
    ends = ("ses ponts", "la Loue", "ses moulins", "Vézac")
    puts = [[heading(text, size=10.0), heading(end, size=10.0)] for text, end in zip(begun, ends, strict=True)]
    assert cell_tracks([lines_of(each) for each in puts]) == frozenset()
    named = [[heading(text[:-3], size=10.0), *lines[1:]] for text, lines in zip(begun, puts, strict=True)]
    assert cell_tracks([lines_of(each) for each in named]) == {"Habiter la rive", "Les digues"}


def test_a_room_beside_may_stand_between_a_track_and_its_title_and_other_tracks_below_the_first() -> None:
    puts: list[Put] = []
    for number in range(3):
        puts.append(hours(f"{9 + number}h", gap=24.0, width=30.0))
        for head in ("Parcours Eau", "Parcours Bois"):
            beside = head == "Parcours Eau"
            puts += [
                Put(head, x=140.0, color="#2e74b5", gap=0.0 if beside else 20.0, beside=beside),
                Put("Salle 1" if beside else "Salle 2", x=40.0, width=40.0),
                heading(TITLES[number] + head[8:], x=140.0, size=10.0, gap=0.0)._replace(beside=True),
                *(put._replace(x=140.0, width=200.0) for put in paragraph(*TEXTS[number], gap=0.0)),
            ]
    segments = split_sessions(document(puts)).segments
    assert [segment.title.text for segment in segments] == [
        title + head for title in TITLES[:3] for head in (" Eau", " Bois")
    ]
    assert [(segment.track and segment.track.text, segment.room and segment.room.text) for segment in segments] == [
        ("Parcours Eau", "Salle 1"),
        ("Parcours Bois", "Salle 2"),
    ] * 3


def test_what_cells_name_again_and_again_is_a_track_below_a_time_too() -> None:
    puts = [hours("9h"), Put("Parcours Eau"), Put("Habiter la rive")]
    lines = lines_of(puts)
    anchors = find_anchors(lines)
    assert repeated_tracks(lines, anchors, {1, 2}) == frozenset()
    assert repeated_tracks(lines, anchors, {1, 2}, {"Parcours Eau"}) == {1}


def test_what_stands_at_the_top_of_framed_cards_again_and_again_is_their_track_though_set_as_their_titles() -> None:
    puts: list[Put] = []
    cells: list[Cell] = []
    for number in range(2):
        puts.append(hours(f"{9 + number}h – Au choix", gap=30.0, width=90.0))
        top = lines_of(puts)[-1].box.y1
        for place, head in enumerate(("Parcours Eau", "Parcours Bois")):
            puts += [
                Put(text, x=50.0 + 150 * place, width=120.0, gap=-24.0 if place and not line else 0.0)
                for line, text in enumerate((head, TITLES[2 * number + place]))
            ]
            box = Box(x0=40.0 + 150 * place, y0=top + 1, x1=180.0 + 150 * place, y1=top + 30)
            cells.append(Cell(row=0, column=place, box=box, table=number))
    segments = split_sessions(document(page_of(1, puts).model_copy(update={"cells": tuple(cells)}))).segments
    assert [(segment.title.text, segment.track and segment.track.text) for segment in segments] == [
        ("Au choix", None),
        *zip(TITLES[:2], TRACKS[:2], strict=True),
        ("Au choix", None),
        *zip(TITLES[2:], TRACKS[:2], strict=True),
    ]


def test_tracks_over_times_may_look_as_titles_do() -> None:
    puts: list[Put] = []
    for number, (track, title) in enumerate(zip(TRACKS, TITLES, strict=True)):
        puts += [heading(track, size=10.0), hours(f"{9 + number}h", gap=0.0), heading(title, size=10.0, gap=0.0)]
    segments = split_sessions(document(puts)).segments
    assert [(s.title.text, s.track and s.track.text) for s in segments] == list(zip(TITLES, TRACKS, strict=True))


def test_several_items_of_a_cell_begin_with_their_tracks() -> None:
    heads = [heading(track, size=10.0, gap=0.0) for track in TRACKS[:2]]
    cells = [
        lines_of([heads[0], Put(TITLES[number]), heads[1], Put(TITLES[number + 1])])
        for number in range(len(TITLES) - 1)
    ]
    tracks = cell_tracks(cells)
    assert tracks == {"Parcours Eau", "Parcours Bois"}
    assert inner_tracks(cells[0], tracks) == [2]


def dated(number: int, track: str, *, gap: float = 20.0) -> list[Put]:
    """A track over a title set as it is, with the time behind it."""
    return [
        Put(track, bold=True, gap=gap),
        Put(TITLES[number], bold=True),
        Put(f"– {9 + number}h – {10 + number}h", x=240.0, beside=True),
        *paragraph(*TEXTS[number]),
    ]


def test_tracks_in_capitals_may_look_as_the_titles_below_that_end_with_times() -> None:
    tracks = ("RIVES", "CANAUX", "RIVES", "CANAUX")
    puts = [put for number, track in enumerate(tracks) for put in dated(number, track)]
    segments = split_sessions(document([Put("PROGRAMME", bold=True), *puts])).segments
    assert [segment.title.text for segment in segments] == list(TITLES)
    assert [segment.track and segment.track.text for segment in segments] == list(tracks)


def test_tracks_over_titles_in_capitals_that_end_with_times_are_told_by_standing_over_several() -> None:
    def found(*lead: str) -> list[str]:
        puts = [
            put
            for number, title in enumerate(TITLES)
            for put in (
                *(Put(text, gap=20.0) for text in lead),
                Put(("RIVES", "CANAUX")[number % 2], gap=0.0 if lead else 20.0),
                Put(title.upper()),
                Put(f"ET DEMAIN ? | {9 + number}h"),
                *paragraph(*TEXTS[number]),
            )
        ]
        lines = lines_of(puts)
        anchors = find_anchors(lines)
        free = set(range(len(lines))) - {anchor.place for anchor in anchors}
        return [lines[place].text for place in sorted(repeated_tracks(lines, anchors, free))]

    assert found() == ["RIVES", "CANAUX"] * 2
    assert found("8h – 9h") == []  # behind a time a title begins


def test_the_track_over_a_title_that_ends_with_its_time_is_of_that_item() -> None:
    puts = [
        put
        for number, title in enumerate(TITLES)
        for put in (
            Put(("RIVES", "CANAUX")[number % 2], gap=20.0),
            Put(title.upper()),
            Put(f"ET DEMAIN ? | {9 + number}h"),
            *paragraph(*TEXTS[number]),
        )
    ]
    segments = split_sessions(document([Put("Mardi 14 mai 2024", bold=True), *puts])).segments
    assert [segment.title.text for segment in segments] == [f"{title.upper()} ET DEMAIN ?" for title in TITLES]
    assert [segment.track and segment.track.text for segment in segments] == ["RIVES", "CANAUX"] * 2


def test_capitals_over_one_title_each_are_part_of_it() -> None:
    tracks = ("RIVES", "CANAUX", "DIGUES", "MOULINS")
    puts = [put for number, track in enumerate(tracks) for put in dated(number, track)]
    segments = split_sessions(document(puts)).segments
    assert all(segment.track is None for segment in segments)
