"""Programmes as lists: the hour in a column at the left, above the title, after it, or opening a paragraph."""

import random
from collections.abc import Callable, Sequence

from pipeline.document import Kind
from pipeline.synthetic.event import Event, Item
from pipeline.synthetic.families.matter import back, by_days, front
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
from pipeline.synthetic.families.printed import (
    Piece,
    Printed,
    Setting,
    ended,
    finish,
    join,
    make_setting,
    repeats_hours,
    trim,
)
from pipeline.synthetic.look import Look
from pipeline.synthetic.sheet import Align, Block, Cell, Rule, Run, Space, Table, Text
from pipeline.synthetic.voice import Voice, print_time

OneItem = Callable[[Item, Setting], Piece]


def listed(setting: Setting, one: OneItem) -> Printed:
    """A programme whose items follow one another, each set by `one`."""
    days = by_days(setting, lambda items: in_a_row(items, one, setting))
    return finish(setting, join((Piece(front(setting)), days, Piece(back(setting)))))


def in_a_row(items: Sequence[Item], one: OneItem, setting: Setting) -> Piece:
    """Items one after the other, with a line between them where the document has one."""
    pieces = []
    for number, item in enumerate(items):
        if number and setting.habits.item_rule:
            pieces.append(Piece((Rule("#bbbbbb"),)))
        pieces.append(ended(one(trim(item, setting), setting)))
    return join(pieces)


