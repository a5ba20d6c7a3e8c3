"""Invented programmes for the tests: `forum()` is one to read, `datasets()` are any that the contract allows."""

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from pipeline.document import Capacity, Kind
from pipeline.export import Dataset, write_files
from pipeline.programme import (
    Affiliation,
    Anomaly,
    Gravity,
    Intervention,
    Organisation,
    Person,
    Programme,
    Provenance,
    Session,
    Status,
)
from pipeline.tables import CorrectionRow, Failure, Suggestion

PARIS = ZoneInfo("Europe/Paris")
HOSTILE = [
    '=1+1"; «,»',
    "NA",
    "null",
    "a\nb",
    "👩🏽‍🌾 \u202eabc\u202c",
    " ",
    '"',
    "a\r\nb",
    "\ufeff",
    "l'île|d’Hyères",
    "1",
]

words = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
)
labels = words.filter(bool)
optional = st.none() | words
days = st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2200, 12, 31))
clocks = st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0))
slugs = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)


def person_id(name: str) -> str:
    return f"pers-{name.encode('utf-8').hex()}"


def organisation_id(label: str) -> str:
    return f"orga-{label.encode('utf-8').hex()}"


def affiliation(intervention_id: str, order: int, label: str) -> Affiliation:
    return Affiliation(
        intervention_id=intervention_id, order=order, organisation_id=organisation_id(label), label=label
    )


def intervention(session_id: str, order: int, name: str | None, *organisations: str) -> Intervention:
    identifier = f"{session_id}-{order}"
    return Intervention(
        intervention_id=identifier,
        session_id=session_id,
        order=order,
        capacity=Capacity.INTERVENTION,
        person_id=person_id(name) if name else None,
        name=name,
        role="directrice" if name else None,
        collective=None if name else "l'équipe",
        tentative=order == 2,
        quote=f"{name or 'l’équipe'}, {' et '.join(organisations)}",
        affiliations=tuple(affiliation(identifier, rank, label) for rank, label in enumerate(organisations, 1)),
    )


def session(session_id: str, programme_id: str, order: int, title: str, *interventions: Intervention) -> Session:
    return Session(
        session_id=session_id,
        programme_id=programme_id,
        order=order,
        kind=Kind.SESSION,
        title=title,
        status=Status.ANNOUNCED,
        first_page=1,
        last_page=1,
        interventions=interventions,
    )


def programme(programme_id: str, *sessions: Session) -> Programme:
    """A programme around sessions: the persons and organisations they name are listed and counted."""
    interventions = [found for each in sessions for found in each.interventions]
    names = [found.name for found in interventions if found.name]
    bodies = [each.label for found in interventions for each in found.affiliations]
    return Programme(
        programme_id=programme_id,
        timezone="Europe/Paris",
        language="fr",
        file=f"{programme_id}.pdf",
        sha256="0" * 64,
        pages=1,
        session_count=len(sessions),
        intervention_count=len(interventions),
        anomaly_count=0,
        sessions=sessions,
        persons=tuple(
            Person(person_id=person_id(name), name=name, appearances=names.count(name)) for name in sorted(set(names))
        ),
        organisations=tuple(
            Organisation(organisation_id=organisation_id(label), label=label, appearances=bodies.count(label))
            for label in sorted(set(bodies))
        ),
    )


