"""Whether a text without a marker is a list of people: « Léa Durand (Canal Sud), Marc Petit, éclusier »."""

import re
from functools import lru_cache

from pipeline.garbage import CACHED_TEXTS
from pipeline.nouns import opens_unnamed
from pipeline.page.entries import FILM_CREDIT
from pipeline.wording import (
    BULLETS,
    CAPITALS,
    PARTICLE,
    find_formats,
    match_head,
    match_role,
    names_somebody,
    opens_people,
    opens_person,
)

# The sign before an entry of a list or behind its heading, and the end of a sentence that another follows: initials
# and « M. » are none.
LISTED_ENTRY = re.compile(rf"^[\s/|:{BULLETS}*–—>-]+")
SENTENCES = re.compile(r"[^\W\d_]{3}(?<!\bDir)(?<!\bResp)(?<!\bCoord)(?<!\bAdj)(?<!\bPrés)(?<!\bCoop)\.\s")
# What makes a text a clause, not a list of people.
CLAUSE = re.compile(
    r"\b(?:est|sont|a|ont|était|sera|qui|que|propose|présente|revient|raconte|[Ii]l|[Ee]lle|[Nn]ous|[Vv]ous)\b"
)
# « L. Durand, M. Petit – Canal Sud », « Durand L., Petit M. »: several names with initials, or one before a body.
_INITIAL_NAME = (
    rf"(?:(?:[{CAPITALS}]\.[ -]?)+(?:(?:d[eu]s?|van|von|el|al|[Bb]en|[Ll]e|[Ll]a)\s)*[{CAPITALS}][\w'’-]+|"
    rf"[{CAPITALS}][\w'’-]+(?:\s[{CAPITALS}][\w'’-]+)?\s(?:[{CAPITALS}]\.-?){{1,3}}(?!\w))"
)
_INITIAL_NAMES = re.compile(rf"{_INITIAL_NAME}(?:\s*(?:,|;|\set\s|&)\s*{_INITIAL_NAME})+(?=\s*(?:[,;(–—]|\s-\s|$))")
# « par Léa Durand », as a paragraph of its own.
_BY = re.compile(r"par\s+(?=\S)", re.I)
# « (Léa Durand, éclusière) »
_IN_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
# What a name that opens a list ends at: a sign or « et »; else the function or the body that follows it.
_NAME_ENDS = re.compile(r"^[^,;(–—|•·\n]{3,40}?(?=\s*[,;(–—|•·\n]|\s[/-]\s|\s(?:et|ET|&)\s|\s*$)")
_NAME_TOLD = re.compile(
    r"^[^,;(–—|\n]{3,40}?\s(?:du|des|de l['’]|de la|d['’]|de|chez)(?:\s|(?<=['’]))(?P<said>.*)", re.S
)
_OF = re.compile(r"\s(?:du\s|des\s|de l['’]|de la\s|d['’]|de\s)")
_ACRONYM = re.compile(rf"[{CAPITALS}]{{3,}}\d?\b")
_NAME_COLON = re.compile(r"[^,;:(–—|\n]{3,40}?\s?:\s(?P<said>.*)", re.S)
# « L. Durand (Vézac), M.-A. Petit (Brou) »
_INITIALLED = re.compile(
    rf"{_INITIAL_NAME}\s\([^()]{{2,60}}\)\s*(?:[,;–-]|et)\s+(?:et\s)?{_INITIAL_NAME}\s*(?:[(,;]|$)"
)
# « Canal Sud (CS), représenté par Léa Durand », « Ferme des rives : Léa Durand, apicultrice ».
_REPRESENTED = re.compile(rf"[{CAPITALS}][^.;:\n]{{2,100}}?,?\sreprésentée?s?\spar\s(?P<who>.*)", re.S)
_BODY_COLON = re.compile(
    r"(?:L['’]|L[ae]s?\s)?(?P<body>(?:[^,;:.!?()\n]|\([^()]{1,30}\)){3,120}?)\s?:\s(?P<who>.*)", re.S
)
_BODY_DASH = re.compile(r"(?P<body>[^,;:.!?()\n–—]{3,100}?)\s[–—]\s(?P<who>.*)", re.S)
# « LE GARF Rajesh », a name that no list knows.
_WITH_SURNAME = re.compile(rf"\b[{CAPITALS}][{CAPITALS}'’-]{{2,}}(?!\w)")
# « Léa Durand et Marc Petit », not « Léa Durand et les canaux ».
_JOINED = re.compile(r"\s(?:et|ET|&)\s+(?P<other>.*)", re.S)
# « Dr Durand existe-t-elle ? »
_ASKS = re.compile(r"[^,;(|–—.!]{3,80}?(?:\w-(?:t-)?(?:ils?|elles?|on)\b|\?\s*$)")
_ARTICLE = re.compile(r"(?:L[AE]S?\s|L['’]|UNE?\s)")
_FIRST_OF_LIST = re.compile(r"(?P<name>[^,(;:–—|\n]{5,40}?)(?:\s(?P<sign>et|&|[–—|-])\s|,\s|\s?\(|\s?:\s)")
# Where an entry of a list may begin. One person and what is said of them take no more than so many characters.
_ENTRY = re.compile(rf"[\n;,|{BULLETS}]\s*|\s(?:et|&|/|–|—|·)\s+")
MAX_ENTRY, MAX_ALONE = 240, 400
# A name ends within so many characters.
MAX_NAME = 40
# A group takes no more words. What it does: « Les élèves du lycée des Rives jouent », « et les canaux » is a subject.
MAX_GROUP = 12
_AND_NAMED = re.compile(r"\set\s(?=[A-ZÀ-Þ])")
_ACTS = re.compile(
    r"\b(?:\w{2,}[tsnldv]ent|\w+ouent|font|vont|\w{3,}e\s(?:un|une|le|la|les|sa|son|ses|leurs?))\b|"
    r"\bet\s(?:la\s|les?\s|l['’])?[a-zà-ÿ]|[?!:]"
)


