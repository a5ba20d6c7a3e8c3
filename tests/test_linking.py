"""Labelled stretches to who does what where. Rows are annotated strings: `<name: role @ body>`, then the text."""

import re

import pytest
from annotated import plain
from hypothesis import given
from hypothesis import strategies as st

from pipeline.people.bodies import Stretch
from pipeline.people.linking import Linked, complete_items, link_spans
from pipeline.people.names import Name
from pipeline.people.sharing import Item
from pipeline.people.ties import Ties
from pipeline.tagger import Entity
from pipeline.training.labelled import LABELS

ROWS = [
    "<Léa Durand: directrice @ Canal Sud>, directrice de Canal Sud",
    "<Léa Durand: directrice @ Canal Sud>, directrice de Canal Sud, et <Omar Vasseur: @ Rivages> (Rivages)",
    "<Léa Durand: directrice @ Canal Sud> – directrice – Canal Sud",
    "<Léa Durand: maire @ Vézac> (maire de Vézac)",
    "<Léa Durand: cheffe @ bureau des digues @ Rivages>, cheffe du bureau des digues à Rivages",
    "<Léa Durand: @ Rivages> et <Omar Vasseur: @ Rivages> de Rivages",
    "<Léa Durand: @ Canal Sud>, <Noé Roux: @ Canal Sud> et <Omar Vasseur: @ Canal Sud>, Canal Sud",
    "<Léa Durand: chercheuses @ Canal Sud> et <Maud Roux: chercheuses @ Canal Sud>, chercheuses à Canal Sud",
    "<Léa Durand: @ Canal Sud> et <Omar Vasseur: maire @ Canal Sud>, maire, Canal Sud",
    "directrice de Canal Sud : <Léa Durand: directrice @ Canal Sud>",
    "Canal Sud : <Léa Durand: @ Canal Sud> ; Rivages : <Omar Vasseur: @ Rivages>",
    "Canal Sud (<Léa Durand: @ Canal Sud>) et Rivages",
    "<Léa Durand: directrice @ Canal Sud>, directrice de Canal Sud, et l'équipe Rivages",
    "<Léa Durand: directrice>, directrice. Canal Sud organise un bal",
    "<Léa Durand: directrice>, directrice\n<Omar Vasseur: @ Rivages>, Rivages",
    "<Léa Durand: directrice>, directrice ; <Omar Vasseur: @ Rivages>, Rivages",
    "<Léa Durand: avocate au barreau de Vézac @ Rivages>, avocate au barreau de Vézac, Rivages",
    "<Léa Durand: enseignante de SVT @ Rivages>, enseignante de SVT, Rivages",
    "<Léa Durand: directrice @ Canal Sud @ Rivages>, directrice de Canal Sud et de Rivages",
]
LABELLED = {"Léa Durand": "PER", "Omar Vasseur": "PER", "Noé Roux": "PER", "Maud Roux": "PER"}
WORDS = ("directrice", "maire", "cheffe", "chercheuses", "avocate au barreau", "enseignante")
BODIES = ("Canal Sud", "Rivages", "Vézac", "bureau des digues", "SVT")
_SAID = re.compile(r"<(?P<name>[^<>:]+)(?:: ?(?P<role>[^<>@]*?))?(?P<bodies>(?: ?@ [^<>@]+)*)>")


def spans_of(text: str) -> list[Entity]:
    """Every name, function and body of a row where it stands, as a perfect model would label them."""
    labels = LABELLED | dict.fromkeys(WORDS, "ROLE") | dict.fromkeys(BODIES, "ORG")
    found = [Entity(*match.span(), label) for words, label in labels.items() for match in re.finditer(words, text)]
    return sorted(found)


def said_in(row: str) -> list[tuple[str, str, list[str]]]:
    return [
        (found["name"], found["role"] or "", [body.strip() for body in found["bodies"].split("@")[1:]])
        for found in _SAID.finditer(row)
    ]


