"""A paragraph that begins with people ends with their title; the text set right below it belongs to neither."""

from collections.abc import Sequence

from layouts import lines

from pipeline.document import Passage
from pipeline.passages import join_lines
from pipeline.title_lines import up_to_title


def told(*texts: str) -> list[int]:
    found = lines(*texts)

    def joined(group: Sequence[int]) -> Passage:
        return join_lines([found[index] for index in group], one_paragraph=True)

    return up_to_title(found, range(len(texts)), joined)


def test_people_on_several_lines_and_their_title_are_one() -> None:
    assert told("Léa Durand, directrice de", "Canal Sud, et Marc Petit,", "éclusier - Habiter la", "rive") == [
        0,
        1,
        2,
        3,
    ]


def test_the_text_below_a_title_is_no_part_of_it() -> None:
    text = "Une rive recule. La commune", "s'interroge sur la suite à donner."
    assert told("Léa Durand, directrice de", "Canal Sud - Habiter la rive", *text) == [0, 1]


def test_people_without_a_title_are_none() -> None:
    assert told("Léa Durand, directrice de", "Canal Sud, et Marc Petit") == []
