"""The command `programme run`: what it publishes, prints and refuses, and how it ends."""

import contextlib
import csv
import json
import os
import pty
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hostile
import pytest
from command import NO_PROGRAMME, REFUSED, ROOT, SAMPLE, call, hostile_file, watched

from pipeline.errors import (
    FindingsError,
    MissingInputError,
    NotAProgrammeError,
    OutputError,
    PartialFailureError,
    ReferenceFileError,
    SidecarError,
    TaggerError,
    UnknownFormatError,
    UsageError,
)

PROGRAMME = (sys.executable, "-m", "pipeline.cli")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "processed"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def states(printed: str) -> dict[str, str]:
    """The summary of a run: file → last column."""
    rows = [line.split() for line in printed.splitlines()[1:-1]]
    return {row[0]: row[-1] for row in rows}


# What it reads and writes


def test_run_writes_a_dataset_and_prints_its_summary(out: Path) -> None:
    called = call("run", SAMPLE, "--out", out, "--tagger", "none")
    assert (called.code, called.err) == (0, "")
    assert states(called.out) == {SAMPLE.name: "publié"}
    assert called.out.splitlines()[-1] == f"→ {out}"
    assert (out / "programmes" / f"{SAMPLE.stem}.json").is_file()


def test_run_without_a_model_does_not_load_one(out: Path) -> None:
    _, imported = watched("run", str(SAMPLE), "--out", str(out), "--tagger", "none")
    assert imported & {"spacy", "pandas"} == set()


def test_excel_adds_a_workbook_and_the_next_run_takes_it_away(out: Path) -> None:
    name = "programmes-evenements.xlsx"
    assert call("run", SAMPLE, "--out", out, "--tagger", "none", "--excel").code == 0
    assert (out / name).is_file()
    assert name in (out / "LISEZMOI.md").read_text(encoding="utf-8")
    assert call("run", SAMPLE, "--out", out, "--tagger", "none").code == 0
    assert not (out / name).exists()


def test_run_writes_to_processed_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("run", SAMPLE, "--tagger", "none").code == 0
    assert (tmp_path / "processed" / "sessions.csv").is_file()


def test_strict_run_ends_with_1_after_publishing(tmp_path: Path, out: Path) -> None:
    sidecar = tmp_path / "many.toml"
    sidecar.write_text("[minima]\nsessions = 99\n")
    called = call("run", SAMPLE, "--strict", "--sidecar", sidecar, "--out", out, "--tagger", "none")
    assert called.code == FindingsError.exit_code
    assert FindingsError.remedy in called.err
    assert "minimum_non_atteint" in (out / "anomalies.csv").read_text(encoding="utf-8")


def test_strict_run_without_errors_ends_with_0(out: Path) -> None:
    assert call("run", SAMPLE, "--strict", "--out", out, "--tagger", "none").code == 0


