"""Names of bodies: where one begins, how far it reaches, where a team ends and the body it is part of begins."""

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from pipeline.people.chambers import is_chamber_of
from pipeline.people.complete_names import COMMON_HEAD, RANK, is_complete
from pipeline.people.fields_of_work import names_field
from pipeline.people.names_of_two import is_name_of_two
from pipeline.tagger import Entity
from pipeline.wording import (
    BULLETS,
    CAPITALS,
    find_tentative,
    is_place,
    match_head,
    match_role,
    strip_civility,
)

CAPITAL = CAPITALS
ARTICLE = re.compile(r"(?:l['’]|les?\s+|la\s+|(?-i:un|une)\s+|cette?\s+|son\s+|sa\s+|notre\s+)", re.I)
# « de » and « à » with a grammatical article; « La » in « de La Rivière » is part of the name.
DE = r"de l['’]|de (?-i:la|LA)\s|du\s|des\s|de\s|d['’]"
_A = r"à l['’]|à (?-i:la|LA)\s|à\s|au\s|aux\s"

# What joins a function to a body, strongest first. Group « to » ends where the body begins.
STRONG = re.compile(
    rf"\b(?:(?:au sein|auprès|dans le cadre|pour le compte) (?:{DE})|chez\s|(?:affilié·?e?s?|rattachée?s?) (?:{_A})|"
    r"près (?:la\s|le\s|l['’])|employée? (?:par|chez)\s|@\s?)",
    re.I,
)

AT = re.compile(rf"(?<![\w'’-])(?:{_A}|pour l['’]|pour (?-i:la|LA|le|LE)\s|pour les\s|pour\s|@\s?)", re.I)
OF = re.compile(rf"(?<![\w'’-])(?:{DE})", re.I)
_LISTING = re.compile(rf",\s+(?:{DE})", re.I)
AND_OF = re.compile(rf"\b(?:et|ainsi que)\s+(?:{DE}|{_A}|pour\s)", re.I)
# A relative or finite clause ends what is said of a function; of a body's name more words do.
_CLAUSE_WORDS = (
    r"qui|(?<!ainsi )que|qu['’]\w+|dont|où|lequel|laquelle|afin|grâce|depuis|"
    r"ayant|permettant|développant|fédérant|œuvrant|agissant|mobilisant|"
    r"représentée?s?|propose|présente|accompagne|travaille|intervient|est|sont|a|ont|sera"
)

CLAUSE = re.compile(rf"\s(?:{_CLAUSE_WORDS})(?!\w)")
_BODY_STOP = re.compile(
    rf"\s(?:{_CLAUSE_WORDS}|en charge|(?<!ministère )chargée?s? d[eu]s?|labellisée?|spécialisée?s?|basée?s?|créée?s?|"
    r"portée?s? par|dédiée?s?|située?s?|autour|sur|(?<!relations )(?<!liens )(?<!dialogue )avec|"
    r"entre|lors|pendant|comme|et anciennement|et ancien(?:ne|s)?|"
    r"dans(?! (?:la |les? |l['’])\w+$)|"  # « Main dans la main »
    rf"et ex|ex|et (?:co-?)?(?:auteure?|autrice))(?![\w-])|\s:\s|\s[{BULLETS}](?=\s)|\s(?:Salle|Amphi)\s\w+\s*$"
)
# « Centre de recherche sur l'image », « mission d'information sur les digues »: the subject is part of the name.
_SUBJECT = re.compile(r"(?:recherches?|études?|information|documentation|réflexion|travail|ressources)\s*$", re.I)
# « Laboratoire d'études des archives » studies them.
_STUDIES = re.compile(r"(?:d['’]études?|de recherches?)\s*$", re.I)

_CHARGED = re.compile(r"\sdéléguée?s?\s+(?:à|au|aux)\s", re.I)
# Heads that need a name of their own: « l'équipe-projet des Centres X » is X.
_EMPTY_HEAD = re.compile(
    r"(?:équipes?(?:-projet)?|collectifs?|associations?|réseau|société|agence|cabinet|start-?up|entreprise)\s+"
    r"(?=d[eu]s?\s|d['’]|de la\s|de l['’])",
    re.I,
)

