"""Invented sessions: title, description, people, and the talks inside."""

import datetime as dt
import random
from typing import NamedTuple

from pipeline.document import Kind
from pipeline.synthetic.casting import cast_chair, cast_session, cast_talk
from pipeline.synthetic.event import Guest, Item
from pipeline.synthetic.plans import Plan
from pipeline.synthetic.prose import can_say_format, invent_description, invent_subtitle, say_format
from pipeline.synthetic.titles import ORDINALS, Titled, fill_title, format_of, invent_title
from pipeline.synthetic.topics import Topic

# Formats whose people are led by somebody.
_LED = frozenset({"table ronde", "débat", "regards croisés"})
# Sessions that hold talks take at least so many minutes, a talk at least so many.
_MINUTES_WITH_TALKS, _MINUTES_OF_A_TALK = 40, 15


class Draft(NamedTuple):
    """An event in the making: its settings, where choices come from, who took part before, the titles taken."""

    plan: Plan
    rng: random.Random
    met: list[Guest]
    titles: set[str]


def invent_session(draft: Draft, date: dt.date, start: dt.time, end: dt.time | None, column: int) -> Item:
    """A session in one of the rooms; those of scholars hold talks as often as their kind of event has it."""
    plan, rng = draft.plan, draft.rng
    item = Item(
        Kind.SESSION,
        "",
        date,
        start,
        end,
        room=plan.rooms[column % len(plan.rooms)] if plan.rooms else "",
        track=plan.tracks[column % len(plan.tracks)] if plan.tracks else "",
    )
    minutes = _minutes(start, end)
    if minutes >= _MINUTES_WITH_TALKS and rng.random() < plan.genre.talks:
        return _with_talks(item, minutes, draft)
    return _alone(item, draft)


def _minutes(start: dt.time, end: dt.time | None) -> int:
    return (end.hour - start.hour) * 60 + end.minute - start.minute if end else 0


def _new_title(draft: Draft, topic: Topic) -> Titled:
    """A title the event does not have yet."""
    plan = draft.plan
    while True:
        titled = invent_title(topic, draft.rng, plan.genre.formats, plan.genre.scholarly)
        if titled.title.casefold() not in draft.titles:
            draft.titles.add(titled.title.casefold())
            return titled


def _alone(item: Item, draft: Draft) -> Item:
    """A session without talks: what it is about, what it says of itself, who is there."""
    plan, rng = draft.plan, draft.rng
    topic = rng.choice(plan.topics)
    titled = _new_title(draft, topic)
    name = titled.format
    count = rng.randint(1, plan.paragraphs) if plan.paragraphs and rng.random() < 0.9 else 0
    description = invent_description(topic, rng, count)
    if description and not name and rng.random() < 0.4:
        wanted = [each for each in plan.genre.formats if can_say_format(each)]
        name = rng.choice(wanted) if wanted else ""
        description = _say(description, name, topic, rng) if name else description
    return item._replace(
        title=titled.title,
        format=name,
        subtitle=invent_subtitle(topic, rng) if rng.random() < plan.subtitles else "",
        description=description,
        credits=cast_session(plan, rng, draft.met, led=name in _LED),
    )


def _say(description: tuple[str, ...], name: str, topic: Topic, rng: random.Random) -> tuple[str, ...]:
    """The description with a sentence on the format at its beginning or end."""
    sentence = say_format(name, topic, rng)
    if rng.random() < 0.5:
        return (f"{sentence} {description[0]}", *description[1:])
    return (*description[:-1], f"{description[-1]} {sentence}")


def _with_talks(item: Item, minutes: int, draft: Draft) -> Item:
    """A session with a chair and talks, which share its time when they have times of their own."""
    plan, rng = draft.plan, draft.rng
    count = min(rng.choice([2, 2, 3, 3, 3, 4, 5]), minutes // _MINUTES_OF_A_TALK)
    timed = rng.random() < plan.genre.timed_talks
    title = _heading(draft)
    each = minutes // count // 5 * 5
    discussion = timed and minutes - each * count >= 0 and rng.random() < 0.4
    if discussion:
        each = max(10, (minutes - 10) // count // 5 * 5)
    begin = item.start.hour * 60 + item.start.minute if item.start else 0
    talks = []
    for number in range(count):
        first = begin + number * each
        talk = Item(Kind.SESSION, "", item.date, None, None)
        if timed:
            talk = talk._replace(start=_at(first), end=_at(first + each))
        talks.append(_talk(talk, draft))
    return item._replace(
        title=title, format=format_of(title), credits=cast_chair(plan, rng, draft.met), talks=tuple(talks)
    )


def _at(minute: int) -> dt.time:
    return dt.time(minute // 60, minute % 60)


def _talk(talk: Item, draft: Draft) -> Item:
    topic = draft.rng.choice(draft.plan.topics)
    titled = _new_title(draft, topic)
    return talk._replace(
        title=titled.title, format=titled.format, credits=cast_talk(draft.plan, draft.rng, draft.met)
    )


def _heading(draft: Draft) -> str:
    """The title of a session with talks; numbered ones count up through the event."""
    plan, rng = draft.plan, draft.rng
    number = 1 + sum(title.startswith("#") for title in draft.titles)
    draft.titles.add(f"#{number}")
    words = {"number": (str(number),), "ordinal": (ORDINALS[(number - 1) % len(ORDINALS)],)}
    return fill_title(plan.heading, rng.choice(plan.topics), rng, words)
