"""Who is who over a whole run: one record per person and per body, and what a human should decide."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from pipeline.identity_bodies import BodyGroups
from pipeline.identity_persons import PersonGroups, sight_persons
from pipeline.identity_records import organisation_records, person_records
from pipeline.identity_suggestions import suggest_bodies, suggest_persons
from pipeline.programme import Affiliation, Intervention, Organisation, Person, Programme, Provenance, Session
from pipeline.reference import Reference
from pipeline.tables import Suggestion


class Resolution(NamedTuple):
    """The programmes under common identifiers, and pairs of records that may be one."""

    programmes: tuple[Programme, ...]
    suggestions: tuple[Suggestion, ...]


NO_REFERENCE = Reference()


def resolve_identities(programmes: Sequence[Programme], reference: Reference = NO_REFERENCE) -> Resolution:
    """Give a person or a body one identifier and one record in all programmes.

    Names in interventions and labels in affiliations stay as each programme prints them; identifiers and records say
    who is who. People of one name are one person unless the bodies known of them differ; initials and acronyms need
    evidence. What is only alike becomes a suggestion.

    Args:
        programmes: those of the run; their order has no influence.
        reference: bodies and persons known beforehand.
    """
    ranked = sorted(programmes, key=lambda programme: programme.programme_id)
    bodies = BodyGroups(ranked, reference.bodies)
    organisations = organisation_records(bodies)
    persons = _person_groups(ranked, bodies, reference)
    body_ids = {root: record.organisation_id for root, record in organisations.items()}
    people = person_records(persons, [programme.programme_id for programme in ranked], body_ids)
    people_of: list[dict[str, Person]] = [{} for _ in ranked]
    for (number, identifier), at in persons.number.items():
        people_of[number][identifier] = people[persons.root(at)]
    bodies_of: list[dict[str, Organisation]] = [{} for _ in ranked]
    for (number, identifier), at in bodies.number.items():
        bodies_of[number][identifier] = organisations[bodies.root(at)]
    resolved = {
        id(programme): _rewrite(programme, people_of[number], bodies_of[number])
        for number, programme in enumerate(ranked)
    }
    suggestions = [
        *suggest_persons(persons, people, organisations, ranked),
        *suggest_bodies(bodies, organisations, ranked),
    ]
    return Resolution(tuple(resolved[id(programme)] for programme in programmes), tuple(suggestions))


def _person_groups(programmes: Sequence[Programme], bodies: BodyGroups, reference: Reference) -> PersonGroups:
    """The persons of the run, each with the groups of its bodies and of those these are part of."""
    wholes: dict[int, set[int]] = defaultdict(set)
    for part, whole in bodies.parents.items():
        wholes[bodies.root(part)].add(bodies.root(whole))
    groups_of: list[dict[str, frozenset[int]]] = [{} for _ in programmes]
    for (number, identifier), at in bodies.number.items():
        root = bodies.root(at)
        groups_of[number][identifier] = frozenset({root, *wholes[root]})
    sightings = [
        sighting
        for number, programme in enumerate(programmes)
        for sighting in sight_persons(number, programme, groups_of[number])
    ]
    by_key: dict[str, set[int]] = defaultdict(set)
    for at, keys in enumerate(bodies.keys):
        for key in keys:
            by_key[key].add(bodies.root(at))
    return PersonGroups(sightings, reference.persons, by_key)


def _rewrite(
    programme: Programme, persons: Mapping[str, Person], organisations: Mapping[str, Organisation]
) -> Programme:
    """The programme under the identifiers of the run, its records and provenances with it."""
    ranks: dict[str, dict[int, int]] = {}
    sessions = []
    for session in programme.sessions:
        interventions = tuple(_intervention(each, persons, organisations, ranks) for each in session.interventions)
        sessions.append(session.model_copy(update={"interventions": interventions}))
    provenances = tuple(_moved(each, ranks) for each in programme.provenances)
    return programme.model_copy(
        update={
            "sessions": tuple(sessions),
            "persons": _local(persons, programme.persons, _person_counts(sessions), "person_id", "name"),
            "organisations": _local(
                organisations, programme.organisations, _body_counts(sessions), "organisation_id", "label"
            ),
            "provenances": provenances,
        }
    )


def _intervention(
    old: Intervention,
    persons: Mapping[str, Person],
    organisations: Mapping[str, Organisation],
    ranks: dict[str, dict[int, int]],
) -> Intervention:
    """An intervention under new identifiers; two labels of one body become one, `ranks` tells which rank that has."""
    kept: dict[str, Affiliation] = {}
    for affiliation in sorted(old.affiliations, key=lambda each: each.order):
        identifier = organisations[affiliation.organisation_id].organisation_id
        order = len(kept) + 1
        first = kept.setdefault(
            identifier, affiliation.model_copy(update={"organisation_id": identifier, "order": order})
        )
        ranks.setdefault(old.intervention_id, {})[affiliation.order] = first.order
    changes: dict[str, object] = {"affiliations": tuple(kept.values())}
    if old.person_id:
        changes["person_id"] = persons[old.person_id].person_id
    return old.model_copy(update=changes)


def _moved(old: Provenance, ranks: Mapping[str, Mapping[int, int]]) -> Provenance:
    """A place; that of an affiliation, « intervention#rank », under its new rank."""
    if old.table != "affiliations":
        return old
    key, _, rank = old.identifier.rpartition("#")
    return old.model_copy(update={"identifier": f"{key}#{ranks.get(key, {}).get(int(rank), int(rank))}"})


def _person_counts(sessions: Iterable[Session]) -> Counter[str]:
    return Counter(each.person_id for session in sessions for each in session.interventions if each.person_id)


def _body_counts(sessions: Iterable[Session]) -> Counter[str]:
    return Counter(
        part.organisation_id for session in sessions for each in session.interventions for part in each.affiliations
    )


Kept = TypeVar("Kept", Person, Organisation)


def _local(
    known: Mapping[str, Kept], old: Iterable[Kept], counts: Mapping[str, int], key: str, label: str
) -> tuple[Kept, ...]:
    """The records of one programme: what the run knows of each, the spellings and the count of this programme."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for each in old:
        before: str = getattr(each, key)
        now: str = getattr(known[before], key)
        spellings[now] |= {getattr(each, label), *(each.variants or "").split("|")}
    records = {getattr(record, key): record for record in known.values()}
    return tuple(
        record.model_copy(
            update={
                "variants": "|".join(sorted(spellings[identifier] - {getattr(record, label), ""})) or None,
                "appearances": counts.get(identifier, 0),
            }
        )
        for identifier, record in sorted(records.items())
    )
