import hashlib
from functools import cache
from pathlib import Path

import pyshacl
import pytest
from graphs import only, read_graph
from hypothesis import given, settings
from programmes import EMPTY, FAILED, SEVERAL, datasets, files_of, forum
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SH, SKOS, XSD
from rdflib.term import Node

from pipeline.export import Dataset
from pipeline.export.catalogue import FILES, UNKNOWN_PUBLISHER

SPDX = Namespace("http://spdx.org/rdf/terms#")
SHAPES = Path(__file__).parent / "vendored" / "dcat-ap-3.0.0-shacl.jsonld"
BASE = "https://data.example/"
LICENCE = URIRef("https://www.etalab.gouv.fr/licence-ouverte-open-licence")
TOLD = forum().model_copy(
    update={"title": "Forum des rives", "place": "Lens", "organiser": "Fabrique", "licence": "etalab-2.0"}
)
DATED = TOLD.model_copy(update={"start_date": TOLD.sessions[0].date, "end_date": TOLD.sessions[0].date})
ALONE = Dataset((DATED,), base_url=BASE)


def graph_of(dataset: Dataset) -> Graph:
    return read_graph(files_of(dataset)["catalog.ttl"])


def the_dataset(graph: Graph) -> URIRef:
    (found,) = graph.subjects(RDF.type, DCAT.Dataset)
    assert isinstance(found, URIRef)
    return found


@cache
def shapes() -> Graph:
    return read_graph(SHAPES.read_bytes(), "json-ld")


def violations(graph: Graph) -> set[Node]:
    """The properties that the shapes of DCAT-AP 3 find wrong, when nothing is inferred."""
    conforms, results, _ = pyshacl.validate(graph, shacl_graph=shapes())
    found = set(results.objects(None, SH.resultPath))
    assert conforms == (not found)
    return found


@pytest.mark.parametrize("dataset", [EMPTY, SEVERAL, FAILED, ALONE], ids=["empty", "several", "failures", "told"])
def test_the_catalogue_has_the_shapes_of_dcat_ap_3(dataset: Dataset) -> None:
    assert violations(graph_of(dataset)) == set()


@given(datasets())
@settings(max_examples=5)
def test_the_catalogue_of_any_dataset_has_them(dataset: Dataset) -> None:
    assert violations(graph_of(dataset)) == set()


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (DCAT.Catalog, DCTERMS.publisher),
        (DCAT.Catalog, DCTERMS.title),
        (DCAT.Dataset, DCTERMS.description),
        (DCAT.Distribution, DCAT.accessURL),
        (SPDX.Checksum, SPDX.algorithm),
    ],
)
def test_the_shapes_see_what_is_missing(kind: URIRef, name: URIRef) -> None:
    graph = graph_of(ALONE)
    for subject in list(graph.subjects(RDF.type, kind)):
        graph.remove((subject, name, None))
    assert violations(graph) == {name}


def test_both_files_tell_the_same_graph() -> None:
    files = files_of(ALONE)
    assert isomorphic(read_graph(files["catalog.ttl"]), read_graph(files["catalog.jsonld"], "json-ld"))


def test_the_dataset_is_described_for_portals() -> None:
    graph = graph_of(ALONE)
    data = the_dataset(graph)
    assert only(graph, data, DCTERMS.identifier) == Literal("forum-des-rives-2024")
    assert only(graph, data, DCTERMS.title) == Literal("Programme : Forum des rives", lang="fr")
    assert {str(word) for word in graph.objects(data, DCAT.keyword)} >= {"agenda", "programme", "événement"}
    assert only(graph, data, DCTERMS.temporal, DCAT.startDate) == Literal("2024-05-14", datatype=XSD.date)
    assert only(graph, data, DCTERMS.temporal, DCAT.endDate) == Literal("2024-05-14", datatype=XSD.date)
    assert only(graph, data, DCTERMS.spatial, SKOS.prefLabel) == Literal("Lens", lang="fr")
    assert only(graph, data, DCTERMS.publisher, FOAF.name) == Literal("Fabrique")