def told(text: str, linked: Linked) -> tuple[str, str, list[str]]:
    def read(stretch: Stretch) -> str:
        return text[stretch.start : stretch.end]

    return read(linked.name), ", ".join(map(read, linked.roles)), list(map(read, linked.bodies))


@pytest.mark.parametrize("row", ROWS)
def test_each_name_has_what_is_said_of_it(row: str) -> None:
    text = plain(_SAID.sub(r"\g<name>", row)).text
    assert [told(text, linked) for linked in link_spans(text, spans_of(text))] == said_in(row)


def test_another_name_between_cuts_what_is_shared() -> None:
    text = "Léa Durand, Rivages, et Omar Vasseur, Canal Sud"
    assert [told(text, each)[2] for each in link_spans(text, spans_of(text))] == [["Rivages"], ["Canal Sud"]]


def test_a_name_of_no_affiliation_ends_what_is_said() -> None:
    text = "Léa Durand, directrice, prix Omar, Rivages"
    spans = sorted([*spans_of(text), Entity(text.index("prix"), text.index(", Rivages"), "OTHER")])
    assert told(text, link_spans(text, spans)[0]) == ("Léa Durand", "directrice", [])


def test_what_stands_far_behind_is_prose() -> None:
    text = f"Léa Durand {'parle longuement de choses et d autres ' * 2}à Rivages"
    assert told(text, link_spans(text, spans_of(text))[0]) == ("Léa Durand", "", [])


def test_without_a_name_there_is_nobody() -> None:
    assert link_spans("directrice de Canal Sud", spans_of("directrice de Canal Sud")) == []


@given(
    st.text(alphabet="ab ,.:;()\nÉ", max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.sampled_from(list(LABELS)))),
)
def test_any_spans_are_linked_inside_the_text(text: str, cuts: list[tuple[int, str]]) -> None:
    starts = sorted({start: label for start, label in cuts if start < len(text)}.items())
    ends = [*(start for start, _ in starts), len(text)][1:]
    spans = [Entity(start, end, label) for (start, label), end in zip(starts, ends, strict=True)]
    linked = link_spans(text, spans)
    assert len(linked) == sum(span.label == "PER" for span in spans)
    known = {(span.start, span.end): span.label for span in spans}
    for each in linked:
        assert known[each.name] == "PER"
        assert {known[role] for role in each.roles} <= {"ROLE"}
        assert {known[body] for body in each.bodies} <= {"ORG"}


def test_what_stands_in_brackets_behind_somebody_is_nobody_else() -> None:
    text = "Léa Durand, éclusière (Port Notre-Dame)"
    end = len("Léa Durand")
    ties = Ties((), (Stretch(text.index("Port"), len(text) - 1),), False)
    item = Item(Name(0, end, 0), Stretch(end, len(text)), ties)
    labelled = [Entity(0, end, "PER"), Entity(12, 21, "ROLE"), Entity(text.index("Port"), len(text) - 1, "PER")]
    assert [one.name.end for one in complete_items(text, [item], labelled)] == [end]


def test_what_somebody_is_delegated_to_is_part_of_the_function_though_a_model_takes_it_for_a_body() -> None:
    text = "Léa Durand, conseillère déléguée à l'ESS et aux rives, Canal Sud"
    end, town = len("Léa Durand"), text.index("Canal")
    role = Stretch(12, text.index(", Canal"))
    ties = Ties((role,), (Stretch(town, len(text)),), False)
    item = Item(Name(0, end, 0), Stretch(end, len(text)), ties)
    field = text.index("ESS")
    labelled = [
        Entity(0, end, "PER"),
        Entity(12, 32, "ROLE"),
        Entity(field, field + 3, "ORG"),
        Entity(town, len(text), "ORG"),
    ]
    (found,) = complete_items(text, [item], labelled)
    assert found.ties == ties
