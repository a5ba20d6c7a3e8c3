"""Hand-made gold turned into labelled blocks: the text of a document with the people, functions and bodies in it."""

import re
from collections.abc import Iterable

from pipeline.evaluate.gold import GoldPerson, GoldSession
from pipeline.people.bodies import overlap
from pipeline.tagger import Entity
from pipeline.training.labelled import Labelled


def label_block(text: str, sessions: Iterable[GoldSession]) -> Labelled:
    """Mark in a text what the gold of its sessions names; what cannot be read there as it stands is left out.

    A function or a body is marked where it stands nearest to one of the people it is told of.
    """
    found: dict[tuple[int, int], str] = {}
    for session in sessions:
        for person in session.people:
            for spot in _names(text, person):
                found.setdefault(spot, "PER")
                said = [(person.role, "ROLE")] if person.role else []
                for words, label in [*said, *((body, "ORG") for body in person.organisations)]:
                    near = _nearest(text, words, spot)
                    if near:
                        found.setdefault(near, label)
        for collective in session.collectives:
            for body in (collective.organisation, *collective.accepted):
                if body:
                    found.update(dict.fromkeys(_spots(text, body)[:1], "ORG"))
    return Labelled(text, _apart(Entity(*spot, label) for spot, label in found.items()))


def _names(text: str, person: GoldPerson) -> list[tuple[int, int]]:
    """Where a name stands, its last name first or not."""
    words = person.name.split()
    orders = [words, *([*words[cut:], *words[:cut]] for cut in range(1, len(words)))]
    return next((spots for order in orders if (spots := _spots(text, " ".join(order)))), [])


def _spots(text: str, words: str) -> list[tuple[int, int]]:
    spaced = r"[\s,]+".join(re.escape(word).replace("'", "['’]") for word in words.replace("’", "'").split())
    return [found.span() for found in re.finditer(rf"(?<!\w){spaced}(?!\w)", text, re.I)]


def _nearest(text: str, words: str, name: tuple[int, int]) -> tuple[int, int] | None:
    """The occurrence behind the name, else the last one before it."""
    spots = _spots(text, words)
    behind = [spot for spot in spots if spot[0] >= name[1]]
    return behind[0] if behind else spots[-1] if spots else None


def _apart(spans: Iterable[Entity]) -> tuple[Entity, ...]:
    """Spans in reading order, the longer of two that overlap; a name before all else."""
    kept: list[Entity] = []
    for span in sorted(spans, key=lambda each: (each.label != "PER", each.start - each.end)):
        if not any(overlap(span, other) for other in kept):
            kept.append(span)
    return tuple(sorted(kept))
