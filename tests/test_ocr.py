"""Scans: which pages are read, what is read, what the cache does, and what is said when tesseract is missing."""

import io
from functools import cache
from pathlib import Path

import pytest
from runs import CORPUS
from scans import PRINTED, STAMP, drawn, joined, needs_tesseract, pale, readings, scanned, stamped

from pipeline.batch import find_jobs, run_batch
from pipeline.check import CODES
from pipeline.document import Document, Line
from pipeline.errors import ImageOnlyPdfError, UsageError
from pipeline.extract import ocr as reader
from pipeline.extract import tesseract
from pipeline.extract.ocr_options import Ocr
from pipeline.extract.ocr_repairs import REPAIRS, mend_word
from pipeline.extract.pdf import read_pdf
from pipeline.ocr_mode import OcrMode
from pipeline.tagger import no_tagger


@cache
def scan() -> Document:
    return read_pdf(scanned(), "scan.pdf", Ocr())


def texts(document: Document, page: int = 1) -> list[str]:
    return [line.text for line in document.pages[page - 1].lines]


def line(document: Document, text: str) -> Line:
    return next(line for line in document.pages[0].lines if line.text == text)


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "missing_part", lambda language: "tesseract is not installed")
    monkeypatch.setattr("pipeline.extract.pdf.missing_part", lambda language: "tesseract is not installed")


@needs_tesseract
def test_a_scan_is_read_line_by_line() -> None:
    assert texts(scan()) == [text for *_, text in PRINTED]


@needs_tesseract
def test_every_page_read_by_ocr_says_so() -> None:
    assert scan().pages[0].doubts == ("lu_par_ocr",)


@needs_tesseract
def test_lines_stand_where_they_are_printed() -> None:
    for x, y, size, _, text in PRINTED:
        box = line(scan(), text).box
        assert abs(box.x0 - x) < 3, text
        assert box.y0 < y - 0.5 * size and y - 2 < box.y1 < y + 0.6 * size, text


@needs_tesseract
def test_what_is_printed_alike_gets_one_style_and_what_is_not_another() -> None:
    title, other = line(scan(), "Accueillir sans rendez-vous"), line(scan(), "Des médiathèques au jardin")
    body, later = line(scan(), PRINTED[3][-1]), line(scan(), PRINTED[7][-1])
    assert title.style == other.style
    assert body.style == later.style
    assert title.style.size > body.style.size
    assert abs(body.style.size - 11) <= 1


@needs_tesseract
def test_bold_and_italic_are_seen_by_their_strokes() -> None:
    seen = {text: (line(scan(), text).style.bold, line(scan(), text).style.italic) for *_, text in PRINTED}
    assert seen == {text: ("Bold" in font, "Oblique" in font) for *_, font, text in PRINTED}


@needs_tesseract
def test_a_page_askew_reads_as_one_that_is_straight() -> None:
    askew = read_pdf(scanned(2.5), "scan.pdf", Ocr())
    assert texts(askew) == [text for *_, text in PRINTED]


@needs_tesseract
def test_of_a_mixed_document_only_the_scans_are_read() -> None:
    mixed = joined(drawn(PRINTED), scanned())
    document = read_pdf(mixed, "mixte.pdf", Ocr())
    assert [page.doubts for page in document.pages] == [(), ("lu_par_ocr",)]
    assert document.pages[0].lines[0].style.font.startswith("Helvetica")
    assert texts(document, 2) == [text for *_, text in PRINTED]


@needs_tesseract
def test_a_stamp_over_a_scan_stays_and_the_scan_is_read() -> None:
    document = read_pdf(stamped(), "tampon.pdf", Ocr())
    assert STAMP in texts(document)
    assert {text for *_, text in PRINTED} <= set(texts(document))
    assert len(document.pages[0].lines) == len(PRINTED) + 1


