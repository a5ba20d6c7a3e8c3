"""Compares the package's segmentation with a trained line labeller, on invented and on real programmes.

The labeller is gradient boosting over the style, place and words of pieces of lines and of their neighbours, made a
sequence by Viterbi, learnt from invented programmes whose truth is known. Its items go through the same later stages
as ours, so that only the segmentation differs. Example:

    python benchmarks/labeller.py --train 0:400 --test 1000000:1000095 --real ../shared/corpus/programmes
"""

import argparse
import pickle
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import isnan, nan
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np
from labeller_decoder import decode
from labeller_pieces import features_of, pieces_of
from labeller_truth import Label, label_pieces

from pipeline.document import Document, Outline, Segment
from pipeline.errors import PipelineError
from pipeline.evaluate import Scores, score_sessions
from pipeline.evaluate.gold import GoldSession, as_gold, read_gold
from pipeline.evaluate.verdicts import match_sessions
from pipeline.normalise import build_programme
from pipeline.run import read_pages, run_document
from pipeline.slots import find_slots
from pipeline.source import Source
from pipeline.speakers import find_mentions
from pipeline.synthetic.generate import DEVELOPMENT, generate
from pipeline.tagger import Tagger, load_tagger

FIELDS = ("sessions", "title", "start", "people")
FINDERS = ("both", "only ours", "only the labeller")
ROUNDS = 120
# How much the order of labels weighs against what the pieces say.
ORDER_WEIGHT = 0.25
# A step never seen in training is taken as seen this often.
UNSEEN = 0.5


class Labeller(NamedTuple):
    """What was learnt: the classifier of pieces, and how likely a label is after another (log)."""

    classifier: Any
    steps: np.ndarray[Any, np.dtype[np.float64]]


class Training(NamedTuple):
    """How a labeller came about."""

    documents: int
    pieces: int
    seconds: float
    bytes: int


class Compared(NamedTuple):
    """The scores of the labeller and ours on a file, and which sessions both found (see `agreement`)."""

    theirs: Scores
    ours: Scores
    agreement: dict[str, Counter[bool]]


def train(
    documents: Iterable[tuple[Document, Sequence[GoldSession]]], rounds: int = ROUNDS
) -> tuple[Labeller, Training]:
    """Learn from documents with their truth; the same documents give the same labeller.

    Args:
        documents: what to learn from.
        rounds: how many trees for each label.
    """
    from sklearn.ensemble import HistGradientBoostingClassifier

    rows: list[np.ndarray[Any, np.dtype[np.float32]]] = []
    targets: list[int] = []
    counts = np.full((len(Label), len(Label)), UNSEEN)
    number = 0
    for document, truth in documents:
        pieces = pieces_of(document)
        labels = label_pieces(pieces, truth)
        rows.append(np.array(features_of(pieces), dtype=np.float32))
        targets += labels
        np.add.at(counts, (labels[:-1], labels[1:]), 1)
        number += 1
    begin = time.perf_counter()
    classifier = HistGradientBoostingClassifier(
        max_iter=rounds,
        learning_rate=0.12,
        max_leaf_nodes=31,
        min_samples_leaf=30,
        l2_regularization=1.0,
        random_state=0,
    )
    classifier.fit(np.concatenate(rows), np.array(targets))
    # Against what is frequent anyway, so that the order of labels does not count their number again.
    steps = np.log(counts / counts.sum(1, keepdims=True)) - np.log(counts.sum(0) / counts.sum())
    labeller = Labeller(classifier, steps)
    size = len(pickle.dumps(labeller))
    return labeller, Training(number, len(targets), time.perf_counter() - begin, size)


def label(labeller: Labeller, document: Document, order_weight: float = ORDER_WEIGHT) -> list[Segment]:
    """The items of a document as the labeller sees them."""
    pieces = pieces_of(document)
    return decode(document, pieces, predict(labeller, features_of(pieces), order_weight))


