"""Rooms printed beside titles: by what they are called, or because they stand beside several titles."""

import pytest
from layouts import Put, document, line_of, lines, passage

from pipeline.document import Block, Capacity, Kind, Passage, Segment, Span
from pipeline.page.passages import join_lines
from pipeline.segment import split_sessions
from pipeline.segment.rooms import (
    people_behind,
    places_as_rooms,
    room_behind_label,
    split_room,
    split_rooms,
)
from pipeline.segment.rooms_behind_people import split_people_rooms
from pipeline.wording import is_room, room_of


@pytest.mark.parametrize(
    ("line", "title", "room"),
    [
        ("Habiter la rive (Salle 2)", "Habiter la rive", "Salle 2"),
        ("Salle 2 | Habiter la rive", "Habiter la rive", "Salle 2"),
        ("Habiter la rive – Amphithéâtre Curie", "Habiter la rive", "Amphithéâtre Curie"),
        ("Habiter la rive Salle 12", "Habiter la rive", "Salle 12"),
        ("Habiter la rive", "Habiter la rive", None),
        ("La salle de classe en 2040", "La salle de classe en 2040", None),
        ("Habiter la rive (Salle 2 (1er étage))", "Habiter la rive", "Salle 2 (1er étage)"),
        ("Pause (15 min) (Salle 2)", "Pause (15 min)", "Salle 2"),
        ("(Salle 2) Habiter – la rive", "Habiter – la rive", "Salle 2"),
        ("(Crue) Habiter la rive", "(Crue) Habiter la rive", None),
        ("Salle 2", "Salle 2", None),
        ("« Habiter la rive » Salle Léa Durand", "« Habiter la rive »", "Salle Léa Durand"),
        ("Qui a peur de l'eau ? Amphithéâtre Curie", "Qui a peur de l'eau ?", "Amphithéâtre Curie"),
        ("« Habiter la rive » et ses digues", "« Habiter la rive » et ses digues", None),
    ],
)
def test_a_room_beside_a_title_is_told_by_its_word(line: str, title: str, room: str | None) -> None:
    found = split_room(passage(line))
    assert (found.title.text, found.room.text if found.room else None) == (title, room)


def rooms(*titles: str) -> list[tuple[str, str | None]]:
    segments = [Segment(pages=(1,), kind=Kind.SESSION, title=passage(title)) for title in titles]
    return [(found.title.text, found.room.text if found.room else None) for found in split_rooms(segments)]


def test_a_place_beside_a_title_that_is_the_room_of_other_items_is_its_room() -> None:
    known = Segment(pages=(1,), kind=Kind.SESSION, title=passage("Un pont de bois"), room=passage("Forum"))
    other = Segment(pages=(1,), kind=Kind.BREAK, title=passage("Pause, Forum"))
    assert [found.title.text for found in split_rooms([known, other])] == ["Un pont de bois", "Pause"]
    assert split_rooms([other])[0].title.text == "Pause, Forum"


def test_a_room_behind_titles_without_a_sign_is_told_by_its_word_where_it_stands_there_again() -> None:
    assert rooms("Habiter la rive Amphi L'Hostis", "Le gué Petit théâtre", "Un pont de bois Amphi L'Hostis") == [
        ("Habiter la rive", "Amphi L'Hostis"),
        ("Le gué Petit théâtre", None),
        ("Un pont de bois", "Amphi L'Hostis"),
    ]
    assert rooms("Visite de l’Auditorium", "Bal de l’Auditorium") == [
        ("Visite de l’Auditorium", None),
        ("Bal de l’Auditorium", None),
    ]


def test_a_place_that_stands_beside_two_titles_is_a_room() -> None:
    assert rooms("Grande halle | Habiter la rive", "Grande halle | Un pont de bois") == [
        ("Habiter la rive", "Grande halle"),
        ("Un pont de bois", "Grande halle"),
    ]


def test_a_place_behind_au_that_stands_there_twice_is_a_room() -> None:
    assert rooms("Lire la rive au Café des Quais", "Concert à l’auditorium Nord", "Bal au café des Quais") == [
        ("Lire la rive", "Café des Quais"),
        ("Concert à l’auditorium Nord", None),
        ("Bal", "café des Quais"),
    ]


def test_a_place_without_a_name_behind_au_stands_there_three_times_before_it_is_a_room() -> None:
    titles = ("Paroles de bateliers au théâtre", "Le goût des rives au théâtre", "Une nuit au théâtre")
    assert rooms(*titles[:2]) == [(title, None) for title in titles[:2]]
    assert [room for _, room in rooms(*titles)] == ["théâtre"] * 3


