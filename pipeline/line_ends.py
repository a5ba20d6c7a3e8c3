"""Where a printed line must go on, however much room it leaves: within a name, a function, a parenthesis."""

import re

from pipeline.wording import PARTICLE, is_first_name, strip_civility

# A line that ends so goes on, however much room it leaves.
_OPEN_END = re.compile(
    r"(?<!\w)(?:d[eu]s?|l[ae]s?|aux?|à|et|ou|en|sur|par|pour|chez|avec|sein|un|une)\s*$|['’,]$|\w[-\u2010\u2011]$",
    re.I,
)
_CIVILITY_END = re.compile(r"(?<![\w.])(?:MM?\.|Mmes?|Mlles?|Dr|Pr|Monsieur|Madame)$")
_BEFORE_ENTRY = re.compile(r"[,;/|–—]|(?<!\w)(?:et|&)(?=\s)")


def ends_open(text: str) -> bool:
    """Whether a line must go on, however much room it leaves: « directrice de », « Jean- », « et Mme »."""
    return bool(_OPEN_END.search(text) or _CIVILITY_END.search(text.rstrip()))


def goes_on_below(item: str, after: str) -> bool:
    """Whether the entry of a list that breaks off with a line is finished on the next, `after`.

    It is in parentheses that close there, and behind a first name that stands alone at the end of other people:
    « …, éclusier, Fatima » above « Durand, batelière ».
    """
    closes = re.match(r"[^()]*\)", after)
    if closes and item.rfind("(") > item.rfind(")"):
        return True
    return bool(_BEFORE_ENTRY.search(item)) and after[:1].isupper() and breaks_off_in_name(item)


def breaks_off_in_name(text: str) -> bool:
    """Whether the last entry is a first name or particle alone, or ends with one: « …, Aurélie », « et Maël LE »."""
    entry = _BEFORE_ENTRY.split(text)[-1].strip()
    words = entry[strip_civility(entry) :].split()
    if not words or "(" in entry or ")" in entry or not all(word[:1].isupper() for word in words):
        return False
    particles = [bool(PARTICLE.match(word)) for word in words]
    return all(particles) or (is_first_name(words[0]) and (len(words) == 1 or particles[-1]))
