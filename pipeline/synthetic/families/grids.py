"""Programmes as timetables: rooms or days as columns and hours as rows, or the other way round."""

import datetime as dt
import random
from collections.abc import Sequence
from typing import Literal, NamedTuple

from pipeline.document import Kind
from pipeline.evaluate.gold import GoldSession
from pipeline.synthetic.event import Event, Item
from pipeline.synthetic.families.matrix import (
    Placed,
    Row,
    Slot,
    rows_of,
    slots_of,
    span_of,
    turned,
    with_heads,
)
from pipeline.synthetic.families.matter import back, day_heading, front, on
from pipeline.synthetic.families.pieces import (
    hour_share,
    hours,
    people_blocks,
    room_blocks,
    room_runs,
    subtitle_blocks,
    talk_piece,
    title_runs,
    track_blocks,
    truth_of,
)
from pipeline.synthetic.families.printed import (
    Piece,
    Printed,
    Setting,
    finish,
    furniture,
    join,
    make_setting,
    of_day,
    trim,
)
from pipeline.synthetic.families.selection import collide, over_days, parallel, timed
from pipeline.synthetic.look import TINTS, Look
from pipeline.synthetic.sheet import Align, Block, Cell, PageBreak, Text
from pipeline.synthetic.voice import Voice, print_hours, print_time

MOST_COLUMNS = 6


class Plan(NamedTuple):
    """How one document builds its timetable.

    `clock` says where hours stand: as ranges or starts at the head of the rows, or at the top of each cell. `across`
    tells that hours run over the columns instead.
    """

    clock: Literal["ranges", "starts", "cells"]
    across: bool
    corner: Literal["", "hour", "day"]
    align: Align
    by_track: bool
    talks: bool


