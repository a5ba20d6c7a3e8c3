"""Schedules for conference apps (frab, pretalx, c3voc), in JSON and in XML: the same events in both.

An event needs a day and an hour; an end that is not printed is a duration of `00:00`, never a guess. What is
cancelled is left out: the format has no word for it, and an app would announce it.
"""

import datetime as dt
import json
import re
from typing import Any, NamedTuple
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from pipeline.export.addresses import address_of, guid, number_records
from pipeline.export.readable import sound, tell_left_out
from pipeline.export.tables import Dataset, arrange_programmes
from pipeline.ids import slug
from pipeline.programme import Programme, Session, Status

_GENERATOR = "programme-ouvert"
# The apps lay out their grid in steps of this; printed hours are multiples of five minutes.
_STEP = "00:05"
_ATTRIBUTES = ("guid", "id")


class _Slot(NamedTuple):
    """A session on the clock of its place; without a printed end it ends as it begins."""

    begins: dt.datetime
    ends: dt.datetime
    session: Session
    number: int


def write_schedules(dataset: Dataset) -> dict[str, bytes]:
    """`applications/<programme_id>/schedule.json` and `schedule.xml` for each programme that has days and hours."""
    files: dict[str, bytes] = {}
    for programme in arrange_programmes(dataset):
        timed = [session for session in programme.sessions if session.begins]
        held = [session for session in timed if session.status is not Status.CANCELLED]
        count = len(programme.sessions)
        tell_left_out(programme, "conference schedule", count - len(timed), "no day or no hour was read")
        tell_left_out(programme, "conference schedule", len(timed) - len(held), "cancelled")
        if held:
            schedule = _schedule(programme, held, dataset.base_url)
            folder = f"applications/{programme.programme_id}"
            files[f"{folder}/schedule.json"] = _as_json(schedule)
            files[f"{folder}/schedule.xml"] = _as_xml(schedule)
    return files


def _schedule(programme: Programme, sessions: list[Session], base: str) -> dict[str, Any]:
    days = _days(programme, sessions, base)
    rooms = sorted({name for day in days for name in day["rooms"] if name})
    conference = {
        "acronym": _acronym(programme.programme_id),
        "title": sound(programme.title or programme.programme_id),
        "start": days[0]["date"],
        "end": days[-1]["date"],
        "daysCount": len(days),
        "timeslot_duration": _STEP,
        "time_zone_name": programme.timezone,
        "rooms": [{"name": name, "guid": guid(f"{programme.programme_id} {name}")} for name in rooms],
        "days": days,
    }
    return {"version": programme.sha256[:12], "conference": conference}


def _acronym(identifier: str) -> str:
    """At least four of the signs the format allows: `_acronym("forum-2024")` → `"forum_2024"`."""
    return re.sub(r"[^a-z0-9]+", "_", identifier.lower()).ljust(4, "_")


def _slots(programme: Programme, sessions: list[Session]) -> list[_Slot]:
    zone = ZoneInfo(programme.timezone)
    numbers = number_records(session.session_id for session in programme.sessions)
    slots = []
    for session in sessions:
        if session.begins:
            begins = session.begins.astimezone(zone)
            ends = session.ends.astimezone(zone) if session.ends and session.ends > session.begins else begins
            slots.append(_Slot(begins, ends, session, numbers[session.session_id]))
    return sorted(slots, key=lambda slot: (slot.begins, slot.session.order, slot.session.session_id))


def _days(programme: Programme, sessions: list[Session], base: str) -> list[dict[str, Any]]:
    found: dict[dt.date, list[_Slot]] = {}
    for slot in _slots(programme, sessions):
        found.setdefault(slot.begins.date(), []).append(slot)
    days = []
    for index, (date, slots) in enumerate(sorted(found.items()), start=1):
        rooms: dict[str, list[dict[str, Any]]] = {}
        for slot in slots:
            rooms.setdefault(_room(slot.session, programme), []).append(_event(slot, programme, base))
        hours = {"day_start": slots[0].begins.isoformat(), "day_end": max(slot.ends for slot in slots).isoformat()}
        days.append({"index": index, "date": date.isoformat(), **hours, "rooms": dict(sorted(rooms.items()))})
    return days


def _room(session: Session, programme: Programme) -> str:
    return sound(session.room or programme.place)


def _event(slot: _Slot, programme: Programme, base: str) -> dict[str, Any]:
    session = slot.session
    hours, minutes = divmod(int((slot.ends - slot.begins).total_seconds()) // 60, 60)
    names = dict.fromkeys(sound(item.name) for item in session.interventions if item.name)
    return {
        "id": slot.number,
        "guid": guid(session.session_id),
        "date": slot.begins.isoformat(),
        "start": slot.begins.strftime("%H:%M"),
        "duration": f"{hours:02}:{minutes:02}",
        "room": _room(session, programme),
        "slug": f"{_acronym(programme.programme_id)}-{slot.number}-{slug(session.title)}".strip("-"),
        "url": address_of(base, session.session_id),
        "title": sound(session.readable_title),
        "subtitle": sound(session.subtitle),
        "track": sound(session.track),
        "type": sound(session.format) or str(session.kind),
        "language": programme.language,
        "abstract": "",
        "description": sound(session.description),
        "persons": [{"name": name} for name in names],
        "links": [],
        "attachments": [],
    }


def _as_json(schedule: dict[str, Any]) -> bytes:
    document = {"generator": {"name": _GENERATOR}, "schedule": schedule}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _as_xml(schedule: dict[str, Any]) -> bytes:
    root = ElementTree.Element("schedule")
    ElementTree.SubElement(root, "generator", name=_GENERATOR)
    _add(root, "version", schedule["version"])
    conference = ElementTree.SubElement(root, "conference")
    facts = schedule["conference"]
    for name in ("acronym", "title", "start", "end", "daysCount", "timeslot_duration", "time_zone_name"):
        # Here « days » is their number; the days themselves stand beside the conference.
        _add(conference, {"daysCount": "days"}.get(name, name), str(facts[name]))
    for day in facts["days"]:
        attributes = {"index": str(day["index"]), "date": day["date"]}
        hours = {"start": day["day_start"], "end": day["day_end"]}
        there = ElementTree.SubElement(root, "day", {**attributes, **hours})
        for name, events in day["rooms"].items():
            room = ElementTree.SubElement(there, "room", name=name)
            for event in events:
                _add_event(room, event)
    ElementTree.indent(root, " ")
    content: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def _add_event(room: ElementTree.Element, event: dict[str, Any]) -> None:
    element = ElementTree.SubElement(room, "event", {name: str(event[name]) for name in _ATTRIBUTES})
    for name, value in event.items():
        if isinstance(value, list):
            there = ElementTree.SubElement(element, name)
            for item in value:
                _add(there, name.removesuffix("s"), item["name"])
        elif name not in _ATTRIBUTES:
            _add(element, name, value)
