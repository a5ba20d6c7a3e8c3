"""How commands print: values as they are, wide enough to be piped, JSON in French letters."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.programme import Anomaly, Programme

# Wide enough for any row: what is piped into grep or a file must not be folded to the size of a screen.
WIDE = 2_000
# As many kinds of findings as a person reads at the end of a run.
MOST_KINDS = 5


def open_console() -> "Console":
    """Standard output for tables of values: nothing in them is markup."""
    from rich.console import Console

    return Console(markup=False, highlight=False, emoji=False, width=None if sys.stdout.isatty() else WIDE)


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    import json

    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))


def what_to_look_at(programmes: Iterable["Programme"]) -> Iterator[str]:
    """The kinds of findings to look at first, the gravest and then the most frequent before the others.

    Example: `["erreur date_absente: 3, first forum-2024.pdf page 4 – Aucun jour lu."]`.
    """
    firsts: dict[tuple[str, str], tuple[Anomaly, str]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for programme in programmes:
        for each in programme.anomalies:
            firsts.setdefault((each.gravity, each.code), (each, programme.file))
            counts[each.gravity, each.code] += 1
    ranks = {gravity: rank for rank, gravity in enumerate(("erreur", "avertissement"))}
    known = [kind for kind in counts if kind[0] in ranks]
    kinds = sorted(known, key=lambda kind: (ranks[kind[0]], -counts[kind], kind[1]))
    for gravity, code in kinds[:MOST_KINDS]:
        first, file = firsts[gravity, code]
        page = f" page {first.page}" if first.page else ""
        yield f"{gravity} {code}: {counts[gravity, code]}, first {file}{page} – {first.message}"
    if len(kinds) > MOST_KINDS:
        yield f"{len(kinds) - MOST_KINDS} more kinds of findings."
