"""The options of `programme run` that say whom it publishes."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from command import SAMPLE, call

from pipeline.edition_key import KEY_VARIABLE
from pipeline.errors import EditionKeyError, OppositionsError, UsageError

KEY = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one programme, and a key beside it."""
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    folder = tmp_path / "raw"
    folder.mkdir()
    shutil.copy(SAMPLE, folder)
    (tmp_path / "key").write_text(KEY, encoding="ascii")
    return folder


def run(raw: Path, out: str, *options: str) -> tuple[int, str, Path]:
    folder = raw.parent / out
    arguments = [
        "run",
        str(raw),
        "--out",
        str(folder),
        "--tagger",
        "none",
        "--cache",
        str(raw.parent / "cache"),
        *options,
    ]
    done = call(*arguments)
    return done.code, done.err, folder


def names(folder: Path) -> set[str]:
    with (folder / "personnes.csv").open(encoding="utf-8", newline="") as file:
        return {row["nom_complet"] for row in csv.DictReader(file)}


def told(folder: Path) -> tuple[str, int]:
    manifest = json.loads((folder / "run.json").read_bytes())
    return manifest["edition"], manifest["oppositions"]


def test_each_edition_publishes_its_people(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, _, public = run(raw, "public")
    code, _, under = run(raw, "under", "--edition", "pseudonyme", "--key", str(raw.parent / "key"))
    assert code == 0
    assert len(names(under)) == len(names(public)) > 5
    assert all(name.startswith("pers-") for name in names(under))
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    assert names(run(raw, "again", "--edition", "pseudonyme")[2]) == names(under)
    nobody = run(raw, "nobody", "--edition", "anonyme")[2]
    assert names(nobody) == set()
    assert [told(folder)[0] for folder in (public, under, nobody)] == ["public", "pseudonyme", "anonyme"]


def test_who_objects_beside_the_documents_is_left_out(raw: Path, caplog: pytest.LogCaptureFixture) -> None:
    everybody = sorted(names(run(raw, "public")[2]))
    lines = ["nom;motif", f"{everybody[0].upper()};demande", "Zénobie Quelquepart;"]
    (raw / "oppositions.csv").write_text("\n".join(lines), encoding="utf-8")
    code, err, out = run(raw, "less")
    assert code == 0
    assert names(out) == set(everybody[1:])
    assert told(out) == ("public", 1)
    assert "line 3: meets nobody" in caplog.text
    assert "Quelquepart" not in caplog.text + err


def test_an_edition_follows_only_one_of_its_kind(raw: Path) -> None:
    _, _, public = run(raw, "public")
    code, err, _ = run(raw, "nobody", "--edition", "anonyme", "--previous", str(public))
    assert code == UsageError.exit_code
    assert "« public »" in err
    assert run(raw, "next", "--previous", str(public))[0] == 0
    _, _, nobody = run(raw, "nobody", "--edition", "anonyme")
    assert run(raw, "later", "--edition", "anonyme", "--previous", str(nobody))[0] == 0


def test_what_cannot_be_used_is_refused_before_anything_is_read(raw: Path) -> None:
    key = str(raw.parent / "key")
    assert run(raw, "out", "--edition", "pseudonyme")[0] == EditionKeyError.exit_code
    assert run(raw, "out", "--key", key)[0] == UsageError.exit_code
    assert run(raw, "out", "--oppositions", "absent.csv")[0] == OppositionsError.exit_code
    assert run(raw.parent / "raw", "", "--edition", "pseudonyme", "--key", key)[0] == EditionKeyError.exit_code
    assert not (raw.parent / "out").exists()
