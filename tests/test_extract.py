"""What is printed comes out as printed: words, lines, spans, and where they stand."""

import html
import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path

import hostile
import pypdfium2 as pdfium
import pytest
from pages import texts
from reportlab.pdfgen.canvas import Canvas as Drawing

from pipeline.document import Box, Document, Line, Page
from pipeline.extract import read_document
from pipeline.extract.glyphs import Canvas, Word, read_words
from pipeline.extract.pdf import read_pdf

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "raw").glob("*.pdf"))
REFERENCE = ROOT.parent / "shared" / "corpus" / "nec-2022" / "nec-2022.pdf"
with_reference = pytest.param(
    REFERENCE,
    id="reference",
    marks=[
        pytest.mark.corpus,
        pytest.mark.skipif(not REFERENCE.exists(), reason="the corpus is not beside this checkout"),
    ],
)
FILES = [*(pytest.param(path, id=path.stem) for path in SAMPLES), with_reference]
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is missing")

# Boxes are rounded to a hundredth of a point.
ROUNDING = 0.011


@cache
def read(path: Path) -> Document:
    return read_document(path)


def lines_of(document: Document) -> list[Line]:
    return [line for page in document.pages for line in page.lines]


def holds(outer: Box, inner: Box, margin: float = ROUNDING) -> bool:
    return (
        outer.x0 - margin <= inner.x0 <= inner.x1 <= outer.x1 + margin
        and outer.y0 - margin <= inner.y0 <= inner.y1 <= outer.y1 + margin
    )


@pytest.mark.parametrize("path", FILES)
def test_every_line_reads_back_from_its_spans(path: Path) -> None:
    for line in lines_of(read(path)):
        ends = [0, *(span.end for span in line.spans)]
        gaps = [line.text[end : span.start] for end, span in zip(ends, line.spans, strict=False)]
        assert all(line.text[span.start : span.end].strip() for span in line.spans), line
        assert gaps[0] == "" and set(gaps[1:]) <= {" "}, line
        assert ends[-1] == len(line.text), line


@pytest.mark.parametrize("path", FILES)
def test_every_span_stands_in_its_line(path: Path) -> None:
    for line in lines_of(read(path)):
        assert all(holds(line.box, span.box) for span in line.spans), line


@pytest.mark.parametrize("path", FILES)
def test_neighbouring_spans_differ_in_style(path: Path) -> None:
    for line in lines_of(read(path)):
        assert all(a.style != b.style for a, b in zip(line.spans, line.spans[1:], strict=False)), line


@pytest.mark.parametrize("path", FILES)
def test_every_line_stands_on_its_page(path: Path) -> None:
    for page in read(path).pages:
        sheet = Box(x0=0, y0=0, x1=page.width, y1=page.height)
        assert all(holds(sheet, line.box) and line.page == page.number for line in page.lines)


@pytest.mark.parametrize("path", FILES)
def test_text_has_single_spaces_and_no_invisible_character(path: Path) -> None:
    for line in lines_of(read(path)):
        assert line.text == " ".join(line.text.split())
        assert line.text.isprintable(), line


@pytest.mark.parametrize("path", FILES)
def test_pages_count_from_one(path: Path) -> None:
    assert [page.number for page in read(path).pages] == list(range(1, len(read(path).pages) + 1))


@pytest.mark.parametrize("path", FILES)
def test_no_two_lines_of_a_page_begin_at_the_same_character(path: Path) -> None:
    for page in read(path).pages:
        ranks = [line.rank for line in page.lines]
        assert len(set(ranks)) == len(ranks)


def test_reading_twice_gives_the_same() -> None:
    assert read_document(SAMPLES[0]) == read(SAMPLES[0])


WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


def words_of_poppler(path: Path) -> list[list[tuple[str, Box]]]:
    command = ["pdftotext", "-bbox", "-cropbox", str(path), "-"]
    printed = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return [
        [
            (html.unescape(text), Box(x0=float(x0), y0=float(y0), x1=float(x1), y1=float(y1)))
            for x0, y0, x1, y1, text in WORD.findall(page)
        ]
        for page in printed.split("<page ")[1:]
    ]


def words_of_pdfium(path: Path) -> list[list[Word]]:
    with pdfium.PdfDocument(path) as pdf:
        return [read_words(page.get_textpage(), Canvas.of(page))[0] for page in pdf]


def distance(word: Word, box: Box) -> float:
    """How far apart two readers put a word; they differ in what height they give to a font."""
    down = abs(word.y0 + word.y1 - box.y0 - box.y1) / 2
    return max(abs(word.x0 - box.x0), abs(word.x1 - box.x1), down - 0.15 * word.style.size)


@needs_poppler
@pytest.mark.parametrize("path", FILES)
def test_poppler_reads_the_same_words_at_the_same_places(path: Path) -> None:
    ours, theirs = words_of_pdfium(path), words_of_poppler(path)
    assert len(ours) == len(theirs)
    for words, others in zip(ours, theirs, strict=True):
        assert Counter(word.text for word in words) == Counter(text for text, _ in others)
        for text, box in others:
            assert min(distance(word, box) for word in words if word.text == text) < 2, (text, box)


