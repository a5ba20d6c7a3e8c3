"""Whether words behind a name are a body of its own, not a description of the one before."""

import re
from collections.abc import Sequence

from pipeline.people.bodies import Stretch
from pipeline.tagger import Entity
from pipeline.wording import match_head

# A body named by what it is for takes no more words than this.
MAX_COMMON_WORDS = 7
# « , laboratoire Lidem » is one more body, « , association de médiation » describes the one before.
NAMED_HEAD = re.compile(
    r"(?!entreprise|société|agence|cabinet|start)[a-zà-ÿ-]+(?:\s[a-zà-ÿ]+)?\s+(?:(?:de|du|des|pour)\s|d['’])?(?:la\s|l['’])?[A-ZÀ-Þ]"
)
_NAME_BEHIND = re.compile(r"\s+(?:(?:de|du|des|pour)\s|d['’])?(?:la\s|l['’])?[A-ZÀ-Þ]")
# Bodies named by what they are for, in small letters: « maison de la forêt », « association pour le sport ».
_COMMON_NAME = re.compile(
    r"(?:maison|association|collectif|comité|fédération|union|réseau|mutuelle|médiathèque|bibliothèque|musée|archives|"
    r"théâtre|école|institut|centre(?: \w+)?|syndicat|conservatoire|hôpital|clinique|barreau)\s+"
    r"(?:pour\s|d[eu]s?\s|d['’]|à\s)\S",
    re.I,
)


def names_head(printed: str) -> bool:
    """« laboratoire Lidem », « communauté de communes de Vézac »: the head of a body, and a name of its own."""
    head = match_head(printed)
    return bool(NAMED_HEAD.match(printed) or (head and _NAME_BEHIND.match(printed, head.end())))


def is_common_name(printed: str) -> bool:
    """« maison de la forêt »: a body named by what it is for."""
    return bool(_COMMON_NAME.match(printed)) and len(printed.split()) <= MAX_COMMON_WORDS


def is_clear_body(text: str, part: Stretch, entities: Sequence[Entity]) -> bool:
    """A further body without « de » or « à » before it: a head, an acronym, a short name, or tagged as one."""
    printed = text[part.start : part.end]
    word = re.match(r"[\w'’-]+", printed)
    acronym = bool(word and word[0].isupper() and len(word[0]) > 1)
    tagged = any(entity.label == "ORG" and entity.start == part.start for entity in entities)
    alone = len(printed.split()) <= 3 and " et " not in printed
    return bool(match_head(printed)) or acronym or tagged or alone
