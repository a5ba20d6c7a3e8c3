"""Words that only say what a part of an item is are set apart where they stand with every item."""

from layouts import Put, document, heading, paragraph

from pipeline.layout import arrange_pages
from pipeline.segment import split_sessions

TITLES = ("Habiter la digue", "Le moulin en partage", "Un pont de bois")


def item(number: int) -> list[Put]:
    told = (
        ("QUAND", f"de {10 + number}h à {11 + number}h"),
        ("OÙ", "Salle 2"),
        ("QUOI", "Une rive recule et se tait."),
    )
    rows = [[Put(label, bold=True, width=40.0), Put(text, x=120.0, beside=True)] for label, text in told]
    return [heading(TITLES[number]), *(put for row in rows for put in row)]


def kept(*puts: Put) -> list[str]:
    (page,) = arrange_pages(document(puts)).pages
    return [line.text for line in page.lines]


def test_labels_of_every_item_are_no_text() -> None:
    puts = [put for number in range(3) for put in item(number)]
    found = split_sessions(arrange_pages(document([Put("Mardi 14 mai 2024", size=14), *puts]))).segments
    assert [(segment.title.text, segment.subtitle) for segment in found] == [(title, None) for title in TITLES]
    assert {passage.text for segment in found for passage in segment.body} == {"Une rive recule et se tait."}


def test_a_word_that_stands_once_stays() -> None:
    assert "Quoi ?" in kept(heading("Quoi ?"), *paragraph("Une rive recule et la commune", "s'interroge."))


def test_heads_of_columns_stay() -> None:
    heads = [Put("Horaires", gap=30.0), Put("Lieu", x=200.0, beside=True)]
    assert kept(*heads, *heads, *heads).count("Lieu") == 3
