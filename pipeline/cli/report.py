"""What a run tells while it goes on and when it has ended: progress, a table, a log for programs."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from pipeline.cli.output import open_console, what_to_look_at
from pipeline.errors import OutputError

if TYPE_CHECKING:
    from pipeline.export import Dataset
    from pipeline.running.jobs import Outcome
    from pipeline.tables import Failure

# Where nobody looks on, a run of at least so many files says so many times how far it is.
MIN_FILES_TOLD, TIMES_TOLD = 20, 20
# A run of more files lists only those that need a look.
MAX_FILES_LISTED = 50


@contextmanager
def show_progress(total: int) -> Iterator[Callable[["Outcome"], None]]:
    """How far a run is, moved on by each outcome: a bar on a terminal, elsewhere a line at times."""
    if not sys.stderr.isatty():
        yield _plain_progress(total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        *(TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn()),
        *(TextColumn("{task.fields[failed]}", markup=False), TimeRemainingColumn()),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("lecture", total=total, failed="")
        failed = 0

        def advance(outcome: "Outcome") -> None:
            nonlocal failed
            failed += outcome.failure is not None
            bar.update(
                task, advance=1, description=outcome.job.name[:40], failed=f"{failed} échec(s)" if failed else ""
            )

        yield advance


def _plain_progress(total: int) -> Callable[["Outcome"], None]:
    done = failed = 0

    def advance(outcome: "Outcome") -> None:
        nonlocal done, failed
        done += 1
        failed += outcome.failure is not None
        if total >= MIN_FILES_TOLD and done * TIMES_TOLD // total > (done - 1) * TIMES_TOLD // total:
            typer.echo(f"programme: {done}/{total} lus, {failed} échec(s)", err=True)

    return advance


@contextmanager
def open_log(path: Path | None, head: Mapping[str, Any]) -> Iterator[Callable[["Outcome"], None]]:
    """A log as lines of JSON: what the run is, each file when it is done, how it ended; none without a path.

    Raises:
        OutputError: the file cannot be written.
    """
    if path is None:
        yield lambda outcome: None
        return
    started = time.perf_counter()
    counts = {"lus": 0, "en_cache": 0, "echecs": 0}
    try:
        stream = path.open("w", encoding="utf-8", buffering=1)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}).") from error

    def tell(facts: Mapping[str, Any]) -> None:
        stream.write(json.dumps(facts, ensure_ascii=False) + "\n")

    def log(outcome: "Outcome") -> None:
        counts["lus"] += 1
        counts["en_cache"] += outcome.cached
        counts["echecs"] += outcome.failure is not None
        tell(_facts(outcome))

    with stream:
        tell({"evenement": "debut", **head})
        ending = "interrompu"
        try:
            yield log
            ending = "fini"
        finally:
            tell({"evenement": ending, **counts, "secondes": round(time.perf_counter() - started, 3)})


def _facts(outcome: "Outcome") -> dict[str, Any]:
    failure = outcome.failure
    return {
        "evenement": "fichier",
        "fichier": outcome.job.name,
        "etat": "échec" if failure else "lu",
        "erreur": failure.error if failure else None,
        "code": failure.exit_code if failure else 0,
        "message": failure.message if failure else None,
        "en_cache": outcome.cached,
        "tentatives": outcome.attempts,
        "secondes": round(outcome.seconds, 3),
        "memoire_mo": outcome.megabytes,
    }


def print_summary(dataset: "Dataset", out: str) -> None:
    """One table: what was published, and what was not; of a long run what was not, and how much there is."""
    from rich.table import Table

    from pipeline.programme import Programme
    from pipeline.shelf import heads_of

    heads = heads_of(dataset.programmes)
    rows: list[Programme | Failure] = [*heads, *dataset.failures]
    is_long = len(rows) > MAX_FILES_LISTED
    table = Table(box=None)
    table.add_column("fichier", overflow="fold")
    for title in ("sessions", "interventions", "anomalies"):
        table.add_column(title, justify="right")
    table.add_column("état")
    for row in sorted(rows, key=lambda row: row.file):
        if not isinstance(row, Programme):
            table.add_row(row.file, "", "", "", f"échec : {row.error}")
        elif not is_long or not row.session_count:
            state = "publié" if row.session_count else "pas un programme"
            table.add_row(row.file, *map(str, _counts([row])), state)
    if is_long:
        published = sum(bool(programme.session_count) for programme in heads)
        state = f"{published} publiés, {len(dataset.failures)} échec(s)"
        table.add_row(f"{len(rows)} fichiers", *map(str, _counts(heads)), state)
    console = open_console()
    console.print(table)
    console.print(f"→ {out}")
    for line in what_to_look_at(dataset.programmes):
        typer.echo(f"programme: {line}", err=True)


def _counts(programmes: Any) -> tuple[int, int, int]:
    return (
        sum(programme.session_count for programme in programmes),
        sum(programme.intervention_count for programme in programmes),
        sum(programme.anomaly_count for programme in programmes),
    )
