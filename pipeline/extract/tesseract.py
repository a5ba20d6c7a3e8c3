"""The program `tesseract`, called with an image, as words with box, line and confidence.

It is called as a program rather than through a binding: one process a page, one thread each, ended when it takes
too long.
"""

import os
import re
import shutil
import subprocess
from functools import lru_cache
from typing import NamedTuple

TIMEOUT_SECONDS = 180
# The languages a programme is read with; `fra` must be installed beside `tesseract` itself.
LANGUAGE = "fra"

_VERSION = re.compile(r"tesseract\s+v?(\S+)")
_COLUMNS = ("level", "page_num", "block_num", "par_num", "line_num", "word_num", "left", "top", "width", "height")


class Reading(NamedTuple):
    """A word as tesseract saw it: box in pixels, number of its line on the page, confidence from 0 to 100."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: int
    confidence: float


class TesseractError(Exception):
    """Tesseract failed on one image; the message is its own."""


@lru_cache
def tesseract_version() -> str | None:
    """The version of the tesseract on the path, or None where there is none."""
    if shutil.which("tesseract") is None:
        return None
    found = _VERSION.search(_told("--version"))
    return found[1] if found else None


@lru_cache
def has_language(language: str) -> bool:
    """Whether all languages of « fra » or « fra+eng » are installed."""
    return set(language.split("+")) <= set(_told("--list-langs").split())


def missing_part(language: str = LANGUAGE) -> str | None:
    """What is missing to read scans, in words for an error message; None when all is there."""
    if tesseract_version() is None:
        return "tesseract is not installed"
    if not has_language(language):
        return f"tesseract has no language « {language} »"
    return None


def _told(option: str) -> str:
    done = subprocess.run(["tesseract", option], capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False)
    return done.stdout + done.stderr


def read_image(image: bytes, dpi: int, language: str = LANGUAGE, layout: int = 3) -> list[Reading]:
    """The words of an image (PNG or PNM bytes), in the reading order of tesseract.

    Args:
        image: the bytes of an image file.
        dpi: its resolution.
        language: languages joined by « + ».
        layout: page segmentation mode; 3 finds columns by itself.

    Raises:
        TesseractError: tesseract ended with an error or took longer than `TIMEOUT_SECONDS`.
    """
    command = ["tesseract", "-", "-", "-l", language, "--dpi", str(dpi), "--psm", str(layout), "tsv"]
    # Pages are read side by side; threads inside one page would only fight for the same processors.
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command, input=image, capture_output=True, timeout=TIMEOUT_SECONDS, env=environment, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise TesseractError(f"no answer within {TIMEOUT_SECONDS} s") from error
    except subprocess.CalledProcessError as error:
        raise TesseractError(error.stderr.decode("utf-8", "replace").strip()[-200:]) from error
    return parse_tsv(done.stdout.decode("utf-8", "replace"))


def parse_tsv(tsv: str) -> list[Reading]:
    """The words of tesseract's TSV; rows of pages, blocks and lines only number the lines.

    Raises:
        TesseractError: the columns are not those of tesseract's TSV.
    """
    rows = [row.split("\t") for row in tsv.splitlines()]
    if not rows or tuple(rows[0][: len(_COLUMNS)]) != _COLUMNS:
        raise TesseractError("its answer is no TSV")
    lines: dict[tuple[str, ...], int] = {}
    words = []
    for row in rows[1:]:
        if len(row) < 12 or row[0] != "5" or not row[11].strip():
            continue
        line = lines.setdefault(tuple(row[1:5]), len(lines))
        left, top, width, height = map(int, row[6:10])
        words.append(Reading(row[11].strip(), left, top, left + width, top + height, line, float(row[10])))
    return words
