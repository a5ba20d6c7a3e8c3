"""What a process keeps in memory: when cycles are looked for, and how much is remembered of documents read.

Where very many records are made the collector of cycles is held back: there are none among them.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import _lru_cache_wrapper

# How many new objects, and how often, make the collector look for cycles while documents are read.
SELDOM = (50_000, 20, 50)
# The stages ask the same lines again and again; a document of a hundred pages has some 5,000 of them.
CACHED_TEXTS = 16_384
# A cache that holds more than this holds mostly what was read in the documents before.
REMEMBERED = 2_048


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


def forget_texts() -> None:
    """Empty the caches of the package that have grown large, without which a process grows with every document.

    Each is large enough for the longest document; the texts of one are of little use to the next.
    """
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("pipeline.")]
    for function in (value for module in modules for value in list(vars(module).values())):
        # Those without bound are tables that are made once.
        is_bounded = isinstance(function, _lru_cache_wrapper) and function.cache_parameters()["maxsize"]
        if is_bounded and function.cache_info().currsize > REMEMBERED:
            function.cache_clear()
