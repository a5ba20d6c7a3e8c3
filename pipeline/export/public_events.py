"""Events for European portals: the EU Core Public Event Vocabulary (CPEV 1.1), in Turtle.

Who takes part is a `cv:Participation` with a role: the capacity of the intervention, a concept of ours, since the
vocabulary names no list for it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import IO, NamedTuple

from pipeline.document import Capacity
from pipeline.export.addresses import address_of, address_of_file
from pipeline.export.linked_data import Node, phrase, refer, stream_turtle, typed
from pipeline.export.readable import full_description
from pipeline.export.tables import Dataset, arrange_programmes, pool_records
from pipeline.ids import slug
from pipeline.programme import Intervention, Organisation, Person, Programme, Session, Status

FILE = "evenements.ttl"
ORGANISER = "organisation"
LANGUAGES = {"fr": "http://publications.europa.eu/resource/authority/language/FRA"}


def write_public_events(dataset: Dataset) -> dict[str, IO[bytes]]:
    """`evenements.ttl`: programmes, sessions, participations, people and bodies."""
    programmes = (programme for programme in arrange_programmes(dataset) if programme.sessions)
    return {FILE: stream_turtle(_nodes(programmes, dataset.base_url))}


class _Agents(NamedTuple):
    """People, bodies, and whose members people are, as the programmes so far tell them."""

    persons: list[Person]
    bodies: list[Organisation]
    members: dict[str, set[str]]


def _nodes(programmes: Iterable[Programme], base: str) -> Iterator[Node]:
    agents, languages = _Agents([], [], {}), set()
    for programme in programmes:
        languages.add(programme.language)
        agents.persons.extend(programme.persons)
        agents.bodies.extend(programme.organisations)
        yield _programme(programme, base)
        for session in programme.sessions:
            yield _session(session, programme, base)
            for item in session.interventions:
                yield _participation(item, base)
                if item.person_id:
                    bodies = agents.members.setdefault(item.person_id, set())
                    bodies.update(part.organisation_id for part in item.affiliations)
    yield from _told(agents, base)
    if languages:
        yield from (_concept("statut", name, base) for name in Status)
        yield from (_concept("role", name, base) for name in (*Capacity, ORGANISER))
    for language in sorted(LANGUAGES[each] for each in languages if each in LANGUAGES):
        yield {"@id": language, "@type": "dct:LinguisticSystem"}


def _programme(programme: Programme, base: str) -> Node:
    return {
        "@id": address_of(base, programme.programme_id),
        "@type": "cv:PublicEvent",
        "dct:identifier": programme.programme_id,
        "dct:title": phrase(programme.title or programme.programme_id, programme.language),
        "dct:language": _language(programme),
        "time:hasTime": _period(programme.start_date, programme.end_date),
        "locn:address": _address(None, programme.place),
        "cv:hasParticipation": _organisation_of(programme, base),
        "cv:subEvent": [refer(address_of(base, session.session_id)) for session in programme.sessions],
    }


def _organisation_of(programme: Programme, base: str) -> Node | None:
    if not programme.organiser:
        return None
    return {
        "@type": "cv:Participation",
        "cv:role": refer(_concept_address("role", ORGANISER, base)),
        "cv:hasParticipant": {"@type": ["foaf:Agent", "org:Organization"], "foaf:name": programme.organiser},
    }


def _session(session: Session, programme: Programme, base: str) -> Node:
    return {
        "@id": address_of(base, session.session_id),
        "@type": "cv:PublicEvent",
        "dct:identifier": session.session_id,
        "dct:title": phrase(session.readable_title, programme.language),
        "dct:description": phrase(full_description(session), programme.language),
        "dct:type": _label(session.format or str(session.kind), programme.language),
        "dct:subject": _label(session.track, programme.language),
        "dct:language": _language(programme),
        "cv:eventStatus": refer(_concept_address("statut", session.status, base)),
        "time:hasTime": _period(session.begins or session.date, session.ends),
        "locn:address": _address(session.room, programme.place),
        "cv:hasParticipation": [refer(address_of(base, item.intervention_id)) for item in session.interventions],
        "cv:parentEvent": refer(address_of(base, programme.programme_id)),
    }


def _participation(item: Intervention, base: str) -> Node:
    bodies = [refer(address_of(base, part.organisation_id)) for part in item.affiliations]
    if item.name is None:
        # A body without a person takes part itself; the words printed for it are the description.
        participant: Node | list[Node] = bodies or {"@type": "foaf:Agent", "foaf:name": item.collective}
    elif item.person_id is None:
        participant = {"@type": ["foaf:Agent", "foaf:Person"], "foaf:name": item.name, "org:memberOf": bodies}
    else:
        participant = refer(address_of(base, item.person_id))
    return {
        "@id": address_of(base, item.intervention_id),
        "@type": "cv:Participation",
        "dct:identifier": item.intervention_id,
        "dct:description": phrase(item.role or item.collective),
        "cv:role": refer(_concept_address("role", item.capacity, base)),
        "cv:hasParticipant": participant,
    }


def _told(agents: _Agents, base: str) -> Iterator[Node]:
    """People and bodies, each once over all programmes."""
    for person in pool_records(agents.persons, "person_id", "name"):
        yield {
            "@id": address_of(base, person.person_id),
            "@type": ["foaf:Agent", "foaf:Person"],
            "foaf:name": person.name,
            "org:memberOf": [
                refer(address_of(base, body)) for body in sorted(agents.members.get(person.person_id, ()))
            ],
        }
    for body in pool_records(agents.bodies, "organisation_id", "label", ("acronym", "type")):
        yield {
            "@id": address_of(base, body.organisation_id),
            "@type": ["foaf:Agent", "org:Organization"],
            "foaf:name": body.label,
            "skos:altLabel": body.acronym,
        }


def _period(first: dt.date | None, last: dt.date | None) -> Node | None:
    if first is None:
        return None
    return {"@type": "time:TemporalEntity", "time:hasBeginning": _instant(first), "time:hasEnd": _instant(last)}


def _instant(moment: dt.date | None) -> Node | None:
    if moment is None:
        return None
    if isinstance(moment, dt.datetime):
        return {"@type": "time:Instant", "time:inXSDDateTimeStamp": typed(moment.isoformat(), "xsd:dateTimeStamp")}
    return {"@type": "time:Instant", "time:inXSDDate": typed(moment.isoformat(), "xsd:date")}


def _address(room: str | None, place: str | None) -> Node | None:
    if not (room or place):
        return None
    return {"@type": "locn:Address", "locn:locatorName": phrase(room), "locn:fullAddress": phrase(place)}


def _language(programme: Programme) -> Node | None:
    return refer(LANGUAGES[programme.language]) if programme.language in LANGUAGES else None


def _label(text: str | None, language: str) -> Node | None:
    return {"@type": "skos:Concept", "skos:prefLabel": phrase(text, language)} if text else None


def _concept_address(scheme: str, name: str, base: str) -> str:
    return f"{address_of_file(base, FILE)}#{scheme}-{slug(name)}"


def _concept(scheme: str, name: StrEnum | str, base: str) -> Node:
    label = phrase(str(name))
    return {"@id": _concept_address(scheme, name, base), "@type": "skos:Concept", "skos:prefLabel": label}
