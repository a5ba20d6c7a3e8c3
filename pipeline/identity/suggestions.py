"""What `resolve_identities` leaves to a human: rows of `suggestions.csv`, each with its reason and its places."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from pipeline.identity.bodies import BodyGroups
from pipeline.identity.keys import body_key, person_key
from pipeline.identity.misprints import Known, is_part, near_bodies, near_persons, score_of
from pipeline.identity.persons import PersonGroups
from pipeline.identity.sightings import Seen
from pipeline.ids import key_of
from pipeline.programme import Organisation, Person
from pipeline.tables import Suggestion

_MOST_PROGRAMMES = 10
_MOST_SESSIONS = 5


class _Places(NamedTuple):
    """Where an identifier occurs: programmes, and the first sessions in order."""

    programmes: set[str]
    sessions: list[str]


def suggest_persons(
    groups: PersonGroups,
    people: Mapping[int, Person],
    organisations: Mapping[int, Organisation],
    seen: Sequence[Seen],
) -> list[Suggestion]:
    """Persons who may be one, by identifier.

    Args:
        groups: the sightings of persons.
        people: the record of each group.
        organisations: the record of each group of bodies.
        seen: the programmes as they were sighted.
    """
    bodies = {
        root: frozenset(body for at in items for body in groups.sightings[at].bodies)
        for root, items in groups.groups.items()
    }
    known = {
        root: Known(person_key(record.name), _key(record.first_name), _key(record.last_name), bodies[root])
        for root, record in people.items()
    }
    reasons = {_ordered(groups.root(d.one), groups.root(d.other)): d.reason for d in groups.doubts}
    for one, other in near_persons(known):
        part = is_part(known[one].key, known[other].key)
        reasons.setdefault(_ordered(one, other), "nom_incomplet" if part else "graphies_proches")
    places = _places(groups, {root for pair in reasons for root in pair}, seen)
    return _rows(
        "personne",
        reasons,
        {root: (record.person_id, record.name, person_key(record.name)) for root, record in people.items()},
        places,
        {
            pair: [organisations[body].organisation_id for body in bodies[pair[0]] & bodies[pair[1]]]
            for pair in reasons
        },
    )


def near_organisations(organisations: Mapping[int, Organisation]) -> list[tuple[int, int]]:
    """Groups of bodies whose labels look like misprints of one another."""
    keys = {root: body_key(record.label) for root, record in organisations.items()}
    return sorted(pair for pair in near_bodies(keys) if keys[pair[0]] != keys[pair[1]])


def suggest_bodies(
    groups: BodyGroups,
    organisations: Mapping[int, Organisation],
    near: Iterable[tuple[int, int]],
    seen: Sequence[Seen],
) -> list[Suggestion]:
    """Bodies that may be one, by identifier.

    Args:
        groups: the sightings of bodies.
        organisations: the record of each group.
        near: groups that look like misprints of one another.
        seen: the programmes as they were sighted.
    """
    keys = {root: body_key(record.label) for root, record in organisations.items()}
    reasons = {_ordered(groups.root(d.one), groups.root(d.other)): d.reason for d in groups.doubts}
    for one, other in near:
        reasons.setdefault(_ordered(one, other), "graphies_proches")
    places = _places(groups, {root for pair in reasons for root in pair}, seen)
    labels = {root: (record.organisation_id, record.label, keys[root]) for root, record in organisations.items()}
    return _rows("organisation", reasons, labels, places, {})


def _key(name: str | None) -> str | None:
    return key_of(name) if name else None


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _rows(
    nature: Literal["personne", "organisation"],
    reasons: Mapping[tuple[int, int], str],
    labels: Mapping[int, tuple[str, str, str]],
    places: Mapping[int, _Places],
    shared: Mapping[tuple[int, int], Iterable[str]],
) -> list[Suggestion]:
    rows = []
    for pair, reason in reasons.items():
        if pair[0] == pair[1]:
            continue  # joined on other evidence after the doubt
        one, other = sorted(pair, key=lambda root: labels[root][0])
        both = [places[root] for root in (one, other)]
        rows.append(
            Suggestion(
                nature=nature,
                first_id=labels[one][0],
                first_label=labels[one][1],
                second_id=labels[other][0],
                second_label=labels[other][1],
                score=score_of(labels[one][2], labels[other][2]),
                reason=reason,  # type: ignore[arg-type]
                shared="|".join(sorted(shared.get(pair, ()))) or None,
                programmes="|".join(sorted({p for place in both for p in place.programmes})[:_MOST_PROGRAMMES]),
                sessions="|".join(dict.fromkeys(s for place in both for s in place.sessions)),
            )
        )
    return sorted(rows, key=lambda row: (row.first_id, row.second_id))


def _places(groups: PersonGroups | BodyGroups, roots: Iterable[int], seen: Sequence[Seen]) -> dict[int, _Places]:
    """Where some groups occur."""
    places: dict[int, _Places] = {}
    for root in roots:
        found = [groups.sightings[at] for at in groups.groups[root]]
        ranked = sorted({(each.programme, rank) for each in found for rank in each.sessions})[:_MOST_SESSIONS]
        places[root] = _Places(
            {seen[each.programme].programme_id for each in found},
            [seen[number].sessions[rank] for number, rank in ranked],
        )
    return places
