"""Many documents over several processes: each within its limits, a bad one at its own cost, results kept at once.

Workers are started anew, never forked from this process: PDFium and threads do not survive that. The parent holds a
few words of each result; the results themselves lie in the folder of the cache until all are there.
"""

import logging
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.errors import InputError, MemoryLimitError, OutputError, TimeLimitError, WorkerCrashError
from pipeline.export import Dataset
from pipeline.extract.ocr_options import READER_VERSION, Ocr
from pipeline.extract.tesseract import missing_part, tesseract_version
from pipeline.garbage import no_collection
from pipeline.model_files import OWN, identify
from pipeline.ocr_mode import OcrMode
from pipeline.programme import Programme
from pipeline.running.cache import entry_name, find_result, load_result, read_content, recipe_digest
from pipeline.running.endings import failure_of
from pipeline.running.jobs import Errand, Job, Outcome
from pipeline.running.limits import DEFAULT_LIMITS, OUT_OF_MEMORY, Limits, process_context
from pipeline.running.worker import Plan, read_job, run_errand, start_worker
from pipeline.shelf import Keep, Shelf
from pipeline.source import Source
from pipeline.tables import Failure

if TYPE_CHECKING:
    from pebble import ProcessPool

# So many documents wait for each worker: enough that none is idle, few enough that memory stays flat.
QUEUED = 3
# A worker is replaced after so many documents, should a library not give its memory back.
MAX_TASKS = 500
# No result for this long after a deadline means that the pool itself has lost its way.
STALLED_SECONDS = 60
# A crash may be the fault of the document before, in the same process: one more attempt tells.
MAX_ATTEMPTS = 2
# A pool that broke down says nothing of the files it held; only so often, lest a run never ends.
MAX_LOST = 8
MAX_RESTARTS = 3  # one after the other, without any result

log = logging.getLogger(__name__)