def test_a_title_that_stands_twice_shows_no_habit_of_rooms() -> None:
    title = "La rive face aux grandes crues"
    assert rooms(title, title) == [(title, None), (title, None)]


def test_the_code_of_a_room_is_one_when_it_stands_twice() -> None:
    assert rooms("Lire la rive (B105-B106 )", "Grand bal (B105-B106)", "Carte (A12)") == [
        ("Lire la rive", "B105-B106"),
        ("Grand bal", "B105-B106"),
        ("Carte (A12)", None),
    ]


def test_a_place_beside_one_title_may_be_part_of_it() -> None:
    assert rooms("Le jardin | un lieu commun", "Un pont de bois") == [
        ("Le jardin | un lieu commun", None),
        ("Un pont de bois", None),
    ]


def test_a_format_before_several_titles_is_no_room() -> None:
    titles = ("Atelier – Habiter la rive", "Atelier – Un pont de bois")
    assert rooms(*titles) == [(title, None) for title in titles]


def test_a_floor_tells_a_room_even_beside_a_format() -> None:
    assert rooms("Plénière (rez-de-chaussée) – Habiter la rive", "Plénière (rez-de-chaussée) – Un pont")[0] == (
        "Habiter la rive",
        "Plénière (rez-de-chaussée)",
    )


def test_the_name_of_a_format_in_brackets_is_a_room_where_other_sessions_have_rooms() -> None:
    titles = ("Habiter la rive (Atelier 1)", "Un pont de bois (Atelier 1)")
    assert rooms(*titles) == [(title, None) for title in titles]
    others = [
        Segment(pages=(1,), kind=Kind.SESSION, title=passage("Le moulin"), room=passage(room))
        for room in ("Auditorium", "Salle 2")
    ]
    segments = [Segment(pages=(1,), kind=Kind.SESSION, title=passage(title)) for title in titles]
    found = split_rooms([*others, *segments])[2:]
    assert [(item.title.text, item.room and item.room.text) for item in found] == [
        ("Habiter la rive", "Atelier 1"),
        ("Un pont de bois", "Atelier 1"),
    ]


def test_a_room_set_apart_keeps_its_floor() -> None:
    def titled(text: str) -> Passage:
        line, spot = line_of(Put(f"{text} Plénière (étage nord)"), 1, 60.0), len(text) + 1
        small = line.style.model_copy(update={"italic": True})
        spans = (
            Span(start=0, end=spot - 1, box=line.box, style=line.style),
            Span(start=spot, end=len(line.text), box=line.box, style=small),
        )
        return join_lines([line.model_copy(update={"spans": spans})])

    segments = [Segment(pages=(1,), kind=Kind.SESSION, title=titled(text)) for text in ("Le moulin", "Un pont")]
    found = split_rooms(segments)
    assert [(item.title.text, item.room and item.room.text) for item in found] == [
        ("Le moulin", "Plénière (étage nord)"),
        ("Un pont", "Plénière (étage nord)"),
    ]


def people_rooms(*people: str) -> list[tuple[str, str | None]]:
    segments = [
        Segment(
            pages=(1,),
            kind=Kind.SESSION,
            title=passage("Habiter la rive"),
            blocks=(Block(capacity=Capacity.INTERVENTION, marker="", passage=passage(text)),),
        )
        for text in people
    ]
    found = split_people_rooms(segments)
    return [(item.blocks[0].passage.text, item.room.text if item.room else None) for item in found]


def test_a_room_behind_people_is_told_by_its_word() -> None:
    assert people_rooms("Léa Durand (Salle 2)") == [("Léa Durand", "Salle 2")]
    assert people_rooms("Léa Durand, Canal Sud / Amphi B") == [("Léa Durand, Canal Sud", "Amphi B")]


def test_text_may_follow_below_the_room_behind_people() -> None:
    told = join_lines(lines("Léa Durand (Canal Sud) (Salle 2 – 1er étage)", "Dix ans de crues"), one_paragraph=True)
    block = Block(capacity=Capacity.INTERVENTION, marker="", passage=told)
    segment = Segment(pages=(1,), kind=Kind.SESSION, title=passage("Habiter la rive"), blocks=(block,))
    (found,) = split_people_rooms([segment])
    assert found.blocks[0].passage.text == "Léa Durand (Canal Sud)"
    assert found.room is not None and found.room.text == "Salle 2 – 1er étage"
    assert [part.text for part in found.body] == ["Dix ans de crues"]


