"""How far into its day an hour is."""

from typing import Protocol


class HourOfDay(Protocol):
    """What tells an hour: `datetime.time`, or a clock as it is printed."""

    @property
    def hour(self) -> int:
        """From 0 to 24."""

    @property
    def minute(self) -> int:
        """From 0 to 59."""


def minutes_of(hour: HourOfDay) -> int:
    """The minutes since midnight."""
    return 60 * hour.hour + hour.minute
