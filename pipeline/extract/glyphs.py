"""The words of a PDFium text page: text cleaned, box turned upright, style."""

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from struct import Struct
from typing import NamedTuple, Self

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.document import Style
from pipeline.extract.pdfium_calls import (
    Address,
    address_of,
    fill_color,
    font_of,
    font_size,
    loose_box,
    matrix,
    origin,
    text_object,
)

_WORD = re.compile(r"[^\s\uFFFE\u0002]+[\uFFFE\u0002]?")
# An hour that fills its column ends where the text beside it begins: « 09h30Accueil ».
_RUN_ON_HOUR = re.compile(r"\d{1,2}(?:[hH](?:\d{2})?|[:.]\d{2})(?=[^\W\d_]|[«“])")
_CAPITALISED = re.compile(r"[^\W\d_a-zà-ÿ][a-zà-ÿ]")
# PDFium marks a hyphen it believes to be a hyphenation with U+FFFE (U+0002 in older versions).
_HYPHEN_MARKS = "\ufffe\u0002"
_HYPHENATIONS = _HYPHEN_MARKS + "\u00ad"
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
HEAVY = 600
_ITALIC = re.compile(r"ital|obliq|-It?$|,It?$", re.I)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SUBSET = re.compile(r"^[A-Z]{6}\+")

# What PDFium puts between two text objects on different lines, as it takes them.
_BREAK = "\r\n"
# Letters of a word stand on one level and next to each other, within these parts of an em.
LEVEL_EMS, TOUCH_EMS = 0.05, 0.08

# Boxes lower than this, in parts of the size, are as tight as their letters, each of another height, for their font
# does not tell its own. They get what fonts have above and below the line their letters stand on.
TIGHT, ABOVE, BELOW = 0.97, 0.9, 0.22


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
    text = _page_text(textpage.raw)
    words: list[Word] = []
    answers = _Answers(textpage.raw, canvas)
    width, height = canvas.width, canvas.height
    unmapped = end_before = 0
    for start, end in _word_places(text, answers):
        printed = text[start:end]
        clean = _clean(printed)
        unmapped += clean.count("\ufffd")
        if clean:
            x0, y0, x1, y1 = answers.box(start, end)
            if x1 > 0 and y1 > 0 and x0 < width and y0 < height:
                style, rotation = answers.style(start)
                if not style.size:
                    continue  # letters without height: nobody sees them
                if rotation == 0 and y1 - y0 < TIGHT * style.size:
                    base = answers.baseline(start)
                    y0, y1 = min(y0, base - ABOVE * style.size), max(y1, base + BELOW * style.size)
                word = Word(clean, x0, y0, x1, y1, style, rotation, start, printed[-1] in _HYPHENATIONS)
                if words and text[end_before:start] == _BREAK and touches(words[-1], word):
                    before = words.pop()
                    word = before._replace(text=before.text + clean, x1=x1, hyphenated=word.hyphenated)
                words.append(word)
            end_before = end
    doubts = ("texte_sans_unicode",) if unmapped > 5 and unmapped * 20 > len(text) else ()
    return _without_doubles(words), doubts


def _word_places(text: str, answers: "_Answers") -> Iterator[tuple[int, int]]:
    """Where words begin and end, with an hour apart from the text that touches it: « 09h30Accueil ».

    So is a bracket set otherwise than the word before it: « **Habiter la rive**(10 min) ».
    """
    for found in _WORD.finditer(text):
        start, end = found.span()
        bracket = text.find("(", start + 1, end)
        if bracket > 0 and answers.style(start) != answers.style(bracket):
            yield start, bracket
            yield bracket, end
            continue
        hour = _RUN_ON_HOUR.match(text, start, end)
        behind = hour.end() if hour else start
        if hour and (_CAPITALISED.match(text, behind) or answers.style(start) != answers.style(behind)):
            yield start, behind
            yield behind, end
        else:
            yield start, end


def touches(before: Word, word: Word) -> bool:
    """Whether a word begins where the one before ends, as where text is drawn letter by letter."""
    if before.style != word.style or before.rotation or word.rotation:
        return False
    size = word.style.size
    return abs(before.y0 - word.y0) < LEVEL_EMS * size and abs(word.x0 - before.x1) < TOUCH_EMS * size


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


@lru_cache(maxsize=16_384)
def _clean(printed: str) -> str:
    """A printed word with ligatures spelt out, soft hyphens, bidi marks and control characters removed."""
    if printed.isascii() and printed.isprintable():
        return printed
    hyphen = "-" if printed[-1] in _HYPHENATIONS else ""
    text = printed.rstrip(_HYPHENATIONS).translate(_LIGATURES).translate(_BIDI)
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


