"""What a family gives, what it is given, and the small habits of one document that families share."""

import datetime as dt
import random
from collections.abc import Iterable
from typing import Literal, NamedTuple

from pipeline.evaluate.gold import GoldSession
from pipeline.synthetic.event import Event, Item
from pipeline.synthetic.look import Furniture, Look
from pipeline.synthetic.sheet import Block, Run, Sheet, Text
from pipeline.synthetic.voice import Voice, print_day

ROOM_FORMS = ("{}", "{}", "{}", "{}", "→ {}", "[{}]", "({})")
ROOM_JOINS = (" – {}", " ({})", " | {}", ", {}", "   {}", " • {}", " / {}")


class Printed(NamedTuple):
    """A document to draw and what a person would read in it, in reading order."""

    sheet: Sheet
    truth: tuple[GoldSession, ...]


class Piece(NamedTuple):
    """Part of a document with its truth."""

    blocks: tuple[Block, ...] = ()
    truth: tuple[GoldSession, ...] = ()


class Habits(NamedTuple):
    """How one document goes about things, beyond its typography.

    `people` are set in blocks under the title or in the line of the title. `room_form` prints a room
    alone, `room_join` after something else.
    """

    people: Literal["block", "inline"]
    description: bool
    subtitle: bool
    talks: bool
    people_first: bool
    room_first: bool
    room_form: str
    room_join: str
    day_band: bool
    day_rule: bool
    day_pages: bool
    half_days: bool
    item_rule: bool
    entry_bullets: bool
    talk_bullet: str
    talk_indent: float
    track: bool
    hour_join: str


class Setting(NamedTuple):
    """All a family works with: what happens, how it is said, how it is set, and the habits of the document."""

    event: Event
    voice: Voice
    look: Look
    rng: random.Random
    habits: Habits

    def with_look(self, look: Look) -> "Setting":
        """The same in another typography."""
        return self._replace(look=look)

    def day(self, date: dt.date) -> str:
        """A day as this document prints it."""
        return print_day(date, self.voice, self.event.days.index(date) + 1)


def make_setting(event: Event, voice: Voice, look: Look, rng: random.Random, *, day_pages: bool = True) -> Setting:
    """Draw the habits of a document.

    Where days do not begin pages (`day_pages` false), no header or footer can tell the day of its page.
    """
    if not day_pages and len(event.days) > 1:
        look = look._replace(header=_undated(look.header), footer=_undated(look.footer))
    dated = "day" in look.header or "day" in look.footer
    return Setting(
        event,
        voice,
        look,
        rng,
        Habits(
            people="inline" if rng.random() < 0.3 else "block",
            description=rng.random() < 0.6,
            subtitle=rng.random() < 0.8,
            talks=rng.random() < 0.8,
            people_first=rng.random() < 0.25,
            room_first=rng.random() < 0.5,
            room_form=rng.choice(ROOM_FORMS),
            room_join=rng.choice(ROOM_JOINS),
            day_band=rng.random() < 0.3,
            day_rule=rng.random() < 0.3,
            day_pages=dated or rng.random() < 0.3,
            half_days=rng.random() < 0.2,
            item_rule=rng.random() < 0.12,
            entry_bullets=rng.random() < 0.25,
            talk_bullet=rng.choice((look.bullet, look.bullet, "", "–")),
            talk_indent=rng.choice((0.0, 12.0, 24.0)),
            track=rng.random() < 0.5,
            hour_join=rng.choice((" ", " ", " : ", " – ", "   ", " | ")),
        ),
    )


def _undated(kind: Furniture) -> Furniture:
    found: dict[Furniture, Furniture] = {"day": "", "day page": "page", "event day": "event"}
    return found.get(kind, kind)


def trim(item: Item, setting: Setting) -> Item:
    """An item with only what this document prints of it."""
    habits = setting.habits
    return item._replace(
        subtitle=item.subtitle if habits.subtitle else "",
        description=item.description if habits.description else (),
        room=item.room if setting.look.rooms != "none" else "",
        track=item.track if habits.track else "",
        talks=tuple(_bare(trim(talk, setting)) for talk in item.talks) if habits.talks else (),
    )


def _bare(talk: Item) -> Item:
    return talk._replace(room="", track="", description=())


def of_day(event: Event, date: dt.date) -> tuple[Item, ...]:
    """The items of a day, by hour."""
    return tuple(sorted((item for item in event.items if item.date == date), key=when))


def repeats_hours(item: Item, event: Event) -> bool:
    """Whether an item has the hours of the one before it on its day, so that they need not be printed again."""
    before: Item | None = None
    for other in of_day(event, item.date):
        if (other.title, other.start, other.room) == (item.title, item.start, item.room):
            break
        before = other
    return before is not None and item.start is not None and (before.start, before.end) == (item.start, item.end)


def when(item: Item) -> tuple[dt.time, str]:
    """The hour of an item, to sort by; parallel items by room. Items without an hour come last."""
    return item.start or dt.time.max, item.room


def furniture(kind: Furniture, setting: Setting, date: dt.date | None) -> tuple[Run, ...]:
    """The runs of a header or footer."""
    parts = []
    for word in kind.split():
        if word == "event":
            parts.append(setting.event.title)
        elif word == "day":
            parts.extend([setting.day(date)] if date else [])
        else:
            parts.append("{page}")
    return (setting.look.run("   ".join(parts), "small"),) if parts else ()


def finish(setting: Setting, piece: Piece, *, first: Iterable[Run] | None = None, first_page: int = 1) -> Printed:
    """The document of a piece: on its page, with its header and footer (those of the first day to begin with)."""
    look, date = setting.look, setting.event.days[0]
    sheet = Sheet(
        title=setting.event.title,
        blocks=piece.blocks,
        width=look.width,
        height=look.height,
        margin=look.margin,
        header=furniture(look.header, setting, date),
        footer=tuple(first) if first is not None else furniture(look.footer, setting, date),
        first_page=first_page,
    )
    return Printed(sheet, piece.truth)


def ended(piece: Piece) -> Piece:
    """A piece whose last line may be parted from what follows, lest a whole page be kept together."""
    if not piece.blocks or not isinstance(last := piece.blocks[-1], Text):
        return piece
    return piece._replace(blocks=(*piece.blocks[:-1], last._replace(keep=False)))


def join(pieces: Iterable[Piece]) -> Piece:
    """Pieces one after the other."""
    blocks: list[Block] = []
    truth: list[GoldSession] = []
    for piece in pieces:
        blocks.extend(piece.blocks)
        truth.extend(piece.truth)
    return Piece(tuple(blocks), tuple(truth))
