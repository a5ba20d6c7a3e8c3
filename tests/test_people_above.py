"""People that were taken for the title of the item whose title stands below them."""

import pytest
from layouts import Put, lines_of

from pipeline.document import Kind, Segment
from pipeline.page.passages import join_lines
from pipeline.segment.people_above import put_people_below

PEOPLE = "Léa Durand (Canal Sud) et Marc Petit (Rivages)"


def righted(title: Put, *below: Put) -> tuple[str, list[str], list[str]]:
    """Title, people and description of an item in a document whose other titles are bold."""
    lines = lines_of([title, *below])
    body = tuple(join_lines([line]) for line in lines[1:])
    other = Segment(pages=(1,), kind=Kind.SESSION, title=join_lines(lines_of([Put("Vivre au bord", bold=True)])))
    item = Segment(pages=(1,), kind=Kind.SESSION, title=join_lines(lines[:1]), body=body)
    found = put_people_below([other, item])[1]
    return found.title.text, [block.passage.text for block in found.blocks], [text.text for text in found.body]


@pytest.mark.parametrize(
    "title",
    [Put("« Habiter la digue »"), Put("HABITER LA DIGUE"), Put("Habiter la digue", bold=True)],
)
def test_quotation_marks_capitals_or_the_look_of_titles_tell_the_title_below_people(title: Put) -> None:
    assert righted(Put(PEOPLE), title, Put("Un récit.")) == (title.text, [PEOPLE], ["Un récit."])


def test_a_title_that_goes_on_behind_quotation_marks_is_whole() -> None:
    title = "« Habiter la digue » : dix ans de récits"
    assert righted(Put(PEOPLE), Put(title), Put("Un récit.")) == (title, [PEOPLE], ["Un récit."])


@pytest.mark.parametrize(
    ("title", "below"),
    [
        (Put(PEOPLE), Put("Lecture au bord de l'eau")),
        (Put(PEOPLE, bold=True), Put("Lecture au bord de l'eau", bold=True)),
        (Put(PEOPLE), Put("association de Vézac", bold=True)),
        (Put(PEOPLE), Put("Elle a lu. Elle chante. Le canal dort.", bold=True)),
        (Put("Le retour du castor"), Put("« Habiter la digue »")),
        (Put(PEOPLE), Put("■ « Habiter la digue »")),
    ],
)
def test_other_text_below_is_description(title: Put, below: Put) -> None:
    assert righted(title, below) == (title.text, [], [below.text])


def test_what_stands_behind_a_quoted_title_stays_description() -> None:
    assert righted(Put(PEOPLE), Put("« Habiter la digue » Bilan de trois années"))[2] == ["Bilan de trois années"]


def test_a_format_above_a_title_that_begins_as_people_do_is_no_title() -> None:
    over, title = Put("SPECTACLE"), Put("Madame Durand court encore", size=14, bold=True)
    lines = lines_of([over, title])
    body = tuple(join_lines([line]) for line in lines[:1])
    item = Segment(pages=(1,), kind=Kind.SESSION, title=join_lines(lines[1:]), body=body)
    assert put_people_below([item])[0].title.text == title.text
