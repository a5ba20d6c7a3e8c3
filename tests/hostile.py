"""Builders of PDFs that go wrong, or look as if they did: each returns the bytes of a file."""

import io
from collections.abc import Callable, Iterable
from pathlib import Path

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT = 60.0
USER_PASSWORD = "sesame"

# What a reader should find in every file of this module whose text can be read: (font size, text).
LINES: tuple[tuple[float, str], ...] = (
    (16, "Jeudi 6 juin 2024"),
    (11, "10h à 11h30"),
    (14, "L'ATELIER DES HORLOGES"),
    (10, "Cet atelier remet à l'heure trois pendules et un clocher."),
    (11, "ANIMÉ PAR"),
    (10, "Perrine Auclair, horlogère à la Maison du temps."),
    (11, "14h à 15h"),
    (14, "LE CADRAN ET SON OMBRE"),
    (11, "AVEC"),
    (10, "Anselme Diarra, gnomoniste, Société des cadrans."),
)

Draw = Callable[[Canvas], None]


def build(*draws: Draw, encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF with one page for each drawing function."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1, encrypt=encrypt)
    for draw in draws:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def place(lines: Iterable[tuple[float, str]]) -> list[tuple[float, float, str]]:
    """The height of each line, one under the other."""
    return [(HEIGHT - 80 - 30 * rank, size, text) for rank, (size, text) in enumerate(lines)]


def put(canvas: Canvas, height: float, size: float, text: str, x: float = LEFT, font: str = "Helvetica") -> None:
    """One line of text."""
    canvas.setFont(font, size)
    canvas.drawString(x, height, text)


def draw_programme(canvas: Canvas) -> None:
    """The page all builders begin from."""
    for height, size, text in place(LINES):
        put(canvas, height, size, text)


def assemble(*objects: bytes) -> bytes:
    """A PDF from object bodies written by hand; the first is the catalogue."""
    file, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(file))
    return file + head + table + tail


def good() -> bytes:
    """One page with two sessions and nothing wrong."""
    return build(draw_programme)


def empty() -> bytes:
    """No byte at all, as an interrupted download leaves it."""
    return b""


def html() -> bytes:
    """An error page of a web server saved under the name of the PDF."""
    return b"<!DOCTYPE html>\n<html><head><title>404</title></head><body>Page introuvable</body></html>\n"


