"""The command `programme run`: files to a dataset."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli_editions import EditionOption, KeyFile, OppositionsFile
from pipeline.cli_options import CacheDir, OcrOption, Sidecar, Strict, TaggerName
from pipeline.cli_steps import BaseUrl, CorrectionFiles, Organisations, Persons, Previous
from pipeline.edition_mode import Edition
from pipeline.errors import FindingsError
from pipeline.model_files import OWN
from pipeline.ocr_mode import OcrMode

if TYPE_CHECKING:
    from pipeline.export import Dataset
    from pipeline.extract.ocr import Ocr
    from pipeline.limits import Limits

Paths = Annotated[
    list[Path],
    typer.Argument(
        help="PDF, text or Markdown files, or folders (a text in a folder needs a sidecar).", show_default=False
    ),
]
Out = Annotated[Path, typer.Option("--out", "-o", help="Folder of the dataset; replaced as a whole.")]
Excel = Annotated[bool, typer.Option("--excel", help="Write the tables as an Excel workbook too.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read all documents anew, and keep nothing of them.")]
Workers = Annotated[
    int | None, typer.Option("--jobs", min=1, help="Files read at a time; as many as processors by default.")
]
Timeout = Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds one document may take.")]
MaxMemory = Annotated[int, typer.Option("--max-memory", min=300, help="MB one document may take.")]
MaxPages = Annotated[int, typer.Option("--max-pages", min=1, help="Pages a PDF may have.")]
LogJson = Annotated[Path | None, typer.Option("--log-json", help="File for a log: a line of JSON for each document.")]


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
    corrections: CorrectionFiles = None,
    organisations: Organisations = None,
    persons: Persons = None,
    edition: EditionOption = Edition.PUBLIC,
    key: KeyFile = None,
    oppositions: OppositionsFile = None,
) -> None:
    """Read files and publish them as one dataset."""
    from pipeline.limits import Limits, warm_up

    warm_up()

    from pipeline.cli_editions import read_publishing
    from pipeline.cli_steps import finish_dataset, read_steps
    from pipeline.export import write_dataset
    from pipeline.extract.ocr import Ocr
    from pipeline.extract.ocr_cache import cache_folder

    publishing = read_publishing(paths, out, edition, key, oppositions)
    steps = read_steps(paths, publishing, corrections or (), (organisations, persons), previous, base_url)
    kept = cache_folder(cache)
    limits = Limits(timeout, max_memory, max_pages)
    dataset = _read(paths, sidecar, tagger, Ocr(ocr, kept), None if no_cache else kept, jobs, limits, log_json)
    dataset = finish_dataset(dataset, steps, kept)
    write_dataset(dataset, out, ("excel",) if excel else ())
    _tell(dataset, out, strict)


def _read(
    paths: list[Path],
    sidecar: Path | None,
    tagger: str,
    ocr: "Ocr",
    kept: Path | None,
    jobs: int | None,
    limits: "Limits",
    log_json: Path | None,
) -> "Dataset":
    """What the files hold, each read in a process of its own."""
    from pipeline.cache import open_folder, package_versions
    from pipeline.cli_report import open_log, show_progress
    from pipeline.jobs import find_jobs
    from pipeline.limits import processors
    from pipeline.pool import make_plan, run_pool, settings_of
    from pipeline.source import read_source

    found = find_jobs(paths)
    source = read_source(sidecar) if sidecar else None
    workers = min(jobs or processors(), len(found))
    with open_folder(kept) as results:
        plan = make_plan(results, tagger, ocr._replace(workers=max(1, processors() // workers)), source, limits)
        head = {"versions": package_versions(), "configuration": settings_of(plan), "fichiers": len(found)}
        with open_log(log_json, head) as log, show_progress(len(found)) as advance:
            return run_pool(found, plan, workers, (advance, log))


def _tell(dataset: "Dataset", out: Path, strict: bool) -> None:
    """Say what was published and what was not, and end with the code for it."""
    from pipeline.batch import exit_code
    from pipeline.cli_report import print_summary

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
