"""Titles right above times, told from titles of the item before."""

from layouts import Put, lines_of

from pipeline.segment.anchors import find_anchors
from pipeline.segment.text_ends import ends_text
from pipeline.segment.title_heads import heads_above


def heads(room_above_title: float, room_above_time: float) -> dict[int, int]:
    lines = lines_of(
        put
        for hour in range(9, 14)
        for put in (Put("Habiter la digue", gap=room_above_title), Put(f"{hour}h", gap=room_above_time))
    )
    free = {index for index in range(len(lines)) if index % 2 == 0}
    return heads_above(lines, find_anchors(lines), free)


def test_a_title_with_room_above_and_its_time_below_is_its_head() -> None:
    assert heads(20, 0) == {place: place - 1 for place in range(1, 10, 2)}
    assert heads(20, 7.5) == {place: place - 1 for place in range(1, 10, 2)}
    assert not set(heads(30, 14)) - {1}


def test_a_title_right_below_the_time_before_is_no_head_even_where_their_boxes_overlap() -> None:
    assert not set(heads(-2.5, 5)) - {1}


def test_over_talks_with_times_beside_them_a_room_leaves_a_time_alone() -> None:
    def places(talk: str) -> dict[int, int]:
        lines = lines_of(
            put
            for hour in range(9, 13)
            for put in (Put("Exposés", gap=20), Put(f"{hour}h, Salle 2"), Put(f"{hour}h10{talk}", gap=6))
        )
        free = {index for index in range(len(lines)) if index % 3 == 0}
        return heads_above(lines, find_anchors(lines), free)

    assert places(" – Habiter la digue") == {1: 0, 4: 3, 7: 6, 10: 9}
    assert places(", Salle 2") == {}


def test_a_room_leaves_a_time_alone_where_text_goes_on_right_below_them() -> None:
    def places(gap: float) -> dict[int, int]:
        lines = lines_of(
            put
            for hour in range(9, 13)
            for put in (Put("La digue", gap=30), Put(f"{hour}h, Salle 2", gap=4), Put("Une rive recule.", gap=gap))
        )
        free = {index for index in range(len(lines)) if index % 3 != 1}
        return heads_above(lines, find_anchors(lines), free)

    assert places(4) == {1: 0, 4: 3, 7: 6, 10: 9}
    assert places(20) == {}


def test_a_day_over_a_time_stands_where_the_time_does() -> None:
    puts = [Put("Une rive recule."), Put("Mardi 4 mai", gap=10), Put("9h", gap=0), Put("Habiter", gap=11)]
    lines = lines_of(puts)
    assert not ends_text(lines, find_anchors(lines)[0])
    plain = lines_of([*puts[:1], *puts[2:]])
    assert ends_text(plain, find_anchors(plain)[0])


def test_times_beside_their_titles_are_none_that_stand_below_others() -> None:
    lines = lines_of(
        put
        for hour in range(9, 12)
        for put in (
            Put("Exposés", gap=20),
            Put(f"{hour}h"),
            *(p for m in (10, 30) for p in (Put(f"{hour}h{m}", gap=6), Put("La crue", x=120, beside=True))),
        )
    )
    free = {index for index, line in enumerate(lines) if line.text[0].isalpha()}
    assert heads_above(lines, find_anchors(lines), free) == {1: 0, 7: 6, 13: 12}
