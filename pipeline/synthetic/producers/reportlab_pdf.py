"""Draws a sheet with reportlab: pages and lines are ours, the file is reportlab's, the same bytes at every run."""

import datetime as dt
import io
from itertools import count, groupby

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from pipeline.synthetic.producers.faces import Piece
from pipeline.synthetic.producers.flow import Box, LineMark, Mark, fill, moved
from pipeline.synthetic.producers.making import Making
from pipeline.synthetic.producers.setting import set_blocks, set_line
from pipeline.synthetic.sheet import Align, PageBreak, Run, Sheet

LINE_WIDTH = 0.6


def draw_sheet(sheet: Sheet, making: Making) -> bytes:
    """The sheet as a PDF."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(sheet.width, sheet.height), invariant=1, initialFontName="Helvetica")
    _describe(canvas, sheet, making)
    width, height = sheet.width - 2 * sheet.margin, sheet.height - 2 * sheet.margin
    header, footer = sheet.header, sheet.footer
    rest = set_blocks(sheet.blocks, width, making)
    for number in count(sheet.first_page):
        while rest and isinstance(rest[0], PageBreak):
            header, footer = _changed(header, rest[0].header), _changed(footer, rest[0].footer)
            rest = rest[1:]
        page = fill(rest, height)
        rest = page.rest
        above = moved(set_line(header, width, number, Align.LEFT, making), 0, -0.55 * sheet.margin)
        below = moved(set_line(footer, width, number, Align.CENTER, making), 0, height + 0.25 * sheet.margin)
        for mark in moved((*above, *page.marks, *below), sheet.margin, sheet.margin):
            _draw(canvas, mark, sheet.height, making)
        canvas.showPage()
        if all(isinstance(item, PageBreak) for item in rest):
            break
    canvas.save()
    return out.getvalue()


def _changed(old: tuple[Run, ...], new: tuple[Run, ...] | None) -> tuple[Run, ...]:
    return old if new is None else new


def _describe(canvas: Canvas, sheet: Sheet, making: Making) -> None:
    canvas.setTitle(sheet.title if making.titled else "")
    canvas.setAuthor("")
    canvas.setSubject("")
    if making.created:
        # In place of the day that reportlab puts into every invariant file.
        noon = dt.datetime.combine(making.created, dt.time(12), dt.UTC)
        stamp = canvas._doc._timeStamp
        stamp.t, stamp.YMDhms, stamp.dhh, stamp.dmm = noon.timestamp(), tuple(noon.timetuple())[:6], 0, 0


def _draw(canvas: Canvas, mark: Mark, height: float, making: Making) -> None:
    match mark:
        case Box():
            _draw_box(canvas, mark, mark.x, height - mark.y)
        case LineMark():
            _draw_line(canvas, mark, height - mark.y, making)


def _draw_box(canvas: Canvas, box: Box, left: float, top: float) -> None:
    canvas.setLineWidth(LINE_WIDTH)
    if box.border:
        canvas.setStrokeColor(HexColor(box.border))
    if not box.height:
        canvas.line(left, top, left + box.width, top)
        return
    if box.fill:
        canvas.setFillColor(HexColor(box.fill))
    canvas.rect(left, top - box.height, box.width, box.height, stroke=bool(box.border), fill=bool(box.fill))


def _draw_line(canvas: Canvas, mark: LineMark, baseline: float, making: Making) -> None:
    """The pieces from left to right; a word after a stretched space, or any by itself, has a place of its own."""
    held: list[Piece] = []
    start = x = mark.x
    for word, space in zip(mark.line.words, mark.line.spaces, strict=True):
        held += (*word, *(() if making.by_word else space))
        x += sum(piece.width for piece in (*word, *space)) + (mark.stretch if space else 0.0)
        if making.by_word or mark.stretch > 0:
            _draw_pieces(canvas, held, start, baseline)
            held, start = [], x
    _draw_pieces(canvas, held, start, baseline)


def _draw_pieces(canvas: Canvas, pieces: list[Piece], x: float, baseline: float) -> None:
    for (font, ink, scale), same in groupby(pieces, key=lambda piece: (piece.font, piece.ink, piece.scale)):
        joined = list(same)
        text = canvas.beginText(x, baseline)
        text.setFont(font, ink.size)
        text.setFillColor(HexColor(ink.color))
        text.setCharSpace(ink.spacing)
        text.setHorizScale(scale * 100)
        text.textOut("".join(piece.text for piece in joined))
        canvas.drawText(text)
        x += sum(piece.width for piece in joined)
