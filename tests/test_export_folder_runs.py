"""The dataset folder when runs are killed or meet each other."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_export_folder import contents, dataset, siblings

from pipeline.errors import OutputError
from pipeline.export.folder import replace_folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "processed"


KILLED = """
import os, signal, sys
from pathlib import Path
from pipeline.export.folder import replace_folder

def files():
    yield "a.csv", b"2"
    os.kill(os.getpid(), signal.SIGKILL)

replace_folder(files(), Path(sys.argv[1]))
"""

WRITE = """
import sys
from pathlib import Path
from pipeline.errors import OutputError
from pipeline.export.folder import replace_folder

for turn in range(20):
    files = [(f"{rank}.csv", sys.argv[2].encode()) for rank in range(20)]
    files.append(("datapackage.json", Path(sys.argv[3]).read_bytes()))
    try:
        replace_folder(files, Path(sys.argv[1]))
    except OutputError as error:
        assert "another run is writing" in str(error), error
"""


def dead_pid() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_killed_run_leaves_the_old_folder_and_the_next_clears_up(out: Path) -> None:
    replace_folder(dataset("a.csv"), out)
    run = subprocess.run([sys.executable, "-c", KILLED, str(out)], check=False)
    assert run.returncode == -signal.SIGKILL
    assert contents(out) == dict(dataset("a.csv"))
    assert len(siblings(out)) == 2  # the lock and the temporary folder
    replace_folder(dataset("a.csv", content=b"3"), out)
    assert contents(out) == dict(dataset("a.csv", content=b"3"))
    assert siblings(out) == []


def test_run_killed_between_the_two_renames_is_made_good(out: Path) -> None:
    replace_folder(dataset("a.csv"), out)
    (out / "notes.txt").write_text("à relire")
    pid = dead_pid()
    out.rename(out.with_name(f".processed.{pid}.old"))
    out.with_name(f".processed.{pid}.tmp").mkdir()
    replace_folder(dataset("a.csv", content=b"2"), out)
    assert contents(out) == {**dict(dataset("a.csv", content=b"2")), "notes.txt": "à relire".encode()}
    assert siblings(out) == []


def test_run_killed_after_the_swap_is_made_good(out: Path) -> None:
    replace_folder(dataset("a.csv"), out)
    shutil.copytree(out, out.with_name(f".processed.{dead_pid()}.old"))
    replace_folder(dataset("a.csv", content=b"2"), out)
    assert contents(out) == dict(dataset("a.csv", content=b"2"))
    assert siblings(out) == []


def test_leftover_of_a_live_process_and_folders_of_others_stay(out: Path) -> None:
    names = [f".processed.{os.getppid()}.tmp", ".processed.tmp", f".autre.{dead_pid()}.tmp"]
    for name in names:
        out.with_name(name).mkdir()
    replace_folder(dataset("a.csv"), out)
    assert siblings(out) == sorted(names)


def test_second_run_is_told_that_the_folder_is_in_use(out: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        with pytest.raises(OutputError, match="another run is writing this folder"):
            replace_folder(dataset("a.csv", content=b"2"), out)
        yield from dataset("a.csv")

    replace_folder(files(), out)
    assert contents(out) == dict(dataset("a.csv"))


def test_lock_that_another_run_removes_on_its_end_is_taken_again(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, flock, calls = out.with_name(".processed.lock"), fcntl.flock, []

    def late(handle: int, operation: int) -> None:
        flock(handle, operation)
        calls.append(operation)
        if len(calls) == 1:
            lock.unlink()

    def files() -> Iterator[tuple[str, bytes]]:
        assert lock.exists()
        yield from dataset("a.csv")

    monkeypatch.setattr(fcntl, "flock", late)
    replace_folder(files(), out)
    assert len(calls) == 2


def test_concurrent_runs_never_mix(out: Path, tmp_path: Path) -> None:
    names = [f"{rank}.csv" for rank in range(20)]
    descriptor = tmp_path / "descriptor"
    descriptor.write_bytes(dict(dataset(*names))["datapackage.json"])
    arguments = [[sys.executable, "-c", WRITE, str(out), str(who), str(descriptor)] for who in range(4)]
    runs = [subprocess.Popen(each, stderr=subprocess.PIPE) for each in arguments]
    assert [run.communicate()[1] for run in runs] == [b""] * 4
    found = contents(out)
    assert set(found) == {*names, "datapackage.json"}
    assert len({found[name] for name in names}) == 1
    assert siblings(out) == ["descriptor"]
