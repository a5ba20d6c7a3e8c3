"""Who is taken for whom among invented people and bodies, and how the time grows with their number."""

import argparse
import gc
import sys
import time
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bench import write_table

from pipeline.identity.resolve import Resolution, resolve_identities
from pipeline.synthetic.identities import Truth, invent_identities

SIZES = (125, 250, 500, 1000)


class Agreement(NamedTuple):
    """Over pairs of mentions: of those given one identity the share that has one, and the other way round."""

    precision: float
    recall: float


class Measure(NamedTuple):
    """What one size gave."""

    programmes: int
    mentions: int
    seconds: float
    persons: Agreement
    bodies: Agreement
    suggested: float
    suggestions: int


def agreement(pairs: Iterable[tuple[Hashable, Hashable]]) -> Agreement:
    """Pairwise precision and recall of what is given against what is true, over mentions.

    Args:
        pairs: the given and the true identity of each mention.
    """
    listed = list(pairs)
    both = _couples(Counter(listed))
    given = _couples(Counter(pair[0] for pair in listed))
    true = _couples(Counter(pair[1] for pair in listed))
    return Agreement(both / given if given else 1.0, both / true if true else 1.0)


def _couples(counts: Mapping[Hashable, int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def compare(truth: Truth, found: Resolution) -> tuple[Agreement, Agreement, float]:
    """Agreement on persons and on bodies, and the share of misprinted names that are suggested."""
    persons: dict[str, str] = {}
    bodies: list[tuple[str, int]] = []
    for programme in found.programmes:
        for session in programme.sessions:
            for intervention in session.interventions:
                key = intervention.intervention_id
                persons[key] = intervention.person_id or ""
                bodies += [
                    (each.organisation_id, truth.bodies[key, each.order])
                    for each in intervention.affiliations
                    if (key, each.order) in truth.bodies
                ]
    people = agreement((persons[key], who) for key, who in truth.persons.items())
    return people, agreement(bodies), _suggested(truth, found, persons)


def _suggested(truth: Truth, found: Resolution, persons: Mapping[str, str]) -> float:
    """Of persons who stand apart for a misprint, the share that is suggested with the true person."""
    pairs = {frozenset((row.first_id, row.second_id)) for row in found.suggestions}
    known: dict[int, set[str]] = {}
    for key, who in truth.persons.items():
        if key not in truth.misprints:
            known.setdefault(who, set()).add(persons[key])
    apart = [
        (persons[key], known[truth.persons[key]])
        for key in sorted(truth.misprints)
        if truth.persons[key] in known and persons[key] not in known[truth.persons[key]]
    ]
    hits = sum(any(frozenset((mine, other)) in pairs for other in others) for mine, others in apart)
    return hits / len(apart) if apart else 1.0


def measure(programmes: int, seed: int = 0, runs: int = 1) -> Measure:
    """Resolve invented programmes; of several runs the quickest tells what it costs."""
    truth = invent_identities(programmes, seed)
    seconds = float("inf")
    for _ in range(runs):
        gc.collect()
        gc.freeze()  # the invented programmes are none of the work that is measured
        began = time.process_time()
        found = resolve_identities(truth.programmes)
        seconds = min(seconds, time.process_time() - began)
        gc.unfreeze()
    persons, bodies, suggested = compare(truth, found)
    return Measure(programmes, len(truth.persons), seconds, persons, bodies, suggested, len(found.suggestions))


def table(measures: Sequence[Measure]) -> str:
    """The measures in Markdown; « × » is the time over that of the row before."""
    rows = [
        "| programmes | mentions | s | × | persons P | R | bodies P | R | misprints suggested | suggestions |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    growth = [None, *(after.seconds / before.seconds for before, after in pairwise(measures))]
    for each, times in zip(measures, growth, strict=True):
        shares = (*each.persons, *each.bodies, each.suggested)
        rows.append(
            f"| {each.programmes:,} | {each.mentions:,} | {each.seconds:.1f} | {f'{times:.2f}' if times else ''} | "
            f"{' | '.join(f'{share:.4f}' for share in shares)} | {each.suggestions:,} |"
        )
    return "\n".join(rows)


def main() -> None:
    """Measure, print, and write README.md unless told not to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES), help="numbers of programmes")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--runs", type=int, default=3, help="runs of each size (3)")
    parser.add_argument("--no-write", action="store_true", help="leave README.md as it is")
    options = parser.parse_args()
    measures = []
    for size in options.sizes:
        measures.append(measure(size, options.seed, options.runs))
        print(f"{size} programmes: {measures[-1].seconds:.1f} s", file=sys.stderr)
    text = table(measures)
    print(text)
    if not options.no_write:
        write_table(text, name="identities")


if __name__ == "__main__":
    main()
