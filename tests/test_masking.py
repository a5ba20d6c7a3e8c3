"""Texts without names, also where one is broken over the lines of a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.edition_mode import SOMEBODY
from pipeline.editions.masking import Masker, Own, text_fields
from pipeline.editions.name_finder import NameFinder
from pipeline.programme import Anomaly, Provenance, Session

MASKER = Masker(NameFinder({"lea": ["Léa Durand"], "omar": ["Omar Vasseur"]}), {"lea": "pers-1"})


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Avec Léa Durand et Omar Vasseur.", f"Avec pers-1 et {SOMEBODY}."),
        ("DURAND (Léa), DURAND Léa", "pers-1), pers-1"),
        ("Rien à cacher", "Rien à cacher"),
        ("", ""),
    ],
)
def test_a_name_gives_way_to_its_label(text: str, clean: str) -> None:
    assert MASKER.mask(text) == clean


@pytest.mark.parametrize(
    ("lines", "clean"),
    [
        (["Avec Léa", "Durand, maire"], ["Avec pers-1", ", maire"]),
        (["Avec Léa Du-", "rand, maire"], ["Avec pers-1", ", maire"]),
        (["Léa", "", "Durand"], ["pers-1", "", ""]),
        (["Léa", "Durand Omar", "Vasseur."], ["pers-1", f" {SOMEBODY}", "."]),
        (["rien", "ici"], ["rien", "ici"]),
    ],
)
def test_a_name_broken_over_lines_is_replaced_in_the_first(lines: list[str], clean: list[str]) -> None:
    assert MASKER.mask_lines(lines) == clean


@given(st.lists(st.text(st.sampled_from("Léa Durnd-\u00ad,x"), max_size=12), min_size=1, max_size=5))
def test_lines_are_masked_like_the_text_they_are_of(lines: list[str]) -> None:
    clean = MASKER.mask_lines(lines)
    assert len(clean) == len(lines)
    assert "".join(clean) == MASKER.mask("\n".join(lines)).replace("\n", "")


def test_in_a_passage_of_their_own_each_word_of_the_name_goes() -> None:
    own = Own(frozenset({"lea", "durand"}), "pers-1")
    assert MASKER.mask("Léa, maire ; l'équipe Durand", own) == "pers-1, maire ; l'équipe pers-1"


def test_which_fields_hold_text_is_taken_from_the_types() -> None:
    assert {"title", "subtitle", "description", "room", "track"} <= set(text_fields(Session))
    assert {"raw", "method"} == set(text_fields(Provenance))
    assert text_fields(Anomaly) == ("message",)
