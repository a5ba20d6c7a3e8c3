"""People who run on: what the title or a paragraph ends with in the middle of a name or a function goes on below."""

import re
from collections.abc import Sequence

from pipeline.document import Block, Capacity, Line, Passage, Segment
from pipeline.page.line_ends import breaks_off_in_name, ends_open
from pipeline.page.passages import HYPHENS, append, cut, without_loose_bracket
from pipeline.page.people_lists import is_people, names_others
from pipeline.wording import match_head, match_role

# The next line of a paragraph stands no further below than this, in heights of a line; a larger title widens steps.
NEAR = 1.6
# What goes on with people takes no more characters than this.
MAX_REST = 600
_SIGN = re.compile(r"^[\s–—/|•-]*")
_TELLS = re.compile(r"\b(?:est|sont|a|ont|était|sera|qui|que|il|elle|nous|vous)\b|[^\W\d_]{3}\.\s+[A-ZÀ-Þ]", re.I)


def complete_people(segments: Sequence[Segment]) -> list[Segment]:
    """The segments with the rest of people that were cut off: « … et Maël LE » above « GOFF (Canal Sud) »."""
    return [_completed(segment) for segment in segments]


def _completed(segment: Segment) -> Segment:
    """The segment with its people as far as they go on in the subtitle and the paragraphs right below them."""
    unmarked = [block.passage for block in segment.blocks if not block.marker]
    head = segment.title.pieces[-1].line if segment.title.pieces else None
    texts = [passage for passage in (segment.subtitle, *segment.body) if passage is not None]
    taken: list[Passage] = []
    whole: dict[int, Passage] = {}
    for people in unmarked:
        if people not in taken:
            whole[id(people)] = _followed(people, [*texts, *unmarked], taken, head)
    added = []
    for text in texts:
        if text in taken or not _is_begun_name(text.text):
            continue
        below: list[Passage] = []
        people = _without_sign(_followed(text, [other for other in texts if other not in taken], below, head))
        if below and is_people(people.text):
            taken += [text, *below]
            added.append(people)
    if not taken:
        return segment
    blocks = [
        block.model_copy(update={"passage": whole.get(id(block.passage), block.passage)})
        for block in segment.blocks
        if block.marker or block.passage not in taken
    ]
    blocks += [Block(capacity=Capacity.INTERVENTION, marker="", passage=people) for people in added]
    return segment.model_copy(
        update={
            "subtitle": None if segment.subtitle in taken else segment.subtitle,
            "body": tuple(passage for passage in segment.body if passage not in taken),
            "blocks": tuple(blocks),
        }
    )


def _followed(people: Passage, others: Sequence[Passage], taken: list[Passage], head: Line | None) -> Passage:
    """People with all that goes on below them, which is noted as taken; `head` is the last line of their title."""
    while after := next(
        (p for p in others if p not in taken and p is not people and _goes_on(people, p, head)), None
    ):
        taken.append(after)
        people = append(_with_sign(people), after)
    # Of people that the title holds in parentheses these are gone: « Titre (Léa Durand, », below it « maire) ».
    return without_loose_bracket(people)


def _without_sign(people: Passage) -> Passage:
    sign = _SIGN.match(people.text)
    return cut(people, sign.end()) if sign else people


def _with_sign(people: Passage) -> Passage:
    """People with the comma or the hyphen that ends their line and was taken for a sign around the title."""
    piece = people.pieces[-1]
    end = piece.offset + piece.end - piece.start
    sign = piece.line.text[end:].rstrip()
    if sign not in (",", " ,", *HYPHENS) or people.text.endswith(sign):
        return people
    return people.model_copy(
        update={
            "text": f"{people.text}{sign.strip()}",
            "pieces": (*people.pieces[:-1], piece.model_copy(update={"end": piece.end + 1})),
        }
    )


def _goes_on(people: Passage, after: Passage, head: Line | None) -> bool:
    """Whether a passage right below people is the rest of what is said of them.

    A title set larger in their row widens the step to it.
    """
    if not people.pieces or not after.pieces or len(after.text) > MAX_REST or _TELLS.search(after.text):
        return False
    last, line = people.pieces[-1].line, after.pieces[0].line
    beside_title = head is not None and head.page == last.page and head.box.y0 < last.box.y1 <= head.box.y1
    height = max(line.box.height, last.box.height, head.box.height if head and beside_title else 0)
    below = 0 < line.box.y0 - last.box.y0 <= NEAR * height
    beside = min(line.box.x1, last.box.x1) > max(line.box.x0, last.box.x0) or line.box.x0 < last.box.x0
    return line.page == last.page and below and beside and _is_unfinished(people.text, last.text, after.text)


def _is_unfinished(text: str, line: str, after: str) -> bool:
    """Whether people (`line` is their last) break off in a name, in parentheses, before a body or behind a sign."""
    if text.count("(") > text.count(")") or ends_open(text) or line.rstrip().endswith((",", ";")):
        return True
    if breaks_off_in_name(text):
        return after[:1].isupper()
    if after.startswith("("):
        return not text.rstrip().endswith((")", "."))  # « Léa Durand », below it « (Canal Sud) »
    told = match_role(after) or match_head(after) or names_others(after)  # « journaliste », « indépendante, Mme … »
    return after[:1].islower() and text[-1:] not in ").;" and bool(told)


def _is_begun_name(text: str) -> bool:
    """« – Aurélie », « / M. João »: a sign, and a first name with nothing behind it."""
    sign = _SIGN.match(text)
    if sign is None or not sign.end() or len(text.split()) > 4:
        return False
    return breaks_off_in_name(text[sign.end() :])