def truncated() -> bytes:
    """The first half of a good file: no cross-reference table, the page tree cut off."""
    whole = good()
    return whole[: len(whole) // 2]


def bit_flipped() -> bytes:
    """One bit wrong in every sixty-first byte after the header."""
    return bytes(byte ^ (8 if rank > 20 and rank % 61 == 0 else 0) for rank, byte in enumerate(good()))


def user_password() -> bytes:
    """Encrypted: cannot be opened without `USER_PASSWORD`."""
    return build(draw_programme, encrypt=StandardEncryption(USER_PASSWORD, ownerPassword="owner", strength=128))


def owner_password() -> bytes:
    """Encrypted against printing and copying only: opens without a password, so it must be read."""
    lock = StandardEncryption("", ownerPassword="owner", canPrint=0, canCopy=0, canModify=0, strength=128)
    return build(draw_programme, encrypt=lock)


def zero_pages() -> bytes:
    """A well-formed file whose page tree is empty."""
    return assemble(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")


def image_only() -> bytes:
    """Drawn shapes where letters should be, as in a scan or in text turned into outlines."""

    def draw(canvas: Canvas) -> None:
        for height, size, text in place(LINES):
            for rank in range(len(text)):
                canvas.rect(LEFT + rank * size * 0.6, height, size * 0.4, size * 0.7, stroke=0, fill=1)

    return build(draw)


def no_text_page() -> bytes:
    """A page of shapes between two pages of text."""

    def draw(canvas: Canvas) -> None:
        canvas.circle(WIDTH / 2, HEIGHT / 2, 120, stroke=1, fill=0)

    return build(draw_programme, draw, draw_programme)


def rotated_page() -> bytes:
    """A page entry /Rotate 90 with the text turned back, so that it reads upright on the screen."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(HEIGHT, 0)
        canvas.rotate(90)
        draw_programme(canvas)

    return build(draw)


def cropped_page() -> bytes:
    """A visible area smaller than the sheet, not at its origin, with a printer's note outside it."""

    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((40, 300, WIDTH - 40, HEIGHT - 40))
        put(canvas, HEIGHT - 20, 8, "ÉPREUVE NON CORRIGÉE 08h00 à 09h00")
        draw_programme(canvas)

    return build(draw)


def shuffled_order() -> bytes:
    """Lines drawn in another order than they are read in, as layout programs export them."""

    def draw(canvas: Canvas) -> None:
        lines = place(LINES)
        for rank in range(len(lines)):
            put(canvas, *lines[(7 * rank + 3) % len(lines)])

    return build(draw)


def letter_spaced() -> bytes:
    """Wide spaces between letters: by the character-spacing operator, and once by typed spaces."""

    def draw(canvas: Canvas) -> None:
        for rank, (height, size, text) in enumerate(place(LINES)):
            line = canvas.beginText(LEFT, height)
            line.setFont("Helvetica", size)
            line.setCharSpace(0 if rank == 0 else 2.5)
            line.textOut(" ".join(text) if rank == 0 else text)
            canvas.drawText(line)

    return build(draw)


def doubled_text() -> bytes:
    """False bold: each line drawn twice, 0.3 points apart."""

    def draw(canvas: Canvas) -> None:
        for height, size, text in place(LINES):
            put(canvas, height, size, text)
            put(canvas, height, size, text, LEFT + 0.3)

    return build(draw)


def draw_vera(canvas: Canvas, lines: Iterable[tuple[float, str]]) -> None:
    """Lines in an embedded font, for characters the standard fonts lack."""
    pdfmetrics.registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
    for height, size, text in place(lines):
        put(canvas, height, size, text, font="Vera")


def ligatures() -> bytes:
    """One character for two letters: « ﬁ » and « ﬂ » in a title and in a name."""
    lines = (*LINES[:2], (14, "La ﬁn des ﬂux"), LINES[4], (10, "Séraﬁne Duﬂot, directrice de la Maison du temps."))
    return build(lambda canvas: draw_vera(canvas, lines))


def soft_hyphens() -> bytes:
    """Soft hyphens: printed at the end of a line, and left inside a word."""
    lines = (
        *LINES[:3],
        (10, "Une pen\u00addule à l'heure et un cadran rémou\u00ad"),
        (10, "leur, voilà tout le programme."),
        LINES[4],
        (10, "Perrine Au\u00adclair, horlogère."),
    )
    return build(lambda canvas: draw_vera(canvas, lines))


def sideways_text() -> bytes:
    """A line turned by 90° in the margin, by its text matrix, beside upright text."""

    def draw(canvas: Canvas) -> None:
        draw_programme(canvas)
        canvas.saveState()
        canvas.translate(WIDTH - 20, 200)
        canvas.rotate(90)
        put(canvas, 0, 12, "Salle du Balancier", x=0)
        canvas.restoreState()

    return build(draw)


def crowded_page() -> bytes:
    """One page with 250,000 characters."""

    def draw(canvas: Canvas) -> None:
        line = "Perrine Auclair remonte la pendule " * 15
        for rank in range(-(-250_000 // len(line))):
            put(canvas, HEIGHT - 20 - rank * 1.6, 1.5, line, x=20)

    return build(draw)


HOSTILE: dict[str, Callable[[], bytes]] = {
    function.__name__: function
    for function in (
        empty,
        html,
        truncated,
        bit_flipped,
        user_password,
        owner_password,
        zero_pages,
        image_only,
        no_text_page,
        rotated_page,
        cropped_page,
        shuffled_order,
        letter_spaced,
        doubled_text,
        ligatures,
        soft_hyphens,
        sideways_text,
        crowded_page,
    )
}
