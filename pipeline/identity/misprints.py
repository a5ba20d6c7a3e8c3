"""Pairs of records that look like misprints of one another: found by blocks, so that the cost follows the number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from pipeline.lexicon import PLACES
from pipeline.wording import is_first_name, plain

# A block that holds more is a common word, no clue.
_LARGEST_BLOCK = 40
_SHORTEST = 6
NEAR_PERSON = 0.8
NEAR_BODY = 0.9


class Known(NamedTuple):
    """A person as they are compared: key of the name, first name and surname where they are told apart, bodies."""

    key: str
    given: str | None
    family: str | None
    bodies: frozenset[int]


def near_persons(persons: Mapping[int, Known]) -> set[tuple[int, int]]:
    """Persons whose names differ by a letter, or who share a body and a first name or surname and are nearly alike.

    Two first names are two people, unless they share a body: « Mathieu » may be « Matthieu » then.
    """
    keys = {item: person.key for item, person in persons.items()}
    pairs = {pair for pair in _near_by_letter(keys) if _are_near(persons[pair[0]], persons[pair[1]])}
    blocks: dict[tuple[int, str], list[int]] = defaultdict(list)
    for item, person in persons.items():
        for word in {f"1 {person.given}", f"2 {person.family}"} if person.given and person.family else ():
            for body in person.bodies:
                blocks[body, word].append(item)
    for pair in _pairs_of(blocks.values()):
        alike = pair not in pairs and (_ratio(keys, pair) >= NEAR_PERSON or is_part(*(keys[item] for item in pair)))
        if alike and _are_near(persons[pair[0]], persons[pair[1]]):
            pairs.add(pair)
    return pairs


def is_part(one: str, other: str) -> bool:
    """Whether a name has all the words of another and more: « Léa Durand », « Léa Durand Roux »."""
    left, right = set(one.split()), set(other.split())
    return left < right or right < left


def _are_near(one: Known, other: Known) -> bool:
    shared = bool(one.bodies & other.bodies)
    if is_part(one.key, other.key):
        return shared and min(len(one.key.split()), len(other.key.split())) > 1
    return _may_be_misprint(one.key, other.key, shared)


def near_bodies(keys: Mapping[int, str]) -> set[tuple[int, int]]:
    """Bodies whose names differ by a letter, or share a rare word and are nearly the same."""
    words: dict[str, list[int]] = defaultdict(list)
    for item, key in keys.items():
        for word in set(key.split()):
            words[word].append(item)
    blocks: dict[str, list[int]] = defaultdict(list)
    for item, key in keys.items():
        rarest = sorted({word for word in key.split() if len(word) > 3}, key=lambda word: (len(words[word]), word))
        for word in rarest[:2]:
            blocks[word].append(item)
    pairs = set(_near_by_letter(keys))
    pairs.update(pair for pair in _pairs_of(blocks.values()) if _ratio(keys, pair) >= NEAR_BODY)
    return {pair for pair in pairs if _may_be_misprint(keys[pair[0]], keys[pair[1]])}


def score_of(one: str, other: str) -> float:
    """How alike two keys are, from 0 to 1."""
    from rapidfuzz import fuzz

    return round(fuzz.ratio(one, other) / 100, 3)


def _ratio(keys: Mapping[int, str], pair: tuple[int, int]) -> float:
    return score_of(keys[pair[0]], keys[pair[1]])


def _near_by_letter(keys: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Pairs one letter apart: they are the same once a letter of one, or one of each, is left out."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for item, key in keys.items():
        if len(key) >= _SHORTEST:
            for text in {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}:
                blocks[text].append(item)
    for pair in _pairs_of(blocks.values()):
        if _ratio(keys, pair) >= 0.8:
            yield pair


def _pairs_of(blocks: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    for block in blocks:
        if 1 < len(block) <= _LARGEST_BLOCK:
            yield from combinations(sorted(set(block)), 2)


_PLACES = frozenset(plain(name.strip()) for name in PLACES)


def _may_be_misprint(one: str, other: str, shared: bool = False) -> bool:
    """Whether the words that differ may be one word: not two numbers, letters, places, nor first names unshared."""
    left, right = set(one.split()), set(other.split())
    mine, yours = " ".join(sorted(left - right)), " ".join(sorted(right - left))
    if not mine or not yours:
        return mine == yours
    if any(word.isdigit() or len(word) == 1 for text in (mine, yours) for word in text.split()):
        return False
    if mine in _PLACES and yours in _PLACES:
        return False
    return shared or not (is_first_name(mine) and is_first_name(yours))
