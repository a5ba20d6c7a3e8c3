"""How days, hours and counts are said on the pages."""

import datetime as dt

from pipeline.times.days import MONTHS, WEEKDAYS


def long_day(day: dt.date | None) -> str:
    """Example: `long_day(dt.date(2024, 5, 14))` → `"mardi 14 mai 2024"`."""
    if day is None:
        return "jour non lu"
    number = "1er" if day.day == 1 else str(day.day)
    return f"{WEEKDAYS[day.weekday()][0]} {number} {MONTHS[day.month - 1][0]} {day.year}"


def hours(start: dt.time | None, end: dt.time | None) -> str:
    """Example: `hours(dt.time(9), dt.time(10, 30))` → `"09:00 – 10:30"`."""
    if start is None:
        return "sans heure"
    return f"{start:%H:%M} – {end:%H:%M}" if end else f"{start:%H:%M}"


def count(number: int, noun: str) -> str:
    """Example: `count(2, "session")` → `"2 sessions"`; thousands are set apart by a narrow space."""
    words = noun if number < 2 else " ".join(f"{word}s" for word in noun.split())
    return f"{number:,}".replace(",", "\u202f") + f"\u00a0{words}"
