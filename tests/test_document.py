"""Places of evidence: where the parts of a line and of a passage stand."""

import pytest
from pages import line, style

from pipeline.document import Box, Line, Passage, Piece, Span
from pipeline.page.passages import cut, join_lines


def box(x0: float, x1: float, y0: float = 0, y1: float = 10) -> Box:
    return Box(x0=x0, y0=y0, x1=x1, y1=y1)


def two_styles() -> Line:
    """« Léa Durand, cheffe »: ten letters 6 points wide in bold, eight letters 5 points wide after them."""
    bold = Span(start=0, end=10, box=box(100, 160, 2, 14), style=style(12, "b"))
    plain = Span(start=10, end=18, box=box(160, 200, 4, 14), style=style(10))
    return Line(page=3, text="Léa Durand, cheffe", box=box(100, 200, 2, 14), spans=(bold, plain))


def test_a_union_holds_both_boxes() -> None:
    assert box(1, 5, 3, 4).union(box(4, 9, 0, 2)) == box(1, 9, 0, 4)


def test_the_whole_line_has_the_box_of_the_line() -> None:
    found = two_styles()
    assert found.box_of(0, len(found.text)) == found.box


def test_a_part_of_a_line_is_interpolated_inside_its_span() -> None:
    assert two_styles().box_of(4, 10) == box(124, 160, 2, 14)
    assert two_styles().box_of(12, 18) == box(170, 200, 4, 14)


def test_a_part_over_two_spans_is_the_union_of_both() -> None:
    assert two_styles().box_of(4, 14) == box(124, 180, 2, 14)


def test_nothing_of_a_line_has_the_box_of_the_whole() -> None:
    assert two_styles().box_of(5, 5) == two_styles().box


def test_boxes_of_parts_follow_one_another_and_fill_the_line() -> None:
    found = two_styles()
    parts = [found.box_of(spot, spot + 1) for spot in range(len(found.text))]
    edges = [part.x0 for part in parts] + [parts[-1].x1]
    assert edges == sorted(edges)
    assert (edges[0], edges[-1]) == (found.box.x0, found.box.x1)


def test_the_style_of_a_line_is_that_of_its_longest_span() -> None:
    assert two_styles().style == style(12, "b")


@pytest.mark.parametrize(("rotation", "top"), [(90, 100), (270, 150)])
def test_a_part_of_a_turned_line_is_cut_along_its_text(rotation: int, top: float) -> None:
    found = line("20 100 10 n salle dorée", rotation=rotation)  # 55 points long, 12 wide
    assert found.box_of(0, 1) == Box(x0=20, y0=top, x1=32, y1=top + 5)


def test_a_part_of_a_line_on_its_head_is_cut_from_the_right() -> None:
    found = line("20 100 10 n salle dorée", rotation=180)
    assert found.box_of(0, 1) == Box(x0=70, y0=100, x1=75, y1=112)


def test_the_style_of_a_line_is_that_of_most_of_its_characters() -> None:
    spans = [
        Span(start=start, end=end, box=box(0, 10), style=style(10, letters))
        for start, end, letters in [(0, 6, "n"), (7, 14, "b"), (15, 21, "n")]
    ]
    found = Line(page=1, text="pendule en gras, pendule"[:21], box=box(0, 10), spans=tuple(spans))
    assert found.style == style(10)


def test_places_are_one_for_each_printed_line() -> None:
    lines = [line("50 100 10 n Perrine Auclair,", page=1), line("50 50 10 n horlogère", page=2)]
    places = join_lines(lines).places()
    assert [(place.page, place.raw) for place in places] == [(1, "Perrine Auclair,"), (2, "horlogère")]
    assert [place.box for place in places] == [found.box for found in lines]


def test_places_of_a_part_name_only_the_lines_it_touches() -> None:
    passage = join_lines([line("50 100 10 n Perrine"), line("50 112 10 n Auclair,"), line("50 124 10 n horlogère")])
    start = passage.text.index("clair")
    (place,) = passage.places(start, start + 5)
    assert (place.raw, place.box) == ("clair", Box(x0=60, y0=112, x1=85, y1=124))


def test_the_space_between_two_lines_has_no_place() -> None:
    passage = join_lines([line("50 100 10 n Perrine"), line("50 112 10 n Auclair")])
    assert passage.places(7, 8) == ()


def test_white_space_inside_a_line_has_no_place() -> None:
    assert join_lines([line("50 100 10 n Perrine Auclair")]).places(7, 8) == ()


def test_a_dropped_hyphen_is_in_no_place() -> None:
    passage = join_lines([line("50 100 10 n rémou-"), line("50 112 10 n leur")])
    assert [place.raw for place in passage.places()] == ["rémou", "leur"]


def test_places_survive_a_cut() -> None:
    passage = join_lines([line("50 100 10 n avec Perrine"), line("50 112 10 n Auclair, horlogère")])
    name = cut(passage, passage.text.index("Perrine"), passage.text.index(","))
    assert (name.text, name.places()) == ("Perrine Auclair", passage.places(5, 20))


def test_an_empty_passage_has_no_place() -> None:
    assert Passage(text="", pieces=()).places() == ()


@pytest.mark.parametrize(("start", "end", "raw"), [(0, 3, "abc"), (1, 3, "bc"), (0, None, "abcd")])
def test_places_begin_at_the_offset_of_the_piece(start: int, end: int | None, raw: str) -> None:
    piece = Piece(start=0, end=4, line=line("0 0 10 n --abcd--"), offset=2)
    (place,) = Passage(text="abcd", pieces=(piece,)).places(start, end)
    assert place.raw == raw
