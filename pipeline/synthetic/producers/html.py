"""A sheet as a web page to be printed: HTML and CSS for pages."""

from html import escape

from pipeline.synthetic.producers.making import Making
from pipeline.synthetic.producers.syllables import soften
from pipeline.synthetic.sheet import Block, Card, Cell, Columns, Ink, PageBreak, Rule, Run, Sheet, Space, Table, Text

# Two sets of free fonts, as different machines have them.
FAMILIES = (
    {
        "sans": "'DejaVu Sans', sans-serif",
        "serif": "'DejaVu Serif', serif",
        "condensed": "'DejaVu Sans Condensed', sans-serif",
    },
    {
        "sans": "'Liberation Sans', Arial, sans-serif",
        "serif": "'Liberation Serif', 'Times New Roman', serif",
        "condensed": "'Liberation Sans Narrow', 'Arial Narrow', sans-serif",
    },
)
TABLE_LINES = "#777777"
BASE = """
body { margin: 0; }
p { margin: 0; orphans: 2; widows: 2; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
td { vertical-align: top; }
hr { border: 0; border-top: 0.8pt solid; margin: 0; }
.card { break-inside: avoid; }
section + section { break-before: page; }
"""


def write_html(sheet: Sheet, making: Making) -> str:
    """The page, with a section for each run of pages that have the same header and footer."""
    header, footer = sheet.header, sheet.footer
    parts: list[list[Block]] = [[]]
    rules = [_page_rule(0, header, footer, making)]
    for block in sheet.blocks:
        if not isinstance(block, PageBreak):
            parts[-1].append(block)
            continue
        header = header if block.header is None else block.header
        footer = footer if block.footer is None else block.footer
        if parts[-1]:
            parts.append([])
        rules[len(parts) - 1 :] = [_page_rule(len(parts) - 1, header, footer, making)]
    sections = [
        f'<section style="page: p{number}">{_blocks(part, making)}</section>'
        for number, part in enumerate(parts)
        if part
    ]
    title = escape(sheet.title) if making.titled else "\u200b"
    ligatures = "common-ligatures" if making.ligatures else "none"
    return (
        f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{title}</title><style>'
        f"@page {{ size: {sheet.width}pt {sheet.height}pt; margin: {sheet.margin}pt; }}\n"
        f"html {{ counter-reset: page {sheet.first_page - 1}; font-variant-ligatures: {ligatures}; }}"
        f"{BASE}{''.join(rules)}</style></head><body>{''.join(sections)}</body></html>"
    )


def _page_rule(number: int, header: tuple[Run, ...], footer: tuple[Run, ...], making: Making) -> str:
    above = _margin_box("top-left", header, making)
    below = _margin_box("bottom-center", footer, making)
    return f"@page p{number} {{ {above}{below} }}\n"


def _margin_box(place: str, runs: tuple[Run, ...], making: Making) -> str:
    """One style for all runs: margin boxes have no more."""
    if not runs:
        return ""
    text = "".join(run.text for run in runs).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    content = " counter(page) ".join(f'"{part}"' for part in text.split("{page}"))
    return f"@{place} {{ content: {content}; white-space: nowrap; {_ink(runs[0].ink, making)} }}"


def _ink(ink: Ink, making: Making) -> str:
    family = FAMILIES[making.embedded][ink.face]
    rules = [f"font-family: {family}", f"font-size: {ink.size}pt", f"color: {ink.color}"]
    rules += ["font-weight: bold"] if ink.bold else []
    rules += ["font-style: italic"] if ink.italic else []
    rules += [f"letter-spacing: {ink.spacing}pt"] if ink.spacing else []
    return "; ".join(rules)


def _blocks(blocks: "list[Block] | tuple[Block, ...]", making: Making) -> str:
    return "\n".join(_block(block, making) for block in blocks)


def _block(block: Block, making: Making) -> str:
    match block:
        case Text():
            return _text(block, making)
        case Table():
            return _table(block, making)
        case Columns():
            fill = "balance" if block.balanced else "auto"
            style = f"columns: {block.number}; column-gap: {block.gutter}pt; column-fill: {fill}"
            return f'<div style="{style}">{_blocks(block.blocks, making)}</div>'
        case Card():
            border = f"border: 0.6pt solid {block.border}; " if block.border else ""
            style = f"{border}{_background(block.fill)}padding: {block.padding}pt"
            return f'<div class="card" style="{style}">{_blocks(block.blocks, making)}</div>'
        case Rule():
            return f'<hr style="border-color: {block.color}; margin-bottom: {block.after}pt">'
        case Space():
            return f'<div style="height: {block.height}pt"></div>'
        case PageBreak():
            return ""


def _background(fill: str) -> str:
    return f"background: {fill}; " if fill else ""


def _text(text: Text, making: Making) -> str:
    runs = "".join(_run(run, making, hyphenate=text.hyphenate) for run in text.runs)
    left = text.indent
    if text.bullet and text.runs:
        ink = text.runs[0].ink
        hang = ink.size * 1.2
        left += hang
        style = f"display: inline-block; width: {hang}pt; margin-left: -{hang}pt; {_ink(ink, making)}"
        runs = f'<span style="{style}">{escape(text.bullet)}</span>{runs}'
    keep = "; break-after: avoid" if text.keep else ""
    largest = max((run.ink.size for run in text.runs), default=10.0)
    style = (
        f"text-align: {text.align}; margin: {text.before}pt 0 {text.after}pt {left}pt; "
        f"line-height: {text.leading}; font-size: {largest}pt{keep}"
    )
    return f'<p style="{style}">{runs}</p>'


def _run(run: Run, making: Making, *, hyphenate: bool) -> str:
    text = soften(run.text) if hyphenate else run.text
    lines = escape(text).replace("\n", "<br>").replace("  ", "&nbsp; ")
    return f'<span style="{_ink(run.ink, making)}">{lines}</span>'


def _table(table: Table, making: Making) -> str:
    columns = "".join(f'<col style="width: {100 * part:.3f}%">' for part in table.widths)
    rows = ["<tr>" + "".join(_cell(cell, table, making) for cell in row) + "</tr>" for row in table.rows]
    head, body = "".join(rows[: table.head]), "".join(rows[table.head :])
    head = f"<thead>{head}</thead>" if head else ""
    return f"<table><colgroup>{columns}</colgroup>{head}<tbody>{body}</tbody></table>"


def _cell(cell: Cell, table: Table, making: Making) -> str:
    side = {"all": "border", "rows": "border-bottom"}.get(table.ruled, "")
    line = f"{side}: 0.6pt solid {TABLE_LINES}; " if side else ""
    style = f"{line}{_background(cell.fill)}padding: {table.padding}pt"
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    return f'<td style="{style}"{spans}>{_blocks(cell.blocks, making)}</td>'
