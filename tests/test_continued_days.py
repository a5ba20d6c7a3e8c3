"""Days side by side that go on over a page are read one after the other."""

from layouts import Put, document, page_of

from pipeline.document import Page
from pipeline.segment import split_sessions
from pipeline.segment.continued_days import columns_over_pages
from pipeline.segment.stretches import Stretch

LEFT, RIGHT = 40.0, 240.0


def beside(*pairs: tuple[str, str]) -> list[Put]:
    """Rows of two columns; an empty text stands for none."""
    rows = []
    for left, right in pairs:
        rows += [Put(left, x=LEFT, gap=4.0)] if left else []
        rows += [Put(right, x=RIGHT, beside=bool(left))] if right else []
    return rows


FIRST = [
    Put("Rencontres de la rive", size=20.0),
    *beside(
        ("Lundi 3 juin 2024", "Mardi 4 juin 2024"),
        ("9h Accueil", "9h Les bacs"),
        ("10h Les gués", "Avec :"),
        ("Avec :", "Jeanne Morel, batelière"),
    ),
]
NEXT = beside(("Paul Petit, passeur", "Omar Vasseur, maire"), ("11h Pause", "11h Clôture"))


def stretches(*pages: Page) -> list[Stretch]:
    return [Stretch(page.lines) for page in pages]


def texts(*pages: list[Put]) -> list[list[str]]:
    told = columns_over_pages(stretches(*(page_of(number, puts) for number, puts in enumerate(pages, start=1))))
    return [[line.text for line in stretch.lines] for stretch in told]


def test_a_day_is_read_to_its_end_on_the_next_page_before_the_day_beside_it() -> None:
    [read] = texts(FIRST, NEXT)
    assert read[1:] == [
        *("Lundi 3 juin 2024", "9h Accueil", "10h Les gués", "Avec :", "Paul Petit, passeur", "11h Pause"),
        *("Mardi 4 juin 2024", "9h Les bacs", "Avec :", "Jeanne Morel, batelière", "Omar Vasseur, maire"),
        "11h Clôture",
    ]


def test_the_people_of_a_talk_that_goes_on_over_the_page_are_its_own() -> None:
    found = split_sessions(document(FIRST, NEXT)).segments
    people = {segment.title.text: [block.passage.text for block in segment.blocks][:1] for segment in found}
    assert people["Les gués"] == ["Paul Petit, passeur"]
    assert people["Les bacs"][0].startswith("Jeanne Morel, batelière")


def test_a_page_with_days_of_its_own_or_one_column_is_read_after_the_other() -> None:
    dated = beside(("Mercredi 5 juin 2024", "Jeudi 6 juin 2024"), ("9h Les ponts", "9h Les quais"))
    across = [Put("Le passage du gué est libre et chacun l'emprunte comme il peut", width=380.0), *NEXT]
    for following in (dated, across):
        assert len(texts(FIRST, following)) == 2


def test_practical_information_below_the_columns_is_no_part_of_a_day() -> None:
    read = texts(FIRST, [*NEXT, Put("Informations pratiques", gap=20.0), Put("Parking à 200 m")])
    assert read[1] == ["Informations pratiques", "Parking à 200 m"]
    assert "11h Clôture" in read[0]


def test_a_page_with_one_day_stays_as_it_is() -> None:
    single = [Put("Lundi 3 juin 2024"), Put("9h Accueil"), Put("10h Les gués")]
    assert texts(single, NEXT) == [[put.text for put in single], [put.text for put in NEXT]]
