"""Talks without a time of their own under a timed session."""

from collections.abc import Sequence

import pytest
from layouts import HOURS, TITLES, Put, document, heading, hours, paragraph

from pipeline.document import Block, Capacity, Outline, Passage, Segment
from pipeline.page.entries import is_listed
from pipeline.segment import split_sessions
from pipeline.segment.session_headings import is_session_heading
from pipeline.segment.talks import split_talks

TALKS = (
    "Léa Durand (Canal Sud) : La farine et la crue",
    "Marc Petit (Inria) : Mesurer une digue",
    "Anne Morel (CNRS) : Qui garde le pont",
)


def outline(*inside: Put) -> Outline:
    """Two timed items: the first holds what is given, the second text."""
    return split_sessions(
        document(
            [
                heading("Mardi 14 mai 2024", size=20),
                hours(HOURS[0], gap=30),
                heading("Session 1 : le moulin", gap=4),
                *inside,
                hours(HOURS[1], gap=30),
                heading(TITLES[1], gap=4),
                *paragraph("Le moulin tourne encore, mais à qui revient la farine."),
            ]
        )
    )


def told(found: Sequence[Segment]) -> list[tuple[str, str | None, list[str]]]:
    return [
        (item.title.text, item.hours.text if item.hours else None, [block.passage.text for block in item.blocks])
        for item in found
    ]


def test_people_and_title_in_each_paragraph_are_talks_without_hours() -> None:
    found = outline(*(Put(talk, gap=8) for talk in TALKS)).segments
    assert told(found)[1:4] == [
        ("La farine et la crue", None, ["Léa Durand (Canal Sud)"]),
        ("Mesurer une digue", None, ["Marc Petit (Inria)"]),
        ("Qui garde le pont", None, ["Anne Morel (CNRS)"]),
    ]
    assert [item.title.text for item in found] == [
        "Session 1 : le moulin",
        *(t.split(" : ")[1] for t in TALKS),
        TITLES[1],
    ]


def test_a_talk_has_the_day_of_its_session_and_says_why_it_is_one() -> None:
    talk = outline(*(Put(text, gap=8) for text in TALKS)).segments[1]
    assert talk.day is not None
    assert talk.day.text == "Mardi 14 mai 2024"
    assert talk.method.startswith("exposé sans heure")


def test_titles_and_people_by_turns_are_talks() -> None:
    puts = [
        Put(text, gap=8, italic=slanted)
        for text, slanted in (
            ("La farine et la crue", True),
            ("Léa Durand, éclusière, Canal Sud", False),
            ("Mesurer une digue", True),
            ("Marc Petit, ingénieur, Inria", False),
        )
    ]
    found = outline(*puts).segments
    assert told(found)[1:3] == [
        ("La farine et la crue", None, ["Léa Durand, éclusière, Canal Sud"]),
        ("Mesurer une digue", None, ["Marc Petit, ingénieur, Inria"]),
    ]


def test_numbered_titles_in_the_look_of_titles_are_talks_without_their_length() -> None:
    puts = [
        heading(f"{n}. {title} (20 min)", gap=8) for n, title in enumerate(("Mesurer une digue", "Le gué"), start=1)
    ]
    assert [item.title.text for item in outline(*puts).segments][1:3] == ["Mesurer une digue", "Le gué"]


def test_one_credit_below_a_title_is_no_talk() -> None:
    found = outline(Put(TALKS[0], gap=8)).segments
    assert len(found) == 2


def test_people_listed_below_a_title_stay_its_people() -> None:
    found = outline(*(Put(text, gap=8) for text in ("Léa Durand, éclusière", "Marc Petit, ingénieur"))).segments
    assert len(found) == 2
    assert len(found[0].blocks) >= 1


