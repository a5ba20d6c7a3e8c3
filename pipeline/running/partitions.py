"""A run in partitions: the tables of some tens of files at a time, so that they need not all fit in memory.

A partition is a folder of Parquet files named by a digest of all that has an influence on them; its report is written
last, and a partition that has one is not made again. Files follow each other by identifier of their programmes; where
a partition ends follows from the identifiers alone, so that a file more or less changes the partition it is in.
"""

import json
import tempfile
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.corrections.file import Correction
from pipeline.corrections.replay import correct_programmes
from pipeline.editions import restrict_edition
from pipeline.editions.oppositions import Objection
from pipeline.errors import CorrectionError, InputError, OutputError
from pipeline.export import Dataset
from pipeline.export.parquet import encode_tables, zone_of
from pipeline.export.tables import write_tables
from pipeline.export.written import Content, read_content
from pipeline.ids import digest
from pipeline.running.endings import failure_of
from pipeline.running.jobs import Errand, Job, Outcome
from pipeline.running.places import Origin, fetch, forget, open_system, put_file
from pipeline.running.pool import load_dataset, read_files
from pipeline.running.worker import LASTING, Plan
from pipeline.tables import Failure

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

FOLDER = "partitions"
REPORT = "report.json"
# One file in so many ends a partition, and none has more than the last of these.
MEAN_FILES, MOST_FILES = 16, 48


class Partition(NamedTuple):
    """Files whose tables are written together, corrections of what they hold, and the name of their folder."""

    name: str
    origins: tuple[Origin, ...]
    corrections: tuple[Correction, ...] = ()


class Report(NamedTuple):
    """What a partition holds: how many files of each fate, sessions and findings, and the failures themselves.

    `lasting` says that another run would find the same.
    """

    name: str
    published: int
    empty: int
    sessions: int
    interventions: int
    anomalies: int
    grave: int
    failures: tuple[Failure, ...]
    lasting: bool


class Tables(NamedTuple):
    """What is made of a partition where its files are read: its report, its CSV files, their time zone."""

    report: Report
    files: dict[str, bytes]
    zone: str


def plan_partitions(
    origins: Iterable[Origin],
    recipe: str,
    corrections: Iterable[Correction] = (),
    oppositions: Sequence[Objection] = (),
) -> list[Partition]:
    """The files in partitions.

    Args:
        origins: the files, no two of one identifier.
        recipe: the digest of how files are read.
        corrections: what is corrected in them.
        oppositions: who is left out of what they hold.

    Raises:
        OutputError: two programmes would have the same identifier.
        CorrectionError: a correction is of no programme of the run.
    """
    ranked = sorted(origins, key=lambda origin: origin.job.programme_id)
    for one, other in pairwise(ranked):
        if one.job.programme_id == other.job.programme_id:
            raise OutputError(f"{one.job.name} and {other.job.name} make one programme; rename one of them.")
    corrected: dict[str, list[Correction]] = {origin.job.programme_id: [] for origin in ranked}
    for each in corrections:
        if each.programme_id not in corrected:
            raise CorrectionError(f"{each.place}: no programme « {each.programme_id} » in this run.")
        corrected[each.programme_id].append(each)
    told = digest(recipe, [each[:-1] for each in oppositions])
    return [_partition(group, corrected, told) for group in _groups(ranked)]


def _groups(ranked: Sequence[Origin]) -> Iterator[list[Origin]]:
    group: list[Origin] = []
    for origin in ranked:
        group.append(origin)
        is_end = int(digest(origin.job.programme_id, length=8), 16) % MEAN_FILES == 0
        if is_end or len(group) == MOST_FILES:
            yield group
            group = []
    if group:
        yield group


def _partition(group: Sequence[Origin], corrected: Mapping[str, Sequence[Correction]], told: str) -> Partition:
    corrections = tuple(each for origin in group for each in corrected[origin.job.programme_id])
    # A correction is the same wherever its line stands.
    facts = [
        *((origin.job.name, origin.job.programme_id, origin.mark) for origin in group),
        *(each[:-1] for each in corrections),
    ]
    return Partition(f"{group[0].job.programme_id[:40]}-{digest(told, facts, length=16)}", tuple(group), corrections)


