"""Nouns by which a list of people is read: those that begin a body, a function, people of a body without a name."""

import re
from functools import cache, lru_cache

from pipeline.garbage import CACHED_TEXTS
from pipeline.lexicon import HEADS, ROLES, UNNAMED

SOME = r"(?:l['’]|les?\s+|la\s+|une?\s+|des\s+|plusieurs\s+|deux\s+|trois\s+|nos\s+)(?:jeunes\s+)?"
WHOSE = r"de l['’]|de la\s|du\s|des\s|de\s|d['’]"
# Who stands in a list for a body: « les bénévoles de X » on a line are nobody's affiliation.
STANDS_ALONE = re.compile(rf"{SOME}(?:{UNNAMED.words})\b", re.I)
_OF_A_BODY = re.compile(rf"{STANDS_ALONE.pattern}\s+(?:{WHOSE})", re.I)


@lru_cache(maxsize=CACHED_TEXTS)
def match_head(text: str) -> re.Match[str] | None:
    """The noun at the start of `text` that begins the name of a body: « équipe », « ville », « centre social »."""
    return _head().match(text)


@lru_cache(maxsize=CACHED_TEXTS)
def match_role(text: str) -> re.Match[str] | None:
    """The noun at the start of `text` that begins a function: « directrice », « chargé »."""
    return _role().match(text)


def opens_unnamed(text: str) -> bool:
    """Whether a text begins with people of a body who have no name: « les élèves du lycée »."""
    found = _OF_A_BODY.match(text)
    body = text[found.end() :] if found else ""
    return body[:1].isupper() or match_head(body) is not None


_CALLED = re.compile(r"l(?:['’]|(?:e|a|es)\s)(?:[a-zà-ÿ]+\s)?[A-ZÀ-Þ]")


def opens_called(text: str) -> bool:
    """Whether a text begins with an article and a name: « l'Impact Tank », « les collectifs Les Écluses »."""
    return _CALLED.match(text) is not None


# The patterns are compiled when they are first needed: together they cost as much as a page of work.
@cache
def _head() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(row.words for row in HEADS) + r")(?![\w-]|['’]\w)", re.I)


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"(?:{ROLES.words})(?![\w-])", re.I)
