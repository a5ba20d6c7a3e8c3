"""The files a dataset was read from, found again by name and by what is in them."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.errors import SourcesError
from pipeline.programme import Programme


def find_sources(programmes: Sequence[Programme], folders: Sequence[Path]) -> dict[str, Path]:
    """The file of each programme, by programme id: the one of its name and, above all, of its SHA-256.

    Args:
        programmes: what was read.
        folders: where the files may lie; a file that moved inside them is found by its content.

    Raises:
        SourcesError: a file is missing or is another one than was read; the message names them all.
    """
    found: dict[str, Path] = {}
    problems: list[str] = []
    for programme in programmes:
        named = [folder / programme.file for folder in folders if (folder / programme.file).is_file()]
        path = _first_of(programme.sha256, named) or _first_of(programme.sha256, _of_kind(programme, folders))
        if path:
            found[programme.programme_id] = path
        elif named:
            problems.append(f"{named[0]} is not the file that was read (sha256 {programme.sha256[:12]}…)")
        else:
            problems.append(f"{programme.file} is missing")
    if problems:
        where = ", ".join(map(str, folders))
        raise SourcesError(f"{'; '.join(problems)} (looked in {where}).")
    return found


def _of_kind(programme: Programme, folders: Iterable[Path]) -> Iterable[Path]:
    suffix = Path(programme.file).suffix.lower()
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.suffix.lower() == suffix and path.is_file())


def _first_of(sha256: str, paths: Iterable[Path]) -> Path | None:
    try:
        return next((path for path in paths if hashlib.sha256(path.read_bytes()).hexdigest() == sha256), None)
    except OSError as error:
        raise SourcesError(f"{error.filename} cannot be read ({error.strerror}).") from error
