"""The year, the day and the time of each item, from all a document and its sidecar tell."""

import datetime as dt

import pytest
from layouts import HOURS, TEXTS, TITLES, Put, document, heading, hours, page_of, paragraph

from pipeline.document import Document, Slot
from pipeline.segment import split_sessions
from pipeline.slots import find_slots, year_clues
from pipeline.source import Source

MARCH = dt.date(2024, 3, 1)


def programme(
    *, cover: str = "", day: str = "", footer: str = "", title: str | None = None, created: dt.date | None = None
) -> Document:
    """A cover and two items with their day above the title or in the footer."""
    pages = [page_of(1, [heading("FORUM DES RIVES", size=28), *([Put(cover, gap=20)] if cover else [])])]
    for number in range(2):
        puts = [*([Put(day, gap=3)] if day else []), heading(TITLES[number], gap=10)]
        puts += [*paragraph(*TEXTS[number]), hours(HOURS[number], gap=40)]
        pages.append(page_of(number + 2, puts, [Put(footer)] if footer else []))
    return document(*pages, title=title).model_copy(update={"created": created})


def slots_of(document: Document, **sidecar: object) -> list[Slot]:
    source = Source.model_validate(sidecar)
    outline = split_sessions(document, source)
    assert outline.refusal is None
    return find_slots(document, source, outline)


def dates(document: Document, **sidecar: object) -> set[str | None]:
    return {slot.date.isoformat() if slot.date else None for slot in slots_of(document, **sidecar)}


def told(document: Document) -> set[tuple[str, str]]:
    return {(finding.code, finding.subject) for slot in slots_of(document) for finding in slot.findings}


def test_the_year_printed_with_the_day_is_the_year() -> None:
    slots = slots_of(programme(day="Mardi 14 mai 2024"))
    assert [(slot.date, slot.start, slot.end) for slot in slots] == [
        (dt.date(2024, 5, 14), dt.time(10), dt.time(10, 45)),
        (dt.date(2024, 5, 14), dt.time(11), dt.time(12)),
    ]


@pytest.mark.parametrize("cover", ["Édition 2024", "14 mai 2024", "Les 14 et 15 mai 2024"])
def test_the_year_may_stand_on_the_cover(cover: str) -> None:
    assert dates(programme(cover=cover, day="Mardi 14 mai")) == {"2024-05-14"}


def test_the_year_may_stand_in_the_title_of_the_file() -> None:
    assert dates(programme(day="14 mai", title="Forum des rives 2024")) == {"2024-05-14"}


def test_the_sidecar_gives_the_year() -> None:
    assert dates(programme(day="14 mai"), annee=2024) == {"2024-05-14"}


def test_the_sidecar_stands_above_the_cover() -> None:
    assert dates(programme(cover="Édition 2023", day="14 mai"), annee=2024) == {"2024-05-14"}


def test_the_weekday_and_the_day_the_file_was_made_give_the_year() -> None:
    assert dates(programme(day="Mardi 14 mai", created=MARCH)) == {"2024-05-14"}


@pytest.mark.parametrize(
    ("day", "created"), [("14 mai", MARCH), ("Lundi 14 mai", MARCH), ("Mardi 14 mai", None), ("14 mai", None)]
)
def test_a_year_that_nothing_tells_stays_undetermined(day: str, created: dt.date | None) -> None:
    found = programme(day=day, created=created)
    assert dates(found) == {None}
    assert told(found) == {("annee_indeterminee", day)}


def test_a_weekday_that_contradicts_its_date_is_told_and_the_date_kept() -> None:
    found = programme(day="Lundi 14 mai 2024")
    assert dates(found) == {"2024-05-14"}
    assert told(found) == {("jour_semaine_contredit", "Lundi 14 mai 2024")}


def test_a_day_that_stands_only_in_the_footer_is_the_day() -> None:
    assert dates(programme(footer="Mardi 14 mai 2024")) == {"2024-05-14"}


def test_a_year_that_stands_only_in_the_footer_is_the_year() -> None:
    assert dates(programme(day="14 mai", footer="Forum des rives 2024")) == {None}
    assert dates(programme(day="14 mai", footer="Lens, 14 mai 2024")) == {"2024-05-14"}


@pytest.mark.parametrize(
    ("cover", "heading", "date"),
    [
        ("18 et 19 mai 2024", "SAMEDI", "2024-05-18"),
        ("18 et 19 mai 2024", "Dimanche", "2024-05-19"),
        ("Du 17 au 19 mai 2024", "Samedi", "2024-05-18"),
        ("18 et 19 mai 2024", "Samedi 18", "2024-05-18"),
        ("Les 11, 12, 18 et 19 mai 2024", "Samedi 18", "2024-05-18"),
    ],
)
def test_a_weekday_heading_is_the_day_of_the_event_that_has_it(cover: str, heading: str, date: str) -> None:
    assert dates(programme(cover=cover, day=heading)) == {date}


