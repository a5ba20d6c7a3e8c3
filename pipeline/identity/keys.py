"""The forms in which printed names of persons and bodies are compared for identity."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from pipeline.ids import key_of
from pipeline.people.acronyms import acronym_of
from pipeline.wording import is_first_name, plain

_ARTICLE = re.compile(r"^(?:l['’]|les?\s+|la\s+)", re.I)
_IN_BRACKETS = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<inside>[^()]+)\)\s*$")
_ACRONYM = re.compile(r"[A-Z][\w.&-]{1,11}")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?[\s-]*){1,3}$")

# Territories have one body of each class, whatever it is called: « mairie de Lens » is « ville de Lens ».
_TERRITORIES = (
    ("ville", r"(?:ville|mairie|commune|municipalite|conseil municipal)"),
    ("departement", r"(?:departement|conseil departemental|conseil general)"),
    ("region", r"(?:region|conseil regional)"),
    ("metropole", r"(?:euro)?metropole(?: europeenne)?"),
    ("agglomeration", r"(?:communaute d')?agglomeration"),
)
CLASSES = tuple(name for name, _ in _TERRITORIES)
_OF = r"\s+(?:de la |de l'|du |des |de |d')(?:(?:la|le|les) |l')?"
_TERRITORY = tuple(
    (
        name,
        re.compile(
            rf"{head}(?:{_OF}|\s+(?!de\b))(?P<place>.+)" if name == "region" else rf"{head}{_OF}(?P<place>.+)"
        ),
    )
    for name, head in _TERRITORIES
)
_METROPOLE = re.compile(r"(?P<place>\w.*?)[\s-]metropole")
_BARE_TERRITORY = tuple((name, re.compile(head)) for name, head in _TERRITORIES)

# Words that say what a body is, before its name: « association Framasoft » may be printed « Framasoft ».
_GENERIC = re.compile(
    r"(?:association|equipe|collectif|compagnie|societe|entreprise|start-?up|cooperative|scop|scic|agence|cabinet|"
    r"studio|"
    r"groupe|fondation|reseau|federation|laboratoire|projet|programme|plateforme|hub|tiers[ -]lieu|editions|"
    r"librairie|"
    r"galerie|orchestre|fanfare|chorale|troupe|club|ong|revue|journal|magazine)(?![\w-])"
)
_JOINING = frozenset("de du des d la le les l a au aux en et pour sur sous par avec".split())
# Parts of a body: « service communication » is as many bodies as there are wholes that have one.
_UNIT = re.compile(
    r"(?:equipe|pole|service|bureau|direction|mission|cellule|unite|secretariat|coordination|delegation|departement|"
    r"incubateur|antenne)(?![\w-])"
)


class Given(NamedTuple):
    """A person's name as it is compared: initials of the first name, words of the surname, whether it has more."""

    initials: str
    family: str
    short: bool


@lru_cache(maxsize=1 << 18)
def person_key(name: str) -> str:
    """The words of a name in any order, initials in one: « J.-B. Durand » and « DURAND JB » → « durand jb »."""
    words = _words_of(name)
    return " ".join(sorted(words))


def _words_of(name: str) -> list[str]:
    """The words of a name, neighbouring single letters joined."""
    joined: list[str] = []
    single = False
    for word in key_of(name).split():
        if len(word) == 1 and single:
            joined[-1] += word
        else:
            joined.append(word)
        single = len(word) == 1
    return joined


@lru_cache(maxsize=1 << 18)
def given_of(name: str, first: str | None, last: str | None) -> Given | None:
    """What is known of a name in reading order, or None for one word.

    Examples: « J.-B. Durand » → `("jb", "durand", True)`; « Jean-Baptiste Durand » → `("jb", "durand", False)`.
    """
    words = name.split()
    count = 0
    while count < len(words) - 1 and _INITIALS.fullmatch(words[count]) and not is_first_name(words[count]):
        count += 1
    if count and not all(word.isupper() for word in words):
        return Given(
            "".join(key_of(word).replace(" ", "") for word in words[:count]),
            " ".join(sorted(_words_of(" ".join(words[count:])))),
            True,
        )
    if first and last:
        return Given("".join(word[0] for word in key_of(first).split()), " ".join(sorted(_words_of(last))), False)
    return None


