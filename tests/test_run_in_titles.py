"""Titles in bold that run into the text of their paragraph."""

import pytest
from layouts import Put, document, line_of

from pipeline.document import Line, Span
from pipeline.page.passages import join_lines
from pipeline.segment import split_sessions
from pipeline.segment.run_in_titles import split_run_in


def mixed(bold: str, plain: str, y: float = 60.0, width: float = 340.0) -> Line:
    """A line that begins in bold and goes on without."""
    line = line_of(Put(bold + plain, width=width), 1, y)
    (whole,) = line.spans
    spans = (
        Span(start=0, end=len(bold), box=whole.box, style=whole.style.model_copy(update={"bold": True})),
        Span(start=len(bold), end=len(line.text), box=whole.box, style=whole.style),
    )
    return line.model_copy(update={"spans": spans, "rank": int(y)})


@pytest.mark.parametrize(
    ("bold", "plain", "title", "rest"),
    [
        ("Habiter la rive", ". Une lecture de Léa Durand", "Habiter la rive", "Une lecture de Léa Durand"),
        ("Habiter la rive.", " Une lecture de Léa Durand", "Habiter la rive", "Une lecture de Léa Durand"),
        ("Qui habite la rive ?", " Une lecture de Léa Durand", "Qui habite la rive ?", "Une lecture de Léa Durand"),
        ("Habiter la rive", " et les digues du Vaubrun", None, None),
        ("Habiter la rive.", " Débat", None, None),
    ],
)
def test_a_title_ends_where_its_bold_ends_a_sentence(
    bold: str, plain: str, title: str | None, rest: str | None
) -> None:
    found = split_run_in(join_lines([mixed(bold, plain)]))
    assert (found and found.title.text, found and found.rest.text) == (title, rest)


def test_people_behind_a_run_in_title_may_go_on_below() -> None:
    made = document([Put("Mardi 14 mai 2024")])
    puts = [
        mixed("9h – 10h. Habiter la rive", ". Table ronde animée par Léa Durand, avec Omar", 100),
        line_of(Put("Vasseur, maire de Vézac, et Inès Caradec, présidente de Canal Sud.", width=330), 1, 112, 112),
        mixed("10h – 11h. Ce que dit la crue", ". Une lecture de textes du pays.", 140, 280),
        mixed("11h – 12h. Le moulin en partage", ". Une visite du moulin.", 160, 250),
    ]
    page = made.pages[0]
    page = page.model_copy(update={"lines": (*page.lines, *puts)})
    found = split_sessions(made.model_copy(update={"pages": (page,)})).segments
    assert [each.title.text for each in found] == ["Habiter la rive", "Ce que dit la crue", "Le moulin en partage"]
    people = " ".join(block.passage.text for block in found[0].blocks)
    assert "Léa Durand" in people and "Omar Vasseur, maire de Vézac" in people and "Inès Caradec" in people
    assert not found[1].blocks
