"""Every anomaly: raised by its case, not by the neighbour of it, in French, about something named."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from layouts import Put, document, page_of, passage
from programmes import PARIS, intervention, programme
from programmes import session as plain_session

from pipeline.check import CODES, check_programme
from pipeline.document import Document, Finding, Kind, Page, Segment, Slot
from pipeline.programme import Anomaly, Gravity, Programme, Session
from pipeline.source import Source

DAY = dt.date(2024, 5, 14)
PAGES = document([Put("Une rive recule.")])


def session(key: str, start: str = "10:00", end: str = "11:00", *people: str, **changes: object) -> Session:
    """A session of one day in which these people take part; it lacks nothing."""
    begins, ends = dt.time.fromisoformat(start), dt.time.fromisoformat(end)
    speeches = [intervention(f"s-{key}", number, name) for number, name in enumerate(people or (f"Inès {key}",), 1)]
    return plain_session(f"s-{key}", "forum", 1, f"Titre {key}", *speeches).model_copy(
        update={
            "date": DAY,
            "start": begins,
            "end": ends,
            "begins": dt.datetime.combine(DAY, begins, PARIS),
            "ends": dt.datetime.combine(DAY, ends, PARIS),
            **changes,
        }
    )


def checked(
    *sessions: Session,
    pages: Document = PAGES,
    segments: dict[int, tuple[Finding, ...]] | None = None,
    slots: dict[int, tuple[Finding, ...]] | None = None,
    findings: tuple[Finding, ...] = (),
    hours_printed: int = 0,
    **minima: int,
) -> Programme:
    empty = Segment(pages=(1,), kind=Kind.SESSION, title=passage("Titre"))
    numbers = range(len(sessions))
    return check_programme(
        programme("forum", *sessions),
        pages,
        Source.model_validate({"minima": minima}),
        [empty.model_copy(update={"findings": (segments or {}).get(number, ())}) for number in numbers],
        [Slot(findings=(slots or {}).get(number, ())) for number in numbers],
        findings,
        hours_printed,
    )


def codes(found: Programme) -> list[str]:
    return [anomaly.code for anomaly in found.anomalies]


def only(found: Programme) -> Anomaly:
    assert len(found.anomalies) == 1, found.anomalies
    return found.anomalies[0]


def test_a_session_that_lacks_nothing_has_no_anomaly() -> None:
    found = checked(session("A"))
    assert (found.anomalies, found.anomaly_count) == ((), 0)


def test_a_session_without_any_time_is_told() -> None:
    found = only(checked(session("A").model_copy(update={"start": None, "end": None})))
    assert (found.code, found.gravity, found.session_id, found.page) == ("heure_absente", Gravity.WARNING, "s-A", 1)
    assert found.message == "Aucune heure lue pour « Titre A »."


@pytest.mark.parametrize("known", ["start", "end"])
def test_a_session_with_one_time_is_not_told(known: str) -> None:
    other = "end" if known == "start" else "start"
    assert codes(checked(session("A").model_copy(update={other: None}))) == []


def test_a_time_no_clock_has_is_told_and_not_called_missing() -> None:
    item = session("A").model_copy(update={"start": None, "end": None})
    impossible = Finding(code="heure_impossible", page=2, subject="25h")
    found = only(checked(item, slots={0: (impossible,)}))
    assert (found.code, found.page, found.message) == ("heure_impossible", 2, "Heure impossible : « 25h ».")


def test_a_session_without_a_day_is_told() -> None:
    found = only(checked(session("A", date=None)))
    assert (found.code, found.gravity, found.message) == (
        "date_absente",
        Gravity.ERROR,
        "Aucun jour lu pour « Titre A ».",
    )


@pytest.mark.parametrize("code", ["annee_indeterminee", "date_impossible", "jour_semaine_contredit"])
def test_a_day_that_was_read_and_not_kept_is_told_and_not_called_missing(code: str) -> None:
    finding = Finding(code=code, page=1, subject="31 septembre")
    assert codes(checked(session("A", date=None), slots={0: (finding,)})) == [code]


def test_a_session_without_people_is_told() -> None:
    found = only(checked(session("A", interventions=())))
    assert (found.code, found.message) == ("sans_intervenant", "Personne n'est nommé dans « Titre A ».")


@pytest.mark.parametrize("kind", [Kind.BREAK, Kind.LOGISTICS])
def test_a_break_needs_no_people(kind: Kind) -> None:
    assert codes(checked(session("A", interventions=(), kind=kind))) == []


@pytest.mark.parametrize("field", ["title", "subtitle", "room", "track", "description"])
@pytest.mark.parametrize("cell", ["=1+1", "+33", "-dix", "@rives"])
def test_a_cell_that_a_spreadsheet_runs_is_told(field: str, cell: str) -> None:
    found = only(checked(session("A", **{field: cell})))
    assert found.code == "formule_de_tableur"
    assert f"« {cell} »" in found.message


@pytest.mark.parametrize("field", ["name", "role", "collective", "quote"])
def test_a_cell_about_people_that_a_spreadsheet_runs_is_told(field: str) -> None:
    item = session("A")
    dangerous = item.interventions[0].model_copy(update={field: "=1+1"})
    assert codes(checked(item.model_copy(update={"interventions": (dangerous,)}))) == ["formule_de_tableur"]


@pytest.mark.parametrize("field", ["title", "place", "organiser", "file"])
def test_a_cell_about_the_event_that_a_spreadsheet_runs_is_told(field: str) -> None:
    dangerous = programme("forum").model_copy(update={field: "=1+1"})
    assert codes(check_programme(dangerous, PAGES, Source())) == ["formule_de_tableur"]


@pytest.mark.parametrize("cell", ["1+1=2", "— dix", "rives@", "Habiter = rester"])
def test_a_sign_inside_a_cell_is_harmless(cell: str) -> None:
    assert codes(checked(session("A", title=cell))) == []


def test_a_person_in_two_places_at_once_is_told_once_with_name_and_titles() -> None:
    found = only(
        checked(
            session("A", "10:00", "11:00", "Léa Durand"), session("B", "10:30", "12:00", "Léa Durand", "Marc Petit")
        )
    )
    assert (found.code, found.gravity, found.session_id) == ("personne_en_deux_lieux", Gravity.WARNING, "s-B")
    assert found.message == (
        "La même personne est annoncée en même temps dans deux sessions : Léa Durand, « Titre A » et « Titre B »"
    )


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (session("A", "10:00", "11:00", "Léa Durand"), session("B", "11:00", "12:00", "Léa Durand")),
        (session("A", "10:00", "11:00", "Léa Durand"), session("B", "10:00", "11:00", "Marc Petit")),
        (
            session("A", "10:00", "12:00", "Léa Durand", room="Salle 2"),
            session("B", "10:30", "11:00", "Léa Durand", room="Salle 2"),
        ),
        (
            session("A", "10:00", "11:00", "Léa Durand", title="Visite"),
            session("B", "10:30", "11:30", "Léa Durand", title="Visite"),
        ),
        (
            session("A", "10:00", "11:00", "Léa Durand"),
            session("B", "10:00", "11:00", "Léa Durand", begins=None, ends=None, date=DAY),
        ),
    ],
    ids=["one after the other", "two people", "same room", "same title", "no moment"],
)
def test_a_person_who_can_be_there_is_not_told(one: Session, two: Session) -> None:
    assert codes(checked(one, two)) == []


def test_the_day_counts_for_two_places_at_once() -> None:
    tomorrow = dt.datetime(2024, 5, 15, 10, tzinfo=ZoneInfo("Europe/Paris"))
    later = session("B", "10:00", "11:00", "Léa Durand", begins=tomorrow, ends=tomorrow + dt.timedelta(hours=1))
    assert codes(checked(session("A", "10:00", "11:00", "Léa Durand"), later)) == []


def test_a_long_session_is_compared_with_all_others_of_the_person() -> None:
    found = checked(
        session("A", "10:00", "17:00", "Léa Durand"),
        session("B", "11:00", "12:00", "Léa Durand"),
        session("C", "14:00", "15:00", "Léa Durand"),
    )
    assert [anomaly.session_id for anomaly in found.anomalies] == ["s-B", "s-C"]


def test_what_stages_found_is_published_with_session_and_page() -> None:
    several = Finding(code="plusieurs_heures", page=4, subject="10h  /\n11h")
    found = only(checked(session("A"), segments={0: (several,)}))
    assert (found.session_id, found.page) == ("s-A", 4)
    assert found.message == "Plusieurs heures imprimées, la première est retenue : « 10h / 11h »."


def test_a_finding_without_page_takes_that_of_its_session() -> None:
    found = checked(
        session("A", first_page=7), slots={0: (Finding(code="fin_avant_debut", page=None, subject="14h-13h"),)}
    )
    assert only(found).page == 7


def test_what_concerns_the_whole_document_has_no_session() -> None:
    refusal = Finding(code="pas_un_programme", page=None, subject="Aucune heure imprimée.")
    found = only(checked(findings=(refusal,)))
    assert (found.session_id, found.page) == (None, None)
    assert found.message == "Ce document n'est pas un programme : Aucune heure imprimée."


@pytest.mark.parametrize("doubt", ["page_illisible", "texte_sans_unicode", "ordre_de_lecture"])
def test_the_doubts_of_a_page_are_told_with_its_number(doubt: str) -> None:
    doubtful = Page(number=3, width=420, height=595, lines=(), doubts=(doubt,))
    found = only(checked(pages=document(doubtful)))
    assert (found.code, found.page, found.session_id) == (doubt, 3, None)


def labelled(*labels: str | None) -> Document:
    return document(*(page_of(number, [], label=label) for number, label in enumerate(labels, start=1)))


def test_a_printed_page_number_out_of_line_is_told() -> None:
    found = only(checked(pages=labelled("1", "2", "33", "4", "5")))
    assert (found.code, found.page) == ("page_imprimee_inattendue", 3)
    assert found.message == "Le numéro imprimé rompt la suite des pages : 2, 33, 4."


@pytest.mark.parametrize(
    "labels",
    [("1", "2", "3", "4"), ("5", "6", "7"), ("1", None, "3", "4"), ("i", "ii", "1", "2"), ("1", "2", "9", "10")],
)
def test_printed_page_numbers_in_line_or_of_another_series_are_not_told(labels: tuple[str | None, ...]) -> None:
    assert codes(checked(pages=labelled(*labels))) == []


@pytest.mark.parametrize(
    ("minima", "message"),
    [
        ({"sessions": 2}, "Moins que le minimum annoncé dans le sidecar : 1 sessions pour 2 attendues."),
        ({"interventions": 3}, "Moins que le minimum annoncé dans le sidecar : 1 interventions pour 3 attendues."),
    ],
)
def test_less_than_the_minimum_is_told(minima: dict[str, int], message: str) -> None:
    found = only(checked(session("A"), **minima))  # type: ignore[arg-type]
    assert (found.code, found.gravity, found.message) == ("minimum_non_atteint", Gravity.ERROR, message)


def test_as_much_as_the_minimum_is_not_told() -> None:
    assert codes(checked(session("A"), sessions=1, interventions=1)) == []


def test_far_fewer_sessions_than_printed_times_are_told() -> None:
    found = only(checked(session("A"), hours_printed=6))
    assert found.message == "Bien moins de sessions que d'heures imprimées : 1 sessions, 6 heures."
    assert codes(checked(session("A"), hours_printed=5)) == []
    assert codes(checked(*(session(key) for key in "ABC"), hours_printed=6)) == []


def test_anomalies_are_sorted_and_none_is_said_twice() -> None:
    late = Finding(code="page_illisible", page=9, subject="")
    twice = Finding(code="index_sans_session", page=2, subject="Les castors")
    found = checked(
        session("B", date=None, first_page=3),
        session("A", date=None, first_page=3, interventions=()),
        findings=(late, twice, twice, Finding(code="pas_un_programme", page=None, subject="une facture")),
    )
    assert [(anomaly.page, anomaly.session_id, anomaly.code) for anomaly in found.anomalies] == [
        (None, None, "pas_un_programme"),
        (2, None, "index_sans_session"),
        (3, "s-A", "date_absente"),
        (3, "s-A", "sans_intervenant"),
        (3, "s-B", "date_absente"),
        (9, None, "page_illisible"),
    ]
    assert found.anomaly_count == len(found.anomalies)


# What says all without a subject: the page or the session stands beside it.
WITHOUT_SUBJECT = {
    "lu_par_ocr",
    "ocr_incertain",
    "image_non_lue",
    "donnees_abimees",
    "pages_en_desaccord",
    "ordre_de_lecture",
    "page_illisible",
    "texte_sans_unicode",
    "donnee_personnelle_masquee",
}


@pytest.mark.parametrize("code", CODES)
def test_a_message_is_a_french_sentence_that_names_its_subject(code: str) -> None:
    message = CODES[code].message
    assert message.count("{}") == (code not in WITHOUT_SUBJECT)
    assert re.match(r"[A-ZÀÉ]", message)
    assert message.endswith((".", ": {}"))
    assert " : " in message or ":" not in message
    assert not re.search(r"\b(?:the|of|page is|session is|not|no)\b", message)


@pytest.mark.parametrize("code", CODES)
def test_every_code_can_be_published(code: str) -> None:
    found = only(checked(findings=(Finding(code=code, page=1, subject="les castors"),)))
    assert found.gravity is CODES[code].gravity
    assert ("les castors" in found.message) == (code not in WITHOUT_SUBJECT)


def test_an_unknown_code_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        checked(findings=(Finding(code="inconnu", page=1, subject=""),))


def test_sessions_segments_and_slots_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="zip"):
        check_programme(programme("forum", session("A")), PAGES, Source(), [], [])
