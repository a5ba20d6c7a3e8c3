"""Places told by how or where they are set: each item ends with its place in one look, or has it below its hours."""

import re
from collections.abc import Collection, Sequence

from pipeline.document import Line
from pipeline.page.look import Look
from pipeline.segment.anchor import Anchor
from pipeline.segment.day_headings import DayHeading
from pipeline.segment.item_ends import ends_items
from pipeline.segment.room_headings import LONGEST, is_address, names_site
from pipeline.segment.title_lengths import TIME
from pipeline.times.hours import find_hours
from pipeline.wording import BULLETS, find_marker, is_room, opens_person, room_of

# So many lines of a look, so large a part of them, name places before all of them do.
MIN_PLACES, PLACE_SHARE = 3, 0.6
# A sign alone before a name: no letter, figure, quotation mark, bracket, dash or stop.
_SIGNED = re.compile(r"[^\w\s()\[\]«»“”\"'’,;:.!?/*+–—-]\s?\w")
_NOTED = re.compile(r"\s*[·•|–—(]\s*\w")
_LASTS = re.compile(rf"\W*(?:dur[ée]e\s*:?\s*)?(?:environ\s|env\.\s)?{TIME}\W*", re.I)
_SIGNS = re.compile(r"[:,;(–—|]")
_ARTICLE = re.compile(r"(?:la|le|les)\s|l['’]", re.I)
# « Théâtre d'objets · 50 min » is what is played, « Théâtre municipal · 50 min » where.
_GENRE = re.compile(
    r"(?i:th[ée][âa]tre|cin[ée]ma|cirque)(?!\s+(?:municipal|communal|national|de\sla|de\sl['’]|du|des|[A-ZÀ-Þ]))"
)


def find_place_look(
    lines: Sequence[Line], anchors: Sequence[Anchor], days: Sequence[DayHeading], flow: Collection[int], body: Look
) -> Look | None:
    """The look in which the items of a document end with their places, if there is one.

    Example: « Rencontre », « Léa Durand lit la rive. » and, in a colour of its own, « Café des Quais – 5 € ».

    Args:
        lines: the lines of the document in reading order.
        anchors: the times among them.
        days: the headings of days.
        flow: indices of the lines outside grids.
        body: the look of running text.
    """
    looks: dict[Look, list[int]] = {}
    first = anchors[0].place if anchors else len(lines)
    for index in sorted(flow):
        look = Look.of(lines[index].style)
        if index > first and look != body and may_be_place_line(lines[index].text):
            looks.setdefault(look, []).append(index)
    told = {
        look: places
        for look, places in looks.items()
        if _are_places([lines[index].text for index in places])
        # Below people stands where they come from: « Léa Durand », « École des rives ».
        and 3 * sum(opens_person(lines[index - 1].text) for index in places) < len(places)
        and ends_items(lines, places, anchors, days)
    }
    return max(told, key=lambda look: len(told[look]), default=None)


def find_place_signs(lines: Sequence[Line], flow: Collection[int]) -> frozenset[str]:
    """The signs with which the places of items begin: « ⚑ Place du Marché », « ⚑ Église Saint-Loup »."""
    signed: dict[str, list[str]] = {}
    for text in (lines[index].text for index in flow):
        if _SIGNED.match(text) and text[0] not in BULLETS:
            signed.setdefault(text[0], []).append(text[1:].strip())
    return frozenset(
        sign
        for sign, texts in signed.items()
        if sum(is_room(text) or names_site(text) or is_address(text) for text in texts)
        >= max(MIN_PLACES, PLACE_SHARE * len(texts))
    )


def places_below_hours(lines: Sequence[Line], anchors: Sequence[Anchor], untold: Collection[int]) -> bool:
    """Whether places stand right below the hours of a document again and again, each on a line of its own.

    Example: « **Nuit des rives** », « Samedi 20 mai, de 14h à 18h », « Place du Marché », « Par Léa Durand ».

    `untold` are the indices of the lines outside grids that are no times, and no headings of days or rooms.
    """
    spots = [right_below(anchor, lines) for anchor in anchors if anchor.rest is None and anchor.lead is None]
    below = [lines[spot].text for spot in spots if spot in untold]
    named = sum(is_room(text) or names_site(text) or is_address(text) for text in below)
    return named >= max(MIN_PLACES, PLACE_SHARE * len(below))


def right_below(anchor: Anchor, lines: Sequence[Line]) -> int:
    """Where the line below a time stands, behind one that says how long: « 20h30 », « durée 1h10 », « Église »."""
    place = anchor.place + len(anchor.lines)
    inside = 0 <= place < len(lines)  # the hours of a row may stand outside the cell
    return place + (inside and bool(_LASTS.fullmatch(lines[place].text)))


def may_be_place_line(text: str) -> bool:
    """Whether a line may be nothing but the name of a place, as far as its words tell."""
    told = find_hours(text) or find_marker(text) or opens_person(text) or text.endswith((".", ",", ":", "?", "!"))
    return not told and len(room_of(text)) <= LONGEST and text[:1].isupper()


def is_noted_place(text: str) -> bool:
    """Whether a line names a place and says behind a sign how long, for whom or at what price: « Église · 1h30 »."""
    place = room_of(text)
    if not text.startswith(place) or not _NOTED.match(text, len(place)) or _GENRE.match(place):
        return False
    # « Lire au moulin – 20 min » is a title.
    first = _ARTICLE.sub("", place).partition(" ")[0]
    return names_site(first) and not _SIGNS.search(place) and may_be_place_line(place)


def _are_places(texts: Sequence[str]) -> bool:
    """Whether enough lines begin with places, one of them a room beyond doubt."""
    begun = [re.split(r"[,;]", text)[0] for text in texts]
    named = sum(is_room(text) or names_site(text) for text in begun)
    return any(map(is_room, begun)) and named >= max(MIN_PLACES, PLACE_SHARE * len(texts))
