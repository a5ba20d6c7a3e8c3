"""Lines cut where their style changes: where they are in one row."""

from layouts import Put, line_of

from pipeline.segment.cut_lines import from_row_start, is_beside


def test_a_larger_hour_and_the_title_beside_it_are_one_row() -> None:
    hour = line_of(Put("9h30 |", size=14.0, x=40.0, width=50.0), 1, 100.0)
    title = line_of(Put("Habiter les marges du", size=9.0, x=93.0), 1, 104.8)
    below = line_of(Put("canon", size=9.0), 1, 115.0)
    assert is_beside(hour, title)
    assert not is_beside(hour, below)
    assert not is_beside(hour, title.model_copy(update={"page": 2}))
    assert from_row_start([hour, title, below], 1).box.x0 == hour.box.x0
    assert from_row_start([hour, title, below], 2) == below
