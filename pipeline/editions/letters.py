"""A text as the bare letters in it, each with its place: the same name is the same letters however it is set.

« Léa  DURAND », « lea.durand », « Léa Du-⏎rand » and « L%C3%A9a_Durand » all hold the letters « leadurand ».
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
# Signs inside a word that nobody sees: a soft hyphen, spaces without width, joiners.
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
# What may stand between the letters of one name. Line ends too: names are broken over lines.
_GAP = re.compile(r"[\s\-\u2010-\u2015'’‘.,·_+(\"«“]{1,8}")


class Letters(NamedTuple):
    """The letters of a text (`stream`), and for each where it begins and ends in the text."""

    text: str
    stream: str
    begins: list[int]
    ends: list[int]

    def gap(self, index: int) -> str:
        """What stands in the text between the letter `index` and the one before it."""
        return self.text[self.ends[index - 1] : self.begins[index]]

    def opens(self, index: int) -> bool:
        """Whether a word begins with the letter: nothing, a sign, or a small letter before a capital."""
        if index == 0 or self.gap(index):
            return True
        here, before = self.begins[index], self.ends[index - 1] - 1
        return self.begins[index - 1] != here and self.text[here].isupper() and self.text[before].islower()

    def closes(self, end: int) -> bool:
        """Whether a word ends before the letter `end`."""
        return end == len(self.stream) or self.opens(end)

    def gaps(self, start: int, end: int) -> dict[int, str]:
        """The gaps inside a run of letters, by the number of letters before each."""
        found = {}
        for index in range(start + 1, end):
            if gap := self.gap(index):
                found[index - start] = gap
        return found


def may_be_inside(gap: str) -> bool:
    """Whether a gap may stand between two parts of one name: « , » may, « ; » may not."""
    return bool(_GAP.fullmatch(gap))


@lru_cache(maxsize=4096)
def fold(char: str) -> str:
    """The letters of a sign, small and without accents: « É » → « e », « œ » → « oe », « 3 » → «  »."""
    folded = unicodedata.normalize("NFKD", char.casefold()).replace("œ", "oe").replace("æ", "ae")
    return "".join(part for part in folded if part.isalpha())


@lru_cache(maxsize=65536)
def fold_all(text: str) -> str:
    """The bare letters of a text."""
    return "".join(map(fold, text))


def read_letters(text: str) -> Letters:
    """The letters of a text with their places; percent escapes count as what they stand for."""
    stream: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    escaped = {found.start(): found for found in _ESCAPES.finditer(text)} if "%" in text else {}
    place = 0
    while place < len(text):
        after, letters = place + 1, fold(text[place])
        if place in escaped:
            found = escaped[place]
            after, letters = found.end(), fold_all(unquote(found[0]))
        for letter in letters:
            stream.append(letter)
            begins.append(place)
            ends.append(after)
        if not letters and ends and ends[-1] == place and _is_unseen(text[place]):
            ends[-1] = after
        place = after
    return Letters(text, "".join(stream), begins, ends)


def _is_unseen(char: str) -> bool:
    return char in _UNSEEN or unicodedata.combining(char) > 0
