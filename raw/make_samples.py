"""Draws the sample programmes of this folder: three layouts, the same bytes at every run.

Example: `python raw/make_samples.py` writes the PDFs beside this file, `--out FOLDER` elsewhere.
"""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import reportlab
from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph
from samples_lists import (
    FESTIVAL_DAYS,
    FESTIVAL_MOTTO,
    FESTIVAL_TITLE,
    JOURNEE_DAY,
    JOURNEE_HEADER,
    JOURNEE_PAGES,
    JOURNEE_PLACE,
    JOURNEE_TITLE,
    Item,
)
from samples_text import FIRST_PRINTED_PAGE, FORUM, Guests, Index, Talk

GREEN, BRICK, GREY, BLUE = HexColor("#12463b"), HexColor("#c2481d"), HexColor("#666666"), HexColor("#1d3f72")
MARGIN = 34.0
SCALE = range(9, 20)


def register_fonts() -> None:
    """Embed Bitstream Vera, which comes with reportlab and has every French letter, under the name Vera."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera", "VeraBd", "VeraIt", "VeraBI"):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    pdfmetrics.registerFontFamily("Vera", normal="Vera", bold="VeraBd", italic="VeraIt", boldItalic="VeraBI")


def style(font: str, size: float, color: Color = black, after: float = 0, leading: float = 1.3) -> ParagraphStyle:
    """A paragraph style; `after` is the space under the paragraph in points, `leading` a factor of the size."""
    return ParagraphStyle(
        f"{font}-{size}", fontName=font, fontSize=size, leading=size * leading, textColor=color, spaceAfter=after
    )


TITLE = style("VeraBd", 12.5, GREEN, 4, 1.15)
SUBTITLE = style("VeraBd", 8.5, GREEN, 5)
TEXT = style("Vera", 7.5, after=5)
MARKER = style("VeraBd", 9, BRICK, 4)
ENTRY = style("Vera", 7, after=3)
HOURS = style("VeraBd", 13, BRICK, leading=1.2)


def put(canvas: Canvas, text: str, look: ParagraphStyle, left: float, top: float, width: float) -> float:
    """Set `text` in a column whose upper left corner is (`left`, `top`); a leading `/` means italics.

    Returns:
        The height at which the next paragraph begins.
    """
    marked = f"<i>{text[1:]}</i>" if text.startswith("/") else text
    paragraph = Paragraph(marked, look)
    _, height = paragraph.wrap(width, top)
    paragraph.drawOn(canvas, left, top - height)
    return float(top - height - look.spaceAfter)


def open_canvas(path: Path, title: str, size: tuple[float, float]) -> Canvas:
    """A canvas that writes neither the time nor a random identifier into the file."""
    canvas = Canvas(str(path), pagesize=size, invariant=1, lang="fr-FR")
    canvas.setTitle(title)
    return canvas


def draw_foot(canvas: Canvas, day: str, number: int) -> None:
    """The foot of a forum page: the day in letter-spaced capitals and the printed page number."""
    text = canvas.beginText(MARGIN, 24)
    text.setFont("VeraBd", 6.5)
    text.setCharSpace(1)
    text.textOut(day.upper())
    text.setCharSpace(0)
    canvas.drawText(text)
    canvas.setFont("Vera", 6.5)
    canvas.drawRightString(A5[0] - MARGIN, 24, str(number))


def draw_scale(canvas: Canvas, hours: tuple[str, ...]) -> None:
    """The time block low on the page, and under it the scale of the day from 9h to 19h."""
    top = 62 + len(hours) * HOURS.leading
    for line in hours:
        top = put(canvas, line, HOURS, MARGIN, top, 200)
    width = A5[0] - 2 * MARGIN
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, 52, MARGIN + width, 52)
    canvas.setFont("Vera", 5)
    for rank, hour in enumerate(SCALE):
        x = MARGIN + rank * (width - 10) / (len(SCALE) - 1)
        canvas.line(x, 50, x, 54)
        canvas.drawString(x, 43, f"{hour}h")


def draw_talk(canvas: Canvas, talk: Talk) -> None:
    """A session: title, subtitle, description, blocks of people, time block."""
    width = A5[0] - 2 * MARGIN
    top = put(canvas, talk.title, TITLE, MARGIN, A5[1] - MARGIN, width)
    if talk.subtitle:
        top = put(canvas, talk.subtitle, SUBTITLE, MARGIN, top, width)
    for paragraph in talk.body:
        top = put(canvas, paragraph, TEXT, MARGIN, top, width)
    for marker, lines in talk.blocks:
        top = put(canvas, marker, MARKER, MARGIN, top - 8, width)
        for line in lines:
            top = put(canvas, line, TEXT, MARGIN, top, width)
    draw_scale(canvas, talk.hours)


def draw_guests(canvas: Canvas, guests: Guests, number: int) -> None:
    """A page of biographies that continues the session before it: it repeats neither title, day nor hours."""
    width = A5[0] - 2 * MARGIN
    top = put(canvas, guests.marker, MARKER, MARGIN, A5[1] - MARGIN, width)
    for person in guests.people:
        top = put(canvas, person, TEXT, MARGIN, top, width)
    draw_foot(canvas, "", number)


def draw_index(canvas: Canvas, day: str, index: Index) -> None:
    """The contents page of a half day."""
    width = A5[0] - 2 * MARGIN
    top = A5[1] - MARGIN
    for line in (day.upper(), index.half_day.upper()):
        top = put(canvas, line, TITLE, MARGIN, top, width)
    top -= 8
    for number, title in index.entries:
        top = put(canvas, f"• p.{number:02d} — {title}", ENTRY, MARGIN, top, width)


def draw_cover(canvas: Canvas, halves: list[tuple[str, int]]) -> None:
    """The cover: name of the event, year, and the page at which each half day begins."""
    width = A5[0] - 2 * MARGIN
    top = put(canvas, "FORUM DES RIVES", style("VeraBd", 26, GREEN, 18), MARGIN, 420, width)
    top = put(canvas, "/Programmation 2024", style("Vera", 10, after=12), MARGIN, top, width)
    for half, number in halves:
        top = put(canvas, f"{half} — p.{number:02d}", style("Vera", 9, after=4), MARGIN, top, width)


def forum_pages() -> Iterator[tuple[int, str, Index | Talk | Guests]]:
    """Printed number, day and content of each page of the forum after the cover."""
    number = FIRST_PRINTED_PAGE
    for day, pages in FORUM:
        for page in pages:
            number += 1
            yield number, day, page


def write_forum(path: Path) -> None:
    """One session a page, in the manner of a printed pocket programme."""
    canvas = open_canvas(path, "Forum des rives", A5)
    draw_cover(canvas, [(f"{day} {page.half_day}", n) for n, day, page in forum_pages() if isinstance(page, Index)])
    for number, day, page in forum_pages():
        canvas.showPage()
        match page:
            case Index():
                draw_index(canvas, day, page)
            case Talk():
                draw_talk(canvas, page)
                draw_foot(canvas, day, number)
            case Guests():
                draw_guests(canvas, page, number)
    canvas.save()


def draw_journee_item(canvas: Canvas, item: Item, top: float) -> float:
    """A row: hours in the left column, title and speakers in the right one."""
    left, width = 150.0, A4[0] - 150 - 56
    put(canvas, item.hours, style("Helvetica", 10, BLUE), 56, top, 90)
    top = put(
        canvas, item.title, style("Helvetica-Bold" if item.strong else "Helvetica-Oblique", 11), left, top, width
    )
    for line in item.lines:
        top = put(canvas, line, style("Helvetica", 10), left, top - 2, width)
    return top - 18


def write_journee(path: Path) -> None:
    """A list with the hours in a column of their own, over two A4 pages."""
    canvas = open_canvas(path, JOURNEE_TITLE, A4)
    width = A4[0] - 112
    for number, items in enumerate(JOURNEE_PAGES, start=1):
        put(canvas, JOURNEE_HEADER, style("Helvetica", 8, GREY), 56, A4[1] - 30, width)
        top = A4[1] - 70
        if number == 1:
            top = put(canvas, JOURNEE_TITLE, style("Helvetica-Bold", 22, BLUE, 8), 56, top, width)
            top = put(canvas, JOURNEE_DAY, style("Helvetica-Bold", 14, after=4), 56, top, width)
            top = put(canvas, JOURNEE_PLACE, style("Helvetica", 11, after=26), 56, top, width)
        for item in items:
            top = draw_journee_item(canvas, item, top)
        canvas.setFont("Helvetica", 8)
        canvas.drawCentredString(A4[0] / 2, 30, f"{number}/{len(JOURNEE_PAGES)}")
        canvas.showPage()
    canvas.save()


def item_height(item: Item) -> float:
    """The height a festival item takes, in points."""
    return 50.0 + 14 * len(item.lines)


def draw_festival_item(canvas: Canvas, item: Item, top: float) -> float:
    """The hours, under them the title, under it format, people and room."""
    width = A4[0] - 140
    top = put(canvas, item.hours, style("VeraBd", 9, BRICK, 1), 70, top, width)
    top = put(canvas, item.title, style("VeraBd" if item.strong else "Vera", 12, after=2), 70, top, width)
    for line in item.lines:
        top = put(canvas, line, style("Vera", 9), 70, top, width)
    return top - 14


def write_festival(path: Path) -> None:
    """A list with the hours above each title; days follow each other and the year is not printed."""
    canvas = open_canvas(path, FESTIVAL_TITLE, A4)
    width = A4[0] - 140
    top = put(canvas, FESTIVAL_TITLE, style("VeraBd", 26, BLUE, 4), 70, A4[1] - 60, width)
    top = put(canvas, f"/{FESTIVAL_MOTTO}", style("Vera", 11, after=16), 70, top, width)
    for day, items in FESTIVAL_DAYS:
        if top < 160:
            canvas.showPage()
            top = A4[1] - 60
        top = put(canvas, day, style("VeraBd", 16, BLUE, 8), 70, top, width)
        for item in items:
            if top < 40 + item_height(item):
                canvas.showPage()
                top = A4[1] - 60
            top = draw_festival_item(canvas, item, top)
        top -= 6
    canvas.showPage()
    canvas.save()


SAMPLES: dict[str, Callable[[Path], None]] = {
    "forum-des-rives-2024.pdf": write_forum,
    "journee-etude-archives-2023.pdf": write_journee,
    "festival-des-passerelles-2025.pdf": write_festival,
}


def main() -> None:
    """Write all samples."""
    parser = argparse.ArgumentParser(description="Draw the sample programmes.")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder to write to")
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    register_fonts()
    for name, write in SAMPLES.items():
        write(folder / name)


if __name__ == "__main__":
    main()