def room_grid(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """Rooms as columns, hours as rows (or turned); what is for all goes over all columns."""
    return _grid_of_rooms(event, voice, look, rng, "ranges" if rng.random() < 0.6 else "starts")


def cell_hours_grid(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """Rooms as columns, each cell with its own hours at the top."""
    return _grid_of_rooms(event, voice, look, rng, "cells")


def day_grid(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """Days as columns, hours as rows, or hours at the top of the cells."""
    event = over_days(timed(event), rng)
    setting = _setting(event, voice, look, rng, min(len(event.days), MOST_COLUMNS), day_pages=False)
    plan = _plan(setting, rng.choice(("ranges", "starts", "starts", "cells")), turnable=False)
    dates = event.days[:MOST_COLUMNS]
    slots = tuple(
        slot for column, date in enumerate(dates) for slot in slots_of(of_day(event, date), column, stack=True)
    )
    heads = [setting.day(date) for date in dates]
    table = _table(slots, heads, setting, plan, rooms=False, role_day=True)
    truth = tuple(session for date in dates for session in table.truth if session.date == date)
    return finish(setting, join((Piece(front(setting)), Piece(table.blocks, truth), Piece(back(setting)))))


def _grid_of_rooms(
    event: Event, voice: Voice, look: Look, rng: random.Random, clock: Literal["ranges", "starts", "cells"]
) -> Printed:
    event = parallel(timed(event), rng, rng.choice((2, 3, 3, 4)))
    most = max(len(_rooms(of_day(event, date))) for date in event.days)
    setting = _setting(event, voice, look, rng, most, day_pages=True)
    plan = _plan(setting, clock, turnable=True)
    pieces = [Piece(front(setting))]
    for number, date in enumerate(event.days):
        if number and setting.habits.day_pages:
            look = setting.look
            pieces.append(
                Piece((PageBreak(furniture(look.header, setting, date), furniture(look.footer, setting, date)),))
            )
        if plan.corner != "day":
            pieces.append(Piece(day_heading(date, setting)))
        pieces.append(_day_of_rooms(date, setting, plan))
    return finish(setting, join((*pieces, Piece(back(setting)))))


def _setting(event: Event, voice: Voice, look: Look, rng: random.Random, columns: int, *, day_pages: bool) -> Setting:
    """A timetable is set small, most often on a page turned, without prose."""
    size = 9.0 if columns < 4 else 7.5
    look = look.scaled(min(1.0, size / look.text.size))._replace(ruled=rng.choice(("all", "all", "none", look.ruled)))
    if columns > 2 and rng.random() < 0.8:
        look = look.paged((look.height, look.width), min(look.margin, 36.0))
    setting = make_setting(event, voice, look, rng, day_pages=day_pages)
    return setting._replace(
        habits=setting.habits._replace(description=False, subtitle=rng.random() < 0.4, talk_indent=0.0)
    )


def _plan(setting: Setting, clock: Literal["ranges", "starts", "cells"], *, turnable: bool) -> Plan:
    rng = setting.rng
    if setting.voice.hours.only_start and clock == "ranges":
        clock = "starts"
    return Plan(
        clock,
        across=turnable and clock != "cells" and setting.look.ruled == "all" and rng.random() < 0.2,
        corner=rng.choice(("", "hour", "day")) if turnable and clock != "cells" else "",
        align=rng.choice((Align.LEFT, Align.CENTER)),
        by_track=rng.random() < 0.3,
        talks=rng.random() < 0.25,
    )


def _rooms(items: Sequence[Item]) -> tuple[str, ...]:
    """The rooms of a day in the order they come."""
    return tuple(dict.fromkeys(item.room for item in items if item.room))[:MOST_COLUMNS]


def _day_of_rooms(date: dt.date, setting: Setting, plan: Plan) -> Piece:
    """The timetable of a day: what is alone in its hour goes over all rooms."""
    items = of_day(setting.event, date)
    rooms = _rooms(items)
    alone = [item for item in items if not any(collide(item, other, items) for other in items if other is not item)]
    slots = list(slots_of(alone, 0, max(len(rooms), 1), among=items))
    for column, room in enumerate(rooms):
        slots.extend(slots_of([item for item in items if item.room == room and item not in alone], column))
    return _table(tuple(slots), list(rooms), setting, plan, rooms=True, corner=setting.day(date))


def _table(
    slots: Sequence[Slot],
    heads: Sequence[str],
    setting: Setting,
    plan: Plan,
    *,
    rooms: bool,
    corner: str = "",
    role_day: bool = False,
) -> Piece:
    """The timetable of slots under heads; its truth by hour and column."""
    look = setting.look
    rows = rows_of(slots, ranges=plan.clock == "ranges")
    placed: list[Placed] = []
    truth: list[GoldSession] = []
    for slot in sorted(slots, key=lambda slot: (slot.start, slot.column)):
        span = span_of(slot, rows)
        # Without lines only centring shows that something goes over all columns.
        wide = slot.columns > 1 and look.ruled != "all"
        here = plan._replace(align=Align.CENTER) if wide else plan
        piece = _content(slot, rows[span[-1]], setting, here, headed=rooms and slot.columns == 1)
        cell = Cell(piece.blocks, len(span), slot.columns, _fill(slot, setting, plan))
        placed.append(Placed(span[0], slot.column, cell))
        truth.extend(piece.truth)
    across = [_head(head, setting, plan, "day" if role_day else "room") for head in heads]
    down = [] if plan.clock == "cells" else [_hour_cell(row, setting, plan) for row in rows]
    word = {"hour": "Horaires", "day": corner, "": ""}[plan.corner]
    first = _head(word, setting, plan, "day", corner=True) if word else Cell(())
    if plan.across:
        table = with_heads(turned(placed), across, down, first, 0.14)
    else:
        share = 0.1 if plan.clock == "starts" and not word else 0.15
        table = with_heads(placed, down, across, first, hour_share(setting, share, look.width - 2 * look.margin))
    # Without lines nobody could see which rows a cell goes over: talks in it would stand beside hours of others.
    spans = plan.clock != "cells" and any(each.cell.rows > 1 for each in placed)
    ruled = "all" if look.ruled == "none" and spans else look.ruled
    return Piece((table._replace(ruled=ruled, padding=look.padding),), tuple(truth))


def _fill(slot: Slot, setting: Setting, plan: Plan) -> str:
    """The background of a cell: that of breaks, or of its track."""
    item = slot.items[0]
    if item.kind is not Kind.SESSION:
        return setting.look.tint
    if plan.by_track and item.track:
        tracks = sorted({item.track for item in setting.event.items})
        return TINTS[tracks.index(item.track) % len(TINTS)]
    return ""


def _head(text: str, setting: Setting, plan: Plan, role: Literal["day", "room"], *, corner: bool = False) -> Cell:
    look = setting.look
    run = look.run(text, role)
    ink = run.ink._replace(
        bold=run.ink.bold or look.title.bold, size=min(run.ink.size, look.text.size * (1.0 if corner else 1.4))
    )
    fill = look.strong
    return Cell(
        (Text((run._replace(ink=ink._replace(color=on(fill) if fill else ink.color)),), plan.align),), fill=fill
    )


def _hour_cell(row: Row, setting: Setting, plan: Plan) -> Cell:
    voice = setting.voice
    clock = print_hours(row.start, row.end, voice) if plan.clock == "ranges" else print_time(row.start, voice)
    return Cell((Text((setting.look.run(clock, "hour"),), plan.align),))


def _content(slot: Slot, last: Row, setting: Setting, plan: Plan, *, headed: bool) -> Piece:
    """What stands in a cell. `headed`: its room stands at the head of its column and is not printed again."""
    blocks: list[Block] = []
    truth: list[GoldSession] = []
    look, timed_by_row = setting.look, plan.clock != "cells"
    for item in (trim(item, setting) for item in slot.items):
        shown = item if plan.talks and item.kind is Kind.SESSION else item._replace(talks=())
        talks = join(talk_piece(talk._replace(start=None, end=None), setting) for talk in shown.talks)
        bare = shown._replace(room="") if headed else shown
        place = room_runs(bare, setting, "title") or room_runs(bare, setting, "hour")
        hour = (
            ()
            if timed_by_row
            else (Text((look.run(hours(item, setting), "hour"),), plan.align, after=1.0, keep=True),)
        )
        blocks += (
            *hour,
            *track_blocks(bare, setting, plan.align),
            Text((*title_runs(bare, setting), *place), plan.align),
        )
        blocks += (*subtitle_blocks(bare, setting, plan.align), *room_blocks(bare, setting, plan.align))
        blocks += (*people_blocks(bare, setting, plan.align), *talks.blocks)
        # The room at the head of a column holds even where rooms are not printed elsewhere.
        told = item._replace(room=slot.items[0].room) if headed else item
        if plan.clock == "ranges":
            told = told._replace(end=last.end)
        truth.append(truth_of(told, setting, ends=_ends(plan, setting)))
        truth += talks.truth
    return Piece(tuple(blocks), tuple(truth))


def _ends(plan: Plan, setting: Setting) -> bool:
    return {"ranges": True, "starts": False, "cells": setting.look.ends}[plan.clock]
