"""Talks listed right below who chairs them, each a paragraph of people and title: text, no more people who chair."""

from itertools import pairwise, takewhile

from pipeline.document import Block, Capacity, Passage, Segment
from pipeline.page.passages import cut
from pipeline.segment.headings import part_heading

# A list of talks has at least so many.
MIN_TALKS = 2


def without_talks_of_chairs(segment: Segment) -> Segment:
    """The segment with the talks in the blocks of those who chair as paragraphs of its text.

    « Présidence : », « Léa Durand (Canal Sud) », below it « Marc Petit, meunier – *La rive* » and others put so.
    """
    blocks: list[Block] = []
    texts: list[Passage] = []
    for block in segment.blocks:
        chair, *talks = _parted(block)
        blocks.append(block.model_copy(update={"passage": chair}) if talks else block)
        texts += talks
    return segment.model_copy(update={"blocks": tuple(blocks), "body": (*segment.body, *texts)}) if texts else segment


def _parted(block: Block) -> list[Passage]:
    """Who chairs, and the talks below; the whole passage where not all paragraphs behind the first talk are such."""
    whole = block.passage
    if block.capacity is Capacity.INTERVENTION or len(whole.paragraphs) < MIN_TALKS:
        return [whole]
    paragraphs = [cut(whole, *edges) for edges in pairwise([0, *whole.paragraphs, len(whole.text)])]
    chairs = [*takewhile(lambda paragraph: part_heading(paragraph) is None, paragraphs)]
    talks = paragraphs[len(chairs) :]
    if not chairs or len(talks) < MIN_TALKS or not all(map(part_heading, talks)):
        return [whole]
    return [cut(whole, 0, whole.paragraphs[len(chairs) - 1]), *talks]
