"""Lines in the order a reader takes them, whatever order the file draws them in."""

import random
from functools import partial
from itertools import pairwise, permutations

import pytest
from calls import count_calls
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import line, page, texts

from pipeline.document import Box, Cell, Line, Page
from pipeline.layout.broken_hours import join_broken_hours
from pipeline.page.label_columns import is_label, split_at_labels
from pipeline.page.reading_order import agreement, order_lines


def column(x: int, name: str, rows: int = 4, top: int = 100, pitch: int = 14) -> list[Line]:
    """Lines of twenty letters, so 100 points wide: « a1 ------ », « a2 ------ »."""
    return [line(f"{x} {top + pitch * row} 10 n {f'{name}{row + 1} '.ljust(20, 'x')}") for row in range(rows)]


def read(*lines: Line, cells: tuple[Cell, ...] = ()) -> list[str]:
    """The first words of the lines in the order they are read."""
    return [text.split()[0] for text in texts(order_lines(page(*lines, cells=cells)))]


_item = ((0, "10 n", "10h"), (14, "11 b", "Habiter la rive"), (28, "9 n", "Léa Durand, éclusière du canal de Brou"))


def _magazine(name: str) -> list[tuple[int, str]]:
    """A column of a magazine: an item, who takes part in it, and the next one."""
    told = [f"{name}{row} ".ljust(30, "x") for row in range(3)]
    return [*zip((100, 112, 124), told, strict=True), (146, "Animation"), (158, f"Léa{name}"), (190, f"suite{name}")]


def test_one_column_is_read_from_the_top() -> None:
    assert read(*reversed(column(50, "a"))) == ["a1", "a2", "a3", "a4"]


def test_two_columns_are_read_one_after_the_other() -> None:
    assert read(*column(200, "b"), *column(50, "a")) == ["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"]


