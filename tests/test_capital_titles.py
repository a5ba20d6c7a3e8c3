"""Titles told by their capitals alone: where they end on their lines."""

import pytest
from layouts import Put, lines_of

from pipeline.page.look import Look
from pipeline.segment.capital_titles import with_capitals_told


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["HABITER LA RIVE", "Une rive recule."], ["HABITER LA RIVE"]),
        (["DÉJEUNER (SUR INSCRIPTION) | 12h30 | 13h15"], ["DÉJEUNER (SUR INSCRIPTION)"]),
        (
            ["QUE PEUT LA RIVE, ET QUE NE PEUT-ELLE PAS", "? | 13h15 | 14h15"],
            ["QUE PEUT LA RIVE, ET QUE NE PEUT-ELLE PAS", "?"],
        ),
        (["QUE PEUT LA RIVE ? (Salle A) | 08h30"], ["QUE PEUT LA RIVE ?"]),
        (["L’eau en 1848", "1848 ?"], []),
        (["Léa DURAND", "L’EPCI et la rive"], []),
    ],
)
def test_what_is_in_capitals_is_told_up_to_the_hour_behind_it(texts: list[str], told: list[str]) -> None:
    lines = lines_of(Put(text) for text in texts)
    marked = with_capitals_told(lines, Look.of(lines[0].style))
    spans = [(line, span) for line in marked for span in line.spans if span.style.capitals]
    assert [line.text[span.start : span.end] for line, span in spans] == told
