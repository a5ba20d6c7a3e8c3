"""Talks of a session told by the marker below each: « Habiter la rive », « Présenté par Léa Durand », and again."""

from collections import Counter
from collections.abc import Sequence

from pipeline.document import Capacity, Passage, Segment
from pipeline.page.passages import same_block
from pipeline.segment.structure import opening_look

# The titles of a list of talks are so many at least, and as long as this at most.
MIN_TITLES, MAX_TITLE = 2, 200


def titles_over_markers(segment: Segment) -> list[Passage]:
    """The paragraphs of a session right above a marker that recurs, if each is a title and all are set alike."""
    markers = [block for block in segment.blocks if block.capacity is Capacity.INTERVENTION and _is_own(block.marker)]
    words = [block.marker.casefold().rstrip("s") for block in markers]
    counts = Counter(words)
    titles = [
        above
        for block, word in zip(markers, words, strict=True)
        if counts[word] >= MIN_TITLES and (above := _right_above(block.passage, segment.body)) is not None
    ]
    alike = len({opening_look(title) for title in titles}) == 1 and all(map(_may_be_title, titles))
    return titles if alike and len(titles) >= MIN_TITLES and len(titles) == len(segment.body) else []


def _is_own(marker: str) -> bool:
    """Whether a marker begins a line, and is none of a sentence."""
    return bool(marker) and not marker.startswith("…")


def _right_above(people: Passage, texts: Sequence[Passage]) -> Passage | None:
    """The paragraph whose last line stands right above the first of people."""
    first = people.pieces[0].line if people.pieces else None
    near = (text for text in texts if first and text.pieces and same_block(text.pieces[-1].line, first))
    return next(near, None)


def _may_be_title(text: Passage) -> bool:
    printed = text.text.rstrip()
    return len(printed) <= MAX_TITLE and not printed.endswith((".", ",", ";", ":")) and printed[:1].isupper()
