"""Titles that begin behind people, on their last line, and end below it."""

import pytest
from layouts import Put, lines_of

from pipeline.document import Line, Span
from pipeline.page.look import Look
from pipeline.segment.behind_people import behind_people
from pipeline.segment.setting import Setting

PLAIN, BOLD = (lines_of([Put("x", bold=bold)])[0].style for bold in (False, True))
SETTING = Setting(look=Look.of(BOLD), body=Look.of(PLAIN), vocabulary=frozenset(), edges={})


def bold_from(put: Put, words: str) -> Put:
    """A line marked to be bold from these words on."""
    return put._replace(font=words)


def lines(*puts: Put) -> list[Line]:
    """The lines, bold from the words that stand in place of their font."""
    found = []
    for line in lines_of([put._replace(font="Serif") for put in puts]):
        words = puts[line.rank].font
        spot = line.text.index(words) if words != "Serif" else len(line.text)
        ends = [(0, spot, PLAIN), (spot, len(line.text), BOLD)]
        spans = tuple(Span(start=a, end=b, box=line.box_of(a, b), style=style) for a, b, style in ends if a < b)
        found.append(line.model_copy(update={"spans": spans}))
    return found


CREDIT = (Put("Léa Durand (éclusière à"), bold_from(Put("Vézac) et Omar Roux : Habiter"), "Habiter"))


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ((bold_from(Put("la rive"), "la rive"), Put("Une enquête de dix ans")), "Habiter la rive"),
        ((Put("Une enquête de dix ans"),), "Habiter"),
    ],
)
def test_a_title_in_the_look_of_titles_begins_where_the_people_end(below: tuple[Put, ...], title: str) -> None:
    held = lines(*CREDIT, *below)
    found = behind_people(held, range(len(held)), [2] if len(below) > 1 else [], SETTING)
    assert found is not None
    assert (found[0].text, found[2].text) == (title, "Léa Durand (éclusière à Vézac) et Omar Roux")
    assert len(found[1]) == len(held) - 1


@pytest.mark.parametrize(
    "puts",
    [
        [Put("La rive en été"), bold_from(Put("vue de loin : Habiter"), "Habiter")],
        [Put("Léa Durand, éclusière"), bold_from(Put("et maire de Vézac"), "Vézac")],
        [Put("Léa Durand, éclusière"), bold_from(Put("à Vézac : Habiter"), "Habiter")._replace(gap=40.0)],
    ],
    ids=["no people", "no sign before it", "in another paragraph"],
)
def test_other_words_in_the_look_of_titles_are_no_title_behind_people(puts: list[Put]) -> None:
    held = lines(*puts)
    assert behind_people(held, range(len(held)), [], SETTING) is None
