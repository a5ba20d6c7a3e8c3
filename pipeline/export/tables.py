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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import IO, Any, NamedTuple, TypeVar

from pipeline.aside import open_aside
from pipeline.columns import Record
from pipeline.edition_mode import Edition
from pipeline.errors import OutputError
from pipeline.export.addresses import UNKNOWN_BASE
from pipeline.export.revisions import PreviousEvent
from pipeline.model_files import Model
from pipeline.programme import Affiliation, Intervention, Organisation, Participation, Person, Programme, Session
from pipeline.shelf import heads_of
from pipeline.tables import TABLES, CorrectionRow, Failure, FlatRow, Suggestion, columns_of

Scalar = str | int | float | bool | None
# What one document may tell of a body and another not.
FILLED = ("acronym", "type", "parent_id", "siren", "rna", "url")
Pooled = TypeVar("Pooled", Person, Organisation)
Whole = TypeVar("Whole", Programme, Session, Intervention)


class Dataset(NamedTuple):
    """All that one run publishes.

    `programmes` may be a `Shelf`: whoever goes over them holds one at a time where that is enough.
    `model` is the one it was read with, and `settings` the options, where that is known; `previous` are the events of
    the edition before, if it follows one; `corrections` are those applied to the programmes, `suggestions` what
    `resolve_identities` leaves to a human. `edition` is how much of the people it names, `objections` how many people
    object and are left out.
    """

    programmes: Sequence[Programme]
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
    return {name: stream.read() for name, stream in stream_tables(dataset).items()}


def stream_tables(dataset: Dataset) -> dict[str, IO[bytes]]:
    """The CSV files as streams, written in one pass over the programmes; see `write_tables`."""
    tables = {name: TableFile(f"{name}.csv", table.model) for name, table in TABLES.items()}
    pooled: dict[str, list[Any]] = {name: [] for name in _POOLED}
    for programme in arrange_programmes(dataset):
        for name, rows_of in _ROWS.items():
            tables[name].add(rows_of(programme))
        for name, records in pooled.items():
            records += getattr(programme, _POOLED[name].of)
    for name, records in pooled.items():
        tables[name].add(pool_records(records, *_POOLED[name][1:]))
    for name, rows in _rows_of_run(dataset).items():
        tables[name].add(rows)
    return {f"{name}.csv": table.finished() for name, table in tables.items()}


def rank_programmes(dataset: Dataset) -> list[int]:
    """Where the programmes stand in the dataset, by id.

    Raises:
        OutputError: two programmes would be written under the same id (case ignored: so would files be).
    """
    heads = heads_of(dataset.programmes)
    ranked = sorted(range(len(heads)), key=lambda at: heads[at].programme_id)
    seen: dict[str, Programme] = {}
    for programme in (heads[at] for at in ranked):
        other = seen.setdefault(programme.programme_id.casefold(), programme)
        if other is not programme:
            first, second = sorted([other.file, programme.file])
            raise OutputError(
                f"{first} and {second} both make the programme « {programme.programme_id} »; rename one of them."
            )
    return ranked


def arrange_programmes(dataset: Dataset) -> Iterator[Programme]:
    """The programmes by id, one at a time, with sessions, interventions and affiliations by rank.

    Raises:
        OutputError: see `rank_programmes`.
    """
    return (_arrange(dataset.programmes[at]) for at in rank_programmes(dataset))


def arrange_heads(dataset: Dataset) -> list[Programme]:
    """The programmes by id, for whoever asks for their own cells only.

    Raises:
        OutputError: see `rank_programmes`.
    """
    heads = heads_of(dataset.programmes)
    return [heads[at] for at in rank_programmes(dataset)]


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


# The rows of each table that come from one programme after the other.
_ROWS: dict[str, Callable[[Programme], Iterable[Record]]] = {
    "programmes": lambda programme: (programme,),
    "sessions": lambda programme: programme.sessions,
    "interventions": lambda programme: _interventions(programme),
    "affiliations": lambda programme: (part for item in _interventions(programme) for part in item.affiliations),
    "participations": lambda programme: (each for session in programme.sessions for each in count_people(session)),
    "sessions_a_plat": lambda programme: (row for session in programme.sessions for row in flatten_session(session)),
    "provenances": lambda programme: programme.provenances,
    "anomalies": lambda programme: programme.anomalies,
}


class _Pooling(NamedTuple):
    """Which records of a programme are pooled over all of them, and how: see `pool_records`."""

    of: str
    key: str
    label: str
    filled: tuple[str, ...] = ()


_POOLED = {
    "personnes": _Pooling("persons", "person_id", "name"),
    "organisations": _Pooling("organisations", "organisation_id", "label", FILLED),
}


def _interventions(programme: Programme) -> Iterator[Intervention]:
    return (item for session in programme.sessions for item in session.interventions)


def _rows_of_run(dataset: Dataset) -> dict[str, Iterable[Record]]:
    """The rows of the tables that are not about what programmes hold."""
    return {
        "corrections": dataset.corrections,
        "suggestions": dataset.suggestions,
        "echecs": sorted(dataset.failures, key=attrgetter("file")),
    }


def gather_rows(dataset: Dataset) -> dict[str, Iterable[Record]]:
    """The rows of every table, in the order in which all formats write them: each goes over the programmes anew.

    Raises:
        OutputError: two programmes have the same id.
    """

    def rows(name: str) -> Iterator[Record]:
        pooling = _POOLED.get(name)
        rows_of = attrgetter(pooling.of) if pooling else _ROWS[name]
        found: Iterator[Any] = (row for programme in arrange_programmes(dataset) for row in rows_of(programme))
        yield from pool_records(found, *pooling[1:]) if pooling else found

    told = _rows_of_run(dataset)
    return {name: told[name] if name in told else rows(name) for name in TABLES}


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


class TableFile:
    """A CSV file that rows are added to, under the columns of their model; a large one is put aside on disk.

    `file` is named where a value cannot be written.
    """

    def __init__(self, file: str, model: type[Record]) -> None:
        columns = columns_of(model)
        self._places = [f"{file}, {name}" for name in columns.values()]
        self._cells = attrgetter(*columns)
        self._file = open_aside()
        self._text = io.TextIOWrapper(self._file, encoding="utf-8", newline="")
        self._writer = csv.writer(self._text, lineterminator="\r\n")
        self._writer.writerow(columns.values())

    def add(self, rows: Iterable[Record]) -> None:
        """Write further rows."""
        for row in rows:
            # Written out here because most of the time of a large dataset would go into the calls.
            self._writer.writerow(
                [
                    value if value is None or (type(value) is str and value.isprintable()) else _cell(value, place)
                    for value, place in zip(self._cells(row), self._places, strict=True)
                ]
            )

    def finished(self) -> IO[bytes]:
        """The whole file, to be read from its beginning."""
        self._text.detach()
        self._file.seek(0)
        return self._file


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
