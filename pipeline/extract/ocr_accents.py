"""Accents of capitals, which OCR often drops: put back where the page shows them and the document spells them.

Two witnesses are needed: another word of the document, in small letters, with the same letters, and specks of ink
right above the capitals that carry its accents. « ETAT » printed without an accent stays as it is.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from pipeline.extract.scan_runs import Seen

# Words read with less confidence are no witnesses.
MIN_WITNESS_CONFIDENCE = 80
# A speck stands over a letter when their middles are less than this part of a letter apart.
REACH = 0.75

_PARTS = re.compile(r"[^\W\d_]+")
# Widths of capitals in letters, for where in a word each stands.
_WIDTHS = {"I": 0.45, "J": 0.7, "'": 0.4, "’": 0.4, ".": 0.4, ",": 0.4, "-": 0.5, "M": 1.3, "W": 1.5}


def restore_accents(pages: Sequence[Sequence[Seen]]) -> list[list[Seen]]:
    """The same words, capitals with the accents that the document and the ink bear witness to."""
    spellings = _spellings(word for page in pages for word in page)
    return [[_restored(word, spellings) for word in page] for page in pages]


def _spellings(words: Iterable[Seen]) -> dict[str, set[str]]:
    """How the words in small letters are spelt, by the capitals they would be without accents."""
    found: dict[str, set[str]] = {}
    for word in words:
        if word.confidence >= MIN_WITNESS_CONFIDENCE:
            for part in _PARTS.findall(word.text):
                if not part.isupper():
                    found.setdefault(_bare(part.upper()), set()).add(part.upper())
    found["A"] = {"À"}  # a preposition of one letter is in every document, and « a » too
    return found


def _bare(text: str) -> str:
    """The text without accents, letter for letter."""
    return "".join(unicodedata.normalize("NFD", char)[0] for char in text)


def _restored(word: Seen, spellings: dict[str, set[str]]) -> Seen:
    if not word.marks or not word.text.isupper():
        return word
    text = _PARTS.sub(lambda part: _best(part[0], part.start(), word, spellings), word.text)
    return word._replace(text=text)


def _best(part: str, start: int, word: Seen, spellings: dict[str, set[str]]) -> str:
    """The spelling whose every accent has a speck above it and whose other letters have none; else what was read."""
    fitting = [
        form for form in sorted(spellings.get(_bare(part), ())) if len(form) == len(part) and _fits(form, start, word)
    ]
    return fitting[0] if len(fitting) == 1 else part


def _fits(form: str, start: int, word: Seen) -> bool:
    middles = _middles(word.text)
    letter = 1 / sum(_WIDTHS.get(char, 1.0) for char in _bare(word.text))
    own = middles[start : start + len(form)]
    accented = [middle for middle, char in zip(own, form, strict=True) if _bare(char) != char and char != "Ç"]
    near = [mark for mark in word.marks if own[0] - REACH * letter <= mark <= own[-1] + REACH * letter]
    return (
        bool(accented)
        and len(near) <= len(accented) + 1
        and all(any(abs(mark - middle) < REACH * letter for mark in near) for middle in accented)
        and all(any(abs(mark - middle) < 2 * REACH * letter for middle in accented) for mark in near)
    )


def _middles(text: str) -> list[float]:
    """Where the letters of a word stand, as parts of its width."""
    widths = [_WIDTHS.get(char, 1.0) for char in _bare(text)]
    total, reached, found = sum(widths), 0.0, []
    for width in widths:
        found.append((reached + width / 2) / total)
        reached += width
    return found