def test_columns_need_not_share_their_baselines() -> None:
    found = read(*column(50, "a", rows=5), *column(200, "b", top=106, pitch=16))
    assert found == ["a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "b4"]


def test_hours_at_the_right_of_what_they_tell_come_before_it() -> None:
    hours = [line(f"350 {100 + 42 * row} 10 n {9 + row}h00") for row in range(3)]
    found = read(*column(50, "a", rows=9), *hours)
    assert found == ["9h00", "a1", "a2", "a3", "10h00", "a4", "a5", "a6", "11h00", "a7", "a8", "a9"]


def test_a_heading_below_the_first_column_over_text_across_both_is_read_with_that() -> None:
    columns = [
        [*column(x, name, rows=2), *column(x, name.upper(), rows=2, top=170)] for x, name in ((50, "a"), (200, "b"))
    ]
    across = [line("50 236 10 n pratique ".ljust(70, "x")), line("50 248 10 n adresse ".ljust(70, "x"))]
    found = read(*columns[0], *columns[1], line("50 214 16 b Infos"), *across)
    assert found == ["a1", "a2", "A1", "A2", "b1", "b2", "B1", "B2", "Infos", "pratique", "adresse"]


def test_three_columns_are_read_one_after_the_other() -> None:
    found = read(*column(350, "c"), *column(50, "a"), *column(200, "b"))
    assert found == [f"{name}{row}" for name in "abc" for row in range(1, 5)]


def test_a_narrow_column_with_items_set_as_in_the_others_is_no_column_of_labels() -> None:
    wide = [
        line(f"{x} {100 + 60 * n + y} {look} {text}") for x in (50, 300) for n in range(3) for y, look, text in _item
    ]
    narrow = [line(f"575 {100 + 40 * n + y} {look} {text}") for n in range(3) for y, look, text in _item[:2]]
    found = read(*wide, *narrow)
    assert found == ["10h", "Habiter", "Léa"] * 6 + ["10h", "Habiter"] * 3


def test_a_heading_across_two_columns_comes_before_both() -> None:
    heading = line(f"50 70 16 b {'titre'.ljust(30, 'x')}")
    found = read(*column(50, "a"), *column(200, "b"), heading)
    assert found[1:] == [f"{name}{row}" for name in "ab" for row in range(1, 5)]
    assert found[0].startswith("titre")


def test_a_heading_between_columns_parts_them_in_two() -> None:
    heading = line(f"50 170 16 b {'titre'.ljust(30, 'x')}")
    below = [*column(50, "c", top=200), *column(200, "d", top=200)]
    found = read(heading, *below, *column(50, "a"), *column(200, "b"))
    assert [text[0] for text in found] == [*"aaaa", *"bbbb", "t", *"cccc", *"dddd"]


def test_hours_beside_their_blocks_are_read_across() -> None:
    hours = [line(f"50 {100 + 60 * row} 10 b {9 + row}h00") for row in range(4)]
    blocks = [line(f"120 {100 + 60 * row} 10 n {f'titre{row + 1} '.ljust(60, 'x')}") for row in range(4)]
    bodies = [line(f"120 {114 + 60 * row} 10 n {f'corps{row + 1} '.ljust(60, 'x')}") for row in range(4)]
    found = read(*bodies, *hours, *blocks)
    assert found == [word for row in range(4) for word in (f"{9 + row}h00", f"titre{row + 1}", f"corps{row + 1}")]


def test_a_column_that_only_tells_the_hour_of_the_text_is_read_behind_it() -> None:
    text = [line(f"50 {100 + 14 * row} 10 n {f'ligne{row + 1} '.ljust(60, 'x')}") for row in range(8)]
    margin = [line("400 128 14 b 10h"), line("400 150 10 n Atelier")]
    assert read(*text, *margin) == [*(f"ligne{row + 1}" for row in range(8)), "10h", "Atelier"]
    # On the row of a title as large, it is read with that.
    titled = [*text[:2], line("50 128 14 b titre"), *text[3:]]
    assert read(*titled, *margin)[2:4] == ["titre", "10h"]


@pytest.mark.parametrize("label", ["9h30", "à 14:30", "de 9h à 10h", "midi", "12"])
def test_a_narrow_column_of_labels_is_no_column_of_text(label: str) -> None:
    hours = [line(f"50 {100 + 20 * row} 10 b {label}") for row in range(3)]
    blocks = [line(f"120 {100 + 20 * row} 10 n {f'bloc{row + 1} '.ljust(60, 'x')}") for row in range(3)]
    first = label.split()[0]
    assert read(*blocks, *hours) == [first, "bloc1", first, "bloc2", first, "bloc3"]


def test_two_lines_side_by_side_are_a_row() -> None:
    found = read(*column(200, "b", rows=2), *column(50, "a", rows=2))
    assert found == ["a1", "b1", "a2", "b2"]


def grid(*tops: int) -> tuple[Cell, ...]:
    """Two columns of cells that end at x 200 and 400."""
    return tuple(
        Cell(row=row, column=rank, box=Box(x0=x0, y0=y0, x1=x1, y1=y1))
        for row, (y0, y1) in enumerate(pairwise(tops))
        for rank, (x0, x1) in enumerate([(40, 200), (200, 400)])
    )


def test_a_table_is_read_row_by_row_and_cell_by_cell() -> None:
    lines = [
        *(line(f"50 {100 + 14 * row} 10 n a{row}") for row in range(3)),
        *(line(f"210 {100 + 14 * row} 10 n b{row}") for row in range(3)),
        line("50 160 10 n c0"),
        line("210 160 10 n d0"),
    ]
    found = read(*lines, cells=grid(95, 150, 190))
    assert found == ["a0", "a1", "a2", "b0", "b1", "b2", "c0", "d0"]


def test_a_cell_with_several_hours_is_read_across() -> None:
    lines = [
        line("50 100 10 n 9h"),
        line("50 120 10 n 10h"),
        line("210 100 10 n Accueil"),
        line("210 120 10 n Repas"),
    ]
    assert read(*lines, cells=grid(95, 150)) == ["9h", "Accueil", "10h", "Repas"]


def test_cells_with_several_hours_each_are_days_and_read_one_after_the_other() -> None:
    lines = [
        line(f"{x} {y} 10 n {hour}{name}")
        for x, name in ((50, ":00"), (210, ":30"))
        for y, hour in ((100, 9), (120, 10))
    ]
    heads = [line("50 70 10 n lundi"), line("210 70 10 n mardi")]
    read_so = read(*heads, *lines, cells=grid(60, 95, 150))
    assert read_so == ["lundi", "mardi", "9:00", "10:00", "9:30", "10:30"]


def test_cells_with_several_hours_each_are_read_each_below_the_head_of_its_column() -> None:
    talks = [
        line(f"{x} {y} 10 n {hour}h{name}")
        for x, name in ((50, "00"), (210, "30"))
        for y, hour in ((100, 9), (120, 10))
    ]
    heads = [line("50 70 10 n rives"), line("210 70 10 n ponts")]
    found = read(*heads, *talks, cells=grid(60, 95, 150))
    assert found == ["rives", "9h00", "10h00", "ponts", "9h30", "10h30"]


def test_boxes_side_by_side_are_read_box_by_box_before_what_stands_below_them() -> None:
    boxes = tuple(
        Cell(row=0, column=number, box=Box(x0=x, y0=90, x1=x + 200, y1=170)) for number, x in enumerate((40, 250))
    )
    lines = [*column(50, "left", rows=5), *column(260, "right", rows=3), *column(60, "below", rows=3, top=200)]
    read_so = read(*lines, cells=boxes)
    assert [name.rstrip("0123456789") for name in read_so] == [*["left"] * 5, *["right"] * 3, *["below"] * 3]


def test_boxes_side_by_side_with_who_takes_part_stay_in_their_columns() -> None:
    lines = [line(f"{x} {top} 10 n {text}") for x, name in ((50, "a"), (260, "b")) for top, text in _magazine(name)]
    boxes = tuple(
        Cell(row=0, column=number, box=Box(x0=x, y0=140, x1=x + 200, y1=180)) for number, x in enumerate((40, 250))
    )
    alone = [text.split()[0] for name in "ab" for _, text in _magazine(name)]
    assert read(*lines, cells=boxes) == alone


def test_heads_of_columns_in_boxes_beside_a_cover_are_read_each_with_its_column() -> None:
    heads = [line("50 95 10 n Jeudi"), line("250 95 10 n Pratique")]
    text = [*column(50, "a", top=112), *column(250, "b", top=112), *column(450, "cover", top=95)]
    boxes = tuple(
        Cell(row=0, column=number, box=Box(x0=x, y0=90, x1=x + 190, y1=108 if number < 2 else 170))
        for number, x in enumerate((45, 245, 445))
    )
    found = read(*heads, *text, cells=boxes)
    assert found[:10] == ["Jeudi", "a1", "a2", "a3", "a4", "Pratique", "b1", "b2", "b3", "b4"]


def test_a_code_and_a_room_on_a_strip_over_each_column_are_read_with_it() -> None:
    strips = [line(f"{x} 95 10 n {text}") for x, text in ((50, "A1"), (130, "Loire"), (250, "A2"), (330, "Cher"))]
    boxes = tuple(
        Cell(row=0, column=number, box=Box(x0=x, y0=90, x1=x + 190, y1=108)) for number, x in enumerate((45, 245))
    )
    found = read(*strips, *column(50, "a", top=112), *column(250, "b", top=112), cells=boxes)
    assert found == ["A1", "Loire", "a1", "a2", "a3", "a4", "A2", "Cher", "b1", "b2", "b3", "b4"]


def test_hours_of_a_list_go_on_below_the_shorter_column_beside_it() -> None:
    items = [text for n in range(4) for text in (f"{9 + n}h – Habiter la rive", f"a{n} ".ljust(20, "x"))]
    left = [line(f"50 {100 + 14 * row} 10 n {text}") for row, text in enumerate(items)]
    found = read(*left, *column(200, "b", rows=5))
    assert found == [*(text.split()[0] for text in items), "b1", "b2", "b3", "b4", "b5"]


def test_the_cover_of_a_leaflet_is_read_before_the_hours_and_the_text_beside_these() -> None:
    cover = [line(f"50 {103 + 15 * row} 10 n {f'c{row} '.ljust(30, 'x')}") for row in range(5)]
    hours = [line(f"240 {100 + 28 * row} 10 n {9 + row}h00") for row in range(4)]
    found = read(*cover, *hours, *column(280, "a", rows=8))
    assert found == [
        "c0",
        "c1",
        "c2",
        "c3",
        "c4",
        *(w for n in range(4) for w in (f"{9 + n}h00", f"a{2 * n + 1}", f"a{2 * n + 2}")),
    ]


def test_titles_before_hours_and_people_on_one_row_are_no_cover() -> None:
    titles = [line(f"50 {100 + 28 * row} 10 n {f't{row} '.ljust(30, 'x')}") for row in range(4)]
    hours = [line(f"240 {100 + 28 * row} 10 n {9 + row}h00") for row in range(4)]
    found = read(*titles, *hours, *column(280, "a", rows=4, pitch=28))
    assert found[:4] != ["t0", "t1", "t2", "t3"]


def test_text_outside_a_table_keeps_its_place() -> None:
    lines = [line("50 50 10 n avant"), line("50 100 10 n a"), line("210 100 10 n b"), line("50 300 10 n après")]
    assert read(*lines, cells=grid(95, 150)) == ["avant", "a", "b", "après"]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_label_comes_before_the_lines_beside_it(rotation: int) -> None:
    label = line("20 130 10 n salle", rotation=rotation)
    assert read(*column(50, "a"), label) == ["a1", "a2", "salle", "a3", "a4"]


def test_a_turned_label_below_all_comes_last() -> None:
    assert read(line("20 400 10 n salle", rotation=270), *column(50, "a"))[-1] == "salle"


def test_the_only_day_of_a_page_comes_first_if_it_is_turned() -> None:
    day = line("20 400 10 n Mardi 4 mai", rotation=270)
    assert read(day, *column(50, "a"))[0] == "Mardi"
    assert read(day, line("50 60 10 n Lundi 3 mai"), *column(50, "a"))[-1] == "Mardi"


def test_two_turned_lines_beside_the_same_text_keep_their_order() -> None:
    labels = [line("10 128 10 n salle", rotation=270), line("24 128 10 n balancier", rotation=270)]
    for order in permutations(labels):
        assert read(*order, *column(50, "a")) == ["a1", "a2", "salle", "balancier", "a3", "a4"]


def test_a_page_of_turned_lines_is_read_too() -> None:
    labels = [line("10 100 10 n un", rotation=90), line("30 200 10 n deux", rotation=90)]
    assert read(*labels) == ["un", "deux"]


def test_no_line_has_no_order() -> None:
    assert order_lines(page()) == []


@st.composite
def layouts(draw: st.DrawFn) -> list[Line]:
    """Lines anywhere, on a coarse grid so that many stand side by side, overlap, or share a corner."""
    spots = st.tuples(
        st.integers(0, 8), st.integers(0, 12), st.sampled_from([8, 10, 16]), st.text("ab1h", min_size=1, max_size=12)
    )
    turned = st.sampled_from([0, 0, 0, 0, 90, 180, 270])
    return [
        line(f"{60 * x} {15 * y} {size} n {text}", rotation=draw(turned))
        for x, y, size, text in draw(st.lists(spots, max_size=14))
    ]


@given(layouts(), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_the_file(lines: list[Line], chance: random.Random) -> None:
    shuffled = chance.sample(lines, len(lines))
    expected = [(line.text, line.box) for line in order_lines(page(*lines))]
    assert [(line.text, line.box) for line in order_lines(page(*shuffled))] == expected


@given(layouts(), st.booleans())
def test_every_line_is_read_once(lines: list[Line], ruled: bool) -> None:
    found = page(*lines, cells=grid(0, 60, 120) if ruled else ())
    assert sorted(line.rank for line in order_lines(found)) == list(range(len(lines)))


@settings(max_examples=20)
@given(st.permutations(range(12)))
def test_shuffled_columns_come_back_in_order(order: list[int]) -> None:
    lines = [*column(50, "a"), *column(200, "b"), *column(350, "c")]
    assert read(*(lines[rank] for rank in order)) == [f"{name}{row}" for name in "abc" for row in range(1, 5)]


def test_the_same_order_agrees_wholly_and_the_reverse_not_at_all() -> None:
    assert agreement([1, 2, 3, 4], [1, 2, 3, 4]) == 1.0
    assert agreement([1, 2, 3, 4], [4, 3, 2, 1]) == 0.0
    assert agreement([0, 1, 2], [0, 2, 1]) == pytest.approx(2 / 3)


@pytest.mark.parametrize("items", [[], [7]])
def test_fewer_than_two_items_agree(items: list[int]) -> None:
    assert agreement(items, items) == 1.0


def test_items_of_one_order_alone_do_not_count() -> None:
    assert agreement([9, 1, 8, 2], [1, 2, 7]) == 1.0


@given(st.permutations(range(9)))
def test_agreement_counts_the_pairs_in_the_same_order(order: list[int]) -> None:
    pairs = [(a, b) for place, a in enumerate(order) for b in order[place + 1 :]]
    assert agreement(order, range(9)) == sum(a < b for a, b in pairs) / len(pairs)


def isolated(kind: str, count: int) -> Page:
    """Many words far from one another, as on a map or in a file meant to keep a reader busy."""
    spots = {
        "a column and one word at its foot": lambda i: f"{50 if i else 400} {12 * (count - i)} 10 n mot",
        "steps": lambda i: f"{50 + 100 * (i % 5)} {12 * i} 10 n mot",
        "hours and words": lambda i: f"{50 + 100 * (i % 2)} {12 * (i // 2)} 10 n {'mot' if i % 2 else '10h'}",
    }
    return page(*(spots[kind](i) for i in range(count)))


@pytest.mark.parametrize("kind", ["a column and one word at its foot", "steps", "hours and words"])
def test_four_times_the_words_take_four_times_the_calls(kind: str) -> None:
    few, many = (count_calls(partial(order_lines, isolated(kind, count))) for count in (1000, 4000))
    assert many < 6 * few


def test_a_heading_in_the_middle_above_two_columns_is_read_before_both() -> None:
    heading = line("120 80 10 b jeudi")
    assert read(heading, *column(50, "a"), *column(200, "b"))[:2] == ["jeudi", "a1"]


def test_a_note_at_the_foot_of_the_longer_column_is_read_last() -> None:
    note = line("50 260 8 n note")
    assert read(*column(50, "a", rows=6), *column(200, "b", rows=5), note)[-1] == "note"


def test_hours_above_their_text_do_not_cut_the_column_beside_them() -> None:
    hours = [line(f"50 {100 + 42 * row} 10 n {9 + row}h00") for row in range(4)]
    below = [
        line(f"50 {114 + 42 * row + 14 * part} 10 n a{row}{part} xxxxxxxxxxxxxx")
        for row in range(4)
        for part in (0, 1)
    ]
    beside = column(250, "b", rows=12)
    assert read(*hours, *below, *beside)[-12:] == [f"b{row}" for row in range(1, 13)]


def test_hours_with_a_point_are_labels_beside_what_they_tell() -> None:
    hours = [line(f"50 {100 + 30 * row} 10 n {9 + row}.30") for row in range(4)]
    told = [line(f"120 {100 + 30 * row} 10 n title{row} {'x' * 20}") for row in range(4)]
    people = [line(f"360 {112 + 30 * row} 10 n people{row} {'x' * 10}") for row in range(4)]
    assert read(*hours, *told, *people) == [
        word for row in range(4) for word in (f"{9 + row}.30", f"title{row}", f"people{row}")
    ]


@pytest.mark.parametrize("opens", ["Animation", "9h45 – 11h"])
def test_what_opens_another_part_below_the_shorter_column_comes_after_both(opens: str) -> None:
    left = [*column(50, "a", rows=3), line(f"50 150 10 n {opens}"), *column(50, "c", rows=3, top=170)]
    assert read(*left, *column(250, "b", rows=3)) == [
        *("a1", "a2", "a3", "b1", "b2", "b3"),
        opens.split()[0],
        *("c1", "c2", "c3"),
    ]


def test_people_announced_below_a_column_with_hours_are_of_the_column_they_stand_in() -> None:
    days = [
        line(f"{x} {100 + 40 * n + 13 * m} 10 n {text}")
        for x, name in ((50, "a"), (250, "b"))
        for n in range(3)
        for m, text in enumerate((f"{9 + n}h – {10 + n}h", f"{name}{n} ".ljust(20, "x")))
    ]
    below = [line("50 206 10 n Animation"), *column(50, "c", rows=3, top=219)]
    found = [word for word in read(*days, *below) if not word.endswith("h")]
    assert found == ["a0", "a1", "a2", "Animation", "c1", "c2", "c3", "b0", "b1", "b2"]


def test_small_words_over_a_title_come_before_it_though_they_stand_over_the_row_of_its_hour() -> None:
    rows = [
        each
        for row in range(3)
        for each in (
            line(f"50 {100 + 60 * row} 12 n {9 + row}h"),
            line(f"150 {95 + 60 * row} 8 n kicker{row}"),
            line(f"150 {104 + 60 * row} 12 n title{row} {'x' * 20}"),
        )
    ]
    assert read(*rows) == [word for row in range(3) for word in (f"{9 + row}h", f"kicker{row}", f"title{row}")]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("10h à 11h", True), ("de 11 h 15 à 12 h 30 :", True), ("11 h 15 Visite du moulin et de la digue", False)],
)
def test_hours_are_a_label_however_long_their_range(text: str, is_one: bool) -> None:
    assert is_label(text) == is_one


