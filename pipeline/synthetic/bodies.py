"""Invented bodies: associations, authorities, universities, laboratories, firms, houses of culture, hospitals."""

import random

from pipeline.synthetic.body_words import (
    ARTICLES,
    CATCHY,
    DEPARTMENTS,
    DIVISIONS,
    FIELDS,
    FIRM_WORDS,
    FIRST_HALVES,
    HEADS,
    MINISTRIES,
    REGIONS,
    SECOND_HALVES,
    SINGLE_NAMES,
    SYLLABLES_FIRST,
    SYLLABLES_LAST,
    TEAMS,
)
from pipeline.synthetic.event import Body
from pipeline.synthetic.people import invent_last_name, invent_name, invent_town
from pipeline.synthetic.wordplay import elides, of_joint, of_phrase, split_article


def make_body(label: str, article: str | None = None, parent: Body | None = None) -> Body:
    """A body with the joint its first noun asks for; an empty article is that of a proper name."""
    head = label.split()[0].casefold()
    if article is None:
        article = ARTICLES.get(head, "le")
        if article != "les" and head[0] in "aeéiouhâôœ" and head not in {"hub", "haute"}:
            article = "l'"
    return Body(label, of_joint(article, label), parent)


def _case(label: str, rng: random.Random) -> str:
    """Programmes write « Département du Nord » or « département du Nord »."""
    return label[0].upper() + label[1:] if rng.random() < 0.6 else label


def invent_brand(rng: random.Random) -> str:
    """A name of its own: « Passerelles », « Les Veilleurs du canal », « Numéricité »."""
    draw = rng.random()
    if draw < 0.45:
        return f"{rng.choice(FIRST_HALVES)} {rng.choice(SECOND_HALVES)}"
    return rng.choice(CATCHY if draw < 0.88 else SINGLE_NAMES)


def invent_acronym(rng: random.Random) -> str:
    """An acronym one can say: « LIRIDE », « Cem-Sud », « TAR3 »."""
    ends = ["", "A", "E", "IS", "EM", "IDE"]
    letters = rng.choice(["", "", "I", "CH", "L"]) + rng.choice("BCDFGLMPRST") + rng.choice("AEIO")
    letters += rng.choice("CDLMNRS") + rng.choice(ends)
    tail = rng.choice(["", "", "", "-Sud", "-Lab", "2", "3"])
    return f"{letters.capitalize() if tail.startswith('-') else letters}{tail}"


def acronym_of(label: str) -> str:
    """The initials of the long words: « Laboratoire d'études des rives » → « LER »."""
    words = label.replace("'", " ").replace("-", " ").split()
    return "".join(word[0].upper() for word in words if len(word) > 3)


def invent_authority(rng: random.Random) -> Body:
    """A town, a county, a region or what several towns have in common."""
    town, draw = invent_town(rng), rng.random()
    if draw < 0.32:
        return make_body(_case(f"{rng.choice(['ville', 'ville', 'mairie', 'commune'])} {of_phrase(town)}", rng))
    if draw < 0.5:
        head = rng.choice(["département", "département", "conseil départemental"])
        return make_body(_case(f"{head} {of_phrase(rng.choice(DEPARTMENTS))}", rng))
    if draw < 0.64:
        name = rng.choice(REGIONS)
        if rng.random() < 0.4:
            return make_body(_case(f"conseil régional {of_phrase(name)}", rng))
        return make_body(_case(f"région {split_article(name)[1]}", rng))
    head = rng.choice(["métropole", "communauté de communes", "communauté d'agglomération", "pays", "syndicat mixte"])
    if rng.random() < 0.3:
        return make_body(f"{town} {rng.choice(['Agglo', 'Agglomération', 'Métropole', 'Terres et Mer'])}", "")
    return make_body(_case(f"{head} {of_phrase(town)}", rng))


def invent_service(rng: random.Random) -> Body:
    """A service of a town, a ministry or another body, with that body."""
    if rng.random() < 0.45:
        parent = make_body(_case(f"ministère {of_phrase(rng.choice(MINISTRIES))}", rng))
    else:
        parent = invent_authority(rng)
    return make_body(_case(rng.choice(DIVISIONS), rng), None, parent)


def invent_state(rng: random.Random) -> Body:
    """An office of the State."""
    field, draw = rng.choice(FIELDS), rng.random()
    if draw < 0.25:
        return make_body(_case(f"ministère {of_phrase(rng.choice(MINISTRIES))}", rng))
    if draw < 0.45:
        label = f"Agence nationale {of_phrase(field)}"
        return make_body(f"{label} ({acronym_of(label)})" if rng.random() < 0.4 else label, "l'")
    if draw < 0.6:
        region = split_article(rng.choice(REGIONS))[1]
        acronym = rng.choice(["ARS", "DRAC", "DREAL", "DREETS", "DRAJES"])
        return make_body(f"{acronym} {region}", "l'" if acronym == "ARS" else "la")
    if draw < 0.75:
        return make_body(_case(f"préfecture {of_phrase(rng.choice(DEPARTMENTS))}", rng))
    if draw < 0.85:
        return make_body(f"Académie {of_phrase(invent_town(rng))}", "l'")
    head = rng.choice(["Haute Autorité", "Direction générale", "Direction interministérielle", "Délégation"])
    return make_body(f"{head} {of_phrase(field)}", "la")


