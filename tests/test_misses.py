"""Differences to gold with the place to look at."""

from pathlib import Path

import pytest

from pipeline.evaluate.miss_places import draw_misses, place_misses
from pipeline.evaluate.verdicts import Verdict
from pipeline.programme import Programme
from pipeline.published import read_programmes

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def programme() -> Programme:
    return next(each for each in read_programmes(ROOT / "processed") if each.programme_id == "forum-des-rives-2024")


def miss(session: str, field: str, expected: str | None, found: str | None) -> Verdict:
    return Verdict(session=session, field=field, expected=expected, found=found, strict=False, soft=False)


def test_a_wrong_value_is_shown_where_it_was_read(programme: Programme) -> None:
    [shown] = place_misses([miss("QUI PREND SOIN DE L'EAU ?", "start", "10:30", "10h à 11h30")], programme)
    place = next(
        each
        for each in programme.provenances
        if each.field == "heure_debut" and each.identifier == programme.sessions[1].session_id
    )
    assert shown.page == place.page
    assert shown.box is not None and (shown.box.x0, shown.box.y1) == (place.x0, place.y1)


def test_a_person_is_shown_where_the_name_stands(programme: Programme) -> None:
    [shown] = place_misses([miss("Qui prend soin de l'eau ?", "people", None, "Nadia Zerrouki")], programme)
    assert shown.page == 5
    assert shown.box is not None and shown.box.height < 20


def test_what_was_not_read_is_shown_with_its_session(programme: Programme) -> None:
    [shown] = place_misses([miss("QUI PREND SOIN DE L'EAU ?", "people", "Personne d'autre", None)], programme)
    assert shown.page == 4
    assert shown.box is not None and shown.box.height > 100


def test_a_session_that_was_not_read_has_no_place(programme: Programme) -> None:
    [shown] = place_misses([miss("Tout autre chose", "sessions", "Tout autre chose", None)], programme)
    assert (shown.page, shown.box) == (None, None)


def test_pictures_are_cut_out_of_the_page(programme: Programme) -> None:
    found = place_misses(
        [
            miss("QUI PREND SOIN DE L'EAU ?", "people", None, "Nadia Zerrouki"),
            miss("Tout autre chose", "title", "a", "b"),
        ],
        programme,
    )
    [(shown, picture)] = draw_misses(found, ROOT / "raw" / programme.file)
    assert shown.verdict.field == "people"
    assert shown.box is not None
    assert picture.width == pytest.approx(2 * (shown.box.width + 24), abs=4)
    assert picture.height == pytest.approx(2 * (shown.box.height + 24), abs=4)
