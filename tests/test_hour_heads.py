"""Columns of items side by side whose hours stand over each item, with a format at the right end of the same row."""

from pages import line, page, texts

from pipeline.document import Line
from pipeline.page.reading_order import order_lines


def item(x: int, y: int, name: str, hours: str, label: str = "Débat") -> list[Line]:
    """An hour with a format far on its right, and a title and a name below it: 160 points wide."""
    return [
        line(f"{x} {y} 9 n {hours}"),
        line(f"{x + 140} {y} 7 n {label}"),
        line(f"{x} {y + 14} 11 b Titre {name}"),
        line(f"{x} {y + 30} 9 n Léa {name}"),
    ]


COLUMNS = [
    line("30 60 16 b SCÈNE SUD"),
    line("210 60 16 b SCÈNE NORD"),
    line("390 60 16 b HANGAR"),
    *item(30, 90, "a1", "9h – 10h"),
    *item(30, 150, "a2", "10h – 11h"),
    *item(210, 90, "b1", "9h – 10h"),
    *item(210, 166, "b2", "11h – 12h", "Atelier"),
    *item(390, 98, "c1", "9h – 10h"),
    *item(390, 170, "c2", "14h – 15h"),
]


def test_items_below_their_hours_are_read_column_by_column_though_formats_stand_far_on_the_right() -> None:
    found = texts(order_lines(page(line(f"30 20 14 n {'Salon des rives'.ljust(70, '.')}"), *COLUMNS)))
    titles = [text.removeprefix("Titre ") for text in found if text.startswith("Titre")]
    assert titles == ["a1", "a2", "b1", "b2", "c1", "c2"]
    assert found[found.index("SCÈNE NORD") + 1] == "9h – 10h"


def test_a_format_at_the_end_of_the_row_of_an_hour_is_read_with_it() -> None:
    found = texts(order_lines(page(*COLUMNS)))
    places = [place for place, text in enumerate(found) if text == "Débat"]
    assert [found[place + 1] for place in places] == ["Titre a1", "Titre a2", "Titre b1", "Titre c1", "Titre c2"]


def test_items_set_in_below_their_hours_are_read_column_by_column_though_one_column_has_a_single_hour() -> None:
    left = [("9h – 9h30", ["Ouvrir la digue aux habitants"]), ("9h30 – 10h", ["La rive"]), ("10h – 11h", ["La crue"])]
    right = [("11h – 12h", [f"{name} Durand, maire de Brou" for name in ("Zoé", "Omar", "Anne", "Marc", "Inès")])]
    rows = [
        line(f"{x + shift} {y + 14 * place} 9 n {text}")
        for x, items in ((30, left), (230, right))
        for y, (hour, below) in zip((60, 100, 140), items, strict=False)
        for place, (text, shift) in enumerate([(hour, 0), *((text, 28) for text in below)])
    ]
    found = texts(order_lines(page(*sorted(rows, key=lambda each: each.box.y0))))
    assert found == [text for items in (left, right) for hour, below in items for text in (hour, *below)]
