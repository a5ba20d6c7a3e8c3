"""What tells who is who in one programme: names, labels and what stands beside them, without the programme itself."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.identity.keys import body_key, is_unit, split_label
from pipeline.ids import key_of
from pipeline.people.acronyms import acronym_of
from pipeline.programme import Intervention, Organisation, Programme

# Words before « (ANCT) » that may be the name it stands for.
_MOST_WORDS = 14
_BRACKETED = re.compile(r"\((?P<letters>[A-Z][\w.&-]{1,11})\)")
# What leads from a part to the whole it is part of: « de la », « au sein de », « (ANCT) », a comma before « ANCT ».
_PART_OF = re.compile(
    r"\s*(?:[,(]\s*)?(?:(?:au sein|auprès)\s+)?"
    r"(?:(?:de|à)\s+(?:la\s+|l['’])?|du\s+|des\s+|d['’]|au\s+|aux\s+|la\s+|l['’])?\s*",
    re.I,
)
_QUOTES = re.compile(r"[“”«»\"]")


class SeenBody(NamedTuple):
    """A body as one programme names it, and the ranks of the sessions it is named in."""

    programme: int
    identifier: str
    labels: tuple[str, ...]
    acronym: str | None
    mentions: int
    sessions: tuple[int, ...]


class SeenPerson(NamedTuple):
    """A person as one programme names them, and the identifiers of the bodies they belong to there."""

    programme: int
    identifier: str
    names: tuple[str, ...]
    bodies: tuple[str, ...]
    mentions: int
    sessions: tuple[int, ...]


class Seen(NamedTuple):
    """One programme: its sessions by rank, who and what it names.

    `told` are names of bodies with the acronym that stands in brackets behind them, both as keys; `wholes` are the
    identifiers of a part and of the whole that is printed behind it, as often as it is.
    """

    programme_id: str
    sessions: tuple[str, ...]
    bodies: tuple[SeenBody, ...]
    persons: tuple[SeenPerson, ...]
    told: tuple[tuple[str, str], ...]
    wholes: tuple[tuple[str, str], ...]


def see_programme(number: int, programme: Programme) -> Seen:
    """What one programme tells.

    Args:
        number: which of the run it is.
        programme: the programme.
    """
    return Seen(
        programme.programme_id,
        tuple(session.session_id for session in programme.sessions),
        tuple(_bodies(number, programme)),
        tuple(_persons(number, programme)),
        tuple(dict.fromkeys(pair for text in _texts(programme) for pair in _acronyms(text))),
        tuple(pair for session in programme.sessions for item in session.interventions for pair in _wholes(item)),
    )


def _bodies(number: int, programme: Programme) -> Iterator[SeenBody]:
    counts: dict[str, int] = defaultdict(int)
    labels: dict[str, set[str]] = defaultdict(set)
    sessions: dict[str, dict[int, None]] = defaultdict(dict)
    for rank, session in enumerate(programme.sessions):
        for intervention in session.interventions:
            for affiliation in intervention.affiliations:
                counts[affiliation.organisation_id] += 1
                labels[affiliation.organisation_id].add(affiliation.label)
                sessions[affiliation.organisation_id][rank] = None
    records = {record.organisation_id: record for record in programme.organisations}
    for identifier in sorted(counts.keys() | records.keys()):
        record = records.get(identifier)
        names = ([record.label, *(record.variants or "").split("|")] if record else []) + sorted(labels[identifier])
        printed = tuple(dict.fromkeys(name for name in names if name))
        acronym = _acronym(record, printed)
        yield SeenBody(number, identifier, printed, acronym, counts[identifier], tuple(sessions[identifier]))


def _acronym(record: Organisation | None, labels: Iterable[str]) -> str | None:
    if record and record.acronym:
        return record.acronym
    return next((letters for label in labels if (letters := split_label(label).acronym)), None)


def _persons(number: int, programme: Programme) -> Iterator[SeenPerson]:
    bodies: dict[str, dict[str, None]] = defaultdict(dict)
    counts: dict[str, int] = defaultdict(int)
    names: dict[str, set[str]] = defaultdict(set)
    sessions: dict[str, dict[int, None]] = defaultdict(dict)
    for rank, session in enumerate(programme.sessions):
        for intervention in session.interventions:
            if intervention.person_id:
                sessions[intervention.person_id][rank] = None
            if intervention.person_id and intervention.name:
                counts[intervention.person_id] += 1
                names[intervention.person_id].add(intervention.name)
                for affiliation in intervention.affiliations:
                    bodies[intervention.person_id][affiliation.organisation_id] = None
    records = {record.person_id: record for record in programme.persons}
    for identifier in sorted(counts.keys() | records.keys()):
        record = records.get(identifier)
        listed = ([record.name, *(record.variants or "").split("|")] if record else []) + sorted(names[identifier])
        printed = tuple(dict.fromkeys(name for name in listed if name))
        belongs, ranks = tuple(bodies[identifier]), tuple(sessions[identifier])
        yield SeenPerson(number, identifier, printed, belongs, counts[identifier], ranks)


def _texts(programme: Programme) -> Iterator[str]:
    for session in programme.sessions:
        yield session.description or ""
        for intervention in session.interventions:
            yield intervention.quote


def _acronyms(text: str) -> Iterator[tuple[str, str]]:
    """The names a text introduces an acronym behind, with it: « Agence des rives (ADR) »."""
    for found in _BRACKETED.finditer(text):
        words = text[max(0, found.start() - 200) : found.start()].split()[-_MOST_WORDS:]
        for name in (" ".join(words[start:]) for start in range(len(words) - 1)):
            if acronym_of(name, found["letters"]):
                yield body_key(name), key_of(found["letters"])


def _wholes(item: Intervention) -> Iterator[tuple[str, str]]:
    """The parts and wholes of an intervention that stand one behind the other."""
    for part, whole in zip(item.affiliations, item.affiliations[1:], strict=False):
        if _stands_behind(item.quote, part.label, whole.label):
            yield part.organisation_id, whole.organisation_id


def _stands_behind(quote: str, part: str, whole: str) -> bool:
    """Whether a text goes on from a part to its whole: « équipe Horizon de la Ville de Lens », « Horizon (Lens) »."""
    _, found, rest = _words(quote).partition(_words(part))
    lead = _PART_OF.match(rest)
    if not found or lead is None or not rest[lead.end() :].startswith(_words(whole)):
        return False
    # « X, Y » are two bodies; « X, ANCT » is a part of it only where X is a part of something.
    return bool(lead[0].strip(" ,")) or is_unit(part)


def _words(text: str) -> str:
    """A text without case, quotation marks and the line ends in it."""
    return " ".join(_QUOTES.sub("", text).casefold().split())
