"""Which session of an edition is which of the other: by identifier first, then by likeness of title and time.

Exchanging the two editions exchanges the sides of every pair and nothing else.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeVar

from pipeline.document import Kind
from pipeline.matching import NEAR_TITLE, fold, near_text, pair, similarity, squash
from pipeline.minutes import minutes_of
from pipeline.programme import Programme, Session

T = TypeVar("T")
Pairs = list[tuple[T | None, T | None]]

# Half of the titles in common make two files editions of one programme.
SAME_PROGRAMME = 0.5
# In the same slot, half of the title or of the people make a session the same.
SAME_IN_SLOT = 0.5
# A partner that is this much less likely might as well be the right one.
DOUBT = 0.05
_NEAR_MINUTES = 120


class Pairing(StrEnum):
    """What made two sessions the same."""

    IDENTIFIER = "identifiant"
    LIKENESS = "ressemblance"
    AMBIGUOUS = "ambigu"


class SessionPair(NamedTuple):
    """A session in both editions, or in one; `rivals` are ids of sessions that would have fitted as well."""

    old: Session | None
    new: Session | None
    pairing: Pairing | None = None
    old_rivals: tuple[str, ...] = ()
    new_rivals: tuple[str, ...] = ()


class _Item(NamedTuple):
    """A session with what it is compared by; `day` is the rank of its date among those of its programme."""

    session: Session
    day: int | None
    title: str
    people: frozenset[str]
    key: str


def pair_editions(old: Sequence[Programme], new: Sequence[Programme]) -> list[SessionPair]:
    """Every session of both editions in exactly one pair, in order of time.

    Sessions are paired inside programmes that belong together: those of one id, else those that share most titles.
    """
    pairs = [found for one, other in _pair_programmes(old, new) for found in _pair_sessions(one, other)]
    return sorted(pairs, key=_place)


def _place(found: SessionPair) -> tuple[str, ...]:
    """Reading order, whichever side is the old one: programme, day, hour, then ids."""
    sides = [session for session in (found.new, found.old) if session]
    programme = min(each.programme_id for each in sides)
    dates = sorted(each.date.isoformat() if each.date else "~" for each in sides)
    starts = sorted(each.start.isoformat() if each.start else "~" for each in sides)
    return (programme, dates[0], starts[0], *sorted(each.session_id for each in sides))


def pair_symmetrically(
    old: Iterable[T], new: Iterable[T], likeness: Callable[[T, T], float], key: Callable[[T], str]
) -> Pairs[T]:
    """`pair`, whatever the order of the lists and whichever is the old one; ties are decided by `key`."""
    left, right = sorted(old, key=key), sorted(new, key=key)
    if list(map(key, left)) <= list(map(key, right)):
        return pair(left, right, likeness)
    return [(one, other) for other, one in pair(right, left, likeness)]


def pair_equal(old: Iterable[T], new: Iterable[T], key: Callable[[T], Hashable]) -> tuple[Pairs[T], list[T], list[T]]:
    """What has the same key in both lists, and what is left of each; of several with one key, first with first."""
    partners = dict(_numbered(new, key))
    pairs: Pairs[T] = []
    left = []
    for place, one in _numbered(old, key):
        if place in partners:
            pairs.append((one, partners.pop(place)))
        else:
            left.append(one)
    return pairs, left, list(partners.values())


def _numbered(items: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[tuple[tuple[Hashable, int], T]]:
    seen: Counter[Hashable] = Counter()
    for item in items:
        found = key(item)
        seen[found] += 1
        yield (found, seen[found]), item


def _pair_programmes(old: Sequence[Programme], new: Sequence[Programme]) -> Pairs[Programme]:
    pairs, left, right = pair_equal(old, new, lambda each: each.programme_id)
    return [*pairs, *pair_symmetrically(left, right, _programme_likeness, lambda each: each.programme_id)]


def _programme_likeness(one: Programme, other: Programme) -> float:
    """Share of titles of sessions in common, more for one title of the event; 0 below `SAME_PROGRAMME`."""
    left, right = (
        Counter(fold(each.title) for each in found.sessions if each.kind is Kind.SESSION) for found in (one, other)
    )
    total = left.total() + right.total()
    shared = 2 * (left & right).total() / total if total else 0.0
    if shared < SAME_PROGRAMME:
        return 0.0
    return shared + 0.2 * bool(one.title and other.title and near_text(one.title, other.title))


def _pair_sessions(old: Programme | None, new: Programme | None) -> list[SessionPair]:
    left, right = _items(old), _items(new)
    if not old or not new:
        return [*(SessionPair(each.session, None) for each in left), *(SessionPair(None, e.session) for e in right)]
    # Without the id of the programme, which changes with the name of the file.
    same, left, right = pair_equal(
        left, right, lambda each: each.session.session_id.removeprefix(each.session.programme_id)
    )
    found = [SessionPair(one.session, other.session, Pairing.IDENTIFIER) for one, other in same if one and other]
    titles: defaultdict[str, tuple[list[_Item], list[_Item]]] = defaultdict(lambda: ([], []))
    for side, items in enumerate((left, right)):
        for item in items:
            titles[item.title][side].append(item)
    alone: tuple[list[_Item], list[_Item]] = ([], [])
    for _, (ones, others) in sorted(titles.items()):
        for each in _judge(ones, others):
            found += [each.told] if each.one and each.other else []
            alone[0].extend([each.one] if each.one and not each.other else [])
            alone[1].extend([each.other] if each.other and not each.one else [])
    return [*found, *(each.told for each in _judge(*alone))]


class _Judged(NamedTuple):
    one: _Item | None
    other: _Item | None
    told: SessionPair


def _judge(old: Sequence[_Item], new: Sequence[_Item]) -> Iterator[_Judged]:
    """The best pairs of two lists; where another partner would do nearly as well, the pair is told as ambiguous."""
    for one, other in pair_symmetrically(old, new, _likeness, lambda each: each.key):
        if not one or not other:
            yield _Judged(one, other, SessionPair(one and one.session, other and other.session))
            continue
        enough = max(_likeness(one, other) - DOUBT, DOUBT)
        rivals = (
            [each for each in old if each is not one and _likeness(each, other) >= enough],
            [each for each in new if each is not other and _likeness(one, each) >= enough],
        )
        ids = [tuple(sorted(each.session.session_id for each in found)) for found in rivals]
        pairing = Pairing.AMBIGUOUS if any(ids) else Pairing.LIKENESS
        yield _Judged(one, other, SessionPair(one.session, other.session, pairing, *ids))


def _items(programme: Programme | None) -> list[_Item]:
    sessions = programme.sessions if programme else ()
    days = sorted({session.date for session in sessions if session.date})
    return [
        _Item(
            session,
            days.index(session.date) if session.date else None,
            fold(session.title) or squash(session.title),
            frozenset(fold(each.name) for each in session.interventions if each.name),
            session.model_dump_json(),
        )
        for session in sessions
    ]


def _likeness(one: _Item, other: _Item) -> float:
    """Likeness of title, day, hour, room and people; 0 for two sessions that cannot be the same."""
    left, right = one.session, other.session
    alike = 1.0 if one.title == other.title else similarity(left.title, right.title)
    people = one.people | other.people
    shared = len(one.people & other.people) / len(people) if people else 0.0
    slot = left.date == right.date and left.start == right.start is not None and left.kind is right.kind
    if alike < NEAR_TITLE and not (slot and max(alike, shared) >= SAME_IN_SLOT):
        return 0.0
    day = 0.4 if left.date == right.date else 0.3 * (one.day is not None and one.day == other.day)
    place = 0.1 * (left.room == right.room)
    return alike + day + 0.4 * _nearness(left.start, right.start) + place + 0.1 * shared


def _nearness(one: dt.time | None, other: dt.time | None) -> float:
    """1 for the same hour, 0 from two hours of difference on."""
    if one is None or other is None:
        return float(one is other)
    minutes = abs(minutes_of(one) - minutes_of(other))
    return max(0.0, 1 - minutes / _NEAR_MINUTES)
