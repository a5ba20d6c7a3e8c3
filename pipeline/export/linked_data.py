"""Linked data as JSON-LD and as Turtle, both from the same nodes.

A node is a JSON-LD object whose keys are prefixed names: `{"@id": …, "@type": "dcat:Catalog", "dct:title": …}`. A
node without `@id` stands inside another and has no name. Turtle is written here and not by an RDF library: that takes
more time to load and to sort its triples than all other formats together. The tests read both back and compare them.
"""

import json
import re
import shutil
from collections.abc import Collection, Iterable, Mapping
from typing import IO, Any

from pipeline.aside import open_aside

Node = dict[str, Any]

_PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "org": "http://www.w3.org/ns/org#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# What an address may not hold between < and >.
_NOT_IN_ADDRESS = re.compile(r'[\x00-\x20<>"{}|\\^`]')
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f]')
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def refer(address: str) -> Node:
    """A node by its address alone."""
    return {"@id": _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", address)}


def phrase(text: str | None, language: str = "fr") -> Node | None:
    """A text in a language; nothing for no text."""
    return {"@value": text, "@language": language} if text else None


def typed(value: object, datatype: str) -> Node | None:
    """A value of a data type, such as `typed("2024-05-14", "xsd:date")`; nothing for no value."""
    return None if value is None else {"@value": str(value), "@type": datatype}


def write_jsonld(nodes: Iterable[Node]) -> bytes:
    """The nodes as one JSON-LD graph, in their order."""
    graph = [_filled(node) for node in nodes]
    document = {"@context": _used(set(_names(graph))), "@graph": graph}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def write_turtle(nodes: Iterable[Node]) -> bytes:
    """The nodes in Turtle, in their order."""
    return stream_turtle(nodes).read()


def stream_turtle(nodes: Iterable[Node]) -> IO[bytes]:
    """The nodes in Turtle as a stream: none is held longer than it takes to write it."""
    names: set[str] = set()
    body, whole = open_aside(), open_aside()
    for node in map(_filled, nodes):
        names.update(_names(node))
        body.write(_statements(node).encode("utf-8"))
    heads = (f"@prefix {prefix}: <{address}> .\n" for prefix, address in _used(names).items())
    whole.write("".join(heads).encode("utf-8"))
    body.seek(0)
    shutil.copyfileobj(body, whole)
    whole.seek(0)
    return whole


def _filled(node: Mapping[str, Any]) -> Node:
    """The node without the properties that have no value."""
    found: Node = {}
    for key, value in node.items():
        if isinstance(value, Mapping):
            found[key] = _filled(value)
        elif isinstance(value, (list, tuple)):
            found[key] = [_filled(each) if isinstance(each, Mapping) else each for each in value if each is not None]
        else:
            found[key] = value
    return {key: value for key, value in found.items() if value not in (None, [], "")}


def _used(names: Collection[str]) -> dict[str, str]:
    return {prefix: address for prefix, address in _PREFIXES.items() if prefix in names}


def _names(part: Any) -> Iterable[str]:
    """The prefixes of all keys, types and data types of a graph."""
    if isinstance(part, list):
        for each in part:
            yield from _names(each)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key == "@type":
                yield from (name.split(":")[0] for name in ([value] if isinstance(value, str) else value))
            elif not key.startswith("@"):
                yield key.split(":")[0]
                yield from _names(value)


def _statements(node: Node) -> str:
    return f"\n<{node['@id']}> {_properties(node, '    ')} .\n"


def _properties(node: Node, indent: str) -> str:
    parts = []
    for key, value in node.items():
        values = value if isinstance(value, list) else [value]
        if key == "@type":
            parts.append(f"a {', '.join(values)}")
        elif key != "@id":
            terms = [_term(each, f"{indent}    ") for each in values]
            # Several values stand one on a line, so that two editions can be compared line by line.
            separator = f",\n{indent}    "
            parts.append(f"{key} {separator.join(terms)}")
    return f" ;\n{indent}".join(parts)


def _term(value: str | Node, indent: str) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if "@language" in value:
        return f"{_quoted(value['@value'])}@{value['@language']}"
    if "@value" in value:
        return f"{_quoted(value['@value'])}^^{value['@type']}"
    if "@id" in value:
        return f"<{value['@id']}>"
    return f"[ {_properties(value, indent)} ]"


def _quoted(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"
