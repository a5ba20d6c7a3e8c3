import datetime as dt
import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import pytest
from hypothesis import given, settings
from programmes import EMPTY, FAILED, SEVERAL, datasets, files_of, forum, programmes

from pipeline.export import Dataset, write_dataset
from pipeline.export.nested import nest_programme
from pipeline.export.schema import data_dictionary, describe_columns, json_schema
from pipeline.programme import Programme
from pipeline.tables import TABLES, columns_of

VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def set_at(record: Any, path: list[str | int], value: object) -> None:
    for step in path[:-1]:
        record = record[step]
    record[path[-1]] = value


def test_schema_is_a_json_schema_without_address() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "$id" not in schema
    assert json.loads(json.dumps(schema)) == schema


@given(programmes())
@settings(max_examples=60)
def test_nested_json_of_any_programme_is_valid(programme: Programme) -> None:
    VALIDATOR.validate(json.loads(json.dumps(nest_programme(programme))))


@given(programmes())
@settings(max_examples=40)
def test_nested_json_reads_back_as_the_programme(programme: Programme) -> None:
    nested = nest_programme(programme)
    assert nest_programme(Programme.model_validate_json(json.dumps(nested))) == nested


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["sessions", 0, "heure_debut"], "10:00:00"),
        (["sessions", 0, "heure_debut"], "24:00"),
        (["sessions", 0, "genre"], "atelier"),
        (["sessions", 0, "titre"], ""),
        (["sessions", 0, "page_debut"], 0),
        (["sessions", 0, "interventions", 0, "provisoire"], "non"),
        (["sessions", 0, "interventions", 0, "courriel"], "a"),
        (["personnes", 0, "nom_complet"], None),
    ],
)
def test_schema_refuses_what_the_contract_forbids(path: list[str | int], value: object) -> None:
    nested = nest_programme(forum())
    VALIDATOR.validate(nested)
    set_at(nested, path, value)
    assert not VALIDATOR.is_valid(nested)


def test_schema_asks_for_every_property() -> None:
    nested = nest_programme(forum())
    del nested["sessions"][0]["sous_titre"]
    assert not VALIDATOR.is_valid(nested)


def test_schema_tells_only_what_is_published() -> None:
    text = json.dumps(json_schema(), ensure_ascii=False)
    assert '"only"' not in text
    assert "A document: one event programme" not in text
    assert json_schema()["$defs"]["Session"]["description"] == TABLES["sessions"].description


def test_every_column_has_title_description_and_an_example_of_its_type() -> None:
    python = {"string": str, "integer": int, "boolean": bool, "number": float}
    text = {"date": dt.date.fromisoformat, "time": dt.time.fromisoformat, "datetime": dt.datetime.fromisoformat}
    for table in TABLES.values():
        for column in describe_columns(table):
            assert column.title, column
            assert column.description, column
            if column.type in text:
                text[column.type](column.example)
            else:
                assert type(column.example) is python[column.type], column
            assert not column.choices or column.example in column.choices, column


def test_required_means_never_empty() -> None:
    required = {column.name for column in describe_columns(TABLES["sessions"]) if column.required}
    assert {"session_id", "programme_id", "titre", "ordre", "genre", "statut"} <= required
    assert required.isdisjoint({"sous_titre", "date", "heure_debut", "debut", "demi_journee"})


def test_dictionary_has_a_section_per_table_and_a_row_per_column() -> None:
    sections = data_dictionary().split("\n## ")[1:]
    assert [section.split("`")[1] for section in sections] == [f"{name}.csv" for name in TABLES]
    for section, table in zip(sections, TABLES.values(), strict=True):
        rows = [line for line in section.splitlines() if line.startswith("| `")]
        assert [row.split("`")[1] for row in rows] == list(columns_of(table.model).values())


def test_dictionary_row_reads_well() -> None:
    lines = data_dictionary().splitlines()
    assert "| colonne | type | obligatoire | description | exemple |" in lines
    assert (
        "| `genre` | `session` \\| `pause` \\| `logistique` | oui "
        "| Session, pause (repas, café) ou logistique (accueil…). | session |"
    ) in lines
    assert "Clé : `session_id`." in lines
    assert "`programme_id` renvoie à `programmes.csv`." in lines


