"""Whether a text tells people with what they do: « Léa Durand, directrice », « Marc Petit (Canal Sud) »."""

import re

from pipeline.lexicon import CIVILITY
from pipeline.page.line_ends import ends_open, goes_on_below
from pipeline.page.people_lists import is_people, opens_list
from pipeline.segment.heading_forms import BETWEEN_NAMES, FIRST_NAMES, OF_BODY
from pipeline.wording import CAPITALS, find_formats, is_place, match_head, match_role, opens_person

# A name has no more words than these, its civility among them.
NAME_WORDS = 6
# « Léa Durand, URAAS – … »: letters that no list knows, behind a name in other ones.
_LETTERS = re.compile(rf"[{CAPITALS}]{{2}}[{CAPITALS}0-9&-]{{0,9}}(?=\s*(?:[,;()–—|/]|-\s|et\s|$))")


def opens_credit(text: str) -> bool:
    """Whether a text begins with names and what these people do: « Léa Durand, directrice »."""
    return tells_people(text) and opens_list(text)


def tells_behind_bar(text: str) -> bool:
    """Whether a function or a body stands behind a name and a bar: « Léa Durand | maire de Brou »."""
    name, bar, said = text.partition("|")
    told = match_role(said.lstrip()) or match_head(said.lstrip())
    return bool(bar and told) and len(name.split()) <= NAME_WORDS and opens_person(name)


def tells_people(text: str) -> bool:
    """Whether names begin a text, known or not, and a function or a body follows them."""
    name = FIRST_NAMES.match(text)
    if name is None:
        return False
    # A function in capitals looks like one more name: « Léa Durand, Conseillère d'État ».
    if any(match_role(text[joint.end() :]) for joint in BETWEEN_NAMES.finditer(text, 0, name.end())):
        return True
    if any(match_head(text[of.end() :]) for of in OF_BODY.finditer(text, 0, name.end() + 8)):
        return True
    after = text[name.end() :].lstrip()
    said = after.lstrip(" ,(")
    letters = not name[0].isupper() and _LETTERS.match(said)
    return after[:1] in (",", "(") and bool(match_role(said) or match_head(said) or letters)


def tells_body(text: str) -> bool:
    """Whether a body that looks like one more name stands behind somebody: « Léa Durand, Université de Vézac »."""
    _, comma, said = text.partition(", ")
    return bool(comma) and opens_person(text) and match_head(said) is not None


def ends_credit(text: str, after: str) -> bool:
    """Whether a line of people ends before `after`, the line below it, which names no role or body of theirs."""
    people = opens_person(text) and re.match(rf"(?:{CIVILITY}\s+)?[^,;(–—|]{{3,40}}(?:[,;(–—|]|\set\s|$)", text)
    if (
        not people
        or ends_open(text)
        or goes_on_below(text, after)
        or text.rstrip().endswith((":", "–", "—", "-"))
        or text.count("(") > text.count(")")
        or find_formats(text)
    ):
        return False
    return _tells_of_nobody(after)


def ends_people(text: str, after: str) -> bool:
    """Whether people end with a line that has room for more words, before `after`."""
    unfinished = ends_open(text) or goes_on_below(text, after)
    return ends_credit(text, after) or (is_people(text) and not unfinished and _tells_of_nobody(after))


def _tells_of_nobody(text: str) -> bool:
    """Whether a line below people begins with no more of them, nor with what they do."""
    told = opens_person(text) or match_role(text) or match_head(text) or is_place(text)
    return text[:1].isupper() and len(text) > 5 and not told
