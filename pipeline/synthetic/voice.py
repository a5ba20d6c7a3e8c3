"""How one document says things: one choice of notation, drawn once and kept from the first page to the last."""

import datetime as dt
import random
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Capacity
from pipeline.synthetic.day_style import DayStyle, make_day_style, print_date, print_span
from pipeline.synthetic.entry_style import (
    COMMAS_WITHIN,
    LINED,
    EntryStyle,
    Form,
    make_entry_style,
    print_entry,
    shown_parts,
)
from pipeline.synthetic.event import Credit, Guest
from pipeline.synthetic.hour_style import HourStyle, make_hour_style, print_clock, print_range
from pipeline.synthetic.markers import Marker, make_markers
from pipeline.synthetic.name_style import NameStyle, make_name_style, order_name, shown_name
from pipeline.synthetic.wordplay import capitalised


class Voice(NamedTuple):
    """The notation of a document.

    Attributes:
        hours: Notation of hours; `hours.only_start` prints no end anywhere.
        days: Notation of days; unless `days.complete` the document must print the period somewhere (`print_period`).
        names: Notation of names.
        entries: How a person is told in a block of people.
        joining: What stands between the people of a block: a line feed for an entry each, else all make one entry.
        final: What stands before the last of them in one sentence.
        stop: Whether such a sentence ends with a full stop.
        markers: The words that open a block, by capacity.
        marker_apart: Whether a marker has a line of its own, else it stands before the first entry.
        doubt: How « sous réserve » is printed after an entry.
        biographies: Whether biographies are printed, and what stands before them; empty for none.
        inline: How a person is told in one line with a title.
        inline_sign: What stands between the title and the people in such a line.
        inline_people_first: Whether the people come first.
        inline_quotes: What stands around the title there.
        title_capitals: Whether titles of sessions are in capitals.
        title_quotes: What stands around titles of sessions.
        room_label: What stands before a room (« Lieu : »).
    """

    hours: HourStyle = HourStyle()
    days: DayStyle = DayStyle()
    names: NameStyle = NameStyle()
    entries: EntryStyle = EntryStyle()
    joining: str = "\n"
    final: str = " et "
    stop: bool = False
    markers: tuple[Marker, ...] = ()
    marker_apart: bool = False
    doubt: str = " (sous réserve)"
    biographies: str = ""
    inline: EntryStyle = EntryStyle(Form.BODY_PAREN)
    inline_sign: str = " – "
    inline_people_first: bool = False
    inline_quotes: tuple[str, str] = ("", "")
    title_capitals: bool = False
    title_quotes: tuple[str, str] = ("", "")
    room_label: str = ""


class PrintedCredit(NamedTuple):
    """A block of people: its marker (empty when none) and its entries, each a line or paragraph of its own.

    A voice that lists people in one sentence gives one entry. A line feed in an entry breaks the line.
    """

    marker: str
    entries: tuple[str, ...]


class InlineCredit(NamedTuple):
    """A title with its people in one line: `before + title + after`, people on one side only, signs included."""

    before: str
    title: str
    after: str

    @property
    def line(self) -> str:
        """The whole line; a line feed in it breaks it."""
        return f"{self.before}{self.title}{self.after}"


QUOTES = ("« ", " »")


def make_voice(rng: random.Random) -> Voice:
    """Draw the voice of a document; the same state of `rng` gives the same voice."""
    entries = make_entry_style(rng)
    by_line = entries.form in LINED or rng.random() < 0.62
    joining = (
        "\n"
        if by_line
        else rng.choice([" ; ", " ; ", " • ", " / "] if entries.form in COMMAS_WITHIN else [", ", " ; "])
    )
    bare = entries.form not in LINED and rng.random() < 0.3
    apart = not bare and rng.random() < 0.45
    people_first = rng.random() < 0.35
    sign = rng.choice(
        [" : ", " – ", "\n", " | ", " - "]
        if people_first
        else [" – ", " – ", ", par ", " / ", "\n", " | ", " - ", ". "]
    )
    return Voice(
        hours=make_hour_style(rng),
        days=make_day_style(rng),
        names=make_name_style(rng),
        entries=entries,
        joining=joining,
        final=rng.choice([" et ", " et ", joining, " & "]) if joining == ", " else joining,
        stop=joining != "\n" and rng.random() < 0.4,
        markers=make_markers(rng, apart, bare),
        marker_apart=apart,
        doubt=rng.choice(
            [" (sous réserve)", " (sous réserve)", " (à confirmer)", ", sous réserve", " – sous réserve"]
        ),
        biographies=rng.choice([". ", "\n", ". "]) if rng.random() < 0.22 else "",
        inline=make_entry_style(rng, lists_only=True),
        inline_sign=sign,
        inline_people_first=people_first,
        inline_quotes=QUOTES if rng.random() < 0.3 or sign == ". " else ("", ""),
        title_capitals=rng.random() < 0.2,
        title_quotes=QUOTES if rng.random() < 0.06 else ("", ""),
        room_label=rng.choice(["", "", "", "Lieu : ", "Salle : "]),
    )


