import datetime as dt
import json
import logging
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from lxml import etree
from programmes import HOSTILE, PARIS, datasets, forum

from pipeline.export import Dataset
from pipeline.export.addresses import guid, number_records
from pipeline.export.conference_apps import write_schedules
from pipeline.programme import Programme, Session, Status

SCHEMAS = Path(__file__).parent / "schemas"
XSD = etree.XMLSchema(etree.parse(SCHEMAS / "schedule.xsd"))
JSON_SCHEMA = jsonschema.Draft202012Validator(
    json.loads((SCHEMAS / "schedule.schema.json").read_text(encoding="utf-8")),
    format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
)


def changed(**changes: Any) -> Programme:
    """The forum with another first session."""
    head, *tail = forum().sessions
    return forum().model_copy(update={"sessions": (head.model_copy(update=changes), *tail)})


def both(programme: Programme, **changes: Any) -> tuple[dict[str, Any], etree._Element]:
    """The two files of a programme."""
    files = write_schedules(Dataset((programme,))._replace(**changes))
    folder = f"applications/{programme.programme_id}"
    return json.loads(files[f"{folder}/schedule.json"]), etree.fromstring(files[f"{folder}/schedule.xml"])


def events_of(document: dict[str, Any]) -> list[dict[str, Any]]:
    days = document["schedule"]["conference"]["days"]
    return [event for day in days for events in day["rooms"].values() for event in events]


def one_event(programme: Programme, **changes: Any) -> dict[str, Any]:
    (event,) = events_of(both(programme, **changes)[0])
    return event


def moved(session: Session, identifier: str, begins: dt.datetime, **changes: Any) -> Session:
    return session.model_copy(
        update={"session_id": identifier, "date": begins.date(), "begins": begins, "ends": None, **changes}
    )


def test_an_event_has_all_that_the_session_tells() -> None:
    event = one_event(changed(room="Salle 2", subtitle="Récits", track="Eau", format="table ronde"))
    assert (event["date"], event["start"], event["duration"]) == ("2024-05-14T10:00:00+02:00", "10:00", "01:30")
    assert (event["title"], event["subtitle"], event["track"]) == ("Habiter la rive", "Récits", "Eau")
    assert (event["room"], event["type"], event["language"]) == ("Salle 2", "table ronde", "fr")
    assert event["description"] == "Une rive recule.\nQue faire ?"
    assert event["persons"] == [{"name": "Léa Durand"}, {"name": "Omar Vasseur"}]


def test_number_and_guid_are_made_from_the_session() -> None:
    event = one_event(forum())
    assert event["guid"] == guid("forum-des-rives-2024-a")
    assert event["id"] == number_records(["forum-des-rives-2024-a"])["forum-des-rives-2024-a"]
    assert event["slug"] == f"forum_des_rives_2024-{event['id']}-habiter-la-rive"


def test_the_address_of_an_event_stands_below_the_base() -> None:
    assert one_event(forum())["url"] == "https://programmes.invalid/#forum-des-rives-2024-a"
    base = "https://data.example/forum/"
    assert one_event(forum(), base_url=base)["url"] == f"{base}#forum-des-rives-2024-a"


def test_an_end_that_is_not_printed_is_no_duration() -> None:
    assert one_event(changed(ends=None))["duration"] == "00:00"


def test_days_and_rooms_are_in_order() -> None:
    head, *_ = forum().sessions
    sessions = (
        moved(head, "p-3", dt.datetime(2024, 5, 15, 9, tzinfo=PARIS), room="B"),
        moved(head, "p-2", dt.datetime(2024, 5, 14, 9, tzinfo=PARIS), room="B"),
        moved(head, "p-1", dt.datetime(2024, 5, 14, 8, tzinfo=PARIS), room="A"),
        moved(head, "p-4", dt.datetime(2024, 5, 14, 7, tzinfo=PARIS), room="B"),
    )
    conference = both(forum().model_copy(update={"sessions": sessions}))[0]["schedule"]["conference"]
    first, second = conference["days"]
    assert [(day["index"], day["date"]) for day in (first, second)] == [(1, "2024-05-14"), (2, "2024-05-15")]
    assert {room: [event["start"] for event in events] for room, events in first["rooms"].items()} == {
        "A": ["08:00"],
        "B": ["07:00", "09:00"],
    }
    assert (list(first["rooms"]), list(second["rooms"])) == (["A", "B"], ["B"])
    assert (conference["start"], conference["end"], conference["daysCount"]) == ("2024-05-14", "2024-05-15", 2)
    assert first["day_start"] == "2024-05-14T07:00:00+02:00"
    assert [room["name"] for room in conference["rooms"]] == ["A", "B"]