def test_items_under_a_heading_of_parallel_sessions_take_its_hours() -> None:
    puts = document(
        [
            heading("Mardi 14 mai 2024", size=20),
            hours(HOURS[0], gap=30),
            heading("Sessions simultanées", gap=4),
            *(Put(talk, gap=8) for talk in TALKS),
            hours(HOURS[1], gap=30),
            heading(TITLES[1], gap=4),
            *paragraph("Le moulin tourne encore."),
        ]
    )
    assert [item.hours.text for item in split_sessions(puts).segments[:4] if item.hours] == [HOURS[0]] * 4


def test_a_chair_or_the_word_makes_a_session_that_holds_talks() -> None:
    first, *_ = outline(*(Put(talk, gap=8) for talk in TALKS)).segments
    assert is_session_heading(first)
    assert not is_session_heading(outline().segments[-1])


def test_squares_and_arrows_begin_the_entries_of_a_list() -> None:
    assert is_listed("▪ Léa Durand (Canal Sud)") and is_listed("→ Habiter la rive")


def test_people_under_a_marker_of_their_own_go_with_the_numbered_title_above_them() -> None:
    found = outline(
        Put("Modérateur :", gap=8),
        Put("Anne Morel (CNRS)"),
        Put("1. La farine et la crue", x=60, size=16, bold=True, gap=8),
        Put("Par", x=70, gap=8),
        Put("Léa Durand (Canal Sud)", x=70),
        Put("Échanges avec la salle", x=60, gap=8),
        Put("2. Mesurer une digue", x=60, size=16, bold=True, gap=8),
        Put("Par", x=70, gap=8),
        Put("Marc Petit (Inria)", x=70),
        Put("Échanges avec la salle", x=60, gap=8),
    ).segments
    assert told(found)[:3] == [
        ("Session 1 : le moulin", HOURS[0], ["Anne Morel (CNRS)"]),
        ("La farine et la crue", None, ["Léa Durand (Canal Sud)"]),
        ("Mesurer une digue", None, ["Marc Petit (Inria)"]),
    ]


def rooms(found: Sequence[Segment]) -> list[str | None]:
    return [item.room.text if item.room else None for item in found]


def test_each_talk_has_the_room_below_its_title() -> None:
    found = outline(
        *(Put("Atelier 1 – La farine", gap=8), Put("Salle des Actes"), Put("Atelier 2 – La digue", gap=8)),
        *(Put("Salle Descartes"), Put("Atelier 3 – Le pont", gap=8)),
    ).segments
    assert rooms(found)[:4] == [None, "Salle des Actes", "Salle Descartes", None]


def test_a_room_below_the_last_talk_alone_is_that_of_the_session() -> None:
    found = outline(Put("Atelier 1 – La farine", gap=8), Put("Atelier 2 – La digue", gap=8), Put("Salle 2")).segments
    assert rooms(found)[:3] == ["Salle 2"] * 3


def test_talks_in_rooms_of_their_own_have_the_hours_of_their_session() -> None:
    found = outline(*(Put(f"{talk} – salle {place}", gap=8) for place, talk in enumerate(TALKS, start=1))).segments
    assert [item.hours and item.hours.text for item in found[1:4]] == [HOURS[0]] * 3
    assert rooms(found)[1:4] == ["salle 1", "salle 2", "salle 3"]


def test_talks_in_one_room_follow_one_another() -> None:
    found = outline(*(Put(f"{talk} – salle 1", gap=8) for talk in TALKS)).segments
    assert [item.hours for item in found[1:4]] == [None] * 3


def test_a_block_without_text_is_no_obstacle() -> None:
    segment = outline().segments[0]
    empty = Block(capacity=Capacity.INTERVENTION, marker="Avec", passage=Passage(text="", pieces=()))
    told = segment.model_copy(update={"blocks": (empty,)})
    assert split_talks([told]) == [told]


def test_numbered_people_under_a_marker_stay_in_its_block() -> None:
    found = outline(Put("Intervenants :", gap=8), Put("1. Léa Durand (Canal Sud)", x=60), Put("2. Marc Petit", x=60))
    assert [block.passage.text for block in found.segments[0].blocks] == ["1. Léa Durand (Canal Sud)\n2. Marc Petit"]


