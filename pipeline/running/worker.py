"""One process of a pool: reads the documents it is given, keeps what came of each, and tells in a few words.

The parent imports this module too, to hand out work; the stages are imported where they are used, so that it does not
import those.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pipeline.errors import (
    ChangingFileError,
    DamagedPdfError,
    EmptyFileError,
    EncryptedPdfError,
    ImageOnlyPdfError,
    NoPagesError,
    NotAPdfError,
    SidecarError,
    TooLargeError,
)
from pipeline.extract.ocr_options import Ocr
from pipeline.garbage import collect_seldom, forget_texts
from pipeline.model_files import Model
from pipeline.programme import Programme
from pipeline.running.cache import Content, entry_name, read_content, save_result
from pipeline.running.endings import failure_of
from pipeline.running.jobs import Job, Outcome
from pipeline.running.limits import DEFAULT_LIMITS, Limits, bound_process, peak_megabytes, set_deadline
from pipeline.source import Source
from pipeline.tables import Failure

if TYPE_CHECKING:
    from pipeline.tagger import Tagger

# Errors that follow from the bytes of the file alone, and need not be found again.
LASTING = frozenset(
    error.__name__
    for error in (
        DamagedPdfError,
        EmptyFileError,
        EncryptedPdfError,
        ImageOnlyPdfError,
        NoPagesError,
        NotAPdfError,
        SidecarError,
        TooLargeError,
    )
)


Made = TypeVar("Made")


class Plan(NamedTuple):
    """How the documents of a run are read: with what, within which limits, and where results are kept.

    `recipe` is the digest of all of it that has an influence on the results.
    """

    recipe: str
    folder: Path
    tagger: str
    model: Model
    source: Source | None = None
    ocr: Ocr | None = None
    limits: Limits = DEFAULT_LIMITS


class _State(NamedTuple):
    plan: Plan
    tagger: "Tagger"
    busy: threading.Event


# What this process was started with; it stays empty everywhere but in a worker.
_state: list[_State] = []


def start_worker(plan: Plan) -> None:
    """Make this process a worker."""
    from pipeline.tagger import load_tagger

    state = _State(plan, load_tagger(plan.tagger), threading.Event())
    # A document makes some 100,000 records: looking for cycles among them took a fifth of the time.
    collect_seldom()
    bound_process(plan.limits, state.busy)
    _state[:] = [state]


def read_job(job: Job) -> Outcome:
    """Read one document in a worker.

    Raises:
        TaggerError: the model cannot be loaded.
        OutputError: the result cannot be kept.
    """
    started = time.perf_counter()
    with _within_limits() as state:
        outcome = keep_result(job, state.plan, state.tagger)
    return outcome._replace(seconds=time.perf_counter() - started, megabytes=peak_megabytes())


def run_errand(work: Callable[[], Made]) -> Made:
    """Do something else in a worker, within the limits of a document."""
    with _within_limits():
        return work()


@contextmanager
def _within_limits() -> Iterator[_State]:
    """Inside, a worker that takes too much ends; afterwards it forgets what is of no further use."""
    (state,) = _state
    state.busy.set()
    set_deadline(state.plan.limits)
    try:
        yield state
    finally:
        set_deadline(None)
        state.busy.clear()
        forget_texts()


def keep_result(job: Job, plan: Plan, tagger: "Tagger") -> Outcome:
    """Read a file that stays the same meanwhile, and keep what came of it; failures that may pass are not kept."""
    from pipeline.batch import run_job

    for _ in range(2):
        before = read_content(job.path)
        result = run_job(job, tagger, plan.source, plan.ocr, plan.limits.pages)
        if read_content(job.path) == before and _is_of(result, before):
            break
    else:
        changing = ChangingFileError(f"{job.name} changed while it was being read.")
        return Outcome(job, None, failure_of(job, changing))
    if isinstance(result, Failure) and (before is None or result.error not in LASTING):
        return Outcome(job, None, result)
    # A programme can only have been read from a file.
    assert before is not None
    name = entry_name(plan.recipe, before, job.name, job.programme_id)
    save_result(plan.folder, name, result)
    return Outcome(job, name, result if isinstance(result, Failure) else None)


def _is_of(result: Programme | Failure, content: Content | None) -> bool:
    """Whether a result can be that of a content."""
    return isinstance(result, Failure) or (content is not None and result.sha256 == content.sha256)
