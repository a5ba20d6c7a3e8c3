"""What is kept of documents between runs: when it is of use, and when it is not trusted."""

import gzip
import logging
import os
import time
from collections.abc import Callable
from pathlib import Path

import hostile
import pytest
from calls import count_calls
from command import SAMPLE, call
from hypothesis import given, settings
from programmes import failure, forum, programmes

from pipeline.batch import find_jobs
from pipeline.errors import OutputError, UsageError
from pipeline.extract.ocr_cache import save_entry
from pipeline.extract.ocr_options import Ocr
from pipeline.model_files import NONE
from pipeline.ocr_mode import OcrMode
from pipeline.programme import Programme
from pipeline.run import run_document
from pipeline.running import cache
from pipeline.running.cache import (
    DAY,
    Content,
    entry_name,
    find_result,
    load_result,
    measure,
    open_folder,
    read_content,
    recipe_digest,
    remove_entries,
    save_result,
)
from pipeline.running.limits import Limits
from pipeline.running.pool import make_plan
from pipeline.running.worker import keep_result
from pipeline.source import Source
from pipeline.tables import Failure
from pipeline.tagger import no_tagger

NAME = "ab" * 32


def entry(folder: Path, name: str = NAME) -> Path:
    return folder / "documents" / name[:2] / f"{name}.json.gz"


@pytest.mark.parametrize("result", [forum(), failure()])
def test_what_is_kept_is_what_comes_back(tmp_path: Path, result: Programme | Failure) -> None:
    save_result(tmp_path, NAME, result)
    assert find_result(tmp_path, NAME) == type(result).__name__
    assert load_result(tmp_path, NAME) == result
    assert [path.name for path in entry(tmp_path).parent.iterdir()] == [entry(tmp_path).name]


@settings(max_examples=30)
@given(programmes("forum"))
def test_any_programme_comes_back_as_it_was(found: Programme) -> None:
    assert Programme.model_validate_json(found.model_dump_json(by_alias=True)) == found


def test_what_was_not_kept_is_not_there(tmp_path: Path) -> None:
    assert find_result(tmp_path, NAME) is None
    assert load_result(tmp_path, NAME) is None


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flip(data: bytes) -> bytes:
    text = bytearray(gzip.decompress(data))
    text[-20] ^= 1
    return gzip.compress(bytes(text))


@pytest.mark.parametrize(
    "damage", [cut, flip, lambda data: b"", lambda data: b"\x1f\x8b", lambda data: gzip.compress(b"{}")]
)
def test_a_damaged_entry_is_told_and_counts_as_none(
    tmp_path: Path, damage: Callable[[bytes], bytes], caplog: pytest.LogCaptureFixture
) -> None:
    save_result(tmp_path, NAME, forum())
    entry(tmp_path).write_bytes(damage(entry(tmp_path).read_bytes()))
    with caplog.at_level(logging.WARNING):
        assert load_result(tmp_path, NAME) is None
    assert "is damaged and is made again" in caplog.text


def test_an_entry_under_another_name_counts_as_none(tmp_path: Path) -> None:
    save_result(tmp_path, NAME, forum())
    other = "cd" * 32
    entry(tmp_path, other).parent.mkdir()
    entry(tmp_path).rename(entry(tmp_path, other))
    assert find_result(tmp_path, other) is None


def test_the_name_of_an_entry_holds_all_that_it_depends_on() -> None:
    content = Content("a", "")
    names = {
        entry_name("r", content, "a.pdf", "a"),
        entry_name("s", content, "a.pdf", "a"),
        entry_name("r", Content("b", ""), "a.pdf", "a"),
        entry_name("r", Content("a", "b"), "a.pdf", "a"),
        entry_name("r", content, "b.pdf", "a"),
        entry_name("r", content, "a.pdf", "b"),
    }
    assert len(names) == 6


def test_the_recipe_holds_program_model_and_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        make_plan(tmp_path, NONE).recipe,
        make_plan(tmp_path).recipe,
        make_plan(tmp_path, NONE, limits=Limits(pages=7)).recipe,
        make_plan(tmp_path, NONE, Ocr()).recipe,
        make_plan(tmp_path, NONE, Ocr(OcrMode.FORCE)).recipe,
        make_plan(tmp_path, NONE, source=Source(titre="Forum")).recipe,
    ]
    monkeypatch.setattr("pipeline.running.pool.tesseract_version", lambda: "0.1")
    found.append(make_plan(tmp_path, NONE, Ocr()).recipe)
    monkeypatch.setattr(cache, "program_digest", lambda: "another program")
    found.append(make_plan(tmp_path, NONE).recipe)
    monkeypatch.setattr(cache, "version", lambda name: "0")
    found.append(make_plan(tmp_path, NONE).recipe)
    assert len(set(found)) == len(found)


def test_what_has_no_influence_on_a_document_is_not_in_the_recipe(tmp_path: Path) -> None:
    plan = make_plan(tmp_path, NONE)
    assert make_plan(tmp_path / "elsewhere", NONE, Ocr(OcrMode.OFF), limits=Limits(9, 900)).recipe == plan.recipe
    assert recipe_digest({"a": 1, "b": 2}) == recipe_digest({"b": 2, "a": 1})


