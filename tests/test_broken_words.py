"""Words broken at the dot inside them are whole again; what only ends with a dot stays as it is."""

import pytest
from layouts import Put, lines_of

from pipeline.layout.broken_words import join_broken_words


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        (["Participant·e·", "s : Léa Durand"], ["Participant·e·s", " : Léa Durand"]),
        (["Participant·", "e·s :", "Léa Durand"], ["Participant·e·s", " :", "Léa Durand"]),
        (["les habitant·e·", "s"], ["les habitant·e·s"]),
    ],
)
def test_what_is_broken_off_behind_a_dot_is_part_of_the_word(broken: list[str], joined: list[str]) -> None:
    found = join_broken_words(lines_of([Put(text) for text in broken]))
    assert [line.text for line in found] == [text.strip() for text in joined]


@pytest.mark.parametrize(
    "texts", [["Habiter la rive ·", "s'y plaire"], ["Participant·", "Léa Durand"], ["La rive", "s"]]
)
def test_other_lines_stay_as_they_are(texts: list[str]) -> None:
    lines = lines_of([Put(text) for text in texts])
    assert join_broken_words(lines) == lines