@pytest.mark.parametrize(("confidence", "added"), [(95, 1), (60, 0)])
def test_over_a_text_layer_only_sure_words_count(
    monkeypatch: pytest.MonkeyPatch, confidence: float, added: int
) -> None:
    monkeypatch.setattr(reader, "missing_part", lambda language: None)
    monkeypatch.setattr(reader, "read_image", lambda image, dpi, language: readings(confidence))
    assert len(read_pdf(stamped(), "tampon.pdf", Ocr()).pages[0].lines) == 1 + added


@needs_tesseract
def test_force_reads_pages_with_text_from_their_image() -> None:
    document = read_pdf(drawn(PRINTED), "texte.pdf", Ocr(OcrMode.FORCE))
    assert {line.style.font for line in document.pages[0].lines} == {"OCR"}
    assert texts(document) == [text for *_, text in PRINTED]


@pytest.mark.parametrize("ocr", [None, Ocr(OcrMode.OFF)])
def test_without_ocr_a_scan_is_refused_as_ever(ocr: Ocr | None) -> None:
    with pytest.raises(ImageOnlyPdfError, match=r"has no text layer on its 1 page\(s\)\. "):
        read_pdf(pale(), "scan.pdf", ocr)


@pytest.mark.usefixtures("without_tesseract")
def test_a_scan_without_tesseract_is_refused_with_what_is_missing() -> None:
    with pytest.raises(ImageOnlyPdfError, match="tesseract is not installed"):
        read_pdf(pale(), "scan.pdf", Ocr())


@pytest.mark.usefixtures("without_tesseract")
def test_a_scanned_page_that_cannot_be_read_is_told_among_pages_of_text() -> None:
    document = read_pdf(joined(drawn(PRINTED), pale()), "mixte.pdf", Ocr())
    assert [page.doubts for page in document.pages] == [(), ("image_non_lue",)]


@pytest.mark.usefixtures("without_tesseract")
def test_force_without_tesseract_names_the_packages() -> None:
    with pytest.raises(UsageError, match="tesseract-ocr tesseract-ocr-fra"):
        read_pdf(drawn(PRINTED), "texte.pdf", Ocr(OcrMode.FORCE))


def test_a_missing_program_and_a_missing_language_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "tesseract_version", lambda: None)
    assert tesseract.missing_part() == "tesseract is not installed"
    monkeypatch.setattr(tesseract, "tesseract_version", lambda: "5.3.0")
    monkeypatch.setattr(tesseract, "has_language", lambda language: False)
    assert tesseract.missing_part() == "tesseract has no language « fra »"


@needs_tesseract
def test_an_image_without_text_is_refused_after_reading() -> None:
    blank = joined(drawn([(50, 50, 30, "Helvetica", ".")]))
    with pytest.raises(ImageOnlyPdfError, match="OCR finds no text"):
        read_pdf(blank, "vide.pdf", Ocr())


def test_a_page_tesseract_fails_on_is_marked_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> list[tesseract.Reading]:
        raise tesseract.TesseractError("no answer within 180 s")

    monkeypatch.setattr(reader, "missing_part", lambda language: None)
    monkeypatch.setattr(reader, "read_image", fail)
    document = read_pdf(joined(drawn(PRINTED), pale()), "mixte.pdf", Ocr())
    assert [page.doubts for page in document.pages] == [(), ("page_illisible",)]
    assert "mixte.pdf, page 2: tesseract failed: no answer" in caplog.text


@pytest.mark.parametrize(("confidence", "doubts"), [(95, ("lu_par_ocr",)), (55, ("lu_par_ocr", "ocr_incertain"))])
def test_a_page_of_low_confidence_is_doubtful(
    monkeypatch: pytest.MonkeyPatch, confidence: float, doubts: tuple[str, ...]
) -> None:
    monkeypatch.setattr(reader, "missing_part", lambda language: None)
    monkeypatch.setattr(reader, "read_image", lambda image, dpi, language: readings(confidence))
    document = read_pdf(pale(), "scan.pdf", Ocr())
    assert document.pages[0].doubts == doubts
    assert set(doubts) <= set(CODES)


