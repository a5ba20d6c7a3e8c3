"""People in the place of a title whose title stands below them: the two are set right."""

import re
from collections.abc import Sequence

from pipeline.breaks import kind_of
from pipeline.document import Block, Capacity, Kind, Passage, Segment
from pipeline.page.look import Look
from pipeline.page.passages import cut
from pipeline.page.people_lists import SENTENCES, is_people
from pipeline.segment.structure import opening_look
from pipeline.wording import opens_people

# A title is no longer than this, and ends no sentence that another follows.
MAX_TITLE = 200
_QUOTED = re.compile(r"(?P<title>[«“\"][^»”\"]+[»”\"])")
# « « Habiter la rive » : dix ans de récits » is one title.
_GOES_ON = re.compile(r"\s*(?:[:,]|et\s)\s*\w")


def put_people_below(segments: Sequence[Segment]) -> list[Segment]:
    """The segments with the title that stands below people taken for one.

    It is told by quotation marks, by capitals, or by the look that titles of the document have and people have not.
    """
    looks = {opening_look(segment.title) for segment in segments if not is_people(segment.title.text)}
    return [_righted(segment, looks) for segment in segments]


def _righted(segment: Segment, looks: set[Look | None]) -> Segment:
    texts = [passage for passage in (segment.subtitle, *segment.body) if passage is not None]
    if segment.kind is not Kind.SESSION or not texts or not is_people(segment.title.text):
        return segment
    end = 0 if _is_above(texts[0], segment.title) else _title_end(texts[0], segment.title, looks)
    if not end:
        return segment
    title, rest = cut(texts[0], 0, end), cut(texts[0], end)
    people = Block(capacity=Capacity.INTERVENTION, marker="", passage=segment.title)
    return segment.model_copy(
        update={
            "title": title,
            "subtitle": None,
            "body": (*([rest] if rest.text else []), *texts[1:]),
            "blocks": (people, *segment.blocks),
            "kind": kind_of(title.text),
            "method": f"{segment.method} ; noms au-dessus du titre",
        }
    )


def _is_above(text: Passage, title: Passage) -> bool:
    """Whether a text stands over a title: « SPECTACLE » over « **Madame Durand court encore** »."""
    first, head = text.pieces[0].line, title.pieces[0].line
    beside = first.box.x1 <= head.box.x0 or first.box.x0 >= head.box.x1
    return first.page == head.page and first.box.y0 < head.box.y0 and not beside


def _title_end(text: Passage, people: Passage, looks: set[Look | None]) -> int:
    """Where the title ends that a paragraph below people begins with; 0 if there is none."""
    quoted = _QUOTED.match(text.text)
    title = text.text
    if quoted and not _GOES_ON.match(title, quoted.end()):
        return quoted.end("title")
    if (
        len(title) > MAX_TITLE
        or not (quoted or title[:1].isupper())
        or opens_people(title)
        or SENTENCES.search(title)
    ):
        return 0
    capitals = title.isupper() and not people.text.isupper()
    apart = bool(quoted) or (opening_look(text) in looks and opening_look(people) not in looks)
    return len(title) if capitals or apart else 0
