"""People named in sentences of the description, and others named in a sentence of a block."""

import pytest
from layouts import TEXTS, Put, item_with, lines_of, paragraph, passage

from pipeline.document import Block, Capacity
from pipeline.page.passages import join_lines
from pipeline.segment import split_sessions
from pipeline.segment.prose_people import at_turns, prose_blocks


def named(text: str) -> list[str]:
    return [block.passage.text for block in prose_blocks([passage(text)], ())]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Trier ses photos sans se perdre. Avec Léa Durand, conteuse.", ["Léa Durand, conteuse"]),
        ("Un goûter suivra ! Par l'association Les Deux Rives.", ["l'association Les Deux Rives"]),
        ("Prévoir des bottes. Avec la conteuse Léa Durand.", ["la conteuse Léa Durand"]),
        ("Lecture de contes. Modération : Léa Durand (Canal Sud)", ["Léa Durand (Canal Sud)"]),
        ("Lecture de contes. Animation : un goûter", []),
        ("Prévoir des bottes. Avec Léa Durand, nous suivrons la rive.", []),
        ("Prévoir des bottes. Avec de la chance, on verra le castor.", []),
        ("Venez avec Léa Durand", []),
        ("Récits de bateliers, avec Léa Durand, conteuse", ["Léa Durand, conteuse"]),
        ("En présence du réalisateur, Marc Petit. Tarif : 5 €", ["réalisateur, Marc Petit"]),
        ("En présence du préfet du Lot, Marc Petit.", ["préfet du Lot, Marc Petit"]),
        ("En présence du réalisateur.", []),
        ("Une émission en direct, avec les bénévoles du Café des Lices.", ["les bénévoles du Café des Lices"]),
        ("Une émission en direct, avec les moyens du bord.", []),
        ("Nous accueillerons Léa Durand, meunière.", ["Léa Durand, meunière"]),
        ("Nous accueillerons les familles.", []),
        ("Ateliers encadrés par Léa Durand (Canal Sud)", ["Léa Durand (Canal Sud)"]),
        ("Un atelier proposé par l'association Rivages.", ["l'association Rivages"]),
        ("Ciné-concert. Au grand orgue : Léa Durand.", ["Léa Durand"]),
        ("Cérémonie présentée par Léa Durand, conteuse.", ["Léa Durand, conteuse"]),
        ("La loi a été présentée par Léa Durand.", []),
        ("Visite commentée par Léa Durand, guide.", ["Léa Durand, guide"]),
        ("Visite guidée de l'ancienne écluse par Léa Durand, guide.", ["Léa Durand, guide"]),
        ("Visite du moulin construit par Léa Durand.", []),
        ("Une rive vue au fil de l'eau par Léa Durand.", []),
        ("Un film. Conclusion : Léa Durand, maire de Vézac", ["Léa Durand, maire de Vézac"]),
        ("Retour d'expérience : Léa Durand, ville de Vézac", ["Léa Durand, ville de Vézac"]),
        ("Conclusion : les rives reculent", []),
        ("Un film. Discours d'ouverture : Léa Durand – maire de Vézac", ["Léa Durand – maire de Vézac"]),
        ("Accueil par Léa Durand, maire de Vézac.", ["Léa Durand, maire de Vézac"]),
        ("Une intervention d'Omar Vasseur.", ["Omar Vasseur"]),
    ],
)
def test_a_sentence_that_names_people_and_nothing_else_tells_who_takes_part(text: str, people: list[str]) -> None:
    assert named(text) == people


def test_a_block_is_cut_where_a_sentence_names_others() -> None:
    block = Block(
        capacity=Capacity.MODERATION,
        marker="Modération :",
        passage=passage("Léa Durand. Avec Marc Petit, éclusier, et Anne Roux"),
    )
    assert [(part.capacity.value, part.passage.text) for part in at_turns(block)] == [
        ("modération", "Léa Durand."),
        ("intervention", "Marc Petit, éclusier, et Anne Roux"),
    ]


def test_a_block_is_cut_where_a_line_says_who_leads() -> None:
    people = [Put("Léa Durand, invitée d'honneur", gap=4), Put("Entretien mené par Marc Petit")]
    found = split_sessions(item_with(*people)).segments[0]
    assert [(block.capacity.value, block.passage.text) for block in found.blocks] == [
        ("intervention", "Léa Durand, invitée d'honneur"),
        ("animation", "Marc Petit"),
    ]


def test_a_block_is_cut_where_a_clause_names_who_leads() -> None:
    block = Block(
        capacity=Capacity.INTERVENTION,
        marker="Avec :",
        passage=passage("Léa Durand, éclusière ; Anne Roux, présidente du jury ; modérée par Marc Petit"),
    )
    assert [(part.capacity.value, part.passage.text) for part in at_turns(block)] == [
        ("intervention", "Léa Durand, éclusière ; Anne Roux, présidente du jury ;"),
        ("modération", "Marc Petit"),
    ]


def test_who_speaks_with_those_who_lead_does_not_lead() -> None:
    people = passage("Léa Durand, journaliste, avec Marc Petit, maire, et Anne Roux, meunière")
    parts = at_turns(Block(capacity=Capacity.ANIMATION, marker="Échanges animés par", passage=people))
    assert [(part.capacity.value, part.passage.text) for part in parts] == [
        ("animation", "Léa Durand, journaliste"),
        ("intervention", "Marc Petit, maire, et Anne Roux, meunière"),
    ]


def test_a_dot_before_who_leads_is_no_part_of_the_people_before_it() -> None:
    people = passage("Léa Durand · Entretien mené par Marc Petit")
    parts = at_turns(Block(capacity=Capacity.INTERVENTION, marker="Avec", passage=people))
    assert [part.passage.text for part in parts] == ["Léa Durand", "Marc Petit"]


def test_people_behind_a_stroke_are_people() -> None:
    found = split_sessions(item_with(*paragraph(*TEXTS[0]), Put("| Léa Durand, directrice", gap=8))).segments[0]
    assert [block.passage.text for block in found.blocks] == ["Léa Durand, directrice"]


def test_reports_listed_line_by_line_each_name_who_gives_them() -> None:
    lines = (
        "Rapport moral : Léa Durand",
        "Rapport d'activité de l'année qui s'achève, et questions des adhérents",
        "Rapport financier : Marc Petit, trésorier",
        "Vote",
    )
    text = join_lines(lines_of([Put(line, width=5.0 * len(line)) for line in lines]), one_paragraph=True)
    assert [block.passage.text for block in prose_blocks([text], ())] == ["Léa Durand", "Marc Petit, trésorier"]
