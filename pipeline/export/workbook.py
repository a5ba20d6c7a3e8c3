"""The tables as an Excel workbook, for those who open them in a spreadsheet.

Here, and in no other format, a text that a spreadsheet would take for a formula is made harmless.
"""

import datetime as dt
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pipeline.columns import Record
from pipeline.errors import OutputError
from pipeline.export.datapackage import PACKAGE_NAME, PACKAGE_TITLE
from pipeline.export.schema import describe_columns
from pipeline.export.tables import Dataset, gather_rows
from pipeline.tables import FORMULA_SIGNS, TABLES, columns_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WORKBOOK = f"{PACKAGE_NAME}.xlsx"
DICTIONARY = "dictionnaire"
FIRST = "sessions_a_plat"

MAX_TEXT, MAX_ROWS = 32_767, 1_048_575  # what a cell and a sheet can hold, the head of the sheet not counted
_FIRST_YEAR = 1900  # the calendar of spreadsheets begins with it

_FORMATS = {"date": "yyyy-mm-dd", "time": "hh:mm", "datetime": "yyyy-mm-dd hh:mm"}
_WIDTHS = {"string": 28, "datetime": 17}
_OTHER_WIDTH = 12


def write_workbook(dataset: Dataset) -> dict[str, bytes]:
    """One workbook: the flat table first, then the others, a sheet each, and the dictionary of their columns.

    Days and times are those of the spreadsheet, instants on the clock of the place; a text that begins with one
    of `FORMULA_SIGNS` gets an apostrophe before it.

    Raises:
        OutputError: a table has more rows, or a text more characters, than a spreadsheet can hold.
    """
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        # Else the clock would tell; the day is the first that the files inside a workbook can have.
        book.set_properties({"title": PACKAGE_TITLE, "created": dt.datetime(1980, 1, 1)})
        looks = {kind: book.add_format({"num_format": shown}) for kind, shown in _FORMATS.items()}
        bold = book.add_format({"bold": True, "bottom": 1})
        rows = gather_rows(dataset)
        for name in sorted(TABLES, key=lambda name: name != FIRST):
            _write_table(_add_sheet(book, name, bold), name, rows[name], looks)
        _write_dictionary(book.add_worksheet(DICTIONARY), bold)
    return {WORKBOOK: stream.getvalue()}


def harmless(text: str) -> str:
    """The text as a spreadsheet may have it: `=1+1` → `'=1+1`, any other as it is."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _add_sheet(book: "Workbook", name: str, bold: "Format") -> "Worksheet":
    sheet = book.add_worksheet(name)
    for number, column in enumerate(describe_columns(TABLES[name])):
        width = max(_WIDTHS.get(column.type, _OTHER_WIDTH), len(column.name) + 3)
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, column.name, bold)
    sheet.freeze_panes(1, 0)
    return sheet


def _write_table(sheet: "Worksheet", name: str, rows: Iterable[Record], looks: "dict[str, Format]") -> None:
    columns = [
        (attribute, looks.get(column.type), f"{name}, {column.name}")
        for attribute, column in zip(columns_of(TABLES[name].model), describe_columns(TABLES[name]), strict=True)
    ]
    last = 0
    for last, row in enumerate(rows, start=1):
        if last > MAX_ROWS:
            raise OutputError(f"{WORKBOOK}, {name}: more than {MAX_ROWS:,} rows; write no Excel file for these.")
        for number, (attribute, look, where) in enumerate(columns):
            _write_cell(sheet, (last, number), getattr(row, attribute), look, where)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _write_cell(sheet: "Worksheet", place: tuple[int, int], value: Any, look: "Format | None", where: str) -> None:
    match value:
        case None | "":
            pass
        case bool():
            sheet.write_boolean(*place, value)
        case int() | float():
            sheet.write_number(*place, value)
        case dt.date() if value.year < _FIRST_YEAR:
            sheet.write_string(*place, value.isoformat())
        case dt.datetime():
            sheet.write_datetime(*place, value.replace(tzinfo=None), look)
        case dt.date() | dt.time():
            sheet.write_datetime(*place, value, look)
        case str():
            sheet.write_string(*place, _sized(harmless(str(value)), where))
        case _:
            raise TypeError(f"{where}: no way is known to write a {type(value).__name__}")


def _sized(text: str, where: str) -> str:
    if len(text) > MAX_TEXT:
        raise OutputError(f"{WORKBOOK}, {where}: {len(text):,} characters; a cell holds {MAX_TEXT:,}.")
    return text


def _write_dictionary(sheet: "Worksheet", bold: "Format") -> None:
    head = {"table": 18, "colonne": 18, "titre": 24, "type": 12, "obligatoire": 12, "description": 90}
    lines = [
        (name, column.name, column.title, column.type, "oui" if column.required else "non", column.description)
        for name, table in TABLES.items()
        for column in describe_columns(table)
    ]
    for number, (title, width) in enumerate(head.items()):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, title, bold)
    for row, line in enumerate(lines, start=1):
        for number, text in enumerate(line):
            sheet.write_string(row, number, text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(lines), len(head) - 1)
