"""Hours broken over lines in a narrow column are one label; words of a text that lead to hours stay as they are."""

import pytest
from layouts import Put, lines_of

from pipeline.broken_hours import join_broken_hours


@pytest.mark.parametrize(
    "broken", [("À partir", "de", "10h15"), ("À partir de", "10h15"), ("Dès", "9h"), ("de", "10h – 11h")]
)
def test_an_hour_under_the_words_that_lead_to_it_is_one_label(broken: tuple[str, ...]) -> None:
    lines = lines_of([Put(text, x=300.0) for text in broken])
    [joined] = join_broken_hours(lines)
    assert joined.text == " ".join(broken)


def test_the_label_is_as_high_as_its_first_line_and_its_words_keep_their_places() -> None:
    lines = lines_of([Put("À partir", x=300.0), Put("de", x=300.0), Put("10h15", x=300.0)])
    [joined] = join_broken_hours(lines)
    assert (joined.box.y0, joined.box.y1) == (lines[0].box.y0, lines[0].box.y1)
    assert joined.box_of(12, 17) == lines[2].box


def test_labels_may_be_set_to_the_right_or_in_the_middle() -> None:
    right = lines_of([Put("À partir de", x=300.0, width=60.0), Put("10h", x=345.0, width=15.0)])
    middle = lines_of([Put("À partir de", x=300.0, width=60.0), Put("10h", x=322.0, width=15.0)])
    assert [len(join_broken_hours(lines)) for lines in (right, middle)] == [1, 1]


@pytest.mark.parametrize(
    "puts",
    [
        [Put("dès", x=300.0), Put("le matin, à la gare", x=300.0)],
        [Put("À partir de", x=300.0), Put("10h15", x=100.0)],
        [Put("À partir de", x=300.0), Put("10h15", x=300.0, gap=40.0)],
        [Put("Atelier à partir de", x=300.0), Put("10h15", x=300.0)],
    ],
    ids=["no hour", "another column", "far below", "words of a title"],
)
def test_what_is_no_broken_label_stays_as_it_is(puts: list[Put]) -> None:
    lines = lines_of(puts)
    assert join_broken_hours(lines) == lines