def hour_rows(*rows: tuple[int, str]) -> list[Line]:
    return [line(f"50 {top} 12 b {text}") for top, text in rows]


def test_a_room_below_an_hour_in_its_column_comes_before_what_is_told_beside_it() -> None:
    hours = hour_rows((100, "9h00"), (200, "10h00"), (300, "11h00"))
    rooms = [line(f"50 {top} 8 n Hall{number}") for number, top in enumerate((116, 216, 316))]
    rows = [
        line(f"120 {100 * row + 18 * n} 10 n {f't{row}{n}'.ljust(60, 'x')}") for row in (1, 2, 3) for n in range(3)
    ]
    assert [text[:3] for text in read(*hours, *rooms, *rows)] == [
        *("9h0", "Hal", "t10", "t11", "t12"),
        *("10h", "Hal", "t20", "t21", "t22"),
        *("11h", "Hal", "t30", "t31", "t32"),
    ]


def test_a_room_below_an_hour_broken_over_two_lines_is_in_its_column_too() -> None:
    tops = (100, 200, 300)
    hours = join_broken_hours([part for top in tops for part in hour_rows((top, "9h00 –"), (top + 15, "10h00"))])
    rooms = [line(f"50 {top + 31} 8 n Hall{number}") for number, top in enumerate(tops)]
    rows = [line(f"120 {top + 18 * n} 10 n {f't{top}{n}'.ljust(60, 'x')}") for top in tops for n in range(3)]
    found = [text[:4] for text in read(*hours, *rooms, *rows)]
    assert [place for place, text in enumerate(found) if text == "Hall"] == [1, 6, 11]


