"""The published tables as pandas data frames, with their types."""

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import DatasetError
from pipeline.export.schema import describe_columns
from pipeline.tables import TABLES, Table

if TYPE_CHECKING:
    import pandas as pd

# Printed times stay text (« 09:30 »): pandas has no type for a time of day.
_DTYPES = {"boolean": "boolean", "integer": "Int64", "number": "Float64"}


def read_tables(folder: Path) -> "dict[str, pd.DataFrame]":
    """Every table of a dataset folder, typed: missing is NA, a person called « NA » is not.

    `date` columns are `datetime64[s]`, `debut` and `fin` are instants in UTC (the offset of the place is in
    the CSV file), times are text.

    Example: `read_tables(Path("processed"))["sessions"].groupby("format").size()`

    Raises:
        DatasetError: the folder does not hold all tables, or one of them cannot be read.
    """
    return {name: _read_table(folder / f"{name}.csv", table) for name, table in TABLES.items()}


def _read_table(path: Path, table: Table) -> "pd.DataFrame":
    import pandas as pd

    types = {column.name: column.type for column in describe_columns(table)}
    try:
        frame = pd.read_csv(
            path,
            dtype={name: _DTYPES.get(kind, "string") for name, kind in types.items()},
            keep_default_na=False,
            na_values=[""],
            encoding="utf-8",
        )
    except OSError as error:
        raise DatasetError(f"{path}: cannot be read ({error.strerror}).") from error
    except ValueError as error:
        raise DatasetError(f"{path}: not a published table ({error}).") from error
    if list(frame.columns) != list(types):
        raise DatasetError(f"{path}: not the columns of the table ({', '.join(types)}).")
    for name, kind in types.items():
        if kind == "date":
            frame[name] = pd.to_datetime(frame[name], format="%Y-%m-%d").dt.as_unit("s")
        elif kind == "datetime":
            frame[name] = pd.to_datetime(frame[name], format="ISO8601", utc=True).dt.as_unit("s")
    return frame
