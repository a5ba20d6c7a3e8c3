"""Programmes with a page or two for each session, booklets with an index, days that stand only at a page's edge."""

import datetime as dt
import random
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from pipeline.document import Kind
from pipeline.synthetic.event import Event, Item
from pipeline.synthetic.families.index import Entry, index_pages
from pipeline.synthetic.families.lists import above, after, in_a_row, left, typed
from pipeline.synthetic.families.matter import back, by_days, front, masthead, welcome
from pipeline.synthetic.families.measure import height_of
from pipeline.synthetic.families.pieces import (
    hours,
    people_blocks,
    prose_blocks,
    room_blocks,
    room_runs,
    subtitle_blocks,
    talk_pieces,
    title_runs,
    track_blocks,
    truth_of,
)
from pipeline.synthetic.families.printed import Piece, Printed, Setting, furniture, join, make_setting, of_day, trim
from pipeline.synthetic.families.selection import described, few, timed
from pipeline.synthetic.look import A4, A5, Furniture, Look
from pipeline.synthetic.sheet import Align, Block, Cell, PageBreak, Rule, Run, Sheet, Space, Table, Text
from pipeline.synthetic.voice import Voice, print_time

ClockPlace = Literal["head", "under", "end", "foot"]
DayPlace = Literal["furniture", "hours", "top"]


class PagePlan(NamedTuple):
    """How the pages of one document are built.

    `clock` is where the hours stand on the page of a session, `scale` whether a scale of the day stands under them,
    `day` where the day does; `together` sets sessions on one page where they fit, `broken` parts them at its end.
    """

    clock: ClockPlace
    scale: bool
    day: DayPlace
    parted: float
    together: bool
    broken: bool


class Page(NamedTuple):
    """A page: its day, its blocks, the items that begin on it."""

    date: dt.date
    blocks: tuple[Block, ...]
    items: tuple[Item, ...]


