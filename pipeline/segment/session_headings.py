"""Headings of sessions told by their words: whether talks follow under them, one after the other or side by side."""

import re

from pipeline.document import Capacity, Segment

# Below such a heading items run side by side at the time of the heading.
_PARALLEL = re.compile(r"\b(?:simultan|parall[èe]l|au choix|en m[êe]me temps)", re.I)
_WORKSHOPS = re.compile(
    r"\W*(?:les )?(?:ateliers|visites)(?:\s(?:th[ée]matiques|participatifs|n°|\d|[A-Z]\b))*\W*", re.I
)
_SESSION = re.compile(
    r"^\W*(?:\w+\s+){0,2}(?:sessions?|s[ée]ances?|pl[ée]ni[èe]res?|panels?|symposiums?|axes?|parties?|communications?|"
    r"ateliers? (?:n°\s*)?\d+|tables?[ -]rondes?|conf[ée]rences|volet|th[èe]me \d+|expos[ée]s|interventions)\b",
    re.I,
)
_PART = (
    r"(?:tables?[ -]rondes?|sessions?|s[ée]ances?|s[ée]quences?|parties?|panels?|ateliers?|pl[ée]ni[èe]res?|"
    r"conf[ée]rences?)"
)
_COUNTED = re.compile(
    rf"\W*(?:(?:premi(?:er|[èe]re)|deuxi[èe]me|seconde?|troisi[èe]me|quatri[èe]me|cinqui[èe]me|derni(?:er|[èe]re)|"
    rf"\d{{1,2}}\s?(?:e|[èe]me|re|[èe]re))\s+{_PART}|"
    rf"{_PART}(?: pl[ée]ni[èe]re)?\s+(?:n°\s?)?(?:\d{{1,2}}|[IVX]{{1,4}}|[A-H]))[\s.|]*",
    re.I,
)


def only_counts(title: str) -> bool:
    """Whether a line only counts the parts of a programme: « Première table ronde », « Session 2 »."""
    return _COUNTED.fullmatch(title) is not None


def names_session(title: str) -> bool:
    """Whether a title says that talks follow under it: « Session 2 – Les rives »."""
    return bool(_SESSION.match(title))


def is_choice(title: str) -> bool:
    """Whether a title says that what follows runs side by side: « Ateliers au choix »."""
    return bool(_PARALLEL.search(title))


def runs_side_by_side(title: str) -> bool:
    """Whether what is listed below a title has its hours: a choice, « Ateliers 1 », not « Ateliers d'écriture »."""
    return is_choice(title) or bool(_WORKSHOPS.fullmatch(title))


def is_session_heading(segment: Segment) -> bool:
    """Whether an item holds talks one after the other, not others beside it: it has a chair, or says so."""
    if is_choice(segment.title.text):
        return False
    chaired = any(block.capacity is Capacity.MODERATION and block.marker for block in segment.blocks)
    return chaired or names_session(segment.title.text)
