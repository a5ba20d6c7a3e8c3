from graphs import only, read_graph
from hypothesis import given, settings
from hypothesis import strategies as st
from programmes import words
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, XSD

from pipeline.export.linked_data import Node, phrase, refer, typed, write_jsonld, write_turtle

HERE = "https://a.example/#it"


def graphs(*nodes: Node) -> tuple[Graph, Graph]:
    return read_graph(write_turtle(nodes)), read_graph(write_jsonld(nodes), "json-ld")


@given(words.filter(bool), words.filter(bool))
@settings(max_examples=60)
def test_any_text_reads_back_the_same_from_both(plain: str, french: str) -> None:
    for graph in graphs({"@id": HERE, "dct:title": plain, "dct:description": phrase(french)}):
        assert only(graph, URIRef(HERE), DCTERMS.title) == Literal(plain)
        assert only(graph, URIRef(HERE), DCTERMS.description) == Literal(french, lang="fr")


def test_both_tell_the_same_graph() -> None:
    node: Node = {
        "@id": HERE,
        "@type": ["foaf:Agent", "org:Organization"],
        "dct:issued": typed("2024-05-14", "xsd:date"),
        "dct:relation": [refer("https://b.example/"), refer("https://c.example/")],
        "dct:temporal": {"@type": "dct:PeriodOfTime", "dct:spatial": {"@type": "dct:Location", "dct:title": "Lens"}},
    }
    turtle, jsonld = graphs(node)
    assert isomorphic(turtle, jsonld)
    assert len(turtle) == 10
    assert only(turtle, URIRef(HERE), DCTERMS.issued).datatype == XSD.date


def test_what_has_no_value_is_not_written() -> None:
    node: Node = {"@id": HERE, "@type": "foaf:Agent", "dct:title": None, "dct:subject": [None], "foaf:name": ""}
    assert [len(graph) for graph in graphs(node)] == [1, 1]


@given(st.text(st.characters(codec="utf-8"), max_size=20))
@settings(max_examples=60)
def test_no_sign_of_an_address_ends_it(tail: str) -> None:
    for graph in graphs({"@id": HERE, "dct:relation": refer(f"https://b.example/{tail}")}):
        assert len(graph) == 1


def test_only_prefixes_that_are_used_are_declared() -> None:
    text = write_turtle([{"@id": HERE, "dct:issued": typed("2024", "xsd:gYear")}]).decode()
    assert [line.split()[1] for line in text.splitlines() if line.startswith("@prefix")] == ["dct:", "xsd:"]
