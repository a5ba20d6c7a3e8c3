"""How `programme run` reads: its options as one value, and the files read with it, here or on a cluster."""

import logging
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from pipeline.cli.report import open_log, show_progress
from pipeline.export import Dataset, load_libraries
from pipeline.extract.ocr_options import Ocr
from pipeline.running.cache import open_folder, package_versions
from pipeline.running.jobs import Outcome, find_jobs
from pipeline.running.limits import Limits, processors
from pipeline.running.places import find_origins, is_address, local_paths
from pipeline.running.pool import collect, make_plan, run_pool, settings_of
from pipeline.running.worker import Plan
from pipeline.source import Source

# From so many files on it is said what a run remembers of them; that was measured on invented programmes.
MANY_FILES = 2_000
MEGABYTES_A_FILE = 0.3

log = logging.getLogger(__name__)


class Reading(NamedTuple):
    """What is read and how, as the options of a run say it.

    `workers` is how many files are read at a time, None for as many as there are processors; `cache` is None when
    nothing is kept.
    """

    places: Sequence[str]
    source: Source | None
    tagger: str
    ocr: Ocr
    cache: Path | None
    workers: int | None
    limits: Limits
    scheduler: str | None
    log: Path | None


class Opened(NamedTuple):
    """A reading that goes on: its plan, how many files at a time, and whom to tell what came of each."""

    plan: Plan
    workers: int
    told: tuple[Callable[[Outcome], None], ...]


@contextmanager
def open_reading(reading: Reading, files: int) -> Iterator[Opened]:
    """Begin to read some files: with a folder for the results, a log and the progress."""
    workers = min(reading.workers or processors(), files)
    with ExitStack() as stack:
        results = stack.enter_context(open_folder(reading.cache))
        ocr = reading.ocr._replace(workers=max(1, processors() // workers))
        plan = make_plan(results, reading.tagger, ocr, reading.source, reading.limits)
        head = {"versions": package_versions(), "configuration": settings_of(plan), "fichiers": files}
        log = stack.enter_context(open_log(reading.log, head))
        advance = stack.enter_context(show_progress(files))
        yield Opened(plan, workers, (advance, log))


def read_dataset(reading: Reading) -> Dataset:
    """What all files hold, each read in a process of its own."""
    if not reading.scheduler and not any(map(is_address, reading.places)):
        jobs = find_jobs(local_paths(reading.places))
        _warn(len(jobs))
        Thread(target=load_libraries).start()
        with open_reading(reading, len(jobs)) as opened:
            return run_pool(jobs, opened.plan, opened.workers, opened.told)

    from pipeline.running.partitions import read_origins

    origins = find_origins(reading.places)
    _warn(len(origins))
    with open_reading(reading, len(origins)) as opened, tempfile.TemporaryDirectory(prefix="programme-") as folder:
        if reading.scheduler:
            from pipeline.running.cluster import read_on_cluster

            outcomes = read_on_cluster(origins, opened.plan, reading.scheduler)
        else:
            outcomes = read_origins(origins, opened.plan, Path(folder), opened.workers)
        return collect(outcomes, opened.plan, opened.told)


def _warn(files: int) -> None:
    if files >= MANY_FILES:
        log.warning(
            "%d files: this run remembers the names in all of them, about %d MB; with --partitioned it would not.",
            files,
            files * MEGABYTES_A_FILE,
        )
