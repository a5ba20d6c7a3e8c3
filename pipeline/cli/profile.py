"""The command `programme profile`: a sidecar proposed for a document that has none."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import TaggerName
from pipeline.errors import OutputError
from pipeline.model_files import OWN


def profile(
    file: Annotated[Path, typer.Argument(help="One document.", show_default=False)],
    out: Annotated[Path | None, typer.Option(help="File to write; one that exists is never replaced.")] = None,
    tagger: TaggerName = OWN,
) -> None:
    """Propose a sidecar for a document: what is sure as keys, what is doubtful as comments."""
    from pipeline.extract.ocr_cache import cache_folder
    from pipeline.extract.ocr_options import Ocr
    from pipeline.profile import propose_source
    from pipeline.run import read_pages
    from pipeline.segment import split_sessions
    from pipeline.source import parse_source
    from pipeline.speakers import find_mentions
    from pipeline.tagger import load_tagger

    if out is not None and out.exists():
        raise OutputError(f"{out} exists already.")
    document = read_pages(file, ocr=Ocr(cache=cache_folder()))
    outline = split_sessions(document)
    mentions = find_mentions(outline.segments, load_tagger(tagger)) if outline.segments else []
    text = propose_source(document, outline, sum(map(len, mentions)))
    parse_source(text, file.with_suffix(".toml").name)
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        with out.open("x", encoding="utf-8") as sidecar:
            sidecar.write(text)
    except OSError as error:
        raise OutputError(f"{out} cannot be written ({error.strerror}).") from error
