"""The reference files: what matches is known, and a bad row is an error that names file and line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ReferenceFileError
from pipeline.identity.reference import (
    ORGANISATIONS_FILE,
    PERSONS_FILE,
    KnownBody,
    KnownPerson,
    luhn_holds,
    packaged_bodies,
    parse_rows,
    read_reference,
)
from pipeline.people.body_types import organisation_types

HEAD = "libelle,alias,sigle,type,siren,rna,url,parent\n"


def test_a_reference_stands_beside_the_programmes(tmp_path: Path) -> None:
    (tmp_path / ORGANISATIONS_FILE).write_text(
        "\ufefflibelle;sigle;siren\nFabrique des rives;FDR;732 829 320\n", encoding="utf-8"
    )
    (tmp_path / PERSONS_FILE).write_text("nom,alias\nLéa Durand,Léa Roux | L. Durand\n", encoding="utf-8")
    found = read_reference([tmp_path, tmp_path / "programme.pdf"])
    assert (found.bodies[0].label, found.bodies[0].siren) == ("Fabrique des rives", "732829320")
    assert found.bodies[1:] == packaged_bodies()
    assert found.persons[0].aliases == ("Léa Roux", "L. Durand")


def test_a_row_of_the_user_goes_before_that_of_the_package(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("libelle,sigle\nCollectif nouveau des rivages salés,CNRS\n", encoding="utf-8")
    labels = [row.label for row in read_reference(organisations=path).bodies]
    assert "Centre national de la recherche scientifique" not in labels


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Canal Sud,,,,73282932,,,", "9 digits"),
        ("Canal Sud,,,,732829321,,,", "check digit"),
        ("Canal Sud,,,,000000000,,,", "check digit"),
        ("Canal Sud,,,,,12345,,", "W and 9 digits"),
        ("Canal Sud,,,,,,canal.example,", "http://"),
        (",,CS,,,,,", "libelle"),
        ("Canal Sud,,", "3 cells for 8 columns"),
        ("Fabrique des rives,,,,,,,", "line 2"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path, row: str, says: str) -> None:
    path = tmp_path / "corps.csv"
    path.write_text(f"{HEAD}Fabrique des rives,,,,,,,\n{row}\n", encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=r"corps\.csv, line 3") as raised:
        read_reference(organisations=path)
    assert says in str(raised.value)


@pytest.mark.parametrize("head", ["nom", "libelle,couleur", "libelle,sigle,sigle", ""])
def test_an_unknown_missing_or_doubled_column_names_the_known_ones(head: str) -> None:
    with pytest.raises(ReferenceFileError, match=r"line 1.*libelle, alias, sigle"):
        parse_rows(f"{head}\nCanal Sud", "corps.csv", KnownBody)


def test_a_file_that_is_not_there_or_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "latin.csv").write_bytes("libelle\nRégie\n".encode("latin-1"))
    for name in ("latin.csv", "missing.csv"):
        with pytest.raises(ReferenceFileError, match=name):
            read_reference(organisations=tmp_path / name)


def test_homonyms_may_stand_in_two_rows_of_persons() -> None:
    rows = parse_rows("nom,organisations\nLéa Durand,Canal Sud\nLéa Durand,Atelier\n", "qui.csv", KnownPerson)
    assert [row.organisations for row in rows] == [("Canal Sud",), ("Atelier",)]


@given(st.integers(0, 99_999_999))
def test_one_check_digit_of_ten_holds(number: int) -> None:
    assert sum(luhn_holds(f"{number:08}{digit}") for digit in range(10)) == 1


def test_the_reference_of_the_package_names_nobody_twice() -> None:
    names = [name for row in packaged_bodies() for name in row.names()]
    assert len(names) == len(set(names))
    assert len(packaged_bodies()) > 150


def test_the_reference_of_the_package_uses_the_types_of_the_lexicon() -> None:
    assert {row.type for row in packaged_bodies()} <= organisation_types()


def test_a_parent_in_the_reference_of_the_package_is_in_it() -> None:
    labels = {row.label for row in packaged_bodies()}
    assert {row.parent for row in packaged_bodies() if row.parent} <= labels
