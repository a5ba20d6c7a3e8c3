"""Brochures and posters: text in columns, a column for each day, cards side by side, few items in large letters."""

import datetime as dt
import random
from collections.abc import Sequence
from itertools import groupby

from pipeline.document import Kind
from pipeline.evaluate.gold import GoldSession
from pipeline.synthetic.event import Event, Item
from pipeline.synthetic.families.lists import above, after, in_a_row, typed
from pipeline.synthetic.families.matter import back, by_days, day_heading, front, masthead, practical
from pipeline.synthetic.families.pieces import (
    body_blocks,
    gap_above,
    hour_share,
    hours,
    room_runs,
    talk_pieces,
    title_runs,
    track_blocks,
    truth_of,
)
from pipeline.synthetic.families.printed import Piece, Printed, Setting, finish, join, make_setting, of_day, trim
from pipeline.synthetic.families.selection import few, over_days, parallel, timed
from pipeline.synthetic.look import A4, A5, TINTS, Look
from pipeline.synthetic.sheet import Align, Block, Card, Cell, Columns, Rule, Space, Table, Text
from pipeline.synthetic.voice import Voice

TOGETHER = (
    "Sessions parallèles",
    "Ateliers au choix",
    "Ateliers en parallèle",
    "Sessions simultanées",
    "Tables rondes",
)


