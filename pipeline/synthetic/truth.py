"""The truth of an invented programme: what a person would read on its pages, in the gold format."""

import re
from collections.abc import Iterable
from pathlib import Path

from pipeline.document import Capacity
from pipeline.evaluate.gold import KINDS, GoldCollective, GoldPerson, GoldSession
from pipeline.synthetic.event import Body, Credit, Guest, Item
from pipeline.synthetic.titles import FORMATS
from pipeline.synthetic.voice import Voice, shown_guest, shown_title

_OF_A_UNIT = re.compile(r"(?P<role>[\w-]+) du (?P<unit>(?:pôle|service|réseau) .+)")


def gold_of(
    item: Item,
    voice: Voice,
    *,
    day: bool = True,
    start: bool = True,
    end: bool = True,
    room: bool = True,
    track: bool = True,
    subtitle: bool = True,
    description: bool = True,
    credits: bool = True,
    inline: bool = False,
    printed_page: str | None = None,
    index_title: str | None = None,
) -> GoldSession:
    """What a layout prints of an item, its talks not included: they are sessions of their own.

    Args:
        item: The item.
        voice: How the document prints things; what the voice leaves out is no part of the truth either.
        day: Whether the day stands somewhere for it (its own line, a heading, the header).
        start: Whether its start is printed.
        end: Whether its end is printed (a voice may print starts only).
        room: Whether its room is printed.
        track: Whether its track is printed.
        subtitle: Whether its subtitle is printed.
        description: Whether its description is printed.
        credits: Whether its people are printed.
        inline: Whether those who speak are printed by `inline_credit` rather than `print_credit`.
        printed_page: The printed number of the page it begins on.
        index_title: Its title in the index.
    """
    told = item.credits if credits else ()
    said = [item.title, item.subtitle if subtitle else "", *(item.description if description else ())]
    name = item.format.replace("’", "'")  # formats have one spelling, whatever the apostrophes of the event
    return GoldSession(
        title=shown_title(item.title, voice),
        subtitle=(item.subtitle or None) if subtitle else None,
        kind=KINDS[item.kind],
        date=item.date if day else None,
        start=item.start if start else None,
        end=item.end if start and end and not voice.hours.only_start else None,
        room=(item.room or None) if room else None,
        track=(item.track or None) if track else None,
        format=name if name and _says_format(name, said) else None,
        people=tuple(
            _person(guest, credit, voice, inline) for credit in told for guest in credit.guests if guest.last
        ),
        collectives=tuple(
            _collective(guest, credit, voice, inline) for credit in told for guest in credit.guests if not guest.last
        ),
        printed_page=printed_page,
        index_title=index_title,
    )


def write_gold(path: Path, sessions: Iterable[GoldSession]) -> None:
    """Write a gold file: a JSON list, the same bytes for the same sessions."""
    from pydantic import TypeAdapter

    rows = tuple(sessions)
    data = TypeAdapter(tuple[GoldSession, ...]).dump_json(rows, indent=1, exclude_defaults=False)
    path.write_bytes(data + b"\n")


def _says_format(name: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts says in words that the session is of a format."""
    said = " ".join(texts).casefold().replace("’", "'")
    return any(word.casefold() in said for word in (name, *FORMATS.get(name, ())))


def _is_inline(credit: Credit, inline: bool) -> bool:
    return inline and credit.capacity is Capacity.INTERVENTION


def _person(guest: Guest, credit: Credit, voice: Voice, inline: bool) -> GoldPerson:
    """A person as printed; who shares an affiliation has what is printed of the first."""
    here = _is_inline(credit, inline)
    shown = shown_guest(guest, voice, inline=here)
    said = shown_guest(credit.guests[0], voice, inline=here) if credit.shared else shown
    role, organisations = affiliation_of(said)
    return GoldPerson(
        name=f"{shown.first} {shown.last}",
        role=role,
        organisations=organisations,
        capacity=credit.capacity,
        tentative=guest.tentative,
    )


def _collective(guest: Guest, credit: Credit, voice: Voice, inline: bool) -> GoldCollective:
    shown = shown_guest(guest, voice, inline=_is_inline(credit, inline))
    body, *others = labels_of(shown.bodies)
    return GoldCollective(
        organisation=body,
        label=shown.collective,
        capacity=credit.capacity,
        tentative=guest.tentative,
        accepted=tuple(others),
    )


def affiliation_of(guest: Guest) -> tuple[str | None, tuple[str, ...]]:
    """The function of somebody and the names of the bodies: a unit that the printed function names is one of them.

    Example: « responsable du pôle habitat » of Vézac is « responsable », of « pôle habitat » and of « Vézac ».
    """
    labels = labels_of(guest.bodies)
    named = _OF_A_UNIT.fullmatch(guest.role)
    return (named["role"], (named["unit"], *labels)) if named else (guest.role or None, labels)


def labels_of(bodies: Iterable[Body]) -> tuple[str, ...]:
    """The names of bodies, each before those it belongs to, no name twice."""
    labels: dict[str, None] = {}
    for body in bodies:
        level: Body | None = body
        while level is not None:
            labels[level.label] = None
            level = level.parent
    return tuple(labels)
