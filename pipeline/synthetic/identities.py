"""Invented people and bodies whose identity is known, as programmes print them: to measure who is taken for whom.

No PDF is made: mentions become records as those read from a page do. What is drawn, and how often, is in the tables
below; a misprint, or initials without the body, can only be suggested, and people who change body with nothing
printed in between cannot be told from homonyms.
"""

import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.document import Capacity, Found, Kind, Mention
from pipeline.entities import Register, register_mentions
from pipeline.programme import Affiliation, Intervention, Programme, Session, Status
from pipeline.synthetic.body_words import DEPARTMENTS, SYLLABLES_FIRST, SYLLABLES_LAST
from pipeline.synthetic.people import invent_last_name, invent_name, invent_town
from pipeline.synthetic.wordplay import of_phrase

MENTIONS_PER_PERSON = 4
PERSONS_PER_BODY = 4
SESSIONS, SPEAKERS = 25, 4
# How often a mention prints its body, and a person changes body (half of them with both printed once).
WITH_BODY, CHANGES = 0.9, 0.025
# How a name is printed, out of 1000; the rest as it is.
NAME_FORMS = {"capitals": 60, "surname first": 40, "no accents": 30, "no hyphens": 20, "initials": 20, "misprint": 7}
LABEL_FORMS = {"capitals": 40, "no accents": 30, "article": 80, "misprint": 6, "short": 120}
_LETTERS = "abcdefghilmnoprstuv"


class Truth(NamedTuple):
    """Programmes, and who each mention is: the true person of an intervention, the true body of an affiliation.

    `misprints` are the interventions whose name is misprinted.
    """

    programmes: tuple[Programme, ...]
    persons: Mapping[str, int]
    bodies: Mapping[tuple[str, int], int]
    misprints: frozenset[str]


class _Body(NamedTuple):
    """Its full name, what it may be printed as for short, and the acronym it is introduced with."""

    label: str
    short: str | None = None
    acronym: str | None = None


class _Person(NamedTuple):
    first: str
    last: str
    bodies: tuple[int, ...]


