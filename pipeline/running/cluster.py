"""The same work on the machines of a Dask cluster: files are read there within the same limits, a few at a time.

A worker of the cluster reads each file in a process of its own, as `pipeline.running.pool` does on one machine: a
file that crashes or hangs costs itself, not the worker. When a worker itself is lost, Dask gives its work to another.
"""

import multiprocessing
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pipeline.editions.oppositions import Objection
from pipeline.errors import ClusterError, UsageError
from pipeline.running.cache import entry_bytes, keep_entry, package_versions, program_digest
from pipeline.running.jobs import Outcome
from pipeline.running.partitions import Partition, Report, read_origins, write_partitions
from pipeline.running.places import Origin
from pipeline.running.worker import Plan

if TYPE_CHECKING:
    from distributed import Client, Future

# So many files go to a worker at a time, and so many tasks wait for each of its threads.
FILES_A_TASK, QUEUED = 16, 2
# A cluster that has no worker after so many seconds will have none.
PATIENCE = 60
CONNECT_SECONDS = 15

Given = TypeVar("Given")
Made = TypeVar("Made")


def read_on_cluster(origins: Sequence[Origin], plan: Plan, scheduler: str) -> Generator[Outcome, None, None]:
    """The outcome of every file, its result kept here in the cache of the plan.

    Raises:
        ClusterError: the cluster cannot be used, or lost a file again and again.
        TaggerError: the model cannot be loaded.
    """
    tasks = [origins[begin : begin + FILES_A_TASK] for begin in range(0, len(origins), FILES_A_TASK)]
    for outcomes in run_tasks(scheduler, partial(_read, plan), tasks):
        for outcome, entry in outcomes:
            if outcome.entry and entry is not None:
                keep_entry(plan.folder, outcome.entry, entry)
            yield outcome


def write_on_cluster(
    partitions: Sequence[Partition], plan: Plan, out: str, oppositions: Sequence[Objection], scheduler: str
) -> Iterator[tuple[Report, list[Outcome]]]:
    """The reports of partitions, each written by the worker that has read its files, and what came of each file.

    Raises:
        ClusterError: the cluster cannot be used, or lost a partition again and again.
        PipelineError: what `write_partitions` raises.
    """
    yield from run_tasks(scheduler, partial(_write, plan, out, tuple(oppositions)), partitions)


def run_tasks(scheduler: str, work: Callable[[Given], Made], items: Sequence[Given]) -> Iterator[Made]:
    """What the workers of a cluster make of some items, as it is done; only so many are under way at a time.

    Args:
        scheduler: its address, as `tcp://10.0.0.1:8786`.
        work: what is done to an item; it and the items are sent to the workers.
        items: what there is to do.

    Raises:
        ClusterError: the cluster cannot be used, or lost an item again and again.
    """
    from distributed import as_completed
    from distributed.scheduler import KilledWorker

    waiting = iter(items)
    with _connect(scheduler) as client:
        most = QUEUED * max(1, sum(client.nthreads().values()))
        checked = partial(_checked, _program(), work)

        def submit() -> "Future[Any] | None":
            item = next(waiting, None)
            return None if item is None else client.submit(checked, item, pure=False)

        done = as_completed([future for _ in range(most) if (future := submit())])
        for future in done:
            try:
                made = future.result()
            except KilledWorker as error:
                raise ClusterError(f"{scheduler}: workers die again and again over the same files.") from error
            except OSError as error:
                raise ClusterError(f"{scheduler}: the cluster was lost ({error}).") from error
            if following := submit():
                done.add(following)
            yield made


def _connect(scheduler: str) -> "Client":
    """A connection to a cluster that has workers."""
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError("A cluster needs Dask: install programme-ouvert with the extra « cluster ».") from error
    try:
        client = Client(scheduler, timeout=CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise ClusterError(f"{scheduler}: no scheduler answers ({error}).") from error
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except OSError as error:
        client.close()
        raise ClusterError(f"{scheduler}: the cluster has no worker.") from error
    return client


def _program() -> tuple[str, dict[str, str]]:
    """What must be the same on all machines: this program and the packages it reads with."""
    return program_digest(), package_versions()


def _checked(program: object, work: Callable[[Given], Made], item: Given) -> Made:
    """In a worker: do the work, if this is the program that asked for it."""
    if _program() != program:
        raise ClusterError("A worker of the cluster has other versions than this machine.")
    # Dask's workers are daemons, which must not start processes lest these outlive them: ours end with the process
    # that has started them, see `pipeline.running.limits`.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    return work(item)


def _read(plan: Plan, origins: Sequence[Origin]) -> list[tuple[Outcome, bytes | None]]:
    """In a worker: read files, and return what came of them with their entries of the cache."""
    with _own_folder(plan) as (own, folder):
        return [
            (outcome, entry_bytes(own.folder, outcome.entry) if outcome.entry else None)
            for outcome in read_origins(origins, own, folder, workers=1)
        ]


def _write(
    plan: Plan, out: str, oppositions: Sequence[Objection], partition: Partition
) -> tuple[Report, list[Outcome]]:
    """In a worker: read the files of a partition and write its tables."""
    outcomes: list[Outcome] = []
    with _own_folder(plan) as (own, _):
        (report,) = write_partitions([partition], own, out, oppositions, workers=1, told=[outcomes.append])
    return report, outcomes


@contextmanager
def _own_folder(plan: Plan) -> Iterator[tuple[Plan, Path]]:
    """The plan with a cache of this task alone, and a folder for its files."""
    with tempfile.TemporaryDirectory(prefix="programme-") as temporary:
        cache = Path(temporary, "cache")
        yield plan._replace(folder=cache, ocr=plan.ocr and plan.ocr._replace(cache=cache)), Path(temporary)