def invent_university(rng: random.Random) -> Body:
    """A university or a school."""
    town, draw = invent_town(rng), rng.random()
    if draw < 0.5:
        return make_body(_case(f"université {of_phrase(town)}", rng), "l'")
    if draw < 0.7:
        return make_body(f"Université {town}{rng.choice(['', ' 1', ' 2', ' 3'])}", "l'")
    if draw < 0.8:
        return make_body(f"Université {invent_name(rng).first} {invent_last_name(rng)}", "l'")
    if draw < 0.9:
        kind = rng.choice(["d'architecture", "d'ingénieurs", "des beaux-arts", "de design", "de journalisme"])
        return make_body(f"École {kind} {of_phrase(town)}", "l'")
    return make_body(f"{rng.choice(['IUT', 'INSPÉ', 'CREPS', 'Institut catholique'])} {of_phrase(town)}", "l'")


def invent_laboratory(rng: random.Random) -> Body:
    """A laboratory, now and then a team in it, with the university or research body it belongs to."""
    parent = make_body(rng.choice(["CNRS", "CNRS", "Inserm", "INRAE"]), "le") if rng.random() < 0.15 else None
    if parent and parent.label != "CNRS":
        parent = parent._replace(joint="de l'")
    parent = parent or invent_university(rng)
    field = rng.choice(FIELDS)
    label = rng.choice(["Laboratoire d'études", "Centre de recherche", "Institut", "Laboratoire", "Observatoire"])
    full = f"{label} {of_phrase(field)}" if label != "Centre de recherche" else f"Centre de recherche sur {field}"
    draw = rng.random()
    if draw < 0.3 and len(acronym_of(full)) > 2:
        full = f"{full} ({acronym_of(full)})"
    elif draw < 0.55:
        acronym = invent_acronym(rng)
        return Body(acronym, "de l'" if elides(acronym) else "du", parent)
    elif draw < 0.65:
        full = f"{rng.choice(['UMR', 'UR', 'UPR'])} {rng.randrange(1000, 9900)}"
        return Body(full, "de l'", parent)
    laboratory = make_body(full, None, parent)
    if rng.random() < 0.15:
        return make_body(f"équipe {rng.choice(TEAMS)}", "l'", laboratory)
    return laboratory


def invent_association(rng: random.Random) -> Body:
    """An association, with or without that word before its name."""
    draw, name = rng.random(), invent_brand(rng)
    if draw < 0.3:
        return make_body(name, "")
    if draw < 0.62:
        return make_body(_case(f"{rng.choice(HEADS)} {name}", rng))
    if draw < 0.72:
        label = f"Fédération nationale {of_phrase(rng.choice(FIELDS))}"
        return make_body(f"{label} ({acronym_of(label)})" if rng.random() < 0.5 else label, "la")
    if draw < 0.82:
        field = rng.choice(FIELDS)
        return make_body(_case(f"{rng.choice(['association', 'collectif'])} pour {field}", rng))
    if draw < 0.9:
        return make_body(
            f"Hub {rng.choice(['Estuaire', 'Cimes', 'Deux Rives', 'Grand Large', 'Lab Nord', 'Causses'])}", "le"
        )
    if draw < 0.95:
        return make_body(
            f"centre social {rng.choice(['des Tilleuls', 'Léo-Lagarde', 'du Vieux-Port', 'de la Plaine'])}", "le"
        )
    label = f"Union régionale {of_phrase(rng.choice(FIELDS))}"
    return make_body(acronym_of(label) + rng.choice(["F", "O", "AS"]), "l'")


def invent_firm(rng: random.Random) -> Body:
    """A company."""
    name, draw = rng.choice(SYLLABLES_FIRST) + rng.choice(SYLLABLES_LAST), rng.random()
    if draw < 0.35:
        return make_body(name, "")
    if draw < 0.6:
        return make_body(f"{name} {rng.choice(FIRM_WORDS)}", "")
    if draw < 0.75:
        word = rng.choice(["agence", "cabinet", "studio", "groupe", "librairie"])
        return make_body(f"{word} {name if rng.random() < 0.5 else invent_last_name(rng)}")
    if draw < 0.85:
        return make_body(
            f"{invent_last_name(rng)} {rng.choice(['& Fils', 'et Associés', 'Conseil', 'Industrie'])}", ""
        )
    return make_body(f"{name}{rng.choice(['.fr', '.coop', ' SAS', ' France', ' SCOP', '360'])}", "")


def invent_house(rng: random.Random) -> Body:
    """A library, a theatre, a museum, a company of players, a publisher."""
    town, draw = invent_town(rng), rng.random()
    if draw < 0.5:
        head = rng.choice(
            ["médiathèque", "musée", "théâtre", "conservatoire", "bibliothèque", "archives municipales"]
        )
        if head == "musée":
            return make_body(
                _case(
                    f"musée {rng.choice(['des Eaux', 'du Sel', 'de la Mine', 'des Métiers'])} {of_phrase(town)}", rng
                )
            )
        return make_body(_case(f"{head} {of_phrase(town)}", rng))
    if draw < 0.7:
        return make_body(_case(f"compagnie {invent_brand(rng)}", rng), "la")
    if draw < 0.85:
        return make_body(
            f"Éditions {rng.choice(['du Gué', 'Marelle', 'de la Jetée', 'Brise-Lames', 'Parenthèse'])}", "les"
        )
    return make_body(_case(f"maison {of_phrase(rng.choice(FIELDS))}", rng), "la")


def invent_hospital(rng: random.Random) -> Body:
    """A hospital or one of its services."""
    town = invent_town(rng)
    head = rng.choice(["CHU", "CHU", "CH", "Hôpital", "Clinique", "Centre hospitalier", "CHRU", "EHPAD"])
    hospital = make_body(
        f"{head} {of_phrase(town)}", {"Hôpital": "l'", "Clinique": "la", "EHPAD": "l'"}.get(head, "le")
    )
    if rng.random() < 0.3:
        unit = rng.choice(
            ["service de néphrologie", "unité de soins palliatifs", "pôle gériatrie", "service d'urologie"]
        )
        return make_body(unit, None, hospital)
    return hospital