def invent_identities(programmes: int, seed: int = 0) -> Truth:
    """Programmes of `SESSIONS` × `SPEAKERS` mentions each.

    Example: `invent_identities(1000)` → 100,000 mentions of 25,000 persons of 6,250 bodies.
    """
    rng = random.Random(seed)
    mentions = programmes * SESSIONS * SPEAKERS
    bodies = _bodies(rng, max(4, mentions // MENTIONS_PER_PERSON // PERSONS_PER_BODY))
    people = [_person(rng, len(bodies)) for _ in range(max(4, mentions // MENTIONS_PER_PERSON))]
    made: list[Programme] = []
    persons: dict[str, int] = {}
    parts: dict[tuple[str, int], int] = {}
    misprints: set[str] = set()
    for number in range(programmes):
        drawn = [rng.randrange(len(people)) for _ in range(SESSIONS * SPEAKERS)]
        printed = [_mention(rng, people[who], bodies, number / programmes) for who in drawn]
        programme = _programme(f"programme-{number:05}", [mention for mention, _, _ in printed])
        made.append(programme)
        found = [each for session in programme.sessions for each in session.interventions]
        for who, (_, told, misprinted), intervention in zip(drawn, printed, found, strict=True):
            persons[intervention.intervention_id] = who
            misprints |= {intervention.intervention_id} if misprinted else set()
            for affiliation, body in zip(intervention.affiliations, told, strict=True):
                parts[intervention.intervention_id, affiliation.order] = body
    return Truth(tuple(made), persons, parts, frozenset(misprints))


def _bodies(rng: random.Random, count: int) -> list[_Body]:
    found: dict[str, _Body] = {}
    while len(found) < count:
        body = _body(rng)
        found.setdefault(body.label.casefold(), body)
    return list(found.values())


def _body(rng: random.Random) -> _Body:
    """A town hall, a department, an association, an institute or a firm."""
    draw, town = rng.random(), invent_town(rng)
    brand = f"{rng.choice(SYLLABLES_FIRST)}{rng.choice(SYLLABLES_LAST)} {invent_last_name(rng)}"
    if draw < 0.06:
        return _Body(f"Ville {of_phrase(town)}", f"Mairie {of_phrase(town)}")
    if draw < 0.09:
        return _Body(f"Métropole {of_phrase(town)}", f"{town} Métropole")
    if draw < 0.11:
        place = of_phrase(rng.choice(DEPARTMENTS.split("|") if isinstance(DEPARTMENTS, str) else DEPARTMENTS))
        return _Body(f"Département {place}", f"Conseil départemental {place}")
    if draw < 0.45:
        return _Body(f"association {brand}", brand)
    if draw < 0.75:
        field = f"{rng.choice(SYLLABLES_FIRST)}{rng.choice(SYLLABLES_LAST)}"
        name = f"Institut de recherche {field} {invent_last_name(rng)}"
        return _Body(name, None, "".join(word[0].upper() for word in name.split() if len(word) > 2))
    return _Body(brand)


def _person(rng: random.Random, bodies: int) -> _Person:
    name = invent_name(rng)
    count = 2 if rng.random() < CHANGES else 1
    return _Person(name.first, name.last, tuple(rng.randrange(bodies) for _ in range(count)))


def _mention(
    rng: random.Random, person: _Person, bodies: Sequence[_Body], moment: float
) -> tuple[Mention, list[int], bool]:
    """A person as printed, the bodies printed with them, and whether the name is misprinted."""
    form = _form(rng, NAME_FORMS)
    name = _name(rng, person, form)
    told: list[int] = []
    if rng.random() < WITH_BODY:
        now = person.bodies[min(int(moment * len(person.bodies)), len(person.bodies) - 1)]
        told = list(person.bodies) if len(set(person.bodies)) > 1 and rng.random() < 0.3 else [now]
    labels: dict[str, int] = {}
    for body in told:
        labels.setdefault(_label(rng, bodies[body]), body)
    texts = tuple(Found(text=label, places=()) for label in labels)
    mention = Mention(
        capacity=Capacity.INTERVENTION,
        person=Found(text=name, places=()),
        collective=None,
        role=None,
        organisations=texts,
        tentative=False,
        quote=Found(text=", ".join([name, *labels]), places=()),
    )
    return mention, list(labels.values()), form == "misprint"


def _form(rng: random.Random, forms: Mapping[str, int]) -> str:
    draw = rng.randrange(1000)
    for form, share in forms.items():
        draw -= share
        if draw < 0:
            return form
    return "plain"


def _name(rng: random.Random, person: _Person, form: str) -> str:
    first, last = person.first, person.last
    match form:
        case "capitals":
            return f"{first} {last.upper()}"
        case "surname first":
            return f"{last.upper()} {first}"
        case "no accents":
            return _without_accents(f"{first} {last}")
        case "no hyphens":
            return f"{first.replace('-', ' ')} {last}"
        case "initials":
            return f"{'-'.join(f'{word[0]}.' for word in first.replace(' ', '-').split('-') if word)} {last}"
        case "misprint":
            return f"{first} {_misprint(rng, last)}"
    return f"{first} {last}"


def _label(rng: random.Random, body: _Body) -> str:
    match _form(rng, LABEL_FORMS):
        case "capitals":
            return body.label.upper()
        case "no accents":
            return _without_accents(body.label)
        case "article" if body.label[0].casefold() not in "aeiouyhéèêâîôû":
            return f"la {body.label}"
        case "misprint":
            return _misprint(rng, body.label)
        case "short":
            if body.acronym:
                return f"{body.label} ({body.acronym})"
            return body.short or body.label
    return body.label


def _misprint(rng: random.Random, text: str) -> str:
    """One letter left out, doubled or another, not the first."""
    spots = [at for at, letter in enumerate(text) if at and letter.isalpha()]
    if len(spots) < 3:
        return text
    at = rng.choice(spots)
    draw = rng.random()
    if draw < 0.33:
        return text[:at] + text[at + 1 :]
    letter = text[at] if draw < 0.66 else rng.choice([each for each in _LETTERS if each != text[at].casefold()])
    return text[:at] + letter + text[at + (draw >= 0.66) :]


def _without_accents(text: str) -> str:
    import unicodedata

    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def _programme(identifier: str, mentions: Sequence[Mention]) -> Programme:
    """The records of mentions, as those of a document are made."""
    register = register_mentions([mentions])
    sessions = []
    for order in range(1, SESSIONS + 1):
        key = f"{identifier}-{order}"
        part = mentions[(order - 1) * SPEAKERS : order * SPEAKERS]
        sessions.append(
            Session(
                session_id=key,
                programme_id=identifier,
                order=order,
                kind=Kind.SESSION,
                title=f"Session {order}",
                status=Status.ANNOUNCED,
                first_page=1,
                last_page=1,
                interventions=tuple(
                    _intervention(key, rank, mention, register) for rank, mention in enumerate(part, start=1)
                ),
            )
        )
    bodies = {record.organisation_id: record for record in register.organisations.values()}
    return Programme(
        programme_id=identifier,
        timezone="Europe/Paris",
        language="fr",
        file=f"{identifier}.pdf",
        sha256="0" * 64,
        pages=1,
        session_count=SESSIONS,
        intervention_count=len(mentions),
        anomaly_count=0,
        sessions=tuple(sessions),
        persons=tuple(register.persons.values()),
        organisations=tuple(bodies.values()),
    )


def _intervention(session: str, order: int, mention: Mention, register: Register) -> Intervention:
    key = f"{session}-{order}"
    person = register.person(mention.person.text) if mention.person else None
    return Intervention(
        intervention_id=key,
        session_id=session,
        order=order,
        capacity=mention.capacity,
        person_id=person.person_id if person else None,
        name=person.name if person else None,
        tentative=False,
        quote=mention.quote.text,
        affiliations=tuple(
            Affiliation(intervention_id=key, order=rank, organisation_id=body.organisation_id, label=body.label)
            for rank, body in enumerate((register.organisation(each.text) for each in mention.organisations), start=1)
        ),
    )
