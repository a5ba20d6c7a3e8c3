"""Headings of sessions with a chair, between items that have a time."""

import pytest
from layouts import TEXTS, Put, document, lines_of, paragraph

from pipeline.document import Kind, Line, Page, Segment
from pipeline.segment import split_sessions


def read(*heading: Put) -> tuple[Segment, ...]:
    puts = [
        Put("Mardi 14 mai 2024"),
        Put("9h : Habiter la digue", gap=8),
        Put("10h : Pause", gap=8),
        *heading,
        Put("11h : Le moulin en partage", gap=8),
        Put("12h : Ce que dit la crue", gap=8),
    ]
    return split_sessions(document(puts)).segments


def told(*heading: Put) -> list[tuple[str, Kind, list[tuple[str, str]]]]:
    return [
        (found.title.text, found.kind, [(block.capacity.value, block.passage.text) for block in found.blocks])
        for found in read(*heading)
    ]


def test_a_session_with_its_chair_below_is_an_item_without_a_time() -> None:
    found = told(Put("Session 2 – Les rives", bold=True, gap=14), Put("Présidence : Léa Durand (Canal Sud)"))
    assert found[1:3] == [
        ("Pause", Kind.BREAK, []),
        ("Session 2 – Les rives", Kind.SESSION, [("modération", "Léa Durand (Canal Sud)")]),
    ]
    assert len(found) == 5


def test_a_session_with_its_chair_in_the_heading_is_one_too() -> None:
    found = told(Put("Axe 2. Les rives – sous la présidence de Léa Durand", italic=True, gap=14))
    assert found[1:3] == [
        ("Pause", Kind.BREAK, []),
        ("Axe 2. Les rives", Kind.SESSION, [("modération", "Léa Durand")]),
    ]


def test_a_session_without_a_chair_is_no_item() -> None:
    assert len(told(Put("Session 2 – Les rives", bold=True, gap=14))) == 4


def test_a_round_table_with_its_chair_keeps_its_time() -> None:
    found = told(Put("10h30", gap=14), Put("Séance 2 – Les rives"), Put("Présidence : Léa Durand"))
    assert [title for title, _, _ in found].count("Séance 2 – Les rives") == 1
    assert len(found) == 5


def test_a_session_in_another_room_goes_on_at_the_time_above_it() -> None:
    def pair(time: str, first: int) -> list[Put]:
        return [
            Put(time, gap=14),
            Put(f"Axe {first} – Les rives basses, Salle 1", size=14, bold=True),
            Put("Modération : Léa Durand (Canal Sud)"),
            Put(f"Axe {first + 1} – Les ponts de bois, Salle 2", size=14, bold=True),
            Put("Modération : Marc Petit (Inria)"),
        ]

    end = [Put("12h", gap=14), Put("Conclusion, Salle 1", size=14, bold=True)]
    puts = [Put("Mardi 14 mai 2024"), *pair("9h", 1), *pair("11h", 3), *end]
    found = split_sessions(document(puts)).segments
    assert [(item.title.text, item.hours.text if item.hours else None) for item in found] == [
        ("Axe 1 – Les rives basses", "9h"),
        ("Axe 2 – Les ponts de bois", "9h"),
        ("Axe 3 – Les rives basses", "11h"),
        ("Axe 4 – Les ponts de bois", "11h"),
        ("Conclusion", "12h"),
    ]


@pytest.mark.parametrize(
    "chair",
    [
        Put("Sous la présidence de M. le Professeur Omar Vasseur", bold=True),
        Put("Après-midi – Présidence : Omar Vasseur", bold=True),
        Put("Présidence : Omar Vasseur", x=170, width=160),
        Put("Après-midi sous la présidence de Omar Vasseur"),
    ],
)
def test_a_chair_set_apart_above_a_time_chairs_what_follows(chair: Put) -> None:
    puts = [
        Put("Mardi 14 mai 2024"),
        *(Put("9h : Habiter la digue", gap=8, width=420), Put("Léa Durand, maire")),
        chair,
        *(Put("11h : Le moulin en partage", width=420), Put("Anna Keller, éclusière")),
        Put("12h : Ce que dit la crue", gap=8),
    ]
    found = split_sessions(document(puts)).segments
    assert [{block.passage.text for block in item.blocks} for item in found[:2]] == [
        {"Léa Durand, maire"},
        {chair.text.split(" de ")[-1].split(" : ")[-1], "Anna Keller, éclusière"},
    ]


