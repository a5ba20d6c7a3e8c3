"""How scans are read: apart from the reader, so that a run can be told of it without loading one."""

from pathlib import Path
from typing import NamedTuple

from pipeline.extract.tesseract import LANGUAGE
from pipeline.ocr_mode import OcrMode

# Raised with every change to what is read from an image, so that older cache entries are left alone.
READER_VERSION = 1


class Ocr(NamedTuple):
    """How scans are read. `cache` is a folder, or None for no cache; `workers` is how many pages at a time."""

    mode: OcrMode = OcrMode.AUTO
    cache: Path | None = None
    language: str = LANGUAGE
    dpi: int = 300
    workers: int = 2