def test_an_hour_in_the_middle_of_its_row_is_read_before_all_of_it() -> None:
    hours = hour_rows((113, "9h00"), (183, "10h00"), (253, "11h00"))
    rows = [text for top in (100, 170, 240) for text in column(200, f"t{top}-", rows=3, top=top, pitch=13)]
    assert read(*hours, *rows) == [
        *("9h00", "t100-1", "t100-2", "t100-3"),
        *("10h00", "t170-1", "t170-2", "t170-3"),
        *("11h00", "t240-1", "t240-2", "t240-3"),
    ]


def test_an_hour_always_a_little_below_the_middle_of_its_row_is_read_before_all_of_it() -> None:
    hours = [line(f"50 {y} 10 n {hour}h00") for y, hour in ((122, 9), (182, 10), (255, 11), (329, 12))]
    tops = ((100, 3), (160, 3), (240, 2), (320, 1))
    rows = [text for top, count in tops for text in column(200, f"t{top}-", rows=count, top=top, pitch=13)]
    found = read(*hours, *rows)
    assert found[:4] == ["9h00", "t100-1", "t100-2", "t100-3"]
    assert found[4:6] == ["10h00", "t160-1"]


def test_a_day_over_each_hour_begins_the_row_though_the_text_beside_it_begins_above() -> None:
    labels = [
        found
        for top in (108, 188, 268)
        for found in (line(f"50 {top} 9 b Mardi{top}"), line(f"50 {top + 12} 9 b {top // 10}h00"))
    ]
    rows = [text for top in (100, 180, 260) for text in column(200, f"t{top}-", top=top, pitch=12)]
    found = read(*labels, *rows)
    assert found[:4] == ["Mardi108", "10h00", "t100-1", "t100-2"]
    assert found[6:9] == ["Mardi188", "18h00", "t180-1"]


