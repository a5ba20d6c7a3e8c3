"""Colloquia and congresses: sessions with a chair and their talks under them."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Kind
from pipeline.evaluate.gold import GoldSession
from pipeline.synthetic.event import Event, Item
from pipeline.synthetic.families.lists import OneItem
from pipeline.synthetic.families.matter import back, by_days, front, on
from pipeline.synthetic.families.pieces import (
    hour_share,
    hours,
    people_blocks,
    prose_blocks,
    room_blocks,
    room_runs,
    subtitle_blocks,
    title_runs,
    truth_of,
)
from pipeline.synthetic.families.printed import Piece, Printed, Setting, ended, finish, join, make_setting, trim
from pipeline.synthetic.families.selection import timed, with_talks
from pipeline.synthetic.look import Look
from pipeline.synthetic.sheet import Align, Block, Cell, Run, Space, Table, Text
from pipeline.synthetic.voice import Voice

DURATIONS = ("", "", " ({} min)", " – {} min", " [{}’]", " {} min")
DISCUSSIONS = ("Discussion", "Discussion 5 min", "Questions – discussion", "Échanges avec la salle")


def colloquium(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """An academic colloquium: sessions with their chair, talks under them with hours of their own."""
    event = with_talks(timed(event), rng, own_hours=True)
    setting = make_setting(event, voice, look, rng)
    habits = setting.habits._replace(
        talks=True, people=rng.choice(("inline", "inline", "block")), description=False, track=False
    )
    setting = setting._replace(habits=habits)
    one = _session(setting, headed=rng.random() < 0.8, columns=rng.random() < 0.35)
    return _scheduled(setting, one)


def congress(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """A congress: timed sessions with moderators, talks under them as a list without hours of their own."""
    event = with_talks(timed(event), rng, own_hours=False)
    setting = make_setting(event, voice, look, rng)
    habits = setting.habits._replace(
        talks=True, people=rng.choice(("inline", "inline", "block")), description=False, track=False
    )
    setting = setting._replace(habits=habits)
    return _scheduled(setting, _block(setting))


def _scheduled(setting: Setting, one: OneItem) -> Printed:
    def of_items(items: Sequence[Item]) -> Piece:
        return join(ended(one(trim(item, setting), setting)) for item in items)

    return finish(setting, join((Piece(front(setting)), by_days(setting, of_items), Piece(back(setting)))))


class Lead(NamedTuple):
    """How hours stand to their title: in a column of that share of the width (0 for none), over it, or before it."""

    share: float
    over: bool
    sign: str

    def set_head(self, hour: Run | None, title: tuple[Run, ...], style: Text) -> tuple[Block, ...]:
        """The head of a session or talk, in the style of a paragraph."""
        if hour is None:
            return (style._replace(runs=title),)
        if self.share:
            cells = (Cell((Text((hour,)),)), Cell((style._replace(runs=title, before=0.0, indent=0.0),)))
            return (Space(style.before), Table((cells,), (self.share, 1 - self.share), padding=1.0))
        if self.over:
            above = Text((hour,), style.align, before=style.before, keep=True)
            return (above, style._replace(runs=title, before=0.0))
        return (style._replace(runs=(hour, Run(self.sign, hour.ink), *title)),)


def _session(setting: Setting, *, headed: bool, columns: bool) -> OneItem:
    """Sets a session and its talks.

    `headed`: the session has its own hours; else its title is but the heading of its talks. `columns` sets hours in a
    column at the left.
    """
    look, rng = setting.look, setting.rng
    align, width = rng.choice((Align.LEFT, look.align)), look.width - 2 * look.margin
    quiet, indent = rng.random() < 0.4, 0.0 if columns else rng.choice((0.0, 14.0, 28.0))
    share = hour_share(setting, 0.2, width) if columns else 0.0
    lead = Lead(share, rng.random() < 0.3, rng.choice((" – ", " : ", "  ", " | ", " ")))

    def one(item: Item, setting: Setting) -> Piece:
        untimed = not headed and bool(item.talks) and all(each.start for each in item.talks)
        shown = item._replace(credits=(), room="") if untimed else item
        place = (*room_runs(shown, setting, "title"), *room_runs(shown, setting, "hour"))
        title = (*title_runs(shown, setting), *place)
        # What has no talks is set as quietly as a talk in some programmes: a break or an address between sessions.
        loud = look.track if item.talks and look.track != look.title else look.title
        title = tuple(run._replace(ink=loud) if run.ink == look.title and item.talks else run for run in title)
        style = Text((), Align.LEFT if quiet and not item.talks else align, before=look.gap + 2.0, keep=True)
        head = lead.set_head(None if untimed else look.run(hours(item, setting), "hour"), title, style)
        side = share * width if align is Align.LEFT else 0.0
        under = (*subtitle_blocks(shown, setting, align, side), *room_blocks(shown, setting, align, side))
        body = (*head, *under, *people_blocks(shown, setting, align, side), *prose_blocks(shown, setting))
        own = () if untimed else (truth_of(shown, setting),)
        return join((Piece(body, own), *(talk(each, item.title if untimed else "") for each in item.talks)))

    def talk(item: Item, session: str) -> Piece:
        style = Text((), look.text_align, look.gap / 2, 2.0, look.leading, indent, hyphenate=look.hyphenate)
        clock = look.run(hours(item, setting), "hour") if item.start else None
        head = lead.set_head(clock, title_runs(item, setting), style)
        side = indent + share * width
        blocks = (*head, *subtitle_blocks(item, setting, indent=side), *people_blocks(item, setting, indent=side))
        return Piece(blocks, (truth_of(item._replace(track=session), setting),))

    return one


def _block(setting: Setting) -> OneItem:
    """Sets a session as a band with its hours, its moderators, and its talks as a list."""
    look, rng = setting.look, setting.rng
    fill = rng.choice((look.strong, look.tint, "", ""))
    duration, minutes = rng.choice(DURATIONS), rng.choice((10, 15, 20))
    discussion = rng.choice(DISCUSSIONS) if rng.random() < 0.35 else ""
    sign, numbered = rng.choice((" : ", " – ", "  ", " ")), rng.random() < 0.25
    bullet, indent = rng.choice((look.bullet, "•", "")), rng.choice((0.0, 12.0, 20.0))

    def one(item: Item, setting: Setting) -> Piece:
        hour, place = look.run(hours(item, setting), "hour"), room_runs(item, setting, "title")
        title = (hour, Run(sign, look.hour), *title_runs(item, setting), *(place or room_runs(item, setting, "hour")))
        blocks: list[Block] = [Text(title, before=0.0 if fill else look.gap, keep=True)]
        if fill and item.kind is Kind.SESSION:
            inked = tuple(run._replace(ink=run.ink._replace(color=on(fill))) for run in title)
            blocks = [Space(look.gap), Table(((Cell((Text(inked, after=0.0),), fill=fill),),), (1.0,), padding=3.0)]
        blocks += (*subtitle_blocks(item, setting), *room_blocks(item, setting), *people_blocks(item, setting))
        truth: list[GoldSession] = [truth_of(item, setting)]
        for number, talk in enumerate(item.talks, 1):
            mark = (Run(f"{number}. ", look.text),) if numbered else ()
            length = (look.run(duration.format(minutes), "text"),) if duration else ()
            runs = (*mark, *title_runs(talk, setting), *length)
            blocks.append(Text(runs, before=2.0, indent=indent, bullet="" if numbered else bullet))
            blocks += subtitle_blocks(talk, setting, indent=indent + 10.0)
            blocks += people_blocks(talk, setting, indent=indent + 10.0)
            blocks += [Text((look.run(discussion, "small"),), indent=indent)] if discussion else []
            truth.append(truth_of(talk._replace(start=None, end=None), setting))
        return Piece(tuple(blocks), tuple(truth))

    return one
