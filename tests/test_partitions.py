"""Runs in partitions: the same rows as a run in one piece, made again only where something changed, never mixed."""

import gzip
import json
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import hostile
import pyarrow.parquet as pq
import pytest
from command import call
from hypothesis import HealthCheck, given, settings
from programmes import datasets
from runs import RAW, ROOT, files_in

from pipeline.batch import run_batch
from pipeline.errors import (
    CorrectionError,
    FindingsError,
    MissingInputError,
    OutputError,
    PartialFailureError,
    UsageError,
)
from pipeline.export import Dataset
from pipeline.export.parquet import write_parquet
from pipeline.export.tables import write_tables
from pipeline.ids import digest
from pipeline.running import partitions
from pipeline.running.jobs import Job, find_jobs
from pipeline.running.merge import merge_partitions
from pipeline.running.partitions import MOST_FILES, plan_partitions, tables_of
from pipeline.running.places import Origin, open_system
from pipeline.tables import TABLES
from pipeline.tagger import no_tagger

QUIET = ("--tagger", "none")


@pytest.fixture(autouse=True)
def _small_partitions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitions, "MEAN_FILES", 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The samples, some copies of a page, and two files that cannot be read."""
    folder = tmp_path / "raw"
    shutil.copytree(RAW, folder, ignore=lambda _, names: [name for name in names if Path(name).suffix == ".py"])
    for path in folder.glob("*.csv"):
        path.unlink()
    for rank in range(6):
        (folder / f"page{rank}.pdf").write_bytes(hostile.good() + b"%" * rank)
    (folder / "vide.pdf").write_bytes(b"")
    (folder / "html.pdf").write_bytes(b"<html></html>" * 50)
    return folder


def descriptor(out: Path) -> dict[str, Any]:
    return json.loads((out / "datapackage.json").read_bytes())  # type: ignore[no-any-return]


def tables(out: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of the tables that the descriptor names."""
    return {each["name"]: pq.read_table(out / each["path"]).to_pylist() for each in descriptor(out)["resources"]}


def made(out: Path) -> dict[str, int]:
    """When the report of each partition was written."""
    return {path.parent.name: path.stat().st_mtime_ns for path in out.glob("partitions/*/report.json")}


def by_file(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: str(row["fichier"]))


def test_partitions_hold_the_rows_of_a_run_in_one_piece(folder: Path, tmp_path: Path) -> None:
    called = call("run", folder, "--partitioned", "--out", tmp_path / "out", *QUIET)
    assert called.code == PartialFailureError.exit_code
    whole = run_batch(find_jobs([folder]), no_tagger)
    files = write_parquet(whole, write_tables(whole))
    found = tables(tmp_path / "out")
    assert set(found) == set(TABLES)
    for name in TABLES:
        (tmp_path / "whole.parquet").write_bytes(files[f"parquet/{name}.parquet"].read())
        rows = pq.read_table(tmp_path / "whole.parquet").to_pylist()
        if name == "echecs":
            assert by_file(found[name]) == by_file(rows)
        else:
            assert found[name] == rows, name
    assert len(found["personnes"]) > 20
    assert len(made(tmp_path / "out")) > 2