AND_ROLE = re.compile(
    r"(?<=\s)et\s+(?:[\w-]+\s+){1,4}?(?:de l['’]|de la\s|du\s|des\s|de\s|d['’]|à l['’]|à la\s|au\s|à\s)(?=\w)"
)

_AND = re.compile(rf"(?<=\s)(?:et|&)\s+(?=(?:l['’]|la\s|le\s|les\s)?(?:[{CAPITAL}]|[a-zà-ÿ-]+\s))")
_AND_LAST = re.compile(r"\s(?:et|&)\s+")
_FEW_WORDS = re.compile(r"(?:\s[a-zà-ÿ-]+){0,2}[\s.]*")
# « Morvan & Fils », « Chemillé Terres et Mer »: one body.
_PARTNERS = re.compile(
    r"(?:fils|filles?|frères|sœurs|associée?s?|co|cie|compagnie(?!\s+(?-i:[A-ZÀ-Þ«]|d[eu'’]))|partners|mer|océan|vallées?|forêts?|coteaux|plateaux|"
    r"rivières|montagnes?|monts|lacs)\b",
    re.I,
)
# Parts of a body: in small letters they are named all the same, and « de » leads from them to the whole.
UNIT = re.compile(
    r"(?:équipe|pôle|service|bureau|direction|département|mission|délégation|cellule|unité|observatoire|laboratoire|"
    r"secrétariat|coordination|réseau)(?:\s+(?:d['’]|de\s|du\s|des\s|à\s)?[\w'’-]+)",
    re.I,
)
# Alone behind « du » these name where a body is, though they begin the names of others.
_REGION_WORDS = frozenset(("Centre", "Pays", "Parc", "Plateau"))
# What a body is for is part of its name, and so is whose that is.
_PURPOSE = re.compile(r"\spour\s(?:l['’]|la\s|les?\s)")
# What names a body behind « et de »: an article in capitals, or an acronym where not all is in capitals.
_ARTICLED = re.compile(rf"(?:L['’]|Les?\s|La\s)[{CAPITAL}]")
_ACRONYM = re.compile(rf"{_ARTICLED.pattern}|[{CAPITAL}]{{3,}}\d?\b")
_SHOUTED = re.compile(r"[^a-zà-ÿ]*\s[^a-zà-ÿ]*")
# Before these « de » goes on with the name of a region: « Provence-Alpes-Côte d'Azur », « Pays de la Loire ».
_OF_REGION = re.compile(r"(?:Côtes?|Îles?|Val|Pays|Hauts|Bouches|Puy|Territoire|Seine|Saint)\s*$", re.I)
# « Région Occitanie / Pyrénées-Méditerranée » is one.
_SLASH = re.compile(r"\s*/\s*(?!Pyr[ée]n[ée]es)")


# « étudiante (Master 2) » tells a degree.
_DEGREE = re.compile(r"(?:(?:Master|Licence)\s?(?:[1-3]|I{1,3})?|[LM][1-3])\b.{0,40}")

# « Maison Rivière », « Juristes pour la rive »: words for functions that are the name of a body.
_CALLED_BY_TRADE = re.compile(rf"\w+\s+[{CAPITAL}]|[{CAPITAL}]\w+s\s+(?:sans|pour|contre)\s")
# Nobody belongs to more bodies; what goes on longer is no list of bodies.
MAX_BODIES = 24
MAX_LENGTH = 600


class Stretch(NamedTuple):
    """A part of a text: offsets."""

    start: int
    end: int