def test_columns_below_an_hour_end_at_the_next_one() -> None:
    hours = [line("50 60 12 b 9h00 à 10h00"), line("50 170 12 b 10h00 à 11h00")]
    found = read(*hours, *column(50, "a", rows=5), *column(220, "b", rows=5))
    assert found == ["9h00", *(f"a{n}" for n in range(1, 6)), *(f"b{n}" for n in range(1, 6)), "10h00"]


def test_columns_below_a_day_end_at_the_next_one() -> None:
    days = [line("50 60 12 b Mardi 14 mai 2024"), line("50 170 12 b Mercredi 15 mai 2024")]
    below = [*column(50, "c", rows=4, top=195), *column(220, "d", rows=4, top=195)]
    found = read(*days, *column(50, "a", rows=5), *column(220, "b", rows=5), *below)
    first, second = [f"a{n}" for n in range(1, 6)], [f"b{n}" for n in range(1, 6)]
    assert found[:12] == ["Mardi", *first, *second, "Mercredi"]


def test_days_in_one_column_go_on_in_the_next() -> None:
    days = [line("50 60 12 b Mardi 14 mai 2024"), line("50 170 12 b Mercredi 15 mai 2024")]
    found = read(*days, *column(50, "a", rows=5), *column(220, "b", rows=5), *column(50, "c", rows=4, top=195))
    first, last = [f"a{n}" for n in range(1, 6)], [f"b{n}" for n in range(1, 6)]
    assert found == ["Mardi", *first, "Mercredi", "c1", "c2", "c3", "c4", *last]


