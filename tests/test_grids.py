"""Grids on a page: what drawn rulings or alignment make of its lines."""

from layouts import Put, lines_of

from pipeline.aligned_grids import aligned_grid


def test_hours_beside_columns_under_the_names_of_rooms_make_a_grid() -> None:
    puts = [Put("Salle 1", x=120.0), Put("Salle 2", x=260.0, beside=True)]
    for hour in ("9h", "10h", "11h"):
        puts += [Put(hour, gap=20.0), Put("Habiter", x=120.0, beside=True), Put("Bâtir", x=260.0, beside=True)]
    grid = aligned_grid(lines_of(puts))
    assert grid is not None
    assert [cell.text for cell in grid.row(0)] == ["Salle 1", "Salle 2"]
    assert [cell.text for cell in grid.row(2)] == ["10h", "Habiter", "Bâtir"]


def test_text_without_hours_makes_no_grid() -> None:
    assert aligned_grid(lines_of([Put("Salle 1"), Put("Salle 2", x=260.0, beside=True), Put("Habiter")])) is None


def test_a_break_without_people_leaves_the_grid_of_titles_and_people_whole() -> None:
    puts = []
    for hour, title, people in (
        ("9h", "Habiter la rive", "Léa Durand"),
        ("10h", "Pause", ""),
        ("11h", "20 heures, le journal", "Marc Petit"),
        ("14h", "Un titre qui va loin dans la page", "Anne Morel"),
        ("15h", "La crue", "Paul Roux"),
    ):
        puts += [Put(hour, gap=20.0), Put(title, x=100.0, beside=True)]
        puts += [Put(people, x=280.0, beside=True)] if people else []
    grid = aligned_grid(lines_of(puts))
    assert grid is not None
    assert [cell.text for cell in grid.row(1)] == ["10h", "Pause"]
    assert [(cell.text, cell.columns) for cell in grid.row(3)][1:] == [
        ("Un titre qui va loin dans la page", 1),
        ("Anne Morel", 1),
    ]


def tight(*texts: str) -> list[Put]:
    """Three hours, each beside two cells of which the first fills its column up to the second."""
    puts = []
    for number, text in enumerate(texts):
        puts += [
            Put(f"{9 + number}h", gap=20.0),
            Put(text, x=120.0, width=139.0, beside=True),
            Put("Bâtir", x=260.0, beside=True),
        ]
    return puts


def test_columns_full_up_to_the_next_are_told_by_what_begins_under_its_head() -> None:
    heads = [Put("Salle 1", x=120.0), Put("Salle 2", x=260.0, beside=True)]
    grid = aligned_grid(lines_of([*heads, *tight("Habiter", "Rester", "Partir", "Revenir")]))
    assert grid is not None
    assert [cell.text for cell in grid.row(2)] == ["10h", "Rester", "Bâtir"]


def test_heads_of_rooms_may_be_among_the_furniture_of_their_page() -> None:
    heads = lines_of([Put("Salle 1", x=120.0), Put("Salle 2", x=260.0, beside=True)], top=30.0)
    grid = aligned_grid(lines_of(tight("Habiter", "Rester", "Partir", "Revenir")), heads)
    assert grid is not None
    assert [cell.text for cell in grid.row(0)] == ["Salle 1", "Salle 2"]