@pytest.mark.parametrize("sign", ["•", "·"])
def test_people_below_the_title_of_a_bulleted_talk_are_no_part_of_it_nor_is_its_length(sign: str) -> None:
    puts = [
        put
        for title, name in (("Mesurer une digue", "Marc Petit, ingénieur"), ("La crue – 10 min", "Léa Durand (CNRS)"))
        for put in (heading(f"{sign} {title}", gap=6), Put(name, size=16.0, bold=True))
    ]
    assert told(outline(*puts).segments)[1:3] == [
        ("Mesurer une digue", None, ["Marc Petit, ingénieur"]),
        ("La crue", None, ["Léa Durand (CNRS)"]),
    ]


def test_lengths_of_time_end_the_talks_of_one_paragraph() -> None:
    found = outline(
        Put("La farine et la crue – Léa Durand (Canal Sud) (20 min)", gap=8),
        Put("Mesurer une digue – Marc Petit (Inria) (20 min)"),
    ).segments
    assert told(found)[1:3] == [
        ("La farine et la crue", None, ["Léa Durand (Canal Sud)"]),
        ("Mesurer une digue", None, ["Marc Petit (Inria)"]),
    ]
    assert not found[0].body


def test_one_length_of_time_in_a_description_makes_no_talk() -> None:
    text = "On traverse la rive en bac (20 min). On revient par le pont de bois."
    assert len(outline(Put(text, gap=8)).segments) == 2


def test_lines_that_end_with_the_length_of_a_talk_are_talks_however_close() -> None:
    talks = [
        "Mesurer une digue – Marc Petit de l'université de Vézac (20 min)",
        "Qui garde le pont – Anne Morel du CNRS (20 min)",
    ]
    found = outline(*(Put(talk, x=52.0) for talk in talks)).segments
    assert [item.title.text for item in found][1:3] == ["Mesurer une digue", "Qui garde le pont"]


def test_a_single_talk_is_one_where_its_length_is_told() -> None:
    talk = "Mesurer une digue – Marc Petit de l'université de Vézac"
    told_of = [item.title.text for item in outline(Put(f"{talk} (20 min)", gap=8)).segments]
    assert told_of == ["Session 1 : le moulin", "Mesurer une digue", TITLES[1]]
    assert len(outline(Put(talk, gap=8)).segments) == 2


def test_talks_set_further_in_are_no_part_of_the_sentence_that_names_the_chair() -> None:
    chair = Put("Modération : Léa Durand (Canal Sud).", gap=8)
    found = outline(chair, Put("Mesurer une digue – Marc Petit de l'université de Vézac (20 min)", x=52.0)).segments
    assert [[block.passage.text for block in item.blocks] for item in found][:2] == [
        ["Léa Durand (Canal Sud)."],
        ["Marc Petit de l'université de Vézac"],
    ]


def test_numbered_workshops_under_a_session_run_at_its_time() -> None:
    texts = [f"Atelier n° {number} : {title}" for number, title in enumerate(TITLES[:3], start=1)]
    found = told(outline(*(Put(text, gap=8) for text in texts)).segments)[1:4]
    assert [hours for _, hours, _ in found] == [HOURS[0]] * 3


def test_a_bulleted_talk_ends_with_its_length_whatever_stands_below() -> None:
    puts = [
        put
        for title in ("Mesurer une digue", "La crue et la farine")
        for put in (heading(f"• {title} – 10 min", gap=6), Put("Une enquête à Brou", x=52.0))
    ]
    assert [title for title, _, _ in told(outline(*puts).segments)[1:3]] == [
        "Mesurer une digue",
        "La crue et la farine",
    ]


