"""What stands right below a title in a heading's style: a subtitle, or who takes part."""

import pytest
from layouts import Put, document, heading, hours, paragraph

from pipeline.segment import split_sessions


@pytest.mark.parametrize(
    ("below", "subtitle", "people"),
    [
        ("Atelier animé par Léa Durand, éclusière", None, ["Léa Durand, éclusière"]),
        ("Compagnie du Halage", None, ["Compagnie du Halage"]),
        ("Mise en scène : Léa Durand", None, ["Mise en scène : Léa Durand"]),
        ("Un atelier pour les enfants du quai", "Un atelier pour les enfants du quai", []),
    ],
)
def test_a_line_that_says_who_leads_is_no_subtitle(below: str, subtitle: str | None, people: list[str]) -> None:
    puts = [Put("Mardi 14 mai 2024")]
    for hour, title, said in (
        (9, "La digue", "Une rive et son ombre"),
        (10, "La crue", below),
        (11, "Le lit", "À pied"),
    ):
        puts += [hours(f"{hour}h – {hour + 1}h"), heading(title, gap=4), Put(said, size=12.0, bold=True)]
        puts += paragraph("On y parle des eaux qui montent,", "des eaux qui passent et de celles", "qui restent.")
    found = split_sessions(document(puts)).segments[1]
    assert (found.subtitle and found.subtitle.text) == subtitle
    assert [block.passage.text for block in found.blocks] == people


def test_a_month_over_the_items_of_a_season_is_no_part_of_what_stands_above_it() -> None:
    puts = [Put("Mardi 14 mai 2024")]
    for hour, title in ((9, "La digue"), (10, "La crue"), (11, "Le lit")):
        puts += [
            hours(f"{hour}h – {hour + 1}h"),
            heading(title, gap=4),
            Put("Avec Léa Durand"),
            Put("DÉCEMBRE", size=20.0),
        ]
    found = split_sessions(document(puts)).segments
    assert [block.passage.text for segment in found for block in segment.blocks] == 3 * ["Léa Durand"]
