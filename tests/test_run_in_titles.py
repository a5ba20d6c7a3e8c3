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
    return line.model_copy(update={"spans": spans, "rank": int(100 * y)})


@pytest.mark.parametrize(
    ("bold", "plain", "title", "rest"),
    [
        ("Habiter la rive", ". Une lecture de Léa Durand", "Habiter la rive", "Une lecture de Léa Durand"),
        ("Habiter la rive.", " Une lecture de Léa Durand", "Habiter la rive", "Une lecture de Léa Durand"),
        ("Qui habite la rive ?", " Une lecture de Léa Durand", "Qui habite la rive ?", "Une lecture de Léa Durand"),
        ("Habiter la rive", " Avec Léa Durand, éclusière", "Habiter la rive", "Avec Léa Durand, éclusière"),
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
        line_of(Put("Vasseur, maire de Vézac, et Inès Caradec, présidente de Canal Sud.", width=330), 1, 112, 11200),
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


def test_people_behind_further_titles_under_a_time_go_on_as_long_as_their_paragraph() -> None:
    def told(y: float, title: str, last: str) -> list[Line]:
        text = "qui tient depuis dix ans l'écluse de Brou et raconte ce que la crue laisse au village et"
        begun = mixed(title, " Avec Léa Durand, éclusière,", y, 380)
        return [
            begun,
            *(line_of(Put(text, width=378), 1, y + 12 * n, int(100 * y) + 1200 * n) for n in range(1, 8)),
            line_of(Put(last, width=200), 1, y + 96, int(100 * y) + 9600),
        ]

    long, other = "Habiter la rive et la digue au temps des crues", "Ce que la crue dit de la rive et du village"
    made = document([Put("Mardi 14 mai 2024")])
    puts = [
        part
        for number, y in enumerate((90, 350, 610))
        for part in (
            line_of(Put(f"{9 + number}h – {10 + number}h", size=12), 1, y, 100 * y),
            *told(y + 20, f"{long} {number}", "Omar Vasseur, maire de Vézac."),
            *told(y + 140, f"{other} {number}", "Marc Petit, meunier."),
        )
    ]
    page = made.pages[0].model_copy(update={"lines": (*made.pages[0].lines, *puts)})
    found = split_sessions(made.model_copy(update={"pages": (page,)})).segments
    people = [" ".join(block.passage.text for block in each.blocks) for each in found]
    ends = [(each.title.text[:-2], told.split()[-1]) for each, told in zip(found, people, strict=True)]
    assert ends == [(long, "Vézac."), (other, "meunier.")] * 3
