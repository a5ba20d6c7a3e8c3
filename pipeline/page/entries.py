"""Entries of lists under a session: what begins one, and the notes that stand between talks."""

import re

from pipeline.lexicon import PARTICLES
from pipeline.wording import BULLETS, CAPITALS

# A person by initial and surname with nothing else, or with a function, body or another person behind.
_UPPER = rf"(?-i:[{CAPITALS}])"
_SURNAME = rf"(?:(?:{PARTICLES})\s?)*{_UPPER}[\w'’-]+(?:\s+{_UPPER}[\w'’-]+)?"
_OTHER_PERSON = rf"(?:et|&)\s+{_UPPER}(?:\.|[\w-]+\s+{_UPPER})"
_INITIAL_NAME = rf"{_UPPER}\.\s+{_SURNAME}\s*(?:$|[,;(]|{_OTHER_PERSON})"
_INITIAL_NAME_ALONE = re.compile(rf"{_UPPER}\.(?:\s?-?{_UPPER}\.)*\s+{_SURNAME}", re.I)
# An entry of a list: a bullet or a number, the language of a talk, or its kind with its number.
LISTED = re.compile(
    rf"^\s*(?:[{BULLETS}*–—\-o>]\s+|\d{{1,2}}\s?[.)–-](?!\d)\s*|\d{{1,2}}\.[1-9]\d?\.?\s+"
    rf"|(?!{_INITIAL_NAME})[a-z][.)]\s+|\[(?:FR|EN|ES|DE|IT)\]\s*"
    r"|(?:communication|intervention|expos[ée])\s*(?:n°\s*)?\d+\s*[:.–-]\s*)",
    re.I,
)
# « Atelier A – Se loger » above « Atelier B – Se déplacer » opens a list; so does « Atelier A1 ».
LABELLED = re.compile(
    r"\W*(?:atelier|session|s[ée]ance|table[ -]ronde|conf[ée]rence|panel|parcours|groupe|visite|circuit|balade|"
    r"webinaire|module|rencontre)\s+(?:(?:n°|#)\s*)?"
    r"(?:\d{1,2}(?:\.\d|(?-i:[A-Ca-c]))?|(?-i:[A-Z])\d{0,2})\b(?!['’])",
    re.I,
)
# The credit of a film, whose author need not be there: « Léa Durand, France, 2021, 61 min ».
FILM_CREDIT = re.compile(r"\b(?:19|20)\d\d\b[^.\n]{0,30}\b(?:\d{1,3}\s?(?:min\b|mn\b|['’′])|[1-3]\s?h\s?[0-5]\d\b)")
_BRACKETED = re.compile(r"\[[^\[\]]+\]")
_NOTE = re.compile(
    r"^\W*(?:(?:discussions?|questions?|[ée]changes?|d[ée]bats?|pause)\b.{0,40}$|(?:sources?|cr[ée]dits?)\s?:|"
    r"(?:informations?|inscriptions?|r[ée]servations?|renseignements?)(?: et (?:inscriptions?|r[ée]servations?))?"
    r"(?:\s(?:obligatoire|conseill[ée]e|gratuite|sur|aupr[èe]s|par)\b|\s?:))",
    re.I,
)


# For whom something is, what it costs, how long it takes.
_PRACTICAL = re.compile(
    r"\W*(?:(?:entr[ée]e|acc[èe]s|prix|participation) (?:libre|gratuite)\b|gratuit(?:e|s|es)?\b|"
    r"(?:d[èe]s|[àa] partir de) \d{1,2} ans|(?:tout|jeune) public\b|tarifs?\s?(?::|\d|plein|r[ée]duit|unique)|"
    r"\d{1,3}(?:,\d\d)?\s?(?:€|euros)\s*(?:$|[/,;.(–-])|"
    r"dur[ée]e\s?:?\s?\d|sur (?:inscription|r[ée]servation)|places limit[ée]es|nombre de places|jauge\b|"
    r"replay\b|lien (?:de connexion|zoom|teams|visio))",
    re.I,
)
# What is played, and nothing else but how long and for whom: « Théâtre – 1h15 – dès 8 ans ».
_KIND = re.compile(
    r"\W*[A-ZÀ-Þ][\w'’ -]{3,30}?"
    r"(?:\s*[–—|·•,]\s*(?:dur[ée]e\s?:?\s?)?(?:\d{1,2}\s?h(?:\s?\d\d)?|\d{1,3}\s?(?:min|mn)\w*\.?|"
    r"(?:d[èe]s|[àa] partir de)\s\d{1,2}\sans|tout public|jeune public|(?:en )?famille))+\W*",
    re.I,
)


def tells_kind(text: str) -> bool:
    """Whether a line says what is played, how long and for whom, and no more: « Jazz – 1h30 – tout public »."""
    return bool(_KIND.fullmatch(text))


def is_note(text: str) -> bool:
    """Whether a line names nobody: « Échanges avec la salle », « Inscription : www… », « Entrée libre »."""
    return bool(_NOTE.match(text)) or is_practical(text)


def is_practical(text: str) -> bool:
    """Whether a line begins with what the public must know: « Dès 6 ans, sur inscription », « 12 € / 8 € »."""
    return bool(_PRACTICAL.match(text))


_GROUP = re.compile(
    r"\W*(?:ateliers?|groupes?(?: de travail)?|parcours|visites?|circuits?|balades?)\s+(?:n[°o]\s*)?"
    r"(?:\d|(?-i:[A-H])\d{0,2}\b)",
    re.I,
)


def is_in_brackets(text: str) -> bool:
    """Whether a line is a note of its own, in square brackets: « [Grande halle] »."""
    return bool(_BRACKETED.fullmatch(text.strip()))


def is_listed(text: str) -> bool:
    """Whether a line begins with a bullet or number, as the talks of a list do."""
    return bool(LISTED.match(text))


def is_initial_name(text: str) -> bool:
    """Whether a line is a person by initial and surname: « L. Durand », not « A. La rive en été »."""
    return bool(_INITIAL_NAME_ALONE.fullmatch(text.strip()))


def opens_group(text: str) -> bool:
    """Whether a text begins with a group people part to go to, side by side with others: « Atelier 2 – … »."""
    return bool(_GROUP.match(text))
