"""Scanned pages through OCR: which pages need it, reading them side by side, cached, as lines with style.

Pages are rendered by PDFium, set straight, read by tesseract and measured. Boxes are those of the page once set
straight: within a point or two of the page as displayed.
"""

import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from statistics import median_high
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.document import Page
from pipeline.errors import UsageError
from pipeline.extract.glyphs import Word
from pipeline.extract.lines import make_lines
from pipeline.extract.ocr_accents import restore_accents
from pipeline.extract.ocr_cache import load_entry, save_entry
from pipeline.extract.ocr_options import READER_VERSION, Ocr
from pipeline.extract.ocr_repairs import BULLETS, mend_word
from pipeline.extract.scan_runs import Seen, letters_of
from pipeline.extract.scan_style import style_words
from pipeline.extract.tesseract import (
    Reading,
    TesseractError,
    missing_part,
    read_image,
    tesseract_version,
)
from pipeline.ocr_mode import OcrMode

if TYPE_CHECKING:
    from pipeline.extract.scan_image import Sheet

INSTALL = "install Tesseract with French: apt-get install tesseract-ocr tesseract-ocr-fra"

READ_DOUBT = "lu_par_ocr"
UNSURE_DOUBT = "ocr_incertain"
UNREAD_DOUBT = "image_non_lue"
BROKEN_DOUBT = "page_illisible"

# A page with fewer characters has no text layer; with fewer than this it is a scan when an image covers it: a stamp
# of reception or a printed header lies over many scans.
MIN_CHARACTERS = 20
STAMP_CHARACTERS = 300
COVERED = 0.8

# Words below this confidence are noise; signs without letter or figure below that; over a text layer, all below
# the last.
MIN_CONFIDENCE = 25
MIN_SIGN_CONFIDENCE = 60
MIN_OVERLAY_CONFIDENCE = 70
# In a line whose words mostly have this confidence even a word below the first is kept.
SURE_LINE = 70
# A page whose letters have less confidence on average is doubtful: of clean scans nearly all pages have 92 to 96, at
# 150 dots an inch with strong grain 84 to 92 with one word in thirty misread.
SURE_CONFIDENCE = 88

log = logging.getLogger(__name__)


class _Read(NamedTuple):
    """What came of a page: its words, None when tesseract failed; the mean confidence of the letters."""

    words: list[Seen] | None
    confidence: float = 0.0


def read_scans(
    pdf: pdfium.PdfDocument, pages: tuple[Page, ...], ocr: Ocr, sha256: str, name: str
) -> tuple[Page, ...]:
    """The pages, those that are scans with the lines OCR finds on them.

    Without tesseract or its language, scans keep what text they have and a doubt that says so.

    Args:
        pdf: the open file.
        pages: as read from its text layer.
        ocr: how to read.
        sha256: of the file, the key of the cache.
        name: of the file, for messages.

    Raises:
        UsageError: OCR of all pages was asked for and tesseract is missing.
    """
    chosen = [page for page in pages if _is_wanted(pdf, page, ocr.mode)]
    if not chosen:
        return pages
    missing = missing_part(ocr.language)
    if missing:
        if ocr.mode is OcrMode.FORCE:
            raise UsageError(f"{name}: OCR was asked for and {missing}; {INSTALL}.")
        numbers = {page.number for page in chosen}
        return tuple(_doubted(page, UNREAD_DOUBT) if page.number in numbers else page for page in pages)
    reads = dict(zip((page.number for page in chosen), _read_all(pdf, chosen, ocr, sha256, name), strict=True))
    readable = {
        page.number: _kept(words, over_text=bool(page.lines) and ocr.mode is not OcrMode.FORCE)
        for page in chosen
        if (words := reads[page.number].words) is not None
    }
    styled = dict(zip(readable, style_words(restore_accents(list(readable.values()))), strict=True))
    return tuple(
        _revised(page, reads[page.number], styled.get(page.number), ocr.mode) if page.number in reads else page
        for page in pages
    )


def _is_wanted(pdf: pdfium.PdfDocument, page: Page, mode: OcrMode) -> bool:
    if mode is OcrMode.OFF or BROKEN_DOUBT in page.doubts:
        return False
    if mode is OcrMode.FORCE:
        return True
    characters = sum(len(line.text) for line in page.lines)
    if characters >= STAMP_CHARACTERS:
        return False
    loaded = pdf[page.number - 1]
    try:
        drawn: int = pdfium_c.FPDFPage_CountObjects(loaded.raw)
        return drawn > 0 if characters < MIN_CHARACTERS else _is_covered(loaded)
    finally:
        loaded.close()


def _is_covered(page: pdfium.PdfPage) -> bool:
    """Whether one image covers the page, as that of a scan does."""
    width, height = page.get_size()
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) >= COVERED * width * height:
            return True
    return False


def _read_all(pdf: pdfium.PdfDocument, pages: Sequence[Page], ocr: Ocr, sha256: str, name: str) -> Iterator[_Read]:
    """What each page says; PDFium renders in this thread alone, a few pages ahead of those being read."""
    with ThreadPoolExecutor(max_workers=max(1, ocr.workers)) as pool:
        waiting: list[Future[_Read]] = []
        for page in pages:
            key = _key(page, ocr, sha256)
            kept = _from_cache(ocr, key)
            if kept is None:
                sheet = _render(pdf, page, ocr)
                waiting.append(pool.submit(_read_sheet, sheet, ocr, key, f"{name}, page {page.number}"))
            else:
                done: Future[_Read] = Future()
                done.set_result(kept)
                waiting.append(done)
            if len(waiting) > ocr.workers:
                yield waiting.pop(0).result()
        for future in waiting:
            yield future.result()


