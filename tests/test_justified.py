"""Stretched lines of justified text in a narrow column stay whole; cells beside each other stay apart."""

import pytest
from calls import count_calls

from pipeline.document import Style
from pipeline.extract.glyphs import Word
from pipeline.extract.lines import make_lines

STYLE = Style(font="Serif", size=10.0, bold=False, italic=False, color=None)
LEFT, RIGHT = 50.0, 200.0


def row(y: float, *texts: str, gap: float | None = None, left: float = LEFT, right: float = RIGHT) -> list[Word]:
    """Words from left to right with even spaces that fill the column, or as wide as told."""
    widths = [5.0 * len(text) for text in texts]
    space = gap if gap is not None else (right - left - sum(widths)) / (len(texts) - 1)
    found, x = [], left
    for text, width in zip(texts, widths, strict=True):
        found.append(Word(text, x, y, x + width, y + 10, STYLE, 0, rank=int(1000 * y + x)))
        x += width + space
    return found


def read(*rows: list[Word]) -> list[str]:
    return [line.text for line in make_lines([word for words in rows for word in words], 1)]


def test_a_stretched_line_of_a_paragraph_is_whole() -> None:
    paragraph = (
        row(100, "Ce", "que", "la", "rive", "dit", "des", "eaux"),
        row(112, "inondables,", "perspectives"),
        row(124, "et", "histoires", gap=3.0),
    )
    assert read(*paragraph) == ["Ce que la rive dit des eaux", "inondables, perspectives", "et histoires"]


def test_stretched_lines_beside_another_column_are_whole_in_each() -> None:
    left = [row(100, "Ce", "que", "la", "rive", "dit", "des", "eaux"), row(112, "inondables,", "perspectives")]
    right = [
        row(100, "Le", "moulin", "tourne", "encore", "un", "peu", left=220, right=380),
        row(112, "au", "canal", "aval", left=220, right=380),
    ]
    assert read(*left, *right) == [
        "Ce que la rive dit des eaux",
        "Le moulin tourne encore un peu",
        "inondables, perspectives",
        "au canal aval",
    ]


def test_cells_whose_text_ends_nowhere_alike_stay_apart() -> None:
    rows = (row(100, "Ce", "que", "la", "rive", "dit", "des", "eaux"), row(112, "Salle", "Titre", right=180.0))
    assert read(*rows) == ["Ce que la rive dit des eaux", "Salle", "Titre"]


def test_uneven_gaps_are_those_of_cells() -> None:
    cells = [*row(112, "Le", "pont", gap=3.0), *row(112, "Salle", right=RIGHT, left=175.0, gap=0.0)]
    assert read(row(100, "Ce", "que", "la", "rive", "dit", "des", "eaux"), cells) == [
        "Ce que la rive dit des eaux",
        "Le pont",
        "Salle",
    ]


def test_hours_in_a_row_are_heads_of_columns() -> None:
    hours = [row(y, "10h25", "11h25", "12h25") for y in (100, 112)]
    assert read(*hours) == ["10h25", "11h25", "12h25"] * 2


@pytest.mark.parametrize(("rows", "columns"), [(2, 60), (4, 40)])
def test_four_times_the_words_apart_take_four_times_the_calls(rows: int, columns: int) -> None:
    def grid(rows: int, columns: int) -> list[Word]:
        return [word for y in range(rows) for word in row(12.0 * y, *["mot"] * columns, gap=40.0)]

    few = count_calls(lambda: make_lines(grid(rows, columns), 1))
    for many in (grid(4 * rows, columns), grid(rows, 4 * columns)):
        assert count_calls(lambda many=many: make_lines(many, 1)) < 6 * few  # type: ignore[misc]


def test_a_dash_before_an_entry_of_a_list_stays_with_it() -> None:
    entry = [Word("-", 35.0, 100, 40.0, 110, STYLE, 0, rank=1), *row(100, "Ce", "que", "dit", "la", "rive", gap=3.0)]
    below = row(112, "Ce", "que", "dit", "le", "pont", gap=3.0)
    apart = [
        Word("Salle", 50.0, 140, 75.0, 150, STYLE, 0, rank=8),
        Word("Quai", 150.0, 140, 170.0, 150, STYLE, 0, rank=9),
    ]
    assert read(entry, below, apart) == ["- Ce que dit la rive", "Ce que dit le pont", "Salle", "Quai"]


def test_two_heads_as_wide_as_the_day_below_them_stay_apart() -> None:
    heads = row(100, "Horaire", "Titre", right=140.0)
    below = [row(126 + 12 * y, "Habiter", left=heads[1].x0, gap=0.0) for y in range(4)]
    assert read(heads, row(112, "Mardi", "4", "septembre", right=140.0), *below)[:3] == [
        "Horaire",
        "Titre",
        "Mardi 4 septembre",
    ]


def test_labels_far_apart_over_cards_are_no_stretched_line() -> None:
    labels = row(100, "COURS", "COURS", "COURS", right=400.0)
    below = row(112, "Ce", "que", "la", "rive", "dit", "encore", "des", "eaux", "du", "canal", right=400.0)
    above = row(88, "Habiter", "la", "rive", "en", "aval", "du", "grand", "pont", "de", "bois", right=400.0)
    assert read(above, labels, below)[1:4] == ["COURS", "COURS", "COURS"]
