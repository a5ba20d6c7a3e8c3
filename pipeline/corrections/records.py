"""What follows from corrections beyond the cell: records of people and bodies, places, dates, counts and findings."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from pipeline.check import recheck_programme
from pipeline.corrections.cells import ORGANISATIONS
from pipeline.entities import record_body, record_person
from pipeline.programme import Intervention, Organisation, Person, Programme, Provenance, Session

# Table, identifier and field of a corrected cell → who corrected it.
Authors = Mapping[tuple[str, str, str], str]


def finish_programme(
    before: Programme,
    sessions: Sequence[Session],
    authors: Authors,
    labels: Mapping[str, str],
    masked: Collection[str],
) -> Programme:
    """The programme with corrected sessions, and everything that follows from them.

    Args:
        before: the programme with its sessions as they were read.
        sessions: its sessions as corrected.
        authors: who corrected which cell.
        labels: the bodies that corrections name, by identifier.
        masked: the sessions where a contact was to be hidden.
    """
    days = sorted(session.date for session in sessions if session.date)
    persons = _persons(before, sessions, authors)
    bodies = _bodies(before, sessions, labels)
    changes = {
        "sessions": tuple(sessions),
        "persons": persons,
        "organisations": bodies,
        "provenances": _provenances(before, sessions, authors),
        "start_date": days[0] if days else None,
        "end_date": days[-1] if days else None,
        "session_count": len(sessions),
        "intervention_count": len(_interventions(sessions)),
    }
    after = before.model_copy(update=changes)
    return recheck_programme(before, after, _fields(before, after, authors), masked)


def _interventions(sessions: Sequence[Session]) -> list[Intervention]:
    return [item for session in sessions for item in session.interventions]


def _fields(before: Programme, after: Programme, authors: Authors) -> dict[str, set[str]]:
    """The fields that were corrected, by session; those of a person or body belong to the session they are in."""
    homes = {
        item.intervention_id: item.session_id for each in (before, after) for item in _interventions(each.sessions)
    }
    fields: defaultdict[str, set[str]] = defaultdict(set)
    for table, identifier, name in authors:
        if table != "programmes":
            fields[homes.get(identifier, identifier)].add(name)
    return fields


def _persons(before: Programme, sessions: Sequence[Session], authors: Authors) -> tuple[Person, ...]:
    """The people of the sessions: a corrected name is the one to publish, other spellings stay its variants."""
    known = {person.person_id: person for person in before.persons}
    past = Counter(item.person_id for item in _interventions(before.sessions))
    named: defaultdict[str, list[Intervention]] = defaultdict(list)
    for item in _interventions(sessions):
        if item.person_id and item.name:
            named[item.person_id].append(item)
    found = []
    for key, items in sorted(named.items()):
        corrected = [item.name for item in items if ("interventions", item.intervention_id, "nom") in authors]
        record = known.get(key)
        names = {item.name for item in items if item.name}
        if corrected and corrected[-1]:
            fresh = record_person(corrected[-1])
            names |= {record.name, *(record.variants or "").split("|")} if record else set()
            changes = {"variants": _others(names, fresh.name), "appearances": record.appearances if record else 0}
            record = fresh.model_copy(update=changes)
        if record:
            found.append(record.model_copy(update={"appearances": record.appearances + len(items) - past[key]}))
    return tuple(found)


def _bodies(before: Programme, sessions: Sequence[Session], labels: Mapping[str, str]) -> tuple[Organisation, ...]:
    """The bodies of the sessions, as the corrections write them where they do."""
    known = {body.organisation_id: body for body in before.organisations}
    past = Counter(each.organisation_id for item in _interventions(before.sessions) for each in item.affiliations)
    now = Counter(each.organisation_id for item in _interventions(sessions) for each in item.affiliations)
    found = []
    for key, number in sorted(now.items()):
        record = known.get(key)
        if key in labels:
            fresh = record_body(labels[key])
            names = {record.label, *(record.variants or "").split("|")} if record else set()
            changes = {
                "variants": _others(names, fresh.label),
                "appearances": record.appearances if record else 0,
                "acronym": fresh.acronym or (record.acronym if record else None),
            }
            record = fresh.model_copy(update=changes)
        if record:
            found.append(record.model_copy(update={"appearances": record.appearances + number - past[key]}))
    return tuple(found)


def _others(spellings: Collection[str], best: str) -> str | None:
    return "|".join(sorted(set(spellings) - {best, ""})) or None


def _provenances(before: Programme, sessions: Sequence[Session], authors: Authors) -> tuple[Provenance, ...]:
    """The places of the printed text: those of a corrected cell tell who corrected it, and none is left out.

    What was removed keeps its places under its old identifier. A cell that was empty and somebody who was added have
    no place: nothing is printed of them.
    """
    moves = _moves(before, sessions, authors)
    rows = []
    for row in before.provenances:
        author = authors.get((row.table, row.identifier, row.field))
        if row.table == "affiliations":
            rows.append(row.model_copy(update=moves.get(row.identifier, {})))
        else:
            rows.append(row.model_copy(update={"method": _method(author)}) if author else row)
    return tuple(rows)


def _method(author: str) -> str:
    return f"correction ({author})"


def _moves(before: Programme, sessions: Sequence[Session], authors: Authors) -> dict[str, dict[str, str]]:
    """What changes in the places of affiliations, by their identifier « intervention#rank »."""
    now = {item.intervention_id: item for item in _interventions(sessions)}
    moves: dict[str, dict[str, str]] = {}
    for item in _interventions(before.sessions):
        author = authors.get(("interventions", item.intervention_id, ORGANISATIONS))
        if author and item.intervention_id in now:
            moves |= _moved(item, now[item.intervention_id], author)
    return moves


def _moved(old: Intervention, new: Intervention, author: str) -> dict[str, dict[str, str]]:
    """A body that stays takes its place along; a replaced one leaves it to its heir, else to the intervention."""
    key, method = old.intervention_id, _method(author)
    kept = {each.organisation_id: each for each in new.affiliations}
    known = {each.organisation_id for each in old.affiliations}
    heirs = [each.order for each in new.affiliations if each.organisation_id not in known]
    moves: dict[str, dict[str, str]] = {}
    for each in old.affiliations:
        stays = kept.get(each.organisation_id)
        if stays and stays.label == each.label:
            changes = {"identifier": f"{key}#{stays.order}"}
        elif stays or heirs:
            changes = {"identifier": f"{key}#{stays.order if stays else heirs.pop(0)}", "method": method}
        else:
            changes = {"table": "interventions", "identifier": key, "field": ORGANISATIONS, "method": method}
        moves[f"{key}#{each.order}"] = changes
    return moves
