"""Python's collector of cycles, held back where very many records are made: there are no cycles among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# How many new objects, and how often, make the collector look for cycles while documents are read.
SELDOM = (50_000, 20, 50)


@contextmanager
def no_collection() -> Iterator[None]:
    """Look for no cycles inside: each look goes through all the records there are, so that it costs their square."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@contextmanager
def seldom_collection() -> Iterator[None]:
    """Look for cycles seldom inside."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def collect_seldom() -> None:
    """Leave what this process has now out of all further looks, and look seldom."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
