"""What a sidecar tells of a document's own markers and titles, and what that changes."""

import pytest
from layouts import HOURS, TEXTS, TITLES, Put, below_time, document, heading, hours, page_of, paragraph

from pipeline.document import Capacity, Document, Outline
from pipeline.layout import arrange_pages
from pipeline.segment import split_sessions
from pipeline.source import Source
from pipeline.speakers import find_mentions
from pipeline.tagger import no_tagger
from pipeline.wording import find_marker, find_prose_markers

MARKERS = Source.model_validate(
    {
        "marqueurs": {
            "animation": ["Piloté par"],
            "intervention": ["Avec le renfort de", "Avec l'aide d'"],
            "moderation": ["Grand témoin", "Rapportrice"],
        }
    }
)
NO_HINT = Source()


def who(document: Document, source: Source) -> list[list[tuple[str, str]]]:
    outline = split_sessions(document, source)
    found = find_mentions(outline.segments, no_tagger, source.markers.rows)
    return [
        [(mention.capacity.value, mention.person.text) for mention in mentions if mention.person]
        for mentions in found
    ]


def titles(outline: Outline) -> list[str]:
    return [found.title.text for found in outline.segments]


def told(outline: Outline) -> list[tuple[str, str]]:
    return [(found.code, found.subject) for found in outline.findings]


def with_people(*inside: Put) -> Document:
    """Three items, of which the first ends with these lines below its text."""
    return document([*below_time(0), *inside, *below_time(1), *below_time(2)])


@pytest.mark.parametrize(
    ("line", "capacity", "rest"),
    [
        ("Piloté par Léa Durand", Capacity.ANIMATION, "Léa Durand"),
        ("PILOTE PAR", Capacity.ANIMATION, ""),
        ("PILOTÉ  PAR :", Capacity.ANIMATION, ""),
        ("Piloté par Zwenn Kerbrug", Capacity.ANIMATION, "Zwenn Kerbrug"),
        ("• Avec le renfort de : la brigade du port", Capacity.INTERVENTION, "la brigade du port"),
        ("Avec l’aide d’Omar Vasseur", Capacity.INTERVENTION, "Omar Vasseur"),
        ("Grand témoin : Inès Caradec", Capacity.MODERATION, "Inès Caradec"),
    ],
)
def test_a_line_may_begin_with_a_marker_of_the_sidecar(line: str, capacity: Capacity, rest: str) -> None:
    found = find_marker(line, MARKERS.markers.rows)
    assert found and (found.capacity, line[found.rest :]) == (capacity, rest)


@pytest.mark.parametrize(
    "line", ["Piloté par satellite", "Piloté partout", "Un grand témoin : Léa Durand", "Rapportrices du vent"]
)
def test_the_words_of_a_marker_that_name_nobody_are_text(line: str) -> None:
    assert find_marker(line, MARKERS.markers.rows) is None


@pytest.mark.parametrize("line", ["Piloté par Léa Durand", "Avec le renfort de", "Rapportrice : Léa Durand"])
def test_without_a_sidecar_these_are_no_markers(line: str) -> None:
    assert find_marker(line) is None


def test_the_sidecar_goes_before_the_lexicon() -> None:
    found = find_marker("Grand témoin : Léa Durand")
    assert found and found.capacity is Capacity.INTERVENTION


def test_of_two_markers_the_longer_one_is_taken() -> None:
    rows = Source.model_validate(
        {"marqueurs": {"animation": ["Avec"], "moderation": ["Avec pour guide"]}}
    ).markers.rows
    found = find_marker("Avec pour guide Léa Durand", rows)
    assert found and found.capacity is Capacity.MODERATION


def test_in_running_text_a_marker_has_several_words() -> None:
    text = "Un atelier piloté par Léa Durand, rapportrice du projet."
    found = find_prose_markers(text, MARKERS.markers.rows)
    assert [(text[start:end], capacity) for start, end, capacity in found] == [("piloté par", Capacity.ANIMATION)]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (
            [Put("PILOTÉ PAR", bold=True, gap=8), Put("Léa Durand, directrice de Canal Sud")],
            ("animation", "Léa Durand"),
        ),
        ([Put("Avec le renfort de Omar Vasseur, designer", gap=8)], ("intervention", "Omar Vasseur")),
        ([Put("Rapportrice : Inès Caradec, maire de Vézac", gap=8)], ("modération", "Inès Caradec")),
        ([*paragraph("Un atelier piloté par Léa Durand, maire de Vézac.")], ("animation", "Léa Durand")),
    ],
)
def test_who_stands_under_a_marker_of_the_sidecar_takes_part(inside: list[Put], expected: tuple[str, str]) -> None:
    assert who(with_people(*inside), MARKERS) == [[expected], [], []]
    assert expected not in who(with_people(*inside), NO_HINT)[0]


