"""Many documents in processes of their own: what a bad one costs, and that nothing else changes."""

import json
import logging
import os
import shutil
import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import faults
import hostile
import pytest
from runs import RAW, published

from pipeline.batch import run_batch
from pipeline.errors import (
    MemoryLimitError,
    OutputError,
    TaggerError,
    TimeLimitError,
    WorkerCrashError,
)
from pipeline.export import Dataset
from pipeline.model_files import NONE
from pipeline.running import pool
from pipeline.running.jobs import Errand, Job, Outcome, find_jobs
from pipeline.running.limits import Limits
from pipeline.running.pool import make_plan, read_files, run_pool, settings_of
from pipeline.running.worker import Plan, read_job
from pipeline.tagger import no_tagger

# Long enough for a fault to show on a busy machine.
QUICK = Limits(seconds=12, megabytes=400)


def folder_of(folder: Path, *names: str) -> list[Job]:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.pdf").write_bytes(hostile.good())
    return find_jobs([folder])


def plan_in(folder: Path, limits: Limits = QUICK) -> Plan:
    return make_plan(folder / "cache", NONE, limits=limits)


def errors_of(dataset: Dataset) -> dict[str, str]:
    return {failure.file: failure.error for failure in dataset.failures}


def run(
    jobs: Sequence[Job], plan: Plan, workers: int = 2, read: Callable[[Job], Outcome] = read_job
) -> tuple[Dataset, dict[str, Outcome]]:
    told: list[Outcome] = []
    dataset = run_pool(jobs, plan, workers, [told.append], read)
    assert len(told) == len({outcome.job.name for outcome in told}) == len(jobs)
    return dataset, {outcome.job.path.stem: outcome for outcome in told}


FAULTS = {
    "segfault": WorkerCrashError,
    "killed": WorkerCrashError,
    "abort": WorkerCrashError,
    "exit": WorkerCrashError,
    "sleep": TimeLimitError,
    "hang": TimeLimitError,
    "loop": TimeLimitError,
    "hoard": MemoryLimitError,
    "refused": MemoryLimitError,
}


def test_nine_faults_among_eighteen_files_cost_those_nine_alone(tmp_path: Path) -> None:
    jobs = folder_of(tmp_path / "raw", *FAULTS, *(f"bon{rank}" for rank in range(18)))
    started = time.monotonic()
    dataset, told = run(jobs, plan_in(tmp_path), read=faults.fail)
    assert len(dataset.programmes) == 18
    assert errors_of(dataset) == {f"{name}.pdf": error.__name__ for name, error in FAULTS.items()}
    codes = {failure.file: failure.exit_code for failure in dataset.failures}
    assert codes == {f"{name}.pdf": error.exit_code for name, error in FAULTS.items()}
    assert all(failure.message.startswith(failure.file) for failure in dataset.failures)
    assert "SIGSEGV" in next(failure.message for failure in dataset.failures if failure.file == "segfault.pdf")
    assert {told[name].attempts for name in FAULTS if FAULTS[name] is TimeLimitError} == {1}
    assert {told[name].attempts for name in FAULTS if FAULTS[name] is not TimeLimitError} == {2}
    assert time.monotonic() - started < 120


def test_failures_of_the_process_are_tried_again_by_the_next_run(tmp_path: Path) -> None:
    jobs = folder_of(tmp_path / "raw", "abort", "bon")
    plan = plan_in(tmp_path)
    assert errors_of(run(jobs, plan, read=faults.fail)[0]) == {"abort.pdf": "WorkerCrashError"}
    dataset, told = run(jobs, plan)
    assert (errors_of(dataset), told["bon"].cached, told["abort"].cached) == ({}, True, False)


def test_a_crash_that_does_not_come_again_costs_nothing(tmp_path: Path) -> None:
    dataset, told = run(folder_of(tmp_path / "raw", "a", "b"), plan_in(tmp_path), read=faults.fail_once)
    assert (len(dataset.programmes), errors_of(dataset)) == (2, {})
    assert {outcome.attempts for outcome in told.values()} == {2}


def test_a_pool_that_loses_its_way_is_started_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    jobs = folder_of(tmp_path / "raw", "a", "b")
    opened: list[object] = []
    open_pool = pool._open_pool

    def stop_at_once(plan: Plan, workers: int) -> object:
        opened.append(made := open_pool(plan, workers))
        monkeypatch.setattr(pool, "STALLED_SECONDS", 0.1 if len(opened) == 1 else 60)
        if len(opened) == 1:
            # As when a worker dies with the lock of the others in its hands: nothing is ever answered.
            monkeypatch.setattr(made._pool_manager, "schedule", lambda task: None)
        return made

    monkeypatch.setattr(pool, "_open_pool", stop_at_once)
    with caplog.at_level(logging.WARNING):
        dataset, _ = run(jobs, plan_in(tmp_path))
    assert len(opened) == 2
    assert "started anew" in caplog.text
    assert (len(dataset.programmes), errors_of(dataset)) == (2, {})


