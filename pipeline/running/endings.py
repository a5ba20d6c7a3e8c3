"""How a file and a run end: the failure as it is published, the exit code; apart from what reads files."""

from typing import TYPE_CHECKING

from pipeline.errors import FindingsError, NotAProgrammeError, PartialFailureError, PipelineError
from pipeline.running.jobs import Job
from pipeline.tables import Failure

if TYPE_CHECKING:
    from pipeline.export import Dataset


def failure_of(job: Job, error: PipelineError) -> Failure:
    """An error as it is published."""
    return Failure(
        file=job.name,
        error=type(error).__name__,
        exit_code=error.exit_code,
        message=error.message,
        remedy=error.remedy,
    )


def exit_code(dataset: "Dataset", strict: bool = False) -> int:
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