def test_the_hours_are_those_of_the_place_whatever_the_offset_they_came_with() -> None:
    begins = dt.datetime(2024, 5, 14, 8, tzinfo=dt.UTC)
    assert one_event(changed(begins=begins, ends=None))["date"] == "2024-05-14T10:00:00+02:00"


def test_an_acronym_has_four_signs_at_least() -> None:
    told = changed().model_copy(update={"programme_id": "x-1"})
    assert both(told)[0]["schedule"]["conference"]["acronym"] == "x_1_"


def test_both_files_tell_the_same_events() -> None:
    document, root = both(changed(room="Salle 2"))
    lists = ("persons", "links", "attachments")
    found = [
        {
            "id": int(element.get("id")),
            "guid": element.get("guid"),
            **{child.tag: child.text or "" for child in element if child.tag not in lists},
            "persons": [{"name": person.text} for person in element.find("persons")],
        }
        for element in root.iter("event")
    ]
    told = [
        {key: value for key, value in event.items() if key not in ("links", "attachments")}
        for event in events_of(document)
    ]
    assert found == told
    assert root.findtext("conference/days") == "1"


@pytest.mark.parametrize("text", [*HOSTILE, "a\x0bb", "]]>", "<b>&amp;"])
def test_any_text_is_valid_in_both(text: str) -> None:
    document, root = both(changed(title=text, room=text, description=text).model_copy(update={"title": text}))
    XSD.assertValid(root)
    JSON_SCHEMA.validate(document)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"date": None, "begins": None, "ends": None}, "no day or no hour was read"),
        ({"begins": None, "ends": None}, "no day or no hour was read"),
        ({"status": Status.CANCELLED}, "cancelled"),
    ],
)
def test_a_programme_that_cannot_fill_it_has_none_and_the_reason_is_told(
    changes: dict[str, Any], reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    (head,) = changed(**changes).sessions[:1]
    with caplog.at_level(logging.WARNING):
        assert write_schedules(Dataset((forum().model_copy(update={"sessions": (head,)}),))) == {}
    assert caplog.messages == [f"forum-des-rives-2024.pdf: no conference schedule is written: {reason}."]


@given(datasets())
@settings(max_examples=30)
def test_every_schedule_is_valid_and_has_each_session_that_has_an_hour(dataset: Dataset) -> None:
    files = write_schedules(dataset)
    for programme in dataset.programmes:
        held = [each for each in programme.sessions if each.begins and each.status is not Status.CANCELLED]
        name = f"applications/{programme.programme_id}/schedule"
        assert (f"{name}.xml" in files) == (f"{name}.json" in files) == bool(held)
        if held:
            document, root = json.loads(files[f"{name}.json"]), etree.fromstring(files[f"{name}.xml"])
            XSD.assertValid(root)
            JSON_SCHEMA.validate(document)
            expected = sorted(guid(each.session_id) for each in held)
            assert sorted(event["guid"] for event in events_of(document)) == expected
            assert sorted(element.get("guid") for element in root.iter("event")) == expected


@pytest.mark.parametrize(("path", "value"), [("@id", "0"), ("@guid", "x"), ("url", "forum"), ("start", "25:00")])
def test_the_schema_would_see_a_wrong_value(path: str, value: str) -> None:
    _, root = both(forum())
    (event,) = root.iter("event")
    if path.startswith("@"):
        event.set(path[1:], value)
    else:
        event.find(path).text = value
    assert not XSD.validate(root)
