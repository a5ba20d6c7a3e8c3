"""The words that open a block of people in invented programmes, by capacity."""

import random
from typing import NamedTuple

from pipeline.document import Capacity


class Marker(NamedTuple):
    """The words of a document for one capacity: before one person, and before several."""

    capacity: Capacity
    one: str
    many: str


# « one | many » where they differ; none ends with a preposition that would have to be elided.
WORDINGS: dict[Capacity, tuple[str, ...]] = {
    Capacity.ANIMATION: (
        "Animé par",
        "Animation",
        "Animateur|Animateurs",
        "Animatrice|Animateurs",
        "Animateur·rice|Animateur·rices",
        "Atelier animé par",
        "Session animée par",
        "Animée par",
        "Co-animé par",
        "Facilitation",
    ),
    Capacity.INTERVENTION: (
        "Avec",
        "Avec",
        "Intervenant|Intervenants",
        "Intervenante|Intervenants",
        "Intervenant·e|Intervenant·e·s",
        "Intervenant(e)|Intervenant(e)s",
        "Intervenants et intervenantes",
        "Intervention|Interventions",
        "Avec la participation de :",
        "Par",
        "Présenté par",
        "Orateur|Orateurs",
        "Oratrice|Orateurs",
        "Conférencier|Conférenciers",
        "Participant·e·s",
        "En présence de :",
        "Les intervenants",
        "Speakers",
    ),
    Capacity.MODERATION: (
        "Modération",
        "Modérateur|Modérateurs",
        "Modératrice|Modérateurs",
        "Modéré par",
        "Débat modéré par",
        "Présidence",
        "Président de séance|Présidents de séance",
        "Présidente de séance|Présidents de séance",
        "Session présidée par",
        "Séance présidée par",
        "Présidé par",
        "Modérateur·rice|Modérateur·rices",
    ),
}


def make_markers(rng: random.Random, apart: bool, bare: bool) -> tuple[Marker, ...]:
    """Draw the words for every capacity, set alike.

    Args:
        rng: Where all choices come from.
        apart: Whether markers have a line of their own, where a colon is rarer.
        bare: Whether those who speak are listed without a marker; the others always have one, for nothing else
            tells their capacity.
    """
    capitals = rng.random() < 0.3
    colon = rng.choices(["", " :", ":"], [5, 4, 0.5] if apart else [3, 6, 0.5])[0]
    found = []
    for capacity, wordings in WORDINGS.items():
        one, _, many = rng.choice(wordings).partition("|")
        words = [_set(text, capitals, colon) for text in (one, many or one)]
        found.append(
            Marker(capacity, "", "") if bare and capacity is Capacity.INTERVENTION else Marker(capacity, *words)
        )
    return tuple(found)


def _set(text: str, capitals: bool, colon: str) -> str:
    set_text = text.upper() if capitals else text
    if set_text.endswith(":"):
        return set_text
    # « Animé par Léa Durand » runs on; « Animation Léa Durand » does not.
    runs_on = set_text.casefold().endswith((" par", "avec", "par"))
    return set_text + (colon if runs_on or colon else " :")