def test_a_pool_that_cannot_be_started_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "start_worker", faults.end_at_once)
    with pytest.raises(WorkerCrashError, match="whatever the file"):
        run_pool(folder_of(tmp_path / "raw", "a", "b"), plan_in(tmp_path))


def test_an_errand_is_done_by_a_worker_and_what_it_brings_is_taken_here(tmp_path: Path) -> None:
    jobs = folder_of(tmp_path / "raw", "a", "b")
    errands: deque[Errand] = deque()
    brought: list[tuple[int, int]] = []
    for outcome in read_files(jobs, plan_in(tmp_path), workers=2, errands=errands):
        errands.append(Errand(outcome.job.name, os.getpid, lambda made: brought.append((made, os.getpid()))))
    assert len(brought) == 2
    assert all(there != here == os.getpid() for there, here in brought)


def test_an_errand_that_is_lost_with_its_worker_is_done_here(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    brought: list[Any] = []
    errands = deque([Errand("fin", partial(faults.abort_elsewhere, os.getpid()), brought.append)])
    assert [
        outcome.failure for outcome in read_files(folder_of(tmp_path, "a"), plan_in(tmp_path), errands=errands)
    ] == [None]
    assert brought == ["here"]
    assert "WorkerCrashError" in caplog.text


def test_as_many_workers_as_you_like_give_the_same_bytes_with_a_cache_or_without(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    shutil.copytree(RAW, raw, ignore=shutil.ignore_patterns("*.py"))
    for name in ("empty", "html", "truncated"):
        (raw / f"{name}.pdf").write_bytes(hostile.HOSTILE[name]())
    jobs = find_jobs([raw])
    limits = Limits()
    one = plan_in(tmp_path / "one", limits)
    first = published(run(jobs, one, 1)[0], tmp_path / "first")
    again, told = run(jobs, one, 1)
    assert all(outcome.cached for outcome in told.values())
    assert published(again, tmp_path / "again") == first
    assert published(run(jobs[::-1], plan_in(tmp_path / "two", limits), 3)[0], tmp_path / "second") == first
    alone = run_batch(jobs, no_tagger)._replace(model=one.model, settings=settings_of(one))
    assert published(alone, tmp_path / "alone") == first


def test_only_what_has_changed_is_read_and_what_is_gone_is_gone(tmp_path: Path) -> None:
    raw, plan = tmp_path / "raw", plan_in(tmp_path)
    run(folder_of(raw, "a", "b", "c"), plan)
    (raw / "a.pdf").write_bytes(hostile.rotated_page())
    (raw / "b.toml").write_text('titre = "Les horloges"', encoding="utf-8")
    (raw / "c.pdf").rename(raw / "d.pdf")
    (raw / "e.pdf").write_bytes(hostile.empty())
    dataset, told = run(find_jobs([raw]), plan)
    assert [programme.file for programme in dataset.programmes] == ["a.pdf", "b.pdf", "d.pdf"]
    assert dataset.programmes[1].title == "Les horloges"
    assert not any(outcome.cached for outcome in told.values())
    assert all(outcome.cached for outcome in run(find_jobs([raw]), plan)[1].values())


def test_a_broken_model_ends_the_run(tmp_path: Path) -> None:
    model = tmp_path / "model"
    model.mkdir()
    (model / "config.cfg").write_text("[nlp]\n", encoding="utf-8")
    plan = make_plan(tmp_path / "cache", str(model), limits=Limits(seconds=60))
    with pytest.raises(TaggerError, match="model"):
        run_pool(folder_of(tmp_path / "raw", "a"), plan)


def test_a_cache_that_cannot_be_written_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        run_pool(folder_of(tmp_path / "raw", "a"), plan_in(tmp_path))


def test_pages_have_a_limit(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "three.pdf").write_bytes(hostile.no_text_page())
    jobs = find_jobs([raw])
    dataset, _ = run(jobs, plan_in(tmp_path, QUICK._replace(pages=2)))
    assert errors_of(dataset) == {"three.pdf": "TooLargeError"}
    assert errors_of(run(jobs, plan_in(tmp_path, QUICK._replace(pages=3)))[0]) == {}


def test_the_settings_of_a_run_are_plain_json_and_no_folder_of_this_machine(tmp_path: Path) -> None:
    told = json.dumps(settings_of(plan_in(tmp_path)))
    assert str(tmp_path) not in told
    assert json.loads(told)["pages"] == QUICK.pages


def test_no_process_is_left(tmp_path: Path) -> None:
    dataset, told = run(folder_of(tmp_path / "raw", "a"), plan_in(tmp_path), read=faults.name_process)
    assert dataset.programmes == ()
    pid = int(told["a"].failure.message)  # type: ignore[union-attr]
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
