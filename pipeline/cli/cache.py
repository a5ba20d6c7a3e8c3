"""The command `programme cache`: what is kept between runs."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import UsageError


def cache(
    folder: Annotated[
        Path | None, typer.Option("--cache", help="Folder of the cache; else PROGRAMME_CACHE or the user's cache.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Remove all entries.")] = False,
    unused: Annotated[
        int | None, typer.Option("--unused", min=1, help="Remove entries that were not used for so many days.")
    ] = None,
) -> None:
    """Show what is kept between runs, or remove it."""
    from pipeline.extract.ocr_cache import cache_folder
    from pipeline.running.cache import measure, remove_entries

    if clear and unused is not None:
        raise UsageError("--clear removes all entries: it does not go with --unused.")
    place = cache_folder(folder)
    if clear or unused is not None:
        typer.echo(f"{remove_entries(place, unused or 0)} entrées retirées")
    for usage in measure(place):
        typer.echo(f"{usage.kind}: {usage.entries} entrées, {usage.bytes / 2**20:.1f} Mo")
    typer.echo(f"→ {place}")
