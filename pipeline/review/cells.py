"""What the review page shows of a programme: sessions and people as cells, each tied to its boxes on the pages."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pipeline.export.nested import nest_programme
from pipeline.programme import Intervention, Programme, Provenance, Session
from pipeline.review.fields import (
    BETWEEN,
    CHOICES,
    COLLECTIVE,
    INTERVENTION_FIELDS,
    NAME,
    PROGRAMME_FIELDS,
    QUOTE,
    SESSION_FIELDS,
    Field,
)

Key = tuple[str, str, str]  # table, identifier, column: what provenances.csv names a cell by


class Part(NamedTuple):
    """A stretch of a cell as it is shown, and the mark its boxes bear; empty where it has none."""

    text: str
    mark: str


class Cell(NamedTuple):
    """A value: the column, the text corrections.csv knows it by, and how it is shown."""

    field: Field
    text: str
    parts: tuple[Part, ...]


class InterventionView(NamedTuple):
    """A person or a body in a session."""

    intervention_id: str
    head: Cell
    cells: tuple[Cell, ...]
    tentative: bool


class SessionView(NamedTuple):
    """A session with its cells, and what the filters ask for."""

    record: Session
    cells: tuple[Cell, ...]
    empty: tuple[Cell, ...]
    interventions: tuple[InterventionView, ...]
    tentative: bool
    search: str


def mark_provenances(provenances: Sequence[Provenance]) -> dict[Key, str]:
    """A short mark for each published cell that has a place, in the order of the document."""
    keys = dict.fromkeys((each.table, each.identifier, each.field) for each in provenances)
    return {key: f"v{number}" for number, key in enumerate(keys, start=1)}


def view_programme(programme: Programme) -> tuple[Cell, ...]:
    """The cells of the programme itself that can be corrected."""
    values = nest_programme(programme)
    return tuple(_cell(field, values[field.name], "") for field in PROGRAMME_FIELDS)


def view_sessions(programme: Programme, marks: dict[Key, str]) -> list[SessionView]:
    """The sessions in reading order."""
    nested = {each["session_id"]: each for each in nest_programme(programme)["sessions"]}
    ordered = sorted(programme.sessions, key=lambda each: (each.order, each.session_id))
    return [_view_session(each, nested[each.session_id], marks) for each in ordered]


def _view_session(session: Session, values: dict[str, Any], marks: dict[Key, str]) -> SessionView:
    cells = [
        _cell(field, values[field.name], marks.get(("sessions", session.session_id, field.name), ""))
        for field in SESSION_FIELDS
    ]
    ranked = sorted(session.interventions, key=lambda each: (each.order, each.intervention_id))
    by_id = {each["intervention_id"]: each for each in values["interventions"]}
    people = tuple(_view_intervention(each, by_id[each.intervention_id], marks) for each in ranked)
    words = [session.title, session.subtitle, session.room, *(view.head.text for view in people)]
    words += [part.label for each in ranked for part in each.affiliations]
    return SessionView(
        record=session,
        cells=tuple(cell for cell in cells if cell.text),
        empty=tuple(cell for cell in cells if not cell.text),
        interventions=people,
        tentative=session.status == "provisoire" or any(each.tentative for each in ranked),
        search=" ".join(word for word in words if word),
    )


def _view_intervention(item: Intervention, values: dict[str, Any], marks: dict[Key, str]) -> InterventionView:
    def mark(name: str) -> str:
        return marks.get(("interventions", item.intervention_id, name), "")

    bodies = tuple(
        Part(each.label, marks.get(("affiliations", f"{item.intervention_id}#{each.order}", "organisation_id"), ""))
        for each in sorted(item.affiliations, key=lambda each: each.order)
    )
    values = {**values, "organisations": BETWEEN.join(part.text for part in bodies)}
    head = NAME if item.name else COLLECTIVE
    cells = [_cell(field, values[field.name], mark(field.name)) for field in (*INTERVENTION_FIELDS, QUOTE)]
    return InterventionView(
        intervention_id=item.intervention_id,
        head=_cell(head, values[head.name], mark(head.name)),
        cells=tuple(cell._replace(parts=bodies) if cell.field.name == "organisations" else cell for cell in cells),
        tentative=item.tentative,
    )


def _cell(field: Field, value: Any, mark: str) -> Cell:
    text = _as_in_csv(value)
    shown = CHOICES.get(field.editor, {}).get(text, text)
    return Cell(field, text, (Part(shown, mark),) if text else ())


def _as_in_csv(value: Any) -> str:
    """A value of the nested JSON as the tables print it: that is how a correction names it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
