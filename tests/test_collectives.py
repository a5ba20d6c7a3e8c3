"""Bodies that take part without a named person. Rows: `<…>` is what is printed of them, `[…]` the body in it."""

import pytest
from annotated import mark_collectives, perfect_tagger, plain
from hypothesis import given
from hypothesis import strategies as st
from known_bug import bug
from time_limit import RUNS, finishes

from pipeline.people.bodies import Stretch
from pipeline.people.collectives import find_collectives
from pipeline.tagger import Entity, Tagger, no_tagger

BODIES = [
    "<[Canal Sud]>",
    "<[INRAE]>",
    "<l'[INRAE]>",
    "<la [Ville de Vézac]>",
    "<[Ville de Vézac]>",
    "<[Wiki Marées France]>",
    "<la [compagnie Écume]>",
    "<les [Archives du Vaubrun]>",
    "<l'[orchestre Les Écluses]>",
    "<[Canal Sud]>, <[Rivages]>",
    "<[Compagnie du Gué]>",
    "<[Conseil départemental du Vaubrun]>",
    "<[Quatuor Écume]>",
    "<le [Trio Halage]>",
    "<[Ville de Vézac]>, <[Canal Sud]>, <[Rivages]>",
    "<[Canal Sud]>, association de médiation numérique",
    "<[Canal Sud]> (Vézac)",
    "<[Canal Sud]>, qui relie les rives",
    "en partenariat avec <[Canal Sud]>",
    "<la [ville de Vézac] ?> (sous réserve)",
    "<[Canal Sud] ?> (à confirmer)",
    "<[Canal Sud]> et <[Rivages]>",
    "<[Canal Sud]> / <la [Ville de Vézac]> / <[Rivages]>",
    "<[Lab’Rivages]>",
    "<[Rives et Associés]>, <[Canal Sud]>",
    "<[Canal Sud]>, <[Rivages]> et <[Wiki Marées]>",
    "<[Ville de Vézac]> et <[Rivages]>",
    "<l'association [Vent debout]> et <le [fablab Le Gros Œuvre]>",
    "<le [réseau des médiathèques] du Pays de Mauves>",
    "<[SNCR Réseau]>\n<[Ville de Vézac]>",
    "<[Régie des eaux]>, <[Saurexia]>, <[laboratoire HydroRive]>",
    "<la [Fédération nationale de l'inclusion]> (FNI)",
    "<[Brasserie des Deux-Caps]>, <[Rivages]>",
    bug("<[Institut des rives basses]> (IRB)", "a lower-case word ends the name"),
    bug("En partenariat avec <[Canal Sud]>", "in lower case only"),
]
UNNAMED = [
    "<l'équipe de [Canal Sud]>",
    "<l'équipe de [Canal Sud]> / <les bénévoles de la [Ville de Vézac]>",
    "<L'équipe de l'[association Rivages]>",
    "<les équipes de la [médiathèque de Brou]>",
    "<l'association [Rivages]>",
    "<le collectif [Passerelle]>",
    "<un représentant de la [ville de Vézac]>",
    "<Une représentante de l'[INRAE]>",
    "<les bénévoles du [réseau Canopée]>",
    "<les étudiants de l'[université de Vézac]>",
    "<les partenaires du [projet Marées]>",
    bug("<des agents de la [métropole de Vézac]>", "« des » is left out of what is printed"),
    bug("<l'équipe projet de [Canal Sud]>", "two nouns before the body"),
    "<une délégation de [Canal Sud]>",
    "<les comédiens amateurs de [Canal Sud]>",
    "<les habitants de [Canal Sud]>",
    "<Médiateurs et médiatrices du [musée des Eaux]>",
    "<les habitants du [quartier de la Gare]>",
    "<l'équipe de [Canal Sud]> • <les élèves de l'[INRAE]>",
    "<l'équipe de [Canal Sud]> et <un représentant de la [ville de Vézac]>",
    bug("<l'[équipe Horizon]>", "the team loses its head, which it keeps behind a person"),
]
PROJECTS = [
    "• <[Canal Sud]>\n• <[Rivages]>\n• <[Wiki Marées]>",
    "• <Carte des digues, portée par la [Ville de Vézac]>\n• <Atlas sonore, porté par [Rivages]>\n• <[Wiki Marées]>",
    "1. <Carte des digues, portée par la [Ville de Vézac]>. 2. <Atlas, porté par [Rivages]>. 3. <Le [Wiki Marées]>.",
    bug(
        "1. <Carte, portée par la [Ville de Vézac]>\n2. <Atlas, porté par [Rivages]>\n3. <Le [Wiki Marées]>",
        "the number of the next line is taken into the name",
    ),
    bug("- <Carte sonore de [Canal Sud]>\n- <Atlas de [Rivages]>\n- <Wiki de [Vézac]>", "the project hides its body"),
]
NOBODY = [
    "Elle a fondé Canal Sud en 2012 avec la Ville de Vézac.",
    "Il dirige depuis dix ans l'université de Vézac.",
    "Formée à l'université de Vézac, elle a rejoint Canal Sud.",
    "Un temps pour découvrir les rives.",
    "Venez apprendre à cartographier les digues avec nous !",
    "Comment partager les données ?",
    "questions du public",
    "échanges avec la salle",
    "directrice de Canal Sud",
    "Intervenants à confirmer",
    "Sur inscription",
    "",
    bug("Tout public", "any capitalised words are a body"),
    bug("Gratuit, dans la limite des places disponibles", "any capitalised words are a body"),
    bug("Nos partenaires", "any capitalised words are a body"),
    "Depuis dix ans, la Ville de Vézac accompagne les rives.",
]
ROWS = [*BODIES, *UNNAMED, *PROJECTS, *NOBODY]
PROSE = [
    "Un atelier pour comprendre la marée.",
    bug("La Ville de Vézac a changé de visage.", "a head with a name is a body even in a sentence"),
    "Canal Sud relie les rives depuis dix ans, Rivages aussi.",
    "Depuis 2012, chacun peut contribuer.",
]


