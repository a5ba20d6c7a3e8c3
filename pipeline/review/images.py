"""Pages of a PDF as compact images: small enough for one HTML file to hold them all, large enough to read."""

import base64
import io
import logging
from typing import TYPE_CHECKING, NamedTuple

from pipeline.errors import DamagedPdfError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LOG = logging.getLogger(__name__)


class Look(NamedTuple):
    """How pages are drawn: pixels across at least, pixels a point at least, and WebP quality."""

    width: int
    density: float
    quality: int


# Tried in this order until the document fits. At 900 pixels and quality 60 a page of text and colour is some 60 kB
# and reads well on a screen; the lower ones are for very long documents.
LOOKS = (Look(900, 1.6, 60), Look(900, 1.4, 40), Look(700, 1.0, 35), Look(520, 0.8, 25))
# Base64 adds a third: the page of a document stays under 15 MB.
MAX_BYTES = 10_000_000
# A poster is no larger than this on its longer side, whatever its size on paper.
MAX_SIDE = 2_800


def draw_pages(data: bytes, name: str) -> list[str]:
    """Every page of a PDF as a data URI (WebP); empty for a page that cannot be drawn.

    Args:
        data: the file.
        name: how it is called in messages.

    Raises:
        DamagedPdfError: the file does not open.
    """
    import pypdfium2 as pdfium

    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise DamagedPdfError(f"{name} cannot be opened as a PDF ({error}).") from error
    try:
        for look in LOOKS:
            images = _draw_within(pdf, look, last=look is LOOKS[-1])
            if images is not None:
                break
    finally:
        pdf.close()
    total = sum(map(len, images or ()))
    if total > MAX_BYTES:
        _LOG.warning("%s: its images take %.1f MB, the page will be slow to open.", name, total / 1e6)
    return [_data_uri(image) for image in images or ()]


def _draw_within(pdf: "PdfDocument", look: Look, last: bool) -> list[bytes] | None:
    """The images, or None as soon as they are more than a page may hold and a smaller look is left to try."""
    images: list[bytes] = []
    total = 0
    for index in range(len(pdf)):
        images.append(_draw(pdf, index, look))
        total += len(images[-1])
        if total > MAX_BYTES and not last:
            return None
    return images


def _draw(pdf: "PdfDocument", index: int, look: Look) -> bytes:
    import pypdfium2 as pdfium

    try:
        page = pdf[index]
    except pdfium.PdfiumError:
        return b""  # the finding « page_illisible » says so
    try:
        width, height = page.get_size()
        scale = min(max(look.width / width, look.density), MAX_SIDE / max(width, height))
        picture = page.render(scale=scale).to_pil().convert("RGB")
    finally:
        page.close()
    stream = io.BytesIO()
    picture.save(stream, "WEBP", quality=look.quality, method=4)
    return stream.getvalue()


def _data_uri(image: bytes) -> str:
    return f"data:image/webp;base64,{base64.b64encode(image).decode('ascii')}" if image else ""
