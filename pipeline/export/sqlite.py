"""All tables in one SQLite file, with keys, checks and indexes."""

from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING

from pipeline.columns import Record
from pipeline.errors import OutputError
from pipeline.export.datapackage import PACKAGE_NAME
from pipeline.export.schema import Column, describe_columns
from pipeline.export.tables import Dataset, gather_rows, plain
from pipeline.tables import TABLES, Table, columns_of

if TYPE_CHECKING:
    import sqlite3

DATABASE = f"{PACKAGE_NAME}.sqlite"

_TYPES = {"boolean": "INTEGER", "integer": "INTEGER", "number": "REAL"}
# What people look for, besides the keys.
_SOUGHT = {
    "sessions": ("date",),
    "sessions_a_plat": ("date",),
    "personnes": ("nom_complet",),
    "organisations": ("libelle",),
    "provenances": ("identifiant",),
}


def write_sqlite(dataset: Dataset) -> dict[str, bytes]:
    """The database: the same rows as the CSV files; empty is NULL, days and times are ISO 8601 texts, true is 1.

    Raises:
        OutputError: a key is missing or there twice, or a value cannot be written.
    """
    import sqlite3

    with closing(sqlite3.connect(":memory:")) as database:
        try:
            with database:
                for name, rows in gather_rows(dataset).items():
                    database.execute(create_statement(name, TABLES[name]))
                    _insert(database, name, rows)
                for name, column in _indexed():
                    database.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')
        except sqlite3.IntegrityError as error:
            raise OutputError(f"{DATABASE}: {error}.") from error
        for name, row, target, _ in database.execute("PRAGMA foreign_key_check"):
            raise OutputError(f"{DATABASE}: row {row} of {name} names a row that is not in {target}.")
        return {DATABASE: database.serialize()}


def _indexed() -> list[tuple[str, str]]:
    """Table and column of each index: foreign keys and what people look for; keys have theirs already."""
    return [
        (name, column)
        for name, table in TABLES.items()
        for column in (*table.references, *_SOUGHT.get(name, ()))
        if column not in table.key[:1]
    ]


def create_statement(name: str, table: Table) -> str:
    """How a table is declared; SQLite keeps the comments, so that `.schema` tells what each column is.

    Example: `create_statement("affiliations", TABLES["affiliations"])` → `CREATE TABLE "affiliations" (…`.
    """
    parts = [(_declare(column), column.description) for column in describe_columns(table)]
    if table.key:
        parts.append((f"PRIMARY KEY ({_quoted(table.key)})", ""))
    for column, target in table.references.items():
        parts.append((f'FOREIGN KEY ("{column}") REFERENCES "{target}" ({_quoted(TABLES[target].key)})', ""))
    lines = [
        f"  {part}{',' if number < len(parts) else ''}{f' -- {text}' if text else ''}"
        for number, (part, text) in enumerate(parts, start=1)
    ]
    return "\n".join([f'CREATE TABLE "{name}" ( -- {table.title} : {table.description}', *lines, ")"])


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _declare(column: Column) -> str:
    rules = ["NOT NULL"] if column.required else []
    if column.choices:
        listed = ", ".join(f"'{choice}'" for choice in column.choices)
        rules.append(f'CHECK ("{column.name}" IN ({listed}))')
    if column.type == "boolean":
        rules.append(f'CHECK ("{column.name}" IN (0, 1))')
    if column.minimum is not None:
        rules.append(f'CHECK ("{column.name}" >= {column.minimum})')
    return " ".join([f'"{column.name}"', _TYPES.get(column.type, "TEXT"), *rules])


def _insert(database: "sqlite3.Connection", name: str, rows: Iterable[Record]) -> None:
    columns = columns_of(TABLES[name].model)
    marks = ", ".join("?" * len(columns))
    where = f"{DATABASE}, {name}"
    values = (tuple(_value(getattr(row, attribute), where) for attribute in columns) for row in rows)
    database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', values)


def _value(value: object, where: str) -> str | int | float | None:
    found = plain(value, where)
    return None if found == "" else found  # an empty text is a missing one, as in CSV
