"""Titles whose closing quotation mark begins the line below them."""

import pytest
from layouts import Put, lines_of, passage

from pipeline.page.passages import join_lines
from pipeline.segment.closing_quotes import close_quote


@pytest.mark.parametrize(
    ("title", "below", "closed"),
    [
        ("« Habiter la rive", "». Mme Léa Durand, éclusière", ("« Habiter la rive »", "Mme Léa Durand, éclusière")),
        ("“Habiter la rive", "” Léa Durand", ("“Habiter la rive”", "Léa Durand")),
        ("« Habiter la rive »", "» Léa Durand", None),
        ("« Habiter la rive", "et ses digues » Léa Durand", None),
    ],
)
def test_the_mark_that_closes_a_title_is_no_part_of_what_follows(
    title: str, below: str, closed: tuple[str, str] | None
) -> None:
    first, second = lines_of([Put(title), Put(below)])
    found = close_quote(join_lines([first]), [second])
    assert (found and (found.title.text.replace(" ”", "”"), found.rest.text)) == closed


def test_nothing_below_a_title_closes_nothing() -> None:
    assert close_quote(passage("« Habiter la rive"), []) is None