def print_hours(start: dt.time, end: dt.time | None, voice: Voice) -> str:
    """When an item takes place, as range or start."""
    return print_range(start, end, voice.hours)


def print_time(time: dt.time, voice: Voice) -> str:
    """One time, for layouts that set start and end apart."""
    return print_clock(time, voice.hours)


def print_day(date: dt.date, voice: Voice, number: int = 1) -> str:
    """A day as a heading; `number` is which day of the event it is."""
    return print_date(date, voice.days, number)


def print_period(days: Sequence[dt.date], voice: Voice) -> str:
    """The days of the event on its cover, with the year."""
    return print_span(days, voice.days)


def print_title(title: str, voice: Voice) -> str:
    """The title of a session as the document sets it."""
    before, after = ("", "") if _is_quoting(title) else voice.title_quotes
    return f"{before}{shown_title(title, voice)}{after}"


def shown_title(title: str, voice: Voice) -> str:
    """The letters of a title as printed, without the quotation marks that stand around every title."""
    return title.upper() if voice.title_capitals else title


def print_room(room: str, voice: Voice) -> str:
    """A room with its label, which « Salle 2 » does not need."""
    return room if room.casefold().startswith(voice.room_label[:5].casefold()) else f"{voice.room_label}{room}"


def shown_guest(guest: Guest, voice: Voice, *, inline: bool = False) -> Guest:
    """What is printed of a guest, in the printed letters: the name, a function and bodies where they are printed."""
    if not guest.last:
        capital = voice.joining == "\n" and not inline
        return guest._replace(collective=capitalised(guest.collective) if capital else guest.collective)
    return shown_parts(shown_name(guest, voice.names), voice.inline if inline else voice.entries)


def print_guest(guest: Guest, voice: Voice) -> str:
    """One person or body with what is said of them, in a block of people."""
    return _printed((guest,), voice, inline=False)


def print_credit(credit: Credit, voice: Voice) -> PrintedCredit:
    """A block of people with its marker; those who lead a session stand in one line where the style allows."""
    marker = next((each for each in voice.markers if each.capacity is credit.capacity), None)
    words = "" if marker is None else marker.one if len(credit.guests) == 1 else marker.many
    if credit.shared:
        return PrintedCredit(words, (_printed(credit.guests, voice, inline=False),))
    entries = [print_guest(guest, voice) for guest in credit.guests]
    leads = credit.capacity is not Capacity.INTERVENTION and voice.entries.form not in LINED
    if voice.joining != "\n" or (leads and not voice.biographies):
        between = voice.joining if voice.joining != "\n" else " ; " if voice.entries.form in COMMAS_WITHIN else ", "
        last = voice.final if voice.joining != "\n" else " et "
        entries = [_in_one_line(entries, between, last) + ("." if voice.stop else "")]
    return PrintedCredit(words, tuple(entries))


def inline_credit(title: str, credits: tuple[Credit, ...], voice: Voice) -> InlineCredit:
    """A title and those who speak in one line: « Titre – Prénom Nom (organisme) », « Nom, organisme : « Titre » ».

    Credits in another capacity are not printed; they need `print_credit`.
    """
    printed = []
    for credit in credits:
        if credit.capacity is Capacity.INTERVENTION:
            groups = [credit.guests] if credit.shared else [(guest,) for guest in credit.guests]
            printed += [_printed(group, voice, inline=True) for group in groups]
    before, after = ("", "") if _is_quoting(title) else voice.inline_quotes
    quoted = f"{before}{shown_title(title, voice)}{after}"
    if not printed:
        return InlineCredit("", quoted, "")
    people = _in_one_line(printed, " ; " if voice.inline.form in COMMAS_WITHIN else ", ", " et ")
    if voice.inline_people_first:
        return InlineCredit(f"{people}{voice.inline_sign}", quoted, "")
    return InlineCredit("", quoted, f"{voice.inline_sign}{people}")


def _is_quoting(title: str) -> bool:
    return any(mark in title for mark in '«“"')


def _in_one_line(texts: Sequence[str], between: str, last: str) -> str:
    return last.join([between.join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


def _printed(guests: Sequence[Guest], voice: Voice, inline: bool) -> str:
    """One entry: a guest, or several who share what is said of the first."""
    shown = [shown_guest(guest, voice, inline=inline) for guest in guests]
    names = _in_one_line(
        [order_name(each, voice.names) if each.last else each.collective for each in shown], ", ", " et "
    )
    text = print_entry(names, shown[0], voice.inline if inline else voice.entries) if shown[0].last else names
    if guests[0].tentative:
        text += voice.doubt
    told = guests[0].biography if voice.biographies and voice.joining == "\n" and not inline else ""
    return f"{text}{voice.biographies}{told}" if told else text
