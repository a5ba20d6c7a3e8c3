"""Talks under the time of a session are told by the lengths that end their paragraphs, however they are set."""

import pytest
from layouts import TEXTS, Put, document, paragraph

from pipeline.document import Segment
from pipeline.segment import split_sessions
from pipeline.segment.timed_talks import ends_with_minutes


def read(*inside: Put) -> list[Segment]:
    """The items under the second of three times, each with a title beside it in bold."""
    rows = [[Put(f"{9 + n}h00", gap=20), Put(f"La rive {n}", bold=True, x=110, beside=True)] for n in range(3)]
    puts = [*rows[0], *paragraph(*TEXTS[0]), *rows[1], *inside, *rows[2], *paragraph(*TEXTS[1])]
    items = split_sessions(document(puts)).segments
    return [item for item in items if item.title.text not in ("La rive 0", "La rive 2")]


def titles(*inside: Put) -> list[tuple[str, list[str]]]:
    return [(item.title.text, [block.passage.text for block in item.blocks]) for item in read(*inside)]


def test_each_paragraph_that_ends_with_a_length_is_a_talk_without_hours() -> None:
    talks = read(
        Put("Léa Durand, éclusière à Vézac, et Marc Petit, meunier : Habiter", gap=8, x=120, width=330),
        Put("la digue 15 min", bold=True, x=120),
        Put("Un pont de bois 10 min", bold=True, gap=4, x=120),
        Put("Anne Morel, passeuse : Les gués 15 min", gap=4, x=120),
    )
    assert [item.title.text for item in talks] == ["La rive 1", "Habiter la digue", "Un pont de bois", "Les gués"]
    assert [item.hours is None for item in talks] == [False, True, True, True]
    assert [[block.passage.text for block in item.blocks] for item in talks[1:]] == [
        ["Léa Durand, éclusière à Vézac, et Marc Petit, meunier"],
        [],
        ["Anne Morel, passeuse"],
    ]


def test_what_stands_below_a_talk_is_told_of_it() -> None:
    assert titles(
        Put("Habiter la digue, 15 min", gap=8, x=120),
        Put("Modération : Léa Durand, éclusière", gap=4, x=120),
        Put("Un pont de bois, 10 min", gap=4, x=120),
    )[1:] == [("Habiter la digue", ["Léa Durand, éclusière"]), ("Un pont de bois", [])]


def test_people_above_each_title_are_of_the_talk_below_them() -> None:
    talks = [
        put
        for name, title in (("Marc Petit, meunier", "Habiter la digue"), ("Anne Morel, passeuse", "Les gués"))
        for put in (Put(name, gap=8, x=120), Put(f"{title} 15 min", gap=4, x=120))
    ]
    assert titles(*talks)[1:] == [
        ("Habiter la digue", ["Marc Petit, meunier"]),
        ("Les gués", ["Anne Morel, passeuse"]),
    ]


def test_lengths_in_brackets_tell_talks_below_who_chairs_their_session() -> None:
    assert titles(
        Put("Présidence :", gap=4, x=110),
        Put("Léa Durand (Canal Sud)", x=110),
        Put("« Habiter la digue » / Marc Petit, meunier ; Anne Morel,", gap=4, x=120, width=330),
        Put("passeuse [15’]", x=120),
        Put("« Les gués et ceux qui les passent en toute saison »", gap=4, x=120, width=330),
        Put("[15’]", x=120),
    ) == [
        ("La rive 1", ["Léa Durand (Canal Sud)"]),
        ("Habiter la digue", ["Marc Petit, meunier ; Anne Morel, passeuse"]),
        ("Les gués et ceux qui les passent en toute saison", []),
    ]


def test_one_length_alone_or_lengths_in_prose_tell_no_talks() -> None:
    assert len(titles(Put("Un film de Léa Durand, 52 min", gap=8, x=120))) == 1
    told = [Put(f"La crue monte. Elle passe le pont {n} en 15 min", gap=8, x=120) for n in (1, 2)]
    assert len(titles(*told)) == 1


def test_lengths_behind_people_or_notes_tell_no_talks() -> None:
    talks = [
        put
        for title, name in (("« La digue »", "Marc Petit, meunier"), ("« Les gués »", "Anne Morel, passeuse"))
        for put in (Put(f"• {title}", gap=8, x=120), Put(f"{name} – 20 min", x=120), Put("Questions 5 min", x=120))
    ]
    assert not any("meunier" in title or "Questions" in title for title, _ in titles(*talks))


def test_the_marks_of_a_list_tell_talks_more_surely_than_lengths() -> None:
    talks = [
        put
        for title, name in (("HABITER LA DIGUE", "Marc Petit (université de"), ("LES GUÉS", "Anne Morel (collège de"))
        for put in (Put(f"■ « {title} » - {name}", gap=4, x=120, width=330), Put("Vézac) 10 min", x=130))
    ]
    assert not any("min" in title for title, _ in titles(*talks))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Le moulin 15 min", True),
        ("Le moulin – 1h", True),
        ("Le moulin – 20’", True),
        ("15 min", False),
        ("Le moulin à 15 min de la gare", False),
        ("Le moulin, 3h", False),
        ("Le moulin [15’]", False),
        ("Discussion 5 min", False),
    ],
)
def test_a_length_ends_a_line_behind_words(text: str, ends: bool) -> None:
    assert ends_with_minutes(text) is ends


@pytest.mark.parametrize(("text", "ends"), [("Le moulin [15’]", True), ("[15’]", True), ("Le moulin (3h)", False)])
def test_a_length_in_brackets_ends_a_line(text: str, ends: bool) -> None:
    assert ends_with_minutes(text, in_brackets=True) is ends
