"""What tells for one way to read a heading as title and people before others."""

from collections import Counter

from pipeline.segment.credits import opens_credit, tells_body
from pipeline.segment.heading_forms import LED_BY, PROVEN, Cut, Form
from pipeline.wording import opens_person


def is_proven(found: Cut, text: str) -> bool:
    """Whether a form tells for itself who is who.

    It does by what it is, by a function or body behind the first name, or by what somebody does: « animé par Léa … ».
    """
    people = text[slice(*found.people)].lstrip("( ")
    credited = opens_credit(people) or (found.form is Form.DASH_NAME and tells_body(people))
    return found.form in PROVEN or credited or (_is_led(found, text) and opens_person(people))


def worth_of(found: Cut, text: str, habits: Counter[Form]) -> tuple[bool, bool, int]:
    """What tells for a way to read a heading: that it proves itself, that it says what people do, how usual it is."""
    return is_proven(found, text), _is_led(found, text), habits[found.form]


def _is_led(found: Cut, text: str) -> bool:
    return LED_BY.search(text[found.title[1] : found.people[0]]) is not None
