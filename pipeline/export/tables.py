"""The CSV tables: rows pooled over the documents of a run, columns taken from the records.

The cells hold what was printed and nothing else: a cell that begins with `=` or `+` stays as it is, so that
every reader gets the same value. For spreadsheets there is `workbook.py`.
"""

import csv
import datetime as dt
import io
import math
import operator
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from pipeline.columns import Record
from pipeline.edition_mode import Edition
from pipeline.errors import OutputError
from pipeline.export.addresses import UNKNOWN_BASE
from pipeline.export.revisions import PreviousEvent
from pipeline.model_files import Model
from pipeline.programme import Affiliation, Intervention, Organisation, Participation, Person, Programme, Session
from pipeline.tables import TABLES, CorrectionRow, Failure, FlatRow, Suggestion, columns_of

Scalar = str | int | float | bool | None
# What one document may tell of a body and another not.
FILLED = ("acronym", "type", "parent_id", "siren", "rna", "url")
Pooled = TypeVar("Pooled", Person, Organisation)
Whole = TypeVar("Whole", Programme, Session, Intervention)


class Dataset(NamedTuple):
    """All that one run publishes.

    `model` is the one it was read with, and `settings` the options, where that is known; `previous` are the events of
    the edition before, if it follows one; `corrections` are those applied to the programmes, `suggestions` what
    `resolve_identities` leaves to a human. `edition` is how much of the people it names, `objections` how many people
    object and are left out.
    """

    programmes: tuple[Programme, ...]
    failures: tuple[Failure, ...] = ()
    model: Model | None = None
    base_url: str = UNKNOWN_BASE
    previous: Mapping[str, PreviousEvent] | None = None
    settings: Mapping[str, Any] | None = None
    corrections: tuple[CorrectionRow, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    edition: Edition = Edition.PUBLIC
    objections: int = 0


def write_tables(dataset: Dataset) -> dict[str, bytes]:
    """The CSV file of every published table.

    Example: `write_tables(dataset)["sessions.csv"]` → the bytes of `session_id,programme_id,ordre,…`.

    Raises:
        OutputError: two programmes have the same id, or a value cannot be written.
    """
    rows = gather_rows(dataset)
    return {f"{name}.csv": encode_table(f"{name}.csv", table.model, rows[name]) for name, table in TABLES.items()}


def arrange_programmes(dataset: Dataset) -> list[Programme]:
    """The programmes by id, with sessions, interventions and affiliations by rank.

    Raises:
        OutputError: two programmes would be written under the same id (case ignored: so would files be).
    """
    programmes = sorted(dataset.programmes, key=lambda programme: programme.programme_id)
    seen: dict[str, Programme] = {}
    for programme in programmes:
        other = seen.setdefault(programme.programme_id.casefold(), programme)
        if other is not programme:
            first, second = sorted([other.file, programme.file])
            raise OutputError(
                f"{first} and {second} both make the programme « {programme.programme_id} »; rename one of them."
            )
    return [_arrange(programme) for programme in programmes]


def _arrange(programme: Programme) -> Programme:
    def intervention(found: Intervention) -> Intervention:
        ranked = sorted(found.affiliations, key=lambda affiliation: (affiliation.order, affiliation.organisation_id))
        return _with_parts(found, "affiliations", ranked)

    def session(found: Session) -> Session:
        ranked = sorted(found.interventions, key=lambda each: (each.order, each.intervention_id))
        return _with_parts(found, "interventions", [*map(intervention, ranked)])

    ranked = sorted(programme.sessions, key=lambda each: (each.order, each.session_id))
    return _with_parts(programme, "sessions", [*map(session, ranked)])


def _with_parts(whole: Whole, name: str, parts: Sequence[object]) -> Whole:
    """A record with its parts in this order: the same one where they are, as nearly all are."""
    if all(map(operator.is_, parts, getattr(whole, name))):
        return whole
    return whole.model_copy(update={name: tuple(parts)})


def gather_rows(dataset: Dataset) -> dict[str, Iterable[Record]]:
    """The rows of every table, in the order in which all formats write them.

    Raises:
        OutputError: two programmes have the same id.
    """
    programmes = arrange_programmes(dataset)
    sessions = [session for programme in programmes for session in programme.sessions]
    interventions = [intervention for session in sessions for intervention in session.interventions]
    persons = [person for programme in programmes for person in programme.persons]
    organisations = [organisation for programme in programmes for organisation in programme.organisations]
    failures = sorted(dataset.failures, key=lambda failure: failure.file)
    return {
        "programmes": programmes,
        "sessions": sessions,
        "interventions": interventions,
        "affiliations": [each for intervention in interventions for each in intervention.affiliations],
        "participations": [each for session in sessions for each in count_people(session)],
        "personnes": pool_records(persons, "person_id", "name"),
        "organisations": pool_records(organisations, "organisation_id", "label", FILLED),
        "sessions_a_plat": (row for session in sessions for row in flatten_session(session)),
        "provenances": [provenance for programme in programmes for provenance in programme.provenances],
        "anomalies": [anomaly for programme in programmes for anomaly in programme.anomalies],
        "corrections": dataset.corrections,
        "suggestions": dataset.suggestions,
        "echecs": failures,
    }


def pool_records(records: Iterable[Pooled], key: str, label: str, filled: tuple[str, ...] = ()) -> list[Pooled]:
    """One record per id: that with most interventions (ties: by label), the other spellings as its variants.

    Args:
        records: persons or organisations of all documents.
        key: attribute that holds the id.
        label: attribute that holds the name.
        filled: attributes that another record of the same id may supply when the first has none.

    Example: « Léa Durand » (3) and « Léa DURAND » (1) → « Léa Durand », variants « Léa DURAND », 4 interventions.
    """
    groups: dict[str, list[Pooled]] = {}
    for record in records:
        groups.setdefault(getattr(record, key), []).append(record)
    return [
        _merge(sorted(group, key=lambda record: (-record.appearances, getattr(record, label))), label, filled)
        for _, group in sorted(groups.items())
    ]


def _merge(ranked: list[Pooled], label: str, filled: tuple[str, ...]) -> Pooled:
    first = ranked[0]
    spellings = {str(getattr(record, label)) for record in ranked}
    spellings.update(variant for record in ranked for variant in (record.variants or "").split("|"))
    changes: dict[str, object] = {
        "variants": "|".join(sorted(spellings - {getattr(first, label), ""})) or None,
        "appearances": sum(record.appearances for record in ranked),
    }
    for attribute in filled:
        values = (getattr(record, attribute) for record in ranked)
        changes[attribute] = next((value for value in values if value is not None), None)
    return first.model_copy(update=changes)


def count_people(session: Session) -> tuple[Participation, ...]:
    """How many people of each body take part; without body last. Counted already where people are not published."""
    if session.participations:
        return session.participations
    counts: Counter[str | None] = Counter()
    for item in session.interventions:
        if item.name is not None:
            counts.update({part.organisation_id for part in item.affiliations} or [None])
    return tuple(
        Participation(session_id=session.session_id, organisation_id=body, people=count)
        for body, count in sorted(counts.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))
    )


