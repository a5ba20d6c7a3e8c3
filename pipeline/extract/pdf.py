"""PDF to evidence with PDFium: the words of each page with box, font, size, weight and colour."""

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.document import Document, Line, Page
from pipeline.errors import (
    DamagedPdfError,
    EncryptedPdfError,
    ImageOnlyPdfError,
    NoPagesError,
    NotAPdfError,
    TooLargeError,
)
from pipeline.extract.bars import bars_behind
from pipeline.extract.damage import DAMAGE_DOUBT, count_damaged_streams
from pipeline.extract.frames import framed_cells
from pipeline.extract.glyphs import Canvas, read_words
from pipeline.extract.letter_spacing import close_letter_spacing
from pipeline.extract.lines import make_lines
from pipeline.extract.ocr import UNREAD_DOUBT, read_scans
from pipeline.extract.ocr_options import Ocr
from pipeline.extract.shapes import drawn_shapes, with_drawn_bullets
from pipeline.extract.small_capitals import with_small_capitals
from pipeline.extract.tesseract import missing_part
from pipeline.ocr_mode import OcrMode

MAX_PAGES = 3_000
MAX_CHARACTERS = 200_000  # on one page
MIN_CHARACTERS = 20  # of a whole document: less is a scan with a stamp on it

# A table has at least this many drawn lines or boxes; one rule above a footer is no table.
MIN_RULINGS = 6
# On its page at least so many lines stand beside others.
MIN_BESIDE = 4
# So many do where the page before holds one, which may go on with few rows.
MIN_BESIDE_AFTER = 2

_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")


def read_pdf(data: bytes, name: str, ocr: Ocr | None = None, max_pages: int | None = None) -> Document:
    """Read all pages of a PDF; every page is closed before the next is opened.

    Args:
        data: the file.
        name: how it is called in messages and outputs.
        ocr: how to read scanned pages; by default only the text layer is read.
        max_pages: how many it may have; by default `MAX_PAGES`.

    Raises:
        NotAPdfError, EncryptedPdfError, DamagedPdfError, NoPagesError, ImageOnlyPdfError, TooLargeError.
    """
    # The header may come late: readers accept it anywhere in the first kilobyte.
    if b"%PDF-" not in data[:1024]:
        raise NotAPdfError(f"{name} is not a PDF: it begins with {data[:16]!r}.")
    sha256 = hashlib.sha256(data).hexdigest()
    pdf = _open(data, name)
    try:
        count = len(pdf)
        limit = MAX_PAGES if max_pages is None else max_pages
        if count > limit:
            raise TooLargeError(f"{name} has {count} pages; the limit is {limit}.")
        pages = _read_pages(pdf, count, name)
        if ocr is not None:
            pages = read_scans(pdf, pages, ocr, sha256, name)
        title = _metadata(pdf, "Title")
        created = _pdf_date(_metadata(pdf, "CreationDate"))
    finally:
        pdf.close()
    is_damaged = count_damaged_streams(data) > 0
    if sum(len(line.text) for page in pages for line in page.lines) < MIN_CHARACTERS:
        if is_damaged:
            raise DamagedPdfError(f"{name}: what its {count} page(s) hold is damaged and cannot be unpacked.")
        if all("page_illisible" in page.doubts for page in pages):
            raise DamagedPdfError(f"{name}: none of its {count} pages can be read.")
        raise ImageOnlyPdfError(f"{name} has no text layer on its {count} page(s){_why_unread(pages, ocr)}.")
    return Document(
        name=name,
        sha256=sha256,
        pages=pages,
        title=title or None,
        created=created,
        doubts=(DAMAGE_DOUBT,) if is_damaged else (),
    )


