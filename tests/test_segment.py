"""A whole document to items: boundaries, day, page, kind, and what is told of each."""

import pytest
from layouts import (
    HOURS,
    TEXTS,
    TITLES,
    Put,
    above_time,
    below_time,
    document,
    heading,
    hours,
    item_with,
    line_of,
    page_of,
    paragraph,
)

from pipeline.document import Document, Kind, Line, Outline
from pipeline.segment import split_sessions
from pipeline.source import Source


def days(outline: Outline) -> list[str | None]:
    return [found.day.text if found.day else None for found in outline.segments]


def titles(outline: Outline) -> list[str]:
    return [found.title.text for found in outline.segments]


def test_the_day_beside_the_time_is_the_day() -> None:
    puts = [
        put
        for number in range(3)
        for put in (
            hours(f"Mardi {14 + number} mai 2024, {HOURS[number]}", gap=30),
            heading(TITLES[number], gap=4),
            *paragraph(*TEXTS[number]),
        )
    ]
    outline = split_sessions(document(puts))
    assert days(outline) == ["Mardi 14 mai 2024", "Mardi 15 mai 2024", "Mardi 16 mai 2024"]
    assert [found.hours.text for found in outline.segments if found.hours] == list(HOURS[:3])


def test_the_small_line_over_a_title_is_of_its_item_where_the_time_stands_below() -> None:
    puts = [
        put
        for number, part in enumerate(("ATELIER", "CONCERT", "LECTURE"))
        for put in (
            Put(part, size=7, gap=24),
            heading(TITLES[number], gap=1),
            hours(f"Mardi {14 + number} mai à {10 + number}h", gap=2),
            *paragraph(*TEXTS[number]),
        )
    ]
    outline = split_sessions(document(puts))
    assert [found.track and found.track.text for found in outline.segments] == ["ATELIER", "CONCERT", "LECTURE"]
    assert all(
        part not in passage.text
        for found in outline.segments
        for passage in found.body
        for part in ("CONCERT", "LECTURE")
    )


def test_a_day_in_the_footer_is_that_of_its_page() -> None:
    pages = [
        page_of(number + 1, above_time(number), [Put(f"{day} mai 2024")])
        for number, day in enumerate(("Mardi 14", "Mardi 14", "Mercredi 15"))
    ]
    assert days(split_sessions(document(*pages))) == [
        "Mardi 14 mai 2024",
        "Mardi 14 mai 2024",
        "Mercredi 15 mai 2024",
    ]


def test_a_day_heading_holds_until_the_next_one() -> None:
    puts = [heading("Mardi 14 mai 2024", size=20), *below_time(0), *below_time(1)]
    puts += [heading("Mercredi 15 mai 2024", size=20), *below_time(2), *below_time(3)]
    outline = split_sessions(document(puts))
    assert days(outline) == ["Mardi 14 mai 2024"] * 2 + ["Mercredi 15 mai 2024"] * 2
    assert titles(outline) == list(TITLES)
    assert all("mai 2024" not in text.text for found in outline.segments for text in found.body)


def test_the_only_day_of_a_document_is_that_of_all_items() -> None:
    cover = [heading("FORUM DES RIVES", size=28), Put("Le forum a lieu le mardi 14 mai 2024 à Lens.")]
    assert days(split_sessions(document(cover, *map(above_time, range(4))))) == ["mardi 14 mai 2024"] * 4


def test_of_two_days_on_the_cover_none_is_taken() -> None:
    cover = [heading("FORUM DES RIVES", size=28), Put("Le forum a lieu les 14 et 15 mai 2024 à Lens.")]
    assert days(split_sessions(document(cover, *map(above_time, range(4))))) == [None] * 4


def test_a_cover_becomes_no_item() -> None:
    cover = [heading("FORUM DES RIVES", size=28), Put("Deux journées au bord de l'eau", size=14, gap=20)]
    assert titles(split_sessions(document(cover, *map(above_time, range(4))))) == list(TITLES)


def test_a_full_cover_with_opening_hours_becomes_no_item_where_the_title_comes_first() -> None:
    cover = [heading("FORUM DES RIVES", size=28), Put("Mardi 14 mai 2024, de 9h à 18h", size=14, gap=20)]
    assert titles(split_sessions(document(cover, *map(above_time, range(4))))) == list(TITLES)


def test_a_full_cover_with_opening_hours_becomes_no_item_where_the_time_comes_first() -> None:
    cover = [heading("FORUM DES RIVES", size=28), Put("Mardi 14 mai 2024, de 9h à 18h", size=14, gap=20)]
    cover += [Put("Halle aux grains, Lens", gap=3)]
    assert titles(split_sessions(document(cover, *([*below_time(n)] for n in range(4))))) == list(TITLES)


@pytest.mark.xfail(strict=True, reason="a heading between two items ends the text of the first, not a parcours")
def test_a_heading_between_items_belongs_to_none() -> None:
    puts = [*below_time(0), *below_time(1), heading("PARCOURS TERRE", size=20), *below_time(2), *below_time(3)]
    outline = split_sessions(document(puts))
    assert not any("PARCOURS" in text.text for found in outline.segments for text in found.body)


