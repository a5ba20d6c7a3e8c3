"""The list of people who object: where it is found, how it is read, whom it means."""

from pathlib import Path

import pytest
from programmes import forum

from pipeline.editions.oppositions import (
    Objection,
    find_oppositions,
    match_person,
    mentions_objector,
    objectors_of,
    read_oppositions,
)
from pipeline.errors import OppositionsError


def written(folder: Path, text: str, name: str = "oppositions.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "nom,organisation,motif,date\nLéa  Durand,Fabrique,,2024-05-01\n",
        "\ufeffnom;organisation\r\nLéa Durand;Fabrique\r\n\r\n;\r\n",
        '"organisation","NOM"\n"Fabrique"," Léa Durand "\n',
    ],
)
def test_a_list_is_read_with_either_separator(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    assert read_oppositions(path) == [Objection("Léa Durand", "Fabrique", f"{path}, line 2")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "first line"),
        ("organisation\nFabrique\n", "first line"),
        ("nom,adresse\nLéa Durand,Lens\n", "first line"),
        ("nom,motif\n,demande\n", "line 2: no name"),
        ("nom\nDurand, Léa\n", "line 2: more cells"),
    ],
)
def test_a_list_that_is_none_is_refused_without_naming_anybody(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(OppositionsError, match=told) as raised:
        read_oppositions(written(tmp_path, text))
    assert "Durand" not in str(raised.value)


def test_a_list_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "oppositions.csv"
    path.write_bytes("nom\nLéa Durand\n".encode("latin-1"))
    with pytest.raises(OppositionsError, match="not UTF-8"):
        read_oppositions(path)


def test_lists_beside_the_documents_and_the_one_given_all_count(tmp_path: Path) -> None:
    out = tmp_path / "out"
    raw = tmp_path / "raw"
    raw.mkdir()
    beside, given = written(raw, "nom\n"), written(tmp_path, "nom\n", "autres.csv")
    document = written(raw, "", "forum.pdf")
    assert find_oppositions([raw], None, out) == find_oppositions([document, raw], None, out) == [beside]
    assert find_oppositions([raw], given, out) == [given, beside]
    assert find_oppositions([tmp_path], None, out) == []
    with pytest.raises(OppositionsError, match="does not exist"):
        find_oppositions([raw], tmp_path / "absent.csv", out)
    with pytest.raises(OppositionsError, match="is published"):
        find_oppositions([raw], None, raw)


@pytest.mark.parametrize(
    "spelling", ["Léa Durand", "DURAND Léa", "lea durand", "Mme Léa Durand", "L. Durand", "Durand L."]
)
def test_one_person_is_met_under_all_spellings(spelling: str) -> None:
    assert match_person(Objection("Léa DURAND"), [spelling])
    assert match_person(Objection(spelling), ["Léa Durand"])


@pytest.mark.parametrize("other", ["Luc Durand", "Léa Durant", "Léa", "M. Durand", "Durand"])
def test_another_person_is_not_met(other: str) -> None:
    assert not match_person(Objection("Léa Durand"), [other])


def test_an_organisation_narrows_whom_an_objection_means() -> None:
    found = objectors_of([forum()], [Objection("Léa Durand", "Fabrique"), Objection("Léa Durand", "Ville de Lens")])
    assert {number: len(persons) for number, persons in found.items()} == {0: 1, 1: 0}


def test_what_is_kept_between_runs_can_ask_whether_it_names_an_objector() -> None:
    assert mentions_objector("… avec durand-léa …", [Objection("Léa Durand")])
    assert not mentions_objector("… avec Omar Vasseur …", [Objection("Léa Durand")])
    assert not mentions_objector("… avec Léa Durand …", [])
