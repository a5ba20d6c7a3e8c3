"""People named in running text: « introduit par Léa Durand », or a sentence of their own: « Avec Marc Petit »."""

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from pipeline.document import Block, Capacity, Passage
from pipeline.lexicon import Rows
from pipeline.nouns import opens_unnamed
from pipeline.page.passages import cut
from pipeline.page.people_lists import CLAUSE
from pipeline.segment.block_ends import tells_what_is_done
from pipeline.wording import (
    BULLETS,
    find_markers_inside,
    find_prose_markers,
    names_holder,
    names_somebody,
    opens_people,
    opens_person,
)

# « Récits de bateliers, avec Léa Durand »: in a description this tells who takes part.
_WITH = re.compile(r"(?<=[,–—] )avec(?= [A-ZÀ-Þ]| (?:les|des) [a-z])")


def at_turns(block: Block) -> list[Block]:
    """A block cut where a clause in it names others: « Léa Durand ; modérée par Marc Petit »."""
    text = block.passage.text
    for start, end, capacity in find_prose_markers(text):
        others = cut(block.passage, end)
        clause = capacity is not Capacity.INTERVENTION and text[:start].rstrip().endswith(tuple(";,–—-(/|•·"))
        clause = clause or start in block.passage.breaks  # « animé par Léa Durand » on a line of its own
        if start and (text[start:end].istitle() or clause) and opens_person(others.text):
            rest = Block(capacity=capacity, marker=text[start:end], passage=others)
            before = cut(block.passage, 0, len(text[:start].rstrip(f" ·∙{BULLETS}")))
            return [block.model_copy(update={"passage": before}), *at_turns(rest)]
    # « Échanges animés par Léa Durand, avec Anne Roux » tells the exchange; « ANIMÉ PAR » only those who lead.
    tells_all = block.capacity is not Capacity.INTERVENTION and not _LEADING.match(block.marker)
    joined = _WITH.search(text) if tells_all else None
    if joined is None or not opens_person(text[joined.end() :].lstrip()):
        return [block]
    led, others = cut(block.passage, 0, len(text[: joined.start()].rstrip(" ,–—"))), cut(block.passage, joined.end())
    rest = Block(capacity=Capacity.INTERVENTION, marker=joined[0], passage=others)
    return [block.model_copy(update={"passage": led}), rest]


_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\bM)(?<!\bDr)(?<!\bPr)[.!?](?=\s|$)|\n|,?\s+avec\s*:\s*$")


# A marker that names nothing that is led.
_LEADING = re.compile(r"\W*(?:(?:co-?)?(?:anim|mod[ée]r|pr[ée]sid)|sous la)", re.I)
# Words that only people follow: two capitalised words behind them are a name.
_BEFORE_NAMES = re.compile(r"\s(?:par|(?:pr[ée]sence|participation)\s+(?:de|d['’]))\s*$", re.I)


def prose_blocks(paragraphs: Sequence[Passage], markers: Rows) -> list[Block]:
    """People named in the description after « introduit par » or « Modération : », up to the end of the sentence."""
    blocks = []
    for passage in paragraphs:
        labels = [
            turn for turn in find_markers_inside(passage.text, markers) if opens_person(passage.text[turn[1] :])
        ]
        others = [(*mark.span(), Capacity.INTERVENTION) for mark in _WITH.finditer(passage.text)]
        found = sorted({*find_prose_markers(passage.text, markers), *labels, *others})
        for (start, end, capacity), after in zip_longest(found, found[1:]):
            ends = [stop.start() for stop in [_SENTENCE_END.search(passage.text, end)] if stop]
            ends += [after[0]] if after and after[0] > end else []
            ends += [
                piece.start
                for before, piece in pairwise(passage.pieces)
                if piece.start > end and tells_what_is_done(before.line, piece.line)
            ]
            sentence = cut(passage, end, min(ends, default=None))
            if passage.text[start:end].istitle() and CLAUSE.search(sentence.text):
                continue  # « Avec Léa Durand, nous suivrons la rive »
            if (
                opens_people(sentence.text)
                or names_holder(sentence.text)
                or (opens_unnamed(sentence.text) and not CLAUSE.search(sentence.text))
                or (_BEFORE_NAMES.search(passage.text[:end]) and names_somebody(sentence.text))
            ):
                blocks.append(Block(capacity=capacity, marker=f"…{passage.text[start:end]}", passage=sentence))
    return blocks
