"""Books that people present are no bodies of theirs."""

import pytest

from pipeline.document import Box, Line, Passage, Piece, Span, Style
from pipeline.people.presented_books import without_presented_books


def passage(row: str) -> Passage:
    """Lines parted by « / », with what stands between stars in italics."""
    pieces, text, slanted = [], "", False
    for printed in row.split(" / "):
        spans, line_text = [], ""
        for part in printed.split("*"):
            if part:
                box = Box(x0=len(line_text), y0=0, x1=len(line_text) + len(part), y1=9)
                style = Style(font="Rive", size=9, bold=False, italic=slanted)
                spans.append(Span(start=len(line_text), end=len(line_text) + len(part), box=box, style=style))
            line_text, slanted = line_text + part, not slanted
        slanted = not slanted
        line = Line(page=1, text=line_text, box=Box(x0=0, y0=0, x1=len(line_text), y1=9), spans=tuple(spans))
        start = len(text) + bool(text)
        text = f"{text} {line_text}" if text else line_text
        pieces.append(Piece(start=start, end=len(text), line=line, offset=0))
    return Passage(text=text, pieces=tuple(pieces))


def kept(row: str) -> str:
    told = without_presented_books(passage(row))
    assert len(told) == len(passage(row).text)
    return " ".join(told.replace("(  ", "").replace("  )", "").split())


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("Léa Durand pour *Le Fleuve* (Môle) et Marc Petit", "Léa Durand et Marc Petit"),
        (
            "Léa Durand et Marc Petit pour *Le / Fleuve* (Môle), Omar Vasseur",
            "Léa Durand et Marc Petit , Omar Vasseur",
        ),
        ("Léa Durand pour « Le Fleuve », Marc Petit", "Léa Durand , Marc Petit"),
        ("Léa Durand pour Le Fleuve (éditions du Môle)", "Léa Durand"),
        ("Léa Durand pour Le Fleuve (Gallimard)", "Léa Durand"),
    ],
)
def test_a_book_behind_a_name_is_left_out_with_its_publisher(row: str, text: str) -> None:
    assert kept(row) == text


@pytest.mark.parametrize(
    "row",
    [
        "Léa Durand pour Canal Sud (Vézac)",
        "Léa Durand, journaliste pour Canal *Sud*",
        "Une soirée pour « Le Fleuve »",
    ],
)
def test_what_somebody_speaks_for_is_no_book(row: str) -> None:
    assert kept(row) == passage(row).text


def test_where_all_is_in_italics_these_tell_no_book() -> None:
    assert kept("*Léa Durand pour Canal Sud*") == "Léa Durand pour Canal Sud"
