"""Bodies and functions that list what they are for: « Direction de l'eau, de la rive et du lit »."""

import re

from pipeline.people.bodies import DE
from pipeline.people.fields_of_work import is_field
from pipeline.wording import match_head

# « de l'eau, de la rive et du lit »: what stands behind the comma, up to « et » and the last of the list.
_OF_ALL = re.compile(
    rf",\s+(?:{DE})(?P<first>(?:(?!\set\s)[^,;()|\n]){{2,60}})"
    rf"(?P<more>(?:,\s+(?:{DE})(?:(?!\set\s)[^,;()|\n]){{2,60}})*),?\s+et\s+(?:{DE})(?P<last>[^,;()|\n]+)"
)
_OF = re.compile(rf"(?<![\w'’-])(?:{DE})\S")
# « Lettres, Langues et Sciences humaines »
_FIELDS = re.compile(
    r",\s+(?P<first>[\w'’-]+)[^,;()|\n]{0,40}?(?:,\s+(?P<second>[\w'’-]+)[^,;()|\n]{0,40}?)?\s(?:et|&)\s+"
    r"(?:(?:d[eu]s?\s|de la\s|de l['’]|d['’]))?(?P<last>[\w'’-]+)"
)
# What somebody sees to: « en charge de l'eau, des rives et du lit », « déléguée à l'eau, aux rives et au lit ».
_TO = r"à\s(?:la\s|l['’])?|aux?\s"
_CHARGED = re.compile(r"\b(?:en charge|chargée?s?|ministre|responsable)\s(?:[^,;()|\n]*\s)?$", re.I)
_DELEGATED = re.compile(rf"\b(?:déléguée?s?|adjointe?s?|conseill(?:er|ère)s?)\s(?:[^,;()|\n]*\s)?(?:{_TO})\S", re.I)
_TO_ALL = re.compile(
    rf",\s+(?:{_TO})(?:(?!\set\s)[^,;()|\n]){{2,60}}(?:,\s+(?:{_TO})(?:(?!\set\s)[^,;()|\n]){{2,60}})*,?\s+et\s+(?:{_TO})\S"
)
_WORDS = re.compile(r"(?<![\w-])[\w-]+")


def lists_on(text: str, start: int, comma: int, end: int) -> bool:
    """Whether a body or a function that begins in `text[start:comma]` goes on behind the comma with what it is for.

    Each thing has its « de » (« à »), as the first has, and is no body itself; or each is a field of work.
    """
    if _lists_tasks(text[start:comma], text[comma:end]):
        return True
    heads = (match_head(text[word.start() : comma]) for word in _WORDS.finditer(text, start, comma))
    head = next((found for found in heads if found), None)
    if head is None or "(" in text[start:comma]:
        return False
    within = text[start:comma]
    behind = text[comma:end]
    if (found := _OF_ALL.match(behind)) and _OF.search(within):
        things = [found["first"], *re.split(rf",\s+(?:{DE})", found["more"]), found["last"]]
        return not any(match_head(thing) for thing in things)
    fields = _FIELDS.match(behind)
    listed = [word for word in fields.groups() if word] if fields else []
    return bool(listed) and all(map(is_field, listed)) and any(map(is_field, _WORDS.findall(within)[-3:]))


def _lists_tasks(within: str, behind: str) -> bool:
    """Whether what somebody sees to is a list: « vice-présidente en charge de l'eau, du lit et des rives »."""
    charged = any(_CHARGED.search(within[: of.start()]) for of in _OF.finditer(within))
    return bool((charged and _OF_ALL.match(behind)) or (_DELEGATED.search(within) and _TO_ALL.match(behind)))
