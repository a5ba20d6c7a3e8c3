"""Facts about comparing printed strings and pairing lists."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.matching import (
    fold,
    names_body,
    near_name,
    near_organisation,
    near_text,
    organisation_key,
    pair,
    same_name,
    same_organisation,
    same_role,
    same_text,
)


@pytest.mark.parametrize("other", ["HABITER LA RIVE", "Habiter  la rive", "Habiter\u00a0la rive", "Habiterla rive"])
def test_case_and_spacing_are_no_difference(other: str) -> None:
    assert same_text("Habiter la rive", other)


def test_an_accent_is_a_difference_for_strict_and_none_for_soft() -> None:
    assert not same_text("L'été à Brumeval", "L'ete a Brumeval")
    assert near_text("L'été à Brumeval", "L’ETE A BRUMEVAL")


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert same_text("e\u0301te\u0301", "été")


def test_folding_leaves_words() -> None:
    assert fold("L'Œuvre — à  Lens !") == "l oeuvre a lens"


def test_another_title_is_not_near() -> None:
    assert not near_text("Habiter la rive", "Quitter la rive")


def test_texts_without_letters_are_near_only_if_equal() -> None:
    assert near_text("***", "* * *")
    assert not near_text("***", "---")


@pytest.mark.parametrize("other", ["DURAND-Petit Léa", "léa  durand-petit", "Léa Durand - Petit"])
def test_order_case_and_spacing_of_a_name_are_no_difference(other: str) -> None:
    assert same_name("Léa Durand-Petit", other)


def test_a_name_missing_an_accent_or_a_letter_is_near_and_not_the_same() -> None:
    for other in ("Lea Vaubrun", "Léa Vaubrum", "Vaubrun Lea"):
        assert not same_name("Léa Vaubrun", other)
        assert near_name("Léa Vaubrun", other)


def test_a_first_name_in_common_is_not_near() -> None:
    assert not near_name("Léa Vaubrun", "Léa Mirandol")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("La Fabrique des rives", "fabrique des rives"),
        ("l'association Rivages", "Rivages"),
        ("l’équipe de Rivages", "RIVAGES"),
        ("la Ville de Brumeval", "mairie de Brumeval"),
        ("équipe de l'association Rivages", "Rivages"),
        ("Office des canaux de l'Orne (OCO)", "Office des canaux de l'Orne"),
        ("Conseil du Val", "conseil de le val"),
    ],
)
def test_articles_heads_and_acronym_are_no_difference(left: str, right: str) -> None:
    assert same_organisation(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Rivages", "Mirages"), ("Métropole de Brumeval", "Ville de Brumeval"), ("École d'eau", "Ecole d'eau")],
)
def test_other_bodies_are_not_strictly_the_same(left: str, right: str) -> None:
    assert not same_organisation(left, right)


def test_a_label_of_heads_alone_is_kept() -> None:
    assert organisation_key("l'association") == ("association",)
    assert not same_organisation("l'association", "la ville")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("École d'eau", "Ecole d'eau"),
        ("Office des canaux", "Office des canaux de l'Orne"),
        ("Office des canaux de l'Orne (OCO)", "OCO"),
        ("Fabrique des rives", "Fabriqe des rives"),
    ],
)
def test_part_of_a_label_its_acronym_or_a_misprint_is_near(left: str, right: str) -> None:
    assert near_organisation(left, right)
    assert near_organisation(right, left)


def test_a_linking_word_in_common_is_not_near() -> None:
    assert not near_organisation("de", "Office de Brumeval")
    assert not near_organisation("Rivages et canaux", "Institut du sel")


def test_roles_agree_from_a_token_f1_of_six_tenths() -> None:
    assert same_role("directrice adjointe", "Directrice")  # 2/3
    assert same_role("chargée de mission", "charge de mission")  # 2/3
    assert not same_role("directrice adjointe du pôle", "directrice")  # 2/5
    assert not same_role("élue", "directrice")


def test_a_body_is_named_by_whole_words_in_a_row() -> None:
    assert names_body("la Fabrique des rives", "le bateau de l'équipe de la Fabrique des rives")
    assert not names_body("Rive", "l'équipe de Rivages")
    assert not names_body("Fabrique des rives", "les rives de la Fabrique")


def test_pairing_gives_up_the_best_pair_for_the_best_sum() -> None:
    likeness = {("a", "x"): 0.95, ("a", "y"): 0.94, ("b", "x"): 0.94}
    assert pair(["a", "b"], ["x", "y"], lambda one, other: likeness.get((one, other), 0)) == [("a", "y"), ("b", "x")]


def test_what_has_no_partner_stays_alone() -> None:
    assert pair(["a", "b"], ["b", "c"], lambda one, other: float(one == other)) == [
        ("a", None),
        ("b", "b"),
        (None, "c"),
    ]
    assert pair([], ["c"], lambda _one, _other: 1.0) == [(None, "c")]


@given(st.lists(st.lists(st.integers(0, 5), min_size=4, max_size=4), min_size=1, max_size=5))
def test_pairing_is_as_good_as_trying_everything(weights: list[list[int]]) -> None:
    rows, columns = range(len(weights)), range(4)
    pairs = pair(rows, columns, lambda i, j: float(weights[i][j]))
    chosen = [(i, j) for i, j in pairs if i is not None and j is not None]
    padded = [*columns, *[None] * len(weights)]
    best = max(
        sum(weights[i][j] for i, j in zip(rows, choice, strict=True) if j is not None)
        for choice in set(itertools.permutations(padded, len(weights)))
    )
    assert sum(weights[i][j] for i, j in chosen) == best
    assert all(weights[i][j] > 0 for i, j in chosen)
    assert sorted(i for i, _ in pairs if i is not None) == list(rows)
    assert sorted(j for _, j in pairs if j is not None) == list(columns)
