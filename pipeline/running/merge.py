"""The tables of a dataset out of those of its partitions, with DuckDB: they need not fit in memory.

A dataset in partitions is a folder with three things: `partitions/`, `tables/<digest>/` with one Parquet file for
each table, and the descriptor, which names the files that count. It is written last, in one step, so that a reader
finds the tables of one run, before or after.
"""

import hashlib
import json
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import OutputError, UsageError
from pipeline.export.datapackage import DESCRIPTOR, file_facts, package_head, table_schema
from pipeline.export.parquet import arrow_schema
from pipeline.export.tables import FILLED
from pipeline.ids import digest
from pipeline.running.partitions import FOLDER as PARTITIONS
from pipeline.running.partitions import Report
from pipeline.running.places import open_system, put_file
from pipeline.tables import TABLES, Table, columns_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from fsspec import AbstractFileSystem

FOLDER = "tables"
# Records of these are of all documents: one for each key, that with most interventions.
POOLED = {"personnes": "name", "organisations": "label"}
MEMORY = "128MB"
ROWS = 10_000  # of a row group, and in memory at a time


def merge_partitions(reports: Sequence[Report], out: str, facts: dict[str, Any]) -> str:
    """Make the tables of the partitions, and make them those of the dataset; what no longer counts is removed.

    Args:
        reports: the partitions, in the order of their rows.
        out: path or address of the dataset.
        facts: what the descriptor says of the run.

    Returns:
        The folder of the tables, below `out`.

    Raises:
        UsageError: DuckDB is missing.
        OutputError: the tables cannot be made or written.
    """
    system, top = open_system(out)
    folder = f"{FOLDER}/{digest(*reports, facts, length=16)}"
    names = [report.name for report in reports]
    try:
        if _published(system, top) != folder:
            _make_tables(system, top, folder, names, facts)
        # A run that is killed before this leaves tables that the descriptor does not name, until the next one.
        _remove_others(system, f"{top}/{FOLDER}", [folder.rpartition("/")[2]])
        _remove_others(system, f"{top}/{PARTITIONS}", names)
    except OSError as error:
        raise OutputError(f"{out} cannot be written ({error.strerror or error}).") from error
    return folder


