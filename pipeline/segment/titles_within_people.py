"""Titles in quotation marks between somebody and who that is: « Léa Durand, « Habiter la rive », éclusière »."""

import re

from pipeline.document import Block, Capacity, Segment
from pipeline.page.passages import append, cut
from pipeline.page.people_lists import CLAUSE
from pipeline.wording import CAPITALS, find_formats, match_head, match_role, opens_person

_WITHIN = re.compile(
    r"(?P<name>[^«»“”\",;:]{4,60}?)\s*[,:–—-]?\s*(?P<title>[«“\"][^«»“”\"]{5,}[»”\"])\s*,\s*(?P<said>\w.+)", re.S
)
# What is said of somebody without a word of the lexicon is no longer than this.
MAX_SAID = 12


def title_within_people(segment: Segment) -> Segment:
    """A segment whose title stands between a name and the function or the body of its bearer, in its parts."""
    found = _parts(segment.title.text)
    if found is None:
        return segment
    name, said = cut(segment.title, *found.span("name")), cut(segment.title, found.end("title"))
    block = Block(capacity=Capacity.INTERVENTION, marker="", passage=append(name, said))
    return segment.model_copy(
        update={"title": cut(segment.title, *found.span("title")), "blocks": (block, *segment.blocks)}
    )


def holds_title(text: str) -> bool:
    """Whether a text names somebody, a title in quotation marks, and who that is."""
    return _parts(text) is not None


def _parts(text: str) -> re.Match[str] | None:
    found = _WITHIN.fullmatch(text)
    return found if found and opens_person(found["name"]) and _tells_who(found["said"]) else None


def _tells_who(said: str) -> bool:
    """Whether words can say who somebody is: a function, a body, or something with a name that is no sentence."""
    if match_role(said) or match_head(said):
        return True
    named = len(said.split()) <= MAX_SAID and re.search(rf"[{CAPITALS}]", said)
    return bool(named) and not (CLAUSE.search(said) or find_formats(said))
