"""Sentences around the people of a programme, labelled by construction: lives, introductions, look-alikes."""

import random
import re
from collections.abc import Callable

from pipeline.synthetic import bodies
from pipeline.synthetic.body_words import FIELDS
from pipeline.synthetic.event import Body
from pipeline.synthetic.people import invent_last_name, invent_name
from pipeline.synthetic.prose import invent_paragraph
from pipeline.synthetic.roles import BARE_FIELDS, WALKS, fill_role
from pipeline.synthetic.topics import TOPICS
from pipeline.synthetic.wordplay import at_joint, capitalised, fill, of_phrase
from pipeline.training.brands import invent_brand
from pipeline.training.labelled import Labelled, Writer
from pipeline.training.vocabulary import Vocabulary, draw_name

_SLOT = re.compile(r"\{(\w+)\}")
_LABELS = {
    "name": "PER",
    **dict.fromkeys(("role", "elected"), "ROLE"),
    **dict.fromkeys(("body", "of_body", "at_body", "brand", "team", "own_project", "town_body"), "ORG"),
    "town": "LOC",
    **dict.fromkeys(
        ("work", "house", "project", "former", "of_former", "at_former", "cited", "prize", "place"), "OTHER"
    ),
}
_WORKS = (
    "La part du fleuve|Nos hivers|Petit traité des seuils|L'usage du vent|Ce que disent les arbres|Rues parallèles|"
    "Le dernier bac|Cartes sensibles|Un été sans écran|Mémoires d'atelier|Gouverner par le bas|Après la crue|"
    "Les vies fragiles|Sortir du bruit|Éloge de la lenteur|La ville en commun|Mettre la rue en musique|"
    "Le pouvoir des usages : enquête sur un territoire|L'ordre des choses - Une histoire du quotidien"
).split("|")
_PLACES = (
    "place {of_town}|parc {last}|salle {last}|salle {full}|théâtre {last}|amphithéâtre {full}|esplanade {full}|"
    "gymnase {last}|hôtel de ville|rue {full}|quai {last}|espace {full}|jardin {last}"
).split("|")
_ELECTED = (
    "maire|Maire|adjoint au maire|adjointe au maire|1er adjoint au maire|conseillère municipale|conseiller municipal|"
    "vice-présidente|vice-président|maire adjointe|première adjointe|conseiller municipal délégué|président|élue"
).split("|")
_PEOPLE_OF_BODIES = [walk for walk in WALKS.values() if walk.bodies]


def invent_prose(templates: str, words: Vocabulary, rng: random.Random) -> Labelled:
    """One of a set of `sentences`, filled and labelled."""
    template = rng.choice(templates.strip().split("\n")).strip()
    topic = rng.choice(TOPICS)
    plain = {"thing": topic.things, "deed": topic.deeds, "public": topic.publics}
    writer = Writer()
    for number, piece in enumerate(_SLOT.split(template)):
        if number % 2 == 0:
            writer.add(piece)
        elif piece in _LABELS:
            before, value = _fill(piece, words, rng)
            writer.add(before)
            writer.add(value, _LABELS[piece])
        elif piece in _MAKERS:
            writer.add(_MAKERS[piece](words, rng))
        elif piece == "paragraph":
            writer.add(invent_paragraph(topic, rng, rng.randint(1, 4)))
        else:
            writer.add(fill(f"{{{piece}}}", plain, rng))
    return writer.labelled()


def _fill(slot: str, words: Vocabulary, rng: random.Random) -> tuple[str, str]:
    """What a slot prints: words before the value, without its label, and the value."""
    if slot in ("of_body", "of_former", "at_body", "at_former"):
        body = draw_body(words, rng)
        joint = at_joint(body.joint) if slot.startswith("at") else body.joint or "de"
        return (joint if joint.endswith(("'", "’")) else f"{joint} "), body.label
    return "", _MAKERS[slot](words, rng)


def draw_body(words: Vocabulary, rng: random.Random) -> Body:
    """A body: invented, with a name of its own, or of the lists."""
    draw = rng.random()
    if draw < 0.3:
        label = invent_brand(rng)
        return Body(label, rng.choice(["de", "de", "d'" if label[0].lower() in "aeiouéh" else "du"]))
    if draw < 0.34:
        name, town = " ".join(draw_person(words, rng)), rng.choice(words.towns)
        number = rng.choice(["", " 1", " 2", " 3"])
        shapes = (f"université {name} {town}{number}", f"{town} Université", f"Université {name}", f"lycée {name}")
        return bodies.make_body(rng.choice(shapes), "l'")
    if words.bodies and draw < 0.6:
        label = rng.choice(words.bodies)
        return bodies.make_body(label, rng.choice(["", "", "la", "l'"]) if label.isupper() else None)
    return rng.choice(rng.choice(_PEOPLE_OF_BODIES).bodies)(rng)


