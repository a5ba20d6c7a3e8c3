"""How an invented document is set: page, faces, sizes, colours, rulings, what stands in its header and footer."""

import random
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from pipeline.synthetic.sheet import Align, Ink, Run

Role = Literal[
    "event",
    "heading",
    "day",
    "title",
    "subtitle",
    "hour",
    "room",
    "track",
    "marker",
    "entry",
    "name",
    "text",
    "small",
]
RoomPlace = Literal["line", "title", "hour", "none"]
Furniture = Literal["", "event", "day", "page", "event page", "day page", "event day"]

A4, A5 = (595.0, 842.0), (420.0, 595.0)
FURNITURE: tuple[Furniture, ...] = ("", "", "", "event", "page", "page", "event page", "day page", "event day")
INKS = ("#1d1d1b", "#000000", "#000000", "#222222", "#333333", "#14213d")
ACCENTS = (
    "#c8102e",
    "#00539f",
    "#0b6e4f",
    "#7b2d8b",
    "#e2007a",
    "#1f7a8c",
    "#d35400",
    "#2e4a8f",
    "#9a031e",
    "#4a5d23",
)
TINTS = ("#eef3fa", "#f3f3f3", "#fdf1e3", "#e9f5ee", "#f7ecf5", "#fff8d6", "#e6e6e6", "#dfeaf4")


class Look(NamedTuple):
    """The typography of one document. Inks by role; `capitals` are the roles printed in capitals.

    `gap` is the space between items in points, `rooms` where a room stands, `ends` whether ends are printed at all;
    `strong`, `tint` and `zebra` are fills (#rrggbb or empty) for head rows, breaks and every second row.
    """

    event: Ink
    heading: Ink
    day: Ink
    title: Ink
    subtitle: Ink
    hour: Ink
    room: Ink
    track: Ink
    marker: Ink
    entry: Ink
    name: Ink
    text: Ink
    small: Ink
    width: float = A4[0]
    height: float = A4[1]
    margin: float = 48.0
    capitals: frozenset[Role] = frozenset()
    align: Align = Align.LEFT
    text_align: Align = Align.LEFT
    hyphenate: bool = False
    leading: float = 1.25
    gap: float = 8.0
    padding: float = 4.0
    ends: bool = True
    rooms: RoomPlace = "line"
    bullet: str = ""
    ruled: str = "all"
    strong: str = ""
    tint: str = ""
    zebra: str = ""
    header: Furniture = ""
    footer: Furniture = ""

    def ink(self, role: Role) -> Ink:
        """The ink of a role."""
        ink: Ink = getattr(self, role)
        return ink

    def run(self, text: str, role: Role) -> Run:
        """Text in the ink and case of a role."""
        return Run(text.upper() if role in self.capitals else text, self.ink(role))

    def scaled(self, factor: float) -> "Look":
        """The same typography in other sizes, for denser or airier pages."""
        inks: dict[str, Any] = {
            role: self.ink(role)._replace(size=_half(self.ink(role).size * factor)) for role in _roles()
        }
        return self._replace(**inks)

    def paged(self, size: tuple[float, float], margin: float) -> "Look":
        """The same typography on another page."""
        return self._replace(width=size[0], height=size[1], margin=margin)


def make_look(rng: random.Random) -> Look:
    """A look as a designer, a secretary with a word processor, an academic or a plain typist would set it."""
    maker = rng.choice(MAKERS)
    look = maker(rng)
    return look._replace(
        ends=rng.random() < 0.7,
        rooms=rng.choice(("line", "line", "title", "hour")),
        header=rng.choice(FURNITURE),
        footer=rng.choice(FURNITURE),
        padding=rng.choice((2.5, 4.0, 6.0)),
        gap=rng.choice((3.0, 6.0, 9.0, 14.0)),
        bullet=rng.choice(("•", "–", "-", "▪", "●", "→")),
    )


