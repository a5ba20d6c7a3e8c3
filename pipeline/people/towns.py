"""Towns behind the names of doctors and professors, as congresses print them: « Dr Léa Durand (Lyon) »."""

import re
from collections.abc import Sequence

from pipeline.document import Mention
from pipeline.wording import is_place

# So many doctors with a town that is known make it a habit: then what is printed so is a town, known or not.
MIN_DOCTORS = 3
_DOCTOR = re.compile(r"(?:Drs?|Prs?|Docteurs?|Professeure?s?)\b")
_TOWN = re.compile(r"(?:La |Le |Les |Saint[ -])?[A-ZÀ-Þ][a-zà-ÿ'’]+(?:-[A-Za-zÀ-ÿ'’]+)*")


def without_towns(sessions: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The mentions of each session without the towns in parentheses that a congress prints behind names.

    A town is where somebody works, no body to belong to. Elsewhere it may stand for one: « Omar Vasseur (Vézac) ».
    """
    printed = [mention for mentions in sessions for mention in mentions if _has_town(mention)]
    known = [mention for mention in printed if is_place(mention.organisations[0].text)]
    doctors = [mention for mention in known if _DOCTOR.match(mention.quote.text)]
    if len(doctors) < MIN_DOCTORS or 2 * len(known) < len(printed):
        return [list(mentions) for mentions in sessions]
    return [
        [mention.model_copy(update={"organisations": ()}) if _has_town(mention) else mention for mention in mentions]
        for mentions in sessions
    ]


def _has_town(mention: Mention) -> bool:
    """Whether nothing is said of somebody but one word in parentheses that may be a town."""
    if mention.person is None or mention.role is not None or len(mention.organisations) != 1:
        return False
    town = mention.organisations[0].text
    return bool(_TOWN.fullmatch(town)) and f"({town}" in mention.quote.text
