"""What a browser prints around a page is no part of a programme; the same at another place is."""

import pytest
from pages import line

from pipeline.layout.browser_marks import browser_marks

HEADER = ("30 12 8 n 22/11/2026 14:13", "260 12 8 n Les journées du lin")
FOOTER = ("30 815 8 n https://lin.example/programme", "560 815 8 n 1/3")
ITEM = "60 100 10 n 9h30 Ouverture"


def marks(*printed: str) -> list[str]:
    return [found.text for found in browser_marks([line(text) for text in printed])]


@pytest.mark.parametrize(
    "stamp", ["22/11/2026 14:13", "11/22/26, 2:13 PM", "22/11/2026 à 14:13", "22.11.2026, 14:13:05"]
)
def test_the_rows_with_the_address_and_the_time_of_printing_are_marks(stamp: str) -> None:
    header = (f"30 12 8 n {stamp}", HEADER[1])
    assert marks(*header, ITEM, *FOOTER) == [stamp, "Les journées du lin", "https://lin.example/programme", "1/3"]


def test_both_may_stand_in_one_row() -> None:
    assert marks(ITEM, "30 815 8 n 22/11/2026 14:13", FOOTER[0]) == [
        "22/11/2026 14:13",
        "https://lin.example/programme",
    ]


@pytest.mark.parametrize(
    "lines", [(*HEADER, ITEM), (ITEM, *FOOTER), ("30 12 8 n 22/11/2026 14:13 – 15:00 Ouverture",)]
)
def test_one_without_the_other_is_text(lines: tuple[str, ...]) -> None:
    assert marks(*lines) == []


def test_inside_the_page_both_are_text() -> None:
    assert marks("60 40 20 b Les journées du lin", *HEADER[:1], *FOOTER[:1], "60 830 10 n Fin") == []


def test_a_page_without_text_has_none() -> None:
    assert marks() == []


def test_the_imprint_of_a_leaflet_is_a_mark_wherever_it_stands() -> None:
    imprint = "Ne pas jeter sur la voie publique – Impression : les presses du lin"
    assert marks(ITEM, f"400 600 6 n {imprint}", "60 830 10 n Fin") == [imprint]
