"""Rooms printed on the line of a title: « Salle 2 | Titre », « (Salle 2) Titre », « Titre – Grande salle »."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import WIDE_SPACE, Kind, Line, Passage, Segment
from pipeline.page.format_labels import label_of
from pipeline.page.line_ends import ends_open
from pipeline.page.passages import cut, join_lines
from pipeline.segment.floors import with_floor
from pipeline.segment.place_words import names_place, opens_with_spot
from pipeline.wording import find_formats, find_marker, is_room, opens_person, plain, strip_civility

_FIRST = re.compile(
    r"^(?:(?P<open>[(\[])|\W)*(?P<room>[^|•–—/:\u2003]{2,48}?|(?:lieu|où|salle)\s*:\s*[^|•–—/\u2003]{2,48}?)\s*"
    r"(?(open)[)\]]|(?:[|•·–—/:\u2003]|\s-\s))\s*(?P<rest>\S.*)$",
    re.I | re.S,
)
_LAST = re.compile(r"^(?P<rest>.*\S)\s*(?:[|•·–—/,\u2003]|\s-\s|\.\s)\s*(?P<room>[^|•–—/,\u2003]{2,60}?)\W*$", re.S)
_BARE = re.compile(
    r"^(?P<rest>.*\S)\s+(?P<room>(?:salle|amphi(?:th[ée][âa]tre)?|auditorium)\s+(?:\d\w{0,3}|[A-Z]\d{0,3}))\W*$",
    re.I | re.S,
)
# A sign that ends a title parts it from a room: « “Habiter la rive” Salle Nord », « Qui a peur de l'eau ? Salle 2 ».
_BEHIND_END = re.compile(r"^(?P<rest>.*[\w?!]\s?[»”?!])\s+(?P<room>[A-ZÀ-Þ][^«»“”?!|,;:]{2,48})$", re.S)
# A title in capitals and, behind it, a room that is not: « HABITER LA RIVE Grande halle ».
_LOWERED = re.compile(
    r"^(?P<rest>.*?(?<![^\W\d_])[^a-zà-öø-ÿ]{10,}\s)(?P<room>[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ’'-]+(?:\s[^\s,;:()]+){0,5})$", re.S
)
# A floor may stand in brackets of its own: « Titre (Plénière (1er étage)) ».
BRACKET = re.compile(
    r"^(?P<rest>(?:[^()\[\]]|\([^()]*\)|\[[^\[\]]*\])+?)\s*"
    r"[(\[](?P<room>[^()\[\]]{2,60}(?:\([^()]{2,40}\))?)[)\]]\W*$",
    re.S,
)
# « Lire la rive au Café des Quais », « Concert à l'auditorium ».
_AT = re.compile(
    r"^(?P<rest>.*\S)\s+(?:[àa]\s+(?:l['’]|la\s|(?=[A-ZÀ-Þ]))|aux?\s)(?P<room>[^\s|•–—/,;:()][^|•–—/,;:()]{2,47})$",
    re.S,
)
# A line that ends so goes on below with the name of a room: « Grande », « salle Nord ».
_OPENS_ROOM = re.compile(
    r".*\b(?:petite?|grande?|nouvelle|nouveau|ancienne?|haute?|basse?|de|d['’]|du|la|le|l['’])", re.I
)
_SIGNS = f" |•·–—/:,;-{WIDE_SPACE}"
_CAFE = re.compile(r"(?:caf[ée]|brasserie|restaurant|bar)\s", re.I)
# The code of a room in brackets: « (S022-S023) », « (B 105) ».
_CODE = re.compile(r"[A-Z]{1,2}[ .-]?\d{2,4}(?:\s?[-/,&]\s?[A-Z]{0,2}[ .-]?\d{2,4})*")

# A room that no sign parts from the title before it begins with one of its last capitalised words.
_CAPITALISED = re.compile(r"(?<=\w\s)[A-ZÀ-Þ]")
MAX_ROOM_WORDS = 4

# These tell a place even beside the word for a format: « Plénière (rez-de-chaussée) ».
_FLOORS = re.compile(r"\b(?:salle|amphi|[ée]tage|rez-de-chauss[ée]e|sous-sol|b[âa]timent|niveau)\b", re.I)
# A place beside titles is a room when it stands there at least so many times.
MIN_REPEATS = 2
# « au théâtre » may be what a title is about: as a room it stands so many times.
MIN_COMMON = 3
# So many items that end with a room in brackets make a habit.
MIN_BRACKETS = 3
# So large a part of the tracks of a document must name places before they are its rooms.
PLACE_SHARE = 0.7


# People behind a room on its line: « Salle 2 · Léa Durand, éclusière », « (Salle 2) • Léa Durand, éclusière ».
_ROOM_FIRST = re.compile(r"\W*(?P<room>[^|•·:–—,(]{2,48}?\w)[)\]]?\s*(?:[|•·:–—]|\s-)\s+(?=\w)")
# « Atelier 2 – Espace des cartes »; « Visite – Halle aux grains » tells what is visited.
_LABELLED_ROOM = re.compile(r"(?P<label>[^|•·:–—,(]{4,40}?)\s*(?:[|•·–—,(]|\s-)\s*(?P<room>\w.*)")
_NUMBERED = re.compile(r"\d|\s[A-Z]$")
# More than a name: « Salle Nord – Marie Curie » may be the name of a room.
_TOLD = re.compile(r"[,(]|\set\s")


def end_of_room(text: str) -> int | None:
    """The offset of what stands behind a room and a sign: « Salle 2 | Habiter la rive »."""
    found = _ROOM_FIRST.match(text)
    return found.end() if found and is_room(found["room"]) else None


def room_at_end(text: str) -> str:
    """The room that ends a line: « Axe 2 – Les rives, Salle 2 »; nothing if it is the whole line."""
    if (spot := _behind_wide_space(text)) is not None:
        return text[spot:]
    room = re.split(r"[,|(–—]", text)[-1].strip(" ).")
    return room if room != text.strip() and is_room(room) else ""


def people_behind(text: str) -> int | None:
    """Where people begin behind a room and a sign: « Salle 2 · Léa Durand, éclusière », « Salle 2 – Avec : Léa »."""
    spot = end_of_room(text)
    if spot is None:
        return None
    rest = text[spot:]
    if marker := find_marker(rest):
        return spot if opens_person(rest[marker.rest :].lstrip()) else None
    return spot if opens_person(rest) and (_TOLD.search(rest) or strip_civility(rest)) else None


def room_behind_label(text: str) -> int | None:
    """The offset at which a room begins behind the name of a format alone: « Atelier 2 – Salle des cartes »."""
    found = _LABELLED_ROOM.match(text)
    if found is None or not (label_of(found["label"]) and is_room(found["room"])):
        return None
    return found.start("room") if _NUMBERED.search(found["label"]) else None


def names_floor(text: str) -> bool:
    """Whether a word of a text tells where in a building something is."""
    return bool(_FLOORS.search(text))


def places_as_rooms(segments: Sequence[Segment]) -> list[Segment]:
    """The segments with their tracks as rooms, where the tracks of a document are places: « Cinéma Le Rex »."""
    tracks = {segment.track.text.casefold() for segment in segments if segment.track is not None}
    places = {track for track in tracks if names_place(track) and (_FLOORS.search(track) or not find_formats(track))}
    if len(places) < max(MIN_REPEATS, PLACE_SHARE * len(tracks)):
        return list(segments)
    return [
        segment.model_copy(update={"room": segment.track, "track": None})
        if segment.track is not None and segment.room is None and segment.track.text.casefold() in places
        else segment
        for segment in segments
    ]


def split_rooms(segments: Sequence[Segment]) -> list[Segment]:
    """The segments without the rooms their titles share: « Grande halle | Titre », « Titre (Grande halle) ».

    « Titre (Atelier 1) » has a room too where other sessions have some: « Titre (Auditorium) ».
    """
    fields = [_fields(segment.title) if segment.room is None else [] for segment in segments]
    known = {_key(segment.room) for segment in segments if segment.room is not None}
    fields = [
        [each for each in found if not _names_format(each.room) or (each.apart and len(known) >= MIN_REPEATS)]
        for found in fields
    ]
    # What is printed once over several days is one place, and a title that stands twice is no habit.
    printed = {
        (_key(field.room), field.title.text if segment.kind is Kind.SESSION else str(id(field.room.pieces[0].line)))
        for segment, found in zip(segments, fields, strict=True)
        for field in found
    }
    counts = Counter(key for key, _ in printed)
    counts.update(_key(segment.room) for segment in segments if segment.room is not None)
    bracketed = _are_told_in_brackets(segments)
    result = []
    for segment, found in zip(segments, fields, strict=True):
        told = split_room(segment.title) if segment.room is None else Located(segment.title, None)
        if told.room is not None:
            result.append(segment.model_copy(update={"title": told.title, "room": told.room}))
            continue
        shared = [
            field
            for field in found
            if counts[_key(field.room)] >= (MIN_COMMON if field.common else MIN_REPEATS)
            and (
                names_place(field.room.text)
                or _CODE.fullmatch(field.room.text.strip())
                or _CAFE.match(field.room.text)
            )
        ]
        if bracketed and (place := _in_brackets(segment)):
            shared = [place]
        if shared:
            # « Titre *Plénière (1er étage)* »: of what recurs alike the longest is the room.
            best = max(shared, key=lambda field: (counts[_key(field.room)], len(field.room.text)))
            result.append(segment.model_copy(update={"title": best.title, "room": best.room}))
        else:
            result.append(segment)
    return result


def _are_told_in_brackets(segments: Sequence[Segment]) -> bool:
    """Whether items of a document end with rooms in brackets as a habit: then others do so with other places."""
    told = [found["room"].strip() for segment in segments if (found := BRACKET.match(segment.title.text))]
    return sum(is_room(room) or opens_with_spot(room) for room in told) >= MIN_BRACKETS


class Field(NamedTuple):
    """A way to read a title as title and room.

    `apart` where the room is in brackets or in a style of its own, `common` where it has no name: « au théâtre ».
    """

    title: Passage
    room: Passage
    apart: bool
    common: bool = False


def _in_brackets(segment: Segment) -> Field | None:
    """The title of an item and the place behind it: « Bal (sous la halle) », of breaks « Dîner (La Péniche) » too."""
    title = segment.title
    found = BRACKET.match(title.text)
    if found is None or opens_person(found["room"]):
        return None
    if not opens_with_spot(found["room"]) and (segment.kind is Kind.SESSION or not found["room"][:1].isupper()):
        return None  # « Dîner (sur réservation) »
    return Field(_trimmed(cut(title, *found.span("rest"))), cut(title, *found.span("room")), True)


def _key(room: Passage) -> str:
    """By what the places beside titles are the same: « l'Auditorium », « auditorium »."""
    return re.sub(r"^(?:l'|la |les? )", "", plain(room.text.strip()))


