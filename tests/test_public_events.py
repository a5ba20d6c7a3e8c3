import datetime as dt

from graphs import follow, only, read_graph
from hypothesis import given, settings
from programmes import EMPTY, SEVERAL, datasets, forum
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, RDF, SKOS, TIME

from pipeline.export import Dataset
from pipeline.export.public_events import write_public_events
from pipeline.programme import Status

CV = Namespace("http://data.europa.eu/m8g/")
LOCN = Namespace("http://www.w3.org/ns/locn#")
BASE = "https://data.example/"


def graph_of(dataset: Dataset) -> Graph:
    return read_graph(write_public_events(dataset._replace(base_url=BASE))["evenements.ttl"].read())


def node(identifier: str) -> URIRef:
    return URIRef(f"{BASE}#{identifier}")


TALK = node("forum-des-rives-2024-a")


def test_a_session_is_a_public_event_of_its_programme() -> None:
    graph = graph_of(Dataset((forum(),)))
    assert (TALK, RDF.type, CV.PublicEvent) in graph
    assert only(graph, TALK, DCTERMS.title) == Literal("Habiter la rive", lang="fr")
    assert only(graph, TALK, CV.parentEvent) == node("forum-des-rives-2024")
    assert TALK in set(graph.objects(node("forum-des-rives-2024"), CV.subEvent))


def test_its_time_is_an_interval_of_instants() -> None:
    graph = graph_of(Dataset((forum(),)))
    begins, ends = (
        only(graph, TALK, TIME.hasTime, edge, TIME.inXSDDateTimeStamp) for edge in (TIME.hasBeginning, TIME.hasEnd)
    )
    zone = dt.timezone(dt.timedelta(hours=2))
    assert isinstance(begins, Literal)
    assert isinstance(ends, Literal)
    assert dt.datetime.fromisoformat(str(begins)) == dt.datetime(2024, 5, 14, 10, tzinfo=zone)
    assert dt.datetime.fromisoformat(str(ends)) == dt.datetime(2024, 5, 14, 11, 30, tzinfo=zone)


def test_who_takes_part_is_a_participation_with_a_role() -> None:
    graph = graph_of(Dataset((forum(),)))
    found = node("forum-des-rives-2024-a-1")
    assert found in set(graph.objects(TALK, CV.hasParticipation))
    assert only(graph, found, CV.role, SKOS.prefLabel) == Literal("intervention", lang="fr")
    assert only(graph, found, CV.hasParticipant, FOAF.name) == Literal("Léa Durand")
    assert only(graph, found, DCTERMS.description) == Literal("directrice", lang="fr")
    person = only(graph, found, CV.hasParticipant)
    assert {str(name) for name in follow(graph, person, ORG.memberOf, FOAF.name)} == {
        "Fabrique des rives",
        "Syndicat des digues",
    }


def test_a_body_takes_part_itself() -> None:
    graph = graph_of(Dataset((forum(),)))
    found = node("forum-des-rives-2024-b-1")
    assert [str(name) for name in follow(graph, found, CV.hasParticipant, FOAF.name)] == ["Atelier des marées"]
    assert only(graph, found, DCTERMS.description) == Literal("l'équipe", lang="fr")


def test_the_organiser_takes_part_in_the_programme() -> None:
    told = forum().model_copy(update={"organiser": "Fabrique", "place": "Lens"})
    graph = graph_of(Dataset((told,)))
    here = node("forum-des-rives-2024")
    assert only(graph, here, CV.hasParticipation, CV.hasParticipant, FOAF.name) == Literal("Fabrique")
    assert only(graph, here, CV.hasParticipation, CV.role, SKOS.prefLabel) == Literal("organisation", lang="fr")
    assert only(graph, TALK, LOCN.address, LOCN.fullAddress) == Literal("Lens", lang="fr")


def test_the_status_of_a_session_is_a_concept_with_its_name() -> None:
    head, *tail = forum().sessions
    told = forum().model_copy(update={"sessions": (head.model_copy(update={"status": Status.TENTATIVE}), *tail)})
    assert only(graph_of(Dataset((told,))), TALK, CV.eventStatus, SKOS.prefLabel) == Literal("provisoire", lang="fr")


def test_a_person_of_two_programmes_is_one_agent() -> None:
    graph = graph_of(SEVERAL)
    assert len(set(graph.subjects(FOAF.name, Literal("Léa Durand")))) == 1
    assert len(list(graph.subjects(RDF.type, FOAF.Person))) == 2


def test_no_programme_is_an_empty_graph() -> None:
    assert len(graph_of(EMPTY)) == 0


@given(datasets())
@settings(max_examples=20)
def test_sessions_and_participations_are_those_of_the_tables(dataset: Dataset) -> None:
    graph = graph_of(dataset)
    sessions = [session for each in dataset.programmes for session in each.sessions]
    interventions = [item for session in sessions for item in session.interventions]
    assert set(graph.subjects(CV.parentEvent)) == {node(session.session_id) for session in sessions}
    named = {found for found in graph.subjects(RDF.type, CV.Participation) if isinstance(found, URIRef)}
    assert named == {node(item.intervention_id) for item in interventions}
    assert all(follow(graph, found, CV.hasParticipant, FOAF.name) for found in named)
    assert all(only(graph, found, CV.role, SKOS.prefLabel) for found in named)
