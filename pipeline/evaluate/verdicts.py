"""Sessions of gold against published ones: which belong together, and what is right in each, value by value."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.document import Frozen
from pipeline.evaluate.gold import GoldCollective, GoldPerson, GoldSession
from pipeline.matching import (
    NEAR_TITLE,
    fold,
    name_similarity,
    names_body,
    near_name,
    near_organisation,
    near_text,
    pair,
    same_name,
    same_organisation,
    same_role,
    same_text,
    similarity,
    squash,
)

TEXTS = ("title", "subtitle", "format", "room", "track")
VALUES = ("date", "start", "end", "kind", "printed_page")
KEYED = ("subtitle", "date", "start", "end", "format", "printed_page", "room", "track")
WHOLE = frozenset({"title", "date", "start", "end", "people", "organisations"})

SessionPair = tuple[GoldSession | None, GoldSession | None]


class Verdict(Frozen):
    """One expected value against one found: no `expected` is an invention, no `found` a miss."""

    session: str
    field: str
    expected: str | None
    found: str | None
    strict: bool
    soft: bool


def compare_sessions(gold: Sequence[GoldSession], found: Sequence[GoldSession]) -> list[Verdict]:
    """Every value of gold against what was found for it, session by session, inventions last."""
    return [
        verdict
        for expected, published in match_sessions(gold, found)
        for verdict in compare_session(expected, published)
    ]


def match_sessions(gold: Sequence[GoldSession], found: Sequence[GoldSession]) -> list[SessionPair]:
    """Pair sessions one to one: equal titles first, then similar ones (`NEAR_TITLE`), in the order of gold.

    Titles ignore case, accents, punctuation and spacing. Where a title recurs (« Pause »), date and times
    decide, then the rest. The order of both lists has no influence on who is paired with whom.
    """
    known = {
        id(session): (fold(session.title), _cells(session.model_dump(mode="json"))) for session in (*gold, *found)
    }

    def closeness(one: GoldSession, other: GoldSession) -> float:
        left, right = known[id(one)][1], known[id(other)][1]
        same = 0.2 * (one.date == other.date) + 0.1 * (one.start == other.start) + 0.05 * (one.end == other.end)
        return same + 0.02 * len(left & right) / len(left | right)

    def equal(one: GoldSession, other: GoldSession) -> float:
        if known[id(one)][0] != known[id(other)][0]:
            return 0.0
        return 1 + closeness(one, other)

    def similar(one: GoldSession, other: GoldSession) -> float:
        alike = similarity(one.title, other.title)
        return alike + 0.1 * closeness(one, other) if alike >= NEAR_TITLE else 0.0

    pairs = pair(sorted(gold, key=_canonical), sorted(found, key=_canonical), equal)
    matched = [(one, other) for one, other in pairs if one and other]
    missed = [one for one, other in pairs if one and not other]
    invented = [other for one, other in pairs if other and not one]
    place = {id(session): number for number, session in enumerate((*gold, *found))}
    return sorted([*matched, *pair(missed, invented, similar)], key=lambda each: place[id(each[0] or each[1])])


def _canonical(session: GoldSession) -> str:
    return session.model_dump_json(exclude_unset=True)


def _cells(value: Any, key: str = "") -> frozenset[str]:
    """The values of a record, each under its key, and each record inside it as a whole."""
    if isinstance(value, dict):
        whole = {f"{key}={squash(str(value))}"} if key else set()
        return frozenset(whole).union(*(_cells(part, f"{key}.{name}") for name, part in value.items()))
    if isinstance(value, list):
        return frozenset[str]().union(*(_cells(part, key) for part in value))
    return frozenset() if value is None else frozenset({f"{key}={squash(str(value))}"})


def compare_session(gold: GoldSession | None, found: GoldSession | None) -> list[Verdict]:
    """The verdicts on one pair; without a partner, a session's people and bodies are all missed or invented."""
    title = gold.title if gold else found.title if found else ""
    both = gold is not None and found is not None
    expected, published = gold.title if gold else None, found.title if found else None
    verdicts = [_verdict(title, "sessions", expected, published, both, both)]
    if gold and found:
        verdicts += _compare_fields(gold, found)
    verdicts += _compare_people(title, gold, found)
    verdicts += _compare_collectives(title, gold, found)
    strict, soft = (both and _all_right(verdicts, strictly) for strictly in (True, False))
    return [*verdicts, _verdict(title, "whole", expected, published, strict, soft)]


def _verdict(session: str, field: str, expected: str | None, found: str | None, strict: bool, soft: bool) -> Verdict:
    return Verdict(session=session, field=field, expected=expected, found=found, strict=strict, soft=soft)


