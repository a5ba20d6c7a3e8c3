"""Bullets that are drawn, not written: dots before the items of a list, told from dotted lines and others."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.document import Box, Style
from pipeline.extract.glyphs import Word
from pipeline.extract.pdf import read_pdf
from pipeline.extract.shapes import with_drawn_bullets

SIZE = 10.0


def word(text: str, x: float, y: float) -> Word:
    style = Style(font="Serif", size=SIZE, bold=False, italic=False, color=None)
    return Word(text, x, y, x + 5 * len(text), y + SIZE, style, rotation=0, rank=int(y * 1000 + x))


def dot(x: float, y: float, size: float = 3.0) -> Box:
    return Box(x0=x, y0=y, x1=x + size, y1=y + size)


def texts(dots: list[Box]) -> list[str]:
    rows = [word(text, x, y) for y in (100, 114, 128) for text, x in (("Léa", 50), ("Durand", 70))]
    return [found.text for found in with_drawn_bullets(rows, dots)]


def test_dots_before_the_items_of_a_list_are_its_bullets() -> None:
    dots = [dot(40, 104), dot(40, 118), dot(40, 132)]
    assert texts(dots) == ["•", "Léa", "Durand"] * 3


@pytest.mark.parametrize(
    "dots",
    [
        [dot(40, 104)],
        [dot(10, 104), dot(10, 118)],
        [dot(40, 99), dot(40, 113)],
        [dot(38, 102, 9), dot(38, 116, 9)],
        [dot(40, y) for y in (104, 118)] + [dot(34, y) for y in (104, 118)] + [dot(28, y) for y in (104, 118)],
        [Box(x0=36, y0=105, x1=48, y1=106), Box(x0=36, y0=119, x1=48, y1=120)],
    ],
    ids=["a single one", "far away", "above the text", "too large", "a dotted line", "dashes"],
)
def test_other_shapes_are_none(dots: list[Box]) -> None:
    assert texts(dots) == ["Léa", "Durand"] * 3


def test_a_file_with_drawn_bullets_is_read_as_one_with_written_ones(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("puces") / "puces.pdf"
    canvas = Canvas(str(path))
    for place, text in enumerate(("Léa Durand, éclusière", "Marc Petit, meunier", "Anna Keller, batelière")):
        canvas.drawString(80, 700 - 15 * place, text)
        canvas.circle(70, 704 - 15 * place, 1.5, stroke=0, fill=1)
    canvas.save()
    lines = read_pdf(path.read_bytes(), path.name).pages[0].lines
    assert [line.text for line in lines][:2] == ["• Léa Durand, éclusière", "• Marc Petit, meunier"]
