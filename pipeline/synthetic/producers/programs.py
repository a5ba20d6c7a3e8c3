"""Runs a program that makes PDFs, in a folder of its own, and takes today's date out of what it makes."""

import datetime as dt
import hashlib
import re
import shutil
import subprocess
from pathlib import Path

from pipeline.errors import ProducerError

SECONDS = 120
# For programs that cannot leave the date out: a day no programme of ours is printed on.
NO_DAY = dt.date(2000, 1, 1)
STAMP = re.compile(rb"(/(?:CreationDate|ModDate) ?)\(D:\d{14}(?P<zone>[^)]*)\)")
MARKS = re.compile(rb"<[0-9A-Fa-f]{32,128}>|/[0-9A-Fa-f]{32}\b")


def find_program(names: tuple[str, ...]) -> str | None:
    """The path of the first program that is installed."""
    return next((path for name in names if (path := shutil.which(name))), None)


def run_program(names: tuple[str, ...], package: str, arguments: list[str], made: Path) -> bytes:
    """Run a program and return the file it makes.

    Args:
        names: The names under which systems know the program.
        package: The system package it comes from.
        arguments: What it is called with.
        made: The file it should make.

    Raises:
        ProducerError: it is not installed, took too long, or made nothing.
    """
    program = find_program(names)
    if program is None:
        raise ProducerError(f"{names[0]} is not installed: apt-get install {package}.")
    try:
        run = subprocess.run([program, *arguments], capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise ProducerError(f"{names[0]} made no PDF in {SECONDS} seconds.") from error
    if not made.is_file():
        said = run.stderr.decode(errors="replace").strip().splitlines()
        raise ProducerError(f"{names[0]} made no PDF (exit code {run.returncode}: {said[-1] if said else 'silent'}).")
    return made.read_bytes()


def settle(pdf: bytes, created: dt.date | None) -> bytes:
    """The same PDF with `created` for the day it was made, and file identifiers that follow from its content.

    Every replacement is as long as what it replaces, so that all offsets in the file stay right.
    """
    day = f"(D:{created or NO_DAY:%Y%m%d}120000".encode()
    dated = STAMP.sub(lambda found: found[1] + day + found["zone"] + b")", pdf)
    trailer = dated.rfind(b"trailer")
    if trailer < 0:
        return dated
    digest = hashlib.md5(dated[:trailer], usedforsecurity=False).hexdigest().upper().encode()
    return dated[:trailer] + MARKS.sub(lambda found: _renamed(found[0], digest), dated[trailer:])


def _renamed(mark: bytes, digest: bytes) -> bytes:
    if mark.startswith(b"/"):
        return b"/" + digest
    return b"<" + (digest * 4)[: len(mark) - 2] + b">"
