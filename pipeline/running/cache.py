"""What reading a document gave, kept by content: an unchanged file is not read again.

The name of an entry is a digest of all that has an influence on it: the bytes of the file and of its sidecar, its
name, and the recipe (program, packages, model, options). An entry is a compressed file, written beside its place and
moved there; one that cannot be read or whose digest differs counts as none. What is done to a whole run (corrections,
identities) comes after and is in no entry.
"""

import gzip
import hashlib
import json
import logging
import os
import platform
import stat
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

from pipeline import __version__
from pipeline.aside import replace_file
from pipeline.errors import OutputError
from pipeline.programme import Programme
from pipeline.tables import Failure

# Packages that have a say in what is read.
READING_PACKAGES = ("dateparser", "markdown-it-py", "pdfminer.six", "pdfplumber", "pypdfium2", "rapidfuzz", "spacy")
FOLDER = "documents"
DAY = 86_400

log = logging.getLogger(__name__)


class Content(NamedTuple):
    """Digests of a document and of its sidecar, empty without one."""

    sha256: str
    sidecar: str


class Usage(NamedTuple):
    """How much a kind of entries takes."""

    kind: str
    entries: int
    bytes: int


def read_content(path: Path) -> Content | None:
    """What a file and its sidecar hold now; None for what is no file that can be read."""
    sidecar = path.with_suffix(".toml")
    try:
        # Opening a pipe would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        return Content(_file_digest(path), _file_digest(sidecar) if sidecar.is_file() else "")
    except OSError:
        return None


def _file_digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def recipe_digest(options: Mapping[str, Any]) -> str:
    """What documents are read with, as a digest: this very program, its packages, and options in plain JSON."""
    told = {"program": program_digest(), "packages": package_versions(), "options": options}
    return _digest(json.dumps(told, sort_keys=True).encode())


def package_versions() -> dict[str, str]:
    """The versions of Python, of this package and of those it reads with; an empty text for one that is missing."""
    found = {"python": platform.python_version(), "programme-ouvert": __version__}
    for name in READING_PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


@cache
def program_digest() -> str:
    """A digest of the files of the package: in a checkout they change while the version does not."""
    top = Path(__file__).parents[1]
    whole = hashlib.sha256()
    for path in sorted(path for path in top.rglob("*") if path.suffix in (".py", ".txt") and path.is_file()):
        whole.update(path.relative_to(top).as_posix().encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def entry_name(recipe: str, content: Content, file: str, programme_id: str) -> str:
    """The name of the entry of a file: every record holds the name and the identifier of its programme."""
    return _digest("\0".join((recipe, *content, file, programme_id)).encode("utf-8", "surrogatepass"))


def save_result(folder: Path, name: str, result: Programme | Failure) -> None:
    """Keep what came of a file.

    Raises:
        OutputError: the folder cannot be written.
    """
    body = result.model_dump_json(by_alias=True).encode("utf-8")
    head = {"entry": name, "kind": type(result).__name__, "sha256": _digest(body)}
    keep_entry(folder, name, gzip.compress(json.dumps(head).encode() + b"\n" + body, compresslevel=1, mtime=0))


def keep_entry(folder: Path, name: str, entry: bytes) -> None:
    """Keep an entry as `entry_bytes` gives it.

    Raises:
        OutputError: the folder cannot be written.
    """
    try:
        replace_file(_path(folder, name), entry)
    except OSError as error:
        raise OutputError(f"The cache {folder} cannot be written ({error.strerror}).") from error


def entry_bytes(folder: Path, name: str) -> bytes:
    """An entry as it is kept, to be kept elsewhere."""
    return _path(folder, name).read_bytes()


def find_result(folder: Path, name: str) -> str | None:
    """The class of the result that is kept under a name, None without a sound entry; that it is used is noted."""
    path = _path(folder, name)
    found = _read(path, name)
    if found is None:
        return None
    try:
        if time.time() - path.stat().st_mtime > DAY:
            os.utime(path)
    except OSError as error:  # a cache that is only readable is of use too
        log.debug("cache entry %s keeps its time (%s)", name, error.strerror)
    return found[0]


def load_result(folder: Path, name: str) -> Programme | Failure | None:
    """What is kept under a name, or None; a damaged entry is reported and counts as none."""
    found = _read(_path(folder, name), name)
    if found is None:
        return None
    kind, body = found
    return (Programme if kind == Programme.__name__ else Failure).model_validate_json(body)


def _read(path: Path, name: str) -> tuple[str, bytes] | None:
    try:
        head, _, body = gzip.decompress(path.read_bytes()).partition(b"\n")
        told = json.loads(head)
        if told["entry"] == name and told["sha256"] == _digest(body):
            return told["kind"], body
    except FileNotFoundError:
        return None
    except (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error) as error:
        log.debug("cache entry %s is no entry (%s)", name, type(error).__name__)
    log.warning("cache entry %s is damaged and is made again", path.name)
    return None


@contextmanager
def open_folder(folder: Path | None) -> Iterator[Path]:
    """The folder of the cache, or one that ends with the run: without a cache, or when it cannot be written."""
    if folder is not None:
        try:
            (folder / FOLDER).mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder / FOLDER):
                pass
        except OSError as error:
            log.warning(
                "the cache %s cannot be written (%s): nothing is kept for the next run", folder, error.strerror
            )
        else:
            yield folder
            return
    with tempfile.TemporaryDirectory(prefix="programme-") as temporary:
        yield Path(temporary)


def measure(folder: Path) -> list[Usage]:
    """How many entries of each kind there are, and what they take."""
    found = []
    for kind in KINDS:
        sizes = [path.stat().st_size for path in _entries(folder, kind)]
        found.append(Usage(kind, len(sizes), sum(sizes)))
    return found


def remove_entries(folder: Path, unused_days: float = 0) -> int:
    """Remove entries that were not used for so many days, all with 0; returns how many.

    Raises:
        OutputError: one cannot be removed.
    """
    oldest = time.time() - unused_days * DAY
    removed = 0
    try:
        for kind in KINDS:
            for path in _entries(folder, kind):
                if not unused_days or path.stat().st_mtime < oldest:
                    path.unlink(missing_ok=True)
                    removed += 1
    except OSError as error:
        raise OutputError(f"The cache {folder} cannot be cleared ({error.strerror}).") from error
    return removed


def forget_results(folder: Path, unwanted: Callable[[str], bool]) -> int:
    """Remove the results whose text is unwanted, and those that cannot be read; returns how many."""
    removed = 0
    for path in (folder / FOLDER).glob(f"[0-9a-f][0-9a-f]/{KINDS[FOLDER]}"):
        found = _read(path, path.name.removesuffix(".json.gz"))
        # JSON writes some letters as escapes; the texts of all cells are looked at as they are.
        if found is None or unwanted(" ".join(_texts(json.loads(found[1])))):
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


# Entries are removed by their names, so that nothing else is should the folder be another.
KINDS = {FOLDER: "*.json.gz", "ocr": "*.json"}


def _entries(folder: Path, kind: str) -> list[Path]:
    """Entries, and what killed runs left half written, below a folder of one level of folders of two letters."""
    return sorted(
        path
        for pattern in (KINDS[kind], ".*.part")
        for path in (folder / kind).glob(f"[0-9a-f][0-9a-f]/{pattern}")
        if path.is_file()
    )


def _path(folder: Path, name: str) -> Path:
    return folder / FOLDER / name[:2] / f"{name}.json.gz"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
