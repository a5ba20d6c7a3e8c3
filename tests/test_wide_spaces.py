"""Spaces wider than those between words, which part places from titles where a page sets them again and again."""

import pytest
from test_gutters import word

from pipeline.document import WIDE_SPACE, Passage
from pipeline.extract.glyphs import Word
from pipeline.extract.lines import make_lines
from pipeline.page.passages import join_lines
from pipeline.segment.anchors import find_anchors
from pipeline.segment.rooms import room_at_end, split_room
from pipeline.segment.title_rooms import has_room_apart
from pipeline.wording import is_room

WIDE, SPACE = 8.0, 3.0


def row(text: str, y: float, wide: float = WIDE) -> list[Word]:
    """The words of a text, those on both sides of « | » set further apart."""
    found: list[Word] = []
    for number, part in enumerate(text.split(" | ")):
        for place, letters in enumerate(part.split()):
            space = wide if number and not place else SPACE
            found.append(word(letters, found[-1].x1 + space if found else 50.0, y))
    return found


def texts(*rows: str, wide: float = WIDE) -> list[str]:
    words = [each for number, text in enumerate(rows) for each in row(text, 100.0 + 14 * number, wide)]
    return [line.text.replace(WIDE_SPACE, " | ") for line in make_lines(words, 1)]


ROWS = (
    "10h / Salle Vienne | Les soins en ville",
    "11h / Salle Loire | Le moulin et la farine",
    "La rive, hier et demain | Agora",
)


def test_a_wide_space_is_kept_where_several_lines_have_one() -> None:
    assert texts(*ROWS, "Une ligne sans rien", "Habiter | Agora") == [*ROWS, "Une ligne sans rien", "Habiter | Agora"]


@pytest.mark.parametrize(
    "rows",
    [
        ROWS[:2],  # too few
        ("• | Habiter la rive", "• | Le moulin", "• | Ce que dit la crue"),
        ("04 | Habiter la rive", "05 | Le moulin", "06 | Ce que dit la crue"),
        ("Forum des rives 2014 | 1", "Mardi 3 mai | 1", "Forum des rives | 2"),
    ],
)
def test_bullets_numbers_and_chance_make_no_wide_space(rows: tuple[str, ...]) -> None:
    assert texts(*rows) == [text.replace(" | ", " ") for text in rows]


def test_spaces_little_wider_than_the_others_are_spaces() -> None:
    assert texts(*ROWS, wide=4.5) == [text.replace(" | ", " ") for text in ROWS]


def passage(text: str) -> Passage:
    return join_lines(make_lines(row(text, 100.0), 1)).model_copy(update={"text": text.replace(" | ", WIDE_SPACE)})


@pytest.mark.parametrize(
    ("text", "title", "room"),
    [
        ("La rive, hier et demain | Agora", "La rive, hier et demain", "Agora"),
        ("Qui a peur ? | Forum des cartes", "Qui a peur ?", "Forum des cartes"),
        ("Les mots de la rive | Léa Durand", None, None),
        ("Table ronde | Habiter la rive", None, None),
        ("Le moulin | Ce que dit la crue du canal", None, None),
    ],
)
def test_few_words_behind_a_title_and_a_wide_space_are_its_room(
    text: str, title: str | None, room: str | None
) -> None:
    found = split_room(passage(text))
    assert (found.room and found.room.text) == room
    assert found.title.text == (title or text.replace(" | ", WIDE_SPACE))
    assert room_at_end(text.replace(" | ", WIDE_SPACE)) == (room or "")


def test_a_line_with_a_wide_space_is_no_room_as_a_whole() -> None:
    assert is_room("Salle Vienne")
    assert not is_room(f"Salle Vienne{WIDE_SPACE}Les soins")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (f"10h / Salle Vienne{WIDE_SPACE}Les soins", "Les soins"),
        (f"10h (Forum){WIDE_SPACE}20 heures, la messe est dite", "20 heures, la messe est dite"),
        (f"10h – Le moulin{WIDE_SPACE}Salle Vienne", f" – Le moulin{WIDE_SPACE}Salle Vienne"),
    ],
)
def test_a_title_begins_behind_a_place_and_a_wide_space(text: str, rest: str) -> None:
    line = make_lines(row("x", 100.0), 1)[0]
    span = line.spans[0].model_copy(update={"end": len(text)})
    [anchor] = find_anchors([line.model_copy(update={"text": text, "spans": (span,)})])
    assert anchor.rest is not None
    assert text[anchor.rest :] == rest


def test_what_is_published_as_printed_has_plain_spaces() -> None:
    words = [each for number, text in enumerate(ROWS) for each in row(text, 100.0 + 14 * number)]
    told = join_lines(make_lines(words, 1)[:1])
    assert WIDE_SPACE in told.text
    assert [place.raw for place in told.places()] == ["10h / Salle Vienne Les soins en ville"]


def test_a_room_behind_a_wide_space_ends_the_line_of_a_title() -> None:
    words = [each for number, text in enumerate(ROWS) for each in row(text, 100.0 + 14 * number)]
    assert [has_room_apart(line) for line in make_lines(words, 1)] == [False, False, True]
