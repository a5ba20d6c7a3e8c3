"""Titles of invented sessions: questions, subtitles behind a colon, quotations, two words or fifteen."""

import random
import re
from collections.abc import Mapping
from typing import NamedTuple

from pipeline.synthetic.people import invent_town
from pipeline.synthetic.topics import PAST_PEOPLE, WORKS, Topic
from pipeline.synthetic.wordplay import capitalised, fill

# Formats as gold names them, and how programmes write them before or in a title.
FORMATS: dict[str, tuple[str, ...]] = {
    "atelier": ("Atelier", "Ateliers", "ATELIER"),
    "table ronde": ("Table ronde", "Table-ronde", "TABLE RONDE"),
    "conférence": ("Conférence", "CONFÉRENCE"),
    "masterclass": ("Masterclass", "Master class"),
    "retour d'expérience": ("Retour d'expérience", "Retex", "RETEX"),
    "témoignage": ("Témoignage", "Témoignages"),
    "regards croisés": ("Regards croisés",),
    "keynote": ("Keynote",),
    "débat": ("Débat", "Grand débat"),
    "visite": ("Visite", "Visite guidée"),
    "plénière": ("Plénière", "Session plénière"),
    "démonstration": ("Démonstration", "Démo"),
    "symposium": ("Symposium",),
    "projection": ("Projection",),
    "lecture": ("Lecture",),
    "spectacle": ("Spectacle",),
}
# Formats that suit an event of scholars, of a festival, of anybody.
SCHOLARLY = ("conférence", "table ronde", "symposium", "plénière", "keynote", "débat")
FESTIVE = ("lecture", "spectacle", "projection", "visite", "débat", "atelier", "conférence")
CIVIC = tuple(FORMATS)[:12]

PLAIN = (
    "{Thing}",
    "{Thing} et {thing2}",
    "{Deed}",
    "{Deed}, c'est possible",
    "{Deed} avec {public}",
    "{Thing} à {town}",
    "{Thing} au quotidien",
    "Pour {thing}",
    "Vers {thing} de demain",
    "Repenser {thing} avec {public}",
    "Du côté {of_public}",
    "{Thing} face {at_thing2}",
    "Construire ensemble {thing}",
    "Le pari {of_thing}",
    "L'expérience {of_town}",
    "Dix ans {of_thing} : et après ?",
    "{Feminine} expliquée à ma grand-mère",
    "Dans les coulisses {of_thing}",
    "Petit guide {of_thing} à l'usage {of_public}",
    "{Public}, grands oubliés {of_thing}",
    "Dire {thing}",
    "Cartes sur table",
    "Data for Good",
    "Low-tech, high value ?",
    "Speed-meeting {of_public}",
    "Fishbowl : {deed}",
    "Premiers pas",
    "Grand angle",
    "À vous de jouer !",
    "Tous concernés !",
)
QUESTIONS = (
    "Comment {deed} ?",
    "Comment {deed} avec {public} ?",
    "Comment {deed} et {deed2} sans y passer ses nuits ?",
    "Faut-il avoir peur {of_thing} ?",
    "{Thing} : pour qui, pourquoi ?",
    "{Thing} : où en est-on ?",
    "Quelle place pour {public} dans {thing} ?",
    "{Thing} : frein ou levier pour {public} ?",
    "Et si {public} décidaient {of_thing} ?",
    "Peut-on encore {deed} ?",
    "Qui a tué {thing} ?",
    "{Feminine} va-t-elle remplacer {thing2} ?",
    "Que peut {feminine} pour {public}, et que ne peut-elle pas ?",
    "À quoi sert {one} ?",
)
COLONS = (
    "{Thing} : enjeux et perspectives",
    "{Thing} : {deed}, {deed2}",
    "{Thing} : l'exemple {of_town}",
    "{Deed} : le cas {of_public} à {town}",
    "{Of_thing} {at_thing2} : parcours d'une idée",
    "{Thing} : état des lieux, perspectives et questionnements éthiques",
    "{Public} et {thing} : une alliance qui n'allait pas de soi",
    "{Deed} – méthode et limites",
    "{Thing} - regards de terrain",
    "{Thing} (et {thing2}) : ce que nous apprennent {public}",
    "{Town} {year} : {thing} à l'épreuve {of_thing2}",
    "Innover, oui ; mais pour qui ? {Feminine} vue par {public}",
    "{Thing}, {thing2}, {thing3} : trois chantiers pour les cinq années qui viennent dans les territoires",
    "{Deed} lorsque tout change autour de soi : ce que nous ont appris quatre ans d'enquête auprès {of_public}",
)
SCHOLARS = (
    "{Thing} au prisme {of_thing2}",
    "{Thing} dans l'œuvre {of_past}",
    "« {Deed} » : {thing} dans {work} ({oldyear})",
    "« On n'en parlait pas » : {public} et {thing} ({oldyear}-{year})",
    "Pour une histoire {of_thing} ({century} siècle)",
    "{Thing} et {thing2} : approches comparées",
    "Ce que {one} fait {at_thing2}",
    "Lire {work} à {town}",
    "{Public} face {at_thing}, entre {oldyear} et {year}",
    "Une relecture {of_work} : {thing} en question",
    "Quand {public} s'en mêlent : {thing} à {town} au {century} siècle",
    "{Past} et {thing}",
    "Généalogie(s) {of_thing}",
    "La fabrique {of_thing} : archives, récits, controverses",
)
# Titles that look like something else: an hour, a date, a person, a marker, a break, a room.
TRAPS = (
    "1984",
    "Le 49.3, mode d'emploi",
    "{Past} et la radioactivité",
    "{Past} : une vie, {thing}",
    "20 heures, la messe est dite",
    "Les 35 heures à l'hôpital",
    "24 heures dans la vie d'une mairie",
    "Mai 68 en province",
    "Le 14 juillet vu {of_public}",
    "4 août 1789 : la nuit où tout bascule",
    "Objectif 2030",
    "2 degrés, 3 scénarios",
    "Avec ou sans papiers",
    "Avec {public}, contre {thing} ?",
    "Animer un réseau d'entraide",
    "Intervenir en milieu fermé",
    "Pause numérique : ralentir ensemble",
    "Fin de partie pour {thing}",
    "Accueillir autrement",
    "Café, thé et mondialisation",
    "Le repas gastronomique, un patrimoine",
    "Salle d'attente, lieu public",
    "Sous réserve de l'Histoire : {thing}",
    "L'inscription des femmes dans la cité",
    "Quand {past} rencontre {past2}",
    "{Work}, hier et aujourd'hui",
    "Autour {of_work} : lire, relire, relier",
    "Loi du 11 février 2005 : le temps du bilan",
    "Madame la maire",
    "Dr House existe-t-il ?",
    "Président de quoi ?",
    "Midi moins le quart : l'urgence climatique",
    "Le 1er kilomètre",
    "Zéro reste à charge, 100 % santé",
    "Plan B",
    "Web 3.0",
)
OPENINGS = (
    "Ouverture",
    "Ouverture officielle",
    "Ouverture {of_event}",
    "Mot de bienvenue",
    "Mots d'accueil",
    "Allocutions d'ouverture",
    "Discours d'ouverture",
    "Introduction",
    "Introduction générale",
    "Propos introductifs",
    "Lancement de la journée",
    "Plénière d'ouverture",
    "Conférence inaugurale",
)
CLOSINGS = (
    "Clôture",
    "Clôture {of_event}",
    "Conclusion",
    "Conclusions et perspectives",
    "Synthèse de la journée",
    "Mot de la fin",
    "Discussion finale",
    "Grand témoin",
    "Conférence de clôture",
    "Remise des prix",
    "Clôture des travaux",
)
HEADINGS = (
    "Session {number}",
    "Session {number} – {Thing}",
    "Session {number} : {Thing}",
    "{Ordinal} session",
    "Panel {number} : {thing}",
    "{Ordinal} panel",
    "Axe {number} – {Thing}",
    "{Thing}",
    "{Thing} et {thing2}",
    "Communications orales",
    "Symposium {number} : {thing}",
)
ORDINALS = ("Première", "Deuxième", "Troisième", "Quatrième", "Cinquième", "Sixième", "Septième", "Huitième")
CENTURIES = ("XIXe", "XXe", "XVIIIe", "XVIe", "XXIe")


