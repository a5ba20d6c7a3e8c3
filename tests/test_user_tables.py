"""What separates the cells of a table that a user wrote."""

import pytest

from pipeline.user_tables import separator_of


@pytest.mark.parametrize(
    ("text", "separator"), [("a,b\nc;d;e", ","), ("a;b\nc,d,e", ";"), ("a", ","), ("", ","), ("a;b,c", ",")]
)
def test_the_first_line_tells_the_separator(text: str, separator: str) -> None:
    assert separator_of(text) == separator