def test_bulleted_talks_below_a_chair_are_none_of_the_people_announced() -> None:
    puts = [Put("Présidence :", gap=8), Put("Léa Durand, éclusière")]
    for title, name in (("Mesurer une digue", "Marc Petit"), ("La crue et la farine", "Omar Vasseur")):
        puts += [heading(f"• {title}", gap=6), Put("Intervenants :", gap=4), Put(f"{name}, ingénieur")]
    assert told(outline(*puts).segments)[:3] == [
        ("Session 1 : le moulin", HOURS[0], ["Léa Durand, éclusière"]),
        ("Mesurer une digue", None, ["Marc Petit, ingénieur"]),
        ("La crue et la farine", None, ["Omar Vasseur, ingénieur"]),
    ]


def test_titles_before_people_and_what_they_do_are_talks_also_with_a_full_stop_in_them() -> None:
    talks = (
        "- La farine : fonction d'une crue, Léa Durand, maîtresse de conférences (Université de Vézac)",
        "- Mesurer une digue. Dialogues sur la rive, Marc PETIT, doctorant en droit (Université de Brou)",
    )
    assert told(outline(*(Put(talk, gap=8) for talk in talks)).segments)[1:3] == [
        (
            "La farine : fonction d'une crue",
            None,
            ["Léa Durand, maîtresse de conférences (Université de Vézac)"],
        ),
        (
            "Mesurer une digue. Dialogues sur la rive",
            None,
            ["Marc PETIT, doctorant en droit (Université de Brou)"],
        ),
    ]


def test_titles_before_people_told_by_a_capital_par_are_talks_of_these_people_only() -> None:
    talks = ("• Pourquoi un moulin ? Par Léa Durand présidente de Canal Sud", "• À qui la digue ? Par Marc Petit")
    found = told(outline(*(Put(talk, gap=8) for talk in talks)).segments)
    assert found[:3] == [
        ("Session 1 : le moulin", HOURS[0], []),
        ("Pourquoi un moulin ?", None, ["Léa Durand présidente de Canal Sud"]),
        ("À qui la digue ?", None, ["Marc Petit"]),
    ]


NAMED = [
    ("La farine et la crue", "Léa Durand"),
    ("Mesurer une digue", "Marc Petit"),
    ("Qui garde le pont", "Anne Morel"),
]


@pytest.mark.parametrize(
    "form",
    ["{name} : {title}", "• {name} : {title}", "[FR] {name} : {title}", "{title} – {name}", "{title} ({name})"],
)
def test_names_without_function_or_body_give_talks_where_all_are_put_together_alike(form: str) -> None:
    talks = [form.format(title=title, name=name) for title, name in NAMED]
    found = told(outline(*(Put(talk, gap=8) for talk in talks)).segments)
    assert found[1:4] == [(title, None, [name]) for title, name in NAMED]


@pytest.mark.parametrize(
    "texts",
    [
        ["Léa Durand : directrice de la rive", "Marc Petit : éclusier à Vézac"],
        ["Léa Durand : laboratoire des eaux vives", "Marc Petit : université de Vézac sur Loire"],
        ["Léa Durand : La farine et la crue", "Le moulin tourne encore."],
    ],
)
def test_what_people_do_or_text_between_them_makes_no_talks(texts: list[str]) -> None:
    assert len(told(outline(*(Put(text, gap=8) for text in texts)).segments)) == 2


def test_names_behind_works_are_no_talks_where_no_session_is_told() -> None:
    works = ("La farine et la crue – Léa Durand", "Mesurer une digue – Marc Petit")
    puts = [Put("Mardi 14 mai 2024"), Put("9h : Courts métrages de la rive", gap=8), *(Put(w, gap=8) for w in works)]
    found = split_sessions(document([*puts, Put("11h : Le pont de bois", gap=8)])).segments
    assert [each.title.text for each in found] == ["Courts métrages de la rive", "Le pont de bois"]


