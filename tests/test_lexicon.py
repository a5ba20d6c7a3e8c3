"""Every row of words matches its examples and refuses its counter-examples, by the function that uses it."""

from collections.abc import Callable

import pytest

from pipeline import lexicon
from pipeline.breaks import kind_of
from pipeline.lexicon import Row
from pipeline.people.body_types import organisation_type
from pipeline.segment.grids.columns import role_named
from pipeline.wording import (
    PARTICLE,
    STANDS_ALONE,
    find_formats,
    find_marker,
    find_prose_markers,
    find_tentative,
    is_place,
    is_room,
    match_head,
    match_role,
    strip_civility,
)

Reader = Callable[[Row, str], bool]


def reads_column(row: Row, text: str) -> bool:
    found = role_named(text)
    return found is not None and found[0] == row.value


def reads_marker(row: Row, text: str) -> bool:
    found = find_marker(text)
    return found is not None and found.capacity == row.value


def reads_prose_marker(row: Row, text: str) -> bool:
    return any(capacity == row.value for _, _, capacity in find_prose_markers(text))


def reads_format(row: Row, text: str) -> bool:
    return any(value == row.value for _, _, value in find_formats(text))


def reads_head(row: Row, text: str) -> bool:
    """A head that proves no type is any head; the others are told by the type."""
    return match_head(text) is not None and (not row.value or organisation_type(text) == row.value)


TABLES: dict[str, tuple[tuple[Row, ...], Reader]] = {
    "MARKERS": (lexicon.MARKERS, reads_marker),
    "PROSE_MARKERS": (lexicon.PROSE_MARKERS, reads_prose_marker),
    "FORMATS": (lexicon.FORMATS, reads_format),
    "COLUMNS": (lexicon.COLUMNS, reads_column),
    "KINDS": (lexicon.KINDS, lambda row, text: kind_of(text) == row.value),
    "TENTATIVE": ((lexicon.TENTATIVE,), lambda row, text: bool(find_tentative(text))),
    "CIVILITIES": ((lexicon.CIVILITIES,), lambda row, text: strip_civility(text) > 0),
    "UNNAMED": ((lexicon.UNNAMED,), lambda row, text: bool(STANDS_ALONE.match(text))),
    "HEADS": (lexicon.HEADS, reads_head),
    "ROLES": ((lexicon.ROLES,), lambda row, text: match_role(text) is not None),
    "UNPROVEN": ((lexicon.UNPROVEN,), lambda row, text: organisation_type(text) is None),
    "ROOMS": ((lexicon.ROOMS,), lambda row, text: is_room(text)),
    "ROOMS_ALONE": ((lexicon.ROOMS_ALONE,), lambda row, text: is_room(text)),
}
ROWS = [(table, row) for table, (rows, _) in TABLES.items() for row in rows]
KNOWN_BUGS = {
    "FORMATS débat yes « Ciné-débat »": "nothing may stand before a hyphen",
    "HEADS association no « comité de pilotage interne à venir »": "the head needs no name behind it",
    "HEADS organisme public no « office de tourisme bis repetita placent »": "the head needs no name behind it",
}


def examples() -> list[object]:
    found: list[object] = []
    for table, row in ROWS:
        for wanted, texts in (("yes", row.yes), ("no", row.no)):
            for text in texts:
                name = f"{table} {row.value} {wanted} « {text} »"
                bug = KNOWN_BUGS.get(name)
                marks = [pytest.mark.xfail(strict=True, reason=bug)] if bug else []
                found.append(pytest.param(table, row, text, wanted == "yes", id=name, marks=marks))
    return found


def test_every_table_of_rows_is_read_here() -> None:
    found = {
        name
        for name, value in vars(lexicon).items()
        if isinstance(value, Row) or (isinstance(value, tuple) and all(isinstance(row, Row) for row in value))
    }
    assert found == set(TABLES)


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[f"{table} {row.value}" for table, row in ROWS])
def test_every_row_has_examples_for_and_against(table: str, row: Row) -> None:
    assert row.yes, table
    assert row.no, table


@pytest.mark.parametrize(("table", "row", "text", "wanted"), examples())
def test_a_row_matches_its_examples_and_no_other(table: str, row: Row, text: str, wanted: bool) -> None:
    read = TABLES[table][1]
    assert read(row, text) is wanted


def test_no_two_rows_of_a_table_of_values_say_the_same() -> None:
    for rows in (lexicon.FORMATS, lexicon.KINDS, lexicon.HEADS):
        values = [row.value for row in rows]
        assert sorted(set(values)) == sorted(values)


def place(name: str) -> object:
    reason = "only the first word of a name is looked up"
    return pytest.param(name, marks=pytest.mark.xfail(strict=True, reason=reason) if name == "Grand Est" else ())


@pytest.mark.parametrize("name", [place(name.strip()) for name in lexicon.PLACES])
def test_every_listed_place_is_known_as_one(name: str) -> None:
    assert is_place(name)


@pytest.mark.parametrize("word", ["de", "du", "des", "d’", "Le", "LA", "van", "der", "Ben", "al", "EL", "da", "dos"])
def test_particles_are_known_in_any_case(word: str) -> None:
    assert PARTICLE.match(word)


@pytest.mark.parametrize("word", ["Durand", "Dernier", "Benoît", "Alain", "Vandame", "Lemaire"])
def test_a_word_that_begins_like_a_particle_is_none(word: str) -> None:
    assert not PARTICLE.match(word)