def predict(labeller: Labeller, rows: Sequence[Sequence[float]], order_weight: float = ORDER_WEIGHT) -> list[Label]:
    """The most likely sequence of labels (Viterbi)."""
    if not rows:
        return []
    seen = np.full((len(rows), len(Label)), 1e-6)
    seen[:, labeller.classifier.classes_] += labeller.classifier.predict_proba(np.array(rows, dtype=np.float32))
    clues = np.log(seen)
    best, origins = clues[0], []
    for clue in clues[1:]:
        ways = best[:, None] + order_weight * labeller.steps
        origins.append(ways.argmax(0))
        best = ways.max(0) + clue
    path = [int(best.argmax())]
    for origin in reversed(origins):
        path.append(int(origin[path[-1]]))
    return [Label(step) for step in reversed(path)]


def read_by_labels(labeller: Labeller, path: Path, tagger: Tagger) -> list[GoldSession]:
    """The sessions of a file: those of the labeller, read by the same stages as ours."""
    source = Source()
    document = read_pages(path)
    segments = label(labeller, document)
    slots = find_slots(document, source, Outline(segments=tuple(segments)))
    mentions = find_mentions(segments, tagger)
    programme = build_programme(document, source, path.stem, segments, slots, mentions)
    return [as_gold(session) for session in programme.sessions]


def read_ours(path: Path, tagger: Tagger) -> list[GoldSession]:
    """The sessions of a file as the package publishes them, without a sidecar."""
    return [as_gold(session) for session in run_document(path, tagger, Source()).sessions]


def compare(labeller: Labeller, tagger: Tagger, files: Sequence[Path]) -> dict[str, Compared]:
    """The labeller and ours on each file that has gold beside it."""
    found = {}
    for path in files:
        gold = read_gold(path.with_suffix(".json"))
        theirs = _or_nothing(path, "labeller", lambda path: read_by_labels(labeller, path, tagger))
        ours = _or_nothing(path, "ours", lambda path: read_ours(path, tagger))
        both = Compared(
            score_sessions(gold, theirs, name=path.stem),
            score_sessions(gold, ours, name=path.stem),
            agreement(gold, theirs, ours),
        )
        found[path.stem] = both
        shown = (f"{scores.of('sessions').strict:.2f}" for scores in (both.theirs, both.ours))
        print(path.stem, *shown, file=sys.stderr)
    return found


def _or_nothing(path: Path, side: str, read: Callable[[Path], list[GoldSession]]) -> list[GoldSession]:
    """The sessions of a file, none when its reading fails: one such file is a loss, not the end of a long run."""
    try:
        return read(path)
    except (PipelineError, ValueError) as error:
        print(f"{path.stem}: {side} failed, counted as no session: {error}", file=sys.stderr)
        return []


def agreement(
    gold: Sequence[GoldSession], theirs: Sequence[GoldSession], ours: Sequence[GoldSession]
) -> dict[str, Counter[bool]]:
    """Who found the sessions, and how many of them gold has (True) or not (False)."""
    right = {id(found) for side in (theirs, ours) for wanted, found in match_sessions(gold, side) if wanted and found}
    counts: dict[str, Counter[bool]] = {finder: Counter() for finder in FINDERS}
    for one, other in match_sessions(ours, theirs):
        finder = FINDERS[0] if one and other else FINDERS[1] if one else FINDERS[2]
        counts[finder][id(one or other) in right] += 1
    return counts


def agreement_table(compared: Iterable[Compared]) -> str:
    """How many of the sessions that both, only we and only the labeller found are right, in Markdown."""
    total = {finder: Counter[bool]() for finder in FINDERS}
    for each in compared:
        for finder, counts in each.agreement.items():
            total[finder].update(counts)
    rows = ["| found by | sessions | right |", "|---|---:|---:|"]
    for finder, counts in total.items():
        share = f"{100 * counts[True] / counts.total():.1f} %" if counts else "–"
        rows.append(f"| {finder} | {counts.total()} | {share} |")
    return "\n".join(rows)