@lru_cache(maxsize=CACHED_TEXTS)
def is_people(text: str) -> bool:
    """Whether a paragraph without a marker is a list of people: « Léa Durand (Canal Sud), Marc Petit, éclusier »."""
    if "@" in text or "http" in text or FILM_CREDIT.search(text):
        return False
    start = people_start(text)
    bare, led = text[start:], text[:start].casefold().endswith("par ")
    if not (opens_entry(bare) or (led and opens_person(bare))) or CLAUSE.search(bare) or SENTENCES.search(bare):
        return False
    return len(bare) < MAX_ALONE or _is_full_of_people(bare)


def is_group(text: str) -> bool:
    """Whether a paragraph is people of a body without a name and nothing else: « Les élèves du lycée des Rives ».

    Others with a name may follow: « Les élèves du lycée des Rives et Léa Durand, enseignante ».
    """
    bare = text[people_start(text) :]
    named = _AND_NAMED.search(bare)
    bare = bare[: named.start()] if named and is_people(bare[named.end() :]) else bare
    few = len(bare.split()) <= MAX_GROUP and not bare.rstrip().endswith((".", "!", "?", "…", ":"))
    return few and opens_unnamed(bare) and not (CLAUSE.search(bare) or _ACTS.search(bare))


def people_start(text: str) -> int:
    """Where a list of people begins behind a bullet, « par », and a parenthesis that holds it all."""
    sign = LISTED_ENTRY.match(text)
    start = sign.end() if sign else 0
    start += bool(_IN_BRACKETS.fullmatch(text, start))
    by = _BY.match(text, start)
    return by.end() if by else start


@lru_cache(maxsize=CACHED_TEXTS)
def opens_entry(bare: str) -> bool:
    """Whether a text begins with a person as the first of a list does."""
    if _opens_with_body(bare):
        return True
    if not opens_list(bare):
        return False
    if labelled := _NAME_COLON.match(bare):
        return match_role(labelled["said"]) is not None
    heading = bare.partition("\n")[0]
    if any(match_role(heading[name.end() :].lstrip()) for name in _WITH_SURNAME.finditer(heading[:MAX_NAME])):
        return True  # « M. Léa DURAND professeure de droit public, Canal Sud »
    told = _NAME_TOLD.match(bare)
    # « Léa Durand de l'association Rivages : Habiter la digue » is a talk with its title.
    of_body = told and (_names_body(told["said"]) or names_others(told["said"])) and not re.search(r"\w\s?:\s", bare)
    return bool(of_body or (_NAME_ENDS.match(bare) and not is_about_somebody(bare)))


