"""What holds for all tests."""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from pipeline.extract.ocr_cache import CACHE_VARIABLE
from pipeline.running.limits import processors

# How long an example takes is the machine's affair, and which are drawn is that of the test alone: a run tells of the
# code and not of its luck. `pytest --hypothesis-profile=search` draws others, and more of them.
settings.register_profile("same everywhere", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("same everywhere")

# A shell has its background jobs ignore Ctrl-C, and so would the commands that the tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


# Files of few tests that take long; the others follow, so that no process is left alone with one of these at the end.
BEGUN_FIRST = (
    "test_training_train.py",
    "test_review_browser.py",
    "test_cluster.py",
    "test_partitions.py",
    "test_descriptions.py",
    "test_schema.py",
    "test_cli_run.py",
    "test_leaks.py",
    "test_docs.py",
)


def pytest_xdist_auto_num_workers() -> int:
    """One process more than processors: much of the time a test waits for a command, a browser or a limit."""
    return processors() + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of slow files before the others."""
    rank = {name: number for number, name in enumerate(BEGUN_FIRST)}
    items.sort(key=lambda item: rank.get(item.path.name, len(rank)))


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache for the tests alone: that of the user neither helps them nor keeps what they leave."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE_VARIABLE, str(tmp_path_factory.mktemp("cache")))
        yield
