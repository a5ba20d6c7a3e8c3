"""Cards side by side under one hour."""

from layouts import Put, line_of

from pipeline.document import Box, Line
from pipeline.page.look import Look
from pipeline.segment.cards import boxed_lines, find_cards, framed_cards, theme_looks

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


def test_a_format_and_the_room_beside_it_over_the_title_of_a_second_row_are_of_its_card() -> None:
    lines = column(40, Put("Atelier A –"), Put("Habiter", bold=True), Put("Léa Durand"), Put("Atelier C –"))
    lines.append(line_of(Put("Salle du Gué", x=98, width=40), 1, lines[-1].box.y0))
    lines += column(40, Put("Le gué de la longue rive", bold=True), top=148)
    lines += column(160, Put("Atelier B –"), Put("Bâtir", bold=True), Put("Marc Petit"))
    items, _ = find_cards(lines, BODY)
    assert [item.lines[0].text for item in items] == ["Atelier A –", "Atelier B –", "Atelier C –"]
    assert [line.text for line in items[2].lines] == ["Atelier C –", "Salle du Gué", "Le gué de la longue rive"]


def test_a_second_row_of_cards_follows_the_first() -> None:
    lines = column(40, Put("Habiter", bold=True), Put("Léa Durand"), Put("Le gué", bold=True))
    lines += column(160, Put("Bâtir", bold=True), Put("Marc Petit"), Put("La crue", bold=True))
    assert titles(lines) == ["Habiter", "Bâtir", "Le gué", "La crue"]


LABEL = Put("Forge – Dès midi", bold=True, size=8)


def labelled(number: int) -> list[Put]:
    label = LABEL._replace(text=f"Forge {number} – Dès midi")
    return [label, Put(f"Habiter {number}", bold=True), Put(f"Une lecture {number}")]


def test_what_is_set_over_all_titles_in_one_look_is_of_the_card_below_it() -> None:
    lines = column(40, *labelled(1), *labelled(3)) + column(160, *labelled(2), *labelled(4))
    items, _ = find_cards(lines, BODY)
    assert [item.lines[0].text for item in items] == [f"Forge {number} – Dès midi" for number in (1, 2, 3, 4)]


def test_cards_go_on_over_the_next_page_below_what_is_left_of_the_last() -> None:
    lines = column(40, *labelled(1)) + column(160, *labelled(2))
    over = column(40, Put("Marc Petit"), *labelled(3))
    items, _ = find_cards([*lines, *(line.model_copy(update={"page": 2}) for line in over)], BODY)
    assert [item.lines[1].text for item in items] == ["Habiter 1", "Habiter 2", "Habiter 3"]
    assert [line.text for line in items[1].lines[2:]] == ["Une lecture 2", "Marc Petit"]


def test_a_row_of_cards_that_the_page_cuts_goes_on_column_by_column() -> None:
    lines = column(40, *labelled(1)) + column(160, *labelled(2))
    over = column(40, Put("Marc Petit")) + column(160, Put("Léa Durand"))
    items, _ = find_cards([*lines, *(line.model_copy(update={"page": 2}) for line in over)], BODY)
    assert [item.lines[-1].text for item in items] == ["Marc Petit", "Léa Durand"]


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


BOXES = {1: tuple(Box(x0=x, y0=90, x1=x + 110, y1=190) for x in (30.0, 150.0, 270.0))}


def framed(*cards: list[Put]) -> list[tuple[str | None, list[str]]]:
    """The track and the lines of cards in boxes side by side."""
    lines = [line for place, card in enumerate(cards) for line in column(40 + 120 * place, *card)]
    boxed = boxed_lines(lines, BOXES)
    items = framed_cards(boxed, theme_looks(boxed))
    return [(item.track.text if item.track else None, [line.text for line in item.lines]) for item in items]


def test_each_frame_is_a_card_even_where_titles_are_set_as_the_text() -> None:
    cards = framed([Put("Habiter"), Put("Léa Durand")], [Put("Bâtir"), Put("Marc Petit")])
    assert cards == [(None, ["Habiter", "Léa Durand"]), (None, ["Bâtir", "Marc Petit"])]


def test_a_head_that_comes_back_over_other_titles_is_a_theme_and_so_are_others_in_its_look() -> None:
    cards = framed(
        [Put("Rives", bold=True), Put("Habiter")],
        [Put("Rives", bold=True), Put("Bâtir")],
        [Put("Moulins", bold=True), Put("Moudre")],
    )
    assert cards == [("Rives", ["Habiter"]), ("Rives", ["Bâtir"]), ("Moulins", ["Moudre"])]


def test_titles_that_begin_with_the_same_line_are_no_theme() -> None:
    cards = framed(
        [Put("Comment habiter", bold=True), Put("la rive ?", bold=True), Put("Pour les gens du quai")],
        [Put("Comment habiter", bold=True), Put("la digue ?", bold=True), Put("Avec les castors")],
    )
    assert [track for track, _ in cards] == [None, None]


def test_a_title_that_comes_back_over_people_is_no_theme() -> None:
    cards = framed([Put("Veillée", bold=True), Put("Léa Durand")], [Put("Veillée", bold=True), Put("Marc Petit")])
    assert [lines[0] for _, lines in cards] == ["Veillée", "Veillée"]


def test_what_three_cards_print_alike_is_a_button() -> None:
    cards = framed(*([Put(title), Put("EN SAVOIR PLUS")] for title in ("Habiter", "Bâtir", "Moudre")))
    assert [lines for _, lines in cards] == [["Habiter"], ["Bâtir"], ["Moudre"]]


def test_one_frame_with_text_holds_no_cards() -> None:
    assert framed([Put("Habiter"), Put("Léa Durand")]) == []


def test_names_over_functions_side_by_side_are_no_cards() -> None:
    lines = column(40, Put("Léa Durand", bold=True), Put("éclusière")) + column(
        160, Put("Marc Petit", bold=True), Put("batelier")
    )
    assert titles(lines) == []


def test_rooms_set_bold_over_or_below_titles_are_no_titles_of_cards() -> None:
    rooms = [Put("Lieu : Salle 2", bold=True), Put("Lieu : Salle 3", bold=True)]
    lines = column(40, Put("Habiter"), rooms[0]) + column(160, Put("Bâtir"), rooms[1])
    assert find_cards(lines, BODY) == ([], None)


def test_where_something_is_played_and_who_plays_beside_it_are_no_cards() -> None:
    where = column(40, Put("Halle du Gué", bold=True), Put("Dès 6 ans"))
    assert titles(where + column(160, Put("Compagnie du Halage", bold=True), Put("Danse"))) == []
