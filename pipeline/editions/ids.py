"""Identifiers of an edition: none tells a name to who tries names, all agree in every table.

A digest of a name is no secret: names are few, and each can be tried. With the key, identifiers are keyed digests of
those they replace; without, those that were made from a hidden name are made again from what is published.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from pipeline.edition_key import keyed_digest
from pipeline.editions.masking import Masker
from pipeline.editions.name_forms import name_key
from pipeline.ids import digest, key_of, organisation_id, person_id, programme_id, session_id
from pipeline.programme import Organisation, Person, Programme, Session

Ids = dict[str, str]


class Renaming(NamedTuple):
    """The new identifiers by the old ones; what is not in them keeps its own."""

    programmes: Ids
    sessions: Ids
    organisations: Ids


def pseudonyms(programmes: Iterable[Programme], key: bytes) -> Ids:
    """The pseudonym of each person: keyed on the name, and on the identifier where namesakes are told apart."""
    names: dict[str, set[str]] = {}
    for person in (person for programme in programmes for person in programme.persons):
        names.setdefault(person.person_id, set()).update([person.name, *(person.variants or "").split("|")])
    keys = {identifier: _identity(identifier, found) for identifier, found in names.items()}
    count = Counter(keys.values())
    return {
        identifier: f"pers-{keyed_digest(key, 'nom', found, *([identifier] if count[found] > 1 else []))}"
        for identifier, found in keys.items()
    }


def _identity(identifier: str, names: Iterable[str]) -> str:
    """The name an identifier was made from; for one made otherwise, the first of the spellings."""
    known = sorted(filter(None, names))
    return name_key(next((name for name in known if person_id(name) == identifier), known[0]))


def pseudonym_of(name: str, key: bytes) -> str:
    """The pseudonym of a name that belongs to no person of the register."""
    return f"pers-{keyed_digest(key, 'nom', name_key(name))}"


def rename(programmes: Iterable[Programme], masker: Masker, key: bytes | None, again: bool) -> Renaming:
    """The new identifiers of programmes, sessions and organisations.

    Args:
        programmes: those of the run, as they were read.
        masker: what hides names in texts.
        key: the key of pseudonyms, if there is one.
        again: whether sessions are named anew also where no name was hidden in their title.
    """
    listed = sorted(programmes, key=lambda programme: programme.programme_id)
    renamed = _programmes(listed, masker)
    sessions: Ids = {}
    for programme in listed:
        new = renamed.get(programme.programme_id, programme.programme_id)
        told = {row.identifier for row in programme.provenances if row.field == "titre" and _hides(masker, row.raw)}
        taken: set[str] = set()
        for session in programme.sessions:
            title = masker.mask(session.title)
            if key is not None:
                found = f"{new}-{keyed_digest(key, 'session', session.session_id)}"
            elif again or title != session.title or session.session_id in told:
                found = session_id(new, session.date, session.start, title)
            else:
                found = new + session.session_id.removeprefix(programme.programme_id)
            sessions[session.session_id] = _free(found, taken)
    return Renaming(renamed, sessions, _organisations(listed, masker, key))


def _hides(masker: Masker, text: str) -> bool:
    return masker.mask(text) != text


def _free(identifier: str, taken: set[str]) -> str:
    """The identifier, with a number behind it where another has it."""
    found, number = identifier, 1
    while found in taken:
        number += 1
        found = f"{identifier}-{number}"
    taken.add(found)
    return found


def _programmes(programmes: Iterable[Programme], masker: Masker) -> Ids:
    listed = list(programmes)
    named = [each for each in listed if _named(each, masker)]
    taken = {each.programme_id for each in listed} - {each.programme_id for each in named}
    return {each.programme_id: _free(programme_id(masker.mask(each.file, any_case=True)), taken) for each in named}


def _named(programme: Programme, masker: Masker) -> bool:
    """Whether the identifier of a programme, or the file it is made from, names somebody."""
    return any(masker.mask(text, any_case=True) != text for text in (programme.file, programme.programme_id))


def _organisations(programmes: Iterable[Programme], masker: Masker, key: bytes | None) -> Ids:
    """New identifiers for the bodies named after somebody."""
    named: dict[str, str] = {}
    for body in (body for programme in programmes for body in programme.organisations):
        if masker.mask_record(body) != body:
            named.setdefault(body.organisation_id, body.label)
    found, taken = {}, set[str]()
    for identifier, label in sorted(named.items()):
        made = f"orga-{keyed_digest(key, 'orga', identifier)}" if key else organisation_id(key_of(masker.mask(label)))
        found[identifier] = _free(made, taken)
    return found


def rename_interventions(session: Session, renamed: Session, key: bytes | None, again: bool) -> Ids:
    """The new identifiers of the interventions of a session.

    Args:
        session: as it was read.
        renamed: the same with its new identifier and clean texts, its interventions in the same order.
        key: the key of pseudonyms, if there is one.
        again: whether all are named anew.
    """
    found, taken = Ids(), set[str]()
    for before, after in zip(session.interventions, renamed.interventions, strict=True):
        printed = after.name or after.collective or ""
        if key is not None:
            tail = keyed_digest(key, "intervention", before.intervention_id)
        elif again or printed != (before.name or before.collective or ""):
            tail = digest(key_of(printed), length=8)
        else:
            tail = before.intervention_id.removeprefix(session.session_id).lstrip("-")
        found[before.intervention_id] = _free(f"{renamed.session_id}-{tail}", taken)
    return found


def merge_records(records: Iterable[Person], id_of: Callable[[Person], str]) -> list[Person]:
    """Persons under new identifiers, each once: no name, no spelling, the interventions of all."""
    counts: Counter[str] = Counter()
    for person in records:
        counts[id_of(person)] += person.appearances
    return [Person(person_id=key, name=key, appearances=count) for key, count in sorted(counts.items())]


def relabel(body: Organisation, ids: Mapping[str, str], masker: Masker) -> Organisation:
    """A body without names in its texts, under its new identifier."""
    whole = body.parent_id
    changes = {
        "organisation_id": ids.get(body.organisation_id, body.organisation_id),
        "parent_id": whole and ids.get(whole, whole),
    }
    return masker.mask_record(body).model_copy(update=changes)
