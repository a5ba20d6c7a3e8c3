"""Books and their publishers are told apart from bodies and from people."""

import pytest
from annotated import mentions_of, plain

from pipeline.people.publishers import find_book, names_publisher, without_books
from pipeline.tagger import Entity, no_tagger


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("(Gallimard)", True),
        ("(éditions Gallimard, 2024)", True),
        ("(L’Olivier)", True),
        ("(Canal Sud)", False),
        ("(Gallimard et Canal Sud)", False),
    ],
)
def test_a_parenthesis_holds_a_publisher(text: str, known: bool) -> None:
    assert names_publisher(text) == known


def test_a_book_stands_between_a_comma_and_its_publisher() -> None:
    text = "Léa Durand, éclusière, Le Fleuve (Gallimard)"
    book = find_book(text, 0, len(text))
    assert book is not None
    assert text[book.start : book.end] == ", Le Fleuve (Gallimard)"
    assert find_book("Léa Durand, éditrice (Gallimard)", 0, 32) is None


def test_a_work_somebody_wrote_besides_is_a_book_whoever_publishes_it() -> None:
    text = "Léa Durand, maire de Vézac et autrice de Le Fleuve (éditions du Môle)"
    book = find_book(text, 0, len(text))
    assert book is not None
    assert text[book.start : book.end] == " et autrice de Le Fleuve (éditions du Môle)"
    assert find_book("Léa Durand, journaliste et autrice de bande dessinée (Canal Sud)", 0, 64) is None


def test_a_talk_in_quotation_marks_is_no_body_but_two_words_behind_a_comma_may_be_one() -> None:
    told = ("Léa Durand : « Rivages »", "Léa Durand, Canal Sud, « Habiter la rive »", "Léa Durand, « Rive Haute »")
    found = [find_book(text, 0, len(text)) for text in told]
    assert [book and text[book.start : book.end] for text, book in zip(told, found, strict=True)] == [
        ": « Rivages »",
        ", « Habiter la rive »",
        None,
    ]


def test_labels_inside_a_book_are_no_people() -> None:
    text = "Léa Durand, Le Fleuve (Albin Michel)"
    labels = [Entity(0, 10, "PER"), Entity(12, 21, "PER"), Entity(23, 35, "PER")]
    assert without_books(text, labels) == labels[:1]


def test_authors_belong_neither_to_their_book_nor_to_its_publisher() -> None:
    text = plain("Léa Durand, Le Fleuve (Gallimard) et Omar Vasseur, maire de Vézac, La Crue (Albin Michel)")
    found = mentions_of(text, no_tagger)
    assert [
        (mention.person.text if mention.person else None, [body.text for body in mention.organisations])
        for mention in found
    ] == [("Léa Durand", []), ("Omar Vasseur", ["Vézac"])]