def make_plan(
    folder: Path,
    tagger: str = OWN,
    ocr: Ocr | None = None,
    source: Source | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Plan:
    """How documents are read, with the digest under which their results are kept.

    Args:
        folder: where results are kept.
        tagger: the name of the model, as `load_tagger` takes it.
        ocr: how scans are read; by default they are not.
        source: a sidecar for all files; by default each file's own.
        limits: what one document may take.

    Raises:
        TaggerError: there is no such model.
    """
    model = identify(tagger)
    options: dict[str, Any] = {"model": model, "pages": limits.pages}
    if ocr and ocr.mode is not OcrMode.OFF:
        # What can be read today may not have been yesterday: Tesseract is installed, or its language.
        program = [missing_part(ocr.language), tesseract_version()]
        options["ocr"] = [ocr.mode.value, ocr.language, ocr.dpi, READER_VERSION, program]
    if source:
        options["source"] = source.model_dump(mode="json")
    return Plan(recipe_digest(options), folder, tagger, model, source, ocr, limits)


def settings_of(plan: Plan) -> dict[str, Any]:
    """The options of a run that have an influence on what it publishes, for its manifest."""
    return {
        "ocr": plan.ocr.mode.value if plan.ocr else OcrMode.OFF.value,
        "secondes": float(plan.limits.seconds),
        "memoire_mo": plan.limits.megabytes,
        "pages": plan.limits.pages,
        "fiche_commune": plan.source.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        if plan.source
        else None,
    }


def run_pool(
    jobs: Iterable[Job],
    plan: Plan,
    workers: int = 1,
    told: Sequence[Callable[[Outcome], None]] = (),
    read: Callable[[Job], Outcome] = read_job,
) -> Dataset:
    """Read every file that has no result yet; one that fails becomes a `Failure` and the others go on.

    Args:
        jobs: the files.
        plan: how they are read.
        workers: how many at a time.
        told: called with each outcome, in the order in which files are done.
        read: what a worker does with a file.

    Raises:
        TaggerError: the model cannot be loaded.
        OutputError: results cannot be kept.
        WorkerCrashError: no worker can be started.
    """
    return collect(read_files(jobs, plan, workers, read), plan, told)


def collect(
    outcomes: Generator[Outcome, None, None], plan: Plan, told: Sequence[Callable[[Outcome], None]] = ()
) -> Dataset:
    """The results of all files, once there is an outcome of each; see `run_pool`."""
    done = []
    with closing(outcomes):
        for outcome in outcomes:
            done.append(outcome)
            for tell in told:
                tell(outcome)
    return load_dataset(done, plan, Shelf)


def read_files(
    jobs: Iterable[Job],
    plan: Plan,
    workers: int = 1,
    read: Callable[[Job], Outcome] = read_job,
    errands: deque[Errand] | None = None,
) -> Generator[Outcome, None, None]:
    """The outcome of every file, each when it is known; to be closed, which ends the workers. See `run_pool`.

    Whoever takes the outcomes may put errands for the workers into `errands` meanwhile: they go before the next file.
    """
    return _read_all(_without_result(jobs, plan), plan, workers, read, deque() if errands is None else errands)


def load_dataset(outcomes: Iterable[Outcome], plan: Plan, keep: Keep = tuple) -> Dataset:
    """The results of files, by their names.

    Args:
        outcomes: what came of each file.
        plan: how they were read.
        keep: how programmes are kept.

    Raises:
        OutputError: one is no longer where it was kept.
    """
    failures: list[Failure] = []

    def programmes() -> Iterator[Programme]:
        for outcome in sorted(outcomes, key=lambda outcome: outcome.job.name):
            result = outcome.failure or load_result(plan.folder, outcome.entry or "")
            if isinstance(result, Programme):
                yield result
            elif result is None:
                raise OutputError(f"The cache {plan.folder} lost the result of {outcome.job.name} during the run.")
            else:
                failures.append(result)

    with no_collection():
        kept = keep(programmes())
    return Dataset(kept, tuple(failures), model=plan.model, settings=settings_of(plan))


def _without_result(jobs: Iterable[Job], plan: Plan) -> Iterator[Job | Outcome]:
    """The files that are to be read, and of the others what came of them before."""
    for job in jobs:
        content = read_content(job.path)
        name = entry_name(plan.recipe, content, job.name, job.programme_id) if content else ""
        kind = find_result(plan.folder, name) if name else None
        if kind is None:
            yield job
        else:
            failure = load_result(plan.folder, name) if kind == Failure.__name__ else None
            yield Outcome(job, name, failure if isinstance(failure, Failure) else None, cached=True)


class _Running(NamedTuple):
    """What is under way, how often each file of it was begun, and what goes before further files."""

    jobs: dict["Future[Any]", Job | Errand]
    attempts: dict[str, int]
    again: deque[Job | Errand]


def _read_all(
    files: Iterator[Job | Outcome],
    plan: Plan,
    workers: int,
    read: Callable[[Job], Outcome],
    errands: deque[Errand],
) -> Generator[Outcome, None, None]:
    """The outcome of each file, known or not; what was lost with a worker or with the pool is begun again."""
    state = _Running({}, {}, deque())
    pool: ProcessPool | None = None
    restarts = 0
    try:
        while True:
            while len(state.jobs) < QUEUED * workers:
                ready = state.again or errands
                job = ready.popleft() if ready else next(files, None)
                if job is None:
                    break
                if isinstance(job, Outcome):
                    yield job
                    continue
                pool = pool or _open_pool(plan, workers)
                work, given = (run_errand, job.work) if isinstance(job, Errand) else (read, job)
                try:
                    begun = pool.schedule(work, [given], timeout=plan.limits.seconds)
                except RuntimeError:  # it broke down since it was looked at
                    state.again.appendleft(job)
                    break
                state.jobs[begun] = job
                state.attempts[job.name] = state.attempts.get(job.name, 0) + 1
            if not state.jobs and not state.again and not errands:
                return
            ended = wait(state.jobs, plan.limits.seconds + STALLED_SECONDS, FIRST_COMPLETED).done
            for future in ended:
                restarts = restarts if isinstance(future.exception(), BrokenProcessPool) else 0
                yield from _settle(future, state, plan)
            if pool and (not ended or not pool.active):
                log.warning("the pool of worker processes is started anew")
                restarts += 1
                if restarts > MAX_RESTARTS:
                    raise WorkerCrashError("The processes that read files end at once, whatever the file.")
                _close_pool(pool)
                pool = None
                for future in list(state.jobs):
                    yield from _settle(future, state, plan)
    finally:
        if pool:
            _close_pool(pool)


def _settle(future: "Future[Any]", state: _Running, plan: Plan) -> Iterator[Outcome]:
    """The outcome of a file, if it has one; without, the file is put back."""
    job = state.jobs.pop(future)
    attempts = state.attempts.pop(job.name)
    error = future.exception() if future.done() and not future.cancelled() else BrokenProcessPool()
    if isinstance(job, Errand):
        _settle_errand(job, future, error, plan)
        return
    if error is None:
        outcome = future.result()
    else:
        failure = _classify(error, job, plan.limits)
        if attempts < (MAX_LOST if isinstance(error, BrokenProcessPool) else MAX_ATTEMPTS) and not isinstance(
            failure, TimeLimitError
        ):
            state.again.append(job)
            state.attempts[job.name] = attempts
            return
        outcome = Outcome(
            job, None, failure_of(job, failure), plan.limits.seconds * isinstance(failure, TimeLimitError)
        )
    yield outcome._replace(attempts=attempts)


def _settle_errand(errand: Errand, future: "Future[Any]", error: BaseException | None, plan: Plan) -> None:
    """Take what an errand brought; one that was lost with its worker is done here, where there are no limits."""
    if error:
        lost = _classify(error, errand, plan.limits)
        log.warning("%s (%s): done in the process that runs the workers", errand.name, type(lost).__name__)
    errand.take(errand.work() if error else future.result())


def _classify(error: BaseException, job: Job | Errand, limits: Limits) -> InputError:
    """The error of a file that has ended its worker; whatever else a worker raises ends the run."""
    if isinstance(error, TimeoutError):
        return TimeLimitError(f"{job.name} is not read after {limits.seconds:g} s.")
    code = getattr(error, "exitcode", None)
    if isinstance(error, MemoryError) or code == OUT_OF_MEMORY:
        return MemoryLimitError(f"{job.name} takes more than {limits.megabytes} MB to read.")
    if isinstance(code, int) and code < 0:
        return WorkerCrashError(f"{job.name} crashes the process that reads it ({signal.Signals(-code).name}).")
    if isinstance(code, int):
        return WorkerCrashError(f"{job.name} ends the process that reads it (code {code}).")
    if isinstance(error, BrokenProcessPool):
        return WorkerCrashError(f"{job.name} was not read: its processes were lost again and again.")
    raise error


def _open_pool(plan: Plan, workers: int) -> "ProcessPool":
    from pebble import ProcessPool

    return ProcessPool(workers, MAX_TASKS, start_worker, (plan,), process_context())


def _close_pool(pool: "ProcessPool") -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()
