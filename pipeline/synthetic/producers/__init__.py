"""The programs that make a PDF of a sheet. To add one, write a function and give it a row in `PRODUCERS`.

What the programs need is imported when they draw: none of it comes with the package itself.
"""

from importlib.util import find_spec
from typing import Protocol

from pipeline.errors import ProducerError
from pipeline.synthetic.producers import chromium, libreoffice
from pipeline.synthetic.producers.making import PLAIN, Making
from pipeline.synthetic.producers.programs import find_program
from pipeline.synthetic.sheet import Sheet


class Producer(Protocol):
    """Draws a sheet; without a making, in the plainest one."""

    def __call__(self, sheet: Sheet, making: Making = PLAIN) -> bytes:
        """The PDF.

        Raises:
            ProducerError: the program is missing or failed, or no font has a character of the text.
        """


def _with_reportlab(sheet: Sheet, making: Making = PLAIN) -> bytes:
    if not _has_reportlab():
        raise ProducerError("reportlab or its fonts are not installed: pip install reportlab font-caladea.")
    from pipeline.synthetic.producers.reportlab_pdf import draw_sheet

    return draw_sheet(sheet, making)


def _has_reportlab() -> bool:
    return all(find_spec(package) for package in ("reportlab", "font_caladea"))


PRODUCERS: dict[str, Producer] = {
    "reportlab": _with_reportlab,
    "chromium": chromium.print_sheet,
    "libreoffice": libreoffice.convert_sheet,
}


def available() -> tuple[str, ...]:
    """The producers whose program is installed here."""
    installed = {
        "reportlab": _has_reportlab(),
        "chromium": find_program(chromium.PROGRAMS) is not None,
        "libreoffice": find_program(libreoffice.PROGRAMS) is not None,
    }
    return tuple(name for name in PRODUCERS if installed[name])
