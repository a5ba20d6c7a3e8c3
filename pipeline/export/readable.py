"""Printed text for formats that cannot hold every character, and what is said when a format is left out."""

import logging
import re

from pipeline.document import Capacity
from pipeline.programme import Intervention, Programme, Session

_LOG = logging.getLogger(__name__)

_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def sound(text: str | None) -> str:
    """The text with plain line ends and a mark in place of control signs, which XML and iCalendar forbid."""
    return _CONTROL.sub("\ufffd", _LINE_END.sub("\n", text or ""))


def full_description(session: Session) -> str | None:
    """Subtitle and description of a session, a paragraph each."""
    return "\n\n".join(part for part in (session.subtitle, session.description) if part) or None


def credits_of(session: Session) -> list[str]:
    """Who takes part, a line for each capacity.

    Example: `["Animation : Léa Durand (directrice, Fabrique des rives)", "Intervention : Omar Vasseur"]`.
    """
    lines = []
    for capacity in Capacity:
        people = [_credit(item) for item in session.interventions if item.capacity is capacity]
        if people:
            lines.append(f"{str(capacity).capitalize()} : {' ; '.join(people)}")
    return lines


def _credit(item: Intervention) -> str:
    details = [text for text in (item.role, *(part.label for part in item.affiliations)) if text]
    if item.tentative:
        details.append("sous réserve")
    name = item.name or item.collective or ""
    return f"{name} ({', '.join(details)})" if details else name


def tell_left_out(programme: Programme, form: str, left: int, reason: str) -> None:
    """Say in the log why a format lacks sessions of a programme, or the whole of it.

    A document without session is no programme: its anomaly says so already.
    """
    count = len(programme.sessions)
    if left and left == count:
        _LOG.warning("%s: no %s is written: %s.", programme.file, form, reason)
    elif left:
        _LOG.warning("%s: %d of %d sessions are not in the %s: %s.", programme.file, left, count, form, reason)