def draw_role(words: Vocabulary, rng: random.Random, feminine: bool) -> str:
    """A function, invented or of the lists, mostly in small letters."""
    if words.roles and rng.random() < 0.3:
        role = rng.choice(words.roles)
        return role if rng.random() < 0.25 or role[1:2].isupper() else role[:1].lower() + role[1:]
    walk = rng.choice(_PEOPLE_OF_BODIES)
    row, topic, bare = rng.choice(walk.roles), rng.choice(TOPICS), BARE_FIELDS
    if rng.random() < 0.15:  # « Chef de service Données, Produits et Usages »
        bare = tuple(", ".join(rng.sample([field.title() for field in bare], 2)) for _ in range(4))
    role = fill_role(row, feminine, rng, bare)
    if rng.random() < 0.12:
        extent = rng.choice([" en charge {of_thing}", " {of_thing} et {of_thing2}", ", spécialiste {of_thing}"])
        role += fill(extent, {"thing": topic.things}, rng)
    return capitalised(role) if rng.random() < 0.2 else role


def draw_person(words: Vocabulary, rng: random.Random) -> tuple[str, str]:
    """First and last name, of the names of the generator or of the lists."""
    if rng.random() < 0.4:
        name = invent_name(rng)
        return name.first, name.last
    first = draw_name(words.first_names, rng)
    if rng.random() < 0.08:
        first += rng.choice(
            [f"-{draw_name(words.first_names, rng)}", f" {draw_name(words.first_names, rng)}", f" {first[0]}."]
        )
    last = draw_name(words.last_names, rng)
    return first, f"{last}{rng.choice('- ')}{draw_name(words.last_names, rng)}" if rng.random() < 0.07 else last


def _full_name(words: Vocabulary, rng: random.Random) -> str:
    first, last = draw_person(words, rng)
    draw = rng.random()
    if draw < 0.04:
        return f"{first[0]}. {last}"
    if draw < 0.06:
        return f"{first[0]}{last[0]} {last}"
    if draw < 0.12:
        return f"{last.upper()} {first}"
    return f"{first} {last.upper()}" if draw < 0.25 else f"{first} {last}"


def _place(words: Vocabulary, rng: random.Random) -> str:
    return (
        rng.choice(_PLACES)
        .replace("{of_town}", of_phrase(rng.choice(words.towns)))
        .replace("{last}", invent_last_name(rng))
        .replace("{full}", _full_name(words, rng).replace(" ", rng.choice(" -")))
    )


def _full_form(_words: Vocabulary, rng: random.Random) -> str:
    """The long name behind an acronym: what was named already."""
    return f"{rng.choice(['Centre', 'Institut', 'Agence', 'Réseau'])} {of_phrase(rng.choice(FIELDS))}"


_MAKERS: dict[str, Callable[[Vocabulary, random.Random], str]] = {
    "name": _full_name,
    "cited": _full_name,
    "role": lambda words, rng: draw_role(words, rng, rng.random() < 0.5),
    "plain_role": lambda words, rng: draw_role(words, rng, rng.random() < 0.5),
    "elected": lambda words, rng: rng.choice(_ELECTED),
    "body": lambda words, rng: draw_body(words, rng).label,
    "brand": lambda words, rng: invent_brand(rng),
    "team": lambda words, rng: f"équipe {rng.choice([bodies.invent_acronym, invent_brand])(rng)}",
    "own_project": lambda words, rng: f"projet {invent_brand(rng)}",
    "town_body": lambda words, rng: rng.choice(words.towns),
    "former": lambda words, rng: draw_body(words, rng).label,
    "town": lambda words, rng: rng.choice(words.towns),
    "work": lambda words, rng: rng.choice(_WORKS),
    "house": lambda words, rng: bodies.invent_house(rng).label,
    "project": lambda words, rng: invent_brand(rng),
    "prize": lambda words, rng: _full_name(words, rng),
    "place": _place,
    "full_form": _full_form,
    "she": lambda words, rng: rng.choice(["elle", "il", "Elle", "Il"]),
    "year": lambda words, rng: str(rng.randrange(1950, 2025)),
    "number": lambda words, rng: str(rng.randrange(2, 300)),
}
