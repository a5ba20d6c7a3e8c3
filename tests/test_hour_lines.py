"""What goes on behind a time on its line, where the title stands over it."""

from layouts import HOURS, TEXTS, TITLES, Put, document, heading, lines_of, paragraph

from pipeline.document import Segment
from pipeline.segment import split_sessions
from pipeline.segment.anchors import find_anchors
from pipeline.segment.hour_lines import behind_hours, may_be_place, titles_behind_rooms


def behind(text: str) -> str | None:
    anchors = find_anchors(lines_of([Put(text)]))
    line = behind_hours(anchors[0])
    return line.text if line else None


def items(*tails: str) -> list[Segment]:
    """Titles over their times, and what the lines of these go on with."""
    puts = []
    for number, tail in enumerate(tails):
        puts += [heading(TITLES[number]), Put(f"{HOURS[number]}{tail}"), *paragraph(*TEXTS[number])]
    return list(split_sessions(document(puts)).segments)


def test_what_is_behind_the_last_of_several_times_is_read_without_its_sign() -> None:
    assert behind("14h – 15h30 — Médiathèque de Brou") == "Médiathèque de Brou"
    assert behind("14h, 15h et 16h · Sur réservation") == "Sur réservation"
    assert behind("14h – 15h30") is None


def test_a_place_is_short_and_no_sentence_and_no_person() -> None:
    assert may_be_place("France services de Brou") and may_be_place("médiathèque de Brou")
    assert not may_be_place("Prévoir des bottes. Dès 6 ans")
    assert not may_be_place("Léa Durand, conteuse")


def test_places_behind_times_are_rooms_where_most_lines_name_one() -> None:
    found = items(" — Médiathèque de Brou", " — Cinéma Le Rex", " — France services", " — Salle des fêtes")
    assert [segment.room and segment.room.text for segment in found] == [
        "Médiathèque de Brou",
        "Cinéma Le Rex",
        "France services",
        "Salle des fêtes",
    ]


def test_a_place_told_by_its_first_word_behind_hours_is_the_room_of_the_title_below() -> None:
    places = ("Cinéma Le Rex – Place du Quai", "Médiathèque de Brou", "Départ devant la mairie", "Salle des fêtes")
    puts = []
    for number, place in enumerate(places):
        puts += [Put(f"{HOURS[number]} – {place}", gap=20.0), Put(TITLES[number]), *paragraph(*TEXTS[number])]
    found = split_sessions(document(puts)).segments
    assert [(segment.title.text, segment.room and segment.room.text) for segment in found] == list(
        zip(TITLES, places, strict=True)
    )


def test_places_behind_times_are_rooms_behind_a_format_before_the_times_too() -> None:
    puts = [
        put
        for number, place in enumerate(("Médiathèque de Brou", "Cinéma Le Rex", "Parking nord", "Salle des fêtes"))
        for put in (
            heading(TITLES[number]),
            Put(f"Atelier • de {8 + number}h à {9 + number}h • {place}"),
            *paragraph(*TEXTS[number]),
        )
    ]
    found = split_sessions(document(puts)).segments
    assert [segment.room and segment.room.text for segment in found] == [
        "Médiathèque de Brou",
        "Cinéma Le Rex",
        "Parking nord",
        "Salle des fêtes",
    ]


def test_a_single_word_or_a_number_for_a_place_behind_a_time_is_no_title_where_others_have_theirs() -> None:
    puts = [
        put
        for number, tail in enumerate((", Agora", ", Forum", ", Salle 2", ", Atelier 1"))
        for put in (Put(f"{HOURS[number]}{tail}", gap=20), Put(TITLES[number]), Put("Animée par : Léa Durand"))
    ]
    found = split_sessions(document(puts)).segments
    assert [segment.title.text for segment in found] == [*TITLES[:4]]


def test_people_behind_a_time_are_not_lost() -> None:
    found = items(" · Avec Léa Durand, conteuse.", " · Prévoir des bottes.", " · Entrée libre.")
    assert [block.passage.text for block in found[0].blocks] == ["Léa Durand, conteuse."]
    assert found[1].body[0].text.startswith("Prévoir des bottes.")


def beside(*texts: str) -> bool:
    return titles_behind_rooms(find_anchors(lines_of([Put(text) for text in texts])))