def one_per_page(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """A page for each session, its hours at the head or the foot; long lists of people go on to the next page."""
    look = look.paged(rng.choice((A5, A5, A4, (A4[1], A4[0]))), rng.choice((30.0, 40.0, 50.0)))
    return _book(event, voice, look, rng, together=False, index=rng.random() < 0.25, broken=False)


def booklet(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """A booklet: cover, index with page numbers, then one or two sessions a page, or parted by the page's end."""
    look = look.paged(rng.choice((A5, A5, A4)), rng.choice((30.0, 40.0)))
    return _book(event, voice, look, rng, together=rng.random() < 0.6, index=True, broken=rng.random() < 0.5)


def day_at_edge(event: Event, voice: Voice, look: Look, rng: random.Random) -> Printed:
    """A list whose days stand in the header or footer of their pages and nowhere else."""
    kinds: tuple[tuple[Furniture, Furniture], ...] = (
        ("day", "page"),
        ("event day", ""),
        ("", "day page"),
        ("day", ""),
    )
    header, footer = rng.choice(kinds)
    setting = make_setting(event, voice, look._replace(header=header, footer=footer), rng)
    one = rng.choice((above, after, left, typed))(setting)
    body = by_days(setting, lambda items: in_a_row(items, one, setting), pages=True, heading=lambda *_: ())
    return _sheet(setting, join((Piece(front(setting)), body, Piece(back(setting)))), cover=False)


def _sheet(setting: Setting, piece: Piece, *, cover: bool) -> Printed:
    look, event = setting.look, setting.event
    header, footer = (furniture(kind, setting, event.days[0]) for kind in (look.header, look.footer))
    sheet = Sheet(event.title, piece.blocks, look.width, look.height, look.margin)
    return Printed(sheet if cover else sheet._replace(header=header, footer=footer), piece.truth)


def _book(
    event: Event, voice: Voice, look: Look, rng: random.Random, *, together: bool, index: bool, broken: bool
) -> Printed:
    event = few(timed(event), 14, 3)
    event = described(event, rng) if rng.random() < 0.7 else event
    sessions = tuple(item for item in event.items if item.kind is Kind.SESSION)
    event = event._replace(items=sessions if sessions and (not together or rng.random() < 0.4) else event.items)
    days: tuple[DayPlace, ...] = ("furniture", "furniture", "hours", "top")
    day = rng.choice(days)
    look = _with_furniture(_sized(look, rng, small=together), rng, day=day == "furniture", page=index)
    setting = make_setting(event, voice, look, rng)
    habits = setting.habits._replace(description=rng.random() < 0.85, people="block", day_pages=True)
    setting = setting._replace(habits=habits)
    places: tuple[ClockPlace, ...] = (
        ("head", "under", "end") if together else ("head", "under", "end", "foot", "foot")
    )
    plan = PagePlan(rng.choice(places), rng.random() < 0.3, day, rng.choice((0.0, 0.0, 0.1, 0.3)), together, broken)
    pages = [page for date in event.days for page in _pages_of(date, setting, plan)]
    cover = index or not voice.days.complete or rng.random() < 0.5
    high = Space(look.height * rng.choice((0.0, 0.1, 0.25)))
    first = (high, *masthead(setting), *(welcome(setting) if rng.random() < 0.5 else ())) if cover else ()
    return _bound(setting, pages, first, index=index)


def _sized(look: Look, rng: random.Random, *, small: bool) -> Look:
    """Letters to suit the page, and most often a title that stands out, as a page for a session has."""
    size = rng.choice((14.0, 16.0, 18.0)) if look.width > look.height else rng.choice((11.0, 12.0, 13.0))
    look = look.scaled((rng.choice((8.0, 9.0, 10.0)) if small or look.width == A5[0] else size) / look.text.size)
    look = look._replace(event=look.event._replace(size=min(look.event.size, look.width / 13)))
    if rng.random() < 0.2:
        return look
    grown = max(look.title.size, look.text.size * rng.choice((1.2, 1.4, 1.7)))
    title = look.title._replace(size=round(grown * 2) / 2, bold=rng.random() < 0.75)
    hour = look.hour._replace(size=rng.choice((look.hour.size, title.size)))
    return look._replace(title=title, hour=hour, subtitle=look.subtitle._replace(size=look.text.size))


def _with_furniture(look: Look, rng: random.Random, *, day: bool, page: bool) -> Look:
    """A header and a footer that show the day or the page number when they must."""
    if day:
        low: tuple[tuple[Furniture, Furniture], ...] = (("", "day page"), ("day", "page"), ("event day", "page"))
        header, footer = rng.choice(low)
        return look._replace(header=header, footer=footer)
    header, footer = rng.choice((("event", "page"), ("", "page"), ("", "event page")))
    return look._replace(header=header, footer=footer) if page else look._replace(header="", footer=footer)


def _bound(setting: Setting, pages: Sequence[Page], cover: tuple[Block, ...], *, index: bool) -> Printed:
    """Cover, index and pages with their numbers."""
    look = setting.look
    shape = _entries(pages, 0)
    front_pages = (1 if cover else 0) + (len(index_pages(shape, setting)) if index else 0)
    entries = _entries(pages, front_pages + 1)
    blocks: list[Block] = [*cover]
    for leaf in index_pages(entries, setting) if index else ():
        blocks += [PageBreak((), ()), *leaf] if blocks else leaf
    truth = []
    numbered = "page" in look.footer or "page" in look.header
    for number, page in enumerate(pages, front_pages + 1):
        edges = furniture(look.header, setting, page.date), furniture(look.footer, setting, page.date)
        blocks += [PageBreak(*edges), *page.blocks] if blocks else page.blocks
        for item in page.items:
            printed = str(number) if numbered else None
            title = item.title if index else None
            truth.append(truth_of(item, setting, printed_page=printed, index_title=title))
            truth.extend(talk_pieces(item, setting).truth)
    return _sheet(setting, Piece(tuple(blocks), tuple(truth)), cover=bool(front_pages))


def _entries(pages: Sequence[Page], first: int) -> tuple[Entry, ...]:
    return tuple(Entry(item, number) for number, page in enumerate(pages, first) for item in page.items)


def _area(setting: Setting) -> tuple[float, float]:
    """Width and usable height of a page, with a little to spare."""
    look = setting.look
    return look.width - 2 * look.margin, (look.height - 2 * look.margin) * 0.96


def _pages_of(date: dt.date, setting: Setting, plan: PagePlan) -> list[Page]:
    items = [trim(item, setting) for item in of_day(setting.event, date)]
    if not plan.together:
        return [page for item in items for page in _pages_of_one(item, setting, plan)]
    width, height = _area(setting)
    pages: list[Page] = []
    for item in items:
        head, told, people = _parts(item, setting, plan)
        tail = (*_clock(item, setting, plan, "end"), Space(setting.look.gap + 8.0))
        stack = [(*head, *told, *people, *tail)]
        if plan.broken or height_of(stack[0], width) > height:
            stack = [(*head, *told[:1]), *((block,) for block in (*told[1:], *people)), tail]
        for number, blocks in enumerate(stack):
            begun = (item,) if number == 0 else ()
            if pages and height_of((*pages[-1].blocks, *blocks), width) <= height:
                last = pages[-1]
                pages[-1] = last._replace(blocks=(*last.blocks, *blocks), items=(*last.items, *begun))
            else:
                pages.append(Page(date, blocks, begun))
    return pages


def _pages_of_one(item: Item, setting: Setting, plan: PagePlan) -> list[Page]:
    """The pages of a session alone: its people go on to the next when there is no room, or for no reason."""
    width, height = _area(setting)
    head, told, people = _parts(item, setting, plan)
    clock = _clock(item, setting, plan, "end")
    free = height - height_of(clock, width)
    apart = setting.rng.random() < plan.parted or height_of((*head, *told, *people), width) > free
    first = [*head, *told] if apart else [*head, *told, *people]
    leaves = _filled(first, free, width)
    gap = free - height_of(leaves[0], width) if plan.clock == "foot" else 12.0
    leaves[0] = (*leaves[0], *((Space(max(gap, 2.0)), *clock) if clock else ()))
    leaves += _filled(people, height, width) if apart and people else []
    return [Page(item.date, leaf, (item,) if number == 0 else ()) for number, leaf in enumerate(leaves)]


def _filled(blocks: Iterable[Block], height: float, width: float) -> list[tuple[Block, ...]]:
    """Blocks parted into pages of a height."""
    leaves: list[tuple[Block, ...]] = [()]
    for block in blocks:
        if leaves[-1] and height_of((*leaves[-1], block), width) > height:
            leaves.append(())
        leaves[-1] = (*leaves[-1], block)
    return leaves


def _parts(
    item: Item, setting: Setting, plan: PagePlan
) -> tuple[tuple[Block, ...], tuple[Block, ...], tuple[Block, ...]]:
    """Head, description and people of a session."""
    look = setting.look
    day = (Text((look.run(setting.day(item.date), "day"),), after=6.0),) if plan.day == "top" else ()
    title = Text((*title_runs(item, setting), *room_runs(item, setting, "title")), after=4.0, leading=1.15, keep=True)
    names = (
        title,
        *subtitle_blocks(item, setting),
        *_clock(item, setting, plan, "under"),
        *room_blocks(item, setting),
    )
    head = (*day, *_clock(item, setting, plan, "head"), *track_blocks(item, setting), *names)
    return head, prose_blocks(item, setting), (*people_blocks(item, setting), *talk_pieces(item, setting).blocks)


def _clock(item: Item, setting: Setting, plan: PagePlan, place: str) -> tuple[Block, ...]:
    """The hours of a session, if they stand at this place (« end » is also that of « foot »)."""
    if ("end" if plan.clock == "foot" else plan.clock) != place:
        return ()
    look = setting.look
    day = f"{setting.day(item.date)}{setting.habits.hour_join}" if plan.day == "hours" else ""
    runs: tuple[Run, ...] = (look.run(day + hours(item, setting), "hour"), *room_runs(item, setting, "hour"))
    scale = _scale(setting) if plan.scale and place != "under" else ()
    return (Text(runs, before=4.0, after=4.0), *scale)


def _scale(setting: Setting) -> tuple[Block, ...]:
    """The hours of the day along a line."""
    look = setting.look
    clocks = [print_time(dt.time(hour), setting.voice) for hour in range(9, 19)]
    cells = tuple(
        Cell((Text((Run(clock, look.small._replace(size=6.5)),), Align.LEFT, after=0.0),)) for clock in clocks
    )
    return (Rule(look.hour.color, 1.0), Table((cells,), (1 / len(cells),) * len(cells), padding=1.0))
