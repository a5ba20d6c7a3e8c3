import datetime as dt
import logging
from typing import Any

import pytest
from hypothesis import given, settings
from icalendar import Calendar
from programmes import SEVERAL, datasets, forum

from pipeline.export import Dataset
from pipeline.export.addresses import guid
from pipeline.export.calendars import write_calendars
from pipeline.programme import Programme, Status


def calendars(*programmes: Programme, **changes: Any) -> dict[str, Any]:
    files = write_calendars(Dataset(programmes)._replace(**changes))
    return {name.removeprefix("agendas/"): read(content) for name, content in files.items()}


def read(content: bytes) -> Any:
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return calendar


def talk(**changes: Any) -> Any:
    """The event of the forum's first session, changed."""
    head, *tail = forum().sessions
    told = forum().model_copy(update={"sessions": (head.model_copy(update=changes), *tail)})
    (event,) = calendars(told)["forum-des-rives-2024/programme.ics"].events
    return event


def test_a_calendar_for_the_programme_and_one_for_each_day() -> None:
    head, workshop, lunch = forum().sessions
    next_day = workshop.model_copy(update={"date": dt.date(2024, 5, 15)})
    found = calendars(forum().model_copy(update={"sessions": (next_day, head, lunch)}))
    assert {name: [str(event["summary"]) for event in each.events] for name, each in found.items()} == {
        "forum-des-rives-2024/programme.ics": ["Habiter la rive", "Mesurer l'eau"],
        "forum-des-rives-2024/2024-05-14.ics": ["Habiter la rive"],
        "forum-des-rives-2024/2024-05-15.ics": ["Mesurer l'eau"],
    }


def test_a_session_is_an_event_on_the_clock_of_its_place() -> None:
    event = talk()
    assert event["dtstart"].dt.isoformat() == "2024-05-14T10:00:00+02:00"
    assert event["dtend"].dt.isoformat() == "2024-05-14T11:30:00+02:00"
    assert event["dtstart"].params["tzid"] == "Europe/Paris"


@pytest.mark.parametrize("zone", ["Europe/Paris", "Indian/Reunion", "America/Guadeloupe"])
def test_the_time_zone_is_in_the_calendar(zone: str) -> None:
    (first, *_) = calendars(forum().model_copy(update={"timezone": zone})).values()
    assert [str(each["tzid"]) for each in first.timezones] == [zone]
    assert first.get_missing_tzids() == set()


def test_the_uid_is_made_from_the_session_and_the_stamp_from_the_first_day() -> None:
    event = talk()
    assert str(event["uid"]) == guid("forum-des-rives-2024-a")
    assert event["dtstamp"].dt == dt.datetime(2024, 5, 14, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("status", "expected"),
    [(Status.ANNOUNCED, "CONFIRMED"), (Status.TENTATIVE, "TENTATIVE"), (Status.CANCELLED, "CANCELLED")],
)
def test_the_status_is_that_of_the_session(status: Status, expected: str) -> None:
    assert str(talk(status=status)["status"]) == expected


def test_an_hour_that_is_not_printed_makes_an_event_of_the_whole_day() -> None:
    event = talk(start=None, end=None, begins=None, ends=None)
    assert event["dtstart"].dt == dt.date(2024, 5, 14)
    assert "dtend" not in event


def test_an_end_that_is_not_printed_is_not_made_up() -> None:
    assert "dtend" not in talk(ends=None)


def test_what_people_do_stands_in_the_description() -> None:
    text = str(talk(subtitle="Récits")["description"])
    assert text.startswith(
        "Récits\n\nUne rive recule.\nQue faire ?\n\nIntervention : Léa Durand (directrice, Fabrique"
    )


def test_room_and_place_are_the_location() -> None:
    assert str(talk(room="Salle 2")["location"]) == "Salle 2"
    assert "location" not in talk()


def test_an_event_has_an_address_only_when_there_is_one() -> None:
    assert "url" not in talk()
    (first, *_) = calendars(forum(), base_url="https://data.example/").values()
    assert str(first.events[0]["url"]) == "https://data.example/#forum-des-rives-2024-a"


def test_lines_are_short_and_end_with_crlf() -> None:
    for content in write_calendars(SEVERAL).values():
        lines = content.split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert not any(b"\n" in line for line in lines)


def test_a_programme_without_day_has_no_calendar_and_the_reason_is_told(caplog: pytest.LogCaptureFixture) -> None:
    head, *_ = forum().sessions
    undated = head.model_copy(update={"date": None, "begins": None, "ends": None})
    with caplog.at_level(logging.WARNING):
        assert calendars(forum().model_copy(update={"sessions": (undated,)})) == {}
    assert caplog.messages == ["forum-des-rives-2024.pdf: no calendar is written: no day was read."]


@given(datasets())
@settings(max_examples=25)
def test_every_dated_session_is_one_event_with_its_title(dataset: Dataset) -> None:
    files = write_calendars(dataset)
    for programme in dataset.programmes:
        dated = {guid(each.session_id): each for each in programme.sessions if each.date}
        own = {name: read(content) for name, content in files.items() if f"/{programme.programme_id}/" in name}
        whole = own.pop(f"agendas/{programme.programme_id}/programme.ics", None)
        events = whole.events if whole else []
        assert sorted(str(event["uid"]) for event in events) == sorted(dated)
        assert sorted(str(event["uid"]) for each in own.values() for event in each.events) == sorted(dated)
        for event in events:
            day = event["dtstart"].dt
            assert (day.date() if isinstance(day, dt.datetime) else day) == dated[str(event["uid"])].date
