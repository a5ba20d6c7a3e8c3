"""Items under the time of another, told by what titles beside times have in common."""

from collections.abc import Callable

import pytest
from layouts import TEXTS, Put, document, paragraph

from pipeline.document import Outline
from pipeline.segment import split_sessions

TITLES = ("Habiter la digue", "Le moulin en partage", "Ce que dit la crue", "Un pont de bois", "La rive d'en face")


def timed(hour: str, title: str, bold: bool) -> list[Put]:
    """A time and a title beside it on one row; the text below is set in the same size."""
    return [Put(hour, gap=20), Put(title, bold=bold, x=110, beside=True), *paragraph(*TEXTS[0])]


def read(set_title: Callable[[str], str], *inside: Put, bold: bool = False) -> Outline:
    """Four timed items; `inside` stands under the second."""
    rows = [timed(f"{9 + number}h00", set_title(TITLES[number]), bold) for number in range(4)]
    return split_sessions(document([*rows[0], *rows[1], *inside, *rows[2], *rows[3]]))


def found(outline: Outline) -> list[tuple[str, str | None]]:
    return [(item.title.text, item.hours.text if item.hours else None) for item in outline.segments]


@pytest.mark.parametrize(
    ("set_title", "bold"),
    [(str, True), (str.upper, False), ("« {} »".format, False)],
    ids=["bold", "capitals", "quotes"],
)
def test_a_title_set_as_those_beside_times_is_an_item_at_the_time_above(
    set_title: Callable[[str], str], bold: bool
) -> None:
    inside = [Put(set_title(TITLES[4]), bold=bold, gap=8, x=110), Put("Léa Durand, éclusière", x=110)]
    items = found(read(set_title, *inside, bold=bold))
    assert len(items) == 5
    assert (items[2][0].casefold().strip("«» "), items[2][1]) == (TITLES[4].casefold(), "10h00")


def test_what_is_set_as_titles_right_below_one_is_no_item_unless_that_heads_a_session() -> None:
    below = [Put("UNE ENQUÊTE À VÉZAC", gap=3, x=110), Put("Animation : Léa Durand, éclusière", gap=8, x=110)]
    for title, count in (("CE QUE DIT LA CRUE", 3), ("SESSION 2", 4)):
        rows = [timed(f"{9 + number}h00", TITLES[number].upper(), False) for number in range(3)]
        rows[1] = [rows[1][0], rows[1][1]._replace(text=title), *below]
        assert len(found(split_sessions(document([put for row in rows for put in row])))) == count


def test_a_number_before_a_title_hides_no_title_and_makes_it_a_talk() -> None:
    talks = [
        put
        for number in (1, 2)
        for put in (
            Put(f"{number}. {TITLES[4]} {number}", bold=True, gap=8, x=110),
            Put("Marc Petit, meunier", x=110),
        )
    ]
    items = found(read(str, *talks, bold=True))
    assert items[2:4] == [(f"{TITLES[4]} 1", None), (f"{TITLES[4]} 2", None)]


def test_under_a_session_with_a_chair_further_titles_are_talks_without_a_time() -> None:
    chair = [Put("Modération : Léa Durand, éclusière", gap=8, x=110)]
    talk = [Put(TITLES[4], bold=True, gap=8, x=110), Put("Marc Petit, meunier", x=110)]
    assert (TITLES[4], None) in found(read(str, *chair, *talk, bold=True))


def test_the_first_of_numbered_titles_right_below_a_title_is_no_subtitle() -> None:
    inside = [
        put
        for letter, title in zip("AB", TITLES[3:], strict=True)
        for put in (Put(f"Atelier {letter} – {title}", bold=True, x=110), Put("Marc Petit, meunier", x=110))
    ]
    rows = [timed(f"{9 + number}h00", TITLES[number], True) for number in range(3)]
    rows[1] = [*rows[1][:2], *inside]
    items = found(split_sessions(document([put for row in rows for put in row])))
    assert items[2:4] == [
        (f"Atelier {letter} – {title}", "10h00") for letter, title in zip("AB", TITLES[3:], strict=True)
    ]


def test_another_room_than_that_of_the_item_above_means_the_same_time() -> None:
    chair = [Put("Salle 1", gap=8, x=110), Put("Modération : Léa Durand, éclusière", gap=8, x=110)]
    beside = [Put(TITLES[4], bold=True, gap=8, x=110), Put("Salle 2", x=110)]
    assert (TITLES[4], "10h00") in found(read(str, *chair, *beside, bold=True))


def test_people_printed_before_the_title_of_a_talk_are_its_own() -> None:
    talks = [
        put
        for name, title in (("Marc Petit, meunier", TITLES[4]), ("Anne Morel, passeuse", "Les gués"))
        for put in (Put(name, gap=8, x=110), Put(title.upper(), x=110))
    ]
    outline = read(str.upper, Put("Modération : Léa Durand, éclusière", gap=8, x=110), *talks)
    named = {item.title.text: [block.passage.text for block in item.blocks] for item in outline.segments}
    assert named["LES GUÉS"] == ["Anne Morel, passeuse"]


def test_people_right_above_further_titles_are_theirs_whatever_stands_below() -> None:
    inside: list[Put] = []
    for who, title in (("Léa Durand, éclusière", "LA RIVE D'EN FACE"), ("Omar Petit, éclusier", "LE LIN")):
        inside += [Put(who, x=110, gap=20), Put(title, x=110), *paragraph(*TEXTS[0])]
    segments = read(str.upper, *inside).segments[1:4]
    assert [(item.title.text, [block.passage.text for block in item.blocks]) for item in segments] == [
        (TITLES[1].upper(), []),
        ("LA RIVE D'EN FACE", ["Léa Durand, éclusière"]),
        ("LE LIN", ["Omar Petit, éclusier"]),
    ]