def test_the_given_sidecar_takes_the_place_of_the_file_s_own(tmp_path: Path, out: Path) -> None:
    shutil.copy(SAMPLE, tmp_path / "a.pdf")
    (tmp_path / "a.toml").write_text('titre = "Le sien"\n')
    (tmp_path / "b.toml").write_text('titre = "Le donné"\n')
    own = call("run", tmp_path / "a.pdf", "--out", out, "--tagger", "none")
    assert own.code == 0
    assert "Le sien" in (out / "programmes.csv").read_text(encoding="utf-8")
    given = call("run", tmp_path / "a.pdf", "--sidecar", tmp_path / "b.toml", "--out", out, "--tagger", "none")
    assert given.code == 0
    assert "Le donné" in (out / "programmes.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["titre = ", 'titel = "Forum"', "annee = 12", 'fuseau_horaire = "Europe/Pariss"'])
def test_a_bad_sidecar_is_refused_before_anything_is_written(tmp_path: Path, out: Path, text: str) -> None:
    sidecar = tmp_path / "bad.toml"
    sidecar.write_text(text)
    called = call("run", SAMPLE, "--sidecar", sidecar, "--out", out, "--tagger", "none")
    assert (called.code, called.out) == (SidecarError.exit_code, "")
    assert "bad.toml" in called.err
    assert not out.exists()


def test_unknown_tagger_is_named_and_nothing_is_written(out: Path) -> None:
    called = call("run", SAMPLE, "--tagger", "fr_nulle_part", "--out", out)
    assert (called.code, called.out) == (TaggerError.exit_code, "")
    assert "fr_nulle_part" in called.err
    assert not out.exists()


def test_missing_path_is_named(out: Path) -> None:
    called = call("run", SAMPLE, "absent.pdf", "--out", out, "--tagger", "none")
    assert (called.code, called.out) == (MissingInputError.exit_code, "")
    assert "absent.pdf" in called.err


def test_folder_without_programmes_names_the_known_kinds(tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "notes.docx").write_bytes(b"PK")
    called = call("run", folder, "--out", out, "--tagger", "none")
    assert (called.code, called.out) == (MissingInputError.exit_code, "")
    assert ".pdf" in called.err


def test_file_of_another_kind_is_refused_as_such(tmp_path: Path, out: Path) -> None:
    (tmp_path / "programme.docx").write_bytes(b"PK")
    called = call("run", tmp_path / "programme.docx", "--out", out, "--tagger", "none")
    assert called.code == UnknownFormatError.exit_code
    assert ".docx" in called.err


def test_a_folder_that_is_no_dataset_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("dix ans de travail")
    called = call("run", SAMPLE, "--out", tmp_path, "--tagger", "none")
    assert (called.code, called.out) == (OutputError.exit_code, "")
    assert "thesis.txt" in called.err
    assert contents(tmp_path) == {"thesis.txt": b"dix ans de travail"}


# Many files


def many(folder: Path, count: int) -> Path:
    folder.mkdir()
    for rank in range(count):
        (folder / f"{rank:03}.pdf").write_bytes(hostile.good() if rank % 10 else b"")
    return folder


def test_a_long_run_says_how_far_it_is_and_lists_what_needs_a_look(tmp_path: Path, out: Path) -> None:
    called = call("run", many(tmp_path / "raw", 60), "--out", out, "--tagger", "none")
    assert called.code == PartialFailureError.exit_code
    lines = called.err.splitlines()
    assert [line for line in lines if " lus" in line][-1] == "programme: 60/60 lus, 6 échec(s)"
    assert sum(" lus" in line for line in lines) == 20
    assert sum("is empty (0 bytes)" in line for line in lines) == 6
    table = called.out.splitlines()[1:]
    assert [line.split()[0] for line in table] == [*(f"0{rank}0.pdf" for rank in range(6)), "60", "→"]
    assert " ".join(table[-2].split()) == "60 fichiers 108 108 0 54 publiés, 6 échec(s)"


def test_the_log_has_a_line_for_each_file(tmp_path: Path, out: Path) -> None:
    log = tmp_path / "log"
    arguments = ("run", many(tmp_path / "raw", 3), "--out", out, "--tagger", "none", "--cache", tmp_path / "cache")
    call(*arguments, "--log-json", log)
    head, *files, end = told(log)
    assert (head["evenement"], head["fichiers"], head["configuration"]["ocr"]) == ("debut", 3, "auto")
    assert {"python", "spacy", "pypdfium2"} <= head["versions"].keys()
    assert {row["fichier"]: (row["etat"], row["erreur"], row["code"]) for row in files} == {
        "000.pdf": ("échec", "EmptyFileError", 11),
        "001.pdf": ("lu", None, 0),
        "002.pdf": ("lu", None, 0),
    }
    assert all(row["secondes"] > 0 and row["memoire_mo"] > 20 and row["tentatives"] == 1 for row in files)
    assert {name: end[name] for name in ("evenement", "lus", "en_cache", "echecs")} == {
        "evenement": "fini",
        "lus": 3,
        "en_cache": 0,
        "echecs": 1,
    }
    call(*arguments, "--log-json", log)
    assert told(log)[-1]["en_cache"] == 3


def test_without_a_cache_nothing_is_kept(tmp_path: Path, out: Path) -> None:
    cache = tmp_path / "cache"
    assert call("run", SAMPLE, "--out", out, "--tagger", "none", "--cache", cache, "--no-cache").code == 0
    assert not cache.exists()


def test_a_cache_that_cannot_be_written_costs_only_time(
    tmp_path: Path, out: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "cache").write_text("no folder")
    called = call("run", SAMPLE, "--out", out, "--tagger", "none", "--cache", tmp_path / "cache")
    assert called.code == 0
    assert "nothing is kept for the next run" in caplog.text


def test_a_log_that_cannot_be_written_is_told_before_anything_is_read(tmp_path: Path, out: Path) -> None:
    called = call("run", SAMPLE, "--out", out, "--log-json", tmp_path / "absent" / "log")
    assert called.code == OutputError.exit_code
    assert not out.exists()


# Hostile files


@pytest.mark.parametrize("name", hostile.HOSTILE)
def test_each_hostile_file_has_its_exit_code_and_stdout_only_the_table(tmp_path: Path, out: Path, name: str) -> None:
    called = call("run", hostile_file(tmp_path, name), "--out", out, "--tagger", "none")
    error = NotAProgrammeError if name in NO_PROGRAMME else REFUSED.get(name)
    table = called.out.splitlines()
    assert called.code == (error.exit_code if error else 0)
    assert (len(table), table[1].split()[0], table[2]) == (3, f"{name}.pdf", f"→ {out}")
    if error is None:
        assert called.err == ""
    elif error is NotAProgrammeError:
        assert called.err.startswith(f"programme: {name}.pdf: Ce document n'est pas un programme")
    else:
        assert called.err.startswith(f"programme: {name}.pdf")
        assert error.remedy in called.err
    assert "Traceback" not in called.err


def test_a_batch_goes_on_after_each_bad_file_and_lists_them(tmp_path: Path, out: Path) -> None:
    for name in hostile.HOSTILE:
        hostile_file(tmp_path, name)
    called = call("run", tmp_path, "--out", out, "--tagger", "none")
    assert called.code == PartialFailureError.exit_code
    printed = states(called.out)
    assert len(printed) == len(hostile.HOSTILE)
    assert {name for name, state in printed.items() if state == "publié"} == {
        f"{name}.pdf" for name in hostile.HOSTILE if name not in REFUSED and name not in NO_PROGRAMME
    }
    with (out / "echecs.csv").open(encoding="utf-8", newline="") as file:
        failures = {row["fichier"]: row["erreur"] for row in csv.DictReader(file)}
    assert failures == {f"{name}.pdf": error.__name__ for name, error in REFUSED.items()}


# Ended from outside


def begin(way: str, *arguments: str | Path, mark: Path | None = None) -> "subprocess.Popen[bytes]":
    """Start a run whose workers take their time, as `faults` says; it may be waited for by its mark."""
    command = [sys.executable, ROOT / "tests" / "slow_command.py", way, *arguments]
    environment = {**os.environ, "PROGRAMME_TEST_MARK": str(mark)}
    process = subprocess.Popen(
        list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=environment
    )
    while mark and not mark.exists():
        assert process.poll() is None
        time.sleep(0.02)
    return process


@pytest.mark.parametrize(("kind", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_interrupted_leaves_the_former_dataset_and_no_process(
    tmp_path: Path, out: Path, kind: signal.Signals, code: int
) -> None:
    call("run", SAMPLE, "--out", out, "--tagger", "none")
    before = contents(out)
    assert before
    arguments = (SAMPLE, "--out", out, "--tagger", "none", "--no-cache")
    with begin("wait", "run", *arguments, mark=tmp_path / "mark") as process:
        process.send_signal(kind)
        printed, said = process.communicate(timeout=60)  # comes back when nobody holds the streams any more
    assert (process.returncode, printed) == (code, b"")
    assert said.startswith(b"programme: interrupted")
    assert b"Traceback" not in said
    assert contents(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mark", "processed"]


def test_a_run_that_was_interrupted_goes_on_where_it_was(tmp_path: Path, out: Path) -> None:
    raw, cache = tmp_path / "raw", tmp_path / "cache"
    raw.mkdir()
    for rank in range(30):
        (raw / f"{rank}.pdf").write_bytes(hostile.good())
    arguments = ("run", raw, "--out", out, "--tagger", "none", "--cache", cache)
    with begin("slowly", *arguments) as process:
        while len(list(cache.glob("documents/*/*.gz"))) < 5:
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
    kept = len(list(cache.glob("documents/*/*.gz")))
    assert 5 <= kept < 30
    assert not out.exists()
    assert call(*arguments, "--log-json", tmp_path / "log").code == 0
    assert told(tmp_path / "log")[-1]["en_cache"] == kept


def told(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


def test_a_run_killed_at_any_moment_leaves_nothing_half_done(tmp_path: Path) -> None:
    raw, out, cache = tmp_path / "raw", tmp_path / "out", tmp_path / "cache"
    raw.mkdir()
    for rank in range(12):
        (raw / f"{rank}.pdf").write_bytes(hostile.good())
    arguments = ("run", raw, "--tagger", "none", "--jobs", "2")
    assert call(*arguments, "--out", tmp_path / "whole", "--no-cache").code == 0
    whole = contents(tmp_path / "whole")
    chance = random.Random(7)
    killed = 0
    for turn in range(5):
        process = begin("slowly", *arguments, "--out", out, "--cache", cache)
        if turn:
            time.sleep(chance.uniform(0.3, 2.5))
        else:  # while the dataset is being written
            while process.poll() is None and not any(path.suffix == ".tmp" for path in tmp_path.iterdir()):
                time.sleep(0.001)
        process.kill()
        process.communicate(timeout=60)
        killed += process.returncode == -signal.SIGKILL
        assert not out.exists() or contents(out) == whole
        shutil.rmtree(cache / "documents" / chance.choice("0123456789abcdef"), ignore_errors=True)
    assert killed
    assert call(*arguments, "--out", out, "--cache", cache).code == 0
    assert contents(out) == whole
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "out", "raw", "whole"]


@pytest.mark.parametrize(
    "arguments", [("schema",), ("inspect", str(SAMPLE), "--stage", "extract"), ("schema", "--help")]
)
def test_a_reader_that_goes_away_ends_the_command_in_silence(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [*PROGRAMME, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == -signal.SIGPIPE


def test_a_terminal_sees_progress_on_stderr_only(out: Path) -> None:
    ours, theirs = pty.openpty()
    command = [*PROGRAMME, "run", str(SAMPLE), "--out", str(out), "--tagger", "none"]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=theirs, check=True, cwd=ROOT, env={**os.environ, "TERM": "xterm"}
    )
    os.close(theirs)
    shown = b"".join(chunks(ours)).decode()
    os.close(ours)
    assert SAMPLE.name in shown
    assert "1/1" in shown
    assert done.stdout.decode().splitlines()[-1] == f"→ {out}"
    assert "\x1b" not in done.stdout.decode()


def chunks(terminal: int) -> Iterator[bytes]:
    """What was written to a terminal whose other end is closed; Linux tells the end by an error."""
    with contextlib.suppress(OSError):
        while chunk := os.read(terminal, 4096):
            yield chunk


# Where it will be published


def test_the_base_address_is_that_of_every_file_and_record(out: Path) -> None:
    called = call("run", SAMPLE, "--out", out, "--tagger", "none", "--base-url", "https://data.example/forum")
    assert called.code == 0
    for name in ("catalog.ttl", "evenements.ttl", "evenements.jsonld"):
        text = (out / name).read_text(encoding="utf-8")
        assert "https://data.example/forum/" in text
        assert "programmes.invalid" not in text


def test_a_base_address_that_is_none_is_refused_before_anything_is_read(out: Path) -> None:
    called = call("run", SAMPLE, "--out", out, "--base-url", "data.example")
    assert called.code == UsageError.exit_code
    assert "« data.example » is not the address of a folder" in called.err
    assert not out.exists()


# Who is who


def test_run_reads_a_reference_and_refuses_a_bad_one(tmp_path: Path, out: Path) -> None:
    with (ROOT / "processed" / "organisations.csv").open(encoding="utf-8", newline="") as file:
        label = next(csv.DictReader(file))["libelle"]
    reference = tmp_path / "corps.csv"
    reference.write_text(f"libelle,siren\n{label},732829320\n", encoding="utf-8")
    assert call("run", ROOT / "raw", "--out", out, "--organisations", reference).code == 0
    with (out / "organisations.csv").open(encoding="utf-8", newline="") as file:
        assert {row["libelle"]: row["siren"] for row in csv.DictReader(file)}[label] == "732829320"
    reference.write_text("libelle,siren\nCanal Sud,123\n", encoding="utf-8")
    refused = call("run", ROOT / "raw", "--out", out, "--organisations", reference)
    assert refused.code == ReferenceFileError.exit_code
    assert "corps.csv, line 2, siren" in refused.err


def test_a_run_of_many_files_says_what_it_remembers_of_them(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from pipeline.cli import reading as cli_reading

    monkeypatch.setattr(cli_reading, "MANY_FILES", 2)
    for rank in range(2):
        (tmp_path / f"page{rank}.pdf").write_bytes(hostile.good())
    call("run", tmp_path, "--out", tmp_path / "parts", "--tagger", "none", "--partitioned")
    assert "--partitioned" not in caplog.text
    call("run", tmp_path, "--out", out, "--tagger", "none")
    assert "--partitioned" in caplog.text
