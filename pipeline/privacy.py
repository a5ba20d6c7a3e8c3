"""No e-mail address, telephone number or personal handle leaves in any output."""

import re
from functools import cache, lru_cache
from typing import Any, TypeVar

from pipeline.columns import Record
from pipeline.garbage import CACHED_TEXTS
from pipeline.programme import Anomaly, Gravity, Programme, Session

MASK = "[masqué]"

# Nothing here crosses a line end, and what may begin anywhere repeats a bounded number of times: else a long run of
# signs would take the square of its length.
_GAP = r"[^\S\r\n]"
_SIGN = rf"(?:{_GAP}|[.-])?"
_BODY = (
    "agence|association|atelier|cabinet|centre|collectif|entreprise|[ée]quipe|groupe|incubateur|labo(?:ratoire)?|"
    "mission|plateforme|p[ôo]le|programme|projet|r[ée]seau|service|soci[ée]t[ée]|start-?up|studio"
)
_KEPT = "|".join(
    (
        r"(?<!\d)\d\d(?P<sign>[./-])\d\d(?P=sign)(?:19|20)\d\d(?!\d)",  # a date
        rf"\b(?:{_BODY}){_GAP}@\w{{2,}}(?!\.?[\w@])",  # a body whose name looks like a handle
        r"\A\s*@\w{2,}\s*\Z",  # the same, alone in its cell
        r"(?<![,(] )(?<![\w(])@\w{2,}(?=, (?:l['’]|(?:la|les?|une?)\b))",  # the same, explained
    )
)
_CONTACTS = "|".join(
    (
        # An e-mail, or an address of Mastodon.
        rf"@?[\w.+'-]{{1,64}}{_GAP}?(?:[@＠]|[(\[](?:at|arobase)[)\]]|\barobase\b){_GAP}?[\w-]+(?:\.[\w-]+)+",
        # A French telephone, by pairs or by threes.
        rf"(?<!\d)(?<!\d[.,])0{_GAP}?[1-9](?:(?:{_SIGN}\d{{2}}){{4}}|(?:/\d{{2}}){{4}})(?!\d)",
        rf"(?<!\d)(?<!\d[.,])0{_GAP}?8\d{{2}}(?:{_SIGN}\d{{3}}){{2}}(?!\d)",
        # Any telephone with its country.
        rf"(?<!\d)(?<!\d[.,])(?:\((?:\+|00)\d{{1,3}}\)|\+{_GAP}33|(?:\+|(?<!\d{_GAP})00)[1-9]\d{{0,2}}){_GAP}?(?:\(0\){_GAP}?)?"
        rf"\d{{1,4}}(?:{_SIGN}\d{{2,4}}){{3,5}}(?!\d)",
        # A profile; what ends the sentence around it is not part of it.
        r"(?<![\w.-])(?:https?://)?(?:[\w-]{1,63}\.){0,3}(?:(?:twitter|x|linkedin|instagram|facebook|tiktok|t)\.(?:com|me)/"
        r"|bsky\.app/profile/|[a-z]{2,24}/@)[^\s()\[\]<>«»|]*[^\s()\[\]<>«»|.,;:!?]",
        # A handle that ends a line, stands in parentheses or in a list.
        rf"(?:(?<=[\s(,])|^)@\w{{2,}}(?={_GAP}*(?:$|[)\n|/,;]|(?:et|and|&){_GAP}@))",
    )
)
_FOUND = re.compile(rf"(?P<kept>{_KEPT})|{_CONTACTS}", re.I | re.M)
# What every contact holds; behind a digit a nought begins no number: « 2022 », « 10h ».
_MARKS = re.compile(r"[@＠+/]|(?<!\d)0|arobase|\[at\]|\(at\)", re.I)


@lru_cache(maxsize=CACHED_TEXTS)
def mask(text: str) -> str:
    """The text with contacts replaced by `MASK`.

    Example: `mask("Léa Durand, lea@rives.example")` → `"Léa Durand, [masqué]"`.
    """
    return _FOUND.sub(lambda found: found["kept"] or MASK, text) if _MARKS.search(text) else text


def without_contacts(programme: Programme) -> Programme:
    """The programme with contacts masked in every text it publishes, and an anomaly where that was needed."""
    touched: list[Anomaly] = []
    sessions = []
    for session in programme.sessions:
        interventions = tuple(
            _masked(item).model_copy(update={"affiliations": tuple(_masked(part) for part in item.affiliations)})
            for item in session.interventions
        )
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


# Made by this program, not read from a page: digits in them are no telephone number.
_NOT_PRINTED = frozenset(
    "programme_id session_id intervention_id person_id organisation_id parent_id identifier sha256 file "
    "table field code timezone licence language".split()
)


@cache
def _printed_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in kind.model_fields if name not in _NOT_PRINTED)


def _masked(record: _Any) -> _Any:
    changes: dict[str, Any] = {
        name: clean
        for name in _printed_fields(type(record))
        if type(value := getattr(record, name)) is str and (clean := mask(value)) != value
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
