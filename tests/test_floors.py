"""Floors behind rooms are part of them."""

import pytest
from layouts import Put, lines_of

from pipeline.page.passages import join_lines
from pipeline.segment.rooms import split_room


@pytest.mark.parametrize(
    ("text", "title", "room"),
    [
        ("Habiter la rive – Salle Loire – 1er étage", "Habiter la rive", "Salle Loire – 1er étage"),
        ("Habiter la rive, Salle 2, rez-de-chaussée", "Habiter la rive", "Salle 2, rez-de-chaussée"),
        ("Habiter la rive – Amphithéâtre (sous-sol)", "Habiter la rive", "Amphithéâtre (sous-sol)"),
        ("Habiter la rive, (Salle 2), 2e étage", "Habiter la rive, (Salle 2), 2e étage", None),
        ("Habiter la rive (Salle Loire)", "Habiter la rive", "Salle Loire"),
    ],
)
def test_a_floor_behind_a_room_is_part_of_it(text: str, title: str, room: str | None) -> None:
    found = split_room(join_lines(lines_of([Put(text)])))
    assert (found.title.text, found.room and found.room.text) == (title, room)
