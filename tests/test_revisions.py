"""Calendars of an edition that follows another: UID, SEQUENCE and LAST-MODIFIED of its events."""

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from command import SAMPLE, call
from editions import edition, editions, item
from hypothesis import given, settings
from icalendar import Calendar
from runs import files_in

from pipeline.errors import DatasetError
from pipeline.export import Dataset, write_dataset
from pipeline.export.addresses import guid
from pipeline.export.calendars import write_calendars
from pipeline.export.nested import write_programmes
from pipeline.export.revisions import follow_sessions, read_previous
from pipeline.programme import Programme, Session

MARCH, APRIL, MAY = dt.date(2024, 3, 1), dt.date(2024, 4, 1), dt.date(2024, 5, 1)
RIVE, LATER, LUNCH = item("Habiter la rive"), item("Habiter la rive", "11:00"), item("Déjeuner", "12:00")


class Event(NamedTuple):
    """What an event says of its revision."""

    uid: str
    sequence: int | None
    modified: dt.date | None


def events_in(files: dict[str, bytes]) -> dict[str, Event]:
    """The events of all calendars of whole programmes, by title and hour."""
    found = {}
    for name, content in files.items():
        calendar: Any = Calendar.from_ical(content)
        for event in calendar.events if name.endswith("programme.ics") else ():
            modified = event["last-modified"].dt.date() if "last-modified" in event else None
            start = event["dtstart"].dt
            key = f"{event['summary']} {start:%H:%M}" if isinstance(start, dt.datetime) else str(event["summary"])
            found[key] = Event(str(event["uid"]), event.get("sequence"), modified)
    return found


def publish(folder: Path, programme: Programme, previous: Path | None = None, base: str | None = None) -> Path:
    """Write JSON and calendars of an edition, which are what the next one reads."""
    before = follow_sessions(read_previous(previous), [programme]) if previous else None
    dataset = Dataset((programme,), previous=before)
    dataset = dataset._replace(base_url=base) if base else dataset
    for name, content in {**write_programmes(dataset), **write_calendars(dataset)}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def events_of(folder: Path) -> dict[str, Event]:
    return events_in({name: content for name, content in files_in(folder).items() if name.endswith(".ics")})


def dated(day: dt.date | None, *items: Session, **changes: Any) -> Programme:
    return edition(*items, document_date=day, **changes)


def test_without_an_edition_before_nothing_is_said_of_revisions(tmp_path: Path) -> None:
    first = publish(tmp_path / "1", dated(MARCH, RIVE))
    assert events_of(first) == {"Habiter la rive 10:00": Event(guid(RIVE.session_id), None, None)}


def test_what_moved_keeps_its_uid_and_raises_its_sequence(tmp_path: Path) -> None:
    first = publish(tmp_path / "1", dated(MARCH, RIVE, LUNCH))
    second = publish(tmp_path / "2", dated(APRIL, LATER, LUNCH), first)
    assert events_of(second) == {
        "Habiter la rive 11:00": Event(guid(RIVE.session_id), 1, APRIL),
        "Déjeuner 12:00": Event(guid(LUNCH.session_id), 0, None),
    }


def test_over_three_editions_uid_sequence_and_time_of_change_go_on(tmp_path: Path) -> None:
    first = publish(tmp_path / "1", dated(MARCH, RIVE, LUNCH))
    second = publish(tmp_path / "2", dated(APRIL, LATER, LUNCH), first)
    latest = item("Habiter les rives", "15:00")
    third = publish(tmp_path / "3", dated(MAY, latest, LUNCH), second)
    assert events_of(third)["Habiter les rives 15:00"] == Event(guid(RIVE.session_id), 2, MAY)
    fourth = publish(tmp_path / "4", dated(dt.date(2024, 6, 1), latest, LUNCH), third)
    assert events_of(fourth) == events_of(third)


def test_a_new_event_begins_at_zero_with_the_day_of_its_document(tmp_path: Path) -> None:
    first = publish(tmp_path / "1", dated(MARCH, RIVE))
    second = publish(tmp_path / "2", dated(APRIL, RIVE, LUNCH), first)
    assert events_of(second)["Déjeuner 12:00"] == Event(guid(LUNCH.session_id), 0, APRIL)


