"""What kind of event an invented one is: settings drawn once, which all its items follow."""

import random
from typing import NamedTuple

from pipeline.synthetic import titles
from pipeline.synthetic.people import invent_last_name, invent_name
from pipeline.synthetic.topics import TOPICS, Topic


class Genre(NamedTuple):
    """A kind of event.

    `noun` is how it calls itself, with article; the numbers are shares: of events with parallel sessions, of sessions
    that hold talks, of talks with times of their own, of sessions without people, of people without a function.
    """

    noun: str
    names: tuple[str, ...]
    topics: tuple[str, ...]
    formats: tuple[str, ...]
    weight: float
    scholarly: bool = False
    festive: bool = False
    parallel: float = 0.0
    talks: float = 0.0
    timed_talks: float = 0.0
    silent: float = 0.2
    sparse: float = 0.12


GENRES = (
    Genre(
        "le colloque",
        ("Colloque « {Thing} »", "Colloque international : {thing}", "Colloque {Thing} ({century} siècle)"),
        ("histoire", "lettres", "droit", "éducation"),
        titles.SCHOLARLY,
        weight=22,
        scholarly=True,
        parallel=0.15,
        talks=0.75,
        timed_talks=0.6,
        silent=0.05,
        sparse=0.45,
    ),
    Genre(
        "la journée d'étude",
        ("Journée d'étude : {thing}", "{Thing} et {thing2} – Journée d'étude", "Séminaire annuel « {Thing} »"),
        ("histoire", "lettres", "droit", "éducation", "culture", "environnement"),
        titles.SCHOLARLY,
        weight=14,
        scholarly=True,
        talks=0.35,
        timed_talks=0.7,
        silent=0.05,
        sparse=0.3,
    ),
    Genre(
        "le congrès",
        ("{number}e Congrès {of_thing}", "Congrès national {of_thing}", "Les Assises {of_thing}"),
        ("santé", "droit", "entreprise"),
        titles.SCHOLARLY,
        weight=14,
        scholarly=True,
        parallel=0.5,
        talks=0.65,
        timed_talks=0.65,
        silent=0.1,
        sparse=0.35,
    ),
    Genre(
        "les rencontres",
        (
            "Rencontres {of_thing}",
            "Rencontres nationales {of_thing} {year}",
            "{number}es Rencontres {of_thing} {of_town}",
        ),
        ("numérique", "vie locale", "environnement", "culture", "éducation"),
        titles.CIVIC,
        weight=22,
        parallel=0.65,
        talks=0.05,
        silent=0.15,
    ),
    Genre(
        "le forum",
        ("Forum {of_thing}", "Forum {town} {year}", "Forum des territoires : {thing}"),
        ("numérique", "entreprise", "vie locale", "santé"),
        titles.CIVIC,
        weight=12,
        parallel=0.5,
        silent=0.25,
    ),
    Genre(
        "le festival",
        ("Festival {Thing}", "Festival des mots et des rives – {town}", "Fête {of_thing}", "{Town} en fête"),
        ("culture", "lettres", "environnement"),
        titles.FESTIVE,
        weight=12,
        festive=True,
        parallel=0.35,
        silent=0.45,
        sparse=0.25,
    ),
    Genre(
        "la journée",
        ("Journée {of_thing}", "{Deed} : la journée pratique", "Journée départementale {of_thing}"),
        ("vie locale", "éducation", "santé", "numérique", "environnement", "entreprise"),
        titles.CIVIC,
        weight=10,
        talks=0.1,
        timed_talks=0.3,
        silent=0.3,
    ),
)
ROOMS = (
    "Salle 1|Salle 2|Salle 3|Salle 4|Salle 5",
    "Salle A|Salle B|Salle C|Amphithéâtre|Salle D",
    "Auditorium|Salle de conférences|Atelier 1|Atelier 2|Bibliothèque",
    "Amphi {person}|Amphi {person}|Salle B204|Salle B206|Salle du conseil",
    "Grande scène|Petit théâtre|Chapiteau|Jardin|Hall",
    "Agora|Forum|Studio|Espace {person}|Salle des mariages",
    "Salle {person}|Salle {person}|Salle {person}|Salle {person}|Hémicycle",
    "Plénière (rez-de-chaussée)|Salle Loire – 1er étage|Salle Vienne – 1er étage|Salle Cher – 2e étage|En ligne",
)
TRACKS = (
    "Parcours élus|Parcours agents|Parcours associations|Parcours citoyens|Parcours débutants",
    "Axe 1|Axe 2|Axe 3|Axe 4|Axe 5",
    "SCIENCE & SOCIÉTÉ|TERRITOIRES|PRATIQUES|RECHERCHE & INNOVATION|JEUNE PUBLIC",
    "Comprendre|Agir|Transmettre|Expérimenter|Partager",
)


class Plan(NamedTuple):
    """The settings of one event."""

    genre: Genre
    topics: tuple[Topic, ...]
    width: int  # parallel sessions side by side, 1 for none
    rooms: tuple[str, ...]  # empty when no room is told
    tracks: tuple[str, ...]
    paragraphs: int  # at most, of a description
    subtitles: float
    biographies: float
    credits: float  # share of sessions with people
    gap: int  # minutes between sessions
    step: int  # minutes to which hours are rounded
    heading: str  # template for sessions that hold talks

    @property
    def topic(self) -> Topic:
        """The main topic."""
        return self.topics[0]


def make_plan(rng: random.Random) -> Plan:
    """Draw the settings of an event."""
    genre = rng.choices(GENRES, [each.weight for each in GENRES])[0]
    topics = [topic for topic in TOPICS if topic.name in genre.topics]
    rng.shuffle(topics)
    width = rng.choice([2, 2, 3, 3, 4, 5]) if rng.random() < genre.parallel else 1
    rooms = _rooms(rng) if width > 1 or rng.random() < 0.35 else ()
    return Plan(
        genre=genre,
        topics=tuple(topics[: rng.choice([1, 1, 2])]),
        width=width,
        rooms=rooms,
        tracks=tuple(rng.choice(TRACKS).split("|")) if width > 1 and rng.random() < 0.3 else (),
        paragraphs=rng.choices([0, 1, 2, 4], [40, 32, 17, 11])[0],
        subtitles=rng.choice([0, 0, 0, 0.5, 0.9]),
        biographies=0.5 if rng.random() < 0.25 else 0.0,
        credits=0.0 if rng.random() < genre.silent * 0.4 else 1 - genre.silent,
        gap=rng.choice([0, 0, 0, 5, 15]),
        step=rng.choice([5, 15, 15, 30]),
        heading=rng.choice(titles.HEADINGS),
    )


def _rooms(rng: random.Random) -> tuple[str, ...]:
    names = rng.choice(ROOMS).split("|")
    return tuple(
        name.replace(
            "{person}",
            f"{invent_name(rng).first} {invent_last_name(rng)}" if rng.random() < 0.5 else invent_last_name(rng),
        )
        for name in names
    )
