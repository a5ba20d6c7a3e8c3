"""pdfplumber is asked only where it is needed, and cannot stop the reading."""

import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import hostile
import pytest
from pages import texts
from reportlab.pdfgen.canvas import Canvas

from pipeline.document import Cell, Document, Line, Page
from pipeline.extract import read_document
from pipeline.extract import tables as asked
from pipeline.extract.tables import ORDER_DOUBT, with_cells, with_second_opinion
from pipeline.layout import arrange_pages

ROWS = (
    ("Heure", "Salle du Balancier", "Salle du Cadran"),
    ("9h", "Accueil", "Accueil"),
    ("10h", "Remonter la pendule", "Lire le cadran"),
    ("11h", "Régler le clocher", "Mesurer l'ombre"),
    ("12h", "Repas", "Repas"),
)
EDGES = (60, 140, 300, 460)


def draw_table(canvas: Canvas, rows: tuple[tuple[str, ...], ...] = ROWS, is_open: bool = False) -> None:
    """A ruled table whose rows are forty points high; an open one has no rule at its top and bottom."""
    top, bottom = 700, 700 - 40 * len(rows)
    for rank in range(is_open, len(rows) + 1 - is_open):
        canvas.line(EDGES[0], top - 40 * rank, EDGES[-1], top - 40 * rank)
    for edge in EDGES:
        canvas.line(edge, top, edge, bottom)
    for rank, row in enumerate(rows):
        for edge, text in zip(EDGES, row, strict=False):
            hostile.put(canvas, top - 40 * rank - 25, 10, text, x=edge + 5)


def draw_open_table(canvas: Canvas) -> None:
    draw_table(canvas, is_open=True)


def draw_cut_cell(canvas: Canvas) -> None:
    """A table of which the last cell of one column goes on over the page: the rule at its bottom is not drawn."""
    top, bottom = 700, 700 - 40 * len(ROWS)
    draw_table(canvas, is_open=True)
    canvas.line(EDGES[0], top, EDGES[-1], top)
    canvas.line(EDGES[0], bottom, EDGES[1], bottom)
    canvas.line(EDGES[2], bottom, EDGES[3], bottom)


def cropped(canvas: Canvas) -> None:
    canvas.setCropBox((40, 300, hostile.WIDTH - 20, hostile.HEIGHT - 60))
    draw_table(canvas)


