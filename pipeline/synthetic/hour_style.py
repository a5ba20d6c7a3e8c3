"""How one document prints clock times and ranges."""

import datetime as dt
import random
from typing import NamedTuple

NBSP = "\u00a0"


class HourStyle(NamedTuple):
    """One notation of hours.

    `mark` stands between hours and minutes with `space` around it; `full` prints « 10h00 » rather than « 10h »,
    `padded` « 09h » rather than « 9h », `compact` « 9-10h » rather than « 9h-10h »; `opening` and `between` make a
    range of two times; `alone` stands before a start without an end.
    """

    mark: str = "h"
    space: str = ""
    full: bool = False
    padded: bool = False
    compact: bool = False
    opening: str = ""
    between: str = " – "
    alone: str = ""
    only_start: bool = False


def print_clock(time: dt.time, style: HourStyle) -> str:
    """One time: « 9h30 »."""
    hour = f"{time.hour:02d}" if style.padded else str(time.hour)
    if time.minute or style.full:
        return f"{hour}{style.space}{style.mark}{style.space}{time.minute:02d}"
    return f"{hour}{style.space}{style.mark}"


def print_range(start: dt.time, end: dt.time | None, style: HourStyle) -> str:
    """A start, with its end where there is one and the style prints ends."""
    if end is None or style.only_start:
        return f"{style.alone}{print_clock(start, style)}"
    first = print_clock(start, style)
    if style.compact and not start.minute and not end.minute:
        first = str(start.hour)
    return f"{style.opening}{first}{style.between}{print_clock(end, style)}"


def make_hour_style(rng: random.Random) -> HourStyle:
    """Draw a notation; those met most often in programmes are drawn most often."""
    kind = rng.choices(["h", "spaced", ":", "H", "."], [60, 14, 17, 6, 1.5])[0]
    style = HourStyle(padded=rng.random() < 0.3, full=rng.random() < 0.5, only_start=rng.random() < 0.13)
    match kind:
        case "spaced":
            style = style._replace(space=rng.choice([" ", NBSP]), full=rng.random() < 0.3)
        case ":" | ".":
            style = style._replace(mark=kind, full=True)
        case "H":
            style = style._replace(mark="H")
    if kind == ".":
        return style._replace(between=rng.choice(["-", " – "]), only_start=False)
    betweens = [" – ", "–", " - ", "-", " > ", " à ", "/", " → ", " / ", "-", " – ", " | "]
    if kind in ("h", "spaced") and rng.random() < 0.12:
        style = style._replace(opening=rng.choice(["de ", "De ", "de "]), between=" à ")
    else:
        style = style._replace(between=rng.choice(betweens))
    if style.only_start:
        style = style._replace(alone=rng.choice(["", "", "", "", "À ", "à "]))
    else:
        style = style._replace(alone=rng.choice(["", "", "", "À partir de ", "dès "]))
    compact = kind == "h" and not style.full and style.between in ("-", "–", " à ") and rng.random() < 0.12
    return style._replace(compact=compact)