def test_a_chair_set_as_the_text_above_chairs_that() -> None:
    puts = [
        Put("Mardi 14 mai 2024"),
        *(Put("9h : Habiter la digue", gap=8), Put("Présidence : Léa Durand")),
        Put("11h : Le moulin en partage", gap=8),
        Put("12h : Ce que dit la crue", gap=8),
    ]
    found = split_sessions(document(puts)).segments
    assert [len(item.blocks) for item in found] == [1, 0, 0]


def test_a_part_of_the_programme_that_stands_out_over_its_chair_is_an_item_too() -> None:
    found = told(Put("Récits de la rive", bold=True, gap=14), Put("Présidence : Léa Durand (Canal Sud)"))
    assert found[2] == ("Récits de la rive", Kind.SESSION, [("modération", "Léa Durand (Canal Sud)")])


def test_bold_words_over_a_chair_and_speakers_belong_to_the_item_above() -> None:
    people = [Put("Modération : Léa Durand"), Put("Avec : Omar Vasseur, éclusier")]
    assert len(told(Put("Récits de la rive", bold=True, gap=14), *people)) == 4
    assert len(told(Put("Récits de la rive", bold=True, gap=14, x=90.0), Put("Présidence : Léa Durand", x=90.0))) == 4


def test_a_chair_in_brackets_behind_the_name_of_a_session_is_told_too() -> None:
    found = told(Put("Session Rives et digues (présidente : Léa Durand, Canal Sud)", italic=True, gap=14))
    assert found[2] == ("Session Rives et digues", Kind.SESSION, [("modération", "Léa Durand, Canal Sud")])


def test_a_chair_in_brackets_may_be_told_by_the_session() -> None:
    found = told(Put("SESSION 2 : Les rives (présidence de session : Léa Durand, Canal Sud)", bold=True, gap=14))
    assert ("SESSION 2 : Les rives", Kind.SESSION, [("modération", "Léa Durand, Canal Sud")]) in found


def test_a_sequence_has_the_name_below_its_number_as_subtitle_and_who_directs_it() -> None:
    found = read(
        Put("Deuxième séquence", bold=True, gap=14),
        Put("Habiter la rive", bold=True),
        Put("Sous la direction de Mme Léa Durand, éclusière"),
    )
    sequence = next(each for each in found if each.title.text == "Deuxième séquence")
    assert sequence.subtitle is not None and sequence.subtitle.text == "Habiter la rive"
    assert [(block.capacity.value, block.passage.text) for block in sequence.blocks] == [
        ("modération", "Mme Léa Durand, éclusière")
    ]


def test_a_chair_above_the_first_time_chairs_what_follows() -> None:
    puts = [
        Put("Mardi 14 mai 2024"),
        Put("Ce que disent les digues quand l'eau monte et que personne ne les écoute", gap=8),
        Put("Matinée sous la présidence de Léa Durand :", bold=True, gap=8),
        Put("9h : Habiter la digue", gap=8),
        Put("10h : Le moulin en partage", gap=8),
        Put("11h : Ce que dit la crue", gap=8),
    ]
    first, *_ = split_sessions(document(puts)).segments
    assert (first.title.text, [block.capacity.value for block in first.blocks]) == (
        "Habiter la digue",
        ["modération"],
    )


