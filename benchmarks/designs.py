"""Compares designs of the model on the same data, and writes the table of models/README.md.

Each is trained on the same invented blocks for the same number of updates, fewer than the model that ships, and
scored on blocks it has not seen: invented ones, and those of the real programmes of the shared corpus, where it
stands beside the repository.

Example: `python benchmarks/designs.py --blocks 8000 --steps 1200`.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from bench import write_table
from corpus_blocks import blocks_of_corpus

from pipeline.light_french import NAME, LightFrench, use_numpy
from pipeline.model_files import find_model
from pipeline.tagger import Entity, Tagger, prepare
from pipeline.training.labelled import Labelled
from pipeline.training.score import score_tagger
from pipeline.training.train import Recipe, invent_blocks, write_docs
from pipeline.training.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
CARD = ROOT / "models" / "README.md"
KEY = "sc"

Config = dict[str, Any]


class Design(NamedTuple):
    """A way to build the model: a name for the table, and what it changes in the config; it may write to a folder."""

    name: str
    change: Callable[[Config, Path], None]


def as_it_ships(_config: Config, _folder: Path) -> None:
    """Words, their beginnings, ends and shapes, and what the lists of the package know of them."""


def without_lists(config: Config, _folder: Path) -> None:
    """Nothing but the words."""
    embed = config["components"]["ner"]["model"]["tok2vec"]["embed"]
    embed["attrs"], embed["rows"] = embed["attrs"][:4], embed["rows"][:4]


def on_vectors(config: Config, folder: Path) -> None:
    """With the word vectors of the general model, which it then needs wherever it runs."""
    import spacy

    general = find_model("fr_core_news_md")
    names = spacy.util.load_config(general / "config.cfg")["nlp"]["pipeline"]
    light = spacy.load(general, exclude=[*names, "senter", "tokenizer"], config={"nlp": {"lang": NAME}})
    light.to_disk(folder / "vectors")
    config["components"]["ner"]["model"]["tok2vec"]["embed"]["include_static_vectors"] = True
    config["initialize"]["vectors"] = str(folder / "vectors")


def half_as_wide(config: Config, _folder: Path) -> None:
    """Half the width and depth."""
    tok2vec = config["components"]["ner"]["model"]["tok2vec"]
    tok2vec["embed"]["width"] = tok2vec["encode"]["width"] = 48
    tok2vec["encode"]["depth"] = 2


def by_spans(config: Config, _folder: Path) -> None:
    """A classifier of all spans of up to fourteen words, in place of transitions from word to word."""
    tok2vec = config["components"].pop("ner")["model"]["tok2vec"]
    config["nlp"]["pipeline"] = ["spancat_singlelabel"]
    config["components"]["spancat_singlelabel"] = {
        "factory": "spancat_singlelabel",
        "spans_key": KEY,
        "model": {
            "@architectures": "spacy.SpanCategorizer.v1",
            "tok2vec": tok2vec,
            "reducer": {"@layers": "spacy.mean_max_reducer.v1", "hidden_size": 128},
            "scorer": {"@layers": "Softmax.v2"},
        },
        "suggester": {"@misc": "spacy.ngram_range_suggester.v1", "min_size": 1, "max_size": 14},
    }
    config["training"]["score_weights"] = {f"spans_{KEY}_f": 1.0}


DESIGNS = (
    Design("as it ships: transitions, features of the lists", as_it_ships),
    Design("without the lists", without_lists),
    Design("half as wide and deep", half_as_wide),
    Design("on the vectors of fr_core_news_md", on_vectors),
    Design("spancat_singlelabel", by_spans),
)


def train_design(design: Design, recipe: Recipe, learnt: Sequence[Labelled], folder: Path) -> tuple[Path, float]:
    """Train a design; the folder of its model, and the CPU seconds it took."""
    from spacy.cli.train import train
    from spacy.util import load_config

    config = load_config(recipe.config)
    design.change(config, folder)
    config["training"] |= {"max_steps": recipe.steps, "eval_frequency": max(1, (recipe.steps or 0) // 4)}
    paths = {"train": folder / "train.spacy", "dev": folder / "dev.spacy"}
    write_docs(paths["train"], learnt, LightFrench(), KEY)
    write_docs(paths["dev"], recipe.watched(), LightFrench(), KEY)
    config["paths"] |= {name: str(path) for name, path in paths.items()}
    path = folder / "config.cfg"
    config.to_disk(path)
    begin = time.process_time()
    train(path, folder / "out")
    return folder / "out" / "model-best", time.process_time() - begin


def tagger_of(model: Path) -> Tagger:
    """What a design finds, from its entities or from its spans."""
    import spacy

    nlp = spacy.load(model)

    def tag(texts: Sequence[str]) -> list[list[Entity]]:
        docs = nlp.pipe(prepare(text) for text in texts)
        found = (doc.spans.get(KEY, doc.ents) for doc in docs)
        return [[Entity(span.start_char, span.end_char, span.label_) for span in spans] for spans in found]

    return tag


def main() -> None:
    """Train and score all designs, and write their table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blocks", type=int, default=8_000)
    parser.add_argument("--steps", type=int, default=1_200)
    options = parser.parse_args()
    use_numpy()
    lists = SHARED / "vocabulary"
    words = load_vocabulary(lists if lists.is_dir() else None)
    recipe = Recipe(ROOT / "models" / "config.cfg", words, (), 0, options.blocks, options.steps)
    learnt = [*islice(invent_blocks(words, recipe.seed), options.blocks)]
    real = [block for blocks in blocks_of_corpus(SHARED / "corpus").values() for block in blocks]
    sets = {"invented": recipe.watched(), "real": real}
    lines = [
        f"{options.blocks} invented blocks, {options.steps} updates each; strict F1 in %, "
        f"{len(sets['real'])} real blocks of the shared corpus.",
        "",
        "| design | "
        + " | ".join(f"{name} {label}" for name in sets for label in ("PER", "ROLE", "ORG"))
        + " | words/s | CPU min | MB |",
        "|---|" + "---:|" * 9,
    ]
    for design in DESIGNS:
        with TemporaryDirectory() as scratch:
            model, seconds = train_design(design, recipe, learnt, Path(scratch))
            tagger = tagger_of(model)
            cells = [
                f"{100 * score.f1:.1f}"
                for blocks in sets.values()
                for score in score_tagger(tagger, blocks, ("PER", "ROLE", "ORG"))
            ]
            begin = time.process_time()
            tagger([block.text for block in sets["invented"]])
            pace = sum(len(block.text.split()) for block in sets["invented"]) / (time.process_time() - begin)
            size = sum(path.stat().st_size for path in model.rglob("*") if path.is_file()) / 1e6
        lines.append(f"| {design.name} | {' | '.join(cells)} | {pace:,.0f} | {seconds / 60:.0f} | {size:.0f} |")
        print(lines[-1], flush=True)
        write_table("\n".join(lines), CARD, "designs")  # each takes minutes: what is known stands there at once


if __name__ == "__main__":
    main()