def test_a_name_in_the_look_of_titles_is_no_title() -> None:
    items = found(read(str, Put("Marc Petit", bold=True, gap=8, x=110), *paragraph(*TEXTS[1]), bold=True))
    assert [title for title, _ in items] == list(TITLES[:4])


def test_places_that_recur_behind_hours_do_not_hide_how_titles_are_set() -> None:
    inside = [
        Put("• les élèves du lycée", gap=8, x=120),
        Put(TITLES[3].upper(), x=130),
        Put("• Marc Petit, meunier", gap=8, x=120),
        Put(TITLES[4].upper(), x=130),
    ]
    rows = [
        [Put(f"{9 + n}h00 – Petit théâtre – {TITLES[n].upper()}", gap=20), *paragraph(*TEXTS[n])] for n in range(3)
    ]
    puts = [*rows[0], *rows[1], Put("Modération : Léa Durand, éclusière", gap=8), *inside, *rows[2]]
    items = split_sessions(document(puts)).segments
    assert [item.title.text for item in items][1:4] == [title.upper() for title in (TITLES[1], TITLES[3], TITLES[4])]
    assert [block.passage.text for block in items[3].blocks] == ["Marc Petit, meunier"]


def test_the_last_line_of_a_title_in_capitals_behind_people_is_no_title() -> None:
    inside = [
        Put("→ Léa Durand, éclusière - HABITER LES RIVES ET LES", gap=8, x=110),
        Put("GUÉS DE LA LOIRE", x=122),
        Put("→ Marc Petit, meunier - MOUDRE LE BLÉ DES CRUES ET DES", gap=8, x=110),
        Put("SÉCHERESSES", x=122),
    ]
    items = [title for title, _ in found(read(str.upper, *inside))]
    assert items[2:4] == ["HABITER LES RIVES ET LES GUÉS DE LA LOIRE", "MOUDRE LE BLÉ DES CRUES ET DES SÉCHERESSES"]


@pytest.mark.parametrize(
    ("x", "titles"), [(60.0, ["LA RIVE", "UN PONT", "LE GUÉ"]), (110.0, ["LA RIVE UN PONT", "LE GUÉ"])]
)
def test_talks_may_begin_between_the_hour_and_the_title_of_their_session(x: float, titles: list[str]) -> None:
    talks = [Put("UN PONT", x=x, width=200.0), Put("Discussion", size=8.0, x=60.0), Put("LE GUÉ", x=60.0)]
    rows = [
        [Put(f"{9 + n}h00", gap=20), Put(title, x=110, beside=True)]
        for n, title in enumerate(("CRUE", "DIGUE", "EAU"))
    ]
    session = [
        Put("12h00", gap=20),
        Put("LA RIVE", x=110, width=200.0, beside=True),
        *talks,
        Put("Discussion", size=8.0, x=60.0),
    ]
    items = found(split_sessions(document([*(put for row in rows for put in row), *session])))
    assert [title for title, _ in items][3:] == titles


def test_what_stands_below_the_words_that_announce_people_is_no_title() -> None:
    inside = [
        Put("Modération :", gap=8, x=110),
        Put("ZYTA KORVEL-BRANN, UVS / CANAL SUD", x=110),
        Put("Salle 2", x=110),
    ]
    assert len(found(read(str.upper, *inside))) == 4


def test_people_that_begin_the_entries_of_a_list_stand_over_their_titles_whatever_follows_the_last() -> None:
    names = ("Léa Durand, éclusière", "Marc Petit, meunier")
    talks = [
        put
        for name, title in zip(names, TITLES[3:], strict=True)
        for put in (Put(f"● {name}", gap=8, x=110), Put(title, bold=True, gap=2, x=122))
    ]
    items = read(str, *talks, Put("EN PRATIQUE AUSSI", size=12.0, gap=12), bold=True).segments
    assert [(item.title.text, [block.passage.text for block in item.blocks]) for item in items[2:4]] == [
        (title, [name]) for name, title in zip(names, TITLES[3:], strict=True)
    ]


def test_the_first_talk_set_as_the_number_of_its_session_is_no_part_of_that() -> None:
    talks = [put for n in (3, 4) for put in (Put(TITLES[n], bold=True, x=110), Put("Marc Petit, meunier", x=110))]
    rows = [timed(f"{9 + number}h00", f"Session {number + 1}", True)[:2] + talks for number in range(3)]
    items = found(split_sessions(document([put for row in rows for put in row])))
    assert items[:3] == [("Session 1", "9h00"), (TITLES[3], None), (TITLES[4], None)] and len(items) == 9


def test_a_number_of_a_part_over_one_title_has_it_as_subtitle() -> None:
    rows = [
        [*timed(f"{9 + number}h00", "Première table ronde", True)[:2], Put(TITLES[number], bold=True, x=110)]
        for number in range(3)
    ]
    told = [Put("Marc Petit, meunier", x=110), Put("Léa Durand, éclusière", x=110)]
    read = split_sessions(document([put for row in rows for put in (*row, *told)])).segments
    assert [(each.title.text, each.subtitle.text if each.subtitle else None) for each in read] == [
        ("Première table ronde", title) for title in TITLES[:3]
    ]