def test_a_chair_over_the_first_item_or_the_heading_of_a_part_chairs_what_follows() -> None:
    def centred(text: str, gap: float = 14.0) -> Put:
        return Put(text, x=150.0, width=200.0, gap=gap)

    puts = [
        Put("Mardi 14 mai 2024"),
        centred("Présidence : Marc Petit, doyen"),
        Put("9h : Habiter la digue", gap=14, width=420),
        Put("12h : Déjeuner", gap=8, width=420),
        centred("Présidence : Anna Keller, éclusière"),
        centred("I. Les rives"),
        Put("14h : Le moulin en partage", gap=14, width=420),
        Put("15h : Ce que dit la crue", gap=8, width=420),
    ]
    found = split_sessions(document(puts)).segments
    assert [[block.passage.text for block in item.blocks] for item in found] == [
        ["Marc Petit, doyen"],
        [],
        ["Anna Keller, éclusière"],
        [],
    ]


def test_a_chair_below_a_session_that_holds_the_next_talk_is_its_own() -> None:
    puts = [
        Put("Mardi 14 mai 2024"),
        Put("9h – 10h30 : Les rives", gap=14, width=420),
        Put("Modérateurs : Marc Petit, doyen, et Léa Durand", x=150.0, width=200.0),
        Put("9h – 9h30 : Habiter la digue", gap=8, width=420),
        Put("9h30 – 10h : Le moulin en partage", gap=8, width=420),
        Put("11h – 12h : Ce que dit la crue", gap=14, width=420),
    ]
    first, *others = split_sessions(document(puts)).segments
    assert [block.passage.text for block in first.blocks] == ["Marc Petit, doyen, et Léa Durand"]
    assert not any(block for item in others for block in item.blocks)


def test_a_part_below_a_break_set_in_the_middle_keeps_its_chair() -> None:
    puts = [
        Put("Mardi 14 mai 2024"),
        Put("9h : Habiter la digue", gap=8),
        Put("12h : Déjeuner", x=150.0, width=120.0, gap=14),
        Put("Les ponts", size=12.0, bold=True, gap=14),
        Put("Président de séance : Léa Durand", x=240.0, width=140.0),
        Put("14h : Le moulin en partage", gap=8),
        Put("15h : Ce que dit la crue", gap=8),
    ]
    found = split_sessions(document(puts)).segments
    assert [(item.title.text, [block.passage.text for block in item.blocks]) for item in found][1:3] == [
        ("Déjeuner", []),
        ("Les ponts", ["Léa Durand"]),
    ]


def test_workshops_side_by_side_have_the_hours_over_them_and_each_its_room() -> None:
    def side(x: float, letter: str, room: str) -> list[Line]:
        puts = [
            Put(f"Atelier {letter}", bold=True, size=12.0, x=x),
            Put(room, bold=True, size=12.0, x=x),
            Put("Présidente : Léa Durand", x=x, italic=True, gap=8),
            Put(f"10h Le moulin {letter} en partage", x=x, gap=4),
            Put(f"11h La digue {letter} en récits", x=x, gap=4),
        ]
        return lines_of(puts, top=140.0)

    over = lines_of(
        [Put("Mardi 14 mai 2024"), Put("9h – 10h : Accueil"), Put("10h – 12h : Ateliers parallèles", bold=True)]
    )
    below = lines_of([Put("12h – 13h : Repas"), Put("14h – 15h : Ce que dit la crue", gap=4)], top=300.0)
    columns = [*side(40.0, "A", "Salle 12"), *side(240.0, "B", "Salle 14")]
    ranked = [line.model_copy(update={"rank": 100 * n}) for n, line in enumerate([*over, *columns, *below])]
    page = Page(number=1, width=420.0, height=595.0, lines=tuple(ranked))
    found = split_sessions(document(page)).segments
    told = [(item.title.text, item.hours and item.hours.text, item.room and item.room.text) for item in found]
    assert told[2:] == [
        ("Atelier A", "10h – 12h", "Salle 12"),
        ("Le moulin A en partage", "10h", "Salle 12"),
        ("La digue A en récits", "11h", "Salle 12"),
        ("Atelier B", "10h – 12h", "Salle 14"),
        ("Le moulin B en partage", "10h", "Salle 14"),
        ("La digue B en récits", "11h", "Salle 14"),
        ("Repas", "12h – 13h", None),
        ("Ce que dit la crue", "14h – 15h", None),
    ]


