"""The command `programme generate`: invented programmes with their truth."""

import re
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import UsageError

SEEDS = re.compile(r"(\d+)(?::(\d+))?")


def generate(
    out: Annotated[Path, typer.Option(help="Folder for the PDFs and, beside each, its gold.")] = Path("generated"),
    seeds: Annotated[str, typer.Option(help="One programme each: « 7 », or « 0:40 » from 0 to 39.")] = "0:12",
    families: Annotated[
        list[str] | None, typer.Option("--family", help="A family of layouts; can be repeated. All by default.")
    ] = None,
    producers: Annotated[
        list[str] | None,
        typer.Option("--producer", help="reportlab (default), chromium, libreoffice; several are taken by turns."),
    ] = None,
    scanned: Annotated[bool, typer.Option("--scanned", help="Pictures of the pages, as from a scanner.")] = False,
    evaluation: Annotated[
        bool, typer.Option("--evaluation", help="The seeds kept for scoring: never develop with these.")
    ] = False,
) -> None:
    """Make invented programmes with their truth; the same seeds give the same programmes."""
    from pipeline.synthetic.generate import generate as make

    chosen = parse_seeds(seeds, evaluation=evaluation)
    taken = tuple(producers or ("reportlab",))
    make(chosen, out, tuple(families or ()), taken, scanned=scanned, report=lambda path: typer.echo(path))


def parse_seeds(text: str, *, evaluation: bool = False) -> range:
    """The seeds of « 7 » or « 0:40 », counted from the beginning of their range.

    Raises:
        UsageError: the text is neither, names no seed, or goes beyond the range.
    """
    from pipeline.synthetic.generate import DEVELOPMENT, EVALUATION

    found = SEEDS.fullmatch(text)
    if found is None:
        raise UsageError(f"--seeds « {text} »: write one seed « 7 » or a range « 0:40 ».")
    first = int(found[1])
    last = int(found[2]) if found[2] else first + 1
    room = EVALUATION if evaluation else DEVELOPMENT
    if not first < last <= len(room):
        raise UsageError(f"--seeds « {text} »: seeds go up from 0 and end at {len(room)}, which is not a seed.")
    return room[first:last]