@pytest.mark.parametrize(
    ("cover", "heading"),
    [("18 et 19 mai 2024", "Lundi"), ("Les 11 et 18 mai 2024", "Samedi"), ("18 et 19 mai 2024", "Samedi 19")],
)
def test_a_weekday_heading_that_fits_no_day_or_several_gives_none(cover: str, heading: str) -> None:
    assert dates(programme(cover=cover, day=heading)) == {None}


def test_an_item_without_any_day_has_none_and_says_no_more() -> None:
    found = programme(cover="14 et 15 mai 2024")
    assert (dates(found), told(found)) == ({None}, set())


def test_the_half_day_beside_the_day_is_read() -> None:
    assert [slot.half_day for slot in slots_of(programme(day="Mardi 14 mai 2024 matin"))] == ["matin", "matin"]


def test_years_of_running_text_tell_nothing() -> None:
    text = Put("Le rapport de 2014 sur les digues, paru à Lens, reste à lire pour qui veut comprendre la suite.")
    found = document([heading("FORUM DES RIVES", size=28), text])
    assert year_clues(found, Source()).printed == ()


def test_the_clues_come_from_dates_first_and_then_from_titles() -> None:
    found = document(
        [heading("FORUM DES RIVES 2024", size=28)],
        [Put("Clôture des inscriptions le 3 mars 2023")],
        title="Rives 2025",
    ).model_copy(update={"created": MARCH})
    clues = year_clues(found, Source.model_validate({"annee": 2022}))
    assert (clues.printed, clues.sidecar, clues.created) == ((2023, 2024, 2025), 2022, 2024)


def test_a_date_in_a_sentence_gives_no_year_to_the_days_of_the_event() -> None:
    found = programme(cover="14 mai 2024", day="14 mai", footer="Depuis la loi du 3 mars 2009, les rives ont changé.")
    assert dates(found) == {"2024-05-14"}


def test_a_lone_weekday_is_a_day_of_the_period_before_one_of_a_sentence() -> None:
    period, deadline = "Du 14 au 16 mai 2024", "Inscription avant le 7 mai 2024 auprès des organisateurs."
    assert dates(programme(cover=period, day="MARDI", footer=deadline)) == {"2024-05-14"}


@pytest.mark.parametrize("parts", [("DU 14 AU 16 MAI", "2024"), ("14-16", "MAI", "2024"), ("14 et 15", "mai 2024")])
def test_a_period_broken_before_its_year_gives_the_year(parts: tuple[str, ...]) -> None:
    found = programme(day="14 mai", footer="Depuis la loi du 3 mars 2009, les rives ont changé.")
    cover = page_of(1, [heading("FORUM DES RIVES", size=28), *(Put(part, gap=20) for part in parts)])
    assert dates(found.model_copy(update={"pages": (cover, *found.pages[1:])})) == {"2024-05-14"}


@pytest.mark.parametrize("cover", ["Octobre – novembre 2024", "Janvier et février 2024"])
def test_the_year_behind_the_months_of_a_programme_is_that_of_its_days(cover: str) -> None:
    assert dates(programme(cover=cover, day="Jeudi 14 mars")) == {"2024-03-14"}


def test_the_month_and_year_at_the_end_of_a_title_date_the_days_of_that_month() -> None:
    assert dates(programme(cover="Les rencontres de mars 2024", day="Jeudi 14 mars")) == {"2024-03-14"}
    assert dates(programme(cover="Version de janvier 2024", day="Jeudi 14 mars")) == {None}


def test_the_season_in_the_title_tells_the_years() -> None:
    found = slots_of(programme(cover="Programme octobre 2023 – février 2024", day="Lun. 5 février", created=MARCH))
    assert [slot.date for slot in found] == [dt.date(2024, 2, 5)] * 2


def test_a_year_in_the_largest_line_is_that_of_the_event() -> None:
    found = document([heading("RIVES 2024 : déroulé", size=28)], [heading("Horizon 2030 : et après ?", size=16)])
    assert year_clues(found, Source()).printed == (2024,)


def test_a_year_that_ends_the_line_of_an_item_tells_nothing() -> None:
    lines = [Put("Saison 2025", size=20), Put("12 mars, 20h : Léa Durand, prix des Éclusiers 2024", size=12)]
    assert year_clues(document([*lines, Put("9 avril, 20h : Le moulin", size=12)]), Source()).printed == (2025,)


def test_a_year_in_lines_as_large_as_many_tells_nothing() -> None:
    titles = [heading(f"Horizon {year} : et après ?", size=16) for year in range(2030, 2035)]
    assert year_clues(document(titles), Source()).printed == ()


def test_a_year_in_the_first_line_is_that_of_the_event_though_a_later_page_has_a_heading_as_large() -> None:
    found = document(
        [heading("Quai 2024 : tout le programme", size=20), heading("Mardi 4 juin")],
        [heading("Mardi 4 juin en détail", size=20), heading("La crue de 1910", size=20)],
    )
    assert year_clues(found, Source()).printed == (2024,)
