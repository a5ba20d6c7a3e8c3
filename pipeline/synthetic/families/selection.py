"""Which items of an event a layout prints: a poster has few, a grid needs parallel ones that do not collide."""

import datetime as dt
import random
from collections.abc import Iterable, Sequence
from math import ceil

from pipeline.document import Capacity, Kind
from pipeline.synthetic.event import Credit, Event, Item
from pipeline.synthetic.families.printed import of_day, when
from pipeline.synthetic.prose import invent_description
from pipeline.synthetic.topics import TOPICS

ROOMS = (
    ("Salle A", "Salle B", "Salle C", "Salle D"),
    ("Amphithéâtre", "Salle 101", "Salle 102", "Salle 204"),
    ("Grande halle", "Petite halle", "Mezzanine", "Verrière"),
    ("Auditorium", "Atelier", "Studio", "Foyer"),
)
HEADINGS = ("Session plénière : ", "Axe : ", "Table ronde : ", "Panel : ", "Session : ", "")
THEMES = (
    "état des lieux et perspectives",
    "pratiques et savoirs",
    "des méthodes aux terrains",
    "regards croisés",
    "enjeux et controverses",
    "retours d’expérience",
    "circulations, usages et appropriations",
)


def with_items(event: Event, items: Iterable[Item]) -> Event:
    """The event with only these items."""
    return event._replace(items=tuple(sorted(items, key=lambda item: (item.date, *when(item)))))


def timed(event: Event) -> Event:
    """The items that have a start."""
    return with_items(event, (item for item in event.items if item.start))


def few(event: Event, per_day: int, days: int) -> Event:
    """At most so many items of at most so many days, the first ones."""
    return with_items(event, (item for date in event.days[:days] for item in of_day(event, date)[:per_day]))


def ending(item: Item, items: Sequence[Item]) -> dt.time:
    """When an item is over: its end, or the next start, or half an hour later."""
    start = item.start or dt.time(0)
    if item.end and item.end > start:
        return item.end
    later = [other.start for other in items if other.start and other.start > start]
    half = (dt.datetime.combine(item.date, start) + dt.timedelta(minutes=30)).time()
    return min(later, default=half if half > start else dt.time(23, 59))


def collide(one: Item, other: Item, items: Sequence[Item]) -> bool:
    """Whether two items of a day overlap in time."""
    if one.start is None or other.start is None:
        return False
    return one.start < ending(other, items) and other.start < ending(one, items)


def parallel(event: Event, rng: random.Random, count: int) -> Event:
    """The event with sessions side by side on every day: as it is, or sessions that followed one another together."""
    known = tuple(dict.fromkeys(item.room for item in event.items if item.room))
    rooms = known[:count] if len(known) > 1 else rng.choice(ROOMS)[:count]
    items: list[Item] = []
    for date in event.days:
        day = of_day(event, date)
        if any(collide(item, other, day) for item in day for other in day if other is not item):
            items.extend(day)
            continue
        sessions = [item for item in day if item.kind is Kind.SESSION and item.start]
        items.extend(item for item in day if item not in sessions)
        while sessions:
            size = 1 if rng.random() < 0.2 and len(sessions) > 2 else min(len(rooms), len(sessions))
            items.extend(_together(sessions[:size], rooms))
            sessions = sessions[size:]
    return with_items(event, items)


