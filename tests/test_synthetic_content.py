"""Invented events: the same from the same seed, of every shape, and never impossible."""

import datetime as dt
import random
import re
from collections import Counter
from functools import cache
from itertools import combinations

import pytest

from pipeline.document import Capacity, Kind
from pipeline.synthetic.content import make_event
from pipeline.synthetic.event import Event, Guest, Item
from pipeline.synthetic.titles import FORMATS

SEEDS = range(150)
# What fonts of every producer can draw: Latin-1, Latin Extended-A and the signs of French typography.
DRAWABLE = re.compile(r"[\n\x20-\x7e\u00a0-\u017f–—’“”•→œŒ…]*")


@cache
def event_of(seed: int) -> Event:
    return make_event(random.Random(seed))


@cache
def all_items() -> tuple[Item, ...]:
    return tuple(each for seed in SEEDS for item in event_of(seed).items for each in (item, *item.talks))


@cache
def all_guests() -> tuple[Guest, ...]:
    return tuple(guest for item in all_items() for credit in item.credits for guest in credit.guests)


def texts_of(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for part in value for text in texts_of(part)] if isinstance(value, tuple) else []


def test_same_seed_same_event() -> None:
    assert make_event(random.Random(12)) == make_event(random.Random(12))


def test_other_seeds_give_other_events() -> None:
    assert len({event_of(seed) for seed in SEEDS}) == len(SEEDS)


@pytest.mark.parametrize("days", [1, 2, 3, 4])
def test_an_event_has_the_days_asked_for(days: int) -> None:
    assert all(len(make_event(random.Random(seed), days=days).days) == days for seed in range(12))


def test_days_follow_each_other() -> None:
    for seed in SEEDS:
        days = event_of(seed).days
        assert days[-1] - days[0] == dt.timedelta(days=len(days) - 1)


@pytest.mark.parametrize("per_day", [2, 6, 12])
def test_a_day_has_about_as_many_sessions_as_asked_for(per_day: int) -> None:
    counts = []
    for seed in range(40):
        event = make_event(random.Random(seed), days=1, per_day=per_day)
        rooms = [item for item in event.items if item.kind is Kind.SESSION]
        counts.append(len(rooms))
    assert per_day * 0.7 <= sum(counts) / len(counts) <= per_day * 1.3 + 2


def test_items_stand_in_order_and_end_after_they_begin() -> None:
    for seed in SEEDS:
        items = event_of(seed).items
        whens = [dt.datetime.combine(item.date, item.start) for item in items if item.start]
        assert len(whens) == len(items)
        assert whens == sorted(whens)
        assert all(item.end is None or (item.start and item.start < item.end) for item in items)


def test_only_sessions_in_different_rooms_overlap() -> None:
    for seed in SEEDS:
        timed = [item for item in event_of(seed).items if item.end]
        for one, other in combinations(timed, 2):
            if one.date == other.date and one.end and other.start and other.start < one.end:
                assert one.kind is other.kind is Kind.SESSION
                assert one.room != other.room, (seed, one.title, other.title)


def test_talks_lie_inside_their_session() -> None:
    timed = [(item, talk) for item in all_items() for talk in item.talks if talk.start]
    assert len(timed) > 100
    for item, talk in timed:
        assert item.start and item.end and talk.start and talk.end
        assert item.start <= talk.start < talk.end <= item.end


def test_no_title_comes_twice_in_an_event() -> None:
    for seed in SEEDS:
        titles = Counter(item.title for item in event_of(seed).items if item.kind is Kind.SESSION and not item.talks)
        twice = {title for title, count in titles.items() if count > 1}
        assert not {title for title in twice if "verture" not in title and "Cl" not in title}


