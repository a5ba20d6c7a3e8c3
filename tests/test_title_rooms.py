"""Rooms on the last line of a title."""

import pytest
from layouts import Put, lines_of

from pipeline.segment.title_rooms import ends_with_room


@pytest.mark.parametrize(
    ("before", "line", "ends"),
    [
        ("Habiter la rive (Salle 2)", "Ce que les bateliers en disent", True),
        ("Habiter la rive • Salle 2", "Ce que les bateliers en disent", True),
        ("Habiter la rive | Amphi Durand", "Ce que les bateliers en disent", True),
        ("Habiter la rive • Salle", "A", False),
        ("Habiter la rive • Salle 2", "et autres lieux", False),
        ("Habiter la rive • Le moulin", "Ce que les bateliers en disent", False),
        ("• Salle 2", "Ce que les bateliers en disent", False),
    ],
)
def test_a_room_behind_a_sign_ends_a_title(before: str, line: str, ends: bool) -> None:
    assert ends_with_room(*lines_of([Put(before), Put(line)])) is ends