def turned(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    canvas.translate(hostile.HEIGHT, 0)
    canvas.rotate(90)
    draw_table(canvas)


def turned_and_cropped(canvas: Canvas) -> None:
    canvas.setCropBox((40, 30, hostile.WIDTH - 10, hostile.HEIGHT - 60))
    turned(canvas)


def upside_down(canvas: Canvas) -> None:
    canvas.setPageRotation(180)
    canvas.setCropBox((20, 30, hostile.WIDTH - 10, hostile.HEIGHT - 60))
    canvas.translate(hostile.WIDTH, hostile.HEIGHT)
    canvas.rotate(180)
    draw_table(canvas)


def saved(folder: Path, *draws: hostile.Draw) -> Path:
    path = folder / "tables.pdf"
    path.write_bytes(hostile.build(*draws))
    return path


def cells_of(page: Page) -> dict[tuple[int, int], list[str]]:
    """The text in each cell."""

    def inside(line: Line) -> list[tuple[int, int]]:
        x, y = (line.box.x0 + line.box.x1) / 2, (line.box.y0 + line.box.y1) / 2
        return [
            (cell.row, cell.column)
            for cell in page.cells
            if cell.box.x0 < x < cell.box.x1 and cell.box.y0 < y < cell.box.y1
        ]

    found: dict[tuple[int, int], list[str]] = {(cell.row, cell.column): [] for cell in page.cells}
    for line in page.lines:
        for place in inside(line):
            found[place].append(line.text)
    return found


def as_grid(rows: tuple[tuple[str, ...], ...]) -> dict[tuple[int, int], list[str]]:
    return {(row, column): [text] for row, texts in enumerate(rows) for column, text in enumerate(texts)}


@pytest.mark.parametrize(
    "draw", [draw_table, draw_open_table, draw_cut_cell, cropped, turned, turned_and_cropped, upside_down]
)
def test_a_ruled_table_has_its_cells_where_its_text_stands(draw: hostile.Draw, tmp_path: Path) -> None:
    path = saved(tmp_path, draw)
    (page,) = with_cells(path, read_document(path)).pages
    assert cells_of(page) == as_grid(ROWS)


def test_a_ruled_table_is_read_row_by_row(tmp_path: Path) -> None:
    path = saved(tmp_path, draw_table)
    (page,) = arrange_pages(with_cells(path, read_document(path))).pages
    assert texts(page.lines) == [text for row in ROWS for text in row]


def test_only_ruled_pages_get_cells(tmp_path: Path) -> None:
    path = saved(tmp_path, hostile.draw_programme, draw_table)
    pages = with_cells(path, read_document(path)).pages
    assert [bool(page.cells) for page in pages] == [False, True]


def test_two_tables_below_each_other_are_told_apart(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        draw_table(canvas)
        canvas.translate(0, -350)
        draw_table(canvas, ROWS[:3])

    path = saved(tmp_path, draw)
    (page,) = with_cells(path, read_document(path)).pages
    assert {cell.table for cell in page.cells} == {0, 1}
    first = page.model_copy(update={"cells": tuple(cell for cell in page.cells if cell.table == 0)})
    second = page.model_copy(update={"cells": tuple(cell for cell in page.cells if cell.table == 1)})
    assert (cells_of(first), cells_of(second)) == (as_grid(ROWS), as_grid(ROWS[:3]))


def test_a_word_too_long_for_its_cell_is_not_cut_at_the_border(tmp_path: Path) -> None:
    long = "Anticonstitutionnellement"
    rows = (("Heure", "Salle", "Lieu"), ("9h", f"Aller {long} {long}", ""), ("10h", "Partir", "Rester"))
    path = saved(tmp_path, lambda canvas: draw_table(canvas, rows))
    (page,) = with_cells(path, read_document(path)).pages
    assert f"Aller {long} {long}" in [line.text for line in page.lines]


def test_frames_around_a_part_of_the_text_make_no_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        draw_table(canvas, ROWS[:2])
        for row in range(30):
            hostile.put(canvas, 560 - 16 * row, 10, f"Perrine Auclair remonte la pendule {row}")
            hostile.put(canvas, 560 - 16 * row, 10, f"Anselme Diarra la règle {row}", x=320)

    path = saved(tmp_path, draw)
    document = read_document(path)
    assert document.pages[0].rulings >= 6
    assert with_cells(path, document).pages[0].cells == ()


def test_bullets_level_with_each_other_cut_no_card_in_two(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for place, foot in enumerate((700, 640, 700)):
            x = 40 + 150 * place
            canvas.rect(x, foot, 140, 780 - foot)
            canvas.rect(x, foot - 160, 140, 780 - foot)
            canvas.rect(x + 6, 740, 2, 2, fill=1)
            canvas.rect(x + 6, 720, 2, 2, fill=1)
            for row, text in enumerate(("Habiter la digue", "Perrine Auclair", "Anselme Diarra")):
                hostile.put(canvas, 760 - 20 * row, 9, text, x=x + 14)
                hostile.put(canvas, foot - 20 - 20 * row, 9, text, x=x + 14)

    path = saved(tmp_path, draw)
    cells = with_cells(path, read_document(path)).pages[0].cells
    assert not [cell for cell in cells if abs(cell.box.y0 - 842 + 740) < 3 or abs(cell.box.y1 - 842 + 740) < 3]


def test_a_drawing_of_thousands_of_paths_is_not_asked_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, draw_table)
    monkeypatch.setattr(asked, "MAX_RULINGS", 9)
    assert with_cells(path, read_document(path)).pages[0].cells == ()


def two_columns(canvas: Canvas) -> None:
    """Two columns drawn from the bottom up, which a reader of rows takes for one."""
    for row in reversed(range(8)):
        hostile.put(canvas, 700 - 16 * row, 10, f"Anselme Diarra règle le cadran {row}", x=320)
        hostile.put(canvas, 700 - 16 * row, 10, f"Perrine Auclair remonte la pendule {row}")


def bottom_up(canvas: Canvas) -> None:
    for row in reversed(range(8)):
        hostile.put(canvas, 700 - 16 * row, 10, f"Perrine Auclair remonte la pendule {row}")


def doubtful(path: Path) -> Document:
    document = arrange_pages(read_document(path))
    assert ORDER_DOUBT in document.pages[-1].doubts
    return document


def test_a_doubt_is_lifted_when_the_second_opinion_agrees(tmp_path: Path) -> None:
    path = saved(tmp_path, bottom_up)
    document = doubtful(path)
    (page,) = with_second_opinion(path, document).pages
    assert page == document.pages[0].model_copy(update={"doubts": ()})


def test_a_doubt_is_kept_when_the_second_opinion_disagrees(tmp_path: Path) -> None:
    path = saved(tmp_path, two_columns)
    document = doubtful(path)
    assert with_second_opinion(path, document) == document


def test_other_doubts_are_not_lifted(tmp_path: Path) -> None:
    path = saved(tmp_path, bottom_up)
    document = doubtful(path)
    both = document.pages[0].model_copy(update={"doubts": ("texte_sans_unicode", ORDER_DOUBT)})
    (page,) = with_second_opinion(path, document.model_copy(update={"pages": (both,)})).pages
    assert page.doubts == ("texte_sans_unicode",)


def test_each_page_has_its_own_second_opinion(tmp_path: Path) -> None:
    path = saved(tmp_path, bottom_up, hostile.draw_programme, two_columns)
    pages = with_second_opinion(path, doubtful(path)).pages
    assert [page.doubts for page in pages] == [(), (), (ORDER_DOUBT,)]


@pytest.mark.parametrize("stage", [with_cells, with_second_opinion])
@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\nrien", hostile.html(), hostile.truncated(), hostile.zero_pages()])
def test_a_file_the_second_reader_cannot_open_stays_as_it_was_read(
    stage: Callable[[Path, Document], Document], data: bytes, tmp_path: Path
) -> None:
    path = saved(tmp_path, draw_table, bottom_up)
    document = doubtful(path)
    path.write_bytes(data)
    # That the two do not agree on the pages there are may be noted.
    assert stage(path, document).model_copy(update={"doubts": ()}) == document


def without_a_sheet() -> bytes:
    """A table on a page without a media box: PDFium takes a sheet for granted, pdfplumber does not."""
    rules = b" ".join(b"30 %d m 280 %d l S" % (y, y) for y in range(100, 400, 40))
    rows = b" ".join(b"1 0 0 1 %d %d Tm (Perrine %d) Tj" % (x, y, y) for y in range(110, 380, 40) for x in (40, 160))
    content = b"%s BT /F1 10 Tf %s ET" % (rules, rows)
    return hostile.assemble(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def test_a_page_the_second_reader_cannot_measure_stays_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(without_a_sheet())
    document = read_document(path)
    assert document.pages[0].rulings >= 6
    assert with_cells(path, document) == document


def test_one_page_the_second_reader_fails_on_does_not_cost_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, draw_table, draw_table)
    find_tables = asked._tables

    def fail_on_the_first(plumbed: Any, page: Page) -> list[tuple[Cell, ...]]:
        if plumbed.page_number == 1:
            raise ValueError("a page that cannot be understood")
        return find_tables(plumbed, page)

    monkeypatch.setattr(asked, "_tables", fail_on_the_first)
    pages = with_cells(path, read_document(path)).pages
    assert [bool(page.cells) for page in pages] == [False, True]


def draw_rules_across(canvas: Canvas) -> None:
    """The same table with nothing but the rules below its cells."""
    for rank, row in enumerate(ROWS):
        for (left, right), text in zip(pairwise(EDGES), row, strict=True):
            canvas.line(left, 660 - 40 * rank, right, 660 - 40 * rank)
            hostile.put(canvas, 666 - 40 * rank, 10, text, x=left + 5)


def test_a_table_with_rules_across_only_has_its_cells(tmp_path: Path) -> None:
    path = saved(tmp_path, draw_rules_across)
    (page,) = with_cells(path, read_document(path)).pages
    assert {(cell.row, cell.column) for cell in page.cells} == {
        (row, column) for row in range(5) for column in range(3)
    }


def test_a_file_of_another_kind_is_not_asked_about(tmp_path: Path) -> None:
    path = saved(tmp_path, draw_table)
    document = read_document(path)
    assert with_cells(tmp_path / "tables.txt", document) == document


READ = """
import sys
from pathlib import Path
from pipeline.run import read_pages
read_pages(Path(sys.argv[1]))
print("pdfplumber" in sys.modules)
"""


@pytest.mark.parametrize(("draw", "loaded"), [(hostile.draw_programme, False), (draw_table, True), (bottom_up, True)])
def test_the_second_reader_is_loaded_only_for_rulings_and_doubts(
    draw: hostile.Draw, loaded: bool, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", READ, str(saved(tmp_path, draw))]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parent.parent)
    assert answer.stdout.strip() == str(loaded)


def draw_wide_words(canvas: Canvas) -> None:
    """A table in whose narrow cells a word runs into the next, and another cell is full to its side."""
    draw_table(canvas)
    left, right = EDGES[1], EDGES[2]
    canvas.setFont("Helvetica", 10)
    word = "Anticonstitutionnellement"
    canvas.drawString(right - canvas.stringWidth(word, "Helvetica", 10) / 2, 700 - 8, word)
    assert left < right


def test_a_word_too_wide_for_its_cell_stays_whole(tmp_path: Path) -> None:
    path = saved(tmp_path, draw_wide_words)
    (page,) = with_cells(path, read_document(path)).pages
    assert any("Anticonstitutionnellement" in line.text for line in page.lines)


def draw_pieces(canvas: Canvas) -> None:
    """A table whose rules are drawn a piece a row, with a cell over two rows inside it, another cut by the page."""
    rows = [700 - 40 * rank for rank in range(6)]
    for edge in EDGES:
        for top, bottom in pairwise(rows):
            canvas.line(edge, top, edge, bottom)
    for rank, height in enumerate(rows):
        # The second row goes on below in the first two columns, the fifth in the first, which is cut.
        spans = {2: [(2, 3)], 4: [(1, 2), (2, 3)], 5: [(1, 2)]}.get(rank, [(0, 1), (1, 2), (2, 3)])
        for first, last in spans:
            canvas.line(EDGES[first], height, EDGES[last], height)
    for rank in range(5):
        for edge in EDGES[:-1]:
            hostile.put(canvas, rows[rank] - 25, 10, f"Rive {rank}", x=edge + 5)


def test_rules_drawn_in_pieces_close_what_the_page_cuts_and_nothing_else(tmp_path: Path) -> None:
    path = saved(tmp_path, draw_pieces)
    (page,) = with_cells(path, read_document(path)).pages
    heights = [
        sorted(round(cell.box.height) for cell in page.cells if abs(cell.box.x0 - edge) < 2) for edge in EDGES[:-1]
    ]
    assert heights == [[40, 80, 80], [40, 40, 40, 80], [40, 40, 40, 40, 40]]
