"""Evidence: what the pages say, with the place where they say it.

Coordinates are PDF points, origin at the top left of the page as it is displayed, y downwards.
Offsets are end-exclusive, pages count from 1, times are naive local.
"""

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that cannot change and has no field but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __eq__(self, other: object) -> bool:
        # Mostly the very same value is met again, as the style of the next line. No value holds more than its fields.
        return self is other or (type(self) is type(other) and self.__dict__ == other.__dict__)


class Box(Frozen):
    """A rectangle on a page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Horizontal extent in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Vertical extent in points."""
        return self.y1 - self.y0

    @property
    def middle_x(self) -> float:
        """The middle between left and right."""
        return (self.x0 + self.x1) / 2

    @property
    def middle_y(self) -> float:
        """The middle between top and bottom."""
        return (self.y0 + self.y1) / 2

    def holds(self, other: "Box") -> bool:
        """Whether the middle of another box lies in this one."""
        return self.x0 <= other.middle_x <= self.x1 and self.y0 <= other.middle_y <= self.y1

    def union(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(
            x0=min(self.x0, other.x0),
            y0=min(self.y0, other.y0),
            x1=max(self.x1, other.x1),
            y1=max(self.y1, other.y1),
        )


# The font of text files, which print none.
TYPED = "texte"


class Style(Frozen):
    """How a run of text is set. Size in points, rounded to half a point; colour as #rrggbb.

    `capitals` is told only where a document sets its titles apart by them alone.
    """

    font: str
    size: float
    bold: bool
    italic: bool
    color: str | None = None
    capitals: bool = False


class Span(Frozen):
    """A run of one style inside a line: `line.text[start:end]`."""

    start: int
    end: int
    box: Box
    style: Style


# Between parts of a line that nothing else parts, on a page that sets them so again and again.
WIDE_SPACE = "\u2003"


class Line(Frozen):
    """One printed line of one column, as printed but for ligatures, soft hyphens and spacing.

    `rotation` is that of the text in degrees, clockwise: 0, 90, 180 or 270. `rank` is where its first
    character stands in the file; `hyphenated` tells that the file itself marks the last hyphen as soft.
    """

    page: int
    text: str
    box: Box
    spans: tuple[Span, ...]
    rotation: int = 0
    rank: int = 0
    hyphenated: bool = False

    @property
    def style(self) -> Style:
        """The style most characters of the line have."""
        if len(self.spans) == 1:
            return self.spans[0].style
        if len(self.spans) == 2:
            return max(self.spans, key=lambda span: span.end - span.start).style
        lengths: dict[Style, int] = {}
        for span in self.spans:
            lengths[span.style] = lengths.get(span.style, 0) + span.end - span.start
        return max(lengths, key=lengths.__getitem__)

    def box_of(self, start: int, end: int) -> Box:
        """The part of the line's box that `text[start:end]` takes, interpolated inside each span along the text."""
        found: Box | None = None
        for span in self.spans:
            first, last = max(start, span.start), min(end, span.end)
            if first < last:
                part = _part(span, first - span.start, last - span.start, self.rotation)
                found = part if found is None else found.union(part)
        return found or self.box


def _part(span: Span, first: int, last: int, rotation: int) -> Box:
    """The box of the characters from `first` to `last` of a span, as if all were equally wide."""
    box = span.box
    length = box.height if rotation in (90, 270) else box.width
    step = length / (span.end - span.start)
    match rotation:
        case 90:  # reads downwards
            return Box(x0=box.x0, y0=box.y0 + first * step, x1=box.x1, y1=box.y0 + last * step)
        case 180:
            return Box(x0=box.x1 - last * step, y0=box.y0, x1=box.x1 - first * step, y1=box.y1)
        case 270:  # reads upwards
            return Box(x0=box.x0, y0=box.y1 - last * step, x1=box.x1, y1=box.y1 - first * step)
        case _:
            return Box(x0=box.x0 + first * step, y0=box.y0, x1=box.x0 + last * step, y1=box.y1)


class Cell(Frozen):
    """A cell of a ruled table: its place in the grid (from 0) and its box; `table` counts the tables of the page."""

    row: int
    column: int
    box: Box
    table: int = 0


class Page(Frozen):
    """One page: its lines in reading order, and apart from them what recurs on pages as furniture.

    `label` is the page number as printed; `rulings` counts the drawn paths; `cells` is filled for pages whose
    rulings make a table; `bars` are boxes of colour around one line each; `doubts` names what makes the reading
    uncertain.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    furniture: tuple[Line, ...] = ()
    cells: tuple[Cell, ...] = ()
    label: str | None = None
    rulings: int = 0
    bars: tuple[Box, ...] = ()
    doubts: tuple[str, ...] = ()


class Document(Frozen):
    """A file that was read: its pages, what the file says of itself, and codes of doubts about all of it."""

    name: str
    sha256: str
    pages: tuple[Page, ...]
    title: str | None = None
    created: dt.date | None = None
    doubts: tuple[str, ...] = ()


class Piece(Frozen):
    """Where a stretch of a passage comes from: `passage.text[start:end]` is `line.text[offset:…]`."""

    start: int
    end: int
    line: Line
    offset: int


class Place(Frozen):
    """A spot on a page and the raw text that stands there."""

    page: int
    box: Box
    raw: str


class Passage(Frozen):
    """Running text put together from lines: hyphenation undone, lines joined, each part traceable.

    `breaks` are the offsets in `text` at which a new printed line begins; `paragraphs` those of them at
    which a new paragraph begins.
    """

    text: str
    pieces: tuple[Piece, ...]
    breaks: tuple[int, ...] = ()
    paragraphs: tuple[int, ...] = ()

    def places(self, start: int = 0, end: int | None = None) -> tuple[Place, ...]:
        """The places `text[start:end]` was read from, one per printed line."""
        end = len(self.text) if end is None else end
        found = []
        for piece in self.pieces:
            first, last = max(start, piece.start), min(end, piece.end)
            if first < last:
                left = piece.offset + first - piece.start
                right = left + last - first
                raw = piece.line.text[left:right].replace(WIDE_SPACE, " ")
                if raw.strip():
                    found.append(Place(page=piece.line.page, box=piece.line.box_of(left, right), raw=raw))
        return tuple(found)


class Capacity(StrEnum):
    """In which capacity somebody takes part; the block they stand in decides."""

    ANIMATION = "animation"
    INTERVENTION = "intervention"
    MODERATION = "modération"


class Kind(StrEnum):
    """What an item of a programme is."""

    SESSION = "session"
    BREAK = "pause"
    LOGISTICS = "logistique"


class Finding(Frozen):
    """Something a stage saw that a person should know: a code of `check.CODES` and the facts.

    `subject` is what the finding is about, as printed.
    """

    code: str
    page: int | None
    subject: str


class Block(Frozen):
    """A stretch of text that names people, and the capacity its marker gives them."""

    capacity: Capacity
    marker: str
    passage: Passage


class Segment(Frozen):
    """One item of the programme before its parts are understood.

    `day` and `hours` are the passages that tell when it takes place (they may stand in the furniture); `until` is the
    time whose end is that of the item when it is another: the last of the rows it spans. `method` says why the
    parts were put together.
    """

    pages: tuple[int, ...]
    kind: Kind
    title: Passage
    subtitle: Passage | None = None
    body: tuple[Passage, ...] = ()
    blocks: tuple[Block, ...] = ()
    day: Passage | None = None
    hours: Passage | None = None
    until: Passage | None = None
    room: Passage | None = None
    track: Passage | None = None
    printed_page: str | None = None
    index_title: str | None = None
    method: str = ""
    findings: tuple[Finding, ...] = ()


class Slot(Frozen):
    """When an item takes place, as printed: nothing here is inferred but the year of the day."""

    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    ends_next_day: bool = False
    half_day: Literal["matin", "après-midi", "soir"] | None = None
    date_method: str = ""
    findings: tuple[Finding, ...] = ()


class Found(Frozen):
    """A value read from a passage and the places it was read from."""

    text: str
    places: tuple[Place, ...]


class Mention(Frozen):
    """A person or a body named in a session: exactly one of `person` and `collective` is set."""

    capacity: Capacity
    person: Found | None
    collective: Found | None
    role: Found | None
    organisations: tuple[Found, ...]
    tentative: bool
    quote: Found


class Outline(Frozen):
    """The items found in a document, in reading order; `refusal` says why there are none.

    `hours_printed` counts the printed times that stand out of the text.
    """

    segments: tuple[Segment, ...]
    hours_printed: int = 0
    findings: tuple[Finding, ...] = ()
    refusal: str | None = None
