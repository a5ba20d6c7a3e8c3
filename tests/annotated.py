"""Annotated strings: a text, what stands in it and where, on one line.

    <Léa Durand>      somebody who takes part         {directrice}     a function
    [Canal Sud]       a body                          ⏎                here a printed line ends

In a whole block each name is followed by all that is said of it, and by « ? » if it is not certain:

    <Léa Durand: directrice @ équipe Horizon @ Canal Sud ?>, directrice, et <l'association [Rivages]>

A test takes the signs away, reads the text, and marks what was read: that must give the row again.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.document import Block, Box, Capacity, Found, Kind, Line, Mention, Passage, Piece, Segment, Span, Style
from pipeline.people.bodies import Stretch
from pipeline.people.collectives import Collective
from pipeline.people.names import Name
from pipeline.people.ties import Ties
from pipeline.speakers import find_mentions
from pipeline.tagger import Entity, Tagger

_SOMEBODY = re.compile(r"<(?P<printed>[^<>:@[\]]*[^<>:@[\] ?])(?P<said>(?:: [^<>@]*?)?(?: @ [^<>]+?)*(?: \?)?)>")
_SIGNS = re.compile(r" \?(?=>)|[<>{}\[\]]")
_STYLE = Style(font="Rive", size=9, bold=False, italic=False)


class Text(NamedTuple):
    """A row without its signs: the text and the offsets at which printed lines begin."""

    text: str
    breaks: tuple[int, ...]


def plain(row: str) -> Text:
    text, breaks = "", []
    for line in re.split("⏎|(?<=\n)", _SIGNS.sub("", _SOMEBODY.sub(r"\g<printed>", row))):
        breaks.append(len(text))
        text += line
    return Text(text, tuple(breaks[1:]))


def somebody(row: str) -> list[str]:
    """Who a row says takes part, as printed."""
    return [plain(found["printed"]).text for found in _SOMEBODY.finditer(row)]


def bodies_of(row: str) -> list[str]:
    """The bodies a row names, as printed."""
    said = [body for found in _SOMEBODY.finditer(row) for body in found["said"].removesuffix(" ?").split(" @ ")[1:]]
    return [*re.findall(r"\[([^]]*)\]", row), *said]


def perfect_tagger(row: str) -> Tagger:
    """A tagger that finds the people and the bodies of a row, and nothing else."""
    known = [*((name, "PER") for name in somebody(row)), *((body, "ORG") for body in bodies_of(row))]

    def tag(texts: Sequence[str]) -> list[list[Entity]]:
        return [
            [Entity(*found.span(), label) for name, label in known for found in re.finditer(re.escape(name), text)]
            for text in texts
        ]

    return tag


# Marking what was read.


def mark_names(text: Text, names: Iterable[Name]) -> str:
    return _put(text, [(name.start, name.end, "<>") for name in names])


def mark_ties(text: Text, name: Stretch, ties: Ties) -> str:
    found = [(*stretch, "{}") for stretch in ties.roles] + [(*stretch, "[]") for stretch in ties.bodies]
    return _put(text, [(*name, "< ?>" if ties.tentative else "<>"), *found])


def mark_collectives(text: Text, collectives: Iterable[Collective]) -> str:
    marks = []
    for found in collectives:
        marks.append((*found.label, "< ?>" if found.tentative else "<>"))
        marks += [(*body, "[]") for body in found.bodies]
    return _put(text, marks)


def read_block(row: str, tagger: Tagger, capacity: Capacity = Capacity.INTERVENTION, marker: str = "AVEC") -> str:
    """A row marked with what the speaker stage reads in its text."""
    text = plain(row)
    mentions = mentions_of(text, tagger, capacity, marker)
    return _put(text, [mark for mention in mentions for mark in _marks_of(mention)])


def mentions_of(
    text: Text, tagger: Tagger, capacity: Capacity = Capacity.INTERVENTION, marker: str = "AVEC"
) -> list[Mention]:
    block = Block(capacity=capacity, marker=marker, passage=passage_of(text))
    (mentions,) = find_mentions([segment_of(block)], tagger)
    return mentions


def segment_of(*blocks: Block) -> Segment:
    return Segment(pages=(1,), kind=Kind.SESSION, title=passage_of(plain("Habiter la rive")), blocks=blocks)


def passage_of(text: Text) -> Passage:
    """A passage in which each sign is one point wide, so that a box tells the offsets."""
    pieces = []
    for start, end in zip((0, *text.breaks), (*text.breaks, len(text.text)), strict=True):
        printed = text.text[start:end].rstrip()
        box = Box(x0=start, y0=0, x1=start + len(printed), y1=9)
        spans = (Span(start=0, end=len(printed), box=box, style=_STYLE),) if printed else ()
        line = Line(page=1, text=printed, box=box, spans=spans)
        pieces.append(Piece(start=start, end=start + len(printed), line=line, offset=0))
    return Passage(text=text.text, pieces=tuple(pieces), breaks=text.breaks)


def stretch_of(found: Found) -> Stretch:
    """Where a value of a passage of `passage_of` was read."""
    return Stretch(round(found.places[0].box.x0), round(found.places[-1].box.x1))


def _marks_of(mention: Mention) -> list[tuple[int, int, str]]:
    doubt = " ?" if mention.tentative else ""
    if mention.collective:
        return [
            (*stretch_of(mention.collective), f"<{doubt}>"),
            *((*stretch_of(body), "[]") for body in mention.organisations),
        ]
    assert mention.person
    role = f": {mention.role.text}" if mention.role else ""
    said = role + "".join(f" @ {body.text}" for body in mention.organisations) + doubt
    return [(*stretch_of(mention.person), f"<{said}>")]


def _put(text: Text, marks: Iterable[tuple[int, int, str]]) -> str:
    """The text with each stretch between the first sign and the rest of its mark, the longer ones outside."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for start, end, signs in sorted(marks, key=lambda mark: (mark[0], -mark[1], mark[2] != "<>")):
        opening.setdefault(start, []).append(signs[0])
        closing.setdefault(end, []).insert(0, signs[1:])
    row = ""
    for spot in range(len(text.text) + 1):
        ended = "⏎" if _is_break(text, spot) else ""
        row += "".join([*closing.get(spot, ()), ended, *opening.get(spot, ()), text.text[spot : spot + 1]])
    return row


def _is_break(text: Text, spot: int) -> bool:
    return spot in text.breaks and text.text[spot - 1] != "\n"
