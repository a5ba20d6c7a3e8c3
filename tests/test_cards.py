"""Cards side by side under one hour."""

from layouts import Put, line_of

from pipeline.cards import find_cards
from pipeline.document import Line
from pipeline.structure import Look

BODY = Look.of(line_of(Put("texte"), 1, 0).style)


def column(x: float, *puts: Put, top: float = 100.0) -> list[Line]:
    """Lines below each other from `x` on, 90 points wide at most."""
    return [
        line_of(put._replace(x=x, width=min(90.0, 5.0 * len(put.text))), 1, top + 12 * n)
        for n, put in enumerate(puts)
    ]


def titles(lines: list[Line]) -> list[str]:
    items, look = find_cards(lines, BODY)
    return [next(line.text for line in item.lines if look and look.fits(line.style)) for item in items]


def test_columns_that_begin_with_a_title_are_cards_from_left_to_right() -> None:
    lines = column(40, Put("Habiter", bold=True), Put("Léa Durand")) + column(
        160, Put("Bâtir", bold=True), Put("Marc Petit")
    )
    assert titles(lines) == ["Habiter", "Bâtir"]


def test_the_theme_above_a_title_belongs_to_its_card() -> None:
    lines = column(40, Put("SCIENCE"), Put("Habiter", bold=True)) + column(160, Put("SOIN"), Put("Bâtir", bold=True))
    items, _ = find_cards(lines, BODY)
    assert [item.lines[0].text for item in items] == ["SCIENCE", "SOIN"]


def test_titles_in_other_colours_are_titles_alike() -> None:
    lines = column(40, Put("Habiter", bold=True, color="#aa0000")) + column(
        160, Put("Bâtir", bold=True, color="#0000aa")
    )
    assert titles(lines) == ["Habiter", "Bâtir"]


def test_a_second_row_of_cards_follows_the_first() -> None:
    lines = column(40, Put("Habiter", bold=True), Put("Léa Durand"), Put("Le gué", bold=True))
    lines += column(160, Put("Bâtir", bold=True), Put("Marc Petit"), Put("La crue", bold=True))
    assert titles(lines) == ["Habiter", "Bâtir", "Le gué", "La crue"]


def test_what_every_card_prints_is_a_button() -> None:
    lines = column(40, Put("Habiter", bold=True), Put("EN SAVOIR PLUS")) + column(
        160, Put("Bâtir", bold=True), Put("EN SAVOIR PLUS")
    )
    items, _ = find_cards(lines, BODY)
    assert [line.text for item in items for line in item.lines] == ["Habiter", "Bâtir"]


def test_columns_of_text_are_no_cards() -> None:
    lines = column(40, Put("Une rive recule"), Put("et la commune")) + column(
        160, Put("s'interroge"), Put("sur la suite")
    )
    assert find_cards(lines, BODY) == ([], None)


def test_one_column_is_no_card() -> None:
    assert find_cards(column(40, Put("Habiter", bold=True), Put("Léa Durand")), BODY) == ([], None)


def test_columns_of_buttons_alone_are_no_cards() -> None:
    lines = column(40, Put("RÉSERVER", bold=True)) + column(160, Put("RÉSERVER", bold=True))
    assert find_cards(lines, BODY)[0] == []
