"""Whether letters are the acronym of a name."""

import re

from pipeline.wording import plain

# An acronym that is spoken as a word is no longer than this.
MAX_WORD = 6


def acronym_of(label: str, letters: str) -> bool:
    """Whether `letters` are initials of `label`, in order, the first one included; digits count initials.

    Examples: « Agence nationale de lutte contre l'illettrisme » has « ANLCI », or « ANLcI » with small letters;
    « Centre commun de calcul des communes du Nord » has « C3N ».
    """
    capitals = sum(map(str.isupper, letters))
    if capitals == 1 and _is_of_initials(label, letters):
        return True
    if capitals < 2 or not letters[0].isupper() or len(letters) > 12 or " " in letters:
        return False
    words = re.findall(r"\w+", plain(label))
    if not words or words[0][0] != plain(letters)[0]:
        return False
    rest = iter("".join(words))
    return all(letter in rest for letter in plain(letters) if letter.isalpha())


def _is_of_initials(label: str, letters: str) -> bool:
    """Whether a word with one capital, spoken as one, is made of initials of `label`, the first too: « Odes »."""
    initials = "".join(word[0] for word in re.findall(r"\w+", plain(label)))
    rest = iter(initials)
    known = (
        any(vowel in plain(letters)[1:] for vowel in "aeiouy")
        and 3 <= len(letters) <= MAX_WORD
        and letters.isalpha()
        and letters[0].isupper()
    )
    return known and plain(letters)[0] == initials[:1] and all(letter in rest for letter in plain(letters))
