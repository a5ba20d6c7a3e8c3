"""Scores the pipeline on invented programmes of every family and on real ones, and writes the tables of README.md.

Example: `python benchmarks/scores.py --per-family 5`. The scores of each document go to `scores.json`, from which
`scores_table.py` makes the tables; `--table` makes them anew without scoring. The real programmes are those of the
shared corpus, where it stands beside the repository.

The same versions give the same bytes. They are named in `scores.json`, since what Chromium and LibreOffice draw
depends on theirs and on the fonts of the machine.
"""

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from scores_table import (
    COLUMNS,
    PAGE,
    Measured,
    Part,
    Report,
    read_report,
    scores_block,
    scores_table,
    write_report,
    write_table,
)

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
# The folders of the corpus whose documents hold no session.
NO_PROGRAMMES = ("autres", "pas-des-programmes")
PACKAGES = ("programme-ouvert", "pypdfium2", "pdfplumber", "spacy")


class Task(NamedTuple):
    """A document to score; `group` is the family it is made in, or the folder of the corpus it lies in."""

    part: Part
    group: str
    seed: int = 0
    producer: str | None = None
    pdf: Path = Path()
    gold: Path | None = None


def measure(task: Task, tagger: str) -> Measured:
    """Make the document of a task unless it is a real one, read it, and score what is published.

    Raises:
        ProducerError: the program that draws it is missing or failed.
    """
    if task.producer is None:
        return _measure_file(task, task.pdf, task.gold, tagger)
    from pipeline.synthetic.generate import make_document
    from pipeline.synthetic.truth import write_gold

    try:
        made = make_document(task.seed, task.group, task.producer)
    except Exception as error:
        error.add_note(f"while making « {task.group} » of seed {task.seed} with {task.producer}")
        raise
    with TemporaryDirectory() as folder:
        pdf, gold = Path(folder) / f"{made.name}.pdf", Path(folder) / f"{made.name}.json"
        pdf.write_bytes(made.pdf)
        write_gold(gold, made.truth)
        return _measure_file(task, pdf, gold, tagger)


def _measure_file(task: Task, pdf: Path, gold: Path | None, tagger: str) -> Measured:
    from pipeline.batch import find_jobs, run_batch
    from pipeline.evaluate import score_sessions
    from pipeline.evaluate.gold import as_gold, read_gold
    from pipeline.tagger import load_tagger

    # The model itself stays loaded from one document of a process to the next.
    read = run_batch(find_jobs([pdf]), load_tagger(tagger))
    found = [as_gold(session) for programme in read.programmes for session in programme.sessions]
    expected = read_gold(gold) if gold else ()
    scores = score_sessions(expected, found)
    # Gold that is not named after its document is of some of its days.
    days = sorted({str(session.date) for session in expected})
    values: dict[str, float | None] = {}
    for name in COLUMNS if gold else ():
        score = scores.of(name)
        values[name] = round(score.strict, 4) if score.support or score.found else None
        # What is right in no session is not right of nothing: without a session found, no column is.
        values[name] = values[name] if scores.of("sessions").right else 0.0
    return Measured(
        part=task.part,
        group=task.group,
        document=pdf.stem if gold is None or gold.stem == pdf.stem else f"{pdf.stem}, {' and '.join(days)}",
        producer=task.producer,
        expected=len(expected),
        published=len(found) - (scores.left_out if gold else 0),
        error=next((failure.error for failure in read.failures), None),
        scores=values,
    )


def plan_invented(families: Sequence[str], evaluation: int, development: int, producers: Sequence[str]) -> list[Task]:
    """The first seeds of each range in each family, drawn by turns.

    The producers take turns within a family, beginning with another one in the next: each draws all families.

    Args:
        families: Those of the generator to take.
        evaluation: How many documents per family have evaluation seeds.
        development: How many have development seeds.
        producers: The programs that draw them.
    """
    from pipeline.synthetic.generate import DEVELOPMENT, EVALUATION

    parts: list[tuple[Part, range]] = [
        ("evaluation", EVALUATION[:evaluation]),
        ("development", DEVELOPMENT[:development]),
    ]
    return [
        Task(part, family, seed, producers[(row + turn) % len(producers)])
        for part, seeds in parts
        for row, family in enumerate(families)
        for turn, seed in enumerate(seeds)
    ]


