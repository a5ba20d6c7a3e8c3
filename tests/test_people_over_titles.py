"""People right above the titles of their items, with more room above them than below."""

from collections.abc import Sequence

from layouts import HOURS, TEXTS, TITLES, Put, document, heading, hours, paragraph

from pipeline.segment import split_sessions
from pipeline.segment.people_over_titles import people_over
from pipeline.segment.reading import read_lines
from pipeline.source import Source

PEOPLE = ("Léa Durand (Canal Sud) et Marc Petit (Rivages)", "Anne Brun, éclusière", "Luc Sauvage (Rivages)")


def told(gap: float) -> list[tuple[str, list[str]]]:
    """Titles with the people of each item; people stand by `gap` above the title they belong to."""
    puts = [Put("Mardi 14 mai 2024")]
    for number, people in enumerate(PEOPLE):
        puts += [Put(people, gap=24.0 - gap), heading(TITLES[number], size=10.0, gap=gap)]
        puts += [hours(HOURS[number], gap=0.0), *paragraph(*TEXTS[number], gap=0.0)]
    found = split_sessions(document(puts)).segments
    return [(each.title.text, [block.passage.text for block in each.blocks]) for each in found]


def test_people_right_above_a_title_are_those_of_its_item() -> None:
    assert told(gap=0.0) == [(title, [people]) for title, people in zip(TITLES, PEOPLE, strict=False)]


def test_people_nearer_to_the_text_above_them_are_of_that() -> None:
    assert told(gap=24.0)[:2] == [(TITLES[0], [PEOPLE[1]]), (TITLES[1], [PEOPLE[2]])]


def test_people_stand_above_titles_that_end_with_their_time_too() -> None:
    puts = [Put("Mardi 14 mai 2024")]
    for people, title, time in zip(PEOPLE, TITLES, HOURS, strict=False):
        puts += [Put(people, gap=24.0), Put(f"« {title} » [{time}]", gap=0.0), *paragraph(*TEXTS[0], gap=2.0)]
    segments = split_sessions(document(puts)).segments
    assert [[block.passage.text for block in item.blocks] for item in segments] == [[people] for people in PEOPLE]


def over(people: Sequence[str], *above: Put) -> list[str]:
    """The people over titles in lines led alike, but for a little more room above people than below."""
    puts = [Put("Mardi 14 mai 2024")]
    for text, title in zip(people, TITLES, strict=False):
        puts += [*above, Put(text, gap=2.0 * (not above)), Put(title.upper())]
    reading = read_lines(document(puts), Source())
    titles = [place for place, line in enumerate(reading.lines) if line.text.isupper()]
    return [reading.lines[head].text for head in people_over(reading, titles).values()]


def test_in_close_lines_people_are_of_the_title_they_are_nearer_to() -> None:
    assert over(PEOPLE) == list(PEOPLE)
    assert over(PEOPLE[:2]) == []  # too few to tell


def test_people_below_their_marker_or_in_a_line_their_title_begins_on_stand_over_none() -> None:
    assert over(PEOPLE, Put("Oratrices :", gap=2.0)) == []
    assert over([f"{name} – LIRE, DIRE ET" for name in PEOPLE]) == []
    assert over([f"{name} – « La rive" for name in PEOPLE]) == []
