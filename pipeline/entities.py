"""The persons and bodies of one document: one record per name, whatever its case, accents, article or order.

What needs more than the name – acronyms, initials, short names, other documents – is told by `identities`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.document import Mention
from pipeline.identity.keys import best_spelling, body_key, person_key, split_label
from pipeline.ids import organisation_id, person_id
from pipeline.people.body_types import organisation_type
from pipeline.people.name_order import reading_order
from pipeline.programme import Organisation, Person


class Register(NamedTuple):
    """The persons and bodies of a document, and the record each printed name belongs to."""

    persons: dict[str, Person]
    organisations: dict[str, Organisation]

    def person(self, printed: str) -> Person:
        """The person of a printed name."""
        return self.persons[person_key(printed)]

    def organisation(self, printed: str) -> Organisation:
        """The body of a printed name."""
        return self.organisations[body_key(printed)]


def register_mentions(mentions: Iterable[Sequence[Mention]]) -> Register:
    """Join the spellings of persons and bodies that are the same name."""
    persons: dict[str, Counter[str]] = {}
    bodies: dict[str, Counter[str]] = {}
    for mention in (mention for group in mentions for mention in group):
        if mention.person:
            persons.setdefault(person_key(mention.person.text), Counter())[mention.person.text] += 1
        for body in mention.organisations:
            bodies.setdefault(body_key(body.text), Counter())[body.text] += 1
    return Register(
        {key: _person(key, names) for key, names in persons.items()},
        {key: _body(key, labels) for key, labels in bodies.items()},
    )


def record_person(name: str) -> Person:
    """The record of a person whose name somebody wrote as it is to be published."""
    _, first, last = reading_order(name)
    return Person(person_id=person_id(person_key(name)), name=name, first_name=first, last_name=last, appearances=1)


def record_body(label: str) -> Organisation:
    """The record of a body whose label somebody wrote, with or without its acronym in parentheses."""
    return _body(body_key(label), Counter([label]))


def _person(key: str, names: Counter[str]) -> Person:
    full, first, last = reading_order(best_spelling(names))
    return Person(
        person_id=person_id(key),
        name=full,
        first_name=first,
        last_name=last,
        variants="|".join(sorted(set(names) - {full})) or None,
        appearances=names.total(),
    )


def _body(key: str, labels: Counter[str]) -> Organisation:
    counts: Counter[str] = Counter()
    for label, count in labels.items():
        counts[split_label(label).name] += count
    best = best_spelling(counts)
    acronyms = sorted({letters for label in labels if (letters := split_label(label).acronym)})
    return Organisation(
        organisation_id=organisation_id(key),
        label=best,
        acronym=acronyms[0] if acronyms else None,
        type=organisation_type(best),
        variants="|".join(sorted(set(labels) - {best})) or None,
        appearances=labels.total(),
    )
