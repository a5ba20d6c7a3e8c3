"""What goes on behind a time on its line, where the title stands over it."""

from layouts import HOURS, TEXTS, TITLES, Put, document, heading, lines_of, paragraph

from pipeline.anchors import find_anchors
from pipeline.document import Segment
from pipeline.hour_lines import behind_hours, may_be_place
from pipeline.segment import split_sessions


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
    assert may_be_place("France services de Brou")
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


def test_people_behind_a_time_are_not_lost() -> None:
    found = items(" · Avec Léa Durand, conteuse.", " · Prévoir des bottes.", " · Entrée libre.")
    assert [block.passage.text for block in found[0].blocks] == ["Léa Durand, conteuse."]
    assert found[1].body[0].text.startswith("Prévoir des bottes.")
