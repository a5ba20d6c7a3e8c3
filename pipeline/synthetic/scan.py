"""Makes of a PDF what a scanner makes of its paper: pictures of pages, a little askew, grey and noisy, no text."""

import io
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

# Grey levels of paper and ink as a scanner sees them.
PAPER, INK = 246, 28
JPEG_QUALITY = 70
POINTS_AN_INCH = 72


def scan_pdf(data: bytes, *, dpi: int = 200, skew: float = 0.4, noise: float = 6.0, seed: int = 0) -> bytes:
    """An image-only PDF of the same pages, the same for the same seed.

    Args:
        data: The PDF to print and scan.
        dpi: Resolution of the scanner.
        skew: The most a page is turned, in degrees, to either side.
        noise: Standard deviation of the grey levels (0 to 255).
        seed: Of the skew of each page and the noise.
    """
    import pypdfium2

    rng = Random(seed)
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [_scan_page(page, dpi, rng.uniform(-skew, skew), noise, rng.getrandbits(32)) for page in document]
    finally:
        document.close()
    out = io.BytesIO()
    # A scanner without a clock: Pillow would write today's date.
    undated = {"creationDate": None, "modDate": None}
    first, *others = pages
    first.save(out, "PDF", save_all=True, append_images=others, resolution=dpi, quality=JPEG_QUALITY, **undated)
    return out.getvalue()


def _scan_page(page: "PdfPage", dpi: int, angle: float, noise: float, seed: int) -> "Image":
    import numpy as np
    from PIL import Image, ImageFilter

    picture = page.render(scale=dpi / POINTS_AN_INCH, grayscale=True).to_pil()
    turned = picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.5))
    levels = INK + np.asarray(turned, dtype=np.float32) * ((PAPER - INK) / 255)
    grain = np.random.default_rng(seed).normal(0, noise, levels.shape)
    return Image.fromarray(np.clip(levels + grain, 0, 255).astype(np.uint8))
