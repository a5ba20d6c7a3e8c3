"""The pictures of the dataset page: lanes of a day, network of organisations."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from programmes import session

from pipeline.programme import Session
from pipeline.review.network import MOST, link_organisations
from pipeline.review.timeline import draw_days, share_lanes
from pipeline.review.wording import count, hours, long_day

DAY = dt.date(2024, 5, 14)


def at(title: str, start: str | None, end: str | None = None, date: dt.date | None = DAY) -> Session:
    times = {
        "date": date,
        "start": dt.time.fromisoformat(start) if start else None,
        "end": dt.time.fromisoformat(end) if end else None,
    }
    return session(f"forum-{title}", "forum", 1, title).model_copy(update=times)


@given(st.lists(st.tuples(st.integers(0, 1400), st.integers(1, 300)), max_size=30))
def test_what_overlaps_never_shares_a_lane(found: list[tuple[int, int]]) -> None:
    spans = sorted((begin, begin + length) for begin, length in found)
    lanes = share_lanes(spans)
    for rank, (span, lane) in enumerate(zip(spans, lanes, strict=True)):
        for (begin, end), other in zip(spans[:rank], lanes[:rank], strict=True):
            assert lane != other or begin >= span[1] or end <= span[0]
    busiest = max((sum(begin <= moment < end for begin, end in spans) for moment, _ in spans), default=0)
    assert len(set(lanes)) == busiest


def test_parallel_sessions_stand_below_each_other() -> None:
    (day,) = draw_days([at("A", "10:00", "11:00"), at("B", "10:30", "11:30"), at("C", "11:00", "12:00")])
    one, two, three = sorted(day.bars, key=lambda bar: bar.session.title)
    assert (one.y, day.lanes) == (three.y, 2)
    assert two.y > one.y
    assert one.x < two.x < three.x


def test_the_hours_frame_the_day() -> None:
    (day,) = draw_days([at("A", "09:15", "10:00"), at("B", "11:00", "12:30")])
    assert [label for _, label in day.ticks] == [f"{hour}\u00a0h" for hour in range(9, 14)]


def test_a_session_past_midnight_ends_the_day_after() -> None:
    (day,) = draw_days([at("Bal", "23:00", "01:00")])
    assert [label for _, label in day.ticks] == ["23\u00a0h", "0\u00a0h", "1\u00a0h"]


def test_a_session_without_hour_is_told_apart_and_one_without_day_left_out() -> None:
    (day,) = draw_days([at("A", None), at("B", "10:00"), at("C", "10:00", date=None)])
    assert [each.title for each in day.untimed] == ["A"]
    assert [bar.session.title for bar in day.bars] == ["B"]


def test_days_come_in_order() -> None:
    found = draw_days([at("A", "10:00", date=dt.date(2024, 5, 15)), at("B", "10:00")])
    assert [day.date.day for day in found] == [14, 15]


def test_a_long_title_is_folded_and_cut() -> None:
    (day,) = draw_days([at("Comment habiter ensemble une rive qui recule : récits " * 4, "10:00", "10:45")])
    lines = day.bars[0].lines
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert not any(text.startswith(":") for text in lines)


def test_organisations_of_one_session_are_linked_once_for_each_they_share() -> None:
    labels = {"a": "Pix", "b": "La rive", "c": "Seule"}
    network = link_organisations([["a", "b"], ["b", "a", "a"], ["c"]], labels)
    assert [(edge.one, edge.other, edge.sessions) for edge in network.edges] == [("Pix", "La rive", 2)]
    assert {node.label: node.sessions for node in network.nodes} == {"Pix": 2, "La rive": 2}


def test_a_large_network_shows_those_of_most_sessions_and_counts_the_rest() -> None:
    names = {f"o{rank}": f"Organisation {rank}" for rank in range(MOST + 10)}
    often = [["o0", "o1"]] * 5
    network = link_organisations([*often, list(names)], names)
    assert len(network.nodes) == MOST
    assert network.left_out == 10
    assert {"Organisation 0", "Organisation 1"} <= {node.label for node in network.nodes}


def test_no_organisation_no_network() -> None:
    assert link_organisations([[], ["a"]], {"a": "Pix"}).nodes == ()


def test_days_hours_and_counts_are_said_in_french() -> None:
    assert long_day(dt.date(2024, 5, 1)) == "mercredi 1er mai 2024"
    assert long_day(None) == "jour non lu"
    assert hours(dt.time(9), dt.time(10, 30)) == "09:00 – 10:30"
    assert (hours(dt.time(9), None), hours(None, None)) == ("09:00", "sans heure")
    assert count(1234, "session") == "1\u202f234\u00a0sessions"
    assert count(1, "page") == "1\u00a0page"
