"""Tables without rules, as word processors set them, between headings of days: hours, titles, people."""

import pytest
from pages import document, line, page

from pipeline.document import Line, Segment
from pipeline.layout import arrange_pages
from pipeline.page.reading_order import order_lines
from pipeline.segment import split_sessions

ROWS = (
    ("9h-10h", ("Accueil", ""), ()),
    (
        "10h-11h",
        ("Habiter la rive", "Grange haute"),
        ("Léa Durand, présidente du réseau des", "moulins", "Marc Petit, maire"),
    ),
    ("11h-12h", ("Lire la crue", "Salle 3"), ("Anne Gautier, éclusière",)),
    ("19h", ("Veillée partagée", ""), ()),
)


def table(top: float, day: str, *, centred: bool) -> tuple[list[Line], float]:
    """The lines of a day and of its rows, and where the next day may begin."""
    found, spot = [line(f"58 {top} 14 b {day}")], top + 26
    for hours, titles, people in ROWS:
        cells = [(58, "n", (hours,)), (130, "b", titles[:1] if not titles[1] else titles), (385, "n", people)]
        high = max(len(texts) for _, _, texts in cells)
        for x, letters, texts in cells:
            first = spot + (12 * (high - len(texts)) / 2 if centred else 0)
            for number, text in enumerate(texts):
                found.append(line(f"{x} {first + 12 * number} 10 {'i' if number and x == 130 else letters} {text}"))
        spot += 12 * high + 4
    return found, spot + 14


def items(*days: str, centred: bool) -> tuple[Segment, ...]:
    lines: list[Line] = []
    top = 60.0
    for day in days:
        found, top = table(top, day, centred=centred)
        lines += found
    lines.append(
        line(f"58 {top + 20} 10 n Venir au moulin : gare de Vézac, puis une navette jusqu'à la grange du haut")
    )
    return split_sessions(arrange_pages(document(page(*lines)))).segments


@pytest.mark.parametrize("theme", ["", " – Arriver"])
def test_rows_of_an_open_table_keep_their_titles_people_and_days(theme: str) -> None:
    found = items(f"Mercredi 27 août{theme}", f"Jeudi 28 août{theme}", centred=False)
    assert [item.title.text for item in found] == [
        "Accueil",
        "Habiter la rive",
        "Lire la crue",
        "Veillée partagée",
    ] * 2
    assert [item.day and item.day.text[:8] for item in found] == ["Mercredi"] * 4 + ["Jeudi 28"] * 4
    assert [" ".join(" ".join(block.passage.text for block in item.blocks).split()) for item in found] == [
        "",
        "Léa Durand, présidente du réseau des moulins Marc Petit, maire",
        "Anne Gautier, éclusière",
        "",
    ] * 2


def test_a_place_below_a_title_beside_hours_is_not_the_room_of_the_next_item() -> None:
    found = items("Mercredi 27 août", "Jeudi 28 août", centred=True)
    assert [item.room and item.room.text for item in found][3::4] == [None, None]


def test_hours_in_the_middle_of_rows_are_read_with_these_column_by_column_below_each_day() -> None:
    first, below = table(60, "Mercredi 27 août 2025", centred=True)
    second, _ = table(below, "Jeudi 28 août 2025", centred=True)
    read = [found.text for found in order_lines(page(*first, *second))]
    day = [text for hours, titles, people in ROWS for text in (hours, *titles, *people) if text]
    assert read == ["Mercredi 27 août 2025", *day, "Jeudi 28 août 2025", *day]