def test_names_over_functions_side_by_side_are_read_person_by_person() -> None:
    people = [
        line(f"{x} {100 + 12 * row} 10 {'b' if row == 0 else 'n'} {text}")
        for x, texts_ in ((50, ("Léa", "éclusière")), (220, ("Marc", "batelier")))
        for row, text in enumerate(texts_)
    ]
    assert read(*people) == ["Léa", "éclusière", "Marc", "batelier"]


def test_a_margin_with_the_hour_is_read_before_the_text_that_begins_above_it() -> None:
    margin = [line("50 130 18 b 10h00"), line("50 160 10 n Salle")]
    assert read(*column(200, "a", rows=7), *margin) == ["10h00", "Salle", *(f"a{row}" for row in range(1, 8))]


def test_rooms_below_hours_are_read_with_them_however_far_the_text_stands() -> None:
    rows = [
        line(f"{x} {top + y} 10 n {text}")
        for top, hour in ((100, "9h – 10h"), (160, "10h – 11h"), (220, "11h – 12h"))
        for x, y, text in ((50, 0, hour), (50, 14, "Halle"), (145, 0, "Habiter"), (145, 16, "rive"))
    ]
    wide = [line(f"145 {top} 10 n {'texte ' * 9}") for top in (132, 192, 252)]
    assert read(*rows, *wide)[:4] == ["9h", "Halle", "Habiter", "rive"]


def test_a_margin_with_a_large_hour_is_read_before_the_title_whose_lines_begin_around_it() -> None:
    title = [line("200 100 15 b Un"), line("200 117 15 b pont")]
    ordered = read(*title, *column(200, "a", rows=6, top=140), line("50 108 22 b 10h"), line("50 160 10 n Salle"))
    assert ordered == ["10h", "Salle", "Un", "pont", *(f"a{row}" for row in range(1, 7))]


def test_an_hour_far_below_the_beginning_of_a_text_is_no_margin_of_it() -> None:
    ordered = read(*column(200, "a", rows=12), line("50 220 18 b 10h00"))
    assert ordered.index("10h00") > 0


def test_an_hour_beside_a_list_with_hours_is_no_margin_of_it() -> None:
    listed = [line(f"200 {100 + 14 * row} 10 n {row + 1}h20-{row + 1}h30 {'x' * 12}") for row in range(7)]
    assert read(line("50 156 10 n 17h"), *listed)[0] != "17h"


def test_a_day_over_each_of_two_hours_begins_their_rows() -> None:
    tops = (100, 200)
    left = [line(f"50 {y} 8 b Jeudi 4 mai") for y in tops] + [line(f"50 {y + 14} 14 b 10h00") for y in tops]
    found = read(*left, *column(200, "a", rows=6), *column(200, "b", rows=6, top=200))
    assert found == [
        "Jeudi",
        "10h00",
        *(f"a{row}" for row in range(1, 7)),
        "Jeudi",
        "10h00",
        *(f"b{row}" for row in range(1, 7)),
    ]


def test_an_end_set_smaller_below_the_only_start_of_a_page_stays_with_it() -> None:
    hours = line("40 100 15 b 10h00"), line("40 121 10 b 10h45")
    told = [line(f"120 {100 + 12 * number} 10 n Une rive recule {number} fois") for number in range(4)]
    assert read(*hours, *told)[:2] == ["10h00", "10h45"]


