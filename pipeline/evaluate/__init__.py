"""How good a published dataset is, against gold made by hand; the format of that is in `pipeline/evaluate/gold.py`.

Every score is right answers over answers: `F1 = 2·right / (support + found)`, where `support` counts what
gold has and `found` what is published; where both sides hold one value each this is plain accuracy. Nothing
against nothing is 1.0 with support 0. *Strict* ignores what no reader sees as a difference (case, spacing);
*soft* also forgives accents, small misprints and partial names of bodies.

- Sessions are paired one to one by title. `title` to `track` are scored over the pairs, a field only where
  gold has its key.
- `people` and `collectives` are scored over all sessions: those of a session nobody paired are missed or invented.
- `organisations` and `roles` are pairs (person, organisation) and (person, role) of paired sessions;
  `capacity` and `tentative` are scored over paired people.
- `whole` is a session with title, date, start, end, people and (softly) their organisations all right.
- What gold marks optional is right if found and no miss if not.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from pipeline.document import Frozen
from pipeline.errors import GoldError
from pipeline.evaluate.gold import GoldSession, find_programme, read_gold, read_sessions
from pipeline.evaluate.verdicts import KEYED, TEXTS, Verdict, compare_sessions

if TYPE_CHECKING:
    from rich.table import Table

__all__ = [
    "Evaluation",
    "Score",
    "Scores",
    "Verdict",
    "evaluate",
    "find_programme",
    "misses",
    "read_gold",
    "render_misses",
    "render_table",
    "score_sessions",
]

SOFT = frozenset({*TEXTS, "people", "organisations", "roles", "collectives", "whole"})
FIELDS = (
    *("sessions", "title", "subtitle", "date", "start", "end", "kind", "format", "printed_page", "room", "track"),
    *("people", "organisations", "roles", "collectives", "capacity", "tentative", "whole"),
)


class Score(Frozen):
    """A field's score; `precision`, `recall` and `right` are strict, `soft` is None where it says no more."""

    name: str
    strict: float
    soft: float | None
    precision: float
    recall: float
    support: int
    found: int
    right: int


class Scores(Frozen):
    """The scores of one gold file; `note` says why no programme was found for it.

    `left_out` counts published sessions of days that gold does not cover.
    """

    gold: str
    programme: str | None
    note: str | None = None
    left_out: int = 0
    scores: tuple[Score, ...]
    verdicts: tuple[Verdict, ...] = Field(exclude=True, repr=False)

    def of(self, name: str) -> Score:
        """The score of a field."""
        return next(score for score in self.scores if score.name == name)


class Evaluation(Frozen):
    """The scores of all gold files and, when there are several, their mean; `ignored` are files that are no gold."""

    files: tuple[Scores, ...]
    mean: tuple[Score, ...] | None = None
    ignored: tuple[str, ...] = ()


def evaluate(gold: Path, folder: Path, programme_id: str | None = None) -> Evaluation:
    """Score a published dataset against gold.

    Args:
        gold: A gold file, or a folder of them at any depth; other JSON files in it are listed as ignored.
        folder: The dataset folder, with `programmes/<id>.json`.
        programme_id: The programme all gold belongs to, when names do not tell it.

    Raises:
        GoldError: there is no gold, it cannot be used, or one file's programme cannot be told.
        DatasetError: the folder holds no dataset.
    """
    if gold.is_dir():
        golds, ignored = _read_folder(gold)
    else:
        golds, ignored = {gold: read_gold(gold)}, []
    files = []
    for path, sessions in golds.items():
        name = path.relative_to(gold).as_posix() if gold.is_dir() else path.name
        try:
            found = find_programme(path, folder, programme_id, alone=len(golds) == 1)
        except GoldError as error:
            if programme_id is not None or not gold.is_dir():
                raise
            files.append(score_sessions(sessions, (), name=name, note=error.message.removeprefix(f"{path.name}: ")))
            continue
        files.append(score_sessions(sessions, read_sessions(found), name=name, programme=found.stem))
    return Evaluation(files=tuple(files), mean=_mean(files) if len(files) > 1 else None, ignored=tuple(ignored))


def _read_folder(folder: Path) -> tuple[dict[Path, tuple[GoldSession, ...]], list[str]]:
    golds, ignored = {}, []
    for path in sorted(folder.rglob("*.json")):
        try:
            golds[path] = read_gold(path)
        except GoldError as error:
            ignored.append(error.message.replace(str(path), path.relative_to(folder).as_posix(), 1))
    if not golds:
        reasons = "".join(f"\n  {reason}" for reason in ignored)
        raise GoldError(f"{folder}: no gold file.{reasons}")
    return golds, ignored


def misses(scores: Scores) -> tuple[Verdict, ...]:
    """What is not strictly right, in reading order; « soft » tells what is nearly right."""
    return tuple(verdict for verdict in scores.verdicts if not verdict.strict and verdict.field != "whole")


