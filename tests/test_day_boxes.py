"""Days set in boxes beside their items: figures over or under a weekday or month."""

import pytest
from pages import document as pages_of
from pages import line, page

from pipeline.document import Line
from pipeline.layout import arrange_pages
from pipeline.layout.day_boxes import join_day_boxes
from pipeline.segment import split_sessions
from pipeline.slots import find_slots
from pipeline.source import Source


def boxes(*words: str) -> list[Line]:
    """Lines below each other, three times down a page."""
    return [
        line(f"50 {100 + 100 * number + 22 * place} 20 b {text.format(number + 3)}")
        for number in range(3)
        for place, text in enumerate(words)
    ]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (("{}", "MAR"), "MAR 3"),
        (("sam.", "{}"), "sam. 3"),
        (("{}", "MARS"), "3 MARS"),
        (("jeu", "{}", "mars"), "jeu 3 mars"),
        (("{}", "Salle"), "3"),
    ],
)
def test_figures_and_words_below_each_other_are_a_day(words: tuple[str, ...], day: str) -> None:
    assert join_day_boxes(boxes(*words))[0].text == day


def test_figures_over_one_weekday_alone_are_no_habit() -> None:
    assert [each.text for each in join_day_boxes(boxes("{}", "MAR")[:2])] == ["3", "MAR"]


def test_the_month_over_an_agenda_is_that_of_its_days() -> None:
    items = [line("50 40 24 b Mars 2026")]
    for number, (weekday, title) in enumerate(
        (("mar.", "Habiter la rive"), ("mer.", "Le moulin"), ("jeu.", "Le pont"))
    ):
        top = 100 + 100 * number
        items += [line(f"50 {top} 20 b {number + 3}"), line(f"50 {top + 22} 9 b {weekday}")]
        items += [line(f"100 {top} 13 b {title}"), line(f"100 {top + 16} 9 n Un récit de la digue et du pont.")]
        items += [line(f"100 {top + 28} 9 b {14 + number}h | Salle 2")]
    document = arrange_pages(pages_of(page(*items)))
    slots = find_slots(document, Source(), split_sessions(document, Source()))
    assert [str(slot.date) for slot in slots] == ["2026-03-03", "2026-03-04", "2026-03-05"]


def test_large_figures_read_with_the_title_beside_them_are_those_of_the_day() -> None:
    items = []
    for number in range(3):
        top = 100 + 100 * number
        figures = line(f"50 {top} 20 b {number + 11} Habiter la rive")
        small = line(f"80 {top} 12 b Habiter la rive").spans[0]
        spans = (
            figures.spans[0].model_copy(update={"end": 2}),
            small.model_copy(update={"start": 3, "end": len(figures.text)}),
        )
        items += [line(f"50 {top - 12} 8 n sam."), figures.model_copy(update={"spans": spans})]
    found = [each.text for each in join_day_boxes(items)]
    assert found[:2] == ["sam. 11", "Habiter la rive"]
    assert len({span.style for span in join_day_boxes(items)[0].spans}) == 1


def test_weekday_over_month_beside_large_figures_is_one_day_however_few_there_are() -> None:
    words = [line("50 100 26 b 9"), line("70 102 10 b JEUDI"), line("70 116 10 b JUILLET")]
    assert [each.text for each in join_day_boxes([*words, line("50 150 10 n 18h30")])] == ["JEUDI 9 JUILLET", "18h30"]
    assert len(join_day_boxes([line("50 100 26 b 9"), line("150 102 10 b JEUDI"), line("150 116 10 b JUILLET")])) == 3
