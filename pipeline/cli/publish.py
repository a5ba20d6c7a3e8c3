"""The command `programme publish`: a dataset folder put on an open-data portal."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.output import open_console
from pipeline.errors import PublishError, UsageError

if TYPE_CHECKING:
    from pipeline.publish.plan import Plan, Target
    from pipeline.publish.publication import Publication
    from pipeline.publish.quality import Point


class Portal(StrEnum):
    """The kinds of portals there is a client for."""

    UDATA = "udata"
    CKAN = "ckan"


def publish(
    folder: Annotated[Path, typer.Argument(help="A folder written by `programme run`.", show_default=False)],
    to: Annotated[
        Portal | None, typer.Option(help="The kind of portal; its key is UDATA_API_KEY or CKAN_API_KEY.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Address of the portal, such as https://www.data.gouv.fr.")] = None,
    plan: Annotated[bool, typer.Option("--plan", help="Only show what would be done.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only show data.gouv.fr's nine points of quality.")] = False,
    name: Annotated[
        str | None, typer.Option(help="By which the dataset is found again; else the programme's.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the dataset.")] = None,
    description: Annotated[str | None, typer.Option(help="Description of the dataset, in Markdown.")] = None,
    organisation: Annotated[str | None, typer.Option(help="Identifier of who publishes on the portal.")] = None,
    zone: Annotated[
        list[str] | None, typer.Option(help="Zone of udata, such as fr:commune:62498; repeatable.")
    ] = None,
    frequency: Annotated[str, typer.Option(help="How often the data changes, in udata's words.")] = "punctual",
    public: Annotated[bool, typer.Option("--public", help="Visible to all; else a new dataset is private.")] = False,
) -> None:
    """Put a dataset on a portal: create what is missing, replace what changed, leave the rest."""
    from pipeline.publish.publication import Frequency, Wording, read_publication, require_name
    from pipeline.publish.quality import judge_quality

    if frequency not in set(Frequency):
        raise UsageError(f"« {frequency} » is no --frequency; there are {', '.join(Frequency)}.")
    wording = Wording(name, title, description, organisation, tuple(zone or ()), Frequency(frequency))
    publication = read_publication(folder, wording)
    if check:
        _show_quality(judge_quality(publication))
        return
    if to is None or url is None:
        raise UsageError("Say where to publish: --to udata or --to ckan, with --url. --check needs neither.")
    require_name(publication)
    _publish(publication, to, url, public, only_plan=plan)


def _publish(publication: "Publication", to: Portal, url: str, public: bool, only_plan: bool) -> None:
    from pipeline.publish import ckan, udata
    from pipeline.publish.client import connect, read_key
    from pipeline.publish.plan import make_plan

    kind, make_target = {Portal.UDATA: (udata, udata.udata_target), Portal.CKAN: (ckan, ckan.ckan_target)}[to]
    connection = connect(url, kind.HEADER, read_key(kind.KEY_VARIABLE))
    with connection.client:
        target = make_target(connection)
        plan = make_plan(publication, target, public)
        _show(
            ("action", "ressource", "raison"),
            ((step.action, step.path or "(jeu de données)", step.reason) for step in plan.steps),
        )
        for note in plan.notes:
            typer.echo(f"programme: {note}", err=True)
        if not only_plan:
            _perform(plan, publication, target)


def _perform(plan: "Plan", publication: "Publication", target: "Target") -> None:
    """Do a plan, telling each step on standard error.

    Raises:
        PublishError: the portal failed, or refused some files; what was done before stays done.
    """
    from pipeline.publish.plan import Action, perform_plan

    done, refused = 0, 0
    try:
        for outcome in perform_plan(plan, publication, target):
            if outcome.refusal:
                refused += 1
                typer.echo(f"programme: {outcome.step.path}: {outcome.refusal}", err=True)
            elif outcome.step.action in (Action.CREATE, Action.REPLACE):
                done += 1
    except PublishError as error:
        changes = sum(step.action in (Action.CREATE, Action.REPLACE) for step in plan.steps)
        raise PublishError(f"{error.message} {done} of {changes} steps are done.") from error
    if refused:
        raise PublishError(f"The portal refused {refused} file(s), named above; the others are published.")
    typer.echo(f"programme: {done} step(s) done.", err=True)


def _show_quality(points: "Sequence[Point]") -> None:
    rows = [("oui" if point.met else "non", point.label, "" if point.met else point.remedy) for point in points]
    _show(("", "point", "que faire"), rows)
    typer.echo(f"{sum(point.met for point in points)}/{len(points)}")


def _show(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich.table import Table

    table = Table(box=None)
    for column in head:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*row)
    open_console().print(table)
