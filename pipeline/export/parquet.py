"""Each table as a Parquet file: the rows of its CSV file with the types of its columns."""

import io
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from pipeline.errors import OutputError
from pipeline.export.schema import describe_columns
from pipeline.export.tables import Dataset
from pipeline.programme import Programme
from pipeline.tables import TABLES, Table

if TYPE_CHECKING:
    import pyarrow as pa


def write_parquet(dataset: Dataset, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """One Parquet file per table, made from its CSV file: `parquet/sessions.parquet`.

    An empty cell is null, a printed time a time of day, `debut` and `fin` are instants: they show the clock of the
    programmes where all have the same time zone, else UTC.

    Args:
        dataset: for the time zones.
        files: holds the CSV file of every table.

    Raises:
        OutputError: a CSV file does not hold what its columns promise.
    """
    return encode_tables(files, zone_of(dataset.programmes))


def zone_of(programmes: Iterable[Programme]) -> str:
    """The time zone of all programmes, or UTC where they have several."""
    zones = {programme.timezone for programme in programmes}
    return zones.pop() if len(zones) == 1 else "UTC"


def encode_tables(files: Mapping[str, bytes], zone: str) -> dict[str, bytes]:
    """The Parquet files of the CSV files of all tables, instants on the clock of a time zone; see `write_parquet`."""
    return {f"parquet/{name}.parquet": _encode(files[f"{name}.csv"], name, _schema_of(name, zone)) for name in TABLES}


@cache
def _schema_of(name: str, zone: str) -> "pa.Schema":
    return arrow_schema(TABLES[name], zone)


def arrow_schema(table: Table, zone: str) -> "pa.Schema":
    """The columns of a table as Arrow has them, instants on the clock of a time zone."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "boolean": pa.bool_(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "date": pa.date32(),
        "time": pa.time32("ms"),
        "datetime": pa.timestamp("us", tz=zone),
    }
    fields = [
        pa.field(
            column.name,
            types[column.type],
            nullable=not column.required,
            metadata={"title": column.title, "description": column.description},
        )
        for column in describe_columns(table)
    ]
    return pa.schema(fields, metadata={"title": table.title, "description": table.description})


def _encode(content: bytes, name: str, schema: "pa.Schema") -> bytes:
    """The Parquet file of a CSV file.

    Arrow reads the cells itself: values handed over from Python would make it import pandas, which takes longer
    than all the writing.
    """
    import pyarrow as pa
    from pyarrow import csv, parquet

    try:
        rows = csv.read_csv(
            io.BytesIO(content),
            # In one block and one thread, so that rows are parted in the same way everywhere.
            read_options=csv.ReadOptions(use_threads=False, block_size=len(content) + 1),
            parse_options=csv.ParseOptions(newlines_in_values=True),
            convert_options=csv.ConvertOptions(
                column_types=schema,
                null_values=[""],
                true_values=["true"],
                false_values=["false"],
                strings_can_be_null=True,
            ),
        )
        stream = io.BytesIO()
        parquet.write_table(rows.cast(schema), stream)
    except (pa.ArrowInvalid, ValueError) as error:
        raise OutputError(f"{name}.csv does not fit its columns: {error}") from error
    return stream.getvalue()
