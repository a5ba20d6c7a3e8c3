"""The commands of `programme`, each with its options."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.cache import cache
from pipeline.cli.compare import compare
from pipeline.cli.generate import generate
from pipeline.cli.inspect import inspect
from pipeline.cli.options import Strict
from pipeline.cli.output import open_console, print_json
from pipeline.cli.profile import profile
from pipeline.cli.publish import publish
from pipeline.cli.review import review
from pipeline.cli.run import run
from pipeline.cli.serve import serve
from pipeline.cli.train import annotate, train
from pipeline.errors import FindingsError

app = typer.Typer(
    help="Reads French event-programme PDFs and publishes them as open data.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: rich would take three times as long to draw a frame around it
)


class SchemaFormat(StrEnum):
    """What `schema` prints."""

    JSON = "json"
    MARKDOWN = "markdown"


app.command()(run)
app.command()(inspect)


@app.command()
def check(
    folder: Annotated[Path, typer.Argument(help="A folder written by `programme run`.", show_default=False)],
    strict: Strict = False,
) -> None:
    """Print what a person should look at in a dataset."""
    from rich.table import Table

    from pipeline.published import read_edition

    found = [anomaly for programme in read_edition(folder) for anomaly in programme.anomalies]
    table = Table(box=None)
    for title in ("gravité", "programme", "page", "code", "message"):
        table.add_column(title, overflow="fold")
    for anomaly in found:
        page = "" if anomaly.page is None else str(anomaly.page)
        table.add_row(anomaly.gravity, anomaly.programme_id, page, anomaly.code, anomaly.message)
    open_console().print(table if found else "Aucune anomalie.")
    errors = sum(anomaly.gravity == "erreur" for anomaly in found)
    if strict and errors:
        raise FindingsError(f"{folder}: {errors} finding(s) of gravity « erreur ».")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="A gold file, or a folder of them.", show_default=False)],
    folder: Annotated[Path, typer.Argument(help="A folder written by `programme run`.", show_default=False)],
    programme_id: Annotated[str | None, typer.Option("--programme", help="Which programme the gold is of.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Also list every difference.")] = False,
) -> None:
    """Score a dataset against hand-made gold."""
    from pipeline.evaluate import evaluate as score
    from pipeline.evaluate import render_misses, render_table

    evaluation = score(gold, folder, programme_id)
    if as_json:
        print_json(evaluation.model_dump(mode="json"))
        return
    console = open_console()
    console.print(render_table(evaluation))
    if misses:
        console.print(render_misses(evaluation))


@app.command()
def schema(
    form: Annotated[SchemaFormat, typer.Option("--format", help="JSON Schema, or data dictionary in French.")] = (
        SchemaFormat.JSON
    ),
) -> None:
    """Print what is published: the JSON Schema of the nested JSON, or the data dictionary of the tables."""
    from pipeline.export.schema import data_dictionary, json_schema

    if form is SchemaFormat.JSON:
        print_json(json_schema())
    else:
        typer.echo(data_dictionary(), nl=False)


for command in (compare, review, cache, profile, generate, annotate, train, publish, serve):
    app.command()(command)