def test_the_second_line_of_a_title_beside_its_time_is_no_heading_of_its_own() -> None:
    puts = [
        Put("Mardi 14 mai 2024"),
        Put("9h : Axe 1 – Habiter la rive de la Loire et de ses affluents,", gap=8, width=340.0),
        Put("axe du pays"),
        Put("Présidence : Léa Durand (Canal Sud)"),
        Put("11h : Le moulin en partage", gap=8),
        Put("12h : Ce que dit la crue", gap=8),
    ]
    found = split_sessions(document(puts)).segments
    assert [each.title.text for each in found][1:] == ["Le moulin en partage", "Ce que dit la crue"]
    assert found[0].title.text.endswith("affluents, axe du pays")


def test_a_line_that_the_one_above_it_leads_to_heads_no_session() -> None:
    puts = [
        Put("Mardi 14 mai 2024"),
        Put("9h |", size=15.0, gap=12.0, width=40.0),
        Put("PANEL 2 : LES MARGES DU", bold=True, x=83.0, beside=True),
        Put("CANON", bold=True, gap=5.0),
        Put("Présidence : Léa Durand (Canal Sud)"),
        *(
            put
            for number, title in enumerate(("LE MOULIN", "LA CRUE"))
            for put in (
                Put(f"{11 + number}h |", size=15.0, gap=12.0, width=40.0),
                Put(title, bold=True, x=83.0, beside=True),
                *paragraph(*TEXTS[number], gap=0.0),
            )
        ),
    ]
    found = split_sessions(document(puts)).segments
    assert [each.title.text for each in found] == ["PANEL 2 : LES MARGES DU CANON", "LE MOULIN", "LA CRUE"]


def test_a_chair_told_beside_a_half_day_is_that_of_what_follows() -> None:
    found = told(Put("Après-midi – Présidence : Léa Durand"))
    assert found[2] == ("Le moulin en partage", Kind.SESSION, [("modération", "Léa Durand")])


def test_a_chair_below_the_name_of_a_half_day_is_that_of_what_follows() -> None:
    found = told(Put("Après-midi", bold=True, gap=14), Put("Modération : Léa Durand", italic=True))
    assert [title for title, _, _ in found] == [
        "Habiter la digue",
        "Pause",
        "Le moulin en partage",
        "Ce que dit la crue",
    ]
    assert [len(blocks) for _, _, blocks in found] == [0, 0, 1, 0]


def test_a_numbered_part_over_its_chair_is_an_item_however_it_is_set() -> None:
    found = told(Put("II. Les rives et leurs métiers"), Put("Sous la présidence d'Anne Roux, éclusière"))
    assert found[2] == ("II. Les rives et leurs métiers", Kind.SESSION, [("modération", "Anne Roux, éclusière")])


def test_a_part_in_the_middle_of_the_page_over_its_chair_is_an_item_too() -> None:
    puts = [
        Put("Mardi 14 mai 2024"),
        Put("9h : Habiter la digue", gap=8, width=340),
        Put("Matinée – Les rives", bold=True, x=150, width=120, gap=14),
        Put("sous la présidence de Léa Durand", italic=True, x=130, width=160),
        Put("11h : Le moulin en partage", gap=8, width=340),
        Put("12h : Ce que dit la crue", gap=8, width=340),
    ]
    found = split_sessions(document(puts)).segments
    assert [each.title.text for each in found][1] == "Matinée – Les rives"
    assert [len(each.blocks) for each in found] == [0, 1, 0, 0]


