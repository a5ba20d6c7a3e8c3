"""Where a printed line must go on, however much room it leaves: within a name, a function, a parenthesis."""

import re
from functools import lru_cache

from pipeline.garbage import CACHED_TEXTS
from pipeline.lexicon import CIVILITY, PARTICLES
from pipeline.page.people_lists import is_people
from pipeline.wording import (
    BULLETS,
    CAPITALS,
    PARTICLE,
    find_tentative,
    is_first_name,
    match_head,
    match_role,
    strip_civility,
)

# A line that ends so goes on, however much room it leaves.
_OPEN_END = re.compile(
    r"(?<!\w)(?:d[eu]s?|l[ae]s?|aux?|à|et|ou|en|sur|par|pour|chez|avec|sein|un|une)\s*$|['’,]$|\w[-\u2010\u2011]$",
    re.I,
)
# « Léa Dos » above « Anjos », « Marc Van den » above « Bergh »: the surname goes on behind such a word.
_NAME_OPEN = re.compile(
    rf"(?<!\w)[{CAPITALS}][\w'’-]*[a-zà-ÿ]\s(?=[{CAPITALS}])(?i:(?:{PARTICLES})(?:\s(?:{PARTICLES}))?)$"
)
_CIVILITY_END = re.compile(rf"(?<![\w.]){CIVILITY}$")
_LONGEST = len("Mademoiselle")  # nothing that leaves a line open is longer: what stands before need not be looked at
_LONGEST_NAME = 36  # nor before a first name with the words its surname begins with
_DASH = re.compile(r"\s*[–—-]\s+")
_BULLET = re.compile(rf"\s*[{BULLETS}]\s")
# « …, professeure à l'Université »: a head that needs a name.
_BARE_HEAD = re.compile(r"(?<!\w)(?:d[eu]\s|de la\s|au\s|à la\s|(?:de\s|à\s)?l['’])(?P<head>[^\W\d_]{4,})$", re.I)
_GIVEN = re.compile(rf"[{CAPITALS}][\w'’-]*[a-zà-ÿ](?=\s*(?:[,;(|–—]|$))")  # a given name alone
_COMPLETE = re.compile(r"cnrs|inria|inrae|inserm", re.I)
_BEFORE_ENTRY = re.compile(r"[,;/|–—]|\s:|:(?=\s)|(?<!\w)(?:et|&)(?=\s)")


@lru_cache(maxsize=CACHED_TEXTS)
def ends_open(text: str) -> bool:
    """Whether a line must go on, however much room it leaves: « directrice de », « Jean- », « et Mme »."""
    end = text.rstrip()
    tail, name = max(0, len(end) - _LONGEST), max(0, len(end) - _LONGEST_NAME)
    return bool(_OPEN_END.search(text, tail) or _CIVILITY_END.search(end, tail) or _NAME_OPEN.search(end, name))


def goes_on_below(item: str, after: str) -> bool:
    """Whether the entry of a list that breaks off with a line is finished on the next, `after`.

    It is behind « de l'Université » and « , Cabinet », in parentheses that close there, and behind a first name alone
    at the end of other people, a marker, a bullet or a civility: « …, éclusier, Fatima » above « Durand, maire »; or
    behind a surname in capitals: « … ; DURAND » above « Fatima, batelière ». Behind a civility no list need know it.
    """
    bare = _BARE_HEAD.search(item.rstrip())
    if bare and needs_name(bare["head"]) and after[:1].isupper() and not is_people(after):
        return True
    given = _GIVEN.match(after)
    entries = _BEFORE_ENTRY.split(item)
    if given and is_first_name(given[0]) and len(entries) > 1 and entries[-1].isupper():
        return True
    told = entries[-1].strip()
    if len(entries) > 1 and told[:1].isupper() and needs_name(told) and after[:1].isupper() and not is_people(after):
        return True
    civil = strip_civility(told)
    signed = given and after[given.end() :].strip()
    if signed and civil and " " not in told[civil:] and not (match_role(after) or match_head(after)):
        return True
    closes = re.match(r"[^()]*\)", after)
    if closes and is_bracket_open(item):
        return True
    begun = _BEFORE_ENTRY.search(item) or strip_civility(item) or _BULLET.match(item)
    return bool(begun) and after[:1].isupper() and breaks_off_in_name(item)


def is_bracket_open(text: str) -> bool:
    """Whether a line ends inside a parenthesis: « … (Salle 2 » goes on with « – 1er étage) »."""
    return text.rfind("(") > text.rfind(")")


def needs_name(word: str) -> bool:
    """Whether a word begins the name of a body and is none by itself: « Université », not « Inserm »."""
    head = match_head(word)
    return head is not None and head.end() == len(word) and not _COMPLETE.fullmatch(word)


def tells_of_people_above(item: str, line: str) -> bool:
    """Whether a line tells behind a dash who the people above it are: « Léa Durand et Marc Petit », « – éclusiers ».

    Where the items of the list begin with a dash themselves, it is the next. Below one with another bullet their body
    may stand so too: « ▪ Léa Durand – directrice », « – Laboratoire des rives ».
    """
    dash = _DASH.match(line)
    if dash is None or _DASH.match(item) or ":" in line:
        return False
    if _BULLET.match(item) and match_head(line[dash.end() :]):
        return True
    return bool(match_role(line[dash.end() :]) or find_tentative(line[dash.end() : dash.end() + 20]))


def breaks_off_in_name(text: str) -> bool:
    """Whether the last entry is a first name or particle alone, or ends with one: « …, Aurélie », « et Maël LE »."""
    listed = _BULLET.match(text)
    entry = _BEFORE_ENTRY.split(text[listed.end() if listed else 0 :])[-1].strip()
    words = entry[strip_civility(entry) :].split()
    if not words or "(" in entry or ")" in entry or not all(word[:1].isupper() for word in words):
        return False
    particles = [bool(PARTICLE.match(word)) for word in words]
    return all(particles) or (is_first_name(words[0]) and (len(words) == 1 or particles[-1]))
