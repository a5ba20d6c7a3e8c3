"""The samples: what is committed in processed/ is what they give, and how right that is."""

import json
from functools import cache
from pathlib import Path

import pytest
from runs import ROOT, SAMPLES, files_in, published, samples

from pipeline.evaluate import Scores, evaluate

PROCESSED = ROOT / "processed"
GOLD = ROOT / "tests" / "gold"
# A floor each score of each sample keeps; those that are not here are whole.
FLOORS = {"format": 0.85, "organisations": 0.95, "roles": 0.95, "collectives": 0.75, "people": 0.95, "whole": 0.9}


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return published(samples(), tmp_path_factory.mktemp("golden") / "processed")


def test_every_sample_is_published(rebuilt: dict[str, bytes]) -> None:
    assert [name for name in rebuilt if name.startswith("programmes/")] == [
        f"programmes/{name}.json" for name in SAMPLES
    ]
    assert samples().failures == ()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_gives_what_is_committed_byte_for_byte(rebuilt: dict[str, bytes], name: str) -> None:
    file = f"programmes/{name}.json"
    committed, found = ((files[file]).decode().splitlines() for files in (files_in(PROCESSED), rebuilt))
    assert found == committed


@pytest.mark.parametrize("name", sorted(files_in(PROCESSED)))
def test_every_published_file_is_the_committed_one(rebuilt: dict[str, bytes], name: str) -> None:
    assert rebuilt[name] == (PROCESSED / name).read_bytes()


def test_no_file_is_missing_from_what_is_committed(rebuilt: dict[str, bytes]) -> None:
    assert sorted(rebuilt) == sorted(files_in(PROCESSED))


@cache
def scores(folder: Path) -> dict[str, Scores]:
    return {file.gold.removesuffix(".json"): file for file in evaluate(GOLD, folder).files}


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scores]:
    folder = tmp_path_factory.mktemp("scores") / "processed"
    published(samples(), folder)
    return scores(folder)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_as_right_as_its_gold_demands(scored: dict[str, Scores], name: str) -> None:
    found = {score.name: score.strict for score in scored[name].scores}
    assert {field: score for field, score in found.items() if score < FLOORS.get(field, 1.0)} == {}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_session_of_a_sample_is_found_and_none_invented(scored: dict[str, Scores], name: str) -> None:
    sessions = scored[name].of("sessions")
    assert (
        sessions.support == sessions.found == sessions.right == len(json.loads((GOLD / f"{name}.json").read_text()))
    )


def test_the_anomalies_of_the_samples_are_those_they_were_drawn_with() -> None:
    found = [(anomaly.code, anomaly.page) for each in samples().programmes for anomaly in each.anomalies]
    assert found == [("index_page_differente", 2), ("index_titre_different", 7)]
