"""Authors and the numbers of their bodies, as papers print them."""

import pytest
from layouts import Put, document, heading, hours, lines_of, paragraph

from pipeline.segment import split_sessions
from pipeline.segment.numbered_authors import list_authors, numbered_authors


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "L. Durand1 , M.-A. Petit1,2, Z. van der Rive2",
            [("L. Durand", "1"), ("M.-A. Petit", "1,2"), ("Z. van der Rive", "2")],
        ),
        ("Léa Durand¹ et Marc Petit²", [("Léa Durand", "¹"), ("Marc Petit", "²")]),
        ("L. Durand, M. Petit", [("L. Durand", None), ("M. Petit", None)]),
        ("L. Durand, M. Petit racontent la rive", []),
        ("Habiter la rive en 2030", []),
        ("Jeux Olympiques 2024", []),
        ("Léa Durand, Marc Petit", []),
        ("J. Verne", []),
    ],
)
def test_marks_or_initials_tell_authors(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(author["name"], author["marks"]) for author in list_authors(text)] == found


def read(*texts: str) -> list[tuple[range, str]]:
    lines = lines_of(Put(text) for text in texts)
    return [(places, passage.text) for places, passage in numbered_authors(lines, frozenset())]


def test_each_author_gets_the_bodies_of_his_marks() -> None:
    bodies = "1 UMR 5600 Rivages, Université de Brou ; 2 Canal Sud"
    found = read(
        "L. Durand1 , M. Petit1,2", bodies, "La rive recule depuis dix ans et la commune s'interroge sur elle."
    )
    assert found == [
        (
            range(2),
            "L. Durand (UMR 5600 Rivages, Université de Brou), "
            "M. Petit (UMR 5600 Rivages, Université de Brou, Canal Sud)",
        )
    ]


def test_authors_and_bodies_may_take_several_lines() -> None:
    found = read("L. Durand1 , M. Petit2,", "Z. Rive2", "1 Canal Sud", "2 Fabrique des rives")
    expected = "L. Durand (Canal Sud), M. Petit (Fabrique des rives), Z. Rive (Fabrique des rives)"
    assert found == [(range(4), expected)]


def test_small_numbers_are_marks_too() -> None:
    found = read("L. Durand¹, M. Petit²", "¹ Canal Sud, ² Fabrique des rives")
    assert found == [(range(2), "L. Durand (Canal Sud), M. Petit (Fabrique des rives)")]


def test_without_bodies_the_marks_are_left_out() -> None:
    assert read("L. Durand1, M. Petit2", "La rive recule.") == [(range(1), "L. Durand, M. Petit")]


def test_names_and_bodies_stay_traceable() -> None:
    lines = lines_of([Put("L. Durand1"), Put("1 Canal Sud")])
    ((_, passage),) = numbered_authors(lines, frozenset())
    assert passage.text == "L. Durand (Canal Sud)"
    assert [place.raw for place in passage.places()] == ["L. Durand", "Canal Sud"]


def test_authors_below_a_title_in_the_style_of_the_text_are_no_part_of_it() -> None:
    puts = []
    for number, title in enumerate(("Lire la rive", "Peser le limon", "Nommer le fleuve")):
        puts += [hours(f"{9 + number}h00-{9 + number}h30 {title}, une enquête de terrain", gap=20)]
        puts += [Put("L. Durand1 , M. Petit2", size=11), Put("1 Canal Sud ; 2 Fabrique des rives", italic=True)]
    segments = split_sessions(document([heading("Colloque"), *paragraph("Deux jours."), *puts])).segments
    assert [segment.title.text for segment in segments] == [
        f"{title}, une enquête de terrain" for title in ("Lire la rive", "Peser le limon", "Nommer le fleuve")
    ]
    assert {block.passage.text for segment in segments for block in segment.blocks} == {
        "L. Durand (Canal Sud), M. Petit (Fabrique des rives)"
    }
