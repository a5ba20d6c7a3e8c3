"""How one document prints its days, and the period they make."""

import datetime as dt
import random
from collections.abc import Sequence
from typing import NamedTuple

WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
SHORT_MONTHS = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()
SHORT_WEEKDAYS = "lun. mar. mer. jeu. ven. sam. dim.".split()
# Each pattern with how often it is drawn, those that tell the year first.
COMPLETE = {
    "{weekday} {day} {month} {year}": 30,
    "{day} {month} {year}": 6,
    "{weekday} {day} {short} {year}": 3,
    "{weekday}, {day} {month} {year}": 2,
    "le {weekday} {day} {month} {year}": 3,
    "{weekday} {dd}/{mm}/{year}": 3,
    "{dd}/{mm}/{year}": 3,
    "{weekday} {dd}.{mm}.{year}": 1,
    "jour {number} – {weekday} {day} {month} {year}": 4,
    "jour {number} : {weekday} {day} {month} {year}": 2,
    "journée {number} | {weekday} {day} {month} {year}": 2,
    "{weekday} {day} {month} {year} – journée {number}": 2,
    "programme du {weekday} {day} {month} {year}": 2,
}
PARTIAL = {
    "{weekday} {day} {month}": 20,
    "{weekday} {day}": 6,
    "{weekday}": 3,
    "{day} {month}": 3,
    "{weekday} {dd}/{mm}": 3,
    "{weekday} {day} {short}": 3,
    "jour {number} – {weekday} {day} {month}": 3,
    "{shortday} {day} {month}": 2,
}


class DayStyle(NamedTuple):
    """One notation of days; when it is not `complete` the document must print the period somewhere."""

    pattern: str = "{weekday} {day} {month} {year}"
    complete: bool = True
    letters: str = "first"
    period: str = "span"


def print_date(date: dt.date, style: DayStyle, number: int = 1) -> str:
    """A day; `number` is which day of the event it is."""
    text = style.pattern.format(
        weekday=WEEKDAYS[date.weekday()],
        shortday=SHORT_WEEKDAYS[date.weekday()],
        day=_first(date.day),
        dd=f"{date.day:02d}",
        month=MONTHS[date.month - 1],
        short=SHORT_MONTHS[date.month - 1],
        mm=f"{date.month:02d}",
        year=date.year,
        number=number,
    )
    return text.upper() if style.letters == "capitals" else text[0].upper() + text[1:]


def print_span(days: Sequence[dt.date], style: DayStyle) -> str:
    """The period of an event, always with its year: « 18, 19 et 20 mars 2022 », « du 30 mai au 1er juin 2024 »."""
    first, last = days[0], days[-1]
    if first == last:
        return f"{WEEKDAYS[first.weekday()]} {_day_month(first)} {first.year}".capitalize()
    if first.year != last.year:
        return f"Du {_day_month(first)} {first.year} au {_day_month(last)} {last.year}"
    if first.month != last.month:
        return f"Du {_day_month(first)} au {_day_month(last)} {last.year}"
    end = f"{_day_month(last)} {last.year}"
    match style.period:
        case "list":
            return f"{', '.join(_first(day.day) for day in days[:-1])} et {end}"
        case "dash":
            return f"{_first(first.day)}-{end}"
        case "weekdays":
            return (
                f"{WEEKDAYS[first.weekday()]} {_first(first.day)} et {WEEKDAYS[last.weekday()]} {end}".capitalize()
                if (len(days) == 2)
                else f"Du {WEEKDAYS[first.weekday()]} {_first(first.day)} au {WEEKDAYS[last.weekday()]} {end}"
            )
        case _:
            return f"Du {_first(first.day)} au {end}"


def make_day_style(rng: random.Random) -> DayStyle:
    """Draw a notation; two in three tell the year."""
    complete = rng.random() < 0.62
    patterns = COMPLETE if complete else PARTIAL
    return DayStyle(
        pattern=rng.choices(list(patterns), list(patterns.values()))[0],
        complete=complete,
        letters="capitals" if rng.random() < 0.22 else "first",
        period=rng.choice(["span", "list", "dash", "weekdays"]),
    )


def _first(day: int) -> str:
    return "1er" if day == 1 else str(day)


def _day_month(date: dt.date) -> str:
    return f"{_first(date.day)} {MONTHS[date.month - 1]}"
