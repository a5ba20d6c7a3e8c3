"""All tables in one SQLite file, with keys, checks and indexes."""

import csv
import io
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pipeline.errors import OutputError
from pipeline.export.datapackage import PACKAGE_NAME
from pipeline.export.schema import Column, describe_columns
from pipeline.export.tables import Dataset
from pipeline.export.written import Files, open_file
from pipeline.tables import TABLES, Table

if TYPE_CHECKING:
    import sqlite3

DATABASE = f"{PACKAGE_NAME}.sqlite"

# Where the head of the file holds a counter of changes, and that counter again with the version of the library.
_UNUSED = ((24, 28), (92, 100))
# By default the reader of CSV files takes a longer text for a fault.
_LONGEST_CELL = 1 << 30
_VALUES: dict[str, Callable[[str], str | int | float]] = {
    "boolean": lambda cell: int(cell == "true"),
    "integer": int,
    "number": float,
}
_TYPES = {"boolean": "INTEGER", "integer": "INTEGER", "number": "REAL"}
# What people look for, besides the keys.
_SOUGHT = {
    "sessions": ("date",),
    "sessions_a_plat": ("date",),
    "personnes": ("nom_complet",),
    "organisations": ("libelle",),
    "provenances": ("identifiant",),
}


def write_sqlite(_: Dataset, files: Files) -> dict[str, IO[bytes]]:
    """The database: the rows of the CSV files; empty is NULL, days and times are ISO 8601 texts, true is 1.

    Args:
        files: holds the CSV file of every table.

    Raises:
        OutputError: a key is missing or there twice.
    """
    with tempfile.TemporaryDirectory(prefix="programme-") as folder:
        path = Path(folder, DATABASE)
        _fill(path, files)
        with path.open("r+b") as stream:
            # How often the file was changed and which library changed it last say nothing of the data.
            for start, end in _UNUSED:
                stream.seek(start)
                stream.write(bytes(end - start))
        return {DATABASE: path.open("rb")}


def _fill(path: Path, files: Files) -> None:
    import sqlite3

    with closing(sqlite3.connect(path)) as database:
        # Nobody else sees the file, and of a run that ends here nothing is used.
        database.execute("PRAGMA journal_mode = OFF")
        try:
            with database:
                for name, table in TABLES.items():
                    database.execute(create_statement(name, table))
                    _insert(database, name, files)
                for name, column in _indexed():
                    database.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')
        except sqlite3.IntegrityError as error:
            raise OutputError(f"{DATABASE}: {error}.") from error
        for name, row, target, _ in database.execute("PRAGMA foreign_key_check"):
            raise OutputError(f"{DATABASE}: row {row} of {name} names a row that is not in {target}.")


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


def _insert(database: "sqlite3.Connection", name: str, files: Files) -> None:
    kinds = [_VALUES.get(column.type, str) for column in describe_columns(TABLES[name])]
    marks = ", ".join("?" * len(kinds))
    csv.field_size_limit(_LONGEST_CELL)
    with io.TextIOWrapper(open_file(files, f"{name}.csv"), encoding="utf-8", newline="") as text:
        rows = csv.reader(text)
        next(rows)
        values = ([kind(cell) if cell else None for kind, cell in zip(kinds, row, strict=True)] for row in rows)
        database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', values)
