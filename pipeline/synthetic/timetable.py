"""The hours of an invented day: arrival, sessions side by side or not, breaks, lunch, closing."""

import datetime as dt
import random
from itertools import zip_longest
from typing import NamedTuple

from pipeline.synthetic.plans import Plan

_NOON, _LAST_MINUTE = 12 * 60 + 30, 23 * 60 + 45
# How often a room stays empty in a parallel slot, and how often its session goes on through the next slot.
_EMPTY, _LONG = 0.05, 0.12


class Span(NamedTuple):
    """The place of one session in a slot: the number of its room and when it ends."""

    column: int
    end: dt.time | None


class Slot(NamedTuple):
    """A stretch of the day: « session », « opening », « closing » or a key of `moments.MOMENTS`."""

    purpose: str
    start: dt.time
    end: dt.time | None
    spans: tuple[Span, ...] = ()


class _Clock:
    """Where the day has come to, in minutes; slots are cut off it one after the other."""

    def __init__(self, minute: int) -> None:
        self.minute = minute
        self.slots: list[Slot] = []

    def cut(self, purpose: str, length: int, open_end: bool = False) -> None:
        """Add a slot, unless the day is over."""
        if self.minute + length <= _LAST_MINUTE:
            end = None if open_end else _at(self.minute + length)
            self.slots.append(Slot(purpose, _at(self.minute), end))
            self.minute += length


def make_day(plan: Plan, rng: random.Random, sessions: int, opens: bool, closes: bool) -> list[Slot]:
    """The slots of a day in order.

    Args:
        plan: The settings of the event.
        rng: Where all choices come from.
        sessions: About how many sessions the day has, those side by side counted one by one.
        opens: Whether it is the first day.
        closes: Whether it is the last day.
    """
    rounds = max(1, round(sessions / (1 + (plan.width - 1) * 0.8)))
    late = plan.genre.festive and rng.random() < 0.6
    clock = _Clock(rng.choice([10 * 60, 14 * 60, 17 * 60] if late else [480, 510, 525, 540, 540, 540, 555, 570, 600]))
    _begin(clock, rng, opens)
    before = (rounds + 1) // 2 if clock.minute < 11 * 60 else 0
    _add_sessions(clock, before, _NOON + 15 - clock.minute, plan, rng)
    if clock.minute < 15 * 60 and rounds > before:
        clock.minute = max(clock.minute, 11 * 60 + 45)
        clock.cut("lunch", rng.choice([45, 60, 60, 75, 90, 90, 120]))
        clock.minute = max(clock.minute, 13 * 60)
    _add_sessions(clock, rounds - before, max(17 * 60 + 15 - clock.minute, 180), plan, rng)
    if closes and rng.random() < 0.65:
        clock.cut("closing", rng.choice([15, 15, 30, 30, 45]), open_end=rng.random() < 0.15)
    if rng.random() < 0.3:
        clock.cut("evening", rng.choice([60, 90, 120]), open_end=rng.random() < 0.6)
    elif rng.random() < 0.25:
        clock.cut("ending", 15, open_end=True)
    return _side_by_side(clock.slots, plan, rng)


def _at(minute: int) -> dt.time:
    return dt.time(minute // 60, minute % 60)


def _begin(clock: _Clock, rng: random.Random, opens: bool) -> None:
    draw = rng.random()
    if draw < 0.5:
        clock.cut("arrival", rng.choice([15, 30, 30, 45]))
    elif draw < 0.62:
        clock.cut("registration", rng.choice([15, 30, 60]), open_end=rng.random() < 0.2)
        if rng.random() < 0.3:
            clock.cut("arrival", 15)
    if opens and rng.random() < 0.72:
        clock.cut("opening", rng.choice([15, 15, 20, 30, 30, 45]))


def _add_sessions(clock: _Clock, count: int, minutes: int, plan: Plan, rng: random.Random) -> None:
    """So many rounds of sessions in about so many minutes, with a break among them."""
    if not count:
        return
    length = max(20, min(120, minutes // count - plan.gap))
    step = plan.step if length > 45 else 5
    pause = rng.randrange(1, count) if count > 1 and rng.random() < 0.75 else 0
    for number in range(count):
        if number and number == pause:
            clock.cut("pause", rng.choice([10, 15, 15, 20, 30]))
        elif number:
            clock.minute += plan.gap
        jitter = rng.choice([-step, 0, 0, 0, step]) if length > 45 else 0
        clock.cut("session", max(15, (length + jitter) // step * step))


def _side_by_side(slots: list[Slot], plan: Plan, rng: random.Random) -> list[Slot]:
    """The same slots with the sessions of each: side by side each room has one, some go on through the next."""
    found: list[Slot] = []
    busy: dict[int, dt.time] = {}
    for slot, after in zip_longest(slots, slots[1:]):
        if slot.purpose != "session" or slot.end is None:
            found.append(slot)
            continue
        going_on = any(end > slot.start for end in busy.values())
        if plan.width == 1 or (not going_on and rng.random() < 0.2):
            found.append(slot._replace(spans=(Span(0, slot.end),)))
            continue
        spans = []
        for column in range(plan.width):
            if busy.get(column, slot.start) > slot.start or rng.random() < _EMPTY:
                continue
            busy[column] = slot.end
            if after and after.purpose == "session" and after.end and rng.random() < _LONG:
                busy[column] = after.end
            spans.append(Span(column, busy[column]))
        if spans:
            found.append(slot._replace(spans=tuple(spans)))
    return found
