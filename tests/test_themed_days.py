"""Days with words behind them head their items where several are set alike over several times each."""

import pytest
from pages import line

from pipeline.layout.days_across import day_by_day
from pipeline.page.themed_days import themed_days
from pipeline.segment.day_headings import find_day_headings

DAYS = ["40 60 14 b JEUDI 9 MAI – journée des écoles", "40 160 14 b VENDREDI 10 MAI"]
TIMES = ["40 80 10 n 9h Accueil", "40 100 10 n 10h Habiter la rive"]
LATER = ["40 180 10 n 14h Lire la rive", "40 200 10 n 15h Marcher"]


@pytest.mark.parametrize(
    ("printed", "places"),
    [
        ([DAYS[0], *TIMES, DAYS[1], *LATER], [0]),
        ([DAYS[0].replace(" – journée", " (journée"), *TIMES, DAYS[1], *LATER], [0]),
        ([DAYS[0], *TIMES, DAYS[1].replace("14 b", "10 n"), *LATER], []),  # in another look
        ([DAYS[0], TIMES[0], DAYS[1], LATER[0]], []),  # one time each: the days of single items
        ([DAYS[0].replace(" –", ""), *TIMES, DAYS[1], *LATER], []),  # no sign
        ([DAYS[0] + " à 9h", *TIMES, DAYS[1], *LATER], []),
        (["40 60 14 b ATELIERS — JEUDI 9 MAI", *TIMES, "40 160 14 b ATELIERS — VENDREDI 10 MAI", *LATER], [0, 3]),
        (["40 60 14 b La crue de mai — le 9 mai", *TIMES[:1], DAYS[1], *LATER[:1]], []),
    ],
)
def test_a_day_with_words_behind_it_heads_its_items_where_others_in_its_look_do(
    printed: list[str], places: list[int]
) -> None:
    assert sorted(themed_days([line(text) for text in printed])) == places


def test_the_day_of_such_a_heading_is_its_day_alone() -> None:
    headings = find_day_headings([line(text) for text in [DAYS[0], *TIMES, DAYS[1], *LATER]])
    assert [heading.passage.text for heading in headings] == ["JEUDI 9 MAI", "VENDREDI 10 MAI"]


def test_what_stands_side_by_side_above_such_a_day_is_of_the_day_before() -> None:
    left = ["40 100 10 n 9h Accueil", "40 200 10 n 14h Lire la rive"]
    right = ["300 100 10 n 9h30 Marcher", "300 200 10 n 15h Peindre la rive"]
    themed = "40 160 14 b VENDREDI 10 MAI – pour tous"
    found = day_by_day([line(text) for text in (DAYS[0], *left, themed, *right)], 600)
    assert [text.text for text in found] == [
        "JEUDI 9 MAI – journée des écoles",
        "9h Accueil",
        "9h30 Marcher",
        "VENDREDI 10 MAI – pour tous",
        "14h Lire la rive",
        "15h Peindre la rive",
    ]
