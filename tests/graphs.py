"""RDF graphs read from what is published."""

import warnings
from typing import Any

from rdflib import Graph
from rdflib.term import Node, URIRef


def read_graph(content: bytes, form: str = "turtle") -> Graph:
    """The graph of a file, `turtle` or `json-ld`. The reader of JSON-LD calls what its own library has deprecated."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return Graph().parse(data=content, format=form)


def follow(graph: Graph, start: Node, *path: URIRef) -> list[Any]:
    """What stands at the end of a path of properties; each once, in no order."""
    found: set[Node] = {start}
    for step in path:
        found = {value for node in found for value in graph.objects(node, step)}
    return list(found)


def only(graph: Graph, start: Node, *path: URIRef) -> Any:
    """The only value at the end of a path, or nothing."""
    values = follow(graph, start, *path)
    assert len(values) < 2, values
    return values[0] if values else None
