"""What a calendar keeps of the edition before: the UID of each event, its revision and when it last changed.

RFC 5545: who imported an event before takes the new one for it by its UID, and for newer by its SEQUENCE.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.comparison.pairs import pair_editions
from pipeline.errors import DatasetError
from pipeline.export.addresses import guid
from pipeline.programme import Programme
from pipeline.published import find_datasets, read_edition

if TYPE_CHECKING:
    from icalendar import Event

# Says which session an event is where its UID is that of an older edition.
SESSION_PROPERTY = "X-SESSION-ID"

_EVENT = re.compile(r"^BEGIN:VEVENT\r?\n(.*?)^END:VEVENT\r?$", re.M | re.S)
_STAMP = "%Y%m%dT%H%M%SZ"
# These follow from the revision, the first day of the programme or the place of publication: no change of the event.
_NOT_CONTENT = frozenset({"UID", "DTSTAMP", "SEQUENCE", "LAST-MODIFIED", "URL", SESSION_PROPERTY})


class PreviousEvent(NamedTuple):
    """An event as the edition before published it; `content` are its lines but for those of its revision."""

    uid: str
    sequence: int
    modified: dt.datetime | None
    content: tuple[str, ...]


class Edition(NamedTuple):
    """An edition that was published: its programmes, and its events by id of the session."""

    programmes: tuple[Programme, ...]
    events: Mapping[str, PreviousEvent]


def read_previous(folder: Path) -> Edition:
    """The edition in a dataset folder, or in a folder of them.

    Raises:
        DatasetError: there is none, or a calendar in it cannot be read.
    """
    programmes = read_edition(folder)
    sessions = {guid(session.session_id): session.session_id for each in programmes for session in each.sessions}
    events: dict[str, PreviousEvent] = {}
    for dataset in find_datasets(folder):
        for path in sorted(dataset.glob("agendas/*/programme.ics")):
            try:
                text = path.read_bytes().decode("utf-8")
                events |= {found: event for found, event in _read_events(text, sessions) if found}
            except (OSError, ValueError, KeyError) as error:
                raise DatasetError(f"{path}: not a calendar of a dataset ({error}).") from error
    return Edition(tuple(programmes), events)


def _read_events(text: str, sessions: Mapping[str, str]) -> Iterable[tuple[str | None, PreviousEvent]]:
    for event in _EVENT.finditer(text):
        lines = _unfold(event[1])
        values = {_name(line): line.partition(":")[2] for line in lines}
        modified = values.get("LAST-MODIFIED")
        yield (
            values.get(SESSION_PROPERTY) or sessions.get(values["UID"]),
            PreviousEvent(
                uid=values["UID"],
                sequence=int(values.get("SEQUENCE", "0")),
                modified=dt.datetime.strptime(modified, _STAMP).replace(tzinfo=dt.UTC) if modified else None,
                content=_content(lines),
            ),
        )


def _unfold(text: str) -> list[str]:
    return [line for line in re.sub(r"\r?\n[ \t]", "", text).replace("\r\n", "\n").split("\n") if line]


def _name(line: str) -> str:
    """The name of a property: `_name("DTSTART;TZID=Europe/Paris:2024…")` → `"DTSTART"`."""
    return re.split("[:;]", line, maxsplit=1)[0].upper()


def _content(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(line for line in lines if _name(line) not in _NOT_CONTENT))


def follow_sessions(edition: Edition, programmes: Sequence[Programme]) -> dict[str, PreviousEvent]:
    """The events before of the sessions of a new edition, by id of the session in the new one."""
    return {
        each.new.session_id: edition.events[each.old.session_id]
        for each in pair_editions(edition.programmes, programmes)
        if each.old and each.new and each.old.session_id in edition.events
    }


def name_events(sessions: Iterable[str], previous: Mapping[str, PreviousEvent]) -> dict[str, str]:
    """The UID of each session: that of the edition before, else made from its id and taken by no other."""
    uids = {session: previous[session].uid for session in sessions if session in previous}
    taken = {event.uid for event in previous.values()}
    for session in sorted(set(sessions) - uids.keys()):
        name = session
        while guid(name) in taken:  # a new session stands where one that moved stood before
            name += "+"
        uids[session] = guid(name)
        taken.add(uids[session])
    return uids


def mark_revision(event: "Event", session: str, before: PreviousEvent | None, edition: dt.date | None) -> None:
    """Say in an event which revision it is and when it last changed.

    Args:
        event: the event, with all else that it says.
        session: the id of its session.
        before: the event in the edition before, if it was there.
        edition: the day of the document; without it, what changed has no time of change.
    """
    from icalendar import vText

    sequence = 0
    modified = dt.datetime.combine(edition, dt.time(), dt.UTC) if edition else None
    if before and _content(_unfold(event.to_ical().decode("utf-8"))[1:-1]) == before.content:
        sequence, modified = before.sequence, before.modified
    elif before:
        sequence = before.sequence + 1
        # A file may be older than the edition before says; time does not go back.
        modified = max(modified, before.modified) if modified and before.modified else modified
    event.add("sequence", sequence)
    if modified:
        event.add("last-modified", modified)
    if str(event["uid"]) != guid(session):
        event[SESSION_PROPERTY] = vText(session)
