"""Evidence to published records: values cleaned, identified, each with the place it was read from."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from pipeline.document import Document, Found, Kind, Mention, Passage, Segment, Slot
from pipeline.entities import Register, register_mentions
from pipeline.event_title import find_event_title, told_title
from pipeline.ids import intervention_id, session_id
from pipeline.minutes import minutes_of
from pipeline.page.format_labels import label_of
from pipeline.programme import Affiliation, Intervention, Programme, Provenance, Session, Status
from pipeline.source import Source
from pipeline.times import localise
from pipeline.title_case import readable_titles
from pipeline.wording import find_formats, find_tentative, room_of

_CANCELLED = re.compile(r"\bannul[ée]e?\b", re.I)


def build_programme(
    document: Document,
    source: Source,
    programme_id: str,
    segments: Sequence[Segment],
    slots: Sequence[Slot],
    mentions: Sequence[Sequence[Mention]],
) -> Programme:
    """The published programme of a document, without its anomalies.

    Args:
        document: the document as read.
        source: what is known of it from outside.
        programme_id: its identifier.
        segments: its items, in reading order.
        slots: when each takes place.
        mentions: who takes part in each.
    """
    register = register_mentions(mentions)
    ids = _session_ids(programme_id, segments, slots)
    provenances: list[Provenance] = []
    sessions = []
    printed = [_one_line(segment.title.text) for segment in segments]
    readable = readable_titles(
        printed, [segment.index_title for segment in segments], printed_texts(document, segments)
    )
    for order, (segment, slot, found) in enumerate(zip(segments, slots, mentions, strict=True), start=1):
        session = _session(ids[order - 1], programme_id, order, segment, slot, source)
        interventions = _interventions(session.session_id, found, register)
        provenances += _session_provenances(session, segment, slot)
        provenances += _mention_provenances(interventions, found)
        changes = {"readable_title": readable[order - 1], "interventions": interventions}
        sessions.append(session.model_copy(update=changes))
    told = source.title or told_title(document)
    printed_title = None if told else find_event_title(document, segments)
    provenances += _places(
        "programmes", programme_id, "titre", printed_title, "lignes en tête, hors du style du texte"
    )
    title = _one_line(printed_title.text) if printed_title else told
    return _programme(document, source, programme_id, title, sessions, register, provenances)


def _programme(
    document: Document,
    source: Source,
    programme_id: str,
    title: str | None,
    sessions: Sequence[Session],
    register: Register,
    provenances: Sequence[Provenance],
) -> Programme:
    dates = sorted(session.date for session in sessions if session.date)
    bodies = {body.organisation_id: body for body in register.organisations.values()}
    return Programme(
        programme_id=programme_id,
        title=title,
        start_date=dates[0] if dates else None,
        end_date=dates[-1] if dates else None,
        place=source.place,
        timezone=source.timezone,
        organiser=source.organiser,
        licence=source.licence,
        language="fr",
        file=document.name,
        sha256=document.sha256,
        document_date=document.created,
        pages=len(document.pages),
        session_count=len(sessions),
        intervention_count=sum(len(session.interventions) for session in sessions),
        anomaly_count=0,
        sessions=tuple(sessions),
        persons=tuple(sorted(register.persons.values(), key=lambda person: person.person_id)),
        organisations=tuple(bodies[key] for key in sorted(bodies)),
        provenances=tuple(provenances),
    )


def _session_ids(programme: str, segments: Sequence[Segment], slots: Sequence[Slot]) -> list[str]:
    """One identifier per item; items alike in all that is printed get a number behind it."""
    seen: Counter[str] = Counter()
    ids = []
    for segment, slot in zip(segments, slots, strict=True):
        identifier = session_id(programme, slot.date, slot.start, segment.title.text)
        seen[identifier] += 1
        ids.append(identifier if seen[identifier] == 1 else f"{identifier}-{seen[identifier]}")
    return ids


def _session(identifier: str, programme: str, order: int, segment: Segment, slot: Slot, source: Source) -> Session:
    begins = localise(slot.date, slot.start, source.timezone) if slot.date and slot.start else None
    ends = localise(slot.date, slot.end, source.timezone, slot.ends_next_day) if slot.date and slot.end else None
    if begins and ends and ends <= begins:
        ends = None  # printed as it is, but no moment in time: an anomaly says so
    title = _one_line(segment.title.text)
    subtitle = _one_line(segment.subtitle.text) if segment.subtitle else None
    description = "\n".join(_one_line(passage.text) for passage in segment.body) or None
    over = _one_line(segment.track.text) if segment.track else None
    label = label_of(over) if over else None
    told = label or find_format(title, subtitle, segment.body) or (find_format(over, None, ()) if over else None)
    return Session(
        session_id=identifier,
        programme_id=programme,
        order=order,
        kind=segment.kind,
        title=title,
        subtitle=subtitle,
        format=told if segment.kind is Kind.SESSION else None,
        track=None if label else over,
        room=room_of(_one_line(segment.room.text)) if segment.room else None,
        date=slot.date,
        start=slot.start,
        end=slot.end,
        begins=begins,
        ends=ends,
        minutes=_minutes(slot),
        half_day=slot.half_day or half_day_of(slot.start),
        description=description,
        status=_status(segment),
        first_page=segment.pages[0],
        last_page=segment.pages[-1],
        printed_page=segment.printed_page,
    )


def printed_texts(document: Document, segments: Sequence[Segment]) -> Iterator[str]:
    """What a document says besides its titles: the text of the items, and the lines of pages without any."""
    for segment in segments:
        for passage in (segment.subtitle, *segment.body, *(block.passage for block in segment.blocks)):
            if passage:
                yield from passage.text.split("\n")
    used = {page for segment in segments for page in segment.pages}
    for page in document.pages:
        if page.number not in used:
            yield from (line.text for line in page.lines)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _minutes(slot: Slot) -> int | None:
    if slot.start is None or slot.end is None:
        return None
    minutes = minutes_of(slot.end) - minutes_of(slot.start)
    minutes += 24 * 60 * slot.ends_next_day
    return minutes if minutes > 0 else None


def half_day_of(start: dt.time | None) -> Literal["matin", "après-midi", "soir"] | None:
    """The half day an hour is in."""
    if start is None:
        return None
    return "matin" if start.hour < 12 else "après-midi" if start.hour < 18 else "soir"


def _status(segment: Segment) -> Status:
    printed = segment.title.text + " " + (segment.hours.text if segment.hours else "")
    if _CANCELLED.search(printed):
        return Status.CANCELLED
    return Status.TENTATIVE if find_tentative(printed) else Status.ANNOUNCED


def find_format(title: str, subtitle: str | None, body: Sequence[Passage]) -> str | None:
    """The format a session gives of itself; what is merely talked about does not count.

    A heading says it best (« Table ronde : … »), then the description when it speaks of the session: as the
    subject of a sentence (« Cet atelier permettra … »), after a preposition (« Lors de cet atelier »), as what is
    offered (« un temps d'échange »). The first word of the title comes last (« Visite du musée »).
    """
    opening: str | None = None
    for heading in (_ORDINAL.sub("", title), subtitle or ""):
        for start, end, value in find_formats(heading):
            if start <= 3 and (not heading[end:].strip() or heading[end:].lstrip()[0] in ":–—-|.(«“"):
                return value
            if start <= 3 and value in _OPENING_FORMATS:
                opening = opening or value
    told: list[tuple[int, str]] = []
    for passage in body:
        for start, _, value in find_formats(passage.text):
            lead = re.split(r"[.!?:]\s|\n", passage.text[:start])[-1]
            rank = next((rank for rank, pattern in enumerate(_SELF_REFERENCES) if pattern.search(lead)), None)
            if rank is not None and value not in _TOPICS:
                told.append((rank, value))
    return min(told, key=lambda pair: pair[0])[1] if told else opening


_ORDINAL = re.compile(
    r"^\W*(?:premi[eè]re?|deuxi[eè]me|seconde?|troisi[eè]me|quatri[eè]me|cinqui[eè]me|\d+(?:ère?|er|e|è?me|nde?))\s+",
    re.I,
)

# Formats that are as often the subject of a session as its form.
_TOPICS = frozenset({"formation", "présentation", "exposition", "lecture", "panel"})
_OPENING_FORMATS = frozenset(
    {"atelier", "table ronde", "masterclass", "visite", "conférence", "keynote", "concert", "plénière",
     "exposition", "projection", "symposium", "spectacle", "tournoi", "dictée"}
)  # fmt: skip
_OF_ITSELF = r"(?:ce|cet|cette|notre)\s+(?:\w+\s)?"
_SELF_REFERENCES = (
    re.compile(rf"^\W*{_OF_ITSELF}$|,\s+{_OF_ITSELF}$", re.I),
    re.compile(rf"\b{_OF_ITSELF}$|\blors d['’]une?\s$|\blors du\s$", re.I),
    re.compile(r"^\W*(?:une?\s|ces\s)?$|\b(?:proposons|propose|organise)\b[^.]{0,30}\bune?\s$|\btemps d['’]$", re.I),
    re.compile(r"\bà (?:travers|partir) (?:leurs?|les|des?|ces)\s$", re.I),
)


def _interventions(session: str, mentions: Sequence[Mention], register: Register) -> tuple[Intervention, ...]:
    found = []
    seen: Counter[str] = Counter()
    for order, mention in enumerate(mentions, start=1):
        printed = mention.person or mention.collective
        if printed is None:
            continue
        identifier = intervention_id(session, printed.text)
        seen[identifier] += 1
        identifier = identifier if seen[identifier] == 1 else f"{identifier}-{seen[identifier]}"
        person = register.person(mention.person.text) if mention.person else None
        bodies = list(
            dict.fromkeys(
                (body.organisation_id, body.label)
                for body in (register.organisation(found.text) for found in mention.organisations)
            )
        )
        found.append(
            Intervention(
                intervention_id=identifier,
                session_id=session,
                order=order,
                capacity=mention.capacity,
                person_id=person.person_id if person else None,
                name=person.name if person else None,
                role=mention.role.text if mention.role else None,
                collective=mention.collective.text if mention.collective else None,
                tentative=mention.tentative,
                quote=mention.quote.text,
                affiliations=tuple(
                    Affiliation(intervention_id=identifier, order=rank, organisation_id=body, label=label)
                    for rank, (body, label) in enumerate(bodies, start=1)
                ),
            )
        )
    return tuple(found)


def _places(table: str, identifier: str, field: str, found: Found | Passage | None, method: str) -> list[Provenance]:
    if found is None:
        return []
    places = found.places() if isinstance(found, Passage) else found.places
    return [
        Provenance(
            table=table,
            identifier=identifier,
            field=field,
            page=place.page,
            x0=round(place.box.x0, 2),
            y0=round(place.box.y0, 2),
            x1=round(place.box.x1, 2),
            y1=round(place.box.y1, 2),
            raw=place.raw,
            method=method,
        )
        for place in places
    ]


def _session_provenances(session: Session, segment: Segment, slot: Slot) -> list[Provenance]:
    rows: list[Provenance] = []
    parts = (
        ("titre", segment.title, segment.method),
        ("sous_titre", segment.subtitle, "ligne de titre sous le titre"),
        ("salle", segment.room, "mot de lieu"),
        ("parcours", segment.track, "intertitre"),
        ("heure_debut", segment.hours if slot.start else None, "grammaire des heures"),
        ("heure_fin", (segment.until or segment.hours) if slot.end else None, "grammaire des heures"),
        ("date", segment.day if slot.date else None, slot.date_method),
    )
    for field, found, method in parts:
        rows += _places("sessions", session.session_id, field, found, method)
    for passage in segment.body:
        rows += _places("sessions", session.session_id, "description", passage, "texte de la session")
    return rows


def _mention_provenances(interventions: Sequence[Intervention], mentions: Sequence[Mention]) -> list[Provenance]:
    rows: list[Provenance] = []
    for intervention, mention in zip(interventions, mentions, strict=True):
        key = intervention.intervention_id
        rows += _places("interventions", key, "nom", mention.person, "liste d'intervenants")
        rows += _places("interventions", key, "collectif", mention.collective, "liste d'intervenants")
        rows += _places("interventions", key, "fonction", mention.role, "texte après le nom")
        rows += _places("interventions", key, "texte_source", mention.quote, "liste d'intervenants")
        for rank, body in enumerate(mention.organisations, start=1):
            rows += _places("affiliations", f"{key}#{rank}", "organisation_id", body, "texte après le nom")
    return rows
