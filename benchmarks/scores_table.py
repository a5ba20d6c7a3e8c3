"""The scores of `scores.py` as they are kept in `scores.json`, and the tables of README.md made from them."""

import json
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import fmean
from typing import Literal

from pipeline.document import Frozen

HERE = Path(__file__).resolve().parent
PAGE, DATA = HERE.parent / "README.md", HERE / "scores.json"
BEGIN, END = "<!-- scores:start -->\n", "<!-- scores:end -->"

# The scores of `programme evaluate` that are shown, and what heads their columns.
COLUMNS = {
    "sessions": "sessions",
    "title": "title",
    "start": "start",
    "people": "people",
    "organisations": "person–organisation",
    "whole": "whole sessions",
}
# The folder of the corpus over whose programmes a mean is told.
PROGRAMMES = "programmes"
WIDTH = 118

Part = Literal["evaluation", "development", "real", "no programme"]
INVENTED: tuple[Part, Part] = ("evaluation", "development")


class Measured(Frozen):
    """The strict scores of a document, None where there was nothing to score; `error` says why it was not read."""

    part: Part
    group: str
    document: str
    producer: str | None
    expected: int
    published: int
    error: str | None
    scores: dict[str, float | None]


class Report(Frozen):
    """What was measured, and with what; the seeds of a part are its first and its last."""

    versions: dict[str, str]
    seeds: dict[str, tuple[int, int]]
    producers: tuple[str, ...]
    tagger: str
    measured: tuple[Measured, ...]


def read_report(path: Path = DATA) -> Report:
    """What `write_report` wrote."""
    return Report.model_validate_json(path.read_bytes())


def write_report(report: Report, path: Path = DATA) -> None:
    """Write a report as JSON, a document per line, so that two runs can be compared line by line."""
    head = report.model_dump(mode="json")
    rows = [json.dumps(row, ensure_ascii=False) for row in head.pop("measured")]
    opening = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    listed = ",\n".join(f"  {row}" for row in rows)
    path.write_text(f'{opening},\n "measured": [\n{listed}\n ]\n}}\n', encoding="utf-8")


def scores_table(data: Report) -> str:
    """The scores in Markdown: how to read them, the families, the real programmes, what is none."""
    parts = [_preface(data), _family_table(data), _real_table(data), _no_programmes(data), _unread(data)]
    return "\n".join(part for part in parts if part)


def _preface(data: Report) -> str:
    seeds = {part: f"{first:,} to {last:,}" for part, (first, last) in data.seeds.items()}
    held, seen = seeds.get("evaluation", "none"), seeds.get("development", "none")
    text = (
        "Strict F1 in %, as `programme evaluate` counts it. In the first table, the first number of a cell is of "
        f"documents held out: made with evaluation seeds ({held}), which nobody looks at and nothing is tuned on; "
        f"the second is of documents of the same family made with development seeds ({seen}), the range the rules "
        "were written with. They are drawn with "
        f"{_listed(data.producers)}, by turns. The real programmes of the second table were looked at during "
        "development: none of them is held out. A document of which no session is found counts 0 in every column; "
        "a dash says that there is nothing to score."
    )
    return f"{textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)}\n"


def _family_table(data: Report) -> str:
    families = tuple(dict.fromkeys(each.group for each in data.measured if each.part in INVENTED))
    if not families:
        return ""
    held, seen = (_family_rows(data, part, families) for part in INVENTED)
    rows = [(label, *_beside(held[label], seen[label])) for label in held]
    return _markdown(("layout family", "documents", *COLUMNS.values()), rows)


def _family_rows(data: Report, part: Part, families: Sequence[str]) -> dict[str, list[str]]:
    """The number of documents and the means of each family, the mean over families and the worst of each column."""
    found = {
        family: [each for each in data.measured if (each.part, each.group) == (part, family)] for family in families
    }
    means = {family: [_mean(each.scores[name] for each in found[family]) for name in COLUMNS] for family in families}
    columns = tuple(zip(*means.values(), strict=True))
    rows = {family: [str(len(found[family])), *map(_percent, means[family])] for family in families}
    rows["**mean over families**"] = [
        str(sum(map(len, found.values()))),
        *(_percent(_mean(each)) for each in columns),
    ]
    rows["**worst family**"] = ["", *(_percent(_worst(each)) for each in columns)]
    return rows


def _real_table(data: Report) -> str:
    real = [each for each in data.measured if each.part == "real"]
    if not real:
        return "The real programmes were not at hand when this was made.\n"
    rows = [
        (each.document, f"{each.published} / {each.expected}", *(_percent(each.scores[name]) for name in COLUMNS))
        for each in real
    ]
    others = [each for each in real if each.group == PROGRAMMES]
    if others:
        means = (_mean(each.scores[name] for each in others) for name in COLUMNS)
        rows.append((f"**mean of {PROGRAMMES}**", "", *map(_percent, means)))
    return _markdown(("real programme", "published / in gold", *COLUMNS.values()), rows)


def _no_programmes(data: Report) -> str:
    none = [each for each in data.measured if each.part == "no programme"]
    told = ", ".join(f"{each.document} ({each.published})" for each in none if each.published)
    if not none:
        return ""
    return f"Sessions published from {len(none)} real documents that are no programmes: {told or '0'}.\n"


def _unread(data: Report) -> str:
    unread = [f"{each.document} ({each.error})" for each in data.measured if each.error]
    return f"Documents that could not be read: {', '.join(unread)}.\n" if unread else ""


def _mean(shares: Iterable[float | None]) -> float | None:
    """The mean of those that say something."""
    told = [share for share in shares if share is not None]
    return fmean(told) if told else None


def _worst(shares: Iterable[float | None]) -> float | None:
    return min((share for share in shares if share is not None), default=None)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


def _beside(left: Sequence[str], right: Sequence[str]) -> list[str]:
    return [" / ".join(filter(None, cells)) for cells in zip(left, right, strict=True)]


def _listed(words: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "nothing") if part)


def _markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def scores_block(page: str) -> str:
    """What stands between the markers of a page.

    Raises:
        SystemExit: the markers are missing.
    """
    begin, end = page.find(BEGIN), page.find(END)
    if not 0 <= begin < end:
        raise SystemExit(
            f"The page has no « {BEGIN.strip()} » with « {END} » below it: put them where the tables go."
        )
    return page[begin + len(BEGIN) : end]


def write_table(text: str, path: Path = PAGE) -> None:
    """Put the tables between the markers of a page."""
    page = path.read_text(encoding="utf-8")
    old = f"{BEGIN}{scores_block(page)}{END}"
    path.write_text(page.replace(old, f"{BEGIN}{text}{END}", 1), encoding="utf-8")
