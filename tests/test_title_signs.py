"""Signs and pictures around titles are no part of them."""

import pytest
from layouts import passage

from pipeline.segment.subtitles import split_title
from pipeline.segment.trimming import trimmed, without_lead


@pytest.mark.parametrize("text", ["Goûter 🍪", "Goûter \ufffd", "☕ Goûter –", "– Goûter"])
def test_a_title_is_told_without_signs_and_pictures(text: str) -> None:
    assert without_lead(passage(text)).text == "Goûter"


@pytest.mark.parametrize("text", ["Goûter /", "Goûter –", "| Goûter"])
def test_what_stands_beside_a_time_is_told_without_the_sign_between(text: str) -> None:
    found = trimmed(passage(text))
    assert found and found.text == "Goûter"


def test_a_sign_before_what_is_not_in_capitals_ends_no_title() -> None:
    title, rest = split_title(passage("FIN DES TRAVAUX – remise des clefs"))
    assert (title.text, rest and rest.text) == ("FIN DES TRAVAUX", "remise des clefs")
    assert split_title(passage("ATELIERS DES RIVES (4 au choix)"))[1] is None


def test_a_quotation_that_closes_in_a_title_and_opens_before_it_leaves_no_mark() -> None:
    assert without_lead(passage("Habiter la rive »")).text == "Habiter la rive"
    assert without_lead(passage("« Habiter la rive »")).text == "« Habiter la rive »"
    assert without_lead(passage("Lire « La rive »")).text == "Lire « La rive »"
