"""Many documents: which files there are, one after the other through the stages, failures set apart."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import MissingInputError, PartialFailureError, PipelineError
from pipeline.export import Dataset
from pipeline.extract import READERS
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
    """The files to read: those given, and those of a known kind below the folders given, sorted by name.

    A file is named by its path below its folder, so two files of one name in two folders stay apart; where two
    names still give one identifier, both get a digest of their name.

    Raises:
        MissingInputError: a path does not exist, or nothing of a known kind was found.
    """
    found: dict[Path, str] = {}
    for path in paths:
        if not path.exists():
            raise MissingInputError(f"{path} does not exist.")
        if path.is_dir():
            for file in _below(path):
                found.setdefault(file, file.relative_to(path).as_posix())
        else:
            found.setdefault(path, path.name)
    if not found:
        kinds = ", ".join(sorted(READERS))
        raise MissingInputError(f"No file of a known kind ({kinds}) in {', '.join(map(str, paths))}.")
    ids = Counter(programme_id(name) for name in found.values())
    names = Counter(found.values())
    jobs = []
    for path, name in sorted(found.items(), key=lambda item: (item[1], str(item[0]))):
        identifier = programme_id(name)
        if ids[identifier] > 1:
            identifier += f"-{digest(name if names[name] == 1 else path, length=6)}"
        jobs.append(Job(path, name, identifier))
    return jobs


def _below(folder: Path) -> Iterable[Path]:
    """Files of a known kind below a folder; hidden ones and links to folders are left alone."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and path.suffix.lower() in READERS:
            yield path


def run_batch(
    jobs: Sequence[Job],
    tagger: Tagger,
    source: Source | None = None,
    on_done: Callable[[Job, Programme | Failure], None] = lambda job, result: None,
) -> Dataset:
    """Read every file; one that fails becomes a `Failure` and the others go on.

    Args:
        jobs: the files.
        tagger: the language model.
        source: a sidecar for all of them; by default each file's own.
        on_done: called after each file with what came of it.
    """
    programmes: list[Programme] = []
    failures: list[Failure] = []
    for job in jobs:
        result = _run_job(job, tagger, source)
        (programmes if isinstance(result, Programme) else failures).append(result)  # type: ignore[arg-type]
        on_done(job, result)
    return Dataset(tuple(programmes), tuple(failures))


def _run_job(job: Job, tagger: Tagger, source: Source | None) -> Programme | Failure:
    try:
        return run_document(job.path, tagger, source, job.name, job.programme_id)
    except PipelineError as error:
        return Failure(
            file=job.name,
            error=type(error).__name__,
            exit_code=error.exit_code,
            message=error.message,
            remedy=error.remedy,
        )
    except Exception as error:  # one file must not stop the batch: it is listed, and logged in full
        log.exception("%s: unexpected error", job.name)
        return Failure(
            file=job.name,
            error=type(error).__name__,
            exit_code=PipelineError.exit_code,
            message=f"{job.name}: unexpected {type(error).__name__}: {error}",
            remedy=PipelineError.remedy,
        )


def exit_code(dataset: Dataset, strict: bool = False) -> int:
    """The exit code of a run.

    A run over one file gives that file's own code (its failure, or 4 for a document that is no programme); over
    several, 3 when some failed. With `strict`, 1 when anything published has a finding of gravity « erreur ».
    """
    from pipeline.errors import FindingsError, NotAProgrammeError

    if len(dataset.failures) == 1 and not dataset.programmes:
        return dataset.failures[0].exit_code
    if dataset.failures:
        return PartialFailureError.exit_code
    if len(dataset.programmes) == 1 and not dataset.programmes[0].sessions:
        return NotAProgrammeError.exit_code
    if strict and any(a.gravity == "erreur" for p in dataset.programmes for a in p.anomalies):
        return FindingsError.exit_code
    return 0
