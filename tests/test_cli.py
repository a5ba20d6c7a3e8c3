"""The command `programme`: help, inspect, check, evaluate, schema."""

import json
import shutil
from pathlib import Path

import pytest
from command import NO_PROGRAMME, REFUSED, ROOT, SAMPLE, call, hostile_file, watched

from pipeline.errors import (
    DatasetError,
    FindingsError,
    GoldError,
    MissingInputError,
    PipelineError,
    UsageError,
)

GOLD = ROOT / "tests" / "gold"
COMMANDS = ("run", "inspect", "check", "evaluate", "compare", "schema")
STAGES = ("extract", "segment", "times", "speakers", "normalise")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of one sample, which tests only read."""
    out = tmp_path_factory.mktemp("dataset") / "processed"
    assert call("run", SAMPLE, "--out", out, "--tagger", "none").code == 0
    return out


@pytest.fixture(scope="module")
def flawed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset with a finding of gravity « erreur »: fewer sessions than the sidecar expects."""
    folder = tmp_path_factory.mktemp("flawed")
    (folder / "many.toml").write_text("[minima]\nsessions = 99\n")
    arguments = ("--sidecar", folder / "many.toml", "--out", folder / "processed", "--tagger", "none")
    assert call("run", SAMPLE, *arguments).code == 0
    return folder / "processed"


# Help


@pytest.mark.parametrize("command", [(), *((command,) for command in COMMANDS)], ids=lambda words: "-".join(words))
def test_help_imports_nothing_heavy(command: tuple[str, ...]) -> None:
    printed, imported = watched(*command, "--help")
    assert imported == set()
    assert " ".join(("Usage: programme", *command)) in printed


def test_no_argument_shows_the_commands() -> None:
    called = call()
    assert all(command in called.err for command in COMMANDS)


def test_unknown_command_is_a_usage_error() -> None:
    called = call("runn", "raw")
    assert (called.code, called.out) == (UsageError.exit_code, "")
    assert "'run'" in called.err


# inspect


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_prints_json_and_nothing_else(stage: str) -> None:
    called = call("inspect", SAMPLE, "--stage", stage, "--tagger", "none")
    assert (called.code, called.err) == (0, "")
    assert json.loads(called.out)


def test_inspect_shows_the_segments_by_default() -> None:
    found = json.loads(call("inspect", SAMPLE).out)
    assert [segment["title"] for segment in found][:2] == ["Accueil des participants", "Ouverture"]


def test_unknown_stage_names_the_known_ones() -> None:
    called = call("inspect", SAMPLE, "--stage", "magie")
    assert (called.code, called.out) == (UsageError.exit_code, "")
    assert all(stage in called.err for stage in STAGES)


@pytest.mark.parametrize("name", NO_PROGRAMME)
def test_inspect_says_why_a_file_is_no_programme(tmp_path: Path, name: str) -> None:
    called = call("inspect", hostile_file(tmp_path, name))
    assert called.code == 0
    assert "programme" in json.loads(called.out)["refusal"]


@pytest.mark.parametrize("name", REFUSED)
def test_inspect_of_a_bad_file_ends_with_its_code(tmp_path: Path, name: str) -> None:
    called = call("inspect", hostile_file(tmp_path, name), "--stage", "extract")
    assert (called.code, called.out) == (REFUSED[name].exit_code, "")
    assert REFUSED[name].remedy in called.err


def test_inspect_of_a_missing_file_says_so() -> None:
    called = call("inspect", "absent.pdf")
    assert (called.code, called.out) == (MissingInputError.exit_code, "")


# check


def test_check_prints_one_line_for_each_finding(flawed: Path) -> None:
    called = call("check", flawed)
    assert (called.code, called.err) == (0, "")
    lines = [line.split() for line in called.out.splitlines()]
    assert lines[0] == ["gravité", "programme", "page", "code", "message"]
    assert ["erreur", SAMPLE.stem, "minimum_non_atteint"] in [line[:3] for line in lines]


def test_strict_check_ends_with_1_and_prints_the_same(flawed: Path) -> None:
    called = call("check", flawed, "--strict")
    assert called.code == FindingsError.exit_code
    assert called.out == call("check", flawed).out
    assert FindingsError.remedy in called.err


def test_strict_check_without_errors_ends_with_0(dataset: Path) -> None:
    assert call("check", dataset, "--strict").code == 0


def test_check_of_a_folder_that_is_no_dataset_is_an_error(tmp_path: Path) -> None:
    called = call("check", tmp_path)
    assert (called.code, called.out) == (DatasetError.exit_code, "")


def test_check_of_a_dataset_that_was_edited_is_an_error(tmp_path: Path, dataset: Path) -> None:
    copy = Path(shutil.copytree(dataset, tmp_path / "copy"))
    (copy / "programmes" / f"{SAMPLE.stem}.json").write_text('{"titre": "Forum"}')
    called = call("check", copy)
    assert (called.code, called.out) == (DatasetError.exit_code, "")


# evaluate


def test_evaluate_prints_a_table_with_the_scores(dataset: Path) -> None:
    called = call("evaluate", GOLD / f"{SAMPLE.stem}.json", dataset)
    assert (called.code, called.err) == (0, "")
    assert "whole" in called.out
    assert "…" not in called.out  # not cut to the width of a screen


def test_evaluate_json_has_the_scores(dataset: Path) -> None:
    called = call("evaluate", GOLD / f"{SAMPLE.stem}.json", dataset, "--json")
    scores = {score["name"]: score for score in json.loads(called.out)["files"][0]["scores"]}
    assert (called.err, scores["sessions"]["support"], scores["sessions"]["strict"]) == ("", 13, 1.0)


def test_evaluate_lists_every_difference(tmp_path: Path, dataset: Path) -> None:
    gold = json.loads((GOLD / f"{SAMPLE.stem}.json").read_text(encoding="utf-8"))
    gold[1]["start"] = "03:33"
    (tmp_path / "gold.json").write_text(json.dumps(gold))
    assert "03:33" not in call("evaluate", tmp_path / "gold.json", dataset).out
    assert "03:33" in call("evaluate", tmp_path / "gold.json", dataset, "--misses").out


def test_evaluate_takes_the_programme_it_is_told(dataset: Path) -> None:
    called = call("evaluate", GOLD / f"{SAMPLE.stem}.json", dataset, "--programme", SAMPLE.stem)
    assert called.code == 0


@pytest.mark.parametrize(
    ("gold", "options", "error"),
    [
        (SAMPLE, (), GoldError),
        (Path("absent.json"), (), GoldError),
        (GOLD / f"{SAMPLE.stem}.json", ("--programme", "absent"), GoldError),
    ],
)
def test_unusable_gold_is_an_error(
    dataset: Path, gold: Path, options: tuple[str, ...], error: type[PipelineError]
) -> None:
    called = call("evaluate", gold, dataset, *options)
    assert (called.code, called.out) == (error.exit_code, "")


def test_evaluate_of_a_folder_that_is_no_dataset_is_an_error(tmp_path: Path) -> None:
    called = call("evaluate", GOLD, tmp_path)
    assert (called.code, called.out) == (DatasetError.exit_code, "")


# schema


def test_schema_is_json_by_default() -> None:
    called = call("schema")
    assert (called.code, called.err) == (0, "")
    assert json.loads(called.out)["title"] == "Programme"


def test_schema_can_be_a_data_dictionary() -> None:
    called = call("schema", "--format", "markdown")
    assert (called.code, called.err) == (0, "")
    assert called.out.startswith("# Dictionnaire des données\n")
