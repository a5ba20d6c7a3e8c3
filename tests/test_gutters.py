"""Columns nearer to each other than text is stretched are told by the rows that leave the same gutter free."""

from pipeline.document import Style
from pipeline.extract.glyphs import Word
from pipeline.extract.gutters import split_columns
from pipeline.extract.lines import make_lines

SIZE = 10.0


def word(text: str, x: float, y: float, size: float = SIZE, width: float | None = None) -> Word:
    """A word as wide as its letters, or as told."""
    style = Style(font="Serif", size=size, bold=False, italic=False, color=None)
    end = x + (width if width is not None else 0.5 * size * len(text))
    return Word(
        text=text, x0=x, y0=y, x1=end, y1=y + size, style=style, rank=int(1000 * y + x), hyphenated=False, rotation=0
    )


def rows(gutter: float, count: int = 6, left: str = "colonnes") -> list[list[Word]]:
    """Rows of two words and, behind a gutter, two more."""
    found = []
    for row in range(count):
        y = 100.0 + 14 * row
        first = [word(left, 50, y, width=60), word("voisines", 113, y, width=47)]
        found.append([*first, word("autre", 160 + gutter, y, width=40), word("texte", 203 + gutter, y, width=40)])
    return found


def test_a_narrow_gutter_free_in_many_rows_parts_columns() -> None:
    assert [len(row) for row in split_columns(rows(gutter=8))] == [2] * 12


def test_a_gutter_no_wider_than_a_space_parts_nothing() -> None:
    assert [len(row) for row in split_columns(rows(gutter=3))] == [4] * 6


def test_a_few_rows_are_no_columns() -> None:
    assert [len(row) for row in split_columns(rows(gutter=8, count=3))] == [4] * 3


def test_bullets_stay_with_their_text() -> None:
    listed = [[word("•", 50, 100 + 14 * row), word("une", 65, 100 + 14 * row)] for row in range(8)]
    assert split_columns(listed) == listed


def test_a_heading_across_stays_whole_between_columns() -> None:
    heading = [word("un", 50, 50, width=80), word("titre", 133, 50, width=60), word("entier", 196, 50, width=60)]
    assert heading in split_columns([heading, *rows(gutter=8)])


def test_tall_text_beside_two_lines_does_not_join_them() -> None:
    tall = word("Titre", 50, 100, size=20)
    lines = make_lines([tall, word("une", 200, 99, size=9), word("deux", 200, 109, size=9)], page=1)
    assert sorted(line.text for line in lines) == ["Titre", "deux", "une"]


def test_a_title_that_reaches_the_hours_at_its_right_ends_before_them() -> None:
    rows = [[word("9h00", 300, 100), word("Titre", 50, 100)], [word("10h30", 300, 130)]]
    rows += [[word("texte", 50, 220 + 15 * place)] for place in range(4)]
    tight = [word("un", 50, 160, width=200), word("titre", 254, 160, width=43), word("11h00", 300, 160)]
    words = [each for row in [*rows, tight, [word("14h00", 300, 200)]] for each in row]
    assert [line.text for line in make_lines(words, page=1) if line.box.y0 == 160] == ["un titre", "11h00"]


def test_the_end_of_hours_at_the_left_is_no_column() -> None:
    words = [
        part
        for row in range(4)
        for part in (
            word("9h00", 50, 100 + 30 * row),
            word("–", 73, 100 + 30 * row),
            word("9h45", 81, 100 + 30 * row),
        )
    ]
    assert [line.text for line in make_lines(words, page=1)] == ["9h00 – 9h45"] * 4


def test_the_words_that_lead_to_an_hour_below_them_stand_in_the_column_of_hours() -> None:
    words = [
        part
        for row in range(3)
        for part in (
            word("À", 40, 100 + 40 * row, width=7),
            word("partir", 50, 100 + 40 * row, width=28),
            word("de", 81, 100 + 40 * row, width=12),
            word("Titre", 99, 100 + 40 * row),
            word("9h30", 73, 112 + 40 * row, width=20),
            word("suite", 99, 112 + 40 * row),
        )
    ]
    assert [line.text for line in make_lines(words, page=1)][:4] == ["À partir de", "Titre", "9h30", "suite"]


def test_words_drawn_one_behind_the_other_are_one_line_whatever_stands_beside_them() -> None:
    # « une » is level enough with the column beside it for its row, « suite » no longer.
    words = [word("Titre", 200, 100, size=12), word("une", 50, 105.3, size=8), word("suite", 64, 105.6, size=8)]
    assert sorted(line.text for line in make_lines(words, page=1)) == ["Titre", "une suite"]


def test_a_word_nearer_to_a_line_of_the_other_column_stays_in_its_own() -> None:
    left = [word("colonne", 50, 100), word("voisine", 90, 100)]
    right = [word("La", 300, 104.6), word("barre", 313, 104.4), word("d'appui", 341, 104.6)]
    assert [line.text for line in make_lines([*left, *right], 1)] == ["colonne voisine", "La barre d'appui"]


def test_a_full_line_leaves_a_gutter_hardly_wider_than_its_spaces() -> None:
    wide = rows(gutter=8)
    full = [word(text, x, 200, width=width) for text, x, width in (("deux", 50, 30), ("colonnes", 83, 40))]
    full += [word("si", 126, 200, width=15), word("voisines", 144, 200, width=19.5)]
    behind = [word(text, x, 200, width=20) for text, x in (("autre", 168), ("texte", 191), ("encore", 214))]
    assert split_columns([*wide, [*full, *behind]])[-2:] == [full, behind]


def test_a_large_title_ends_before_a_small_word_that_begins_the_next_column() -> None:
    title = [word("LA", 50, 184, size=16, width=20), word("RIVE", 75, 184, size=16, width=91)]
    small = [word("Léa", 168, 186, width=20), word("Durand", 191, 186, width=30)]
    assert [*title, *small] not in split_columns([*rows(gutter=8), [*title, *small]])
    large = [each._replace(style=title[0].style) for each in small]
    assert [*title, *large] in split_columns([*rows(gutter=8), [*title, *large]])
