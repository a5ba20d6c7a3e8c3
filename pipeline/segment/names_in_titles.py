"""Names where a title stands: of people who take part, or of those the title is about."""

import re
from collections.abc import Iterable

from pipeline.lexicon import Rows
from pipeline.page.people_lists import is_about_somebody, is_people
from pipeline.wording import find_marker, is_room, opens_person

# What stands between a person and what is said of them; a name and what it is told with.
_CREDIT = re.compile(r"[,;(|–—]")
_JOINED_THING = re.compile(r"\set\s(?:l[ae]s?\s|l['’])", re.I)


def opens_participants(text: str) -> bool:
    """Whether a line begins with people who take part, not a title: « Léa Durand, éclusière ».

    « Léa Durand et les rives » is about somebody, and « Dr Durand existe-t-elle ? » asks about her.
    """
    return opens_person(text) and not is_about_somebody(text)


def is_over_people(text: str, lines: Iterable[str], markers: Rows) -> bool:
    """Whether a bare name is a title because the lines below it first tell people: announced, or with what they are.

    Example: « Léa Durand et la commune de Brou » over « Modération : Marc Petit », or over « Marc Petit, éclusier ».
    """
    below = next((line for line in lines if not is_room(line)), "")
    if _CREDIT.search(text):
        return False
    told = _JOINED_THING.search(text) and is_people(below) and _CREDIT.search(below)
    return find_marker(below, markers) is not None or bool(told)
