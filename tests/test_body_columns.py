"""Tables with a column of people and one of their bodies."""

from layouts import Put, document, lines_of

from pipeline.document import Box, Cell, Line, Page
from pipeline.segment import split_sessions

ROWS = (
    ("Horaires", "Doctorant·e", "Titre", "Laboratoire"),
    ("9h20-9h40", "ROUX Léa", "La digue et ses bacs", "ISLE"),
    ("9h40-10h", "PETIT Marc", "Le moulin en partage", "RIVES"),
    ("10h-10h20", "VASSEUR Omar", "Ce que dit la crue", "ISLE"),
)


def test_the_bodies_of_a_column_are_those_of_the_people_beside_them() -> None:
    lines: list[Line] = []
    cells: list[Cell] = []
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            x, y = 40.0 + 90 * column, 80.0 + 24 * row
            (line,) = lines_of([Put(text, size=8.0, x=x + 3)], top=y + 6)
            lines.append(line.model_copy(update={"rank": 100 * len(lines)}))
            cells.append(Cell(row=row, column=column, box=Box(x0=x, y0=y, x1=x + 90, y1=y + 24)))
    (day,) = lines_of([Put("Mardi 14 mai 2024")])
    page = Page(number=1, width=420.0, height=595.0, lines=(day, *lines), cells=tuple(cells))
    found = split_sessions(document(page)).segments
    assert [(item.title.text, [block.passage.text for block in item.blocks]) for item in found] == [
        ("La digue et ses bacs", ["ROUX Léa (ISLE)"]),
        ("Le moulin en partage", ["PETIT Marc (RIVES)"]),
        ("Ce que dit la crue", ["VASSEUR Omar (ISLE)"]),
    ]
