"""The committed dataset as its readers see it: the same sessions and people in every format, files as described."""

import csv
import hashlib
import json
from typing import Any

import pytest
from graphs import only, read_graph
from icalendar import Calendar
from lxml import etree
from rdflib import Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF
from runs import ROOT

from pipeline.export.addresses import UNKNOWN_BASE, guid

CV = Namespace("http://data.europa.eu/m8g/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
DATASET = ROOT / "processed"


def rows(table: str) -> list[dict[str, str]]:
    with (DATASET / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sessions_of(programme: str) -> list[dict[str, str]]:
    return [row for row in rows("sessions") if row["programme_id"] == programme]


def instant(event: Any, name: str) -> str:
    return str(event[name].dt.isoformat()) if name in event else ""


SAMPLES = [row["programme_id"] for row in rows("programmes")]


@pytest.mark.parametrize("programme", SAMPLES)
def test_icalendar_reads_every_session_with_its_day_and_hours(programme: str) -> None:
    calendar = Calendar.from_ical((DATASET / "agendas" / programme / "programme.ics").read_bytes())
    events: list[Any] = list(calendar.walk("VEVENT"))
    found = {(str(each["uid"]), instant(each, "dtstart"), instant(each, "dtend")) for each in events}
    assert found == {(guid(row["session_id"]), row["debut"], row["fin"]) for row in sessions_of(programme)}


@pytest.mark.parametrize("programme", SAMPLES)
def test_lxml_reads_every_session_that_has_an_hour(programme: str) -> None:
    root = etree.parse(DATASET / "applications" / programme / "schedule.xml").getroot()
    found = {(event.get("guid"), event.findtext("date"), event.findtext("title")) for event in root.iter("event")}
    timed = [row for row in sessions_of(programme) if row["debut"]]
    assert found == {(guid(row["session_id"]), row["debut"], row["titre_lisible"]) for row in timed}


def test_rdflib_reads_every_session_and_participation() -> None:
    graph = read_graph((DATASET / "evenements.ttl").read_bytes())
    assert {str(only(graph, found, DCTERMS.identifier)) for found in graph.subjects(CV.parentEvent)} == {
        row["session_id"] for row in rows("sessions")
    }
    named = {found for found in graph.subjects(RDF.type, CV.Participation) if isinstance(found, URIRef)}
    assert {str(only(graph, found, DCTERMS.identifier)) for found in named} == {
        row["intervention_id"] for row in rows("interventions")
    }


def test_search_engines_read_every_session_and_who_takes_part() -> None:
    events = json.loads((DATASET / "evenements.jsonld").read_bytes())["@graph"]
    sessions = [session for event in events for session in event["subEvent"]]
    assert {session["identifier"] for session in sessions} == {row["session_id"] for row in rows("sessions")}
    people = [one["name"] for session in sessions for one in session.get("performer", ())]
    assert sorted(people) == sorted(row["nom"] or row["collectif"] for row in rows("interventions"))


def test_a_harvester_finds_each_file_as_the_catalogue_says() -> None:
    graph = read_graph((DATASET / "catalog.ttl").read_bytes())
    distributions = list(graph.subjects(RDF.type, DCAT.Distribution))
    assert len(distributions) > len(rows("programmes"))
    for found in distributions:
        content = (DATASET / str(only(graph, found, DCAT.downloadURL)).removeprefix(UNKNOWN_BASE)).read_bytes()
        assert only(graph, found, DCAT.byteSize).toPython() == len(content)
        assert only(graph, found, SPDX.checksum, SPDX.checksumValue).toPython() == hashlib.sha256(content).digest()
