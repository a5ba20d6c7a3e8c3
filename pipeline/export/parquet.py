"""Each table as a Parquet file: the rows of its CSV file with the types of its columns."""

from collections.abc import Iterable
from functools import cache
from typing import IO, TYPE_CHECKING

from pipeline.aside import open_aside
from pipeline.errors import OutputError
from pipeline.export.schema import describe_columns
from pipeline.export.tables import Dataset
from pipeline.export.written import Files, open_file
from pipeline.programme import Programme
from pipeline.shelf import heads_of
from pipeline.tables import TABLES, Table

if TYPE_CHECKING:
    import pyarrow as pa

# So many bytes of a CSV file are held at a time.
_BLOCK = 1 << 24


def write_parquet(dataset: Dataset, files: Files) -> dict[str, IO[bytes]]:
    """One Parquet file per table, made from its CSV file: `parquet/sessions.parquet`.

    An empty cell is null, a printed time a time of day, `debut` and `fin` are instants: they show the clock of the
    programmes where all have the same time zone, else UTC.

    Args:
        dataset: for the time zones.
        files: holds the CSV file of every table.

    Raises:
        OutputError: a CSV file does not hold what its columns promise.
    """
    return encode_tables(files, zone_of(heads_of(dataset.programmes)))


def zone_of(programmes: Iterable[Programme]) -> str:
    """The time zone of all programmes, or UTC where they have several."""
    zones = {programme.timezone for programme in programmes}
    return zones.pop() if len(zones) == 1 else "UTC"


def encode_tables(files: Files, zone: str) -> dict[str, IO[bytes]]:
    """The Parquet files of the CSV files of all tables, instants on the clock of a time zone; see `write_parquet`."""
    return {f"parquet/{name}.parquet": _encode(files, name, _schema_of(name, zone)) for name in TABLES}


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


def _encode(files: Files, name: str, schema: "pa.Schema") -> IO[bytes]:
    """The Parquet file of a CSV file, a group of rows for each block of it.

    Arrow reads the cells itself: values handed over from Python would make it import pandas, which takes longer
    than all the writing.
    """
    import pyarrow as pa
    from pyarrow import csv, parquet

    stream = open_aside()
    try:
        with (
            open_file(files, f"{name}.csv") as content,
            # In blocks of one size and in one thread, so that rows are parted in the same way everywhere.
            csv.open_csv(
                content,
                read_options=csv.ReadOptions(use_threads=False, block_size=_BLOCK),
                parse_options=csv.ParseOptions(newlines_in_values=True),
                convert_options=csv.ConvertOptions(
                    column_types=schema,
                    null_values=[""],
                    true_values=["true"],
                    false_values=["false"],
                    strings_can_be_null=True,
                ),
            ) as blocks,
            parquet.ParquetWriter(stream, schema) as writer,
        ):
            is_empty = True
            for rows in blocks:
                writer.write_table(pa.Table.from_batches([rows]).cast(schema))
                is_empty = False
            if is_empty:  # a group without rows, for readers that look for one
                nothing = [pa.nulls(0, column.type) for column in schema]
                writer.write_table(pa.Table.from_arrays(nothing, schema=schema))
    except (pa.ArrowInvalid, ValueError) as error:
        raise OutputError(f"{name}.csv does not fit its columns: {error}") from error
    stream.seek(0)
    return stream
