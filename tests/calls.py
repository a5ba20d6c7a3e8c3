"""What a reading costs, counted rather than timed."""

import sys
from collections.abc import Callable


def count_calls(read: Callable[[], object]) -> int:
    """How many calls and returns there are while `read` runs."""
    count = 0

    def tick(*_event: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(tick)
    try:
        read()
    finally:
        sys.setprofile(None)
    return count
