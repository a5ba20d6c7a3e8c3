"""What the published files hold, told from the records: columns, JSON Schema, data dictionary."""

import datetime as dt
from enum import StrEnum
from types import NoneType
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pipeline.programme import Programme
from pipeline.tables import TABLES, Table, columns_of

_TYPES: dict[type, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    dt.date: "date",
    dt.time: "time",
    dt.datetime: "datetime",
}

_FRENCH_TYPES = {
    "string": "texte",
    "boolean": "booléen (`true`, `false`)",
    "integer": "entier",
    "number": "nombre",
    "date": "date (AAAA-MM-JJ)",
    "time": "heure (HH:MM)",
    "datetime": "instant (ISO 8601)",
}

# RFC 3339 times have seconds and an offset; printed times have neither.
_TIME = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}


class Column(NamedTuple):
    """A published column; `type` is that of the Table Schema, `choices` are its only values if it has any."""

    name: str
    type: str
    required: bool
    title: str
    description: str
    example: Any
    choices: tuple[str, ...]
    minimum: int | None

    @property
    def cell(self) -> str:
        """The example as a CSV cell shows it: `False` → `"false"`."""
        return str(self.example).lower() if isinstance(self.example, bool) else str(self.example)


def describe_columns(table: Table) -> list[Column]:
    """The columns of a table in their order.

    Example: `describe_columns(TABLES["sessions"])[3]` → `Column("genre", "string", True, "Genre", …)`.
    """
    return [_column(table, attribute, name) for attribute, name in columns_of(table.model).items()]


def _column(table: Table, attribute: str, name: str) -> Column:
    field = table.model.model_fields[attribute]
    kind, choices = _kind(field.annotation)
    limits = [limit for limit in (getattr(rule, "ge", None) for rule in field.metadata) if limit is not None]
    # An empty text and a missing one look the same in CSV: only a text that has a shortest length is always there.
    never_empty = kind != "string" or bool(choices) or any(hasattr(rule, "min_length") for rule in field.metadata)
    return Column(
        name=name,
        type=kind,
        required=(field.is_required() or field.default_factory is not None)
        and (never_empty or name in table.key or name in table.references),
        title=field.title or "",
        description=field.description or "",
        example=(field.examples or [None])[0],
        choices=choices,
        minimum=limits[0] if limits else None,
    )


def _kind(annotation: Any) -> tuple[str, tuple[str, ...]]:
    """Table Schema type and choices: `Kind | None` → `("string", ("session", "pause", "logistique"))`."""
    if NoneType in get_args(annotation):
        (annotation,) = (part for part in get_args(annotation) if part is not NoneType)
    if get_origin(annotation) is Literal:
        return "string", get_args(annotation)
    if issubclass(annotation, StrEnum):
        return "string", tuple(str(member) for member in annotation)
    return _TYPES[annotation], ()


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `programmes/<programme_id>.json`."""
    schema = Programme.model_json_schema(by_alias=True, mode="serialization")
    texts = {table.model.__name__: table.description for table in TABLES.values()}
    for name, part in [*schema["$defs"].items(), ("Programme", schema)]:
        # The names and docstrings of the classes are for who reads the code.
        part.pop("title", None)
        part.pop("description", None)
        if name in texts:
            part["description"] = texts[name]
        if "properties" in part:
            part["required"] = list(part["properties"])
    tidy: dict[str, Any] = _tidy(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Programme", **tidy}


def _tidy(part: Any) -> Any:
    if isinstance(part, list):
        return [_tidy(item) for item in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") == "string" and part.get("format") == "time":
        return _TIME
    return {key: _tidy(value) for key, value in part.items() if (key, value) != ("only", "json")}


def data_dictionary() -> str:
    """The data dictionary in French Markdown: one section per table."""
    sections = "\n".join(_section(name, table) for name, table in TABLES.items())
    return (
        "# Dictionnaire des données\n\n"
        "Tables CSV : UTF-8, virgule, fins de ligne CRLF, cellule vide quand la valeur manque.\n\n"
        f"{sections}"
    )


def _section(name: str, table: Table) -> str:
    lines = [f"## `{name}.csv` : {table.title}", "", table.description, ""]
    if table.key:
        lines.append(f"Clé : {', '.join(f'`{column}`' for column in table.key)}.")
    for column, target in table.references.items():
        lines.append(f"`{column}` renvoie à `{target}.csv`.")
    if lines[-1]:
        lines.append("")
    lines += ["| colonne | type | obligatoire | description | exemple |", "|---|---|---|---|---|"]
    lines += [_dictionary_row(column) for column in describe_columns(table)]
    return "\n".join(lines) + "\n"


def _dictionary_row(column: Column) -> str:
    kind = " \\| ".join(f"`{choice}`" for choice in column.choices) or _FRENCH_TYPES[column.type]
    cells = [f"`{column.name}`", kind, "oui" if column.required else "non"]
    cells += [text.replace("|", "\\|") for text in (column.description, column.cell)]
    return f"| {' | '.join(cells)} |"
