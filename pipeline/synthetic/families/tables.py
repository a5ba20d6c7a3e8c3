"""Programmes as tables: a row for each item; columns, their order, head rows and rows for days vary."""

import datetime as dt
import random
from collections.abc import Sequence
from typing import Literal, NamedTuple

from pipeline.document import Capacity, Kind
from pipeline.evaluate.gold import GoldSession
from pipeline.synthetic.event import Event, Item
from pipeline.synthetic.families.matter import back, day_heading, front, on
from pipeline.synthetic.families.pieces import (
    entry_runs,
    hour_share,
    hours,
    people_blocks,
    prose_blocks,
    subtitle_blocks,
    talk_pieces,
    title_runs,
    truth_of,
)
from pipeline.synthetic.families.printed import Piece, Printed, Setting, finish, join, make_setting, of_day, trim
from pipeline.synthetic.look import Look
from pipeline.synthetic.sheet import Align, Block, Cell, Run, Table, Text
from pipeline.synthetic.voice import Voice, print_credit, print_time

Column = Literal["day", "hour", "start", "end", "title", "people", "room", "track"]
HEADS: dict[Column, tuple[str, ...]] = {
    "day": ("Date", "Jour"),
    "hour": ("Horaire", "Horaires", "Heure", "Heures", "Créneau"),
    "start": ("Début", "De"),
    "end": ("Fin", "À"),
    "title": ("Intitulé", "Thème", "Programme", "Contenu", "Activité", "Session", "Titre", "Sujet"),
    "people": ("Intervenant(s)", "Intervenants", "Intervenant·e·s", "Intervenants", "Avec", "Orateurs"),
    "room": ("Salle", "Lieu", "Salle", "Lieux"),
    "track": ("Parcours", "Thématique", "Axe"),
}
WEIGHTS: dict[Column, float] = {
    "day": 1.3, "hour": 1.2, "start": 0.75, "end": 0.75, "title": 4.0, "people": 2.6, "room": 1.3, "track": 1.3,
}  # fmt: skip
ORDERS: tuple[tuple[Column, ...], ...] = (
    ("hour", "title", "people", "room"),
    ("hour", "title", "people", "room"),
    ("hour", "title", "room"),
    ("hour", "title", "people"),
    ("hour", "title"),
    ("hour", "room", "title", "people"),
    ("start", "end", "title", "people", "room"),
    ("title", "people", "hour", "room"),
    ("hour", "track", "title", "people", "room"),
    ("title", "hour", "room"),
    ("room", "hour", "title", "people"),
)


MOST_SPANNED = 8
# Columns a break has nothing for.
LEFT_EMPTY: tuple[Column, ...] = ("people", "room", "track")


class Ruling(NamedTuple):
    """How one document builds its table."""

    columns: tuple[Column, ...]
    days: Literal["heading", "row", "column"]
    head: bool
    merge_breaks: bool
    merge_rooms: bool
    merge_hours: bool
    middle: bool