def test_a_heading_without_anything_below_is_no_item() -> None:
    puts = [heading("Matinée des rivières", size=16), *paragraph(), *below_time(0), *below_time(1), *below_time(2)]
    assert titles(split_sessions(document(puts))) == list(TITLES[:3])


def test_pages_the_sidecar_skips_are_not_read() -> None:
    source = Source.model_validate({"pages_ignorees": [1, 3]})
    assert titles(split_sessions(document(*map(above_time, range(4))), source)) == [TITLES[1], TITLES[3]]


def test_the_printed_page_is_that_of_the_first_page() -> None:
    people = page_of(2, [Put("AVEC", bold=True), Put("Marc Petit, éclusier")], label="8")
    pages = [page_of(1, above_time(0), label="7"), people, page_of(3, above_time(1), label="9")]
    outline = split_sessions(document(*pages))
    assert [(found.pages, found.printed_page) for found in outline.segments] == [((1, 2), "7"), ((3,), "9")]


def told(document: Document) -> list[list[tuple[str, int | None, str]]]:
    return [
        [(finding.code, finding.page, finding.subject) for finding in found.findings]
        for found in split_sessions(document).segments
    ]


def test_two_times_on_one_page_are_told_and_the_first_is_taken() -> None:
    pages = [above_time(0), [*above_time(1), hours("17h - 18h")], above_time(2)]
    outline = split_sessions(document(*pages))
    assert [found.hours.text for found in outline.segments if found.hours] == list(HOURS[:3])
    assert told(document(*pages)) == [[], [("plusieurs_heures", 2, "11h à 12h / 17h - 18h")], []]


def test_two_times_of_an_item_are_told_where_the_time_comes_first() -> None:
    found = told(item_with(*paragraph(*TEXTS[0]), hours("17h - 18h")))
    assert [finding[0] for finding in found[0]] == ["plusieurs_heures"]


def test_kinds_are_told_by_the_first_words_of_the_title() -> None:
    rows = [("9h", "Accueil café"), ("10h", "Habiter la digue"), ("12h", "Déjeuner"), ("17h", "Départ des navettes")]
    outline = split_sessions(document([Put(f"{time} : {title}", gap=8) for time, title in rows]))
    assert [found.kind for found in outline.segments] == [Kind.BREAK, Kind.SESSION, Kind.BREAK, Kind.LOGISTICS]


def test_two_readings_that_are_nearly_as_good_are_told() -> None:
    # Every title stands nearer to the time above it than to its own; only the ends of the page tell them apart.
    puts = [
        put
        for n in range(16)
        for put in (
            heading(f"{TITLES[n % 4]} {n}", gap=4),
            *paragraph(*TEXTS[n % 4]),
            hours(HOURS[n % 4]),
        )
    ]
    outline = split_sessions(document(puts))
    assert titles(outline) == [f"{TITLES[n % 4]} {n}" for n in range(16)]
    assert [finding.code for finding in outline.findings] == ["structure_incertaine"]


def test_titles_that_all_stand_at_their_own_times_leave_no_doubt() -> None:
    puts = [
        put
        for n in range(16)
        for put in (heading(f"{TITLES[n % 4]} {n}"), hours(HOURS[n % 4]), *paragraph(*TEXTS[n % 4]))
    ]
    outline = split_sessions(document(puts))
    assert titles(outline) == [f"{TITLES[n % 4]} {n}" for n in range(16)]
    assert outline.findings == ()


def test_the_outline_counts_the_printed_times_and_says_how_items_were_found() -> None:
    outline = split_sessions(document(*map(above_time, range(4))))
    assert outline.hours_printed == 4
    assert {found.method.rpartition(" ")[0] for found in outline.segments} == {
        "titre avant l'heure ; titre : style récurrent (Serif 16 gras) ; accord"
    }


def test_reading_the_same_document_twice_gives_the_same_outline() -> None:
    pages = [above_time(number) for number in range(4)]
    assert split_sessions(document(*pages)) == split_sessions(document(*pages))


def test_titles_right_above_times_are_theirs_though_talks_have_their_time_before_the_title() -> None:
    puts = [
        put
        for number in range(3)
        for put in (
            Put(TITLES[number], gap=30),
            Put(f"de {9 + 2 * number}h à {11 + 2 * number}h"),
            Put("Modération : Léa Durand, éclusière", gap=6),
            Put(f"{9 + 2 * number}h Les gués numéro {number + 1}", gap=6),
            Put("Marc Petit, meunier", gap=6),
        )
    ]
    outline = split_sessions(document(puts))
    assert titles(outline)[::2] == list(TITLES[:3])
    assert titles(outline)[1].startswith("Les gués numéro 1")
    assert [found.hours.text for found in outline.segments if found.hours][:2] == ["9h à 11h", "9h"]


