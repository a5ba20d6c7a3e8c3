"""Labelled stretches to items: which function and which bodies go with which name.

Only the order of the stretches and the signs between them count, no word list: « NAME, ROLE de ORG et NAME (ORG) ».
What the grammar of `ties` reads with its words, this reads without them, wherever a model has labelled the text.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.lexicon import ABBREVIATED
from pipeline.people.bodies import Stretch, overlap
from pipeline.people.fields_of_work import names_field
from pipeline.people.names import Name
from pipeline.people.role_ends import holds_state, pleads_at, teaches
from pipeline.people.sharing import Item
from pipeline.people.ties import Ties
from pipeline.tagger import Entity
from pipeline.wording import BULLETS, is_place, match_head, match_role

# A sentence ends, a list item begins: what stands beyond is said of somebody else.
_STOP = re.compile(rf"{ABBREVIATED}[.!?]\s+(?=[«\"A-ZÀ-Þ])|[;\n{BULLETS}]")
# « …, et la Ville de Vézac », « et l'équipe de Rivages »: a body that takes part itself.
_SOMEBODY_ELSE = re.compile(r"(?:[,;]\s*|\s)et\s+(?:l['’]|la\s|le\s|les\s)(?:équipe\s(?:d\S+\s?)?)?$", re.I)
# « Canal Sud (NAME) et Rivages »: behind the parenthesis a name stands in, the list goes on.
_CLOSED = re.compile(r"[^(]*\)\s*(?:,|et\b|&)")
_ONLY_JOINED = re.compile(r"[ ,:&/–—-]*(?:et/ou|et|ou|ainsi que|puis|&)?[ ,:]*(?:M\.|Mme|Dr|Pr)? *", re.I)
# What leads from a heading to the names it holds for: a colon, a parenthesis.
_LEADS = re.compile(r"[^.;\n]{0,24}(?::|\()\s*(?:M\.|Mme|Dr|Pr)?\s*", re.I)
_BEGINS = re.compile(rf"(?:^|[\n,;:(./&|–—«{BULLETS}-]|\b(?:et|ou|avec|par|de|d['’]|M\.|Mme|Dr|Pr|puis))\s*$", re.I)
# Beyond so many signs without a label, what follows is prose; so many labels at most lead to a name.
_REACH = 60
_MAX_LEADING = 8
_MAX_BODIES = 4

# The bar of a lawyer is part of the function, with its town: « avocate au barreau de Brou ».
_BAR = re.compile(r".*\bbarreau\s+(?:de\s+|du\s+|des\s+|d['’])(?:la\s+|l['’])?", re.S)
# « conseillère déléguée à l'ESS », « en charge du numérique »: the body behind names the task.
_TASK = re.compile(r"\b(?:déléguée?s?\s+(?:à|aux?)|en charge\s+d[eu'’])", re.I)


class Linked(NamedTuple):
    """A name and what is said of it, as stretches of the text; bodies in printed order."""

    name: Stretch
    roles: tuple[Stretch, ...] = ()
    bodies: tuple[Stretch, ...] = ()


def link_spans(text: str, spans: Sequence[Entity]) -> list[Linked]:
    """The people of a text with their functions and bodies.

    Args:
        text: the text.
        spans: its labelled stretches in order and apart; PER, ROLE and ORG count, others only part.

    Example: « <Léa Durand>, {directrice} de [Canal Sud] et <Omar Vasseur> ([Rivages]) » → Léa Durand: directrice,
    Canal Sud; Omar Vasseur: Rivages.
    """
    places = [number for number, span in enumerate(spans) if span.label == "PER"]
    linked = []
    for order, place in enumerate(places):
        limit = places[order + 1] if order + 1 < len(places) else len(spans)
        before = places[order - 1] + 1 if order else 0
        headed = _heading(text, spans, before, place)
        told = (*headed, *_following(text, spans, place, limit))
        said = [span for span in told if any(map(str.isalpha, text[span.start : span.end]))]
        roles = tuple(_stretch(span) for span in said if span.label == "ROLE")
        bodies = tuple(_stretch(span) for span in said if span.label == "ORG")
        linked.append(Linked(_stretch(spans[place]), roles, bodies[:_MAX_BODIES]))
    return _shared(text, linked)


def _stretch(span: Entity) -> Stretch:
    return Stretch(span.start, span.end)


def _following(text: str, spans: Sequence[Entity], place: int, limit: int) -> list[Entity]:
    """The labels behind a name that are said of it."""
    said: list[Entity] = []
    end = spans[place].end
    for number in range(place + 1, limit):
        span = spans[number]
        gap = text[end : span.start]
        if _STOP.search(text, end, span.start + 1) or len(gap) > _REACH or _CLOSED.match(gap):
            break
        if said and _SOMEBODY_ELSE.search(gap):
            break
        if limit - number <= _MAX_LEADING and _is_heading(text, spans, number, limit):
            break
        led = text[said[-1].start : span.start] if said and said[-1].label == "ROLE" else ""
        if _BAR.fullmatch(led) or any(part_of(led, text[span.start :]) for part_of in (pleads_at, teaches)):
            said[-1] = said[-1]._replace(end=span.end)
        elif span.label in ("ROLE", "ORG"):
            said.append(span)
        elif span.label == "OTHER":
            break
        end = span.end
    return said


def _heading(text: str, spans: Sequence[Entity], begin: int, place: int) -> list[Entity]:
    """The labels before a name that lead to it: « directrice de Canal Sud : Léa Durand »."""
    numbers = range(max(begin, place - _MAX_LEADING), place)
    first = next((number for number in numbers if _is_heading(text, spans, number, place)), place)
    return [span for span in spans[first:place] if span.label in ("ROLE", "ORG")]


def _is_heading(text: str, spans: Sequence[Entity], number: int, place: int) -> bool:
    """Whether the labels from `number` on, in one item, lead to the name at `place`."""
    if place >= len(spans) or not _LEADS.fullmatch(text[spans[place - 1].end : spans[place].start]):
        return False
    start = text[max(0, spans[number].start - 12) : spans[number].start]
    opens = number == 0 or bool(_STOP.search(start + " ")) or start.rstrip().endswith(",")
    within = all(
        not _STOP.search(text, one.end, other.start + 1)
        for one, other in zip(spans[number:place], spans[number + 1 : place], strict=False)
    )
    return opens and within


def _shared(text: str, linked: Sequence[Linked]) -> list[Linked]:
    """Names in one breath share what is said of the last: « A et B de l'équipe X »; a function only in the plural."""
    found = list(linked)
    for number in range(len(found) - 2, -1, -1):
        one, other = found[number], found[number + 1]
        if one.roles or one.bodies or not _ONLY_JOINED.fullmatch(text[one.name.end : other.name.start]):
            continue
        behind = [role for role in other.roles if role.start > other.name.start]
        plural = behind and text[behind[0].start : behind[0].end].split()[0].endswith("s")
        found[number] = one._replace(roles=tuple(behind) if plural else (), bodies=other.bodies)
    return found


