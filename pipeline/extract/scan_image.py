"""A page as an image: rendered, set straight, and what its pixels tell of the letters in a box."""

import io
import math
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image

# More pixels than this (an A2 sheet at 300 dpi) cost minutes and show nothing more.
MAX_PIXELS = 40_000_000
# Scans lie a little askew; beyond this the page was not laid on the glass but thrown.
MAX_SKEW_DEGREES = 5.0
# Below this a line across a page of 600 points drifts by half a point: less than the letters' own noise.
MIN_SKEW_DEGREES = 0.04
# How much sharper the rows must stand out once turned: photographs have no rows, and any angle is as good.
SHARPER = 1.1
# Skew is seen well enough at this resolution and on so many specks of ink, in a fraction of the time.
_SKEW_DPI = 150
_SKEW_SPECKS = 60_000
# Ink differs from its ground by this much of 255 at least.
_INK = 50
_STRIP = 256  # rows
# The tangent of the slant of italics; and the rows of ink below which letters end, in strokes' widths.
_SLANT = 0.2
_FAINT_ROW = 0.4
# Accents stand within this part of the height of capitals above them.
_ACCENT = 0.33

Pixels = NDArray[np.uint8]
Shares = NDArray[np.float32]


class Ink(NamedTuple):
    """The letters in a box: what an OCR program does not tell of them.

    `stroke` is the thickness of the strokes in pixels, 0 where there is no ink; `top` and `bottom` are the rows
    between which the letters stand, without accents; `slant` is above 0 when slanted columns are sharper than
    upright ones; `marks` are the places of specks right above the letters, such as accents on capitals, as parts of
    the width of the box.
    """

    color: tuple[int, int, int]
    stroke: float
    top: float
    bottom: float
    slant: float
    marks: tuple[float, ...] = ()


class Sheet(NamedTuple):
    """A page as pixels, set straight: three channels and grey, pixels an inch, and the angle it was turned by."""

    color: Pixels
    gray: Pixels
    dpi: float
    degrees: float

    def as_png(self) -> bytes:
        """The grey image as a file in memory."""
        stream = io.BytesIO()
        Image.fromarray(self.gray).save(stream, "PNG", compress_level=1)
        return stream.getvalue()


def render_sheet(page: pdfium.PdfPage, dpi: float) -> Sheet:
    """The page as displayed, at `dpi` pixels an inch or what `MAX_PIXELS` allow, with slight skew undone."""
    width, height = page.get_size()
    dpi = min(dpi, 72 * math.sqrt(MAX_PIXELS / max(1.0, width * height)))
    image = page.render(scale=dpi / 72).to_pil()
    if image.mode != "RGB":
        image = image.convert("RGB")
    degrees = skew_of(np.asarray(image.convert("L").reduce(max(1, round(dpi / _SKEW_DPI)))))
    if degrees:
        ground = tuple(int(value) for value in np.median(np.asarray(image)[::8, ::8].reshape(-1, 3), axis=0))
        image = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=ground)
    return Sheet(_pixels_of(image), np.asarray(image.convert("L")), dpi, degrees)


def _pixels_of(image: Image.Image) -> Pixels:
    """The pixels of an image in colour, taken in strips: taken as a whole they are copied twice on the way."""
    pixels = np.empty((image.height, image.width, 3), np.uint8)
    for top in range(0, image.height, _STRIP):
        bottom = min(top + _STRIP, image.height)
        pixels[top:bottom] = np.asarray(image.crop((0, top, image.width, bottom)))
    return pixels


def skew_of(gray: Pixels) -> float:
    """By how many degrees counter-clockwise the page must be turned so that its rows are level; 0 when in doubt.

    Above and below level rows the count of ink jumps: the best angle has the largest sum of squared jumps.
    """
    ground = float(np.median(gray))
    rows, columns = np.nonzero(np.abs(gray.astype(np.int16) - ground) > _INK)
    if len(rows) < 200:
        return 0.0
    # Scattered by multiplication: taking every third would itself make rows.
    chosen = np.arange(len(rows)) * 40_503 % 65_536 < 65_536 * _SKEW_SPECKS / len(rows)
    rows, columns = rows[chosen], columns[chosen]

    def sharpness(degrees: float) -> float:
        return _sharpness(rows - (columns - gray.shape[1] / 2) * math.tan(math.radians(degrees)))

    best = 0.0
    for step, reach in ((0.2, MAX_SKEW_DEGREES), (0.05, 0.2), (0.02, 0.06)):
        steps = round(reach / step)
        best = max((best + step * number for number in range(-steps, steps + 1)), key=sharpness)
    if abs(best) < MIN_SKEW_DEGREES or abs(best) >= MAX_SKEW_DEGREES or sharpness(best) < SHARPER * sharpness(0.0):
        return 0.0
    return round(best, 2)


