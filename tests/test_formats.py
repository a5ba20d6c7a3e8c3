"""What readers find in the Parquet, SQLite and Excel files: the rows of the CSV files, with types and keys."""

import csv
import datetime as dt
import io
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
import openpyxl
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from programmes import EMPTY, FAILED, PARIS, SEVERAL, datasets, forum
from pyarrow import parquet

from pipeline.errors import OutputError
from pipeline.export import ON_REQUEST, Dataset, write_dataset, write_files
from pipeline.export.schema import describe_columns
from pipeline.export.sqlite import DATABASE
from pipeline.export.workbook import DICTIONARY, MAX_TEXT, WORKBOOK, harmless, write_workbook
from pipeline.tables import FORMULA_SIGNS, TABLES

FORMULA = "=1+1"
ROOT = Path(__file__).parent.parent


def with_title(title: str) -> Dataset:
    found = forum()
    first, *others = found.sessions
    return Dataset((found.model_copy(update={"sessions": (first.model_copy(update={"title": title}), *others)}),))


def cells_of(content: bytes) -> list[list[str]]:
    """The cells of a CSV file without its head."""
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))[1:]


def as_cell(value: object, kind: str) -> str:
    """A value that a reader found, as the CSV cell it should come from."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int() if kind == "boolean":
            return ("false", "true")[value]
        case dt.datetime():
            return value.isoformat()
        case dt.time():
            return value.isoformat(timespec="minutes")
    return str(value)


def parquet_rows(files: dict[str, bytes], name: str) -> list[list[str]]:
    kinds = {column.name: column.type for column in describe_columns(TABLES[name])}
    rows = parquet.read_table(io.BytesIO(files[f"parquet/{name}.parquet"])).to_pylist()
    return [[as_cell(value, kinds[column]) for column, value in row.items()] for row in rows]


def sqlite_rows(database: sqlite3.Connection, name: str) -> list[list[str]]:
    kinds = [column.type for column in describe_columns(TABLES[name])]
    rows = database.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()
    return [[as_cell(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in rows]


def opened(files: dict[str, bytes]) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(files[DATABASE])
    return database


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("formats") / "processed"
    write_dataset(FAILED, out, ON_REQUEST)
    return out


@pytest.fixture(scope="module")
def database(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{folder / DATABASE}?mode=ro", uri=True)) as connection:
        yield connection


# The same everywhere


@given(datasets())
@settings(max_examples=15)
def test_parquet_and_sqlite_hold_the_cells_of_the_csv_files(dataset: Dataset) -> None:
    files = write_files(dataset)
    with closing(opened(files)) as database:
        for name in TABLES:
            expected = cells_of(files[f"{name}.csv"])
            assert parquet_rows(files, name) == expected
            assert sqlite_rows(database, name) == expected


def test_keys_and_counts_agree_for_every_reader(folder: Path, database: sqlite3.Connection) -> None:
    for name, table in TABLES.items():
        key = list(table.key) or [describe_columns(table)[0].name]
        columns = ", ".join(f'"{column}"' for column in key)
        order = ", ".join(map(str, range(1, len(key) + 1)))
        found = {
            "csv": pd.read_csv(folder / f"{name}.csv")[key].sort_values(key).to_numpy().tolist(),
            "pandas": pd.read_parquet(folder / "parquet" / f"{name}.parquet")[key]
            .sort_values(key)
            .to_numpy()
            .tolist(),
            "excel": pd.read_excel(folder / WORKBOOK, sheet_name=name)[key].sort_values(key).to_numpy().tolist(),
            "sqlite": database.execute(f'SELECT {columns} FROM "{name}" ORDER BY {order}').fetchall(),
            "duckdb csv": duckdb.execute(f"SELECT {columns} FROM '{folder}/{name}.csv' ORDER BY {order}").fetchall(),
            "duckdb": duckdb.execute(
                f"SELECT {columns} FROM '{folder}/parquet/{name}.parquet' ORDER BY {order}"
            ).fetchall(),
        }
        expected = found["csv"]
        assert {reader: list(map(list, rows)) for reader, rows in found.items()} == dict.fromkeys(found, expected)


def test_every_format_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nsys.path.insert(0, 'tests')\n"
        "from programmes import FAILED\nfrom pipeline.export import ON_REQUEST, write_dataset\n"
        "write_dataset(FAILED, Path(sys.argv[1]), ON_REQUEST)"
    )
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "2" else "UTC"}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / seed)], check=True, cwd=ROOT, env=env)
    first, second = (
        {path.relative_to(tmp_path / seed): path.read_bytes() for path in (tmp_path / seed).rglob("*.*")}
        for seed in ("1", "2")
    )
    assert {path.suffix for path in first} >= {".csv", ".json", ".parquet", ".sqlite", ".xlsx", ".md"}
    assert first == second


def test_writing_the_default_formats_does_not_load_pandas() -> None:
    code = (
        "import sys\nsys.path.insert(0, 'tests')\nfrom programmes import FAILED\n"
        "from pipeline.export import write_files\nwrite_files(FAILED)\n"
        "print([name for name in ('pandas', 'xlsxwriter', 'spacy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "[]\n"


# Parquet


def test_parquet_columns_are_typed(folder: Path) -> None:
    schema = parquet.read_schema(folder / "parquet" / "sessions.parquet")
    types = {field.name: field.type for field in schema}
    assert (types["titre"], types["ordre"], types["date"]) == (pa.string(), pa.int64(), pa.date32())
    assert (types["heure_debut"], types["debut"]) == (pa.time32("ms"), pa.timestamp("us", tz="Europe/Paris"))
    assert schema.field("titre").metadata[b"title"] == b"Titre"
    assert not schema.field("session_id").nullable
    assert schema.field("salle").nullable


def test_pandas_gives_instants_on_the_clock_of_the_place(folder: Path) -> None:
    frame = pd.read_parquet(folder / "parquet" / "sessions.parquet")
    assert str(frame["debut"].dtype) == "datetime64[us, Europe/Paris]"
    assert (frame["debut"][0], frame["heure_debut"][0]) == (
        pd.Timestamp("2024-05-14 10:00", tz="Europe/Paris"),
        dt.time(10),
    )


def test_duckdb_knows_times_and_instants(folder: Path) -> None:
    query = f"SELECT date, heure_debut, epoch(debut), typeof(debut) FROM '{folder}/parquet/sessions.parquet' LIMIT 1"
    day, time, seconds, kind = duckdb.execute(query).fetchall()[0]
    assert (day, time, kind) == (dt.date(2024, 5, 14), dt.time(10), "TIMESTAMP WITH TIME ZONE")
    assert seconds == dt.datetime(2024, 5, 14, 10, tzinfo=PARIS).timestamp()


def test_instants_of_several_time_zones_are_in_utc() -> None:
    far = forum("ailleurs").model_copy(update={"timezone": "Indian/Reunion"})
    files = write_files(Dataset((forum(), far)))
    rows = parquet.read_table(io.BytesIO(files["parquet/sessions.parquet"]))
    assert rows.schema.field("debut").type == pa.timestamp("us", tz="UTC")
    assert rows["debut"][0].as_py() == dt.datetime(2024, 5, 14, 10, tzinfo=PARIS)


def test_a_table_without_rows_keeps_its_types() -> None:
    rows = parquet.read_table(io.BytesIO(write_files(EMPTY)["parquet/sessions.parquet"]))
    assert (len(rows), rows.schema.field("date").type) == (0, pa.date32())


# SQLite


def test_database_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("name", TABLES)
def test_database_has_the_keys_of_the_table(name: str, database: sqlite3.Connection) -> None:
    columns = database.execute(f'PRAGMA table_info("{name}")').fetchall()
    assert tuple(column[1] for column in columns) == tuple(each.name for each in describe_columns(TABLES[name]))
    assert tuple(column[1] for column in sorted(columns, key=lambda each: each[5]) if column[5]) == TABLES[name].key
    references = {column[3]: column[2] for column in database.execute(f'PRAGMA foreign_key_list("{name}")')}
    assert references == TABLES[name].references


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM interventions WHERE session_id = ?",
        "SELECT * FROM interventions WHERE personne_id = ?",
        "SELECT * FROM affiliations WHERE intervention_id = ?",
        "SELECT * FROM sessions WHERE date = ?",
        "SELECT * FROM provenances WHERE identifiant = ?",
    ],
)
def test_a_search_uses_an_index(query: str, database: sqlite3.Connection) -> None:
    ((*_, plan),) = database.execute(f"EXPLAIN QUERY PLAN {query}", ("",)).fetchall()
    assert "USING INDEX" in plan


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO sessions SELECT * FROM sessions LIMIT 1",
        "UPDATE sessions SET genre = 'atelier'",
        "UPDATE sessions SET page_debut = 0",
        "UPDATE sessions SET titre = NULL",
        "UPDATE interventions SET provisoire = 2",
        "UPDATE interventions SET session_id = 'nulle-part'",
    ],
)
def test_database_refuses_what_the_contract_forbids(statement: str) -> None:
    with closing(opened(write_files(FAILED))) as database:
        database.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(statement)


def test_database_tells_what_its_columns_are(database: sqlite3.Connection) -> None:
    ((statement,),) = database.execute("SELECT sql FROM sqlite_schema WHERE name = 'sessions'").fetchall()
    assert all(column.description in statement for column in describe_columns(TABLES["sessions"]))


def test_two_sessions_of_one_identifier_are_refused() -> None:
    found = forum()
    twice = found.model_copy(update={"sessions": (*found.sessions, found.sessions[0])})
    with pytest.raises(OutputError, match=r"UNIQUE constraint failed: sessions\.session_id"):
        write_files(Dataset((twice,)))


def test_an_intervention_of_nobody_known_is_refused() -> None:
    with pytest.raises(OutputError, match="row 1 of interventions names a row that is not in personnes"):
        write_files(Dataset((forum().model_copy(update={"persons": ()}),)))


# Excel


def test_excel_is_written_on_request_only(folder: Path) -> None:
    assert WORKBOOK not in write_files(SEVERAL)
    assert (folder / WORKBOOK).is_file()


def test_workbook_has_a_sheet_per_table_and_the_dictionary(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / WORKBOOK)
    assert book.sheetnames[0] == "sessions_a_plat"
    assert set(book.sheetnames) == {*TABLES, DICTIONARY}
    columns = [(name, column.name) for name, table in TABLES.items() for column in describe_columns(table)]
    assert [row[:2] for row in book[DICTIONARY].iter_rows(min_row=2, values_only=True)] == columns


def test_workbook_cells_are_typed(folder: Path) -> None:
    sheet = openpyxl.load_workbook(folder / WORKBOOK)["sessions"]
    rows = list(sheet.iter_rows(values_only=True))
    first = dict(zip(rows[0], rows[1], strict=True))
    assert (first["date"], first["heure_debut"]) == (dt.datetime(2024, 5, 14), dt.time(10))
    assert (first["debut"], first["duree_minutes"]) == (dt.datetime(2024, 5, 14, 10), 90)
    assert (first["titre"], first["salle"]) == ("Habiter la rive", None)


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
def test_formula_is_made_harmless_in_the_workbook_and_only_there(sign: str) -> None:
    title = f"{sign}1+1"
    files = write_files(with_title(title), ON_REQUEST)
    shown = openpyxl.load_workbook(io.BytesIO(files[WORKBOOK]))["sessions"]["E2"]
    assert (shown.data_type, str(shown.value)[:2]) == ("s", "'" + (sign if sign != "\r" else "_"))
    assert cells_of(files["sessions.csv"])[0][4] == title
    assert parquet_rows(files, "sessions")[0][4] == title
    with closing(opened(files)) as database:
        assert sqlite_rows(database, "sessions")[0][4] == title


@pytest.mark.parametrize("text", ["a=1", " =1", "'=1", "1-2", "Ça", "…", "https://rives.example", "12"])
def test_other_text_is_the_same_in_the_workbook(text: str) -> None:
    assert harmless(text) == text
    book = openpyxl.load_workbook(io.BytesIO(write_files(with_title(text), ON_REQUEST)[WORKBOOK]))
    cell = book["sessions"]["E2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@given(datasets())
@settings(max_examples=8)
def test_any_dataset_gives_a_workbook_that_opens_and_has_no_formula(dataset: Dataset) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(dataset)[WORKBOOK]))
    for sheet in book:
        for row in sheet.iter_rows():
            assert not any(cell.data_type == "f" or str(cell.value or "").startswith(FORMULA_SIGNS) for cell in row)


def test_text_longer_than_a_cell_is_refused_for_the_workbook() -> None:
    write_workbook(with_title("a" * MAX_TEXT))
    with pytest.raises(OutputError, match=r"sessions_a_plat, titre: 32,768 characters"):
        write_workbook(with_title("a" * (MAX_TEXT + 1)))


def test_day_before_the_calendar_of_spreadsheets_is_text() -> None:
    old = forum().model_copy(update={"start_date": dt.date(1889, 5, 6)})
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(Dataset((old,)))[WORKBOOK]))
    assert book["programmes"]["C2"].value == "1889-05-06"


def test_instants_in_the_workbook_are_on_the_clock_of_the_place() -> None:
    found = forum()
    begins = dt.datetime(2024, 5, 14, 10, tzinfo=ZoneInfo("Indian/Reunion"))
    first, *others = found.sessions
    far = found.model_copy(update={"sessions": (first.model_copy(update={"begins": begins}), *others)})
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(Dataset((far,)))[WORKBOOK]))
    assert book["sessions"]["N2"].value == dt.datetime(2024, 5, 14, 10)
