"""Hours at the right end of a heading in the column of hours are its own."""

import pytest
from pages import line, texts

from pipeline.layout.hours_of_headings import with_hours_of_headings

TALKS = [
    "40 120 10 n 9h10",
    "100 120 10 n Lire la rive",
    "40 140 10 n 9h30",
    "100 140 10 n Marcher",
    "40 160 10 n 10h",
]
HEAD, HOURS = "40 100 12 b SESSION 1 – Les rives", "400 100 12 b 9h10-10h30 | Amphi"


@pytest.mark.parametrize(
    ("printed", "joined"),
    [
        ([HEAD, HOURS, *TALKS], True),
        ([HEAD.replace("40 100", "100 100"), HOURS, *TALKS], False),  # not where the hours stand
        ([HEAD, HOURS.replace("12 b", "10 n"), *TALKS], False),  # in another look
        ([HEAD, "300 100 12 b Salle 2", HOURS, *TALKS], False),  # something else between
        ([HEAD.replace("SESSION 1", "9h"), HOURS, *TALKS], False),  # a heading with an hour of its own
        ([HEAD, HOURS, *TALKS[:2]], False),  # no column of hours
        ([HEAD, HOURS, *(talk.replace("10 n", "12 b") for talk in TALKS)], False),  # set as the items are
        ([HEAD, HOURS.replace("Amphi", "Lire la digue"), *TALKS], False),  # an item of the next column
    ],
)
def test_a_heading_that_begins_where_hours_stand_has_its_own_at_its_right(printed: list[str], joined: bool) -> None:
    found = texts(with_hours_of_headings([line(text) for text in printed]))
    assert ("SESSION 1 – Les rives | 9h10-10h30 | Amphi" in found) == joined
    assert len(found) == len(printed) - joined
