"""Options that several commands have in common."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.ocr_mode import OcrMode

TaggerName = Annotated[
    str,
    typer.Option(
        "--tagger", help="« own », « none », an installed spaCy pipeline that has an « ner », or its folder."
    ),
]
OcrOption = Annotated[OcrMode, typer.Option("--ocr", help="Read scanned pages: those without text, all, or none.")]
CacheDir = Annotated[
    Path | None, typer.Option("--cache", help="Folder of the cache; else PROGRAMME_CACHE or the user's cache.")
]
Sidecar = Annotated[Path | None, typer.Option(help="Sidecar for all files, in place of their own.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when a finding is an error.")]
