"""Each row of a table of people is one person; other tables and texts stay as they are."""

from layouts import Put, heading, line_of, lines_of

from pipeline.layout.people_tables import with_people_rows

X = (40.0, 140.0, 280.0)


def row(*cells: str, gap: float = 6.0) -> list[Put]:
    return [Put(text, x=x, gap=gap, beside=place > 0) for place, (text, x) in enumerate(zip(cells, X, strict=False))]


def texts(*puts: Put) -> list[str]:
    return [line.text for line in with_people_rows(lines_of(puts))]


def test_a_row_is_a_person_and_the_heads_are_gone() -> None:
    heads = row("Nom", "Fonction", "Organisation")
    found = texts(*heads, *row("Léa Durand", "directrice", "Canal Sud"), *row("Omar Vasseur", "maire", "Vézac"))
    assert found == ["Léa Durand, directrice, Canal Sud", "Omar Vasseur, maire, Vézac"]


def test_first_names_and_surnames_in_columns_of_their_own_make_a_name() -> None:
    for heads, cells in ((("Prénom", "Nom"), ("Léa", "Durand")), (("Nom", "Prénom"), ("Durand", "Léa"))):
        assert texts(*row(*heads, "Fonction"), *row(*cells, "directrice")) == ["Léa Durand, directrice"]


def test_a_cell_of_several_lines_belongs_to_the_name_at_its_middle() -> None:
    heads = [line_of(put, 1, 60.0) for put in row("Nom", "Fonction", "Organisation")]
    cells = [
        *((X[0], 90.0, "Léa Durand"), (X[1], 84.0, "directrice des digues"), (X[1], 96.0, "et des quais")),
        *((X[0], 120.0, "Omar Vasseur"), (X[1], 120.0, "maire"), (X[2], 120.0, "Vézac")),
    ]
    lines = [*heads, *(line_of(Put(text, x=x), 1, y) for x, y, text in cells)]
    found = [line.text for line in with_people_rows(lines)]
    assert found == ["Léa Durand, directrice des digues et des quais", "Omar Vasseur, maire, Vézac"]


def test_a_table_ends_before_a_text_and_a_title_over_its_columns() -> None:
    heads, told = row("Nom", "Fonction"), row("Léa Durand", "directrice")
    text = Put("Une rive recule et la commune s'interroge sur la suite.", width=340.0, gap=6.0)
    title = heading("Habiter la digue")
    assert texts(*heads, *told, text)[-2:] == [text.text, "Léa Durand, directrice"]
    assert title.text in texts(*heads, *told, *row("Omar Vasseur", "maire"), title)


def test_a_programme_in_columns_is_no_table_of_people() -> None:
    puts = [*row("Horaires", "Titre", "Intervenants"), *row("10h", "Habiter la digue", "Léa Durand")]
    assert texts(*puts) == [put.text for put in puts]


def test_the_same_words_over_the_people_of_two_cards_are_no_heads_of_a_table() -> None:
    lines = [*row("Intervenants", "Intervenants"), *row("• Léa Durand", "• Omar Vasseur")]
    assert texts(*lines) == [put.text for put in lines]