def test_a_person_of_two_partitions_is_one_record_under_the_name_most_often_printed(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for rank in range(5):
        (tmp_path / "raw" / f"page{rank}.pdf").write_bytes(hostile.good())
    call("run", tmp_path / "raw", "--partitioned", "--out", tmp_path / "out", *QUIET)
    rows = tables(tmp_path / "out")
    assert len(made(tmp_path / "out")) > 1
    once = call("run", tmp_path / "raw" / "page0.pdf", "--partitioned", "--out", tmp_path / "one", *QUIET)
    assert once.code == 0
    alone = tables(tmp_path / "one")["personnes"]
    assert alone
    assert rows["personnes"] == [{**row, "nb_interventions": 5 * row["nb_interventions"]} for row in alone]


def test_the_columns_have_the_types_and_descriptions_of_the_other_datasets(folder: Path, tmp_path: Path) -> None:
    call("run", folder, "--partitioned", "--out", tmp_path / "out", *QUIET)
    (path,) = (tmp_path / "out").glob("tables/*/sessions.parquet")
    schema = pq.read_schema(path)
    whole = run_batch(find_jobs([folder]), no_tagger)
    expected = pq.read_schema(write_parquet(whole, write_tables(whole))["parquet/sessions.parquet"])
    assert schema.names == expected.names
    assert [field.type for field in schema if not str(field.type).startswith("timestamp")] == [
        field.type for field in expected if not str(field.type).startswith("timestamp")
    ]
    assert str(schema.field("debut").type) == "timestamp[us, tz=UTC]"
    assert schema.field("titre").metadata == expected.field("titre").metadata


def test_the_descriptor_tells_the_truth_of_every_file(folder: Path, tmp_path: Path) -> None:
    call("run", folder, "--partitioned", "--out", tmp_path / "out", *QUIET)
    import hashlib

    told = descriptor(tmp_path / "out")
    for each in told["resources"]:
        content = (tmp_path / "out" / each["path"]).read_bytes()
        assert each["bytes"] == len(content)
        assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert each["rows"] == pq.read_metadata(tmp_path / "out" / each["path"]).num_rows
    assert (told["run"]["publies"], told["run"]["echecs"]) == (9, 2)


def test_a_second_run_makes_nothing_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = call("run", folder, "--partitioned", "--out", out, *QUIET)
    before = files_in(out)
    times = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    second = call("run", folder, "--partitioned", "--out", out, "--no-cache", *QUIET)
    assert (second.code, second.out) == (first.code, first.out)
    assert files_in(out) == before
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()} == times


def test_what_a_killed_run_left_goes_with_the_next_one_even_if_nothing_changed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call("run", folder, "--partitioned", "--out", out, *QUIET)
    before = files_in(out)
    (found,) = (out / "tables").iterdir()
    shutil.copytree(found, out / "tables" / "0123456789abcdef")
    shutil.copytree(next((out / "partitions").iterdir()), out / "partitions" / "left-0123456789abcdef")
    call("run", folder, "--partitioned", "--out", out, *QUIET)
    assert files_in(out) == before


def test_what_changes_changes_its_partition_alone_and_what_is_removed_is_gone(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call("run", folder, "--partitioned", "--out", out, *QUIET)
    before, tables_before = made(out), {path.name for path in (out / "tables").iterdir()}
    (folder / "page3.pdf").unlink()
    call("run", folder, "--partitioned", "--out", out, *QUIET)
    after = made(out)
    assert len(before.keys() - after.keys()) == 1
    assert all(before[name] == after[name] for name in before.keys() & after.keys())
    assert "page3" not in {row["programme_id"] for row in tables(out)["programmes"]}
    assert {path.name for path in (out / "tables").iterdir()}.isdisjoint(tables_before)


def test_a_failure_that_may_pass_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "page.pdf").symlink_to("elsewhere.pdf")
    assert call("run", tmp_path / "raw", "--partitioned", "--out", tmp_path / "out", *QUIET).code == 3
    (before,) = made(tmp_path / "out").values()
    assert call("run", tmp_path / "raw", "--partitioned", "--out", tmp_path / "out", *QUIET).code == 3
    assert made(tmp_path / "out").popitem()[1] > before


