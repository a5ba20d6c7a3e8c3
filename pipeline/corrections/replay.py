"""Corrections as data: replayed on what was freshly read, at every run, in the order they were written down.

A correction names a cell, the value it has and the value it should have. It is applied to that value or not at all:
where another stands, the run ends with an error, for the document or our reading of it has changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from pipeline.corrections.cells import (
    INTERVENTION_CELLS,
    ORGANISATIONS,
    PROGRAMME_CELLS,
    SESSION_CELLS,
    Cell,
    printed,
    same,
    split_labels,
    with_value,
)
from pipeline.corrections.file import Correction
from pipeline.corrections.records import finish_programme
from pipeline.document import Capacity
from pipeline.entities import record_body, record_person
from pipeline.errors import CorrectionError
from pipeline.ids import intervention_id
from pipeline.privacy import mask
from pipeline.programme import Affiliation, Intervention, Programme, Session
from pipeline.shelf import Keep, heads_of

# Cells that a person adds or removes somebody by.
_NAMES = ("nom", "collectif")


@dataclass
class _Draft:
    """A programme while it is corrected: its sessions by id, who corrected which cell, and on which line.

    `labels` are the bodies written down, by identifier; `masked` the sessions where a contact was to be hidden.
    """

    programme: Programme
    sessions: dict[str, Session]
    authors: dict[tuple[str, str, str], str] = field(default_factory=dict)
    places: dict[tuple[str, str], str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    masked: set[str] = field(default_factory=set)


def correct_programmes(
    programmes: Sequence[Programme], corrections: Sequence[Correction], keep: Keep = tuple
) -> Sequence[Programme]:
    """The programmes with corrections applied, and all that follows from them brought up to date.

    Args:
        programmes: what was read.
        corrections: what to change in it.
        keep: how programmes are kept.

    Raises:
        CorrectionError: one does not fit what stands there.
    """
    places = {head.programme_id: at for at, head in enumerate(heads_of(programmes))}
    drafts: dict[str, _Draft] = {}
    for told in corrections:
        if told.programme_id not in places:
            known = ", ".join(sorted(places)) or "none"
            raise CorrectionError(f"{told.place}: no programme « {told.programme_id} » in this run ({known}).")
        if told.programme_id not in drafts:
            read = programmes[places[told.programme_id]]
            drafts[told.programme_id] = _Draft(read, {each.session_id: each for each in read.sessions})
        _apply(drafts[told.programme_id], told)
    return keep(_finished(drafts[each.programme_id]) if each.programme_id in drafts else each for each in programmes)


def _finished(draft: _Draft) -> Programme:
    sessions = tuple(draft.sessions.values())
    return finish_programme(draft.programme, sessions, draft.authors, draft.labels, draft.masked)


def _apply(draft: _Draft, told: Correction) -> None:
    if mask(told.new) != told.new:
        draft.masked.add(told.session_id)
        told = told._replace(new=mask(told.new))
    if not told.session_id:
        _correct_programme(draft, told)
        return
    session = draft.sessions.get(told.session_id)
    if session is None:
        raise _missing(draft, told, "session", told.session_id)
    if told.intervention_id:
        corrected: Session | None = _correct_intervention(draft, session, told)
    elif told.field in _NAMES:
        corrected = _add_intervention(draft, session, told)
    else:
        corrected = _correct_session(draft, session, told)
    if corrected is None:
        del draft.sessions[session.session_id]
    else:
        draft.sessions[session.session_id] = corrected


def _missing(draft: _Draft, told: Correction, what: str, identifier: str) -> CorrectionError:
    before = draft.places.get((identifier, ""))
    gone = f"{before} removes it" if before else f"« {told.programme_id} » has none of this id"
    return CorrectionError(f"{told.place}: no {what} « {identifier} » to correct: {gone}.")


def _cell(cells: dict[str, Cell], told: Correction) -> Cell:
    if told.field not in cells:
        known = ", ".join((*cells, ORGANISATIONS) if cells is INTERVENTION_CELLS else cells)
        raise CorrectionError(f"{told.place}: « {told.field} » cannot be corrected here; these can: {known}.")
    return cells[told.field]


def _parsed(cell: Cell, told: Correction) -> Any:
    try:
        return cell.parse(told.new)
    except ValueError as error:
        raise CorrectionError(f"{told.place}: {told.field}: the new value {error}.") from error


def _expect(draft: _Draft, told: Correction, fits: bool, now: str, identifier: str) -> None:
    """Raise when another value stands in a cell; else note who corrects it, and where that is written."""
    if not fits:
        before = draft.places.get((identifier, told.field))
        where = f"{told.place}: {identifier}, {told.field}"
        since = f", by {before}" if before else ""
        raise CorrectionError(f"{where}: « {told.old} » was expected, « {now} » stands there now{since}.")
    draft.places[identifier, told.field] = told.place


def _note(draft: _Draft, told: Correction, table: str, identifier: str, name: str = "") -> None:
    draft.authors[table, identifier, name or told.field] = mask(told.author)


def _correct_programme(draft: _Draft, told: Correction) -> None:
    cell = _cell(PROGRAMME_CELLS, told)
    now = getattr(draft.programme, cell.attribute)
    _expect(draft, told, same(cell, told.old, now), printed(now), told.programme_id)
    draft.programme = draft.programme.model_copy(update={cell.attribute: _parsed(cell, told)})
    _note(draft, told, "programmes", told.programme_id)


def _correct_session(draft: _Draft, session: Session, told: Correction) -> Session | None:
    cell = _cell(SESSION_CELLS, told)
    now = getattr(session, cell.attribute)
    _expect(draft, told, same(cell, told.old, now), printed(now), session.session_id)
    _note(draft, told, "sessions", session.session_id)
    if told.field == "titre" and not told.new:
        draft.places[session.session_id, ""] = told.place
        for item in session.interventions:
            _note(draft, told, "interventions", item.intervention_id, "nom" if item.name else "collectif")
        return None
    return with_value(session, told.field, _parsed(cell, told), draft.programme.timezone)


def _add_intervention(draft: _Draft, session: Session, told: Correction) -> Session:
    """The session with one more person or body: nothing printed stands behind it, so it has no source text."""
    if told.old:
        raise CorrectionError(f"{told.place}: to correct « {told.old} », give its intervention_id.")
    name = _parsed(INTERVENTION_CELLS[told.field], told)
    person_id = record_person(name).person_id if told.field == "nom" else None
    if any(
        (item.person_id if person_id else item.collective) == (person_id or name) for item in session.interventions
    ):
        raise CorrectionError(f"{told.place}: « {name} » already takes part in {session.session_id}.")
    added = Intervention(
        intervention_id=_free_id(draft, session, name),
        session_id=session.session_id,
        order=max((item.order for item in session.interventions), default=0) + 1,
        capacity=Capacity.INTERVENTION,
        person_id=person_id,
        name=name if person_id else None,
        collective=None if person_id else name,
        tentative=False,
        quote="",
    )
    draft.places[added.intervention_id, told.field] = told.place
    _note(draft, told, "interventions", added.intervention_id)
    return session.model_copy(update={"interventions": (*session.interventions, added)})


def _free_id(draft: _Draft, session: Session, name: str) -> str:
    """An identifier for somebody who is added; that of somebody who was removed is not given again."""
    taken = {item.intervention_id for item in session.interventions} | {identifier for identifier, _ in draft.places}
    first = intervention_id(session.session_id, name)
    if first not in taken:
        return first
    return next(name for number in count(2) if (name := f"{first}-{number}") not in taken)


def _correct_intervention(draft: _Draft, session: Session, told: Correction) -> Session:
    item = next((item for item in session.interventions if item.intervention_id == told.intervention_id), None)
    if item is None:
        raise _missing(draft, told, "intervention", told.intervention_id)
    change = _change_organisations if told.field == ORGANISATIONS else _change_intervention
    changed = change(draft, item, told)
    items = (changed if each is item else each for each in session.interventions)
    return session.model_copy(update={"interventions": tuple(each for each in items if each is not None)})


def _change_intervention(draft: _Draft, item: Intervention, told: Correction) -> Intervention | None:
    cell = _cell(INTERVENTION_CELLS, told)
    now = getattr(item, cell.attribute)
    if told.field in _NAMES and now is None:
        raise CorrectionError(
            f"{told.place}: {item.intervention_id} has no {told.field}; "
            "to make a person of a body or the reverse, remove the one and add the other."
        )
    _expect(draft, told, same(cell, told.old, now), printed(now), item.intervention_id)
    _note(draft, told, "interventions", item.intervention_id)
    if told.field in _NAMES and not told.new:
        draft.places[item.intervention_id, ""] = told.place
        return None
    value = _parsed(cell, told)
    changes = {cell.attribute: value}
    if told.field == "nom":
        changes["person_id"] = record_person(value).person_id
    return item.model_copy(update=changes)


def _change_organisations(draft: _Draft, item: Intervention, told: Correction) -> Intervention:
    now = [each.label for each in item.affiliations]
    # A label may be given with its acronym, which is published apart.
    fits = [record_body(label).label for label in split_labels(told.old)] == [
        record_body(label).label for label in now
    ]
    _expect(draft, told, fits, " | ".join(now), item.intervention_id)
    _note(draft, told, "interventions", item.intervention_id)
    bodies = {record_body(label).organisation_id: label for label in split_labels(told.new)}
    affiliations = tuple(
        Affiliation(
            intervention_id=item.intervention_id, order=rank, organisation_id=key, label=record_body(label).label
        )
        for rank, (key, label) in enumerate(bodies.items(), start=1)
    )
    draft.labels |= {key: label for key, label in bodies.items() if label not in now}
    return item.model_copy(update={"affiliations": affiliations})
