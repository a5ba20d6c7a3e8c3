"""What reading costs beside the text extraction of other tools, warm and cold, and writes the tables of README.md.

All ways read the same file in turn, several times; the medians of CPU seconds count. pdftotext is left out where it
is not installed.

Example: `python benchmarks/readers.py --runs 5 some-programme.pdf`
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from bench import HERE, adopt_orphans, children_cpu, measure, read_options, write_table

PROGRAMME = str(Path(sys.executable).parent / "programme")


def pdfium_text(path: Path) -> int:
    """The characters of a file as PDFium gives them: the limit of all ways that use it."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    try:
        return sum(len(page.get_textpage().get_text_bounded()) for page in document)
    finally:
        document.close()


def pdfplumber_text(path: Path) -> int:
    """The same with pdfplumber."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        return sum(len(page.extract_text()) for page in document.pages)


def pypdf_text(path: Path) -> int:
    """The same with pypdf."""
    import pypdf

    return sum(len(page.extract_text()) for page in pypdf.PdfReader(path).pages)


def pdftotext_text(path: Path) -> int:
    """The same with pdftotext, a process for each file."""
    command = ["pdftotext", "-layout", str(path), "-"]
    return len(subprocess.run(command, check=True, capture_output=True).stdout.decode())


def our_text(path: Path) -> int:
    """The same with our reader, which gives place, size, font and colour of every run besides."""
    from pipeline.extract import read_document

    document = read_document(path)
    return sum(len(line.text) for page in document.pages for line in page.lines)


def whole_programme(path: Path, tagger: str) -> int:
    """All stages: how many sessions."""
    from pipeline.run import run_document
    from pipeline.tagger import load_tagger

    return len(run_document(path, load_tagger(tagger)).sessions)


def warm(ways: Mapping[str, Callable[[Path], int]], path: Path, runs: int) -> dict[str, float]:
    """The median CPU seconds of each way after a first time that does not count."""
    found: dict[str, list[float]] = {name: [] for name in ways}
    for rank in range(runs + 1):
        for name, way in ways.items():
            begin = time.process_time() + children_cpu()
            way(path)
            if rank:
                found[name].append(time.process_time() + children_cpu() - begin)
    return {name: statistics.median(seconds) for name, seconds in found.items()}


def compare_readers(path: Path, pages: int, runs: int) -> Iterator[str]:
    """Text of the same pages by several tools, and all stages."""
    ways: dict[str, Callable[[Path], int]] = {
        "PDFium, plain text": pdfium_text,
        "**our reader**: place, size, font, colour": our_text,
        "**all stages**, without a model": partial(whole_programme, tagger="none"),
        "**all stages**, with the model": partial(whole_programme, tagger="own"),
        "pypdf, plain text": pypdf_text,
        "pdfplumber, plain text": pdfplumber_text,
    }
    if shutil.which("pdftotext"):
        ways["pdftotext -layout, with its start"] = pdftotext_text
    costs = warm(ways, path, runs)
    first = next(iter(costs.values()))
    yield f"{path.name}, {pages} pages, warm, medians of {runs}; × = how many times PDFium's plain text."
    yield ""
    yield "| | CPU s | × | pages a second |"
    yield "|---|---:|---:|---:|"
    for name, seconds in sorted(costs.items(), key=lambda item: item[1]):
        yield f"| {name} | {seconds:.2f} | {seconds / first:.1f} | {pages / seconds:.0f} |"


def compare_starts(path: Path, runs: int) -> Iterator[str]:
    """What the command takes from its start."""
    with tempfile.TemporaryDirectory() as folder:
        run = [PROGRAMME, "run", str(path), "--out", f"{folder}/out"]
        commands = {
            "`programme --help`": [PROGRAMME, "--help"],
            "`programme run --tagger none`": [*run, "--no-cache", "--tagger", "none"],
            "`programme run`": [*run, "--no-cache"],
            "`programme run`, unchanged file": [*run, "--cache", f"{folder}/cache"],
        }
        measure(commands["`programme run`, unchanged file"])  # so that it is there
        costs = {name: [measure(command).wall for _ in range(runs)] for name, command in commands.items()}
    yield f"{path.name}, from the start of the process to the written dataset, medians of {runs}."
    yield ""
    yield "| | s |"
    yield "|---|---:|"
    for name, seconds in costs.items():
        yield f"| {name} | {statistics.median(seconds):.2f} |"


def main() -> None:
    """Measure, print, and write README.md unless told not to."""
    import pypdfium2 as pdfium

    options = read_options("Time readers.", runs=3)
    adopt_orphans()
    pages = len(pdfium.PdfDocument(options.file))
    for name, lines in {
        "readers": compare_readers(options.file, pages, options.runs),
        "starts": compare_starts(options.file, options.runs),
    }.items():
        text = "\n".join(lines)
        print(text, end="\n\n")
        if not options.no_write:
            write_table(text, HERE / "README.md", name)


if __name__ == "__main__":
    main()
