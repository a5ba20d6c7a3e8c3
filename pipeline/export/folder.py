"""Puts a dataset folder in place as a whole: what readers see is the old one or the new one.

Everything is written to a hidden sibling `.<name>.<pid>.tmp`; then the old folder is renamed to
`.<name>.<pid>.old` and the new one takes its place. A lock on the sibling `.<name>.lock` keeps a second run
out; the system releases it when a process dies, however it dies. POSIX only (`fcntl`).
"""

import errno
import fcntl
import json
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from pipeline.errors import OutputError
from pipeline.export.datapackage import DESCRIPTOR, PACKAGE_NAME
from pipeline.export.written import Content, Files, Written

_LOG = logging.getLogger(__name__)


def replace_folder(
    files: Iterable[tuple[str, Content]], out: Path, find_old: Callable[[Path], set[str]] | None = None
) -> None:
    """Make `out` hold `files`; what an earlier run did not write (notes, hidden files) stays in it.

    Args:
        files: relative name with forward slashes, content; each name once.
        out: a new folder, an empty one, or one that holds what an earlier run wrote.
        find_old: names the files of that run, and refuses a folder that holds something else; by default those a
            dataset lists.

    Example: `replace_folder([("sessions.csv", b"…"), ("datapackage.json", b"…")], Path("processed"))`

    Raises:
        OutputError: `out` is in use by another run, holds something else, or cannot be written;
            `out` is then as it was.
    """
    fill_folder(lambda written: files, out, find_old)


def fill_folder(
    make: Callable[[Files], Iterable[tuple[str, Content]]],
    out: Path,
    find_old: Callable[[Path], set[str]] | None = None,
) -> None:
    """Make `out` hold the files that `make` gives one after the other: each is written before the next is made.

    Args:
        make: is given the files written so far, to make others from them.
        out: see `replace_folder`.
        find_old: see `replace_folder`.

    Raises:
        OutputError: see `replace_folder`.
    """
    out = out.resolve()  # behind a symbolic link, the folder it points to is replaced, not the link
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with locked(out):
            _recover(out)
            listed = _of_earlier_run(out, find_old or _listed_files)
            new = _sibling(out, "tmp")
            try:
                _write_files(make, new)
                _keep_others(out, new, listed)
                _sync_folders(new)
                _swap(new, out)
            except BaseException:
                _remove(new)
                raise
    except OSError as error:
        raise OutputError(f"{out}: cannot be written ({_reason(error)}).") from error


def _reason(error: OSError) -> str:
    if error.errno == errno.EBUSY:
        return "it is a mount point and cannot be renamed; choose a folder inside it"
    return error.strerror or str(error)


def _sibling(out: Path, suffix: str) -> Path:
    return out.with_name(f".{out.name}.{os.getpid()}.{suffix}")


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Keep other runs out of a folder.

    Raises:
        OutputError: another run is writing it.
    """
    path = out.with_name(f".{out.name}.lock")
    handle = _lock(path, out)
    while not _is_at(path, handle):
        # The run before removed the file between our opening and our locking it.
        os.close(handle)
        handle = _lock(path, out)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _lock(path: Path, out: Path) -> int:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        if isinstance(error, BlockingIOError):
            raise OutputError(f"{out}: another run is writing this folder; wait for it to end.") from error
        raise
    return handle


def _is_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _recover(out: Path) -> None:
    """Clear away what killed runs left; bring back the old folder if one died between the two renames."""
    pattern = re.compile(rf"\.{re.escape(out.name)}\.(\d{{1,9}})\.(tmp|old)")
    for path in sorted(out.parent.iterdir()):
        match = pattern.fullmatch(path.name)
        if match and not _is_alive(int(match[1])):
            if match[2] == "old" and not out.exists():
                path.rename(out)
            else:
                _remove(path)


def _is_alive(pid: int) -> bool:
    if pid == os.getpid():
        return False  # we hold the lock: it is an earlier process, in a container of the same number
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # a process of somebody else
    return True


def _of_earlier_run(out: Path, find_old: Callable[[Path], set[str]]) -> set[str]:
    """The files in `out` that the new ones replace; none in a folder that does not exist yet."""
    if not out.exists():
        return set()
    if not out.is_dir():
        raise OutputError(f"{out} is not a folder.")
    if not os.access(out, os.W_OK):
        raise OutputError(f"{out}: cannot be written (read-only folder).")
    return find_old(out)


def _listed_files(out: Path) -> set[str]:
    """The files of the dataset in `out`; empty for a folder without visible file."""
    if not (out / DESCRIPTOR).is_file():
        visible = sorted(path.name for path in out.iterdir() if not path.name.startswith("."))
        if visible:
            raise OutputError(
                f"{out} is not a dataset folder (it holds {visible[0]} and no {DESCRIPTOR}); choose an empty folder."
            )
        return set()
    return listed_files((out / DESCRIPTOR).read_bytes(), str(out))


def listed_files(content: bytes, out: str) -> set[str]:
    """The files that the descriptor of a dataset lists, itself among them; `out` is the place of the dataset.

    Raises:
        OutputError: it is no descriptor, or that of something else.
    """
    try:
        descriptor = json.loads(content)
        name, paths = descriptor["name"], {str(resource["path"]) for resource in descriptor["resources"]}
    except (ValueError, TypeError, KeyError) as error:
        raise OutputError(
            f"{out}/{DESCRIPTOR} is not a descriptor that can be read; choose an empty folder."
        ) from error
    if name != PACKAGE_NAME:
        raise OutputError(f"{out} holds another data package (« {name} »); choose an empty folder.")
    return paths | {DESCRIPTOR}


def _write_files(make: Callable[[Files], Iterable[tuple[str, Content]]], new: Path) -> None:
    new.mkdir()
    written = Written(new)
    for name, content in make(written):
        path = new / _checked_name(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            if isinstance(content, bytes):
                stream.write(content)
            else:
                shutil.copyfileobj(content, stream)
                content.close()
            stream.flush()
            os.fsync(stream.fileno())
        written.names[name] = None


def _checked_name(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if not path.parts or path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name:
        raise OutputError(f"« {name} » is not the name of a file inside the dataset folder.")
    return path


def _keep_others(old: Path, new: Path, listed: set[str]) -> None:
    for path in sorted(old.rglob("*")) if old.exists() else []:
        name = path.relative_to(old)
        if name.as_posix() in listed or (path.is_dir() and not path.is_symlink()):
            continue
        target = new / name
        if target.exists():
            raise OutputError(f"{path} is not part of the dataset and would be overwritten; move it elsewhere.")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, target, follow_symlinks=False)
        except OSError:
            # Not every file system has links, and some forbid them on the files of others.
            shutil.copy2(path, target, follow_symlinks=False)


def _swap(new: Path, out: Path) -> None:
    old = _sibling(out, "old")
    try:
        if out.exists():
            shutil.copymode(out, new)
            out.rename(old)
        new.rename(out)
    except BaseException:
        if old.exists() and not out.exists():
            old.rename(out)
        raise
    _sync_folder(out.parent)
    _remove(old)


def _sync_folders(top: Path) -> None:
    for path in sorted(top.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            _sync_folder(path)
    _sync_folder(top)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems sync files only; they say so with this code.
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(handle)


def _remove(folder: Path) -> None:
    if folder.exists():
        try:
            shutil.rmtree(folder)
        except OSError as error:
            # The dataset is what it should be; the next run tries again.
            _LOG.warning("%s: cannot be removed (%s)", folder, _reason(error))
