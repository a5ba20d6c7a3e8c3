"""Invented events: what happens when, where, about what and with whom."""

import datetime as dt
import random

from pipeline.document import Kind
from pipeline.synthetic import bodies, moments
from pipeline.synthetic.casting import cast_hosts
from pipeline.synthetic.event import Event, Item
from pipeline.synthetic.people import invent_town
from pipeline.synthetic.plans import Plan, make_plan
from pipeline.synthetic.sessions import Draft, invent_session
from pipeline.synthetic.timetable import Slot, make_day
from pipeline.synthetic.titles import CLOSINGS, OPENINGS, fill_title, format_of
from pipeline.synthetic.typesetting import draw_signs, set_signs

VENUES = (
    "Maison des associations|Palais des congrès|Université, bâtiment B|Hôtel de Ville|Le Quai 10|"
    "Médiathèque centrale|Espace Condorcet|Halle aux grains|Château|Salle des fêtes|Campus Sud|Cité des métiers"
).split("|")
_FIRST_DAY, _LAST_DAY = dt.date(2014, 1, 6), dt.date(2027, 12, 1)


def make_event(rng: random.Random, days: int | None = None, per_day: int | None = None) -> Event:
    """Invent an event; the same state of `rng` gives the same event.

    Args:
        rng: Where all choices come from.
        days: How many days it lasts (1 to 4 when not given).
        per_day: About how many sessions a day has, parallel ones counted one by one, talks and breaks not counted.
    """
    plan = make_plan(rng)
    count = days or rng.choices([1, 2, 3, 4], [38, 36, 18, 8])[0]
    first = _first_day(count, plan, rng)
    draft = Draft(plan, rng, [], set())
    items: list[Item] = []
    for number in range(count):
        date = first + dt.timedelta(days=number)
        each = per_day or rng.choice([3, 4, 4, 5, 6, 6, 8, 10]) * (2 if plan.width > 2 else 1)
        for slot in make_day(plan, rng, each, opens=number == 0, closes=number == count - 1):
            items += _fill_slot(slot, date, draft)
    town = invent_town(rng)
    known = {"number": (str(rng.randint(3, 38)),), "year": (str(first.year),), "town": (town,)}
    event = Event(
        title=fill_title(rng.choice(plan.genre.names), plan.topic, rng, known),
        subtitle=fill_title("{Deed}, {deed2}", plan.topic, rng) if rng.random() < 0.3 else "",
        place=f"{rng.choice(VENUES)}, {town}" if rng.random() < 0.7 else town,
        organiser=rng.choice([bodies.invent_association, bodies.invent_authority, bodies.invent_university])(
            rng
        ).label,
        items=tuple(items),
    )
    return set_signs(event, draw_signs(rng))


def _first_day(count: int, plan: Plan, rng: random.Random) -> dt.date:
    """A day from which the event stays in a week; festivals end on a weekend."""
    day = _FIRST_DAY + dt.timedelta(days=rng.randrange((_LAST_DAY - _FIRST_DAY).days))
    weekday = 7 - count if plan.genre.festive else rng.randint(0, 5 - count)
    return day + dt.timedelta(days=weekday - day.weekday())


def _fill_slot(slot: Slot, date: dt.date, draft: Draft) -> list[Item]:
    """The items of a slot: one, or several side by side."""
    plan, rng = draft.plan, draft.rng
    match slot.purpose:
        case "session":
            return [invent_session(draft, date, slot.start, span.end, span.column) for span in slot.spans]
        case "opening" | "closing":
            wording = rng.choice(OPENINGS if slot.purpose == "opening" else CLOSINGS)
            title = fill_title(wording, plan.topic, rng, {"event": (plan.genre.noun,)})
            credits = cast_hosts(plan, rng, draft.met)
            return [Item(Kind.SESSION, title, date, slot.start, slot.end, format=format_of(title), credits=credits)]
        case purpose:
            kind, wordings = moments.MOMENTS[purpose]
            title = moments.invent_moment(wordings, rng)
            room = rng.choice(plan.rooms) if plan.rooms and rng.random() < 0.1 else ""
            return [Item(kind, title, date, slot.start, slot.end, room=room)]
