"""Publishes a dataset: tables, JSON, events, calendars, descriptions and catalogue, put in place as a whole.

To add a format, write a function `Dataset → {relative file name: bytes}` and give it a row in `WRITERS`. A large file
may be a stream to read from instead of bytes.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from pathlib import Path

from pipeline.export.calendars import write_calendars
from pipeline.export.card import write_card
from pipeline.export.catalogue import write_catalogue
from pipeline.export.conference_apps import write_schedules
from pipeline.export.csvw import write_csvw
from pipeline.export.datapackage import write_descriptor
from pipeline.export.folder import fill_folder
from pipeline.export.manifest import write_manifest
from pipeline.export.nested import write_programmes
from pipeline.export.notices import write_notices
from pipeline.export.parquet import write_parquet
from pipeline.export.public_events import write_public_events
from pipeline.export.schema_files import write_schemas
from pipeline.export.schema_org import join_events, write_schema_org
from pipeline.export.sqlite import write_sqlite
from pipeline.export.tables import Dataset, arrange_programmes, stream_tables
from pipeline.export.workbook import write_workbook
from pipeline.export.written import Content, Files, read_content

__all__ = ["DERIVED", "ON_REQUEST", "WRITERS", "Dataset", "load_libraries", "write_dataset", "write_files"]

WRITERS: dict[str, Callable[[Dataset], Mapping[str, Content]]] = {
    "csv": stream_tables,
    "json": write_programmes,
    "manifest": write_manifest,
    "excel": write_workbook,
    "schemas": write_schemas,
    "csvw": write_csvw,
    "schema_org": write_schema_org,
    "public_events": write_public_events,
    "calendars": write_calendars,
    "conference_apps": write_schedules,
    "notices": write_notices,
}
# Those whose files are each about one programme: they are given one after the other, all formats of one together.
OF_ONE = ("json", "schema_org", "calendars", "conference_apps")
# Formats made from the files of the others, in this order: each is given those that stand before it. The descriptor
# is the last, since it lists all other files: by it the next run knows which files of a folder are ours.
DERIVED: dict[str, Callable[[Dataset, Files], Mapping[str, Content]]] = {
    "events": join_events,
    "sqlite": write_sqlite,
    "parquet": write_parquet,
    "card": write_card,
    "catalogue": write_catalogue,
    "datapackage": write_descriptor,
}
# Formats that are written only when they are asked for.
ON_REQUEST = frozenset({"excel"})


def load_libraries() -> None:
    """Import and make what writers need whatever they write: a thread can do so while others still read."""
    import icalendar  # noqa: F401
    from pyarrow import compute, csv, parquet  # noqa: F401

    write_files(Dataset((), ()))  # schemas, templates and patterns are made once


def write_files(dataset: Dataset, also: Collection[str] = ()) -> dict[str, bytes]:
    """The files of a dataset by name: all formats but those `ON_REQUEST`, of which only those in `also`.

    Raises:
        OutputError: a value cannot be published.
    """
    files: dict[str, bytes] = {}
    for name, content in _make_files(dataset, also, files):
        files[name] = read_content(content)
    return files


def _make_files(dataset: Dataset, also: Collection[str], made: Files) -> Iterator[tuple[str, Content]]:
    """The files of a dataset; whoever takes them puts them into `made`, out of which others are made."""
    for name, writer in WRITERS.items():
        if name not in OF_ONE and (name not in ON_REQUEST or name in also):
            yield from writer(dataset).items()
    for programme in arrange_programmes(dataset):
        alone = dataset._replace(programmes=(programme,))
        for name in OF_ONE:
            yield from WRITERS[name](alone).items()
    for derive in DERIVED.values():
        yield from derive(dataset, made).items()


def write_dataset(dataset: Dataset, out: Path, also: Collection[str] = ()) -> None:
    """Write `dataset` to the folder `out`, wholly or not at all: all formats, those `ON_REQUEST` if in `also`.

    Raises:
        OutputError: `out` cannot be written, is no dataset folder, or a value cannot be published.
    """
    fill_folder(partial(_make_files, dataset, also), out)
