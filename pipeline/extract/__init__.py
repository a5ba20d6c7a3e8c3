"""Files to evidence: one reader per kind of file. To add a reader, add a row to `READERS`.

A reader is imported when there is a file for it: who asks for kinds and limits only need not wait for PDFium.
"""

import stat
from collections.abc import Callable
from pathlib import Path

from pipeline.document import Document
from pipeline.errors import EmptyFileError, MissingInputError, TooLargeError, UnknownFormatError
from pipeline.extract.ocr_options import Ocr


def _pdf(data: bytes, name: str, ocr: Ocr | None, max_pages: int | None) -> Document:
    from pipeline.extract.pdf import read_pdf

    return read_pdf(data, name, ocr, max_pages)


def _text(data: bytes, name: str, *_: object) -> Document:
    from pipeline.extract.text import read_text

    return read_text(data, name)


def _markdown(data: bytes, name: str, *_: object) -> Document:
    from pipeline.extract.markdown import read_markdown

    return read_markdown(data, name)


READERS: dict[str, Callable[[bytes, str, Ocr | None, int | None], Document]] = {
    ".pdf": _pdf,
    ".txt": _text,
    ".md": _markdown,
    ".markdown": _markdown,
}

# Kinds in which anything is written: in a folder of programmes, a file of theirs is one only if something says so.
NAMED_KINDS = frozenset({".txt", ".md", ".markdown"})

# Beyond this a programme is not a programme; the limit keeps one file from taking a machine down.
MAX_BYTES = 200 * 2**20


def read_document(
    path: Path, name: str | None = None, ocr: Ocr | None = None, max_pages: int | None = None
) -> Document:
    """Read a file with the reader of its suffix.

    Args:
        path: the file.
        name: how the document is called in messages and outputs; the file's own name by default.
        ocr: how to read scanned pages; by default they are not.
        max_pages: how many pages a PDF may have; by default `pdf.MAX_PAGES`.

    Raises:
        InputError: one of its subclasses, by what is wrong with the file.
    """
    name = name or path.name
    reader = READERS.get(path.suffix.lower())
    if reader is None and path.is_dir():
        raise MissingInputError(f"{name} cannot be read: this folder cannot be listed.")
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise UnknownFormatError(f"{name}: no reader for « {path.suffix} » (known: {known}).")
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            # Reading a pipe or a device may never end.
            raise MissingInputError(f"{name} cannot be read: not a regular file.")
        check_size(name, found.st_size)
        data = path.read_bytes()
    except OSError as error:
        raise MissingInputError(f"{name} cannot be read: {error.strerror}.") from error
    if not data:
        raise EmptyFileError(f"{name} is empty (0 bytes).")
    return reader(data, name, ocr, max_pages)


def check_size(name: str, size: int) -> None:
    """Refuse a file of more than `MAX_BYTES` bytes.

    Raises:
        TooLargeError: it is too large.
    """
    if size > MAX_BYTES:
        raise TooLargeError(f"{name} has {size >> 20} MiB; the limit is {MAX_BYTES >> 20} MiB.")
