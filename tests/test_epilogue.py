"""Practical information, biographies and forms behind the last item belong to no item."""

import pytest
from layouts import HOURS, TEXTS, TITLES, Put, document, heading, hours, line_of, page_of, paragraph

from pipeline.document import Document, Line, Segment
from pipeline.segment import split_sessions


def last_of(*tail: Put, apart: bool = False) -> Segment:
    """The last of three sessions with what the tail left to it; the tail may stand on a page of its own."""
    puts = [
        put
        for number in range(3)
        for put in (hours(HOURS[number], gap=30), heading(TITLES[number]), *paragraph(*TEXTS[number]))
    ]
    whole: Document = document([*puts, *([] if apart else tail)])
    if apart:
        whole = whole.model_copy(update={"pages": (*whole.pages, page_of(2, tail))})
    return split_sessions(whole).segments[-1]


def texts(segment: Segment) -> str:
    parts = [segment.title, segment.subtitle, segment.room, *segment.body, *(b.passage for b in segment.blocks)]
    return " ".join(passage.text for passage in parts if passage)


@pytest.mark.parametrize(
    "words", ["Informations pratiques", "BULLETIN D'INSCRIPTION", "Avec le soutien de", "Venir au salon"]
)
def test_a_heading_of_other_matter_ends_the_last_item(words: str) -> None:
    told = texts(last_of(Put(words, bold=True, gap=20), *paragraph("Marc Petit, éclusier, répond au téléphone.")))
    assert told == texts(last_of())


def test_a_committee_named_on_one_line_takes_no_part_in_the_last_item() -> None:
    assert "Durand" not in texts(last_of(Put("Comité scientifique : Léa Durand, Marc Petit", gap=20)))


@pytest.mark.parametrize("words", ["Infos pratiques — ", "Pratique : ", "Avec le soutien de : "])
def test_other_matter_may_begin_behind_its_heading_on_one_line(words: str) -> None:
    assert texts(last_of(Put(f"{words}navette à la gare, barques au port", gap=20))) == texts(last_of())


def test_a_heading_larger_than_titles_on_a_later_page_begins_other_matter() -> None:
    assert "Durand" not in texts(last_of(heading("Celles qui parlent", size=24), Put("Léa Durand"), apart=True))


@pytest.mark.parametrize("words", ["Contact et frontière", "Une suite de la description."])
def test_text_set_as_text_stays_with_the_last_item(words: str) -> None:
    assert words in texts(last_of(Put(words)))


def test_a_session_may_be_called_as_other_matter_is() -> None:
    puts = [
        put for n in range(3) for put in (hours(HOURS[n], gap=30), heading(("Accès", TITLES[0], "Partenaires")[n]))
    ]
    assert [segment.title.text for segment in split_sessions(document(puts)).segments] == [
        "Accès",
        TITLES[0],
        "Partenaires",
    ]


@pytest.mark.parametrize(
    "words", ["Biographies des intervenants", "POUR VENIR", "Index des intervenantes et intervenants"]
)
def test_a_time_behind_a_heading_of_other_matter_is_of_no_item(words: str) -> None:
    tail = [
        Put(words, bold=True, gap=20),
        Put("Garderie de 9h à 18h. Chiens non admis."),
        Put("Léa Durand, éclusière"),
    ]
    assert texts(last_of(*tail)) == texts(last_of())


def test_items_go_on_behind_a_heading_of_other_matter_where_their_times_are_set_as_before() -> None:
    tail = [Put("Informations pratiques", bold=True, gap=20), hours("18h à 19h", gap=30), heading("Le bal des rives")]
    assert texts(last_of(*tail)) == "Le bal des rives"


def test_a_column_of_other_matter_between_those_of_items_is_of_no_item() -> None:
    first = [hours(HOURS[0]), heading(TITLES[0]), *paragraph(*TEXTS[0])]
    beside = [
        line_of(Put(text, bold=bold, x=300.0, width=80.0), 1, 60.0 + 12 * row)
        for row, (text, bold) in enumerate((("Infos pratiques", True), ("Navette à la gare", False)))
    ]
    page = page_of(1, first)
    page = page.model_copy(update={"lines": (*page.lines, *beside)})
    rest = [put for n in (1, 2) for put in (hours(HOURS[n], gap=30), heading(TITLES[n]), *paragraph(*TEXTS[n]))]
    alone, told = (split_sessions(document(back, rest)).segments for back in (first, page))
    assert [texts(item) for item in told] == [texts(item) for item in alone]


def test_the_cover_beside_columns_of_other_matter_tells_the_day() -> None:
    info = [Put("Accès", bold=True), Put("Navette à la gare"), Put("Le pont est fermé")]
    columns = [
        [Put("Le mot du maire"), Put("Une rive recule"), Put("et la commune attend")],
        info,
        [Put("Les rives en fête", size=20), Put("Mardi 14 mai 2024", gap=6), Put("Salle des fêtes")],
    ]
    back = page_of(1, columns[0])
    lines = [
        line_of(put._replace(x=40.0 + 130 * number, width=90.0), 1, 60.0 + 14 * row)
        for number, column in enumerate(columns)
        for row, put in enumerate(column)
    ]
    rest = [put for n in range(3) for put in (hours(HOURS[n], gap=30), heading(TITLES[n]), *paragraph(*TEXTS[n]))]
    found = split_sessions(document(back.model_copy(update={"lines": tuple(lines)}), rest)).segments
    assert [each.day.text for each in found if each.day] == ["Mardi 14 mai 2024"] * 3
    assert "Navette" not in " ".join(map(texts, found))


def test_columns_of_other_matter_below_an_hour_are_no_items_at_that_time() -> None:
    def column(x: float, *puts: Put) -> list[Line]:
        return [line_of(put._replace(x=x, width=80.0), 1, 400.0 + 12 * n, 500 + n) for n, put in enumerate(puts)]

    items = [[hours(HOURS[n], gap=30), heading(TITLES[n]), *paragraph(*TEXTS[n])] for n in range(4)]
    first, after = (page_of(1, [put for item in part for put in item]).lines for part in (items[:3], items[3:]))
    notes = [
        *column(40.0, Put("COMITÉ SCIENTIFIQUE", bold=True), Put("Léa Durand (Canal)"), Put("Marc Petit (Rive)")),
        *column(160.0, Put("INSCRIPTIONS", bold=True), Put("Avant le 3 mai"), Put("à la mairie")),
    ]
    page = page_of(1, []).model_copy(update={"lines": (*first, *notes, *after)})
    assert [each.title.text for each in split_sessions(document(page)).segments] == list(TITLES)
