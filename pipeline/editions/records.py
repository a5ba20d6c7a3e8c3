"""One programme of an edition: its records without the people it does not publish, under its own identifiers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.edition_mode import SOMEBODY, Edition
from pipeline.editions.ids import Ids, Renaming, merge_records, pseudonym_of, relabel, rename_interventions
from pipeline.editions.masking import Masker, Own
from pipeline.editions.name_forms import own_words
from pipeline.editions.oppositions import Objection, match_person, spellings_of
from pipeline.export.tables import count_people
from pipeline.programme import (
    Anomaly,
    Intervention,
    Organisation,
    Participation,
    Person,
    Programme,
    Provenance,
    Session,
)

# Findings about people: with the name hidden, the rest would still tell who it is.
_ABOUT_PEOPLE = frozenset({"personne_en_deux_lieux"})


class Restriction(NamedTuple):
    """What an edition publishes of people, and how they are hidden over the whole run."""

    edition: Edition
    key: bytes | None
    hidden: frozenset[str]
    oppositions: tuple[Objection, ...]
    labels: Mapping[str, str]
    masker: Masker
    renaming: Renaming

    def hides(self, item: Intervention) -> bool:
        """Whether an intervention is that of somebody who objects."""
        if item.person_id:
            return item.person_id in self.hidden
        return bool(item.name) and any(match_person(each, [item.name or ""]) for each in self.oppositions)

    def drops(self, item: Intervention) -> bool:
        """Whether an intervention is not published."""
        return self.hides(item) or (self.edition is Edition.ANONYMOUS and item.name is not None)

    def label(self, item: Intervention) -> str:
        """What stands for the person of an intervention."""
        if item.person_id and item.person_id in self.labels:
            return self.labels[item.person_id]
        return pseudonym_of(item.name, self.key) if item.name and self.key else SOMEBODY


def restrict_programme(programme: Programme, restriction: Restriction, files: Mapping[str, str]) -> Programme:
    """The programme as its edition publishes it; `files` are the new names of the files."""
    masker, renaming = restriction.masker, restriction.renaming
    new = renaming.programmes.get(programme.programme_id, programme.programme_id)
    spellings = {person.person_id: spellings_of(person) for person in programme.persons}
    dropped, ids, sessions = set[str](), Ids(), []
    for session in programme.sessions:
        dropped |= {item.intervention_id for item in session.interventions if restriction.drops(item)}
        clean, renamed = _session(session, restriction, new, spellings)
        ids |= renamed
        sessions.append(clean)
    owns = _owns(programme, restriction, spellings)
    provenances = [row for row in programme.provenances if row.identifier.partition("#")[0] not in dropped]
    anomalies = _anomalies(programme.anomalies, restriction, new)
    return masker.mask_record(programme).model_copy(
        update={
            "programme_id": new,
            "file": files[programme.file],
            "intervention_count": sum(len(session.interventions) for session in sessions),
            "anomaly_count": len(anomalies),
            "sessions": tuple(sessions),
            "persons": _persons(programme.persons, restriction),
            "organisations": _organisations(programme, restriction),
            "provenances": tuple(_provenances(provenances, restriction, owns, ids)),
            "anomalies": anomalies,
        }
    )


def _session(
    session: Session, restriction: Restriction, programme: str, spellings: Mapping[str, Sequence[str]]
) -> tuple[Session, Ids]:
    """The session with its interventions under their new identifiers, and these by the old ones."""
    renaming, again = restriction.renaming, restriction.edition is Edition.ANONYMOUS
    kept = tuple(item for item in session.interventions if not restriction.drops(item))
    told = session.model_copy(update={"interventions": kept})
    new = {"session_id": renaming.sessions[session.session_id], "programme_id": programme}
    items = tuple(_intervention(item, restriction, spellings) for item in kept)
    clean = restriction.masker.mask_record(session).model_copy(update={**new, "interventions": items})
    ids = rename_interventions(told, clean, restriction.key, again)
    renamed = [
        item.model_copy(
            update={
                "intervention_id": (found := ids[item.intervention_id]),
                "session_id": clean.session_id,
                "affiliations": tuple(
                    each.model_copy(update={"intervention_id": found}) for each in item.affiliations
                ),
            }
        )
        for item in items
    ]
    counted = _counted(session, restriction, clean.session_id) if again else ()
    return clean.model_copy(update={"interventions": tuple(renamed), "participations": counted}), ids


def _intervention(
    item: Intervention, restriction: Restriction, spellings: Mapping[str, Sequence[str]]
) -> Intervention:
    masker, bodies = restriction.masker, restriction.renaming.organisations
    changes: dict[str, object] = {"name": item.name}
    own = _own(item, restriction, spellings)
    if own is not None:
        changes = {"name": own.label, "person_id": own.label, "quote": masker.mask(item.quote, own)}
    affiliations = tuple(
        masker.mask_record(each).model_copy(
            update={"organisation_id": bodies.get(each.organisation_id, each.organisation_id)}
        )
        for each in item.affiliations
    )
    return masker.mask_record(item).model_copy(update={**changes, "affiliations": affiliations})


def _own(item: Intervention, restriction: Restriction, spellings: Mapping[str, Sequence[str]]) -> Own | None:
    """What stands for a person in the passage about it, in the edition of pseudonyms."""
    if restriction.edition is not Edition.PSEUDONYMOUS or item.name is None:
        return None
    names = [item.name, *spellings.get(item.person_id or "", ())]
    return Own(frozenset().union(*map(own_words, names)), restriction.label(item))


def _owns(programme: Programme, restriction: Restriction, spellings: Mapping[str, Sequence[str]]) -> dict[str, Own]:
    items = (item for session in programme.sessions for item in session.interventions)
    found = ((item.intervention_id, _own(item, restriction, spellings)) for item in items)
    return {identifier: own for identifier, own in found if own is not None}


def _counted(session: Session, restriction: Restriction, identifier: str) -> tuple[Participation, ...]:
    """How many people of each body take part in a session; those who object are not counted."""
    bodies = restriction.renaming.organisations
    there = tuple(item for item in session.interventions if not restriction.hides(item))
    return tuple(
        each.model_copy(
            update={
                "session_id": identifier,
                "organisation_id": bodies.get(each.organisation_id or "", each.organisation_id),
            }
        )
        for each in count_people(session.model_copy(update={"interventions": there}))
    )


def _persons(persons: Iterable[Person], restriction: Restriction) -> tuple[Person, ...]:
    kept = [person for person in persons if person.person_id not in restriction.hidden]
    if restriction.edition is Edition.PUBLIC:
        return tuple(kept)
    if restriction.edition is Edition.ANONYMOUS:
        return ()
    return tuple(merge_records(kept, lambda person: restriction.labels[person.person_id]))


def _organisations(programme: Programme, restriction: Restriction) -> tuple[Organisation, ...]:
    """The bodies; those that only somebody who objects belonged to are not told."""
    items = [item for session in programme.sessions for item in session.interventions]
    lost = Counter(part.organisation_id for item in items if restriction.hides(item) for part in item.affiliations)
    left = {part.organisation_id for item in items if not restriction.hides(item) for part in item.affiliations}
    found = []
    for body in programme.organisations:
        if lost[body.organisation_id] and body.organisation_id not in left:
            continue
        appearances = max(body.appearances - lost[body.organisation_id], 0)
        clean = relabel(body, restriction.renaming.organisations, restriction.masker)
        found.append(clean.model_copy(update={"appearances": appearances}))
    return tuple(found)


def _provenances(
    rows: Iterable[Provenance], restriction: Restriction, owns: Mapping[str, Own], ids: Ids
) -> Iterable[Provenance]:
    renaming = restriction.renaming
    public, masker = restriction.edition is Edition.PUBLIC, restriction.masker
    every = {**renaming.programmes, **renaming.sessions, **renaming.organisations, **ids}
    listed = list(rows)
    clean = masker.mask_provenances(listed, lambda row: owns.get(row.identifier.partition("#")[0]))
    for row, masked in zip(listed, clean, strict=True):
        identifier, sign, rank = row.identifier.partition("#")
        # Who is published by name is not hidden for being called like somebody who objects.
        raw = row.raw if public and row.table == "interventions" and row.field == "nom" else masked.raw
        yield masked.model_copy(update={"identifier": every.get(identifier, identifier) + sign + rank, "raw": raw})


def _anomalies(anomalies: Iterable[Anomaly], restriction: Restriction, programme: str) -> tuple[Anomaly, ...]:
    found = []
    for anomaly in anomalies:
        clean = restriction.masker.mask_record(anomaly)
        if SOMEBODY in clean.message and anomaly.code in _ABOUT_PEOPLE:
            continue
        session = restriction.renaming.sessions.get(anomaly.session_id or "")
        found.append(clean.model_copy(update={"programme_id": programme, "session_id": session}))
    return tuple(found)
