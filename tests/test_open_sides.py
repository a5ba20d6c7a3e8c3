"""Tables that draw only the rules of their cells: where these end, columns part."""

from itertools import pairwise

from layouts import Put, line_of

from pipeline.document import Box, Line
from pipeline.extract.open_sides import open_sides

EDGES = (50.0, 110.0, 300.0, 490.0)
TALL = 840.0


def rules(height: float, *spans: tuple[int, int]) -> list[Box]:
    """Rules at a height, each from one edge to another."""
    return [Box(x0=EDGES[first], y0=height, x1=EDGES[last], y1=height) for first, last in spans]


CELLS = ((0, 1), (1, 2), (2, 3))


def told(text: str, x: float, y: float) -> Line:
    return line_of(Put(text, x=x), 1, y)


def sides(drawn: list[Box], *lines: Line) -> set[tuple[float, float, float]]:
    """The sides found inside the table: place, top and bottom."""
    found = open_sides(drawn, lines, TALL).down
    return {(box.x0, box.y0, box.y1) for box in found if box.x0 not in (EDGES[0], EDGES[-1])}


def test_columns_part_where_the_rules_of_cells_meet() -> None:
    drawn = [rule for height in (100, 140, 180) for rule in rules(height, *CELLS)]
    expected = {(place, a, b) for place in EDGES[1:3] for a, b in pairwise((100, 140, 180))}
    assert sides(drawn) == expected


def test_rules_over_the_whole_table_tell_no_columns() -> None:
    drawn = [rule for height in (100, 140, 180, 220) for rule in rules(height, (0, 3))]
    assert open_sides(drawn, [told("9h", 52, 110), told("Accueil", 112, 110)], TALL) == ((), ())


def test_columns_part_where_rules_end_on_either_side_at_heights_of_their_own() -> None:
    spans = ((0, 3), (0, 1), (0, 2), (2, 3), (1, 3), (0, 1), (1, 3), (2, 3), (0, 3))
    drawn = [rule for row, span in enumerate(spans) for rule in rules(100 + 40 * row, span)]
    assert {place for place, _, _ in sides(drawn)} == {EDGES[1]}


def test_a_table_whose_sides_are_drawn_lacks_none() -> None:
    drawn = [rule for height in (100, 140, 180) for rule in rules(height, *CELLS)]
    drawn += [Box(x0=place, y0=100, x1=place, y1=180) for place in EDGES]
    assert open_sides(drawn, [], TALL) == ((), ())


def test_a_side_drawn_beside_some_rows_is_left_out_where_cells_span_columns() -> None:
    drawn = [rule for height in (100, 140, 180, 220, 260) for rule in rules(height, *CELLS)]
    drawn += [Box(x0=place, y0=100, x1=place, y1=140) for place in EDGES]
    assert open_sides(drawn, [], TALL) == ((), ())


def test_a_day_over_a_table_is_no_row_of_it() -> None:
    drawn = [rule for height in (100, 140, 180) for rule in rules(height, *CELLS)]
    for text, count in (("Horaires", 3), ("Mardi 14 mai 2024", 2)):
        found = open_sides(drawn, [told(text, 112, 86)], TALL)
        assert len({(box.y0, box.y1) for box in found.down}) == count


def test_a_coloured_band_right_over_a_table_is_no_part_of_its_first_row() -> None:
    drawn = [rule for height in (100, 140, 180) for rule in rules(height, *CELLS)]
    row = [told("9h", 52, 86), told("Habiter la rive", 112, 86)]
    band = [*rules(60, (0, 3)), *rules(83, (0, 3))]
    over = told("Mardi 14 mai 2024, journée des écoles et des riverains du canal de Brou", 52, 70)
    for edges, count in ((band, 3), ([], 2)):
        found = open_sides(drawn, [over, *row], TALL, edges)
        assert len({(box.y0, box.y1) for box in found.down}) == count


def test_coloured_cells_show_columns_only_where_rules_part_them() -> None:
    coloured = [edge for height in (100, 140, 180) for edge in rules(height, *CELLS)]
    assert open_sides([], [], TALL, coloured) == ((), ())
    across = [rule for height in (100, 140, 180) for rule in rules(height, (0, 3))]
    assert {box.x0 for box in open_sides(across, [], TALL, coloured).down} == set(EDGES)


def test_a_cell_that_lasts_has_no_rule_beside_the_row_that_begins() -> None:
    drawn = [*rules(100, *CELLS), *rules(140, (0, 1), (1, 2)), *rules(180, *CELLS), *rules(220, *CELLS)]
    assert {(300.0, 100.0, 140.0), (300.0, 140.0, 180.0)} <= sides(drawn)


def test_a_cell_over_several_columns_is_not_parted() -> None:
    drawn = [*rules(100, *CELLS), *rules(140, *CELLS), *rules(180, (0, 1), (1, 3)), *rules(220, *CELLS)]
    assert not any(place == 300.0 and top == 140.0 for place, top, _ in sides(drawn))
    above = [*rules(100, *CELLS), *rules(140, (0, 1), (1, 3)), *rules(180, *CELLS), *rules(220, *CELLS)]
    # Its text tells that the rules stand above the cells.
    broad = told("Une pause pour tous ceux qui sont venus", 200, 150)
    assert not any(place == 300.0 and top == 140.0 for place, top, _ in sides(above, broad))