def test_a_place_behind_the_people_of_two_items_is_a_room() -> None:
    assert people_rooms("Léa Durand, Canal Sud – | Grande verrière", "Omar Vasseur – Grande verrière") == [
        ("Léa Durand, Canal Sud", "Grande verrière"),
        ("Omar Vasseur", "Grande verrière"),
    ]


def test_a_place_behind_the_people_of_one_item_may_be_their_body() -> None:
    assert people_rooms("Léa Durand – Grande verrière") == [("Léa Durand – Grande verrière", None)]
    assert people_rooms("Léa Durand (Canal Sud)", "Omar Vasseur (Canal Sud)")[0] == ("Léa Durand (Canal Sud)", None)


def test_a_place_in_brackets_behind_people_is_their_body_where_brackets_hold_bodies() -> None:
    bodies = ("Inès Valmont (Canal Sud)", "Paul Orsini (Rivages)", "Marc Petit (Écluse Nord)")
    park = "Léa Durand (Parc des Rives)"
    assert people_rooms(*bodies, park, park)[-1] == (park, None)
    assert people_rooms(park, park)[-1] == ("Léa Durand", "Parc des Rives")


def test_a_body_behind_people_whose_session_has_a_room_is_no_other_room() -> None:
    people = ("Léa Durand – conseillère – Espace Info Rives", "Marc Petit – architecte – Atelier du Gué")
    blocks = [
        Block(capacity=Capacity.INTERVENTION, marker="", passage=passage(text)) for text in (*people, people[1])
    ]
    items = [
        Segment(pages=(1,), kind=Kind.SESSION, title=passage("Titre"), blocks=(block,), room=passage("Agora"))
        for block in blocks
    ]
    assert split_people_rooms(items) == items


@pytest.mark.parametrize(
    ("tracks", "are_rooms"),
    [
        (("Cinéma Le Rex, salle 1", "Médiathèque", "Cinéma Le Rex, salle 2"), True),
        (("Parcours Eau", "Parcours Terre", "Médiathèque"), False),
        (("ATELIER", "ATELIER", "RENCONTRE"), False),
    ],
)
def test_what_stands_over_titles_is_a_room_where_most_of_it_names_places(
    tracks: tuple[str, ...], are_rooms: bool
) -> None:
    segments = [
        Segment(pages=(1,), kind=Kind.SESSION, title=passage(f"Séance {n}"), track=passage(track))
        for n, track in enumerate(tracks)
    ]
    found = places_as_rooms(segments)
    assert [item.room.text if item.room else None for item in found] == [*tracks] if are_rooms else found == segments


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Salle 2 · Léa Durand, éclusière", "Léa Durand, éclusière"),
        ("Salle Loire – Mme Durand", "Mme Durand"),
        ("Amphi B : Léa Durand et Marc Petit", "Léa Durand et Marc Petit"),
        ("Salle Nord – Léa Durand", None),
        ("Salle 2 – Habiter la rive, un pari", None),
    ],
)
def test_people_behind_a_room_are_told_by_more_than_a_name(text: str, people: str | None) -> None:
    spot = people_behind(text)
    assert (None if spot is None else text[spot:]) == people


def test_a_place_behind_titles_in_capitals_is_told_by_its_small_letters() -> None:
    assert rooms("HABITER LA RIVE Grande halle", "Léa Durand : UN PONT DE BOIS Grande halle") == [
        ("HABITER LA RIVE", "Grande halle"),
        ("Léa Durand : UN PONT DE BOIS", "Grande halle"),
    ]
    once = "HABITER LA RIVE Grande halle"
    assert rooms(once) == [(once, None)]


def test_a_room_in_brackets_behind_one_title_alone_is_told_by_its_word() -> None:
    segment = Segment(pages=(1,), kind=Kind.SESSION, title=passage("Atelier A – Habiter la rive (salle Sud)"))
    (found,) = split_rooms([segment])
    assert (found.title.text, found.room and found.room.text) == ("Atelier A – Habiter la rive", "salle Sud")


def test_a_place_in_brackets_behind_a_break_is_its_room_where_others_are_told_so() -> None:
    told = [(f"Récit {number} (Salle {number})", Kind.SESSION) for number in (1, 2, 3)]
    breaks = [("Dîner (La Péniche)", Kind.BREAK), ("Repas (sur réservation)", Kind.BREAK)]
    segments = [Segment(pages=(1,), kind=kind, title=passage(text)) for text, kind in (*told, *breaks)]
    found = [(part.title.text, part.room and part.room.text) for part in split_rooms(segments)[3:]]
    assert found == [("Dîner", "La Péniche"), ("Repas (sur réservation)", None)]
    alone = split_rooms(segments[3:])
    assert [part.room for part in alone] == [None, None]


