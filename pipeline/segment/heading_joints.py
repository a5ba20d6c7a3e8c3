"""People and title of a heading told apart by the sign between them, and by lists of people on one side of it."""

import re

from pipeline.document import Passage
from pipeline.page.line_ends import ends_open
from pipeline.page.people_lists import is_group, is_people, opens_list, opens_with_group
from pipeline.segment.credits import opens_credit, tells_body, tells_people
from pipeline.segment.heading_forms import COMMA, FIRST_NAMES, JOINT, Cut, Form
from pipeline.segment.heading_worth import goes_on_with_body
from pipeline.segment.names_in_titles import opens_participants
from pipeline.segment.structure import is_in_capitals
from pipeline.wording import STANDS_ALONE, match_head, match_role, opens_people

ARTICLE = re.compile(r"^(?:l['’]|l[ae]s?\s|une?\s)", re.I)
_NAME_AND_THING = re.compile(rf"{FIRST_NAMES.pattern}\s+et\s+(?:l['’]|l[ae]s?\s)[a-zà-öø-ÿ]")


def by_case(passage: Passage) -> list[Cut]:
    """People before a title in capitals, behind a sign or on a new line: « Léa Durand, maire - LA RIVE : UN FIL »."""
    text = passage.text
    breaks = ((place - 1, place) for place in passage.breaks)
    for end, start in sorted([*(found.span() for found in JOINT.finditer(text)), *breaks]):
        people, title = text[:end], text[start:]
        if is_in_capitals(title) and people.count("(") == people.count(")"):
            if _goes_on(people, text[end:start]):
                return []
            told = " " in title and any(map(str.islower, people)) and (opens_list(people) or is_group(people))
            return [Cut(Form.CASE_LAST, (start, len(text)), (0, end))] if told else []
    return []


def _goes_on(people: str, joint: str) -> bool:
    """Whether one sign parts a name, a function and what follows: « Léa DURAND – maire – VÉZAC »."""
    return any(found[0] == joint and match_role(people[found.end() :]) for found in JOINT.finditer(people))


def by_comma(text: str) -> list[Cut]:
    """A title, a comma, and people with what they do: « Habiter la rive, Léa Durand, éclusière (Canal Sud) »."""
    for comma in COMMA.finditer(text):
        title, people = text[: comma.start()], text[comma.end() :]
        if not (is_people(people) and (opens_credit(people) or tells_body(people))):
            continue
        bare = ARTICLE.sub("", title)
        told = opens_people(title) or match_role(bare) or match_head(bare)
        whole = len(title.strip()) > 5 and title.count("(") == title.count(")")
        return [Cut(Form.COMMA_NAME, (0, comma.start()), (comma.end(), len(text)))] if whole and not told else []
    return []


def by_joint(title: Passage) -> list[Cut]:
    """Title and people on the two sides of a sign or of the end of a line, told by lists of people on one side."""
    text = title.text
    joints = [(found.start(), found.end(), ":" in found[0]) for found in JOINT.finditer(text)]
    lines = [(spot - 1, spot, False) for spot in title.breaks if not ends_open(text[:spot].rstrip())]
    found = []
    for number, (end, start, colon) in enumerate([*joints, *lines]):
        first, last = text[:end], text[start:]
        at_line = number >= len(joints)
        if first.count("(") != first.count(")"):
            continue
        named = is_people(last) or (not at_line and (tells_people(last) or opens_with_group(last)))
        about = not opens_participants(first) or (opens_credit(last) and not is_people(first))
        led = len(last.strip()) > 5 and (is_people(first) or opens_with_group(first))
        if len(first.strip()) > 5 and not colon and named and about:
            form = Form.LINE_NAME if at_line else Form.DASH_NAME
            found.append(Cut(form, (0, end), (start, len(text))))
        elif at_line and not (first.rstrip().endswith(")") and last[:1].isupper()):
            continue  # the next line of the people
        elif led and not (_is_said_of_people(last) or goes_on_with_body(first, last)):
            form = Form.NAME_COLON if colon else Form.NAME_LINE if at_line else Form.NAME_DASH
            found.append(Cut(form, (start, len(text)), (0, end)))
    # Of several places the first counts: what follows is part of the people, or of the title.
    return [next(each for each in found if each.form is form) for form in {each.form: None for each in found}]


def tells_about(title: str) -> bool:
    """Whether somebody is written about: « Denis Diderot et le droit », « Marie Curie : une vie » are no speakers."""
    return not is_people(title) or bool(_NAME_AND_THING.match(title))


def _is_said_of_people(text: str) -> bool:
    """Whether a text goes on with people: « directrice de … », « Canal Sud », « un représentant de … »."""
    return bool(opens_people(text) or match_role(text) or STANDS_ALONE.match(text))