def _make_tables(
    system: "AbstractFileSystem", top: str, folder: str, names: Sequence[str], facts: dict[str, Any]
) -> None:
    """Merge the tables of partitions into a folder, and have the descriptor name them."""
    with tempfile.TemporaryDirectory(prefix="programme-") as temporary, _database(temporary, system) as database:
        resources = []
        for name, table in TABLES.items():
            path = Path(temporary, f"{name}.parquet")
            parts = [system.unstrip_protocol(f"{top}/{PARTITIONS}/{each}/{path.name}") for each in names]
            rows = _merge(database, name, table, parts, path)
            resources.append(_describe(name, table, f"{folder}/{path.name}", path, rows))
            put_file(system, path, f"{top}/{folder}/{path.name}")
            path.unlink()
        path = Path(temporary, DESCRIPTOR)
        descriptor = {**package_head(), "run": facts, "resources": resources}
        path.write_text(json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n", "utf-8")
        put_file(system, path, f"{top}/{DESCRIPTOR}")


def _published(system: "AbstractFileSystem", top: str) -> str | None:
    """The folder of the tables that the descriptor names, if there is one."""
    if not system.exists(f"{top}/{DESCRIPTOR}"):
        return None
    paths = {
        resource["path"].rpartition("/")[0]
        for resource in json.loads(system.cat_file(f"{top}/{DESCRIPTOR}"))["resources"]
    }
    return paths.pop() if len(paths) == 1 else None


def check_place(out: str) -> None:
    """Refuse a place that holds something else than a dataset in partitions, or the beginning of one.

    Raises:
        OutputError: it does, or cannot be listed.
    """
    system, top = open_system(out)
    try:
        names = [path.rstrip("/").rpartition("/")[2] for path in system.ls(top, detail=False)]
    except FileNotFoundError:
        return
    except OSError as error:
        raise OutputError(f"{out} cannot be listed ({error.strerror or error}).") from error
    others = sorted(
        name for name in names if not name.startswith(".") and name not in (PARTITIONS, FOLDER, DESCRIPTOR)
    )
    if others or (DESCRIPTOR in names and PARTITIONS not in names):
        held = others[0] if others else "a dataset that is not in partitions"
        raise OutputError(f"{out} holds {held}; choose an empty place.")


def _database(temporary: str, system: "AbstractFileSystem") -> "DuckDBPyConnection":
    """A database in memory that reads from a file system and puts what does not fit into files."""
    try:
        import duckdb
    except ImportError as error:
        raise UsageError("Partitions need DuckDB: install programme-ouvert with the extra « cluster ».") from error
    database = duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": temporary, "threads": 1})
    if not getattr(system, "local_file", False):
        database.register_filesystem(system)
    return database


def _merge(database: "DuckDBPyConnection", name: str, table: Table, paths: list[str], target: Path) -> int:
    """Write a table; returns how many rows it has."""
    import duckdb
    from pyarrow import parquet

    schema = arrow_schema(table, "UTC")
    rows = 0
    with parquet.ParquetWriter(target, schema) as writer:
        if not paths:
            return rows
        relation = "SELECT * FROM read_parquet($paths)"
        query = _pool(relation, table, POOLED[name]) if name in POOLED else relation
        try:
            batches: Any = database.sql(query, params={"paths": paths}).to_arrow_reader(ROWS)
            for batch in batches:
                writer.write_batch(batch.cast(schema))
                rows += batch.num_rows
        except duckdb.Error as error:
            raise OutputError(f"{name}: the partitions cannot be merged ({error}).") from error
    return rows


def _pool(relation: str, table: Table, label: str) -> str:
    """The records of all partitions as one for each key, as `export.tables.pool_records` makes them."""
    columns = columns_of(table.model)
    (key,) = table.key
    shown, count = columns[label], columns["appearances"]
    filled = [columns[name] for name in FILLED if name in columns]
    changed = [
        f"sum({count}) AS {count}",
        *(f"first({name} ORDER BY {count} DESC, {shown}) FILTER ({name} IS NOT NULL) AS {name}" for name in filled),
        f"list_concat(list({shown}), flatten(list(string_split(coalesce(variantes, ''), '|')))) AS spellings",
    ]
    kept = [name for name in columns.values() if name not in {key, count, "variantes", *filled}]
    firsts = [f"first({name} ORDER BY {count} DESC, {shown}) AS {name}" for name in kept]
    variants = (
        f"nullif(array_to_string(list_sort(list_distinct(list_filter(spellings, lambda s: s NOT IN ({shown}, '')))),"
        " '|'), '') AS variantes"
    )
    given = ", ".join(variants if name == "variantes" else name for name in columns.values())
    return (
        f"WITH rows AS ({relation}), pooled AS (SELECT {key}, {', '.join([*changed, *firsts])} FROM rows"
        f" GROUP BY {key}) SELECT {given} FROM pooled ORDER BY {key}"
    )


def _describe(name: str, table: Table, path: str, file: Path, rows: int) -> dict[str, Any]:
    with file.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return {
        "name": name,
        "title": table.title,
        "description": table.description,
        **file_facts(path, file.stat().st_size, sha256),
        "rows": rows,
        "schema": table_schema(table),
    }


def _remove_others(system: "AbstractFileSystem", folder: str, kept: Iterable[str]) -> None:
    """Remove the folders in a folder but for some."""
    names = set(kept)
    for path in system.ls(folder, detail=False) if system.exists(folder) else []:
        if path.rstrip("/").rpartition("/")[2] not in names:
            system.rm(path, recursive=True)
