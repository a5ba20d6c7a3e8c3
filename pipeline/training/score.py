"""How well a tagger finds the labelled stretches of texts it has not learnt from."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.people.bodies import overlap
from pipeline.tagger import Tagger
from pipeline.training.labelled import LABELS, Labelled


class LabelScore(NamedTuple):
    """Counts of one label: in the texts, found, and both; `touched` overlap a stretch of their label."""

    label: str
    support: int
    found: int
    right: int
    touched: int

    @property
    def precision(self) -> float:
        """Right among those found; 1 when nothing is found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right among those there; 1 when there are none."""
        return self.right / self.support if self.support else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _f1(self.right, self.found, self.support)

    @property
    def soft_f1(self) -> float:
        """The same, when it is enough to touch."""
        return _f1(self.touched, self.found, self.support)


def _f1(right: int, found: int, support: int) -> float:
    return 2 * right / (found + support) if found + support else 1.0


def score_tagger(tagger: Tagger, blocks: Sequence[Labelled], labels: Iterable[str] = LABELS) -> list[LabelScore]:
    """The scores of each label, strict (both ends right) and soft (one of the label there)."""
    tagged = tagger([block.text for block in blocks])
    scores = []
    for label in labels:
        support = found = right = touched = 0
        for block, entities in zip(blocks, tagged, strict=True):
            truth = [span for span in block.spans if span.label == label]
            guess = [span for span in entities if span.label == label]
            support, found = support + len(truth), found + len(guess)
            right += len(set(truth) & set(guess))
            touched += sum(any(overlap(span, other) for other in truth) for span in guess)
        scores.append(LabelScore(label, support, found, right, min(touched, support)))
    return scores
