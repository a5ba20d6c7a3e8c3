"""People side by side are read one by one; names without anything below them, and columns of text, are not."""

from layouts import Put, lines_of

from pipeline.layout.people_rows import with_people_side_by_side


def name(text: str, x: float, beside: bool = False, gap: float = 20.0) -> Put:
    return Put(text, x=x, bold=True, beside=beside, gap=gap, width=80.0)


def said(text: str, x: float, beside: bool = False, color: str = "#000000") -> Put:
    return Put(text, x=x, beside=beside, color=color, width=60.0)


OVER = Put("Une rive recule et la commune s'interroge sur la suite.", width=340.0)


def texts(*puts: Put) -> list[str]:
    """The lines of people below a text that runs over all of them."""
    return [line.text for line in with_people_side_by_side(lines_of([OVER, *puts]))][1:]


FIRST = [name("Léa Durand", 40.0), name("Omar Vasseur", 160.0, beside=True)]


def test_what_stands_below_each_name_is_said_of_that_person() -> None:
    below = [said("directrice", 40.0), said("maire", 160.0, beside=True)]
    bodies = [said("Canal Sud", 40.0, color="#666666"), said("Vézac", 160.0, beside=True, color="#666666")]
    assert texts(*FIRST, *below, *bodies) == ["Léa Durand, directrice, Canal Sud ; Omar Vasseur, maire, Vézac"]


def test_a_function_that_goes_on_in_small_letters_is_one() -> None:
    below = [said("directrice des quais", 40.0), said("maire", 160.0, beside=True), said("et des digues", 40.0)]
    assert texts(*FIRST, *below) == ["Léa Durand, directrice des quais et des digues ; Omar Vasseur, maire"]


def test_the_last_row_may_hold_one_person() -> None:
    below = [said("directrice", 40.0), said("maire", 160.0, beside=True)]
    last = [name("Inès Caradec", 40.0, gap=6.0), said("éclusière", 40.0)]
    assert texts(*FIRST, *below, *last)[1:] == ["Inès Caradec, éclusière"]


def test_names_side_by_side_with_nothing_below_stay() -> None:
    assert texts(*FIRST) == [put.text for put in FIRST]


def test_titles_side_by_side_stay() -> None:
    puts = [name("Habiter la digue", 40.0), name("Le moulin", 160.0, beside=True), said("10h", 40.0)]
    assert texts(*puts) == [put.text for put in puts]


def test_people_of_cards_side_by_side_stay_apart() -> None:
    cards = [Put("Avec", gap=20.0), Put("Avec", x=160.0, beside=True)]
    below = [said("directrice", 40.0), said("maire", 160.0, beside=True)]
    puts = [*cards, *FIRST, *below]
    assert texts(*puts) == [put.text for put in puts]


def test_a_title_below_people_says_nothing_of_them() -> None:
    below = [said("directrice", 40.0), said("maire", 160.0, beside=True)]
    title = Put("Un pont de bois", size=14.0, bold=True, gap=2.0)
    assert texts(*FIRST, *below, title)[0] == title.text


def centred(text: str, middle: float, beside: bool = False) -> Put:
    return Put(text, x=middle - 2.0 * len(text), width=4.0 * len(text), beside=beside)


def portraits(*below: Put) -> list[str]:
    """People set in the middle below portraits, under a text that does not reach over the second."""
    names = [name("Léa Durand", 40.0), name("Omar Vasseur", 160.0, beside=True)]
    return [line.text for line in with_people_side_by_side(lines_of([Put("Accueil", width=60.0), *names, *below]))][
        1:
    ]


def test_what_is_said_of_people_may_be_set_in_their_middle() -> None:
    below = [centred("maire", 80.0), centred("présidente du comité des rives", 200.0, beside=True)]
    assert portraits(*below) == ["Léa Durand, maire ; Omar Vasseur, présidente du comité des rives"]


def test_a_body_broken_in_the_middle_is_one() -> None:
    first = [centred("Journaliste, Radio", 80.0), centred("maire", 200.0, beside=True)]
    below = [*first, centred("Durance", 80.0), centred("Vézac", 200.0, beside=True)]
    assert portraits(*below) == ["Léa Durand, Journaliste, Radio Durance ; Omar Vasseur, maire, Vézac"]


def test_a_body_in_small_letters_below_a_line_that_had_room_for_it_is_another() -> None:
    below = [said("équipe Halage", 40.0), said("maire", 160.0, beside=True)]
    last = [Put("direction générale de la rive", x=40.0, width=80.0)]
    told = "Léa Durand, équipe Halage, direction générale de la rive ; Omar Vasseur, maire"
    assert texts(*(put._replace(width=40.0) if put in below else put for put in (*FIRST, *below, *last))) == [told]