def test_what_is_told_of_people_is_no_talk_of_theirs() -> None:
    puts = []
    for name, text in (
        ("Léa Durand (Canal Sud)", "Elle a publié un récit en 2008."),
        ("Marc Petit (Inria)", "Il vit ici."),
    ):
        puts += [Put(name, gap=12), Put(text, gap=12)]
    assert [item.title.text for item in outline(*puts).segments] == ["Session 1 : le moulin", TITLES[1]]


def test_talks_set_close_are_parted_where_their_titles_alone_are_bold() -> None:
    found = outline(
        Put("Modération : Jean Roche", italic=True, gap=8),
        Put("Habiter la rive en hiver", bold=True),
        Put("Dr Léa Durand (Vézac)"),
        Put("La farine, en 48 heures", bold=True),
        Put("Mme Anne Morel, éclusière (Brou)"),
        Put("Qui garde le pont", bold=True),
        Put("M. Marc Petit"),
    ).segments
    assert told(found)[1:4] == [
        ("Habiter la rive en hiver", None, ["Dr Léa Durand (Vézac)"]),
        ("La farine, en 48 heures", None, ["Mme Anne Morel, éclusière (Brou)"]),
        ("Qui garde le pont", None, ["M. Marc Petit"]),
    ]


def test_bold_lines_over_text_that_names_nobody_are_no_talks() -> None:
    puts = [
        Put("Habiter la rive", bold=True, gap=8),
        Put("La rive recule."),
        Put("La farine", bold=True),
        Put("Le moulin tourne."),
    ]
    assert len(outline(*puts).segments) == 2


def test_bullets_without_people_are_points_of_one_item_where_titles_look_as_the_text_does() -> None:
    def plain(*points: str, title: str = TITLES[1]) -> list[str]:
        puts = [Put("Mardi 14 mai 2024", gap=30)]
        for number, (hour, name) in enumerate(
            zip(("9h30", "10h30", "11h30"), (TITLES[0], title, TITLES[2]), strict=True)
        ):
            puts += [Put(f"{hour} : {name}", gap=8), *(Put(point) for point in points if number == 1)]
        return [item.title.text for item in split_sessions(document(puts)).segments]

    assert plain("- Tour de table des bateliers", "- Les outils en partage") == list(TITLES[:3])
    assert len(plain("- Tour de table des bateliers", "- Les outils en partage", title="Session 2 : la digue")) == 5
    assert len(plain("- Tour de table des bateliers", "- Les outils en partage", title="Ateliers au choix :")) == 5
    assert len(plain("- Tour de table des bateliers 10 min", "- Les outils en partage 15 min")) == 5
    assert plain("1. Tour de table des bateliers", "2. Les outils en partage") == [
        *TITLES[:2],
        "Tour de table des bateliers",
        "Les outils en partage",
        TITLES[2],
    ]


@pytest.mark.parametrize(("title", "hours"), [("ATELIERS 1", "10h30"), ("Ateliers d'écriture", None)])
def test_workshops_listed_below_their_word_run_side_by_side(title: str, hours: str | None) -> None:
    puts = [Put("Mardi 14 mai 2024", gap=30), Put("9h30 : De la source à l'estuaire, dix ans de crues sur la rive")]
    puts += [Put(f"10h30 : {title}", gap=8)]
    puts += [Put("A. Bâtir avec les habitants — Léa Durand, architecte"), Put("B. Lire la crue — Marc Petit (Inria)")]
    found = split_sessions(document([*puts, Put(f"11h30 : {TITLES[2]}", gap=8)])).segments
    talks = [item for item in found if item.title.text in ("Bâtir avec les habitants", "Lire la crue")]
    assert [item.hours and item.hours.text for item in talks] == [hours] * 2


def test_bodies_with_a_dash_below_people_are_no_talks() -> None:
    people = ("Léa Durand", "– Institut des rives de Vézac", "Marc Petit", "– Agence des digues de Brou")
    assert [item.title.text for item in outline(*(Put(text, gap=8) for text in people)).segments] == [
        "Session 1 : le moulin",
        TITLES[1],
    ]


