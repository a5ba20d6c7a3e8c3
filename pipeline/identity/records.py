"""The record of each group of sightings: its identifier, its best name, and what is known of it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from pipeline.identity.bodies import BodyGroups
from pipeline.identity.keys import bare_territory, best_spelling, body_key, is_acronym, territory_of
from pipeline.identity.persons import PersonGroups
from pipeline.ids import organisation_id, person_id
from pipeline.people.body_types import organisation_type
from pipeline.people.name_order import reading_order
from pipeline.programme import Organisation, Person


def organisation_records(groups: BodyGroups) -> dict[int, Organisation]:
    """The record of each group of bodies."""
    parents = _parents(groups)
    keys = {root: _body_key(groups, root, items) for root, items in groups.groups.items()}
    # A part is told from others of its name by its whole, else by the first document that names it.
    extra = {
        root: keys[parents[root]] if root in parents else _first_programme(groups, items)
        for root, items in groups.groups.items()
    }
    counts = {root: sum(groups.sightings[at].mentions for at in items) for root, items in groups.groups.items()}
    ids = _identifiers(keys, counts, extra, organisation_id)
    return {root: _organisation(groups, root, items, ids, parents.get(root)) for root, items in groups.groups.items()}


def _first_programme(groups: BodyGroups, items: Sequence[int]) -> str:
    return groups.seen[groups.sightings[items[0]].programme].programme_id


def _identifiers(
    keys: Mapping[int, str], counts: Mapping[int, int], extra: Mapping[int, str], make: Callable[[str], str]
) -> dict[int, str]:
    """One identifier a group, made of its key; of groups of one key the largest has it, the others add the extra."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for root, key in keys.items():
        by_key[key].append(root)
    found: dict[int, str] = {}
    for key, roots in by_key.items():
        ranked = sorted(roots, key=lambda root: (-counts[root], extra[root], root))
        seen: Counter[str] = Counter()
        for rank, root in enumerate(ranked):
            seen[extra[root]] += 1
            number = f" {seen[extra[root]]}" if seen[extra[root]] > 1 else ""
            found[root] = make(f"{key} {extra[root]}{number}" if rank else key)
    return found


def _parents(groups: BodyGroups) -> dict[int, int]:
    """The whole of each group that has one: told by all documents alike, else by the reference; no part of itself."""
    told: dict[int, set[int]] = defaultdict(set)
    for part, whole in groups.parents.items():
        told[groups.root(part)].add(groups.root(whole))
    for root, row in groups.rows.items():
        whole_at = groups.first.get(body_key(row.parent)) if row.parent and root in groups.groups else None
        if whole_at is not None:
            told[root] = {groups.root(whole_at)}
    parents = {part: next(iter(wholes)) for part, wholes in told.items() if len(wholes) == 1}
    return {part: whole for part, whole in parents.items() if not _is_above(parents, part, whole)}


def _is_above(parents: Mapping[int, int], part: int, whole: int) -> bool:
    """Whether a part stands above its own whole: two that are parts of one another have no whole."""
    seen = {whole}
    while whole != part:
        whole = parents.get(whole, -1)
        if whole in seen or whole == -1:
            return False
        seen.add(whole)
    return True


def _body_key(groups: BodyGroups, root: int, items: Sequence[int]) -> str:
    """The key that stays when more spellings are met: that of the reference, of a territory, of the shortest name."""
    row = groups.rows.get(root)
    if row is not None:
        return body_key(row.label)
    labelled = [(key, label) for at in items for key in groups.keys[at] for label in groups.sightings[at].labels[:1]]
    return min(
        labelled,
        key=lambda pair: (
            is_acronym(pair[1]) or bare_territory(pair[1]) is not None,
            territory_of(pair[0]) is None,
            len(pair[0]),
            pair[0],
        ),
    )[0]


def _organisation(
    groups: BodyGroups, root: int, items: Sequence[int], ids: Mapping[int, str], parent: int | None
) -> Organisation:
    row = groups.rows.get(root)
    sightings = [groups.sightings[at] for at in items]
    counts: Counter[str] = Counter()
    for sighting in sightings:
        counts[sighting.labels[0]] += sighting.mentions
    whole = [label for label in counts if not is_acronym(label) and not bare_territory(label)]
    label = best_spelling({name: counts[name] for name in whole or counts})
    acronyms = Counter(sighting.acronym for sighting in sightings if sighting.acronym)
    acronym = min(acronyms, key=lambda letters: (-acronyms[letters], letters)) if acronyms else None
    types = (organisation_type(name) for name in (label, *sorted(counts)))
    return Organisation(
        organisation_id=ids[root],
        label=label,
        acronym=acronym or (row.acronym if row else None),
        type=(row.type if row else None) or next((kind for kind in types if kind), None),
        parent_id=ids[parent] if parent is not None else None,
        siren=row.siren if row else None,
        rna=row.rna if row else None,
        url=row.url if row else None,
        variants=_variants({name for sighting in sightings for name in sighting.labels}, label),
        appearances=counts.total(),
    )


def _variants(names: Iterable[str], best: str) -> str | None:
    return "|".join(sorted(set(names) - {best})) or None


def person_records(
    groups: PersonGroups, programme_ids: Sequence[str], body_ids: Mapping[int, str]
) -> dict[int, Person]:
    """The record of each group of persons.

    Args:
        groups: the groups.
        programme_ids: the identifiers of the programmes.
        body_ids: that of each group of bodies.
    """
    keys: dict[int, str] = {}
    extra: dict[int, str] = {}
    for root, items in groups.groups.items():
        full = [at for at in items if not _is_short(groups, at)] or items
        keys[root] = min((key for at in full for key in groups.keys[at]), key=lambda key: (-len(key), key))
        bodies = {body_ids[body] for at in items for body in groups.sightings[at].bodies}
        extra[root] = min(bodies) if bodies else programme_ids[groups.sightings[items[0]].programme]
    counts = {root: sum(groups.sightings[at].mentions for at in items) for root, items in groups.groups.items()}
    ids = _identifiers(keys, counts, extra, person_id)
    return {root: _person(groups, items, ids[root]) for root, items in groups.groups.items()}


def _is_short(groups: PersonGroups, at: int) -> bool:
    given = groups.given[at]
    return given is not None and given.short


def _person(groups: PersonGroups, items: Sequence[int], identifier: str) -> Person:
    counts: Counter[str] = Counter()
    for at in items:
        counts[groups.sightings[at].name] += groups.sightings[at].mentions
    full = {groups.sightings[at].name for at in items if not _is_short(groups, at)}
    best = best_spelling({name: counts[name] for name in full or counts})
    name, first, last = reading_order(best)
    return Person(
        person_id=identifier,
        name=name,
        first_name=first,
        last_name=last,
        variants=_variants((each for at in items for each in groups.sightings[at].names), name),
        appearances=counts.total(),
    )
