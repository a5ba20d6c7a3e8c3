"""The sidecar beside a document: what it may say, and what is wrong with it in words."""

import re
from pathlib import Path

import pytest

from pipeline.document import Capacity, Style
from pipeline.errors import SidecarError
from pipeline.source import Markers, Minima, Source, TitleStyle, find_source, read_source

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

[marqueurs]
animation = ["Piloté par"]
intervention = ["Avec la complicité de"]
moderation = ["Grand témoin :"]

[titres]
taille = 14
gras = true
italique = false
police = "Rive-Bold"
couleur = "#1A2B3C"
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
            "marqueurs": Markers(
                animation=("Piloté par",), intervention=("Avec la complicité de",), moderation=("Grand témoin",)
            ),
            "titres": {
                "taille": 14.0,
                "gras": True,
                "italique": False,
                "police": "Rive-Bold",
                "couleur": "#1a2b3c",
            },
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
        ("[marqueurs]\nchant = ['Chanté par']", "marqueurs.chant"),
        ("[marqueurs]\nanimation = 'Sur le pont'", "marqueurs.animation"),
        ("[marqueurs]\nanimation = ['Piloté par', '']", "marqueurs.animation.1"),
        ("[marqueurs]\nanimation = ['Au']", "marqueurs.animation.0"),
        ("[marqueurs]\nanimation = ['  à : ']", "marqueurs.animation.0"),
        ("[marqueurs]\nanimation = ['Piloté par']\nmoderation = ['PILOTÉ  PAR :']", "marqueurs"),
        ("marqueurs = ['Piloté par']", "marqueurs"),
        ("[titres]", "titres"),
        ("[titres]\ncorps = 14", "titres.corps"),
        ("[titres]\ntaille = 0", "titres.taille"),
        ("[titres]\ntaille = '14 pt'", "titres.taille"),
        ("[titres]\ngras = 'oui'", "titres.gras"),
        ("[titres]\npolice = ''", "titres.police"),
        ("[titres]\ncouleur = 'rouge'", "titres.couleur"),
        ("[titres]\ncouleur = '#abc'", "titres.couleur"),
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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("year = 2024", "unknown key « year »; known here: titre, annee, lieu,"),
        ("[marqueurs]\nchant = ['Chanté par']", "known here: animation, intervention, moderation."),
        ("[titres]\ncorps = 14", "known here: taille, gras, italique, police, couleur."),
        ("[minima]\nseances = 3", "known here: sessions, interventions."),
        ("[marqueurs]\nanimation = ['Au']", "a marker has at least 3 letters, « Au » has not."),
        ("[marqueurs]\nanimation = ['']", "a marker has at least 3 letters, «  » has not."),
        ("[marqueurs]\nanimation = ['Par eux', 'PAR EUX']", "the marker « PAR EUX » is given twice."),
        ("[titres]\ncouleur = 'rouge'", "a colour is written #rrggbb, as in « #1a2b3c », not « rouge »."),
        ("[titres]", "tell at least one of taille, gras, italique, police, couleur."),
    ],
)
def test_a_message_says_what_would_be_right(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SidecarError) as raised:
        read_source(write(tmp_path, text))
    assert message in raised.value.message


def test_markers_become_rows_with_their_capacity() -> None:
    rows = Markers(animation=("Piloté par",), moderation=("Piloté par Mme",)).rows
    assert [(row.value, row.yes) for row in rows] == [
        (Capacity.MODERATION, ("Piloté par Mme",)),
        (Capacity.ANIMATION, ("Piloté par",)),
    ]


@pytest.mark.parametrize("printed", ["Avec l'œil d'André", "AVEC L’ŒIL D’ANDRE", "avec  l'œil\u00a0d'andré"])
def test_a_marker_fits_however_it_is_set(printed: str) -> None:
    (row,) = Markers(animation=("Avec l'œil d'André :",)).rows
    assert re.fullmatch(row.words, printed, re.I)


def test_the_signs_in_a_marker_stand_for_themselves() -> None:
    (row,) = Markers(animation=("Merci (à)",)).rows
    assert re.fullmatch(row.words, "merci (a)", re.I)
    assert not re.fullmatch(row.words, "merci à", re.I)


def style(**told: object) -> TitleStyle:
    return TitleStyle.model_validate(told)


@pytest.mark.parametrize(
    ("told", "fits"),
    [
        (style(taille=14), True),
        (style(taille=14.2), True),
        (style(taille=15), False),
        (style(gras=True), True),
        (style(gras=False), False),
        (style(italique=False, police="ABCDEF+Rive-Bold"), True),
        (style(police="Rive"), False),
        (style(couleur="#1A2B3C"), True),
        (style(couleur="#000000"), False),
        (style(taille=14, couleur="#000000"), False),
    ],
)
def test_a_look_fits_when_all_that_is_told_is_so(told: TitleStyle, fits: bool) -> None:
    printed = Style(font="Rive-Bold", size=14.0, bold=True, italic=False, color="#1a2b3c")
    assert told.fits(printed) is fits


def test_a_look_says_what_it_tells() -> None:
    assert str(style(taille=14, gras=True, police="Rive", couleur="#aa0000")) == "Rive 14 gras #aa0000"
    assert str(style(italique=True, gras=False)) == "non gras italique"
