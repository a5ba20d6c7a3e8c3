"""Half days, slots and moments."""

import datetime as dt

import pytest

from pipeline.document import Box, Line, Passage, Piece, Slot, Span, Style
from pipeline.times import YearClues, find_half_day, localise, parse_slot

HALF_DAYS = [
    ("Mercredi 28 septembre matin", "matin"),
    ("Jeudi 29 septembre matin — p.62", "matin"),
    ("JEUDI 29 SEPTEMBRE APRÈS-MIDI", "après-midi"),
    ("JEUDI 29 SEPTEMBRE APRES-MIDI", "après-midi"),
    ("MERCREDI 28 SEPTEMBRE\nMATIN", "matin"),
    ("Vendredi après midi", "après-midi"),
    ("Samedi 3 soir", "soir"),
    ("le 28 septembre 2022, en soirée", "soir"),
    ("Matinée du 28 septembre", "matin"),
    ("Soirée de lundi", "soir"),
    ("Soirée du lundi", "soir"),
    ("L’après-midi", "après-midi"),
    ("ce matin-là, rien", None),
    ("Soirée d'ouverture", None),
    ("Matines et soirs", None),
    ("mercredi matin et après-midi", None),
    ("lundi matin, mardi soir", None),
]


@pytest.mark.parametrize(("text", "half_day"), HALF_DAYS)
def test_half_days_stand_beside_a_day_or_alone(text: str, half_day: str | None) -> None:
    assert find_half_day(text) == half_day


def passage(text: str, page: int = 3) -> Passage:
    box = Box(x0=0, y0=0, x1=100, y1=10)
    style = Style(font="Serif", size=10, bold=False, italic=False)
    line = Line(page=page, text=text, box=box, spans=(Span(start=0, end=len(text), box=box, style=style),))
    return Passage(text=text, pieces=(Piece(start=0, end=len(text), line=line, offset=0),))


def slot(day: str | None, hours: str | None, context: dt.date | None = None, **clues: int) -> Slot:
    years = YearClues(**clues)  # type: ignore[arg-type]
    return parse_slot(passage(day) if day else None, passage(hours) if hours else None, years, context)


def told(slot: Slot) -> list[tuple[str, int | None, str]]:
    return [(finding.code, finding.page, finding.subject) for finding in slot.findings]


def test_a_slot_has_the_printed_day_and_hours() -> None:
    found = slot("Mercredi 28 septembre 2022 matin", "de 10h à 10h45")
    assert (found.date, found.start, found.end) == (dt.date(2022, 9, 28), dt.time(10), dt.time(10, 45))
    assert (found.half_day, found.date_method, found.findings) == ("matin", "année imprimée", ())


def test_an_end_that_is_not_printed_stays_empty() -> None:
    found = slot("28/09/2022", "20h00")
    assert (found.start, found.end) == (dt.time(20), None)


def test_nothing_printed_gives_an_empty_slot() -> None:
    assert slot(None, None) == Slot()
    assert slot("Programme", "Salle 2") == Slot()


def test_a_range_over_midnight_ends_the_next_day() -> None:
    assert slot("28/09/2022", "22h-1h").ends_next_day


@pytest.mark.parametrize(
    ("day", "hours", "finding"),
    [
        ("28/09/2022", "à 25h", ("heure_impossible", 3, "25h")),
        ("28/09/2022", "14h-13h", ("fin_avant_debut", 3, "14h-13h")),
        ("28/09/2022", "9h-10h puis 14h-15h", ("plusieurs_heures", 3, "9h-10h puis 14h-15h")),
        ("31 septembre 2022", "9h", ("date_impossible", 3, "31 septembre 2022")),
        ("28 septembre", "9h", ("annee_indeterminee", 3, "28 septembre")),
        ("Lundi 28 septembre 2022", "9h", ("jour_semaine_contredit", 3, "Lundi 28 septembre 2022")),
    ],
)
def test_each_doubt_is_a_finding_with_its_page_and_words(day: str, hours: str, finding: tuple[str, int, str]) -> None:
    assert told(slot(day, hours)) == [finding]


def test_an_end_before_its_start_is_kept_as_printed() -> None:
    found = slot("28/09/2022", "14h-13h")
    assert (found.start, found.end, found.ends_next_day) == (dt.time(14), dt.time(13), False)


def test_the_same_hours_twice_are_one_time() -> None:
    assert slot("28/09/2022", "9h-10h (9h00 à 10h00)").findings == ()


def test_a_wrong_weekday_keeps_the_date() -> None:
    assert slot("Lundi 28 septembre 2022", None).date == dt.date(2022, 9, 28)


def test_an_item_without_day_takes_the_one_of_its_context() -> None:
    found = slot(None, "9h", dt.date(2022, 9, 28))
    assert (found.date, found.date_method) == (dt.date(2022, 9, 28), "date du contexte")


def test_a_heading_of_weekday_alone_needs_a_context_that_agrees() -> None:
    saturday = dt.date(2022, 3, 19)
    assert slot("SAMEDI", None, saturday).date == saturday
    assert slot("Samedi 19", None, saturday).date == saturday
    assert told(slot("Vendredi", None, saturday)) == [("jour_semaine_contredit", 3, "Vendredi")]
    assert told(slot("Samedi", None)) == [("annee_indeterminee", 3, "Samedi")]
    assert slot("Vendredi", None, saturday).date is slot("Samedi", None).date is None


def test_the_context_tells_the_year_only_of_its_own_day() -> None:
    context = dt.date(2022, 9, 28)
    assert slot("28 septembre", None, context).date == context
    assert slot("29 septembre", None, context).date is None
    assert slot("Lundi 28 septembre", None, context).date is None


def test_of_several_printed_days_the_contexts_counts_else_the_first_and_says_so() -> None:
    found = slot("28 et 29 septembre 2022", None, dt.date(2022, 9, 29))
    assert (found.date, found.date_method) == (dt.date(2022, 9, 29), "année imprimée")
    found = slot("28 et 29 septembre 2022", None)
    assert (found.date, found.date_method) == (dt.date(2022, 9, 28), "année imprimée ; premier de 2 jours imprimés")


@pytest.mark.parametrize(
    ("date", "clock", "moment"),
    [
        (dt.date(2022, 9, 28), dt.time(10), "2022-09-28T10:00:00+02:00"),
        (dt.date(2022, 12, 1), dt.time(10), "2022-12-01T10:00:00+01:00"),
        (dt.date(2024, 3, 31), dt.time(1, 30), "2024-03-31T01:30:00+01:00"),
        (dt.date(2024, 3, 31), dt.time(2, 30), "2024-03-31T02:30:00+01:00"),  # does not exist
        (dt.date(2024, 3, 31), dt.time(3), "2024-03-31T03:00:00+02:00"),
        (dt.date(2024, 10, 27), dt.time(2, 30), "2024-10-27T02:30:00+02:00"),  # the first of two
        (dt.date(2024, 10, 27), dt.time(3), "2024-10-27T03:00:00+01:00"),
    ],
)
def test_a_moment_has_the_offset_of_its_day_and_hour(date: dt.date, clock: dt.time, moment: str) -> None:
    assert localise(date, clock, "Europe/Paris").isoformat() == moment


def test_a_moment_of_the_next_day_has_the_offset_of_that_day() -> None:
    moment = localise(dt.date(2024, 10, 26), dt.time(3), "Europe/Paris", next_day=True)
    assert moment.isoformat() == "2024-10-27T03:00:00+01:00"
    assert localise(dt.date(2022, 9, 28), dt.time(10), "Indian/Reunion").isoformat() == "2022-09-28T10:00:00+04:00"