def over_days(event: Event, rng: random.Random) -> Event:
    """An event of one day spread over two or three, each beginning at the same hour; breaks stay on the first."""
    if len(event.days) > 1:
        return event
    items = of_day(event, event.days[0])
    size = max(ceil(len(items) / rng.choice((2, 3))), 1)
    spread: list[Item] = list(items[:size])
    begin = items[0].start
    for place in range(size, len(items), size):
        part = [item for item in items[place : place + size] if item.kind is Kind.SESSION and item.start]
        if part and begin and part[0].start:
            days, hours = dt.timedelta(days=place // size), _between(begin, part[0].start)
            spread.extend(_moved(item, days, hours) for item in part)
    return with_items(event, spread)


def _between(one: dt.time, other: dt.time) -> dt.timedelta:
    day = dt.date(2000, 1, 1)
    return dt.datetime.combine(day, other) - dt.datetime.combine(day, one)


def _moved(item: Item, days: dt.timedelta, hours: dt.timedelta) -> Item:
    """An item some days later and some hours earlier, its talks with it."""

    def earlier(time: dt.time | None) -> dt.time | None:
        return (dt.datetime.combine(item.date, time) - hours).time() if time else None

    talks = tuple(_moved(talk, days, hours) for talk in item.talks)
    return item._replace(date=item.date + days, start=earlier(item.start), end=earlier(item.end), talks=talks)


def _together(items: Sequence[Item], rooms: Sequence[str]) -> list[Item]:
    """Sessions in the slot of the first, a room each; one alone stays where it is."""
    if len(items) < 2:
        return list(items)
    first = items[0]
    return [
        item._replace(start=first.start, end=first.end, room=room, talks=tuple(_untimed(talk) for talk in item.talks))
        for item, room in zip(items, rooms, strict=False)
    ]


def _untimed(talk: Item) -> Item:
    return talk._replace(start=None, end=None)


def with_talks(event: Event, rng: random.Random, *, own_hours: bool) -> Event:
    """The event with talks under most of its sessions: its own, or sessions that follow one another drawn together.

    Where it has none of its own, parallel sessions are drawn together too. `own_hours` gives each talk hours inside
    its session; else talks have none.
    """
    has_some = any(item.talks for item in event.items)
    items: list[Item] = []
    for date in event.days:
        day = of_day(event, date)
        waiting: list[Item] = []
        for item in day:
            loose = item.kind is Kind.SESSION and not item.talks and not (has_some and _beside(item, day))
            if waiting and (not loose or len(waiting) == 5):
                items.append(_gathered(waiting, rng))
                waiting = []
            if loose:
                waiting.append(item)
            else:
                items.append(item)
        items.extend([_gathered(waiting, rng)] if waiting else [])
    return with_items(event, (item._replace(talks=_shared(item, own_hours=own_hours)) for item in items))


def described(event: Event, rng: random.Random) -> Event:
    """The event with a description for nearly every session, as programmes with a page for each have."""
    curved = any("’" in item.title for item in event.items)
    items = []
    for item in event.items:
        if item.kind is Kind.SESSION and not item.description and rng.random() < 0.85:
            told = invent_description(rng.choice(TOPICS), rng, rng.choice((1, 1, 2, 3)))
            item = item._replace(description=tuple(text.replace("'", "’") if curved else text for text in told))
        items.append(item)
    return with_items(event, items)


def _beside(item: Item, day: Sequence[Item]) -> bool:
    return any(collide(item, other, day) for other in day if other is not item)


def _gathered(items: Sequence[Item], rng: random.Random) -> Item:
    """Sessions one after the other as the talks of one; one alone stays as it is."""
    if len(items) < 2:
        return items[0]
    first, last = items[0], max(items, key=lambda item: item.end or item.start or dt.time(0))
    number = sum(ord(letter) for letter in first.title) % len(HEADINGS)
    chair = tuple(Credit(Capacity.MODERATION, credit.guests[:1]) for credit in last.credits[:1])
    talks = tuple(item._replace(room="", description=(), track="", format="") for item in items)
    title = f"{rng.choice(HEADINGS)}{THEMES[number % len(THEMES)]}"
    return Item(Kind.SESSION, title, first.date, first.start, last.end, room=first.room, credits=chair, talks=talks)


def _shared(item: Item, *, own_hours: bool) -> tuple[Item, ...]:
    """The talks of a session with equal parts of its time, in whole five minutes, or without hours."""
    if not item.talks or item.start is None:
        return item.talks
    if not own_hours or item.end is None:
        return tuple(_untimed(talk) for talk in item.talks)
    starts = [talk.start for talk in item.talks if talk.start]
    if len(set(starts)) == len(item.talks):
        return item.talks
    begin = dt.datetime.combine(item.date, item.start)
    length = (dt.datetime.combine(item.date, item.end) - begin) // len(item.talks)
    part = max(length - length % dt.timedelta(minutes=5), dt.timedelta(minutes=5))
    return tuple(
        talk._replace(start=(begin + number * part).time(), end=(begin + (number + 1) * part).time())
        for number, talk in enumerate(item.talks)
    )
