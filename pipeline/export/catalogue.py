"""The catalogue of the dataset folder: DCAT-AP 3, in Turtle and JSON-LD, for the harvesters of data portals.

It is made from what the descriptor says too, name, size, type and hash of each file, and from what the programmes say
of themselves. The descriptor, which is written later and holds the hash of the catalogue, is not in it. A harvester
takes the addresses as they are: publish with the base address of the folder.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pipeline.export.addresses import address_of_file
from pipeline.export.datapackage import describe_files
from pipeline.export.linked_data import Node, phrase, refer, typed, write_jsonld, write_turtle
from pipeline.export.public_events import LANGUAGES
from pipeline.export.tables import Dataset, arrange_heads
from pipeline.export.written import Files
from pipeline.licences import find_licence
from pipeline.programme import Programme

FILES = ("catalog.ttl", "catalog.jsonld")
# A catalogue must have a publisher; where the programmes name none, or several, it says that none is known.
UNKNOWN_PUBLISHER = "Éditeur non précisé"
_KEYWORDS = ("agenda", "événement", "intervenants", "programme")

_AUTHORITY = "http://publications.europa.eu/resource/authority"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types"
_IRREGULAR = f"{_AUTHORITY}/frequency/IRREG"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
# The European list of file types, for the kinds of files it has.
_FILE_TYPES = {
    "csv": "CSV",
    "json": "JSON",
    "jsonld": "JSON_LD",
    "parquet": "PARQUET",
    "ttl": "RDF_TURTLE",
    "xlsx": "XLSX",
    "xml": "XML",
}
_PACKAGE = "https://datapackage.org/standard/data-package/"
# What a file is and which standard it follows, by the beginning and the end of its path.
_KINDS = (
    ("", ".csv", "Table", "https://www.rfc-editor.org/rfc/rfc4180"),
    ("parquet/", ".parquet", "Table Parquet", "https://parquet.apache.org/docs/file-format/"),
    ("", ".sqlite", "Base SQLite", "https://www.sqlite.org/fileformat2.html"),
    ("", ".xlsx", "Classeur Excel", "https://ecma-international.org/publications-and-standards/standards/ecma-376/"),
    ("LISEZMOI", ".md", "Carte du jeu de données", "https://www.rfc-editor.org/rfc/rfc7763"),
    ("NOTICE", ".md", "Notice sur les données personnelles", "https://www.rfc-editor.org/rfc/rfc7763"),
    ("REGISTRE", ".md", "Fiche de registre", "https://www.rfc-editor.org/rfc/rfc7763"),
    ("csv-metadata", ".json", "Description CSVW", "https://www.w3.org/TR/tabular-metadata/"),
    ("schemas/", ".tableschema.json", "Schéma de table", "https://datapackage.org/standard/table-schema/"),
    ("schemas/", ".jsonschema.json", "Schéma JSON", "https://json-schema.org/draft/2020-12/schema"),
    ("agendas/", ".ics", "Agenda iCalendar", "https://www.rfc-editor.org/rfc/rfc5545"),
    ("applications/", "", "Programme pour applications de conférence", "https://c3voc.de/wiki/schedule"),
    ("evenements", ".jsonld", "Événements schema.org", "https://schema.org/"),
    ("evenements", ".ttl", "Événements CPEV", "http://data.europa.eu/m8g/"),
)
# The folders whose files are about one programme each.
_OF_ONE = frozenset({"agendas", "applications", "evenements", "programmes"})


def write_catalogue(dataset: Dataset, files: Files) -> dict[str, bytes]:
    """`catalog.ttl` and `catalog.jsonld`: one graph, `files` as distributions of one dataset."""
    nodes = list(_nodes(dataset, describe_files(dataset, files)))
    return dict(zip(FILES, (write_turtle(nodes), write_jsonld(nodes)), strict=True))


def _nodes(dataset: Dataset, descriptor: Mapping[str, Any]) -> Iterator[Node]:
    programmes = arrange_heads(dataset)
    here = address_of_file(dataset.base_url, FILES[0])
    title, resources = _title(programmes, descriptor), descriptor["resources"]
    licences = _Licences(programmes)
    distributions = [_distribution(each, licences, dataset.base_url) for each in resources]
    yield {
        "@id": f"{here}#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": phrase(str(descriptor["title"])),
        "dct:description": phrase(descriptor["description"]),
        "dct:publisher": refer(f"{here}#editeur"),
        "dct:language": refer(LANGUAGES["fr"]),
        "dcat:dataset": refer(f"{here}#donnees"),
    }
    organisers = {programme.organiser for programme in programmes}
    publisher = organisers.pop() if len(organisers) == 1 else None
    yield {"@id": f"{here}#editeur", "@type": "foaf:Agent", "foaf:name": publisher or UNKNOWN_PUBLISHER}
    yield {
        **_dataset(programmes, _formats(dataset), descriptor),
        "@id": f"{here}#donnees",
        "dct:title": phrase(title),
        "dct:publisher": refer(f"{here}#editeur"),
        "dcat:distribution": [refer(each["@id"]) for each in distributions],
    }
    yield from distributions
    yield from _external(distributions, programmes)


def _title(programmes: list[Programme], descriptor: Mapping[str, Any]) -> str:
    """The title of the event when there is one, else that of the package."""
    if len(programmes) == 1:
        return f"Programme : {programmes[0].title or programmes[0].programme_id}"
    return str(descriptor["title"])


def _formats(dataset: Dataset) -> set[str]:
    return {session.format for each in dataset.programmes for session in each.sessions if session.format}


def _dataset(programmes: list[Programme], formats: set[str], descriptor: Mapping[str, Any]) -> Node:
    titles = [each.title for each in programmes if each.title]
    days = [day for each in programmes for day in (each.start_date, each.end_date) if day]
    places = sorted({each.place for each in programmes if each.place})
    period: Node | None = None
    if days:
        period = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": typed(min(days).isoformat(), "xsd:date"),
            "dcat:endDate": typed(max(days).isoformat(), "xsd:date"),
        }
    events = f" Événements : {', '.join(titles)}." if titles else ""
    return {
        "@type": "dcat:Dataset",
        "dct:identifier": programmes[0].programme_id if len(programmes) == 1 else str(descriptor["name"]),
        "dct:description": phrase(f"{descriptor['description']}{events}"),
        "dcat:keyword": [phrase(word) for word in sorted({*_KEYWORDS, *formats})],
        "dct:language": [refer(each) for each in _languages(programmes)],
        "dct:accrualPeriodicity": refer(_IRREGULAR),
        "dct:conformsTo": refer(_PACKAGE),
        "dct:temporal": period,
        "dct:spatial": [{"@type": "dct:Location", "skos:prefLabel": phrase(place)} for place in places],
    }


def _distribution(resource: Mapping[str, Any], licences: "_Licences", base: str) -> Node:
    path, form = str(resource["path"]), str(resource["format"]).lower()
    address = refer(address_of_file(base, path))
    file_type = _FILE_TYPES.get(form)
    kinds = [kind for kind in _KINDS if path.startswith(kind[0]) and path.endswith(kind[1])]
    # A kind of file that has no name in the list is told by a label, which portals read as well.
    unnamed = {"@type": "dct:MediaTypeOrExtent", "rdfs:label": form}
    return {
        "@id": f"{address_of_file(base, FILES[0])}#{address_of_file('', path)}",
        "@type": "dcat:Distribution",
        "dct:identifier": path,
        "dct:title": phrase(resource.get("title") or " : ".join([*(kind[2] for kind in kinds), path])),
        "dct:description": phrase(resource.get("description")),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dct:license": licences.of(path),
        "dct:format": refer(f"{_AUTHORITY}/file-type/{file_type}") if file_type else unnamed,
        "dcat:mediaType": refer(f"{_MEDIA_TYPES}/{resource['mediatype']}"),
        "dcat:byteSize": typed(resource["bytes"], "xsd:nonNegativeInteger"),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": refer(_SHA256),
            # Capitals are the canonical form of the type: libraries that tidy values leave it as it is.
            "spdx:checksumValue": typed(resource["hash"].removeprefix("sha256:").upper(), "xsd:hexBinary"),
        },
        "dct:conformsTo": [refer(kind[3]) for kind in kinds],
    }


class _Licences:
    """The licence of each programme, and that of all of them."""

    def __init__(self, programmes: list[Programme]) -> None:
        self._of_one = {each.programme_id: _licence([each]) for each in programmes}
        self._of_all = _licence(programmes)

    def of(self, path: str) -> Node | None:
        """That of a file: of one programme in a folder for such files, whose second part names it; else of all."""
        folder, _, rest = path.partition("/")
        name = rest.split("/")[0].split(".")[0] if folder in _OF_ONE else ""
        return self._of_one.get(name, self._of_all)


def _licence(programmes: list[Programme]) -> Node | None:
    """The licence that all these programmes have; nothing when one of them has none, or another."""
    names = {programme.licence for programme in programmes}
    name = names.pop() if len(names) == 1 else None
    if not name:
        return None
    known = find_licence(name)
    address = name if "://" in name else known and known.address
    return refer(address) if address else {"@type": "dct:LicenseDocument", "dct:title": phrase(name)}


def _languages(programmes: list[Programme]) -> list[str]:
    return sorted({LANGUAGES[each.language] for each in programmes if each.language in LANGUAGES})


def _external(distributions: Iterable[Node], programmes: list[Programme]) -> Iterator[Node]:
    """What the graph refers to elsewhere, each with its class: validators ask for it and do not look it up."""
    named = {_IRREGULAR: "dct:Frequency", _PACKAGE: "dct:Standard", _SHA256: "spdx:ChecksumAlgorithm"}
    named |= dict.fromkeys([LANGUAGES["fr"], *_languages(programmes)], "dct:LinguisticSystem")
    titles: dict[str, str] = {}
    for programme in programmes:
        licence = _licence([programme])
        if licence and "@id" in licence:
            titles[licence["@id"]] = str(programme.licence)
    classes = {
        "dct:license": "dct:LicenseDocument",
        "dct:format": "dct:MediaTypeOrExtent",
        "dcat:mediaType": "dct:MediaType",
        "dct:conformsTo": "dct:Standard",
        "dcat:downloadURL": "rdfs:Resource",
    }
    for distribution in distributions:
        for key, kind in classes.items():
            values = distribution[key] if isinstance(distribution[key], list) else [distribution[key]]
            named |= {value["@id"]: kind for value in values if value and "@id" in value}
    for address, kind in sorted(named.items()):
        yield {"@id": address, "@type": kind, "dct:title": titles.get(address)}