def _designer(rng: random.Random) -> Look:
    """Two faces, an accent colour, contrasts of size and weight."""
    body, dark, accent = rng.choice((7.5, 8.0, 9.0, 9.5)), rng.choice(INKS), rng.choice(ACCENTS)
    second = rng.choice((accent, rng.choice(ACCENTS), dark))
    head, plain = rng.choice((("condensed", "sans"), ("sans", "sans"), ("serif", "sans"), ("sans", "serif")))
    text = Ink(plain, body, color=dark)
    title = Ink(
        head, _half(body * rng.choice((1.0, 1.2, 1.4, 1.8))), rng.random() < 0.8, color=rng.choice((dark, accent))
    )
    hour = Ink(
        head,
        _half(body * rng.choice((1.0, 1.2, 1.5, 2.0))),
        rng.random() < 0.7,
        color=rng.choice((second, accent, dark)),
    )
    tint = rng.choice(TINTS)
    return Look(
        event=Ink(head, rng.choice((22.0, 28.0, 36.0)), True, color=accent),
        heading=Ink(
            head, rng.choice((14.0, 18.0)), rng.random() < 0.7, color=second, spacing=rng.choice((0.0, 2.0, 4.0))
        ),
        day=Ink(head, _half(body * rng.choice((1.5, 2.0, 2.4))), True, color=rng.choice((accent, second))),
        title=rng.choice((title, title, title, hour)),
        subtitle=title._replace(bold=False, size=_half((title.size + body) / 2), italic=rng.random() < 0.3),
        hour=hour,
        room=text._replace(color=rng.choice((second, dark)), bold=rng.random() < 0.4, italic=rng.random() < 0.2),
        track=Ink(head, body, rng.random() < 0.6, color=second),
        marker=text._replace(bold=rng.random() < 0.6, color=rng.choice((accent, dark))),
        entry=text._replace(italic=rng.random() < 0.15),
        name=text._replace(bold=rng.random() < 0.5),
        text=text,
        small=text._replace(size=_half(body * 0.85), color=rng.choice((dark, "#666666"))),
        margin=rng.choice((28.0, 36.0, 45.0)),
        capitals=_some_capitals(
            rng, (("title", 0.25), ("day", 0.5), ("marker", 0.35), ("track", 0.6), ("heading", 0.6))
        ),
        text_align=rng.choice((Align.LEFT, Align.LEFT, Align.JUSTIFY)),
        hyphenate=rng.random() < 0.35,
        leading=rng.choice((1.15, 1.25, 1.35)),
        ruled=rng.choice(("rows", "none", "rows", "all")),
        strong=rng.choice((accent, second, "")),
        tint=rng.choice((tint, "")),
        zebra=rng.choice((tint, "", "")),
    )


def _secretary(rng: random.Random) -> Look:
    """A word processor's own styles: one face, a little blue, tables ruled all over."""
    face, body = rng.choice(("sans", "sans", "serif")), rng.choice((10.0, 11.0, 11.0, 12.0))
    blue = rng.choice(("#000000", "#1f3864", "#2e74b5", "#c00000", "#538135"))
    text = Ink(face, body)
    strong = text._replace(bold=True)
    title = rng.choice((strong, strong, text, strong._replace(color=blue), text._replace(color=blue)))
    hour = rng.choice((strong, text, title))
    shade = rng.choice(("#d9e2f3", "#e2efd9", "#f2f2f2", "#fff2cc", "#d9d9d9"))
    return Look(
        event=strong._replace(size=rng.choice((14.0, 16.0, 20.0)), color=blue),
        heading=strong._replace(size=rng.choice((12.0, 14.0)), spacing=rng.choice((0.0, 0.0, 5.0))),
        day=strong._replace(size=rng.choice((body, body + 1, body + 3)), color=rng.choice((blue, "#000000"))),
        title=title,
        subtitle=text._replace(italic=rng.random() < 0.5),
        hour=hour,
        room=text._replace(italic=rng.random() < 0.4),
        track=text._replace(bold=rng.random() < 0.4, color=blue),
        marker=rng.choice((text, strong, text._replace(italic=True))),
        entry=text._replace(italic=rng.random() < 0.3),
        name=rng.choice((text, text, strong)),
        text=text,
        small=text._replace(size=body - 2),
        margin=rng.choice((57.0, 64.0, 71.0)),
        capitals=_some_capitals(rng, (("title", 0.12), ("day", 0.4), ("heading", 0.6), ("event", 0.5))),
        align=rng.choice((Align.LEFT, Align.CENTER)),
        text_align=rng.choice((Align.LEFT, Align.LEFT, Align.JUSTIFY)),
        leading=rng.choice((1.15, 1.2, 1.4)),
        ruled=rng.choice(("all", "all", "rows", "none")),
        strong=rng.choice((shade, "", "#1f3864")),
        tint=rng.choice((shade, "", "")),
        zebra=rng.choice(("#f2f2f2", "", "", "")),
    )


