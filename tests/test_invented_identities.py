"""Invented identities: drawn from a seed, told apart with few faults, at a cost that follows their number."""

import sys

from runs import ROOT

sys.path.append(str(ROOT / "benchmarks"))

from identities import Agreement, agreement, compare, table
from identities import measure as measure_size

from pipeline.identity.resolve import resolve_identities
from pipeline.synthetic.identities import SESSIONS, SPEAKERS, invent_identities


def test_a_seed_gives_the_same_identities() -> None:
    one, other = invent_identities(3, seed=5), invent_identities(3, seed=5)
    assert one == other
    assert invent_identities(3, seed=6).programmes != one.programmes
    assert len(one.persons) == 3 * SESSIONS * SPEAKERS


def test_agreement_counts_pairs() -> None:
    assert agreement([("a", 1), ("a", 1), ("b", 1), ("b", 2)]) == Agreement(1 / 2, 1 / 3)
    assert agreement([]) == Agreement(1.0, 1.0)


def test_invented_people_and_bodies_are_told_apart() -> None:
    truth = invent_identities(40)
    persons, bodies, suggested = compare(truth, resolve_identities(truth.programmes))
    assert min(persons.precision, bodies.precision) >= 0.995
    assert min(persons.recall, bodies.recall) >= 0.95
    assert suggested >= 0.9


def test_twice_the_mentions_cost_about_twice_the_time() -> None:
    measure_size(5)  # what is read once is read now
    small, large = (min(measure_size(size).seconds for _ in range(2)) for size in (20, 40))
    assert large < 3.5 * small + 0.2


def test_the_table_tells_growth() -> None:
    rows = table([measure_size(2), measure_size(4)]).splitlines()
    assert len(rows) == 4
    assert rows[3].startswith("| 4 | 400 |")
