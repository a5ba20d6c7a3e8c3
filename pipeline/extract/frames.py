"""Boxes drawn side by side around text: cards under a common hour, which no table finder takes for a table."""

import ctypes
from collections.abc import Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.document import Box, Cell, Line
from pipeline.extract.glyphs import Canvas
from pipeline.hours import find_hours

# Boxes whose tops differ by less than this many points stand in one row; they overlap by no more than this.
SAME_TOP, SAME_EDGE = 3.0, 2.0
# A box around a card is at least so wide and high; a page with more paths is a table or a picture.
MIN_WIDTH, MIN_HEIGHT = 50.0, 14.0
MAX_PATHS = 400


def framed_cells(page: pdfium.PdfPage, canvas: Canvas, lines: Sequence[Line], paths: int) -> tuple[Cell, ...]:
    """The boxes of a page that stand side by side with text in each, as tables of one row."""
    return box_rows(_boxes(page, canvas), lines) if 2 <= paths <= MAX_PATHS else ()


def box_rows(boxes: Sequence[Box], lines: Sequence[Line]) -> tuple[Cell, ...]:
    """Of some boxes those in rows of two or more with text in each, row by row; none with further boxes inside."""
    filled = [box for box in dict.fromkeys(boxes) if any(box.holds(line.box) for line in lines)]
    inner = [box for box in filled if not any(other is not box and _contains(box, other) for other in filled)]
    rows: list[list[Box]] = []
    for box in sorted(inner, key=lambda box: (round(box.y0 / SAME_TOP), box.x0)):
        row = next((row for row in rows if abs(row[0].y0 - box.y0) < SAME_TOP), None)
        if row is None:
            rows.append([box])
        elif box.x0 >= row[-1].x1 - SAME_EDGE:
            row.append(box)
    # Boxes with hours inside are days or rooms side by side.
    timed = [line for line in lines if find_hours(line.text)]
    cards = [row for row in rows if len(row) > 1 and not any(box.holds(line.box) for box in row for line in timed)]
    return tuple(
        Cell(row=0, column=column, box=box, table=number)
        for number, row in enumerate(cards)
        for column, box in enumerate(row)
    )


def _boxes(page: pdfium.PdfPage, canvas: Canvas) -> list[Box]:
    """The bounds of the drawn paths that are as large as a card."""
    raw = page.raw
    found = []
    for number in range(pdfium_c.FPDFPage_CountObjects(raw)):
        shape = pdfium_c.FPDFPage_GetObject(raw, number)
        sides = [ctypes.c_float() for _ in range(4)]
        if pdfium_c.FPDFPageObj_GetType(shape) != pdfium_c.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium_c.FPDFPageObj_GetBounds(shape, *(ctypes.byref(side) for side in sides)):
            continue
        left, bottom, right, top = (side.value for side in sides)
        (x0, y0), (x1, y1) = canvas.point(left, bottom), canvas.point(right, top)
        box = Box(x0=min(x0, x1), y0=min(y0, y1), x1=max(x0, x1), y1=max(y0, y1))
        if box.width >= MIN_WIDTH and box.height >= MIN_HEIGHT:
            found.append(box)
    return found


def _contains(box: Box, other: Box) -> bool:
    """Whether another box lies inside a box, beyond the width of a stroke."""
    within = box.x0 <= other.x0 + 1 and box.y0 <= other.y0 + 1 and box.x1 >= other.x1 - 1 and box.y1 >= other.y1 - 1
    return within and other.width * other.height < 0.9 * box.width * box.height
