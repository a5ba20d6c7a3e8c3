"""Groups that grow: what was found to be one is one with all that either was one with."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence


class Clusters:
    """Numbers from 0 in disjoint groups, each named by its smallest number."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def root(self, item: int) -> int:
        """The name of the group of an item."""
        while self._above[item] != item:
            self._above[item] = self._above[self._above[item]]
            item = self._above[item]
        return item

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first

    def join_all(self, items: Iterable[int]) -> None:
        """Make one group of those of all items."""
        listed = list(items)
        for item in listed[1:]:
            self.join(listed[0], item)

    def groups(self) -> dict[int, list[int]]:
        """Each group under its name, smallest numbers first."""
        found: dict[int, list[int]] = defaultdict(list)
        for item in range(len(self._above)):
            found[self.root(item)].append(item)
        return found


def join_by_evidence(clusters: Clusters, items: Sequence[int], evidence: Sequence[Iterable[Hashable]]) -> None:
    """Join items that share a piece of evidence; those without any join the others where these are one group.

    Example: of three people of one name, two of « Canal Sud » and one of no body, all are one; were one of the two
    of « Fabrique des rives », they would be three.
    """
    first: dict[Hashable, int] = {}
    known: list[int] = []
    unknown: list[int] = []
    for item, pieces in zip(items, evidence, strict=True):
        listed = list(pieces)
        (known if listed else unknown).append(item)
        for piece in listed:
            clusters.join(first.setdefault(piece, item), item)
    clusters.join_all(unknown)
    if unknown and len({clusters.root(item) for item in known}) == 1:
        clusters.join(known[0], unknown[0])
