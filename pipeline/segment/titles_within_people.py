"""Titles in quotation marks between somebody and who that is: « Léa Durand, « Habiter la rive », éclusière »."""

import re

from pipeline.document import Block, Capacity, Segment
from pipeline.page.passages import append, cut
from pipeline.wording import match_head, match_role, opens_person

_WITHIN = re.compile(
    r"(?P<name>[^«»“”\",;:]{4,60}?)\s*[,:–—-]?\s*(?P<title>[«“\"][^«»“”\"]{5,}[»”\"])\s*,\s*(?P<said>\w.+)", re.S
)


def title_within_people(segment: Segment) -> Segment:
    """A segment whose title stands between a name and the function or the body of its bearer, in its parts."""
    found = _WITHIN.fullmatch(segment.title.text)
    if (
        found is None
        or not opens_person(found["name"])
        or not (match_role(found["said"]) or match_head(found["said"]))
    ):
        return segment
    name, said = cut(segment.title, *found.span("name")), cut(segment.title, found.end("title"))
    block = Block(capacity=Capacity.INTERVENTION, marker="", passage=append(name, said))
    return segment.model_copy(
        update={"title": cut(segment.title, *found.span("title")), "blocks": (block, *segment.blocks)}
    )
