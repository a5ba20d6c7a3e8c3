"""Who is who over a whole run: one record per person and per body, and what a human should decide."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import is_
from typing import Any, NamedTuple

from pipeline.garbage import no_collection
from pipeline.identity.bodies import BodyGroups
from pipeline.identity.persons import PersonGroups, sight_person
from pipeline.identity.records import organisation_records, person_records
from pipeline.identity.reference import Reference
from pipeline.identity.sightings import Seen, see_programme
from pipeline.identity.suggestions import near_organisations, suggest_bodies, suggest_persons
from pipeline.programme import Affiliation, Intervention, Organisation, Person, Programme, Provenance
from pipeline.shelf import Keep, heads_of
from pipeline.tables import Suggestion


class Resolution(NamedTuple):
    """The programmes under common identifiers, and pairs of records that may be one."""

    programmes: Sequence[Programme]
    suggestions: tuple[Suggestion, ...]


NO_REFERENCE = Reference()


@no_collection()
def resolve_identities(
    programmes: Sequence[Programme], reference: Reference = NO_REFERENCE, keep: Keep = tuple
) -> Resolution:
    """Give a person or a body one identifier and one record in all programmes.

    Names in interventions and labels in affiliations stay as each programme prints them; identifiers and records say
    who is who. People of one name are one person unless the bodies known of them differ; initials and acronyms need
    evidence. What is only alike becomes a suggestion.

    Args:
        programmes: those of the run; their order has no influence.
        reference: bodies and persons known beforehand.
        keep: how programmes are kept; each is looked at twice, and none is held meanwhile.
    """
    heads = heads_of(programmes)
    ranked = sorted(range(len(heads)), key=lambda at: heads[at].programme_id)
    seen = [see_programme(number, programmes[at]) for number, at in enumerate(ranked)]
    bodies = BodyGroups(seen, reference.bodies)
    organisations = organisation_records(bodies)
    near = near_organisations(organisations)
    persons = _person_groups(seen, bodies, near, reference)
    body_ids = {root: record.organisation_id for root, record in organisations.items()}
    people = person_records(persons, [programme.programme_id for programme in seen], body_ids)
    suggestions = (
        *suggest_persons(persons, people, organisations, seen),
        *suggest_bodies(bodies, organisations, near, seen),
    )

    def rewritten(number: int, at: int) -> Programme:
        people_here = {
            each.identifier: people[persons.root_of(number, each.identifier)] for each in seen[number].persons
        }
        bodies_here = {
            each.identifier: organisations[bodies.root_of(number, each.identifier)] for each in seen[number].bodies
        }
        return _rewrite(programmes[at], people_here, bodies_here)

    places = sorted((at, number) for number, at in enumerate(ranked))
    return Resolution(keep(rewritten(number, at) for at, number in places), suggestions)


def _person_groups(
    seen: Sequence[Seen], bodies: BodyGroups, near: Iterable[tuple[int, int]], reference: Reference
) -> PersonGroups:
    """The persons of the run, each with the groups of its bodies, of what these are part of or a misprint of.

    One name at « Canal Sud » and at « Canal Sudd » is one person, though the two bodies are only suggested.
    """
    related: dict[int, set[int]] = defaultdict(set)
    for part, whole in bodies.parents.items():
        related[bodies.root(part)].add(bodies.root(whole))
    for one, other in near:
        related[one].add(other)
        related[other].add(one)
    sightings = []
    for number, programme in enumerate(seen):
        roots = {each.identifier: bodies.root_of(number, each.identifier) for each in programme.bodies}
        groups_of = {identifier: frozenset({root, *related.get(root, ())}) for identifier, root in roots.items()}
        sightings += [sight_person(person, groups_of) for person in programme.persons]
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
        sessions.append(_with(session, interventions=interventions))
    people = Counter(each.person_id for session in sessions for each in session.interventions if each.person_id)
    bodies = Counter(
        part.organisation_id for session in sessions for each in session.interventions for part in each.affiliations
    )
    return _with(  # type: ignore[no-any-return]
        programme,
        sessions=tuple(sessions),
        persons=_local(persons, programme.persons, people, "person_id", "name"),
        organisations=_local(organisations, programme.organisations, bodies, "organisation_id", "label"),
        provenances=tuple(_moved(each, ranks) for each in programme.provenances),
    )


def _with(record: Any, **changes: object) -> Any:
    """The record with changes; itself where they change nothing, as in most programmes of a run."""
    changed = {name: value for name, value in changes.items() if not _same(getattr(record, name), value)}
    return record.model_copy(update=changed) if changed else record


def _same(one: object, other: object) -> bool:
    """Equal, records compared as the objects they are: those that have changed are others."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(is_, one, other))
    return one == other


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
        if identifier not in kept:
            kept[identifier] = _with(affiliation, organisation_id=identifier, order=len(kept) + 1)
        ranks.setdefault(old.intervention_id, {})[affiliation.order] = kept[identifier].order
    person = persons[old.person_id].person_id if old.person_id else None
    return _with(old, person_id=person, affiliations=tuple(kept.values()))  # type: ignore[no-any-return]


def _moved(old: Provenance, ranks: Mapping[str, Mapping[int, int]]) -> Provenance:
    """A place; that of an affiliation, « intervention#rank », under its new rank."""
    if old.table != "affiliations":
        return old
    key, _, rank = old.identifier.rpartition("#")
    return _with(old, identifier=f"{key}#{ranks.get(key, {}).get(int(rank), int(rank))}")  # type: ignore[no-any-return]


def _local(known: Mapping[str, Any], old: Iterable[Any], counts: Mapping[str, int], key: str, label: str) -> Any:
    """The records of one programme: what the run knows of each, the spellings and the count of this programme.

    Args:
        known: the record of the run for each former identifier.
        old: the former records.
        counts: how often each new identifier occurs.
        key: the attribute that holds the identifier.
        label: that of the name.
    """
    spellings: dict[str, set[str]] = defaultdict(set)
    for each in old:
        spellings[getattr(known[getattr(each, key)], key)] |= {
            getattr(each, label),
            *(each.variants or "").split("|"),
        }
    records = {getattr(record, key): record for record in known.values()}
    return tuple(
        _with(
            record,
            variants="|".join(sorted(spellings[identifier] - {getattr(record, label), ""})) or None,
            appearances=counts.get(identifier, 0),
        )
        for identifier, record in sorted(records.items())
    )
