"""Training: a small model learns, is the same twice, names no place of this machine, and is put in place whole."""

import json
from pathlib import Path

import pytest
from command import SAMPLE, call
from runs import ROOT

from pipeline.evaluate.gold import read_gold
from pipeline.model_files import identify
from pipeline.tagger import Entity, load_tagger
from pipeline.training.annotated import read_annotations
from pipeline.training.labelled import Labelled
from pipeline.training.score import LabelScore, score_tagger
from pipeline.training.train import Recipe, score_model, train_model
from pipeline.training.vocabulary import load_vocabulary

CONFIG = ROOT / "models" / "config.cfg"
TEXT = "Léa Durand, directrice de Canal Sud"
SPANS = (Entity(0, 10, "PER"), Entity(12, 22, "ROLE"), Entity(26, 35, "ORG"))
RECIPE = Recipe(CONFIG, load_vocabulary(), (Labelled(TEXT, SPANS),) * 20, seed=3, blocks=60, steps=60)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("models") / "small"
    train_model(RECIPE, out)
    return out


def test_a_model_learns_what_it_was_shown(model: Path) -> None:
    assert load_tagger(str(model))([TEXT]) == [list(SPANS)]


def test_a_model_says_what_it_was_made_from(model: Path) -> None:
    about = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    assert about["recipe"] == {"seed": 3, "invented": 60, "annotated": 20}
    assert (about["name"], about["lang"], about["license"]) == ("blocs", "fr_light", "MIT")


def test_a_model_names_no_place_of_this_machine(model: Path) -> None:
    for path in model.rglob("*"):
        if path.is_file():
            assert str(model.parent).encode() not in path.read_bytes(), path


def test_the_same_recipe_gives_the_same_model(model: Path, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "old.txt").write_text("of the model before", encoding="utf-8")
    train_model(RECIPE, tmp_path / "again")
    assert identify(str(tmp_path / "again")).sha256 == identify(str(model)).sha256
    assert {path.name for path in tmp_path.iterdir()} == {"again"}


def test_the_table_of_scores_has_a_row_per_label(model: Path) -> None:
    table = score_model(model, RECIPE, {"mine": [Labelled(TEXT, SPANS)]})
    assert "| mine | PER | 1 | 100.0 | 100.0 | 100.0 | 100.0 |" in table
    assert [row.split(" | ")[1] for row in table.splitlines() if row.startswith("| invented")] == [
        "PER",
        "ROLE",
        "ORG",
        "LOC",
        "OTHER",
    ]


def test_scores_count_both_ends_and_touches() -> None:
    guess = [Entity(0, 10, "PER"), Entity(12, 30, "ROLE"), Entity(31, 35, "PER")]
    scores = score_tagger(lambda texts: [guess for _ in texts], [Labelled(TEXT, SPANS)])
    assert scores[:3] == [
        LabelScore("PER", 1, 2, 1, 1),
        LabelScore("ROLE", 1, 1, 0, 1),
        LabelScore("ORG", 1, 0, 0, 0),
    ]
    assert (scores[0].precision, scores[0].recall) == (0.5, 1.0)
    assert scores[0].f1 == pytest.approx(2 / 3)
    assert (scores[1].f1, scores[1].soft_f1, scores[3].f1) == (0.0, 1.0, 1.0)


def test_blocks_are_annotated_and_learnt_from_at_the_command_line(tmp_path: Path) -> None:
    marked = tmp_path / "blocks.txt"
    written = call("annotate", SAMPLE, "--out", marked, "--tagger", "none")
    assert written.code == 0
    assert f"{SAMPLE.name} · p. 1" in marked.read_text(encoding="utf-8")
    again = call("annotate", SAMPLE, "--out", marked, "--tagger", "none")
    assert (again.code, "exists already" in again.err) == (30, True)
    out = tmp_path / "model"
    trained = call("train", marked, "--out", out, "--config", CONFIG, "--blocks", "20", "--steps", "2")
    assert trained.code == 0
    assert trained.out.startswith("| blocks | label |")
    assert load_tagger(str(out))([TEXT]) is not None


def test_gold_is_turned_into_marked_blocks(tmp_path: Path) -> None:
    gold = ROOT / "tests" / "gold" / f"{SAMPLE.stem}.json"
    marked = tmp_path / "gold.txt"
    assert call("annotate", SAMPLE, "--gold", gold, "--out", marked).code == 0
    names = {person.name for session in read_gold(gold) for person in session.people}
    found = {
        block.text[start:end]
        for _, block in read_annotations(marked)
        for start, end, label in block.spans
        if label == "PER"
    }
    assert len(found & names) >= 0.8 * len(names)
    refused = call("annotate", SAMPLE, SAMPLE, "--gold", gold, "--out", tmp_path / "two.txt")
    assert (refused.code, "give one file" in refused.err) == (2, True)


def test_a_missing_config_is_named(tmp_path: Path) -> None:
    refused = call("train", "--config", tmp_path / "none.cfg", "--out", tmp_path / "model")
    assert (refused.code, "none.cfg does not exist" in refused.err) == (2, True)
