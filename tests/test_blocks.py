"""Which lines of an item name people, and where one person's entry ends."""

import pytest
from layouts import Put, lines_of

from pipeline.blocks import Setting, is_people, split_blocks
from pipeline.structure import Look

ENDS = ("ier", "el", "eau", "and", "in", "on", "ac", "et", "ard")
LONG = ", ".join(f"Léa Durand{end} (laboratoire d'études des rives de Port-{end.title()})" for end in ENDS)


def blocks_of(*puts: Put) -> list[str]:
    found = lines_of(puts)
    setting = Setting(None, Look.of(found[0].style), frozenset(), {7: 380.0})
    return [block.passage.text for block in split_blocks(found, setting)[1]]


@pytest.mark.parametrize(
    "text",
    [
        "Léa Durand (Canal Sud), Marc Petit, éclusier",
        "par Léa DURAND (Canal Sud)",
        "PAR Léa DURAND",
        "Lucien Roux du Centre de recherche sur les rives (CRR)",
        "Léa Durand de l'Université de Vézac et Sabine Marchand, chercheuse",
        "Léa Durand : politiste",
        "L. Durand, première adjointe au maire de Vézac",
        "Kiyomi Bataille, Marc Petit et Léa Durand (cellule des rives)",
        "Léa Durand, maire, région Grand Est",
        "Kiyomi Roche – directrice de cabinet, région Centre",
        "Kiyomi Kone Traoré (adjointe au maire de Vézac)",
        LONG,
    ],
)
def test_a_paragraph_of_people_needs_no_marker(text: str) -> None:
    assert is_people(text)


@pytest.mark.parametrize(
    "text",
    [
        "Canal Sud – producteurs locaux",
        "Conférence de Matteo Roux, historien à l'université de Vézac",
        "Grands lacs, Marc Petit",
        "Canal Sud et rives",
        "par ailleurs, la rive change",
        "Léa Durand : une vie au bord de l'eau",
        "Léa Durand de l'association Rivages : Habiter la digue",
        "Léa Durand, dite la batelière, " + "remontait le canal avec ses chevaux pour livrer le bois " * 8,
    ],
)
def test_a_name_alone_makes_no_list(text: str) -> None:
    assert not is_people(text)


def test_by_in_small_letters_is_no_part_of_the_people() -> None:
    assert blocks_of(Put("par Léa Durand, éclusière")) == ["Léa Durand, éclusière"]


def test_a_line_that_opens_with_a_name_begins_an_entry_where_there_was_room_before() -> None:
    entries = [Put("Léa Durand, éclusière", width=110.0), Put("Marc Petit, batelier", width=100.0)]
    assert blocks_of(*entries) == ["Léa Durand, éclusière\nMarc Petit, batelier"]


def test_a_name_cut_at_its_hyphen_goes_on() -> None:
    entries = [Put("Léa Durand (Canal Sud), Jean-", width=110.0), Put("Rémi Petit, batelier", width=100.0)]
    assert blocks_of(*entries) == ["Léa Durand (Canal Sud), Jean-Rémi Petit, batelier"]


def test_text_right_below_people_is_no_part_of_them() -> None:
    people = Put("Léa Durand, éclusière", width=110.0)
    text = [Put("La crue revient chaque hiver. Elle est", width=338.0), Put("attendue sur la digue.", width=120.0)]
    assert blocks_of(people, *text) == ["Léa Durand, éclusière"]
    assert blocks_of(people._replace(width=338.0), *text) == []