class Named(NamedTuple):
    """A body's label taken apart: its name, its acronym, and a body in brackets that is no acronym of it."""

    name: str
    acronym: str | None = None
    host: str | None = None


@lru_cache(maxsize=1 << 18)
def split_label(label: str) -> Named:
    """« Institut X (IX) » and « IX (Institut X) » → name and acronym; « Incubateur (ANCT) » → name and host."""
    found = _IN_BRACKETS.match(label)
    if found is None:
        return Named(label)
    before, inside = found["before"].strip(), found["inside"].strip()
    if _ACRONYM.fullmatch(inside) and acronym_of(before, inside):
        return Named(before, inside)
    if _ACRONYM.fullmatch(before) and acronym_of(inside, before):
        return Named(inside, before)
    if _ACRONYM.fullmatch(inside) and inside.isupper() and len(inside) > 2:
        return Named(label, None, inside)
    return Named(label)


@lru_cache(maxsize=1 << 18)
def body_key(label: str) -> str:
    """The form in which labels of bodies are compared: no article, case, accents or acronym in brackets.

    Examples: « l'Institut X (IX) » → « institut x »; « Mairie de Lens » → « ville lens ».
    """
    name = _ARTICLE.sub("", split_label(label)[0])
    folded = " ".join(plain(name).split())
    for kind, pattern in _TERRITORY:
        if found := pattern.fullmatch(folded):
            return f"{kind} {key_of(found['place'])}"
    if found := _METROPOLE.fullmatch(folded):
        return f"metropole {key_of(found['place'])}"
    return key_of(name) or key_of(label) or label


def territory_of(key: str) -> tuple[str, str] | None:
    """Class and place of the key of a territory: « ville lens » → « ville », « lens »."""
    kind, _, place = key.partition(" ")
    return (kind, place) if kind in CLASSES and place else None


@lru_cache(maxsize=1 << 18)
def bare_territory(label: str) -> str | None:
    """The class of a territory that is not named: « l'Eurométropole » → « metropole »."""
    folded = plain(_ARTICLE.sub("", label)).strip()
    return next((kind for kind, pattern in _BARE_TERRITORY if pattern.fullmatch(folded)), None)


@lru_cache(maxsize=1 << 18)
def proper_key(label: str) -> str | None:
    """The key of the name behind words that say what a body is, or None.

    Examples: « association Framasoft » → « framasoft »; « laboratoire d'innovation Erasme » → « erasme »;
    « association des maires » → None.
    """
    name = _ARTICLE.sub("", split_label(label)[0])
    if name.isupper() or not _GENERIC.match(plain(name)):
        return None
    words = name.split()
    start = next((at for at, word in enumerate(words) if at and not word[0].islower()), None)
    if start is None or key_of(words[start - 1]) in _JOINING:
        return None
    return key_of(" ".join(words[start:])) or None


def is_unit(label: str) -> bool:
    """Whether a label names a part of a body: « service communication », « équipe Horizon »."""
    return bool(_UNIT.match(plain(_ARTICLE.sub("", label)))) and territory_of(body_key(label)) is None


def is_acronym(label: str) -> bool:
    """Whether a label is nothing but capitals: « IGN », « l'INRAE »."""
    name = _ARTICLE.sub("", label)
    return bool(_ACRONYM.fullmatch(name)) and name.isupper()


def best_spelling(counts: Mapping[str, int]) -> str:
    """Of spellings of one name that printed most; then with its own article, not in capitals, with accents.

    « La Rivière » goes before all: a capital article before a capital is part of the name, also where « la Rivière »
    is printed more.
    """
    return max(
        counts,
        key=lambda name: (
            bool(_OWN_ARTICLE.match(name)),
            counts[name],
            not name.isupper(),
            name[:1].isupper(),
            sum(ord(char) > 127 for char in name),
            -len(name),
            name,
        ),
    )


_OWN_ARTICLE = re.compile(r"(?:L['’]|Les?\s|La\s)[A-ZÀ-Þ]")