def ruled_table(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """One table for the programme or one for each day."""
    look = look._replace(ruled=rng.choice(("all", "all", "rows", look.ruled)), rooms="none")
    setting = make_setting(event, voice, look, rng, day_pages=False)
    columns = rng.choice(ORDERS)
    columns = tuple(column for column in columns if _has(column, event))
    if "end" in columns and (not look.ends or voice.hours.only_start):
        columns = ("hour", *columns[2:])
    habits = setting.habits._replace(people="block", description=rng.random() < 0.2, track="track" in columns)
    days: Literal["heading", "row", "column"] = rng.choice(("heading", "row", "column"))
    if days == "column":
        columns = ("day", *columns)
    if len(columns) > 4 and rng.random() < 0.6:
        look = look.paged((look.height, look.width), look.margin)
    look = look._replace(rooms="title") if "room" in columns else look
    look = look.scaled(min(1.0, 10.0 / look.text.size))
    hour = look.hour._replace(size=min(look.hour.size, look.text.size * 1.3))
    setting = setting._replace(habits=habits, look=look._replace(hour=hour))
    ruling = Ruling(
        columns,
        days,
        rng.random() < 0.75,
        rng.random() < 0.6,
        rng.random() < 0.25,
        rng.random() < 0.35,
        rng.random() < 0.3,
    )
    return finish(setting, join((Piece(front(setting)), _body(setting, ruling), Piece(back(setting)))))


def _has(column: Column, event: Event) -> bool:
    """Whether an event has anything to print in a column."""
    match column:
        case "room":
            return any(item.room for item in event.items)
        case "track":
            return any(item.track for item in event.items)
        case "people":
            return any(item.credits for item in event.items)
        case _:
            return True


def _body(setting: Setting, ruling: Ruling) -> Piece:
    head = _head(setting, ruling) if ruling.head else ()
    if ruling.days == "heading":
        return join(
            Piece((*day_heading(date, setting), *table.blocks), table.truth)
            for date in setting.event.days
            for table in (_table(_rows(date, setting, ruling), head, setting, ruling),)
        )
    rows: list[tuple[Cell, ...]] = []
    truth: list[GoldSession] = []
    for date in setting.event.days:
        more, sessions = _rows(date, setting, ruling)
        if ruling.days == "row":
            text = Text((_on(setting.look.run(setting.day(date), "day"), setting.look.strong),), setting.look.align)
            rows.append((Cell((text,), columns=len(ruling.columns), fill=setting.look.strong),))
        rows.extend(more)
        truth.extend(sessions)
    return _table((rows, truth), head, setting, ruling)


def _table(
    body: tuple[list[tuple[Cell, ...]], list[GoldSession]],
    head: tuple[tuple[Cell, ...], ...],
    setting: Setting,
    ruling: Ruling,
) -> Piece:
    weights = [WEIGHTS[column] for column in ruling.columns]
    look = setting.look
    if "hour" in ruling.columns:
        place, others = ruling.columns.index("hour"), sum(weights) - WEIGHTS["hour"]
        share = hour_share(setting, weights[place] / sum(weights), look.width - 2 * look.margin)
        weights[place] = others * share / (1 - share)
    widths = tuple(weight / sum(weights) for weight in weights)
    return Piece((Table((*head, *body[0]), widths, look.ruled, look.padding, len(head)),), tuple(body[1]))


def _head(setting: Setting, ruling: Ruling) -> tuple[tuple[Cell, ...], ...]:
    look, cells = setting.look, []
    for column in ruling.columns:
        ink = look.text._replace(bold=look.title.bold or look.hour.bold or look.day.bold)
        word = HEADS[column][len(setting.event.title) % len(HEADS[column])]
        fill = look.strong or look.tint
        cells.append(
            Cell((Text((_on(Run(word, ink), fill),), Align.CENTER if ruling.middle else Align.LEFT),), fill=fill)
        )
    return (tuple(cells),)


def _on(run: Run, fill: str) -> Run:
    """A run readable on a fill."""
    return run._replace(ink=run.ink._replace(color=on(fill))) if fill else run


def _rows(date: dt.date, setting: Setting, ruling: Ruling) -> tuple[list[tuple[Cell, ...]], list[GoldSession]]:
    """The rows of a day with their truth; the day's own cell spans them all where days have a column."""
    items = [trim(item, setting) for item in of_day(setting.event, date)]
    spans = _spans(items, ruling)
    rows: list[tuple[Cell, ...]] = []
    truth: list[GoldSession] = []
    for number, item in enumerate(items):
        fill = setting.look.zebra if number % 2 else ""
        fill = setting.look.tint if item.kind is not Kind.SESSION and setting.look.tint else fill
        talks = talk_pieces(item, setting)
        cells = _cells(item, talks.blocks, setting, ruling, fill, spans[number])
        if ruling.days == "column" and number == 0:
            day = Text((setting.look.run(setting.day(date), "day"),), Align.CENTER if ruling.middle else Align.LEFT)
            # A day too long for a page names itself in its first row alone.
            cells = (Cell((day,), rows=len(items) if len(items) <= MOST_SPANNED else 1), *cells)
        elif ruling.days == "column" and len(items) > MOST_SPANNED:
            cells = (Cell(()), *cells)
        rows.append(cells)
        truth.extend((truth_of(item, setting), *talks.truth))
    return rows, truth


def _spans(items: Sequence[Item], ruling: Ruling) -> list[dict[Column, int]]:
    """How many rows the room and the hours of each row span: 0 where the cell above covers them."""
    spans: list[dict[Column, int]] = [{} for _ in items]
    merged: list[tuple[Column, list[object]]] = []
    if ruling.merge_rooms:
        merged.append(("room", [item.room or number for number, item in enumerate(items)]))
    if ruling.merge_hours:
        merged.append(("hour", [(item.start, item.end) for item in items]))
    for column, keys in merged:
        first = 0
        for number, key in enumerate(keys):
            if number and key == keys[first]:
                spans[first][column] += 1
                spans[number][column] = 0
            else:
                spans[number][column], first = 1, number
    return spans


def _cells(
    item: Item, talks: tuple[Block, ...], setting: Setting, ruling: Ruling, fill: str, spans: dict[Column, int]
) -> tuple[Cell, ...]:
    """The cells of a row; the title of a break goes over the columns after it that it leaves empty."""
    cells: list[Cell] = []
    skip = 0
    merges = ruling.merge_breaks and item.kind is not Kind.SESSION and not item.room
    for number, column in enumerate(ruling.columns):
        span = spans.get(column, 1)
        if skip or column == "day" or not span:
            skip = max(skip - 1, 0)
            continue
        if column == "title" and merges:
            after = ruling.columns[number + 1 :]
            skip = next((place for place, name in enumerate(after) if name not in LEFT_EMPTY), len(after))
        blocks = (*_content(column, item, setting, ruling), *(talks if column == "title" else ()))
        cells.append(Cell(blocks, rows=span, columns=skip + 1, fill=fill))
    return tuple(cells)


def _content(column: Column, item: Item, setting: Setting, ruling: Ruling) -> tuple[Block, ...]:
    look = setting.look
    align = Align.CENTER if ruling.middle else Align.LEFT
    match column:
        case "hour":
            return (Text((look.run(hours(item, setting), "hour"),), align),)
        case "start":
            return (Text((look.run(print_time(item.start, setting.voice), "hour"),), align),) if item.start else ()
        case "end":
            return (Text((look.run(print_time(item.end, setting.voice), "hour"),), align),) if item.end else ()
        case "title":
            people = () if "people" in ruling.columns else people_blocks(item, setting)
            under = (*subtitle_blocks(item, setting), *prose_blocks(item, setting))
            return (Text(title_runs(item, setting)), *under, *people)
        case "people":
            return _people(item, setting)
        case "room":
            return (Text((look.run(item.room, "room"),), align),) if item.room else ()
        case "track":
            return (Text((look.run(item.track, "track"),), align),) if item.track else ()
        case "day":
            return ()


def _people(item: Item, setting: Setting) -> tuple[Block, ...]:
    """The cell of people: its head names the speakers, so that only others have a marker."""
    look, blocks = setting.look, list[Block]()
    for credit in item.credits:
        printed = print_credit(credit, setting.voice)
        marked = printed.marker and credit.capacity is not Capacity.INTERVENTION
        lead = (look.run(printed.marker, "marker"), Run(" ", look.entry)) if marked else ()
        for number, entry in enumerate(printed.entries):
            runs = entry_runs(entry, credit.guests, setting)
            blocks.append(Text((*(lead if number == 0 else ()), *runs), after=1.0))
    return tuple(blocks)
