"""Hours set to the right in a column that hardly a space parts from the text beside it."""

from test_gutters import word

from pipeline.extract.glyphs import Word
from pipeline.extract.lines import make_lines

END, TEXT = 100.0, 106.0


def in_column(text: str, y: float) -> list[Word]:
    """Words that end where the column of hours does."""
    found: list[Word] = []
    for part in reversed(text.split()):
        end = found[0].x0 - 3.0 if found else END
        found.insert(0, word(part, end - 5.0 * len(part), y))
    return found


def beside(text: str, y: float, x: float = TEXT) -> list[Word]:
    found: list[Word] = []
    for part in text.split():
        found.append(word(part, found[-1].x1 + 3.0 if found else x, y))
    return found


def printed(*rows: list[Word]) -> list[list[str]]:
    """The lines of each row."""
    lines = make_lines([each for row in rows for each in row], page=1)
    return [[line.text for line in lines if line.box.y0 == row[0].y0] for row in rows]


HOURS = [
    [*in_column("9h15 >", 100), *beside("Ouverture", 100)],
    [*in_column("10h00", 112), *beside("Léa Durand, éclusière", 112)],
    [*in_column("11h >", 130), *beside("Habiter la rive", 130)],
]


def test_hours_that_go_on_below_stand_in_their_column() -> None:
    assert printed(*HOURS) == [
        ["9h15 >", "Ouverture"],
        ["10h00", "Léa Durand, éclusière"],
        ["11h >", "Habiter la rive"],
    ]


def test_hours_of_many_words_stand_in_their_column() -> None:
    rows = [
        [*in_column(f"{hour} h 15 – {hour} h 45", 100 + 20 * hour), *beside("Titre", 100 + 20 * hour)]
        for hour in (7, 9, 10)
    ]
    assert [row[1:] for row in printed(*rows)] == [["Titre"]] * 3


def test_what_ends_with_the_hours_below_them_stands_in_their_column_too() -> None:
    rows = [[*in_column(told, 150), *beside("meunière du canal", 150)] for told in ("Salle Brun", "35")]
    assert [printed(*HOURS, row)[-1] for row in rows] == [
        ["Salle Brun", "meunière du canal"],
        ["35", "meunière du canal"],
    ]


def test_text_across_is_whole_though_a_word_begins_at_the_edge_of_the_column() -> None:
    across = [*beside("Un mot", 150, x=68.0), *beside("ici et là", 150)]
    assert printed(*HOURS, across)[-1] == ["Un mot ici et là"]


def test_signs_behind_all_hours_part_them_from_their_text() -> None:
    rows = [
        [*in_column(f"{hour} –", y), *beside(text, y)]
        for y, hour, text in ((100, "9h15", "Ouverture"), (112, "10h", "La crue"), (130, "11h30", "Habiter la rive"))
    ]
    assert [len(lines) for lines in printed(*rows)] == [1, 1, 1]


def test_hours_no_space_from_their_text_stand_in_their_column_where_other_text_begins_behind_it() -> None:
    items = [("8h00", "Ouverture"), ("8h15", "Accueil"), ("10h00", "Habiter la rive"), ("11h30", "Bâtir la digue")]
    rows = [
        [*in_column(hour, 100 + 40 * place), *beside(title, 100 + 40 * place, x=END + 3.0)]
        for place, (hour, title) in enumerate(items)
    ]
    texts = [beside("une digue cède", 112 + 40 * place, x=END + 3.0) for place in range(len(items))]
    assert printed(*rows, *texts)[:4] == [[*item] for item in items]
    assert printed(*rows)[0] == ["8h00 Ouverture"]
    below = [beside("Salle 2", 124 + 40 * place, x=rows[0][0].x0) for place in range(len(items))]
    assert printed(*rows, *texts, *below)[0] == ["8h00 Ouverture"]
    signs = [
        [*in_column(hour, 100 + 40 * place), *beside("| 12h00", 100 + 40 * place, x=END + 3.0)]
        for place, (hour, _) in enumerate(items)
    ]
    assert printed(*signs, *texts)[0] == ["8h00 | 12h00"]


def test_hours_stand_in_their_column_beside_text_that_is_as_wide_as_others() -> None:
    items = [("10h00", "Ouverture"), ("10h30", "un bac passe"), ("11h00", "Atelier"), ("11h30", "la rue monte")]
    rows = [
        [*in_column(hour, 100 + 12 * place), *beside(text, 100 + 12 * place, x=END + 3.0)]
        for place, (hour, text) in enumerate(items)
    ]
    texts = [beside("une digue cède", 148 + 12 * place, x=END + 3.0) for place in range(3)]
    assert printed(*rows, *texts)[:4] == [[*item] for item in items]


def test_two_hours_set_to_the_right_show_a_column_before_the_text_a_space_away() -> None:
    near = END + 3.0
    text = [
        beside(told, 112 + 12 * row, near) for row, told in enumerate(("Une rive recule", "et la commune", "y est"))
    ]
    hours = [[*in_column("9h à 10h25", 100), *beside("« La crue »", 100, near)]]
    hours += [[*in_column("11h05 à", 160), *beside("Habiter la rive", 160, near)]]
    room = [*in_column("Agora", 172), *beside("La rive recule", 172, near)]
    assert printed(*hours, room, *text)[:3] == [
        ["9h à 10h25", "« La crue »"],
        ["11h05 à", "Habiter la rive"],
        ["Agora", "La rive recule"],
    ]


def test_hours_alone_on_their_rows_show_where_their_column_ends_too() -> None:
    near = END + 4.0
    rows = [
        [*in_column("8h", 100), *beside("Accueil", 100, near)],
        in_column("10h35", 120),
        beside("Parcours rives", 126, near),
        [*in_column("Salle A", 138), *beside("Habiter la rive", 138, near)],
        beside("Léa Durand, éclusière", 150, near),
        beside("Marc Petit, meunier", 162, near),
    ]
    assert printed(*rows)[3] == ["Salle A", "Habiter la rive"]


def test_hours_in_the_middle_of_their_cells_are_parted_from_the_line_beside_them_by_chance() -> None:
    near = END + 6.0
    alone = [in_column(hour, 100 + 60 * place) for place, hour in enumerate(("10h00", "11h00", "14h00"))]
    text = [beside("une rive recule", 94 + 60 * place, near) for place in range(3)]
    row = [*in_column("15h00", 300), *beside("Habiter la rive", 300, near)]
    assert printed(*alone, *text, row)[-1] == ["15h00", "Habiter la rive"]
