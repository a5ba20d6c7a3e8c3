import html.parser
import json
from typing import Any

import pytest
from graphs import read_graph
from hypothesis import given, settings
from programmes import EMPTY, SEVERAL, datasets, forum
from rdflib import Namespace
from rdflib.namespace import RDF

from pipeline.export import Dataset
from pipeline.export.schema_org import join_events, write_schema_org
from pipeline.programme import Programme, Status

SDO = Namespace("https://schema.org/")


def files_of(dataset: Dataset) -> dict[str, bytes]:
    each = write_schema_org(dataset)
    return {**each, **{name: stream.read() for name, stream in join_events(dataset, each).items()}}


def event_of(programme: Programme) -> dict[str, Any]:
    (event,) = json.loads(files_of(Dataset((programme,)))["evenements.jsonld"])["@graph"]
    return dict(event)


def changed(**changes: Any) -> Programme:
    """The forum with another first session."""
    head, *tail = forum().sessions
    return forum().model_copy(update={"sessions": (head.model_copy(update=changes), *tail)})


def test_a_file_for_each_programme_and_one_for_all() -> None:
    files = files_of(SEVERAL)
    assert sorted(files) == [
        "evenements.jsonld",
        "evenements/forum-des-rives-2023.jsonld",
        "evenements/forum-des-rives-2024.jsonld",
    ]
    every = json.loads(files["evenements.jsonld"])["@graph"]
    each = [json.loads(content)["@graph"] for name, content in files.items() if name != "evenements.jsonld"]
    assert [[event] for event in every] == each


def test_a_document_without_session_is_no_event() -> None:
    nothing = forum().model_copy(update={"sessions": ()})
    for dataset in (EMPTY, Dataset((nothing,))):
        assert json.loads(files_of(dataset)["evenements.jsonld"])["@graph"] == []


def test_a_session_tells_when_where_and_who() -> None:
    event = event_of(changed(room="Salle 2", status=Status.CANCELLED, subtitle="Récits", format="table ronde"))
    talk = event["subEvent"][0]
    assert (talk["startDate"], talk["endDate"]) == ("2024-05-14T10:00:00+02:00", "2024-05-14T11:30:00+02:00")
    assert talk["description"] == "Récits\n\nUne rive recule.\nQue faire ?"
    assert talk["location"] == {"@type": "Place", "name": "Salle 2"}
    assert talk["eventStatus"] == "https://schema.org/EventCancelled"
    assert talk["keywords"] == ["table ronde"]
    assert [(one["name"], one["jobTitle"]) for one in talk["performer"]] == [
        ("Léa Durand", "directrice"),
        ("Omar Vasseur", "directrice"),
    ]
    assert [body["name"] for body in talk["performer"][0]["affiliation"]] == [
        "Fabrique des rives",
        "Syndicat des digues",
    ]
    assert talk["superEvent"] == {"@id": event["@id"]}


def test_a_body_without_person_is_an_organisation() -> None:
    (performer,) = event_of(forum())["subEvent"][1]["performer"]
    assert (performer["@type"], performer["name"]) == ("Organization", "l'équipe")
    assert [body["name"] for body in performer["parentOrganization"]] == ["Atelier des marées"]


def test_what_is_not_known_is_not_told() -> None:
    event = event_of(changed(date=None, begins=None, ends=None, status=Status.TENTATIVE))
    assert {"startDate", "location", "organizer"}.isdisjoint(event)
    assert {"startDate", "endDate", "location", "eventStatus"}.isdisjoint(event["subEvent"][0])


def test_place_and_organiser_of_the_sidecar_are_told() -> None:
    event = event_of(changed(room="Salle 2").model_copy(update={"place": "Lens", "organiser": "Fabrique"}))
    assert event["organizer"] == {"@type": "Organization", "name": "Fabrique"}
    assert event["subEvent"][0]["location"]["containedInPlace"] == {"@type": "Place", "name": "Lens"}


class Scripts(html.parser.HTMLParser):
    """What a browser finds inside and outside the scripts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, str | None]] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs).get("type")))

    def handle_data(self, data: str) -> None:
        self.inside += data


@pytest.mark.parametrize("title", ["</script><img src=x>", "<!-- <script>", "]]>", "a & b", "\u2028\u2029"])
def test_a_title_stays_text_inside_a_page(title: str) -> None:
    content = write_schema_org(Dataset((changed(title=title, readable_title=title),)))[
        "evenements/forum-des-rives-2024.jsonld"
    ]
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{content.decode()}</script>')
    page.close()
    assert page.tags == [("script", "application/ld+json")]
    assert json.loads(page.inside)["@graph"][0]["subEvent"][0]["name"] == title


@given(datasets())
@settings(max_examples=20)
def test_every_session_is_an_event_of_its_programme(dataset: Dataset) -> None:
    text = files_of(dataset)["evenements.jsonld"].decode()
    # The context of schema.org is on the web; this one means the same for what is asked here.
    local = text.replace('"@context": "https://schema.org"', f'"@context": {{"@vocab": "{SDO}"}}', 1)
    graph = read_graph(local.encode(), "json-ld")
    sessions = [session for each in dataset.programmes for session in each.sessions]
    assert len(set(graph.subjects(SDO.superEvent))) == len(sessions)
    assert set(graph.subjects(SDO.superEvent)) == set(graph.objects(None, SDO.subEvent))
    assert set(graph.subjects(SDO.superEvent)) <= set(graph.subjects(RDF.type, SDO.Event))
