"""What describes the dataset: valid for those who check it, and never behind the types it is made from."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import csvw
import duckdb
import frictionless
import jsonschema
import pytest
from programmes import EMPTY, FAILED, SEVERAL, correction, files_of, forum

from pipeline.document import Kind
from pipeline.export import ON_REQUEST, WRITERS, Dataset, write_dataset, write_files
from pipeline.export.card import CARD, KINDS, write_card
from pipeline.export.csvw import METADATA
from pipeline.export.datapackage import DESCRIPTOR
from pipeline.export.schema import describe_columns
from pipeline.export.sqlite import DATABASE
from pipeline.tables import TABLES

PROFILE = json.loads((Path(__file__).parent / "vendored" / "datapackage-2.0.json").read_text(encoding="utf-8"))
DATASETS = pytest.mark.parametrize("dataset", [EMPTY, SEVERAL, FAILED], ids=["empty", "several", "failures"])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "processed"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("described") / "processed"
    write_dataset(FAILED._replace(corrections=(correction(),)), found, ON_REQUEST)
    return found


def card_of(dataset: Dataset) -> str:
    return files_of(dataset)[CARD].decode("utf-8")


def changed(**changes: Any) -> Dataset:
    return Dataset((forum().model_copy(update=changes),))


# Data Package


@DATASETS
def test_descriptor_fits_the_official_profile(dataset: Dataset) -> None:
    descriptor = json.loads(write_files(dataset, ON_REQUEST)[DESCRIPTOR])
    validator = jsonschema.Draft7Validator(PROFILE)
    assert [error.message for error in validator.iter_errors(descriptor)] == []


def test_descriptor_names_the_documents_it_was_read_from() -> None:
    named = forum("autre").model_copy(update={"title": "Forum des rives"})
    descriptor = json.loads(files_of(Dataset((forum(), named)))[DESCRIPTOR])
    assert [source["title"] for source in descriptor["sources"]] == [
        "Forum des rives (autre.pdf)",
        "forum-des-rives-2024.pdf",
    ]


def test_the_profile_sees_a_wrong_descriptor() -> None:
    descriptor = json.loads(files_of(FAILED)[DESCRIPTOR])
    descriptor["resources"][0]["schema"]["fields"][11]["example"] = 12
    assert not jsonschema.Draft7Validator(PROFILE).is_valid(descriptor)


def test_frictionless_finds_the_package_with_the_workbook_valid(folder: Path) -> None:
    report = frictionless.Package(str(folder / DESCRIPTOR)).validate()
    assert report.flatten(["name", "rowNumber", "type", "message"]) == []


@pytest.mark.parametrize("name", ["parquet/sessions.parquet", DATABASE, "schemas/programme.jsonschema.json", CARD])
def test_frictionless_sees_that_a_file_is_not_the_one_described(name: str, out: Path) -> None:
    write_dataset(SEVERAL, out)
    (out / name).write_bytes((out / name).read_bytes() + b" ")
    assert not frictionless.Package(str(out / DESCRIPTOR)).validate().valid


def test_files_that_are_no_text_have_no_encoding() -> None:
    resources = json.loads(write_files(FAILED, ON_REQUEST)[DESCRIPTOR])["resources"]
    without = {Path(each["path"]).suffix for each in resources if "encoding" not in each}
    assert without == {".parquet", ".sqlite", ".xlsx"}


# Table Schema, one by one


def checked_alone(folder: Path, table: str) -> list[str]:
    """The errors of a table checked with its own schema, without the package."""
    schema = f"schemas/{table}.tableschema.json"
    report = frictionless.Resource(path=f"{table}.csv", basepath=str(folder), schema=schema).validate()
    return [error for (error,) in report.flatten(["type"])]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_valid_with_its_own_schema_alone(name: str, folder: Path) -> None:
    assert checked_alone(folder, name) == []
    schema = json.loads((folder / "schemas" / f"{name}.tableschema.json").read_bytes())
    assert [field["name"] for field in schema["fields"]] == [each.name for each in describe_columns(TABLES[name])]
    assert (schema["title"], schema["description"]) == (TABLES[name].title, TABLES[name].description)


@pytest.mark.parametrize(
    ("table", "old", "new", "error"),
    [
        ("sessions", b",session,", b",atelier,", "constraint-error"),
        ("sessions", b",10:00,", b",dix heures,", "type-error"),
        ("echecs", b"b.pdf,", b"a.pdf,", "primary-key"),
    ],
)
def test_its_own_schema_sees_a_wrong_cell(table: str, old: bytes, new: bytes, error: str, out: Path) -> None:
    write_dataset(FAILED, out)
    path = out / f"{table}.csv"
    path.write_bytes(path.read_bytes().replace(old, new))
    assert error in checked_alone(out, table)


# JSON Schema


def test_nested_json_fits_the_schema_file(folder: Path) -> None:
    schema = json.loads((folder / "schemas" / "programme.jsonschema.json").read_bytes())
    validator = jsonschema.Draft202012Validator(schema)
    for path in (folder / "programmes").iterdir():
        programme = json.loads(path.read_bytes())
        validator.validate(programme)
        del programme["sessions"]
        assert not validator.is_valid(programme)


# CSVW


@DATASETS
def test_csvw_reader_finds_the_tables_valid(dataset: Dataset, out: Path) -> None:
    write_dataset(dataset, out)
    group = csvw.CSVW(str(out / METADATA), validate=True)
    assert (group.is_valid, [str(warning.message) for warning in group.warnings]) == (True, [])


def test_csvw_reader_finds_the_metadata_beside_a_table_and_its_types(folder: Path) -> None:
    tables = {table.url.string: table for table in csvw.TableGroup.from_file(folder / METADATA).tables}
    assert list(tables) == [f"{name}.csv" for name in TABLES]
    first = next(iter(tables["sessions.csv"].iterdicts(strict=True)))
    assert (first["debut"].isoformat(), first["ordre"]) == ("2024-05-14T10:00:00+02:00", 1)
    assert [each["provisoire"] for each in tables["interventions.csv"].iterdicts()][:2] == [False, True]


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        (b",session,", b",atelier,", "genre"),
        (b",10:00,", b",24:99,", "heure_debut"),
        (b",1,1,", b",0,1,", "page_debut"),
    ],
)
@pytest.mark.filterwarnings("always")  # the reader counts its own
def test_csvw_reader_sees_a_wrong_cell(old: bytes, new: bytes, column: str, out: Path) -> None:
    write_dataset(SEVERAL, out)
    path = out / "sessions.csv"
    path.write_bytes(path.read_bytes().replace(old, new))
    with pytest.raises(ValueError, match=column):
        _ = csvw.CSVW(str(out / METADATA), validate=True).is_valid


def test_csvw_names_the_keys_of_every_table() -> None:
    tables = json.loads(files_of(EMPTY)[METADATA])["tables"]
    for described, (name, table) in zip(tables, TABLES.items(), strict=True):
        schema = described["tableSchema"]
        assert tuple(schema.get("primaryKey", ())) == table.key
        required = {column.name for column in describe_columns(table) if column.required}
        assert {each["columnReference"] for each in schema.get("foreignKeys", [])} == required & set(table.references)
        assert described["url"] == f"{name}.csv"


# The card


def test_card_has_every_table_and_column() -> None:
    sections = card_of(EMPTY).split("\n### ")[1:]
    assert [section.split("`")[1] for section in sections] == [f"{name}.csv" for name in TABLES]
    for section, table in zip(sections, TABLES.values(), strict=True):
        rows = [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]
        assert rows == [column.name for column in describe_columns(table)]
        assert all(column.description.replace("|", "\\|") in section for column in describe_columns(table))


def test_card_says_what_every_file_is_for() -> None:
    files = write_files(FAILED, ON_REQUEST)
    part = files[CARD].decode("utf-8").split("## Fichiers\n")[1].split("\n## ")[0]
    rows = [line.split(" | ") for line in part.splitlines() if line.startswith("| `")]
    assert [name for name, purpose in rows if purpose.strip(" |") == ""] == []
    assert len(rows) == len(TABLES) + len(KINDS)


def test_card_names_a_file_of_no_known_kind() -> None:
    (content,) = write_card(FAILED, {**files_of(FAILED), "salles.json": b"{}"}).values()
    assert "| `salles.json` |  |" in content.decode("utf-8")


def test_card_names_the_workbook_only_where_there_is_one() -> None:
    assert ".xlsx`" not in card_of(FAILED)
    assert ".xlsx`" in write_files(FAILED, ON_REQUEST)[CARD].decode("utf-8")


def test_card_counts_what_the_dataset_holds() -> None:
    text = card_of(Dataset((*SEVERAL.programmes,), FAILED.failures))
    assert "2 programmes, 6 éléments de programme, 2 personnes et 3 organisations." in text
    assert "2 documents non publiés : voir `echecs.csv`." in text
    assert "(4 avertissements)" in text


def test_card_attributes_each_programme() -> None:
    known = changed(title="Forum des rives", organiser="Fabrique des rives", licence="etalab-2.0")
    assert (
        "- Source : Fabrique des rives, « Forum des rives », d'après forum-des-rives-2024.pdf ; licence etalab-2.0."
        in (card_of(known))
    )
    assert "licence non précisée : à demander à l'organisateur" in card_of(changed())


def test_card_shows_the_texts_of_a_document_and_runs_none() -> None:
    text = card_of(changed(title="a|b\n# [x](y) <script> `c` *d*"))
    assert r"| a\|b \# \[x\](y) \<script\> \`c\` \*d\* |" in text
    assert "\n# [" not in text


def test_card_of_an_empty_dataset_reads_well() -> None:
    text = card_of(EMPTY)
    assert "0 programme, 0 élément de programme, 0 personne et 0 organisation." in text
    assert "Aucun programme n'a pu être lu." in text


def code_blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", card_of(FAILED), re.S)


def test_python_of_the_card_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {}
    for code in code_blocks("python"):
        exec(code, names)
    assert list(names["sessions"]["titre"]) == ["Habiter la rive", "Mesurer l'eau", "Déjeuner"]


def test_sql_of_the_card_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (query,) = code_blocks("sql")
    assert len(duckdb.execute(query).fetchall()) == 4
    assert f"datasette {DATABASE}\n" in code_blocks("sh")
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        kinds = {row[0] for row in database.execute("SELECT genre FROM sessions")}
    assert kinds == {Kind.SESSION, Kind.BREAK}


# Nobody is forgotten


def test_every_file_of_every_format_is_described() -> None:
    files = write_files(FAILED, WRITERS)
    listed = {resource["path"] for resource in json.loads(files[DESCRIPTOR])["resources"]}
    assert listed == set(files) - {DESCRIPTOR}


# The reader of data.gouv.fr


@pytest.mark.filterwarnings("ignore")  # those of the reader itself
def test_csv_detective_finds_encoding_separator_and_types(folder: Path) -> None:
    csv_detective = pytest.importorskip(
        "csv_detective", reason="csv-detective or libmagic is missing", exc_type=ImportError
    )
    for name, table in TABLES.items():
        found = csv_detective.routine(file_path=str(folder / f"{name}.csv"), num_rows=-1, save_results=False)
        columns = describe_columns(table)
        assert (found["separator"], found["header"]) == (",", [column.name for column in columns])
        assert found["encoding"].lower().replace("-", "") in ("utf8", "ascii")
        assert (found["heading_columns"], found["trailing_columns"]) == (0, 0)
        if name == "sessions":
            kinds = {column: facts["python_type"] for column, facts in found["columns"].items()}
            assert (kinds["date"], kinds["debut"], kinds["ordre"]) == ("date", "datetime", "int")
