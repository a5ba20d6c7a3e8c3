"""iCalendar: one calendar for each programme and one for each of its days, an event for each session.

Nothing in them comes from a clock: the stamp of an event is the first day of its programme, and its UID is made from
the identifier of the session, so that a calendar that is imported again replaces the events it brought before. What
follows an edition says so in each event: UID of the edition before, SEQUENCE, and LAST-MODIFIED from the document.
"""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from pipeline.export.addresses import UNKNOWN_BASE, address_of
from pipeline.export.readable import credits_of, full_description, sound, tell_left_out
from pipeline.export.revisions import mark_revision, name_events
from pipeline.export.tables import Dataset, arrange_programmes
from pipeline.programme import Programme, Session, Status

if TYPE_CHECKING:
    from icalendar import Event

_STATUSES = {Status.ANNOUNCED: "CONFIRMED", Status.TENTATIVE: "TENTATIVE", Status.CANCELLED: "CANCELLED"}
_END = b"END:VCALENDAR\r\n"


def write_calendars(dataset: Dataset) -> dict[str, bytes]:
    """`agendas/<programme_id>/programme.ics` and, for each day, `agendas/<programme_id>/<AAAA-MM-JJ>.ics`.

    A session whose hour is not printed is an event of the whole day; one without a day is left out, and the log
    says so.
    """
    files: dict[str, bytes] = {}
    ids = [session.session_id for programme in dataset.programmes for session in programme.sessions]
    uids = name_events(ids, dataset.previous or {})
    for programme in arrange_programmes(dataset):
        dated = [session for session in programme.sessions if session.date]
        tell_left_out(programme, "calendar", len(programme.sessions) - len(dated), "no day was read")
        if dated:
            calendars = _calendars(programme, dated, dataset, uids)
            files |= {f"agendas/{programme.programme_id}/{name}.ics": content for name, content in calendars.items()}
    return files


def _calendars(
    programme: Programme, sessions: list[Session], dataset: Dataset, uids: Mapping[str, str]
) -> dict[str, bytes]:
    """The calendar « programme » and one for each day, by name.

    An event is written once and stands in two calendars: folding its lines is what takes the time.
    """
    dates = [session.date for session in sessions if session.date]
    events = []
    for session in sessions:
        event = _event(session, programme, min(dates), dataset.base_url, uids[session.session_id])
        if dataset.previous is not None:
            before = dataset.previous.get(session.session_id)
            mark_revision(event, session.session_id, before, programme.document_date)
        events.append(event)
    frame = _frame(programme, events, min(dates), max(dates))
    bodies: dict[str, list[bytes]] = {"programme": []}
    for date, event in sorted(zip(dates, events, strict=True), key=lambda pair: pair[0]):
        content = event.to_ical()
        bodies["programme"].append(content)
        bodies.setdefault(date.isoformat(), []).append(content)
    head = frame.removesuffix(_END)
    return {name: b"".join([head, *contents, _END]) for name, contents in bodies.items()}


def _frame(programme: Programme, events: list["Event"], first: dt.date, last: dt.date) -> bytes:
    """A calendar with the time zones these events need, and without them."""
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", "-//programme-ouvert//FR")
    calendar.add("version", "2.0")
    # As a text by name: a property outside the standard would be written without escapes.
    calendar["X-WR-CALNAME"] = vText(sound(programme.title or programme.programme_id))
    calendar.add("x-wr-timezone", programme.timezone)
    for event in events:
        calendar.add_component(event)
    # Only the years of the programme: by default all changes of the clock since 1970 would be listed.
    calendar.add_missing_timezones(dt.date(first.year, 1, 1), dt.date(last.year + 1, 1, 1))
    calendar.subcomponents = list(calendar.timezones)
    content: bytes = calendar.to_ical()
    return content


def _event(session: Session, programme: Programme, stamp: dt.date, base: str, uid: str) -> "Event":
    from icalendar import Event

    zone = ZoneInfo(programme.timezone)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", dt.datetime.combine(stamp, dt.time(), dt.UTC))
    event.add("dtstart", session.begins.astimezone(zone) if session.begins else session.date)
    if session.begins and session.ends and session.ends > session.begins:
        event.add("dtend", session.ends.astimezone(zone))
    event.add("summary", sound(session.readable_title))
    event.add("status", _STATUSES[session.status])
    paragraphs = [full_description(session), "\n".join(credits_of(session))]
    location = [name for name in (session.room, programme.place) if name]
    categories = [word for word in (session.format or str(session.kind), session.track) if word]
    if any(paragraphs):
        event.add("description", sound("\n\n".join(text for text in paragraphs if text)))
    if location:
        event.add("location", sound(", ".join(location)))
    event.add("categories", [sound(word) for word in categories])
    if base != UNKNOWN_BASE:
        event.add("url", address_of(base, session.session_id))
    return event