class _Extent(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def overlap(one: _Extent, other: _Extent) -> bool:
    """Whether two parts of a text (stretches, entities, names) have something in common."""
    return one.start < other.end and other.start < one.end


def read_bodies(text: str, part: Stretch, entities: Sequence[Entity]) -> list[Stretch]:
    """The bodies a phrase names, most specific first; nothing if it names none."""
    part = trim(text, part)
    joined = OF.match(text, part.start, part.end) or AT.match(text, part.start, part.end)
    if joined:
        part = Stretch(joined.end(), part.end)
    return split_bodies(text, part, entities) if is_body_start(text, part, entities, joined=True) else []


def trim(text: str, part: Stretch, signs: str = f' \n\t,;:.–—-/|"“”«»{BULLETS}') -> Stretch:
    """The stretch without white space and signs at its ends; the sign that closes a quotation in it stays."""
    start, end = part
    last = end
    while start < end and text[start] in signs:
        start += 1
    while end > start and text[end - 1] in signs:
        end -= 1
    if text.count("«", start, end) > text.count("»", start, end):
        end = text.find("»", end, last) + 1 or end
    return Stretch(start, end)


def is_body_start(text: str, part: Stretch, entities: Sequence[Entity], joined: bool = False) -> bool:
    """Whether a body's name begins here: a capital that is no field of work, or the head of a body."""
    article = ARTICLE.match(text, part.start, part.end)
    spot = article.end() if article and not text[part.start : part.start + 1].isupper() else part.start
    printed = text[spot : part.end]
    if not printed or strip_civility(printed) or _DEGREE.fullmatch(printed):
        return False
    if match_head(printed):
        named = printed[:1].isupper() or joined or UNIT.match(printed) or re.search(rf"[{CAPITAL}]", printed)
        return bool(named) and not _bare_head(printed)
    word = re.match(r"[\w'’&.@-]+", printed)
    if word is None or find_tentative(printed[:16]):
        return False
    if not (printed[0].isupper() or printed[0] == "@"):
        return any(entity.label == "ORG" and entity.start == spot for entity in entities) and not match_role(printed)
    if match_role(printed) and not _CALLED_BY_TRADE.match(printed):
        return False
    return not names_field(printed)


def _bare_head(printed: str) -> bool:
    """« l'équipe », « la ville » with nothing behind it."""
    return printed[:1].islower() and len(printed.split()) == 1


def split_bodies(text: str, part: Stretch, entities: Sequence[Entity]) -> list[Stretch]:
    """The bodies in a stretch: a team and the body it is part of are two."""
    part = trim(text, part)
    part = _cut_clause(text, Stretch(part.start, min(part.end, part.start + MAX_LENGTH)))
    found: list[Stretch] = []
    begin, named = part.start, True
    for joiner in _splitters(text, part)[:MAX_BODIES]:
        left = trim(text, Stretch(begin, joiner.start()))
        right = Stretch(joiner.end(), part.end)
        head = match_head(text[begin : part.end])
        if head and joiner.start() < begin + head.end():
            continue  # « Communauté d'agglomération de Vézac »
        if joiner.start() < begin:
            continue
        starts = is_body_start(text, right, entities, joined=True)
        if not starts and joiner.re is not AND_ROLE:
            continue
        if not _splits(text, left, joiner, right, entities):
            continue
        found += [left] if named else []
        # What a further function is held for may be no body: « … et marraine de la promotion 2019 de Canal Sud ».
        begin, named = joiner.end(), starts
    found += [trim(text, Stretch(begin, part.end))] if named else []
    return [body for body in (_own_name(text, body) for body in found) if body.end - body.start > 1]


def _splitters(text: str, part: Stretch) -> list[re.Match[str]]:
    """What may part two bodies, in order; of overlapping ones the first, of those the longest."""
    patterns = (STRONG, AND_OF, AND_ROLE, AT, OF, _AND, _SLASH)
    found = [
        match
        for pattern in patterns
        for match in pattern.finditer(text, part.start + 1, part.end)
        if pattern is not AND_ROLE or match_role(text[match.start() + 3 :].lstrip())
    ]
    chosen: list[re.Match[str]] = []
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if not chosen or match.start() >= chosen[-1].end():
            chosen.append(match)
    return chosen


def _splits(text: str, left: Stretch, joiner: re.Match[str], right: Stretch, entities: Sequence[Entity]) -> bool:
    """Whether a joiner inside the name of bodies parts two of them."""
    before, after = text[left.start : left.end], text[right.start : right.end]
    if joiner.re is AND_ROLE:
        return not match_role("".join(before.split()[-1:]))  # « Union des meuniers et meunières de Vézac » is one
    if joiner.re in (STRONG, _SLASH):
        return True
    if joiner.re is AND_OF:  # « Direction du Livre et de la Lecture » is one body
        if not OF.match(joiner[0].split(maxsplit=1)[-1]) and is_body_start(text, right, entities):
            return True
        target = after[match.end() :] if (match := ARTICLE.match(after)) and after[:1].islower() else after
        if _LISTING.search(before) and not match_head(target):
            return False  # « ministère de l'Eau, de la Rive et des Digues »
        if before[-1:].isdigit() and target[:1].isupper():
            return True  # « Université de Vézac 3 et d'Éco-Rives »: a number ends a name
        named = match_head(target) or (_ACRONYM if not _SHOUTED.fullmatch(before) else _ARTICLED).match(target)
        if not named and _is_one_name(Stretch(left.start, right.start), entities):
            return False  # « Université de Vézac et des Plateaux du Vaubrun »
        begun = any(entity.label == "ORG" and entity.start == right.start for entity in entities)
        return not (match_head(before) and before[:1].isupper()) or bool(named) or begun
    if is_name_of_two(before, joiner[0], after):
        return False
    if joiner.re is _AND:
        return _joins_two(before, after, Stretch(left.end, right.start), entities)
    if joiner[0].strip() == "des" and _STUDIES.search(before):
        return False
    introduced = ARTICLE.match(before)
    if introduced:
        before = before[introduced.end() :]
    article = ARTICLE.match(after)
    target = after[article.end() :] if article and after[:1].islower() else after
    if is_chamber_of(before, target):
        return True
    head = match_head(target)
    if joiner[0].strip().isupper() and before.isupper() and not head:
        return False  # « BANQUE DES RIVES »: where all is in capitals, these begin no name
    if head and head.end() == len(target) and _is_one_name(Stretch(left.start, right.start), entities):
        return False  # « Trait d'Union »
    unit = joiner.re is OF and match_head(before)  # « Centre de sociologie de Canal Sud » is of a larger body
    if not unit and not head and _is_one_name(Stretch(left.start, right.start), entities):
        return False
    part_of = UNIT.fullmatch(before) and (head or not _names_a_town(target))
    if not (part_of or is_complete(before)) or joiner[0].startswith("pour") or _OF_REGION.search(before):
        return False
    word = re.match(r"[\w'’-]+", target)
    acronym = bool(word and word[0].isupper() and len(word[0]) > 1)
    if _PURPOSE.search(before) and not (head or acronym):
        return False  # « Mission pour la Qualité des Constructions Publiques »
    if joiner.re is AT:
        return bool(head) or acronym
    if target in _REGION_WORDS:
        return False  # « communauté de communes de la Vaubrune du Centre »
    if head:
        return bool(re.match(r"de la|de l|du|des", joiner[0].strip(), re.I)) or target[:1].isupper()
    whole = (match_head(before) and not UNIT.match(before)) or re.fullmatch(rf"[{CAPITAL}]{{3,}}", before)
    kind = before.isupper() and match_head(before) and not acronym  # « GAEC des Trois Sources »
    if kind or ((whole or RANK.fullmatch("".join(before.split()[-1:]))) and not acronym and _names_a_town(target)):
        return False  # « École d'architecture de Vézac », « Bergerie nationale de Vézac », « PETR du Vaubrun »
    return (acronym or target[:1].isupper()) and not is_place(target) and not _tagged_place(right, entities)


def _is_one_name(opening: Stretch, entities: Sequence[Entity]) -> bool:
    """Whether a model takes a name and what a joiner adds to it for one: « Point de Rencontre »."""
    return any(
        entity.label == "ORG" and entity.start <= opening.start and entity.end > opening.end for entity in entities
    )


def _names_a_town(target: str) -> bool:
    """One capitalised word, or one behind an article, « Saint » or a number: « La Rochelle »; not « Canal Sud »."""
    ahead = r"(?:(?:La|Le|Les|Saint|Sainte|Mont|L['’]|Deux|Trois|Quatre|Cinq|Sept)\s?)?"
    return bool(re.match(rf"{ahead}[\w'’-]+(?!\s+[{CAPITAL}])(?![\w'’-])", target))


def _joins_two(before: str, after: str, gap: Stretch, entities: Sequence[Entity]) -> bool:
    """Whether « et » stands between two bodies: « compagnie Écume et Canal Sud », not « Textes et Cultures »."""
    if _PARTNERS.match(after) or COMMON_HEAD.match(after):
        return False
    if match_head(after) and len(after.split()) > 1:
        return is_complete(before)
    if not re.match(rf"(?:l['’]|le\s|la\s|les\s)?[{CAPITAL}]", after):
        return False
    if re.match(rf"(?:L['’]|Les?\s|La\s)[{CAPITAL}]", after):
        return True
    if not match_head(before) or before.isupper():  # « CNRS et Canal Sud »
        return before[:1].isupper() and len(before.split()) <= 3
    inside = any(entity.start < gap.end < entity.end for entity in entities)
    town = bool(re.search(rf"(?:\sd[eu]\s|\sd['’]|-)(?:L[ae]s?\s)?[{CAPITAL}][\w'’-]*$", before))
    begun = any(
        (entity.label == "ORG" and entity.start == gap.end)
        or (town and entity.label in ("LOC", "ORG") and entity.end == gap.start)
        for entity in entities
    )
    common = not re.search(rf"(?:^|[\s'’(])[{CAPITAL}][\w'’)-]*$", before)
    return not inside and is_complete(before) and (begun or common or bool(re.match(r"[A-Z]{2}", after)))


def _tagged_place(part: Stretch, entities: Sequence[Entity]) -> bool:
    return any(each.label == "LOC" and each.start == part.start and each.end >= part.end - 1 for each in entities)


def _cut_clause(text: str, part: Stretch) -> Stretch:
    found = next(
        (
            stop
            for stop in _BODY_STOP.finditer(text, part.start, part.end)
            if not (
                stop[0].strip() == "sur" and _SUBJECT.search(text[max(part.start, stop.start() - 20) : stop.start()])
            )
        ),
        None,
    )
    charged = _CHARGED.search(text, part.start, found.start() if found else part.end)
    if charged and re.search(rf"[{CAPITAL}]", text[part.start : charged.start()]):
        found = charged  # « Metz déléguée à la culture », but « direction déléguée à la ville »
    end = found.start() if found and found.start() > part.start + 1 else part.end
    further = next((joint for joint in _AND_LAST.finditer(text, part.start, end) if _is_role(text, joint, end)), None)
    end = further.start() if further else end
    return trim(text, Stretch(part.start, end)) if end < part.end else part


def _is_role(text: str, joint: re.Match[str], end: int) -> bool:
    """Whether a further function and nothing else stands behind « et »: « Vézac et Conseillère départementale »."""
    after = text[joint.end() : end]
    role = None if _PARTNERS.match(after) else match_role(after)
    trades = match_role("".join(text[: joint.start()].split()[-1:]))  # « Union des meuniers et meunières »
    return role is not None and not trades and bool(_FEW_WORDS.fullmatch(text, joint.end() + role.end(), end))


def _own_name(text: str, body: Stretch) -> Stretch:
    """Without grammatical article, and without a head that is only there to introduce a name."""
    start, end = body
    article = ARTICLE.match(text, start, end)
    if article and (not text[start].isupper() or match_head(text[article.end() : end])):
        start = article.end()
    empty = _EMPTY_HEAD.match(text, start, end)
    if empty and text[start].islower():
        joiner = OF.match(text, empty.end(), end)
        after = text[joiner.end() : end] if joiner else ""
        if joiner and (after[:1].isupper() or after.startswith(("@",))):
            start = joiner.end()
    return trim(text, Stretch(start, end))
