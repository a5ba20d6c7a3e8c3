"""Parts of an item in print, shared by the families: hours, title, room, people, talks."""

import re
from collections.abc import Sequence

from pipeline.document import Capacity, Kind
from pipeline.evaluate.gold import GoldSession
from pipeline.synthetic.event import Guest, Item
from pipeline.synthetic.families.measure import width_of
from pipeline.synthetic.families.printed import Piece, Setting, join
from pipeline.synthetic.look import Role
from pipeline.synthetic.sheet import Align, Block, Run, Text
from pipeline.synthetic.truth import gold_of
from pipeline.synthetic.voice import (
    inline_credit,
    print_credit,
    print_hours,
    print_room,
    print_title,
    shown_guest,
    shown_title,
)


def hours(item: Item, setting: Setting) -> str:
    """The hours of an item as the document prints them; empty without a start."""
    if item.start is None:
        return ""
    return print_hours(item.start, item.end if setting.look.ends else None, setting.voice)


def hour_share(setting: Setting, share: float, width: float) -> float:
    """The part of a width that a column of hours takes: `share`, or as much as the longest word in it needs."""
    look = setting.look
    words = (word for item in setting.event.items for word in hours(item, setting).split(" "))
    ink = look.hour._replace(bold=True)
    needed = max((width_of(word, ink) for word in words), default=0.0) + 2 * look.padding + 2.0
    return min(max(share, needed / width), 0.45)


def truth_of(
    item: Item,
    setting: Setting,
    *,
    timed: bool = True,
    room: bool = True,
    day: bool = True,
    ends: bool | None = None,
    printed_page: str | None = None,
    index_title: str | None = None,
) -> GoldSession:
    """The truth of an item; `ends` where the family itself decides whether ends are printed."""
    return gold_of(
        item,
        setting.voice,
        day=day,
        start=timed,
        end=setting.look.ends if ends is None else ends,
        room=room,
        inline=setting.habits.people == "inline",
        printed_page=printed_page,
        index_title=index_title,
    )


def title_runs(item: Item, setting: Setting, role: Role = "title") -> tuple[Run, ...]:
    """The title, with its people where the document sets them in one line."""
    look = setting.look
    if item.kind is not Kind.SESSION:
        return (look.run(shown_title(item.title, setting.voice), role),)
    if setting.habits.people == "inline" and item.credits:
        credit = inline_credit(item.title, item.credits, setting.voice)
        guests = guests_of(item)
        return (
            *entry_runs(credit.before, guests, setting, inline=True),
            look.run(credit.title, role),
            *entry_runs(credit.after, guests, setting, inline=True),
        )
    return (look.run(print_title(item.title, setting.voice), role),)


def guests_of(item: Item) -> tuple[Guest, ...]:
    """Everybody in an item."""
    return tuple(guest for credit in item.credits for guest in credit.guests)


def entry_runs(text: str, guests: Sequence[Guest], setting: Setting, *, inline: bool = False) -> tuple[Run, ...]:
    """Words about people, their names in the ink of names."""
    if not text:
        return ()
    look = setting.look
    shown = [shown_guest(guest, setting.voice, inline=inline) for guest in guests if guest.last]
    forms = [re.escape(form) for each in shown for form in (f"{each.first} {each.last}", f"{each.last} {each.first}")]
    if not forms or look.name == look.entry:
        return (look.run(text, "entry"),)
    parts = re.split(f"({'|'.join(forms)})", text)
    return tuple(look.run(part, "name" if number % 2 else "entry") for number, part in enumerate(parts) if part)


def track_blocks(
    item: Item, setting: Setting, align: Align = Align.LEFT, indent: float = 0.0, before: float | None = None
) -> tuple[Block, ...]:
    """The track above a title, where the document prints tracks; it stands apart from the item before."""
    if not item.track:
        return ()
    gap = setting.look.gap if before is None else before
    return (Text((setting.look.run(item.track, "track"),), align, before=gap, after=1.0, indent=indent, keep=True),)


def gap_above(item: Item, setting: Setting) -> float:
    """The space above the head of an item, which its track has when it stands over it."""
    return 0.0 if item.track else setting.look.gap


