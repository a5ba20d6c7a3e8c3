"""A sheet as a word processor's document: flat OpenDocument text (.fodt)."""

from html import escape
from typing import NamedTuple

from pipeline.synthetic.producers.making import Making
from pipeline.synthetic.producers.syllables import soften
from pipeline.synthetic.sheet import (
    Align,
    Block,
    Card,
    Cell,
    Columns,
    Ink,
    PageBreak,
    Rule,
    Run,
    Sheet,
    Space,
    Table,
    Text,
)

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("meta", "meta"),
    )
)
FAMILIES = (
    {"sans": "DejaVu Sans", "serif": "DejaVu Serif", "condensed": "DejaVu Sans Condensed"},
    {"sans": "Liberation Sans", "serif": "Liberation Serif", "condensed": "Liberation Sans Narrow"},
)
# LibreOffice sets « fi » as a ligature unless the name of the font says otherwise.
NO_LIGATURES = ":-liga"
# A line of 100 % is as high as the font asks for: about this many times its size.
FONT_LEADING = 1.15
TABLE_LINES = "#777777"
ALIGNS = {Align.LEFT: "start", Align.CENTER: "center", Align.RIGHT: "end", Align.JUSTIFY: "justify"}


class Writer(NamedTuple):
    """The styles of a document as they are met, by their content; each gets a name."""

    making: Making
    styles: dict[tuple[str, str, str], str]
    sections: list[str]

    def name(self, family: str, properties: str, attributes: str = "") -> str:
        """The name of an automatic style, new or the same as before."""
        return self.styles.setdefault((family, properties, attributes), f"S{len(self.styles)}")

    def written(self) -> str:
        """All styles as XML."""
        return "\n".join(
            f'<style:style style:name="{name}" style:family="{family}"{attributes}>{properties}</style:style>'
            for (family, properties, attributes), name in self.styles.items()
        )


def write_fodt(sheet: Sheet, making: Making) -> str:
    """The document; each page break begins a page style with a header and a footer of its own."""
    writer = Writer(making, {}, [])
    header, footer = sheet.header, sheet.footer
    masters = [_master(0, header, footer, writer)]
    first = f'style:page-number="{sheet.first_page}"'
    body = [_empty(writer.name("paragraph", _line_of(1, first), ' style:master-page-name="P0"'))]
    for number, block in enumerate(sheet.blocks):
        if not isinstance(block, PageBreak):
            body.append(_block(block, sheet.width - 2 * sheet.margin, writer))
            continue
        header = header if block.header is None else block.header
        footer = footer if block.footer is None else block.footer
        masters.append(_master(len(masters), header, footer, writer))
        if number == 0:
            body.clear()
        more = first if number == 0 else ""
        attributes = f' style:master-page-name="P{len(masters) - 1}"'
        if number < len(sheet.blocks) - 1:
            body.append(_empty(writer.name("paragraph", _line_of(1, more), attributes)))
    title = f"<dc:title>{escape(sheet.title)}</dc:title>" if making.titled else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NAMESPACES} '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:meta>{title}</office:meta>{_fonts(making)}{BASE_STYLES}"
        f"<office:automatic-styles>{_page_layout(sheet)}{writer.written()}</office:automatic-styles>"
        f"<office:master-styles>{''.join(masters)}</office:master-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document>"
    )


BASE_STYLES = (
    '<office:styles><style:default-style style:family="paragraph">'
    '<style:paragraph-properties fo:orphans="2" fo:widows="2"/>'
    '<style:text-properties fo:language="fr" fo:country="FR" fo:hyphenate="false"/></style:default-style>'
    '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/>'
    "</style:default-style></office:styles>"
)


def _fonts(making: Making) -> str:
    faces = "".join(
        f'<style:font-face style:name="{face}" svg:font-family="&apos;{family}{_features(making)}&apos;"/>'
        for face, family in FAMILIES[making.embedded].items()
    )
    return f"<office:font-face-decls>{faces}</office:font-face-decls>"


