"""Towns behind names, as congresses print them: « Dr Léa Durand (Lyon) », or nothing but towns behind all names."""

import re
from collections.abc import Sequence

from pipeline.document import Mention
from pipeline.wording import is_place

# So many doctors with a town that is known make it a habit: then what is printed so is a town, known or not.
MIN_DOCTORS = 3
# So many towns that are known, of so many kinds, make it one without titles too, where hardly anything else is said
# of anybody: at least this part of those of whom something is said have a town.
MIN_TOWNS, MIN_KINDS, TOWN_SHARE = 8, 5, 0.8
_DOCTOR = re.compile(r"(?:Drs?|Prs?|Docteurs?|Professeure?s?)\b")
_TOWN = re.compile(r"(?:La |Le |Les |Saint[ -])?[A-ZÀ-Þ][a-zà-ÿ'’]+(?:-[A-Za-zÀ-ÿ'’]+)*")


def without_towns(sessions: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The mentions of each session without the towns in parentheses that a congress prints behind names.

    A town is where somebody works, no body to belong to. Elsewhere it may stand for one: « Omar Vasseur (Vézac) ».
    """
    printed = [mention for mentions in sessions for mention in mentions if _has_town(mention)]
    known = [mention for mention in printed if is_place(mention.organisations[0].text)]
    doctors = [mention for mention in known if _DOCTOR.match(mention.quote.text)]
    habit = len(doctors) >= MIN_DOCTORS or _are_all_towns(known, sessions)
    if not habit or 2 * len(known) < len(printed):
        return [list(mentions) for mentions in sessions]
    return [
        [mention.model_copy(update={"organisations": ()}) if _has_town(mention) else mention for mention in mentions]
        for mentions in sessions
    ]


def _are_all_towns(known: Sequence[Mention], sessions: Sequence[Sequence[Mention]]) -> bool:
    """Whether hardly anything but towns, several of them, is said of the people of a document."""
    kinds = {mention.organisations[0].text for mention in known}
    told = sum(bool(mention.role or mention.organisations) for mentions in sessions for mention in mentions)
    return len(known) >= MIN_TOWNS and len(kinds) >= MIN_KINDS and len(known) >= TOWN_SHARE * told


def _has_town(mention: Mention) -> bool:
    """Whether nothing is said of somebody but one word, in parentheses or behind a comma, that may be a town."""
    if mention.person is None or mention.role is not None or len(mention.organisations) != 1:
        return False
    town, quote = mention.organisations[0].text, mention.quote.text
    return bool(_TOWN.fullmatch(town)) and (f"({town}" in quote or f", {town}" in quote)
