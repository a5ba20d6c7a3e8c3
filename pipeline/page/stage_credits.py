"""What somebody does for a show, printed before the name: « Mise en scène : Léa Durand », « Chant, guitare : … »."""

import re

from pipeline.lexicon import PLAYED
from pipeline.wording import opens_people

_ART = (
    r"textes?|[ée]criture|adaptation|dramaturgie|conception|mise en (?:sc[èe]ne|espace|voix|onde|musique|piste)|"
    r"chor[ée]graphie|sc[ée]nographie|direction(?: (?:musicale|artistique|du chœur|d['’]orchestre|d['’]acteurs))?|"
    r"jeu|interpr[ée]tation|musiques?|composition|arrangements?|"
    r"cr[ée]ation (?:musicale|sonore|lumi[èe]res?|vid[ée]o)|danse|lecture|r[ée]cit|narration|contes?|manipulation|"
    rf"marionnettes?|acrobatie|mezzo-soprano|soprano|t[ée]nor|baryton|{PLAYED}"
)
_CREDIT = re.compile(rf"\W{{0,3}}(?P<arts>(?:{_ART})(?:(?:\s?[,/&]\s?|\set\s)(?:{_ART}))*)\s?:\s+(?=\S)", re.I)


def names_behind_credit(text: str) -> tuple[int, int, int] | None:
    """Where the art of a credit begins and ends, and where the names behind it begin; None if a text is none.

    Example: « Mise en scène : Léa Durand » → (0, 13, 16); « Musique : les rives » → None.
    """
    found = _CREDIT.match(text)
    if found is None or not opens_people(text[found.end() :]):
        return None
    return found.start("arts"), found.end("arts"), found.end()
