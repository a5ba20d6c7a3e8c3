"""Panels beside items: hour, place and people at the left of title and text are read with them, row by row."""

import pytest
from pages import document, line, page, texts

from pipeline.document import Line
from pipeline.layout import arrange_pages
from pipeline.page.reading_order import order_lines
from pipeline.page.side_panels import split_at_panels, tells_when


def _item(top: int, hour: str, title: str, *more: str) -> list[Line]:
    """An item whose panel tells its hour, its room and more; its text goes on further down than these."""
    panel = [f"40 {top} 18 b {hour}", f"40 {top + 24} 9 b Salle du Gué"]
    panel += [f"40 {top + 40 + 12 * row} 8 n {text}" for row, text in enumerate(more)]
    beside = [f"250 {top + 2} 14 b {title}"]
    beside += [
        f"250 {top + 24 + 12 * row} 9 n Une rencontre au bord de la rivière, pour tous les âges" for row in (0, 1)
    ]
    return [line(text) for text in (*panel, *beside)]


def test_hour_and_room_in_a_panel_come_before_the_title_and_its_people_behind_the_text() -> None:
    told = "Une rencontre au bord de la rivière, pour tous les âges"
    rows = [*_item(100, "10h", "Habiter la rive", "AVEC", "Léa Durand"), *_item(220, "14h", "Les gués", "Dès 6 ans")]
    assert texts(order_lines(page(*rows))) == [
        *("10h", "Salle du Gué", "Habiter la rive", told, told, "AVEC", "Léa Durand"),
        *("14h", "Salle du Gué", "Dès 6 ans", "Les gués", told, told),
    ]


def test_rooms_further_down_in_a_panel_stand_with_the_items_beside_them() -> None:
    items = [("10h", "Habiter la rive", "Salle du Moulin", "Les gués"), ("14h", "La crue", "Salle du Pont", "Dire")]
    rows = [
        part
        for top, (hour, title, room, other) in zip((100, 260), items, strict=True)
        for part in (
            *_item(top, hour, title),
            line(f"40 {top + 70} 9 b {room}"),
            line(f"250 {top + 70} 14 b {other}"),
        )
    ]
    told = "Une rencontre au bord de la rivière, pour tous les âges"
    assert texts(order_lines(page(*rows))) == [
        *("10h", "Salle du Gué", "Habiter la rive", told, told, "Salle du Moulin", "Les gués"),
        *("14h", "Salle du Gué", "La crue", told, told, "Salle du Pont", "Dire"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("20h30", True),
        ("Mardi 3 mai à 20h30", True),
        ("15h30 – durée 40 min", True),
        ("Mardi 3 mai", False),
        ("Mardi 3 mai à 20h30, salle du Gué", False),
    ],
)
def test_the_hour_of_a_panel_may_stand_with_its_day_or_how_long_it_takes(text: str, told: bool) -> None:
    assert tells_when(text) == told


def test_panels_may_stand_on_the_right() -> None:
    rows = [*_item(100, "10h", "Habiter la rive", "AVEC", "Léa Durand"), *_item(220, "14h", "Les gués", "Dès 6 ans")]
    moved = [
        found.model_copy(
            update={"box": found.box.model_copy(update={"x0": found.box.x0 + by, "x1": found.box.x1 + by})}
        )
        for found in rows
        for by in [400 if found.box.x0 < 250 else -200]
    ]
    assert texts(order_lines(page(*moved))) == texts(order_lines(page(*rows)))


def test_a_text_that_does_not_begin_where_the_hours_do_is_no_text_of_panels() -> None:
    items = (*_item(100, "10h", "x", "Lire"), *_item(220, "14h", "x", "Dire"))
    left = [found for found in items if found.box.x0 < 250]
    right = [line(f"250 {90 + 12 * row} 9 n Le forum se tient au bord de la rivière {row}") for row in range(16)]
    assert split_at_panels([*left, *right]) is None


@pytest.mark.parametrize("hour", ["", " à 20h"])
def test_days_at_the_top_of_panels_are_kept_though_they_recur_at_the_top_of_pages(hour: str) -> None:
    days = (("Samedi 3 mai", "Mardi 6 mai"), ("Lundi 2 juin", "Jeudi 5 juin"), ("Mardi 1 juillet", "Jeudi 3 juillet"))
    pages = [
        page(f"40 50 9 b {first}", "40 62 15 b 18h", f"40 150 9 b {last}{hour}", "40 162 15 b 20h")
        for first, last in days
    ]
    arranged = arrange_pages(document(*pages))
    assert [found.text for found in arranged.pages[1].lines] == ["Lundi 2 juin", "18h", f"Jeudi 5 juin{hour}", "20h"]
