"""Universities with a dash in their name: « Université Toulouse – Jean Jaurès », « Paul-Valéry – Montpellier 3 »."""

import re

from pipeline.wording import CAPITALS, is_first_name, is_place

_WORD = rf"[{CAPITALS}][a-zà-ÿ'’]+"
_UNIVERSITY = re.compile(r"[^,;()|–—]*\buniv(?:ersit[ée]|\.)[^,;()|–—]*\s[–—-]", re.I)
_BEHIND = re.compile(
    rf"\s+(?P<first>{_WORD})(?:[ -](?:d['’]|de\s)?{_WORD}){{0,2}}(?P<number>\s\d{{1,2}})?\s*(?=$|[,;()|–—\n])"
)
# What Paris, Lyon and Toulouse call theirs besides names of people.
_NAMES = frozenset("assas capitole créteil dauphine lumière nanterre panthéon saclay sorbonne vincennes".split())


def names_university(word: str) -> bool:
    """Whether a word is one that universities are called by and nobody else: « Sorbonne Nouvelle »."""
    return word.casefold() in _NAMES


def goes_on_behind(text: str, start: int, dash: int, end: int) -> bool:
    """Whether the name of a university that begins in `text[start:dash]` goes on behind the dash at its end.

    A number, a first name or a town tell it there; all else is a body of its own: « Université de Vézac – GREM ».
    """
    behind = _BEHIND.match(text, dash + 1, end)
    if behind is None or not _UNIVERSITY.fullmatch(text, start, dash + 1):
        return False
    first = behind["first"]
    return bool(behind["number"]) or first.casefold() in _NAMES or is_place(first) or is_first_name(first)