def complete_items(text: str, items: Sequence[Item], entities: Sequence[Entity]) -> list[Item]:
    """What the grammar read of people, completed by what a model labelled.

    The grammar goes first, since it knows what a list of people can hold. The model has the last word where the
    grammar says nothing of a name, or where one of its stretches holds both what the model calls a function and what
    it calls a body; and a name of the model that the grammar passed over counts when something is said of it.

    Args:
        text: the block.
        items: its people as the grammar reads them.
        entities: what the model labelled; without a function among the labels nothing is changed.
    """
    if not any(entity.label == "ROLE" for entity in entities):
        return list(items)
    linked = link_spans(text, entities)
    completed = []
    for item in items:
        other = next((each for each in linked if overlap(each.name, item.name)), None)
        completed.append(item if other is None else item._replace(ties=_better(text, item.ties, other)))
    # What stands in brackets behind a name is of that: « Léa Durand, éclusière (Port Notre-Dame) ».
    bracketed = [body for item in items for body in item.ties.bodies if text[: body.start].endswith("(")]
    known = [*(Stretch(item.name.start, item.name.end) for item in items), *bracketed]
    missed = [each for each in linked if not any(overlap(each.name, stretch) for stretch in known)]
    for each in missed:
        if (each.roles or each.bodies) and _is_listed(text, each.name, entities):
            ends = [each.name.end, *(said.end for said in (*each.roles, *each.bodies))]
            name = Name(each.name.start, each.name.end, each.name.start)
            tail = Stretch(each.name.end, max(ends))
            completed.append(Item(name, tail, Ties(each.roles, each.bodies, False)))
    return sorted(completed, key=lambda item: item.name.start)


