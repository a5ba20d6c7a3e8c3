"""Plain text to evidence: rows to lines with a virtual place, headings as far as a text can mark them.

See `pipeline.extract.grid` for what the places mean: row n of a page stands at y = 12 n.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.document import Document, Line, Page, Style
from pipeline.errors import TooLargeError
from pipeline.extract.characters import make_document, read_characters
from pipeline.extract.grid import BODY_SIZE, Piece, Run, make_page, make_style, place_line, split_rows

MAX_PAGES, MAX_PIECES = 3_000, 100_000
# Sizes in points. A title underlined with a double line stands above one with a single line; capitals last.
DOUBLE_UNDERLINED, UNDERLINED, FRAMED, CAPITALS = 16.0, 14.0, 14.0, 11.0
HASHES = (20.0, 16.0, 14.0, 12.0, 11.0, 11.0)
# A longer row is a paragraph, whatever stands around it.
MAX_HEADING = 200
# An underlined heading has at most this many rows. A page is as wide as its longest row, up to this.
MAX_UNDERLINED = 4
FULL_ROW = 100
# Capitals over more characters than this are a paragraph; over fewer letters, an acronym.
MAX_CAPITALS, MIN_CAPITALS = 120, 4

_RULE = re.compile(r"^\s*(?=(?P<sign>\S))(?:[-=_~*+#^|.·•─━═│┃║┌┐└┘├┤┬┴┼]\s*){3,}$")
_FRAMED = re.compile(r"^\s*(?P<frame>[*=~#_+-]{2,})\s*(?P<text>\S(?:.*\S)?)\s*(?P=frame)\s*$")
_HASHED = re.compile(r"^\s*(?P<hashes>#{1,6})\s+(?P<text>\S.*?)(?:\s+#+)?\s*$")
_CLOSED = re.compile(r"[.!?:;]\W*$")
_LAST_WORD = re.compile(r"\s*\w+\.\s*$")
_LETTER = re.compile(r"[^\W\d_]")
_CENTURY = re.compile(r"\b[IVX]+es?\b")


class _Row(NamedTuple):
    """A row of the file, the signs that made it a heading replaced by spaces, and its style if it is one."""

    text: str
    style: Style | None


def read_text(data: bytes, name: str) -> Document:
    """Read a plain text file; a form feed begins a new page.

    Each row gives a line, or several where tabs or wide gaps set columns apart. Headings are rows in capitals,
    underlined, framed by stars or the like, or marked as in Markdown.

    Raises:
        UnknownFormatError, TooLargeError, EmptyFileError.
    """
    sheets = read_characters(data, name).split("\f")
    while not sheets[-1].strip():
        sheets.pop()
    if len(sheets) > MAX_PAGES:
        raise TooLargeError(f"{name} has {len(sheets)} pages; the limit is {MAX_PAGES}.")
    marked = [_mark_headings(sheet.rstrip().split("\n")) for sheet in sheets]
    split = split_rows([row.text for rows in marked for row in rows])
    if (count := sum(map(len, split))) > MAX_PIECES:
        raise TooLargeError(f"{name} is a table of {count} cells; the limit is {MAX_PIECES}.")
    pieces = iter(split)
    placed = [[(row.style, next(pieces)) for row in rows] for rows in marked]
    highest = max(len(rows) for rows in placed)
    feet = _feet(placed)
    pages = tuple(
        _page(number, rows, highest, foot)
        for number, (rows, foot) in enumerate(zip(placed, feet, strict=True), start=1)
    )
    return make_document(data, name, pages, find_title(pages))


def find_title(pages: Sequence[Page]) -> str | None:
    """The title of the whole text: its first line, where that alone is set in the largest style."""
    lines = [line for page in pages for line in page.lines]
    if not lines or lines[0].style.size <= BODY_SIZE + 1:
        return None
    as_large = sum(line.style.size >= lines[0].style.size for line in lines)
    return lines[0].text if as_large == 1 else None


def _mark_headings(rows: Sequence[str]) -> list[_Row]:
    """The rows with their styles; rules and underlines become blank."""
    underlined = _underlined(rows)
    found: list[_Row] = []
    for index, row in enumerate(rows):
        hashed, framed = (sign.match(row) if len(row) <= MAX_HEADING else None for sign in (_HASHED, _FRAMED))
        inside = hashed or framed
        if _RULE.match(row):
            found.append(_Row("", None))
        elif inside:
            size = HASHES[len(hashed["hashes"]) - 1] if hashed else FRAMED
            found.append(_Row(" " * inside.start("text") + inside["text"], make_style(size, bold=True)))
        else:
            found.append(_Row(row, underlined.get(index)))
    return found


def _underlined(rows: Sequence[str]) -> dict[int, Style]:
    """The styles of the rows above an underline; a rule much longer or shorter than they parts paragraphs instead."""
    found: dict[int, Style] = {}
    full = max((len(row) for row in rows if len(row) <= FULL_ROW), default=0)
    for index, row in enumerate(rows):
        rule = _RULE.match(row)
        if rule is None or rule["sign"] not in "=-~*_#^─━═":
            continue
        block = _block_above(rows, index)
        if not any(_LETTER.search(above) for above in block[:1]):
            continue
        style = make_style(DOUBLE_UNDERLINED if rule["sign"] in "=═#" else UNDERLINED, bold=True)
        for above in range(index - _heading_rows(block, len(row.strip()), full), index):
            found[above] = style
    return found


def _block_above(rows: Sequence[str], index: int) -> list[str]:
    """The rows right above one, from below, up to a blank row, a rule, or more than a heading takes."""
    block: list[str] = []
    for row in reversed(rows[max(0, index - MAX_UNDERLINED - 1) : index]):
        if not row.strip() or _RULE.match(row):
            break
        block.append(row.strip())
    return block


def _heading_rows(block: Sequence[str], length: int, full: int) -> int:
    """How many rows of a block, counted from below, a rule of this length underlines."""

    def fits(width: int) -> bool:
        return abs(width - length) <= max(2, 0.25 * width)

    if not fits(len(block[0])):
        alone = len(block) == 1 and len(block[0]) / 2 <= length <= 2 * len(block[0])
        whole = len(block) <= MAX_UNDERLINED and fits(max(map(len, block)))
        return len(block) if alone or whole else 0
    count = 1
    while count < min(len(block), MAX_UNDERLINED):
        below, above = block[count - 1], block[count]
        # A row goes on where it had no room for the first word of the next.
        if not below[:1].islower() and len(above) + 1 + len(below.split()[0]) <= full:
            break
        count += 1
    return count


def _feet(pages: Sequence[Sequence[tuple[Style | None, list[Piece]]]]) -> list[int]:
    """How many rows at the end of each page are a footer: what follows the last gap and recurs but for numbers."""
    lasts = [_last_block(rows) for rows in pages]
    seen = Counter(mask for masks in lasts for mask in set(masks))
    return [len(masks) if any(seen[mask] > 1 for mask in masks) else 0 for masks in lasts]


def _last_block(rows: Sequence[tuple[Style | None, list[Piece]]]) -> list[str]:
    """The rows after the last blank one, their numbers masked, if some rows stand above and they are few."""
    found: list[str] = []
    for _, pieces in reversed(rows):
        if not pieces:
            return found if len(found) <= 3 else []
        found.append(re.sub(r"\d+", "0", " ".join(piece.text for piece in pieces)))
    return []


def _page(number: int, rows: Sequence[tuple[Style | None, list[Piece]]], highest: int, foot: int) -> Page:
    """A page as high as the highest, its footer at the bottom as on paper."""
    lines: list[Line] = []
    above: list[Run] = []
    for index, (style, pieces) in enumerate(rows, start=1):
        row = index + highest - len(rows) if index > len(rows) - foot else index
        before = above[0] if len(above) == len(pieces) == 1 else None
        above = []
        for piece in pieces:
            run = Run(piece.text, style or _style_of(piece.text, before))
            above.append(run)
            line = place_line([run], number, row, piece.column, rank=len(lines))
            if line is not None:
                lines.append(line)
    return make_page(number, lines, highest)


def _style_of(text: str, above: Run | None) -> Style:
    """Capitals are the bold of the typewriter, signs and acronyms below them go on with them.

    Example: « QUEL AVENIR POUR LA RIVE » over « ? » are both; « GRIVE. » below « Nous lirons le rapport » ends that.
    """
    bare = _CENTURY.sub("", text)
    if bare.upper() != bare or len(text) > MAX_CAPITALS:
        return make_style()
    letters, bold = len(_LETTER.findall(text)), make_style(CAPITALS, bold=True)
    if above is not None and above.style == bold:
        return bold if letters or not any(map(str.isalnum, text)) else make_style()
    ends_sentence = above is not None and not _CLOSED.search(above.text) and _LAST_WORD.match(text)
    return bold if letters >= MIN_CAPITALS and not ends_sentence else make_style()
