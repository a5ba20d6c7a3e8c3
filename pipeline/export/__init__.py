"""Publishes a dataset: tables, JSON, events, calendars, catalogue and descriptor, put in place as a whole.

To add a format, write a function `Dataset → {relative file name: bytes}` and give it a row in `WRITERS`.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from pipeline.export.calendars import write_calendars
from pipeline.export.catalogue import write_catalogue
from pipeline.export.conference_apps import write_schedules
from pipeline.export.datapackage import DESCRIPTOR, describe_files
from pipeline.export.folder import replace_folder
from pipeline.export.nested import write_programmes
from pipeline.export.public_events import write_public_events
from pipeline.export.schema_org import write_schema_org
from pipeline.export.tables import Dataset, write_tables

__all__ = ["WRITERS", "Dataset", "write_dataset", "write_files"]

# These describe the files of all others, and are written after them.
_DESCRIPTIVE = ("catalogue", "datapackage")


def _write_content(dataset: Dataset) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name, writer in WRITERS.items():
        if name not in _DESCRIPTIVE:
            files.update(writer(dataset))
    return files


def _catalogue(dataset: Dataset, content: Mapping[str, bytes]) -> dict[str, bytes]:
    return write_catalogue(dataset, json.loads(describe_files(dataset, content)))


def _write_catalogue(dataset: Dataset) -> dict[str, bytes]:
    return _catalogue(dataset, _write_content(dataset))


def _write_descriptor(dataset: Dataset) -> dict[str, bytes]:
    return {DESCRIPTOR: write_files(dataset)[DESCRIPTOR]}


WRITERS: dict[str, Callable[[Dataset], Mapping[str, bytes]]] = {
    "csv": write_tables,
    "json": write_programmes,
    "schema_org": write_schema_org,
    "public_events": write_public_events,
    "calendars": write_calendars,
    "conference_apps": write_schedules,
    "catalogue": _write_catalogue,
    "datapackage": _write_descriptor,
}


def write_files(dataset: Dataset) -> dict[str, bytes]:
    """All files of a dataset by name; each format is written once, then described."""
    files = _write_content(dataset)
    files |= _catalogue(dataset, files)
    files[DESCRIPTOR] = describe_files(dataset, files)
    return files


def write_dataset(dataset: Dataset, out: Path) -> None:
    """Write `dataset` in all formats to the folder `out`, wholly or not at all.

    Raises:
        OutputError: `out` cannot be written, is no dataset folder, or a value cannot be published.
    """
    replace_folder(write_files(dataset).items(), out)
