"""The command `programme run`: files to a dataset."""

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.editions import EditionOption, KeyFile, OppositionsFile
from pipeline.cli.options import CacheDir, OcrOption, Sidecar, Strict, TaggerName
from pipeline.cli.steps import BaseUrl, CorrectionFiles, Organisations, Persons, Previous
from pipeline.edition_mode import Edition
from pipeline.errors import FindingsError
from pipeline.model_files import OWN
from pipeline.ocr_mode import OcrMode

if TYPE_CHECKING:
    from pipeline.cli.reading import Reading
    from pipeline.cli.steps import Steps
    from pipeline.export import Dataset

Places = Annotated[
    list[str],
    typer.Argument(
        help="PDF, text or Markdown files, or folders (a text in a folder needs a sidecar); or addresses (s3://…).",
        metavar="PATHS...",
        show_default=False,
    ),
]
Out = Annotated[
    str,
    typer.Option("--out", "-o", metavar="PATH", help="Folder of the dataset, replaced as a whole; or an address."),
]
Excel = Annotated[bool, typer.Option("--excel", help="Write the tables as an Excel workbook too.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read all documents anew, and keep nothing of them.")]
Workers = Annotated[
    int | None, typer.Option("--jobs", min=1, help="Files read at a time; as many as processors by default.")
]
Timeout = Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds one document may take.")]
MaxMemory = Annotated[int, typer.Option("--max-memory", min=300, help="MB one document may take.")]
MaxPages = Annotated[int, typer.Option("--max-pages", min=1, help="Pages a PDF may have.")]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", help="Read on a Dask cluster, by the address of its scheduler (tcp://…).")
]
Partitioned = Annotated[
    bool,
    typer.Option("--partitioned", help="Write Parquet tables only, in memory that does not grow with the files."),
]
LogJson = Annotated[Path | None, typer.Option("--log-json", help="File for a log: a line of JSON for each document.")]


def run(
    paths: Places,
    out: Out = "processed",
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
    scheduler: Scheduler = None,
    partitioned: Partitioned = False,
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
    from pipeline.cli.editions import read_publishing
    from pipeline.cli.reading import Reading, read_dataset
    from pipeline.cli.steps import finish_dataset, read_steps
    from pipeline.extract.ocr_cache import cache_folder
    from pipeline.extract.ocr_options import Ocr
    from pipeline.running.limits import Limits
    from pipeline.running.places import local_paths
    from pipeline.source import read_source

    here, kept = local_paths(paths), cache_folder(cache)
    publishing = read_publishing(here, Path(out), edition, key, oppositions)
    steps = read_steps(here, publishing, corrections or (), (organisations, persons), previous, base_url)
    reading = Reading(
        places=paths,
        source=read_source(sidecar) if sidecar else None,
        tagger=tagger,
        ocr=Ocr(ocr, kept),
        cache=None if no_cache else kept,
        workers=jobs,
        limits=Limits(timeout, max_memory, max_pages),
        scheduler=scheduler,
        log=log_json,
    )
    if partitioned:
        _publish_partitions(reading, steps, out, excel, strict)
    else:
        dataset = finish_dataset(read_dataset(reading), steps, kept)
        _write(dataset, out, ("excel",) if excel else ())
        gc.freeze()  # the end of a process looks for cycles among all it holds: a tenth of a second for nothing
        _tell(dataset, out, strict)


def _publish_partitions(reading: "Reading", steps: "Steps", out: str, excel: bool, strict: bool) -> None:
    from pipeline.cli.partitions import publish_partitions

    raise typer.Exit(publish_partitions(reading, steps, out, excel, strict))


def _write(dataset: "Dataset", out: str, also: Sequence[str]) -> None:
    """Write the dataset to a folder, or to an address by way of a folder."""
    from pipeline.export import write_dataset
    from pipeline.running.places import is_address

    if not is_address(out):
        write_dataset(dataset, Path(out), also)
        return
    import tempfile

    from pipeline.running.places import put_dataset

    with tempfile.TemporaryDirectory(prefix="programme-") as temporary:
        folder = Path(temporary, "dataset")
        write_dataset(dataset, folder, also)
        put_dataset(folder, out)


def _tell(dataset: "Dataset", out: str, strict: bool) -> None:
    """Say what was published and what was not, and end with the code for it."""
    from pipeline.cli.report import print_summary
    from pipeline.running.endings import exit_code

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
