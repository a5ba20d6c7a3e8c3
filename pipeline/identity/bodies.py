"""Which printed labels, over all programmes of a run, are one body; nothing is joined on a likeness."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from pipeline.identity.clusters import Clusters, join_by_evidence
from pipeline.identity.keys import (
    bare_territory,
    body_key,
    is_acronym,
    is_unit,
    proper_key,
    split_label,
    territory_of,
)
from pipeline.identity.reference import KnownBody
from pipeline.identity.sightings import Seen
from pipeline.ids import key_of

# Classes of territories that are called by the name of the place alone.
NAMED_AS_PLACES = frozenset({"ville", "departement", "region"})


class Doubt(NamedTuple):
    """Two sightings that may be one, and why they were not joined."""

    one: int
    other: int
    reason: str


class BodyGroups:
    """The sightings of bodies of a run, the groups they form and what stays doubtful."""

    def __init__(self, seen: Sequence[Seen], known: Sequence[KnownBody]) -> None:
        self.seen = seen
        self.known = known
        self.sightings = [body for programme in seen for body in programme.bodies]
        self.number = {(each.programme, each.identifier): at for at, each in enumerate(self.sightings)}
        # Behind the sightings stand the rows of the reference.
        self.clusters = Clusters(len(self.sightings) + len(known))
        self.keys = [sorted({body_key(label) for label in each.labels}) for each in self.sightings]
        self.doubts: list[Doubt] = []
        self.rows_by_key = self._rows_by_key()
        self.apart = self._join_local_acronyms()
        self._join_keys()
        self._join_reference()
        self._join_acronyms()
        self._join_bare_territories()
        self.parents = self._find_parents()
        self._join_units()
        self._join_short_names()

    def root(self, at: int) -> int:
        """The group a sighting is in."""
        return self.clusters.root(at)

    def root_of(self, programme: int, identifier: str) -> int:
        """The group a body of a programme is in."""
        return self.root(self.number[programme, identifier])

    @cached_property
    def groups(self) -> dict[int, list[int]]:
        """The sightings of each group."""
        found = self.clusters.groups()
        last = len(self.sightings)
        return {root: kept for root, items in found.items() if (kept := [item for item in items if item < last])}

    @cached_property
    def rows(self) -> dict[int, KnownBody]:
        """The row of the reference that stands for a group."""
        last = len(self.sightings)
        return {self.root(last + at): row for at, row in reversed(list(enumerate(self.known)))}

    def _rows_by_key(self) -> dict[str, int]:
        """The one row of the reference that has a name; a name of two rows tells nothing."""
        found: dict[str, set[int]] = defaultdict(set)
        for at, row in enumerate(self.known):
            for key in row.names():
                found[key].add(len(self.sightings) + at)
        return {key: rows.pop() for key, rows in found.items() if len(rows) == 1}

    def _join_local_acronyms(self) -> set[int]:
        """Join an acronym with the body its own document introduces with it; these stand for nothing elsewhere."""
        apart: set[int] = set()
        self.introduced: dict[str, set[int]] = defaultdict(set)
        by_programme: dict[int, list[int]] = defaultdict(list)
        for at, sighting in enumerate(self.sightings):
            by_programme[sighting.programme].append(at)
        for number, items in by_programme.items():
            told = self._acronyms_told(number, items)
            for letters, bodies in told.items():
                self.introduced[letters] |= bodies
            for at in items:
                bodies = told.get(self._letters(at), set()) - {at}
                if len(bodies) == 1:
                    self.clusters.join(at, *bodies)
                    apart.add(at)
        return apart

    def _letters(self, at: int) -> str:
        """The key of a sighting that is an acronym alone, or nothing."""
        labels = self.sightings[at].labels
        return self.keys[at][0] if len(self.keys[at]) == 1 and all(map(is_acronym, labels)) else ""

    def _acronyms_told(self, number: int, items: Sequence[int]) -> dict[str, set[int]]:
        """The acronyms a document introduces: in the label of a body, or behind its name in a text."""
        told: dict[str, set[int]] = defaultdict(set)
        at_key = {key: at for at in items for key in self.keys[at]}
        for at in items:
            if acronym := self.sightings[at].acronym:
                told[key_of(acronym)].add(at)
        for name, letters in self.seen[number].told:
            body = at_key.get(name)
            if body is not None and not self._letters(body):
                told[letters].add(body)
        return told

    def _join_keys(self) -> None:
        first: dict[str, int] = {}
        for at, keys in enumerate(self.keys):
            if at not in self.apart and not self._is_relative(at):
                for key in keys:
                    self.clusters.join(first.setdefault(key, at), at)
        self.first = first

    def _is_relative(self, at: int) -> bool:
        """Whether a name means a body only in its document: « l'Eurométropole », « service communication »."""
        label = self.sightings[at].labels[0]
        return bare_territory(label) is not None or (is_unit(label) and not self._row_of(at))

    def _row_of(self, at: int) -> int | None:
        return next((row for key in self.keys[at] if (row := self.rows_by_key.get(key)) is not None), None)

    def _join_reference(self) -> None:
        for at in range(len(self.sightings)):
            row = self._row_of(at)
            # An acronym that some document gives to a body of its own is left to `_join_acronyms`.
            if row is not None and at not in self.apart and not self.introduced.get(self._letters(at)):
                self.clusters.join(at, row)

    def _join_acronyms(self) -> None:
        """Join an acronym with the one body of the run, or of the reference, that has it."""
        for letters, introduced in sorted(self.introduced.items()):
            at = self.first.get(letters)
            if at is None or not self._letters(at):
                continue
            row = self.rows_by_key.get(letters)
            bodies = {self.root(body) for body in introduced} | ({self.root(row)} if row is not None else set())
            self._join_only(at, bodies, "sigle_ambigu")

    def _join_only(self, at: int, bodies: Iterable[int], reason: str) -> None:
        """Join with the only body there is; where there are several, a doubt with each."""
        others = sorted(set(bodies) - {self.root(at)})
        if len(others) == 1:
            self.clusters.join(at, others[0])
        else:
            last = len(self.sightings)
            self.doubts += [Doubt(at, other, reason) for other in others[:3] if other < last]

    def _join_short_names(self) -> None:
        """Join « Framasoft » with « association Framasoft », « Lens » with « ville de Lens », where it is the one.

        A metropolis is no town: « Lens » is not « métropole de Lens », and where there is one it may be either.
        """
        owners: dict[str, dict[int, bool]] = defaultdict(dict)
        for at in range(len(self.sightings)):
            if at not in self.apart:
                for key, joins in self._short_names(at):
                    owners[key][at] = joins
        for key, found in sorted(owners.items()):
            self._join_of_one_whole(found)
            short = self.first.get(key)
            if short is not None and any(found.values()):
                self._join_only(short, {self.root(owner) for owner in found}, "nom_ambigu")

    def _short_names(self, at: int) -> Iterable[tuple[str, bool]]:
        """The keys of what a body may be called for short, and whether it may be joined with that."""
        for key in self.keys[at]:
            if territory := territory_of(key):
                yield territory[1], territory[0] in NAMED_AS_PLACES
        for label in self.sightings[at].labels:
            if proper := proper_key(label):
                yield proper, True

    def _join_of_one_whole(self, items: Iterable[int]) -> None:
        """Join bodies of one proper name that are part of the same whole: « labo Horizon », « équipe Horizon »."""
        first: dict[int, int] = {}
        for at in items:
            if at in self.parents and not any(map(territory_of, self.keys[at])):
                self.clusters.join(first.setdefault(self.root(self.parents[at]), at), at)

    def _join_bare_territories(self) -> None:
        """Join « l'Eurométropole » with the only metropolis its document names."""
        named: dict[tuple[int, str], set[int]] = defaultdict(set)
        for at, sighting in enumerate(self.sightings):
            for key in self.keys[at]:
                if territory := territory_of(key):
                    named[sighting.programme, territory[0]].add(self.root(at))
        for at, sighting in enumerate(self.sightings):
            bare = bare_territory(sighting.labels[0])
            if bare is not None:
                self._join_only(at, named.get((sighting.programme, bare), ()), "nom_ambigu")

    def _find_parents(self) -> dict[int, int]:
        """The whole each part belongs to, as its document prints it behind the part."""
        votes: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for number, programme in enumerate(self.seen):
            for part, whole in programme.wholes:
                votes[self.number[number, part]][self.number[number, whole]] += 1
        for at, sighting in enumerate(self.sightings):
            for label in sighting.labels:
                host = split_label(label).host
                body = self.first.get(key_of(host)) if host else None
                if body is not None:
                    votes[at][body] += 1
        return {
            part: max(sorted(wholes), key=lambda whole: wholes[whole])
            for part, wholes in votes.items()
            if len({self.root(whole) for whole in wholes}) == 1
        }

    def _join_units(self) -> None:
        """Join parts of one name where the wholes they are part of are one, or nothing says that they are two."""
        by_key: dict[str, list[int]] = defaultdict(list)
        for at, sighting in enumerate(self.sightings):
            label = sighting.labels[0]
            if is_unit(label) and not bare_territory(label) and self._row_of(at) is None:
                by_key[self.keys[at][0]].append(at)
        for items in by_key.values():
            evidence = [[self.root(self.parents[at])] if at in self.parents else [] for at in items]
            join_by_evidence(self.clusters, items, evidence)
