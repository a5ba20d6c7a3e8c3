"""The title of an event over its programme."""

import pytest
from layouts import HOURS, TITLES, Put, document, heading, hours, paragraph

from pipeline.document import Document
from pipeline.event_title import find_event_title, told_title
from pipeline.segment import split_sessions


def programme(*over: Put) -> Document:
    """Two timed items below what is given."""
    below = [heading("Mardi 14 mai 2024", size=14, gap=20)]
    for printed, title in zip(HOURS, TITLES, strict=False):
        below += [
            hours(printed, gap=30),
            heading(title, gap=4),
            *paragraph("Le moulin tourne encore."),
        ]
    return document([*over, *below])


def title_of(made: Document) -> str | None:
    found = find_event_title(made, split_sessions(made).segments)
    return found.text if found else None


def test_the_largest_lines_over_the_first_item_are_the_title() -> None:
    made = programme(
        Put("Canal Sud présente", x=60), heading("Habiter la rive", size=26), heading("et le pont", size=26)
    )
    assert title_of(made) == "Habiter la rive et le pont"


def test_a_title_of_a_size_with_the_text_is_bold() -> None:
    assert title_of(programme(Put("Habiter la rive", bold=True), Put("Halle des rives"))) == "Habiter la rive"


@pytest.mark.parametrize(
    "over",
    [
        "PROGRAMME",
        "Programme prévisionnel",
        "COLLOQUE INTERNATIONAL",
        "Journée d'étude",
        "14 mai 2024",
        "Vézac, 14 mai 2024",
    ],
)
def test_what_only_says_what_is_printed_or_when_is_no_title(over: str) -> None:
    assert (
        title_of(programme(heading(over, size=30), heading("Habiter la rive", size=22, gap=20))) == "Habiter la rive"
    )
    assert title_of(programme(heading(over, size=30))) is None


def test_heads_of_columns_are_no_title() -> None:
    assert (
        title_of(programme(heading("Horaires et lieux", size=20), heading("Séances", size=20, x=400, gap=-20)))
        is None
    )


def test_a_document_without_larger_lines_has_none() -> None:
    assert title_of(programme(Put("Une page de Canal Sud sur la rive"))) is None


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Habiter la rive", "Habiter la rive"),
        ("HABITER LA RIVE", "HABITER LA RIVE"),
        ("Microsoft Word - rive v3.docx", None),
        ("rive.html", None),
        ("Présentation PowerPoint", None),
        ("Programme", None),
        ("Vivre au bord", None),
    ],
)
def test_what_the_file_says_counts_where_the_document_says_it_too(told: str, title: str | None) -> None:
    made = programme(heading("Habiter la rive", size=26)).model_copy(update={"title": told})
    assert told_title(made) == title
