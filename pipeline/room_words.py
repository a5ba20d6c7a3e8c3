"""Lines that name the room something takes place in: « Salle 2 », « Lieu : la Halle », « (Amphithéâtre) »."""

import re
from functools import lru_cache

from pipeline.document import WIDE_SPACE
from pipeline.lexicon import ON_A_FLOOR, ROOMS, ROOMS_ALONE

_ROOM = re.compile(
    # Behind a colon stands what takes place in the room: « Salle 2 : Habiter la digue »; « Salle : Agora » names one.
    rf"^\W*(?:(?:(?:lieu|o[ùu])\s*:|📍)\s*\S.*|(?:en\s+(?=salle|amphi))?(?:{ROOMS.words})(?![\w-])(?:\s*:)?(?:(?!\s?:\s).){{0,60}}|{ON_A_FLOOR}|{ROOMS_ALONE.words})\W*$",
    re.I,
)
# « studio de design Ondine » is a body, « Studio de danse » a room; in a waiting room nothing takes place.
_NO_ROOM = re.compile(r"(?:studio|espace|plateau|foyer|scène)\s+d(?:e\s|['’])|\W*(?i:salle\s+d['’]attente\b)")


def room_of(line: str) -> str:
    """The room a line names, without the label before it: « Lieu : la Halle » → « la Halle »."""
    line = _NOTE.sub("", line)
    named = _BRACKETED.fullmatch(line.strip(" –—-•·|"))
    bare = _SEATS.sub("", (named["room"] or named["other"]) if named else line)
    return _SIGN.sub("", _ROOM_LABEL.sub("", bare)).strip(" .–—-•·|→►▶▸➔➜➤\ufffd")


# A pin, a flag or an arrow before a place.
_SIGN = re.compile(r"^[^\w\s()\[\]«»“”\"'’,;:.]+\s+(?=\w)")
# What is said behind a room: « Lieu : la Halle. Places limitées, inscription obligatoire. »
_NOTE = re.compile(
    r"(?<=[\w)»’])\.\s+(?:places?|nombre de places|inscriptions?|annulation|entr[ée]e|gratuit|r[ée]servation|"
    r"acc[èe]s|attention|pr[ée]voir|tout public|sur (?:inscription|r[ée]servation))\b.*$",
    re.I | re.S,
)
_BRACKETED = re.compile(r"\((?P<room>[^()]+)\)|\[(?P<other>[^\[\]]+)\]")
# « Salle 2 – 40 places », « Auditorium – entrée libre », « Jardin – tout public – 1h – 8 € ».
_SEATS = re.compile(
    r"\s*[(|•·,–—-]\s*(?:\d+\s*(?:places?|personnes?|pers\.?|participants?)\W*|"
    r"(?:gratuit|(?:entr[ée]e|participation|acc[èe]s|prix)\s(?:libre|gratuite?|au\schapeau)|libre\sparticipation|s[ée]ance\spublique|"
    r"ouverte?\s(?:[àa]\stou\w+|au\spublic)|de\s\d{1,2}\s[àa]\s\d{1,2}\sans\b|places\slimit[ée]es|aux\s(?:horaires|heures)\sd['’]ouverture|sur\s(?:inscription|r[ée]servation)|inscriptions?\b|dur[ée]e\b|tarifs?\b|d[èe]s\s\d|"
    r"(?:tout|jeune|tr[èe]s\sjeune|grand)s?\spublics?\b|en\sfamille\b|(?:ados\set\s)?adultes\W*$|[àa]\spartir\sde\s\d|\d{1,2}\s?[-–à]\s?\d{1,2}\sans\b|"
    r"\d{1,3}(?:[,.]\d\d)?\s?(?:€|euros?\b)|\d{1,2}\s?h\s?(?:\d\d)?(?=\s*(?:[–—|·•,(-]|$))|\d{1,3}\s?(?:min|mn)\b).*)$",
    re.I,
)
# Four words behind a bar are what takes place there: « Salle 2 | Habiter la digue demain », but « Salle 2 | RDC ».
_TITLED = re.compile(
    rf"\S\s*\|\s*(?=[^\s\d])(?!(?:{ROOMS.words}|maison|b[âa]timent|campus)(?!\w))(?:\S+\s+){{3,}}\S", re.I
)
# The last word of a sentence names no room: « les dernières questions de la », « salle. ».
_LAST_WORD = re.compile(r"[a-zà-ÿ]+\.")
_ROOM_LABEL = re.compile(r"^\W*(?:(?:lieu|où|ou|salle)\s*:\s*|en\s+(?=salle|amphi))", re.I)
# « (Salle 2) Habiter la rive »: what stands behind a room in brackets.
_BEHIND_BRACKET = re.compile(r"\W*[(\[][^()\[\]]+[)\]]\s*(?P<rest>[A-ZÀ-Þ].*)")


@lru_cache(maxsize=65536)
def is_room(line: str) -> bool:
    """Whether a whole line names a room: « Salle 2 », « Lieu : la Halle »."""
    line = _NOTE.sub("", line)
    behind = _BEHIND_BRACKET.fullmatch(line)
    return (
        len(line) < 70
        and WIDE_SPACE not in line.strip()
        and not line.endswith(("?", "!"))
        and not _LAST_WORD.fullmatch(line)
        and not line.startswith(("?", "!", "»"))
        and bool(_ROOM.match(line))
        and not _NO_ROOM.match(line)
        and not _TITLED.search(_SEATS.sub("", line))
        and (behind is None or is_room(behind["rest"]))
    )