def test_what_stands_where_a_moved_session_stood_gets_a_uid_of_its_own(tmp_path: Path) -> None:
    first = publish(tmp_path / "1", dated(MARCH, RIVE))
    second = publish(tmp_path / "2", dated(APRIL, LATER), first)
    third = publish(tmp_path / "3", dated(MAY, RIVE, LATER), second)
    fourth = publish(tmp_path / "4", dated(MAY, RIVE, LATER), third)
    found = events_of(third)
    assert found["Habiter la rive 11:00"] == Event(guid(RIVE.session_id), 1, APRIL)
    assert found["Habiter la rive 10:00"].uid != guid(RIVE.session_id)
    assert events_of(fourth) == found


def test_a_file_with_another_name_keeps_the_uids(tmp_path: Path) -> None:
    first = publish(tmp_path / "1", dated(MARCH, RIVE, LUNCH))
    second = publish(tmp_path / "2", dated(APRIL, RIVE, LUNCH, identifier="forum-v2"), first)
    assert {event.uid for event in events_of(second).values()} == {event.uid for event in events_of(first).values()}
    assert {event.sequence for event in events_of(second).values()} == {0}


def test_another_address_or_another_first_day_is_no_change_of_an_event(tmp_path: Path) -> None:
    first = publish(tmp_path / "1", dated(MARCH, RIVE))
    day_before = item("Accueil", "09:00", day=dt.date(2024, 5, 13))
    second = publish(tmp_path / "2", dated(APRIL, day_before, RIVE), first, "https://data.example/")
    assert events_of(second)["Habiter la rive 10:00"].sequence == 0


def test_people_and_status_are_a_change_of_an_event(tmp_path: Path) -> None:
    first = publish(tmp_path / "1", dated(MARCH, RIVE))
    second = publish(tmp_path / "2", dated(APRIL, item("Habiter la rive", "10:00", "Léa Durand")), first)
    assert events_of(second)["Habiter la rive 10:00"][1:] == (1, APRIL)


def test_a_change_in_a_document_without_date_has_no_time(tmp_path: Path) -> None:
    first = publish(tmp_path / "1", dated(MARCH, RIVE))
    second = publish(tmp_path / "2", dated(None, LATER), first)
    assert events_of(second)["Habiter la rive 11:00"][1:] == (1, None)


def test_the_time_of_change_does_not_go_back(tmp_path: Path) -> None:
    first = publish(tmp_path / "1", dated(MARCH, RIVE))
    second = publish(tmp_path / "2", dated(MAY, LATER), first)
    third = publish(tmp_path / "3", dated(APRIL, RIVE), second)
    assert events_of(third)["Habiter la rive 10:00"] == Event(guid(RIVE.session_id), 2, MAY)


@pytest.mark.parametrize(
    ("found", "left"), [(b"UID:", b"X-UID:"), (b"SEQUENCE:0", b"SEQUENCE:one"), (b"SUMMARY:", b"SUMMARY:\xff")]
)
def test_a_calendar_that_cannot_be_read_is_refused(tmp_path: Path, found: bytes, left: bytes) -> None:
    first = publish(tmp_path / "1", dated(MARCH, RIVE))
    second = publish(tmp_path / "2", dated(APRIL, RIVE), first)
    (path,) = second.glob("agendas/*/programme.ics")
    path.write_bytes(path.read_bytes().replace(found, left))
    with pytest.raises(DatasetError, match=r"programme\.ics: not a calendar"):
        read_previous(second)


@given(editions, editions)
@settings(max_examples=25)
def test_uids_are_unique_and_an_edition_that_follows_itself_stays(old: Programme, new: Programme) -> None:
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        first = publish(top / "1", old)
        second = publish(top / "2", new.model_copy(update={"document_date": APRIL}), first)
        third = publish(top / "3", new.model_copy(update={"document_date": MAY}), second)
        for content in second.glob("agendas/*/programme.ics"):
            events: Any = Calendar.from_ical(content.read_bytes())
            uids = [str(event["uid"]) for event in events.events]
            assert len(set(uids)) == len(uids)
        calendars = [{k: v for k, v in files_in(each).items() if k.endswith(".ics")} for each in (second, third)]
        assert calendars[0] == calendars[1]


def test_a_run_follows_the_edition_it_replaces(tmp_path: Path) -> None:
    out = tmp_path / "processed"
    write_dataset(Dataset(()), out)
    arguments = ("run", SAMPLE, "--out", out, "--tagger", "none", "--previous", out)
    assert call(*arguments).code == 0
    first = files_in(out)
    assert {event[1:] for event in events_of(out).values()} == {(0, dt.date(2000, 1, 1))}
    assert call(*arguments).code == 0
    assert files_in(out) == first


def test_an_edition_before_that_is_none_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    called = call("run", tmp_path / "absent.pdf", "--previous", tmp_path / "none")
    assert called.code == DatasetError.exit_code
