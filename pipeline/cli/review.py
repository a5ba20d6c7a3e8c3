"""The command `programme review`: HTML pages on which people check, correct and get a first picture."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import UsageError
from pipeline.ocr_mode import OcrMode

if TYPE_CHECKING:
    from pipeline.programme import Programme

# Where `programme run` is mostly called on.
USUAL_SOURCES = Path("raw")


def review(
    folder: Annotated[Path, typer.Argument(help="A folder written by `programme run`.", show_default=False)],
    out: Annotated[Path, typer.Option(help="Folder of the pages; replaced as a whole.")] = Path("revue"),
    sources: Annotated[
        Path | None, typer.Option(help="Folder of the files that were read; else the dataset's, then raw.")
    ] = None,
    without_images: Annotated[
        bool, typer.Option("--without-images", help="Write the pages from the dataset alone.")
    ] = False,
    ocr: Annotated[
        OcrMode, typer.Option("--ocr", help="Read scanned pages as `run` did: those without text, all, or none.")
    ] = OcrMode.AUTO,
    cache: Annotated[
        Path | None,
        typer.Option("--cache", help="Folder of the OCR cache; else PROGRAMME_CACHE or the user's cache."),
    ] = None,
) -> None:
    """Write a page for each programme, its values beside the printed pages, and one for the whole dataset."""
    from pipeline.export.folder import replace_folder
    from pipeline.published import read_programmes
    from pipeline.review.sources import find_sources

    if sources and not sources.is_dir():
        raise UsageError(f"{sources} is no folder.")
    programmes = read_programmes(folder)
    found: dict[str, Path] = {}
    if not without_images:
        _refuse_hidden(folder)
        folders = [sources] if sources else [each for each in (folder, USUAL_SOURCES) if each.is_dir()]
        found = find_sources(programmes, folders)
    replace_folder(_pages(programmes, found, folder, out, ocr, cache), out, _old_pages)
    for programme in programmes:
        typer.echo(f"→ {out / programme.programme_id}.html")
    typer.echo(f"→ {out / 'index.html'}")


def _refuse_hidden(folder: Path) -> None:
    """Refuse to show documents beside a dataset that leaves out people who are printed in them.

    Raises:
        UsageError: it is an edition without names, or somebody objected.
    """
    from pipeline.edition_mode import Edition
    from pipeline.export.manifest import MANIFEST

    path = folder / MANIFEST
    told = json.loads(path.read_bytes()) if path.is_file() else {}
    if told.get("edition", Edition.PUBLIC) != Edition.PUBLIC or told.get("oppositions"):
        raise UsageError(f"{folder} leaves people out whom its documents name: review it with --without-images.")


def _pages(
    programmes: "Sequence[Programme]",
    sources: dict[str, Path],
    folder: Path,
    out: Path,
    ocr: OcrMode,
    cache: Path | None,
) -> Iterator[tuple[str, bytes]]:
    """The pages, one in memory at a time."""
    from pipeline.extract.ocr_cache import cache_folder
    from pipeline.extract.ocr_options import Ocr
    from pipeline.review.dataset_page import render_dataset
    from pipeline.review.images import draw_pages
    from pipeline.review.programme_page import render_programme
    from pipeline.run import read_pages
    from pipeline.source import find_source

    for programme in programmes:
        path = sources.get(programme.programme_id)
        document, images = None, list[str]()
        if path:
            document = read_pages(path, programme.file, Ocr(ocr, cache_folder(cache)), find_source(path))
            images = draw_pages(path.read_bytes(), programme.file) if path.suffix.lower() == ".pdf" else []
        yield f"{programme.programme_id}.html", render_programme(programme, document, images)
    yield "index.html", render_dataset(programmes, folder, out)


def _old_pages(out: Path) -> set[str]:
    """The pages an earlier call wrote into `out`.

    Raises:
        OutputError: it holds something else, and no page of ours.
    """
    from pipeline.errors import OutputError
    from pipeline.review.render import is_own_page

    visible = sorted(path for path in out.iterdir() if not path.name.startswith("."))
    pages = {path.name for path in visible if path.suffix == ".html" and is_own_page(path)}
    if visible and "index.html" not in pages:
        raise OutputError(f"{out} is no folder of review pages (it holds {visible[0].name}); choose an empty folder.")
    return pages
