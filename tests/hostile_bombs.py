"""Builders of PDFs that are small and want much, or that nest too deep: each returns the bytes of a file."""

import io
import zlib
from collections.abc import Callable

import hostile
from reportlab.pdfgen.canvas import Canvas

FONT = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
TEXT = b"BT /F1 12 Tf 10 100 Td (Perrine Auclair remonte la pendule) Tj ET"


def page_with(stream: bytes, *others: bytes, extra: bytes = FONT, box: bytes = b"0 0 300 400") -> bytes:
    """One page whose content is the stream object given."""
    return hostile.assemble(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [%s] >>" % box,
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R %s >>" % extra,
        stream,
        *others,
    )


def stream_of(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def _repeated(megabytes: int, then: bytes = b"") -> bytes:
    """So many megabytes of blanks, then a text, compressed: a piece that stands for itself, many times."""
    packer = zlib.compressobj(9, wbits=-15)
    piece = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    packer = zlib.compressobj(9, wbits=-15)
    return b"\x78\xda" + piece * megabytes + packer.compress(then) + packer.flush()


def nested_flate() -> bytes:
    """A content of 4 GB, compressed twice."""
    return page_with(stream_of(zlib.compress(_repeated(4096), 9), b"/Filter [/FlateDecode /FlateDecode]"))


def great_stream() -> bytes:
    """A content of 1 GB of blanks before the text, compressed once."""
    return page_with(stream_of(_repeated(1024, TEXT), b"/Filter /FlateDecode"))


def self_calling_form() -> bytes:
    """A form that draws itself twice."""
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << /XObject << /X 5 0 R >> >>"
    return page_with(
        stream_of(TEXT + b" /X Do"),
        stream_of(b"/X Do /X Do", entries),
        extra=b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "
        b"/XObject << /X 5 0 R >> >>",
    )


def doubling_forms() -> bytes:
    """Thirty forms, each drawing the next one twice: a thousand million at the last."""
    forms = []
    for rank in range(30):
        entries = b"/Type /XObject /Subtype /Form /BBox [0 0 300 400] /Resources << /XObject << /X %d 0 R >> >>"
        forms.append(stream_of(b"/X Do /X Do", entries % (6 + rank)))
    last = b"/Type /XObject /Subtype /Form /BBox [0 0 300 400] " + FONT
    return page_with(
        stream_of(TEXT + b" /X Do"),
        *forms,
        stream_of(TEXT, last),
        extra=b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "
        b"/XObject << /X 5 0 R >> >>",
    )


def deep_arrays() -> bytes:
    """Two hundred thousand brackets, one in the other."""
    return page_with(stream_of(TEXT), b"[" * 200_000 + b"]" * 200_000, extra=FONT + b" /Deep 5 0 R")


def deep_state() -> bytes:
    """Two hundred thousand saved graphic states."""
    return page_with(stream_of(b"q " * 200_000 + TEXT + b" Q" * 200_000))


def deep_pages() -> bytes:
    """A page tree of five thousand floors."""
    count = 5_000
    floors = [
        b"<< /Type /Pages /Kids [%d 0 R] /Count 1 %s >>"
        % (rank + 3, b"/MediaBox [0 0 300 400]" if not rank else b"/Parent %d 0 R" % (rank + 1))
        for rank in range(count)
    ]
    return hostile.assemble(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        *floors,
        b"<< /Type /Page /Parent %d 0 R /Contents %d 0 R %s >>" % (count + 1, count + 3, FONT),
        stream_of(TEXT),
    )


def looping_pages() -> bytes:
    """A page tree whose only child is itself."""
    return hostile.assemble(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"
    )


def great_sheet() -> bytes:
    """A page of a million million square points."""
    return page_with(stream_of(TEXT), box=b"0 0 1e6 1e6")


def no_sheet() -> bytes:
    """A page without width, its corners the wrong way round and no numbers."""
    return page_with(stream_of(TEXT), box=b"10 nan -99999999999999999999 10")


def great_letters() -> bytes:
    """Letters of a hundred thousand points, and others of none."""
    return page_with(stream_of(TEXT.replace(b"12 Tf", b"100000 Tf") + TEXT.replace(b"12 Tf", b"0 Tf")))


def great_image() -> bytes:
    """An image of 40,000 by 40,000 dots in a few bytes."""
    entries = b"/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
    return page_with(
        stream_of(b"q 300 0 0 400 0 0 cm /I Do Q"),
        stream_of(b"\\0", entries + b" /Filter /FlateDecode"),
        extra=b"/Resources << /XObject << /I 5 0 R >> >>",
    )


def many_pages() -> bytes:
    """Ten thousand pages."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(hostile.WIDTH, hostile.HEIGHT), invariant=1)
    for rank in range(10_000):
        canvas.drawString(60, 700, f"Page {rank}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def many_rulings() -> bytes:
    """Thirty thousand drawn lines behind a programme."""

    def draw(canvas: Canvas) -> None:
        hostile.draw_programme(canvas)
        for rank in range(30_000):
            canvas.line(rank % 500, rank // 200, rank % 500 + 3, rank // 200)

    return hostile.build(draw)


def damaged_content() -> bytes:
    """A page whose content breaks off after a tenth: nothing is left of it."""
    return _damaged(1)


def half_damaged() -> bytes:
    """A page with two contents, the second of which breaks off."""
    return _damaged(2)


def _damaged(contents: int) -> bytes:
    lines = (
        b"BT /F1 9 Tf 20 %d Td (%dh00 Atelier de Perrine %d) Tj ET" % (380 - 5 * rank, rank % 24, rank)
        for rank in range(70)
    )
    whole = zlib.compress(b"\n".join(lines), 9)
    broken = whole[: len(whole) // 10] + bytes((7 * rank + 91) % 256 for rank in range(len(whole)))
    streams = [stream_of(data, b"/Filter /FlateDecode") for data in (whole, broken)[-contents:]]
    return hostile.assemble(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 400] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents [%s] %s >>"
        % (b" ".join(b"%d 0 R" % (4 + rank) for rank in range(contents)), FONT),
        *streams,
    )


BOMBS: dict[str, Callable[[], bytes]] = {
    function.__name__: function
    for function in (
        nested_flate,
        great_stream,
        self_calling_form,
        doubling_forms,
        deep_arrays,
        deep_state,
        deep_pages,
        looping_pages,
        great_sheet,
        no_sheet,
        great_letters,
        great_image,
        many_pages,
        many_rulings,
        damaged_content,
        half_damaged,
    )
}
