"""People whose names or functions were cut off at the end of a line and go on below."""

import pytest
from layouts import Put, lines_of

from pipeline.document import Block, Capacity, Kind, Passage, Segment
from pipeline.page.passages import cut, join_lines
from pipeline.segment.run_on import complete_people


def completed(*texts: str, gap: float = 0.0, people: bool = True) -> tuple[list[str], list[str]]:
    """The blocks and the paragraphs of an item, its first text taken for people."""
    lines = lines_of(Put(text, gap=gap if number else 0.0) for number, text in enumerate(texts))
    first, *rest = (join_lines([line]) for line in lines)
    blocks = (Block(capacity=Capacity.INTERVENTION, marker="", passage=first),) if people else ()
    body: tuple[Passage, ...] = tuple(rest) if people else (first, *rest)
    title = join_lines(lines_of([Put("Habiter la digue")]))
    found = complete_people([Segment(pages=(1,), kind=Kind.SESSION, title=title, body=body, blocks=blocks)])[0]
    return [block.passage.text for block in found.blocks], [passage.text for passage in found.body]


@pytest.mark.parametrize(
    "texts",
    [
        ("Léa Durand (Canal Sud), Marc", "Petit (Rivages)"),
        ("Léa Durand (Canal Sud) et Marc LE", "GOFF (Rivages)"),
        ("DURAND Léa (Canal Sud) et VAN DEN", "BERG Marc (Rivages)"),
        ("Léa Durand (association", "Canal Sud)"),
        ("Léa Durand, Marc Petit,", "Rose Marchand (Rivages)"),
        ("Léa Durand, éclusière ;", "Marc Petit, maire"),
        ("Mme Léa Durand, journaliste", "indépendante, M. Marc Petit, maire"),
    ],
)
def test_people_go_on_below(texts: tuple[str, ...]) -> None:
    assert completed(*texts) == ([" ".join(texts)], [])


def test_a_function_in_small_letters_goes_on_below() -> None:
    assert completed("Léa Durand, Canal Sud", "association de Vézac") == (
        ["Léa Durand, Canal Sud association de Vézac"],
        [],
    )


@pytest.mark.parametrize(
    "below",
    ["Ce que la crue change à la rive", "lecture au bord de l'eau", "Elle est née au bord du canal (en aval)."],
)
def test_a_description_below_people_stays_one(below: str) -> None:
    assert completed("Léa Durand (Canal Sud)", below) == (["Léa Durand (Canal Sud)"], [below])


def test_what_is_said_in_parentheses_goes_on_below() -> None:
    assert completed("Léa Durand", "(Canal Sud)") == (["Léa Durand (Canal Sud)"], [])
    assert completed("Léa Durand (Canal Sud)", "(en français)")[1] == ["(en français)"]


def test_a_bracket_that_closes_those_of_the_title_is_none_of_theirs() -> None:
    assert completed("Léa Durand, éclusière ;", "Marc Petit, maire)")[0] == [
        "Léa Durand, éclusière ; Marc Petit, maire"
    ]


def test_what_stands_further_below_is_another_paragraph() -> None:
    assert completed("Léa Durand et Marc", "Petit (Rivages)", gap=30.0)[1] == ["Petit (Rivages)"]


def test_a_larger_title_in_the_row_of_people_widens_the_step_to_what_goes_on() -> None:
    large, people = lines_of([Put("Habiter la digue", size=18.0), Put("Léa Durand, maire de", x=220, beside=True)])
    for size, count in ((18.0, 1), (10.0, 0)):
        head = large.model_copy(update={"box": large.box.model_copy(update={"y1": large.box.y0 + size})})
        (below,) = lines_of([Put("Vézac")], top=people.box.y0 + 20)
        block = Block(capacity=Capacity.INTERVENTION, marker="", passage=join_lines([people]))
        title = join_lines([head])
        item = Segment(pages=(1,), kind=Kind.SESSION, title=title, body=(join_lines([below]),), blocks=(block,))
        (found,) = complete_people([item])
        assert found.blocks[0].passage.text == "Léa Durand, maire de" + count * " Vézac"


def test_a_first_name_behind_a_sign_begins_people() -> None:
    assert completed("– Léa", "Durand (Canal Sud)", people=False) == (["Léa Durand (Canal Sud)"], [])
    assert completed("– Léa", "Ce que la crue change", people=False)[0] == []


def test_a_comma_lost_at_the_end_of_the_line_comes_back() -> None:
    line = lines_of([Put("Léa Durand,")])[0]
    after = join_lines(lines_of([Put("Léa Durand,"), Put("Marc Petit (Rivages)")])[1:])
    people = join_lines([line]).model_copy(update={"text": "Léa Durand"})
    people = people.model_copy(update={"pieces": (people.pieces[0].model_copy(update={"end": 10}),)})
    block = Block(capacity=Capacity.INTERVENTION, marker="", passage=people)
    title = join_lines(lines_of([Put("Habiter la digue")]))
    found = complete_people([Segment(pages=(1,), kind=Kind.SESSION, title=title, body=(after,), blocks=(block,))])[0]
    assert found.blocks[0].passage.text == "Léa Durand, Marc Petit (Rivages)"
    assert found.blocks[0].passage.places()[0].raw == "Léa Durand,"


def test_a_hyphen_taken_for_a_sign_around_the_title_stays_in_the_name() -> None:
    first, below = lines_of([Put("par Omar Vasseur et Anne-"), Put("Laure Durand (Rivages)")])
    people = Block(capacity=Capacity.INTERVENTION, marker="", passage=cut(join_lines([first]), 4, 24))
    title = join_lines(lines_of([Put("Habiter la digue")]))
    segment = Segment(pages=(1,), kind=Kind.SESSION, title=title, body=(join_lines([below]),), blocks=(people,))
    [found] = complete_people([segment])
    assert [block.passage.text for block in found.blocks] == ["Omar Vasseur et Anne-Laure Durand (Rivages)"]