def test_dictionary_rows_have_five_cells_whatever_their_text() -> None:
    for line in data_dictionary().splitlines():
        if line.startswith("|"):
            assert line.replace("\\|", "").count("|") == 6, line


# The descriptor


@pytest.mark.parametrize("dataset", [EMPTY, SEVERAL, FAILED], ids=["empty", "several", "failures"])
def test_frictionless_finds_the_package_valid(dataset: Dataset, tmp_path: Path) -> None:
    write_dataset(dataset, tmp_path / "out")
    report = frictionless.Package(str(tmp_path / "out" / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "type", "message"]) == []
    # Each file but the descriptor itself.
    assert report.stats["tasks"] == len(files_of(dataset)) - 1


@given(datasets())
@settings(max_examples=8)
def test_frictionless_finds_any_package_valid(dataset: Dataset) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_dataset(dataset, Path(folder) / "out")
        report = frictionless.Package(str(Path(folder) / "out" / "datapackage.json")).validate()
        assert report.flatten(["name", "rowNumber", "type", "message"]) == []


@pytest.mark.parametrize(
    ("table", "old", "new", "error"),
    [
        ("interventions", b",pers-", b",nobody-", "foreign-key"),
        ("sessions", b",session,", b",atelier,", "constraint-error"),
        ("sessions", b",10:00,", b",dix heures,", "type-error"),
        ("programmes", b"2024,,", b"2023,,", "primary-key"),
    ],
)
def test_descriptor_lets_frictionless_see_a_wrong_cell(
    table: str, old: bytes, new: bytes, error: str, tmp_path: Path
) -> None:
    write_dataset(SEVERAL, tmp_path / "out")
    path = tmp_path / "out" / f"{table}.csv"
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new))
    report = frictionless.Package(str(tmp_path / "out" / "datapackage.json")).validate()
    assert [error] in report.flatten(["type"])


def test_descriptor_lists_every_file_with_its_size_and_hash() -> None:
    files = files_of(FAILED)
    descriptor = json.loads(files.pop("datapackage.json"))
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert {each["path"]: (each["bytes"], each["hash"]) for each in descriptor["resources"]} == {
        name: (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}") for name, content in files.items()
    }


def test_descriptor_fields_come_from_the_records() -> None:
    descriptor = json.loads(files_of(EMPTY)["datapackage.json"])
    sessions = descriptor["resources"][1]["schema"]
    fields = {field["name"]: field for field in sessions["fields"]}
    assert (sessions["primaryKey"], sessions["missingValues"]) == (["session_id"], [""])
    assert sessions["foreignKeys"] == [
        {"fields": ["programme_id"], "reference": {"resource": "programmes", "fields": ["programme_id"]}}
    ]
    assert fields["session_id"]["constraints"] == {"required": True, "unique": True}
    assert (
        fields["genre"]["constraints"]["enum"] == fields["genre"]["categories"] == ["session", "pause", "logistique"]
    )
    assert fields["duree_minutes"]["constraints"] == {"minimum": 0}
    assert (fields["heure_debut"]["type"], fields["heure_debut"]["format"]) == ("time", "%H:%M")


def test_package_has_a_licence_only_if_every_programme_has_one() -> None:
    free = forum().model_copy(update={"licence": "etalab-2.0"})
    linked = forum("autre").model_copy(update={"licence": "https://licence.example/libre"})
    silent = forum("muet")
    both = json.loads(files_of(Dataset((free, linked)))["datapackage.json"])
    assert both["licenses"] == [{"name": "etalab-2.0"}, {"path": "https://licence.example/libre"}]
    some = json.loads(files_of(Dataset((free, silent)))["datapackage.json"])
    assert "licenses" not in some
    own = {each["path"]: each.get("licenses") for each in some["resources"]}
    assert own["programmes/forum-des-rives-2024.json"] == [{"name": "etalab-2.0"}]
    assert own["programmes/muet.json"] is None
