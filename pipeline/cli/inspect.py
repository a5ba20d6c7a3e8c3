"""The command `programme inspect`: what a stage makes of a document, or one session with its evidence."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import CacheDir, OcrOption, Sidecar, TaggerName
from pipeline.cli.output import open_console, print_json
from pipeline.model_files import OWN
from pipeline.ocr_mode import OcrMode


class Stage(StrEnum):
    """The stages `inspect` can show."""

    EXTRACT = "extract"
    SEGMENT = "segment"
    TIMES = "times"
    SPEAKERS = "speakers"
    NORMALISE = "normalise"


def inspect(
    file: Annotated[Path, typer.Argument(help="One file.", show_default=False)],
    stage: Annotated[Stage, typer.Option(help="Which stage's result to show.")] = Stage.SEGMENT,
    session: Annotated[
        str | None, typer.Option(help="Show one session and where it was read: its rank, or words of its title.")
    ] = None,
    sidecar: Sidecar = None,
    tagger: TaggerName = OWN,
    ocr: OcrOption = OcrMode.AUTO,
    cache: CacheDir = None,
) -> None:
    """Show what one stage makes of a document, as JSON, or one session with its evidence, to be read."""
    from pipeline.extract.ocr_cache import cache_folder
    from pipeline.extract.ocr_options import Ocr
    from pipeline.inspection import find_session, render_session
    from pipeline.run import inspect_document, run_document
    from pipeline.source import read_source
    from pipeline.tagger import load_tagger, no_tagger

    needs_model = session is not None or stage in (Stage.SPEAKERS, Stage.NORMALISE)
    model = load_tagger(tagger) if needs_model else no_tagger
    source = read_source(sidecar) if sidecar else None
    reading = Ocr(ocr, cache_folder(cache))
    if session is None:
        print_json(inspect_document(file, stage.value, model, source, reading))
        return
    programme = run_document(file, model, source, ocr=reading)
    open_console().print(render_session(programme, find_session(programme, session)))