def _features(making: Making) -> str:
    return "" if making.ligatures else NO_LIGATURES


def _page_layout(sheet: Sheet) -> str:
    """Header and footer take a part of the margin, so that the text begins where the sheet says."""
    strip = sheet.margin * 0.6
    size = f'fo:page-width="{sheet.width}pt" fo:page-height="{sheet.height}pt"'
    sides = "".join(f' fo:margin-{side}="{sheet.margin}pt"' for side in ("left", "right"))
    sides += "".join(f' fo:margin-{side}="{sheet.margin - strip}pt"' for side in ("top", "bottom"))
    band = f'svg:height="{strip}pt"'
    return (
        f'<style:page-layout style:name="L"><style:page-layout-properties {size}{sides}/>'
        f'<style:header-style><style:header-footer-properties {band} fo:margin-bottom="2pt"/></style:header-style>'
        f'<style:footer-style><style:header-footer-properties {band} fo:margin-top="8pt"/></style:footer-style>'
        "</style:page-layout>"
    )


def _master(number: int, header: tuple[Run, ...], footer: tuple[Run, ...], writer: Writer) -> str:
    above = _paragraph(Text(header, leading=1.0, after=0.0), writer)
    below = _paragraph(Text(footer, Align.CENTER, leading=1.0, after=0.0), writer)
    return (
        f'<style:master-page style:name="P{number}" style:page-layout-name="L">'
        f"<style:header>{above}</style:header><style:footer>{below}</style:footer></style:master-page>"
    )


def _block(block: Block, width: float, writer: Writer) -> str:
    match block:
        case Text():
            return _paragraph(block, writer)
        case Table():
            return _table(block, width, writer)
        case Columns():
            return _columns(block, width, writer)
        case Card():
            return _card(block, width, writer)
        case Rule():
            line = f'fo:border-top="0.6pt solid {block.color}" fo:margin-bottom="{block.after}pt"'
            return _empty(writer.name("paragraph", _line_of(1, line)))
        case Space():
            return _empty(writer.name("paragraph", _line_of(block.height)))
        case PageBreak():
            return ""


def _empty(style: str) -> str:
    return f'<text:p text:style-name="{style}"/>'


def _line_of(height: float, more: str = "") -> str:
    """An empty paragraph of this height."""
    return (
        f'<style:paragraph-properties fo:line-height="{max(height, 1)}pt" fo:margin-top="0pt" {more}/>'
        '<style:text-properties fo:font-size="1pt"/>'
    )


def _paragraph(text: Text, writer: Writer) -> str:
    size = max((run.ink.size for run in text.runs), default=10.0)
    hang = size * 1.2 if text.bullet else 0.0
    keep = ' fo:keep-with-next="always"' if text.keep else ""
    properties = (
        f'<style:paragraph-properties fo:text-align="{ALIGNS[text.align]}" fo:margin-top="{text.before}pt" '
        f'fo:margin-bottom="{text.after}pt" fo:margin-left="{text.indent + hang}pt" fo:text-indent="{-hang}pt" '
        f'fo:line-height="{round(text.leading / FONT_LEADING * 100)}%"{keep}/>'
        f'<style:text-properties fo:font-size="{size}pt"/>'
    )
    runs = text.runs
    if text.bullet and runs:
        runs = (runs[0]._replace(text=f"{text.bullet}\t"), *runs)
    content = "".join(_run(run, writer, hyphenate=text.hyphenate) for run in runs)
    return f'<text:p text:style-name="{writer.name("paragraph", properties)}">{content}</text:p>'


def _run(run: Run, writer: Writer, *, hyphenate: bool) -> str:
    text = escape(soften(run.text) if hyphenate else run.text)
    marked = text.replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")
    spaced = marked.replace("  ", " <text:s/>")
    numbered = spaced.replace("{page}", "<text:page-number/>")
    return f'<text:span text:style-name="{writer.name("text", _ink(run.ink))}">{numbered}</text:span>'


