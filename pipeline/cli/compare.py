"""The command `programme compare`: what changed between two editions."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.output import open_console
from pipeline.errors import OutputError

_EDITION = "A folder written by `programme run`, or a folder of such folders."


def compare(
    old: Annotated[Path, typer.Argument(help=f"The old edition. {_EDITION}", show_default=False)],
    new: Annotated[Path, typer.Argument(help="The new edition, likewise.", show_default=False)],
    out: Annotated[Path, typer.Option(help="CSV file to write, a row for each difference.")] = Path(
        "comparaison.csv"
    ),
    unchanged: Annotated[bool, typer.Option("--unchanged", help="Also a row for sessions that did not change.")] = (
        False
    ),
) -> None:
    """Tell which sessions were added, removed, moved or renamed, and which people changed."""
    from pipeline.comparison import COMPARISON, COMPARISON_FILE, compare_editions, list_changes
    from pipeline.comparison.text import render_lines, render_table
    from pipeline.export.tables import TableFile
    from pipeline.export.written import read_content
    from pipeline.published import read_edition

    compared = compare_editions(read_edition(old), read_edition(new))
    table = TableFile(COMPARISON_FILE, COMPARISON.model)
    table.add(list_changes(compared, unchanged))
    try:
        out.write_bytes(read_content(table.finished()))
    except OSError as error:
        raise OutputError(f"{out} cannot be written ({error.strerror}).") from error
    if sys.stdout.isatty():
        open_console().print(render_table(compared))
    else:
        typer.echo("\n".join(render_lines(compared)))
    typer.echo(f"→ {out}")