def test_places_in_brackets_that_nobody_belongs_to_are_rooms_where_items_end_so() -> None:
    titles = (
        "Bal (place du Marché)",
        "Contes, avec Léa Durand (sous la halle)",
        "Vannerie (jardin de la cure)",
        "Visite (Musée du Gué)",
    )
    told = [Segment(pages=(1,), kind=Kind.SESSION, title=passage(text)) for text in titles]
    found = [(part.title.text, part.room and part.room.text) for part in split_rooms(told)]
    assert found[:3] == [
        ("Bal", "place du Marché"),
        ("Contes, avec Léa Durand", "sous la halle"),
        ("Vannerie", "jardin de la cure"),
    ]
    assert found[3] == (titles[3], None)
    assert [part.room for part in split_rooms(told[2:])] == [None, None]


@pytest.mark.parametrize(
    ("line", "room"),
    [
        ("Médiathèque", True),
        ("Médiathèque de demain", False),
        ("Studio de danse", True),
        ("studio de design Ondine", False),
        ("espace libre ?", False),
    ],
)
def test_a_place_may_be_a_room_where_the_line_says_nothing_else(line: str, room: bool) -> None:
    assert is_room(line) is room


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("Atelier 2 – Espace des cartes", "Espace des cartes"),
        ("TABLE RONDE | Auditorium", None),
        ("Atelier B (Studio Nord)", "Studio Nord)"),
        ("Visite – Halle aux grains", None),
        ("Table ronde : Salle comble ou salle vide", None),
        ("Habiter la rive – Salle 2", None),
        ("Atelier – Salles et saisons", None),
    ],
)
def test_a_room_behind_the_name_of_a_format_is_told_from_a_title(text: str, room: str | None) -> None:
    spot = room_behind_label(text)
    assert (text[spot:] if spot is not None else None) == room


def test_the_last_word_of_a_sentence_is_no_room() -> None:
    assert not is_room("salle.")
    assert is_room("Salle 2.")


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Salle Nord — Présidence de séance : Léa Durand (Canal Sud)",
            "Présidence de séance : Léa Durand (Canal Sud)",
        ),
        ("Salle 2 – Avec le public", None),
    ],
)
def test_a_marker_may_stand_behind_a_room(line: str, people: str | None) -> None:
    spot = people_behind(line)
    assert (None if spot is None else line[spot:]) == people


def test_people_may_stand_behind_the_room_beside_a_time() -> None:
    def item(hour: str, room: str, people: str, title: str) -> list[Put]:
        return [Put(f"{hour} ({room}) • {people}", gap=14.0, width=330.0), Put(title, bold=True)]

    found = split_sessions(
        document(
            [
                *item("10h > 11h", "Salle 2", "DURAND Léa (éclusière, Canal Sud) et PETIT Marc", "Habiter la rive"),
                *item("11h > 12h", "Amphi Loire", "VASSEUR Omar (maire, Ville de Brou)", "Le moulin en partage"),
                *item("14h > 15h", "Salle 2", "ROUX Anne (batelière, Canal Sud)", "Un pont de bois"),
            ]
        )
    ).segments
    assert [(item.title.text, room_of(item.room.text) if item.room else "") for item in found] == [
        ("Habiter la rive", "Salle 2"),
        ("Le moulin en partage", "Amphi Loire"),
        ("Un pont de bois", "Salle 2"),
    ]
    assert found[0].blocks[0].passage.text == "DURAND Léa (éclusière, Canal Sud) et PETIT Marc"


def test_a_room_that_ends_the_row_of_a_title_goes_on_below_where_it_had_no_space() -> None:
    def item(number: int, title: str, room: str, rest: str) -> list[Put]:
        return [
            Put(f"{9 + number}h – {10 + number}h", gap=30),
            Put(title, size=16, bold=True, width=300.0),
            Put(room, size=9, color="#e2007a", x=342.0, width=38.0, beside=True),
            Put(rest, size=9, color="#e2007a", gap=6.0, width=90.0),
            Put("Un récit sur la suite des travaux engagés depuis dix ans.", size=9, width=340.0),
        ]

    found = split_sessions(
        document(
            [
                *item(0, "HABITER LA RIVE EN PARTAGE", "| Amphi", "Marie Curie"),
                *item(1, "LE MOULIN ET SES GENS", "| Amphi", "Marie Curie"),
            ]
        )
    )
    assert [segment.room.text if segment.room else "" for segment in found.segments] == ["| Amphi Marie Curie"] * 2
