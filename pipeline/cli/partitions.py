"""`programme run --partitioned`: a dataset of Parquet tables, written and merged in parts."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import typer

from pipeline.cli.editions import forget_objectors
from pipeline.cli.output import open_console
from pipeline.cli.reading import Opened, Reading, open_reading
from pipeline.cli.steps import Steps
from pipeline.edition_mode import Edition
from pipeline.errors import FindingsError, PartialFailureError, UsageError
from pipeline.export.folder import locked
from pipeline.export.manifest import tool_facts
from pipeline.identity.reference import read_reference
from pipeline.running.jobs import Outcome
from pipeline.running.merge import check_place, merge_partitions
from pipeline.running.partitions import Partition, Report, find_report, plan_partitions, write_partitions
from pipeline.running.places import find_origins, is_address
from pipeline.running.pool import settings_of

# Beside the failures themselves; all are in the table.
MAX_FAILURES_TOLD = 50


def publish_partitions(reading: Reading, steps: Steps, out: str, excel: bool, strict: bool) -> int:
    """Read the files and publish them in partitions; returns the exit code.

    Raises:
        UsageError: an option is given that has no sense here.
        PipelineError: the files cannot be read at all, or nothing can be written.
    """
    _refuse(steps, excel)
    # The workers of a cluster have working folders of their own.
    place = out if is_address(out) else str(Path(out).absolute())
    origins = find_origins(reading.places)
    with (
        nullcontext() if is_address(out) else locked(Path(out).resolve()),
        open_reading(reading, len(origins)) as opened,
    ):
        check_place(place)
        oppositions = steps.publishing.oppositions
        partitions = plan_partitions(origins, opened.plan.recipe, steps.corrections, oppositions)
        reports = {report.name: report for report in _reports(partitions, opened, reading.scheduler, place, steps)}
        ranked = [reports[partition.name] for partition in partitions]
        if reading.ocr.cache:
            forget_objectors(steps.publishing, reading.ocr.cache)
        folder = merge_partitions(ranked, place, _facts(opened, ranked))
    return _tell(ranked, f"{out.rstrip('/')}/{folder}", strict)


def _refuse(steps: Steps, excel: bool) -> None:
    """Refuse what needs the whole run in memory, rather than leave it out unsaid."""
    named = {
        "--edition": steps.publishing.edition is not Edition.PUBLIC,
        "a reference of organisations or persons": steps.reference != read_reference(),
        "--previous": steps.before is not None,
        "--excel": excel,
        "an opposition that names an organisation": any(each.organisation for each in steps.publishing.oppositions),
    }
    if refused := [name for name, given in named.items() if given]:
        raise UsageError(f"A partitioned run cannot take {', '.join(refused)}: these look at all programmes at once.")


def _reports(
    partitions: Sequence[Partition], opened: Opened, scheduler: str | None, out: str, steps: Steps
) -> Iterator[Report]:
    """The report of each partition: of those that are there already, and of the others once they are written."""
    missing = []
    for partition in partitions:
        if found := find_report(partition, out):
            failures = {failure.file: failure for failure in found.failures}
            for origin in partition.origins:
                _tell_all(opened, Outcome(origin.job, None, failures.get(origin.job.name), cached=True))
            yield found
        else:
            missing.append(partition)
    oppositions = steps.publishing.oppositions
    if scheduler and missing:
        from pipeline.running.cluster import write_on_cluster

        for report, outcomes in write_on_cluster(missing, opened.plan, out, oppositions, scheduler):
            for outcome in outcomes:
                _tell_all(opened, outcome)
            yield report
    else:
        yield from write_partitions(missing, opened.plan, out, oppositions, opened.workers, opened.told)


def _tell_all(opened: Opened, outcome: Outcome) -> None:
    for tell in opened.told:
        tell(outcome)


def _facts(opened: Opened, reports: Sequence[Report]) -> dict[str, Any]:
    """What the descriptor says of the run."""
    return {
        **tool_facts(opened.plan.model),
        "configuration": settings_of(opened.plan),
        "publies": sum(report.published for report in reports),
        "pas_un_programme": sum(report.empty for report in reports),
        "echecs": sum(len(report.failures) for report in reports),
    }


def _tell(reports: Sequence[Report], out: str, strict: bool) -> int:
    """Say what was published and what was not; returns the exit code."""
    from rich.table import Table

    failures = [failure for report in reports for failure in report.failures]
    for failure in failures[:MAX_FAILURES_TOLD]:
        typer.echo(f"programme: {failure.message} {failure.remedy}", err=True)
    if len(failures) > MAX_FAILURES_TOLD:
        typer.echo(
            f"programme: {len(failures) - MAX_FAILURES_TOLD} more failures, see the table « echecs ».", err=True
        )
    table = Table(box=None)
    counts = {
        "publiés": sum(report.published for report in reports),
        "pas un programme": sum(report.empty for report in reports),
        "échecs": len(failures),
        "sessions": sum(report.sessions for report in reports),
        "interventions": sum(report.interventions for report in reports),
        "anomalies": sum(report.anomalies for report in reports),
    }
    for name in counts:
        table.add_column(name, justify="right")
    table.add_row(*map(str, counts.values()))
    console = open_console()
    console.print(table)
    console.print(f"→ {out}")
    if failures:
        return PartialFailureError.exit_code
    if strict and any(report.grave for report in reports):
        raise FindingsError(f"{out} has findings of gravity « erreur ».")
    return 0
