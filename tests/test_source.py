"""The sidecar beside a document: what it may say, and what is wrong with it in words."""

from pathlib import Path

import pytest

from pipeline.errors import SidecarError
from pipeline.source import Minima, Source, find_source, read_source

FULL = """
titre = "Forum des rives"
annee = 2024
lieu = "Lens"
organisateur = "Fabrique des rives"
licence = "etalab-2.0"
fuseau_horaire = "America/Guadeloupe"
pages_ignorees = [1, 2]

[minima]
sessions = 12
"""


def write(folder: Path, text: str | bytes, name: str = "forum.toml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_sidecar_says_all_that_is_documented(tmp_path: Path) -> None:
    assert read_source(write(tmp_path, FULL)) == Source.model_validate(
        {
            "titre": "Forum des rives",
            "annee": 2024,
            "lieu": "Lens",
            "organisateur": "Fabrique des rives",
            "licence": "etalab-2.0",
            "fuseau_horaire": "America/Guadeloupe",
            "pages_ignorees": (1, 2),
            "minima": Minima(sessions=12),
        }
    )


def test_an_empty_sidecar_says_nothing(tmp_path: Path) -> None:
    assert read_source(write(tmp_path, "")) == Source()


def test_without_a_sidecar_the_place_is_in_the_time_zone_of_paris(tmp_path: Path) -> None:
    found = find_source(tmp_path / "forum.pdf")
    assert (found, found.timezone, found.minima.sessions) == (Source(), "Europe/Paris", 0)


def test_the_sidecar_stands_beside_its_document(tmp_path: Path) -> None:
    write(tmp_path, "annee = 2024")
    write(tmp_path, "annee = 2023", "autre.toml")
    assert find_source(tmp_path / "forum.pdf").year == 2024
    assert find_source(tmp_path / "forum.PDF").year == 2024
    assert find_source(tmp_path / "forum-bis.pdf").year is None


def test_a_folder_named_as_a_sidecar_is_none(tmp_path: Path) -> None:
    (tmp_path / "forum.toml").mkdir()
    assert find_source(tmp_path / "forum.pdf") == Source()


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    assert read_source(write(tmp_path, b"\xef\xbb\xbfannee = 2024\r\n")).year == 2024


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("year = 2024", "year"),
        ("annee = 'hier'", "annee"),
        ("annee = 24", "annee"),
        ("titre = 2024", "titre"),
        ("pages_ignorees = 'une'", "pages_ignorees"),
        ("[minima]\nseances = 3", "minima.seances"),
        ("[minima]\nsessions = 'trois'", "minima.sessions"),
        ("[marqueurs]\nchant = ['Chanté par']", "marqueurs"),
        ("[marqueurs]\nanimation = ['Sur le pont']", "marqueurs"),
        ("fuseau_horaire = 'Europe/Lens'", "fuseau_horaire"),
        ("fuseau_horaire = '../Paris'", "fuseau_horaire"),
    ],
)
def test_a_key_that_cannot_be_used_is_named(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(SidecarError) as raised:
        read_source(write(tmp_path, text))
    assert f"key « {key} »" in raised.value.message
    assert raised.value.exit_code == 20


@pytest.mark.parametrize("text", [b"annee = ", b"annee", b"\xff\xfe", b"annee = 2024\nannee = 2025"])
def test_a_sidecar_that_is_no_toml_is_refused(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(SidecarError, match=r"^forum\.toml: not valid TOML"):
        read_source(write(tmp_path, text))


def test_a_sidecar_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SidecarError, match=r"^forum\.toml: cannot be read"):
        read_source(tmp_path / "forum.toml")


def test_a_message_says_nothing_of_the_folder(tmp_path: Path) -> None:
    with pytest.raises(SidecarError) as raised:
        read_source(write(tmp_path, "year = 2024"))
    assert str(tmp_path) not in str(raised.value)