def test_a_content_is_that_of_file_and_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "forum.pdf"
    assert read_content(path) is None
    path.write_bytes(b"1")
    alone = read_content(path)
    (tmp_path / "forum.toml").write_bytes(b"")
    beside = read_content(path)
    assert alone
    assert beside
    assert alone.sha256 == beside.sha256
    assert alone.sidecar != beside.sidecar
    assert read_content(tmp_path) is None
    os.mkfifo(tmp_path / "pipe.pdf")
    assert read_content(tmp_path / "pipe.pdf") is None


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "forum.pdf"
    path.write_bytes(hostile.good())
    (job,) = find_jobs([tmp_path])
    plan = make_plan(tmp_path / "cache", NONE)
    times = 0

    def change(*arguments: object) -> Programme:
        nonlocal times
        times += 1
        if times <= changes:
            path.write_bytes(hostile.good() + b"\n" * times)
        return run_document(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("pipeline.batch.run_document", change)
    changes = 1
    kept = keep_result(job, plan, no_tagger)
    found = load_result(plan.folder, kept.entry or "")
    assert isinstance(found, Programme)
    content = read_content(path)
    assert content
    assert (found.sha256, times) == (content.sha256, 2)
    times, changes = 10, 99
    refused = keep_result(job, plan, no_tagger)
    assert refused.entry is None
    assert refused.failure
    assert (refused.failure.error, refused.failure.exit_code) == ("ChangingFileError", 19)


@pytest.mark.parametrize(("data", "lasting"), [(b"", True), (b"html", True), (None, False)])
def test_only_failures_that_follow_from_the_file_are_kept(tmp_path: Path, data: bytes | None, lasting: bool) -> None:
    path = tmp_path / "forum.pdf"
    path.write_bytes(data or b"")
    (job,) = find_jobs([tmp_path])
    if data is None:
        path.unlink()
    kept = keep_result(job, make_plan(tmp_path / "cache", NONE), no_tagger)
    assert kept.failure
    assert bool(kept.entry) == lasting
    assert not lasting or load_result(tmp_path / "cache", kept.entry or "") == kept.failure


def test_a_folder_that_cannot_be_written_is_an_error_of_the_run(tmp_path: Path) -> None:
    (tmp_path / "documents").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        save_result(tmp_path, NAME, forum())


def test_without_a_cache_results_end_with_the_run() -> None:
    with open_folder(None) as folder:
        save_result(folder, NAME, forum())
        assert load_result(folder, NAME) == forum()
    assert not folder.exists()


def test_what_is_used_stays_and_what_is_not_used_goes(tmp_path: Path) -> None:
    old = time.time() - 40 * DAY
    for name in (NAME, "cd" * 32):
        save_result(tmp_path, name, forum())
        os.utime(entry(tmp_path, name), (old, old))
    save_entry(tmp_path, {"page": 1}, [1])
    (tmp_path / "notes.txt").write_text("à garder")
    assert find_result(tmp_path, NAME)
    assert remove_entries(tmp_path, 30) == 1
    assert [(usage.kind, usage.entries) for usage in measure(tmp_path)] == [("documents", 1), ("ocr", 1)]
    assert remove_entries(tmp_path) == 2
    assert (tmp_path / "notes.txt").exists()
    assert [usage.bytes for usage in measure(tmp_path)] == [0, 0]


def test_what_a_killed_run_left_half_written_goes_too(tmp_path: Path) -> None:
    save_result(tmp_path, NAME, forum())
    (entry(tmp_path).parent / ".x.part").write_bytes(b"half")
    assert remove_entries(tmp_path) == 2


# The command


def test_the_command_tells_what_there_is_and_clears_it(tmp_path: Path) -> None:
    save_result(tmp_path, NAME, forum())
    shown = call("cache", "--cache", tmp_path)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.splitlines() == ["documents: 1 entrées, 0.0 Mo", "ocr: 0 entrées, 0.0 Mo", f"→ {tmp_path}"]
    assert call("cache", "--cache", tmp_path, "--unused", "30").out.splitlines()[0] == "0 entrées retirées"
    assert call("cache", "--cache", tmp_path, "--clear").out.splitlines()[0] == "1 entrées retirées"
    assert find_result(tmp_path, NAME) is None


def test_a_cache_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert call("cache", "--cache", tmp_path / "absent").out.splitlines()[0] == "documents: 0 entrées, 0.0 Mo"


def test_all_and_the_unused_is_a_contradiction(tmp_path: Path) -> None:
    assert call("cache", "--cache", tmp_path, "--clear", "--unused", "3").code == UsageError.exit_code


def test_an_unchanged_file_costs_a_fiftieth_of_a_new_one(tmp_path: Path) -> None:
    (job,) = find_jobs([SAMPLE])
    plan = make_plan(tmp_path / "cache", NONE)
    new = count_calls(lambda: keep_result(job, plan, no_tagger))

    def look_up() -> None:
        content = read_content(job.path)
        assert content
        name = entry_name(plan.recipe, content, job.name, job.programme_id)
        assert find_result(plan.folder, name)
        assert load_result(plan.folder, name)

    assert 50 * count_calls(look_up) < new
