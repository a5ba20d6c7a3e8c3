"""Words set with letters apart, which PDFium takes for several: « B I BL IOTH È QUE » is one word.

How far apart is measured: the boxes of letters that follow each other touch where nothing was put between them.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import pypdfium2 as pdfium

from pipeline.extract.glyphs import Canvas, Word

# Letters this far apart, in ems, are set apart; kerning and justified lines move them less.
APART_EMS = 0.08
# A space adds at least this to what stands between two letters.
SPACE_EMS = 0.14
# Spaces are wider than this, also where a line is set tight.
NARROW_EMS = 0.16
# What stands on one row, with no gutter between.
LEVEL_EMS, GUTTER_EMS = 0.05, 1.2
# So many pairs of letters tell how far apart the letters of a row are.
ENOUGH_PAIRS = 8
# A piece as short as this that is no word of French tells that a row may be set so.
SHORT = 2
_SHORT_WORDS = frozenset(
    "a à ah au ça ce ci de du eh en es et eu hé il in je la là le lu ma me mi ne né ni nu on or ou où pu sa se si su "
    "ta te tu un va vu y".split()
)


def close_letter_spacing(words: Sequence[Word], textpage: pdfium.PdfTextPage, canvas: Canvas) -> list[Word]:
    """The words of a page in stream order, those whose letters are set apart as one word each."""
    closed: list[Word] = []
    for row in _rows(words):
        apart = _letters_apart(row, textpage, canvas) if _may_be_set_apart(row) else 0.0
        closed += _joined(row, apart + SPACE_EMS) if apart >= APART_EMS else row
    return closed


def _rows(words: Iterable[Word]) -> Iterable[list[Word]]:
    """The words set alike on one row, each a little to the right of the one before."""
    row: list[Word] = []
    for word in words:
        if row and not _follows(row[-1], word):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _follows(before: Word, word: Word) -> bool:
    if (before.style is not word.style and before.style != word.style) or before.rotation or word.rotation:
        return False
    size = word.style.size
    level = abs(before.y1 - word.y1) < LEVEL_EMS * size
    return level and -LEVEL_EMS * size < word.x0 - before.x1 < GUTTER_EMS * size


def _may_be_set_apart(row: Sequence[Word]) -> bool:
    """Whether a row holds a piece of a word, or a gap narrower than a space."""
    narrow = NARROW_EMS * row[0].style.size
    return any(map(_is_piece, row)) or any(word.x0 - before.x1 < narrow for before, word in pairwise(row))


def _is_piece(word: Word) -> bool:
    """Whether a word is so short that it may be a piece of one: « BL », not « de »."""
    return len(word.text) <= SHORT and word.text.isalpha() and word.text.casefold() not in _SHORT_WORDS


def _letters_apart(row: Sequence[Word], textpage: pdfium.PdfTextPage, canvas: Canvas) -> float:
    """How far apart the letters of a row are, in ems: the most of some pairs, for kerning moves others together."""
    pairs = [at for word in row for at in range(word.rank, word.rank + len(word.text) - 1)]
    gaps = (_sides(at + 1, textpage, canvas)[0] - _sides(at, textpage, canvas)[1] for at in pairs[:ENOUGH_PAIRS])
    return max(gaps, default=0.0) / row[0].style.size


def _sides(index: int, textpage: pdfium.PdfTextPage, canvas: Canvas) -> tuple[float, float]:
    """Where a character begins and ends on the displayed page, by its number in the stream."""
    left, bottom, right, top = textpage.get_charbox(index, loose=True)
    one, other = canvas.point(left, top)[0], canvas.point(right, bottom)[0]
    return min(one, other), max(one, other)


def _joined(row: Sequence[Word], limit: float) -> list[Word]:
    """The words of a row, those with a gap of less than so many ems between them as one."""
    joined = [row[0]]
    for before, word in pairwise(row):
        last = joined[-1]
        if word.x0 - before.x1 >= limit * word.style.size:
            joined.append(word)
            continue
        text, hyphenated = last.text + word.text, word.hyphenated
        joined[-1] = last._replace(text=text, x1=word.x1, y0=min(last.y0, word.y0), hyphenated=hyphenated)
    return joined
