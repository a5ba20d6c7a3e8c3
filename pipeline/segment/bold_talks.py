"""Talks set close in one paragraph, the title of each bold and its people not: their lines are told apart."""

from itertools import groupby

from pipeline.document import Passage, Piece
from pipeline.page.passages import cut
from pipeline.wording import opens_people

# A list of talks has at least so many titles.
MIN_TITLES = 2


def parted_at_bold(passage: Passage) -> list[Passage]:
    """The titles and people of a paragraph whose lines are bold by turns, people standing below each title.

    « **Habiter la rive** », « Dr Léa Durand (Vézac) », « **Ce que dit la crue** » … Any other paragraph stays whole.
    """
    weights = [_weight(piece) for piece in passage.pieces]
    if not weights or weights[0] is not True or None in weights:
        return [passage]
    runs = [list(run) for _, run in groupby(range(len(weights)), key=weights.__getitem__)]
    starts = [passage.pieces[run[0]].start for run in runs]
    ends = [*(start - 1 for start in starts[1:]), len(passage.text)]
    parts = [cut(passage, start, end) for start, end in zip(starts, ends, strict=True)]
    titles, people = parts[::2], parts[1::2]
    told = len(titles) >= MIN_TITLES and all(opens_people(part.text) for part in people)
    return parts if told and not any(opens_people(title.text) for title in titles) else [passage]


def _weight(piece: Piece) -> bool | None:
    """Whether a line is bold; None where only part of it is."""
    found = {span.style.bold for span in piece.line.spans}
    return found.pop() if len(found) == 1 else None