def _render(pdf: pdfium.PdfDocument, page: Page, ocr: Ocr) -> "Sheet":
    from pipeline.extract.scan_image import render_sheet

    loaded = pdf[page.number - 1]
    try:
        return render_sheet(loaded, ocr.dpi)
    finally:
        loaded.close()


def _key(page: Page, ocr: Ocr, sha256: str) -> dict[str, Any]:
    return {
        "sha256": sha256,
        "page": page.number,
        "tesseract": tesseract_version(),
        "language": ocr.language,
        "dpi": ocr.dpi,
        "reader": READER_VERSION,
    }


def _from_cache(ocr: Ocr, key: dict[str, Any]) -> _Read | None:
    value = load_entry(ocr.cache, key) if ocr.cache else None
    if value is None:
        return None
    # The digest vouches for the shape: only this reader, in this version, wrote the entry.
    words = [Seen(*word)._replace(color=tuple(word[7]), marks=tuple(word[12])) for word in value["words"]]
    return _Read(words, value["confidence"])


def _read_sheet(sheet: "Sheet", ocr: Ocr, key: dict[str, Any], where: str) -> _Read:
    try:
        readings = read_image(sheet.as_png(), round(sheet.dpi), ocr.language)
    except TesseractError as error:
        log.warning("%s: tesseract failed: %s", where, error)
        return _Read(None)
    words = [_seen(reading, sheet) for reading in readings]
    letters = sum(len(word.text) for word in words)
    confidence = round(sum(word.confidence * len(word.text) for word in words) / letters, 1) if letters else 0.0
    if ocr.cache:
        save_entry(ocr.cache, key, {"words": words, "confidence": confidence})
    return _Read(words, confidence)


def _seen(reading: Reading, sheet: "Sheet") -> Seen:
    """A word with what its ink looks like, lengths in points."""
    from pipeline.extract.scan_image import ink_of

    ink = ink_of(sheet, reading.left, reading.top, reading.right, reading.bottom)
    scale = 72 / sheet.dpi
    return Seen(
        text=reading.text,
        x0=round(reading.left * scale, 2),
        y0=round(reading.top * scale, 2),
        x1=round(reading.right * scale, 2),
        y1=round(reading.bottom * scale, 2),
        line=reading.line,
        confidence=round(reading.confidence, 1),
        color=ink.color,
        stroke=round(ink.stroke * scale, 3),
        top=round(ink.top * scale, 2),
        bottom=round(ink.bottom * scale, 2),
        slant=round(ink.slant, 2),
        marks=ink.marks,
    )


def _kept(words: Sequence[Seen], over_text: bool) -> list[Seen]:
    """The words without noise, known misreadings put right; over a text layer only sure words count."""
    lines: dict[int, list[Seen]] = {}
    for word in words:
        if not over_text or word.confidence >= MIN_OVERLAY_CONFIDENCE:
            lines.setdefault(word.line, []).append(word)
    return [word for line in lines.values() for word in _kept_of_line(line)]


def _kept_of_line(line: Sequence[Seen]) -> list[Seen]:
    """The words of a line; where most are sure, a word that was hard to read is kept: it is hardly noise."""
    sure = median_high(word.confidence for word in line) >= SURE_LINE
    kept = []
    for place, word in enumerate(line):
        at_edge = place in (0, len(line) - 1)
        letters = letters_of(word)
        if place == 0 and word.text in BULLETS and len(line) > 1:
            kept.append(word._replace(text="•"))
        elif _is_ruling(word) or word.confidence < (MIN_CONFIDENCE if letters else MIN_SIGN_CONFIDENCE):
            if sure and letters > (2 if at_edge else 0):
                kept.append(word._replace(text=mend_word(word.text)))
        else:
            kept.append(word._replace(text=mend_word(word.text)))
    return kept


def _is_ruling(word: Seen) -> bool:
    """Whether a drawn line was read as a sign: far longer than it is thick."""
    return not any(char.isalnum() for char in word.text) and (
        word.x1 - word.x0 > 12 * (word.y1 - word.y0) * len(word.text) or word.y1 - word.y0 > 12 * (word.x1 - word.x0)
    )


def _revised(page: Page, read: _Read, words: list[Word] | None, mode: OcrMode) -> Page:
    """The page with the lines of its words; those of its text layer stay, unless all was to be read anew."""
    if words is None:
        return _doubted(page, BROKEN_DOUBT)
    own = () if mode is OcrMode.FORCE else page.lines
    if own:
        words = [word for word in words if not _is_printed(word, page)]
    if not words and own:
        return page
    lines = make_lines(words, page.number)
    found = sorted((*own, *lines), key=lambda line: (round(line.box.y0, 1), line.box.x0))
    page = page.model_copy(update={"lines": tuple(found)})
    if not lines:
        return page
    page = _doubted(page, READ_DOUBT)
    return page if read.confidence >= SURE_CONFIDENCE else _doubted(page, UNSURE_DOUBT)


def _is_printed(word: Word, page: Page) -> bool:
    """Whether the text layer has something where a word was seen."""
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return any(line.box.x0 <= x <= line.box.x1 and line.box.y0 <= y <= line.box.y1 for line in page.lines)


def _doubted(page: Page, doubt: str) -> Page:
    return page.model_copy(update={"doubts": (*page.doubts, doubt)})
