"""The training of the model: invented and annotated blocks to a folder that `load_tagger` takes."""

import contextlib
import json
import os
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline import __version__
from pipeline.tagger import Entity, load_tagger, prepare
from pipeline.training.credits import invent_block
from pipeline.training.labelled import Labelled
from pipeline.training.score import score_tagger
from pipeline.training.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language

# Invented blocks to learn from and to watch progress on; the seeds of both are far apart.
BLOCKS, WATCHED = 24_000, 1_500
_WATCHED_SEED = 1_000_000
# An annotated block is worth so many invented ones.
WEIGHT = 12
# What a tagger needs of a trained pipeline; its list of all strings ever seen is not part of it.
_KEPT = ("config.cfg", "meta.json", "ner")


class Recipe(NamedTuple):
    """What a model is made from: the same recipe on the same machine gives the same model.

    Attributes:
        config: The spaCy config, whose `paths` are filled in.
        words: The words of invented blocks.
        annotated: Blocks marked by hand, learnt from `WEIGHT` times each.
        seed: Of the invented blocks and of the training.
        blocks: How many blocks are invented.
        steps: How many updates at most; by default those of the config.
    """

    config: Path
    words: Vocabulary
    annotated: Sequence[Labelled] = ()
    seed: int = 0
    blocks: int = BLOCKS
    steps: int | None = None

    def watched(self) -> list[Labelled]:
        """Invented blocks that are not learnt from; as many as make sense for those that are."""
        return [*islice(invent_blocks(self.words, _WATCHED_SEED + self.seed), min(WATCHED, self.blocks))]


def invent_blocks(words: Vocabulary, seed: int) -> Iterator[Labelled]:
    """Invented blocks without end, the same for the same seed."""
    rng = random.Random(seed)
    while True:
        yield invent_block(words, rng)


def train_model(recipe: Recipe, out: Path, log: Callable[[str], None] = lambda line: None) -> None:
    """Train a model and put it at `out`, in place of what stands there once it is whole.

    Args:
        recipe: what it is made from.
        out: the folder of the model.
        log: is told how far it is.
    """
    # Sums differ with the number of threads, and so would the model.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    from spacy.cli.train import train

    from pipeline.light_french import LightFrench, use_numpy

    use_numpy()
    blank = LightFrench()
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".training-") as scratch:
        folder = Path(scratch)
        learnt = [
            *islice(invent_blocks(recipe.words, recipe.seed), recipe.blocks),
            *[block for block in recipe.annotated for _ in range(WEIGHT)],
        ]
        random.Random(recipe.seed).shuffle(learnt)
        log(f"{len(learnt)} blocks to learn from, {len(recipe.annotated)} of them marked by hand")
        paths = {"train": folder / "train.spacy", "dev": folder / "dev.spacy"}
        write_docs(paths["train"], learnt, blank)
        write_docs(paths["dev"], recipe.watched(), blank)
        overrides = {f"paths.{name}": str(path) for name, path in paths.items()} | {"system.seed": recipe.seed}
        if recipe.steps is not None:
            overrides["training.max_steps"] = recipe.steps
            # The best model is chosen among those measured on the way: there must be some.
            overrides["training.eval_frequency"] = max(1, recipe.steps // 4)
        with contextlib.redirect_stdout(sys.stderr):  # what spaCy tells of its progress is no result
            train(recipe.config, folder / "trained", overrides=overrides)
        _keep_needed(folder / "trained" / "model-best", folder / "model", recipe)
        shutil.rmtree(out, ignore_errors=True)
        (folder / "model").rename(out)


def write_docs(path: Path, blocks: Iterable[Labelled], nlp: "Language", key: str = "spans") -> None:
    """Write blocks as spaCy learns from them: as entities and, for models that tell all spans, under a key."""
    from spacy.tokens import DocBin

    docs = DocBin(store_user_data=True)
    for block in blocks:
        doc = nlp.make_doc(prepare(block.text))
        # Where damage ran two words into one token, no span can be marked.
        spans = (doc.char_span(*span, alignment_mode="contract") for span in _apart(block.spans))
        marked = [span for span in spans if span is not None and len(span)]
        doc.set_ents(marked)
        doc.spans[key] = marked
        docs.add(doc)
    docs.to_disk(path)


def _apart(spans: Sequence[Entity]) -> Iterator[tuple[int, int, str]]:
    end = 0
    for span in sorted(spans):
        if span.start >= end:
            yield span
            end = span.end


def _keep_needed(trained: Path, model: Path, recipe: Recipe) -> None:
    """Copy what tagging needs, and write what the model is into its description."""
    model.mkdir()
    for name in _KEPT:
        source = trained / name
        shutil.copytree(source, model / name) if source.is_dir() else shutil.copy(source, model / name)
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    about = {
        "name": "blocs",
        "version": __version__,
        "description": "People, functions and bodies in the speaker blocks of French event programmes",
        "license": "MIT",
        "spacy_version": ">=3.8.0,<3.9.0",
        "recipe": {"seed": recipe.seed, "invented": recipe.blocks, "annotated": len(recipe.annotated)},
    }
    meta |= about
    (model / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    config = (model / "config.cfg").read_text(encoding="utf-8")
    # The paths of the training are of this machine and of no use to the model.
    config = re.sub(r"^(train|dev) = .*$", r"\1 = null", config, flags=re.M)
    (model / "config.cfg").write_text(config, encoding="utf-8")


def score_model(model: Path, recipe: Recipe, tests: Mapping[str, Sequence[Labelled]]) -> str:
    """A table of the scores of a model on invented blocks it has not seen, and on further blocks by name."""
    tagger = load_tagger(str(model))
    rows = ["| blocks | label | support | precision | recall | F1 | touched |", "|---|---|---:|---:|---:|---:|---:|"]
    for name, blocks in {"invented": recipe.watched(), **tests}.items():
        for score in score_tagger(tagger, blocks):
            if score.support:
                figures = (score.precision, score.recall, score.f1, score.soft_f1)
                cells = " | ".join(f"{100 * figure:.1f}" for figure in figures)
                rows.append(f"| {name} | {score.label} | {score.support} | {cells} |")
    return "\n".join(rows)
