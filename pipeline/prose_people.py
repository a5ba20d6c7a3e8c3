"""People named in running text: « introduit par Léa Durand », or a sentence of their own: « Avec Marc Petit »."""

import re
from collections.abc import Sequence

from pipeline.document import Block, Passage
from pipeline.lexicon import Rows
from pipeline.passages import cut
from pipeline.people_lists import CLAUSE
from pipeline.wording import find_prose_markers, names_somebody, opens_people, opens_person


def at_turns(block: Block) -> list[Block]:
    """A block cut where a sentence in it names others: « Modération : Léa Durand. Avec Marc Petit, éclusier »."""
    for start, end, capacity in find_prose_markers(block.passage.text):
        others = cut(block.passage, end)
        if start and block.passage.text[start:end].istitle() and opens_person(others.text):
            rest = Block(capacity=capacity, marker=block.passage.text[start:end], passage=others)
            return [block.model_copy(update={"passage": cut(block.passage, 0, start)}), *at_turns(rest)]
    return [block]


_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\bM)(?<!\bDr)(?<!\bPr)[.!?](?=\s|$)|\n|,?\s+avec\s*:\s*$")


def prose_blocks(paragraphs: Sequence[Passage], markers: Rows) -> list[Block]:
    """People named in the description after « introduit par » and the like, up to the end of the sentence."""
    blocks = []
    for passage in paragraphs:
        for start, end, capacity in find_prose_markers(passage.text, markers):
            stop = _SENTENCE_END.search(passage.text, end)
            sentence = cut(passage, end, stop.start() if stop else None)
            if passage.text[start:end].istitle() and CLAUSE.search(sentence.text):
                continue  # « Avec Léa Durand, nous suivrons la rive »
            if opens_people(sentence.text) or (
                passage.text[:end].rstrip().endswith(" par") and names_somebody(sentence.text)
            ):
                blocks.append(Block(capacity=capacity, marker=f"…{passage.text[start:end]}", passage=sentence))
    return blocks
