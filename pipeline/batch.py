"""Many documents: one after the other through the stages, failures set apart."""

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from pipeline.errors import MemoryLimitError, PipelineError, TaggerError
from pipeline.extract.ocr_options import Ocr
from pipeline.programme import Programme
from pipeline.run import run_document
from pipeline.running.endings import failure_of
from pipeline.running.jobs import Job, find_jobs
from pipeline.source import Source
from pipeline.tables import Failure
from pipeline.tagger import Tagger

if TYPE_CHECKING:
    from pipeline.export import Dataset

log = logging.getLogger(__name__)

__all__ = ["Job", "find_jobs", "run_batch", "run_job"]


def run_batch(
    jobs: Sequence[Job],
    tagger: Tagger,
    source: Source | None = None,
    on_done: Callable[[Job, Programme | Failure], None] = lambda job, result: None,
    ocr: Ocr | None = None,
) -> "Dataset":
    """Read every file; one that fails becomes a `Failure` and the others go on.

    Args:
        jobs: the files.
        tagger: the language model.
        source: a sidecar for all of them; by default each file's own.
        on_done: called after each file with what came of it.
        ocr: how to read scanned pages; by default they are not.
    """
    from pipeline.export import Dataset

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