def table(compared: dict[str, Compared], group_of: Callable[[str], str]) -> str:
    """The mean scores of each group of files and of all groups in Markdown, the labeller first in each cell."""
    groups: dict[str, list[Compared]] = {}
    for name, each in compared.items():
        groups.setdefault(group_of(name), []).append(each)
    means: dict[str, list[list[float]]] = {}
    for group in sorted(groups):
        sides = [[each.theirs for each in groups[group]], [each.ours for each in groups[group]]]
        means[group] = [[_mean(side, field) for side in sides] for field in FIELDS]
    columns = zip(*means.values(), strict=True)
    means["**mean**"] = [[_told_mean(values) for values in zip(*column, strict=True)] for column in columns]
    rows = [f"| | {' | '.join(FIELDS)} |", f"|---|{'---:|' * len(FIELDS)}"]
    for group, cells in means.items():
        shown = (" / ".join("–" if isnan(value) else f"{100 * value:.1f}" for value in cell) for cell in cells)
        rows.append(f"| {group} | {' | '.join(shown)} |")
    return "\n".join(rows)


def _mean(files: Iterable[Scores], field: str) -> float:
    """The mean of a field over the files that have something to score in it, as `evaluate` takes it."""
    scores = (file.of(field) for file in files)
    return _told_mean([score.strict for score in scores if score.support or score.found])


def _told_mean(values: Iterable[float]) -> float:
    told = [value for value in values if not isnan(value)]
    return fmean(told) if told else nan


def family_of(name: str) -> str:
    """The family of an invented programme: `two-columns-7` → `two columns`."""
    return name.rpartition("-")[0].replace("-", " ")


def learn(seeds: range, keep: Path | None) -> tuple[Labeller, Training]:
    """Train on the programmes of development seeds, or take what an earlier run kept.

    Raises:
        SystemExit: a seed belongs to those kept for scoring.
    """
    if keep and keep.is_file():
        kept: tuple[Labeller, Training] = pickle.loads(keep.read_bytes())
        return kept
    if seeds.start not in DEVELOPMENT or seeds[-1] not in DEVELOPMENT:
        raise SystemExit(
            f"--train: seeds {seeds.start} to {seeds[-1]} are not all for development (below 1,000,000)."
        )
    with TemporaryDirectory() as folder:
        files = generate(seeds, Path(folder))
        found = train((read_pages(path), read_gold(path.with_suffix(".json"))) for path in files)
    if keep:
        keep.write_bytes(pickle.dumps(found))
    return found


def main() -> None:
    """Train, score, print the tables."""
    parser = argparse.ArgumentParser(description="Compare the segmentation with a trained line labeller.")
    parser.add_argument("--train", default="0:400", type=_seeds, help="development seeds to learn from (0:400)")
    parser.add_argument("--test", default="1000000:1000095", type=_seeds, help="seeds to score on (1000000:1000095)")
    parser.add_argument("--real", type=Path, help="folder of real programmes with gold beside each")
    parser.add_argument("--model", type=Path, help="file to keep the labeller in; read instead of training if there")
    options = parser.parse_args()
    labeller, training = learn(options.train, options.model)
    tagger = load_tagger()
    with TemporaryDirectory() as folder:
        invented = compare(labeller, tagger, generate(options.test, Path(folder)))
    real = compare(labeller, tagger, sorted(options.real.glob("*.pdf"))) if options.real else {}
    print(
        f"Labeller: {training.documents} programmes, {training.pieces} pieces, trained in {training.seconds:.0f} s, "
        f"{training.bytes / 1e6:.1f} MB. Strict F1 in %, labeller / ours."
    )
    seeds = f"seeds {options.test.start} to {options.test[-1]}"
    print(f"\nInvented programmes, {seeds}:\n\n{table(invented, family_of)}\n\n{agreement_table(invented.values())}")
    if real:
        print(f"\nReal programmes:\n\n{table(real, str)}\n\n{agreement_table(real.values())}")


def _seeds(text: str) -> range:
    first, _, last = text.partition(":")
    return range(int(first), int(last) if last else int(first) + 1)


if __name__ == "__main__":
    main()