def write_partitions(
    partitions: Sequence[Partition],
    plan: Plan,
    out: str,
    oppositions: Sequence[Objection] = (),
    workers: int = 1,
    told: Sequence[Callable[[Outcome], None]] = (),
) -> Iterator[Report]:
    """Read the files of partitions and write their tables, each partition as soon as its files are read.

    The workers that read make the tables too: many of them would otherwise wait for this one process.

    Args:
        partitions: those to write.
        plan: how files are read.
        out: path or address of the dataset.
        oppositions: who is left out.
        workers: how many files are read at a time.
        told: called with the outcome of each file.

    Raises:
        TaggerError: the model cannot be loaded.
        OutputError: results cannot be kept or written.
        CorrectionError: a correction does not fit what was read.
    """
    system, top = open_system(out)
    place_of = {origin.job.name: partition for partition in partitions for origin in partition.origins}
    done: dict[str, list[Outcome]] = {partition.name: [] for partition in partitions}
    origins = (origin for partition in partitions for origin in partition.origins)
    errands: deque[Errand] = deque()
    written: deque[Report] = deque()

    def write(tables: Tables) -> None:
        _write(tables, system, f"{top}/{FOLDER}/{tables.report.name}")
        written.append(tables.report)

    with (
        tempfile.TemporaryDirectory(prefix="programme-") as temporary,
        closing(read_origins(origins, plan, Path(temporary), workers, errands)) as outcomes,
    ):
        for outcome in outcomes:
            for tell in told:
                tell(outcome)
            partition = place_of[outcome.job.name]
            done[partition.name].append(outcome)
            if len(done[partition.name]) == len(partition.origins):
                read = done.pop(partition.name)
                work = partial(_make_tables, partition.name, read, plan, partition.corrections, oppositions)
                errands.append(Errand(partition.name, work, write))
            while written:
                yield written.popleft()
    for errand in errands:  # of files that could not be fetched there was nothing to read
        errand.take(errand.work())
    yield from written


def read_origins(
    origins: Iterable[Origin], plan: Plan, folder: Path, workers: int, errands: deque[Errand] | None = None
) -> Generator[Outcome, None, None]:
    """The outcome of every file, fetched to `folder` where it is elsewhere and removed from there once it is read.

    See `pipeline.running.pool.read_files` for `errands`.
    """
    known = {}
    missing: list[Outcome] = []

    def jobs() -> Iterator[Job]:
        for origin in origins:
            try:
                job = fetch(origin, folder)
            except InputError as error:
                missing.append(Outcome(origin.job, None, failure_of(origin.job, error)))
            else:
                known[job.name] = origin
                yield job

    with closing(read_files(jobs(), plan, workers, errands=errands)) as outcomes:
        for outcome in outcomes:
            forget(known.pop(outcome.job.name), outcome.job)
            yield outcome
            while missing:
                yield missing.pop()
    yield from missing


def _changed(read: Dataset, corrections: Sequence[Correction], oppositions: Sequence[Objection]) -> Dataset:
    """What was read, as it is published."""
    dataset = read._replace(
        programmes=correct_programmes(read.programmes, corrections),
        corrections=tuple(each.row for each in corrections),
    )
    return restrict_edition(dataset, oppositions=oppositions, aloud=False)


def _make_tables(
    name: str,
    outcomes: Sequence[Outcome],
    plan: Plan,
    corrections: Sequence[Correction],
    oppositions: Sequence[Objection],
) -> Tables:
    """The tables of the partition of a name, out of what came of its files."""
    return tables_of(name, _changed(load_dataset(outcomes, plan), corrections, oppositions))


def tables_of(name: str, dataset: Dataset) -> Tables:
    """The tables of a dataset, as the partition of a name."""
    programmes = dataset.programmes
    report = Report(
        name=name,
        published=sum(bool(each.sessions) for each in programmes),
        empty=sum(not each.sessions for each in programmes),
        sessions=sum(each.session_count for each in programmes),
        interventions=sum(each.intervention_count for each in programmes),
        anomalies=sum(each.anomaly_count for each in programmes),
        grave=sum(found.gravity == "erreur" for each in programmes for found in each.anomalies),
        failures=dataset.failures,
        lasting=all(failure.error in LASTING for failure in dataset.failures),
    )
    return Tables(report, write_tables(dataset), zone_of(programmes))


def _write(tables: Tables, system: "AbstractFileSystem", folder: str) -> None:
    """Write the tables of a partition, and its report when they are all there."""
    report = tables.report
    files: dict[str, Content] = {**encode_tables(tables.files, tables.zone)}
    told = {**report._asdict(), "failures": [each.model_dump(by_alias=True) for each in report.failures]}
    try:
        with tempfile.TemporaryDirectory(prefix="programme-") as temporary:
            for file, content in {**files, REPORT: json.dumps(told, ensure_ascii=False).encode()}.items():
                path = Path(temporary, Path(file).name)
                path.write_bytes(read_content(content))
                put_file(system, path, f"{folder}/{path.name}")
    except OSError as error:
        raise OutputError(f"{folder} cannot be written ({error.strerror or error}).") from error


def find_report(partition: Partition, out: str) -> Report | None:
    """The report of a partition that is there and need not be made again."""
    system, top = open_system(out)
    try:
        told = json.loads(system.cat_file(f"{top}/{FOLDER}/{partition.name}/{REPORT}"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise OutputError(f"{out}: the report of {partition.name} cannot be read ({error}).") from error
    report = Report(**{**told, "failures": tuple(map(Failure.model_validate, told["failures"]))})
    return report if report.lasting else None
