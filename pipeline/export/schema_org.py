"""Events for search engines: schema.org JSON-LD, a file for all programmes and one for each.

Each file may stand as it is between `<script type="application/ld+json">` and `</script>`: the signs that HTML would
take for its own are written as escapes of JSON.
"""

import json
from typing import IO, Any

from pipeline.aside import open_aside
from pipeline.export.addresses import address_of
from pipeline.export.readable import full_description
from pipeline.export.tables import Dataset, arrange_heads, arrange_programmes
from pipeline.export.written import Files
from pipeline.programme import Affiliation, Intervention, Programme, Session, Status

_CONTEXT = "https://schema.org"
_HEAD, _END = f'{{"@context": "{_CONTEXT}", "@graph": [\n'.encode(), b"\n]}\n"
_FOLDER = "evenements/"
_HTML = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
# What is provisional has no status there: one that is given means that it takes place, or does not.
_STATUSES = {
    Status.ANNOUNCED: "https://schema.org/EventScheduled",
    Status.TENTATIVE: None,
    Status.CANCELLED: "https://schema.org/EventCancelled",
}


def write_schema_org(dataset: Dataset) -> dict[str, bytes]:
    """`evenements/<programme_id>.jsonld` for each programme with sessions."""
    events = {
        programme.programme_id: json.dumps(_event(programme, dataset.base_url), ensure_ascii=False, indent=1)
        for programme in arrange_programmes(dataset)
        if programme.sessions
    }
    return {
        f"{_FOLDER}{name}.jsonld": _HEAD + event.translate(_HTML).encode("utf-8") + _END
        for name, event in events.items()
    }


def join_events(dataset: Dataset, files: Files) -> dict[str, IO[bytes]]:
    """`evenements.jsonld`: the events of all programmes, out of the files of each."""
    named = (f"{_FOLDER}{head.programme_id}.jsonld" for head in arrange_heads(dataset))
    stream = open_aside()
    stream.write(_HEAD)
    for number, name in enumerate(name for name in named if name in files):
        stream.write((b"," if number else b"") + files[name].removeprefix(_HEAD).removesuffix(_END))
    stream.write(_END)
    stream.seek(0)
    return {"evenements.jsonld": stream}


def _filled(**properties: Any) -> dict[str, Any]:
    """The properties that have a value; `type` and `id` under the names JSON-LD has for them."""
    named = {{"type": "@type", "id": "@id"}.get(key, key): value for key, value in properties.items()}
    return {key: value for key, value in named.items() if value not in (None, "", [])}


def _event(programme: Programme, base: str) -> dict[str, Any]:
    return _filled(
        type="Event",
        id=address_of(base, programme.programme_id),
        identifier=programme.programme_id,
        name=programme.title or programme.programme_id,
        startDate=programme.start_date.isoformat() if programme.start_date else None,
        endDate=programme.end_date.isoformat() if programme.end_date else None,
        inLanguage=programme.language,
        location=_place(programme.place),
        organizer=_filled(type="Organization", name=programme.organiser) if programme.organiser else None,
        subEvent=[_sub_event(session, programme, base) for session in programme.sessions],
    )


def _sub_event(session: Session, programme: Programme, base: str) -> dict[str, Any]:
    begins = session.begins or session.date
    return _filled(
        type="Event",
        id=address_of(base, session.session_id),
        identifier=session.session_id,
        name=session.readable_title,
        description=full_description(session),
        keywords=[word for word in (session.format or str(session.kind), session.track) if word],
        startDate=begins.isoformat() if begins else None,
        endDate=session.ends.isoformat() if session.ends else None,
        eventStatus=_STATUSES[session.status],
        inLanguage=programme.language,
        location=_place(session.room, programme.place),
        performer=[_performer(item, base) for item in session.interventions],
        superEvent={"@id": address_of(base, programme.programme_id)},
    )


def _place(*names: str | None) -> dict[str, Any] | None:
    """A place in the next one: `_place("Salle 2", "Lens")`."""
    known = [name for name in names if name]
    found: dict[str, Any] | None = None
    for name in reversed(known):
        found = _filled(type="Place", name=name, containedInPlace=found)
    return found


def _performer(item: Intervention, base: str) -> dict[str, Any]:
    bodies = [_organisation(part, base) for part in item.affiliations]
    if item.name is None:
        # A body without a person is itself who takes part, under the words printed for it.
        return _filled(type="Organization", name=item.collective, parentOrganization=bodies)
    person = address_of(base, item.person_id) if item.person_id else None
    return _filled(type="Person", id=person, name=item.name, jobTitle=item.role, affiliation=bodies)


def _organisation(part: Affiliation, base: str) -> dict[str, Any]:
    return _filled(type="Organization", id=address_of(base, part.organisation_id), name=part.label)