def test_heads_above_the_first_rule_are_a_row() -> None:
    drawn = [rule for height in (100, 140, 180) for rule in rules(height, *CELLS)]
    heads = [told("Heure", 52, 86), told("Titre", 112, 86)]
    assert min(box.y0 for box in open_sides(drawn, heads, TALL).down) < 86
    title = [told("Rencontres des éclusiers et des bateliers de la rive gauche", 52, 86)]
    assert min(box.y0 for box in open_sides(drawn, title, TALL).down) == 100


def test_the_row_that_the_end_of_the_page_cuts_is_closed_below_its_text() -> None:
    drawn = [rule for height in (100, 140, 180) for rule in rules(height, *CELLS)]
    lines = [told("11h", 52, 184), told("Lire le cadran", 112, 184), told("Marc Petit", 112, 196)]
    found = open_sides(drawn, lines, TALL)
    assert max(box.y1 for box in found.down) > 206
    assert {box.x0 for box in found.across} == set(EDGES[:3])
    # A remark below a table is no row of it.
    assert max(box.y1 for box in open_sides(drawn, [told("Entrée libre", 52, 184)], TALL).down) == 180


def test_a_table_whose_sides_are_drawn_but_beside_cells_over_several_columns_lacks_none() -> None:
    drawn = [*rules(100, *CELLS), *rules(140, *CELLS), *rules(180, (0, 3)), *rules(220, (0, 3)), *rules(260, *CELLS)]
    drawn += [Box(x0=place, y0=100, x1=place, y1=140) for place in EDGES]
    assert open_sides(drawn, [], TALL) == ((), ())


def test_lines_of_two_cells_that_run_into_each_other_are_no_cell_over_both() -> None:
    drawn = [*rules(100, *CELLS), *rules(140, (0, 1), (1, 3)), *rules(180, *CELLS), *rules(220, *CELLS)]
    run_on = told("Habiter la rive et Nourrir la ville", 200, 150)
    alone = sides(drawn, run_on)
    beside = sides(drawn, run_on, told("Marc Petit", 302, 164))
    assert (300.0, 140.0, 180.0) in beside - alone


def test_rules_drawn_over_the_whole_table_tell_of_no_cell_over_its_columns() -> None:
    heights = (100, 140, 180, 220, 260, 300)
    coloured = [edge for height in (100, 140, 260, 300) for edge in rules(height, *CELLS)]
    # One cell lasts: the rule beside it is drawn from its border on, and meets no other there.
    whole = [rule for height in heights for rule in rules(height, (1, 3) if height == 220 else (0, 3))]
    found = open_sides(whole, [], TALL, coloured).down
    assert {(box.y0, box.y1) for box in found if box.x0 == EDGES[1]} == set(pairwise(heights))


def test_one_coloured_area_over_a_row_is_one_cell_where_its_lines_stand_below_each_other() -> None:
    drawn = [rule for height in (100, 140, 180, 220) for rule in rules(height, *CELLS)]
    area = [edge for height in (140, 180) for edge in rules(height, (0, 3))]
    break_ = [told("11h", 200, 146), told("Pause", 190, 160)]
    beside = [told("11h", 52, 146), told("Pause", 112, 146)]
    rest = {(place, a, b) for place in EDGES[1:3] for a, b in ((100.0, 140.0), (180.0, 220.0))}
    assert {(b.x0, b.y0, b.y1) for b in open_sides(drawn, break_, TALL, area).down if b.x0 in EDGES[1:3]} == rest
    whole = {(b.x0, b.y0, b.y1) for b in open_sides(drawn, beside, TALL, area).down if b.x0 in EDGES[1:3]}
    assert whole == rest | {(place, 140.0, 180.0) for place in EDGES[1:3]}


def test_short_lines_centred_with_one_that_crosses_the_columns_are_of_its_cell() -> None:
    drawn = [rule for height in (100, 140, 180, 220) for rule in rules(height, *CELLS)]
    long = "Léa Durand et Marc Petit, éclusiers à Vézac, Canal Sud"
    wide = line_of(Put(long, x=70.0, width=400.0), 1, 160)
    alone = line_of(Put("11h", x=260.0, width=20.0), 1, 146)
    apart = line_of(Put("11h", x=480.0, width=9.0), 1, 146)
    assert not any(140 < (top + end) / 2 < 180 for _, top, end in sides(drawn, wide, alone))
    assert any(140 < (top + end) / 2 < 180 for _, top, end in sides(drawn, wide, apart))


def test_a_row_cut_at_the_foot_of_the_page_is_closed_wherever_its_hours_stand() -> None:
    drawn = [rule for height in (100, 140, 180) for rule in rules(height, *CELLS)]
    row = [told("La digue", 52, 190), told("9h – 10h", 305, 190)]
    assert (300.0, 180.0) in {(place, top) for place, top, _ in sides(drawn, *row)}
    assert (300.0, 180.0) not in {(place, top) for place, top, _ in sides(drawn, row[0])}