def _sharpness(places: NDArray[np.float64]) -> float:
    """How abruptly specks of ink begin and end along one direction."""
    counts = np.bincount(np.rint(places - places.min()).astype(np.int64)).astype(np.float64)
    return float((np.diff(counts, prepend=0.0, append=0.0) ** 2).sum())


def ink_of(sheet: Sheet, left: int, top: int, right: int, bottom: int) -> Ink:
    """What the letters in a box of pixels look like; the box is end-exclusive.

    The thickness of the strokes is twice the area of the ink by its outline, both summed over the levels of grey,
    so that blur moves it little.
    """
    left, top = max(0, left - 2), max(0, top - 2)
    gray = sheet.gray[top : bottom + 2, left : right + 2].astype(np.float32)
    none = Ink((0, 0, 0), 0.0, float(top), float(bottom), 0.0)
    if min(gray.shape) < 4:
        return none
    ground = float(np.median(np.concatenate([gray[0], gray[-1], gray[:, 0], gray[:, -1]])))
    apart = gray - ground
    # Letters are darker than their ground or, on a coloured field, lighter.
    depth = apart if -float(np.percentile(apart, 1)) < float(np.percentile(apart, 99)) else -apart
    full = max(float(np.percentile(depth, 97)), 0.6 * float(depth.max()))
    if full < _INK / 2:
        return none
    share: Shares = np.clip((depth / full - 0.15) / 0.7, 0.0, 1.0)
    across, down = np.diff(share, axis=1)[:-1], np.diff(share, axis=0)[:, :-1]
    outline = float(np.hypot(across, down).sum())
    if not outline:
        return none
    stroke = 2 * float(share.sum()) / outline
    core = sheet.color[top : bottom + 2, left : right + 2][depth >= 0.8 * full]
    red, green, blue = (int(value) for value in np.median(core, axis=0))
    first, last = _extent(share, stroke)
    reach = round(_ACCENT * (last - first))
    above = sheet.gray[max(0, top + int(first) - reach) : top + int(first), left : right + 2].astype(np.float32)
    marks = _marks(np.abs(above - ground) > 0.5 * full, stroke)
    return Ink((red, green, blue), stroke, top + first, top + last, _slant(share), marks)


def _extent(share: Shares, stroke: float) -> tuple[float, float]:
    """The rows between which letters stand: from the fullest row up and down until the ink ends.

    An accent or the tail of the line above stands apart, behind a row without ink.
    """
    rows = share.sum(axis=1)
    limit = _FAINT_ROW * stroke
    middle = int(np.argmax(rows))
    first = last = middle
    while first > 0 and rows[first - 1] >= limit:
        first -= 1
    while last < len(rows) - 1 and rows[last + 1] >= limit:
        last += 1
    # A row that is only partly ink, next to a full one, is the blurred edge of the letters.
    above = 1 - min(1.0, rows[first] / rows[first + 1]) if first < last else 0.0
    below = 1 - min(1.0, rows[last] / rows[last - 1]) if first < last else 0.0
    return float(first + above), float(last + 1 - below)


def _slant(share: Shares) -> float:
    rows, columns = np.nonzero(share > 0.5)
    if len(rows) < 30:
        return 0.0
    return math.log(_sharpness(columns + _SLANT * rows) / _sharpness(columns.astype(np.float64)))


def _marks(dark: NDArray[np.bool_], stroke: float) -> tuple[float, ...]:
    """Where specks stand in the strip above letters; what reaches its upper edge hangs down from the line above."""
    if dark.shape[0] < 3:
        return ()
    columns = dark.any(axis=0).astype(np.int8)
    starts, ends = (np.nonzero(np.diff(columns, prepend=0, append=0) == step)[0] for step in (1, -1))
    return tuple(
        round(float(start + end) / 2 / dark.shape[1], 2)
        for start, end in zip(starts, ends, strict=True)
        if dark[:, start:end].sum() >= 0.5 * stroke**2 and not dark[0, start:end].any()
    )
