"""The lines of a title stay together where an hour and a room stand on its right."""

from layouts import Put, heading, lines_of

from pipeline.layout.margin_notes import titles_before_notes


def title(text: str, gap: float = 0.0) -> Put:
    return heading(text, size=12.0, gap=gap, width=180.0)


def note(text: str, x: float = 300.0) -> Put:
    return Put(text, x=x, beside=True, color="#0000aa")


def texts(*puts: Put) -> list[str]:
    return [line.text for line in titles_before_notes(lines_of(puts))]


def test_an_hour_and_a_room_come_behind_the_title() -> None:
    puts = [title("Habiter la digue et"), note("Fiche 1"), title("ses abords"), note("10h – 11h")]
    assert texts(*puts) == ["Habiter la digue et", "ses abords", "Fiche 1", "10h – 11h"]


def test_titles_with_an_hour_each_stay_as_they_are() -> None:
    puts = [title("Habiter la digue"), note("10h – 11h"), title("Le moulin"), note("11h – 12h")]
    assert texts(*puts) == [put.text for put in puts]


def test_rooms_beside_titles_without_an_hour_stay_as_they_are() -> None:
    puts = [title("Habiter la digue"), note("Salle 1"), title("Le moulin"), note("Salle 2")]
    assert texts(*puts) == [put.text for put in puts]


def test_a_title_further_below_is_another_one() -> None:
    puts = [title("Habiter la digue"), note("10h – 11h"), title("Le moulin", gap=30.0)]
    assert texts(*puts) == [put.text for put in puts]


def test_lines_of_text_beside_an_hour_are_no_title() -> None:
    text = [Put("Léa Durand, directrice", width=180.0), note("10h – 11h"), Put("Omar Vasseur, maire", width=180.0)]
    assert texts(*text) == [put.text for put in text]