def _is_listed(text: str, name: Stretch, entities: Sequence[Entity]) -> bool:
    """Whether a name of two words or more begins where names of lists do, and not with a town: not « Paris Tech »."""
    words = text[name.start : name.end].split()
    if len(words) < 2 or not (words[0][:1].isupper() and words[-1][:1].isupper()):
        return False
    if is_place(words[0]) or match_role(text[name.start : name.end]):
        return False
    before = text[max(0, name.start - 40) : name.start]
    if (last := before.split()[-1:]) and (head := match_head(last[0])) and head.end() == len(last[0]):
        return False  # « Haute École Léa Durand »
    # Where signs were lost on the way, what is labelled before it ends there.
    follows = any(entity.end < name.start and not text[entity.end : name.start].strip() for entity in entities)
    return follows or bool(_BEGINS.search(before))


def _better(text: str, ties: Ties, linked: Linked) -> Ties:
    """The ties of the grammar, or those of the model where the grammar has none or has run two things together."""
    if not (linked.roles or linked.bodies):
        return ties
    if not (ties.roles or ties.bodies):
        return ties._replace(roles=linked.roles, bodies=linked.bodies)
    if any(_runs_together(text, part, ties.roles, ties.bodies) for part in (*linked.roles, *linked.bodies)):
        return ties
    if any(_begins_body(text, role, ties.bodies) for role in linked.roles):
        return ties
    whole = [role for role in ties.roles if not _is_held_for(text, role, linked.bodies)]
    if any(_runs_together(text, part, linked.roles, linked.bodies) for part in (*whole, *ties.bodies)):
        return ties._replace(roles=linked.roles, bodies=linked.bodies)
    return ties


def _begins_body(text: str, role: Stretch, bodies: Sequence[Stretch]) -> bool:
    """Whether what a model takes for a function is the first word of a body, and none: « Port de Vézac »."""
    told = text[role.start].islower() or match_role(text[role.start : role.end])
    return not told and any(role.start == body.start for body in bodies)


def _is_held_for(text: str, role: Stretch, bodies: Sequence[Stretch]) -> bool:
    """Whether what a model takes for bodies in a function is what it is held for: a task, state, field or town."""
    held = [body for body in bodies if overlap(body, role)]
    if all(_TASK.search(text, role.start, body.start) for body in held):
        return True  # « conseillère déléguée à l'ESS et aux rives »
    inside = [text[body.start : body.end] for body in held]
    return holds_state(text[role.start : role.end]) or all(
        (is_place(body) and " " not in body) or names_field(body) for body in inside
    )


def _runs_together(text: str, part: Stretch, roles: Sequence[Stretch], bodies: Sequence[Stretch]) -> bool:
    """Whether a stretch holds a function and, behind it and a word between, a body.

    « Chef de produit Cartographies »: what follows without a word between is the field of the function, no body.
    """
    return any(
        overlap(part, role) and overlap(part, body) and bool(text[role.end : body.start].strip())
        for role in roles
        for body in bodies
    )
