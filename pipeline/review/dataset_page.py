"""The page of a dataset: figures, days, who takes part, and what to look at."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.programme import Programme


def render_dataset(programmes: Sequence[Programme], folder: Path, out: Path) -> bytes:
    return b""
