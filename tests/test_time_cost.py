"""Reading times and days costs no more than in proportion to the text, whatever the text.

Counted, not timed: calls here, and patterns that cannot look further than a fixed number of signs.
"""

import contextlib
import io
import re
from collections.abc import Callable
from functools import partial

import pytest
from calls import count_calls

from pipeline import times
from pipeline.times import clock, dates, days, hours

READERS: tuple[Callable[[str], object], ...] = (
    hours.find_hours,
    hours.find_durations,
    clock.is_hour_scale,
    times.find_half_day,
    days.find_days,
    dates.find_years,
)
RUNS = (
    *("9", "-", " ", "\n", "(", "9h", "9h ", "9h-", "9-", "9 à ", "9.00-", "midi ", "à ", "d'", "jusqu'à ", "durée "),
    *("9 ", "9,", "9, ", "9 et ", "1/", "lundi ", "lundi 3 ", "3 mai ", "3 mai et ", "3 mai au ", "2022 ", "six "),
)


def read_all(text: str) -> None:
    for read in READERS:
        read(text)


@pytest.mark.parametrize("run", RUNS)
def test_ten_times_the_text_takes_ten_times_the_calls(run: str) -> None:
    short, long = ((run * length)[:length] for length in (2_000, 20_000))
    assert count_calls(partial(read_all, long)) < 12 * count_calls(partial(read_all, short)) + 100


def structure(pattern: re.Pattern[str]) -> str:
    """How a pattern is built, as the standard library tells it."""
    with contextlib.redirect_stdout(io.StringIO()) as told:
        re._parser.parse(pattern.pattern, pattern.flags).dump()  # type: ignore[attr-defined]
    return told.getvalue()


@pytest.mark.parametrize("module", [clock, dates, days, hours, times], ids=lambda module: module.__name__)
def test_no_pattern_repeats_without_bound(module: object) -> None:
    patterns = {name: value for name, value in vars(module).items() if isinstance(value, re.Pattern)}
    assert [name for name, pattern in patterns.items() if "MAXREPEAT" in structure(pattern)] == []


def test_an_unbounded_repeat_would_be_seen() -> None:
    assert "MAXREPEAT" in structure(re.compile("(?:a{2,}b)?"))
