"""Files read on a Dask cluster of several processes: the same dataset, also when one of them is killed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import hostile
import pytest
from command import call
from distributed import Client
from hostile_bombs import BOMBS
from runs import RAW, files_in

from pipeline.errors import ClusterError, PartialFailureError
from pipeline.running import cluster, partitions

QUIET = ("--tagger", "none")
DASK = (sys.executable, "-m", "dask")


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a cluster of three workers, each a process that is started again when it is lost."""
    folder = tmp_path_factory.mktemp("cluster")
    told = folder / "scheduler.json"
    common = ("--scheduler-file", str(told), "--no-dashboard")
    commands = [
        [*DASK, "scheduler", *common, "--port", "0", "--host", "127.0.0.1"],
        [*DASK, "worker", *common, "--nworkers", "3", "--nthreads", "1", "--local-directory", str(folder)],
    ]
    with (folder / "log").open("wb") as log:
        processes = [subprocess.Popen(command, stdout=log, stderr=log, cwd=folder) for command in commands]
        try:
            until = time.monotonic() + 60
            while not told.exists():
                assert time.monotonic() < until, (folder / "log").read_text()
                time.sleep(0.1)
            address = json.loads(told.read_text())["address"]
            with Client(address) as client:
                client.wait_for_workers(3, timeout=60)
            yield address
        finally:
            for process in reversed(processes):
                process.terminate()
                process.wait(30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The samples, copies of a page, and a file that cannot be read."""
    (tmp_path / "raw").mkdir()
    for path in (*RAW.glob("*.pdf"), *RAW.glob("*.toml")):
        shutil.copy(path, tmp_path / "raw")
    for rank in range(9):
        (tmp_path / "raw" / f"page{rank}.pdf").write_bytes(hostile.good())
    (tmp_path / "raw" / "vide.pdf").write_bytes(b"")
    return tmp_path / "raw"


def test_a_cluster_publishes_what_one_machine_does(scheduler: str, folder: Path, tmp_path: Path) -> None:
    here = call("run", folder, "--out", tmp_path / "here", "--no-cache", *QUIET)
    there = call(
        *("run", folder, "--out", tmp_path / "there", "--cache", tmp_path / "cache", *QUIET),
        *("--scheduler", scheduler),
    )
    assert here.code == there.code == PartialFailureError.exit_code
    assert files_in(tmp_path / "there") == files_in(tmp_path / "here")
    again = call("run", folder, "--out", tmp_path / "here", "--cache", tmp_path / "cache", *QUIET)
    assert again.code == PartialFailureError.exit_code


def test_the_model_is_loaded_by_the_workers(scheduler: str, tmp_path: Path) -> None:
    sample = RAW / "forum-des-rives-2024.pdf"
    call("run", sample, "--out", tmp_path / "here", "--no-cache")
    assert call("run", sample, "--out", tmp_path / "there", "--no-cache", "--scheduler", scheduler).code == 0
    assert files_in(tmp_path / "there") == files_in(tmp_path / "here")


def test_partitions_lose_nothing_when_a_worker_is_killed(
    scheduler: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partitions, "MEAN_FILES", 2)
    here = call("run", folder, "--partitioned", "--out", tmp_path / "here", "--no-cache", *QUIET)
    done: list[str] = []
    killed: list[int] = []
    write_on_cluster = cluster.write_on_cluster

    def killing(*arguments: object) -> Iterator[object]:
        for report, outcomes in write_on_cluster(*arguments):  # type: ignore[arg-type]
            done.append(report.name)
            if not killed:
                with Client(scheduler) as client:
                    killed.extend(client.run(os.getpid).values())
                os.kill(killed[0], signal.SIGKILL)
            yield report, outcomes

    monkeypatch.setattr(cluster, "write_on_cluster", killing)
    monkeypatch.chdir(tmp_path)  # the workers have another working folder
    there = call(
        *("run", "raw", "--partitioned", "--out", "there", "--no-cache", *QUIET),
        *("--scheduler", scheduler),
    )
    assert len(killed) == 3
    assert len(done) == len(set(done)) > 2
    assert here.code == there.code == PartialFailureError.exit_code
    assert files_in(tmp_path / "there") == files_in(tmp_path / "here")
    with Client(scheduler) as client:
        client.wait_for_workers(3, timeout=60)
        assert killed[0] not in client.run(os.getpid).values()


def test_a_file_that_ends_its_process_costs_itself(scheduler: str, folder: Path, tmp_path: Path) -> None:
    (folder / "bombe.pdf").write_bytes(BOMBS["nested_flate"]())
    with Client(scheduler) as client:
        before = set(client.run(os.getpid).values())
    called = call(
        *("run", folder, "--out", tmp_path / "out", "--no-cache", "--max-memory", "300", *QUIET),
        *("--scheduler", scheduler),
    )
    assert called.code == PartialFailureError.exit_code
    assert len(list((tmp_path / "out" / "programmes").iterdir())) == 12
    with Client(scheduler) as client:
        assert set(client.run(os.getpid).values()) == before


def test_a_scheduler_that_does_not_answer_is_said(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    called = call("run", folder, "--out", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9", *QUIET)
    assert called.code == ClusterError.exit_code
    assert "tcp://127.0.0.1:9" in called.err
    assert not (tmp_path / "out").exists()


def test_a_worker_of_another_version_is_said(
    scheduler: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "program_digest", lambda: "another program")
    called = call("run", folder, "--out", tmp_path / "out", "--scheduler", scheduler, *QUIET)
    assert (called.code, "version" in called.err) == (ClusterError.exit_code, True)
