"""What an invented event holds, before anything decides how it is printed."""

import datetime as dt
from typing import NamedTuple

from pipeline.document import Capacity, Kind


class Body(NamedTuple):
    """A body: the name a reader should find, how it is joined to a role, its parent if any.

    The `joint` goes with the role the body is told with: « du », « de l' », but « au », « à l' », « chez » for who
    works there.
    """

    label: str
    joint: str
    parent: "Body | None" = None


class Guest(NamedTuple):
    """Somebody who takes part: a person, or a body without a named person (then `first` and `last` are empty).

    `bodies` are those the person belongs to now, most specific first, parents not repeated; a `biography` is prose
    that may name other bodies (former employers, publishers), which are no affiliations; `tentative` tells « sous
    réserve ».
    """

    first: str
    last: str
    civility: str = ""
    role: str = ""
    bodies: tuple[Body, ...] = ()
    collective: str = ""
    biography: str = ""
    tentative: bool = False


class Credit(NamedTuple):
    """Who takes part in one capacity. When `shared`, one printed affiliation stands for all its guests."""

    capacity: Capacity
    guests: tuple[Guest, ...]
    shared: bool = False


class Item(NamedTuple):
    """An item of the programme. Talks inside a session are items too; theirs may have no time (`start` None)."""

    kind: Kind
    title: str
    date: dt.date
    start: dt.time | None
    end: dt.time | None
    subtitle: str = ""
    description: tuple[str, ...] = ()
    format: str = ""
    room: str = ""
    track: str = ""
    credits: tuple[Credit, ...] = ()
    talks: tuple["Item", ...] = ()


class Event(NamedTuple):
    """An event: its items by day and hour; parallel items overlap and differ in their room."""

    title: str
    subtitle: str
    place: str
    organiser: str
    items: tuple[Item, ...]

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The days of the event, in order."""
        return tuple(sorted({item.date for item in self.items}))
