"""What goes on after the line of a title that ends in another style."""

import pytest
from layouts import HOURS, TITLES, Put, line_of, lines_of

from pipeline.document import Line, Style
from pipeline.page.look import Look
from pipeline.page.passages import cut_line
from pipeline.segment.anchors import find_anchors
from pipeline.segment.structure import body_look
from pipeline.segment.title_marks import TitleMark, marked_titles, title_mark

MARK = TitleMark(Look.of(Style(font="Serif", size=10.0, bold=True, italic=False), with_color=False), False, False)


def titled(title: str, tail: str) -> Line:
    """A bold title and what stands behind it, set otherwise."""
    whole = line_of(Put(f"{title} {tail}", bold=True, width=200.0), 1, 60.0)
    first, last = (cut_line(whole, len(title) + 1)[place].spans[0] for place in (0, 1))
    plain = last.style.model_copy(update={"bold": False})
    moved = last.model_copy(update={"start": len(title) + 1, "end": len(whole.text), "style": plain})
    return whole.model_copy(update={"spans": (first, moved)})


def ending_bold(start: str, tail: str) -> Line:
    """A line of which only the end is bold."""
    whole = line_of(Put(f"{start} {tail}", width=200.0), 1, 60.0)
    first, last = (cut_line(whole, len(start) + 1)[place].spans[0] for place in (0, 1))
    bold = last.style.model_copy(update={"bold": True})
    moved = last.model_copy(update={"start": len(start) + 1, "end": len(whole.text), "style": bold})
    return whole.model_copy(update={"spans": (first, moved)})


@pytest.mark.parametrize(
    ("tail", "lines"),
    [("(Salle 2)", [0]), (", Salle 2", [0]), ("– Léa Durand,", [0, 1]), ("– Atelier de 10 min", [0])],
    ids=["room in brackets", "room", "people", "length"],
)
def test_a_room_or_a_length_ends_a_title_and_people_go_on(tail: str, lines: list[int]) -> None:
    below = line_of(Put("éclusière à la Fabrique des rives"), 1, 72.0)
    both = [titled("Habiter la digue", tail), below]
    assert marked_titles(both, [0, 1], set(), MARK, 1.2) == [lines]


def test_a_title_begins_below_one_whose_line_goes_on_otherwise() -> None:
    both = [titled("Habiter la digue", "– Léa Durand"), titled("Ce que dit la crue", "– Omar Vasseur")]
    below = both[1].model_copy(update={"box": both[1].box.model_copy(update={"y0": 72.0, "y1": 82.0})})
    assert marked_titles([both[0], below], [0, 1], {0}, MARK, 1.2) == [[1]]


@pytest.mark.parametrize(
    ("text", "opens"),
    [("Marie Curie et la mesure des crues", True), ("Léa Durand et Marc Petit", False), ("Léa Durand, maire", False)],
)
def test_a_title_may_begin_with_a_name_people_are_none(text: str, opens: bool) -> None:
    assert MARK.opens(line_of(Put(text, bold=True), 1, 60.0)) is opens


def test_titles_before_their_times_show_how_those_without_one_are_set() -> None:
    timed = [Put(f"{title} [{hour}]", bold=True, gap=8.0) for title, hour in zip(TITLES, HOURS, strict=True)]
    text = [Put("Oratrice : Léa Durand, éclusière à la Fabrique des rives"), Put("et Marc Petit, meunier")]
    lines = lines_of([part for title in timed for part in (title, *text)])
    found = title_mark(lines, find_anchors(lines), set(range(len(lines))), body_look(lines))
    assert found == MARK


def test_a_title_may_begin_right_below_a_time_alone() -> None:
    both = lines_of([Put("de 9h à 10h"), Put("Habiter la digue", bold=True)])
    assert marked_titles(both, [1], {0}, MARK, 1.2) == [[1]]


def test_titles_may_be_told_by_their_colour_alone() -> None:
    hours = ("9h", "10h", "11h", "14h")
    puts = [
        put
        for hour, title in zip(hours, TITLES, strict=True)
        for put in (Put(hour), Put(title, color="#1f3864"), Put("Une rive recule et la commune s'interroge."))
    ]
    lines = lines_of(puts)
    mark = title_mark(lines, find_anchors(lines), set(range(len(lines))), body_look(lines))
    assert mark is not None
    assert [line.text for line in lines if mark.opens(line)] == list(TITLES)


def test_a_note_in_square_brackets_is_no_title() -> None:
    both = lines_of([Put("Habiter la digue", bold=True), Put("[Grande halle]", bold=True, gap=8)])
    assert marked_titles(both, [0, 1], set(), MARK, 1.2) == [[0]]


@pytest.mark.parametrize(("sign", "titles"), [("|", []), (" ", [[1]])], ids=["behind a sign", "no sign"])
def test_a_bold_line_below_a_title_begun_behind_people_is_its_rest(sign: str, titles: list[list[int]]) -> None:
    before = ending_bold(f"Léa Durand, éclusière {sign}", "Habiter au bord")
    both = [before, line_of(Put("de la rive", bold=True), 1, 72.0)]
    assert marked_titles(both, [0, 1], set(), MARK, 1.2) == titles


@pytest.mark.parametrize(
    ("begun", "rest", "titles"),
    [
        ("Maïa", "Lorval, éclusière", []),
        ("Zyta", "Korvel, éclusière", []),
        ("Léa de", "Lorval, éclusière", []),
        ("Léa Durand-", "Lorval, éclusière", []),
        ("Léa Durand", "Habiter la rive", [[1]]),
    ],
    ids=["first name", "a word alone", "particle", "dash", "whole name"],
)
def test_a_bold_name_that_goes_on_below_is_no_title(begun: str, rest: str, titles: list[list[int]]) -> None:
    both = [ending_bold("Présidence :", begun), line_of(Put(rest, bold=True), 1, 72.0)]
    assert marked_titles(both, [1], set(), MARK, 1.2) == titles


def test_a_name_behind_a_bullet_that_goes_on_below_is_no_title() -> None:
    names = [Put("→ Zyta du Korvel-", bold=True), Put("Brann (éclusière", bold=True)]
    assert marked_titles(lines_of(names), [0, 1], set(), MARK, 1.2) == []


def test_a_name_set_as_titles_are_and_broken_over_two_lines_begins_no_title() -> None:
    whole = line_of(Put("Marc Petit, meunier, en présence de Léa", width=300.0), 1, 60.0)
    plain, last = (cut_line(whole, len(whole.text) - 3)[place].spans[0] for place in (0, 1))
    bold = last.style.model_copy(update={"bold": True})
    moved = last.model_copy(update={"start": len(whole.text) - 3, "end": len(whole.text), "style": bold})
    below = line_of(Put("Durand-Vasseur, préfète", bold=True), 1, 72.0)
    assert marked_titles([whole.model_copy(update={"spans": (plain, moved)}), below], [0, 1], set(), MARK, 1.2) == []
