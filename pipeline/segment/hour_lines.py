"""What goes on behind a time on its line where the title stands elsewhere: « 14h – Médiathèque de Brou »."""

import re
from collections.abc import Sequence

from pipeline.document import Line
from pipeline.page.entries import LABELLED
from pipeline.page.passages import cut_line
from pipeline.segment.anchor import Anchor
from pipeline.segment.place_words import names_place, opens_with_place
from pipeline.segment.rooms import end_of_room, names_floor
from pipeline.segment.setting import Setting
from pipeline.segment.title_runs import is_room_beside
from pipeline.times.hours import find_hours
from pipeline.wording import find_formats, is_room, opens_people, opens_person

# So many lines of times must go on with a short text, and this part of these with a place.
MIN_LINES, SHARE = 3, 0.5
# Of what stands behind rooms so large a part is told once only where it is titles: a floor is told again and again.
TOLD_ONCE = 0.8
# The name of a place is no longer than this.
LONGEST = 60
# Between several times on one line, and before what goes on behind them.
_BETWEEN = re.compile(r"[\s,/|+&–—-]*(?:et|puis|ou)?[\s,/|+&–—-]*", re.I)
_SIGNS = re.compile(r"[\s|–—:•·,.>→/\])-]*")
_SENTENCE = re.compile(r"[.!?:;]")


def behind_hours(anchor: Anchor) -> Line | None:
    """What stands behind the last of the times on one line, whatever leads to them: « Visite • 10h • Halle »."""
    if len(anchor.lines) > 1 or (anchor.rest is None and anchor.lead is None):
        return None
    line, end = anchor.lines[0], anchor.hours.end_offset if anchor.rest is None else anchor.rest
    for hours in find_hours(line.text):
        if hours.start_offset >= end and _BETWEEN.fullmatch(line.text, end, hours.start_offset):
            end = hours.end_offset
    signs = _SIGNS.match(line.text, end)
    spot = signs.end() if signs else end
    return cut_line(line, spot)[1] if re.search(r"\w{2}", line.text[spot:]) else None


def is_room_below(anchor: Anchor, lines: Sequence[Line], place: int) -> bool:
    """Whether a line is the room below a time, in a column of the two: the title is beside, and read behind them."""
    if not is_room_beside(lines, place):
        return False
    room, title = lines[place], lines[place + 1]
    return title.page == anchor.lines[-1].page and title.box.y0 < room.box.y0


def may_be_place(text: str) -> bool:
    """Whether a text is as short as the name of a place, and neither a sentence nor a person."""
    begun = text[:1].isupper() or opens_with_place(text)
    return len(text) <= LONGEST and begun and not _SENTENCE.search(text.rstrip()) and not opens_person(text)


def is_bare_place(text: str) -> bool:
    """Whether a text may be a place: behind an hour, as others stand there, it is one (« Forum », « Atelier 1 »)."""
    return LABELLED.fullmatch(text) is not None or (
        len(text.split()) == 1 and names_place(text) and not find_formats(text)
    )


def names_only_place(text: str, setting: Setting, *, below: bool = False) -> bool:
    """Whether what stands beside a time is a room alone, as the document sets its rooms.

    With text `below` it may be told by its first word: « Cinéma Le Palace – Place du Quai ».
    """
    known = is_bare_place(text) or (below and may_be_place(text) and opens_with_place(text))
    placed = is_room(text) or (setting.rooms_behind_hours and known)
    return placed and not (setting.titles_behind_rooms and end_of_room(text))


def places_behind_hours(anchors: Sequence[Anchor]) -> bool:
    """Whether the lines of times go on with the place of the item again and again."""
    texts = [behind.text for anchor in anchors if (behind := behind_hours(anchor))]
    short = [text for text in texts if may_be_place(text)]
    places = sum(is_room(text) or names_place(text) or opens_people(text) for text in short)
    return len(short) >= MIN_LINES and 2 * len(short) > len(texts) and places >= SHARE * len(short)


def titles_behind_rooms(anchors: Sequence[Anchor]) -> bool:
    """Whether the lines of times go on with a room and behind it the title: « 14h | Salle 2 | Habiter la rive »."""
    texts = [behind.text for anchor in anchors if (behind := behind_hours(anchor))]
    rests = [text[spot:].casefold() for text in texts if (spot := end_of_room(text))]
    told = {rest for rest in rests if not names_floor(rest)}
    return len(rests) >= MIN_LINES and len(told) >= TOLD_ONCE * len(rests)
