"""Who takes part behind what of: « Conte – Léa Durand », « Conférence inaugurale – DURAND Léa (Canal Sud) »."""

import re

from pipeline.page.entries import LISTED
from pipeline.page.format_labels import label_before
from pipeline.page.people_lists import is_people

_GENRES = (
    r"th[ée][âa]tre|danse|contes?|cirque|musiques?|chansons?|concert|humour|marionnettes?|jeune public|lectures?|"
    r"magie|arts? de la rue|performance|slam|po[ée]sie|op[ée]ra|jazz|rock|clowns?|mime|stand[ -]?up|cin[ée]-concert|"
    r"spectacle"
)
_GENRE = re.compile(rf"\W*(?:{_GENRES})(?!\w)(?P<more>(?:\s(?![–—|·-]\s)\S+){{0,3}})\s+[–—|·-]\s+(?=\S)", re.I)
# A company whose name ends where small letters begin would be cut there: « Cie Pois chiche ».
_COMPANY = re.compile(
    r"(?i:(?:la\s|le\s|l['’])?(?:cie|compagnie|collectif|troupe|ensemble|orchestre|th[ée][âa]tre))"
    r"(?:\s(?:d[eu]s?|la|les?|et|&|(?:[dl]['’])?[A-ZÀ-Þ][\w'’-]*))+(?=,|$)"
)


# A theatre alone on its line is where something is played.
_PLAYERS = re.compile(
    r"(?i:(?:la\s|le\s|les\s|l['’])?(?:cie|compagnie|collectif|troupe|orchestre|quatuor|quintette|sextuor|septuor|octuor|trio|"
    r"duo|ch(?:oe|œ)ur|chorale|fanfare|ensemble|harmonie|bagad))\.?\s(?:d[eu]s?\s|de\sla\s|d['’])?(?=[A-ZÀ-Þ0-9])[^,;:.!?()]{2,40}"
)


def are_players(text: str) -> bool:
    """Whether a line names who plays and nothing else: « Compagnie du Gué », « Trio Ormeau », « Chœur du Lin »."""
    return _PLAYERS.fullmatch(text.strip()) is not None


def people_behind_genre(text: str) -> int | None:
    """The offset of the people or the company behind a genre or a format, if a line says nothing else.

    Example: « Théâtre d'objets – Cie des Rives » → where « Cie » begins; « Danse – dès 6 ans » → None.
    """
    genre = _GENRE.match(text)
    if genre and genre["more"] and LISTED.match(text):
        return None  # « • Chansons de la rive – Léa Durand » is a talk among others
    if genre is None:
        spot = label_before(text)
        return spot if spot is not None and is_people(text[spot:]) else None
    who = text[genre.end() :]
    return genre.end() if _COMPANY.match(who) or is_people(who) else None
