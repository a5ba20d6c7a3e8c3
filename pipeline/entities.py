"""Same person, same body across the sessions of a document; what is only alike is suggested, never merged."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.bodies import acronym_of
from pipeline.document import Finding, Mention
from pipeline.ids import key_of, organisation_id, person_id
from pipeline.names import reading_order
from pipeline.programme import Organisation, Person
from pipeline.wording import organisation_type

# Names alike to this degree are suggested as one person; bodies need more, for « Lens » is not « Lille ».
ALIKE_PERSONS = 90
ALIKE_BODIES = 93

_ARTICLE = re.compile(r"^(?:l['’]|les?\s+|la\s+)", re.I)
_ACRONYM = re.compile(r"\s*\(([A-Z][\w.&-]{1,11})\)\s*$")


class Register(NamedTuple):
    """The persons and bodies of a document, and the record each printed name belongs to."""

    persons: dict[str, Person]
    organisations: dict[str, Organisation]
    findings: tuple[Finding, ...]

    def person(self, printed: str) -> Person:
        """The person of a printed name."""
        return self.persons[_person_key(printed)]

    def organisation(self, printed: str) -> Organisation:
        """The body of a printed name."""
        return self.organisations[_body_key(printed)]


def _person_key(printed: str) -> str:
    return " ".join(sorted(key_of(printed).split()))


def _split_acronym(printed: str) -> tuple[str, str | None]:
    """« Institut X (IX) » → name and acronym; anything else stays whole."""
    found = _ACRONYM.search(printed)
    if found and acronym_of(printed[: found.start()], found[1]):
        return printed[: found.start()].strip(), found[1]
    return printed, None


def _body_key(printed: str) -> str:
    return key_of(_ARTICLE.sub("", _split_acronym(printed)[0])) or key_of(printed) or printed


def register_mentions(mentions: Iterable[Sequence[Mention]]) -> Register:
    """Join the spellings of persons and bodies that differ in case, accents, article, order or acronym."""
    flat = [mention for group in mentions for mention in group]
    persons = _persons([mention.person.text for mention in flat if mention.person])
    bodies = _bodies([body.text for mention in flat for body in mention.organisations])
    return Register(persons, bodies, tuple(find_alike(persons.values(), bodies.values())))


def find_alike(persons: Iterable[Person], bodies: Iterable[Organisation]) -> list[Finding]:
    """Records that look like misprints of one another: to be looked at, never merged."""
    return [
        *_alike(((p.name, _person_key(p.name)) for p in persons), ALIKE_PERSONS, "personnes_proches"),
        *_alike(((o.label, _body_key(o.label)) for o in bodies), ALIKE_BODIES, "organisations_proches"),
    ]


def record_person(name: str) -> Person:
    """The record of a person whose name somebody wrote as it is to be published."""
    _, first, last = reading_order(name)
    return Person(person_id=person_id(name), name=name, first_name=first, last_name=last, appearances=1)


def record_body(label: str) -> Organisation:
    """The record of a body whose label somebody wrote, with or without its acronym in parentheses."""
    return _body(_body_key(label), Counter([label]), _split_acronym(label)[1])


def _persons(printed: Sequence[str]) -> dict[str, Person]:
    spellings: dict[str, Counter[str]] = {}
    for name in printed:
        spellings.setdefault(_person_key(name), Counter())[name] += 1
    return {key: _person(key, names) for key, names in spellings.items()}


def _person(key: str, names: Counter[str]) -> Person:
    best = max(names, key=lambda name: (names[name], not name.isupper(), _accents(name), name))
    full, first, last = reading_order(best)
    return Person(
        person_id=person_id(key),
        name=full,
        first_name=first,
        last_name=last,
        variants="|".join(sorted(set(names) - {full})) or None,
        appearances=names.total(),
    )


def _accents(text: str) -> int:
    return sum(ord(char) > 127 for char in text)


def _bodies(printed: Sequence[str]) -> dict[str, Organisation]:
    spellings: dict[str, Counter[str]] = {}
    acronyms: dict[str, str] = {}
    for label in printed:
        name, acronym = _split_acronym(label)
        spellings.setdefault(_body_key(label), Counter())[label] += 1
        if acronym:
            acronyms[_body_key(name)] = acronym
    # An acronym printed alone is the body that was introduced with it.
    short = {key_of(acronym): key for key, acronym in acronyms.items()}
    merged: dict[str, Counter[str]] = {}
    for key, names in spellings.items():
        merged.setdefault(short.get(key, key), Counter()).update(names)
    records = {key: _body(key, names, acronyms.get(key)) for key, names in merged.items()}
    return {key: records[short.get(key, key)] for key in spellings}


def _body(key: str, labels: Counter[str], acronym: str | None) -> Organisation:
    names = {
        _split_acronym(label)[0]: count
        for label, count in labels.items()
        if _body_key(label) != key_of(acronym or "")
    }
    best = max(
        names or labels,
        key=lambda name: (
            _own_article(name),
            labels[name],
            not name.isupper(),
            name[:1].isupper(),
            _accents(name),
            -len(name),
            name,
        ),
    )
    return Organisation(
        organisation_id=organisation_id(key),
        label=best,
        acronym=acronym,
        type=organisation_type(best),
        variants="|".join(sorted(set(labels) - {best})) or None,
        appearances=labels.total(),
    )


def _own_article(name: str) -> bool:
    """« La Rivière »: a capital article before a capital is part of the name, also where « de la Rivière » stands."""
    return bool(re.match(r"(?:L['’]|Les?\s|La\s)[A-ZÀ-Þ]", name))


def _alike(labelled: Iterable[tuple[str, str]], limit: int, code: str) -> list[Finding]:
    """Pairs of different records that look like misprints of one another, each pair once."""
    from rapidfuzz import fuzz, process

    pairs = sorted({(key, label) for label, key in labelled})
    keys = [key for key, _ in pairs]
    findings = []
    for number, (key, label) in enumerate(pairs):
        for _, _, other in process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=limit, limit=6):
            if other > number:
                findings.append(Finding(code=code, page=None, subject=f"{label} / {pairs[other][1]}"))
    return findings
