"""Many documents: which files there are, one after the other through the stages, failures set apart."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import (
    FindingsError,
    MemoryLimitError,
    MissingInputError,
    NotAProgrammeError,
    PartialFailureError,
    PipelineError,
    TaggerError,
)
from pipeline.export import Dataset
from pipeline.extract import NAMED_KINDS, READERS
from pipeline.extract.ocr import Ocr
from pipeline.ids import digest, programme_id
from pipeline.programme import Programme
from pipeline.run import run_document
from pipeline.source import Source
from pipeline.tables import Failure
from pipeline.tagger import Tagger

log = logging.getLogger(__name__)


class Job(NamedTuple):
    """A file to read: where it is, how it is called in the outputs, its programme's identifier."""

    path: Path
    name: str
    programme_id: str


def find_jobs(paths: Sequence[Path]) -> list[Job]:
    """The files to read: those given, and the programmes below the folders given, sorted by name.

    In a folder a PDF is a programme; a text (`NAMED_KINDS`) is one only where a sidecar of its name stands beside and
    no PDF of that name: README, notes and the text taken from a PDF lie in such folders too. A text given by its own
    path is always read.

    A file is named by its path below its folder, so two files of one name in two folders stay apart; files of one
    name from two arguments are named with as many folders above as tell them apart. Where two names still give
    one identifier, both get a digest of their name. The order of the arguments has no influence.

    Raises:
        MissingInputError: a path does not exist, or no programme was found.
    """
    found: dict[Path, str] = {}
    for path in paths:
        for file in _below(path) if path.is_dir() else [path]:
            if not file.exists():
                raise MissingInputError(f"{file} does not exist.")
            name = file.name if file == path else file.relative_to(path).as_posix()
            # A file given alone and in its folder is read once, under the longer name.
            known = found.get(file.absolute(), "")
            found[file.absolute()] = max(known, name, key=lambda each: (len(each), each))
    if not found:
        kinds, named = ", ".join(sorted(READERS.keys() - NAMED_KINDS)), ", ".join(sorted(NAMED_KINDS))
        raise MissingInputError(
            f"No file of a known kind ({kinds}) in {', '.join(map(str, paths))}; "
            f"in a folder, {named} are read where a sidecar stands beside."
        )
    names = {path: _printable(name) for path, name in _distinct(found).items()}
    ids = Counter(programme_id(name) for name in names.values())
    jobs = []
    for path, name in sorted(names.items(), key=lambda item: item[1]):
        identifier = programme_id(name)
        if ids[identifier] > 1:
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


def _printable(name: str) -> str:
    """The name without what no text file can hold: bytes that are no UTF-8, line breaks and control signs."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _below(folder: Path) -> Iterable[Path]:
    """Programmes below a folder; hidden files and links to folders are left alone."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and path.suffix.lower() in READERS and _is_meant(path):
            yield path


def _is_meant(path: Path) -> bool:
    """Whether a file of a folder is there as a programme: for a kind that serves for anything, its sidecar tells."""
    if path.suffix.lower() not in NAMED_KINDS:
        return True
    twins = (path.with_suffix(form) for kind in READERS.keys() - NAMED_KINDS for form in (kind, kind.upper()))
    return path.with_suffix(".toml").is_file() and not any(twin.exists() for twin in twins)


def run_batch(
    jobs: Sequence[Job],
    tagger: Tagger,
    source: Source | None = None,
    on_done: Callable[[Job, Programme | Failure], None] = lambda job, result: None,
    ocr: Ocr | None = None,
) -> Dataset:
    """Read every file; one that fails becomes a `Failure` and the others go on.

    Args:
        jobs: the files.
        tagger: the language model.
        source: a sidecar for all of them; by default each file's own.
        on_done: called after each file with what came of it.
        ocr: how to read scanned pages; by default they are not.
    """
    programmes: list[Programme] = []
    failures: list[Failure] = []
    for job in jobs:
        result = run_job(job, tagger, source, ocr)
        (programmes if isinstance(result, Programme) else failures).append(result)  # type: ignore[arg-type]
        on_done(job, result)
    return Dataset(tuple(programmes), tuple(failures))


def run_job(
    job: Job, tagger: Tagger, source: Source | None = None, ocr: Ocr | None = None, max_pages: int | None = None
) -> Programme | Failure:
    """What comes of one file: its programme, or why there is none."""
    try:
        return run_document(job.path, tagger, source, job.name, job.programme_id, ocr, max_pages)
    except TaggerError:
        raise  # no fault of the file: without its model the run is not what was asked for
    except PipelineError as error:
        return failure_of(job, error)
    except MemoryError:
        return failure_of(job, MemoryLimitError(f"{job.name}: there is not enough memory to read it."))
    except Exception as error:  # one file must not stop the batch: it is listed, and logged in full
        log.exception("%s: unexpected error", job.name)
        return Failure(
            file=job.name,
            error=type(error).__name__,
            exit_code=PipelineError.exit_code,
            # The failure is published: it says nothing of where the file lies on this machine.
            message=f"{job.name}: unexpected {type(error).__name__}: {str(error).replace(str(job.path), job.name)}",
            remedy=PipelineError.remedy,
        )


def failure_of(job: Job, error: PipelineError) -> Failure:
    """An error as it is published."""
    return Failure(
        file=job.name,
        error=type(error).__name__,
        exit_code=error.exit_code,
        message=error.message,
        remedy=error.remedy,
    )


def exit_code(dataset: Dataset, strict: bool = False) -> int:
    """The exit code of a run.

    A run over one file gives that file's own code (its failure, or 4 for a document that is no programme); over
    several, 3 when some failed. With `strict`, 1 when anything published has a finding of gravity « erreur ».
    """
    if len(dataset.failures) == 1 and not dataset.programmes:
        return dataset.failures[0].exit_code
    if dataset.failures:
        return PartialFailureError.exit_code
    if len(dataset.programmes) == 1 and not dataset.programmes[0].sessions:
        return NotAProgrammeError.exit_code
    if strict and any(a.gravity == "erreur" for p in dataset.programmes for a in p.anomalies):
        return FindingsError.exit_code
    return 0
