"""Who plays behind what is played, as theatres print it: « Conte – Léa Durand », « Danse – Cie des Rives »."""

import re

from pipeline.page.people_lists import is_people

_GENRES = (
    r"th[ée][âa]tre|danse|contes?|cirque|musiques?|chansons?|concert|humour|marionnettes?|jeune public|lectures?|"
    r"magie|arts? de la rue|performance|slam|po[ée]sie|op[ée]ra|jazz|rock|clowns?|mime|stand[ -]?up|cin[ée]-concert|"
    r"spectacle"
)
_GENRE = re.compile(rf"\W*(?:{_GENRES})(?!\w)(?:\s(?![–—|·-]\s)\S+){{0,3}}\s+[–—|·-]\s+(?=\S)", re.I)
# A company whose name ends where small letters begin would be cut there: « Cie Pois chiche ».
_COMPANY = re.compile(
    r"(?i:(?:la\s|le\s|l['’])?(?:cie|compagnie|collectif|troupe|ensemble|orchestre|th[ée][âa]tre))"
    r"(?:\s(?:d[eu]s?|la|les?|et|&|(?:[dl]['’])?[A-ZÀ-Þ][\w'’-]*))+(?=,|$)"
)

_HOUSE = re.compile(r"(?:le\s)?th[ée][âa]tre\b", re.I)


def names_company(text: str) -> bool:
    """Whether a paragraph is the name of a company and nothing else: « Cie Écume », not « Théâtre du Gué »."""
    return bool(_COMPANY.fullmatch(text.strip())) and not _HOUSE.match(text.strip())


def people_behind_genre(text: str) -> int | None:
    """The offset of the people or the company behind the genre of a show, if a line says nothing else.

    Example: « Théâtre d'objets – Cie des Rives » → where « Cie » begins; « Danse – dès 6 ans » → None.
    """
    genre = _GENRE.match(text)
    if genre is None:
        return None
    who = text[genre.end() :]
    return genre.end() if _COMPANY.match(who) or is_people(who) else None
