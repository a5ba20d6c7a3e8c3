"""Files on other systems: an address (« s3://bucket/programmes ») is opened with fsspec, a path is of this machine.

A file of an address is copied to this machine to be read; what a run has written is copied to its address file by
file, the one that describes all others last.
"""

import errno
import logging
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.errors import InputError, MissingInputError, OutputError, UsageError
from pipeline.export.datapackage import DESCRIPTOR
from pipeline.export.folder import listed_files
from pipeline.extract import check_size
from pipeline.ids import digest
from pipeline.running.cache import read_content
from pipeline.running.jobs import Job, find_names, is_meant, name_jobs, nothing_found

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

# What a file system tells of a file that changes with its content, whichever of these it knows.
MARKS = ("ETag", "etag", "md5Hash", "checksum", "LastModified", "last_modified", "mtime", "created", "size")
# Of a name only so much is kept for the copy of a file: systems differ in what they can hold.
MAX_STEM = 80

log = logging.getLogger(__name__)


class Origin(NamedTuple):
    """Where a file of a run comes from.

    `address` and `sidecar` are empty for a file of this machine, which lies where its job says. `mark` changes when
    the file or its sidecar does; it is empty for a file of which nothing is known.
    """

    job: Job
    mark: str
    address: str = ""
    sidecar: str = ""
    size: int = 0


def local_paths(places: Iterable[str]) -> list[Path]:
    """Those of the places that are paths."""
    return [Path(place) for place in places if not is_address(place)]


def is_address(place: str) -> bool:
    """Whether a place is an address and not a path: `is_address("s3://bucket/a.pdf")` → `True`."""
    return "://" in place


def open_system(place: str) -> "tuple[AbstractFileSystem, str]":
    """The file system of an address or of a path, and the path in it.

    Raises:
        UsageError: fsspec is missing, or what it needs for this kind of address.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise UsageError(
            "Addresses and partitions need fsspec: install programme-ouvert with the extra « cluster »."
        ) from error
    try:
        system, path = url_to_fs(place if is_address(place) else str(Path(place).absolute()))
    except (ImportError, ValueError) as error:
        raise UsageError(f"{place} cannot be opened: {error}.") from error
    return system, path


def find_origins(places: Sequence[str]) -> list[Origin]:
    """The files to read, in paths and below addresses, as `pipeline.running.jobs.find_jobs` finds and names them.

    Raises:
        InputError: a place does not exist or cannot be listed, or no programme was found.
    """
    found = find_names(local_paths(places))
    away: dict[Path, Origin] = {}
    for place in places:
        if is_address(place):
            for path, name, origin in _below(place):
                found[path] = max(found.get(path, ""), name, key=lambda each: (len(each), each))
                away[path] = origin
    if not found:
        raise nothing_found(places)
    return [away[job.path]._replace(job=job) if job.path in away else _here(job) for job in name_jobs(found)]


def _here(job: Job) -> Origin:
    content = read_content(job.path)
    return Origin(job, digest(*content) if content else "")


def _below(place: str) -> Iterator[tuple[Path, str, Origin]]:
    """The files below an address, each under its address as a path, with its name."""
    system, top = open_system(place)
    try:
        listed: Mapping[str, Mapping[str, Any]] = system.find(top, detail=True)
    except OSError as error:
        raise MissingInputError(f"{place} cannot be listed: {_reason(error)}.") from error
    if not listed:
        raise MissingInputError(f"{place} does not exist, or holds nothing.")
    paths = {PurePosixPath(path): path for path in listed}
    for path, key in sorted(paths.items()):
        alone = key == top
        name = path.name if alone else path.relative_to(top).as_posix()
        hidden = any(part.startswith(".") for part in PurePosixPath(name).parts)
        if not alone and (hidden or not is_meant(path, paths.__contains__)):
            continue
        sidecar = path.with_suffix(".toml").as_posix()
        side_facts = listed.get(sidecar, {})
        if alone and system.exists(sidecar):
            side_facts = system.info(sidecar)
        address = system.unstrip_protocol(key)
        yield (
            Path(address),
            name,
            Origin(
                job=Job(Path(address), name, ""),
                mark=digest(address, _mark(listed[key]), _mark(side_facts)),
                address=address,
                sidecar=system.unstrip_protocol(sidecar) if side_facts else "",
                size=int(listed[key].get("size") or 0),
            ),
        )


def _mark(facts: Mapping[str, Any]) -> str:
    return "\n".join(f"{name} {facts[name]}" for name in MARKS if name in facts)


def fetch(origin: Origin, folder: Path) -> Job:
    """The job of a file on this machine: what an address names is copied below `folder`, with its sidecar.

    Raises:
        InputError: it cannot be had.
    """
    job = origin.job
    if not origin.address:
        return job
    check_size(job.name, origin.size)
    name = PurePosixPath(origin.address)
    target = folder / job.programme_id / f"{name.stem[:MAX_STEM]}{name.suffix}"
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        for address, path in ((origin.address, target), (origin.sidecar, target.with_suffix(".toml"))):
            if address:
                system, key = open_system(address)
                system.get_file(key, str(path))
    except Exception as error:  # file systems raise what they like; one file must not stop the others
        log.debug("%s cannot be fetched", origin.address, exc_info=True)
        raise MissingInputError(f"{job.name} cannot be fetched: {_reason(error)}.") from error
    return job._replace(path=target)


def forget(origin: Origin, job: Job) -> None:
    """Remove the copy of a file that was fetched."""
    if origin.address:
        job.path.unlink(missing_ok=True)
        job.path.with_suffix(".toml").unlink(missing_ok=True)


def put_dataset(folder: Path, place: str) -> None:
    """Copy a dataset to an address: the descriptor after all other files, then what is no longer in it goes.

    Raises:
        OutputError: the address holds something else, or cannot be written.
    """
    system, top = open_system(place)
    try:
        old = _listed(system, top, place)
        names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        for name in (*sorted(names - {DESCRIPTOR}), DESCRIPTOR):
            put_file(system, folder / name, f"{top}/{name}")
        for name in sorted(old - names):
            if system.exists(f"{top}/{name}"):
                system.rm_file(f"{top}/{name}")
    except OSError as error:
        raise OutputError(f"{place} cannot be written: {_reason(error)}.") from error


def _listed(system: "AbstractFileSystem", top: str, place: str) -> set[str]:
    """The files of the dataset at an address, none where nothing is."""
    if not system.exists(f"{top}/{DESCRIPTOR}"):
        if system.exists(top) and system.ls(top, detail=False):
            raise OutputError(f"{place} holds something that is no dataset; choose an empty place.")
        return set()
    return listed_files(system.cat_file(f"{top}/{DESCRIPTOR}"), place) - {DESCRIPTOR}


def put_file(system: "AbstractFileSystem", path: Path, target: str) -> None:
    """Copy a file to a path of a file system, where it appears whole or not at all."""
    system.makedirs(system._parent(target), exist_ok=True)
    if getattr(system, "local_file", False):
        aside = f"{target}.{os.getpid()}.part"
        system.put_file(str(path), aside)
        Path(aside).replace(target)
    else:
        system.put_file(str(path), target)


def _reason(error: BaseException) -> str:
    if isinstance(error, InputError):
        return error.message
    if isinstance(error, OSError) and error.errno in errno.errorcode and error.strerror:
        return error.strerror
    return f"{type(error).__name__}: {error}"
