"""Which printed names, over all programmes of a run, are one person; nothing is joined on a likeness."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from pipeline.identity.bodies import Doubt
from pipeline.identity.clusters import Clusters, join_by_evidence
from pipeline.identity.keys import Given, body_key, given_of, person_key
from pipeline.identity.reference import KnownPerson
from pipeline.identity.sightings import SeenPerson
from pipeline.people.name_order import reading_order

# Initials that fit more people tell nothing worth looking at.
_MOST_CANDIDATES = 3


class Sighting(NamedTuple):
    """A person as one programme names them; `bodies` are the groups of bodies they belong to there."""

    programme: int
    identifier: str
    name: str
    names: tuple[str, ...]
    bodies: frozenset[int]
    mentions: int
    sessions: tuple[int, ...]


class PersonGroups:
    """The sightings of persons of a run, the groups they form and what stays doubtful.

    Args:
        sightings: persons as each programme names them.
        known: the rows of the reference.
        bodies_of: the groups of bodies that have a key.
    """

    def __init__(
        self, sightings: Sequence[Sighting], known: Sequence[KnownPerson], bodies_of: dict[str, set[int]]
    ) -> None:
        self.sightings = sightings
        self.number = {(each.programme, each.identifier): at for at, each in enumerate(sightings)}
        self.clusters = Clusters(len(sightings))
        self.keys = [sorted({person_key(name) for name in each.names}) for each in sightings]
        self.given = [_given(each.name) for each in sightings]
        self.doubts: list[Doubt] = []
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for at, keys in enumerate(self.keys):
            for key in keys:
                self._by_key[key].append(at)
        self._join_known(known, bodies_of)
        self._join_names()
        self._join_initials()
        self._doubt_homonyms()

    def root(self, at: int) -> int:
        """The group a sighting is in."""
        return self.clusters.root(at)

    def root_of(self, programme: int, identifier: str) -> int:
        """The group a person of a programme is in."""
        return self.root(self.number[programme, identifier])

    @cached_property
    def groups(self) -> dict[int, list[int]]:
        """The sightings of each group."""
        return self.clusters.groups()

    def _join_known(self, known: Sequence[KnownPerson], bodies_of: dict[str, set[int]]) -> None:
        """Join what the reference says is one person: all of these names, or those of the bodies it gives."""
        for row in known:
            items = [at for key in sorted(row.names()) for at in self._by_key.get(key, ())]
            if row.organisations:
                told = {body for label in row.organisations for body in bodies_of.get(body_key(label), ())}
                items = [at for at in items if self.sightings[at].bodies & told]
            self.clusters.join_all(items)

    def _join_names(self) -> None:
        """Join people of one name who share a body, or of whom no two are known to be of different bodies."""
        for _, items in sorted(self._by_key.items()):
            if len(items) > 1:
                evidence: list[set[int]] = [set(self.sightings[at].bodies) for at in items]
                # Those the reference or another name joined share what any of them has.
                joined: dict[int, set[int]] = defaultdict(set)
                for at, bodies in zip(items, evidence, strict=True):
                    joined[self.root(at)] |= bodies
                join_by_evidence(self.clusters, items, [joined[self.root(at)] for at in items])

    def _join_initials(self) -> None:
        """Join « J.-B. Durand » with the one Jean-Baptiste Durand of a body both belong to."""
        full: dict[tuple[str, str], dict[int, Given]] = defaultdict(dict)
        bodies: dict[int, set[int]] = defaultdict(set)
        for at, given in enumerate(self.given):
            bodies[self.root(at)] |= self.sightings[at].bodies
            if given and not given.short:
                full[given.family, given.initials[:1]].setdefault(self.root(at), given)
        found = []
        for at, given in enumerate(self.given):
            if given and given.short:
                candidates = [
                    root
                    for root, other in sorted(full.get((given.family, given.initials[:1]), {}).items())
                    if other.initials.startswith(given.initials)
                ]
                sharing = [root for root in candidates if bodies[root] & bodies[self.root(at)]]
                found.append((at, candidates, sharing))
        for at, candidates, sharing in found:
            if len(sharing) == 1:
                self.clusters.join(at, sharing[0])
            elif len(rest := sharing or candidates) <= _MOST_CANDIDATES:
                self.doubts += [Doubt(at, other, "initiales") for other in rest]

    def _doubt_homonyms(self) -> None:
        for _, items in sorted(self._by_key.items()):
            roots = sorted({self.root(at) for at in items})
            self.doubts += [Doubt(roots[0], other, "homonymes_possibles") for other in roots[1:6]]


@lru_cache(maxsize=1 << 18)
def _given(name: str) -> Given | None:
    full, first, last = reading_order(name)
    return given_of(full, first, last)


def sight_person(seen: SeenPerson, groups_of: Mapping[str, frozenset[int]]) -> Sighting:
    """A person with the groups that stand behind each identifier of a body in their programme."""
    bodies = frozenset().union(*(groups_of[body] for body in seen.bodies))
    return Sighting(seen.programme, seen.identifier, seen.names[0], seen.names, bodies, seen.mentions, seen.sessions)