def _fields(title: Passage) -> list[Field]:
    """The ways a title can be read as title and room."""
    found = []
    for pattern in (BRACKET, _LAST, _FIRST, _LOWERED):
        match = pattern.match(title.text)
        if match and len(match["rest"]) > 3 and not opens_person(match["room"]) and len(match["room"].split()) < 7:
            found.append(Field(*parted_at_room(title, match), pattern is BRACKET))
    found += [
        Field(_trimmed(cut(title, 0, start)), _trimmed(cut(title, start)), True)
        for start in _style_starts(title)
        if title.text[:start].strip() and len(title.text[start:].split()) < 7
    ]
    found += [Field(_trimmed(cut(title, 0, start)), cut(title, start), False) for start in _bare_starts(title.text)]
    behind = _AT.match(title.text)
    if behind and (names_place(behind["room"]) or _CAFE.match(behind["room"])):
        rest, room = _trimmed(cut(title, *behind.span("rest"))), cut(title, *behind.span("room"))
        found.append(Field(rest, room, apart=False, common=room.text.islower() and " " not in room.text))
    return [field for field in found if field.title.text and field.room.text]


def _bare_starts(text: str) -> list[int]:
    """Where a room may begin behind a title with no sign between them: « Habiter la rive Amphi Durand »."""
    starts = [word.start() for word in _CAPITALISED.finditer(text)][-MAX_ROOM_WORDS:]
    return [start for start in starts if is_room(text[start:].strip()) and not ends_open(text[:start].rstrip())]


