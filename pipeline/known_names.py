"""First names and places that are known by lists, and the form in which words are compared."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from itertools import filterfalse

from pipeline.lexicon import PLACES


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower case without accents, apostrophes straight: the form in which words are compared.

    Example: `plain("L’École")` → `"l'ecole"`.
    """
    if text.isascii():
        return text.casefold()  # most words of a text, read letter by letter otherwise
    folded = unicodedata.normalize("NFD", text.casefold().replace("’", "'").replace("œ", "oe"))
    return "".join(filterfalse(unicodedata.combining, folded))


@cache
def _first_names() -> frozenset[str]:
    text = files("pipeline").joinpath("data/prenoms.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


@lru_cache(maxsize=65536)
def is_first_name(word: str) -> bool:
    """Whether a word, or each part of a compound (« Abd-el-Malik »), is a first name of the INSEE list: a clue."""
    key, names = plain(word), _first_names()
    return key in names or ("-" in key and names.issuperset(re.split(r"-(?:[ae]l-)?", key)))


_PLACES = frozenset(plain(name.strip()) for name in PLACES)


def is_place(text: str) -> bool:
    """Whether a text begins with a department, region, large town or country."""
    word = re.match(r"[\w'’-]+", text)
    return bool(word and plain(word[0]) in _PLACES)


# « La Roche-sur-Yon », « Saint-Nazaire »; few towns with an article are large enough to be known without.
_TOWN = re.compile(
    r"(?:L[ae]s?\s)?[A-ZÀ-Þ][\w'’]*(?:-[\w'’]+)*-(?:sur|sous|en|l[èe]s|lez|d[eu]|la)-[A-ZÀ-Þ][\w'’-]*|Sainte?-[A-ZÀ-Þ][\w'’-]*|"
    r"Le Mans|Le Havre|La Rochelle"
)


def is_town(text: str) -> bool:
    """Whether a text is a known place of one word, or has the form of the name of a town and nothing else."""
    return bool(_TOWN.fullmatch(text)) or (is_place(text) and len(text.split()) == 1)
