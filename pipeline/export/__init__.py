"""Publishes a dataset: tables, nested JSON and descriptor, put in place as a whole.

To add a format, write a function `Dataset → {relative file name: bytes}` and give it a row in `WRITERS`.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from pipeline.export.datapackage import DESCRIPTOR, describe_files
from pipeline.export.folder import replace_folder
from pipeline.export.manifest import write_manifest
from pipeline.export.nested import write_programmes
from pipeline.export.tables import Dataset, write_tables

__all__ = ["WRITERS", "Dataset", "write_dataset"]


def _write_content(dataset: Dataset) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name, writer in WRITERS.items():
        if name != "datapackage":
            files.update(writer(dataset))
    return files


def _write_descriptor(dataset: Dataset) -> dict[str, bytes]:
    return {DESCRIPTOR: describe_files(dataset, _write_content(dataset))}


WRITERS: dict[str, Callable[[Dataset], Mapping[str, bytes]]] = {
    "csv": write_tables,
    "json": write_programmes,
    "manifest": write_manifest,
    "datapackage": _write_descriptor,
}


def write_dataset(dataset: Dataset, out: Path) -> None:
    """Write `dataset` in all formats to the folder `out`, wholly or not at all.

    Raises:
        OutputError: `out` cannot be written, is no dataset folder, or a value cannot be published.
    """
    files = _write_content(dataset)
    # Not by its writer, which would write all the others again to describe them.
    files[DESCRIPTOR] = describe_files(dataset, files)
    replace_folder(files.items(), out)
