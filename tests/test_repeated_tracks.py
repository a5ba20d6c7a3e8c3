"""Tracks over titles are told by being repeated; no title, format, room or person is one."""

import pytest
from layouts import TITLES, Put, document, heading, hours, lines_of

from pipeline.repeated_tracks import cell_tracks, track_of_cell
from pipeline.segment import split_sessions

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