def test_a_marker_of_the_sidecar_ends_the_block_before_it() -> None:
    inside = [Put("Animé par Léa Durand, maire de Vézac", gap=8), Put("Rapportrice : Inès Caradec, designer")]
    assert who(with_people(*inside), MARKERS)[0] == [("animation", "Léa Durand"), ("modération", "Inès Caradec")]


def test_a_marker_inside_a_block_changes_the_capacity() -> None:
    inside = [Put("Animé par Léa Durand, maire de Vézac. Avec le renfort de : Omar Vasseur", gap=8)]
    assert who(with_people(*inside), MARKERS)[0] == [("animation", "Léa Durand"), ("intervention", "Omar Vasseur")]
    assert who(with_people(*inside), NO_HINT)[0] == [("animation", "Léa Durand"), ("animation", "Omar Vasseur")]


def test_a_marker_of_the_sidecar_is_no_title() -> None:
    items = [
        put
        for number in range(3)
        for put in (
            hours(HOURS[number], gap=30),
            heading("PILOTÉ PAR", gap=4),
            Put("Léa Durand"),
            heading(TITLES[number], gap=4),
            *paragraph(*TEXTS[number]),
        )
    ]
    assert titles(split_sessions(document(items), MARKERS)) == list(TITLES[:3])
    assert titles(split_sessions(document(items))) != list(TITLES[:3])


def test_a_marker_that_recurs_at_one_place_is_no_furniture() -> None:
    pages = [page_of(number, [Put("PILOTÉ PAR"), Put(f"Texte {number}", gap=200)]) for number in (1, 2, 3)]
    kept = arrange_pages(document(*pages), MARKERS.markers.rows)
    lost = arrange_pages(document(*pages))
    assert [[line.text for line in page.furniture] for page in kept.pages] == [[], [], []]
    assert [[line.text for line in page.furniture] for page in lost.pages] == [["PILOTÉ PAR"]] * 3


def styled(size: float, **how: object) -> list[Put]:
    """Four items whose times stand above a kicker in bold, the title in another look, then text."""
    return [
        put
        for n in range(4)
        for put in (
            hours(HOURS[n], gap=30),
            heading(f"Carnet {n}", gap=4),
            Put(TITLES[n], size=size, gap=6, **how),  # type: ignore[arg-type]
            *paragraph(*TEXTS[n]),
        )
    ]


@pytest.mark.parametrize(
    "hint",
    [
        {"taille": 12, "italique": True},
        {"couleur": "#AA0000"},
        {"police": "Rive", "gras": False},
        {"taille": 12, "gras": False, "italique": True, "police": "Rive", "couleur": "#aa0000"},
    ],
)
def test_lines_in_the_look_the_sidecar_tells_are_titles(hint: dict[str, object]) -> None:
    puts = styled(12, italic=True, font="Rive", color="#aa0000")
    outline = split_sessions(document(puts), Source.model_validate({"titres": hint}))
    assert titles(outline) == list(TITLES)
    assert [found.hours.text for found in outline.segments if found.hours] == list(HOURS)
    assert all("titre : style indiqué (" in found.method for found in outline.segments)
    assert titles(split_sessions(document(puts))) != list(TITLES)


def test_titles_of_several_looks_have_what_is_told_in_common() -> None:
    puts = [
        put
        for n in range(4)
        for put in (
            hours(HOURS[n], gap=30),
            Put(TITLES[n], size=11 + n, gap=6, color="#aa0000", font=f"Rive{n % 2}"),
            *paragraph(*TEXTS[n]),
        )
    ]
    outline = split_sessions(document(puts), Source.model_validate({"titres": {"couleur": "#aa0000"}}))
    assert titles(outline) == list(TITLES)


def test_a_title_in_the_look_told_may_stand_above_its_time() -> None:
    puts = [
        put
        for n in range(4)
        for put in (
            Put(TITLES[n], italic=True, gap=40),
            *paragraph(*TEXTS[n]),
            hours(HOURS[n]),
        )
    ]
    outline = split_sessions(document(puts), Source.model_validate({"titres": {"italique": True}}))
    assert [(found.title.text, found.hours and found.hours.text) for found in outline.segments] == list(
        zip(TITLES, HOURS, strict=True)
    )


def test_a_look_no_line_has_changes_nothing_and_is_told() -> None:
    puts = [put for n in range(4) for put in below_time(n)]
    outline = split_sessions(document(puts), Source.model_validate({"titres": {"taille": 31, "gras": True}}))
    assert titles(outline) == titles(split_sessions(document(puts)))
    assert told(outline) == [("indication_sans_effet", "style de titre « 31 gras »")]


def test_a_marker_no_line_has_is_told() -> None:
    source = Source.model_validate({"marqueurs": {"animation": ["Piloté par", "Orchestré par"]}})
    outline = split_sessions(with_people(Put("Piloté par Léa Durand", gap=8)), source)
    assert told(outline) == [("indication_sans_effet", "marqueur « Orchestré par »")]