def _names_body(said: str) -> bool:
    """Whether « de » leads to a body: « l'association Rivages », « ARIDE3 », « Canalys de l'Université de Vézac »."""
    spots = (0, *(of.end() for of in _OF.finditer(said)))
    return bool(_ACRONYM.match(said)) or any(match_head(said[spot:]) for spot in spots)


def _opens_with_body(bare: str) -> bool:
    """Whether a text begins with a body and who is there for it: « Canal Sud, représenté par Léa Durand ».

    Behind a colon or a dash only a person with a function tells that: « Ferme des rives : Léa Durand, apicultrice ».
    """
    if "représenté" in bare and (spoken := _REPRESENTED.match(bare)):
        return opens_person(spoken["who"]) or names_somebody(spoken["who"])
    labelled = (_BODY_COLON.match(bare) if ":" in bare else None) or _BODY_DASH.match(bare)
    if labelled is None:
        return False
    said = _NAME_ENDS.match(labelled["who"])
    alone = said is not None and said.end() == len(labelled["who"]) and _WITH_SURNAME.search(labelled["who"])
    named = opens_person(labelled["who"]) or (alone and names_somebody(labelled["who"]))
    if said and named and match_role(labelled["body"]):
        return True  # « Présidente de Canal Sud : Léa Durand »
    if any(start == 0 for start, _, _ in find_formats(labelled["body"])) or not match_head(labelled["body"]):
        return False
    named = opens_person(labelled["who"]) or (names_somebody(labelled["who"]) and not match_role(labelled["who"]))
    return bool(named and said and match_role(labelled["who"][said.end() :].lstrip(" ,(–—-")))


def is_about_somebody(text: str) -> bool:
    """Whether a text that begins with a name is about that person: « Léa Durand et les canaux », « … vit-elle ? »."""
    if _ASKS.match(text):
        return True
    ends = _NAME_ENDS.match(text)
    joined = _JOINED.match(text, ends.end()) if ends else None
    if joined is None or opens_people(joined["other"]):
        return False
    return joined["other"][:1].islower() or (text.isupper() and _ARTICLE.match(joined["other"]) is not None)


def opens_list(text: str) -> bool:
    """Whether a text begins with a person, or with a name that a function or somebody known follows."""
    if opens_person(text) or _INITIAL_NAMES.match(text) or _INITIALLED.match(text):
        return True
    named = names_somebody(text) and not (match_role(text) or find_formats(text[:MAX_ENTRY]))
    first = _FIRST_OF_LIST.match(text) if named else None
    if first is None or not all(word[:1].isupper() or PARTICLE.match(word) for word in first["name"].split()):
        return False
    # Several people of one kind are no function of one: « Canal Sud – producteurs locaux ».
    role = match_role(text[first.end() :])
    alone = role and not role[0].endswith("s") and first["sign"] != "et"
    return bool(alone) or opens_person(text[first.end() :]) or names_others(text[first.end() :])


def names_others(rest: str) -> bool:
    """Whether people whose first names are known stand further on in a list: « Canal Sud ; Léa Durand »."""
    entries = (rest[sign.end() :] for sign in _ENTRY.finditer(rest[:MAX_ALONE]))
    return any(opens_person(entry) and _NAME_ENDS.match(entry) for entry in entries)


def opens_with_group(text: str) -> bool:
    """Whether a list of people begins with some without a name: « la ville de Vézac, Léa Durand, éclusière »."""
    return text[:1].islower() and opens_people(text) and names_others(text)


def _is_full_of_people(bare: str) -> bool:
    """Whether a long text names somebody every few words."""
    spots = [0, *(found.end() for found in _ENTRY.finditer(bare))]
    return sum(opens_person(bare[spot : spot + MAX_ENTRY]) for spot in spots) * MAX_ENTRY >= len(bare)
