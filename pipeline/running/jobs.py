"""The files of a run: which there are, how they are called, and what became of each."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from pipeline.errors import MissingInputError
from pipeline.extract import NAMED_KINDS, READERS
from pipeline.ids import digest, programme_id
from pipeline.tables import Failure


class Job(NamedTuple):
    """A file to read: where it is, how it is called in the outputs, its programme's identifier."""

    path: Path
    name: str
    programme_id: str


class Errand(NamedTuple):
    """What a worker does besides reading files: something to call there, and here with what it returned."""

    name: str
    work: Callable[[], Any]
    take: Callable[[Any], None]


class Outcome(NamedTuple):
    """What came of a file: the name of the entry that holds its result, or the failure where none was kept."""

    job: Job
    entry: str | None
    failure: Failure | None = None
    seconds: float = 0.0
    megabytes: int = 0
    cached: bool = False
    attempts: int = 1


def find_jobs(paths: Sequence[Path]) -> list[Job]:
    """The files to read: those given, and the programmes below the folders given, sorted by name.

    In a folder a PDF is a programme; a text (`NAMED_KINDS`) is one only where a sidecar of its name stands beside and
    no PDF of that name: README, notes and the text taken from a PDF lie in such folders too. A text given by its own
    path is always read.

    A file is named by its path below its folder, so two files of one name in two folders stay apart; files of one
    name from two arguments are named with as many folders above as tell them apart. Where two names still give
    one identifier, both get a digest of their name. The order of the arguments has no influence.

    What cannot be read is listed too, so that its run says so: links that lead nowhere, and folders that cannot be
    listed, with a slash behind their name.

    Raises:
        MissingInputError: a path does not exist, or no programme was found.
    """
    found = find_names(paths)
    if not found:
        raise nothing_found(map(str, paths))
    return name_jobs(found)


def find_names(paths: Iterable[Path]) -> dict[Path, str]:
    """The files to read, each with its name below the argument it was found under.

    Raises:
        MissingInputError: a path does not exist.
    """
    found: dict[Path, str] = {}
    for path in paths:
        for file in _below(path) if path.is_dir() else [path]:
            if file == path and not file.exists():
                raise MissingInputError(f"{file} does not exist.")
            name = file.name if file == path else file.relative_to(path).as_posix()
            if file.is_dir():
                name += "/"
            # A file given alone and in its folder is read once, under the longer name.
            known = found.get(file.absolute(), "")
            found[file.absolute()] = max(known, name, key=lambda each: (len(each), each))
    return found


def nothing_found(places: Iterable[str]) -> MissingInputError:
    """The error of a run without any file to read."""
    kinds, named = ", ".join(sorted(READERS.keys() - NAMED_KINDS)), ", ".join(sorted(NAMED_KINDS))
    return MissingInputError(
        f"No file of a known kind ({kinds}) in {', '.join(places)}; "
        f"in a folder, {named} are read where a sidecar stands beside."
    )


def name_jobs(found: Mapping[Path, str]) -> list[Job]:
    """The jobs of files found under some names: names and identifiers are made distinct, the order that of names."""
    names = _printable_names(_distinct(found))
    ids = Counter(programme_id(name) for name in names.values() if not name.endswith("/"))
    jobs = []
    for path, name in sorted(names.items(), key=lambda item: item[1]):
        identifier = programme_id(name)
        if ids[identifier] > 1 or name.endswith("/"):
            identifier += f"-{digest(name, length=6)}"
        jobs.append(Job(path, name, identifier))
    return jobs


def _distinct(found: Mapping[Path, str]) -> dict[Path, str]:
    """The names, each with as many folders above the file as tell it from others of its name."""
    names = dict(found)
    depth = 1
    while alike := {name for name, count in Counter(names.values()).items() if count > 1}:
        depth += 1
        for path, name in names.items():
            if name in alike:
                names[path] = "/".join(path.parts[-depth:])
    return names


def _printable_names(names: Mapping[Path, str]) -> dict[Path, str]:
    """The names without what no text file can hold; what then looks alike gets a digest of its real name."""
    printable = {path: _printable(name) for path, name in names.items()}
    counts = Counter(printable.values())
    return {
        path: name if counts[name] == 1 else f"{name}~{digest(names[path], length=6)}"
        for path, name in printable.items()
    }


def _printable(name: str) -> str:
    """The name without bytes that are no UTF-8, line breaks and control signs."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _below(folder: Path) -> Iterator[Path]:
    """Programmes below a folder, and folders that cannot be listed; not what is hidden, nor links to folders."""
    closed: list[Path] = []
    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(place, name)
            if not name.startswith(".") and is_meant(path, Path.is_file):
                found.append(path)
    yield from sorted((*found, *closed))


def is_meant(path: PurePath, exists: Callable[[Any], bool]) -> bool:
    """Whether a file of a folder is there as a programme: for a kind that serves for anything, its sidecar tells.

    Args:
        path: the file.
        exists: whether there is a file of a path, on the file system where this one lies.
    """
    kind = path.suffix.lower()
    if kind not in NAMED_KINDS:
        return kind in READERS
    twins = (path.with_suffix(form) for kind in READERS.keys() - NAMED_KINDS for form in (kind, kind.upper()))
    return exists(path.with_suffix(".toml")) and not any(exists(twin) for twin in twins)
