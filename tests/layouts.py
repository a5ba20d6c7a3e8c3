"""Documents set by hand for the tests: lines with a place and a style, without a PDF."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.document import Box, Document, Line, Page, Passage, Span, Style
from pipeline.page.passages import join_lines

WIDTH, HEIGHT = 420.0, 595.0


class Put(NamedTuple):
    """A line to set: below the line before, `gap` points lower than the next line of a paragraph, or `beside` it."""

    text: str
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    font: str = "Serif"
    color: str = "#000000"
    x: float = 40.0
    gap: float = 0.0
    width: float | None = None
    beside: bool = False


def heading(text: str, size: float = 16.0, gap: float = 24.0, **how: object) -> Put:
    return Put(text, size=size, gap=gap, bold=True, **how)  # type: ignore[arg-type]


def hours(text: str, gap: float = 8.0, **how: object) -> Put:
    return Put(text, size=11.0, gap=gap, **how)  # type: ignore[arg-type]


def paragraph(*texts: str, gap: float = 8.0) -> list[Put]:
    """Lines of one paragraph, all but the last as wide as the column."""
    return [
        Put(text, gap=0.0 if number else gap, width=None if number == len(texts) - 1 else 340.0)
        for number, text in enumerate(texts)
    ]


def line_of(put: Put, page: int, y: float, rank: int = 0) -> Line:
    width = 0.5 * put.size * len(put.text) if put.width is None else put.width
    box = Box(x0=put.x, y0=y, x1=put.x + width, y1=y + put.size)
    style = Style(font=put.font, size=put.size, bold=put.bold, italic=put.italic, color=put.color)
    return Line(
        page=page,
        text=put.text,
        box=box,
        spans=(Span(start=0, end=len(put.text), box=box, style=style),),
        rank=rank,
    )


def lines_of(puts: Iterable[Put], page: int = 1, top: float = 60.0) -> list[Line]:
    found: list[Line] = []
    for rank, put in enumerate(puts):
        if put.beside and found:
            y = found[-1].box.y0
        else:
            y = found[-1].box.y0 + 1.2 * found[-1].box.height + put.gap if found else top
        found.append(line_of(put, page, y, rank))
    return found


def lines(*texts: str) -> list[Line]:
    """Lines of one paragraph in one style."""
    return lines_of(Put(text, width=340.0) for text in texts)


def passage(text: str, page: int = 1) -> Passage:
    return join_lines(lines_of([Put(text)], page))


def page_of(number: int, puts: Iterable[Put], furniture: Sequence[Put] = (), label: str | None = None) -> Page:
    return Page(
        number=number,
        width=WIDTH,
        height=HEIGHT,
        lines=tuple(lines_of(puts, number)),
        furniture=tuple(lines_of(furniture, number, HEIGHT - 30)),
        label=label,
    )


def document(*pages: Iterable[Put] | Page, title: str | None = None) -> Document:
    return Document(
        name="forum.pdf",
        sha256="0" * 64,
        pages=tuple(
            page if isinstance(page, Page) else page_of(number, page) for number, page in enumerate(pages, start=1)
        ),
        title=title,
    )


TITLES = ("Habiter la digue", "Le moulin en partage", "Ce que dit la crue", "Un pont de bois")
HOURS = ("10h à 10h45", "11h à 12h", "14h - 15h30", "16h > 17h")
TEXTS = (
    ("Une rive recule et la commune s'interroge sur la suite", "à donner aux travaux engagés depuis dix ans."),
    ("Le moulin tourne encore, mais à qui revient la farine", "quand la rivière baisse et que les bras manquent ?"),
    ("Une marque sur un mur suffit-elle pour savoir jusqu'où", "l'eau viendra, et qui s'en souvient au village ?"),
    ("Trois planches, deux cordes et beaucoup de patience", "pour franchir un ruisseau que personne ne regarde."),
)


def below_time(number: int, *inside: Put, **how: object) -> list[Put]:
    """An item whose time stands above its title; `inside` stands in place of its text."""
    return [
        hours(HOURS[number], gap=30.0),
        heading(TITLES[number], gap=4.0, **how),  # type: ignore[arg-type]
        *(inside or paragraph(*TEXTS[number])),
    ]


def above_time(number: int, *inside: Put) -> list[Put]:
    """An item that ends with its time at the foot of the page; `inside` follows its text."""
    return [heading(TITLES[number]), *paragraph(*TEXTS[number]), *inside, hours(HOURS[number], gap=60.0)]


def item_with(*inside: Put) -> Document:
    """Three items on a page; `inside` stands below the title of the first."""
    return document([*below_time(0, *inside), *below_time(1), *below_time(2)])
