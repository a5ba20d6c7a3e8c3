"""The descriptor of the dataset folder: a Data Package, version 2.

Its published form is specified at https://datapackage.org; a categorical column carries its values both as
`categories` and as `constraints.enum`, since readers know one or the other.
"""

import hashlib
import io
import json
from collections.abc import Iterable
from typing import Any

from pipeline.export.schema import Column, describe_columns
from pipeline.export.tables import Dataset
from pipeline.export.written import Files, open_file
from pipeline.programme import Programme
from pipeline.shelf import heads_of
from pipeline.tables import TABLES, Table

DESCRIPTOR = "datapackage.json"
PACKAGE_NAME = "programmes-evenements"
PACKAGE_TITLE = "Programmes d'événements"
PACKAGE_DESCRIPTION = "Sessions, horaires, intervenants et organisations lus dans des programmes d'événements."

_DIALECT = {"header": True, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}
_MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "ics": "text/calendar",
    "jsonld": "application/ld+json",
    "md": "text/markdown",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "ttl": "text/turtle",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}
# Formats whose files are no text. Written in capitals, which readers of files ignore and frictionless does not: it
# would take these for tables to be checked without their schema, and cannot check their size and hash.
_BINARY = {"parquet", "sqlite", "xlsx"}


def write_descriptor(dataset: Dataset, files: Files) -> dict[str, bytes]:
    """The descriptor of `files`, which were written from `dataset`."""
    descriptor = describe_files(dataset, files)
    return {DESCRIPTOR: (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode("utf-8")}


def describe_files(dataset: Dataset, files: Files) -> dict[str, Any]:
    """What the descriptor says of `files`, for other catalogues to say as well.

    The package has a licence only when every programme has one; each JSON file names its own.
    """
    descriptor = package_head()
    licences = [programme.licence for programme in heads_of(dataset.programmes)]
    if licences and all(licences):
        descriptor["licenses"] = _licences(licences)
    if dataset.programmes:
        descriptor["sources"] = [
            {"title": f"{programme.title} ({programme.file})" if programme.title else programme.file}
            for programme in sorted(heads_of(dataset.programmes), key=lambda programme: programme.programme_id)
        ]
    by_file = {f"programmes/{programme.programme_id}.json": programme for programme in heads_of(dataset.programmes)}
    names = [f"{name}.csv" for name in TABLES if f"{name}.csv" in files]
    names += sorted(set(files) - set(names))
    descriptor["resources"] = [_resource(name, files, by_file.get(name)) for name in names]
    return descriptor


def package_head() -> dict[str, Any]:
    """What every descriptor begins with."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": PACKAGE_NAME,
        "title": PACKAGE_TITLE,
        "description": PACKAGE_DESCRIPTION,
    }


def file_facts(path: str, size: int, sha256: str) -> dict[str, Any]:
    """What a descriptor tells of any file: its kind by its suffix, its bytes and their digest."""
    suffix = path.rpartition(".")[2]
    return {
        "path": path,
        "format": suffix.upper() if suffix in _BINARY else suffix,
        "mediatype": _MEDIA_TYPES[suffix],
        **({} if suffix in _BINARY else {"encoding": "utf-8"}),
        "bytes": size,
        "hash": f"sha256:{sha256}",
    }


def _licences(names: Iterable[str | None]) -> list[dict[str, str]]:
    found = sorted({name for name in names if name})
    return [{"path" if "://" in name else "name": name} for name in found]


def _resource(path: str, files: Files, programme: Programme | None) -> dict[str, Any]:
    stem = path.rpartition(".")[0]
    with open_file(files, path) as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        facts = file_facts(path, stream.seek(0, io.SEEK_END), digest)
    if path == f"{stem}.csv" and stem in TABLES:
        table = TABLES[stem]
        head = {"name": stem, "type": "table", "title": table.title, "description": table.description}
        return {**head, **facts, "dialect": _DIALECT, "schema": table_schema(table)}
    head = {"name": path.replace("/", "-")}
    if programme:
        head["title"] = programme.title or programme.programme_id
        if programme.licence:
            facts["licenses"] = _licences([programme.licence])
    return {**head, **facts}


def table_schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table: fields, missing values, keys.

    Example: `table_schema(TABLES["sessions"])["primaryKey"]` → `["session_id"]`.
    """
    schema: dict[str, Any] = {
        "fields": [_field(column, (column.name,) == table.key) for column in describe_columns(table)],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": target, "fields": list(TABLES[target].key)}}
            for column, target in table.references.items()
        ]
    return schema


def _field(column: Column, is_key: bool) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type}
    if column.type == "time":
        field["format"] = "%H:%M"
    field |= {"title": column.title, "description": column.description, "example": column.cell}
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if is_key:
        constraints["unique"] = True
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.choices:
        field["categories"] = list(column.choices)
        constraints["enum"] = list(column.choices)
    if constraints:
        field["constraints"] = constraints
    return field
