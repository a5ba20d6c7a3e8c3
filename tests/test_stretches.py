"""Cells that go on over the edge of a page."""

from layouts import Put, document

from pipeline.segment import split_sessions

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
