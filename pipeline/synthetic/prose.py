"""Descriptions of invented sessions: a few paragraphs of prose, with what readers may mistake for something else."""

import random

from pipeline.synthetic.people import invent_town
from pipeline.synthetic.titles import FORMATS
from pipeline.synthetic.topics import PAST_PEOPLE, WORKS, Topic
from pipeline.synthetic.wordplay import fill

STATEMENTS = (
    "{One} concerne aujourd'hui {public} comme {public2}.",
    "Longtemps réservée à quelques spécialistes, la question {of_thing} est devenue l'affaire de tous.",
    "Depuis {year}, {public} font l'expérience {of_thing} sans toujours en connaître les règles.",
    "À {town}, {public} ont choisi {of_deed}, avec des moyens modestes et beaucoup d'entêtement.",
    "On verra qu'il est possible {of_deed} sans renoncer à {deed2}.",
    "Que sait-on vraiment {of_thing} ?",
    "Comment {deed} lorsque les moyens manquent ?",
    "Trois collectivités ont accepté d'ouvrir leurs dossiers et de montrer ce qui n'a pas marché.",
    "L'enquête menée à {town} montre que {one} ne se décrète pas.",
    "Les résultats surprennent : {percent} % des personnes interrogées disent ne pas se reconnaître dans {thing}.",
    "{Thing} et {thing2} ont en commun d'être plus discutées que pratiquées.",
    "Il sera question {of_thing}, mais aussi {of_thing2} et des liens qui les unissent.",
    "Partant de cas concrets, nous chercherons ensemble les conditions pour {deed}.",
    "Ni recette ni plaidoyer : une méthode, ses limites et ses surprises.",
    "Le propos s'appuie sur quatre ans d'enquête auprès {of_public}.",
    "Chacun repartira avec une fiche pratique et une liste de ressources libres.",
    "Cette expérience, née à {town}, a depuis essaimé dans une trentaine de communes.",
    "Faute de règles claires, {public} inventent les leurs ; c'est ce que nous voudrions comprendre.",
    "L'objectif : {deed}, puis {deed2}.",
    "Aucun prérequis n'est demandé ; le matériel est fourni.",
    "La discussion portera sur les coûts, les délais et les effets de bord.",
    "Parler {of_thing}, c'est parler de ce qui nous relie.",
    "Un kit de démarrage est disponible sous licence libre.",
    "Reste une difficulté : {public} n'ont ni le temps ni l'envie {of_deed}.",
)
# Sentences with an hour, a date, a person, a body or a marker that tell nothing about the session.
TRAPS = (
    "Dès 8h du matin, la file s'allonge devant le guichet {of_town}.",
    "Le marché ouvre à 6 h 30 ; on y parle déjà {of_thing}.",
    "D'après {past}, rien ne se perd ; encore faut-il {deed}.",
    "On relira {past} et l'on se demandera ce que {one} lui aurait inspiré.",
    "Le texte du 12 juillet {year} a changé la donne pour {public}.",
    "Depuis le décret du 3 mars {year}, la règle n'est plus la même.",
    "Avec {work}, {past} avait déjà tout dit, ou presque.",
    "Animé par la conviction que tout peut changer, un petit groupe a tenté {of_deed}.",
    "Comptez deux heures de travail par semaine pour {deed}.",
    "Le film dure 52 minutes.",
    "La loi a été présentée par {past} en {oldyear}.",
    "Sous réserve d'en avoir le temps, on abordera aussi {thing}.",
    "De 14 à 17 ans, on ne lit pas comme à 40.",
    "Voir l'ouvrage collectif {Thing} ({town}, {year}).",
    "Avec le soutien des communes voisines.",
    "Les participants apporteront un ordinateur portable et un carnet.",
)
SAID_OF_ITSELF = (
    "Cet {format} s'adresse {at_public}.",
    "Dans cet {format}, on apprendra à {deed}.",
    "Un {format} pour {deed}.",
    "Ce {format} propose {of_deed}.",
    "Cette {format} réunit {public} et {public2}.",
    "Une {format} pour comprendre {thing}.",
    "Cette {format} est ouverte {at_public}.",
)
SUBTITLES = (
    "{Deed}, {deed2}",
    "L'exemple {of_town}",
    "Enjeux, méthodes, limites",
    "Ce que {public} en disent",
    "{Thing} en pratique",
    "Une enquête à {town} ({year})",
    "{Of_town} à {town2}, itinéraire d'une idée",
    "Pour et avec {public}",
    "{Thing} : pour quoi faire ?",
    "Entre {thing} et {thing2}",
    "Bilan de trois années",
    "Perspectives comparées",
)
# Which determiner each format takes in a sentence on itself.
_FEMININE = frozenset(
    {"table ronde", "conférence", "masterclass", "visite", "démonstration", "projection", "lecture"}
)
_VOWEL = frozenset({"atelier"})
_FORMATS_IN_PROSE = (*_FEMININE, *_VOWEL, "témoignage", "débat", "retour d'expérience", "spectacle")
TRAP_SHARE = 0.07


def _words(topic: Topic, rng: random.Random) -> dict[str, tuple[str, ...]]:
    return {
        "thing": topic.things,
        "one": tuple(thing for thing in topic.things if not thing.startswith("les ")),
        "deed": topic.deeds,
        "public": topic.publics,
        "town": tuple(invent_town(rng) for _ in range(3)),
        "work": WORKS,
        "past": PAST_PEOPLE,
        "year": tuple(str(year) for year in range(2001, 2021)),
        "oldyear": tuple(str(year) for year in range(1832, 1911)),
        "percent": tuple(str(share) for share in range(23, 87)),
    }


def invent_subtitle(topic: Topic, rng: random.Random) -> str:
    """A line under the title."""
    return fill(rng.choice(SUBTITLES), _words(topic, rng), rng)


def invent_paragraph(topic: Topic, rng: random.Random, sentences: int | None = None) -> str:
    """Some sentences, each a statement or, rarely, a trap; no statement twice."""
    count = sentences or rng.randint(2, 6)
    templates = [
        rng.choice(TRAPS) if rng.random() < TRAP_SHARE else statement for statement in rng.sample(STATEMENTS, count)
    ]
    return " ".join(fill(template, _words(topic, rng), rng) for template in templates)


def invent_description(topic: Topic, rng: random.Random, paragraphs: int) -> tuple[str, ...]:
    """Paragraphs of prose."""
    return tuple(invent_paragraph(topic, rng) for _ in range(paragraphs))


def can_say_format(name: str) -> bool:
    """Whether there is a sentence in which a session says that it is of this format."""
    return name in FORMATS and name in _FORMATS_IN_PROSE


def say_format(name: str, topic: Topic, rng: random.Random) -> str:
    """A sentence in which a session says what it is: « Cet atelier s'adresse aux élèves. »."""
    opening = "Cette|Une" if name in _FEMININE else "Cet |Dans cet|Un " if name in _VOWEL else "Ce |Un "
    choices = [each for each in SAID_OF_ITSELF if each.startswith(tuple(opening.split("|")))]
    return fill(rng.choice(choices), {**_words(topic, rng), "format": (name,)}, rng)