def forum(programme_id: str = "forum-des-rives-2024") -> Programme:
    """A talk with two people, one of them of two bodies; a workshop by a body alone; a break."""
    talk, workshop, lunch = (f"{programme_id}-{rank}" for rank in "abc")
    two = intervention(talk, 1, "Léa Durand", "Fabrique des rives", "Syndicat des digues")
    found = programme(
        programme_id,
        session(talk, programme_id, 1, "Habiter la rive", two, intervention(talk, 2, "Omar Vasseur")).model_copy(
            update={
                "date": dt.date(2024, 5, 14),
                "start": dt.time(10, 0),
                "end": dt.time(11, 30),
                "begins": dt.datetime(2024, 5, 14, 10, 0, tzinfo=PARIS),
                "ends": dt.datetime(2024, 5, 14, 11, 30, tzinfo=PARIS),
                "minutes": 90,
                "half_day": "matin",
                "description": "Une rive recule.\nQue faire ?",
            }
        ),
        session(workshop, programme_id, 2, "Mesurer l'eau", intervention(workshop, 1, None, "Atelier des marées")),
        session(lunch, programme_id, 3, "Déjeuner").model_copy(update={"kind": Kind.BREAK}),
    )
    place = Provenance(
        table="sessions",
        identifier=talk,
        field="titre",
        page=1,
        x0=34.0,
        y0=40.5,
        x1=250.0,
        y1=55.5,
        raw="HABITER LA",
        method="titre",
    )
    finding = Anomaly(
        code="heure_absente",
        gravity=Gravity.WARNING,
        programme_id=programme_id,
        session_id=lunch,
        page=1,
        message="Aucune heure lue.",
    )
    whole = finding.model_copy(update={"session_id": None, "page": None})
    return found.model_copy(update={"provenances": (place,), "anomalies": (finding, whole), "anomaly_count": 2})


def failure(file: str = "scan.pdf") -> Failure:
    return Failure(
        file=file,
        error="ImageOnlyPdfError",
        exit_code=16,
        message=f"{file} has no text on its 3 pages.",
        remedy="Run an OCR tool over it first.",
    )


def correction(programme_id: str = "forum-des-rives-2024") -> CorrectionRow:
    return CorrectionRow(
        programme_id=programme_id,
        session_id=f"{programme_id}-a",
        field="salle",
        old=None,
        new="Salle 2",
        author="rédaction",
    )


EMPTY = Dataset(())
SEVERAL = Dataset((forum("forum-des-rives-2023"), forum("forum-des-rives-2024")))


def suggestion(programme_id: str = "forum-des-rives-2024") -> Suggestion:
    return Suggestion(
        nature="personne",
        first_id="pers-1",
        first_label="Léa Pénin",
        second_id="pers-2",
        second_label="Léa Pénain",
        score=0.95,
        reason="graphies_proches",
        programmes=programme_id,
        sessions=f"{programme_id}-a|{programme_id}-b",
    )


FAILED = Dataset((forum(),), (failure("a.pdf"), failure("b.pdf")), suggestions=(suggestion(),))


def files_of(dataset: Dataset) -> dict[str, bytes]:
    return write_files(dataset)


@st.composite
def sessions(draw: st.DrawFn, programme_id: str, order: int) -> Session:
    identifier = f"{programme_id}-{order}"
    people = draw(st.lists(st.tuples(st.none() | labels, st.lists(labels, max_size=2)), max_size=3))
    date, start = draw(days), draw(clocks)
    found = session(
        identifier,
        programme_id,
        order,
        draw(labels),
        *(intervention(identifier, rank, name, *bodies) for rank, (name, bodies) in enumerate(people, 1)),
    )
    changes = {
        "kind": draw(st.sampled_from(Kind)),
        "status": draw(st.sampled_from(Status)),
        "half_day": draw(st.sampled_from([None, "matin", "après-midi", "soir"])),
        "date": date,
        "start": start,
        "begins": dt.datetime.combine(date, start, PARIS) if date and start else None,
        "minutes": draw(st.none() | st.integers(0, 600)),
        **{name: draw(optional) for name in ("subtitle", "format", "track", "room", "description", "printed_page")},
    }
    return found.model_copy(update=changes)


@st.composite
def programmes(draw: st.DrawFn, programme_id: str | None = None) -> Programme:
    identifier = programme_id or draw(slugs)
    count = draw(st.integers(0, 3))
    found = programme(identifier, *(draw(sessions(identifier, order)) for order in range(1, count + 1)))
    changes = {name: draw(optional) for name in ("title", "place", "organiser", "licence")}
    return found.model_copy(update={**changes, "start_date": draw(days)})


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    identifiers = draw(st.lists(slugs, unique=True, max_size=3))
    files = draw(st.lists(labels, unique=True, max_size=2))
    return Dataset(tuple(draw(programmes(name)) for name in identifiers), tuple(map(failure, files)))
