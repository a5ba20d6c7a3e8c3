"""Converts a sheet with LibreOffice: a word processor's document exported as PDF."""

from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.synthetic.producers.fodt import write_fodt
from pipeline.synthetic.producers.making import PLAIN, Making
from pipeline.synthetic.producers.programs import run_program, settle
from pipeline.synthetic.sheet import Sheet

PROGRAMS, PACKAGE = ("soffice", "libreoffice"), "libreoffice-writer-nogui"


def convert_sheet(sheet: Sheet, making: Making = PLAIN) -> bytes:
    """The sheet as a PDF; a user profile of its own, since two runs with one would wait for each other."""
    with TemporaryDirectory(prefix="libreoffice-") as name:
        folder = Path(name)
        document = folder / "programme.fodt"
        document.write_text(write_fodt(sheet, making), encoding="utf-8")
        arguments = [f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
        arguments += ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(document)]
        return settle(run_program(PROGRAMS, PACKAGE, arguments, folder / "programme.pdf"), making.created)
