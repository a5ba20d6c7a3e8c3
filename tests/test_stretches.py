"""Cells that go on over the edge of a page."""

from layouts import Put, document, line_of

from pipeline.document import Capacity
from pipeline.segment import split_sessions
from pipeline.segment.anchors import find_anchors
from pipeline.segment.grids.items import GridItem
from pipeline.segment.stretches import Stretch, joined_over_pages

HEADS = [Put("Salle 1", x=120.0), Put("Salle 2", x=260.0, beside=True)]


def row(hour: str, first: str, second: str) -> list[Put]:
    return [Put(hour, gap=20.0), Put(first, x=120.0, beside=True), Put(second, x=260.0, beside=True)]


def titles_of(first: list[Put], second: list[Put]) -> list[str]:
    pages = [[*HEADS, *first], [*HEADS, *second]]
    return [segment.title.text for segment in split_sessions(document(*pages)).segments]


def test_a_cell_that_goes_on_in_lower_case_is_part_of_the_one_above_it_on_the_page_before() -> None:
    before = [*row("9h", "Habiter", "Bâtir"), *row("10h", "Ce que la rive", "Partir")]
    after = [*row("11h", "dit des eaux", "Naviguer"), *row("12h", "Rester", "Revenir")]
    assert titles_of(before, after) == [
        *("Habiter", "Bâtir", "Ce que la rive", "Partir", "Naviguer", "Rester", "Revenir"),
    ]


def test_a_cell_that_begins_anew_is_an_item_of_its_own() -> None:
    before = [*row("9h", "Habiter", "Bâtir"), *row("10h", "Ce que dit la rive", "Partir")]
    after = [*row("11h", "Un pont", "Naviguer"), *row("12h", "Rester", "Revenir")]
    assert len(titles_of(before, after)) == 8


PEOPLE = ("Avec : Léa Durand", "Animation : Marc Petit")


def test_a_cell_that_begins_with_a_marker_of_people_is_part_of_the_one_above_it() -> None:
    before = [*row("9h", "Habiter", "Bâtir"), *row("10h", "Ce que dit la rive", "Partir")]
    after = [*row("11h", PEOPLE[0], "Naviguer"), *row("12h", "Rester", "Revenir")]
    assert len(titles_of(before, after)) == 7


def test_a_row_without_hours_at_the_top_of_a_page_goes_on_with_that_above_it_cell_by_cell() -> None:
    cells = [
        side("9h", (120, "Habiter"), (260, "Bâtir")),
        side("10h", (120, "Ce que dit la rive"), (260, "Partir"), y=90.0),
    ]
    rest = side("", (120, "Léa Durand, éclusière"), (260, "Marc Petit, batelier"), page=2)
    joined = joined_over_pages([*cells[0], *cells[1]], rest)
    assert [[line.text for line in stretch.lines] for stretch in joined] == [
        *(["Habiter"], ["Bâtir"]),
        *(["Ce que dit la rive", "Léa Durand, éclusière"], ["Partir", "Marc Petit, batelier"]),
    ]


def test_a_row_without_hours_below_a_break_or_a_heading_is_no_rest_of_a_row() -> None:
    rest = side("", (120, "Exposition des maquettes"), page=2)
    assert len(joined_over_pages(side("12h", (120, "Déjeuner")), rest)) == 2
    heading = Stretch((line_of(Put("Deuxième journée"), 2, 40.0),))
    assert len(joined_over_pages(side("10h", (120, "Habiter la digue")), [heading, *rest])) == 3


def side(hours: str, *cells: tuple[float, str], page: int = 1, y: float = 60.0) -> list[Stretch]:
    """Cells of rooms side by side."""
    (anchor,) = find_anchors([line_of(Put(hours), page, y)]) if hours else (None,)
    lines = [line_of(Put(text, x=x), page, y) for x, text in cells]
    return [Stretch((line,), GridItem((line,), anchor, method="case", beside=True)) for line in lines]


CUT = GridItem((), None, method="ligne")


def stretch(page: int, hours: str, title: str, people: str, y: float = 60.0) -> Stretch:
    told = line_of(Put(title, bold=title.isupper()), page, y)
    (anchor,) = find_anchors([line_of(Put(hours), page, y)]) if hours else (None,)
    row = (Capacity.INTERVENTION, (line_of(Put("Intervenants"), page, 40.0),), (line_of(Put(people), page, y),))
    return Stretch((told,), CUT._replace(lines=(told,), hours=anchor, people=(row,)))


def test_the_rest_of_a_row_cut_by_the_end_of_the_page_is_part_of_it() -> None:
    before, after = stretch(1, "10h à 11h", "HABITER LA DIGUE", "Léa Durand"), stretch(2, "", "Atelier", "Marc Petit")
    (joined,) = joined_over_pages([before], [after])
    assert joined.item is not None
    assert [line.text for line in joined.item.lines] == ["HABITER LA DIGUE", "Atelier"]
    assert [[line.text for line in lines] for _, _, lines in joined.item.people] == [["Léa Durand", "Marc Petit"]]


def test_a_row_with_hours_or_with_a_title_of_its_own_is_another_item() -> None:
    before = stretch(1, "10h à 11h", "HABITER LA DIGUE", "Léa Durand")
    for hours, title in (("11h à 12h", "Atelier"), ("", "LE MOULIN EN PARTAGE")):
        assert len(joined_over_pages([before], [stretch(2, hours, title, "Marc Petit")])) == 2


def test_a_title_cut_by_the_end_of_the_page_goes_on_above_its_text() -> None:
    before, after = stretch(1, "10h à 11h", "HABITER LA DIGUE", ""), stretch(2, "", "ET SES ABORDS", "")
    assert after.item is not None
    text = line_of(Put("Une rive recule."), 2, 80.0)
    after = Stretch((*after.lines, text), after.item._replace(lines=(*after.item.lines, text)))
    (joined,) = joined_over_pages([before], [after])
    assert joined.item is not None
    assert [line.text for line in joined.item.lines] == ["HABITER LA DIGUE", "ET SES ABORDS", "Une rive recule."]
