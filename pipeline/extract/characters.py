"""Bytes to clean characters: the encoding of a text file found, what is no text refused."""

import codecs
import hashlib
import re
import unicodedata

from pipeline.document import Document, Page
from pipeline.errors import EmptyFileError, TooLargeError, UnknownFormatError

# A programme of a hundred pages has 150 000 characters in 3 000 lines.
MAX_CHARACTERS = 1_000_000
MAX_LINES = 30_000
# Beyond this a line is data, not text.
MAX_LINE = 10_000
# More control characters than this part of all is no text.
MAX_CONTROLS = 0.005

# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_KINDS = (
    (re.compile(rb"%PDF-"), "a PDF"),
    (re.compile(rb"PK\x03\x04"), "a ZIP archive or an office document"),
    (re.compile(rb"\{\\rtf"), "RTF"),
    (re.compile(rb"(?i)<!doctype html|<html|<\?xml"), "HTML or XML"),
)
# What French text holds beyond ASCII. A file in another 8-bit encoding, read as Windows-1252, holds other signs.
_FRENCH = frozenset("àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»‹›’‘“”–—…·•€°²©®º§ \u00ad")
_BULLETS = {"\uf0b7": "•", "\uf0a7": "•", "\uf076": "•"}


def read_characters(data: bytes, name: str) -> str:
    """The text of a file: NFC, lines ended by a line feed, without invisible characters; tabs and form feeds stay.

    UTF-8 is tried first; a byte-order mark says otherwise. What is not UTF-8 is taken as Windows-1252, the encoding
    of French files before UTF-8, if what comes out looks like French.

    Raises:
        UnknownFormatError: the bytes are no text, or text in an encoding that cannot be told.
        TooLargeError: the text or one of its lines is longer than the limits allow.
        EmptyFileError: there is no letter or digit in it.
    """
    text = _decode(data, name)
    if len(text) > MAX_CHARACTERS:
        raise TooLargeError(f"{name} has {len(text)} characters; the limit for a text is {MAX_CHARACTERS}.")
    clean = _clean(text)
    lines = re.split(r"[\n\f]", clean)
    if len(lines) > MAX_LINES:
        raise TooLargeError(f"{name} has {len(lines)} lines; the limit for a text is {MAX_LINES}.")
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_LINE:
            raise TooLargeError(f"{name}, line {number}: {len(line)} characters; the limit is {MAX_LINE} a line.")
    if not re.search(r"[^\W_]", clean):
        raise EmptyFileError(f"{name} holds no letter and no digit.")
    return clean


def _decode(data: bytes, name: str) -> str:
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    head = data[:1024].removeprefix(codecs.BOM_UTF8).lstrip()
    for pattern, kind in _OTHER_KINDS:
        if pattern.match(head):
            raise UnknownFormatError(f"{name} is named like a text and is {kind}.")
    if encoding is None and b"\0" in data:
        raise UnknownFormatError(f"{name} is no text: it holds a zero byte at offset {data.index(0)}.")
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding is not None:
            raise UnknownFormatError(f"{name} begins as {encoding} and is not: {error.reason}.") from error
        text = _legacy(data, name)
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\n\v\f\r\x1b")
    if "\0" in text or controls > MAX_CONTROLS * len(text):
        raise UnknownFormatError(f"{name} is no text: it begins with {data[:16]!r}.")
    return text


def _legacy(data: bytes, name: str) -> str:
    """The text of a file that is not UTF-8: Windows-1252 if that gives French letters, else refused."""
    problem = f"{name} is neither UTF-8 nor French text in Windows-1252: save it as UTF-8."
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnknownFormatError(problem) from error
    beyond = [char for char in text if not char.isascii()]
    if 2 * sum(char in _FRENCH for char in beyond) < len(beyond):
        raise UnknownFormatError(problem)
    return text


def _clean(text: str) -> str:
    text = re.sub(r"\r\n?|[\x0b\x85\u2028\u2029]", "\n", unicodedata.normalize("NFC", text))
    # A soft hyphen at a line end is the hyphen that was printed there.
    text = re.sub(r"\u00ad+(?=[ \t]*(?:\n|$))", "-", text)
    return text.translate({ord(char): _plain(char) for char in set(text)})


def _plain(char: str) -> str | None:
    """A character as the text keeps it; None when it cannot be seen."""
    if char in "\n\t\f":
        return char
    if char in _BULLETS:
        return _BULLETS[char]
    if "\ufb00" <= char <= "\ufb06":  # ligatures
        return unicodedata.normalize("NFKC", char)
    category = unicodedata.category(char)
    if category in ("Cc", "Cf"):
        return None
    if category in ("Co", "Cs", "Cn"):
        return "\ufffd"
    return " " if char.isspace() else char


def make_document(data: bytes, name: str, pages: tuple[Page, ...], title: str | None) -> Document:
    """The document made of the pages of a text file, which says nothing of when it was made."""
    return Document(name=name, sha256=hashlib.sha256(data).hexdigest(), pages=pages, title=title)
