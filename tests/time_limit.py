"""Whether a reading ends in time, and the runs of signs that find slow patterns."""

import gc
import os
import signal
import warnings
from collections.abc import Callable

# Many times what a reading takes that grows with its text, on a slow machine too.
LIMIT = 5.0
LENGTH = 20_000
RUNS = (
    *("a", "A", "0", " ", "\n", "(", ")", "«", ",", ".", "-", "'", "/", "@", "+", "_", "A.", "J.-", "A & ", "A/"),
    *("et ", "de ", "d'", "l'", "à la ", "au sein de ", "et/ou ", "avec ", "– ", "• ", "1. ", "Qui ", "ville "),
    *("M. ", "Mme ", "Léa ", "Léa Durand, ", "Léa Durand (", "Léa Durand\n", "Léa Durand de ", "Léa Durand et "),
    *("DURAND ", "Canal Sud, ", "Canal Sud et ", "l'équipe de ", "directrice de ", "directrice, "),
    *("université de la ", "sous réserve ", "animé par ", "Table ronde avec ", "représenté par "),
    *("01 ", "1) "),
)


def finishes(read: Callable[[str], object], run: str) -> bool:
    """Whether `LENGTH` characters of a run are read in `LIMIT` seconds of processor time.

    In a process of its own: a pattern that is being matched heeds no signal of Python's, and a busy machine does
    not count. Nor does what the tests before it left in memory, which a collection there would copy.
    """
    text = (run * LENGTH)[:LENGTH]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads that only a linear-algebra library has
        child = os.fork()
    if child == 0:
        gc.disable()
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        status = 1
        try:
            read(text)
            status = 0
        finally:
            os._exit(status)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGPROF), "the reading failed"
    return status == 0