def test_a_break_below_a_chair_is_one() -> None:
    made = document(
        [
            Put("Mardi 14 mai 2024"),
            Put("9h : Habiter la digue", gap=8),
            Put("Après-midi – Présidence : Léa Durand", gap=14),
            Put("14h : Pause café", gap=8),
            Put("15h : Ce que dit la crue", gap=8),
        ]
    )
    kinds = [found.kind for found in split_sessions(made).segments]
    assert kinds == [Kind.SESSION, Kind.BREAK, Kind.SESSION]


def test_a_session_with_its_chair_above_the_first_time_is_an_item_too() -> None:
    puts = [
        Put("Mardi 14 mai 2024"),
        Put("Séance du matin, présidée par Léa Durand", italic=True, gap=14),
        Put("9h : Habiter la digue", gap=8),
        Put("10h : Le moulin en partage", gap=8),
    ]
    found = split_sessions(document(puts)).segments
    assert [each.title.text for each in found] == ["Séance du matin", "Habiter la digue", "Le moulin en partage"]


def test_a_chair_in_the_middle_of_the_page_chairs_what_follows_also_beside_a_column_of_hours() -> None:
    puts = [
        Put("Mardi 14 mai 2024"),
        *(Put("9h", gap=8), Put("Habiter la digue et ce que la crue en laisse", x=90, width=300, beside=True)),
        Put("Présidence : Omar Vasseur", x=140, width=150, italic=True, gap=14),
        *(Put("11h", gap=14), Put("Le moulin en partage", x=90, width=300, beside=True)),
        *(Put("12h", gap=8), Put("Ce que dit la crue", x=90, width=300, beside=True)),
    ]
    found = split_sessions(document(puts)).segments
    assert [[block.passage.text for block in each.blocks] for each in found] == [[], ["Omar Vasseur"], []]


def test_a_part_in_capitals_over_its_chair_is_an_item_too() -> None:
    found = told(Put("2. QUELLES RIVES ?", gap=14), Put("Présidence : Léa Durand (Canal Sud)"))
    assert found[2] == ("2. QUELLES RIVES ?", Kind.SESSION, [("modération", "Léa Durand (Canal Sud)")])


def test_a_title_beside_its_time_goes_on_below_also_with_a_chair_above() -> None:
    puts = [
        Put("Mardi 14 mai 2024"),
        Put("9h : Habiter la digue", gap=8),
        Put("Après-midi sous la présidence de Omar Vasseur", gap=14),
        Put("14h : Ce que dit la crue quand personne n'écoute plus et que la rive de", width=340, gap=14),
        Put("la Loire recule"),
        Put("16h : Le moulin en partage", gap=8),
    ]
    found = split_sessions(document(puts)).segments
    assert found[1].title.text.endswith("la rive de la Loire recule")
    assert [[block.passage.text for block in each.blocks] for each in found] == [[], ["Omar Vasseur"], []]


def test_a_session_beside_its_time_keeps_it_though_the_room_is_read_between_them() -> None:
    puts = [Put("Mardi 14 mai 2024")]
    for number in (1, 2, 3):
        puts += [
            Put(f"{8 + number}h15", x=20.0, width=40.0, gap=20.0),
            Put("Salle 2", x=20.0, width=40.0),
            Put(f"Axe {number} – La rive", x=88.0, gap=-24.0),
            Put("Présidence : Léa Durand", x=88.0),
        ]
    found = split_sessions(document(puts)).segments
    assert [each.hours and each.hours.text for each in found] == ["9h15", "10h15", "11h15"]


@pytest.mark.parametrize(("gap", "chaired"), [(0.0, "Les rives"), (16.0, "Le moulin en partage")])
def test_a_bold_chair_is_that_of_the_title_it_stands_nearer_to(gap: float, chaired: str) -> None:
    puts = [Put("Mardi 14 mai 2024")]
    for hour, title in (("9h", "Habiter la digue"), ("10h", "Les rives")):
        puts += [Put(hour, x=20.0, gap=16.0), Put(title, x=88.0, beside=True)]
    puts += [Put("Modéré par : Léa Durand", x=88.0, bold=True, gap=gap)]
    puts += [Put("11h", x=20.0, gap=16.0 - gap), Put("Le moulin en partage", x=88.0, beside=True)]
    found = split_sessions(document(puts)).segments
    assert [each.title.text for each in found if each.blocks] == [chaired]


