"""A printed document before it is a PDF: blocks of text with a style. Families make sheets, producers draw them.

Every producer draws every block, so that one sheet can be had from several kinds of software.
"""

from enum import StrEnum
from typing import NamedTuple


class Ink(NamedTuple):
    """How a run of text is set. `face` is « serif », « sans » or « condensed »; size in points; colour #rrggbb."""

    face: str = "sans"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    color: str = "#000000"
    spacing: float = 0.0  # between letters, in points


class Run(NamedTuple):
    """Text in one ink."""

    text: str
    ink: Ink


class Align(StrEnum):
    """How the lines of a paragraph are set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Text(NamedTuple):
    """A paragraph. A line feed in a run breaks the line. Hyphenated text may break words at line ends.

    `before` and `after` are in points, `leading` in times the size, `indent` moves the whole paragraph to the right;
    `keep` asks not to part it from the next block at the end of a page or column.
    """

    runs: tuple[Run, ...]
    align: Align = Align.LEFT
    before: float = 0.0
    after: float = 2.0
    leading: float = 1.25
    indent: float = 0.0
    bullet: str = ""
    hyphenate: bool = False
    keep: bool = False


class Cell(NamedTuple):
    """A cell of a table: its blocks, how many rows and columns it takes, its background (#rrggbb or empty)."""

    blocks: tuple["Block", ...]
    rows: int = 1
    columns: int = 1
    fill: str = ""


class Table(NamedTuple):
    """Rows of cells; a place covered by a cell that spans is simply absent from its row (as in HTML).

    `widths` are parts of the width of the column (they sum to 1). `ruled` draws lines: « all », « rows » or « none ».
    `head` counts the first rows, repeated on each page the table goes over.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    ruled: str = "none"
    padding: float = 4.0
    head: int = 0


class Columns(NamedTuple):
    """Blocks that flow through columns side by side, filled one after the other (balanced when `balanced`)."""

    blocks: tuple["Block", ...]
    number: int = 2
    gutter: float = 18.0
    balanced: bool = True


class Card(NamedTuple):
    """Blocks kept together in a box, with a border and a background where given."""

    blocks: tuple["Block", ...]
    border: str = ""
    fill: str = ""
    padding: float = 6.0


class Rule(NamedTuple):
    """A horizontal line over the whole column."""

    color: str = "#888888"
    after: float = 4.0


class Space(NamedTuple):
    """Empty height in points."""

    height: float


class PageBreak(NamedTuple):
    """The next block begins a page; from here on the footer and header of the sheet may be replaced."""

    header: tuple[Run, ...] | None = None
    footer: tuple[Run, ...] | None = None


Block = Text | Table | Columns | Card | Rule | Space | PageBreak


class Sheet(NamedTuple):
    """A document to draw. Width, height and margin in points; in header and footer « {page} » is the page number."""

    title: str
    blocks: tuple[Block, ...]
    width: float = 595.0
    height: float = 842.0
    margin: float = 48.0
    header: tuple[Run, ...] = ()
    footer: tuple[Run, ...] = ()
    first_page: int = 1