def flatten_session(session: Session) -> Iterator[FlatRow]:
    """One row per intervention and organisation; one with empty ends for a session without intervention."""
    for intervention in session.interventions or (None,):
        affiliations = intervention.affiliations if intervention else ()
        for affiliation in affiliations or (None,):
            yield _flat_row(session, intervention, affiliation)


def _flat_row(session: Session, intervention: Intervention | None, affiliation: Affiliation | None) -> FlatRow:
    return FlatRow(
        programme_id=session.programme_id,
        session_id=session.session_id,
        title=session.title,
        subtitle=session.subtitle,
        format=session.format,
        kind=session.kind,
        room=session.room,
        date=session.date,
        start=session.start,
        end=session.end,
        first_page=session.first_page,
        printed_page=session.printed_page,
        order=intervention.order if intervention else None,
        capacity=intervention.capacity if intervention else None,
        person=intervention.name if intervention else None,
        role=intervention.role if intervention else None,
        organisation=affiliation.label if affiliation else None,
        tentative=intervention.tentative if intervention else None,
    )


def encode_table(file: str, model: type[Record], rows: Iterable[Record]) -> bytes:
    """The CSV file of rows, under the columns of their model; `file` is named where a value cannot be written."""
    columns = columns_of(model)
    places = [f"{file}, {name}" for name in columns.values()]
    cells = attrgetter(*columns)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns.values())
    for row in rows:
        # Written out here because most of the time of a large dataset would go into the calls.
        writer.writerow(
            [
                value if value is None or (type(value) is str and value.isprintable()) else _cell(value, place)
                for value, place in zip(cells(row), places, strict=True)
            ]
        )
    return text.getvalue().encode("utf-8")


def _cell(value: object, where: str) -> Scalar:
    found = plain(value, where)
    return str(found).lower() if isinstance(found, bool) else found


def plain(value: object, where: str) -> Scalar:
    """A value as CSV and JSON both write it: dates and instants ISO 8601, times HH:MM, the rest unchanged.

    Args:
        value: a single value of a record.
        where: file and column, for the error message.

    Example: `plain(dt.time(9, 30), "sessions.csv, heure_debut")` → `"09:30"`.

    Raises:
        OutputError: a text no file can hold, a number that is none, or an instant without offset.
    """
    # Nearly all values, without a look at what else they could be: what is printable holds no lone surrogate, no NUL.
    if value is None or (type(value) is str and value.isprintable()):
        return value
    if type(value) is int or (type(value) is float and math.isfinite(value)):
        return value
    match value:
        case str():
            return _sound_text(str(value), where)
        case float() if not math.isfinite(value):
            raise OutputError(f"{where}: {value} is not a number a table can hold.")
        case bool() | int() | float():
            return value
        case dt.datetime() if value.utcoffset() is None:
            raise OutputError(f"{where}: the instant {value.isoformat()} has no offset from UTC.")
        case dt.datetime() | dt.date():
            return value.isoformat()
        case dt.time():
            return value.isoformat(timespec="minutes")
    raise TypeError(f"{where}: no way is known to write a {type(value).__name__}")


def _sound_text(text: str, where: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise OutputError(f"{where}: lone surrogate at offset {error.start} of {text!a}.") from error
    if "\0" in text:
        raise OutputError(f"{where}: NUL character at offset {text.index(chr(0))} of {text!a}.")
    return text