def test_a_room_may_stand_between_a_title_and_its_people() -> None:
    people = ("Léa Durand, éclusière", "Omar Vasseur (Canal Sud)", "Inès Caradec, batelière")
    puts = [
        put
        for number, told in enumerate(people)
        for put in (hours(HOURS[number], gap=30), heading(f"{TITLES[number]} (Amphi B) – {told}", gap=4))
    ]
    found = split_sessions(document(puts)).segments
    assert [(each.title.text, each.room and each.room.text) for each in found] == [
        (title, "Amphi B") for title in TITLES[:3]
    ]
    assert [block.passage.text for each in found for block in each.blocks] == list(people)


def test_lines_with_a_dash_below_a_title_are_a_list_and_no_subtitle() -> None:
    talks = [
        Put(text, size=size, gap=gap, x=60.0)
        for text, size, gap in (
            ("– Les gués de la Loire", 14.0, 4.0),
            ("Léa Durand, éclusière", 10.0, 0.0),
            ("– Les bacs du Rhône", 14.0, 4.0),
            ("Marc Petit, meunier", 10.0, 0.0),
        )
    ]
    found = split_sessions(item_with(*talks)).segments
    assert [each.title.text for each in found[:3]] == [TITLES[0], "Les gués de la Loire", "Les bacs du Rhône"]
    assert found[0].subtitle is None


def test_people_ahead_of_a_title_in_its_paragraph_are_those_of_its_item() -> None:
    def credited(number: int, people: str) -> list[Line]:
        y = 100.0 + 60 * number
        title = line_of(Put(TITLES[number], size=12.0, italic=True, bold=True, x=160.0, width=120.0), 1, y + 12, 3)
        return [
            line_of(Put(people, width=340.0), 1, y, 3 * number),
            line_of(Put("à la Fabrique :", width=110.0), 1, y + 12, 3 * number + 1),
            title.model_copy(update={"rank": 3 * number + 2}),
            line_of(Put(f"| {HOURS[number]}", x=290.0), 1, y + 12, 3 * number + 3),
        ]

    people = ("Léa Durand, éclusière et passeuse", "Omar Vasseur, batelier", "Inès Caradec, meunière")
    lines = [line for number, told in enumerate(people) for line in credited(number, told)]
    page = page_of(1, []).model_copy(update={"lines": tuple(lines)})
    found = split_sessions(document(page)).segments
    assert [each.title.text for each in found] == list(TITLES[:3])
    assert [[block.passage.text.split(",")[0] for block in each.blocks] for each in found] == [
        ["Léa Durand"],
        ["Omar Vasseur"],
        ["Inès Caradec"],
    ]


def test_a_title_stands_above_a_time_with_people_beside_it_where_it_has_room_above() -> None:
    def items(gap: float) -> list[str]:
        puts = [
            Put("Mardi 14 mai 2024"),
            Put("9h – 10h | Ouverture", gap=14),
            Put("La rive après la crue", bold=True, gap=gap),
            Put("10h : Animation : Léa Durand, éclusière", gap=3),
            Put("Marc Petit, meunier"),
            Put("12h : Déjeuner", gap=14),
        ]
        return titles(split_sessions(document(puts)))

    assert items(14) == ["Ouverture", "La rive après la crue", "Déjeuner"]
    assert "La rive après la crue" not in items(0)


def test_a_label_between_a_title_and_its_time_is_not_the_title() -> None:
    puts = [
        put
        for number in range(2)
        for put in (
            Put(TITLES[number], bold=True, size=10.0, font="Zebre", gap=30),
            Put("TABLE RONDE", bold=True, size=9.0),
            Put(f"> DE {9 + number}H15 À {10 + number}H – SALLE 2", size=9.0),
            *paragraph(*TEXTS[number], gap=4),
        )
    ]
    assert titles(split_sessions(document(puts))) == list(TITLES[:2])


def test_a_semicolon_behind_a_title_is_no_part_of_it() -> None:
    puts = [Put("Mardi 14 mai 2024"), Put("- 9h à 10h : Ouverture ;", gap=8), Put("- 10h à 11h : Le moulin ;", gap=8)]
    assert titles(split_sessions(document(puts))) == ["Ouverture", "Le moulin"]


def test_who_speaks_is_the_title_where_only_brackets_or_the_rest_of_the_line_follow() -> None:
    puts = [
        Put("Mardi 14 mai 2024"),
        *(Put("9h", gap=14), Put("Intervention de Léa Durand, éclusière"), Put("(environ 20 min)", gap=2)),
        *(Put("10h", gap=14), Put("Intervention de Marc Petit, éclusier du", width=340), Put("Canal de la Loire")),
        *(put for number in range(4) for put in (Put(f"{11 + number}h", gap=14), Put(TITLES[number]))),
    ]
    assert titles(split_sessions(document(puts))) == [
        "Intervention de Léa Durand",
        "Intervention de Marc Petit",
        *TITLES,
    ]
