"""Whether letters are the acronym of a name."""

import re

from pipeline.wording import plain


def acronym_of(label: str, letters: str) -> bool:
    """Whether `letters` are initials of `label`, in order, the first one included; digits count initials.

    Examples: « Agence nationale de lutte contre l'illettrisme » has « ANLCI », or « ANLcI » with small letters;
    « Centre commun de calcul des communes du Nord » has « C3N ».
    """
    capitals = sum(map(str.isupper, letters))
    if capitals < 2 or not letters[0].isupper() or len(letters) > 12 or " " in letters:
        return False
    words = re.findall(r"\w+", plain(label))
    if not words or words[0][0] != plain(letters)[0]:
        return False
    rest = iter("".join(words))
    return all(letter in rest for letter in plain(letters) if letter.isalpha())