class Titled(NamedTuple):
    """A title with the format it names, if any."""

    title: str
    format: str = ""


def _words_of(topic: Topic, rng: random.Random) -> dict[str, tuple[str, ...]]:
    feminine = tuple(thing for thing in topic.things if thing.startswith("la "))
    return {
        "thing": topic.things,
        "feminine": feminine,
        "one": tuple(thing for thing in topic.things if not thing.startswith("les ")),
        "deed": topic.deeds,
        "public": topic.publics,
        "town": tuple(invent_town(rng) for _ in range(2)),
        "work": WORKS,
        "past": PAST_PEOPLE,
        "year": tuple(str(year) for year in range(1990, 2024)),
        "oldyear": tuple(str(year) for year in range(1830, 1975)),
        "century": CENTURIES,
    }


def fill_title(
    template: str, topic: Topic, rng: random.Random, more: Mapping[str, tuple[str, ...]] | None = None
) -> str:
    """A template filled with the words of a topic and `more`."""
    words = {**_words_of(topic, rng), **(more or {})}
    return capitalised(fill(template, words, rng))


def invent_title(
    topic: Topic, rng: random.Random, formats: tuple[str, ...] = CIVIC, scholarly: bool = False
) -> Titled:
    """A title; about one in six names a format of `formats`, one in fifteen looks like something else."""
    draw = rng.random()
    if draw < 0.065:
        return Titled(fill_title(rng.choice(TRAPS), topic, rng))
    shapes = (SCHOLARS, SCHOLARS, COLONS, PLAIN) if scholarly else (PLAIN, PLAIN, QUESTIONS, COLONS)
    title = fill_title(rng.choice(rng.choice(shapes)), topic, rng)
    if draw > (0.95 if scholarly else 0.82):
        return with_format(title, rng.choice(formats), rng)
    return Titled(title)


def with_format(title: str, name: str, rng: random.Random) -> Titled:
    """A title that begins with what it is: « Atelier : … », « Table ronde – … », « Débat « … » »."""
    word = rng.choice(FORMATS[name])
    if rng.random() < 0.12 and "«" not in title:
        return Titled(f"{word} « {title} »", name)
    return Titled(f"{word}{rng.choice([' : ', ' : ', ' – ', ' - ', ' | '])}{title}", name)


def format_of(title: str) -> str:
    """The format an opening, closing or heading names (« Conférence inaugurale »), or nothing."""
    words = title.casefold()
    return next((name for name in (*FORMATS, "panel") if re.search(rf"(?<!\w){name}(?!\w)", words)), "")
