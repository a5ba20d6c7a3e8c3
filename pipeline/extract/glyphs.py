"""The words of a PDFium text page: text cleaned, box turned upright, style."""

import ctypes
import math
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple, Self

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.document import Style

_WORD = re.compile(r"[^\s\uFFFE\u0002]+[\uFFFE\u0002]?")
# PDFium marks a hyphen it believes to be a hyphenation with U+FFFE (U+0002 in older versions).
_HYPHEN_MARKS = "\ufffe\u0002"
_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None,
        "\uf0b7": "•", "\uf0a7": "•", "\uf076": "•",
    }
)  # fmt: skip
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])

# Weight named in the font name, since many files leave the weight of the descriptor at 0 or 400.
_BOLD = re.compile(r"bold|black|heavy|demi|semib|(?<![a-z])bd(?![a-z])|-B$", re.I)
_ITALIC = re.compile(r"ital|obliq|-It?$|,It?$", re.I)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SUBSET = re.compile(r"^[A-Z]{6}\+")


class Word(NamedTuple):
    """A word on the upright page. `rotation` in degrees clockwise; `rank` is its place in the stream."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    style: Style
    rotation: int
    rank: int
    hyphenated: bool = False


class Canvas(NamedTuple):
    """How the page is displayed: its crop box and rotation turned into a size and an origin at the top left."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> Self:
        """The canvas of a page: what its crop box leaves of the sheet, even where both are inherited."""
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, page.get_rotation())

    @property
    def width(self) -> float:
        """Displayed width in points."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """Displayed height in points."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of PDF user space on the displayed page, y downwards."""
        match self.rotation:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y


def read_words(textpage: pdfium.PdfTextPage, canvas: Canvas) -> tuple[list[Word], tuple[str, ...]]:
    """The words of a page in stream order, and what is doubtful about their text."""
    raw = textpage.raw
    text = _page_text(raw)
    words: list[Word] = []
    buffers = _Buffers()
    unmapped = 0
    for found in _WORD.finditer(text):
        printed = found[0]
        clean = _clean(printed)
        unmapped += clean.count("\ufffd")
        if clean:
            word = _word(raw, canvas, buffers, clean, found.start(), found.end())
            if word.x1 > 0 and word.y1 > 0 and word.x0 < canvas.width and word.y0 < canvas.height:
                words.append(word._replace(hyphenated=printed[-1] in _HYPHEN_MARKS + "\u00ad"))
    doubts = ("texte_sans_unicode",) if unmapped > 5 and unmapped * 20 > len(text) else ()
    return _without_doubles(words), doubts