def test_what_is_not_known_is_not_told() -> None:
    graph = graph_of(Dataset((forum(),)))
    data = the_dataset(graph)
    assert only(graph, data, DCTERMS.temporal) is None
    assert only(graph, data, DCTERMS.spatial) is None
    assert list(graph.subject_objects(DCTERMS.license)) == []
    assert only(graph, data, DCTERMS.publisher, FOAF.name) == Literal(UNKNOWN_PUBLISHER)


def test_every_other_file_is_a_distribution_with_its_size_and_hash() -> None:
    files = files_of(ALONE)
    graph = graph_of(ALONE)
    found = {}
    for one in graph.objects(the_dataset(graph), DCAT.distribution):
        path = str(only(graph, one, DCAT.downloadURL)).removeprefix(BASE)
        size, value = only(graph, one, DCAT.byteSize), only(graph, one, SPDX.checksum, SPDX.checksumValue)
        assert isinstance(size, Literal)
        assert isinstance(value, Literal)
        found[path] = (size.toPython(), str(value).lower())
        assert str(only(graph, one, DCTERMS.identifier)) == path
        assert only(graph, one, DCAT.accessURL) == only(graph, one, DCAT.downloadURL)
    assert found == {
        name: (len(content), hashlib.sha256(content).hexdigest())
        for name, content in files.items()
        if name not in (*FILES, "datapackage.json")
    }


def test_media_types_and_standards_are_named() -> None:
    graph = graph_of(ALONE)
    named = {
        str(only(graph, one, DCTERMS.identifier)): (
            str(only(graph, one, DCAT.mediaType)).removeprefix("https://www.iana.org/assignments/media-types/"),
            str(only(graph, one, DCTERMS.conformsTo)),
        )
        for one in graph.subjects(RDF.type, DCAT.Distribution)
    }
    assert named["sessions.csv"] == ("text/csv", "https://www.rfc-editor.org/rfc/rfc4180")
    assert named["parquet/sessions.parquet"][0] == "application/vnd.apache.parquet"
    assert named["evenements.ttl"] == ("text/turtle", "http://data.europa.eu/m8g/")
    assert named["agendas/forum-des-rives-2024/programme.ics"] == (
        "text/calendar",
        "https://www.rfc-editor.org/rfc/rfc5545",
    )


def test_the_licence_stands_on_each_distribution() -> None:
    graph = graph_of(ALONE)
    every = set(graph.subjects(RDF.type, DCAT.Distribution))
    assert set(graph.subjects(DCTERMS.license, LICENCE)) == every


def test_a_file_of_several_programmes_has_a_licence_only_if_all_have_it() -> None:
    silent = forum("muet")
    graph = graph_of(Dataset((DATED, silent), base_url=BASE))
    licensed = {str(only(graph, one, DCTERMS.identifier)) for one in graph.subjects(DCTERMS.license)}
    assert "programmes/forum-des-rives-2024.json" in licensed
    assert "agendas/forum-des-rives-2024/programme.ics" in licensed
    assert not any("muet" in name or name.endswith(".csv") for name in licensed)


def test_a_schema_is_of_all_programmes_even_where_one_has_its_name() -> None:
    licensed = forum("sessions").model_copy(update={"licence": "etalab-2.0"})
    graph = graph_of(Dataset((licensed, forum("muet"))))
    folders = {str(only(graph, one, DCTERMS.identifier)).split("/")[0] for one in graph.subjects(DCTERMS.license)}
    assert folders == {"agendas", "applications", "evenements", "programmes"}


@pytest.mark.parametrize("name", ["https://licence.example/libre", "Licence de la ville"])
def test_a_licence_may_be_an_address_or_a_name(name: str) -> None:
    graph = graph_of(Dataset((DATED.model_copy(update={"licence": name}),)))
    (found,) = {str(only(graph, one, DCTERMS.license, DCTERMS.title)) for one in graph.subjects(DCTERMS.license)}
    assert found == name
    if "://" in name:
        assert set(graph.objects(None, DCTERMS.license)) == {URIRef(name)}
    assert violations(graph) == set()


def test_the_identifier_of_several_programmes_is_that_of_the_package() -> None:
    graph = graph_of(SEVERAL)
    assert only(graph, the_dataset(graph), DCTERMS.identifier) == Literal("programmes-evenements")
