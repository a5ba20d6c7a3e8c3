"""Markdown to evidence: blocks to lines with a virtual place and the style their marks give them.

See `pipeline.extract.grid` for what the places mean. A line stands as far down as its row in the file, further
where rows above took more than one line (« <br> ») or are set apart (list items, rows of a table).
"""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from itertools import accumulate
from typing import TYPE_CHECKING

from pipeline.document import Box, Cell, Document, Line, Page
from pipeline.errors import EmptyFileError, TooLargeError
from pipeline.extract.characters import make_document, read_characters
from pipeline.extract.grid import (
    ADVANCE,
    BODY_SIZE,
    PITCH,
    Run,
    make_page,
    make_style,
    place_line,
    split_rows,
)
from pipeline.extract.text import find_title

if TYPE_CHECKING:
    from markdown_it.token import Token

# Sizes in points of the headings of each level.
HEADINGS = {"h1": 20.0, "h2": 16.0, "h3": 14.0, "h4": 12.0, "h5": 11.0, "h6": 11.0}
# Rows left free above each row of a table, columns left free between its cells.
ROW_GAP, CELL_GAP = 1.0, 4
# Rows left free above an item of a list: enough to tell it from the next line of a paragraph.
ITEM_GAP = 0.35
INDENT = 2
# Lists and quotations set deeper in one another than this are left out by the parser.
MAX_NESTING = 100
# The parser's time grows with the square of the brackets left open, and with the cells of tables.
LIMITS = {"[": 10_000, "|": 100_000}

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?P<keys>(?:(?!---[ \t]*$|\.\.\.[ \t]*$).*\n){1,200})(?:---|\.\.\.)[ \t]*$", re.M
)
_KEY = re.compile(r"^[A-Za-z_][\w -]*:(?:\s|$)")
_TITLE = re.compile(
    r"^(?:title|titre):[ \t]*(?P<quote>[\"']?)(?P<title>[^\s\"'|>\[{].*?)(?P=quote)[ \t]*$", re.M | re.I
)
_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<(?P<tag>script|style)\b.*?(?:</(?P=tag)\s*>|\Z)", re.S | re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_TAG = re.compile(r"</?[a-z!?][^<>]*>", re.I)
_EMPHASIS = re.compile(r"<(?P<end>/?)(?P<tag>b|strong|i|em)\b[^<>]*>", re.I)

Runs = list[Run]


# For each row of a table its row in the file and, cell by cell, the lines printed in it.
Table = list[tuple[int, list[list[Runs]]]]


def read_markdown(data: bytes, name: str) -> Document:
    """Read a Markdown file: CommonMark with tables; a form feed begins a new page.

    Headings are bold and large, list items begin with a bullet or their number, tables become cells. Front matter,
    comments, images and tags are left out; the front matter may give the title.

    Raises:
        UnknownFormatError, TooLargeError, EmptyFileError.
    """
    from markdown_it import MarkdownIt

    text, title = _without_front_matter(read_characters(data, name))
    for sign, limit in LIMITS.items():
        if (count := text.count(sign)) > limit:
            raise TooLargeError(f"{name} has {count} signs « {sign} »; the limit is {limit}.")
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    sheets = text.split("\f")
    pages = tuple(_Sheet(number).read(parser.parse(sheet), sheet) for number, sheet in enumerate(sheets, start=1))
    if not any(page.lines for page in pages):
        raise EmptyFileError(f"{name} prints nothing: all of it is comments, front matter, pictures or marks.")
    return make_document(data, name, pages, title or find_title(pages))


def _without_front_matter(text: str) -> tuple[str, str | None]:
    """The text with the rows of its front matter blank, and the title this gives."""
    found = _FRONT_MATTER.match(text)
    if found is None or not _KEY.match(found["keys"]):
        return text, None
    title = _TITLE.search(found["keys"])
    return "\n" * found[0].count("\n") + text[found.end() :], title["title"] if title else None


