"""Calls the command `programme`, and what it is called on."""

import contextlib
import gc
import io
import logging
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import hostile

from pipeline.cli import main
from pipeline.errors import (
    DamagedPdfError,
    EmptyFileError,
    EncryptedPdfError,
    ImageOnlyPdfError,
    NoPagesError,
    NotAPdfError,
    PipelineError,
    TooLargeError,
)

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "raw" / "journee-etude-archives-2023.pdf"
HEAVY = ("spacy", "pandas", "pdfplumber", "pypdfium2", "dateparser")

# The hostile files that cannot be read, and those that hold no programme.
REFUSED: dict[str, type[PipelineError]] = {
    "empty": EmptyFileError,
    "html": NotAPdfError,
    "truncated": DamagedPdfError,
    "bit_flipped": DamagedPdfError,
    "user_password": EncryptedPdfError,
    "zero_pages": NoPagesError,
    "image_only": ImageOnlyPdfError,
    "crowded_page": TooLargeError,
}
NO_PROGRAMME = ("ligatures", "soft_hyphens")


class Called(NamedTuple):
    """What a call left: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


def call(*arguments: str | Path, merged: bool = False) -> Called:
    """Run `programme` with arguments; `merged` puts both streams into `out`, in the order a terminal shows them."""
    out = io.StringIO()
    err = out if merged else io.StringIO()
    handlers = logging.root.handlers[:]
    signals = {kind: signal.getsignal(kind) for kind in (signal.SIGPIPE, signal.SIGTERM)}
    with (
        mock.patch.object(sys, "argv", ["programme", *map(str, arguments)]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ending:
            code = ending.code
        finally:
            for kind, handler in signals.items():
                signal.signal(kind, handler)
            logging.root.handlers[:] = handlers
            gc.unfreeze()  # the command leaves what it holds out of looks for cycles, for it ends
    assert isinstance(code, int)
    return Called(code, out.getvalue(), "" if merged else err.getvalue())


def watched(*arguments: str) -> tuple[str, set[str]]:
    """Run the command in a process of its own: what it prints, and which heavy packages it imports."""
    code = (
        "import sys\nfrom pipeline.cli import main\n"
        "try:\n    main()\n"
        f"finally:\n    print(*(name for name in {HEAVY} if name in sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout, set(done.stderr.split())


def hostile_file(folder: Path, name: str) -> Path:
    path = folder / f"{name}.pdf"
    path.write_bytes(hostile.HOSTILE[name]())
    return path