def _ink(ink: Ink) -> str:
    properties = f'style:font-name="{ink.face}" fo:font-size="{ink.size}pt" fo:color="{ink.color}"'
    properties += ' fo:font-weight="bold"' if ink.bold else ""
    properties += ' fo:font-style="italic"' if ink.italic else ""
    properties += f' fo:letter-spacing="{ink.spacing}pt"' if ink.spacing else ""
    return f"<style:text-properties {properties}/>"


def _columns(columns: Columns, width: float, writer: Writer) -> str:
    inner = (width - (columns.number - 1) * columns.gutter) / columns.number
    unbalanced = "" if columns.balanced else ' text:dont-balance-text-columns="true"'
    style = writer.name(
        "section",
        f"<style:section-properties{unbalanced}>"
        f'<style:columns fo:column-count="{columns.number}" fo:column-gap="{columns.gutter}pt"/>'
        "</style:section-properties>",
    )
    content = _blocks(columns.blocks, inner, writer)
    # Each section needs a name of its own.
    writer.sections.append(f"section {len(writer.sections)}")
    return f'<text:section text:style-name="{style}" text:name="{writer.sections[-1]}">{content}</text:section>'


def _blocks(blocks: tuple[Block, ...], width: float, writer: Writer) -> str:
    return "".join(_block(block, width, writer) for block in blocks)


def _card(card: Card, width: float, writer: Writer) -> str:
    border = f"0.6pt solid {card.border}" if card.border else "none"
    cell = Cell(card.blocks, fill=card.fill)
    boxed = _cell(cell, width, card.padding, f'fo:border="{border}"', writer)
    return _framed((width,), f"<table:table-row>{boxed}</table:table-row>", width, writer, may_break=False)


def _framed(widths: tuple[float, ...], rows: str, width: float, writer: Writer, *, may_break: bool = True) -> str:
    parted = "" if may_break else ' style:may-break-between-rows="false"'
    style = writer.name("table", f'<style:table-properties style:width="{width}pt" table:align="left"{parted}/>')
    properties = [f'<style:table-column-properties style:column-width="{part}pt"/>' for part in widths]
    names = [writer.name("table-column", each) for each in properties]
    columns = "".join(f'<table:table-column table:style-name="{name}"/>' for name in names)
    return f'<table:table table:style-name="{style}">{columns}{rows}</table:table>'


def _table(table: Table, width: float, writer: Writer) -> str:
    """The places that a span covers are written too, as this format wants them."""
    widths = tuple(part * width for part in table.widths)
    line = {
        "all": f'fo:border="0.6pt solid {TABLE_LINES}"',
        "rows": f'fo:border="none" fo:border-bottom="0.6pt solid {TABLE_LINES}"',
    }.get(table.ruled, 'fo:border="none"')
    covered: set[tuple[int, int]] = set()
    rows = []
    for row, given in enumerate(table.rows):
        left = list(given)
        cells = []
        for column in range(len(widths)):
            if (row, column) in covered or not left:
                cells.append("<table:covered-table-cell/>")
                continue
            cell = left.pop(0)
            covered |= {(row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
            inner = sum(widths[column : column + cell.columns])
            cells.append(_cell(cell, inner, table.padding, line, writer))
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    head, body = "".join(rows[: table.head]), "".join(rows[table.head :])
    head = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
    return _framed(widths, head + body, width, writer)


def _cell(cell: Cell, width: float, padding: float, line: str, writer: Writer) -> str:
    background = f' fo:background-color="{cell.fill}"' if cell.fill else ""
    style = writer.name("table-cell", f'<style:table-cell-properties fo:padding="{padding}pt" {line}{background}/>')
    spans = f' table:number-rows-spanned="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' table:number-columns-spanned="{cell.columns}"' if cell.columns > 1 else ""
    content = _blocks(cell.blocks, width - 2 * padding, writer) or "<text:p/>"
    return f'<table:table-cell table:style-name="{style}"{spans}>{content}</table:table-cell>'