def subtitle_blocks(
    item: Item, setting: Setting, align: Align = Align.LEFT, indent: float = 0.0
) -> tuple[Block, ...]:
    """The subtitle on its line."""
    if not item.subtitle:
        return ()
    return (Text((setting.look.run(item.subtitle, "subtitle"),), align, indent=indent, keep=True),)


def room_blocks(item: Item, setting: Setting, align: Align = Align.LEFT, indent: float = 0.0) -> tuple[Block, ...]:
    """The room on a line of its own, where the document sets it so."""
    if not item.room or setting.look.rooms != "line":
        return ()
    return (
        Text(
            (setting.look.run(setting.habits.room_form.format(print_room(item.room, setting.voice)), "room"),),
            align,
            indent=indent,
        ),
    )


def room_runs(item: Item, setting: Setting, place: str) -> tuple[Run, ...]:
    """The room after a title or an hour, where the document sets it there."""
    if not item.room or setting.look.rooms != place:
        return ()
    return (setting.look.run(setting.habits.room_join.format(item.room), "room"),)


def prose_blocks(item: Item, setting: Setting, indent: float = 0.0) -> tuple[Block, ...]:
    """The description."""
    look = setting.look
    return tuple(
        Text(
            (look.run(paragraph, "text"),),
            look.text_align,
            after=3.0,
            leading=look.leading,
            indent=indent,
            hyphenate=look.hyphenate,
        )
        for paragraph in item.description
    )


def people_blocks(item: Item, setting: Setting, align: Align = Align.LEFT, indent: float = 0.0) -> tuple[Block, ...]:
    """The people of an item, a block for each capacity, without those who stand in the line of the title."""
    look, blocks = setting.look, list[Block]()
    inline = setting.habits.people == "inline"
    for credit in item.credits:
        if inline and credit.capacity is Capacity.INTERVENTION:
            continue
        printed = print_credit(credit, setting.voice)
        entries = printed.entries
        bulleted = setting.habits.entry_bullets and len(entries) > 1 and align is Align.LEFT
        bullet = look.bullet if bulleted else ""
        lead: tuple[Run, ...] = ()
        if printed.marker and (setting.voice.marker_apart or bullet):
            blocks.append(Text((look.run(printed.marker, "marker"),), align, before=4.0, indent=indent, keep=True))
        elif printed.marker:
            lead = (look.run(printed.marker, "marker"), Run(" ", look.entry))
        for entry in entries:
            runs = (*lead, *entry_runs(entry, credit.guests, setting))
            hyphenate = look.hyphenate and len(entry) > 120
            blocks.append(Text(runs, align, after=1.0, indent=indent, bullet=bullet, hyphenate=hyphenate))
            lead = ()
    return tuple(blocks)


def body_blocks(item: Item, setting: Setting, align: Align = Align.LEFT, indent: float = 0.0) -> tuple[Block, ...]:
    """All that stands under a title: subtitle, room, description and people, in the order of the document."""
    prose, people = prose_blocks(item, setting, indent), people_blocks(item, setting, align, indent)
    room = room_blocks(item, setting, align, indent)
    told = (*people, *prose) if setting.habits.people_first else (*prose, *people)
    subtitle = subtitle_blocks(item, setting, align, indent)
    return (*subtitle, *room, *told) if setting.habits.room_first else (*subtitle, *told, *room)


def talk_pieces(item: Item, setting: Setting, indent: float = 0.0) -> Piece:
    """The talks of a session under it, each with its time where it has one."""
    return join(talk_piece(talk, setting, setting.habits.talk_indent + indent) for talk in item.talks)


def talk_piece(talk: Item, setting: Setting, indent: float = 0.0) -> Piece:
    """One talk: its time, title and people."""
    look, clock = setting.look, hours(talk, setting)
    lead = (look.run(clock, "hour"), Run(setting.habits.hour_join, look.hour)) if clock else ()
    bullet = "" if clock else setting.habits.talk_bullet
    head = Text((*lead, *title_runs(talk, setting)), look.text_align, 3.0, 1.0, look.leading, indent, bullet)
    under = (*subtitle_blocks(talk, setting, indent=indent), *people_blocks(talk, setting, indent=indent))
    return Piece((head, *under), (truth_of(talk, setting, timed=bool(clock), room=False),))
