"""Books that people come to present: « Léa Durand pour *Le Fleuve* (éditions du Môle) » is a member of neither."""

import re

from pipeline.document import Passage
from pipeline.people.publishers import names_publisher
from pipeline.wording import opens_person

_FOR = re.compile(r"\s+(?:pour|à propos de|autour de)\s+(?=\S)")
_QUOTED = re.compile(r"«[^«»\n]{2,120}»|“[^“”\n]{2,120}”")
_BRACKETED = re.compile(r"\s*(?P<house>\([^()\n]{2,60}\))")
_PLAIN = re.compile(r"[A-ZÀ-Þ0-9][^()\n;:]{1,100}?(?=\s*\()")
_EDITIONS = re.compile(r"\(\s*(?:aux\s+)?[ée]d(?:itions?|\.)\s", re.I)
# What parts a person from those before them in a list.
_BEFORE = re.compile(r"[,;:()\n]|\b(?:et|avec)\s", re.I)


def without_presented_books(passage: Passage) -> str:
    """The text of a passage with « ( … ) » of blanks for books and publishers behind names: no bodies of theirs.

    A book is set in italics or in quotation marks, or a parenthesis behind it says who publishes it.
    """
    text = passage.text
    for led in _FOR.finditer(passage.text):
        end = _end_of_book(passage, led.end())
        if end is not None and opens_person(_BEFORE.split(passage.text[: led.start()])[-1].strip()):
            text = text[: led.start()] + f" ({'':{end - led.start() - 3}})" + text[end:]
    return text


def _end_of_book(passage: Passage, start: int) -> int | None:
    """Where a book that begins at `start` ends, with its publisher; None where none does."""
    text = passage.text
    quoted, plain = _QUOTED.match(text, start), _PLAIN.match(text, start)
    end = quoted.end() if quoted else _end_of_italics(passage, start)
    house = _BRACKETED.match(text, end or (plain.end() if plain else start))
    if end is not None:
        return house.end() if house else end
    told = house is not None and (_EDITIONS.match(house["house"]) or names_publisher(house["house"]))
    return house.end() if plain and house and told else None


def _end_of_italics(passage: Passage, start: int) -> int | None:
    """Where italics that begin at `start` end, over as many lines as they go on; None without, or where all is so."""
    slanted = [
        (piece.start + max(0, span.start - piece.offset), piece.start + span.end - piece.offset, span.style.italic)
        for piece in passage.pieces
        for span in piece.line.spans
        if piece.offset < span.end and span.start < piece.offset + piece.end - piece.start
    ]
    if all(italic for *_, italic in slanted):
        return None
    end = None
    for first, last, italic in slanted:
        if first <= (start if end is None else end + 1) and last > start:
            if not italic:
                break
            end = min(last, len(passage.text))
    return end if end is None else len(passage.text[:end].rstrip(" ,;"))
