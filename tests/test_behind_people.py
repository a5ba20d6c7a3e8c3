"""Titles that begin behind people, on their last line, and end below it."""

import pytest
from layouts import Put, line_of, lines_of

from pipeline.document import Line, Span
from pipeline.page.look import Look
from pipeline.segment.anchors import find_anchors
from pipeline.segment.behind_people import behind_people
from pipeline.segment.parts import split_parts
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


def set_in(puts: list[tuple[str, str]], step: float) -> list[Line]:
    """Lines so far apart, each of what is plain and then what is in the look of titles, larger."""
    found = []
    for number, (plain, title) in enumerate(puts):
        text = " ".join(part for part in (plain, title) if part)
        line = line_of(Put(text), 1, 60 + step * number, number)
        large = PLAIN.model_copy(update={"size": 18.0})
        spot = len(text) - len(title)
        ends = [(0, spot, PLAIN), (spot, len(text), large)]
        spans = tuple(Span(start=a, end=b, box=line.box_of(a, b), style=style) for a, b, style in ends if a < b)
        found.append(line.model_copy(update={"spans": spans}))
    return found


def test_a_larger_title_may_widen_the_steps_of_the_people_before_it() -> None:
    held = set_in([("Léa Durand (éclusière à", ""), ("Vézac) –", "Habiter la rive")], 22.0)
    found = behind_people(held, range(2), [], SETTING._replace(look=Look.of(held[-1].spans[-1].style)))
    assert found is not None
    assert (found[0].text, found[2].text) == ("Habiter la rive", "Léa Durand (éclusière à Vézac)")


def test_a_sign_or_a_room_may_follow_the_title_on_its_last_line() -> None:
    for behind in (" •", " – Grande scène"):
        first, last = lines(CREDIT[1]._replace(text="Omar Roux : Habiter"), bold_from(Put("la rive"), "la rive"))
        text = f"la rive{behind}"
        ends = ((0, 7, BOLD), (8, len(text), PLAIN))
        box = last.box
        spans = tuple(Span(start=a, end=b, box=box, style=style) for a, b, style in ends)
        held = [first, last.model_copy(update={"text": text, "spans": spans})]
        found = behind_people(held, range(2), [], SETTING)
        assert found is not None
        assert found[0].text.startswith("Habiter la rive")


def test_a_title_behind_people_needs_no_line_of_its_own_in_the_look_of_titles() -> None:
    held = lines(Put("9h – 10h"), *CREDIT, Put("Une enquête de dix ans"))
    parts = split_parts(held, 0, len(held), find_anchors(held), SETTING, set())
    assert parts is not None
    assert parts.title.text == "Habiter"
