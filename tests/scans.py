"""Invented programmes as scanners give them: pictures of pages without text."""

import io
from functools import cache

import pytest

from pipeline.extract.tesseract import Reading, missing_part
from pipeline.synthetic.scan import scan_pdf

needs_tesseract = pytest.mark.skipif(missing_part() is not None, reason=f"OCR cannot run: {missing_part()}")

# x, y from the top, size, style and text of each line of the first page.
PRINTED = (
    (50, 60, 20, "Helvetica-Bold", "JOURNÉE DES MÉDIATHÈQUES"),
    (50, 90, 11, "Helvetica", "Jeudi 6 juin 2024, Maison des associations de Brive"),
    (50, 140, 14, "Helvetica-Bold", "Accueillir sans rendez-vous"),
    (50, 160, 11, "Helvetica", "Comment ouvrir les portes à celles et ceux qui ne viennent pas encore."),
    (50, 176, 11, "Helvetica-Oblique", "Une rencontre pour partager des façons de faire."),
    (50, 200, 12, "Helvetica-Bold", "9h30 à 10h45"),
    (50, 250, 14, "Helvetica-Bold", "Des médiathèques au jardin"),
    (50, 270, 11, "Helvetica", "Trois bibliothèques racontent leurs étés dehors et leurs soirées."),
    (50, 300, 12, "Helvetica-Bold", "11h à 12h15"),
)
STAMP = "Reçu en mairie le 4 mars 2024 sous le numéro 1187"


def drawn(*pages: object, stamp: str = "") -> bytes:
    """A PDF with one page for each list of lines; `stamp` is printed at the foot of each."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(420, 420), invariant=1)
    for page in pages:
        for x, y, size, font, text in page:  # type: ignore[attr-defined]
            canvas.setFont(font, size)
            canvas.drawString(x, 420 - y, text)
        if stamp:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(40, 12, stamp)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@cache
def scanned(skew: float = 0.4, pages: int = 1) -> bytes:
    return scan_pdf(drawn(*[PRINTED] * pages), dpi=200, skew=skew, noise=6.0, seed=3)


@cache
def pale() -> bytes:
    """A small page that is an image without anything on it, for tests that bring their own words."""
    from PIL import Image

    stream = io.BytesIO()
    Image.new("L", (240, 150), 250).save(stream, "PDF", resolution=72, creationDate=None, modDate=None)
    return stream.getvalue()


def joined(*files: bytes) -> bytes:
    """The pages of several PDFs as one."""
    import pypdfium2 as pdfium

    whole = pdfium.PdfDocument.new()
    for file in files:
        whole.import_pages(pdfium.PdfDocument(file))
    stream = io.BytesIO()
    whole.save(stream)
    whole.close()
    return stream.getvalue()


def stamped() -> bytes:
    """A scan with a line of text printed over it, as offices do."""
    import pypdfium2 as pdfium
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    with pdfium.PdfDocument(scanned(0.0)) as pdf:
        picture = pdf[0].render(scale=200 / 72).to_pil()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(420, 420), invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, 420, 420)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(40, 12, STAMP)
    canvas.save()
    return stream.getvalue()


def readings(confidence: float) -> list[Reading]:
    """A line of three words as tesseract might read it at 300 dots an inch."""
    return [
        Reading(word, 100 + 90 * place, 100, 180 + 90 * place, 130, 0, confidence)
        for place, word in enumerate(("Atelier", "broderie", "numérique"))
    ]
