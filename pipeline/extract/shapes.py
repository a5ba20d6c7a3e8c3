"""What is drawn on a page: lines, boxes, backgrounds, and the dots a browser draws before the items of a list."""

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise, repeat

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
    raw = pdfium_calls.Address(pdfium_calls.address_of(page.raw))
    corners = (ctypes.c_float * 4)()
    left, bottom, right, top = (ctypes.addressof(corners) + 4 * side for side in range(4))
    found = []
    count = pdfium_c.FPDFPage_CountObjects(page.raw)
    objects = list(map(pdfium_calls.page_object, repeat(raw), range(count)))
    kinds = map(pdfium_calls.object_type, objects)
    for shape in (each for each, kind in zip(objects, kinds, strict=True) if kind == pdfium_c.FPDF_PAGEOBJ_PATH):
        if not pdfium_calls.bounds(shape, left, bottom, right, top):
            corners[:] = [0.0] * 4  # nothing of it shows
        (x0, y0), (x1, y1) = canvas.point(corners[0], corners[1]), canvas.point(corners[2], corners[3])
        found.append(Box(x0=min(x0, x1), y0=min(y0, y1), x1=max(x0, x1), y1=max(y0, y1)))
    return found


def with_drawn_bullets(words: Sequence[Word], shapes: Sequence[Box]) -> list[Word]:
    """The words, with a « • » before those that begin an item of a list whose bullets are drawn, not written."""
    dots = _apart([shape for shape in shapes if _is_round(shape)])
    level = sorted((word for word in words if word.rotation == 0), key=_start) if len(dots) >= MIN_ITEMS else []
    reach = NEAR_EMS * max((word.style.size for word in level), default=0.0)
    bullets = {
        id(word): bullet for dot in dots if (word := _beside(dot, level, reach)) and (bullet := _bullet(dot, word))
    }
    if len(bullets) < MIN_ITEMS:
        return list(words)
    return [found for word in words for found in (bullets.get(id(word)), word) if found]


def _start(word: Word) -> float:
    return word.x0


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


def _beside(dot: Box, words: Sequence[Word], reach: float) -> Word | None:
    """The first word at the right of a dot, on its level, among words sorted by where they start."""
    middle = (dot.y0 + dot.y1) / 2
    near = words[bisect_left(words, dot.x1 - reach, key=_start) : bisect_right(words, dot.x1 + reach, key=_start)]
    behind = (
        word
        for word in near
        if -0.1 * word.style.size < word.x0 - dot.x1 < NEAR_EMS * word.style.size
        and word.y0 + TOP * (word.y1 - word.y0) < middle < word.y0 + BOTTOM * (word.y1 - word.y0)
    )
    return next(behind, None)


def _bullet(dot: Box, word: Word) -> Word | None:
    """The dot as a word right before another; None where it is too small or too large for one."""
    size = word.style.size
    if not MIN_DOT * size <= dot.width <= MAX_DOT * size:
        return None
    end = max(dot.x1, word.x0 - size / 2)
    return word._replace(text="•", x0=dot.x0, x1=end, hyphenated=False)