def test_hours_close_below_each_other_are_of_two_items_where_a_paragraph_begins_beside_each() -> None:
    rows = [100, 118, 162, 180, 214]
    hours = [line(f"50 {y} 10 n {9 + number}h00") for number, y in enumerate(rows)]
    beside = [line(f"120 {y} 10 n {f'{name} '.ljust(20, 'x')}") for name, y in zip("abcde", rows, strict=True)]
    text = [line(f"120 {y} 10 n {f'{name} '.ljust(20, 'x')}") for name, y in (("b2", 131), ("b3", 144), ("d2", 193))]
    read_in_order = read(*hours, *beside, *text)
    assert read_in_order == ["9h00", "a", "10h00", "b", "b2", "b3", "11h00", "c", "12h00", "d", "d2", "13h00", "e"]


def test_hours_close_below_each_other_are_of_two_items_where_each_has_a_short_line_beside_it() -> None:
    rows = [100, 115, 160, 175, 220, 235]
    hours = [line(f"50 {y} 10 n {9 + number}h00") for number, y in enumerate(rows)]
    beside = [line(f"120 {y} 10 n {name}") for name, y in zip("ABCDEF", rows, strict=True)]
    text = [line(f"120 {y} 10 n {'x' * 20}") for y in (130, 143, 190, 203)]
    read_in_order = [text for text in read(*hours, *beside, *text) if "x" not in text]
    assert read_in_order == [each for n, name in enumerate("ABCDEF") for each in (f"{9 + n}h00", name)]


def test_columns_on_the_right_may_begin_above_the_first() -> None:
    heading = line("130 60 10 n Une journée au bord du canal et de ses rives en ville")
    first = [line(f"50 {y} 10 n {f'a{y} '.ljust(24, 'x')}") for y in range(130, 260, 13)]
    second = [line(f"200 {y} 10 n {f'b{y} '.ljust(24, 'x')}") for y in range(91, 260, 13)]
    third = [line(f"350 {y} 10 n {f'c{y} '.ljust(24, 'x')}") for y in range(91, 260, 13)]
    texts = [text[0] for text in read(heading, *first, *second, *third)]
    assert "".join(texts) == "U" + "a" * len(first) + "b" * len(second) + "c" * len(third)


def test_an_hour_with_nothing_on_its_row_is_no_margin_of_the_text_above_it() -> None:
    above = [line(f"60 {100 + 13 * number} 10 n {'x' * 30}") for number in range(2)]
    below = [line(f"60 {158 + 13 * number} 10 n {'y' * 30}") for number in range(6)]
    assert [text[0] for text in read(*above, line("40 140 10 n 9h45"), *below)] == ["x", "x", "9", *"yyyyyy"]


def test_the_first_row_of_columns_beside_an_hour_belongs_to_its_columns() -> None:
    hours = [line(f"20 {y} 10 b {hour}h") for y, hour in ((100, 9), (200, 10), (300, 11))]
    sides = [
        column(x, name, top=y)
        for y, first in ((100, "a"), (200, "c"), (300, "e"))
        for x, name in ((60, first), (220, chr(ord(first) + 1)))
    ]
    found = read(*hours, *(part for side in sides for part in side))
    assert found[:10] == ["9h", "a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4", "10h"]


def test_columns_each_with_hours_at_their_left_are_read_one_after_the_other() -> None:
    left = [line("20 100 10 b 9h"), line("20 200 10 b 10h")]
    right = [line("200 104 10 b 11h"), line("200 204 10 b 14h")]
    text = [column(70, "a"), column(70, "c", top=200), column(250, "b", rows=10, top=104)]
    found = read(*left, *right, *(part for side in text for part in side))
    assert found[:10] == ["9h", "a1", "a2", "a3", "a4", "10h", "c1", "c2", "c3", "c4"]


def test_a_heading_may_begin_the_first_column_lower_than_the_others() -> None:
    title = line(f"130 60 20 b {'Journal du lin':x<34}")
    heading = line("50 110 14 b Jeudi")
    found = read(title, heading, *column(50, "a", top=140), *column(200, "b"), *column(350, "c"))
    assert found[:6] == ["Journal", "Jeudi", "a1", "a2", "a3", "a4"]


def test_an_hour_in_brackets_below_the_shorter_column_goes_on_with_its_own_where_hours_end_the_other() -> None:
    left = [*column(50, "a", rows=4), line("50 156 10 n (9h30 / 11h)"), *column(50, "c", rows=2, top=170)]
    right = [*column(250, "b", rows=3), line(f"250 142 10 n {'b4'.ljust(14, 'x')} (11h / 12h)")]
    found = [word for word in read(*left, *right) if word[0] in "abc("]
    assert [word[:2] for word in found] == ["a1", "a2", "a3", "a4", "(9", "c1", "c2", "b1", "b2", "b3", "b4"]


