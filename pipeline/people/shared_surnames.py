"""Two people with one surname between them: « Lucile et Mathieu Garnier » are Lucile Garnier and Mathieu Garnier."""

import re

from pipeline.document import Passage
from pipeline.lexicon import PARTICLES
from pipeline.page.passages import append, cut
from pipeline.wording import BULLETS, CAPITALS, is_first_name

_WORD = rf"[{CAPITALS}][\w’']*(?:-[{CAPITALS}][\w’']*)*"
_COUPLE = re.compile(
    rf"(?:(?:^|\n)(?:-\s+)?|[,;:(–—|{BULLETS}]\s*|(?<!\w)(?:par|avec|de|Par|Avec)\s)"
    rf"(?P<one>{_WORD})\s(?:et|&)\s(?P<other>{_WORD})\s(?P<surname>(?:(?i:{PARTICLES})\s|[dD]['’])*{_WORD})(?!\w)"
)


def with_shared_surnames(passage: Passage) -> Passage:
    """The passage with a surname that two first names share behind each of them.

    What is set in stands where the surname is printed, so that both people lead back to it.
    """
    for couple in reversed(list(_COUPLE.finditer(passage.text))):
        if is_first_name(couple["one"]) and is_first_name(couple["other"]):
            passage = _set_in(passage, couple.end("one"), cut(passage, *couple.span("surname")))
    return passage


def _set_in(passage: Passage, spot: int, words: Passage) -> Passage:
    """The passage with these words before the space at a spot."""
    whole = append(append(cut(passage, 0, spot), words), cut(passage, spot))
    joints = {spot + 1, spot + len(words.text) + 2}
    return whole.model_copy(update={"breaks": tuple(place for place in whole.breaks if place not in joints)})
