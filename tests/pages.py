"""Pages written down by hand, so that a test of layout needs no PDF."""

from collections.abc import Iterable

from pipeline.document import Box, Cell, Document, Line, Page, Span, Style

WIDTH, HEIGHT = 600.0, 800.0


def style(size: float, letters: str = "n") -> Style:
    """« b » for bold, « i » for italic, « n » for neither."""
    return Style(font="Invented", size=size, bold="b" in letters, italic="i" in letters)


def line(printed: str, page: int = 1, rank: int = 0, rotation: int = 0, hyphenated: bool = False) -> Line:
    """A line of one style: `line("60 100 12 b Jeudi 6 juin")` stands at x 60, y 100, in 12 points, bold."""
    x, y, size, letters, text = printed.split(" ", 4)
    length, height = 0.5 * float(size) * len(text), 1.2 * float(size)
    across, down = (length, height) if rotation in (0, 180) else (height, length)
    box = Box(x0=float(x), y0=float(y), x1=float(x) + across, y1=float(y) + down)
    span = Span(start=0, end=len(text), box=box, style=style(float(size), letters))
    return Line(page=page, text=text, box=box, spans=(span,), rotation=rotation, rank=rank, hyphenated=hyphenated)


def page(*printed: str | Line, number: int = 1, cells: Iterable[Cell] = ()) -> Page:
    """A page of lines, drawn in the order they are given."""
    lines = tuple(
        (line(found) if isinstance(found, str) else found).model_copy(update={"page": number, "rank": rank})
        for rank, found in enumerate(printed)
    )
    return Page(number=number, width=WIDTH, height=HEIGHT, lines=lines, cells=tuple(cells))


def document(*pages: Page) -> Document:
    """The pages as one file."""
    numbered = (
        found.model_copy(
            update={
                "number": number,
                "lines": tuple(line.model_copy(update={"page": number}) for line in found.lines),
            }
        )
        for number, found in enumerate(pages, start=1)
    )
    return Document(name="invente.pdf", sha256="0" * 64, pages=tuple(numbered))


def texts(lines: Iterable[Line]) -> list[str]:
    """What the lines say."""
    return [found.text for found in lines]