def _why_unread(pages: Sequence[Page], ocr: Ocr | None) -> str:
    """Why OCR did not help, as the end of a sentence."""
    if ocr is None or ocr.mode is OcrMode.OFF:
        return ""
    if any(UNREAD_DOUBT in page.doubts for page in pages):
        return f" and {missing_part(ocr.language)}"
    return " and OCR finds no text on them"


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if _has_no_page(data):
            raise NoPagesError(f"{name} has no page.") from error
        if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
            raise EncryptedPdfError(f"{name} is protected by a password.") from error
        if b"%%EOF" not in data[-2048:]:
            raise DamagedPdfError(f"{name} is cut off: it has no end marker after {len(data)} bytes.") from error
        raise DamagedPdfError(f"{name} cannot be opened as a PDF ({error}).") from error


def _has_no_page(data: bytes) -> bool:
    """Whether PDFium opens the file and finds no page: pypdfium2 then reports the error of the file before."""
    raw = pdfium_c.FPDF_LoadMemDocument64(data, len(data), None)
    if not raw:
        return False
    try:
        return bool(pdfium_c.FPDF_GetPageCount(raw) == 0)
    finally:
        pdfium_c.FPDF_CloseDocument(raw)


def _metadata(pdf: pdfium.PdfDocument, key: str) -> str:
    """What the file says of itself, on one line and without control characters; empty when it is no Unicode."""
    try:
        value = pdf.get_metadata_value(key)
    except UnicodeDecodeError:
        return ""
    return " ".join("".join(char if char.isprintable() else " " for char in value).split())


def _read_pages(pdf: pdfium.PdfDocument, count: int, name: str) -> tuple[Page, ...]:
    pages: list[Page] = []
    for index in range(count):
        ruled = bool(pages) and pages[-1].rulings >= MIN_RULINGS
        pages.append(_read_page(pdf, index, name, MIN_BESIDE_AFTER if ruled else MIN_BESIDE))
    return tuple(pages)


def _read_page(pdf: pdfium.PdfDocument, index: int, name: str, least: int) -> Page:
    """Read one page; a page PDFium cannot load or read is kept empty and marked, the others are still read."""
    try:
        page = pdf[index]
    except pdfium.PdfiumError:
        return _unread(index)
    try:
        textpage = page.get_textpage()
        try:
            count = textpage.count_chars()
            if count > MAX_CHARACTERS:
                raise TooLargeError(
                    f"{name}, page {index + 1}: {count} characters; the limit is {MAX_CHARACTERS} a page."
                )
            canvas = Canvas.of(page)
            words, doubts = read_words(textpage, canvas)
            words = close_letter_spacing(words, textpage, canvas)
        finally:
            textpage.close()
        shapes = drawn_shapes(page, canvas)
        lines = with_small_capitals(make_lines(with_drawn_bullets(words, shapes), index + 1))
        may_hold_table = _side_by_side(lines) >= least
        cells = framed_cells(shapes, lines) if may_hold_table else ()
    except pdfium.PdfiumError:
        return _unread(index)
    finally:
        page.close()
    return Page(
        number=index + 1,
        width=canvas.width,
        height=canvas.height,
        lines=lines,
        rulings=len(shapes) if may_hold_table else 0,
        cells=cells,
        bars=bars_behind(shapes, lines),
        doubts=doubts,
    )


def _unread(index: int) -> Page:
    return Page(number=index + 1, width=0, height=0, lines=(), doubts=("page_illisible",))


def _side_by_side(lines: tuple[Line, ...]) -> int:
    """How many lines stand beside the line before them: only such pages can hold a table.

    Where the hours of a table are set in the middle of their cells they begin below the first line beside them.
    """
    return sum(
        after.box.y0 < before.box.y1 and (after.box.x0 > before.box.x1 or after.box.x1 < before.box.x0)
        for before, after in pairwise(lines)
    )


def _pdf_date(printed: str) -> dt.date | None:
    """The day in a PDF date such as « D:20220928101500+02'00' », or None for anything else."""
    found = _PDF_DATE.match(printed)
    if not found:
        return None
    try:
        return dt.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None
