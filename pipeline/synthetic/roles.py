"""Who the invented people are: functions with the bodies that go with them."""

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipeline.synthetic import bodies
from pipeline.synthetic.biographies import invent_biography
from pipeline.synthetic.body_words import FIELDS
from pipeline.synthetic.event import Body, Guest
from pipeline.synthetic.people import Name, invent_name, invent_town
from pipeline.synthetic.role_words import (
    ACADEMICS,
    ACTIVISTS,
    ALONE,
    ARTISTS,
    BUSINESS,
    CARERS,
    ELECTED,
    ELECTED_OF_AUTHORITIES,
    OFFICIALS,
)
from pipeline.synthetic.wordplay import at_joint, fill, joined, of_joint, split_article

# These are never told apart from their town: « maire de Lens », not « maire, Lens ».
_OF_A_TOWN = (
    "maire",
    "adjoint",
    "premier adjoint",
    "première adjointe",
    "2e adjoint",
    "ancien maire",
    "ancienne maire",
)
_PEOPLE = (
    "l'équipe|l'équipe|les bénévoles|un représentant|une représentante|les membres|une délégation|les élèves|"
    "des habitants|les comédiens amateurs|plusieurs agents|les médiateurs"
).split("|")
BARE_FIELDS = tuple(split_article(field)[1] for field in FIELDS)


class Walk(NamedTuple):
    """A walk of life: its functions, what bodies it is in, whether firms' people are « chez » them."""

    roles: list[str]
    bodies: tuple[Callable[[random.Random], Body], ...]
    at_firm: bool = False


WALKS: dict[str, Walk] = {
    "elected": Walk(ELECTED, ()),
    "authority": Walk(ELECTED_OF_AUTHORITIES, (bodies.invent_authority,)),
    "academic": Walk(ACADEMICS, (bodies.invent_university, bodies.invent_laboratory, bodies.invent_laboratory)),
    "official": Walk(OFFICIALS, (bodies.invent_state, bodies.invent_service)),
    "activist": Walk(ACTIVISTS, (bodies.invent_association,)),
    "business": Walk(BUSINESS, (bodies.invent_firm,), at_firm=True),
    "artist": Walk(ARTISTS, (bodies.invent_house,)),
    "carer": Walk(CARERS, (bodies.invent_hospital,)),
    "alone": Walk(ALONE, ()),
}


def is_told_with_town(role: str) -> bool:
    """Whether a function is always printed joined to its town."""
    return role.casefold().startswith(_OF_A_TOWN)


def fill_role(row: str, feminine: bool, rng: random.Random, bare: Sequence[str] = BARE_FIELDS) -> str:
    """The function of a row of `role_words` in one gender, with drawn words where it leaves room for some."""
    words = {"field": FIELDS, "bare": bare, "brand": (bodies.invent_brand(rng),)}
    return fill(row.strip().removesuffix(" @").split(" / ")[feminine], words, rng)


def invent_guest(
    rng: random.Random, walks: dict[str, float], sparse: float = 0.15, biographies: float = 0.0
) -> Guest:
    """A person of one of the walks of life, drawn by weight.

    Args:
        rng: Where all choices come from.
        walks: Weights by key of `WALKS`.
        sparse: How often a person has no function; a third as often a function stands without a body.
        biographies: How often a person has one.
    """
    name = invent_name(rng)
    kind = rng.choices(list(walks), list(walks.values()))[0]
    walk = WALKS[kind]
    row = rng.choice(walk.roles)
    role = fill_role(row, name.feminine, rng)
    guest = Guest(name.first, name.last, civility=_civility(name, kind, rng), role=role)
    if rng.random() < biographies:
        guest = guest._replace(biography=invent_biography(guest, name.feminine, rng))
    if kind == "elected":
        town = invent_town(rng)
        return guest._replace(bodies=(Body(town, of_joint("", town)),))
    if not walk.bodies:
        return guest
    body = rng.choice(walk.bodies)(rng)
    found: tuple[Body, ...] = (body,) if rng.random() > 0.06 else (body, bodies.invent_association(rng))
    if row.rstrip().endswith("@"):
        found = tuple(_as_workplace(each, walk.at_firm) for each in found)
    draw = rng.random()
    if draw < sparse:
        return guest._replace(role="", bodies=found)
    return guest._replace(bodies=found if draw < 1 - sparse / 3 else ())


def _as_workplace(body: Body, firm: bool) -> Body:
    return body._replace(joint="chez" if firm and body.joint in {"de", "d'"} else at_joint(body.joint))


def _civility(name: Name, kind: str, rng: random.Random) -> str:
    if kind == "carer" or (kind == "academic" and rng.random() < 0.3):
        return rng.choice(["Dr", "Dr", "Pr"])
    return "Mme" if name.feminine else "M."


def invent_collective(rng: random.Random) -> Guest:
    """A body that takes part without a named person: « l'équipe de Passerelles »."""
    makers = [bodies.invent_association, bodies.invent_association, bodies.invent_house, bodies.invent_firm]
    body = rng.choice([*makers, bodies.invent_authority])(rng)
    article = {"de la": "la", "du": "le", "de l'": "l'"}.get(body.joint, "")
    draw = rng.random()
    if draw < 0.3 and (article or body.joint in ("de", "d'")):
        return Guest("", "", collective=joined(article, body.label), bodies=(body,))
    return Guest("", "", collective=f"{rng.choice(_PEOPLE)} {joined(body.joint, body.label)}", bodies=(body,))
