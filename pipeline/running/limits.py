"""What one document may take, and how a process keeps itself within it."""

import contextlib
import os
import resource
import signal
import sys
import threading
from multiprocessing import connection, forkserver, get_context, parent_process
from multiprocessing.context import ForkServerContext
from typing import NamedTuple

# With this code a worker ends itself when it has more memory than it may.
OUT_OF_MEMORY = 86
# What is asked for at once, between two looks at the memory, can be this much beyond the limit.
HEADROOM_MEGABYTES = 512
LOOKS_A_SECOND = 20
# A worker that nobody ends ends itself this many seconds after its deadline.
GRACE_SECONDS = 20


class Limits(NamedTuple):
    """What one document may take: seconds, megabytes of memory of the process that reads it, and pages."""

    seconds: float = 120
    megabytes: int = 1024
    pages: int = 3_000


DEFAULT_LIMITS = Limits()


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def process_context() -> ForkServerContext:
    """How workers are started: forked from a process that has imported what they need and holds nothing else."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["pipeline.running.preload"])
    return context


def warm_up() -> None:
    """Start the process that workers are forked from: it makes its imports while this one goes on."""
    process_context()
    forkserver.ensure_running()


def peak_megabytes() -> int:
    """The most memory this process has had so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak >> (20 if sys.platform == "darwin" else 10)


def bound_process(limits: Limits, busy: threading.Event) -> None:
    """Bind this process to its limits, and to the life of the process that started it.

    Args:
        limits: what it may take.
        busy: set while a document is being read.
    """
    # Ended at once, also inside a library that never comes back to Python.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_AS, limits.megabytes + HEADROOM_MEGABYTES << 20)
    threading.Thread(target=_watch, args=(limits, busy), daemon=True).start()


def _lower(kind: int, value: int) -> None:
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    # Not every system has every limit; the watch below does without.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (value, hard))


def set_deadline(limits: Limits | None) -> None:
    """End this process when a document is not done long after its time; None for no document."""
    signal.setitimer(signal.ITIMER_REAL, limits.seconds + GRACE_SECONDS if limits else 0)


def _watch(limits: Limits, busy: threading.Event) -> None:
    parent = parent_process()
    watched = [parent.sentinel] if parent else []
    while not connection.wait(watched, timeout=1 / LOOKS_A_SECOND):
        # Only while it reads: between two documents a worker holds locks that others wait for.
        if busy.is_set() and peak_megabytes() > limits.megabytes:
            os._exit(OUT_OF_MEMORY)
    os._exit(1)
