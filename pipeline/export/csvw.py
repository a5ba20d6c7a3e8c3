"""The tables described for the web: CSVW metadata (W3C), found by its name beside the CSV files."""

import json
import re
from typing import Any

from pipeline.export.schema import Column, describe_columns
from pipeline.export.tables import Dataset
from pipeline.shelf import heads_of
from pipeline.tables import TABLES, Table

METADATA = "csv-metadata.json"

_DATATYPES: dict[str, Any] = {
    "string": "string",
    "boolean": {"base": "boolean", "format": "true|false"},
    "integer": "integer",
    "number": "double",
    "date": {"base": "date", "format": "yyyy-MM-dd"},
    "time": {"base": "time", "format": "HH:mm"},
    "datetime": "dateTimeStamp",  # XML Schema's date and time that has an offset
}


def write_csvw(dataset: Dataset) -> dict[str, bytes]:
    """The metadata of all tables in one group, so that foreign keys lead from one to the other."""
    languages = sorted({programme.language for programme in heads_of(dataset.programmes)})
    group = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "fr"}],
        "dc:language": languages or ["fr"],
        "tables": [_describe(name, table) for name, table in TABLES.items()],
    }
    return {METADATA: (json.dumps(group, ensure_ascii=False, indent=1) + "\n").encode("utf-8")}


def _describe(name: str, table: Table) -> dict[str, Any]:
    columns = describe_columns(table)
    # In CSVW every row has to refer to another: a column that may be empty cannot be a foreign key.
    always = {column.name for column in columns if column.required}
    references = {column: target for column, target in table.references.items() if column in always}
    schema: dict[str, Any] = {"columns": [_column(column) for column in columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if references:
        schema["foreignKeys"] = [
            {
                "columnReference": column,
                "reference": {"resource": f"{target}.csv", "columnReference": list(TABLES[target].key)},
            }
            for column, target in references.items()
        ]
    return {
        "url": f"{name}.csv",
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": schema,
    }


def _column(column: Column) -> dict[str, Any]:
    datatype = _DATATYPES[column.type]
    if column.choices:
        datatype = {"base": "string", "format": "|".join(map(re.escape, column.choices))}
    if column.minimum is not None:
        datatype = {"base": datatype, "minimum": column.minimum}
    return {
        "name": column.name,
        # A reader compares the titles with the head of the file; what people read is in dc:title.
        "titles": column.name,
        "dc:title": column.title,
        "dc:description": column.description,
        "datatype": datatype,
        "required": column.required,
    }
