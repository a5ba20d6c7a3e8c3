"""How long something takes is no part of its title."""

import pytest
from layouts import passage

from pipeline.document import Kind, Segment
from pipeline.segment.title_lengths import tells_for_whom, trim_lengths


def trimmed(title: str, kind: Kind = Kind.SESSION) -> str:
    [found] = trim_lengths([Segment(pages=(1,), kind=kind, title=passage(title))])
    return found.title.text


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Lire la rive (durée 50 min)", "Lire la rive"),
        ("Lire la rive (1h30)", "Lire la rive"),
        ("Lire la rive, durée : 45 minutes", "Lire la rive"),
        ("La rive en 180 minutes", "La rive en 180 minutes"),
        ("Une traversée qui dure (2023)", "Une traversée qui dure (2023)"),
        ("(20 min)", "(20 min)"),
    ],
)
def test_a_length_behind_a_title_is_cut_off(printed: str, title: str) -> None:
    assert trimmed(printed) == title


def test_a_break_keeps_its_length() -> None:
    assert trimmed("Pause (15 min)", Kind.BREAK) == "Pause (15 min)"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("« Lire la rive », atelier de 30 mn", "« Lire la rive »"),
        ("« Lire la rive », jeu et goûter 45 min", "« Lire la rive »"),
        ("« Lire la rive », une lecture", "« Lire la rive », une lecture"),
    ],
)
def test_what_a_quoted_title_is_and_how_long_is_cut_off(printed: str, title: str) -> None:
    assert trimmed(printed) == title


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Lire la rive – Tout public", "Lire la rive"),
        ("Lire la rive – 45 min – Tous publics.", "Lire la rive"),
        ("Lire la rive, dès 6 ans", "Lire la rive"),
        ("Lire la rive (6-10 ans)", "Lire la rive"),
        ("Repas de la rive (soupes) : 3€ pour les adultes. Les enfants sont invités !", "Repas de la rive (soupes)"),
        ("Lire la rive, entrée libre", "Lire la rive"),
        ("Lire la rive (facultatif, sur inscription)", "Lire la rive (facultatif, sur inscription)"),
        ("Écrire pour tout public", "Écrire pour tout public"),
        ("Grandir de 6 à 10 ans", "Grandir de 6 à 10 ans"),
        ("Manger à 2 € par jour", "Manger à 2 € par jour"),
        ("Le monument – 45 min", "Le monument – 45 min"),
    ],
)
def test_for_whom_and_at_what_price_is_cut_off(printed: str, title: str) -> None:
    assert trimmed(printed) == title


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("dès 6 ans", True),
        ("À partir de 12 ans – sur inscription", True),
        ("Tout public, entrée libre", True),
        ("Les enfants de la digue, dès 6 ans", False),
    ],
)
def test_a_line_may_tell_for_whom_something_is_and_nothing_else(text: str, told: bool) -> None:
    assert tells_for_whom(text) == told
