"""The command `programme`: documents to open data, and what helps with it, a command each.

Results go to standard output, everything else to standard error. Exit codes are those of `pipeline.errors`.
"""

import json
import logging
import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.cli_cache import cache as cache_command
from pipeline.cli_compare import compare
from pipeline.cli_generate import generate
from pipeline.cli_options import TaggerName
from pipeline.cli_profile import profile
from pipeline.cli_publish import publish
from pipeline.cli_report import open_console, open_log, print_summary, show_progress
from pipeline.cli_train import annotate, train
from pipeline.errors import FindingsError, PipelineError
from pipeline.model_files import OWN
from pipeline.ocr_mode import OcrMode

INTERRUPTED, TERMINATED = 130, 143

app = typer.Typer(
    help="Reads French event-programme PDFs and publishes them as open data.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: rich would take three times as long to draw a frame around it
)

Paths = Annotated[
    list[Path],
    typer.Argument(
        help="PDF, text or Markdown files, or folders (a text in a folder needs a sidecar).", show_default=False
    ),
]
Out = Annotated[Path, typer.Option(help="Folder of the dataset; replaced as a whole.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when a finding is an error.")]
OcrOption = Annotated[OcrMode, typer.Option("--ocr", help="Read scanned pages: those without text, all, or none.")]
CacheDir = Annotated[
    Path | None, typer.Option("--cache", help="Folder of the cache; else PROGRAMME_CACHE or the user's cache.")
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read all documents anew, and keep nothing of them.")]
Workers = Annotated[
    int | None, typer.Option("--jobs", min=1, help="Files read at a time; as many as processors by default.")
]
Timeout = Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds one document may take.")]
MaxMemory = Annotated[int, typer.Option("--max-memory", min=300, help="MB one document may take.")]
MaxPages = Annotated[int, typer.Option("--max-pages", min=1, help="Pages a PDF may have.")]
LogJson = Annotated[Path | None, typer.Option("--log-json", help="File for a log: a line of JSON for each document.")]
Excel = Annotated[bool, typer.Option("--excel", help="Write the tables as an Excel workbook too.")]
Sidecar = Annotated[Path | None, typer.Option(help="Sidecar for all files, in place of their own.")]
BaseUrl = Annotated[
    str | None, typer.Option("--base-url", help="Where the folder will be published: the base of all addresses.")
]
Previous = Annotated[
    Path | None,
    typer.Option("--previous", help="Folder of the edition before: its calendars are brought up to date."),
]


class Stage(StrEnum):
    """The stages `inspect` can show."""

    EXTRACT = "extract"
    SEGMENT = "segment"
    TIMES = "times"
    SPEAKERS = "speakers"
    NORMALISE = "normalise"


class SchemaFormat(StrEnum):
    """What `schema` prints."""

    JSON = "json"
    MARKDOWN = "markdown"


def main() -> None:
    """Run the command; errors are printed with their remedy and become exit codes."""
    # When the reader of our output goes away (« | head »), end in silence as other commands do.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # An end that is asked for is an end in good order: processes are ended, what is half written is removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s", stream=sys.stderr)
    try:
        app(prog_name="programme")
    except PipelineError as error:
        typer.echo(f"programme: {error}", err=True)
        raise SystemExit(error.exit_code) from error
    except SystemExit as ending:
        if ending.code in (INTERRUPTED, TERMINATED):  # Typer makes the first of Ctrl-C, and says nothing
            kept = "a dataset is replaced as a whole or not at all, and what was read is kept for the next run."
            typer.echo(f"programme: interrupted; {kept}", err=True)
        raise


@app.command()
def run(
    paths: Paths,
    out: Out = Path("processed"),
    strict: Strict = False,
    excel: Excel = False,
    sidecar: Sidecar = None,
    tagger: TaggerName = OWN,
    ocr: OcrOption = OcrMode.AUTO,
    cache: CacheDir = None,
    no_cache: NoCache = False,
    jobs: Workers = None,
    timeout: Timeout = 120,
    max_memory: MaxMemory = 1024,
    max_pages: MaxPages = 3000,
    log_json: LogJson = None,
    base_url: BaseUrl = None,
    previous: Previous = None,
) -> None:
    """Read files and publish them as one dataset."""
    from pipeline.limits import Limits, processors, warm_up

    warm_up()

    from pipeline.batch import exit_code, find_jobs
    from pipeline.cache import open_folder, package_versions
    from pipeline.export import write_dataset
    from pipeline.export.addresses import UNKNOWN_BASE, read_base
    from pipeline.export.revisions import follow_sessions, read_previous
    from pipeline.extract.ocr import Ocr
    from pipeline.extract.ocr_cache import cache_folder
    from pipeline.pool import make_plan, run_pool, settings_of
    from pipeline.source import read_source

    base = read_base(base_url) if base_url else UNKNOWN_BASE
    edition = read_previous(previous) if previous else None
    found = find_jobs(paths)
    source = read_source(sidecar) if sidecar else None
    kept = cache_folder(cache)
    workers = min(jobs or processors(), len(found))
    with open_folder(None if no_cache else kept) as results:
        limits = Limits(timeout, max_memory, max_pages)
        plan = make_plan(results, tagger, Ocr(ocr, kept, workers=max(1, processors() // workers)), source, limits)
        settings = settings_of(plan)
        head = {"versions": package_versions(), "configuration": settings, "fichiers": len(found)}
        with open_log(log_json, head) as log, show_progress(len(found)) as advance:
            dataset = run_pool(found, plan, workers, (advance, log))
    events = follow_sessions(edition, dataset.programmes) if edition else None
    dataset = dataset._replace(base_url=base, previous=events)
    write_dataset(dataset, out, ("excel",) if excel else ())
    for failure in dataset.failures:
        typer.echo(f"programme: {failure.message} {failure.remedy}", err=True)
    for programme in dataset.programmes:
        if not programme.sessions:
            reason = next((a.message for a in programme.anomalies if a.code == "pas_un_programme"), "")
            typer.echo(f"programme: {programme.file}: {reason}", err=True)
    print_summary(dataset, out)
    code = exit_code(dataset, strict)
    if code == FindingsError.exit_code:
        raise FindingsError(f"{out} has findings of gravity « erreur ».")
    raise typer.Exit(code)


@app.command()
def inspect(
    file: Annotated[Path, typer.Argument(help="One file.", show_default=False)],
    stage: Annotated[Stage, typer.Option(help="Which stage's result to show.")] = Stage.SEGMENT,
    sidecar: Sidecar = None,
    tagger: TaggerName = OWN,
    ocr: OcrOption = OcrMode.AUTO,
    cache: CacheDir = None,
) -> None:
    """Show what one stage makes of a document, as JSON."""
    from pipeline.extract.ocr import Ocr
    from pipeline.extract.ocr_cache import cache_folder
    from pipeline.run import inspect_document
    from pipeline.source import read_source
    from pipeline.tagger import load_tagger, no_tagger

    needs_model = stage in (Stage.SPEAKERS, Stage.NORMALISE)
    model = load_tagger(tagger) if needs_model else no_tagger
    source = read_source(sidecar) if sidecar else None
    _print_json(inspect_document(file, stage.value, model, source, Ocr(ocr, cache_folder(cache))))


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
        _print_json(evaluation.model_dump(mode="json"))
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
        _print_json(json_schema())
    else:
        typer.echo(data_dictionary(), nl=False)


app.command()(compare)
app.command("cache")(cache_command)
app.command()(profile)
app.command()(generate)
app.command()(annotate)
app.command()(train)
app.command()(publish)


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
