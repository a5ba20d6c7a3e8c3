"""No e-mail address, telephone number or personal handle leaves in any output."""

import re
from typing import Any, TypeVar

from pipeline.programme import Anomaly, Gravity, Programme, Record, Session

MASK = "[masqué]"

_CONTACT = re.compile(
    r"[\w.+'-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+"  # e-mail
    r"|(?<![\d.,])(?:\+\s?33|\+\d{1,3}|0)\s?(?:\(0\)\s?)?[1-9](?:[\s.-]?\d{2}){4}(?!\d)"  # French telephone
    r"|(?<![\d.,])\+\d{1,3}(?:[\s.-]?\d{2,4}){3,5}(?!\d)"  # other telephone
    r"|(?:https?://)?(?:www\.)?(?:twitter|x|linkedin|instagram|facebook|t)\.(?:com|me)/\S+"  # profile
    r"|(?:(?<=\s)|(?<=\()|^)@\w{2,}(?=\s*(?:$|[)\n|/]))",  # handle that ends a line or stands in parentheses
    re.I | re.M,
)


def mask(text: str) -> str:
    """The text with contacts replaced by `MASK`.

    Example: `mask("Léa Durand, lea@rives.example")` → `"Léa Durand, [masqué]"`.
    """
    return _CONTACT.sub(MASK, text) if any(sign in text for sign in "@0+/(") else text


def without_contacts(programme: Programme) -> Programme:
    """The programme with contacts masked in every text it publishes, and an anomaly where that was needed."""
    touched: list[Anomaly] = []
    sessions = []
    for session in programme.sessions:
        interventions = tuple(_masked(item) for item in session.interventions)
        clean = _masked(session).model_copy(update={"interventions": interventions})
        if clean != session:
            touched.append(_anomaly(session))
        sessions.append(clean)
    anomalies = tuple(_masked(item) for item in programme.anomalies)
    return _masked(programme).model_copy(
        update={
            "sessions": tuple(sessions),
            "persons": tuple(_masked(item) for item in programme.persons),
            "organisations": tuple(_masked(item) for item in programme.organisations),
            "provenances": tuple(_masked(item) for item in programme.provenances),
            "anomalies": (*anomalies, *touched),
            "anomaly_count": programme.anomaly_count + len(touched),
        }
    )


_Any = TypeVar("_Any", bound=Record)


def _masked(record: _Any) -> _Any:
    changes: dict[str, Any] = {
        name: clean
        for name in type(record).model_fields
        if isinstance(value := getattr(record, name), str) and type(value) is str and (clean := mask(value)) != value
    }
    return record.model_copy(update=changes) if changes else record


def _anomaly(session: Session) -> Anomaly:
    from pipeline.check import CODES

    code = "donnee_personnelle_masquee"
    return Anomaly(
        code=code,
        gravity=Gravity.NOTICE,
        programme_id=session.programme_id,
        session_id=session.session_id,
        page=session.first_page,
        message=CODES[code].message,
    )