def read(row: str, tagger: Tagger, prose: bool = False) -> str:
    text = plain(row)
    return mark_collectives(text, find_collectives(text.text, [], tagger([text.text])[0], prose))


@pytest.mark.parametrize("row", ROWS)
def test_bodies_alone_are_found_by_grammar(row: str) -> None:
    assert read(row, no_tagger) == row


@pytest.mark.parametrize("row", ROWS)
def test_bodies_alone_are_found_with_a_tagger_that_knows_them(row: str) -> None:
    assert read(row, perfect_tagger(row)) == row


def test_a_body_alone_on_a_further_line_needs_the_tagger() -> None:
    row = "<[Canal Sud]>\n<[Rivages]>"
    assert read(row, perfect_tagger(row)) == row
    assert read(row, no_tagger) == "<[Canal Sud]>\nRivages"


@pytest.mark.parametrize("row", PROSE)
def test_prose_names_no_body_by_itself(row: str) -> None:
    assert read(row, no_tagger, prose=True) == row


def test_what_belongs_to_people_is_not_read_again() -> None:
    text = "Léa Durand, directrice de Canal Sud"
    assert find_collectives(text, [Stretch(0, len(text))], []) == []


def test_a_person_s_name_is_no_body() -> None:
    assert find_collectives("Omar Vasseur", [], [Entity(0, 12, "PER")]) == []


@pytest.mark.parametrize("words", ["Discutante :", "et de Mme"])
def test_words_that_lead_in_somebody_are_no_body(words: str) -> None:
    assert find_collectives(words, [], []) == []


WORDS = """
Canal Sud l'équipe de la Ville Vézac l'INRAE et , ; . : ( ) 1. 2. 3. • - porté par un représentant des Rivages qui
elle directrice « » @rive Œuvre 李 sous réserve questions ateliers sociaux
""".split()
texts = st.text(max_size=120) | st.lists(st.sampled_from([*WORDS, "\n"]), max_size=25).map(" ".join)
numbers = st.integers(0, 100)


@given(texts, st.lists(st.tuples(numbers, numbers), max_size=3), st.booleans())
def test_in_any_text_bodies_stand_inside_and_outside_of_people(
    text: str, edges: list[tuple[int, int]], prose: bool
) -> None:
    taken = [Stretch(min(pair), max(pair)) for pair in edges if min(pair) < max(pair) <= len(text)]
    for found in find_collectives(text, taken, [], prose):
        assert 0 <= found.label.start < found.label.end <= len(text)
        assert text[found.label.start : found.label.end].strip()
        assert found.bodies
        for body in found.bodies:
            assert found.label.start <= body.start < body.end <= len(text)
        for person in taken:
            assert not (found.label.start < person.end and person.start < found.label.end)


@pytest.mark.parametrize("run", RUNS)
def test_the_time_does_not_explode_with_the_text(run: str) -> None:
    assert finishes(lambda text: find_collectives(text, [], []), run)
