"""Talks told by their place alone: set further in than the session whose time they share."""

import pytest
from layouts import TEXTS, TITLES, Put, document, hours, paragraph

from pipeline.document import Segment
from pipeline.segment import split_sessions

PEOPLE = ("Léa Durand, éclusière à Canal Sud", "Marc Petit, directeur du Bassin nord", "Omar Vasseur, maire de Brou")


def session(number: int, title: str, *inside: Put) -> list[Put]:
    return [hours(f"{9 + number}h – {10 + number}h : {title}", gap=14.0), *inside]


def read(*inside: Put) -> tuple[Segment, ...]:
    text = paragraph(*TEXTS[0], gap=0.0)
    items = [
        session(0, "Accueil", *text),
        session(1, "Axe 1 : la rive", *inside),
        session(2, "La crue"),
        session(3, "Buffet"),
    ]
    return split_sessions(document([put for item in items for put in item])).segments


def talks(*titles: str, x: float = 60.0) -> list[Put]:
    return [
        put
        for title, people in zip(titles, PEOPLE, strict=True)
        for put in (Put(title, x=x), Put(people, x=x, gap=0.5))
    ]


def titles_of(segments: tuple[Segment, ...]) -> list[str]:
    return [segment.title.text for segment in segments]


@pytest.mark.parametrize("titles", [TITLES[:3], tuple(title.upper() for title in TITLES[:3])])
def test_titles_set_in_with_people_below_are_talks(titles: tuple[str, ...]) -> None:
    segments = read(Put("Modératrice : Inès Roux, meunière"), *talks(*titles))
    assert titles_of(segments) == ["Accueil", "Axe 1 : la rive", *titles, "La crue", "Buffet"]
    for segment, people in zip(segments[2:5], PEOPLE, strict=True):
        assert [block.passage.text for block in segment.blocks] == [people]
    assert [block.passage.text for block in segments[1].blocks] == ["Inès Roux, meunière"]


def test_a_title_in_capitals_ends_with_its_room() -> None:
    inside = [
        Put("LA DIGUE (Salle 2)", x=60.0),
        *talks("LE MOULIN (Salle 3)", "LE PONT (Salle 4)", "LE GUÉ (Salle 5)"),
    ]
    assert titles_of(read(*inside))[2:6] == ["LA DIGUE", "LE MOULIN", "LE PONT", "LE GUÉ"]


@pytest.mark.parametrize(
    "inside",
    [
        talks(*TITLES[:3], x=40.0),
        [put._replace(text=put.text.upper(), x=60.0) for put in (Put("Animé par"), Put(PEOPLE[0]), Put("Avec"))],
        [
            Put(text, x=60.0)
            for text in (
                "DÉBAT MODÉRÉ PAR Léa Durand",
                "Avec : Marc Petit",
                "Canal Sud",
                "Omar Vasseur, maire de Brou",
            )
        ],
        paragraph("Une rive recule et la commune s'interroge", "à bon droit."),
        [Put("Avec :"), *(Put(people, x=60.0) for people in PEOPLE)],
        [Put("Une rive recule et la commune s'interroge.", x=60.0), Put("Le moulin tourne encore un peu.", x=60.0)],
    ],
    ids=["not set in", "markers in capitals", "who leads a format", "text", "people", "text set in"],
)
def test_what_is_no_title_over_people_set_in_is_no_talk(inside: list[Put]) -> None:
    assert titles_of(read(*inside))[:1] == ["Accueil"]
    assert len(read(*inside)) == 4


def test_a_title_before_its_time_does_not_begin_in_the_people_set_in_above_it() -> None:
    items = [
        [Put(f"{title} – dès {9 + number}h", gap=14.0, width=320.0), Put("Léa Durand, éclusière à Canal Sud", x=60.0)]
        for number, title in enumerate(TITLES)
    ]
    assert titles_of(split_sessions(document([put for item in items for put in item])).segments) == list(TITLES)


def test_titles_set_in_below_their_session_are_talks_though_nothing_else_is_told_of_them() -> None:
    day = [
        put
        for number, title in enumerate(("Accueil", "Session 1 : la rive"))
        for put in (hours(f"{9 + number}h", gap=20), Put(title, size=12, bold=True, gap=2))
    ]
    talks = [Put("Salle 2"), *(Put(title, size=12, bold=True, x=60, gap=9) for title in TITLES[:2])]
    rest = [Put("et ses riverains", size=12, bold=True, x=60, gap=2), Put(TITLES[2], size=12, bold=True, x=60, gap=9)]
    found = split_sessions(document([*paragraph(*TEXTS[0]), *day, *talks, *rest])).segments
    assert titles_of(found) == [
        "Accueil",
        "Session 1 : la rive",
        TITLES[0],
        f"{TITLES[1]} et ses riverains",
        TITLES[2],
    ]


def test_a_title_in_a_list_may_begin_with_the_name_of_whom_it_is_about() -> None:
    titles = ("Marie Curie et la mesure des crues", "Le pont en partage")
    listed = [put for title in titles for put in (hours(f"● {title}"), Put("Oratrice : Léa Durand, éclusière"))]
    assert titles_of(read(*listed)) == ["Accueil", "Axe 1 : la rive", *titles, "La crue", "Buffet"]
