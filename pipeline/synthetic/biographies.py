"""Lives of invented people in a few sentences."""

import random

from pipeline.synthetic import bodies
from pipeline.synthetic.body_words import FIELDS
from pipeline.synthetic.event import Guest
from pipeline.synthetic.people import invent_town
from pipeline.synthetic.wordplay import joined, of_phrase


def invent_biography(guest: Guest, feminine: bool, rng: random.Random) -> str:
    """One to four sentences; the bodies in them are former ones or publishers, which are no affiliations."""
    she, e = ("Elle", "e") if feminine else ("Il", "")
    school, house, former = bodies.invent_university(rng), bodies.invent_house(rng), bodies.invent_firm(rng)
    sentences = [
        f"Né{e} à {invent_town(rng)}, {guest.first} {guest.last} a grandi entre deux rives et trois langues.",
        f"{she} a d'abord travaillé chez {former.label} pendant {rng.randint(2, 19)} ans.",
        f"Diplômé{e} {joined(school.joint, school.label)}, {she.lower()} s'intéresse aux formes ordinaires du soin.",
        f"{she} a publié « La part du fleuve » ({house.label}, {rng.randrange(1998, 2023)}).",
        f"Animé{e} par la curiosité, {she.lower()} parcourt le pays à pied depuis {rng.randrange(1995, 2019)}.",
        f"{she} est l'aut{'rice' if feminine else 'eur'} d'une thèse sur les marchés {of_phrase(invent_town(rng))}.",
        f"Avec ses élèves, {she.lower()} a monté un chœur en plein air.",
        f"{she} se lève chaque jour à {rng.randint(4, 6)}h{rng.choice(['15', '30', '45'])} pour écrire.",
        f"Ses travaux portent sur {rng.choice(FIELDS)} et sur {rng.choice(FIELDS)}.",
        f"{she} a dirigé {rng.choice(['une école', 'un théâtre', 'une revue', 'un refuge'])} "
        f"de {rng.randint(2001, 2009)} à {rng.randint(2010, 2018)}.",
        f"Ancien{'ne' if feminine else ''} journaliste, {she.lower()} cuisine, chante et traduit le portugais.",
    ]
    return " ".join(rng.sample(sentences, rng.randint(1, 4)))