def plan_real(corpus: Path) -> Iterator[Task]:
    """The documents of the corpus with gold beside them, and those that hold no session."""
    for gold in sorted(corpus.rglob("*.json")):
        own, shared = gold.with_suffix(".pdf"), gold.parent / f"{gold.parent.name}.pdf"
        yield Task("real", gold.parent.name, pdf=own if own.is_file() else shared, gold=gold)
    for folder in NO_PROGRAMMES:
        for pdf in sorted((corpus / folder).glob("*.pdf")):
            yield Task("no programme", folder, pdf=pdf)


def make_report(tasks: Sequence[Task], jobs: int = 1, tagger: str | None = None) -> Report:
    """Score the documents, in up to `jobs` processes; with one, in this one.

    Args:
        tasks: The documents.
        jobs: How many processes.
        tagger: The language model, as `programme run` takes it; its own default when None.
    """
    from pipeline.model_files import OWN

    name = tagger or OWN
    if jobs == 1:
        measured = _told(map(measure, tasks, repeat(name)), len(tasks))
    else:
        # A fresh process each: a forked one would share the state of threads it does not have.
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            measured = _told(pool.map(measure, tasks, repeat(name)), len(tasks))
    producers = tuple(dict.fromkeys(task.producer for task in tasks if task.producer))
    seeds: dict[str, list[int]] = {}
    for task in tasks:
        if task.producer:
            seeds.setdefault(task.part, []).append(task.seed)
    return Report(
        versions=find_versions(name, producers),
        seeds={part: (min(taken), max(taken)) for part, taken in seeds.items()},
        producers=producers,
        tagger=name,
        measured=measured,
    )


def _told(results: Iterable[Measured], total: int) -> tuple[Measured, ...]:
    """The results, each told when it is there."""
    measured = []
    for number, each in enumerate(results, start=1):
        measured.append(each)
        print(f"[{number}/{total}] {each.part}: {each.document}", file=sys.stderr)
    return tuple(measured)


def find_versions(tagger: str, producers: Sequence[str]) -> dict[str, str]:
    """The versions on which the scores depend, by name."""
    from pipeline.model_files import identify
    from pipeline.synthetic.producers import chromium, libreoffice
    from pipeline.synthetic.producers.programs import find_program

    found = {"python": platform.python_version()} | {name: version(name) for name in PACKAGES}
    model = identify(tagger)
    if model.sha256:
        found[f"model {model.name}"] = model.sha256[:12]
    programs = {"chromium": chromium.PROGRAMS, "libreoffice": libreoffice.PROGRAMS}
    for name in sorted(producers):
        program = find_program(programs[name]) if name in programs else None
        if program is None:
            found[name] = version(name)
            continue
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
        found[name] = next(word for word in said.split() if word[:1].isdigit())
    return found


def main() -> None:
    """Score, write `scores.json` and the tables of README.md."""
    from pipeline.synthetic.families import FAMILIES
    from pipeline.synthetic.producers import available

    parser = argparse.ArgumentParser(description="Score the pipeline on invented and real programmes.")
    parser.add_argument("--per-family", type=int, default=20, help="documents with evaluation seeds (20)")
    parser.add_argument("--development", type=int, default=10, help="documents with development seeds (10)")
    parser.add_argument("--family", action="append", choices=FAMILIES, help="only this one; prints, writes nothing")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="processes (2 at most)")
    parser.add_argument("--no-write", action="store_true", help="print the tables, write nothing")
    parser.add_argument("--table", action="store_true", help="only make the tables of the scores.json there is")
    options = parser.parse_args()
    writes = not (options.no_write or options.family)
    if writes:
        scores_block(PAGE.read_text(encoding="utf-8"))
    if options.table:
        report = read_report()
    else:
        begin = time.perf_counter()
        producers = available() or parser.error(
            "no program is installed that draws programmes: pip install reportlab"
        )
        tasks = plan_invented(options.family or list(FAMILIES), options.per_family, options.development, producers)
        report = make_report([*tasks, *plan_real(CORPUS)], options.jobs)
        print(f"{len(report.measured)} documents in {time.perf_counter() - begin:.0f} s", file=sys.stderr)
        if writes:
            write_report(report)
    print(scores_table(report), end="")
    if writes:
        write_table(scores_table(report))


if __name__ == "__main__":
    main()
