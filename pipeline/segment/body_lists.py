"""Lists of bodies with who is there for each behind a colon: « – Canal Sud : Léa Durand »."""

import re
from collections.abc import Sequence
from itertools import groupby

from pipeline.document import Passage
from pipeline.wording import BULLETS, CAPITALS, find_formats, find_marker, match_head, match_role, opens_person

# One entry shows no list.
MIN_ENTRIES = 2
# The name of a body has no more words, and who is there for it takes no more characters.
MAX_WORDS, MAX_PEOPLE = 12, 160
_ENTRY = re.compile(
    rf"\s*(?P<bullet>[{BULLETS}*–—-])\s+(?P<body>[{CAPITALS}][^:;.!?«»\n]+?)\s*:\s+(?P<who>\S.*)", re.S
)
_LETTERS = re.compile(rf"[{CAPITALS}]{{3,}}\d?")


def are_in_body_lists(paragraphs: Sequence[Passage]) -> list[bool]:
    """Which paragraphs are entries of such a list: those in a row with one bullet, one of them a body by its words.

    Talks are told alike, « – Habiter la rive : Léa Durand », but none of them is called as a body is.
    """
    entries = [_ENTRY.match(passage.text) for passage in paragraphs]
    found: list[bool] = []
    for _, run in groupby(entries, key=lambda entry: entry["bullet"] if entry else None):
        held = list(run)
        told = [entry for entry in held if entry and _names_who(entry)]
        whole = len(told) == len(held) >= MIN_ENTRIES and any(map(_is_body, told))
        found += [whole] * len(held)
    return found


def _names_who(entry: re.Match[str]) -> bool:
    """Whether an entry may be a body and somebody: no function, format or marker stands before its colon."""
    body, who = entry["body"], entry["who"]
    if len(body.split()) > MAX_WORDS or len(who) > MAX_PEOPLE or not opens_person(who):
        return False
    return not (opens_person(body) or match_role(body) or find_formats(body) or find_marker(f"{body} : {who}"))


def _is_body(entry: re.Match[str]) -> bool:
    return match_head(entry["body"]) is not None or _LETTERS.fullmatch(entry["body"]) is not None
