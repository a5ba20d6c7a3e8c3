"""The command `programme run`: what it publishes, prints and refuses, and how it ends."""

import contextlib
import csv
import os
import pty
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

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


def test_ctrl_c_ends_with_130_and_leaves_the_former_dataset(tmp_path: Path, out: Path) -> None:
    call("run", SAMPLE, "--out", out, "--tagger", "none")
    before = contents(out)
    assert before
    pipe = tmp_path / "slow"
    os.mkfifo(pipe)
    waiting = (
        "from pathlib import Path; from pipeline import cli, extract; "
        f"extract.READERS['.pdf'] = lambda data, name: Path({str(pipe)!r}).read_bytes(); cli.main()"
    )
    arguments = ("run", SAMPLE, "--out", out, "--tagger", "none")
    with (
        subprocess.Popen(
            [sys.executable, "-c", waiting, *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        ) as process,
        pipe.open("wb"),
    ):  # opens when the run begins to read the sample
        process.send_signal(signal.SIGINT)
        printed, said = process.communicate(timeout=60)
    assert (process.returncode, printed) == (130, b"")
    assert said.startswith(b"programme: interrupted")
    assert b"Traceback" not in said
    assert contents(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["processed", "slow"]


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
