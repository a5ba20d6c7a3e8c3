"""Makes invented programmes with their truth: `<family>-<seed>.pdf` and, beside it, `<family>-<seed>.json` (gold).

A seed and a family give the same event in the same words and the same layout everywhere; with the producer
`reportlab` also the same bytes. Seeds come in two ranges that never mix: rules and models are made by looking at
documents of `DEVELOPMENT`; those of `EVALUATION` are only ever scored.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pipeline.errors import OutputError, UsageError
from pipeline.evaluate.gold import GoldSession

DEVELOPMENT = range(1_000_000)
EVALUATION = range(1_000_000, 2_000_000)


class Document(NamedTuple):
    """An invented programme: its name, its PDF, what a person would read in it."""

    name: str
    pdf: bytes
    truth: tuple[GoldSession, ...]


def make_document(seed: int, family: str, producer: str = "reportlab", *, scanned: bool = False) -> Document:
    """The programme of a seed in a family of layouts.

    Raises:
        UsageError: no such family or producer.
        ProducerError: the producer's program is missing or failed.
    """
    from pipeline.synthetic.content import make_event
    from pipeline.synthetic.families import FAMILIES
    from pipeline.synthetic.look import make_look
    from pipeline.synthetic.producers import PRODUCERS
    from pipeline.synthetic.producers.making import make_making
    from pipeline.synthetic.scan import scan_pdf
    from pipeline.synthetic.voice import make_voice

    _check("family", family, FAMILIES)
    _check("producer", producer, PRODUCERS)
    rng = Random(f"{family}-{seed}")
    event, voice, look = make_event(rng), make_voice(rng), make_look(rng)
    printed = FAMILIES[family](event, voice, look, rng)
    # By dice of its own, so that the words of a seed stay the same when a producer learns something.
    dice = Random(f"making {family}-{seed}")
    sent_out = event.days[0] - dt.timedelta(days=dice.randint(3, 60))
    pdf = PRODUCERS[producer](printed.sheet, make_making(dice, sent_out))
    pdf = scan_pdf(pdf, seed=seed) if scanned else pdf
    return Document(f"{family.replace(' ', '-')}-{seed}", pdf, printed.truth)


def generate(
    seeds: Iterable[int],
    folder: Path,
    families: Sequence[str] = (),
    producers: Sequence[str] = ("reportlab",),
    *,
    scanned: bool = False,
    report: Callable[[Path], None] = lambda path: None,
) -> tuple[Path, ...]:
    """Write the programmes of `seeds` to a folder, each file as a whole.

    Args:
        seeds: One programme each; a file of the same name is replaced.
        folder: Made if it is not there.
        families: Those to take by turns; all when empty.
        producers: Those to take by turns, each for one round of families.
        scanned: Pictures of the pages, without text.
        report: Called with each PDF when it is there.

    Returns:
        The PDFs.

    Raises:
        UsageError: no such family or producer.
        ProducerError: a producer's program is missing or failed.
        OutputError: the folder cannot be written.
    """
    from pipeline.synthetic.families import FAMILIES

    turns = tuple(families) or tuple(FAMILIES)
    made = []
    for seed in seeds:
        family, producer = turns[seed % len(turns)], producers[seed // len(turns) % len(producers)]
        document = make_document(seed, family, producer, scanned=scanned)
        path = _put(document, folder)
        report(path)
        made.append(path)
    return tuple(made)


def _check(kind: str, name: str, known: Iterable[str]) -> None:
    names = tuple(known)
    if name not in names:
        raise UsageError(f"No {kind} « {name} »; there are: {', '.join(names)}.")


def _put(document: Document, folder: Path) -> Path:
    """Write aside and move into place, so that no half file is ever seen."""
    from pipeline.synthetic.truth import write_gold

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".") as name:
            gold, pdf = Path(name) / f"{document.name}.json", Path(name) / f"{document.name}.pdf"
            write_gold(gold, document.truth)
            pdf.write_bytes(document.pdf)
            gold.replace(folder / gold.name)
            return pdf.replace(folder / pdf.name)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({error.strerror}).") from error