def test_a_room_in_brackets_above_the_chair_of_an_item_heads_no_session() -> None:
    found = told(Put("(Atelier 2)", italic=True), Put("Présidence : Léa Durand (Canal Sud)"))
    assert [title for title, _, _ in found] == [
        *("Habiter la digue", "Pause", "Le moulin en partage", "Ce que dit la crue"),
    ]


def test_a_title_with_its_chair_below_an_hour_and_a_room_keeps_both() -> None:
    rooms = (("9h – 10h | Salle 1", "La digue"), ("9h – 10h | Salle 2", "La crue"), ("10h – 11h | Salle 1", "Le lit"))
    puts = [Put("Mardi 14 mai 2024")]
    for hours, title in rooms:
        puts += [
            Put(hours, gap=12),
            Put(f"Habiter : {title}", size=12.0, bold=True, gap=4),
            Put("Modération : Léa Durand", italic=True, gap=4),
            Put("– Une rive et son ombre, Marc Petit (Canal Sud)", x=50.0, gap=4),
        ]
    found = split_sessions(document([*puts, Put("11h – 12h | Pause", gap=12)])).segments
    sessions = [each for each in found if each.title.text.startswith("Habiter")]
    assert [(each.hours and each.hours.text, each.room and each.room.text) for each in sessions] == [
        ("9h – 10h", "Salle 1"),
        ("9h – 10h", "Salle 2"),
        ("10h – 11h", "Salle 1"),
    ]


def test_a_part_and_its_chair_centred_over_short_lines_head_what_follows() -> None:
    part = [
        Put("I. – La rive, objet de droit", size=12.0, bold=True, x=96.0, gap=12, width=168.0),
        Put("Sous la présidence de Léa Durand, éclusière", italic=True, x=60.0, gap=4, width=240.0),
    ]
    puts = [
        *[Put("Mardi 14 mai 2024"), Put("9h", gap=8), Put("Rapport introductif", x=80.0, beside=True)],
        *[Put("Marc Petit, batelier", x=80.0, width=120.0), *part],
        *[Put("10h", gap=8), Put("Le moulin en partage", x=80.0, beside=True), Put("Omar Vasseur, meunier", x=80.0)],
    ]
    found = split_sessions(document(puts)).segments
    heading = next(each for each in found if each.title.text.startswith("I."))
    assert [(block.capacity.value, block.passage.text) for block in heading.blocks] == [
        ("modération", "Léa Durand, éclusière")
    ]


def test_a_line_as_near_to_the_title_above_as_to_who_chairs_is_its_subtitle() -> None:
    def talk(hour: str, title: str) -> list[Put]:
        return [Put(hour, gap=12), Put(title, bold=True, x=80.0, beside=True), Put("Omar Vasseur, meunier", x=80.0)]

    def part(hour: int) -> list[Put]:
        return [
            Put(f"{hour}h – {hour + 2}h : PREMIÈRE SÉQUENCE", bold=True, size=12.0, gap=20),
            Put("Qui tient la rive ?", italic=True, size=12.0, gap=4),
            Put("Sous la présidence de Léa Durand, éclusière", gap=4),
            *talk(f"{hour}h", "Le moulin en partage"),
            *talk(f"{hour}h30", "Ce que dit la crue"),
            *talk(f"{hour + 1}h", "Un pont de bois"),
        ]

    found = split_sessions(document([Put("Mardi 14 mai 2024"), *part(9), *part(14)])).segments
    assert [each.title.text for each in found[::4]] == ["PREMIÈRE SÉQUENCE"] * 2 and len(found) == 8
    assert [each.subtitle.text for each in found if each.subtitle] == ["Qui tient la rive ?"] * 2
    assert [block.capacity.value for each in found[::4] for block in each.blocks] == ["modération"] * 2
