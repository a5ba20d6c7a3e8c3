"""Cells that can be corrected: how their text is read, and what else follows from a session's new value."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from pipeline.document import Capacity, Kind
from pipeline.lexicon import FORMATS
from pipeline.minutes import minutes_of
from pipeline.normalise import half_day_of
from pipeline.programme import Session, Status
from pipeline.times import localise
from pipeline.times.hours import crosses_midnight
from pipeline.title_case import readable_title

_CLOCK = re.compile(r"(\d{1,2})\s*[:hH]\s*(\d{2})?")
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_TRUTH = {"true": True, "vrai": True, "false": False, "faux": False}
_HALF_DAYS = ("matin", "après-midi", "soir")


class Cell(NamedTuple):
    """A cell of a record: its attribute, and how its text is read; `parse` raises ValueError with what is wrong."""

    attribute: str
    parse: Callable[[str], Any]


def _line(text: str) -> str | None:
    return " ".join(text.split()) or None


def _needed(text: str) -> str:
    if not text:
        raise ValueError("cannot be empty")
    return " ".join(text.split())


def _paragraphs(text: str) -> str | None:
    return "\n".join(line for line in (" ".join(each.split()) for each in text.split("\n")) if line) or None


def parse_day(text: str) -> dt.date | None:
    """A day as the tables print it or as it is written in French: « 2024-05-14 », « 14/05/2024 »."""
    if not text:
        return None
    try:
        found = _DAY.fullmatch(text)
        return dt.date(int(found[3]), int(found[2]), int(found[1])) if found else dt.date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"« {text} » is no day (2024-05-14 or 14/05/2024)") from error


def parse_clock(text: str) -> dt.time | None:
    """An hour as the tables print it or as it is written in French: « 09:30 », « 9h30 », « 9h »."""
    if not text:
        return None
    found = _CLOCK.fullmatch(text)
    if not found or (":" in text and not found[2]) or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise ValueError(f"« {text} » is no hour (09:30 or 9h30)")
    return dt.time(int(found[1]), int(found[2] or 0))


def _truth(text: str) -> bool:
    if text.casefold() not in _TRUTH:
        raise ValueError(f"« {text} » is neither true nor false")
    return _TRUTH[text.casefold()]


def _one_of(*values: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in values:
            raise ValueError(f"« {text} » is none of {', '.join(values)}")
        return text

    return parse


def _or_empty(parse: Callable[[str], str]) -> Callable[[str], str | None]:
    return lambda text: parse(text) if text else None


_KNOWN_FORMATS = tuple(sorted({row.value for row in FORMATS}))

PROGRAMME_CELLS = {
    "titre": Cell("title", _line),
    "lieu": Cell("place", _line),
    "organisateur": Cell("organiser", _line),
}
SESSION_CELLS = {
    "genre": Cell("kind", lambda text: Kind(_one_of(*Kind)(text))),
    "titre": Cell("title", _needed),
    "sous_titre": Cell("subtitle", _line),
    "titre_lisible": Cell("readable_title", _needed),
    "format": Cell("format", _or_empty(_one_of(*_KNOWN_FORMATS))),
    "parcours": Cell("track", _line),
    "salle": Cell("room", _line),
    "date": Cell("date", parse_day),
    "heure_debut": Cell("start", parse_clock),
    "heure_fin": Cell("end", parse_clock),
    "demi_journee": Cell("half_day", _or_empty(_one_of(*_HALF_DAYS))),
    "description": Cell("description", _paragraphs),
    "statut": Cell("status", lambda text: Status(_one_of(*Status)(text))),
    "page_imprimee": Cell("printed_page", _line),
}
INTERVENTION_CELLS = {
    "nom": Cell("name", _needed),
    "fonction": Cell("role", _line),
    "qualite": Cell("capacity", lambda text: Capacity(_one_of(*Capacity)(text))),
    "collectif": Cell("collective", _needed),
    "provisoire": Cell("tentative", _truth),
}
ORGANISATIONS = "organisations"


def split_labels(text: str) -> list[str]:
    """The labels of the cell « organisations »: « Fabrique des rives | Ville de Lens »."""
    return list(dict.fromkeys(label for part in text.split("|") if (label := " ".join(part.split()))))


def printed(value: object) -> str:
    """A value as the tables print it."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case dt.time():
            return value.isoformat(timespec="minutes")
    return str(value)


def same(cell: Cell, told: str, value: object) -> bool:
    """Whether a text says the value that stands in a cell; how it is spaced does not count."""
    try:
        meant = cell.parse(told)
    except ValueError:
        return False
    return " ".join(printed(meant).split()) == " ".join(printed(value).split())


def with_value(session: Session, field: str, value: Any, timezone: str) -> Session:
    """The session with another value in one cell, and with what follows from it: moments, length, title to read."""
    changed = session.model_copy(update={SESSION_CELLS[field].attribute: value})
    if field == "titre":
        return changed.model_copy(update={"readable_title": readable_title(value, told=session.readable_title)})
    if field not in ("date", "heure_debut", "heure_fin"):
        return changed
    changes = _moments(session, changed, timezone)
    if session.half_day == half_day_of(session.start):  # else it was printed, and stays
        changes["half_day"] = half_day_of(changed.start)
    return changed.model_copy(update=changes)


def _moments(before: Session, session: Session, timezone: str) -> dict[str, Any]:
    """Begin, end and length of a session from its day and hours."""
    day, start, end = session.date, session.start, session.end
    next_day = False
    if (start, end) == (before.start, before.end) and before.begins and before.ends:
        next_day = before.ends.date() > before.begins.date()
    elif start and end:
        next_day = crosses_midnight(start, end) or (end == dt.time(0) < start)
    backwards = start is not None and end is not None and end <= start and not next_day
    minutes = None
    if start and end and not backwards:
        minutes = minutes_of(end) - minutes_of(start) + 24 * 60 * next_day
    return {
        "begins": localise(day, start, timezone) if day and start else None,
        "ends": localise(day, end, timezone, next_day) if day and end and not backwards else None,
        "minutes": minutes,
    }
