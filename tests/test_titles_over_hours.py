"""Times that did not fit beside the title they end."""

import pytest
from layouts import TITLES, Put, document, lines_of

from pipeline.segment import split_sessions
from pipeline.segment.anchors import find_anchors
from pipeline.segment.titles_over_hours import with_titles_above

ENDING = [Put(f"{title} ({9 + number}h)", bold=True, gap=8.0) for number, title in enumerate(TITLES)]


def titles_of(puts: list[Put]) -> list[str]:
    lines = lines_of(puts)
    return [anchor.passage.text[: anchor.lead] for anchor in with_titles_above(find_anchors(lines), lines)]


@pytest.mark.parametrize("time", ["(14h)", "(14h) • Salle 2", "(14h) – Petit bassin"])
def test_a_time_below_a_title_ends_it_where_times_end_titles(time: str) -> None:
    long = [Put("Les rives du canal et ceux qui les habitent", bold=True, gap=8.0), Put(time, bold=True)]
    assert titles_of([*ENDING, *long])[-1].startswith("Les rives du canal et ceux qui les habitent")


@pytest.mark.parametrize(
    "below",
    [
        [Put("Les rives du canal", gap=8.0), Put("(14h)", bold=True)],
        [Put("Les rives du canal", bold=True, gap=8.0), Put("– 14h", bold=True)],
        [Put("Les rives du canal", bold=True, gap=8.0), Put("(14h)", bold=True, gap=30.0)],
        [Put("Salle 2", bold=True, gap=8.0), Put("(14h)", bold=True)],
    ],
    ids=["set otherwise", "another sign", "further below", "a room"],
)
def test_a_time_below_something_else_stands_alone(below: list[Put]) -> None:
    assert "rives" not in titles_of([*ENDING, *below])[-1]


def test_a_time_alone_below_a_title_is_none_of_its_end_where_times_stand_alone() -> None:
    alone = [part for title in TITLES for part in (Put(title, bold=True, gap=20.0), Put("(10h)", bold=True))]
    lines = lines_of(alone)
    assert with_titles_above(find_anchors(lines), lines) == find_anchors(lines)


def test_the_room_behind_such_a_time_is_that_of_the_item() -> None:
    rooms = [
        Put(f"{title} ({9 + number}h) • Salle {number}", bold=True, gap=12.0) for number, title in enumerate(TITLES)
    ]
    long = [Put("Les rives du canal et ceux qui", bold=True, gap=12.0), Put("les habitent encore", bold=True)]
    segments = split_sessions(document([*rooms, *long, Put("(14h) • Salle 7", bold=True)])).segments
    assert segments[-1].title.text == "Les rives du canal et ceux qui les habitent encore"
    assert [segment.room and segment.room.text for segment in segments] == [
        *(f"Salle {n}" for n in range(4)),
        "Salle 7",
    ]