def _all_right(verdicts: Sequence[Verdict], strictly: bool) -> bool:
    """Whether title, date, times and people are right, and softly the organisations."""
    return all(
        verdict.strict if strictly and verdict.field != "organisations" else verdict.soft
        for verdict in verdicts
        if verdict.field in WHOLE
    )


def _compare_fields(gold: GoldSession, found: GoldSession) -> Iterator[Verdict]:
    for field in (*TEXTS, *VALUES):
        expected, published = _shown(getattr(gold, field)), _shown(getattr(found, field))
        if (field in KEYED and field not in gold.model_fields_set) or expected is published is None:
            continue
        strict = soft = False
        if expected is not None and published is not None:
            strict = same_text(expected, published)
            soft = strict or (field in TEXTS and near_text(expected, published))
        yield _verdict(gold.title, field, expected, published, strict, soft)


def _shown(value: object) -> str | None:
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return None if value is None else str(value)


def _compare_people(title: str, gold: GoldSession | None, found: GoldSession | None) -> Iterator[Verdict]:
    """People of a session and, where both sides have the session, what belongs to each of them."""
    for one, other in pair(gold.people if gold else (), found.people if found else (), _person_likeness):
        if one and one.optional and not other:
            continue
        same, both = bool(one and other and same_name(one.name, other.name)), bool(one and other)
        yield _verdict(title, "people", one.name if one else None, other.name if other else None, same, both)
        if gold and found:
            yield from _compare_organisations(title, one, other, same)
            yield from _compare_roles(title, one, other, same)
        if one and other:
            yield from _compare_circumstances(title, one, other)


def _person_likeness(one: GoldPerson, other: GoldPerson) -> float:
    if not near_name(one.name, other.name):
        return 0.0
    left, right = _cells(one.model_dump(mode="json")), _cells(other.model_dump(mode="json"))
    named = 2.0 if same_name(one.name, other.name) else name_similarity(one.name, other.name)
    return named + 0.5 * len(left & right) / len(left | right)


def _compare_organisations(
    title: str, one: GoldPerson | None, other: GoldPerson | None, named: bool
) -> Iterator[Verdict]:
    """Pairs (person, organisation), strictly right only if the person is."""
    for left, right in pair(
        one.organisations if one else (), other.organisations if other else (), _organisation_likeness
    ):
        expected = f"{one.name} — {left}" if one and left is not None else None
        published = f"{other.name} — {right}" if other and right is not None else None
        near = left is not None and right is not None
        same = named and left is not None and right is not None and same_organisation(left, right)
        yield _verdict(title, "organisations", expected, published, same, near)


def _organisation_likeness(left: str, right: str) -> float:
    if same_organisation(left, right):
        return 1.5 + 0.1 * same_text(left, right)
    return 1 + 0.1 * similarity(left, right) if near_organisation(left, right) else 0.0


def _compare_roles(title: str, one: GoldPerson | None, other: GoldPerson | None, named: bool) -> Iterator[Verdict]:
    """Pairs (person, role), strictly right only if the person is."""
    expected = f"{one.name} — {one.role}" if one and one.role else None
    published = f"{other.name} — {other.role}" if other and other.role else None
    if expected or published:
        same = bool(one and other and one.role and other.role and same_role(one.role, other.role))
        yield _verdict(title, "roles", expected, published, named and same, same)


def _compare_circumstances(title: str, one: GoldPerson, other: GoldPerson) -> Iterator[Verdict]:
    for field in ("capacity", "tentative"):
        if field in one.model_fields_set and getattr(one, field) is not None:
            expected, published = getattr(one, field), getattr(other, field)
            values = (f"{one.name} — {expected}".lower(), f"{other.name} — {published}".lower())
            yield _verdict(title, field, *values, expected == published, expected == published)


def _compare_collectives(title: str, gold: GoldSession | None, found: GoldSession | None) -> Iterator[Verdict]:
    for one, other in pair(
        gold.collectives if gold else (), found.collectives if found else (), _collective_likeness
    ):
        if one and one.optional and not other:
            continue
        same = bool(one and other and _names_collective(one, other))
        expected, published = one.printed if one else None, other.printed if other else None
        yield _verdict(title, "collectives", expected, published, same, bool(one and other))


def _collective_likeness(one: GoldCollective, other: GoldCollective) -> float:
    alike = 0.5 * max(similarity(form, text) for form in one.forms for text in other.forms)
    if _names_collective(one, other):
        return 2 + alike
    return 1 + alike if any(near_organisation(name, text) for name in one.names for text in other.forms) else 0.0


def _names_collective(one: GoldCollective, other: GoldCollective) -> bool:
    """Whether an accepted form stands in the published words or organisations."""
    return any(names_body(form, text) for form in one.forms for text in other.forms)