def test_rooms_of_further_items_below_an_hour_stand_in_its_column_too() -> None:
    hours = hour_rows((100, "9h00"), (220, "10h00"), (340, "11h00"))
    rooms = [line(f"50 {top} 8 n Salle {number}") for number, top in enumerate((160, 236, 280, 400), 1)]
    rows = [line(f"120 {100 + 20 * n} 10 n {f't{n:02}'.ljust(60, 'x')}") for n in range(18)]
    found = [text[:3] for text in read(*hours, line("45 316 10 b MATIN"), *rooms, *rows)]
    assert [found.index(text) for text in ("9h0", "t00", "t05")] == sorted(
        found.index(text) for text in ("9h0", "t00", "t05")
    )
    assert found.index("t05") < found.index("10h") < found.index("t06") < found.index("t11") < found.index("11h")


def test_short_titles_behind_hours_among_longer_ones_are_no_labels() -> None:
    first = ["9h : Ouverture de la journée", "9h30 : Habiter la rive et", "ses digues", "10h30 : La crue racontée"]
    left = [*first, "10h45 : Pause", "11h : Buffet", "et visite"]
    items = [line(f"50 {100 + 14 * row} 10 n {text}") for row, text in enumerate(left)]
    found = texts(order_lines(page(*items, *column(240, "b", rows=9))))
    assert found[:7] == left


def test_short_items_side_by_side_each_below_its_hour_are_read_one_after_the_other() -> None:
    texts_of_items = [("9h", "Habiter la rive"), ("9h", "La crue racontée")]
    items = [
        line(f"{50 + 200 * place} {100 + 14 * row} 10 {'b' if row else 'n'} {text}")
        for place, item in enumerate(texts_of_items)
        for row, text in enumerate(item)
    ]
    assert texts(order_lines(page(*items))) == ["9h", "Habiter la rive", "9h", "La crue racontée"]


def test_a_short_title_that_runs_into_its_hours_hides_no_text_beside_the_others() -> None:
    rows = [
        *("50 100 10 n 9h00-9h30", "130 100 10 n Ouverture", "132 117 10 n Léa", "132 132 10 n Marc"),
        *("50 149 10 n 9h30-10h00", "130 149 10 n Habiter", "132 166 10 n Omar", "132 181 10 n Anne"),
        *("50 198 10 n 10h00-10h30 Pause", "50 215 10 n 10h30-11h00", "130 215 10 n Naviguer"),
    ]
    labels = [label.text for label, *_ in (part[0] for part in split_at_labels([*map(line, rows)]) if part[0])]
    assert labels == ["9h00-9h30", "9h30-10h00", "10h00-10h30 Pause", "10h30-11h00"]


def test_the_day_at_the_left_of_an_hour_comes_before_it() -> None:
    cards = [(100, "Mer. 1er avril", "16h"), (200, "Sam. 4 avril", "14h"), (300, "Ven. 10 avril", "18h")]
    lines = [line(f"50 {top} 11 b {day}") for top, day, _ in cards]
    lines += [line(f"240 {top} 11 b {hour}") for top, _, hour in cards]
    lines += [line(f"50 {top + 14 * row} 10 n {'récit'.ljust(36, 'x')}") for top, *_ in cards for row in (1, 2, 3)]
    assert texts(order_lines(page(*lines)))[:2] == ["Mer. 1er avril", "16h"]


def test_days_side_by_side_head_columns_however_few_lines_stand_under_some() -> None:
    days = [
        line(f"{50 + 200 * n} 100 12 b {day} 9 juin 2026") for n, day in enumerate(("Mardi", "Mercredi", "Jeudi"))
    ]
    items = {
        0: ("9h Accueil", "10h Crue", "11h Bac", "14h Gué"),
        1: ("9h Rive", "9h45 Berge"),
        2: ("9h Lit", "9h50 Eau"),
    }
    told = [
        line(f"{50 + 200 * n} {130 + 20 * row} 9 b {text}")
        for n, texts in items.items()
        for row, text in enumerate(texts)
    ]
    people = [line(f"{50 + 200 * n} {130 + 20 * len(items[n])} 7 n Léa{n} Durand") for n in items]
    found = read(*days, *told, *people)
    assert found == [
        "Mardi",
        "9h",
        "10h",
        "11h",
        "14h",
        "Léa0",
        "Mercredi",
        "9h",
        "9h45",
        "Léa1",
        "Jeudi",
        "9h",
        "9h50",
        "Léa2",
    ]


@pytest.mark.parametrize(("width", "parts"), [("x" * 40, ["9h", "10h", "12h"]), ("x" * 12, [])])
def test_hours_of_talks_set_in_are_no_second_column_of_items(width: str, parts: list[str]) -> None:
    hours = [line(f"50 {top} 14 b {hour}") for top, hour in ((100, "9h"), (140, "10h"), (240, "12h"))]
    titles = [line(f"120 {top} 9 n Séance {width}") for top in (98, 138, 238)]
    talks = [line(f"{x} {top} 9 n {text}") for top in (165, 195) for x, text in ((200, "10h15"), (250, "Exposé"))]
    found = split_at_labels(sorted([*hours, *titles, *talks], key=lambda each: each.box.y0))
    assert [label[0].text for label, _ in found if label] == parts
