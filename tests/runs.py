"""Runs of the whole pipeline that several tests look at, each made once."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pipeline.batch import Job, find_jobs, run_batch
from pipeline.export import Dataset, write_dataset
from pipeline.extract.ocr_options import Ocr
from pipeline.identity.reference import read_reference
from pipeline.identity.resolve import resolve_identities
from pipeline.model_files import identify
from pipeline.running.pool import make_plan, settings_of
from pipeline.tagger import Tagger, load_tagger

ROOT = Path(__file__).parents[1]
RAW = ROOT / "raw"
CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = sorted(path.stem for path in RAW.glob("*.pdf"))


@cache
def model() -> Tagger:
    return load_tagger()


def run_jobs(jobs: Sequence[Job]) -> Dataset:
    """What `programme run` publishes of some files."""
    read = run_batch(jobs, model())
    known = resolve_identities(read.programmes, read_reference())
    settings = settings_of(make_plan(ROOT, ocr=Ocr()))
    dataset = read._replace(programmes=known.programmes, suggestions=known.suggestions)
    return dataset._replace(model=identify(), settings=settings)


@cache
def samples() -> Dataset:
    return run_jobs(find_jobs([RAW]))


def published(dataset: Dataset, folder: Path) -> dict[str, bytes]:
    """The files of a dataset, by name."""
    write_dataset(dataset, folder)
    return files_in(folder)


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
