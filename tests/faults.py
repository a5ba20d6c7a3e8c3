"""What workers of a pool do in tests: each function takes the place of the reading of a file, by the file's name."""

import ctypes
import os
import signal
import time
from pathlib import Path

from pipeline.running.jobs import Job, Outcome
from pipeline.running.worker import Plan, read_job
from pipeline.tables import Failure

_HOLD: list[bytes] = []


def fail(job: Job) -> Outcome:
    """Go wrong as the name of the file says; read it when it says nothing."""
    match job.path.stem.rstrip("0123456789"):
        case "segfault":
            ctypes.string_at(0)
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "abort":
            os.abort()
        case "exit":
            os._exit(3)
        case "sleep":
            time.sleep(600)
        case "hang":  # in a library, where no signal is handled in Python
            ctypes.CDLL(None).sleep(600)
        case "loop":
            while True:
                pass
        case "hoard":
            while True:
                _HOLD.append(b"x" * (8 << 20))
                time.sleep(0.001)
        case "refused":
            raise MemoryError
    return read_job(job)


def fail_once(job: Job) -> Outcome:
    """Crash at the first attempt, leaving a mark beside the file."""
    mark = job.path.with_suffix(".mark")
    if not mark.exists():
        mark.touch()
        os.abort()
    return read_job(job)


def wait(job: Job) -> Outcome:
    """Say that reading has begun, and never end."""
    Path(os.environ["PROGRAMME_TEST_MARK"]).touch()
    time.sleep(600)
    return read_job(job)


def slowly(job: Job) -> Outcome:
    """Take a while over each file."""
    time.sleep(0.05)
    return read_job(job)


def name_process(job: Job) -> Outcome:
    """Give the number of this process as a failure."""
    failure = Failure(file=job.name, error="None", exit_code=1, message=str(os.getpid()), remedy="None.")
    return Outcome(job, None, failure)


def end_at_once(_plan: Plan) -> None:
    """A worker that cannot be started."""
    os._exit(1)


def abort_elsewhere(pid: int) -> str:
    """End every process but that of a number."""
    if os.getpid() != pid:
        os.abort()
    return "here"