def score_sessions(
    gold: Sequence[GoldSession],
    found: Sequence[GoldSession],
    *,
    name: str = "",
    programme: str | None = None,
    note: str | None = None,
) -> Scores:
    """Score published sessions against gold; published days that gold does not cover are left out.

    Days are left out only if gold and the programme share one: a year misread everywhere costs the dates,
    not the sessions.
    """
    days = {session.date for session in gold if session.date}
    shared = bool(days & {session.date for session in found})
    kept = [session for session in found if not shared or session.date is None or session.date in days]
    verdicts = tuple(compare_sessions(gold, kept))
    keys = {key for session in gold for key in session.model_fields_set}
    fields = [field for field in FIELDS if field not in KEYED or field in keys]
    return Scores(
        gold=name,
        programme=programme,
        note=note,
        left_out=len(found) - len(kept),
        scores=tuple(_score(field, [each for each in verdicts if each.field == field]) for field in fields),
        verdicts=verdicts,
    )


def _score(name: str, verdicts: Sequence[Verdict]) -> Score:
    support = sum(verdict.expected is not None for verdict in verdicts)
    found = sum(verdict.found is not None for verdict in verdicts)
    right = sum(verdict.strict for verdict in verdicts)
    near = sum(verdict.soft for verdict in verdicts)
    return Score(
        name=name,
        strict=_share(2 * right, support + found),
        soft=_share(2 * near, support + found) if name in SOFT else None,
        precision=_share(right, found, empty=float(support == 0)),
        recall=_share(right, support, empty=float(found == 0)),
        support=support,
        found=found,
        right=right,
    )


def _share(part: float, whole: float, empty: float = 1.0) -> float:
    return part / whole if whole else empty


def _mean(files: Sequence[Scores]) -> tuple[Score, ...]:
    """Each field's mean over the files that have something to score in it; counts are sums."""
    found = []
    for field in FIELDS:
        scores = [score for file in files for score in file.scores if score.name == field]
        telling = [score for score in scores if score.support or score.found] or scores
        if telling:
            count = len(telling)
            soft = [score.soft for score in telling if score.soft is not None]
            found.append(
                Score(
                    name=field,
                    strict=sum(score.strict for score in telling) / count,
                    soft=sum(soft) / count if soft else None,
                    precision=sum(score.precision for score in telling) / count,
                    recall=sum(score.recall for score in telling) / count,
                    support=sum(score.support for score in telling),
                    found=sum(score.found for score in telling),
                    right=sum(score.right for score in telling),
                )
            )
    return tuple(found)


def render_table(evaluation: Evaluation) -> "Table":
    """The scores for the terminal, in per cent: a block of rows per gold file, then their mean."""
    from rich.table import Table
    from rich.text import Text

    notes = [f"{file.gold}: {file.note} All its sessions count as missed." for file in evaluation.files if file.note]
    notes += [
        f"{file.gold}: {file.left_out} published sessions of other days left out."
        for file in evaluation.files
        if file.left_out
    ]
    notes += [f"Not gold: {reason}" for reason in evaluation.ignored]
    table = Table(title="Scores (%)", caption=Text("\n".join(notes)) if notes else None, caption_justify="left")
    for heading in ("gold", "field"):
        table.add_column(heading)
    for heading in ("strict", "soft", "precision", "recall", "support", "found", "right"):
        table.add_column(heading, justify="right")
    blocks = [(f"{file.gold} → {file.programme or '(none)'}", file.scores) for file in evaluation.files]
    for name, scores in [*blocks, *([("mean", evaluation.mean)] if evaluation.mean else [])]:
        table.add_section()
        for score in scores:
            shares = (score.strict, score.soft, score.precision, score.recall)
            counts = (score.support, score.found, score.right)
            cells = (_percent(share, told=bool(score.support or score.found)) for share in shares)
            table.add_row(Text(name), score.name, *cells, *map(str, counts))
            name = ""
    return table


def _percent(share: float | None, told: bool) -> str:
    """A share for the eye: a dash where there was nothing to score, lest 0/0 look like success."""
    if share is None:
        return ""
    return f"{100 * share:.1f}" if told else "–"


def render_misses(evaluation: Evaluation) -> "Table":
    """What is not strictly right, one row each; « nearly » marks what is softly right."""
    from rich.table import Table
    from rich.text import Text

    table = Table("gold", "session", "field", "expected", "found", "", title="Differences")
    for file in evaluation.files:
        for miss in misses(file):
            nearly = "nearly" if miss.soft else ""
            row = (file.gold, miss.session, miss.field, miss.expected or "", miss.found or "", nearly)
            table.add_row(*(Text(cell) for cell in row))
    return table
