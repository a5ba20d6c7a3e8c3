"""About how high blocks will be once drawn: enough to choose where pages break, never less than what is drawn."""

from collections.abc import Iterable
from math import ceil

from pipeline.synthetic.sheet import Block, Card, Columns, Ink, PageBreak, Rule, Space, Table, Text

# Mean width of a letter in parts of its size; wider than what most faces need, so that estimates are too high.
LETTER = {"serif": 0.5, "sans": 0.55, "condensed": 0.47}


def width_of(text: str, ink: Ink) -> float:
    """The width in points of a text in one line, rather more than less."""
    letter = LETTER[ink.face] * ink.size * (1.08 if ink.bold else 1.0) + ink.spacing
    return len(text) * letter * (1.15 if text.isupper() else 1.0)


def height_of(blocks: Iterable[Block], width: float) -> float:
    """The height in points of blocks in a column of that width."""
    return sum(_height(block, width) for block in blocks)


def _height(block: Block, width: float) -> float:
    match block:
        case Text():
            return _text(block, width)
        case Table():
            return _table(block, width)
        case Columns():
            column = (width - (block.number - 1) * block.gutter) / block.number
            return height_of(block.blocks, column) / block.number * 1.15
        case Card():
            return height_of(block.blocks, width - 2 * block.padding) + 2 * block.padding
        case Rule():
            return 1.0 + block.after
        case Space():
            return block.height
        case PageBreak():
            return 0.0


def _text(text: Text, width: float) -> float:
    size = max((run.ink.size for run in text.runs), default=0.0)
    free, lines, filled = max(width - text.indent - (size if text.bullet else 0.0), size), 1, 0.0
    for run in text.runs:
        for number, part in enumerate(run.text.split("\n")):
            if number:
                lines, filled = lines + 1, 0.0
            filled += width_of(part, run.ink)
            over = ceil(filled / free) - 1 if filled > free else 0
            lines, filled = lines + over, filled - over * free
    return text.before + lines * size * text.leading + text.after


def _table(table: Table, width: float) -> float:
    """Row by row; cells that span rows are spread evenly over them."""
    heights = [0.0] * len(table.rows)
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            rows = range(row, min(row + cell.rows, len(table.rows)))
            taken |= {(down, column + right) for down in rows for right in range(cell.columns)}
            inner = sum(table.widths[column : column + cell.columns]) * width - 2 * table.padding
            share = (height_of(cell.blocks, inner) + 2 * table.padding) / len(rows)
            for down in rows:
                heights[down] = max(heights[down], share)
            column += cell.columns
    return sum(heights)
