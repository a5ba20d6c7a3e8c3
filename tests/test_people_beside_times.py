"""People on the line of a time, whose title stands on a line below them in the same letters."""

import pytest
from layouts import TEXTS, TITLES, Put, document, lines_of, paragraph

from pipeline.page.passages import join_lines
from pipeline.segment import split_sessions
from pipeline.segment.credits import ends_people
from pipeline.segment.headings import people_over_title


def read(*people: str, title: str) -> tuple[str, list[str]]:
    """Title and people of the first of four items, each told by the time before its text alone."""
    puts = [Put("Mardi 14 mai 2024", bold=True)]
    for number, about in enumerate((title, *TITLES[1:])):
        first, *more = people if not number else (f"Anne Brun, éclusière à Vézac-{number}",)
        puts += [Put(f"{9 + number}h | {first}", gap=14.0, width=340.0 if more else None)]
        puts += [*(Put(text) for text in more), Put(about), *paragraph(*TEXTS[number], gap=0.0)]
    found = split_sessions(document(puts)).segments[0]
    return found.title.text, [block.passage.text for block in found.blocks]


@pytest.mark.parametrize(
    "title", ["Le moulin : enjeux, perspectives et farine", "La rive en partage", "Vers le canal de demain"]
)
@pytest.mark.parametrize(
    "people",
    [
        ("Julien ETIENNE de l'Université de Sequedin",),
        ("Alix BESSE de l'Université Vézac et Odile BRUN du CNRS, Université", "de Gimel-les-Cascades"),
    ],
    ids=["one line", "two lines"],
)
def test_people_end_with_a_line_that_has_room_for_more(people: tuple[str, ...], title: str) -> None:
    assert read(*people, title=title) == (title, [" ".join(people)])


def test_people_end_before_what_tells_nothing_of_them() -> None:
    people = "Julien ETIENNE de l'Université de Sequedin et de Vézac-le-Bas"
    assert ends_people(people, "Vers le canal de demain")
    for after in ("maire de Brou", "Université de Brou", "Omar Vasseur, meunier", "1984"):
        assert not ends_people(people, after)
    assert not ends_people(f"{people} et de", "Gimel")
    assert not ends_people("La rive et le moulin", "Vers le canal de demain")


def test_entries_of_a_list_may_name_people_over_their_titles() -> None:
    talks = (
        ("Maud BRUN de l'Université de Vézac", "Data for Good"),
        ("Léa Durand, éclusière", "La farine en fête"),
    )
    puts = [
        Put("Mardi 14 mai 2024", bold=True),
        Put("9h | Session 1 : Le fragment", gap=14.0),
        *(put for people, title in talks for put in (Put(f"– {people}", gap=8.0), Put(title, x=52.0))),
        *(Put(f"{10 + number}h | {title}", gap=14.0) for number, title in enumerate(TITLES)),
    ]
    found = split_sessions(document(puts)).segments
    assert [(item.title.text, [b.passage.text for b in item.blocks]) for item in found[:3]] == [
        ("Session 1 : Le fragment", []),
        *((title, [people]) for people, title in talks),
    ]


def test_a_title_below_people_begins_on_a_line_of_its_own() -> None:
    def parted(*texts: str) -> tuple[str, str] | None:
        found = people_over_title(join_lines(lines_of(Put(text, width=340.0) for text in texts)))
        return (found.people.text, found.title.text) if found else None

    assert parted("– Léa Durand, éclusière", "La rive en fête") == ("– Léa Durand, éclusière", "La rive en fête")
    assert parted("Léa Durand, éclusière", "La rive en fête") is None
    assert parted("– Léa Durand, éclusière : La rive en fête") is None