def test_events_differ_in_what_they_hold() -> None:
    events = [event_of(seed) for seed in SEEDS]
    shares = {
        "parallel": sum(len({(i.date, i.start) for i in e.items}) < len(e.items) for e in events),
        "talks": sum(any(i.talks for i in e.items) for e in events),
        "timed talks": sum(any(t.start for i in e.items for t in i.talks) for e in events),
        "untimed talks": sum(any(t.start is None for i in e.items for t in i.talks) for e in events),
        "rooms": sum(any(i.room for i in e.items) for e in events),
        "tracks": sum(any(i.track for i in e.items) for e in events),
        "descriptions": sum(any(i.description for i in e.items) for e in events),
        "subtitles": sum(any(i.subtitle for i in e.items) for e in events),
        "formats": sum(any(i.format for i in e.items) for e in events),
        "no people": sum(not any(i.credits for i in e.items) for e in events),
    }
    assert all(len(events) * 0.03 < count < len(events) for count in shares.values()), shares


def test_titles_are_many_and_of_many_lengths() -> None:
    titles = {item.title for item in all_items() if item.kind is Kind.SESSION}
    lengths = Counter(len(title.split()) for title in titles)
    assert len(titles) > 1500
    assert lengths[2] > 20
    assert sum(count for words, count in lengths.items() if words > 14) > 50
    assert sum(title.endswith("?") for title in titles) > 100
    assert sum(bool(re.search(r"\b(?:1984|49\.3|20 heures|14 juillet)", title)) for title in titles) > 3


def test_breaks_and_logistics_have_many_wordings() -> None:
    assert len({item.title for item in all_items() if item.kind is Kind.BREAK}) > 40
    assert len({item.title for item in all_items() if item.kind is Kind.LOGISTICS}) > 8


def test_people_are_many_and_of_every_kind() -> None:
    people = [guest for guest in all_guests() if guest.last]
    assert len({(guest.first, guest.last) for guest in people}) > 3000
    assert len({guest.role for guest in people}) > 250
    assert len({body.label for guest in people for body in guest.bodies}) > 2000
    for shape in (r"^(?:de|du|d['’])", r"-", r"['’]", r" ", r"[À-ÿĀ-ſ]", r"^(?:Van|von|Ben|El|Le) "):
        assert sum(bool(re.search(shape, guest.last)) for guest in people) > 20, shape
    assert sum(guest.tentative for guest in people) > 20
    assert sum(bool(guest.biography) for guest in people) > 50
    assert sum(len(guest.bodies) > 1 for guest in people) > 50
    assert sum(any(body.parent for body in guest.bodies) for guest in people) > 200


def test_every_body_that_stands_for_its_people_is_named_in_its_words() -> None:
    collectives = [guest for guest in all_guests() if not guest.last]
    assert len(collectives) > 50
    assert all(guest.bodies[0].label in guest.collective for guest in collectives)


def test_every_capacity_is_given_and_some_affiliations_are_shared() -> None:
    credits = [credit for item in all_items() for credit in item.credits]
    assert {credit.capacity for credit in credits} == set(Capacity)
    shared = [credit for credit in credits if credit.shared]
    assert len(shared) > 30
    assert all(len({(guest.role, guest.bodies) for guest in credit.guests}) == 1 for credit in shared)


def test_nobody_is_twice_in_one_credit() -> None:
    for item in all_items():
        for credit in item.credits:
            names = [(guest.first, guest.last, guest.collective) for guest in credit.guests]
            assert len(names) == len(set(names))


def test_a_format_is_named_in_the_title_or_the_description() -> None:
    for item in all_items():
        if item.format:
            said = " ".join([item.title, item.subtitle, *item.description]).casefold()
            words = [item.format, *(word.casefold() for word in FORMATS.get(item.format.replace("’", "'"), ()))]
            assert any(word in said for word in words), item


def test_all_text_can_be_drawn() -> None:
    for seed in SEEDS:
        for text in texts_of(event_of(seed)):
            assert DRAWABLE.fullmatch(text), (text, [c for c in text if not DRAWABLE.fullmatch(c)])


def test_prose_and_titles_are_elided_and_contracted() -> None:
    wrong = re.compile(r"(?<![\w'’])(?:[dD]e (?:les? |[aâeéèêiîoôuû](?!n))|à les? )(?=\w)")
    for item in all_items():
        for text in (item.title, item.subtitle, *item.description):
            assert not wrong.search(text), text