@needs_poppler
@pytest.mark.parametrize("name", ["rotated_page", "cropped_page", "letter_spaced"])
def test_poppler_sees_hostile_pages_as_we_do(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(hostile.HOSTILE[name]())
    ((words,), (others,)) = words_of_pdfium(path), words_of_poppler(path)
    for text, box in others:
        if len(text) > 1:
            assert min(distance(word, box) for word in words if word.text == text) < 2, (text, box)


def drawn(*draws: hostile.Draw) -> Page:
    return read_pdf(hostile.build(*draws), "drawn.pdf").pages[0]


def put_all(*printed: tuple[float, float, float, str]) -> Page:
    """A page of texts at x, height, size."""

    def draw(canvas: Drawing) -> None:
        for x, height, size, text in printed:
            hostile.put(canvas, height, size, text, x)

    return drawn(draw)


def test_spans_tell_font_size_weight_slant_and_colour() -> None:
    def draw(canvas: Drawing) -> None:
        text = canvas.beginText(60, 700)
        text.setFont("Times-Bold", 12)
        text.textOut("Perrine Auclair, ")
        text.setFont("Times-Italic", 10)
        text.setFillColorRGB(1, 0, 0)
        text.textOut("horlogère de la Maison")
        canvas.drawText(text)

    (line,) = drawn(draw).lines
    assert [line.text[span.start : span.end] for span in line.spans] == ["Perrine Auclair,", "horlogère de la Maison"]
    name, role = (span.style for span in line.spans)
    assert (name.font, name.size, name.bold, name.italic, name.color) == ("Times-Bold", 12, True, False, "#000000")
    assert (role.font, role.size, role.bold, role.italic, role.color) == ("Times-Italic", 10, False, True, "#ff0000")


@pytest.mark.parametrize(
    ("hour", "title", "style", "texts"),
    [
        ("9h00 - 9h30", "Habiter la digue", "Times-Bold", ["9h00 - 9h30", "Habiter la digue"]),
        ("9h00 - 9h30", "Habiter la digue", "Times-Roman", ["9h00 - 9h30 Habiter la digue"]),
        ("14:30", "« Habiter la digue »", "Times-Bold", ["14:30", "« Habiter la digue »"]),
        ("N°4H", "Habiter la digue", "Times-Roman", ["N°4HHabiter la digue"]),
    ],
)
def test_an_hour_ends_where_the_text_that_touches_it_begins(
    hour: str, title: str, style: str, texts: list[str]
) -> None:
    def draw(canvas: Drawing) -> None:
        text = canvas.beginText(60, 700)
        text.setFont("Times-Roman", 12)
        text.textOut(hour)
        text.setFont(style, 12)
        text.textOut(title)
        canvas.drawText(text)

    (line,) = drawn(draw).lines
    assert [line.text[span.start : span.end] for span in line.spans] == texts


def test_the_size_is_that_on_the_page_not_that_in_the_file() -> None:
    def draw(canvas: Drawing) -> None:
        canvas.scale(2, 2)
        hostile.put(canvas, 300, 6, "Perrine Auclair, horlogère")

    (line,) = drawn(draw).lines
    assert line.style.size == 12


def test_a_raised_ordinal_stays_in_its_line() -> None:
    (line,) = put_all((60, 700, 12, "Le XXI"), (94, 704, 7, "e"), (101, 700, 12, "siècle des horloges")).lines
    assert line.text in ("Le XXI e siècle des horloges", "Le XXIe siècle des horloges")


def test_tightly_set_lines_stay_apart() -> None:
    found = put_all(*((60, 700 - 9 * row, 10, f"Perrine Auclair remonte la pendule {row}") for row in range(5)))
    assert texts(found.lines) == [f"Perrine Auclair remonte la pendule {row}" for row in range(5)]


def test_lines_whose_boxes_overlap_stay_apart() -> None:
    # The boxes of some fonts are twice as high as their letters.
    found = put_all(*((60, 700 - 5 * row, 10, f"Perrine Auclair remonte la pendule {row}") for row in range(3)))
    assert texts(found.lines) == [f"Perrine Auclair remonte la pendule {row}" for row in range(3)]


@pytest.mark.parametrize("shift", [0.3, 1.0, 1.6])
def test_a_shadow_is_not_read(shift: float) -> None:
    said = [f"Le cadran et son ombre, {row}" for row in range(9)]
    lines = [(60 + gap, 700 - 20 * row - gap, 12, text) for gap in (0, shift) for row, text in enumerate(said)]
    assert texts(put_all(*lines).lines) == said


def test_a_word_said_twice_is_read_twice() -> None:
    found = put_all((60, 700, 10, "tic tic tac tac, la la pendule"), (60, 686, 10, "tic tic"))
    assert texts(found.lines) == ["tic tic tac tac, la la pendule", "tic tic"]


def test_a_gutter_parts_two_lines() -> None:
    found = put_all((60, 700, 10, "Perrine Auclair remonte"), (190, 700, 10, "la pendule du clocher"))
    assert texts(found.lines) == ["Perrine Auclair remonte", "la pendule du clocher"]


@pytest.mark.parametrize(
    "row",
    [
        ("10h", "Atelier du sel", "Marche"),
        ("Heures", "Salle A", "Salle B"),
        ("Un", "Deux", "Trois", "Quatre", "Cinq"),
    ],
)
def test_cells_of_a_row_are_never_one_line(row: tuple[str, ...]) -> None:
    found = put_all(*((60 + 110 * rank, 700, 10, text) for rank, text in enumerate(row)))
    assert texts(found.lines) == list(row)


def test_a_stretched_line_stays_one_line() -> None:
    def draw(canvas: Drawing) -> None:
        text = canvas.beginText(60, 700)
        text.setFont("Helvetica", 10)
        text.setWordSpace(12)
        text.textOut("Perrine Auclair remonte la pendule du clocher")
        canvas.drawText(text)

    assert texts(drawn(draw).lines) == ["Perrine Auclair remonte la pendule du clocher"]


def test_letters_typed_apart_are_words_again() -> None:
    found = put_all((60, 700, 14, "L E  P R O G R A M M E"), (60, 660, 10, "Perrine Auclair"))
    assert texts(found.lines) == ["LE PROGRAMME", "Perrine Auclair"]


def test_signs_between_words_are_no_letters_set_apart() -> None:
    found = put_all((60, 700, 10, "« Habiter 2 » | À 9h"), (60, 660, 10, "Perrine Auclair"))
    assert texts(found.lines) == ["« Habiter 2 » | À 9h", "Perrine Auclair"]


def test_short_words_with_letters_far_apart_are_one_line_with_those_beside_them() -> None:
    letters = [(60 + 13.0 * place, 700, 11, letter) for place, letter in enumerate("DU 10 MAI") if letter != " "]
    columns = [(60 + 30.0 * place, 680, 11, letter) for place, letter in enumerate("ABCD")]
    found = put_all(*letters, *columns, (60, 640, 10, "Perrine Auclair remonte la pendule"))
    assert texts(found.lines) == ["DU 10 MAI", *"ABCD", "Perrine Auclair remonte la pendule"]


@pytest.mark.parametrize(("angle", "rotation"), [(90, 270), (180, 180), (270, 90)])
def test_turned_text_keeps_its_words_and_tells_its_rotation(angle: int, rotation: int) -> None:
    def draw(canvas: Drawing) -> None:
        canvas.translate(300, 400)
        canvas.rotate(angle)
        hostile.put(canvas, 0, 12, "Salle du Balancier", x=0)
        hostile.put(canvas, -16, 12, "au deuxième étage", x=0)

    lines = drawn(draw).lines
    assert {line.rotation for line in lines} == {rotation}
    assert sorted(texts(lines)) == ["Salle du Balancier", "au deuxième étage"]
    assert all((line.box.height > line.box.width) == (angle != 180) for line in lines)


def test_text_outside_the_page_is_left_out() -> None:
    found = put_all((60, 700, 10, "Perrine Auclair remonte"), (-400, 600, 10, "à gauche"), (60, 900, 10, "au-dessus"))
    assert texts(found.lines) == ["Perrine Auclair remonte"]


def test_rulings_are_counted_where_lines_stand_side_by_side() -> None:
    def rules(canvas: Drawing) -> None:
        for row in range(8):
            canvas.line(60, 700 - 20 * row, 400, 700 - 20 * row)

    def cells(canvas: Drawing) -> None:
        for row in range(8):
            hostile.put(canvas, 705 - 20 * row, 10, f"{9 + row}h")
            hostile.put(canvas, 705 - 20 * row, 10, "Remonter la pendule", x=200)

    def prose(canvas: Drawing) -> None:
        rules(canvas)
        hostile.draw_programme(canvas)

    def centred(canvas: Drawing) -> None:
        rules(canvas)
        for row in range(4):
            hostile.put(canvas, 706 - 40 * row, 10, "Remonter la pendule", x=200)
            hostile.put(canvas, 700 - 40 * row, 10, f"{9 + row}h")
            hostile.put(canvas, 694 - 40 * row, 10, "Perrine Auclair", x=200)

    def table(canvas: Drawing) -> None:
        rules(canvas)
        cells(canvas)

    assert drawn(table).rulings == 8
    assert drawn(centred).rulings == 8
    assert drawn(prose).rulings == 0


@pytest.mark.parametrize(("rows", "ruled"), [((6, 2), [True, True]), ((2, 6), [False, True])])
def test_a_page_after_a_table_may_hold_few_rows_of_it(
    rows: tuple[int, ...], ruled: list[bool], tmp_path: Path
) -> None:
    path = tmp_path / "table.pdf"
    drawing = Drawing(str(path))
    for count in rows:
        for row in range(count):
            for x, text in ((40, f"{9 + row}h"), (120, "Habiter la digue")):
                drawing.rect(x, 700 - 40 * row, 300, 40)
                drawing.drawString(x + 10, 720 - 40 * row, text)
        drawing.showPage()
    drawing.save()
    assert [page.rulings > 0 for page in read_document(path).pages] == ruled