def test_titles_over_a_marker_that_recurs_are_talks_however_they_are_set() -> None:
    puts = [Put("Modération : Omar Vasseur, maire", gap=8)]
    for title, people in (("La farine et la crue", "Léa Durand"), ("Mesurer une digue", "Marc Petit (Inria)")):
        puts += [Put(title, gap=8), Put(f"Présenté par {people}", gap=1)]
    assert told(outline(*puts).segments)[:3] == [
        ("Session 1 : le moulin", HOURS[0], ["Omar Vasseur, maire"]),
        ("La farine et la crue", None, ["Léa Durand"]),
        ("Mesurer une digue", None, ["Marc Petit (Inria)"]),
    ]


def test_a_civility_before_a_name_is_no_title_of_a_talk() -> None:
    found = outline(
        Put("Madame", gap=8), Put("Léa Durand", gap=8), Put("Monsieur", gap=8), Put("Omar Vasseur", gap=8)
    )
    assert [item.title.text for item in found.segments] == ["Session 1 : le moulin", TITLES[1]]


@pytest.mark.parametrize("told", ["{0}, éclusière – {1}", "« {1} ». {0}, éclusière"])
def test_people_set_further_in_than_who_chairs_give_the_talks(told: str) -> None:
    chair = [Put("PRÉSIDÉ PAR :", gap=6), Put("Omar Vasseur"), Put("éclusier à Canal Sud")]
    talks = [
        Put(told.format(who, title), x=85, gap=6)
        for who, title in (("Léa Durand", "La crue"), ("Anne Roux", "Le pont"))
    ]
    session, first, second, _ = outline(*chair, *talks).segments
    assert [block.passage.text for block in session.blocks] == ["Omar Vasseur éclusier à Canal Sud"]
    assert [talk.title.text for talk in (first, second)] == ["La crue", "Le pont"]


def test_talks_with_bullets_below_who_leads_the_session_are_its_talks() -> None:
    chair = [Put("Séance présidée par :", gap=6), Put("Omar Vasseur, éclusier")]
    found = outline(*chair, *(Put(f"• {talk}", gap=6) for talk in TALKS)).segments
    assert told(found)[:2] == [
        ("Session 1 : le moulin", HOURS[0], ["Omar Vasseur, éclusier"]),
        ("La farine et la crue", None, ["Léa Durand (Canal Sud)"]),
    ]


@pytest.mark.parametrize(("last", "count"), [("Oratrice : Anne Morel, éclusière", 4), ("", 1)])
def test_the_points_of_an_item_are_talks_where_each_has_people_announced_below(last: str, count: int) -> None:
    first = [
        ("La farine et la crue", "Oratrice : Léa Durand, meunière"),
        ("Mesurer une digue", "Orateur : Marc Petit"),
    ]
    talks = [Put(text, gap=4) for title, people in first for text in (f"– {title}", people)]
    # The list goes on at the top of the next page.
    over = [Put(text, gap=4) for text in ("– Qui garde le pont", last) if text]
    item = [Put("Mardi 14 mai 2024"), Put("9h : Le paysage et la rive", gap=20), *talks]
    rest = [Put("11h : Le moulin en partage", gap=20), Put("12h : Ce que dit la crue", gap=20)]
    found = split_sessions(document(item, [*over, *rest])).segments
    assert len(found) == count + 2


def test_a_talk_may_begin_in_small_letters_behind_who_gives_it() -> None:
    talks = ("– Léa Durand (Canal Sud) : les bateliers dans le roman", "– Omar Vasseur (Inria) : des cartes de crues")
    found = outline(*(Put(talk, gap=4) for talk in talks)).segments
    assert [item.title.text for item in found[1:3]] == ["les bateliers dans le roman", "des cartes de crues"]
