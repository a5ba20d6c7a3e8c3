"""The schemas as files of their own: a Table Schema for each table, the JSON Schema of the nested JSON."""

import json
from functools import cache
from typing import Any

from pipeline.export.datapackage import table_schema
from pipeline.export.schema import json_schema
from pipeline.export.tables import Dataset
from pipeline.tables import TABLES, Table

PROGRAMME_SCHEMA = "schemas/programme.jsonschema.json"


def write_schemas(_: Dataset) -> dict[str, bytes]:
    """The schemas, the same for every dataset: `schemas/sessions.tableschema.json` and so on."""
    return dict(_schemas())


@cache
def _schemas() -> dict[str, bytes]:
    files = {f"schemas/{name}.tableschema.json": _encode(_standalone(name, table)) for name, table in TABLES.items()}
    return {**files, PROGRAMME_SCHEMA: _encode(json_schema())}


def _standalone(name: str, table: Table) -> dict[str, Any]:
    """The schema of a table for those who check it alone, as Validata does: no other table is there to refer to."""
    schema = table_schema(table)
    schema.pop("foreignKeys", None)
    head = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "name": name.replace("_", "-"),
        "title": table.title,
        "description": table.description,
    }
    return {**head, **schema}


def _encode(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
