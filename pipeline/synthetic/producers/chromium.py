"""Prints a sheet with Chromium: a web page saved as PDF."""

from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.synthetic.producers.html import write_html
from pipeline.synthetic.producers.making import PLAIN, Making
from pipeline.synthetic.producers.programs import run_program, settle
from pipeline.synthetic.sheet import Sheet

PROGRAMS, PACKAGE = ("chromium", "chromium-browser", "google-chrome"), "chromium"


def print_sheet(sheet: Sheet, making: Making = PLAIN) -> bytes:
    """The sheet as a PDF."""
    with TemporaryDirectory(prefix="chromium-") as name:
        folder = Path(name)
        page, made = folder / "programme.html", folder / "programme.pdf"
        page.write_text(write_html(sheet, making), encoding="utf-8")
        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        arguments += ["--no-first-run", "--disable-extensions", "--disable-background-networking"]
        arguments += [f"--user-data-dir={folder / 'profile'}", "--no-pdf-header-footer"]
        arguments += [f"--print-to-pdf={made}", page.as_uri()]
        return settle(run_program(PROGRAMS, PACKAGE, arguments, made), making.created)