class _Answers:
    """What PDFium says of the characters of a page, written into numbers made once a page."""

    def __init__(self, raw: pdfium_c.FPDF_TEXTPAGE, canvas: Canvas) -> None:
        self._page, self._canvas = Address(address_of(raw)), canvas
        self._boxes = (ctypes.c_float * 8)()
        self._at_boxes = [Address(ctypes.addressof(self._boxes) + offset) for offset in (0, 16)]
        # Red, green and blue; then the matrix, of which the first four numbers tell how letters are set.
        self._look = ctypes.create_string_buffer(40)
        look = ctypes.addressof(self._look)
        self._at_color = [Address(look + offset) for offset in (0, 4, 8, 36)]
        self._at_matrix = Address(look + 12)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at_point = [Address(ctypes.addressof(number)) for number in (self._x, self._y)]
        self._styles: dict[tuple[float, int | None, bytes], tuple[Style, int]] = {}
        self._item: int | None = None
        self._item_style: tuple[Style, int]

    def box(self, start: int, end: int) -> tuple[float, float, float, float]:
        """The box on the displayed page of the characters from `start` to before `end`."""
        first, last = self._at_boxes
        loose_box(self._page, start, first)
        loose_box(self._page, end - 1, last)
        left, top, right, bottom, left2, top2, right2, bottom2 = _TWO_BOXES.unpack(self._boxes)
        ax, ay = self._canvas.point(left if left <= left2 else left2, top if top >= top2 else top2)
        bx, by = self._canvas.point(right if right >= right2 else right2, bottom if bottom <= bottom2 else bottom2)
        if bx < ax:
            ax, bx = bx, ax
        if by < ay:
            ay, by = by, ay
        return ax, ay, bx, by

    def baseline(self, index: int) -> float:
        """How far down the displayed page the line is on which the character at `index` stands."""
        origin(self._page, index, *self._at_point)
        return self._canvas.point(self._x.value, self._y.value)[1]

    def style(self, index: int) -> tuple[Style, int]:
        """Style and rotation of the character at `index`; what is set alike is put together once a page."""
        page = self._page
        item = text_object(page, index)
        if item and item == self._item:
            return self._item_style  # what PDFium draws as one is set alike
        matrix(page, index, self._at_matrix)
        fill_color(page, index, *self._at_color)
        font: int | None = font_of(item) if item else None
        size: float = font_size(page, index)
        key = size, font, self._look.raw[: _LOOK.size]
        if key not in self._styles:
            red, green, blue, a, b, c, d = _LOOK.unpack(key[2])
            if size < 0:  # it turns letters upside down, which the matrix may turn back
                size, a, b = -size, -a, -b
            height = size * math.hypot(c, d)
            seen = math.isfinite(height) and math.isfinite(a + b)
            angle = 0 if not seen or (b == 0 and a > 0) else round(-math.degrees(math.atan2(b, a)) / 90) * 90
            points = round(height * 2) / 2 if seen else 0.0
            style = _make_style(*_font(font), points, (red, green, blue))
            self._styles[key] = style, (angle + self._canvas.rotation) % 360
        self._item, self._item_style = item, self._styles[key]
        return self._item_style


# What PDFium answers, in bytes: two boxes; colour and matrix without its shift.
_TWO_BOXES, _LOOK = Struct("8f"), Struct("3I4f")


def _font(address: int | None) -> tuple[str, bool, bool]:
    """Name without subset tag, whether bold, whether italic, of a font; nothing where there is none."""
    if not address:
        return "", False, False
    font = ctypes.cast(address, pdfium_c.FPDF_FONT)
    length = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdfium_c.FPDFFont_GetBaseFontName(font, buffer, length)
    name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    return name, *weight_and_slant(name, pdfium_c.FPDFFont_GetWeight(font))


@lru_cache(maxsize=4096)
def weight_and_slant(name: str, weight: int) -> tuple[bool, bool]:
    """Whether a font is bold, whether italic. A name that tells only the slant tells that the weight is usual.

    The weight itself is guessed from the width of the stems, which slanted letters make look wider.
    """
    italic = bool(_ITALIC.search(name))
    return bool(_BOLD.search(name)) or (weight >= HEAVY and not italic), italic


@lru_cache(maxsize=4096)
def _make_style(name: str, bold: bool, italic: bool, size: float, color: tuple[int, int, int]) -> Style:
    return Style(font=name, size=size, bold=bold, italic=italic, color="#{:02x}{:02x}{:02x}".format(*color))


_AROUND = tuple(product((-1, 0, 1), repeat=2))


def _without_doubles(words: list[Word]) -> list[Word]:
    """Drop words drawn a second time on the same spot, as programs do to fake bold or a shadow."""
    seen: dict[str, dict[tuple[int, int], list[Word]]] = {}
    kept = []
    for word in words:
        column, row = int(word.x0 // 4), int(word.y0 // 4)
        spots = seen.setdefault(word.text, {})
        if not spots or not _has_twin(word, spots, column, row):
            kept.append(word)
            spots.setdefault((column, row), []).append(word)
    return kept


def _has_twin(word: Word, spots: dict[tuple[int, int], list[Word]], column: int, row: int) -> bool:
    reach = max(1.0, 0.15 * word.style.size)
    around = [spots[spot] for dx, dy in _AROUND if (spot := (column + dx, row + dy)) in spots]
    return any(
        abs(twin.x0 - word.x0) < reach and abs(twin.y0 - word.y0) < reach for twins in around for twin in twins
    )
