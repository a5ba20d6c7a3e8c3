import datetime as dt
import random
import unicodedata
from collections import Counter
from functools import cache

import pytest

from pipeline.synthetic.content import make_event
from pipeline.synthetic.families import FAMILIES, Printed
from pipeline.synthetic.families.matrix import Slot, rows_of, span_of
from pipeline.synthetic.look import make_look
from pipeline.synthetic.sheet import Block, Card, Columns, Ink, Table, Text
from pipeline.synthetic.voice import make_voice

SEEDS = range(4)
# In these, hours follow one another down the page on every day.
LINEAR = (
    "hour above",
    "hour after",
    "hour column",
    "leaflet",
    "plain paragraphs",
    "poster",
    "ruled table",
    "room grid",
)
CASES = [(family, seed) for family in FAMILIES for seed in SEEDS]


def printed(family: str, seed: int) -> Printed:
    rng = random.Random(f"{family}-{seed}")
    event, voice, look = make_event(rng), make_voice(rng), make_look(rng)
    return FAMILIES[family](event, voice, look, rng)


once = cache(printed)


def texts(blocks: tuple[Block, ...]) -> list[Text]:
    found = []
    for block in blocks:
        match block:
            case Text():
                found.append(block)
            case Table():
                found += [text for row in block.rows for cell in row for text in texts(cell.blocks)]
            case Columns() | Card():
                found += texts(block.blocks)
    return found


def inks(made: Printed) -> set[Ink]:
    return {run.ink for text in texts(made.sheet.blocks) for run in text.runs}


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def words_of(made: Printed) -> str:
    return folded(" ".join("".join(run.text for run in text.runs) for text in texts(made.sheet.blocks)))


@pytest.mark.parametrize(("family", "seed"), CASES)
def test_every_title_and_subtitle_of_the_truth_is_printed(family: str, seed: int) -> None:
    made = once(family, seed)
    page = words_of(made)
    assert made.truth
    missing = [session.title for session in made.truth if folded(session.title) not in page]
    missing += [
        session.subtitle for session in made.truth if session.subtitle and folded(session.subtitle) not in page
    ]
    assert missing == []


@pytest.mark.parametrize(("family", "seed"), CASES)
def test_every_person_of_the_truth_is_printed(family: str, seed: int) -> None:
    page = words_of(once(family, seed))
    names = [person.name for session in once(family, seed).truth for person in session.people]
    assert [name for name in names if not _stands(name, page)] == []


def _stands(name: str, page: str) -> bool:
    words = folded(name).split()
    turns = (" ".join(words[place:] + words[:place]) for place in range(len(words)))
    return any(turn in page for turn in turns)


@pytest.mark.parametrize(("family", "seed"), CASES)
def test_rooms_and_tracks_of_the_truth_are_printed(family: str, seed: int) -> None:
    page = words_of(once(family, seed))
    places = {place for session in once(family, seed).truth for place in (session.room, session.track) if place}
    assert {place for place in places if folded(place) not in page} == set()


@pytest.mark.parametrize(("family", "seed"), CASES)
def test_every_start_of_the_truth_is_printed(family: str, seed: int) -> None:
    page = words_of(once(family, seed)).replace(" ", "")
    starts = {session.start for session in once(family, seed).truth if session.start}
    assert [
        start
        for start in starts
        if str(start.hour) not in page or (start.minute and f"{start.minute:02d}" not in page)
    ] == []


@pytest.mark.parametrize(("family", "seed"), [(family, seed) for family in LINEAR for seed in SEEDS])
def test_hours_follow_one_another_where_a_programme_is_a_list(family: str, seed: int) -> None:
    # Talks begin again with their session; only what stands in the programme by itself is in order.
    alone = {folded(item.title) for item in make_event(random.Random(f"{family}-{seed}")).items}
    sessions = [session for session in once(family, seed).truth if folded(session.title) in alone]
    hours = [(session.date, session.start) for session in sessions if session.date and session.start]
    assert len(hours) > 1
    assert hours == sorted(hours)


@pytest.mark.parametrize(("family", "seed"), CASES)
def test_every_session_has_its_day(family: str, seed: int) -> None:
    days = make_event(random.Random(f"{family}-{seed}")).days
    dates = {session.date for session in once(family, seed).truth}
    assert min(days) in dates
    assert None not in dates


@pytest.mark.parametrize("family", ("room grid", "cell hours grid", "cards"))
def test_grids_have_sessions_side_by_side(family: str) -> None:
    for seed in SEEDS:
        starts = Counter((session.date, session.start) for session in once(family, seed).truth)
        assert max(starts.values()) > 1


def test_a_cell_that_goes_over_rows_ends_with_the_last_of_them() -> None:
    long, short, late = (slot(9, 11, 0), slot(9, 10, 1), slot(10, 11, 1))
    rows = rows_of((long, short, late), ranges=True)
    assert [(row.start.hour, row.end.hour) for row in rows] == [(9, 10), (10, 11)]
    assert (span_of(long, rows), span_of(late, rows)) == (range(2), range(1, 2))


def slot(start: int, end: int, column: int) -> Slot:
    return Slot((), column, 1, dt.time(start), dt.time(end))


def test_hours_without_anything_have_no_row() -> None:
    rows = rows_of((slot(9, 10, 0), slot(14, 15, 0)), ranges=True)
    assert [row.start.hour for row in rows] == [9, 14]


def test_a_booklet_numbers_its_pages_in_order() -> None:
    for seed in SEEDS:
        pages = [int(session.printed_page) for session in once("booklet", seed).truth if session.printed_page]
        assert pages == sorted(pages)
        assert pages[0] > 1


@pytest.mark.parametrize("family", FAMILIES)
def test_the_same_seed_gives_the_same_sheet(family: str) -> None:
    assert printed(family, 3) == printed(family, 3)


@pytest.mark.parametrize("family", FAMILIES)
def test_seeds_differ_in_typography(family: str) -> None:
    assert len({frozenset(inks(once(family, seed))) for seed in SEEDS}) > 2


def test_some_looks_have_nothing_bold() -> None:
    looks = [make_look(random.Random(seed)) for seed in range(200)]
    plain = [look for look in looks if not any(ink.bold for ink in look if isinstance(ink, Ink))]
    assert 2 < len(plain) < 80


def test_a_cell_that_goes_over_rows_of_hours_is_seen_to() -> None:
    tables = [
        block for seed in range(30, 40) for block in once("room grid", seed).sheet.blocks if isinstance(block, Table)
    ]
    over_rows = [table for table in tables if any(cell.rows > 1 for row in table.rows for cell in row)]
    assert over_rows
    assert "none" not in {table.ruled for table in over_rows}
