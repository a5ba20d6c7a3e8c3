"""Who takes part in an invented session, and in which capacity."""

import random

from pipeline.document import Capacity
from pipeline.synthetic import bodies
from pipeline.synthetic.event import Credit, Guest
from pipeline.synthetic.plans import Plan
from pipeline.synthetic.roles import invent_collective, invent_guest

# How often somebody met before comes back, a body stands for its people, somebody is not sure to come,
# several people are told with one affiliation.
_AGAIN, _COLLECTIVE, _TENTATIVE, _SHARED = 0.07, 0.06, 0.035, 0.27
# What people who share an affiliation may have in common, in the plural.
_SHARED_ROLES = (
    "chargées de mission|chercheurs en sciences sociales|doctorants|médiateurs numériques|co-présidentes|bénévoles|"
    "enseignantes-chercheuses|comédiens|facilitatrices|ingénieurs d'études|élèves"
).split("|")
# People of a town and of the State who open events.
_HOSTS = {"elected": 3.0, "authority": 4.0, "official": 3.0, "academic": 2.0}


def cast_session(plan: Plan, rng: random.Random, met: list[Guest], led: bool = False) -> tuple[Credit, ...]:
    """The people of a session, or nobody where the event names none.

    Args:
        plan: The settings of the event.
        rng: Where all choices come from.
        met: Those who took part before; newcomers are added.
        led: Whether somebody leads those who speak (a round table), whatever the kind of event.
    """
    if rng.random() >= plan.credits:
        return ()
    count = rng.choices([1, 2, 3, 4, 5, 7], [34, 28, 18, 11, 6, 3])[0]
    if plan.genre.scholarly or plan.genre.festive:
        speaks = Capacity.INTERVENTION
    else:
        speaks = rng.choice([Capacity.ANIMATION, Capacity.INTERVENTION])
    if led or (count > 2 and rng.random() < 0.35):
        lead = Capacity.MODERATION if led or rng.random() < 0.5 else Capacity.ANIMATION
        guests = invite(count + 1, plan, rng, met)
        credits = [Credit(lead, guests[:1]), Credit(Capacity.INTERVENTION, guests[1:])]
        return tuple(credits if rng.random() < 0.6 else reversed(credits))
    return (cast_group(count, speaks, plan, rng, met),)


def cast_talk(plan: Plan, rng: random.Random, met: list[Guest]) -> tuple[Credit, ...]:
    """The one to three people of a talk."""
    if not plan.credits or rng.random() < 0.06:
        return ()
    return (cast_group(rng.choices([1, 2, 3], [78, 17, 5])[0], Capacity.INTERVENTION, plan, rng, met),)


def cast_chair(plan: Plan, rng: random.Random, met: list[Guest]) -> tuple[Credit, ...]:
    """Who chairs a session of talks: mostly one person."""
    if not plan.credits or rng.random() < 0.25:
        return ()
    chairs = invite(rng.choices([1, 2], [85, 15])[0], plan, rng, met)
    return (Credit(Capacity.MODERATION, tuple(guest for guest in chairs if guest.last) or chairs[:1]),)


def cast_hosts(plan: Plan, rng: random.Random, met: list[Guest]) -> tuple[Credit, ...]:
    """Those who open or close an event: elected people, heads of bodies; or nobody."""
    if not plan.credits or rng.random() < 0.35:
        return ()
    guests = [invent_guest(rng, _HOSTS, 0.05) for _ in range(rng.randint(1, 4))]
    met += guests
    return (Credit(Capacity.INTERVENTION, tuple(_doubt(guest, rng) for guest in guests)),)


def cast_group(count: int, capacity: Capacity, plan: Plan, rng: random.Random, met: list[Guest]) -> Credit:
    """People in one capacity; now and then several are told with one affiliation."""
    guests = invite(count, plan, rng, met)
    if 2 <= count <= 4 and rng.random() < _SHARED and all(guest.last for guest in guests):
        body = rng.choice([bodies.invent_laboratory, bodies.invent_service, bodies.invent_association])(rng)
        role = rng.choice(_SHARED_ROLES) if rng.random() < 0.3 else ""
        plain = (guest._replace(role=role, bodies=(body,), biography="", tentative=False) for guest in guests)
        return Credit(capacity, tuple(plain), shared=True)
    return Credit(capacity, guests)


def invite(count: int, plan: Plan, rng: random.Random, met: list[Guest]) -> tuple[Guest, ...]:
    """So many guests, all different, some of them met before."""
    found: list[Guest] = []
    while len(found) < count:
        draw = rng.random()
        if draw < _AGAIN and met:
            guest = rng.choice(met)
        elif draw < _AGAIN + _COLLECTIVE and not plan.genre.scholarly:
            guest = invent_collective(rng)
        else:
            guest = invent_guest(rng, plan.topic.walks, plan.genre.sparse, plan.biographies)
            met.append(guest)
        if all((guest.first, guest.last, guest.collective) != (one.first, one.last, one.collective) for one in found):
            found.append(_doubt(guest, rng))
    return tuple(found)


def _doubt(guest: Guest, rng: random.Random) -> Guest:
    return guest._replace(tentative=True) if rng.random() < _TENTATIVE else guest