def hour_column(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """The hour in a column at the left, title and the rest at its right."""
    setting = make_setting(event, voice, look, rng)
    return listed(setting, left(setting))


def hour_above(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """The hour on the line above the title."""
    setting = make_setting(event, voice, look, rng)
    return listed(setting, above(setting, look.align if rng.random() < 0.5 else Align.LEFT))


def hour_after(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """The hour at the end of the line of the title, after it in parentheses, or on the line below it."""
    setting = make_setting(event, voice, look, rng)
    return listed(setting, after(setting))


def plain_paragraphs(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """Paragraphs as typed: « 9h00 – 9h30 : Accueil », most often all in one style, people on the lines below."""
    if rng.random() < 0.6:
        text = look.text
        look = look._replace(hour=text, title=text, room=text, marker=text, entry=text, name=text)
    setting = make_setting(event, voice, look, rng)
    return listed(setting, typed(setting))


def left(setting: Setting) -> OneItem:
    """Sets an item with its hour in a column at the left, or rarely the right; equal hours may be printed once."""
    look, rng = setting.look, setting.rng
    wanted, stacked = rng.choice((0.14, 0.18, 0.2, 0.25)), rng.random() < 0.25
    width = hour_share(setting, wanted, look.width - 2 * look.margin)
    side = rng.choice((Align.LEFT, Align.LEFT, Align.RIGHT))
    once, at_right = rng.random() < 0.3, rng.random() < 0.12

    def one(item: Item, setting: Setting) -> Piece:
        talks = talk_pieces(item, setting)
        clocks = _stacked(item, setting) if stacked else hours(item, setting)
        clocks = "" if once and repeats_hours(item, setting.event) else clocks
        label: list[Block] = [Text((look.run(clocks, "hour"),), side)] if clocks else []
        if look.rooms == "hour" and item.room:
            label.append(Text((look.run(item.room, "room"),), side))
        content = (*track_blocks(item, setting), _title(item, setting), *body_blocks(item, setting), *talks.blocks)
        fill = look.tint if item.kind is not Kind.SESSION else ""
        row = (Cell(tuple(label), fill=fill), Cell(content, fill=fill))
        widths = (width, 1 - width)
        if at_right:
            row, widths = row[::-1], widths[::-1]
        table = Table((row,), widths, padding=min(look.padding, look.gap / 2))
        return Piece((table,), (truth_of(item, setting), *talks.truth))

    return one


def _stacked(item: Item, setting: Setting) -> str:
    """Start and end on two lines, where both are printed."""
    if item.start is None or item.end is None or not setting.look.ends or setting.voice.hours.only_start:
        return hours(item, setting)
    return f"{print_time(item.start, setting.voice)}\n{print_time(item.end, setting.voice)}"


def _title(item: Item, setting: Setting) -> Text:
    """The title on its line, with the room after it where the document sets it there."""
    return Text((*title_runs(item, setting), *room_runs(item, setting, "title")), keep=True)


def above(setting: Setting, align: Align = Align.LEFT) -> OneItem:
    """Sets an item with its hour on the line above the title."""
    look, rng = setting.look, setting.rng
    indent = rng.choice((0.0, 0.0, 14.0, 28.0)) if align is Align.LEFT else 0.0
    track_first = rng.random() < 0.5

    def one(item: Item, setting: Setting) -> Piece:
        talks = talk_pieces(item, setting, indent)
        clock = (look.run(hours(item, setting), "hour"), *room_runs(item, setting, "hour"))
        gap = gap_above(item, setting) if track_first else look.gap
        hour = Text(clock, align, before=gap, after=1.0, keep=True)
        track = track_blocks(item, setting, align, 0.0 if track_first else indent, None if track_first else 0.0)
        title = _title(item, setting)._replace(align=align, indent=indent)
        head = (*track, hour, title) if track_first else (hour, *track, title)
        blocks = (*head, *body_blocks(item, setting, align, indent), *talks.blocks)
        return Piece(blocks, (truth_of(item, setting), *talks.truth))

    return one


def after(setting: Setting) -> OneItem:
    """Sets an item with its hour behind the title, in its line or on the next."""
    look = setting.look
    form = setting.rng.choice((" ({})", " – {}", ", {}", " | {}", " [{}]", "\n{}"))

    def one(item: Item, setting: Setting) -> Piece:
        talks = talk_pieces(item, setting)
        clock = (look.run(form.format(hours(item, setting)), "hour"), *room_runs(item, setting, "hour"))
        room = room_runs(item, setting, "title")
        tail = (*clock, *room) if form == "\n{}" else (*room, *clock)
        head = Text((*title_runs(item, setting), *tail), before=gap_above(item, setting), keep=True)
        blocks = (*track_blocks(item, setting), head, *body_blocks(item, setting), *talks.blocks)
        return Piece(blocks, (truth_of(item, setting), *talks.truth))

    return one


def typed(setting: Setting) -> OneItem:
    """Sets an item as a paragraph that its hour opens."""
    look, rng = setting.look, setting.rng
    sign = rng.choice((" : ", " : ", " – ", " ", "   ", " | "))
    bullet = look.bullet if rng.random() < 0.3 else ""
    indent = rng.choice((0.0, 0.0, 18.0, 36.0))

    def one(item: Item, setting: Setting) -> Piece:
        talks = talk_pieces(item, setting, indent)
        clock = (look.run(hours(item, setting), "hour"), *room_runs(item, setting, "hour"), Run(sign, look.hour))
        runs = (*clock, *title_runs(item, setting), *room_runs(item, setting, "title"))
        head = Text(runs, before=gap_above(item, setting), leading=look.leading, bullet=bullet)
        body = body_blocks(item, setting, indent=indent)
        return Piece(
            (*track_blocks(item, setting), head, *body, *talks.blocks), (truth_of(item, setting), *talks.truth)
        )

    return one


def leaflet(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """A festival leaflet: hour – title – place on short lines, an hour printed once for all that begins then."""
    setting = make_setting(event, voice, look, rng)
    setting = setting._replace(habits=setting.habits._replace(talks=False, description=rng.random() < 0.25))
    grouped, apart = rng.random() < 0.7, rng.random() < 0.5
    sign = rng.choice((" – ", " : ", "  ", " • ", " / "))

    def of_items(items: Sequence[Item]) -> Piece:
        pieces, last = list[Piece](), ""
        for item in (trim(item, setting) for item in items):
            clock = hours(item, setting)
            fresh = clock != last or not grouped
            last = clock
            head = [look.run(clock, "hour")] if fresh else []
            lines: list[Block] = [Text(tuple(head), before=look.gap, keep=True)] if apart and head else []
            lead = (*head, Run(sign, look.hour)) if head and not apart else ()
            indent = 24.0 if not lead and not apart else 0.0
            title = (
                *lead,
                *title_runs(item, setting),
                *room_runs(item, setting, "title"),
                *room_runs(item, setting, "hour"),
            )
            lines.append(Text(title, before=look.gap if lead else 2.0, indent=indent))
            blocks = (*lines, *body_blocks(item, setting, indent=indent))
            pieces.append(ended(Piece(blocks, (truth_of(item, setting),))))
        return join(pieces)

    setting = setting._replace(habits=setting.habits._replace(track=False))
    return finish(
        setting, join((Piece(front(setting)), by_days(setting, of_items), Piece((Space(6.0), *back(setting)))))
    )
