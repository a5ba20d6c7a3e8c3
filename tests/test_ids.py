"""Identifiers: the same for the same printed value, whatever its spelling; another for another."""

import datetime as dt
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ids import digest, key_of, organisation_id, person_id, programme_id, session_id, slug

DAY, TEN = dt.date(2024, 5, 14), dt.time(10, 0)


def test_identifiers_never_change() -> None:
    assert person_id("Léa Durand") == "pers-046edb52ce"
    assert organisation_id("canal sud") == "orga-a742cfa154"
    assert session_id("forum", DAY, TEN, "Habiter la rive") == "forum-c4d514666126"
    assert programme_id("2024/Forum des rives.pdf") == "2024-forum-des-rives"


def test_identifiers_do_not_depend_on_the_process() -> None:
    code = "from pipeline.ids import person_id; print(person_id('Léa Durand'))"
    for seed in ("1", "2"):
        found = subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        assert found.stdout.strip() == person_id("Léa Durand")


@pytest.mark.parametrize(
    "name",
    ["DURAND Léa", "Léa DURAND", "lea durand", "Durand, Léa", "Léa  Durand", "Durand Le\u0301a", "Léa\nDurand"],
)
def test_a_person_has_one_identifier_in_any_spelling_and_order(name: str) -> None:
    assert person_id(name) == person_id("Léa Durand")


@pytest.mark.parametrize("name", ["Léo Durand", "Léa Durant", "Léa", "Léa Durand Roux", ""])
def test_another_name_is_another_person(name: str) -> None:
    assert person_id(name) != person_id("Léa Durand")


def test_compound_names_are_the_same_with_space_and_hyphen() -> None:
    assert person_id("Jean-Marc Le Floc’h") == person_id("LE FLOC'H Jean Marc")


def test_a_session_keeps_its_identifier_when_the_cleaning_of_its_title_improves() -> None:
    wanted = session_id("forum", DAY, TEN, "Habiter la rive")
    assert session_id("forum", DAY, TEN, "HABITER LA RIVE :") == wanted
    assert session_id("forum", DAY, TEN, "« Habiter la rive »") == wanted


@given(st.text(), st.text(), st.none() | st.dates(), st.none() | st.times())
def test_sessions_differ_in_title_day_or_time(
    one: str, other: str, day: dt.date | None, time: dt.time | None
) -> None:
    if key_of(one) != key_of(other):
        assert session_id("forum", day, time, one) != session_id("forum", day, time, other)
    assert (session_id("forum", day, time, one) == session_id("forum", DAY, time, one)) is (day == DAY)
    assert (session_id("forum", day, time, one) == session_id("forum", day, TEN, one)) is (time == TEN)


@pytest.mark.parametrize(
    ("file", "identifier"),
    [
        ("Forum des rives — 2024.pdf", "forum-des-rives-2024"),
        ("2024/forum.v2.pdf", "2024-forum-v2"),
        ("été/Éclusières & Cie.PDF", "ete-eclusieres-cie"),
        ("forum", "forum"),
        ("lot.2024/forum", "lot-2024-forum"),
        ("œuvre.pdf", "oeuvre"),
    ],
)
def test_a_programme_is_named_after_its_file(file: str, identifier: str) -> None:
    assert programme_id(file) == identifier


def test_a_file_without_a_latin_letter_still_has_a_name() -> None:
    assert re.fullmatch("document-[0-9a-f]{12}", programme_id("李.pdf"))
    assert programme_id("李.pdf") != programme_id("王.pdf")


@given(st.text(), st.integers(1, 80))
def test_a_slug_is_words_joined_by_hyphens(text: str, limit: int) -> None:
    found = slug(text, limit)
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", found)
    assert len(found) <= limit
    assert slug(found, limit) == found


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert key_of(key_of(text)) == key_of(text)
    assert key_of(text.upper().lower()) == key_of(key_of(text.upper().lower()))


@given(st.permutations(["Léa", "Anne", "Durand", "Roux"]))
def test_the_order_of_the_words_of_a_name_has_no_influence(words: list[str]) -> None:
    assert person_id(" ".join(words)) == person_id("Léa Anne Durand Roux")


@given(st.lists(st.none() | st.text(), min_size=2, max_size=4))
def test_the_parts_of_a_digest_do_not_run_together(parts: list[str | None]) -> None:
    glued = ["".join(part or "" for part in parts)]
    if any(parts):
        assert digest(*parts) != digest(*glued)


def test_any_character_can_be_hashed() -> None:
    assert len(digest("\ud800", "\0")) == 12
    assert len(digest("a", length=10)) == 10
