import csv
import io
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from programmes import EMPTY, SEVERAL, datasets, files_of, forum, intervention, programme, session

from pipeline.columns import Record
from pipeline.errors import DatasetError, OutputError
from pipeline.export import WRITERS, Dataset, write_dataset
from pipeline.export.frames import read_tables
from pipeline.export.nested import write_programmes
from pipeline.export.schema import describe_columns
from pipeline.export.tables import pool_records, write_tables
from pipeline.programme import Organisation, Person
from pipeline.tables import TABLES, columns_of


def rows_of(files: dict[str, bytes], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{table}.csv"].decode("utf-8"), newline=""), strict=True))


def tables_of(dataset: Dataset) -> dict[str, bytes]:
    """The CSV tables and the nested JSON."""
    return {**write_tables(dataset), **write_programmes(dataset)}


def as_cells(record: dict[str, Any], model: type[Record]) -> tuple[str, ...]:
    """The cells that the tables should have for a record of the nested JSON."""
    found = []
    for name in columns_of(model).values():
        value = record[name]
        found.append("" if value is None else str(value).lower() if isinstance(value, bool) else str(value))
    return tuple(found)


def changed(dataset: Dataset, **changes: Any) -> Dataset:
    """The dataset with another first session."""
    first, *others = dataset.programmes
    head, *tail = first.sessions
    return Dataset((first.model_copy(update={"sessions": (head.model_copy(update=changes), *tail)}), *others))


# What the files say


@given(datasets())
@settings(max_examples=60)
def test_csv_and_json_tell_the_same(dataset: Dataset) -> None:
    files = tables_of(dataset)
    nested = [json.loads(content) for name, content in files.items() if name.startswith("programmes/")]
    sessions = [each for found in nested for each in found["sessions"]]
    interventions = [each for found in sessions for each in found["interventions"]]
    affiliations = [each for found in interventions for each in found["affiliations"]]
    for table, records in [
        ("programmes", nested),
        ("sessions", sessions),
        ("interventions", interventions),
        ("affiliations", affiliations),
    ]:
        expected = sorted(as_cells(record, TABLES[table].model) for record in records)
        assert sorted(tuple(row.values()) for row in rows_of(files, table)) == expected


@given(datasets())
@settings(max_examples=30)
def test_every_row_has_the_columns_of_its_table(dataset: Dataset) -> None:
    files = tables_of(dataset)
    for name, table in TABLES.items():
        rows = list(csv.reader(io.StringIO(files[f"{name}.csv"].decode("utf-8"), newline=""), strict=True))
        assert {tuple(rows[0])} == {tuple(columns_of(table.model).values())}
        assert {len(row) for row in rows} == {len(columns_of(table.model))}


@given(datasets())
@settings(max_examples=12)
def test_same_dataset_same_bytes_in_any_order(dataset: Dataset) -> None:
    programmes, failures = list(dataset.programmes), list(dataset.failures)
    random.Random(1).shuffle(programmes)
    assert files_of(dataset) == files_of(dataset)
    assert files_of(dataset) == files_of(Dataset(tuple(programmes), tuple(reversed(failures))))


def test_times_dates_instants_and_booleans_as_documented() -> None:
    files = tables_of(SEVERAL)
    row = rows_of(files, "sessions")[0]
    assert (row["date"], row["heure_debut"], row["heure_fin"]) == ("2024-05-14", "10:00", "11:30")
    assert row["debut"] == "2024-05-14T10:00:00+02:00"
    assert [each["provisoire"] for each in rows_of(files, "interventions")[:2]] == ["false", "true"]
    nested = json.loads(files["programmes/forum-des-rives-2024.json"])
    assert nested["sessions"][0]["heure_debut"] == "10:00"
    assert nested["sessions"][0]["debut"] == "2024-05-14T10:00:00+02:00"


def test_csv_has_no_bom_and_ends_lines_with_crlf() -> None:
    content = tables_of(EMPTY)["affiliations.csv"]
    assert content == b"intervention_id,ordre,organisation_id\r\n"


def test_line_breaks_inside_a_cell_stay_as_they_are() -> None:
    assert b',"Une rive recule.\nQue faire ?",' in tables_of(SEVERAL)["sessions.csv"]


@pytest.mark.parametrize(
    "text", ["=SOMME(A1)", "+33", "-1", "@a", '"', "a,b", "«\u202eabc\u202c»", "👩🏽‍🌾", "NA", " a "]
)
def test_a_cell_holds_what_was_printed(text: str) -> None:
    files = tables_of(changed(SEVERAL, title=text))
    assert rows_of(files, "sessions")[0]["titre"] == text
    assert json.loads(files["programmes/forum-des-rives-2023.json"])["sessions"][0]["titre"] == text


def test_json_is_readable_utf8_with_an_end_of_line() -> None:
    text = tables_of(SEVERAL)["programmes/forum-des-rives-2024.json"].decode("utf-8")
    assert text.startswith('{\n "programme_id": "forum-des-rives-2024",\n "titre": null,\n')
    assert "Léa Durand" in text
    assert text.endswith("}\n")


def test_sessions_follow_their_rank_whatever_their_order_and_ids() -> None:
    found = programme("p", session("p-a", "p", 2, "Après"), session("p-b", "p", 1, "Avant"))
    files = tables_of(Dataset((found,)))
    assert [row["titre"] for row in rows_of(files, "sessions")] == ["Avant", "Après"]
    assert [each["titre"] for each in json.loads(files["programmes/p.json"])["sessions"]] == ["Avant", "Après"]


# The flat table


def test_flat_table_has_a_row_per_session_intervention_and_organisation() -> None:
    rows = rows_of(tables_of(Dataset((forum(),))), "sessions_a_plat")
    assert [(row["titre"], row["ordre"], row["personne"], row["organisation"]) for row in rows] == [
        ("Habiter la rive", "1", "Léa Durand", "Fabrique des rives"),
        ("Habiter la rive", "1", "Léa Durand", "Syndicat des digues"),
        ("Habiter la rive", "2", "Omar Vasseur", ""),
        ("Mesurer l'eau", "1", "", "Atelier des marées"),
        ("Déjeuner", "", "", ""),
    ]


def test_flat_table_leaves_both_ends_empty_for_a_body_without_organisation() -> None:
    alone = programme("p", session("p-1", "p", 1, "Accueil", intervention("p-1", 1, None)))
    (row,) = rows_of(tables_of(Dataset((alone,))), "sessions_a_plat")
    assert (row["qualite"], row["personne"], row["organisation"]) == ("intervention", "", "")


# Pooling


def person(name: str, appearances: int, variants: str | None = None, first: str | None = None) -> Person:
    return Person(person_id="pers-1", name=name, first_name=first, variants=variants, appearances=appearances)


def test_pooled_person_takes_the_name_with_most_interventions() -> None:
    (found,) = pool_records([person("Lea Durand", 1), person("Léa Durand", 3, "L. Durand")], "person_id", "name")
    assert (found.name, found.appearances, found.variants) == ("Léa Durand", 4, "L. Durand|Lea Durand")


def test_pooled_person_of_equal_counts_takes_the_first_name_of_the_alphabet() -> None:
    (found,) = pool_records([person("Lea B", 2), person("Lea A", 2)], "person_id", "name")
    assert (found.name, found.variants) == ("Lea A", "Lea B")


def test_pooled_variants_do_not_repeat_the_name() -> None:
    records = [person("Léa", 2, "LÉA|Léa D."), person("LÉA", 1, "Léa")]
    (found,) = pool_records(records, "person_id", "name")
    assert found.variants == "LÉA|Léa D."


def test_pooled_person_does_not_mix_the_parts_of_two_names() -> None:
    (found,) = pool_records([person("Lea Durand", 1, first="Lea"), person("Léa Durand", 3)], "person_id", "name")
    assert found.first_name is None


def test_pooled_organisation_keeps_the_acronym_only_one_document_gives() -> None:
    plain = Organisation(organisation_id="orga-1", label="Fabrique des rives", appearances=3)
    short = plain.model_copy(update={"acronym": "FDR", "appearances": 1})
    (found,) = pool_records([plain, short], "organisation_id", "label", ("acronym", "type"))
    assert (found.acronym, found.appearances) == ("FDR", 4)


def test_one_row_per_person_over_all_documents() -> None:
    rows = rows_of(tables_of(SEVERAL), "personnes")
    assert [(row["nom_complet"], row["nb_interventions"]) for row in rows] == [
        ("Léa Durand", "2"),
        ("Omar Vasseur", "2"),
    ]


# What cannot be published


@pytest.mark.parametrize(("text", "reason"), [("a\0b", "NUL"), ("a\ud800b", "lone surrogate")])
@pytest.mark.parametrize("writer", ["csv", "json"])
def test_text_that_no_file_can_hold_is_named(text: str, reason: str, writer: str) -> None:
    with pytest.raises(OutputError, match=f"{reason}.* offset 1"):
        WRITERS[writer](changed(SEVERAL, title=text))


def test_instant_without_offset_is_refused() -> None:
    begins = SEVERAL.programmes[0].sessions[0].begins
    assert begins is not None
    with pytest.raises(OutputError, match=r"sessions\.csv, debut: .*no offset"):
        WRITERS["csv"](changed(SEVERAL, begins=begins.replace(tzinfo=None)))


def test_number_that_is_none_is_refused() -> None:
    found = forum()
    place = found.provenances[0].model_copy(update={"x0": float("nan")})
    with pytest.raises(OutputError, match=r"provenances\.csv, x0"):
        WRITERS["csv"](Dataset((found.model_copy(update={"provenances": (place,)}),)))


def test_two_files_that_make_the_same_programme_are_both_named() -> None:
    twin = forum().model_copy(update={"programme_id": "FORUM-DES-RIVES-2024", "file": "autre.pdf"})
    with pytest.raises(OutputError, match=r"autre\.pdf and forum-des-rives-2024\.pdf"):
        WRITERS["json"](Dataset((forum(), twin)))


# The pandas reader


@given(datasets())
@settings(max_examples=20)
def test_frames_hold_what_the_files_hold(dataset: Dataset) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_dataset(dataset, Path(folder) / "out")
        frames = read_tables(Path(folder) / "out")
    files = tables_of(dataset)
    for name, table in TABLES.items():
        rows = rows_of(files, name)
        assert len(frames[name]) == len(rows)
        for column in describe_columns(table):
            if column.type == "string":
                assert frames[name][column.name].fillna("").tolist() == [row[column.name] for row in rows]
            else:
                present = [row[column.name] != "" for row in rows]
                assert frames[name][column.name].notna().tolist() == present


@pytest.mark.parametrize("dataset", [EMPTY, SEVERAL], ids=["empty", "several"])
def test_frames_are_typed(dataset: Dataset, tmp_path: Path) -> None:
    write_dataset(dataset, tmp_path / "out")
    frames = read_tables(tmp_path / "out")
    types = {name: str(kind) for name, kind in frames["sessions"].dtypes.items()}
    assert (types["titre"], types["ordre"], types["heure_debut"]) == ("string", "Int64", "string")
    assert (types["date"], types["debut"]) == ("datetime64[s]", "datetime64[s, UTC]")
    assert str(frames["interventions"]["provisoire"].dtype) == "boolean"
    assert str(frames["provenances"]["x0"].dtype) == "Float64"


def test_frames_give_instants_in_utc(tmp_path: Path) -> None:
    write_dataset(SEVERAL, tmp_path / "out")
    assert read_tables(tmp_path / "out")["sessions"]["debut"][0] == pd.Timestamp("2024-05-14T08:00:00Z")


def test_frame_of_a_folder_without_dataset_says_which_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"programmes\.csv: cannot be read"):
        read_tables(tmp_path)


def test_frame_of_a_table_with_other_columns_is_refused(tmp_path: Path) -> None:
    write_dataset(SEVERAL, tmp_path / "out")
    (tmp_path / "out" / "affiliations.csv").write_text("a,b\n1,2\n")
    with pytest.raises(DatasetError, match=r"affiliations\.csv: not the columns"):
        read_tables(tmp_path / "out")


# What it is written with

LATE_IMPORTS = """
import sys
import pipeline.cli, pipeline.cli.reading
from programmes import SEVERAL
from pipeline.export import load_libraries, write_files
load_libraries()
before = {name.partition(".")[0] for name in sys.modules}
write_files(SEVERAL)
late = {name.partition(".")[0] for name in sys.modules} - before - sys.stdlib_module_names
print(sorted(name for name in late if not name.startswith("_")))
"""


def test_no_library_is_left_to_be_imported_when_writing_begins() -> None:
    command = [sys.executable, "-c", LATE_IMPORTS]
    late = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=True)
    assert late.stdout == "[]\n"
