"""The parts of the documentation that are made from the code: `python tests/doc_blocks.py` writes them anew.

A part stands between `<!-- block: codes -->` and `<!-- /block -->`, where « codes » is a key of `BLOCKS`.
"""

import ast
import csv
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from pipeline import errors, extract, model_files, tagger
from pipeline.batch import find_jobs, run_batch
from pipeline.check import CODES
from pipeline.cli import INTERRUPTED, TERMINATED
from pipeline.comparison import COMPARISON
from pipeline.errors import PipelineError
from pipeline.evaluate import Score, evaluate
from pipeline.export import write_dataset
from pipeline.export.card import KINDS
from pipeline.export.schema import describe_columns
from pipeline.extract import characters, pdf
from pipeline.running.limits import DEFAULT_LIMITS
from pipeline.tables import TABLES

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "models/README.md")
BLOCK = re.compile(r"(?<=<!-- block: )(\w+) -->\n(.*?)(?=<!-- /block -->)", re.S)

EXCERPT = ("date", "heure_debut", "heure_fin", "titre", "qualite", "personne", "fonction", "organisation")
EXCERPT_TITLES = ("Pause déjeuner", "QUI PREND SOIN DE L'EAU ?")
TAGGED_FIELDS = ("people", "organisations", "roles", "collectives", "whole")


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [" | ".join(cell.replace("|", "\\|") for cell in row) for row in (head, ["---"] * len(head), *rows)]
    return "".join(f"| {line} |\n" for line in lines)


def excerpt() -> str:
    """Rows of the flat table of the samples, some columns."""
    with (ROOT / "processed" / "sessions_a_plat.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["titre"] in EXCERPT_TITLES]
    return markdown_table(EXCERPT, ([row[name] for name in EXCERPT] for row in rows))


def tables() -> str:
    """The published tables."""
    rows = []
    for name, table in TABLES.items():
        columns = len(describe_columns(table))
        rows.append((f"`{name}.csv`", table.description, ", ".join(f"`{key}`" for key in table.key), str(columns)))
    return markdown_table(("file", "rows", "key", "columns"), rows)


def files() -> str:
    """The kinds of files besides the tables."""
    return markdown_table(("files", "what they are"), ((f"`{name}`", purpose) for name, purpose in KINDS.items()))


def comparison() -> str:
    """The columns of `comparaison.csv`."""
    rows = [(f"`{each.name}`", each.description, str(each.example)) for each in describe_columns(COMPARISON)]
    return markdown_table(("column", "what it holds", "example"), rows)


def codes() -> str:
    """What `anomalies.csv` can say."""
    rows = [(f"`{name}`", code.gravity, code.message.replace("{}", "…")) for name, code in CODES.items()]
    return markdown_table(("code", "gravité", "message"), rows)


def error_classes() -> Iterator[type[PipelineError]]:
    """The errors that have an exit code of their own, by code."""
    found = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, PipelineError)]
    yield from sorted((each for each in found if "exit_code" in vars(each)), key=lambda each: each.exit_code)


def exits() -> str:
    """Exit codes: what they mean and what to do."""
    rows = [("0", "Everything was read and published.", "")]
    for error in error_classes():
        meaning = "An unexpected error." if error is PipelineError else (error.__doc__ or "").split("\n")[0]
        rows.append((str(error.exit_code), meaning, error.remedy))
    untouched = "The former dataset is untouched; run it again, and it goes on where it was."
    rows.append((str(INTERRUPTED), "Interrupted with Ctrl-C.", untouched))
    rows.append((str(TERMINATED), "Asked to end (SIGTERM).", untouched))
    return markdown_table(("code", "what happened", "what to do"), rows)


def limits() -> str:
    """How large a file may be."""
    rows = [
        ("size of a file", f"{extract.MAX_BYTES >> 20} MiB", "the file is refused (17)"),
        ("pages of a file", f"{pdf.MAX_PAGES:,} (`--max-pages`)", "the file is refused (17)"),
        ("seconds for a file", f"{DEFAULT_LIMITS.seconds:g} (`--timeout`)", "the file is refused (22)"),
        ("memory for a file", f"{DEFAULT_LIMITS.megabytes:,} MB (`--max-memory`)", "the file is refused (23)"),
        ("characters of a page", f"{pdf.MAX_CHARACTERS:,}", "the file is refused (17)"),
        ("characters of a whole file, at least", f"{pdf.MIN_CHARACTERS}", "the file is taken for a scan (16)"),
        ("characters of a text file", f"{characters.MAX_CHARACTERS:,}", "the file is refused (17)"),
        ("lines of a text file", f"{characters.MAX_LINES:,}", "the file is refused (17)"),
        ("characters of a line of text", f"{characters.MAX_LINE:,}", "the file is refused (17)"),
        ("characters of one block of speakers", f"{tagger.MAX_LENGTH:,}", "the language model sees no more"),
    ]
    return markdown_table(("limit", "value", "beyond it"), rows)


def mean_scores(folder: Path) -> dict[str, Score]:
    """The scores of the samples of `raw/` in a dataset: mean over the files, counts added up."""
    return {score.name: score for score in evaluate(ROOT / "tests" / "gold", folder).mean or ()}


def percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def scores() -> str:
    """How good the committed dataset is."""
    rows = [
        (
            score.name,
            str(score.support),
            str(score.found),
            str(score.right),
            percent(score.strict),
            percent(score.soft),
        )
        for score in mean_scores(ROOT / "processed").values()
        if score.support or score.found
    ]
    return markdown_table(("field", "in gold", "published", "right", "strict %", "soft %"), rows)


def with_and_without() -> str:
    """The scores of the samples with the language models and without one."""
    found = []
    for name in (model_files.OWN, "fr_core_news_md", model_files.NONE):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "processed"
            write_dataset(run_batch(find_jobs([ROOT / "raw"]), tagger.load_tagger(name)), out)
            found.append(mean_scores(out))
    rows = [(field, *(percent(scores[field].strict) for scores in found)) for field in TAGGED_FIELDS]
    return markdown_table(("field, strict %", "`own`", "`fr_core_news_md`", "`none`"), rows)


def modules() -> str:
    """Each module of the package and the first sentence of its docstring."""
    rows = []
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        rows.append((f"`{path.relative_to(ROOT).as_posix()}`", " ".join(text.split("\n\n")[0].split())))
    return markdown_table(("module", "what it is for"), rows)


BLOCKS: dict[str, Callable[[], str]] = {
    "excerpt": excerpt,
    "tables": tables,
    "files": files,
    "comparison": comparison,
    "codes": codes,
    "exits": exits,
    "limits": limits,
    "scores": scores,
    "with_and_without": with_and_without,
    "modules": modules,
}


def main() -> None:
    """Write the blocks of every document anew."""
    for name in DOCUMENTS:
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        path.write_text(BLOCK.sub(lambda found: f"{found[1]} -->\n{BLOCKS[found[1]]()}", text), encoding="utf-8")


if __name__ == "__main__":
    main()