def two_columns(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """A brochure in two columns."""
    return _columns(event, voice, look, rng, 2)


def three_columns(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """A brochure in three columns, most often on a page turned, as one folds it in three."""
    if rng.random() < 0.75:
        look = look.paged((A4[1], A4[0]), rng.choice((24.0, 32.0, 40.0)))
    return _columns(event, voice, look, rng, 3)


def _columns(event: Event, voice: Voice, look: Look, rng: random.Random, count: int) -> Printed:
    look = look.scaled(min(1.0, rng.choice((7.5, 8.5, 9.5)) / look.text.size))
    setting = make_setting(event, voice, look, rng, day_pages=False)
    one = rng.choice((above(setting), after(setting), typed(setting)))
    gutter, balanced = rng.choice((12.0, 18.0, 28.0)), rng.random() < 0.6
    inside = rng.random() < 0.3

    def of_items(items: Sequence[Item]) -> Piece:
        return in_a_row(items, one, setting)

    head, tail = Piece(front(setting)), Piece(back(setting))
    if rng.random() < 0.4:
        days = [
            Piece((*day_heading(date, setting), Columns(piece.blocks, count, gutter, balanced)), piece.truth)
            for date in event.days
            for piece in (of_items(of_day(event, date)),)
        ]
        return finish(setting, join((head, *days, tail)))
    body = by_days(setting, of_items, pages=False)
    if inside:
        body, head, tail = join((head, body, tail)), Piece(), Piece()
    return finish(setting, join((head, Piece((Columns(body.blocks, count, gutter, balanced),), body.truth), tail)))


def day_columns(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """The days side by side, each a list in its own column."""
    event = over_days(few(timed(event), rng.randint(7, 16), 4), rng)
    count = len(event.days)
    look = look.scaled(min(1.0, (9.5 if count < 3 else 8.0) / look.text.size))
    if count > 1 and rng.random() < 0.8:
        look = look.paged((look.height, look.width), min(look.margin, 40.0))
    setting = make_setting(event, voice, look, rng, day_pages=False)
    setting = setting._replace(habits=setting.habits._replace(description=False, half_days=False))
    one = rng.choice((above(setting), after(setting), typed(setting), typed(setting)))
    cells: list[Cell] = []
    truth: list[GoldSession] = []
    for date in event.days:
        piece = in_a_row(of_day(event, date), one, setting)
        fill = rng.choice(TINTS) if setting.habits.day_band else ""
        cells.append(Cell((*day_heading(date, setting), *piece.blocks), fill=fill))
        truth.extend(piece.truth)
    ruled = rng.choice(("none", "none", "all"))
    table = Table((tuple(cells),), (1 / count,) * count, ruled, max(look.padding, 6.0))
    return finish(setting, join((Piece(masthead(setting)), Piece((table,), tuple(truth)), Piece(back(setting)))))


def cards(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """Cards side by side under a common hour; what is alone in its hour stands in a band."""
    event = parallel(timed(event), rng, rng.choice((2, 3, 4)))
    look = look.scaled(min(1.0, 8.5 / look.text.size))
    setting = make_setting(event, voice, look, rng, day_pages=False)
    habits = setting.habits._replace(description=False, track=rng.random() < 0.8, day_pages=False, item_rule=False)
    setting = setting._replace(habits=habits)
    across, named = rng.choice((2, 3, 3, 4)), rng.choice(TOGETHER) if rng.random() < 0.5 else ""
    border, fills = rng.choice(("", look.day.color, "#999999")), rng.choice((("",), TINTS, (look.tint,)))
    if not border and not any(fills):
        border = "#999999"

    def of_items(items: Sequence[Item]) -> Piece:
        slots = [list(group) for _, group in groupby(items, key=lambda item: (item.start, item.end))]
        return join(
            _band(slot[0], setting) if len(slot) == 1 else _side_by_side(slot, setting, across, named, border, fills)
            for slot in slots
        )

    return finish(setting, join((Piece(front(setting)), by_days(setting, of_items), Piece(back(setting)))))


def _band(item: Item, setting: Setting) -> Piece:
    """An item alone in its hour, over the whole width."""
    look, item = setting.look, trim(item, setting)
    talks = talk_pieces(item, setting)
    hour = Text((look.run(hours(item, setting), "hour"), *room_runs(item, setting, "hour")))
    title = Text((*title_runs(item, setting), *room_runs(item, setting, "title")))
    fill = look.tint if item.kind is not Kind.SESSION else ""
    content = Cell((*track_blocks(item, setting), title, *body_blocks(item, setting), *talks.blocks), fill=fill)
    share = hour_share(setting, 0.2, look.width - 2 * look.margin)
    table = Table(((Cell((hour,), fill=fill), content),), (share, 1 - share), padding=look.padding)
    return Piece((table, Space(4.0)), (truth_of(item, setting), *talks.truth))


def _side_by_side(
    items: Sequence[Item], setting: Setting, across: int, named: str, border: str, fills: Sequence[str]
) -> Piece:
    """Parallel items as cards under their hour; a name printed beside the hour is an item too."""
    look, shown = setting.look, [trim(item, setting)._replace(talks=()) for item in items]
    across = min(across, len(shown)) if setting.habits.room_first else across
    first = items[0]
    common = Item(Kind.SESSION, named, first.date, first.start, first.end)
    name = (look.run(f"{setting.habits.hour_join}{named}", "title"),) if named else ()
    head = Text((look.run(hours(first, setting), "hour"), *name), before=look.gap, keep=True)
    tracks = sorted({item.track for item in setting.event.items})
    rows = []
    for start in range(0, len(shown), across):
        some = shown[start : start + across]
        row = []
        for item in some:
            fill = fills[tracks.index(item.track) % len(fills)] if item.track in tracks else fills[0]
            place = room_runs(item, setting, "title") or room_runs(item, setting, "hour")
            title = Text((*title_runs(item, setting), *place))
            blocks = (*track_blocks(item, setting), title, *body_blocks(item, setting))
            row.append(Cell((Card(blocks, border, fill, max(look.padding, 4.0)),)))
        rows.append((*row, *(Cell(()) for _ in range(across - len(some)))))
    table = Table(tuple(rows), (1 / across,) * across, padding=2.0)
    truth = ((truth_of(common, setting),) if named else ()) + tuple(truth_of(item, setting) for item in shown)
    return Piece((head, table), truth)


def poster(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """A poster: the event in large letters, few items, most often centred."""
    event = few(timed(event), rng.randint(3, 6), rng.choice((1, 1, 2, 3)))
    align = rng.choice((Align.CENTER, Align.CENTER, Align.LEFT))
    look = look.paged(rng.choice((A4, A4, A5)), rng.choice((36.0, 50.0)))._replace(align=align, header="", footer="")
    sized = look.scaled((12.0 if look.width == A4[0] else 9.0) / look.text.size)
    look = sized._replace(event=sized.event._replace(size=rng.choice((34.0, 44.0)) * look.width / A4[0]))
    setting = make_setting(event, voice, look, rng, day_pages=False)
    setting = setting._replace(habits=setting.habits._replace(description=False, talks=False, day_pages=False))
    joined = rng.random() < 0.5
    sign = rng.choice((" – ", "  ", " • ", " : "))

    def one(item: Item, setting: Setting) -> Piece:
        hour = (look.run(hours(item, setting), "hour"), *room_runs(item, setting, "hour"))
        title = (*title_runs(item, setting), *room_runs(item, setting, "title"))
        gap = gap_above(item, setting)
        head: tuple[Block, ...] = (Text(hour, align, before=gap, keep=True), Text(title, align))
        if joined:
            head = (Text((*hour, look.run(sign, "text"), *title), align, before=gap),)
        blocks = (*track_blocks(item, setting, align), *head, *body_blocks(item, setting, align))
        return Piece(blocks, (truth_of(item, setting),))

    def heading(date: dt.date, setting: Setting) -> tuple[Block, ...]:
        return (Space(10.0), *day_heading(date, setting))

    body = by_days(setting, lambda items: in_a_row(items, one, setting), pages=False, heading=heading)
    foot = practical(setting) if rng.random() < 0.6 else ()
    return finish(setting, join((Piece(masthead(setting, align)), body, Piece((Space(16.0), Rule(), *foot)))))