def test_noise_is_dropped_and_a_hard_word_in_a_sure_line_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = tesseract.Reading("NUMÉRIQUES", 400, 100, 520, 130, 0, 3.0)
    specks = [
        tesseract.Reading("~", 100, 300, 110, 304, 1, 40.0),
        tesseract.Reading("fl", 200, 300, 210, 310, 1, 10.0),
        tesseract.Reading("—", 100, 500, 900, 503, 2, 90.0),
    ]
    monkeypatch.setattr(reader, "missing_part", lambda language: None)
    monkeypatch.setattr(reader, "read_image", lambda image, dpi, language: [*readings(96), bad, *specks])
    document = read_pdf(pale(), "scan.pdf", Ocr())
    assert texts(document) == ["Atelier broderie numérique NUMÉRIQUES"]


@pytest.mark.parametrize("sign", ["e", "+", "°"])
def test_a_bullet_misread_at_the_start_of_a_line_is_a_bullet(monkeypatch: pytest.MonkeyPatch, sign: str) -> None:
    bullet = tesseract.Reading(sign, 80, 110, 88, 118, 0, 30.0)
    monkeypatch.setattr(reader, "missing_part", lambda language: None)
    monkeypatch.setattr(reader, "read_image", lambda image, dpi, language: [bullet, *readings(96)])
    assert texts(read_pdf(pale(), "scan.pdf", Ocr())) == ["• Atelier broderie numérique"]


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.name)
def test_every_repair_mends_its_examples_and_leaves_the_others(repair: object) -> None:
    for read, printed in repair.right:  # type: ignore[attr-defined]
        assert mend_word(read) == printed
    for read in repair.wrong:  # type: ignore[attr-defined]
        assert mend_word(read) == read


def test_tsv_is_read_word_by_word_and_lines_are_numbered() -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    rows = [
        "4\t1\t1\t1\t1\t0\t10\t10\t90\t20\t-1\t",
        "5\t1\t1\t1\t1\t1\t10\t10\t40\t20\t96.5\tJeudi",
        "5\t1\t1\t1\t1\t2\t60\t10\t10\t20\t95\t ",
        "5\t1\t2\t1\t1\t1\t10\t50\t40\t20\t91\tSalle",
    ]
    found = tesseract.parse_tsv("\n".join([head, *rows]))
    assert found == [
        tesseract.Reading("Jeudi", 10, 10, 50, 30, 0, 96.5),
        tesseract.Reading("Salle", 10, 50, 50, 70, 1, 91.0),
    ]


def test_an_answer_that_is_no_tsv_is_an_error() -> None:
    with pytest.raises(tesseract.TesseractError, match="no TSV"):
        tesseract.parse_tsv("Error opening data file")


@needs_tesseract
def test_a_scanned_programme_is_published_and_each_page_told(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(scanned())
    dataset = run_batch(find_jobs([tmp_path]), no_tagger, ocr=Ocr())
    (programme,) = dataset.programmes
    assert [(session.title, str(session.start)) for session in programme.sessions] == [
        ("Accueillir sans rendez-vous", "09:30:00"),
        ("Des médiathèques au jardin", "11:00:00"),
    ]
    assert [anomaly.page for anomaly in programme.anomalies if anomaly.code == "lu_par_ocr"] == [1]


@needs_tesseract
@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus of real programmes is not beside the repository")
def test_a_page_of_the_reference_programme_reads_the_same_scanned() -> None:
    import pypdfium2 as pdfium

    from pipeline.synthetic.scan import scan_pdf

    with pdfium.PdfDocument(CORPUS / "nec-2022" / "nec-2022.pdf") as whole:
        some = pdfium.PdfDocument.new()
        some.import_pages(whole, [8])
        stream = io.BytesIO()
        some.save(stream)
        some.close()
    printed = read_pdf(stream.getvalue(), "page.pdf")
    seen = read_pdf(scan_pdf(stream.getvalue()), "page.pdf", Ocr())
    for page, other in zip(printed.pages, seen.pages, strict=True):
        words = " ".join(line.text for line in page.lines).split()
        found = " ".join(line.text for line in other.lines).split()
        assert len(set(words) & set(found)) >= 0.95 * len(set(words))
