"""Files to evidence: one reader per kind of file. To add a reader, add a row to `READERS`."""

import stat
from collections.abc import Callable
from pathlib import Path

from pipeline.document import Document
from pipeline.errors import EmptyFileError, MissingInputError, TooLargeError, UnknownFormatError
from pipeline.extract.markdown import read_markdown
from pipeline.extract.ocr import Ocr
from pipeline.extract.pdf import read_pdf
from pipeline.extract.text import read_text

READERS: dict[str, Callable[[bytes, str], Document]] = {
    ".pdf": read_pdf,
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
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
    return read_pdf(data, name, ocr, max_pages) if reader is read_pdf else reader(data, name)


def check_size(name: str, size: int) -> None:
    """Refuse a file of more than `MAX_BYTES` bytes.

    Raises:
        TooLargeError: it is too large.
    """
    if size > MAX_BYTES:
        raise TooLargeError(f"{name} has {size >> 20} MiB; the limit is {MAX_BYTES >> 20} MiB.")