def _names_format(room: Passage) -> bool:
    """Whether what stands beside a title names a format, as some rooms do: « Atelier 1 »."""
    return bool(find_formats(room.text)) and not _FLOORS.search(room.text)


class Located(NamedTuple):
    """A title without the room printed beside it, and the room."""

    title: Passage
    room: Passage | None


def split_room(title: Passage) -> Located:
    """The title and the room of a line that prints both; the title alone when nothing in it is known as a room.

    Example: « Habiter la rive (Salle 2) » → « Habiter la rive », « Salle 2 ».
    """
    if (spot := _behind_wide_space(title.text)) is not None:
        return Located(_trimmed(cut(title, 0, spot)), _trimmed(cut(title, spot)))
    for start in _style_starts(title):
        if is_room(title.text[start:].strip(" –—-,·•|()")) and re.search(r"\w{2}", title.text[:start]):
            return Located(_trimmed(cut(title, 0, start)), _trimmed(cut(title, start)))
    for pattern in (BRACKET, _LAST, _FIRST, _BARE, _BEHIND_END):
        found = pattern.match(title.text)
        told = Located(*parted_at_room(title, found)) if found else None
        if told and told.room and is_room(told.room.text.strip()) and re.search(r"\w{2}", told.title.text):
            return told
    return Located(title, None)


