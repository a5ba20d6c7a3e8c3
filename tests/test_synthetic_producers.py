"""Every producer draws every block of a sheet; reportlab where we know each place, the others where installed."""

import datetime as dt
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest

from pipeline.errors import ProducerError
from pipeline.synthetic.producers import PRODUCERS, available, chromium, libreoffice, programs
from pipeline.synthetic.producers.html import write_html
from pipeline.synthetic.producers.making import Making
from pipeline.synthetic.producers.syllables import breaks, soften
from pipeline.synthetic.scan import scan_pdf
from pipeline.synthetic.sheet import (
    Align,
    Block,
    Card,
    Cell,
    Columns,
    Ink,
    PageBreak,
    Rule,
    Run,
    Sheet,
    Space,
    Table,
    Text,
)

INK = Ink()
PROSE = "Les barques remontent lentement la rivière pendant que les riveraines préparent le banquet annuel. "
A_DAY = dt.date(2023, 3, 4)
draw = PRODUCERS["reportlab"]


class Place(NamedTuple):
    """Where a text stands: page from 0, points from the left and from the top."""

    page: int
    left: float
    top: float


def text_of(pdf: bytes) -> list[str]:
    """The text of each page, in the order of the file, spaces and line ends as one space."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def place_of(pdf: bytes, text: str) -> Place:
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            textpage = page.get_textpage()
            if found := textpage.search(text, match_case=True).get_next():
                left, _, _, top = textpage.get_charbox(found[0])
                return Place(number, left, page.get_height() - top)
    raise AssertionError(f"« {text} » is not in the PDF")


def letters(pages: list[str]) -> str:
    """All text without spaces: letter-spacing makes readers see spaces between letters."""
    return "".join(" ".join(pages).split())


def words(text: str, ink: Ink = INK, **style: Any) -> Text:
    return Text((Run(text, ink),))._replace(**style)


def cell(text: str, **spans: Any) -> Cell:
    return Cell((words(text),))._replace(**spans)


def sheet(*blocks: Block, **page: Any) -> Sheet:
    return Sheet("Les rives", blocks)._replace(**page)


EVERYTHING = sheet(
    words("Grand titre", INK._replace(size=22, spacing=2, face="condensed"), align=Align.CENTER),
    Rule(),
    words(PROSE * 3, INK._replace(face="serif"), align=Align.JUSTIFY, hyphenate=True),
    words("point de liste", bullet="•", indent=12),
    Space(12),
    Card((words("Dans une carte"),), border="#113355", fill="#eeeeff"),
    Columns(tuple(words(f"Colonne {number}", INK._replace(italic=True)) for number in range(6)), number=2),
    Table(
        (
            (cell("Heure"), cell("Salle haute"), cell("Salle basse")),
            (cell("9h00"), cell("Accueil pour tous", columns=2)),
            (cell("10h00"), cell("Longue séance", rows=2), cell("Brève séance")),
            (cell("11h00"), cell("Autre séance")),
        ),
        (0.2, 0.4, 0.4),
        ruled="all",
        head=1,
    ),
    PageBreak(header=(Run("Second jour", INK),)),
    words("Dernier mot", INK._replace(bold=True, color="#aa0000")),
    header=(Run("Premier jour", INK),),
    footer=(Run("page {page}", INK),),
    first_page=7,
)
PRINTED = (
    "Grandtitre",
    "Lesbarquesremontent",
    "pointdeliste",
    "Dansunecarte",
    *(f"Colonne{number}" for number in range(6)),
    *("Sallehaute", "9h00", "Accueilpourtous", "Longueséance", "Brèveséance", "11h00", "Autreséance"),
)


def check_everything(pdf: bytes) -> None:
    """The blocks, headers and page numbers of `EVERYTHING`, each on its page."""
    first, second = text_of(pdf)
    assert [text for text in PRINTED if text not in letters([first])] == []
    assert ("Premierjour" in letters([first]), "Secondjour" in letters([first])) == (True, False)
    assert ("Premierjour" in letters([second]), "Secondjour" in letters([second])) == (False, True)
    assert "page7" in letters([first])
    assert "page8" in letters([second])
    assert "Derniermot" in letters([second])


# reportlab


@pytest.mark.parametrize(
    "making",
    [Making(), Making(embedded=False), Making(ligatures=True), Making(by_word=True)],
    ids=["plain", "base-fonts", "ligatures", "by-word"],
)
def test_reportlab_draws_every_block(making: Making) -> None:
    check_everything(draw(EVERYTHING, making))


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert draw(EVERYTHING) == draw(EVERYTHING)
    assert draw(EVERYTHING) != draw(EVERYTHING, Making(embedded=False))


def test_a_cell_that_spans_columns_pushes_the_next_cell_aside() -> None:
    rows = ((cell("large", columns=2), cell("fin")), (cell("un"), cell("deux"), cell("trois")))
    pdf = draw(sheet(Table(rows, (0.25, 0.25, 0.5))))
    assert place_of(pdf, "fin").left == pytest.approx(place_of(pdf, "trois").left, abs=1)
    assert place_of(pdf, "large").left == pytest.approx(place_of(pdf, "un").left, abs=1)


def test_a_cell_that_spans_rows_leaves_its_place_in_the_next_row_empty() -> None:
    rows = ((cell("haute", rows=2), cell("première")), (cell("seconde"),))
    pdf = draw(sheet(Table(rows, (0.5, 0.5))))
    assert place_of(pdf, "seconde").left == pytest.approx(place_of(pdf, "première").left, abs=1)
    assert place_of(pdf, "seconde").top > place_of(pdf, "première").top + 10


def test_a_row_with_more_cells_than_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="Row 2 of a table has more cells than its 1 columns"):
        draw(sheet(Table(((cell("haute", rows=2),), (cell("en trop"),)), (1.0,))))


def test_balanced_columns_stand_side_by_side() -> None:
    pdf = draw(sheet(Columns((words("gauche"), words("droite")), number=2)))
    left, right = place_of(pdf, "gauche"), place_of(pdf, "droite")
    assert left.top == pytest.approx(right.top, abs=2)
    assert right.left > 595 / 2


def test_columns_that_are_not_balanced_fill_the_first_one_first() -> None:
    entries = tuple(words(f"entrée {number:03}") for number in range(80))
    pdf = draw(sheet(Columns(entries, number=2, balanced=False)))
    first, later = place_of(pdf, "entrée 000"), place_of(pdf, "entrée 079")
    assert place_of(pdf, "entrée 040").left == pytest.approx(first.left, abs=1)
    assert (later.page, later.left > first.left + 200) == (0, True)


def test_the_head_of_a_table_is_repeated_on_the_next_page() -> None:
    rows = ((cell("Horaire"),), *((cell(f"rang {number}"),) for number in range(60)))
    pages = text_of(draw(sheet(Table(rows, (1.0,), head=1))))
    assert len(pages) > 1
    assert [page.count("Horaire") for page in pages] == [1] * len(pages)
    assert " ".join(pages).count("rang") == 60


@pytest.mark.parametrize(
    "block",
    [
        Table(((cell("heure"), Cell(tuple(words(f"ligne {number}.") for number in range(120)))),), (0.3, 0.7)),
        Table(
            (
                (Cell(tuple(words(f"ligne {number}.") for number in range(120)), rows=3), cell("a")),
                (cell("b"),),
                (cell("c"),),
            ),
            (0.5, 0.5),
        ),
        Card(tuple(words(f"ligne {number}.") for number in range(120))),
        Columns(tuple(words(f"ligne {number}.") for number in range(120)), number=2),
        Columns((Card(tuple(words(f"ligne {number}.") for number in range(120))),), number=2),
    ],
    ids=["row", "span", "card", "columns", "card-in-columns"],
)
def test_what_is_higher_than_a_page_is_parted_and_nothing_is_lost(block: Block) -> None:
    drawn = " ".join(text_of(draw(sheet(words("avant"), block, words("après"), height=600.0))))
    assert [number for number in range(120) if drawn.count(f"ligne {number}.") != 1] == []
    assert drawn.endswith("après")


def test_a_heading_that_is_kept_goes_to_the_next_page_with_its_text() -> None:
    pdf = draw(sheet(Space(720), words("Titre gardé", keep=True), words("suite " * 200)))
    assert place_of(pdf, "Titre gardé").page == 1
    pdf = draw(sheet(Space(720), words("Titre libre"), words("suite " * 200)))
    assert place_of(pdf, "Titre libre").page == 0


def test_hyphenated_text_breaks_words_with_a_real_hyphen() -> None:
    column = words(PROSE * 3, align=Align.JUSTIFY, hyphenate=True)
    parted, whole = (
        text_of(draw(sheet(text, width=230.0)))[0] for text in (column, column._replace(hyphenate=False))
    )
    # PDFium tells a hyphen at the end of a line from others.
    assert "pen\ufffedant" in parted
    assert "\ufffe" not in whole


def test_a_line_feed_breaks_the_line() -> None:
    pdf = draw(sheet(words("dessus\ndessous")))
    assert place_of(pdf, "dessous").top > place_of(pdf, "dessus").top + 8
    assert place_of(pdf, "dessous").left == pytest.approx(place_of(pdf, "dessus").left, abs=1)


def test_centred_and_right_text_stand_where_they_should() -> None:
    lefts = [place_of(draw(sheet(words("mot", align=align))), "mot").left for align in (Align.CENTER, Align.RIGHT)]
    assert 270 < lefts[0] < 310
    assert 500 < lefts[1] < 547


def test_letters_a_font_lacks_are_printed_in_another() -> None:
    makings, texts = (Making(), Making(embedded=False)), ("Łukasz Şahin → suite", "Ondřej Świętek ● fin")
    assert all(text in text_of(draw(sheet(words(text)), making))[0] for making in makings for text in texts)


def test_a_letter_no_font_has_is_an_error_that_names_it() -> None:
    with pytest.raises(ProducerError, match=r"U\+4E2D"):
        draw(sheet(words("中")))


def test_title_and_day_are_in_the_metadata_when_asked_for() -> None:
    with pypdfium2.PdfDocument(draw(EVERYTHING, Making(created=A_DAY))) as document:
        described = document.get_metadata_dict()
    assert described["Title"] == "Les rives"
    assert described["CreationDate"].startswith("D:20230304")
    with pypdfium2.PdfDocument(draw(EVERYTHING, Making(titled=False))) as document:
        assert document.get_metadata_dict()["Title"] == ""


def test_an_empty_sheet_is_one_page() -> None:
    assert text_of(draw(sheet())) == [""]


def test_a_page_break_at_either_end_makes_no_empty_page() -> None:
    assert len(text_of(draw(sheet(PageBreak(), words("seul"), PageBreak())))) == 1


# Words and pages for other programs


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("intervention", "in-ter-ven-tion"),
        ("programme", "pro-gramme"),
        ("mer", "mer"),
        ("2024", "2024"),
        ("l'école", "l'école"),
    ],
)
def test_words_are_broken_between_syllables(word: str, parts: str) -> None:
    places = breaks(word)
    cuts = [word[first:last] for first, last in zip((0, *places), (*places, len(word)), strict=True)]
    assert "-".join(cuts) == parts


def test_soft_hyphens_change_no_letter() -> None:
    assert soften(PROSE).replace("\u00ad", "") == PROSE
    assert "\u00ad" in soften(PROSE)


def test_markup_in_a_text_is_printed_and_not_obeyed() -> None:
    assert "&lt;b&gt; &amp; co" in write_html(sheet(words("<b> & co")), Making())


# Programs


@pytest.mark.parametrize("name", ["chromium", "libreoffice"])
def test_a_missing_program_is_named_with_its_package(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: None)
    with pytest.raises(ProducerError, match=f"apt-get install {name}"):
        PRODUCERS[name](sheet(words("mot")))
    assert name not in available()


def test_a_program_that_makes_nothing_is_an_error() -> None:
    with pytest.raises(ProducerError, match="false made no PDF"):
        programs.run_program(("false",), "coreutils", [], Path("nothing.pdf"))


def test_a_program_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "SECONDS", 0.05)
    with pytest.raises(ProducerError, match="sleep made no PDF in"):
        programs.run_program(("sleep",), "coreutils", ["5"], Path("nothing.pdf"))


def test_todays_date_and_identifiers_are_taken_out_in_place() -> None:
    dated = b"%PDF /CreationDate (D:20241121215412+01'00') trailer /ID [ <" + b"A1" * 16 + b"> ]"
    other = dated.replace(b"20241121215412", b"20250101000000").replace(b"A1", b"B2")
    settled = programs.settle(dated, A_DAY)
    assert settled == programs.settle(other, A_DAY)
    assert len(settled) == len(dated)
    assert b"(D:20230304120000+01'00')" in settled


@pytest.mark.skipif("chromium" not in available(), reason=f"{chromium.PROGRAMS[0]} is not installed")
def test_chromium_prints_every_block() -> None:
    pdf = PRODUCERS["chromium"](EVERYTHING, Making(created=A_DAY))
    check_everything(pdf)
    assert b"D:20230304" in pdf


@pytest.mark.skipif("libreoffice" not in available(), reason=f"{libreoffice.PROGRAMS[0]} is not installed")
def test_libreoffice_prints_every_block() -> None:
    pdf = PRODUCERS["libreoffice"](EVERYTHING, Making(created=A_DAY))
    check_everything(pdf)
    assert b"D:20230304" in pdf


# Scans


def test_a_scan_is_the_same_pages_without_text() -> None:
    pdf = draw(EVERYTHING)
    scan = scan_pdf(pdf, dpi=60)
    assert text_of(scan) == ["", ""]
    with pypdfium2.PdfDocument(scan) as scanned, pypdfium2.PdfDocument(pdf) as drawn:
        assert scanned[0].get_size() == pytest.approx(drawn[0].get_size(), abs=2)


def test_a_scan_is_dark_where_the_page_is_and_askew_by_its_seed() -> None:
    pdf = draw(sheet(Card((Space(400),), fill="#000000")))
    scan = scan_pdf(pdf, dpi=40, skew=2.0)
    with pypdfium2.PdfDocument(scan) as document:
        picture = document[0].render(scale=0.5).to_pil().convert("L")
    assert picture.getpixel((150, 100)) < 80
    assert picture.getpixel((150, 350)) > 200
    assert scan == scan_pdf(pdf, dpi=40, skew=2.0)
    assert scan != scan_pdf(pdf, dpi=40, skew=2.0, seed=1)


@pytest.mark.skipif(shutil.which("pdfimages") is None, reason="pdfimages (poppler-utils) is missing")
def test_a_scan_holds_one_grey_jpeg_a_page(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(scan_pdf(draw(EVERYTHING), dpi=60))
    listed = subprocess.run(["pdfimages", "-list", str(file)], check=True, capture_output=True, text=True).stdout
    rows = [row.split() for row in listed.splitlines()[2:]]
    assert [(row[5], row[8]) for row in rows] == [("gray", "jpeg")] * 2
