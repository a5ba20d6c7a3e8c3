"""The manifest of a run: what read the files, and what came of each."""

import json
from typing import Any

from programmes import FAILED, SEVERAL

from pipeline import __version__
from pipeline.export import Dataset
from pipeline.export.manifest import write_manifest
from pipeline.model_files import Model


def manifest(dataset: Dataset) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write_manifest(dataset)["run.json"])
    return found


def test_version_and_model_are_told() -> None:
    told = manifest(SEVERAL._replace(model=Model("own", "ab12")))
    assert (told["outil"], told["version"]) == ("programme-ouvert", __version__)
    assert told["modele"] == {"nom": "own", "sha256": "ab12"}
    assert manifest(SEVERAL._replace(model=Model("none", "")))["modele"] == {"nom": "none", "sha256": None}
    assert manifest(SEVERAL)["modele"] is None


def test_every_file_has_its_state() -> None:
    read, other = SEVERAL.programmes
    other = other.model_copy(update={"file": "facture.pdf", "sessions": (), "session_count": 0})
    told = manifest(Dataset((read, other), FAILED.failures))["fichiers"]
    assert [row["fichier"] for row in told] == sorted(row["fichier"] for row in told)
    states = {row["fichier"]: row["etat"] for row in told}
    assert states == {
        read.file: "publié",
        other.file: "pas un programme",
        "a.pdf": "échec",
        "b.pdf": "échec",
    }
    (first,) = [row for row in told if row["fichier"] == read.file]
    assert (first["sha256"], first["programme_id"]) == (read.sha256, read.programme_id)
    assert {row["code"] for row in told if row["etat"] == "échec"} == {
        failure.exit_code for failure in FAILED.failures
    }


def test_the_same_run_gives_the_same_bytes() -> None:
    turned = SEVERAL._replace(programmes=SEVERAL.programmes[::-1])
    assert write_manifest(SEVERAL) == write_manifest(turned)


def test_the_options_of_a_run_are_told_with_their_digest() -> None:
    options = {"ocr": "auto", "pages": 3000}
    told = manifest(SEVERAL._replace(settings=options))["configuration"]
    assert {name: told[name] for name in options} == options
    other = manifest(SEVERAL._replace(settings={**options, "pages": 2}))["configuration"]
    assert told["sha256"] != other["sha256"]
    assert manifest(SEVERAL)["configuration"] is None


def test_a_failure_is_told_with_its_class() -> None:
    told = manifest(FAILED)["fichiers"]
    assert {row["erreur"] for row in told if row["etat"] == "échec"} == {each.error for each in FAILED.failures}