def test_corrections_reach_the_partition_of_their_programme(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call("run", folder, "--partitioned", "--out", out, *QUIET)
    before = made(out)
    row = tables(out)["sessions"][0]
    table = tmp_path / "corrections.csv"
    table.write_text(
        "programme_id,session_id,intervention_id,champ,ancienne_valeur,nouvelle_valeur,auteur,motif\n"
        f'{row["programme_id"]},{row["session_id"]},,titre,"{row["titre"]}",Un autre titre,Moi,coquille\n',
        encoding="utf-8",
    )
    called = call("run", folder, "--partitioned", "--out", out, "--corrections", table, *QUIET)
    assert called.code == PartialFailureError.exit_code
    assert tables(out)["sessions"][0]["titre"] == "Un autre titre"
    assert [each["nouvelle_valeur"] for each in tables(out)["corrections"]] == ["Un autre titre"]
    assert len(made(out).keys() - before.keys()) == 1
    table.write_text(table.read_text(encoding="utf-8").replace(row["programme_id"] + ",", "autre,"), encoding="utf-8")
    assert (
        call("run", folder, "--partitioned", "--out", out, "--corrections", table).code == CorrectionError.exit_code
    )


def test_who_objects_is_in_no_file(folder: Path, tmp_path: Path) -> None:
    call("run", folder, "--partitioned", "--out", tmp_path / "out", *QUIET)
    name = tables(tmp_path / "out")["personnes"][0]["nom_complet"]
    (tmp_path / "oppositions.csv").write_text(f"nom\n{name}\n", encoding="utf-8")
    called = call(
        *("run", folder, "--partitioned", "--out", tmp_path / "out", "--cache", tmp_path / "cache"),
        *("--oppositions", tmp_path / "oppositions.csv", *QUIET),
    )
    kept = [gzip.decompress(path.read_bytes()).decode() for path in (tmp_path / "cache").rglob("*.json.gz")]
    assert len(kept) > 5
    assert not [text for text in kept if name in text]
    assert called.code == PartialFailureError.exit_code
    assert name not in json.dumps(tables(tmp_path / "out"), default=str, ensure_ascii=False)
    for path in (tmp_path / "out").rglob("*.parquet"):
        assert name not in json.dumps(pq.read_table(path).to_pylist(), default=str, ensure_ascii=False)


@pytest.mark.parametrize(
    "options",
    [["--edition", "anonyme"], ["--excel"], ["--organisations", "bodies.csv"], ["--oppositions", "objections.csv"]],
)
def test_what_looks_at_all_programmes_is_refused(
    options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.pdf").write_bytes(hostile.good())
    Path("bodies.csv").write_text("libelle\nUne maison\n", encoding="utf-8")
    Path("objections.csv").write_text("nom,organisation\nJeanne Rivault,Une maison\n", encoding="utf-8")
    called = call("run", "page.pdf", "--partitioned", "--out", "out", *options)
    assert called.code == UsageError.exit_code
    assert "partitioned" in called.err
    assert not Path("out").exists()


def test_a_place_that_holds_something_else_is_left_alone(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call("run", folder / "page0.pdf", "--out", out, *QUIET)
    before = files_in(out)
    called = call("run", folder / "page0.pdf", "--partitioned", "--out", out, *QUIET)
    assert called.code == OutputError.exit_code
    assert files_in(out) == before
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text("note", encoding="utf-8")
    called = call("run", folder / "page0.pdf", "--partitioned", "--out", tmp_path / "notes", *QUIET)
    assert (called.code, "a.txt" in called.err) == (OutputError.exit_code, True)


def test_a_strict_run_tells_of_errors(folder: Path, tmp_path: Path) -> None:
    (folder / "page0.toml").write_text("[minima]\nsessions = 50\n", encoding="utf-8")
    only: list[str | Path] = [folder / "page0.pdf", "--partitioned", "--out", tmp_path / "out", *QUIET]
    assert call("run", *only, "--strict").code == FindingsError.exit_code
    assert call("run", *only).code == 0


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    called = call("run", tmp_path / "nowhere", "--partitioned", "--out", tmp_path / "out")
    assert called.code == MissingInputError.exit_code


def test_a_run_killed_at_any_moment_leaves_the_tables_of_one_run(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command: list[str | Path]
    command = [sys.executable, "-m", "pipeline.cli", "run", folder, "--partitioned", "--out", out, "--no-cache"]
    command += ["--tagger", "none", "--jobs", "1"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == PartialFailureError.exit_code
    before = {row["programme_id"] for row in tables(out)["programmes"]}
    (folder / "page5.pdf").unlink()
    (folder / "page6.pdf").write_bytes(hostile.good())
    (folder / "forum-des-rives-2024.pdf").rename(folder / "forum.pdf")
    after = before - {"page5", "forum-des-rives-2024"} | {"page6", "forum"}
    # From before the first file is read until long after the last is written.
    for wait in (0.5, 1.5, 2.0, 2.5, 3.0):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert {row["programme_id"] for row in tables(out)["programmes"]} in (before, after)
    assert subprocess.run(command, capture_output=True, check=False).returncode == PartialFailureError.exit_code
    assert {row["programme_id"] for row in tables(out)["programmes"]} == after
    assert sorted(path.name for path in out.iterdir()) == ["datapackage.json", "partitions", "tables"]
    assert len(list((out / "tables").iterdir())) == 1


def test_the_questions_of_the_documentation_are_answered(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    call("run", folder, "--partitioned", *QUIET)
    (block,) = re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "scale.md").read_text(encoding="utf-8"), re.S)
    asked, copied = (text for text in block.split(";") if text.strip())
    rows = duckdb.execute(asked).fetchall()
    assert len(rows) == sum(row["genre"] == "session" for row in tables(Path("processed"))["sessions"]) > 20
    duckdb.execute(copied)
    assert len(Path("sessions_a_plat.csv").read_text(encoding="utf-8").splitlines()) > len(rows)


def origins(*names: str) -> list[Origin]:
    return [Origin(Job(Path(name), f"{name}.pdf", name), digest(name)) for name in names]


def test_a_file_more_changes_one_partition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitions, "MEAN_FILES", 8)
    names = [f"programme-{rank:03}" for rank in range(300)]
    before = {each.name for each in plan_partitions(origins(*names), "recipe")}
    after = {each.name for each in plan_partitions(origins(*names, "programme-123-bis"), "recipe")}
    assert len(before) > 20
    assert len(before - after) == 1
    assert not before & {each.name for each in plan_partitions(origins(*names), "another recipe")}


def test_no_partition_is_too_large_and_no_file_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitions, "MEAN_FILES", 10**6)
    names = [f"programme-{rank:03}" for rank in range(2 * MOST_FILES + 5)]
    planned = plan_partitions(reversed(origins(*names)), "recipe")
    assert [len(each.origins) for each in planned] == [MOST_FILES, MOST_FILES, 5]
    assert [each.job.programme_id for one in planned for each in one.origins] == names


def test_two_files_of_one_programme_are_refused() -> None:
    with pytest.raises(OutputError, match="rename one"):
        plan_partitions(origins("a", "b", "a"), "recipe")


@given(dataset=datasets())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_merged_tables_are_those_of_the_whole(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> None:
    out = tmp_path_factory.mktemp("out")
    system, top = open_system(str(out))
    ranked = sorted(dataset.programmes, key=lambda programme: programme.programme_id)
    half = len(ranked) // 2
    parts = [
        Dataset(tuple(ranked[:half]), dataset.failures, corrections=dataset.corrections),
        Dataset(tuple(ranked[half:]), suggestions=dataset.suggestions),
    ]
    made = [tables_of(f"part{rank}", part) for rank, part in enumerate(parts)]
    for each in made:
        partitions._write(each, system, f"{top}/partitions/{each.report.name}")
    merge_partitions([each.report for each in made], str(out), {})
    whole = write_parquet(dataset, write_tables(dataset))
    for name, rows in tables(out).items():
        (out / "whole.parquet").write_bytes(whole[f"parquet/{name}.parquet"].read())
        assert rows == pq.read_table(out / "whole.parquet").to_pylist(), name
