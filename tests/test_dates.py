"""The year programmes leave out, and what it is found from."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.times.dates import YearClues, find_season, find_years, printed_years, resolve_day, resolve_weekday
from pipeline.times.days import PrintedDay, find_days


def only(text: str) -> PrintedDay:
    (day,) = find_days(text)
    return day


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Programmation 2022", [(2022, "title")]),
        ("FORUM DES RIVES 2022 — PROGRAMME", [(2022, "title")]),
        ("Forum des rives 2022 — le bilan", [(2022, "other")]),
        ("Forum des rives 2022 – 12 –", [(2022, "title")]),
        ("Forum des rives 2022 | page 3/12", [(2022, "title")]),
        ("JOURNÉES DE LA FABRIQUE 2017\nvendredi", [(2017, "title")]),
        ("le 13 mars 2026, salle 2", [(2026, "date")]),
        ("1er mars 2026 :", [(2026, "date")]),
        ("28/09/2022 et 2023-09-28.", [(2022, "date"), (2023, "date")]),
        ("depuis janvier 2021.", [(2021, "month")]),
        ("(éditions du Quai, 2021)", [(2021, "other")]),
        ("Édition 2022 au quai", [(2022, "title")]),
        ("saison 2022-2023,", [(2022, "other"), (2023, "other")]),
        ("1989 2101 20222 2000€ 2 022", []),
    ],
)
def test_years_are_told_with_what_they_stand_with(text: str, years: list[tuple[int, str]]) -> None:
    found = find_years(text)
    assert [(year.year, year.kind) for year in found] == years
    assert [text[year.start_offset : year.end_offset] for year in found] == [str(year) for year, _ in years]


def test_years_of_dates_come_before_those_of_titles_and_of_books() -> None:
    text = "Forum 2016\n(Dupré, 2015)\nle 13 octobre 2017.\nen 2015, puis en 2014."
    assert printed_years(text) == (2017, 2016, 2015, 2014)


MERCREDI, SANS_JOUR = only("Mercredi 28 septembre"), only("28 septembre")


@pytest.mark.parametrize(
    ("day", "clues", "date", "method"),
    [
        (only("28 septembre 2022"), YearClues(sidecar=2021), dt.date(2022, 9, 28), "année imprimée"),
        (
            SANS_JOUR,
            YearClues(sidecar=2022, printed=(2021,)),
            dt.date(2022, 9, 28),
            "année du fichier d'accompagnement",
        ),
        (SANS_JOUR, YearClues(printed=(2022, 2022), created=2030), dt.date(2022, 9, 28), "année imprimée ailleurs"),
        (
            MERCREDI,
            YearClues(printed=(2021, 2022, 2015)),
            dt.date(2022, 9, 28),
            "année imprimée ailleurs, choisie par le jour de la semaine",
        ),
        (
            MERCREDI,
            YearClues(printed=(2005, 2022, 2030), created=2026),
            dt.date(2022, 9, 28),
            "année imprimée ailleurs, choisie par le jour de la semaine",
        ),
        *(
            (MERCREDI, YearClues(created=created), dt.date(2022, 9, 28), "jour de la semaine et année du fichier")
            for created in (2021, 2022, 2023)
        ),
    ],
)
def test_the_year_comes_from_the_best_clue(day: PrintedDay, clues: YearClues, date: dt.date, method: str) -> None:
    found = resolve_day(day, years=clues)
    assert (found.date, found.method, found.problems) == (date, method, ())


@pytest.mark.parametrize(
    ("day", "clues"),
    [
        (SANS_JOUR, YearClues()),
        (SANS_JOUR, YearClues(created=2022)),
        (SANS_JOUR, YearClues(printed=(2021, 2022), created=2022)),
        (MERCREDI, YearClues()),
        (MERCREDI, YearClues(created=2025)),
        (MERCREDI, YearClues(printed=(2005, 2022))),
        (MERCREDI, YearClues(printed=(2005, 2021), created=2022)),
        (only("Vendredi"), YearClues(sidecar=2022)),
    ],
)
def test_a_year_the_clues_leave_open_is_never_guessed(day: PrintedDay, clues: YearClues) -> None:
    found = resolve_day(day, years=clues)
    assert (found.date, found.problems) == (None, ("annee_indeterminee",))


def test_a_wrong_weekday_keeps_the_date_and_is_told() -> None:
    found = resolve_day(only("Lundi 28 septembre 2022"), years=YearClues())
    assert (found.date, found.problems) == (dt.date(2022, 9, 28), ("jour_semaine_contredit",))
    found = resolve_day(MERCREDI, years=YearClues(printed=(2021,)))
    assert (found.date, found.problems) == (dt.date(2021, 9, 28), ("jour_semaine_contredit",))


def test_an_impossible_date_is_never_another_day() -> None:
    assert resolve_day(only("31 septembre 2022"), years=YearClues()).problems == ("date_impossible",)
    found = resolve_day(only("29 février"), years=YearClues(sidecar=2023))
    assert (found.date, found.problems) == (None, ("date_impossible",))


def test_a_lone_weekday_is_the_only_such_day_of_the_event() -> None:
    days = [dt.date(2022, 3, 18), dt.date(2022, 3, 19), dt.date(2022, 3, 19), dt.date(2022, 3, 25)]
    assert resolve_weekday(5, days) == dt.date(2022, 3, 19)
    assert resolve_weekday(4, days) is None
    assert resolve_weekday(6, days) is None


weekdays = st.sampled_from(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])
any_year = st.integers(1995, 2060)


@given(weekdays, st.integers(1, 28), st.lists(any_year, max_size=4), st.none() | any_year)
def test_a_date_is_in_a_year_some_clue_gives_and_agrees_with_its_weekday_or_says_so(
    weekday: str, number: int, printed: list[int], created: int | None
) -> None:
    day = only(f"{weekday} {number} mars")
    found = resolve_day(day, years=YearClues(printed=tuple(printed), created=created))
    near = [] if created is None else [created - 1, created, created + 1]
    assert (found.date is None) is (found.problems == ("annee_indeterminee",))
    if found.date:
        assert found.date.year in [*printed, *near]
        assert (found.date.weekday() != day.weekday) is ("jour_semaine_contredit" in found.problems)


@pytest.mark.parametrize(
    ("day", "date", "method"),
    [
        (SANS_JOUR, dt.date(2022, 9, 28), "année imprimée avec le même jour"),
        (only("29 septembre"), dt.date(2022, 9, 29), "année des jours de l'événement"),
        (only("Jeudi 29 septembre"), dt.date(2022, 9, 29), "année des jours de l'événement"),
    ],
)
def test_the_year_of_the_days_of_the_event_comes_before_years_of_prose(
    day: PrintedDay, date: dt.date, method: str
) -> None:
    found = resolve_day(day, years=YearClues(printed=(2008, 2022), days=(dt.date(2022, 9, 28),)))
    assert (found.date, found.method) == (date, method)


def test_a_weekday_that_no_day_of_the_event_explains_leaves_the_year_open() -> None:
    clues = YearClues(printed=(2008, 2022), days=(dt.date(2022, 9, 28),))
    assert resolve_day(only("Lundi 29 septembre"), years=clues).date == dt.date(2008, 9, 29)
    assert resolve_day(only("Mardi 29 septembre"), years=clues).date is None


@pytest.mark.parametrize(
    ("text", "season"),
    [
        ("Séminaire de recherche 2023-2024", (2023, 2024)),
        ("Programme octobre 2023 – février 2024", (2023, 2024)),
        ("Saison 2023/24", (2023, 2024)),
        ("Plan d'action 2019-2023", None),
        ("12/10/2023-13/10/2023", None),
        ("Numéro 2023-24-118", None),
    ],
)
def test_a_season_is_two_years_that_follow_each_other(text: str, season: tuple[int, int] | None) -> None:
    assert find_season(text) == season


@pytest.mark.parametrize(
    ("day", "date"),
    [
        ("9 octobre", dt.date(2023, 10, 9)),
        ("5 février", dt.date(2024, 2, 5)),
        ("lundi 9 octobre", dt.date(2023, 10, 9)),
        ("mercredi 9 octobre", dt.date(2024, 10, 9)),
    ],
    ids=["before the turn of the year", "after it", "the weekday agrees", "the weekday tells the other year"],
)
def test_a_day_of_a_season_is_in_the_year_of_its_month(day: str, date: dt.date) -> None:
    assert resolve_day(only(day), years=YearClues(season=(2023, 2024), printed=(2019, 2024))).date == date


@pytest.mark.parametrize("date", ["la loi du 11/02/2005", "le décret n° 2 relatif aux digues du 3 mars 2009"])
def test_the_date_of_a_law_is_no_date_of_the_event(date: str) -> None:
    assert [year.kind for year in find_years(f"Depuis {date}, les rives ont changé.")] == ["other"]
