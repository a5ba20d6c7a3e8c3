"""What is drawn on a page: lines, boxes, backgrounds, and the dots a browser draws before the items of a list."""

import ctypes
from collections.abc import Sequence
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.document import Box
from pipeline.extract import pdfium_calls
from pipeline.extract.glyphs import Canvas, Word

# A dot is about as wide as high and, in ems of the text beside it, within these sizes and this near.
ROUND = 0.25
MIN_DOT, MAX_DOT = 0.12, 0.6
NEAR_EMS = 2.0
# Dots nearer to each other than this many times their width are a dotted line.
DOTTED = 4.0
# Its middle stands in this part of the height of the text.
TOP, BOTTOM = 0.25, 0.85
# A list has at least so many items.
MIN_ITEMS = 2


def drawn_shapes(page: pdfium.PdfPage, canvas: Canvas) -> list[Box]:
    """The bounds of the paths of a page, in the order in which they are drawn."""
    raw = pdfium_calls.address_of(page.raw)
    corners = (ctypes.c_float * 4)()
    left, bottom, right, top = (ctypes.addressof(corners) + 4 * side for side in range(4))
    found = []
    for number in range(pdfium_c.FPDFPage_CountObjects(page.raw)):
        shape = pdfium_calls.page_object(raw, number)
        if pdfium_calls.object_type(shape) != pdfium_c.FPDF_PAGEOBJ_PATH:
            continue
        pdfium_calls.bounds(shape, left, bottom, right, top)
        (x0, y0), (x1, y1) = canvas.point(corners[0], corners[1]), canvas.point(corners[2], corners[3])
        found.append(Box(x0=min(x0, x1), y0=min(y0, y1), x1=max(x0, x1), y1=max(y0, y1)))
    return found


def with_drawn_bullets(words: Sequence[Word], shapes: Sequence[Box]) -> list[Word]:
    """The words, with a « • » before those that begin an item of a list whose bullets are drawn, not written."""
    dots = _apart([shape for shape in shapes if _is_round(shape)])
    level = [word for word in words if word.rotation == 0] if len(dots) >= MIN_ITEMS else []
    bullets = {id(word): bullet for dot in dots if (word := _beside(dot, level)) and (bullet := _bullet(dot, word))}
    if len(bullets) < MIN_ITEMS:
        return list(words)
    return [found for word in words for found in (bullets.get(id(word)), word) if found]


def _is_round(shape: Box) -> bool:
    return 0 < shape.width < 12 and abs(shape.width - shape.height) <= ROUND * shape.width


def _apart(dots: Sequence[Box]) -> list[Box]:
    """The dots that have no other right beside or above them, as those of dotted lines and patterns have."""
    near: set[Box] = set()
    for across in (True, False):
        placed = sorted(dots, key=lambda dot: (round(dot.y0), dot.x0) if across else (round(dot.x0), dot.y0))
        for one, other in pairwise(placed):
            gaps = other.x0 - one.x1, other.y0 - one.y1
            along, aside = gaps if across else gaps[::-1]
            if aside < 0 and along < DOTTED * one.width and (across or along < one.width):
                near |= {one, other}
    return [dot for dot in dots if dot not in near]


def _beside(dot: Box, words: Sequence[Word]) -> Word | None:
    """The first word at the right of a dot, on its level."""
    middle = (dot.y0 + dot.y1) / 2
    behind = [
        word
        for word in words
        if -0.1 * word.style.size < word.x0 - dot.x1 < NEAR_EMS * word.style.size
        and word.y0 + TOP * (word.y1 - word.y0) < middle < word.y0 + BOTTOM * (word.y1 - word.y0)
    ]
    return min(behind, key=lambda word: word.x0, default=None)


def _bullet(dot: Box, word: Word) -> Word | None:
    """The dot as a word right before another; None where it is too small or too large for one."""
    size = word.style.size
    if not MIN_DOT * size <= dot.width <= MAX_DOT * size:
        return None
    end = max(dot.x1, word.x0 - size / 2)
    return word._replace(text="•", x0=dot.x0, x1=end, hyphenated=False)
