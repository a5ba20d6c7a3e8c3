"""Which organisations take part in the same sessions, as a circle of names joined by curves."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

# More names than this would not be legible around one circle.
MOST = 40
# The circle grows with its names, from one radius to another.
RADII, STEP, LABEL, MARGIN = (70.0, 240.0), 6.5, 38, 275.0


class Node(NamedTuple):
    """An organisation on the circle; `turned` tells that its label is written towards the centre."""

    key: str
    label: str
    sessions: int
    x: float
    y: float
    angle: float
    turned: bool


class Edge(NamedTuple):
    """Two organisations that share sessions: the curve between them, and how many."""

    one: str
    other: str
    sessions: int
    path: str


class Network(NamedTuple):
    """The picture; `left_out` counts organisations that share a session and have no room in it."""

    side: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def link_organisations(sessions: Iterable[Sequence[str]], labels: Mapping[str, str]) -> Network:
    """The network of the organisations that share most sessions.

    Args:
        sessions: the organisations of each session, by id.
        labels: how each is called.
    """
    appearances: Counter[str] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    for each in sessions:
        present = sorted(set(each))
        appearances.update(present)
        shared.update(combinations(present, 2))
    weight: Counter[str] = Counter()
    for (one, other), number in shared.items():
        weight[one] += number
        weight[other] += number
    ranked = sorted(weight, key=lambda key: (-appearances[key], -weight[key], labels[key]))
    chosen = set(ranked[:MOST])
    kept = {pair: number for pair, number in shared.items() if chosen.issuperset(pair)}
    order = _around(chosen, kept, weight, labels)
    radius = min(RADII[1], max(RADII[0], STEP * len(order)))
    centre = round(radius + MARGIN)
    places = {key: _place(rank, len(order), centre, radius) for rank, key in enumerate(order)}
    nodes = tuple(_node(key, labels[key], appearances[key], places[key]) for key in order)
    edges = tuple(
        Edge(labels[one], labels[other], number, _curve(places[one], places[other], centre))
        for (one, other), number in sorted(kept.items(), key=lambda item: (item[1], item[0]))
    )
    return Network(2 * centre, nodes, edges, len(ranked) - len(order))


def _around(
    chosen: set[str], kept: Mapping[tuple[str, str], int], weight: Mapping[str, int], labels: Mapping[str, str]
) -> list[str]:
    """The order on the circle: each followed by those it shares most with, so that few curves cross."""
    near: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for (one, other), number in kept.items():
        near[one].append((number, labels[other], other))
        near[other].append((number, labels[one], one))
    order: dict[str, None] = {}
    waiting = sorted((key for key in chosen if near[key]), key=lambda key: (weight[key], labels[key]))
    while waiting:
        key = waiting.pop()
        if key not in order:
            order[key] = None
            waiting += [other for _, _, other in sorted(near[key]) if other not in order]
    return list(order)


def _place(rank: int, number: int, centre: float, radius: float) -> tuple[float, float, float]:
    """Where a name stands: x, y, angle in degrees."""
    angle = 360 * rank / number - 90
    turn = math.radians(angle)
    return centre + radius * math.cos(turn), centre + radius * math.sin(turn), angle


def _node(key: str, label: str, sessions: int, place: tuple[float, float, float]) -> Node:
    x, y, angle = place
    short = label if len(label) <= LABEL else label[: LABEL - 1].rstrip() + "…"
    return Node(key, short, sessions, round(x, 1), round(y, 1), round(angle, 1), turned=90 < angle < 270)


def _curve(one: tuple[float, float, float], other: tuple[float, float, float], centre: float) -> str:
    return f"M{one[0]:.1f} {one[1]:.1f}Q{centre} {centre} {other[0]:.1f} {other[1]:.1f}"
