"""What tells for one way to read a heading as title and people before others, and against it."""

import re
from collections import Counter

from pipeline.segment.credits import opens_credit, tells_body
from pipeline.segment.heading_forms import LED_BY, PROVEN, Cut, Form
from pipeline.wording import CAPITALS, match_head, match_role, opens_person

# « Canal Sud », « Les Deux Rives », « Ville de Vézac »: each word that counts begins with a capital.
_PROPER_NAME = re.compile(rf"(?:[{CAPITALS}0-9][\w'’&.-]*|d[eu]s?|la|les?|et|&|d['’][{CAPITALS}][\w'’-]+)")
MAX_NAME = 5


def is_proven(found: Cut, text: str) -> bool:
    """Whether a form tells for itself who is who.

    It does by what it is, by a function or body behind the first name, or by what somebody does: « animé par Léa … ».
    """
    people = text[slice(*found.people)].lstrip("( ")
    credited = opens_credit(people) or (found.form in (Form.DASH_NAME, Form.COMMA_NAME) and tells_body(people))
    return found.form in PROVEN or credited or (_is_led(found, text) and opens_person(people))


def worth_of(found: Cut, text: str, habits: Counter[Form]) -> tuple[bool, bool, int]:
    """What tells for a way to read a heading: that it proves itself, that it says what people do, how usual it is."""
    return is_proven(found, text), _is_led(found, text), habits[found.form]


def goes_on_with_body(people: str, rest: str) -> bool:
    """Whether behind a dash the body stands that a function is held in: « Léa Durand, directrice – Canal Sud ».

    « Léa Durand, historienne – Les rives au Moyen Âge » goes on with a title.
    """
    role = people.rsplit(",", 1)[-1].strip() if "," in people else ""
    words = rest.split()
    named = match_head(rest) is not None or all(map(_PROPER_NAME.fullmatch, words))
    return bool(match_role(role)) and len(words) <= MAX_NAME and named


def _is_led(found: Cut, text: str) -> bool:
    return found.form is Form.CHAIRED or LED_BY.search(text[found.title[1] : found.people[0]]) is not None