def _academic(rng: random.Random) -> Look:
    """Serif, black, italics for titles or names, centred headings, justified text."""
    body = rng.choice((10.0, 11.0, 11.0, 12.0))
    accent = rng.choice(("#000000", "#000000", "#7b1113", "#1a3a5c"))
    text = Ink(rng.choice(("serif", "serif", "serif", "sans")), body)
    italic, bold = text._replace(italic=True), text._replace(bold=True)
    title = rng.choice((italic, italic, text, bold))
    return Look(
        event=bold._replace(size=rng.choice((16.0, 18.0, 22.0)), color=accent),
        heading=text._replace(size=body + 2, bold=rng.random() < 0.5, spacing=rng.choice((0.0, 3.0, 6.0))),
        day=bold._replace(size=rng.choice((body, body + 2)), color=accent),
        title=title,
        subtitle=rng.choice((italic, text)),
        hour=rng.choice((bold, text, text)),
        room=rng.choice((text, italic)),
        track=bold._replace(color=accent),
        marker=rng.choice((text, italic, text)),
        entry=text,
        name=bold if not title.bold and rng.random() < 0.6 else text,
        text=text,
        small=text._replace(size=body - 2),
        margin=rng.choice((64.0, 71.0)),
        capitals=_some_capitals(rng, (("day", 0.3), ("event", 0.3), ("heading", 0.5))),
        align=rng.choice((Align.CENTER, Align.CENTER, Align.LEFT)),
        text_align=rng.choice((Align.JUSTIFY, Align.JUSTIFY, Align.LEFT)),
        hyphenate=rng.random() < 0.3,
        leading=rng.choice((1.15, 1.25, 1.5)),
        ruled=rng.choice(("none", "rows", "all")),
    )


def _plain(rng: random.Random) -> Look:
    """One ink for everything, or nearly: what is left after a copy from an e-mail."""
    text = Ink(rng.choice(("sans", "serif")), rng.choice((10.0, 11.0, 12.0)))
    head = rng.choice((text, text._replace(bold=True), text._replace(size=text.size + 4)))
    day = rng.choice((text, head))
    return Look(
        event=head,
        heading=head,
        day=day,
        title=text,
        subtitle=text,
        hour=text,
        room=text,
        track=text,
        marker=text,
        entry=text,
        name=text,
        text=text,
        small=text,
        margin=rng.choice((57.0, 71.0)),
        capitals=_some_capitals(rng, (("day", 0.4), ("event", 0.6), ("title", 0.15))),
        leading=rng.choice((1.15, 1.3)),
        ruled=rng.choice(("all", "none")),
    )


MAKERS: tuple[Callable[[random.Random], Look], ...] = (
    _designer,
    _designer,
    _designer,
    _secretary,
    _secretary,
    _academic,
    _academic,
    _plain,
)


def _roles() -> tuple[Role, ...]:
    return Role.__args__  # type: ignore[attr-defined,no-any-return]


def _some_capitals(rng: random.Random, chances: tuple[tuple[Role, float], ...]) -> frozenset[Role]:
    return frozenset(role for role, chance in chances if rng.random() < chance)


def _half(size: float) -> float:
    return round(size * 2) / 2