def _behind_wide_space(text: str) -> int | None:
    """Where a room begins behind a title and a wide space: few words, which nothing else follows."""
    before, space, behind = text.rpartition(WIDE_SPACE)
    few = 0 < len(behind.split()) <= MAX_ROOM_WORDS and behind[:1].isupper()
    if not space or not few or is_room(before.strip()) or label_of(before) or opens_person(behind):
        return None
    return len(before) + 1 if is_room(behind) or not find_formats(behind) else None


def parted_at_room(title: Passage, found: re.Match[str]) -> tuple[Passage, Passage]:
    """The rest and the room that a pattern found in a title, the room with its floor."""
    (first, last), (start, end) = found.span("rest"), with_floor(title.text, *found.span("room"))
    return _trimmed(cut(title, first, min(last, start) if first < start else last)), cut(title, start, end)


def _style_starts(title: Passage) -> list[int]:
    """Where the style of a title changes: a room at its end may be told by its style alone."""
    return [
        piece.start + span.start - piece.offset
        for piece in title.pieces
        for span in piece.line.spans
        if piece.offset < span.start < piece.offset + piece.end - piece.start
    ]


def _trimmed(passage: Passage) -> Passage:
    text = passage.text
    start = len(text) - len(text.lstrip(_SIGNS))
    end = len(text.rstrip(_SIGNS))
    return cut(passage, start, end)


def theme_and_room(head: Sequence[Line]) -> tuple[Passage | None, Passage | None]:
    """What the head of a column names: « Axe A – Les rives » and below it « Salle 12 » are a track and its room."""
    below = next((number for number, line in enumerate(head) if is_room(line.text) and len(line.text.split()) > 1), 0)
    theme, room = head[:below], head[below:]
    if not theme or any(is_room(line.text) for line in theme) or _OPENS_ROOM.fullmatch(theme[-1].text.strip()):
        return None, join_lines(head, one_paragraph=True) if head else None
    return join_lines(theme, one_paragraph=True), join_lines(room, one_paragraph=True)


def room_at(rooms: Sequence[Passage], height: float) -> Passage | None:
    """Of the rooms of a cell the one that holds at a height of the page: the last that begins above."""
    if not rooms:
        return None
    above = [room for room in rooms if room.pieces[0].line.box.y0 <= height + 3]
    return above[-1] if above and len(rooms) > 1 else rooms[0]
