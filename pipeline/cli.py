"""The command `programme`: documents to open data, and what helps with it, a command each.

Results go to standard output, everything else to standard error. Exit codes are those of `pipeline.errors`.
"""

import json
import logging
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli_compare import compare
from pipeline.cli_generate import generate
from pipeline.cli_options import TaggerName
from pipeline.cli_profile import profile
from pipeline.cli_publish import publish
from pipeline.cli_review import review
from pipeline.cli_train import annotate, train
from pipeline.errors import FindingsError, PipelineError
from pipeline.model_files import OWN
from pipeline.ocr_mode import OcrMode

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.export import Dataset
    from pipeline.tables import Failure

INTERRUPTED = 130
# Wide enough for any row: what is piped into grep or a file must not be folded to the size of a screen.
WIDE = 2_000

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
    Path | None, typer.Option("--cache", help="Folder of the OCR cache; else PROGRAMME_CACHE or the user's cache.")
]
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
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s", stream=sys.stderr)
    try:
        app(prog_name="programme")
    except PipelineError as error:
        typer.echo(f"programme: {error}", err=True)
        raise SystemExit(error.exit_code) from error
    except SystemExit as ending:
        if ending.code == INTERRUPTED:  # Typer makes this of Ctrl-C, and says nothing
            typer.echo("programme: interrupted; a dataset is replaced as a whole or not at all.", err=True)
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
    base_url: BaseUrl = None,
    previous: Previous = None,
) -> None:
    """Read files and publish them as one dataset."""
    from pipeline.batch import exit_code, find_jobs, run_batch
    from pipeline.export import write_dataset
    from pipeline.export.addresses import UNKNOWN_BASE, read_base
    from pipeline.export.revisions import follow_sessions, read_previous
    from pipeline.extract.ocr import Ocr
    from pipeline.extract.ocr_cache import cache_folder
    from pipeline.model_files import identify
    from pipeline.source import read_source
    from pipeline.tagger import load_tagger

    base = read_base(base_url) if base_url else UNKNOWN_BASE
    edition = read_previous(previous) if previous else None
    jobs = find_jobs(paths)
    source = read_source(sidecar) if sidecar else None
    model = load_tagger(tagger)
    with _progress(len(jobs)) as advance:
        dataset = run_batch(jobs, model, source, lambda job, result: advance(job.name), Ocr(ocr, cache_folder(cache)))
    events = follow_sessions(edition, dataset.programmes) if edition else None
    dataset = dataset._replace(model=identify(tagger), base_url=base, previous=events)
    write_dataset(dataset, out, ("excel",) if excel else ())
    for failure in dataset.failures:
        typer.echo(f"programme: {failure.message} {failure.remedy}", err=True)
    for programme in dataset.programmes:
        if not programme.sessions:
            reason = next((a.message for a in programme.anomalies if a.code == "pas_un_programme"), "")
            typer.echo(f"programme: {programme.file}: {reason}", err=True)
    _print_summary(dataset, out)
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
    _console().print(table if found else "Aucune anomalie.")
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
    console = _console()
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
app.command()(profile)
app.command()(generate)
app.command()(annotate)
app.command()(train)
app.command()(publish)
app.command()(review)


def _console() -> "Console":
    """Standard output for tables of values: nothing in them is markup."""
    from rich.console import Console

    return Console(markup=False, highlight=False, emoji=False, width=None if sys.stdout.isatty() else WIDE)


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))


def _print_summary(dataset: "Dataset", out: Path) -> None:
    """One table: what was published, and what was not."""
    from rich.table import Table

    from pipeline.programme import Programme

    table = Table(box=None)
    table.add_column("fichier", overflow="fold")
    for title in ("sessions", "interventions", "anomalies"):
        table.add_column(title, justify="right")
    table.add_column("état")
    rows: list[Programme | Failure] = [*dataset.programmes, *dataset.failures]
    for row in sorted(rows, key=lambda row: row.file):
        if isinstance(row, Programme):
            state = "publié" if row.sessions else "pas un programme"
            counts = (row.session_count, row.intervention_count, row.anomaly_count)
            table.add_row(row.file, *map(str, counts), state)
        else:
            table.add_row(row.file, "", "", "", f"échec : {row.error}")
    console = _console()
    console.print(table)
    console.print(f"→ {out}")


@contextmanager
def _progress(total: int) -> Iterator[Callable[[str], None]]:
    """A progress bar on a terminal, moved on by each call with a file's name; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("lecture", total=total)
        yield lambda name: bar.update(task, advance=1, description=name[:40])


if __name__ == "__main__":
    main()