def test_titles_stand_behind_rooms_where_each_is_told_once() -> None:
    assert beside("9h | Salle 2 | Habiter la rive", "10h | Salle 3 | Le moulin", "11h | Salle 2 | Ce que dit la crue")
    assert not beside("9h | Salle 2 | 1er étage", "10h | Salle 3 | 1er étage", "11h | Salle 4 | 2e étage")
    assert not beside(
        "9h | Salle 2 | Parcours élus", "10h | Salle 3 | Parcours élus", "11h | Salle 2 | Parcours élus"
    )
    assert not beside("9h | Salle 2", "10h | Salle 3", "11h | Salle 4")


def test_a_title_that_begins_behind_a_room_goes_on_below() -> None:
    puts = []
    for number, room in enumerate(("Salle 2", "Salle 3", "Salle 2", "Salle 3")):
        first, last = TITLES[number].rsplit(" ", 1)
        puts += [Put(f"{HOURS[number]} | {room} | {first}", gap=20.0), Put(last)]
    found = split_sessions(document(puts)).segments
    assert [segment.title.text for segment in found] == list(TITLES)
    assert [segment.room.text for segment in found if segment.room] == ["Salle 2", "Salle 3", "Salle 2", "Salle 3"]


def test_a_place_behind_a_time_that_fills_its_line_ends_on_the_next() -> None:
    tails = (", Salle 2 – table", ", Grande halle", ", Salle des fêtes", ", Cinéma Le Rex")
    puts = []
    for number, tail in enumerate(tails):
        broken = [Put("ronde")] if tail.endswith("table") else []
        time = Put(f"{HOURS[number]}{tail}", width=340.0 if broken else None)
        puts += [heading(TITLES[number]), time, *broken, *paragraph(*TEXTS[number])]
    first = split_sessions(document(puts)).segments[0]
    assert first.room is not None
    assert first.room.text == "Salle 2 – table ronde"
    assert "ronde" not in [body.text for body in first.body]


def festival(*formats: str) -> list[Segment]:
    """Titles over lines of format, hours and place, a text, and for whom it is: this stands near the text."""
    places = ("Médiathèque de Brou", "Étang du Moulin, parking nord", "Salle des fêtes", "Cinéma Le Rex")
    puts = []
    for number, label in enumerate(formats):
        puts += [
            heading(TITLES[number], gap=5),
            Put(f"{label} • de {HOURS[number].replace(' – ', ' à ')} • {places[number]}", gap=6),
            Put(TEXTS[number][0]),
            Put("Tout public dès 8 ans"),
        ]
    return list(split_sessions(document(puts)).segments)


def test_formats_before_times_and_places_behind_them_are_tracks_and_rooms() -> None:
    found = festival("Conférence", "Visite", "Spectacle", "Table ronde")
    assert [segment.track and segment.track.text for segment in found] == [
        "Conférence",
        "Visite",
        "Spectacle",
        "Table ronde",
    ]
    assert [segment.room and segment.room.text for segment in found] == [
        "Médiathèque de Brou",
        "Étang du Moulin, parking nord",
        "Salle des fêtes",
        "Cinéma Le Rex",
    ]


def test_a_line_in_small_over_a_title_and_near_the_text_above_ends_that_text() -> None:
    for segment in festival("Conférence", "Visite", "Spectacle", "Table ronde"):
        assert " ".join(body.text for body in segment.body).count("Tout public dès 8 ans") == 1


def test_a_room_that_must_go_on_below_does_so_though_its_line_has_room() -> None:
    puts = [Put("Mardi 14 mai 2024", size=20, bold=True)]
    places = (
        ("Chapiteau de la place", "d’Armes"),
        ("Auditorium des", "Carmes"),
        ("Grande salle des anciens lavoirs",),
    )
    for number, (told, *more) in enumerate(places):
        puts += [Put(f"{9 + number}h – {10 + number}h {told}", size=11, gap=24.0), *(Put(m, size=11) for m in more)]
        puts += [
            Put(f"Habiter la rive {number}", size=14, bold=True, gap=8.0),
            Put("Un récit de la digue et du pont."),
        ]
    found = split_sessions(document(puts)).segments
    assert [segment.room and segment.room.text for segment in found] == [" ".join(place) for place in places]
