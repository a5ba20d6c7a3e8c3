"""Sets the blocks of a sheet in a column of a given width: text in lines, cells and cards in theirs."""

from math import inf

from pipeline.synthetic.producers.flow import Box, Flow, Grid, GridCell, Item, LineMark, Mark, Part
from pipeline.synthetic.producers.lines import Line, break_lines
from pipeline.synthetic.producers.making import Making
from pipeline.synthetic.sheet import Align, Block, Card, Columns, PageBreak, Rule, Run, Space, Table, Text

# Where the baseline lies in a line, from the top of its letters, in parts of their size.
ASCENT = 0.8
TABLE_LINES = "#777777"


def set_blocks(blocks: tuple[Block, ...], width: float, making: Making) -> tuple[Item, ...]:
    """What is to be stacked for the blocks."""
    return tuple(item for block in blocks for item in _set_block(block, width, making))


def _set_block(block: Block, width: float, making: Making) -> tuple[Item, ...]:
    match block:
        case Text():
            return _set_text(block, width, making)
        case Table():
            return (_set_table(block, width, making),)
        case Columns():
            column = (width - (block.number - 1) * block.gutter) / block.number
            items = _nested(block.blocks, column, making)
            return (Flow(items, block.number, column + block.gutter, block.balanced),) if items else ()
        case Card():
            items = _nested(block.blocks, width - 2 * block.padding, making)
            cell = GridCell(0, 0, 1, 1, items, block.fill)
            return (Grid((cell,), (width,), block.padding, border=block.border, whole=True),)
        case Rule():
            return (Part(0.8, (Box(0, 0.4, width, 0, border=block.color),), after=block.after),)
        case Space():
            return (Part(block.height),)
        case PageBreak():
            return (block,)


def _nested(blocks: tuple[Block, ...], width: float, making: Making) -> tuple[Item, ...]:
    """Blocks inside another; there is no page to break there."""
    return set_blocks(tuple(block for block in blocks if not isinstance(block, PageBreak)), width, making)


def _set_text(text: Text, width: float, making: Making) -> tuple[Part, ...]:
    """One part a line; the first two lines and the last two stay together."""
    bullet = break_lines((text.runs[0]._replace(text=text.bullet),), inf, making) if text.bullet and text.runs else ()
    left = text.indent + (bullet[0].width + bullet[0].size * 0.5 if bullet else 0.0)
    lines = break_lines(text.runs, width - left, making, hyphenate=text.hyphenate)
    last = len(lines) - 1
    parts = []
    for number, line in enumerate(lines):
        height = text.leading * line.size
        baseline = (height - line.size) / 2 + ASCENT * line.size
        marks: list[Mark] = [_aligned(line, text.align, left, width, baseline)]
        if bullet and number == 0:
            marks.append(LineMark(text.indent, baseline, bullet[0]))
        is_bound = last > 0 and number in (0, last - 1)
        before, after = (text.before if number == 0 else 0.0), (text.after if number == last else 0.0)
        parts.append(Part(height, tuple(marks), before, after, keep=text.keep or is_bound))
    return tuple(parts)


def _aligned(line: Line, align: Align, left: float, width: float, baseline: float) -> LineMark:
    free = width - left - line.width
    stretch = 0.0
    if align is Align.JUSTIFY and line.full and free > 0:
        stretch = free / max(sum(bool(space) for space in line.spaces[:-1]), 1)
    shift = {Align.CENTER: free / 2, Align.RIGHT: free}.get(align, 0.0)
    return LineMark(left + shift, baseline, line, stretch)


def _set_table(table: Table, width: float, making: Making) -> Grid:
    """The cells at their places; those covered by a span from above or from the left are skipped."""
    widths = tuple(part * width for part in table.widths)
    taken: set[tuple[int, int]] = set()
    cells = []
    for row, given in enumerate(table.rows):
        column = 0
        for cell in given:
            while (row, column) in taken:
                column += 1
            if column + cell.columns > len(widths):
                raise ValueError(f"Row {row + 1} of a table has more cells than its {len(widths)} columns hold.")
            rows = min(cell.rows, len(table.rows) - row)
            taken |= {(row + down, column + right) for down in range(rows) for right in range(cell.columns)}
            inner = sum(widths[column : column + cell.columns]) - 2 * table.padding
            items = _nested(cell.blocks, inner, making)
            cells.append(GridCell(row, column, rows, cell.columns, items, cell.fill))
            column += cell.columns
    border = "" if table.ruled == "none" else TABLE_LINES
    return Grid(tuple(cells), widths, table.padding, table.ruled, border, table.head)


def set_line(runs: tuple[Run, ...], width: float, page: int, align: Align, making: Making) -> tuple[Mark, ...]:
    """A header or a footer, with its page number."""
    numbered = tuple(run._replace(text=run.text.replace("{page}", str(page))) for run in runs)
    parts = _set_text(Text(numbered, align), width, making)
    return tuple(mark for part in parts[:1] for mark in part.marks)