class _Sheet:
    """A page while it is filled from the top.

    `row` is the next free row, `shift` how many rows the page is ahead of the file, `lists` for each list that is
    open whether it is numbered, `bullet` what the next line begins with.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.lines: list[Line] = []
        self.cells: list[Cell] = []
        self.row, self.shift = 1.0, 0.0
        self.quotes = 0
        self.lists: list[bool] = []
        self.bullet = ""
        self.heading: str | None = None
        self.table: Table | None = None

    def read(self, tokens: "Sequence[Token]", source: str) -> Page:
        """The page that the blocks of a text make."""
        for token in tokens:
            self._enter(token)
            self._print(token)
        rows = max(self.row, source.count("\n") + 1 + self.shift)
        return make_page(self.number, self.lines, rows, self.cells)

    def _enter(self, token: "Token") -> None:
        """Note what the next text stands in: a heading, a list, a quotation, a row of a table."""
        match token.type:
            case "heading_open":
                self.heading = token.tag
            case "heading_close":
                self.heading = None
            case "bullet_list_open" | "ordered_list_open":
                self.lists.append(token.type == "ordered_list_open")
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.bullet = f"{token.info}{token.markup} " if self.lists[-1] else "• "
            case "list_item_close":
                self.bullet = ""
            case "blockquote_open" | "blockquote_close":
                self.quotes += token.nesting
            case "table_open":
                self.table = []
            case "tr_open" if self.table is not None:
                self.table.append((_first_row(token), []))

    def _print(self, token: "Token") -> None:
        """Place the text of a block."""
        match token.type:
            case "inline" if self.table:
                self.table[-1][1].append(_printed_lines(token, BODY_SIZE, bold=len(self.table) == 1))
            case "inline":
                size = HEADINGS[self.heading] if self.heading else BODY_SIZE
                self._put_lines(token, _printed_lines(token, size, bold=self.heading is not None))
            case "table_close" if self.table:
                self._put_table(self.table)
                self.table = None
            case "fence":
                self._put_rows(_first_row(token) + 1, token.content.rstrip("\n").split("\n"))
            case "code_block":
                self._put_rows(_first_row(token), token.content.rstrip("\n").split("\n"))
            case "html_block":
                self._put_rows(_first_row(token), _without_tags(token.content).rstrip("\n").split("\n"))

    def _place(self, row: float, column: float, runs: Runs) -> None:
        line = place_line(runs, self.number, row, column, rank=len(self.lines))
        if line is not None:
            self.lines.append(line)

    def _begin(self, row: int) -> None:
        """Go down to where a row of the file stands."""
        self.row = max(self.row, row + self.shift)

    def _end(self, row: int) -> None:
        """What was printed reaches below the row before `row` of the file: what follows moves down."""
        self.shift = max(self.shift, self.row - row)

    @property
    def _indent(self) -> int:
        return INDENT * (max(len(self.lists) - 1, 0) + self.quotes)

    def _put_lines(self, token: "Token", printed: Sequence[Runs]) -> None:
        """Lines below each other; those of a list item stand to the right of its bullet."""
        self._begin(_first_row(token))
        bullet, self.bullet = self.bullet, ""
        self.row += ITEM_GAP * bool(bullet)
        for number, runs in enumerate(printed):
            if number == 0 and bullet:
                self._place(self.row, self._indent, [Run(bullet, make_style()), *runs])
            else:
                self._place(self.row, self._indent + INDENT * bool(self.lists), runs)
            self.row += 1
        self._end(_first_row(token) + token.content.count("\n") + 1)

    def _put_rows(self, row: int, texts: Sequence[str]) -> None:
        """Rows as they stand in the file, wide gaps setting columns apart."""
        self._begin(row)
        self.bullet = ""
        for pieces in split_rows(texts):
            for piece in pieces:
                self._place(self.row, self._indent + piece.column, [Run(piece.text, make_style())])
            self.row += 1
        self._end(row + len(texts))

    def _put_table(self, table: Table) -> None:
        """Each cell in its column and row."""
        columns = list(_column_starts(table))
        count = len({cell.table for cell in self.cells})
        for number, (row, cells) in enumerate(table):
            self._begin(row)
            height = max((len(printed) for printed in cells), default=1) + ROW_GAP
            top = self.row
            for place, printed in enumerate(cells):
                left, right = columns[place], columns[place + 1]
                box = Box(
                    x0=ADVANCE * (left - CELL_GAP / 2),
                    y0=PITCH * (top + ROW_GAP / 2) - 1,
                    x1=ADVANCE * (right - CELL_GAP / 2),
                    y1=PITCH * (top + ROW_GAP / 2 + height) - 1,
                )
                self.cells.append(Cell(row=number, column=place, box=box, table=count))
                for line, runs in enumerate(printed):
                    self._place(top + ROW_GAP + line, left, runs)
            self.row = top + height
            self._end(row + 1)


def _first_row(token: "Token") -> int:
    """The row of the file a block begins in, from 1."""
    if token.map is None:
        raise ValueError(f"the parser gives no place for « {token.type} »")
    return token.map[0] + 1


def _column_starts(table: Table) -> Iterable[int]:
    """Where the columns of a table begin, and where the last one ends."""
    widths: dict[int, int] = {}
    for _, cells in table:
        for place, printed in enumerate(cells):
            longest = max((sum(len(run.text) for run in runs) for runs in printed), default=0)
            widths[place] = max(longest, widths.get(place, 0))
    return accumulate((widths[place] + CELL_GAP for place in sorted(widths)), initial=CELL_GAP // 2)


def _printed_lines(token: "Token", size: float, bold: bool) -> list[Runs]:
    """The lines an inline text prints, ended where the file ends them or at « <br> », each in runs of one style."""
    lines: list[Runs] = [[]]
    heavy, slanted = int(bold), 0
    broken = False  # right after « <br> », where the row of the file may end too
    for child in token.children or ():
        match child.type:
            case "text" | "code_inline":
                lines[-1].append(Run(child.content, make_style(size, heavy > 0, slanted > 0)))
            case "softbreak" | "hardbreak":
                if not broken:
                    lines.append([])
            case "strong_open" | "strong_close":
                heavy += child.nesting
            case "em_open" | "em_close":
                slanted += child.nesting
            case "html_inline":
                mark = _EMPHASIS.fullmatch(child.content)
                step = 0 if mark is None else -1 if mark["end"] else 1
                if mark is not None and mark["tag"].lower() in ("b", "strong"):
                    heavy += step
                else:
                    slanted += step
                if _BREAK.fullmatch(child.content):
                    lines.append([])
                    broken = True
                    continue
            case "link_open" | "link_close" | "s_open" | "s_close" | "image":
                pass  # the words of a link stand in texts of their own; a picture prints none
        broken = False
    return lines


def _without_tags(content: str) -> str:
    """The text of a block of HTML, on the rows it has in the file."""
    shown = _UNSEEN.sub(lambda found: "\n" * found[0].count("\n"), content)
    return unescape(_TAG.sub("", _BREAK.sub("\n", shown)))