def _page_text(raw: pdfium_c.FPDF_TEXTPAGE) -> str:
    """One UTF-16 unit per PDFium character index, so that indices into the string are indices of PDFium."""
    count = pdfium_c.FPDFText_CountChars(raw)
    buffer = (ctypes.c_ushort * (count + 1))()
    units = pdfium_c.FPDFText_GetText(raw, 0, count, buffer) - 1
    if units == count and len(text := bytes(buffer).decode("utf-16-le", "surrogatepass")) == count + 1:
        return text[:count]
    # Some characters are missing from the text or take two units: ask one by one.
    codes = (pdfium_c.FPDFText_GetUnicode(raw, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)


def _clean(printed: str) -> str:
    """A printed word with ligatures spelt out, soft hyphens, bidi marks and control characters removed."""
    if printed.isascii() and printed.isprintable():
        return printed
    hyphen = "-" if printed[-1] in _HYPHEN_MARKS + "\u00ad" else ""
    text = printed.rstrip(_HYPHEN_MARKS + "\u00ad").translate(_LIGATURES).translate(_BIDI)
    if _SURROGATE.search(text):
        # The two halves of a character beyond the first plane; half a character alone is unreadable.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = unicodedata.normalize("NFC", text)
    kept = (
        "\ufffd" if unicodedata.category(char) in ("Co", "Cs", "Cn") else char
        for char in text
        if unicodedata.category(char) != "Cc"
    )
    return "".join(kept) + hyphen


class _Buffers:
    """What PDFium writes its answers into, made once a page, and the fonts of the page by address."""

    def __init__(self) -> None:
        self.first, self.last = pdfium_c.FS_RECTF(), pdfium_c.FS_RECTF()
        self.matrix = pdfium_c.FS_MATRIX()
        self.red, self.green, self.blue, self.alpha = (ctypes.c_uint() for _ in range(4))
        self.fonts: dict[int | None, tuple[str, bool, bool]] = {}


def _word(raw: pdfium_c.FPDF_TEXTPAGE, canvas: Canvas, buffers: _Buffers, text: str, start: int, end: int) -> Word:
    first, last = buffers.first, buffers.last
    pdfium_c.FPDFText_GetLooseCharBox(raw, start, first)
    pdfium_c.FPDFText_GetLooseCharBox(raw, end - 1, last)
    ax, ay = canvas.point(min(first.left, last.left), max(first.top, last.top))
    bx, by = canvas.point(max(first.right, last.right), min(first.bottom, last.bottom))
    style, rotation = _style_at(raw, start, buffers)
    if bx < ax:
        ax, bx = bx, ax
    if by < ay:
        ay, by = by, ay
    return Word(text, ax, ay, bx, by, style, (rotation + canvas.rotation) % 360, start)


def _style_at(raw: pdfium_c.FPDF_TEXTPAGE, index: int, buffers: _Buffers) -> tuple[Style, int]:
    """Style and rotation of the character at `index`."""
    matrix = buffers.matrix
    pdfium_c.FPDFText_GetMatrix(raw, index, matrix)
    size = pdfium_c.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d)
    angle = 0 if matrix.b == 0 and matrix.a > 0 else round(-math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90
    red, green, blue = buffers.red, buffers.green, buffers.blue
    pdfium_c.FPDFText_GetFillColor(raw, index, red, green, blue, buffers.alpha)
    item = pdfium_c.FPDFText_GetTextObject(raw, index)
    name, bold, italic = _font(item, buffers.fonts) if item else ("", False, False)
    style = _make_style(name, round(size * 2) / 2, bold, italic, (red.value, green.value, blue.value))
    return style, angle % 360


def _font(item: pdfium_c.FPDF_PAGEOBJECT, fonts: dict[int | None, tuple[str, bool, bool]]) -> tuple[str, bool, bool]:
    """Name without subset tag, whether bold, whether italic, of the font of a text object."""
    font = pdfium_c.FPDFTextObj_GetFont(item)
    address = ctypes.cast(font, ctypes.c_void_p).value
    if address not in fonts:
        length = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
        buffer = ctypes.create_string_buffer(max(length, 1))
        pdfium_c.FPDFFont_GetBaseFontName(font, buffer, length)
        name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
        fonts[address] = name, *_weight(name, pdfium_c.FPDFFont_GetWeight(font))
    return fonts[address]


@lru_cache(maxsize=4096)
def _weight(name: str, weight: int) -> tuple[bool, bool]:
    return bool(_BOLD.search(name)) or weight >= 600, bool(_ITALIC.search(name))


@lru_cache(maxsize=4096)
def _make_style(name: str, size: float, bold: bool, italic: bool, color: tuple[int, int, int]) -> Style:
    return Style(font=name, size=size, bold=bold, italic=italic, color="#{:02x}{:02x}{:02x}".format(*color))


def _without_doubles(words: list[Word]) -> list[Word]:
    """Drop words drawn a second time on the same spot, as programs do to fake bold or a shadow."""
    seen: dict[tuple[str, int, int], list[Word]] = {}
    kept = []
    for word in words:
        reach = max(1.0, 0.15 * word.style.size)
        column, row = int(word.x0 // 4), int(word.y0 // 4)
        twins = (
            twin
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for twin in seen.get((word.text, column + dx, row + dy), ())
        )
        if not any(abs(twin.x0 - word.x0) < reach and abs(twin.y0 - word.y0) < reach for twin in twins):
            kept.append(word)
            seen.setdefault((word.text, column, row), []).append(word)
    return kept
